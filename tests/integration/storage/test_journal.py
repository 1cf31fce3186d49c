"""The journal of an embedded store on a second disk that is full, fails, missing or another's: nothing is lost."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert

from desk_client.server.continuity import files
from desk_client.server.continuity.files import BackupError
from desk_client.server.continuity.journal import StatementJournal
from desk_client.server.continuity.port import JournalUnusableError
from desk_client.server.continuity.records import journal_files
from desk_client.server.continuity.replay import Replayed, replayed
from desk_client.server.storage.embedded import EmbeddedStore, open_embedded
from desk_client.server.storage.errors import Fault, StoreUnavailableError
from tests.integration.storage.conftest import KEY
from tests.integration.storage.places import scratch, seat, take, taken

SEAL, OTHER_SEAL, NEW_KEY = b"s" * 32, b"o" * 32, b"n" * 32

FAILING_FSYNC = """
import json, sys
from pathlib import Path
from desk_client.server.continuity.journal import StatementJournal
from desk_client.server.storage.embedded import open_embedded
from tests.integration.storage.failing import fail_fsync
from tests.integration.storage.places import take, taken

def outcome(future):
    error = future.exception()
    return None if error is None else error.fault.value

store = open_embedded(Path(sys.argv[1]), bytes(range(32)), witness=StatementJournal(Path(sys.argv[2]), b"s" * 32))
said = [outcome(store.write(take(number))) for number in range(5)]
store.write(fail_fsync).result()
said += [outcome(store.write(take(number))) for number in range(5, 10)]
print(json.dumps([said, store.read(taken)]))
store.close()
"""


@dataclass
class Desk:
    """A store with a journal, and a copy of it from its first day."""

    path: Path
    journal: Path
    copy: Path

    def open(self, kind: type[StatementJournal] = StatementJournal) -> EmbeddedStore:
        return open_embedded(self.path, KEY, witness=kind(self.journal, SEAL))

    def back(self, seal: bytes = SEAL) -> Replayed:
        """Bring the copy up to the journal's end, and compare it with the store."""
        target = self.copy.with_suffix(".back")
        target.unlink(missing_ok=True)
        files.copied(self.copy, NEW_KEY, target, NEW_KEY)
        done = replayed(target, NEW_KEY, self.journal, seal)
        assert files.content(target, NEW_KEY).differing(files.content(self.path, KEY)) == []
        return done


@pytest.fixture
def desk(tmp_path: Path, migrated_file: Path) -> Desk:
    desk = Desk(tmp_path / "majlis.db", tmp_path / "second", tmp_path / "copy.db")
    shutil.copy(migrated_file, desk.path)
    desk.journal.mkdir()
    begun(desk)
    return desk


def begun(desk: Desk) -> None:
    store = desk.open()
    store.write(scratch.create_all).result()
    store.close()
    files.copied(desk.path, KEY, desk.copy, NEW_KEY)


def bulky(number: int) -> Callable[[Connection], int]:
    """A seat whose row takes room, sealed as well."""
    row = {"number": number, "owner": os.urandom(50_000).hex(), "visits": 0}
    return lambda connection: connection.execute(insert(seat), row).rowcount


def faults(futures: Iterable[Future[int]]) -> list[Fault | None]:
    """What became of each; an iterator is asked for the next only after that."""
    found = []
    for future in futures:
        error = future.exception()
        assert error is None or isinstance(error, StoreUnavailableError), error
        found.append(None if error is None else error.fault)
    return found


def acknowledged(found: list[Fault | None]) -> list[int]:
    return [number for number, fault in enumerate(found) if fault is None]


def test_a_full_second_disk_keeps_commits_from_being_made_until_there_is_room(desk: Desk, small_disk: Path) -> None:
    desk.journal = small_disk
    begun(desk)
    store = desk.open()
    found = faults(store.write(bulky(number)) for number in range(150))
    assert set(found) == {None, Fault.JOURNAL}
    assert store.read(taken) == acknowledged(found)
    subprocess.run(["mount", "-o", "remount,size=60m", small_disk], check=True)
    assert store.write(bulky(1000)).result() == 1
    store.close()
    assert desk.back().beyond == 0


