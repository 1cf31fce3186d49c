"""A talk of three is recorded at one of them: each in their own tile, in time, whoever joins or leaves meanwhile."""

import os
import statistics
from itertools import combinations
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest

from desk_client.rtc.apart_port import KeepApart
from desk_client.rtc.composing.canvas import TILE_HEIGHT, TILE_WIDTH
from desk_client.rtc.composing.composer import Composed, compose
from desk_client.rtc.picture import stamp
from desk_client.rtc.port import ClosePeer
from desk_client.rtc.rate.estimator import Estimator
from desk_client.rtc.recording.chunks import Folder
from desk_client.rtc.recording.pieces import Piece, PieceKind, unpacked
from desk_client.rtc.recording.sealed_file import BlockReader, sealed_block
from desk_client.rtc.recording_port import Record, RecordingEnded, StopRecording
from desk_client.rtc.sound.meter import SAMPLE_RATE
from tests.fakes.call_end import soon
from tests.fakes.mesh import FPS, Person, connect, mesh, people

KEY = os.urandom(32)
LINE_BPS = 600_000
PLACES = ((0, 0), (0, 1), (1, 0), (1, 1))
"""Row and column of a square of four."""
_WINDOW = SAMPLE_RATE // 20
_HEARD = 0.05


@pytest.fixture(autouse=True)
def _lines_are_what_the_test_makes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three engines in one process are late on a busy machine, which looks like a full line."""
    monkeypatch.setattr(Estimator, "target_bps", property(lambda _self: LINE_BPS))
    monkeypatch.setattr(Estimator, "loss", property(lambda _self: 0.0))


def pieces_of(folder: Folder) -> list[Piece]:
    return [piece for chunk in folder.read(KEY) for piece in unpacked(chunk)]


def pictures(folder: Folder, peer: Person | None, after_us: int = 0) -> int:
    """How many of one of the peers, or of the end that records, were kept after a moment."""
    found = pieces_of(folder)
    of = {each.connection: each.payload.decode() for each in found if each.kind is PieceKind.BEGUN}
    return sum(
        each.kind is PieceKind.PICTURE
        and each.at_us > after_us
        and (each.own if peer is None else not each.own and of[each.connection] == peer.name)
        for each in found
    )


def begin(one: Person, root: Path, *peers: Person) -> Folder:
    one.engine.post(Record("r1", KEY, root, tuple(each.name for each in peers)))
    return Folder(root, "r1")


def stop(one: Person) -> None:
    one.engine.post(StopRecording())
    one.told.until(lambda: RecordingEnded("r1", None) in one.told.events, "it is written")


class Film:
    """The file as it is played: whose stamps stood where at which time, and what was heard."""

    def __init__(self, made: Composed, path: Path) -> None:
        self.stamps: list[tuple[float, dict[int, stamp.Stamp]]] = []
        sound: list[npt.NDArray[np.float32]] = []
        with path.open("rb") as file:
            reader = BlockReader("r1", KEY, made.size, lambda number: sealed_block(file, number))
            with av.open(reader, "r") as container:
                for frame in container.decode(video=0, audio=0):
                    if isinstance(frame, av.AudioFrame):
                        sound.append(frame.to_ndarray().reshape(-1).astype(np.float32))
                    elif isinstance(frame, av.VideoFrame):
                        self.stamps.append((float(frame.time or 0), self._seen(frame)))
        self.sound = np.concatenate(sound)

    @staticmethod
    def _seen(frame: av.VideoFrame) -> dict[int, stamp.Stamp]:
        luma = np.asarray(frame.to_ndarray()[: frame.height], dtype=np.uint8)
        assert luma.shape == (2 * TILE_HEIGHT, 2 * TILE_WIDTH), "three are in a square"
        found = {}
        for place, (row, column) in enumerate(PLACES):
            tile = luma[row * TILE_HEIGHT : (row + 1) * TILE_HEIGHT, column * TILE_WIDTH : (column + 1) * TILE_WIDTH]
            read = stamp.read(tile.copy())
            if read is not None:
                found[place] = read
        return found

    def sources(self, place: int) -> set[int]:
        return {seen[place].source for _, seen in self.stamps if place in seen}

    def times(self, place: int) -> list[float]:
        """When a tile showed something new."""
        found: list[float] = []
        counter = None
        for at_s, seen in self.stamps:
            if place in seen and seen[place].counter != counter:
                counter = seen[place].counter
                found.append(at_s)
        return found

    def apart_ms(self, one: int, other: int) -> float:
        """How far two tiles are from each other, by the clock in their pictures: the median."""
        return statistics.median(
            abs(seen[one].clock_ms - seen[other].clock_ms) for _, seen in self.stamps if {one, other} <= set(seen)
        )

    def heard_s(self, tone_hz: float, from_s: float = 0.0) -> float:
        """For how long a tone of -20 dBFS was there; a starved machine leaves gaps in it."""
        heard = self.sound[round(from_s * SAMPLE_RATE) :]
        phase = np.exp(-2j * np.pi * tone_hz * np.arange(heard.size) / SAMPLE_RATE)
        windows = (heard * phase)[: heard.size // _WINDOW * _WINDOW].reshape(-1, _WINDOW)
        return float(np.count_nonzero(2 * np.abs(windows.mean(axis=1)) > _HEARD)) * _WINDOW / SAMPLE_RATE


def film(folder: Folder) -> Film:
    into = folder.root / "r1.sealed"
    return Film(compose(folder, KEY, into), into)


def test_each_of_three_is_seen_and_heard_in_their_own_tile(tmp_path: Path) -> None:
    with people(1, 2, 3) as members:
        one, other, third = members
        mesh(*members)
        folder = begin(one, tmp_path, other, third)
        soon(lambda: all(pictures(folder, each) > 40 for each in (None, other, third)), "all are recorded", 40)
        stop(one)
    seen = film(folder)
    assert [seen.sources(place) for place in range(4)] == [{1}, {2}, {3}, set()]
    for one_tile, other_tile in combinations(range(3), 2):
        apart_ms = seen.apart_ms(one_tile, other_tile)
        print(f"tiles {one_tile} and {other_tile}: {apart_ms:.0f} ms apart")  # noqa: T201 - a figure, shown by -s
        assert apart_ms <= 1.5 * 1000 / FPS, "two pictures of one moment are never more than a picture apart"
    for person in members:
        assert seen.heard_s(person.tone_hz) > 0.5, person.name
    assert seen.heard_s(2000.0) < 0.1, "a tone of nobody"


def test_who_joins_and_who_leaves_in_the_middle_takes_nothing_from_the_others(tmp_path: Path) -> None:
    with people(1, 2, 3) as (one, other, third):
        connect(one, other)
        one.sees(other)
        folder = begin(one, tmp_path, other, third)
        soon(lambda: pictures(folder, other) > 15, "the first two are recorded", 30)
        connect(one, third)
        soon(lambda: pictures(folder, third) > 20, "who joined is recorded", 30)
        for each in (one, third):
            each.engine.post(ClosePeer((third if each is one else one).name))
        left_us = pieces_of(folder)[-1].at_us
        soon(lambda: pictures(folder, other, left_us) > 70, "the others go on", 40)
        stop(one)
    seen = film(folder)
    assert [seen.sources(place) for place in range(4)] == [{1}, {2}, {3}, set()]
    ours, theirs, joined = (seen.times(place) for place in range(3))
    assert joined[0] > theirs[0] + 0.5
    assert theirs[-1] > joined[-1] + 2.0
    assert ours[-1] > joined[-1] + 2.0, "our own picture goes on by the connections that are left"
    assert seen.heard_s(third.tone_hz, joined[-1] + 1.5) < 0.1, "nothing is heard of who has left"
    sound = [each for each in pieces_of(folder) if each.kind is PieceKind.SOUND and each.at_us > left_us + 1_000_000]
    assert {each.own for each in sound} == {True, False}, "the voices of the others go on"
    last = [seen_ for at_s, seen_ in seen.stamps if at_s > joined[-1] + 6.0]
    assert not [each for each in last if 2 in each], "who has left is not shown as if they were there"


def test_nothing_of_a_word_apart_is_kept(tmp_path: Path) -> None:
    with people(1, 2, 3) as (one, other, third):
        mesh(one, other, third)
        folder = begin(one, tmp_path, other, third)
        soon(lambda: all(pictures(folder, each) > 10 for each in (None, other, third)), "all are recorded", 40)
        one.engine.post(KeepApart(frozenset({other.name})))
        soon(lambda: any(each.kind is PieceKind.PAUSED for each in pieces_of(folder)), "it pauses by itself")
        one.sees(third, 20)
        one.engine.post(KeepApart())
        soon(lambda: any(each.kind is PieceKind.RESUMED for each in pieces_of(folder)), "it goes on")
        resumed = next(each.at_us for each in pieces_of(folder) if each.kind is PieceKind.RESUMED)
        soon(lambda: all(pictures(folder, each, resumed) > 10 for each in (other, third)), "pictures again", 40)
        stop(one)
    found = pieces_of(folder)
    paused = next(each.at_us for each in found if each.kind is PieceKind.PAUSED)
    media = [each for each in found if each.kind in (PieceKind.PICTURE, PieceKind.SOUND)]
    assert resumed - paused > 500_000
    assert not [each for each in media if paused + 5_000 < each.at_us < resumed - 25_000]
    assert film(folder).sources(2) == {3}


def test_a_recording_that_begins_during_a_word_apart_waits_for_its_end(tmp_path: Path) -> None:
    with people(1, 2, 3) as (one, other, third):
        mesh(one, other, third)
        one.engine.post(KeepApart(frozenset({other.name})))
        folder = begin(one, tmp_path, other, third)
        one.sees(third, 20)
        one.engine.post(KeepApart())
        soon(lambda: all(pictures(folder, each) > 5 for each in (other, third)), "it goes on", 40)
        stop(one)
    found = pieces_of(folder)
    resumed = next(each.at_us for each in found if each.kind is PieceKind.RESUMED)
    assert not [each for each in found if each.kind is PieceKind.SOUND and each.at_us < resumed - 25_000]
