"""A server that is killed again and again while forty bookers go on: is anything lost, or there that nobody asked for?

On PostgreSQL every second death is the database's own: its postmaster and all of its processes are killed, and it
recovers. Everything waits for its disk. In the end the oracle goes through every answer and the store.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks.server_rooms.figures import Figures, figure
from benchmarks.server_rooms.hour import HOUR
from benchmarks.server_rooms.town import spoken
from desk_client.config.settings import ServerSettings
from tests.integration.server.storm.lab import settle
from tests.integration.server.storm.oracle import judged
from tests.integration.server.storm.process import ServerProcess, Spoken, opened
from tests.integration.server.storm.scenes import REGION, planned, storm_through
from tests.integration.server.storm.stored import read_store
from tests.integration.server.storm.verdict import Fault, Verdict
from tests.postgres import Postgres, postgres_server

_BOOKERS: Final = 40
_A_RUN: Final = 25
"""Deaths over one store: then the next begins with a fresh one, so that its books stay short enough to read."""


def through(settings: Spoken, server: ServerProcess, deaths: list[Callable[[], None]], seed: int) -> Verdict:
    """One storm through some deaths."""
    opened(settings, lambda house: settle(house, REGION), HOUR.clock())
    plan = planned(settings, HOUR.clock())
    server.start()
    try:
        history = asyncio.run(storm_through(server.port, plan, seed, deaths, bookers=_BOOKERS))
    finally:
        server.kill()
    return judged(history, read_store(ServerSettings(**settings)), HOUR.now_ms(), lossy=True)


def measured(kills: int) -> Figures:
    """Half of the kills on each store, and the mutant that acknowledges before it commits."""
    verdicts: list[Verdict] = []
    began = time.monotonic()
    done = {"server": 0, "postmaster": 0}
    with tempfile.TemporaryDirectory() as folder, postgres_server(durable=True) as database:
        for run, first in enumerate(range(0, kills, _A_RUN)):
            number = min(_A_RUN, kills - first)
            on_database = run % 2 == 1
            settings = spoken(
                Path(folder) / f"run-{run}", database.url(database.new_database()) if on_database else None
            )
            server = ServerProcess(settings, make=HOUR.make_server)
            deaths = [_power_cut(database) if on_database and death % 2 else _reborn(server) for death in range(number)]
            done["postmaster"] += number // 2 if on_database else 0
            done["server"] += number - (number // 2 if on_database else 0)
            verdicts.append(through(settings, server, deaths, seed=run))
            print(f"{'postgres' if on_database else 'embedded'}, {number} deaths: {verdicts[-1]}", flush=True)
        settings = spoken(Path(folder) / "hasty")
        hasty = ServerProcess(settings, make=HOUR.make_hasty_server)
        caught = through(settings, hasty, [_reborn(hasty)] * 3, seed=0)
        print(f"acknowledging before the commit: {caught}", flush=True)
    lost = sum(verdict.count(Fault.LOST) for verdict in verdicts)
    phantom = sum(verdict.count(Fault.PHANTOM) for verdict in verdicts)
    others = sum(len(verdict.findings) for verdict in verdicts) - lost - phantom
    return {
        "kills": figure(done["server"], "kill -9 of the server", least=100),
        "database_kills": figure(done["postmaster"], "kill -9 of PostgreSQL's postmaster", least=48),
        "kills_acknowledged": figure(sum(verdict.bookings for verdict in verdicts), "bookings", least=kills),
        "kills_lost": figure(lost, "acknowledged writes", most=0),
        "kills_phantom": figure(phantom, "writes that nobody asked for", most=0),
        "kills_other_faults": figure(others, "double bookings, repetitions, wrong claims or books", most=0),
        "kills_took": figure(time.monotonic() - began, "s", most=max(300, 10 * kills)),
        "mutant_before_commit": figure(caught.count(Fault.LOST), "losses found by the oracle", least=1),
    }


def _reborn(server: ServerProcess) -> Callable[[], None]:
    def death() -> None:
        server.kill()
        server.start()

    return death


def _power_cut(database: Postgres) -> Callable[[], None]:
    def death() -> None:
        database.kill()
        database.start()

    return death
