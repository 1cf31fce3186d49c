"""A real talk is recorded at one end, composed in a process of its own, and played back."""

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from benchmarks.media_rooms.recorded_talk import OWN_HZ, PEER_HZ, FlashingEnd, middle_ms, onsets, record
from desk_client.rtc.composing.canvas import TILE_HEIGHT, TILE_WIDTH
from desk_client.rtc.composing.composer import Composed, compose
from desk_client.rtc.composing.process import ComposingFailedError, compose_apart
from desk_client.rtc.picture import stamp
from desk_client.rtc.port import PeerConnected
from desk_client.rtc.recording.chunks import Folder
from desk_client.rtc.recording.pieces import Piece, PieceKind, unpacked
from desk_client.rtc.recording.sealed_file import BlockReader, sealed_block
from desk_client.rtc.recording_port import (
    PauseRecording,
    Record,
    RecordingEnded,
    RecordingFault,
    RecordingStarted,
    StopRecording,
)
from tests.fakes.call_end import CallEnd, negotiate, soon

KEY = os.urandom(32)


@pytest.fixture
def ends() -> Iterator[tuple[CallEnd, CallEnd]]:
    with CallEnd(1) as citizen, CallEnd(2) as official:
        yield citizen, official


def pieces_of(folder: Folder) -> list[Piece]:
    return [piece for chunk in folder.read(KEY) for piece in unpacked(chunk)]


def count(folder: Folder, kind: PieceKind, *, own: bool) -> int:
    return sum(piece.kind is kind and piece.own is own for piece in pieces_of(folder))


def is_full(folder: Folder, pictures: int = 40) -> bool:
    return all(count(folder, PieceKind.PICTURE, own=own) >= pictures for own in (True, False))


def stop(end: CallEnd) -> None:
    end.forget()
    end.engine.post(StopRecording())
    assert end.next_event(RecordingEnded).fault is None


def tiles(made: Composed, path: Path) -> tuple[list[int], list[int], float]:
    """Whose stamps the left and the right tile showed, and for how long there was sound."""
    left: list[int] = []
    right: list[int] = []
    heard_s = 0.0
    with path.open("rb") as file:
        reader = BlockReader("r1", KEY, made.size, lambda number: sealed_block(file, number))
        with av.open(reader, "r") as container:
            for frame in container.decode(video=0, audio=0):
                if isinstance(frame, av.AudioFrame):
                    heard_s += frame.samples / frame.sample_rate
                    continue
                assert isinstance(frame, av.VideoFrame)
                luma = np.asarray(frame.to_ndarray()[: frame.height], dtype=np.uint8)
                assert luma.shape == (TILE_HEIGHT, 2 * TILE_WIDTH)
                for place, found in enumerate((left, right)):
                    read = stamp.read(luma[:, place * TILE_WIDTH : (place + 1) * TILE_WIDTH].copy())
                    if read is not None:
                        found.append(read.source)
    return left, right, heard_s


def test_light_and_sound_of_both_ends_are_together(tmp_path: Path) -> None:
    folder, key = record(tmp_path, 8)
    into = tmp_path / "r1.sealed"
    seen = onsets(compose(folder, key, into), into, key)
    for one, other in (("own_light", "peer_light"), ("own_light", "own_sound"), ("peer_light", "peer_sound")):
        apart = seen.apart_ms(one, other)
        assert len(apart) >= 5, (one, other)
        assert abs(middle_ms(apart)) < 45, (one, other, apart)  # ITU-R BT.1359-1: nobody notices less


@pytest.mark.parametrize("codec", ["H264", "VP8"])
def test_both_tiles_show_their_own_person(ends: tuple[CallEnd, CallEnd], tmp_path: Path, codec: str) -> None:
    citizen, official = ends

    def without_h264(sdp: str) -> str:
        for number in re.findall(r"a=rtpmap:(\d+) H264", sdp):
            sdp = re.sub(rf"a=(rtpmap|fmtp|rtcp-fb):{number} .*\r\n", "", sdp)
            sdp = re.sub(rf"(m=video .*?) {number}\b", r"\1", sdp)
        return sdp

    negotiate(official, citizen, 1, without_h264 if codec == "VP8" else str)
    citizen.sees(official.source)
    official.engine.post(Record("r1", KEY, tmp_path))
    assert official.next_event(RecordingStarted) == RecordingStarted("r1")
    folder = Folder(tmp_path, "r1")
    soon(lambda: is_full(folder), "pictures are recorded", 20)
    stop(official)
    pictures = [piece for piece in pieces_of(folder) if piece.kind is PieceKind.PICTURE]
    assert {piece.codec.value for piece in pictures} == {codec}
    assert all(next(piece for piece in pictures if piece.own is own).key_frame for own in (True, False))
    told: list[float] = []
    made = compose_apart(folder, KEY, tmp_path / "r1.sealed", told.append)
    assert told[-1] == 1.0
    left, right, heard_s = tiles(made, tmp_path / "r1.sealed")
    assert set(left) == {official.source}
    assert set(right) == {citizen.source}
    assert len(left) > 30
    assert heard_s == pytest.approx(made.duration_ms / 1000, abs=0.2)


