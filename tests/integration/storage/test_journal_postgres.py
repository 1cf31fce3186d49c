"""The journal of a PostgreSQL database: what was acknowledged is on the second disk, whoever fails."""

import os
import re
import secrets
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from pydantic import SecretStr
from sqlalchemy import Connection, Table, delete, insert, select, update

from desk_client.bootstrap.check import run_check
from desk_client.bootstrap.continuity import restore, take_backup
from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.continuity_settings import ContinuitySettings
from desk_client.config.secrets import FileSecrets
from desk_client.config.settings import ServerSettings
from desk_client.server.continuity import moment, streamed
from desk_client.server.continuity.files import BackupError
from desk_client.server.continuity.port import JournalUnusableError
from desk_client.server.continuity.records import journal_files
from desk_client.server.continuity.streamed import StreamedJournal
from desk_client.server.house import House
from desk_client.server.storage.copying import RowSum, _plain
from desk_client.server.storage.embedded import embedded_schema
from desk_client.server.storage.errors import Fault, StoreUnavailableError
from desk_client.server.storage.postgres import postgres_schema
from desk_client.server.storage.postgres_door import Door
from desk_client.server.storage.schema import metadata
from desk_client.server.storage.tables.bookkeeping import idempotency
from tests.integration.storage.failing import keep_on_failing_disk
from tests.postgres import JOURNALLED, Postgres, postgres_server
from tests.stores import BLANK, Stores

_NOW = datetime(2026, 11, 22, tzinfo=UTC)
_SLOT = "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
_WITHIN_S = 20.0


@dataclass
class Desk:
    """A server's database, its second disk, and its backups."""

    settings: ServerSettings
    shelf: Path

    @property
    def journal(self) -> Path:
        assert self.settings.continuity.journal is not None
        return self.settings.continuity.journal

    def open(self) -> House:
        return open_house(self.settings)

    def with_journal(self, journal: Path) -> "Desk":
        continuity = ContinuitySettings(journal=journal)
        return Desk(self.settings.model_copy(update={"continuity": continuity}), self.shelf)

    def comes_back(self, place: Path) -> int:
        """Bring the first backup up to the journal's end, compare every row; the number of transactions that came."""
        first = min(self.shelf.iterdir())
        elsewhere = self.settings.model_copy(update={"data_dir": place / "elsewhere", "database_url": None})
        shutil.copytree(self.settings.directory.secrets, elsewhere.directory.secrets)
        restored = restore(elsewhere, first, self.journal, force=False)
        key = FileSecrets(elsewhere.directory.secrets).read("store")
        assert key is not None
        assert self.settings.database_url is not None
        with (
            embedded_schema(elsewhere.directory.store, key) as found,
            postgres_schema(self.settings.database_url.get_secret_value()) as held,
        ):
            differing = [table.name for table in metadata.sorted_tables if summed(found, table) != summed(held, table)]
        assert set(differing) <= {"counter"}  # whose journal this is
        assert restored.journal is not None
        assert restored.journal.beyond == 0
        return restored.journal.after


def summed(connection: Connection, table: Table) -> tuple[int, str]:
    """A table's rows and their digest."""
    total = RowSum()
    total.add(connection.execute(select(_plain(table))))
    return total.rows, total.digest


@pytest.fixture(scope="module")
def database() -> Iterator[Postgres]:
    with postgres_server(settings=JOURNALLED) as server:
        yield server


