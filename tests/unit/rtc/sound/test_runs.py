"""Sound between making and playing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.rtc.sound.runs import Runs


@given(sizes=st.lists(st.integers(1, 50), min_size=1, max_size=20), lengths=st.lists(st.integers(0, 60), max_size=40))
def test_sound_is_taken_in_any_pieces_in_its_order(sizes: list[int], lengths: list[int]) -> None:
    runs, said = Runs(), 0
    for size in sizes:
        runs.append(np.arange(said, said + size, dtype=np.int16), said, size)
        said += size
    taken = 0
    for length in lengths:
        if length > runs.held:
            break
        assert runs.begin() == (taken if runs.held else None)
        assert runs.take(length).tolist() == list(range(taken, taken + length))
        taken += length
    assert runs.held == said - taken


def test_in_a_stretched_piece_timestamps_pass_slower() -> None:
    runs = Runs()
    runs.append(np.zeros(1200, np.int16), 5000, 960)
    runs.take(600)
    assert runs.begin() == pytest.approx(5480)
    runs.take(600)
    assert runs.begin() is None
