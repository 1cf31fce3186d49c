"""Hands in what was left, in order and with patience, and sees to it that a kiosk has what it needs without a line."""

import asyncio
import logging
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from desk_client.client.gateway import Gateway
from desk_client.client.outbox.box import Entry, Outbox
from desk_client.client.outbox.provisions import Pantry, Provisions
from desk_client.domain.deposits import SETTLED
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.deposits import Deposit, DepositAsk, DepositTerms
from desk_client.protocol.kiosks import Kiosk
from desk_client.protocol.offices import Offices
from desk_client.protocol.service_points import ServicePoints
from desk_client.protocol.slots import Month

logger = logging.getLogger(__name__)

_MONTH_DAYS: Final = 28
_NEVER: Final = frozenset({RefusalCode.INVALID_REQUEST, RefusalCode.FRAME_TOO_LARGE})
"""What is refused so will be refused again: the entry is at fault, and nobody is served by asking once more."""
_LATER: Final = frozenset({RefusalCode.INTERNAL})
"""What is refused so may be this entry's own affair: the others go first."""


@dataclass(frozen=True, slots=True)
class Pauses:
    """How long the courier waits, in seconds.

    Attributes:
        look: between two looks into the outbox while the server answers.
        provide: until what was seen last of the server is seen again.
        first: after the first failure; each further one waits twice as long, up to `longest`.
    """

    look: float = 2.0
    provide: float = 300.0
    first: float = 2.0
    longest: float = 60.0


class Courier:
    """The one who takes out of the outbox. Belongs to one event loop; `run` goes on until it is cancelled."""

    def __init__(
        self,
        gateway: Gateway,
        credential: str,
        outbox: Outbox,
        pantry: Pantry,
        *,
        pauses: Pauses | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """``credential`` is the terminal's own; ``now`` its clock."""
        self._gateway = gateway
        self._credential = credential
        self._outbox = outbox
        self._pantry = pantry
        self._pauses = pauses or Pauses()
        self._now = now
        self._failures = 0
        self._provided_s: float | None = None

    async def run(self) -> None:
        """Look after the outbox for as long as the kiosk serves."""
        self._outbox.clear_drafts()
        while True:
            refusal = await self.round()
            await asyncio.sleep(self._pause(refusal))

    async def round(self) -> Refusal | None:
        """Provide for what is to come, then hand in all that waits; why it could not all be done, where it could not.

        What the server will never take is set aside with its reason, and holds up nobody.
        """
        unprovided = await self._provide()
        return await self._hand_in() or unprovided

    async def _hand_in(self) -> Refusal | None:
        put_off = None
        for entry in self._outbox.waiting():
            answer = await self._handed_in(entry)
            if isinstance(answer, Deposit):
                self._settle(entry, answer)
            elif answer.code in _NEVER:
                logger.error("entry %d of the outbox is no entry to the server: %s", entry.sequence, answer.code)
                self._outbox.set_aside(entry.sequence, answer.code)
            elif answer.code in _LATER:
                logger.warning("entry %d of the outbox could not be taken in yet", entry.sequence)
                put_off = answer
            else:
                return answer
        return put_off

    async def _handed_in(self, entry: Entry) -> Deposit | Refusal:
        return await self._gateway.ask(
            "PUT",
            f"/v1/kiosks/self/deposits/{entry.id}",
            Deposit,
            token=self._credential,
            body=DepositAsk.of(entry.sequence, entry.happened_at, entry.key_id, entry.sealed),
        )

    def _settle(self, entry: Entry, answer: Deposit) -> None:
        if not answer.clock_is_plausible:
            logger.warning("this kiosk's clock was not believed for entry %d", entry.sequence)
        if answer.verdict in SETTLED:
            logger.info("entry %d of the outbox was taken in: %s", entry.sequence, answer.verdict)
            self._outbox.settle(entry.sequence)
        else:
            logger.warning("entry %d of the outbox was set aside: %s", entry.sequence, answer.verdict)
            self._outbox.set_aside(entry.sequence, answer.verdict)

    async def _provide(self) -> Refusal | None:
        loop_s = asyncio.get_running_loop().time()
        if self._provided_s is not None and loop_s - self._provided_s < self._pauses.provide:
            return None
        found = await self._seen()
        if isinstance(found, Refusal):
            return found
        try:
            await asyncio.to_thread(self._pantry.put, found)
        except OSError as error:
            logger.error("nothing can be kept for the hours without a line: %s", error)  # noqa: TRY400 - for the operator
        self._provided_s = loop_s
        return None

    async def _seen(self) -> Provisions | Refusal:
        ask, token = self._gateway.ask, self._credential
        kiosk = await ask("GET", "/v1/kiosks/self", Kiosk, token=token)
        if isinstance(kiosk, Refusal):
            return kiosk
        began = self._now()
        terms = await ask("GET", "/v1/kiosks/self/deposits", DepositTerms, token=token)
        if isinstance(terms, Refusal):
            return terms
        clock_behind = terms.server_time - (began + (self._now() - began) / 2)
        offices = await ask("GET", "/v1/offices", Offices, token=token)
        if isinstance(offices, Refusal):
            return offices
        query = {"first": terms.server_time.date().isoformat(), "days": str(_MONTH_DAYS)}
        month = await ask("GET", "/v1/availability", Month, token=token, query=query)
        if isinstance(month, Refusal):
            return month
        points = await ask("GET", "/v1/service-points", ServicePoints, token=token)
        if isinstance(points, Refusal):
            return points
        return Provisions(
            kiosk=kiosk,
            terms=terms,
            offices=offices,
            month=month,
            points=points,
            seen_at=terms.server_time,
            clock_behind=clock_behind if abs(clock_behind) >= timedelta(seconds=1) else timedelta(),
        )

    def _pause(self, refusal: Refusal | None) -> float:
        """How long until the next round: kiosks that lost the same server do not all come back at one moment."""
        if refusal is None:
            self._failures = 0
            return self._pauses.look
        longest = self._pauses.longest
        wait: float = min(longest, self._pauses.first * 2 ** min(self._failures, 16))
        self._failures += 1
        if refusal.retry_after_s is not None:
            wait = max(wait, refusal.retry_after_s)
        return wait * random.uniform(0.5, 1)  # noqa: S311 - no secret
