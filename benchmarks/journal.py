"""What the journal costs: bookings a second with and without it, on each store, in one run.

    python benchmarks/journal.py [--seconds N] [--rounds N]

The server has one core, as in the benchmark of the server; the process that keeps PostgreSQL's journal shares it. Each
store is measured without and with in turn, each time on a fresh one, and the best round counts: what else the machine
does only slows one down. Where one disk is all there is, the journal shares it with the store: a second one costs less.
The last line is one JSON object.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.server_rooms.figures import Figures, figure, percentile
from benchmarks.server_rooms.throughput import Load
from benchmarks.server_rooms.town import OTHER_CORE, SERVER_CORE, TOWN, slots_in_turn, spoken
from desk_client.config.continuity_settings import ContinuitySettings
from desk_client.server.house import House
from tests.integration.server.storm.bookers import Choice
from tests.integration.server.storm.lab import settle
from tests.integration.server.storm.process import ServerProcess, Spoken, opened
from tests.integration.server.storm.ways import Wire
from tests.postgres import JOURNALLED, postgres_server

STORES = ("embedded", "postgres")
_A_SECOND_AT_MOST = 900


@contextmanager
def place(store: str, *, journal: bool) -> Iterator[Spoken]:
    """Settings of a server with a fresh store."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "journal").mkdir()
        kept = {"continuity": ContinuitySettings(journal=root / "journal" if journal else None)}
        if store == "embedded":
            yield spoken(root / "server") | kept
            return
        with postgres_server(durable=True, settings=JOURNALLED if journal else ()) as database:
            yield spoken(root / "server", database.url(database.new_database())) | kept


async def bookings(settings: Spoken, seconds: float) -> tuple[float, float]:
    """How many a second, as many as it can; and the milliseconds within which 99 of 100 were answered."""
    slots = list[Choice]()

    def prepare(house: House) -> None:
        settle(house, TOWN)
        slots.extend(slots_in_turn(house, int(_A_SECOND_AT_MOST * (seconds + 2))))

    await asyncio.to_thread(opened, settings, prepare)
    server = ServerProcess(settings, core=SERVER_CORE)
    await asyncio.to_thread(server.start)
    load = Load(Wire(server.port, TOWN), slots)
    try:
        await load.saturate(2.0)  # warm
        return await load.saturate(seconds), percentile(load.bookings_ms, 0.99)
    finally:
        await load.wire.close()
        server.kill()


def measured(seconds: float, rounds: int) -> Figures:
    """All of it."""
    os.sched_setaffinity(0, {OTHER_CORE})  # and PostgreSQL, which is started from here
    found: Figures = {}
    for store in STORES:
        best = {True: 0.0, False: 0.0}
        for _ in range(rounds):
            for journal in (False, True):
                with place(store, journal=journal) as settings:
                    rate, p99_ms = asyncio.run(bookings(settings, seconds))
                kind = "with" if journal else "without"
                print(f"{store} {kind} the journal: {rate:.0f} bookings/s, p99 {p99_ms:.0f} ms", flush=True)
                best[journal] = max(best[journal], rate)
        found |= {
            f"{store}_without_journal": figure(best[False], "bookings/s"),
            f"{store}_with_journal": figure(best[True], "bookings/s"),
            f"{store}_journal_keeps": figure(best[True] / best[False], "of the bookings/s without it"),
        }
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0, help="of load, each time")
    parser.add_argument("--rounds", type=int, default=2)
    asked = parser.parse_args()
    print(json.dumps(measured(asked.seconds, asked.rounds)))
