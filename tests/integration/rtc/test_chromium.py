"""Calls with a real Chromium: each sees the other's pictures, whoever offers, in either codec.

One meeting of two processes, one call after the other in it: each takes the place of the one before, as after a change
of network. Between namespaces and through the shaper where this process may make them, over loopback otherwise.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from statistics import median

import pytest

from benchmarks.media_rooms.clip import Clip, drawn
from benchmarks.media_rooms.ends import Kind, Setting
from benchmarks.media_rooms.namespaces import NoNamespacesError
from benchmarks.media_rooms.reading import latencies_ms, likeness
from benchmarks.media_rooms.shaper import Line
from benchmarks.media_rooms.talk import Meeting, laboratory, meeting_over_loopback
from tests.fakes.network_path import Conditions

KINDS = Kind.OURS, Kind.CHROMIUM
LINE = Line(Conditions(delay_s=0.01))


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> tuple[Clip, Clip]:
    folder = tmp_path_factory.mktemp("clips")
    ours, theirs = (drawn(folder, source=source, width=480, height=270, pictures=30) for source in (1, 2))
    return ours, theirs


@pytest.fixture(scope="module")
def meeting(clips: tuple[Clip, Clip], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meeting]:
    ours = Setting(clips[0], "H264", None, keep_size=False, keep_every=10, kept=str(tmp_path_factory.mktemp("kept")))
    settings = ours, replace(ours, clip=clips[1])
    with ExitStack() as stack:
        try:
            meeting = stack.enter_context(stack.enter_context(laboratory()).meeting(KINDS, settings))
        except NoNamespacesError:
            meeting = stack.enter_context(meeting_over_loopback(KINDS, settings))
        yield meeting


@pytest.mark.parametrize("codec", ["H264", "VP8"])
@pytest.mark.parametrize("offering", [0, 1], ids=["we offer", "Chromium offers"])
def test_we_and_a_browser_see_each_other(meeting: Meeting, offering: int, codec: str, clips: tuple[Clip, Clip]) -> None:
    talk = meeting.talk(LINE, 2.0, offering=offering, codec=codec)
    assert talk.back.sender.notes["codec"] == codec, "the only one that the browser has in either direction"
    for way, shown in zip((talk.there, talk.back), clips, strict=True):
        seen = [each for each in way.receiver.seen if each.number is not None]
        assert {each.source for each in seen} == {shown.source}
        assert len({each.number for each in seen}) >= 12, "of thirty, each some twice; a busy machine skips some"
        assert len(seen) >= len(way.receiver.seen) - 2, "hardly one could not be read"
        assert median(late_ms for _, late_ms in latencies_ms(way.sender.sent, seen)) < 500
        assert likeness(shown, way.receiver.kept) > 0.6
