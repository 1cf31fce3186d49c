"""The writer of a recording, on a real disk."""

import threading
from pathlib import Path

import pytest

from desk_client.domain.recording import BLOCK_BYTES
from desk_client.rtc.recording import spool as spools
from desk_client.rtc.recording.chunks import BrokenSealError, DiskFullError, Folder
from desk_client.rtc.recording.pieces import Piece, PieceKind, unpacked
from desk_client.rtc.recording.sealed_file import BlockReader, SealedWriter, block_count, sealed_block
from desk_client.rtc.recording.spool import Spool
from desk_client.rtc.recording_port import RecordingFault

KEY = bytes(range(32))
WORD = b"what was said in confidence"


def sound(number: int, payload: bytes = WORD) -> Piece:
    return Piece(PieceKind.SOUND, 1, number * 20_000, True, number * 960, payload=payload)


class Faults:
    def __init__(self) -> None:
        self.told: list[RecordingFault] = []
        self.came = threading.Event()

    def __call__(self, fault: RecordingFault) -> None:
        self.told.append(fault)
        self.came.set()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path, "r1", reserve_bytes=0)


@pytest.fixture
def faults() -> Faults:
    return Faults()


def pieces_in(folder: Folder) -> list[Piece]:
    return [piece for chunk in folder.read(KEY) for piece in unpacked(chunk)]


def test_what_was_put_is_on_the_disk_and_nothing_of_it_in_the_clear(folder: Folder, faults: Faults) -> None:
    spool = Spool(folder, KEY, faults)
    assert all(spool.put(sound(number)) for number in range(100))
    spool.close()
    assert pieces_in(folder) == [sound(number) for number in range(100)]
    kept = b"".join(each.read_bytes() for each in folder.path.iterdir())
    assert WORD not in kept
    assert folder.path.stat().st_mode & 0o077 == 0
    assert not spool.put(sound(100))
    assert not faults.told


def test_a_recording_that_goes_on_keeps_what_was_there(folder: Folder, faults: Faults) -> None:
    for number in range(2):
        spool = Spool(folder, KEY, faults)
        spool.put(sound(number))
        spool.close()
    assert pieces_in(folder) == [sound(0), sound(1)]


def test_a_full_disk_ends_it_and_leaves_a_valid_beginning(folder: Folder, faults: Faults) -> None:
    first = Spool(folder, KEY, faults)
    first.put(sound(0))
    first.close()
    (folder.path / "000002.part").symlink_to("/dev/full")  # the system itself says that there is no room
    second = Spool(folder, KEY, faults)
    second.put(sound(1))
    second.close()
    assert faults.told == [RecordingFault.DISK_FULL]
    assert second.failed
    assert not second.put(sound(2))
    assert pieces_in(folder) == [sound(0)]
    assert [each.name for each in folder.path.iterdir()] == ["000001.chunk"]


def test_it_ends_before_the_rest_of_the_machine_has_no_room(tmp_path: Path, faults: Faults) -> None:
    room = [10_000_000]
    folder = Folder(tmp_path, "r1", reserve_bytes=1_000_000, free=lambda _path: room[0])
    spool = Spool(folder, KEY, faults)
    spool.put(sound(0))
    room[0] = 999_999
    spool.put(sound(1, bytes(300_000)))
    assert faults.came.wait(5)
    spool.close()
    assert faults.told == [RecordingFault.DISK_FULL]
    with pytest.raises(DiskFullError):
        folder.make()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, faults: Faults) -> None:
    (tmp_path / "r1").write_text("in the way")
    spool = Spool(Folder(tmp_path, "r1", reserve_bytes=0), KEY, faults)
    assert faults.came.wait(5)
    spool.close()
    assert faults.told == [RecordingFault.DISK_FAILED]


def test_a_disk_that_stands_still_loses_pieces_and_blocks_nobody(
    folder: Folder, faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    stands, may_go = threading.Event(), threading.Event()
    write = Folder.write

    def slow(self: Folder, key: bytes, number: int, data: bytes) -> None:
        stands.set()
        may_go.wait(10)
        write(self, key, number, data)

    monkeypatch.setattr(Folder, "write", slow)
    monkeypatch.setattr(spools, "MOST_WAITING_BYTES", 1_000_000)
    spool = Spool(folder, KEY, faults)
    big = bytes(400_000)
    assert spool.put(sound(0, big))
    assert stands.wait(5)
    assert spool.put(sound(1, big))
    assert not spool.put(sound(2, big))
    assert spool.lost == 1
    may_go.set()
    spool.close()
    assert [piece.timestamp for piece in pieces_in(folder)] == [0, 960]


@pytest.mark.parametrize("harm", ["changed", "moved", "other key", "other recording"])
def test_what_was_tampered_with_is_not_opened(folder: Folder, faults: Faults, harm: str) -> None:
    for number in range(2):
        spool = Spool(folder, KEY, faults)
        spool.put(sound(number))
        spool.close()
    first, second = (folder.path / f"00000{number}.chunk" for number in (1, 2))
    key, read = KEY, folder
    match harm:
        case "changed":
            first.write_bytes(first.read_bytes()[:-1] + b"\0")
        case "moved":
            second.replace(first)
        case "other key":
            key = bytes(32)
        case _:
            folder.path.rename(folder.root / "r2")
            read = Folder(folder.root, "r2")
    with pytest.raises(BrokenSealError):
        list(read.read(key))


def test_a_sealed_file_is_written_and_read_anywhere(tmp_path: Path) -> None:
    path = tmp_path / "file"
    content = bytearray(number % 251 for number in range(2_500_000))
    with SealedWriter(path, "r1", KEY) as writer:
        for start in range(0, len(content), 100_000):
            writer.write(bytes(content[start : start + 100_000]))
        for place in (0, BLOCK_BYTES - 2, 1_000_000):
            writer.seek(place)
            writer.write(b"later")
            content[place : place + 5] = b"later"
        assert writer.size == len(content)
    assert bytes(content[:64]) not in path.read_bytes()
    with path.open("rb") as file:
        reader = BlockReader("r1", KEY, len(content), lambda number: sealed_block(file, number))
        assert reader.read() == content
        reader.seek(BLOCK_BYTES - 10)
        assert reader.read(20) == content[BLOCK_BYTES - 10 : BLOCK_BYTES + 10]
        assert reader.seek(0, 2) == len(content)
        assert reader.read(5) == b""
        swapped = BlockReader("r1", KEY, len(content), lambda number: sealed_block(file, 1 - number))
        with pytest.raises(BrokenSealError):
            swapped.read(5)
    assert block_count(len(content)) == 10
