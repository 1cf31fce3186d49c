"""A store of any earlier version, with what only versions up to it know, goes up to today's schema and back again."""

from collections.abc import Iterator
from typing import Final

import pytest

from desk_client.server.storage.migrate import head
from desk_client.server.storage.migrations import rows
from tests.integration.storage.first_release import REVISION, Content, build
from tests.integration.storage.newcomers import NEWCOMERS
from tests.integration.storage.stores import Backend, Databases, Files, Opened

EARLIER: Final = [revision for revision in sorted({REVISION, *NEWCOMERS}) if revision < head()]


def _as_of(revision: str, statement: str) -> str:
    """The statements are worded for today's tables."""
    if revision < "0033":
        statement = statement.replace(", own, version)", ")").replace("0, false, 1)", "0)")
    if revision < "0007":
        statement = statement.replace(", whole)", ")").replace("'per_1', 1, true)", "'per_1', 1)")
    if revision < "0006":
        return statement.replace(", unanswered)", ")").replace("'waiting', 0)", "'waiting')")
    return statement


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "BATCH", 2)
        if request.param == "sqlite":
            yield Files(tmp_path_factory.mktemp("stores"))
            return
        databases = Databases(request.getfixturevalue("postgres"))
        yield databases
        databases.close()


@pytest.fixture(scope="module")
def versions(backend: Backend) -> dict[str, Opened]:
    """A store of each version, grown from the one before, with rows that are new in it. Each is for one test."""
    store = backend.empty()
    with store.schema() as connection:
        build(connection)
    grown: dict[str, Opened] = {}
    for revision in EARLIER:
        if revision != REVISION:
            store.up(to=revision)
            # what an earlier revision brought is there since that one
            there = {each for before in NEWCOMERS if before < revision for each in NEWCOMERS[before]}
            store.do(*(_as_of(revision, each) for each in NEWCOMERS[revision] if each not in there))
        grown[revision] = backend.copy(store)
    return grown


def _lasting(content: Content) -> Content:
    """Without what lives five minutes, which no migration takes along."""
    lasting = {table: found for table, found in content.items() if table not in {"challenge", "hold"}}
    return lasting | {"claim": [row for row in content["claim"] if row["expires_at"] is None]}


def test_every_earlier_version_is_tried(versions: dict[str, Opened]) -> None:
    assert [f"{number:04d}" for number in range(1, int(head()))] == list(versions)
    assert [store.revision for store in versions.values()] == list(versions)


@pytest.mark.parametrize("revision", EARLIER)
def test_up_to_today_and_back_nothing_is_lost(versions: dict[str, Opened], revision: str) -> None:
    store = versions[revision]
    before, tables = store.dump(), store.described()
    store.up()
    assert store.revision == head()
    store.down(to=revision)
    assert store.revision == revision
    assert store.described() == tables
    assert _lasting(store.dump()) == _lasting(before)
