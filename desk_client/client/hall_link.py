"""A kiosk's line to its hall's operator, in the supervisor: it says how the kiosk is, and does what it is asked.

It needs no window: it outlives every visitor's process, and a kiosk whose screen is broken can still say so and be
restarted. What needs somebody before the screen to be told is handed to the process that has it.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Final, Protocol

from desk_client.client.gateway import Gateway
from desk_client.client.order_answers import say_how_far
from desk_client.client.outbox.box import Outbox, SetAside
from desk_client.domain.deposits import AtKiosk, SetAsideFor, Verdict
from desk_client.domain.kiosk_health import REPORT_EVERY, SILENT_AFTER, Activity, KioskPart, PrinterCondition
from desk_client.domain.kiosk_orders import OrderFailure, OrderKind, OrderState
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.hall import (
    MOST_ASIDE_TOLD,
    AsideTold,
    Instructions,
    KioskOrder,
    OrderAnswerAsk,
    ReportAsk,
)
from desk_client.protocol.walk_ins import CalledNumber, CalledNumbers

logger = logging.getLogger(__name__)

_AWAY: Final = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT})
_SHOWN_WITHIN_S: Final = 20.0
_PRINTER_EVERY_S: Final = 30.0
_REASONS: Final[dict[str, SetAsideFor]] = {each.value: each for each in (*Verdict, *AtKiosk)}
"""What the outbox has noted; a refusal's code is none of these."""


class Screen(Protocol):
    """The processes of a kiosk, as far as an order goes: the supervisor."""

    standing: str | None
    """What each process is told before it takes the screen."""

    def tell(self, line: str) -> bool:
        """Say something to the process that has the screen; False where none has."""

    def restart(self) -> None:
        """Put a fresh process on the screen in place of the one that has it."""

    def begin_anew(self) -> None:
        """End everything, and this program with it: another of the same begins."""


class PrinterLook(Protocol):
    """Whoever can say how the printer is."""

    async def condition(self) -> PrinterCondition:
        """How it is now."""


