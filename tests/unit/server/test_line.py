"""The line before a store's writers."""

import queue

import pytest

from desk_client.server.storage.line import Line


def test_the_delay_is_that_of_the_first_in_line() -> None:
    now_s = 100.0
    line: Line[str] = Line(lambda: now_s)
    assert (len(line), line.delay_s) == (0, 0)
    line.join("first")
    now_s = 103.0
    line.join("second")
    now_s = 104.0
    assert (len(line), line.delay_s) == (2, 4)
    assert line.next() == "first"
    assert (len(line), line.delay_s) == (1, 1)
    assert line.next_if_any() == "second"
    assert (len(line), line.delay_s) == (0, 0)
    with pytest.raises(queue.Empty):
        line.next_if_any()


def test_at_the_end_whoever_stood_in_line_is_served_and_nobody_joins() -> None:
    line: Line[str] = Line()
    line.join("last")
    assert line.close(writers=2)
    assert not line.close()
    with pytest.raises(RuntimeError, match="closed"):
        line.join("late")
    assert [line.next() for _ in range(3)] == ["last", None, None]
