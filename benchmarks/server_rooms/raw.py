"""What the embedded store's engine can do by itself: the rows of bookings, inserted raw, many in one commit."""

import os
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from desk_client.server.storage.sqlcipher import KEY_BYTES, connected

A_COMMIT: Final = 64
_CLAIMS: Final = 12
"""Official, kiosk and person, for four quanta each."""


def raw_bookings_per_second(folder: Path, bookings: int = 6400) -> float:
    """Insert as many rows as a booking leaves, of the same sizes, with an index for each that the real tables have."""
    with closing(connected(folder / "raw.db", os.urandom(KEY_BYTES))) as file:
        run = file.execute
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        run("CREATE TABLE appointment (id TEXT PRIMARY KEY, a TEXT, b TEXT, c TEXT, d TEXT, s INTEGER, x BLOB, y BLOB)")
        run(
            "CREATE TABLE claim (resource TEXT, quantum INTEGER, owner TEXT, e INTEGER, "
            "PRIMARY KEY (resource, quantum))"
        )
        run(
            "CREATE TABLE idempotency (actor TEXT, key TEXT, h BLOB, answer BLOB, at INTEGER, PRIMARY KEY (actor, key))"
        )
        run("CREATE TABLE audit (seq INTEGER PRIMARY KEY, at INTEGER, actor TEXT, action TEXT, subject TEXT)")
        run("CREATE TABLE outbox (id TEXT PRIMARY KEY, state TEXT, due INTEGER, to_ BLOB, body BLOB, about TEXT)")
        run("CREATE TABLE change (seq INTEGER PRIMARY KEY, at INTEGER, a TEXT, b TEXT, c TEXT)")
        run("CREATE TABLE occupancy (resource TEXT PRIMARY KEY, version INTEGER)")
        for table, column in (
            ("appointment", "a"), ("appointment", "b"), ("appointment", "c"), ("appointment", "s"),
            ("appointment", "d"), ("claim", "owner"), ("idempotency", "at"), ("audit", "at"), ("audit", "subject"),
            ("outbox", "due"), ("outbox", "about"), ("change", "at"),
        ):  # fmt: skip
            run(f"CREATE INDEX ix_{table}_{column} ON {table} ({column})")
        began = time.perf_counter()
        for first in range(0, bookings, A_COMMIT):
            run("BEGIN IMMEDIATE")
            for number in range(first, first + A_COMMIT):
                own, at = f"apt_{os.urandom(13).hex()}", 1_790_000_000_000 + number
                text = f"{own}{number}"
                run("INSERT INTO appointment VALUES (?,?,?,?,?,?,?,?)", (own, text, own, text, text, at, own, own))
                file.executemany(
                    "INSERT INTO claim VALUES (?,?,?,?)",
                    [(f"resource:{number}:{each // 4}", each % 4, own, None) for each in range(_CLAIMS)],
                )
                file.executemany(
                    "INSERT INTO idempotency VALUES (?,?,?,?,?)",
                    [(own, f"key-{each}", os.urandom(32), os.urandom(size), at) for each, size in ((0, 250), (1, 900))],
                )
                file.executemany(
                    "INSERT INTO audit (at, actor, action, subject) VALUES (?,?,?,?)", [(at, own, "a", own)] * 2
                )
                run("INSERT INTO outbox VALUES (?,?,?,?,?,?)", (own, "pending", at, own, os.urandom(250), own))
                run("INSERT INTO change (at, a, b, c) VALUES (?,?,?,?)", (at, own, own, own))
                file.executemany(
                    "INSERT INTO occupancy VALUES (?,?)", [(f"{own}{each}", 1) for each in range(_CLAIMS // 4)]
                )
            run("COMMIT")
        return bookings / (time.perf_counter() - began)
