"""Numbers with their turns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.rtc.wire.unwrapping import Unwrapper


@pytest.mark.parametrize("bits", [16, 32])
@settings(deadline=None)
@given(st.data())
def test_steps_of_less_than_half_a_turn_keep_their_size_and_direction(bits: int, data: st.DataObject) -> None:
    turn = 1 << bits
    unwrapper = Unwrapper(bits)
    at = newest = data.draw(st.integers(0, turn - 1))
    offset = unwrapper.unwrap(at) - at
    assert offset == turn
    for step in data.draw(st.lists(st.integers(-turn // 2 + 1, turn // 2 - 1), max_size=30)):
        at = newest + step  # by the newest so far, as the sender counts
        if at + turn < 0:
            continue
        assert unwrapper.unwrap(at % turn) == at + offset
        newest = max(newest, at)


def test_it_turns_over_forth_and_back() -> None:
    unwrapper = Unwrapper()
    found = [unwrapper.unwrap(number) - 65536 for number in (65534, 65535, 0, 65535, 1)]
    assert found == [65534, 65535, 65536, 65535, 65537]
