"""The kiosk's printer: takes a page, and tells what became of it in words that a page of the kiosk can say."""

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from typing import Final, TypeVar

from desk_client.client import cups
from desk_client.client.cups import CupsMissingError, JobState, Queue, QueueState
from desk_client.domain.kiosk_health import PrinterCondition

_log = logging.getLogger(__name__)
T = TypeVar("T")

_LOOK_EVERY_S: Final = 0.25
_SETTLES_WITHIN_S: Final = 3.0
"""A queue says what it said of the last job until the driver has asked the printer anew."""
_PRINTED_WITHIN_S: Final = 30.0
_FORGOTTEN_AFTER_S: Final = 60
"""A job that is not printed by then is dropped by CUPS: nobody waits for that paper any more."""

_NO_PAPER: Final = frozenset({"media-empty", "media-needed"})
_SHUT: Final = frozenset({"paused", "offline", "shutdown", "cover-open", "door-open", "media-jam"})
"""Of `printer-state-reasons` (RFC 8011, section 5.4.12) those that a person in the hall has to put right."""
_SEVERITIES: Final = ("-report", "-warning", "-error")
_IN_VAIN: Final = frozenset({JobState.CANCELED, JobState.ABORTED})


class Trouble(Enum):
    """Why there is no paper in the tray."""

    NO_PRINTER = "no printer"
    """There is none of that name, or nothing that prints."""
    OUT_OF_PAPER = "out of paper"
    REFUSED = "refused"
    """It is stopped, open or switched off, or gave the page back."""


class Printer:
    """One queue of CUPS, asked in a thread of its own. Belongs to one event loop; `close` ends the thread."""

    def __init__(
        self, name: str, *, settles_within_s: float = _SETTLES_WITHIN_S, printed_within_s: float = _PRINTED_WITHIN_S
    ) -> None:
        """``name`` is the queue's, as CUPS has it."""
        self.name = name
        self._settles_within_s = settles_within_s
        self._printed_within_s = printed_within_s
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="printer")

    async def print_page(self, pdf: bytes, title: str, size_mm: tuple[int, int]) -> Trouble | None:
        """Print a page of that size; None once it has come out. What is not printed does not stay in the queue."""
        try:
            return await self._printed(pdf, title, size_mm)
        except CupsMissingError:
            _log.warning("there is no libcups, so nothing can be printed")
            return Trouble.NO_PRINTER

    async def condition(self) -> PrinterCondition:
        """How the printer is while nothing is printed: what the hall's operator is told."""
        try:
            queue = await self._ask(lambda: cups.queue(self.name))
        except CupsMissingError:
            return PrinterCondition.FAULTY
        trouble = Trouble.NO_PRINTER if queue is None else _meanwhile(queue)
        match trouble:
            case None:
                return PrinterCondition.READY
            case Trouble.OUT_OF_PAPER:
                return PrinterCondition.OUT_OF_PAPER
            case _:
                return PrinterCondition.FAULTY

    def close(self) -> None:
        """End the thread; a page that was handed over is printed all the same."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    async def _printed(self, pdf: bytes, title: str, size_mm: tuple[int, int]) -> Trouble | None:
        queue = await self._ask(lambda: cups.queue(self.name))
        if (trouble := _before(queue)) is not None:
            return self._told(trouble, queue)
        width, height = size_mm
        options = {
            "media": f"Custom.{width}x{height}mm",
            "print-scaling": "none",
            "job-cancel-after": str(_FORGOTTEN_AFTER_S),
        }
        job = await self._ask(lambda: cups.submit(self.name, title, pdf, options))
        if job is None:
            return self._told(Trouble.REFUSED, queue)
        trouble = await self._outcome(job)
        if trouble is not None:
            await self._ask(lambda: cups.cancel(self.name, job))
        return trouble

    async def _outcome(self, job: int) -> Trouble | None:
        began_s = time.monotonic()
        while True:
            await asyncio.sleep(_LOOK_EVERY_S)
            state = await self._ask(lambda: cups.job_state(self.name, job))
            if state is JobState.COMPLETED:
                return None
            queue = await self._ask(lambda: cups.queue(self.name))
            waited_s = time.monotonic() - began_s
            if state is None or state in _IN_VAIN or queue is None or waited_s > self._printed_within_s:
                return self._told(Trouble.REFUSED, queue)
            has_settled = queue.state is QueueState.STOPPED or waited_s > self._settles_within_s
            if has_settled and (trouble := _meanwhile(queue)) is not None:
                return self._told(trouble, queue)

    def _told(self, trouble: Trouble, queue: Queue | None) -> Trouble:
        """For whoever looks after the kiosk: the reason that the printer itself gave."""
        reasons = "" if queue is None else ", ".join(sorted(queue.reasons))
        _log.warning("the printer %s did not print: %s (%s)", self.name, trouble.value, reasons or "no reason given")
        return trouble

    async def _ask(self, call: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, call)


def _before(queue: Queue | None) -> Trouble | None:
    """Why nothing need be handed over."""
    if queue is None:
        return Trouble.NO_PRINTER
    return _meanwhile(queue) if queue.state is QueueState.STOPPED else None


def _meanwhile(queue: Queue) -> Trouble | None:
    """What keeps a page from coming out."""
    reasons = {_keyword(each) for each in queue.reasons}
    if reasons & _NO_PAPER:
        return Trouble.OUT_OF_PAPER
    if queue.state is QueueState.STOPPED or reasons & _SHUT:
        return Trouble.REFUSED
    return None


def _keyword(reason: str) -> str:
    """Without its severity."""
    for severity in _SEVERITIES:
        reason = reason.removesuffix(severity)
    return reason
