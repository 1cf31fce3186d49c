"""Where a visit leaves something that cannot be sent now: sealed at once, and kept."""

import asyncio
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from desk_client.client.outbox.box import Outbox, OutboxFullError
from desk_client.client.outbox.provisions import Pantry, Provisions
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.deposits import INSIDE, CheckInLeft, RequestLeft, SurveyLeft, outside
from desk_client.protocol.sealed_box import close_box


@dataclass(frozen=True, slots=True)
class Receipt:
    """What somebody has in hand: a number by which the hall's staff finds the entry, and when it was left."""

    number: str
    left_at: datetime


class Depository:
    """The slot of the outbox. Nothing that went in can be read again here: it is sealed for the server."""

    def __init__(self, outbox: Outbox, pantry: Pantry, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """``now`` is this machine's clock."""
        self._outbox = outbox
        self._pantry = pantry
        self._now = now

    @property
    def provisions(self) -> Provisions | None:
        """What was last seen of the server; None where it never was."""
        return self._pantry.provisions

    @property
    def is_open(self) -> bool:
        """Whether something can be left: there is a key to seal it with, and room."""
        return self.provisions is not None and self._outbox.has_room

    async def leave(self, inside: CheckInLeft | SurveyLeft | RequestLeft) -> Receipt | Refusal:
        """Seal and keep it; done once no cut of the power takes it away. SERVER_UNAVAILABLE: it was not kept."""
        return await asyncio.to_thread(self._leave, inside)

    def _leave(self, inside: CheckInLeft | SurveyLeft | RequestLeft) -> Receipt | Refusal:
        provisions = self.provisions
        if provisions is None:
            return Refusal(RefusalCode.SERVER_UNAVAILABLE)
        entry_id, happened_at = uuid.uuid4().hex, self._now() + provisions.clock_behind
        terms, content = provisions.terms, INSIDE.dump_json(inside, exclude_none=True)

        def sealed(number: int) -> bytes:
            return close_box(terms.public_key, content, outside(entry_id, number, happened_at))

        try:
            number = self._outbox.put(entry_id, happened_at, terms.key_id, sealed)
        except OutboxFullError:
            return Refusal(RefusalCode.SERVER_UNAVAILABLE)
        return Receipt(f"{provisions.kiosk.number}-{number:04d}", happened_at)
