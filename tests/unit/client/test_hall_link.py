"""A kiosk's line to its operator: what it says, and what it makes of each order."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desk_client.client.hall_link import HallLink
from desk_client.client.outbox.box import Outbox
from desk_client.domain.deposits import AtKiosk, Verdict
from desk_client.domain.kiosk_health import SILENT_AFTER, Activity, KioskPart, PrinterCondition
from desk_client.domain.kiosk_orders import OrderFailure, OrderKind, OrderState
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.hall import Instructions, KioskOrder, Order, OrderAnswerAsk, ReportAsk
from desk_client.protocol.walk_ins import CalledNumber, CalledNumbers
from tests.fakes.scripted_gateway import AWAY, ScriptedGateway

REPORT = ("PUT", "/v1/kiosks/self/report")
ANSWER = ("PUT", "/v1/kiosks/self/orders/")
ORDER = {"id": "ord_1", "kind": "restart", "state": "asked"}


def _nothing() -> None:
    """No window comes up."""


class Screen:
    """Stands for the supervisor: it notes what is wished, and can be without a window."""

    def __init__(self) -> None:
        self.standing: str | None = None
        self.has_window = True
        self.told: list[str] = []
        self.restarts = 0
        self.ends = 0
        self.on_restart = _nothing

    def tell(self, line: str) -> bool:
        if self.has_window:
            self.told.append(line)
        return self.has_window

    def restart(self) -> None:
        self.restarts += 1
        self.on_restart()

    def begin_anew(self) -> None:
        self.ends += 1


class Jammed:
    """A printer without paper, which counts how often it was looked at."""

    def __init__(self) -> None:
        self.looks = 0

    async def condition(self) -> PrinterCondition:
        self.looks += 1
        return PrinterCondition.OUT_OF_PAPER


class Place:
    """A link, its server and its screen."""

    def __init__(self, printer: Jammed | None = None, outbox: Outbox | None = None) -> None:
        self.server = ScriptedGateway()
        self.screen = Screen()
        self.now_s = 0.0
        self.link = HallLink(
            self.server,
            "credential",
            self.screen,
            program="1.2.0",
            printer=printer,
            outbox=outbox,
            every_s=0,
            shown_within_s=0.05,
            clock=lambda: self.now_s,
        )
        self.instruct()
        self.server.script[ANSWER] = Order.model_validate(
            {**ORDER, "failure": None, "failed": [], "asked_at": "2026-03-01T09:00:00Z", "ended_at": None}
        )

    def instruct(self, *orders: KioskOrder, locked: bool = False, **more: Any) -> None:  # of many types
        self.server.script[REPORT] = Instructions(locked=locked, orders=orders, **more)

    @property
    def said(self) -> ReportAsk:
        """The newest report."""
        found = [body for _, path, body in self.server.asked if path == REPORT[1]]
        assert isinstance(found[-1], ReportAsk)
        return found[-1]

    @property
    def answers(self) -> list[tuple[OrderState, OrderFailure | None]]:
        found = [body for _, path, body in self.server.asked if path.startswith(ANSWER[1])]
        return [(body.state, body.failure) for body in found if isinstance(body, OrderAnswerAsk)]

    async def settled(self) -> None:
        """Let a restart come to its end."""
        if self.link._restarting is not None:
            await self.link._restarting


@pytest.fixture
def place() -> Place:
    return Place()


def order(kind: OrderKind, state: OrderState = OrderState.ASKED, **more: object) -> KioskOrder:
    return KioskOrder.model_validate({**ORDER, "kind": kind, "state": state, **more})


async def test_it_says_what_the_window_says_of_itself(place: Place) -> None:
    await place.link.report()
    assert (place.said.activity, place.said.program, place.said.checked_at) == (Activity.STARTING, "1.2.0", None)
    for line in ("shown", "now in_use", "checked camera,network", "error internal", "now nonsense", "unheard-of"):
        place.link.hear(line)
    await place.link.report()
    assert place.said.activity is Activity.IN_USE
    assert place.said.failed == (KioskPart.CAMERA, KioskPart.NETWORK)
    assert place.said.checked_at is not None
    assert place.said.error == "internal"
    assert place.said.round_trip_ms is not None
    place.link.hear("checked ")
    place.link.hear("crashed")
    await place.link.report()
    last = place.said
    assert (last.failed, last.error, last.activity) == ((), "crashed", Activity.STARTING)


async def test_the_printer_is_not_asked_with_each_report() -> None:
    printer = Jammed()
    place = Place(printer)
    for _ in range(3):
        await place.link.report()
    assert place.said.printer is PrinterCondition.OUT_OF_PAPER
    assert printer.looks == 1


async def test_a_restart_is_done_once_a_fresh_window_shows(place: Place) -> None:
    place.screen.on_restart = lambda: place.link.hear("shown")
    place.instruct(order(OrderKind.RESTART))
    await place.link.report()
    await place.link.report()
    await place.settled()
    assert place.screen.restarts == 1, "told twice, it is the same order"
    assert place.answers == [(OrderState.TAKEN, None), (OrderState.DONE, None)]
    assert place.screen.ends == 0


@pytest.mark.expected_errors("no window came up after a restart")
async def test_where_no_window_comes_up_the_program_itself_begins_anew(place: Place) -> None:
    place.instruct(order(OrderKind.RESTART))
    await place.link.report()
    await place.settled()
    assert place.screen.ends == 1
    assert place.answers == [(OrderState.TAKEN, None)], "the next program says that it is done"


async def test_a_program_that_begins_anew_has_obeyed_and_leaves_nothing_else_open(place: Place) -> None:
    place.instruct(order(OrderKind.RESTART, OrderState.TAKEN), order(OrderKind.TEST, OrderState.TAKEN, id="ord_2"))
    await place.link.report()
    assert place.answers == [(OrderState.DONE, None), (OrderState.FAILED, OrderFailure.INTERNAL)]
    assert place.screen.restarts == 0


async def test_it_closes_and_whatever_window_comes_next_is_closed_too(place: Place) -> None:
    place.instruct(order(OrderKind.LOCK))
    await place.link.report()
    assert place.answers == [(OrderState.DONE, None)]
    assert (place.screen.told, place.screen.standing) == (["lock"], "lock")
    place.instruct(locked=True)
    await place.link.report()
    assert place.screen.told == ["lock"], "it was told that already"
    place.link.hear("shown")
    assert place.screen.told == ["lock", "lock"]
    place.instruct(order(OrderKind.LOCK, id="ord_2", ends_visit=True), locked=True)
    await place.link.report()
    assert place.screen.told[-1] == "lock now"
    place.instruct(order(OrderKind.UNLOCK, id="ord_3"), locked=True)
    await place.link.report()
    assert (place.screen.told[-1], place.screen.standing) == ("unlock", None)


async def test_a_kiosk_that_was_closed_before_it_was_switched_on_is_closed(place: Place) -> None:
    place.screen.has_window = False
    place.instruct(locked=True)
    await place.link.report()
    assert place.screen.standing == "lock"


async def test_what_the_screen_has_to_do_is_handed_to_it_or_fails(place: Place) -> None:
    message = order(OrderKind.MESSAGE, text="please wait")
    place.instruct(message)
    await place.link.report()
    assert place.screen.told == [f"order {message.model_dump_json()}"]
    assert place.answers == [], "the window says what becomes of it"
    place.screen.has_window = False
    place.instruct(order(OrderKind.STILL, id="ord_2"))
    await place.link.report()
    assert place.answers == [(OrderState.FAILED, OrderFailure.NO_SCREEN)]


async def test_a_server_that_is_away_for_a_moment_is_no_fault_of_the_kiosk(place: Place) -> None:
    place.server.script[REPORT] = AWAY
    await place.link.report()
    place.instruct()
    await place.link.report()
    await place.link.report()
    assert place.said.error is None


async def test_one_that_was_away_for_long_is_told_of(place: Place) -> None:
    place.server.script[REPORT] = Refusal(RefusalCode.TIMEOUT)
    await place.link.report()
    place.now_s += SILENT_AFTER.total_seconds()
    place.instruct()
    await place.link.report()
    await place.link.report()
    assert place.said.error == "server_unavailable"


async def test_what_was_set_aside_is_told_until_somebody_has_dealt_with_it(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    for number, reason in enumerate(("too_late", "invalid_request", "damaged"), 1):
        outbox.put(f"entry-{number}", datetime.now(UTC), "key", lambda _number: b"sealed")
        if reason == "damaged":
            (tmp_path / f"{number:012d}.entry").write_bytes(b"torn")
        outbox.set_aside(number, reason)
    outbox.put("entry-4", datetime.now(UTC), "key", lambda _number: b"sealed")
    place = Place(outbox=outbox)
    await place.link.report()
    assert place.said.unsent == 1
    reasons = [(each.sequence, each.reason) for each in place.said.aside]
    assert reasons == [(1, Verdict.TOO_LATE), (2, AtKiosk.REFUSED), (3, AtKiosk.DAMAGED)]
    torn = place.said.aside[2]
    place.instruct(dealt=("entry-1", torn.id))
    await place.link.report()
    assert place.said.aside[2] == torn, "what cannot be read is told by the same name each time"
    await place.link.report()
    assert [each.sequence for each in place.said.aside] == [2]
    assert [path.stem for path in (tmp_path / "aside").iterdir()] == ["000000000002"] * 2


async def test_a_window_is_told_of_the_called_numbers_as_they_change_and_whichever_comes_next(place: Place) -> None:
    numbers = (CalledNumber(number="A001", kiosk_number=1),)
    json = CalledNumbers(numbers=numbers).model_dump_json()
    await place.link.report()
    place.instruct(called=numbers)
    await place.link.report()
    await place.link.report()
    assert place.screen.told == [f"calling {json}"], "nothing has changed: nobody wakes"
    place.link.hear("shown")
    assert place.screen.told[1:] == [f"called {json}"], "no news to whoever comes next"
    place.server.script[REPORT] = AWAY
    await place.link.report()
    assert len(place.screen.told) == 2
    place.now_s += SILENT_AFTER.total_seconds()
    await place.link.report()
    assert place.screen.told[-1] == 'calling {"numbers":[]}', "of a server that is away nothing is known"