def test_nothing_of_a_pause_is_kept(ends: tuple[CallEnd, CallEnd], tmp_path: Path) -> None:
    citizen, official = ends
    negotiate(official, citizen, 1)
    official.engine.post(Record("r1", KEY, tmp_path))
    folder = Folder(tmp_path, "r1")
    soon(lambda: is_full(folder, 10), "pictures are recorded", 20)
    official.engine.post(PauseRecording(on=True))
    soon(lambda: any(piece.kind is PieceKind.PAUSED for piece in pieces_of(folder)), "it pauses")
    official.forget()
    official.sees(citizen.source, 30)  # the talk goes on
    official.engine.post(PauseRecording(on=False))
    soon(lambda: any(piece.kind is PieceKind.RESUMED for piece in pieces_of(folder)), "it goes on")
    before = count(folder, PieceKind.PICTURE, own=False)
    soon(lambda: count(folder, PieceKind.PICTURE, own=False) > before + 20, "pictures again", 20)
    stop(official)
    pieces = pieces_of(folder)
    paused = next(piece.at_us for piece in pieces if piece.kind is PieceKind.PAUSED)
    resumed = next(piece.at_us for piece in pieces if piece.kind is PieceKind.RESUMED)
    media = [piece for piece in pieces if piece.kind in (PieceKind.PICTURE, PieceKind.SOUND)]
    assert resumed - paused > 500_000
    assert not [piece for piece in media if paused + 5_000 < piece.at_us < resumed - 25_000]
    after = [piece for piece in media if piece.kind is PieceKind.PICTURE and piece.at_us > resumed]
    assert all(next(piece for piece in after if piece.own is own).key_frame for own in (True, False))
    made = compose(folder, KEY, tmp_path / "r1.sealed")
    recorded_s = (pieces[-1].at_us - pieces[0].at_us - (resumed - paused)) / 1e6
    assert made.duration_ms / 1000 < recorded_s + 2.5


def test_a_new_connection_goes_on_in_the_same_tiles(ends: tuple[CallEnd, CallEnd], tmp_path: Path) -> None:
    citizen, official = ends
    negotiate(official, citizen, 1)
    official.engine.post(Record("r1", KEY, tmp_path))
    folder = Folder(tmp_path, "r1")
    soon(lambda: is_full(folder, 10), "pictures are recorded", 20)
    negotiate(citizen, official, 2)
    assert official.next_event(PeerConnected).negotiation == 2

    def of_second() -> int:
        return sum(piece.kind is PieceKind.PICTURE and piece.connection == 2 for piece in pieces_of(folder))

    soon(lambda: of_second() > 40, "the new connection is recorded", 20)
    stop(official)
    left, right, _ = tiles(compose(folder, KEY, tmp_path / "r1.sealed"), tmp_path / "r1.sealed")
    assert set(left) == {official.source}
    assert set(right) == {citizen.source}


def test_a_full_disk_ends_the_recording_and_not_the_call(ends: tuple[CallEnd, CallEnd], tmp_path: Path) -> None:
    citizen, official = ends
    negotiate(official, citizen, 1)
    folder = Folder(tmp_path, "r1")
    folder.path.mkdir()
    (folder.path / "000004.part").symlink_to("/dev/full")
    official.engine.post(Record("r1", KEY, tmp_path))
    ended = official.next_event(RecordingEnded, 20)
    assert ended == RecordingEnded("r1", RecordingFault.DISK_FULL)
    official.forget()
    official.sees(citizen.source, 20)
    assert folder.numbers() == [1, 2, 3]
    assert compose(folder, KEY, tmp_path / "r1.sealed").duration_ms > 500
    official.engine.post(Record("r2", KEY, tmp_path))
    soon(lambda: bool(Folder(tmp_path, "r2").numbers()), "another one can be made")


def test_a_composer_that_is_killed_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with FlashingEnd(1, PEER_HZ) as citizen, FlashingEnd(2, OWN_HZ) as official:
        negotiate(official, citizen, 1)
        official.engine.post(Record("r1", KEY, tmp_path))
        folder = Folder(tmp_path, "r1")
        soon(lambda: is_full(folder), "pictures are recorded", 20)
        stop(official)
    kept = folder.numbers()
    pids: list[int] = []
    popen = __import__("subprocess").Popen

    class Noted(popen):  # type: ignore[misc, valid-type]  # the real one, whose number is noted
        def __init__(self, *args: object, **words: object) -> None:
            super().__init__(*args, **words)
            pids.append(self.pid)

    monkeypatch.setattr("desk_client.rtc.composing.process.subprocess.Popen", Noted)
    with pytest.raises(ComposingFailedError, match="crashed"):
        compose_apart(folder, KEY, tmp_path / "r1.sealed", lambda _share: os.kill(pids[0], signal.SIGKILL))
    assert folder.numbers() == kept
    assert compose_apart(folder, KEY, tmp_path / "r1.sealed").size > 1000
    with pytest.raises(ComposingFailedError, match="broken"):
        compose_apart(folder, bytes(32), tmp_path / "r1.sealed")
    with pytest.raises(ComposingFailedError, match="nothing"):
        compose_apart(Folder(tmp_path, "empty"), KEY, tmp_path / "e.sealed")
