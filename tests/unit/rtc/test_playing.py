"""A file is played: its pictures when they are due, its sound as the loudspeaker wants it, from any place on."""

import io
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from desk_client.rtc.composing.container import Container
from desk_client.rtc.playing import Player
from desk_client.rtc.recording.sealed_file import BlockReader, SealedWriter, sealed_block
from desk_client.rtc.sound.card import FRAME
from tests.fakes.call_end import soon
from tests.fakes.camera import grey_picture
from tests.fakes.sound_card import FakeSoundCard

KEY = bytes(32)
SECONDS = 6


class Watched:
    def __init__(self) -> None:
        self.levels: list[int] = []
        self.place = (0.0, False)
        self.faults = 0
        self.shown = threading.Event()

    def frame(self, frame: av.VideoFrame) -> None:
        self.levels.append(int(np.asarray(frame.to_ndarray())[100, 100]))
        self.shown.set()

    def at(self, at_s: float, plays: bool) -> None:
        self.place = at_s, plays

    def fault(self) -> None:
        self.faults += 1


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """Each second has a brightness of its own, and a tone of its own loudness."""
    path = tmp_path_factory.mktemp("played") / "talk.sealed"
    writer = SealedWriter(path, "r1", KEY)
    container = Container(writer, 640, 360)
    for tenth in range(SECONDS * 10):
        container.picture(grey_picture(40 + 30 * (tenth // 10)), tenth / 10)
        tone = 2000 * (1 + tenth // 10) * np.sin(2 * np.pi * 500 * np.arange(4800) / 48_000)
        container.sound(tone.astype(np.int16))
    container.close()
    writer.close()
    return path, writer.size


@pytest.fixture
def watched() -> Watched:
    return Watched()


def opened(file: tuple[Path, int], fetch: Callable[[int], bytes] | None = None) -> Callable[[], io.RawIOBase]:
    path, size = file

    def block(number: int) -> bytes:
        with path.open("rb") as source:
            return sealed_block(source, number)

    return lambda: BlockReader("r1", KEY, size, fetch or block)


@pytest.fixture
def player(file: tuple[Path, int], watched: Watched) -> Iterator[Player]:
    made = Player(opened(file), SECONDS, None, watched.frame, watched.at, watched.fault)
    yield made
    made.close()


def near(level: int, second: int) -> bool:
    return abs(level - 40 - 30 * second) < 8


def test_it_stands_still_at_its_first_picture(player: Player, watched: Watched) -> None:
    assert watched.shown.wait(5)
    assert near(watched.levels[0], 0)
    assert watched.place == (0.0, False)
    del player


def test_it_plays_in_its_own_time_and_ends(player: Player, watched: Watched) -> None:
    assert watched.shown.wait(5)
    begun_s = time.monotonic()
    player.seek(SECONDS - 1.5)
    player.play(on=True)
    soon(lambda: watched.place == (SECONDS, False), "the end", 10)
    assert 1.3 < time.monotonic() - begun_s < 6
    assert near(watched.levels[-1], SECONDS - 1)
    player.play(on=True)
    soon(lambda: watched.place[1] and watched.place[0] < 2, "it begins anew", 10)


@pytest.mark.parametrize("second", [4, 1, 5, 0])
def test_a_place_is_shown_while_it_stands_still(player: Player, watched: Watched, second: int) -> None:
    assert watched.shown.wait(5)
    player.seek(second + 0.55)
    soon(lambda: near(watched.levels[-1], second) and abs(watched.place[0] - second - 0.55) < 0.01, "that place", 10)
    assert not watched.place[1]


def test_what_the_loudspeaker_takes_is_the_clock(file: tuple[Path, int], watched: Watched) -> None:
    card = FakeSoundCard()
    player = Player(opened(file), SECONDS, card, watched.frame, watched.at, watched.fault)
    try:
        assert watched.shown.wait(5)
        assert not card.listen(FRAME).any(), "nothing is heard while it stands still"
        player.seek(3.0)
        player.play(on=True)
        heard: list[int] = []

        def listens() -> bool:
            heard.append(int(np.abs(card.listen(FRAME)).max()))
            return len([each for each in heard if each]) >= 50

        soon(listens, "half a second is heard", 20)
        assert max(heard[-40:]) == pytest.approx(8000, rel=0.2)
        soon(lambda: 3.3 < watched.place[0] < 3.8, "the place follows what was heard", 10)
        at_s = watched.place[0]
        player.play(on=False)
        soon(lambda: not watched.place[1] or not card.listen(FRAME).any(), "it stands still", 10)
        assert watched.place[0] - at_s < 0.5
    finally:
        player.close()


@pytest.mark.parametrize("error", [OSError("away"), ValueError("changed")])
def test_what_cannot_be_read_is_told_once(file: tuple[Path, int], watched: Watched, error: Exception) -> None:
    def fails(_number: int) -> bytes:
        raise error

    player = Player(opened(file, fails), SECONDS, None, watched.frame, watched.at, watched.fault)
    soon(lambda: watched.faults == 1, "it is told")
    player.close()
    assert watched.faults == 1
