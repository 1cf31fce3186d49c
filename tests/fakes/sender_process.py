"""A process that sends what stands in an outbox until it is killed, and the crashes that it is put through."""

import bisect
import multiprocessing
import random
import threading
import time
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import Any

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from desk_client.domain.people import Mobile
from desk_client.server.house import House
from desk_client.server.jobs.sending import Sender
from desk_client.server.jobs.worker import Worker
from desk_client.server.notify.outbox import LEASE, MessageKind, Terms, enqueue_sms, next_due
from desk_client.server.notify.templates import TemplateKey
from tests.fakes.carrier import Carrier
from tests.fakes.clock import ClockAhead

_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload([__name__])  # a life begins in milliseconds, not with seconds of imports
_WITHIN_S = 60.0


class Moment(Enum):
    """When a sender dies."""

    TAKEN = auto()
    """The carrier has a message, and the sender never hears so."""
    ASKED = auto()
    """The carrier is asked to take one, and has not."""
    ANY = auto()


_MOMENTS = tuple(Moment)


@dataclass(frozen=True, slots=True)
class Toll:
    """What the crashes cost, by the carrier's own record.

    Attributes:
        acknowledged: messages whose transaction was committed.
        lost: how many of them the carrier never got.
        phantom: how many it got that nobody had written.
        repeated: how often it got one once more.
        most_repeated: the most messages that one crash left to be repeated.
    """

    acknowledged: int
    kills: int
    lost: int
    phantom: int
    repeated: int
    most_repeated: int


def crashed(settings: dict[str, Any], *, kills: int, messages: int, seed: int) -> Toll:
    """Kill a sender `kills` times while it sends `messages` for each of its lives, then let a last one finish.

    It dies in turn at each `Moment`.
    """
    chance = random.Random(seed)  # noqa: S311 - a crash test wants repeatable chance
    acknowledged: set[str] = set()
    ends: list[int] = []
    with Carrier() as carrier:
        spoken = settings | {"sms": "http", "sms_http": {"url": carrier.url}}
        house = open_house(ServerSettings(**spoken))
        try:
            for life in range(kills + 1):
                acknowledged |= _written(house, messages)
                sender = _started(spoken, life)
                try:
                    if life == kills:
                        _drained(house, carrier)
                    else:
                        _killed(sender, carrier, chance, moment=_MOMENTS[life % len(_MOMENTS)], messages=messages)
                finally:
                    sender.kill()
                    sender.join()
                ends.append(len(carrier.asked))
        finally:
            close_house(house)
        got = set(carrier.taken)
        return Toll(
            acknowledged=len(acknowledged),
            kills=kills,
            lost=len(acknowledged - got),
            phantom=len(got - acknowledged),
            repeated=carrier.repeated,
            most_repeated=_most_repeated([asked.fields["id"] for asked in carrier.asked], ends),
        )


def _most_repeated(asked: list[str], ends: list[int]) -> int:
    """Of all lives, the most messages that had to be sent once more after it; `ends` are where each life's end."""
    left: list[int] = [0] * len(ends)
    last_in: dict[str, int] = {}
    for place, message_id in enumerate(asked):
        if message_id in last_in:
            left[last_in[message_id]] += 1
        last_in[message_id] = bisect.bisect_right(ends, place)
    return max(left)


def _written(house: House, messages: int) -> set[str]:
    terms = Terms(purpose=TemplateKey.TICKET)
    mobile = Mobile("+966500000001")
    return {
        str(house.write_now(lambda transaction, n=n: enqueue_sms(transaction, mobile, f"رسالة {n}", terms)))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
        for n in range(messages)
    }


def _started(settings: dict[str, Any], life: int) -> ForkServerProcess:
    # what the one before had leased is free for the next: its clock is a lease ahead
    ahead = (LEASE[MessageKind.SMS] + timedelta(seconds=1)) * life
    mine, theirs = _PROCESSES.Pipe(duplex=False)
    sender = _PROCESSES.Process(target=_send, args=(settings, ahead, theirs), name=f"sender-{life}")
    sender.start()
    theirs.close()
    with mine:
        assert mine.poll(_WITHIN_S)
        assert mine.recv() == "ready"
    return sender


def _killed(
    sender: ForkServerProcess, carrier: Carrier, chance: random.Random, *, moment: Moment, messages: int
) -> None:
    """Let it send some messages, then kill it."""
    reached = threading.Event()
    left = chance.randrange(messages // 2, messages)

    def end() -> None:
        sender.kill()
        reached.set()

    def taken() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            match moment:
                case Moment.TAKEN:
                    end()
                case Moment.ASKED:
                    carrier.on_asked = end
                case Moment.ANY:
                    reached.set()

    carrier.on_taken = taken
    assert reached.wait(_WITHIN_S), "the sender sends nothing"
    carrier.on_taken = None
    if moment is Moment.ANY:
        threading.Event().wait(chance.random() * 0.02)  # some moment in the life of the next messages
        sender.kill()
    sender.join()


def _drained(house: House, carrier: Carrier) -> None:
    """Return once nothing is pending, however much that is; it fails where nothing gets on any more."""
    asked, ends_at = -1, 0.0
    while house.read_now(lambda transaction: next_due(transaction, MessageKind.SMS)) is not None:
        if len(carrier.asked) > asked:
            asked, ends_at = len(carrier.asked), time.monotonic() + _WITHIN_S
        assert time.monotonic() < ends_at, "the last sender does not send what is pending"
        threading.Event().wait(0.05)  # another process's commit tells nobody here: looked at now and then


def _send(settings: dict[str, Any], ahead: timedelta, started: Connection) -> None:
    """Send until killed."""
    sender = Sender(open_house(ServerSettings(**settings), clock=ClockAhead(ahead)), MessageKind.SMS)
    # written by another process: on the embedded store nothing tells this one of it
    Worker("sender", lambda: min(sender.round(), timedelta(milliseconds=50))).start()
    started.send("ready")
    threading.Event().wait()