@pytest.mark.skipif(sys.platform != "linux", reason="system calls are filtered by Linux")
def test_what_the_second_disk_fails_to_keep_is_not_committed(desk: Desk) -> None:
    command = [sys.executable, "-c", FAILING_FSYNC, str(desk.path), str(desk.journal)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said, held = json.loads(done.stdout)
    assert said == [None] * 5 + ["journal"] * 5
    assert held == [0, 1, 2, 3, 4]
    store = desk.open()
    assert store.read(taken) == held
    store.write(take(5)).result()
    store.close()
    assert desk.back() == Replayed(1, 7, 0)  # the journal goes on: what was kept and not committed was cut off


class Forgetful(StatementJournal):
    """Commits that it kept do not come, while `fails`: as where the store's own disk fails."""

    fails = True

    def in_commit(self, connection: Connection) -> None:
        super().in_commit(connection)
        if self.fails:
            raise StoreUnavailableError(Fault.DISK)


@pytest.fixture
def forgetful(desk: Desk) -> Iterator[EmbeddedStore]:
    store = desk.open(Forgetful)
    yield store
    store.close()


def test_of_two_that_drew_one_number_the_journal_knows_the_one_that_was_committed(
    desk: Desk, forgetful: EmbeddedStore
) -> None:
    assert faults([forgetful.write(take(1)), forgetful.write(take(2))]) == [Fault.DISK] * 2
    other = desk.open()  # another program, whose file is another
    other.write(take(3)).result()
    assert isinstance(forgetful._witness, Forgetful)
    forgetful._witness.fails = False
    forgetful.write(take(4)).result()
    other.close()
    forgetful.close()
    assert desk.back() == Replayed(1, 3, 0)


def test_a_commit_that_never_came_is_cut_off_at_the_next_start(desk: Desk, forgetful: EmbeddedStore) -> None:
    forgetful.write(take(1)).exception()
    forgetful.close()
    assert max(each.last for each in journal_files(desk.journal)) == 2
    desk.open().close()
    assert max(each.last for each in journal_files(desk.journal)) == 1
    assert desk.back() == Replayed(1, 1, 0)


@pytest.mark.parametrize("left", [1, 19, 60], ids=["head", "whole head", "body"])
def test_a_record_that_is_torn_is_none(desk: Desk, left: int) -> None:
    store = desk.open()
    store.write(take(1)).result()
    store.close()
    file = max(journal_files(desk.journal), key=lambda each: each.last)
    content = file.path.read_bytes()
    last = list(file.places())[-1]
    file.path.write_bytes(content + content[last.at : last.at + left])
    assert desk.back() == Replayed(1, 2, 0)
    store = desk.open()
    store.write(take(2)).result()
    store.close()
    assert desk.back() == Replayed(1, 3, 0)


def test_a_record_that_was_changed_is_noticed(desk: Desk) -> None:
    store = desk.open()
    store.write(take(1)).result()
    store.close()
    file = max(journal_files(desk.journal), key=lambda each: each.last)
    content = bytearray(file.path.read_bytes())
    content[-1] ^= 1
    file.path.write_bytes(content)
    with pytest.raises(BackupError, match="damaged at record 2"):
        desk.back()


def test_a_missing_folder_is_no_new_journal(desk: Desk) -> None:
    desk.journal.rename(desk.journal.with_name("unmounted"))
    with pytest.raises(JournalUnusableError, match="is not there"):
        desk.open()
    assert not desk.journal.exists()
    with pytest.raises(BackupError, match="the folder is not there"):
        desk.back()


def test_the_journal_of_another_key_is_neither_written_nor_read(desk: Desk) -> None:
    with pytest.raises(BackupError, match="sealed with other keys"):
        desk.back(OTHER_SEAL)
    witness = StatementJournal(desk.journal, OTHER_SEAL)
    with pytest.raises(JournalUnusableError, match="keys of another installation"):
        open_embedded(desk.path, KEY, witness=witness)
    witness.close()


def test_the_journal_of_another_store_brings_nothing_back(desk: Desk, tmp_path: Path, migrated_file: Path) -> None:
    other = Desk(tmp_path / "other.db", tmp_path / "theirs", tmp_path / "their-copy.db")
    shutil.copy(migrated_file, other.path)
    other.journal.mkdir()
    begun(other)
    desk.journal = other.journal
    with pytest.raises(BackupError, match="does not belong to the backup: it is another store's"):
        desk.back()


def test_a_store_older_than_its_journal_is_not_written_on(desk: Desk) -> None:
    before = desk.path.with_name("before.db")
    shutil.copy(desk.path, before)
    store = desk.open()
    for number in range(3):
        store.write(take(number)).result()
    store.close()
    shutil.copy(before, desk.path)
    with pytest.raises(JournalUnusableError, match="3 commits more"):
        desk.open()
