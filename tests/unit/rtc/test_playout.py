"""Sound on its way to the speaker."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desk_client.rtc.playout import CUSHION, LIMIT, PlayoutBuffer

BLOCK = 960


def block(value: int) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    return np.full(BLOCK, value, dtype=np.int16)


def test_it_waits_for_its_cushion_and_then_plays_in_order() -> None:
    buffer = PlayoutBuffer()
    buffer.push(block(1))
    assert not buffer.pull(BLOCK).any()
    for value in range(2, 2 + CUSHION // BLOCK):
        buffer.push(block(value))
    assert [int(buffer.pull(BLOCK)[0]) for _ in range(3)] == [1, 2, 3]


def test_when_it_runs_dry_it_gives_silence_and_gathers_anew() -> None:
    buffer = PlayoutBuffer()
    for value in range(1, 4):
        buffer.push(block(value))
    played = buffer.pull(3 * BLOCK + 100)
    assert played[3 * BLOCK - 1] == 3
    assert not played[3 * BLOCK :].any()
    buffer.push(block(4))
    assert not buffer.pull(BLOCK).any()


def test_too_much_is_dropped_down_to_the_cushion_the_oldest_first() -> None:
    buffer = PlayoutBuffer()
    for value in range(1, LIMIT // BLOCK + 2):
        buffer.push(block(value))
    newest = LIMIT // BLOCK + 1
    assert buffer.pull(BLOCK)[0] == newest - CUSHION // BLOCK + 1


@given(pulls=st.lists(st.integers(1, 4000), max_size=30), pushes=st.lists(st.integers(1, 2000), max_size=30))
def test_it_always_gives_what_is_asked_and_never_reorders(pulls: list[int], pushes: list[int]) -> None:
    buffer = PlayoutBuffer()
    said, heard = 1, []
    for size, length in zip(pushes, pulls, strict=False):
        buffer.push(np.arange(said, said + size, dtype=np.int16))
        said += size
        pulled = buffer.pull(length)
        assert pulled.size == length
        heard.append(pulled[pulled > 0])
    sound = np.concatenate(heard) if heard else np.zeros(0)
    assert np.all(np.diff(sound.astype(int)) > 0)