@pytest.fixture(scope="module")
def journalled(database: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return Stores(tmp_path_factory.mktemp("journalled"), lambda: database)


@pytest.fixture
def desk(database: Postgres, journalled: Stores, tmp_path: Path) -> Iterator[Desk]:
    journal = tmp_path / "second"
    journal.mkdir()
    with journalled.copy(BLANK, "postgres", tmp_path / "data") as settings:
        yield Desk(settings, tmp_path / "shelf").with_journal(journal)
        database.say(_SLOT)


def note(number: int, size: int = 100) -> Callable[[Connection], int]:
    """Work that makes a row; what is in it does not get smaller by being packed."""
    row = {"actor": "x", "key": str(number), "request_hash": b"\0\xff", "answer_sealed": secrets.token_bytes(size)}
    return lambda connection: connection.execute(insert(idempotency).values(**row, created_at=_NOW)).rowcount


def noted(connection: Connection) -> list[int]:
    return sorted(int(key) for key in connection.execute(select(idempotency.c.key)).scalars())


def outcome(house: House, work: Callable[[Connection], int]) -> Fault | None:
    error = house.store.write(work).exception(_WITHIN_S)
    assert error is None or isinstance(error, StoreUnavailableError), error
    return None if error is None else error.fault


def kept_again(house: House) -> None:
    """Wait until the journal is kept."""
    assert isinstance(house.journal, StreamedJournal)
    until = threading.Event()
    for _ in range(int(_WITHIN_S * 20)):
        if house.journal.fault is None:
            return
        until.wait(0.05)
    pytest.fail(f"the journal is not kept again: {house.journal.fault}")


def test_every_row_comes_back_that_was_written_around_a_backup(desk: Desk, tmp_path: Path) -> None:
    house = desk.open()
    going = threading.Event()

    def busy(which: int) -> None:
        """Rows come, change, change their key, and go, in transactions that overlap."""
        number = which
        while not going.is_set():
            number += 10
            assert outcome(house, note(number)) is None
            mine = idempotency.c.key == str(number)
            for statement in (
                update(idempotency).where(mine).values(answer_sealed=b"new"),
                update(idempotency).where(mine).values(key=str(-number)),
                delete(idempotency).where(idempotency.c.key == str(-number + 10)),
            ):
                house.store.write(lambda c, s=statement: c.execute(s).rowcount).result()  # type: ignore[misc]  # mypy cannot type a lambda's default

    with ThreadPoolExecutor(4) as pool:
        all_of_them = [pool.submit(busy, which) for which in range(4)]
        taken = [take_backup(desk.settings, desk.shelf) for _ in range(2)]
        going.set()
        for each in all_of_them:
            each.result()
    assert 0 < taken[0].number < taken[1].number
    close_house(house)
    assert desk.comes_back(tmp_path) > 0


def test_a_backup_waits_for_the_newest_commit_which_the_journal_may_hold_before_anybody_sees_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commit that waits for the journal stands in it already, and no later one may be done yet."""
    monkeypatch.setattr(moment, "_ENDS_WITHIN_S", 0.1)
    house = desk.open()
    assert desk.settings.database_url is not None

    def copy(begun: Callable[[Connection], None]) -> None:
        house.store.read(begun)

    with (
        Door(desk.settings.database_url.get_secret_value()).journal_connection() as committing,
        committing.transaction(),
    ):
        committing.execute("SELECT pg_current_xact_id()")
        before = moment.standing(house.store, desk.journal)
        with pytest.raises(BackupError, match="has not ended"):
            moment.begun_after(before, copy)
    assert moment.begun_after(before, copy)
    close_house(house)


@pytest.mark.expected_errors("nothing is taken: changes are not journalled")
def test_a_full_second_disk_keeps_answers_back_until_there_is_room(
    desk: Desk, small_disk: Path, tmp_path: Path
) -> None:
    desk = desk.with_journal(small_disk)
    house = desk.open()
    take_backup(desk.settings, desk.shelf)
    said = [outcome(house, note(number, 200_000)) for number in range(50)]
    assert set(said) == {None, Fault.UNKNOWN_OUTCOME, Fault.JOURNAL}
    acknowledged = {number for number, fault in enumerate(said) if fault is None}
    unsure = {number for number, fault in enumerate(said) if fault is Fault.UNKNOWN_OUTCOME}
    assert acknowledged <= set(house.store.read(noted)) <= acknowledged | unsure
    subprocess.run(["mount", "-o", "remount,size=60m", small_disk], check=True)
    kept_again(house)
    assert outcome(house, note(1000)) is None
    close_house(house)
    assert desk.comes_back(tmp_path) >= len(acknowledged) + 1


@pytest.mark.expected_errors("nothing is taken: changes are not journalled")
def test_what_the_second_disk_failed_to_keep_is_not_acknowledged_and_kept_later(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streamed, "keep", keep_on_failing_disk)
    house = desk.open()
    take_backup(desk.settings, desk.shelf)
    said = []
    for number in range(20):
        said.append(outcome(house, note(number)))
        kept_again(house)
    assert said.count(Fault.UNKNOWN_OUTCOME) + said.count(None) == 20
    assert Fault.UNKNOWN_OUTCOME in said
    close_house(house)
    assert desk.comes_back(tmp_path) == 20  # each once, though some were kept twice


@pytest.mark.expected_errors("nothing is taken: changes are not journalled")
def test_whoever_keeps_the_journal_is_started_again_after_a_kill(desk: Desk, tmp_path: Path) -> None:
    house = desk.open()
    take_backup(desk.settings, desk.shelf)
    assert outcome(house, note(1)) is None
    assert isinstance(house.journal, StreamedJournal)
    running = house.journal._process._running
    assert running is not None
    assert running[0].pid is not None
    os.kill(running[0].pid, signal.SIGKILL)
    assert outcome(house, note(2)) in {Fault.UNKNOWN_OUTCOME, Fault.JOURNAL, None}
    kept_again(house)
    assert outcome(house, note(3)) is None
    house.journal.turn()
    assert outcome(house, note(4)) is None
    close_house(house)
    lineage = house.journal.lineage
    house = desk.open()  # the same journal goes on
    assert outcome(house, note(5)) is None
    close_house(house)
    assert house.journal is not None
    assert house.journal.lineage == lineage
    assert desk.comes_back(tmp_path) >= 4


def keeper(database: Postgres) -> int | None:
    """Which of PostgreSQL's processes streams to a journal, if any does."""
    with psycopg.connect(database.url("postgres"), options="-c synchronous_commit=local") as connection:
        found = connection.execute("SELECT pid FROM pg_stat_replication WHERE state = 'streaming'").fetchone()
    return None if found is None else int(found[0])


def test_a_second_program_leaves_the_journal_to_the_first_and_takes_it_over(
    desk: Desk, database: Postgres, tmp_path: Path
) -> None:
    first, second = desk.open(), desk.open()
    take_backup(desk.settings, desk.shelf)
    assert outcome(second, note(1)) is None
    before = keeper(database)
    assert before is not None
    close_house(first)
    until = time.monotonic() + _WITHIN_S
    while keeper(database) in {None, before}:  # the second does not know at once that the first has gone
        assert time.monotonic() < until, "nobody took it over"
    kept_again(second)
    assert outcome(second, note(2)) is None
    close_house(second)
    assert desk.comes_back(tmp_path) == 2


def test_a_journal_that_lacks_records_or_is_another_s_brings_nothing_false_back(desk: Desk, tmp_path: Path) -> None:
    house = desk.open()
    taken = take_backup(desk.settings, desk.shelf)
    for number in range(3):
        assert outcome(house, note(number)) is None
        assert house.journal is not None
        house.journal.turn()
    close_house(house)
    elsewhere = desk.settings.model_copy(update={"data_dir": tmp_path / "elsewhere", "database_url": None})
    shutil.copytree(desk.settings.directory.secrets, elsewhere.directory.secrets)
    with_records = sorted((each for each in journal_files(desk.journal) if each.last), key=lambda each: each.last)
    lost = with_records[0].path
    lost.rename(tmp_path / lost.name)
    restored = restore(elsewhere, taken.folder, desk.journal, force=False)
    assert restored.journal is not None
    assert restored.journal.after + restored.journal.beyond < 3
    assert restored.journal.beyond > 0
    (tmp_path / "empty").mkdir()
    with pytest.raises(BackupError, match="the folder holds none"):
        restore(elsewhere, taken.folder, tmp_path / "empty", force=True)


def test_what_keeps_the_journal_from_being_kept_is_a_sentence_at_the_start(
    desk: Desk, postgres: Postgres, database: Postgres, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(JournalUnusableError, match="is not there"):
        desk.with_journal(tmp_path / "unmounted").open()
    name = postgres.new_database()
    plain = desk.settings.model_copy(update={"database_url": SecretStr(postgres.url(name))})
    with pytest.raises(JournalUnusableError, match="wal_level is replica: set it to logical"):
        open_house(plain)
    assert run_check(plain) == 1
    assert "FAIL journal's stream" in re.sub(" +", " ", capsys.readouterr().out)
    postgres.drop(name)
    close_house(desk.open())
    FileSecrets(desk.settings.directory.secrets).write("backup", b"o" * 32)
    with pytest.raises(JournalUnusableError, match="keys of another installation"):
        desk.open()
    other = database.new_database()
    (tmp_path / "theirs").mkdir()
    theirs = desk.with_journal(tmp_path / "theirs").settings
    with pytest.raises(JournalUnusableError, match="belongs to another database"):
        open_house(theirs.model_copy(update={"database_url": SecretStr(database.url(other))}))
    database.drop(other)