class HallLink:
    """Belongs to one event loop: `run` until it is cancelled, and `hear` whatever the process on the screen says."""

    def __init__(
        self,
        gateway: Gateway,
        credential: str,
        screen: Screen,
        *,
        program: str,
        outbox: Outbox | None = None,
        printer: PrinterLook | None = None,
        every_s: float = REPORT_EVERY.total_seconds(),
        shown_within_s: float = _SHOWN_WITHIN_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``program`` is our version, ``clock`` tells seconds and goes steadily; ``outbox`` is what is told of.

        A restart whose screen is not back in ``shown_within_s`` ends the program.
        """
        self._gateway = gateway
        self._credential = credential
        self._screen = screen
        self._program = program
        self._outbox = outbox
        self._printer = printer
        self._every_s = every_s
        self._shown_within_s = shown_within_s
        self._clock = clock
        self._began_s = clock()
        self._activity = Activity.STARTING
        self._locked = False
        self._failed: tuple[KioskPart, ...] = ()
        self._checked_at: datetime | None = None
        self._error: str | None = None
        self._error_at: datetime | None = None
        self._round_trip_ms: int | None = None
        self._away_since_s: float | None = None
        self._condition = PrinterCondition.NONE
        self._printer_asked_s = float("-inf")
        self._called: tuple[CalledNumber, ...] = ()
        self._knows_called = False
        self._taken: set[str] = set()
        self._shown = asyncio.Event()
        self._restarting: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Report until cancelled; a server that is away is asked again at the next turn."""
        try:
            while True:
                await self.report()
                await asyncio.sleep(self._every_s)
        finally:
            if self._restarting is not None:
                self._restarting.cancel()
                await asyncio.gather(self._restarting, return_exceptions=True)

    def hear(self, line: str) -> None:
        """Take what the process that has the screen says of itself; what we do not know is passed over."""
        word, _, rest = line.partition(" ")
        match word:
            case "shown":
                self._shown.set()
                if self._locked:
                    self._screen.tell("lock")
                if self._called:
                    self._tell_called(is_news=False)
            case "now":
                with suppress(ValueError):
                    self._activity = Activity(rest)
            case "checked":
                self._failed = tuple(part for part in KioskPart if part in rest.split(","))
                self._checked_at = datetime.now(UTC)
            case "error":
                self._note_error(rest)
            case "crashed":
                self._activity = Activity.STARTING
                self._note_error("crashed")
            case _:
                return

    async def report(self) -> None:
        """Say how the kiosk is, once, and begin what it is asked."""
        await self._look_at_printer()
        unsent, aside = await asyncio.to_thread(self._held)
        ask = ReportAsk(
            activity=self._activity,
            program=self._program,
            uptime_s=round(self._clock() - self._began_s),
            printer=self._condition,
            failed=self._failed,
            checked_at=self._checked_at,
            round_trip_ms=self._round_trip_ms,
            error=self._error,
            error_at=self._error_at,
            unsent=unsent,
            aside=tuple(_told(each) for each in aside),
        )
        asked_s = self._clock()
        answer = await self._gateway.ask(
            "PUT", "/v1/kiosks/self/report", Instructions, token=self._credential, body=ask
        )
        now_s = self._clock()
        if isinstance(answer, Refusal):
            self._not_heard(answer, asked_s)
            return
        self._note_absence(now_s)
        self._round_trip_ms = round((now_s - asked_s) * 1000)
        self._lock(is_locked=answer.locked)
        self._show_called(answer.called)
        for entry in aside:
            if entry.id in answer.dealt and self._outbox is not None:
                logger.info("entry %d, which was set aside, has been dealt with", entry.number)
                await asyncio.to_thread(self._outbox.give_up, entry.number)
        for order in answer.orders:
            await self._obey(order)

    def _held(self) -> tuple[int, tuple[SetAside, ...]]:
        """How much waits to be sent, and what nobody will take."""
        return (0, ()) if self._outbox is None else (self._outbox.unsent, self._outbox.aside(MOST_ASIDE_TOLD))

    def _show_called(self, numbers: tuple[CalledNumber, ...]) -> None:
        if numbers != self._called:
            self._called = numbers
            self._tell_called(is_news=self._knows_called)
        self._knows_called = True

    def _tell_called(self, *, is_news: bool) -> None:
        word = "calling" if is_news else "called"
        self._screen.tell(f"{word} {CalledNumbers(numbers=self._called).model_dump_json()}")

    async def _obey(self, order: KioskOrder) -> None:
        if order.id in self._taken:
            return
        self._taken.add(order.id)
        if order.state is OrderState.TAKEN:
            # by the program that ran here before; that there is another now is what a restart asks for
            is_done = order.kind is OrderKind.RESTART
            failure = None if is_done else OrderFailure.INTERNAL
            await self._say(order, OrderState.DONE if is_done else OrderState.FAILED, failure)
            return
        match order.kind:
            case OrderKind.RESTART:
                self._restarting = asyncio.create_task(self._restart(order), name="restart-for-operator")
            case OrderKind.LOCK | OrderKind.UNLOCK:
                self._lock(is_locked=order.kind is OrderKind.LOCK, ends_visit=order.ends_visit)
                await self._say(order, OrderState.DONE)
            case _:
                if not self._screen.tell(f"order {order.model_dump_json()}"):
                    await self._say(order, OrderState.FAILED, OrderFailure.NO_SCREEN)

    async def _restart(self, order: KioskOrder) -> None:
        await self._say(order, OrderState.TAKEN)
        self._shown.clear()
        self._screen.restart()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._shown.wait(), self._shown_within_s)
        if self._shown.is_set():
            await self._say(order, OrderState.DONE)
        else:
            logger.error("no window came up after a restart: this program begins anew")
            self._screen.begin_anew()  # the next one finds the order taken, and says that it is done

    def _lock(self, *, is_locked: bool, ends_visit: bool = False) -> None:
        if is_locked == self._locked and not ends_visit:
            return
        self._locked = is_locked
        self._screen.standing = "lock" if is_locked else None
        self._screen.tell(("lock now" if ends_visit else "lock") if is_locked else "unlock")

    async def _say(self, order: KioskOrder, state: OrderState, failure: OrderFailure | None = None) -> None:
        said = OrderAnswerAsk(state=state, failure=failure)
        refusal = await say_how_far(self._gateway, self._credential, order.id, said)
        if refusal is not None:
            logger.warning("what became of an order could not be said: %s", refusal.code)

    async def _look_at_printer(self) -> None:
        now_s = self._clock()
        if self._printer is not None and now_s - self._printer_asked_s >= _PRINTER_EVERY_S:
            self._printer_asked_s = now_s
            self._condition = await self._printer.condition()

    def _not_heard(self, refusal: Refusal, asked_s: float) -> None:
        if refusal.code in _AWAY:
            self._away_since_s = asked_s if self._away_since_s is None else self._away_since_s
            if asked_s - self._away_since_s >= SILENT_AFTER.total_seconds():
                self._show_called(())  # nobody is sent where somebody else may be called by now
        else:
            logger.warning("the server takes no report of this kiosk: %s", refusal.code)

    def _note_absence(self, now_s: float) -> None:
        """A line that was broken for long is told once it is back; a moment is nothing to come for."""
        since_s, self._away_since_s = self._away_since_s, None
        if since_s is not None and now_s - since_s >= SILENT_AFTER.total_seconds():
            self._note_error(RefusalCode.SERVER_UNAVAILABLE.value)

    def _note_error(self, code: str) -> None:
        self._error, self._error_at = code[:48], datetime.now(UTC)


def _told(entry: SetAside) -> AsideTold:
    return AsideTold(
        id=entry.id,
        sequence=entry.number,
        happened_at=entry.happened_at,
        reason=_REASONS.get(entry.reason, AtKiosk.REFUSED),
    )
