"""A call between two processes, and what the one sees when the other is killed."""

import multiprocessing
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import Empty
from typing import TypeVar

from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    CreateOffer,
    LocalDescription,
    MediaFlowing,
    MediaStalled,
    PeerConnected,
)
from tests.fakes.call_end import CallEnd

Sent = TypeVar("Sent")


@dataclass(frozen=True)
class Report:
    """What the other end saw and heard."""

    first: int
    last: int
    tone_hz: float


def answering_process(pipe: Connection) -> None:
    """The other end: answers one offer, tells what it sees and hears, and goes on until it is killed or told to end."""
    with CallEnd(2) as end:
        end.engine.post(AcceptOffer(1, pipe.recv(), ()))
        pipe.send(end.next_event(LocalDescription).sdp)
        stamps = end.sees(1, 30)
        stats = end.measured(lambda stats: stats.remote_tone_hz is not None, "a tone is heard")
        pipe.send(Report(stamps[0].counter, stamps[-1].counter, stats.remote_tone_hz or 0))
        pipe.recv()


def test_two_processes_see_and_hear_each_other_until_one_is_killed() -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=answering_process, args=(theirs,))
    process.start()
    try:
        with CallEnd(1) as end:
            end.engine.post(CreateOffer(1, ()))
            ours.send(end.next_event(LocalDescription).sdp)
            end.engine.post(AcceptAnswer(1, received(ours, str)))
            end.next_event(PeerConnected)
            end.next_event(MediaFlowing)
            end.sees(2, 30)
            heard = end.measured(lambda stats: stats.remote_tone_hz is not None, "a tone is heard")
            report = received(ours, Report)
            assert report.last >= report.first + 29
            assert abs((heard.remote_tone_hz or 0) - 700) < 2
            assert abs(report.tone_hz - 500) < 2
            process.kill()
            killed_at = time.monotonic()
            end.next_event(MediaStalled, 5)
            assert 1.5 < time.monotonic() - killed_at < 3.5
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()
        theirs.close()


def received(pipe: Connection, kind: type[Sent]) -> Sent:
    if not pipe.poll(20):
        raise Empty
    what = pipe.recv()
    assert isinstance(what, kind)
    return what
