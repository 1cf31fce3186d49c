"""The embedded store on a disk that is full, fails or may only be read: nothing false is said, nothing is broken."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, text

from desk_client.server.storage.embedded import open_embedded
from desk_client.server.storage.errors import Fault, StoreUnavailableError, UnwritableError
from desk_client.server.storage.port import Store
from tests.integration.storage.conftest import KEY
from tests.integration.storage.places import scratch, seat, take, taken

Opened = Callable[[Path], Store]

FAILING_FSYNC = """
import json, sys
from pathlib import Path
from desk_client.server.storage.embedded import open_embedded
from desk_client.server.storage.errors import StoreUnavailableError
from tests.integration.storage.failing import fail_fsync
from tests.integration.storage.places import scratch, take, taken

def outcome(future):
    error = future.exception()
    return None if error is None else error.fault.value

store = open_embedded(Path(sys.argv[1]), bytes(range(32)))
store.write(scratch.create_all).result()
said = [outcome(store.write(take(number))) for number in range(5)]
try:
    store.write(fail_fsync).result()
except StoreUnavailableError:
    pass
said += [outcome(store.write(take(number))) for number in range(5, 10)]
print(json.dumps([said, store.read(taken)]))
store.close()
"""


@pytest.fixture
def path(tmp_path: Path, migrated_file: Path) -> Path:
    path = tmp_path / "majlis.db"
    path.write_bytes(migrated_file.read_bytes())
    return path


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Opens stores, and closes them however the test ends."""
    stores: list[Store] = []

    def open_one(path: Path) -> Store:
        stores.append(open_embedded(path, KEY))
        stores[-1].write(scratch.create_all).result()
        return stores[-1]

    yield open_one
    for store in stores:
        store.close()


def bulky(number: int) -> Callable[[Connection], int]:
    """A seat whose row takes room."""
    row = {"number": number, "owner": "x" * 200_000, "visits": 0}
    return lambda connection: connection.execute(insert(seat), row).rowcount


def faults(futures: Iterable[Future[int]]) -> list[Fault | None]:
    """What became of each; an iterator is asked for the next only after that."""
    found = []
    for future in futures:
        error = future.exception()
        assert error is None or isinstance(error, StoreUnavailableError), error
        found.append(None if error is None else error.fault)
    return found


def sound(path: Path) -> list[int]:
    """The seats of a store that was opened anew and looked through."""
    store = open_embedded(path, KEY)
    assert store.read(lambda connection: connection.execute(text("PRAGMA integrity_check")).scalars().all()) == ["ok"]
    assert store.read(lambda connection: connection.execute(text("PRAGMA foreign_key_check")).all()) == []
    found = store.read(taken)
    store.close()
    return found


def acknowledged(found: list[Fault | None]) -> list[int]:
    return [number for number, fault in enumerate(found) if fault is None]


def test_a_store_that_may_grow_no_more_says_so_and_goes_on_when_it_may(path: Path, opened: Opened) -> None:
    store = opened(path)

    def limit(pages: int) -> None:
        store.write(lambda c: c.execute(text(f"PRAGMA max_page_count = {pages}")).scalar_one()).result()

    limit(store.read(lambda c: int(c.execute(text("PRAGMA page_count")).scalar_one())) + 300)
    found = faults(store.write(bulky(number)) for number in range(60))
    assert set(found) == {None, Fault.FULL}
    assert store.read(taken) == acknowledged(found)
    limit(1_000_000)
    assert store.write(bulky(1000)).result() == 1
    store.close()
    assert sound(path) == [*acknowledged(found), 1000]


def test_a_full_disk_keeps_what_was_acknowledged_and_works_again_when_there_is_room(
    small_disk: Path, migrated_file: Path, opened: Opened
) -> None:
    path = small_disk / "majlis.db"
    path.write_bytes(migrated_file.read_bytes())
    store = opened(path)
    found = faults(store.write(bulky(number)) for number in range(60))
    assert set(found) == {None, Fault.FULL}
    assert faults([store.write(bulky(number)) for number in range(100, 103)]) == [Fault.FULL] * 3
    assert store.read(taken) == acknowledged(found)
    subprocess.run(["mount", "-o", "remount,size=60m", small_disk], check=True)
    assert store.write(bulky(1000)).result() == 1
    store.close()
    assert sound(path) == [*acknowledged(found), 1000]


def test_a_directory_that_may_only_be_read_is_said_when_opening(small_disk: Path, migrated_file: Path) -> None:
    path = small_disk / "majlis.db"
    path.write_bytes(migrated_file.read_bytes())
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(UnwritableError, match="cannot be opened for writing"):
        open_embedded(path, KEY)


def test_a_store_that_turns_read_only_says_so_and_goes_on_when_it_may_write(path: Path, opened: Opened) -> None:
    store = opened(path)
    store.write(lambda c: c.execute(text("PRAGMA query_only = ON")).close()).result()
    assert faults([store.write(take(1))]) == [Fault.READ_ONLY]
    store.write(lambda c: c.execute(text("PRAGMA query_only = OFF")).close()).result()
    assert faults([store.write(take(2))]) == [None]
    store.close()
    assert sound(path) == [2]


def test_a_disk_that_fails_to_keep_a_commit_is_never_taken_at_its_word(path: Path) -> None:
    """In a process of its own, whose writer's fsync answers EIO from some moment on."""
    if sys.platform != "linux":
        pytest.skip("only Linux filters system calls")
    run = subprocess.run(
        [sys.executable, "-c", FAILING_FSYNC, path],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert run.returncode == 0, run.stderr
    said, seen = json.loads(run.stdout)
    assert said == [None] * 5 + ["disk"] * 5
    assert seen == [0, 1, 2, 3, 4]
    # what was refused may have reached the disk all the same (nobody knows), what was acknowledged must
    assert set(sound(path)) >= {0, 1, 2, 3, 4}


def test_another_process_that_does_not_let_go_is_waited_for_only_so_long(path: Path, opened: Opened) -> None:
    store = opened(path)
    other = opened(path)

    def hold(_connection: Connection) -> Fault | None:
        return faults([store.write(take(1))])[0]

    assert other.write(hold).result() is Fault.BUSY
    assert faults([store.write(take(2))]) == [None]
