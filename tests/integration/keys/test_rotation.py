"""A new key for the vault, on both stores: crashes, and servers that write meanwhile."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, func, insert, select, update

from desk_client.bootstrap.stores import open_store
from desk_client.config.secrets import FileSecrets
from desk_client.config.settings import ServerSettings
from desk_client.server.jobs.key_rotation import SERVERS_NOTICE_WITHIN_S, KeyInUseError, Rotation, forget_old, rotate
from desk_client.server.security.vault import SealBrokenError, Vault
from desk_client.server.security.vault_keys import VaultKeys
from desk_client.server.storage.port import Store
from desk_client.server.storage.sealed import SEALED
from desk_client.server.storage.tables.bookkeeping import idempotency
from desk_client.server.storage.tables.people import person
from tests.integration.keys.rotating import BATCH, STOPS_AT
from tests.stores import Stores, Template

PEOPLE = 30
ANSWERS = 15
LATE = 9  # writes while a rotation runs: enough that some fall where it has been already
NOW = datetime(2026, 3, 1, tzinfo=UTC)


@dataclass
class Place:
    """One installation: its store, its keys, and the vault of one of its servers."""

    settings: ServerSettings
    store: Store
    keys: VaultKeys
    vault: Vault

    @classmethod
    def open(cls, settings: ServerSettings) -> "Place":
        secrets = FileSecrets(settings.directory.secrets)
        keys = VaultKeys(secrets)
        vault = keys.vault()
        return cls(settings, open_store(settings, secrets, {"vault": vault}), keys, vault)

    def fill(self) -> None:
        def rows(connection: Connection) -> None:
            for number in range(PEOPLE):
                add_person(connection, self.vault, number)
            for number in range(ANSWERS):
                sealed = self.vault.seal("idempotency.answer", f"actor/key-{number:02}", f"answer {number}")
                connection.execute(
                    insert(idempotency).values(
                        actor="actor",
                        key=f"key-{number:02}",
                        request_hash=bytes(32),
                        answer_sealed=sealed,
                        created_at=NOW,
                    )
                )

        self.store.write(rows).result()

    def names(self) -> dict[str, str]:
        """Everybody's name as it opens; raises where one does not."""

        def read(connection: Connection) -> dict[str, str]:
            rows = connection.execute(
                select(person.c.id, person.c.name_sealed).where(person.c.name_sealed.is_not(None))
            )
            return {row.id: self.vault.open("person.name", row.id, row.name_sealed) for row in rows}

        return self.store.read(read)

    def answers(self) -> list[str]:
        def read(connection: Connection) -> list[str]:
            rows = connection.execute(select(idempotency).order_by(idempotency.c.key))
            return [self.vault.open("idempotency.answer", f"{row.actor}/{row.key}", row.answer_sealed) for row in rows]

        return self.store.read(read)

    def versions(self) -> dict[int, int]:
        """How many values each key sealed."""

        def read(connection: Connection) -> dict[int, int]:
            counts: dict[int, int] = {}
            for column in SEALED:
                for value in connection.scalars(select(column.table.c[column.column])):
                    if value is not None:
                        version = self.vault.version_of(value)
                        counts[version] = counts.get(version, 0) + 1
            return counts

        return self.store.read(read)


def add_person(connection: Connection, vault: Vault, number: int) -> None:
    row = f"person-{number:03}"
    connection.execute(
        insert(person).values(
            id=row,
            document="national_id",
            number_sealed=vault.seal("person.number", row, str(number)),
            number_index=vault.index("number", str(number)),
            mobile_sealed=vault.seal("person.mobile", row, f"+9665{number:08}"),
            name_sealed=vault.seal("person.name", row, f"name {number}"),
            language="ar",
            created_at=NOW,
        )
    )


EVERYBODY = {f"person-{number:03}": f"name {number}" for number in range(PEOPLE)}
VALUES = 3 * PEOPLE + ANSWERS


def fill(settings: ServerSettings) -> None:
    settings.directory.created()
    made = Place.open(settings)
    try:
        made.fill()
    finally:
        made.store.close()


FILLED = Template("filled", fill)
"""With people and answers."""


@pytest.fixture
def settings(tmp_path: Path, stores: Stores, backend: str) -> Iterator[ServerSettings]:
    with stores.copy(FILLED, backend, tmp_path / "data") as settings:
        yield settings


@pytest.fixture
def place(settings: ServerSettings) -> Iterator[Place]:
    made = Place.open(settings)
    try:
        yield made
    finally:
        made.store.close()


def test_everything_is_sealed_again_and_the_old_key_can_be_forgotten(place: Place) -> None:
    assert place.versions() == {1: VALUES}
    told: list[int] = []
    assert rotate(place.store, place.vault, place.keys, batch=BATCH, on_batch=told.append) == Rotation(2, VALUES, 0)
    assert told == sorted(set(told))
    assert told[-1] == VALUES
    assert place.versions() == {2: VALUES}
    assert place.names() == EVERYBODY
    assert place.answers() == [f"answer {number}" for number in range(ANSWERS)]

    waited: list[float] = []
    assert forget_old(place.store, place.vault, place.keys, wait=waited.append) == (1,)
    assert waited == [SERVERS_NOTICE_WITHIN_S]
    assert place.keys.versions() == (2,)
    place.vault = place.keys.vault()
    assert place.names() == EVERYBODY


