"""What a store holds after a storm, read by plain SQL through another connection than the server's."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import psycopg

from desk_client.bootstrap.stores import store_key
from desk_client.config.secrets import open_secrets
from desk_client.config.settings import ServerSettings
from desk_client.server.storage.sqlcipher import connected

QUANTUM_MS: Final = 300_000

Row = dict[str, Any]  # a row's columns are of many types
_Run = Callable[[str], Iterable[Row]]


@dataclass(frozen=True, slots=True)
class Stored:
    """The rows, by what they are about.

    Attributes:
        appointments: by id.
        services: by id.
        kiosks: how many each site has.
        claims, audit, outbox: by appointment.
        changes: how many hints there are of each appointment.
        keys: person and Idempotency-Key of each request whose answer is kept.
    """

    appointments: dict[str, Row]
    services: dict[str, Row]
    kiosks: dict[str, int]
    claims: dict[str, list[Row]]
    audit: dict[str, list[str]]
    outbox: dict[str, list[str]]
    changes: dict[str, int]
    keys: frozenset[tuple[str, str]]


def read_store(settings: ServerSettings) -> Stored:
    """Read it all in one transaction; nobody writes meanwhile."""
    if settings.database_url is not None:
        with psycopg.connect(settings.database_url.get_secret_value()) as connection:
            return _read(lambda statement: _rows(connection.execute(statement.encode())))
    key = store_key(settings, open_secrets(settings.directory.secrets, keep_in=settings.secrets))
    with closing(connected(settings.directory.store, key)) as file:
        return _read(lambda statement: _rows(file.execute(statement)))


def _rows(cursor: Any) -> Iterable[Row]:  # of either driver (PEP 249)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _read(run: _Run) -> Stored:
    claims: dict[str, list[Row]] = defaultdict(list)
    audit: dict[str, list[str]] = defaultdict(list)
    outbox: dict[str, list[str]] = defaultdict(list)
    for row in run("SELECT resource, quantum, owner, expires_at FROM claim"):
        claims[row["owner"]].append(row)
    for row in run("SELECT subject, action FROM audit ORDER BY seq"):
        audit[row["subject"]].append(row["action"])
    for row in run("SELECT appointment_id, purpose FROM outbox WHERE appointment_id IS NOT NULL"):
        outbox[row["appointment_id"]].append(row["purpose"])
    return Stored(
        appointments={row["id"]: row for row in run("SELECT * FROM appointment")},
        services={row["id"]: row for row in run("SELECT * FROM service")},
        kiosks={row["site_id"]: row["n"] for row in run("SELECT site_id, count(*) AS n FROM kiosk GROUP BY site_id")},
        claims=claims,
        audit=audit,
        outbox=outbox,
        changes={
            row["appointment_id"]: row["n"]
            for row in run("SELECT appointment_id, count(*) AS n FROM change GROUP BY appointment_id")
        },
        keys=frozenset(
            (row["actor"], row["key"])
            for row in run("SELECT actor, key FROM idempotency WHERE length(answer_sealed) > 0")
        ),
    )


def ms_of(moment: str) -> int:
    """A moment in ISO 8601 as a store keeps it."""
    return int(datetime.fromisoformat(moment).timestamp() * 1000)
