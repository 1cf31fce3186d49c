"""The line before a store's writers."""

import queue
import threading

import pytest

from desk_client.server.storage.line import Line


def test_the_delay_is_that_of_the_first_in_line() -> None:
    line: Line[str] = Line()
    assert (len(line), line.delay_s) == (0, 0.0)
    line.join("first")
    threading.Event().wait(0.05)
    line.join("second")
    assert len(line) == 2
    assert line.delay_s >= 0.05
    assert line.next() == "first"
    assert 0 <= line.delay_s < 0.05
    assert line.next_if_any() == "second"
    assert (len(line), line.delay_s) == (0, 0.0)
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
