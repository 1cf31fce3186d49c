"""A town that is large enough for a benchmark: a hundred offices, twenty sites, thousands of people, and its slots."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from desk_client.config.identity_settings import FloodSettings
from desk_client.config.settings import SessionSettings
from desk_client.server.house import House
from tests.integration.server.storm.bookers import Choice
from tests.integration.server.storm.lab import Region, Service
from tests.integration.server.storm.process import Spoken
from tests.integration.server.storm.scenes import choices
from tests.postgres import Postgres, postgres_server
from tests.stores import PATIENT

OFFICES: Final = 100
SITES: Final = 20
PEOPLE: Final = 20_000
SERVER_CORE: Final = 0
OTHER_CORE: Final = 1

TOWN: Final = Region(
    services=tuple(Service(f"service-{number}", f"office-{number}") for number in range(OFFICES)),
    sites=SITES,
    kiosks_a_site=7,
    people=PEOPLE,
    closes="15:00",
)


def slots_in_turn(house: House, most: int) -> list[Choice]:
    """Slots in the order of time, at each moment one of each office."""
    times = [choice.starts_at for choice in choices(house, TOWN.services[0], -(-most // OFFICES))]
    return list(islice((Choice(service.id, at) for at in times for service in TOWN.services), most))


def spoken(data_dir: Path, database_url: str | None = None) -> Spoken:
    """Settings of a server in a process of its own; nobody asks too often, was idle, or is one too many."""
    return {
        "data_dir": str(data_dir),
        "secrets": "file",
        "database_url": database_url,
        "flood": FloodSettings(per_actor=None),
        "operations": PATIENT,
        "sessions": SessionSettings(citizen_idle=SessionSettings().citizen_lifetime),
    }


@contextmanager
def fresh_stores(*names: str) -> Iterator[Iterator[tuple[str, Spoken, Postgres | None]]]:
    """Settings for an empty store of each kind; PostgreSQL's writes are on the disk before they are acknowledged."""
    with TemporaryDirectory() as folder, postgres_server(durable=True) as database:

        def each() -> Iterator[tuple[str, Spoken, Postgres | None]]:
            for name in names:
                data_dir = Path(folder) / name
                if name == "embedded":
                    yield name, spoken(data_dir), None
                else:
                    yield name, spoken(data_dir, database.url(database.new_database())), database

        yield each()
