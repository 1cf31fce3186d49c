"""A pytest plugin: a store of either kind with something in it, which is made once and copied for each who asks."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from pydantic import SecretStr

from desk_client.config.operations_settings import OperationsSettings
from desk_client.config.settings import ServerSettings
from tests.fakes.clock import StandingClock
from tests.postgres import Postgres, postgres_server

if TYPE_CHECKING:
    from desk_client.server.house import House

BOTH: Final = ("embedded", "postgres")


@dataclass(frozen=True, slots=True)
class Template:
    """What a store begins with.

    Attributes:
        name: of the template; no two have the same.
        fill: opens the store of these settings, writes, and closes it.
    """

    name: str
    fill: Callable[[ServerSettings], None]


def filled_by(work: "Callable[[House], object]") -> Callable[[ServerSettings], None]:
    """A template's `fill` that works in a house whose clock stands still."""

    def fill(settings: ServerSettings) -> None:
        # every test run begins with this module, and most of them need no server
        from desk_client.bootstrap.house import close_house, open_house  # noqa: PLC0415 - see above

        house = open_house(settings, clock=StandingClock())
        try:
            work(house)
        finally:
            close_house(house)

    return fill


PATIENT: Final = OperationsSettings(turn_away_after=timedelta(minutes=1))
"""Nobody is turned away because a machine is slow: what is tried is what becomes of those who are taken in."""
BLANK: Final = Template("blank", filled_by(lambda _: None))
"""All tables, no row, and the keys."""


class Stores:
    """Makes templates and copies them; PostgreSQL is asked for only where a test runs on it."""

    def __init__(self, root: Path, postgres: Callable[[], Postgres]) -> None:
        """Templates are kept below `root`."""
        self._root = root
        self._postgres = postgres
        self._databases: set[str] = set()

    @contextmanager
    def copy(self, template: Template, backend: str, data_dir: Path) -> Iterator[ServerSettings]:
        """Settings of a server whose store begins with this; it is forgotten at the end."""
        made = self._directory(template)
        settings = ServerSettings(port=0, data_dir=shutil.copytree(made, data_dir), secrets="file", operations=PATIENT)
        if backend == "embedded":
            yield settings
            return
        postgres = self._postgres()
        name = postgres.new_database(self._database(template, postgres))
        try:
            yield settings.model_copy(update={"database_url": SecretStr(postgres.url(name))})
        finally:
            postgres.drop(name)

    def _directory(self, template: Template) -> Path:
        data_dir = self._root / template.name
        if not data_dir.exists():
            template.fill(ServerSettings(data_dir=data_dir, secrets="file"))
        return data_dir

    def _database(self, template: Template, postgres: Postgres) -> str:
        """The name of the template's database, whose keys are those of its directory."""
        if template.name not in self._databases:
            postgres.say(f'CREATE DATABASE "{template.name}"')
            data_dir = shutil.copytree(self._directory(template), self._root / f"{template.name}-database")
            url = SecretStr(postgres.url(template.name))
            template.fill(ServerSettings(data_dir=data_dir, secrets="file", database_url=url))
            self._databases.add(template.name)
        return template.name


@contextmanager
def own_stores(root: Path) -> Iterator[Stores]:
    """The same for whoever is no test; their PostgreSQL starts when it is first needed."""
    with ExitStack() as running:
        yield Stores(root, cache(lambda: running.enter_context(postgres_server())))


@pytest.fixture(scope="session")
def stores(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Stores:
    """This session's templates."""
    return Stores(tmp_path_factory.mktemp("stores"), lambda: request.getfixturevalue("postgres"))


@pytest.fixture(params=BOTH)
def backend(request: pytest.FixtureRequest) -> str:
    """Which store the test runs on, one of BOTH."""
    chosen: str = request.param
    return chosen


@pytest.fixture
def clock() -> StandingClock:
    """Whoever needs one, has the same as the house."""
    return StandingClock()


@pytest.fixture
def house(settings: ServerSettings, clock: StandingClock) -> Iterator["House"]:
    """Of the folder's own `settings`, without doors and without jobs."""
    from desk_client.bootstrap.house import close_house, open_house  # noqa: PLC0415 - as above

    house = open_house(settings, clock=clock)
    yield house
    close_house(house)
