"""A store that is copied to the other kind, and back, is the same store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Table, delete, insert, select, text
from sqlalchemy.exc import IntegrityError

from desk_client.server.storage import copying
from desk_client.server.storage.copying import copy_store
from desk_client.server.storage.embedded import open_embedded
from desk_client.server.storage.errors import CopyDiffersError, OtherSchemaError, TargetNotEmptyError
from desk_client.server.storage.port import Store
from desk_client.server.storage.postgres import open_postgres
from desk_client.server.storage.tables.bookkeeping import change
from desk_client.server.storage.tables.region import agency, holiday, office
from tests.fakes.clock import StandingClock
from tests.integration.storage.conftest import KEY

NOW = StandingClock().now()


def fill(connection: Connection) -> None:
    """Rows of every kind of column: Arabic, numbers, moments, truth, bytes and nothing."""
    connection.execute(insert(agency), [{"id": "emirate", "name_ar": "إمارة المنطقة", "name_en": "Emirate", "rank": 1}])
    empty = {column.name: "" for column in office.columns if not column.nullable}
    row = empty | {"agency_id": "emirate", "zone": "Asia/Riyadh", "rank": 1, "rung": "emirate", "shows_position": True}
    row |= {"calendar_version": 1, "version": 1}
    connection.execute(insert(office), [row | {"id": f"office-{number}"} for number in range(2500)])
    connection.execute(
        insert(holiday), [{"day": "2026-09-23", "name_ar": "اليوم الوطني", "name_en": "National Day", "works": False}]
    )
    hint = {"at": NOW, "appointment_id": "a", "office_id": "emir", "person_id": "p"}
    connection.execute(insert(change), [hint] * 40)
    connection.execute(delete(change).where(change.c.seq > 30))


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Store]:
    store = open_embedded(tmp_path / "majlis.db", KEY)
    yield store
    store.close()


@pytest.fixture
def other_embedded(tmp_path: Path) -> Iterator[Store]:
    store = open_embedded(tmp_path / "other.db", KEY)
    yield store
    store.close()


@pytest.fixture
def database(migrated_url: str) -> Iterator[Store]:
    store = open_postgres(migrated_url)
    yield store
    store.close()


def next_hint(store: Store) -> int:
    def hint(connection: Connection) -> int:
        added = connection.execute(
            insert(change).values(at=NOW, appointment_id="a", office_id="e", person_id="p").returning(change.c.seq)
        )
        return int(added.scalar_one())

    return store.write(hint).result()


def test_there_and_back_nothing_differs_and_no_number_is_given_twice(
    embedded: Store, database: Store, other_embedded: Store
) -> None:
    embedded.write(fill).result()
    there = copy_store(embedded, database)
    counts = {table.name: table.rows for table in there.tables if table.rows}
    assert counts == {"agency": 1, "office": 2500, "holiday": 1, "change": 30}
    assert there.rows == 2532
    back = copy_store(database, other_embedded)
    assert back == there
    everything = select(office).order_by(office.c.id)
    assert [tuple(row) for row in other_embedded.read(lambda c: c.execute(everything).all())] == [
        tuple(row) for row in embedded.read(lambda c: c.execute(everything).all())
    ]
    assert other_embedded.read(lambda c: c.execute(select(change.c.at)).scalars().first()) == NOW
    assert next_hint(database) == 41
    assert next_hint(other_embedded) == 41


def test_the_target_watches_over_references_as_before(embedded: Store, database: Store) -> None:
    embedded.write(fill).result()

    def keys(connection: Connection) -> list[tuple[str, str]]:
        found = connection.execute(
            text("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' ORDER BY conname")
        )
        return [(row[0], row[1]) for row in found]

    before = database.read(keys)
    copy_store(embedded, database)
    assert database.read(keys) == before
    orphan = delete(agency).where(agency.c.id == "emirate")
    assert isinstance(database.write(lambda c: c.execute(orphan).rowcount).exception(), IntegrityError)


def test_only_an_empty_store_of_the_same_schema_is_a_target(embedded: Store, database: Store) -> None:
    next_hint(database)
    with pytest.raises(TargetNotEmptyError, match="change"):
        copy_store(embedded, database)
    database.write(lambda c: c.execute(delete(change)).rowcount).result()
    database.write(lambda c: c.execute(text("UPDATE alembic_version SET version_num = '0001'"))).result()
    with pytest.raises(OtherSchemaError, match="target 0001"):
        copy_store(embedded, database)


def test_a_copy_that_differs_leaves_the_target_empty(
    embedded: Store, database: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded.write(fill).result()

    def corrupt(connection: Connection, table: Table) -> Iterator[object]:
        if table.name == "office" and connection.dialect.name == "postgresql":
            connection.execute(text("UPDATE office SET title_ar = 'x' WHERE id = 'office-7'"))
        return batches(connection, table)

    batches = copying._batches
    monkeypatch.setattr(copying, "_batches", corrupt)
    with pytest.raises(CopyDiffersError, match="office"):
        copy_store(embedded, database)
    assert database.read(lambda c: c.execute(select(agency)).all()) == []
