"""The queue of those who come without an appointment: numbers without names."""

from datetime import date
from typing import Annotated

from pydantic import Field

from desk_client.domain.walk_in import WalkInReason, WalkInState, WalkInStep
from desk_client.protocol.base import Answer, Ask, Identifier, Instant
from desk_client.protocol.kiosks import Site

Number = Annotated[str, Field(pattern=r"^[A-HS-Z][0-9]{3}$")]
KioskNumber = Annotated[int, Field(ge=1, le=999)]
_A_DAY_S = 86_400


class GivenAlready(Ask):
    """A number that was given while the server was away: out of a block that was set aside in the hall.

    `ago_s` is how many seconds ago they came, by the clock of whoever gave it: two clocks are never compared.
    """

    number: Number
    ago_s: float = Field(ge=0, le=_A_DAY_S, allow_inf_nan=False)
    state: WalkInState = WalkInState.WAITING


class WalkInAsk(Ask):
    """``POST /v1/walk-ins`` with an ``Idempotency-Key``: the next number for somebody, or one that they have already.

    A number that was handed in before is answered as it stands.
    """

    reason: WalkInReason
    is_priority: bool = False
    given: GivenAlready | None = None


class CallAsk(Ask):
    """``POST /v1/walk-ins/next`` with an ``Idempotency-Key``: call whose turn it is, to a kiosk or to one's own desk.

    NOT_FOUND where nobody waits.
    """

    kiosk_number: KioskNumber | None = None


class WalkInStepAsk(Ask):
    """``POST /v1/walk-ins/{id}/steps``; `kiosk_number` is for calling somebody out of turn."""

    step: WalkInStep
    kiosk_number: KioskNumber | None = None


class WalkIn(Answer):
    """One number. While it waits, `ahead` is how many are called before it, and the range when that will be.

    `is_mine`: the asker called it.
    """

    id: Identifier
    number: str
    reason: WalkInReason
    is_priority: bool
    state: WalkInState
    taken_at: Instant
    called_at: Instant | None = None
    ended_at: Instant | None = None
    calls: int = 0
    kiosk_number: int | None = None
    is_mine: bool = False
    ahead: int | None = None
    earliest_min: int | None = None
    latest_min: int | None = None


class WalkIns(Answer):
    """``GET /v1/walk-ins``: the hall's queue today; the waiting in their order, the ended with the latest first.

    `kiosks` are the numbers of those in service there.
    """

    at: Instant
    day: date
    site: Site
    kiosks: tuple[int, ...]
    waiting: tuple[WalkIn, ...]
    called: tuple[WalkIn, ...]
    ended: tuple[WalkIn, ...]


class WalkInBlock(Answer):
    """``POST /v1/walk-ins/block``: numbers of this day that nobody else gives, for when the server is away."""

    day: date
    numbers: tuple[str, ...]


class CalledNumber(Answer):
    """A number that is called now, how often already, and to which kiosk; null: to the operator's desk."""

    number: str
    kiosk_number: int | None
    calls: int = 1


class CalledNumbers(Answer):
    """``GET /v1/walk-ins/called``: for everybody in the hall to read; the latest call first."""

    numbers: tuple[CalledNumber, ...]
