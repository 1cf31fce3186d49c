"""Storm after storm of five hundred bookers on fifty slots, each judged by the oracle; and two that it must catch.

They rage at the gate that every route goes through, each over a fresh store; a few more come over HTTP to a server in a
process of its own. What lies between is the same for every request, and seeds tell nothing more about it.
"""

import asyncio
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Final

from benchmarks.server_rooms.figures import Figures, figure
from benchmarks.server_rooms.hour import HOUR
from benchmarks.server_rooms.town import spoken
from desk_client.bootstrap.house import close_house
from desk_client.config.settings import ServerSettings
from tests.integration.server.storm.lab import settle
from tests.integration.server.storm.mutants import without_claims
from tests.integration.server.storm.oracle import judged
from tests.integration.server.storm.process import ServerProcess, Spoken, opened
from tests.integration.server.storm.scenes import REGION, SLOTS, planned, storm_inside, storm_on
from tests.integration.server.storm.stored import read_store
from tests.integration.server.storm.verdict import Fault, Verdict
from tests.postgres import Postgres, postgres_server

CROWD: Final = 100
HTTP_SEEDS: Final = 3
_TEMPLATE: Final = "storm"
_DOUBLE: Final = (Fault.DOUBLE_BOOKED, Fault.PROMISED_TWICE, Fault.CLAIMS_WRONG)


class Stages:
    """Fresh copies of a store with the storms' region in it."""

    def __init__(self, folder: Path, database: Postgres) -> None:
        """Make the first of each kind."""
        self._folder = folder
        self._database = database
        opened(spoken(folder / "seed"), lambda house: settle(house, REGION), HOUR.clock())
        database.say(f"CREATE DATABASE {_TEMPLATE}")
        shutil.copytree(folder / "seed", folder / "seed-database")
        with_database = spoken(folder / "seed-database", database.url(_TEMPLATE))
        opened(with_database, lambda house: settle(house, REGION), HOUR.clock())

    @contextmanager
    def fresh(self, store: str) -> Iterator[Spoken]:
        """One of them."""
        data_dir = Path(shutil.copytree(self._folder / "seed", self._folder / "data"))
        name = self._database.new_database(_TEMPLATE) if store == "postgres" else None
        try:
            yield spoken(data_dir, None if name is None else self._database.url(name))
        finally:
            shutil.rmtree(data_dir)
            if name is not None:
                self._database.drop(name)


def inside(settings: Spoken, seed: int, *, mutant: bool = False) -> Verdict:
    """One storm at the gate."""
    house = HOUR.open_house(ServerSettings(**settings))
    try:
        with without_claims() if mutant else nullcontext():
            history = asyncio.run(storm_inside(house, seed, crowd=CROWD))
    finally:
        close_house(house)
    return judged(history, read_store(ServerSettings(**settings)), HOUR.now_ms())


def over_http(settings: Spoken, seed: int) -> Verdict:
    """One storm on sockets."""
    plan = planned(settings, HOUR.clock())
    server = ServerProcess(settings, make=HOUR.make_server)
    server.start()
    try:
        history = asyncio.run(storm_on(server.port, plan, seed))
    finally:
        server.kill()
    return judged(history, read_store(ServerSettings(**settings)), HOUR.now_ms())


def measured(seeds: int, stores: tuple[str, ...] = ("embedded", "postgres")) -> Figures:
    """So many storms on each store, and the mutant without claims."""
    found: Figures = {}
    # what is tried here is concurrency, not durability: this database does not wait for its disk
    with postgres_server() as database, tempfile.TemporaryDirectory() as folder:
        stages = Stages(Path(folder), database)
        for store in stores:
            faults: Counter[str] = Counter()
            bookings, began = 0, time.monotonic()
            for seed in range(1, seeds + HTTP_SEEDS + 1):
                with stages.fresh(store) as settings:
                    verdict = inside(settings, seed) if seed <= seeds else over_http(settings, seed)
                faults += verdict.faults
                bookings += verdict.bookings
                if seed == 1 or seed > seeds or verdict.findings:
                    print(f"{store}, seed {seed}{'' if seed <= seeds else ' over HTTP'}: {verdict}", flush=True)
            with stages.fresh(store) as settings:
                caught = inside(settings, 0, mutant=True)
            print(f"{store}, without claims: {caught}", flush=True)
            took = time.monotonic() - began
            print(
                f"{store}: {seeds} + {HTTP_SEEDS} storms in {took:.0f} s: {dict(faults) or 'nothing wrong'}", flush=True
            )
            double = sum(faults[fault.name] for fault in _DOUBLE)
            found |= {
                f"{store}_storms": figure(seeds + HTTP_SEEDS, "storms of 500 bookers × 50 slots", least=100),
                f"{store}_storm_bookings": figure(bookings, "acknowledged bookings", least=SLOTS * seeds),
                f"{store}_storm_double": figure(double, "double bookings", most=0),
                f"{store}_storm_faults": figure(
                    faults.total() - double, "lost, phantom, repeated or unrecorded", most=0
                ),
                f"{store}_mutant_without_claims": figure(
                    caught.count(Fault.DOUBLE_BOOKED), "found by the oracle", least=1
                ),
            }
    return found
