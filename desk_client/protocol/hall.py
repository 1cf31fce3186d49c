"""A hall as its operator watches it: what its kiosks say of themselves, and what is asked of them."""

from typing import Annotated

from pydantic import Base64Bytes, Field

from desk_client.domain.deposits import LeftKind, SetAsideFor
from desk_client.domain.kiosk_health import Activity, Complaint, Health, KioskPart, PrinterCondition
from desk_client.domain.kiosk_orders import MOST_MESSAGE_LENGTH, OrderFailure, OrderKind, OrderState
from desk_client.protocol.base import Answer, Ask, Identifier, Instant
from desk_client.protocol.kiosks import Site
from desk_client.protocol.walk_ins import CalledNumber

MOST_STILL_BYTES = 40 * 1024
"""A picture's size as JPEG: with what surrounds it, it fits into one request."""
ErrorCode = Annotated[str, Field(max_length=48, pattern=r"^[a-z0-9_]+$")]
"""The code of a refusal, or another single word: never a text."""


MOST_ASIDE_TOLD = 20
"""Entries that were set aside, in one report: the oldest first, so that what is dealt with makes room."""
MOST_ASIDE_SHOWN = 50


class AsideTold(Ask):
    """An entry that a kiosk holds and that nobody will take; `sequence` is its number in the kiosk's outbox."""

    id: Identifier
    sequence: int = Field(ge=1, lt=2**53)
    happened_at: Instant
    reason: SetAsideFor


class ReportAsk(Ask):
    """``PUT /v1/kiosks/self/report``, every few seconds: how the kiosk is, and nothing of who uses it.

    `failed` is what the last check of its devices found not to serve, `checked_at` when that was.
    """

    activity: Activity
    program: str = Field(max_length=32, pattern=r"^[0-9A-Za-z.+-]*$")
    uptime_s: int = Field(ge=0, le=2**31)
    printer: PrinterCondition = PrinterCondition.NONE
    failed: tuple[KioskPart, ...] = Field(default=(), max_length=len(KioskPart))
    checked_at: Instant | None = None
    round_trip_ms: int | None = Field(default=None, ge=0, le=600_000)
    unsent: int = Field(default=0, ge=0, le=1_000_000)
    error: ErrorCode | None = None
    error_at: Instant | None = None
    aside: tuple[AsideTold, ...] = Field(default=(), max_length=MOST_ASIDE_TOLD)


class KioskOrder(Answer):
    """What the operator asks of the kiosk that is told; `ends_visit` ends for it what somebody does there."""

    id: Identifier
    kind: OrderKind
    state: OrderState
    text: str = ""
    ends_visit: bool = False


class Instructions(Answer):
    """The answer to a report: whether the kiosk is to be closed, and what it has still to do, the oldest first.

    `dealt` are those of the entries set aside that an operator has dealt with: it need not keep them any more. `called`
    are the numbers that are called in its hall now, the latest first.
    """

    locked: bool
    orders: tuple[KioskOrder, ...]
    dealt: tuple[Identifier, ...] = ()
    called: tuple[CalledNumber, ...] = ()


class OrderAnswerAsk(Ask):
    """``PUT /v1/kiosks/self/orders/{id}``: how far it is.

    `failed` is what a test found not to serve; `still` the picture that was asked for, which is kept nowhere.
    """

    state: OrderState
    failure: OrderFailure | None = None
    failed: tuple[KioskPart, ...] = Field(default=(), max_length=len(KioskPart))
    still: Base64Bytes | None = Field(default=None, max_length=MOST_STILL_BYTES, repr=False)


class OrderAsk(Ask):
    """``POST /v1/kiosks/{id}/orders``. `text` is a message's, `ends_visit` is for locking and restarting."""

    kind: OrderKind
    text: str = Field(default="", max_length=MOST_MESSAGE_LENGTH)
    ends_visit: bool = False


class Order(Answer):
    """What was asked of a kiosk, and how far it is; `failed` is what a test found not to serve."""

    id: Identifier
    kind: OrderKind
    state: OrderState
    failure: OrderFailure | None
    failed: tuple[KioskPart, ...]
    asked_at: Instant
    ended_at: Instant | None


class EntryAside(Answer):
    """Something that was left at a kiosk and could not be done; nobody has dealt with it yet.

    Attributes:
        number: what stands on the slip of whoever left it.
        kind: null where it could not be read.
        left_at: by the kiosk's clock where that is believed.
        person_known: whether the server knows whose it is (`POST …/deposits/{id}/person`).
    """

    id: Identifier
    number: str
    kind: LeftKind | None
    left_at: Instant
    reason: SetAsideFor
    person_known: bool


class HallKiosk(Answer):
    """One kiosk of a hall; what it said is null before it was ever heard of.

    Attributes:
        since: since when it is used for what it is used for.
        heard_at: when it was last heard of.
        locked: whether it is, or is about to be, closed to visitors.
        orders: the last few, the latest first.
        aside: what was left there and could not be done, the oldest first; of many the first of them.
        aside_count: how many there are of those.
    """

    id: Identifier
    number: int
    disabled: bool
    enrolled: bool
    health: Health
    complaints: tuple[Complaint, ...]
    heard_at: Instant | None
    activity: Activity | None
    since: Instant | None
    locked: bool
    program: str | None
    uptime_s: int | None
    printer: PrinterCondition
    failed: tuple[KioskPart, ...]
    checked_at: Instant | None
    round_trip_ms: int | None
    unsent: int
    error: str | None
    error_at: Instant | None
    orders: tuple[Order, ...]
    aside: tuple[EntryAside, ...] = ()
    aside_count: int = 0


class Hall(Answer):
    """``GET /v1/sites/{id}/hall``."""

    site: Site
    read_at: Instant
    has_pin: bool
    kiosks: tuple[HallKiosk, ...]


class Still(Answer):
    """``POST /v1/kiosks/{id}/orders/{order_id}/still``: the picture, once; asked for again it is not there."""

    jpeg: Base64Bytes = Field(repr=False)
