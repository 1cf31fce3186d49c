"""Whether a slip that somebody shows is ours, and whether what it says still stands: for anybody who has it in hand."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from desk_client.domain.decision import DecisionCode
from desk_client.domain.ids import OfficeId
from desk_client.protocol.base import Texts
from desk_client.server.security.slips import Slips
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, outcome, outcome_amendment


class Standing(Enum):
    """What is to be thought of a slip."""

    STANDS = auto()
    AMENDED = auto()
    """It stands, and something was added to it since."""
    TAKEN_BACK = auto()
    """It was ours, and another outcome has taken its place, or none yet."""
    NOT_KEPT = auto()
    """It is ours; its file is gone after its period of retention."""
    FORGED = auto()
    """Not ours, or not as we sealed it."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A slip that was looked at: nothing but what stands on it, and how it stands.

    Attributes:
        reference: the ticket's number, where it is still known.
        day: of the outcome, on the wall of its audience.
        amended_on: the last time, on the same wall.
    """

    standing: Standing
    code: DecisionCode | None = None
    day: date | None = None
    reference: str = ""
    office: Texts | None = None
    amended_on: date | None = None


def check_slip(transaction: Transaction, slips: Slips, seal: str) -> Checked:
    """Look a slip up by what its QR code holds. Who asks needs nothing but the paper."""
    slip = slips.read(seal)
    if slip is None:
        return Checked(Standing.FORGED)
    run = transaction.connection.execute
    held = run(
        select(
            appointment.c.ticket_number,
            appointment.c.attending_id,
            appointment.c.zone,
            outcome.c.code,
            outcome.c.recorded_at,
        )
        .outerjoin(outcome, outcome.c.appointment_id == appointment.c.id)
        .where(appointment.c.id == slip.appointment_id)
    ).one_or_none()
    if held is None:
        return Checked(Standing.NOT_KEPT, slip.code, slip.recorded_at.date())
    amended_at = run(
        select(func.max(outcome_amendment.c.amended_at)).where(
            outcome_amendment.c.appointment_id == slip.appointment_id
        )
    ).scalar_one()
    is_same = (held.code, held.recorded_at) == (slip.code.value, slip.recorded_at)
    standing = Standing.TAKEN_BACK if not is_same else Standing.AMENDED if amended_at is not None else Standing.STANDS
    return Checked(
        standing,
        slip.code,
        slip.recorded_at.astimezone(ZoneInfo(held.zone)).date(),
        held.ticket_number or "",
        rules(transaction).offices[OfficeId(held.attending_id)].title,
        amended_at.astimezone(ZoneInfo(held.zone)).date() if is_same and amended_at is not None else None,
    )