def test_a_rotation_that_was_killed_in_a_transaction_is_finished_by_the_next(place: Place) -> None:
    place.store.close()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    if place.settings.database_url is not None:
        environment["DESK_DATABASE_URL"] = place.settings.database_url.get_secret_value()
    command = [sys.executable, "-m", "tests.integration.keys.rotating", str(place.settings.data_dir)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"stopped\n"
        process.kill()
    again = Place.open(place.settings)
    place.store = again.store  # which the fixture closes
    kept = (STOPS_AT - 1) // BATCH * BATCH
    assert again.versions() == {1: VALUES - kept, 2: kept}
    assert again.names() == EVERYBODY

    assert rotate(again.store, again.vault, again.keys) == Rotation(2, VALUES - kept, 0)
    assert again.versions() == {2: VALUES}
    assert again.names() == EVERYBODY
    assert again.keys.versions() == (1, 2)


def test_what_servers_write_meanwhile_with_the_old_key_is_neither_lost_nor_left(place: Place) -> None:
    late = Vault(place.keys.keys(), bytes(32))  # it will not look for new keys
    wrote: list[int] = []

    def meanwhile(_done: int) -> None:
        if len(wrote) == LATE:
            return
        wrote.append(PEOPLE + len(wrote))

        def write(connection: Connection) -> None:
            add_person(connection, late, wrote[-1])
            connection.execute(
                update(person)
                .where(person.c.id == "person-000")
                .values(name_sealed=late.seal("person.name", "person-000", f"renamed {len(wrote)}"))
            )
            connection.execute(delete(person).where(person.c.id == f"person-{len(wrote):03}"))

        place.store.write(write).result()

    assert rotate(place.store, place.vault, place.keys, batch=BATCH, on_batch=meanwhile).broken == 0
    assert set(place.versions()) == {2}
    names = place.names()
    assert names.pop("person-000") == f"renamed {LATE}"
    expected = {f"person-{number:03}": f"name {number}" for number in range(LATE + 1, PEOPLE + LATE)}
    assert names == expected


@pytest.mark.parametrize("backend", ["postgres"], indirect=True)  # the other store has one writer at a time
def test_a_value_that_changes_under_the_rotations_hands_is_not_written_over(place: Place) -> None:
    changed: list[str] = []
    late = Vault(place.keys.keys(), bytes(32))

    class Interrupted(Vault):
        def open(self, table: str, row: str, sealed: bytes) -> str:
            if table == "person.name" and not changed:
                changed.append(row)
                new = late.seal("person.name", row, "renamed")
                rename = update(person).where(person.c.id == row).values(name_sealed=new)
                place.store.write(lambda connection: connection.execute(rename).rowcount).result()
            return super().open(table, row, sealed)

    place.vault.__class__ = Interrupted
    rotate(place.store, place.vault, place.keys)
    assert place.versions() == {2: VALUES}
    assert place.names() == {**EVERYBODY, changed[0]: "renamed"}


@pytest.mark.parametrize("backend", ["embedded"], indirect=True)
@pytest.mark.expected_errors("1 sealed values can be opened with no key")
def test_a_damaged_value_stops_nothing_and_keeps_its_key(place: Place) -> None:
    def damage(connection: Connection) -> None:
        other = connection.scalar(select(person.c.name_sealed).where(person.c.id == "person-001"))
        connection.execute(update(person).where(person.c.id == "person-000").values(name_sealed=other))

    place.store.write(damage).result()
    assert rotate(place.store, place.vault, place.keys) == Rotation(2, VALUES - 1, 1)
    with pytest.raises(SealBrokenError):
        place.names()
    with pytest.raises(KeyInUseError, match="1 values"):
        forget_old(place.store, place.vault, place.keys, wait=lambda _: None)
    assert place.keys.versions() == (1, 2)


@pytest.mark.parametrize("backend", ["embedded"], indirect=True)
@pytest.mark.expected_errors("1 sealed values can be opened with no key")
def test_a_damaged_value_does_not_keep_the_next_rotation_from_adding_a_key(place: Place) -> None:
    def damage(connection: Connection) -> None:
        connection.execute(update(person).where(person.c.id == "person-000").values(name_sealed=b"\0\1" + bytes(40)))

    place.store.write(damage).result()
    assert rotate(place.store, place.vault, place.keys).version == 2
    assert rotate(place.store, place.vault, place.keys) == Rotation(3, VALUES - 1, 1)


@pytest.mark.parametrize("backend", ["embedded"], indirect=True)
def test_every_sealed_column_is_gone_through_by_its_own_name(place: Place) -> None:
    names = {column.name for column in SEALED}
    assert {"person.number", "person.mobile", "person.name", "idempotency.answer"} <= names
    assert len(names) == len(SEALED)
    count: Callable[[Connection], list[int | None]] = lambda connection: [  # noqa: E731 - a type for mypy
        connection.scalar(select(func.count()).select_from(column.table)) for column in SEALED
    ]
    assert len(place.store.read(count)) == len(SEALED)
    for column in SEALED:
        for key in column.table.primary_key.columns:
            assert key.type.python_type is str, f"{column.name}: the rotation joins keys that are text"
