"""What the calls of an audience were like, as each end tells when it leaves: kept with the appointment, and no longer.

A summary belongs to the room token that its end entered with: whoever sends it twice has sent it once.
"""

from typing import Any, Final

from sqlalchemy import Row, func, select

from desk_client.domain.access import Action
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.protocol.call_summaries import CallFigures, CallSummaries, CallSummary, CallSummaryAsk
from desk_client.server.security.room_tokens import RoomTokens
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import reachable
from desk_client.server.services.trail import looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import insert_new
from desk_client.server.storage.tables.rooms import call_summary

MOST: Final = 64
"""Of one audience: each entry into its room may leave one, and nobody comes in as often."""


def keep(
    transaction: Transaction, tokens: RoomTokens, actor: Actor, appointment_id: AppointmentId, ask: CallSummaryAsk
) -> CallSummary | Refusal:
    """Keep one end's figures. Refusals: FORBIDDEN, NOT_FOUND, NOT_ADMITTED, LIMIT_REACHED."""
    found = reachable(transaction, actor, Action.ENTER_ROOM, appointment_id)
    if isinstance(found, Refusal):
        return found
    room_pass = tokens.read(ask.room_token, transaction.now)
    if (
        isinstance(room_pass, Refusal)
        or room_pass.appointment_id != found.id
        or room_pass.session_id != actor.session_id
    ):
        return Refusal(RefusalCode.NOT_ADMITTED)
    kept = select(func.count()).where(call_summary.c.appointment_id == found.id)
    if transaction.connection.execute(kept).scalar_one() >= MOST:
        return Refusal(RefusalCode.LIMIT_REACHED)
    row = {
        "token_id": room_pass.token_id,
        "appointment_id": found.id,
        "party": room_pass.party.value,
        "sent_at": transaction.now,
        "figures": ask.figures.model_dump_json(),
    }
    if insert_new(transaction.connection, call_summary, [row]):
        record(transaction, actor, "sum_up_call", found.id)
    ours = select(call_summary).where(call_summary.c.token_id == room_pass.token_id)
    return _summary(transaction.connection.execute(ours).one())


def of_appointment(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> CallSummaries | Refusal:
    """What is kept, for staff who may see the appointment. Refusals: FORBIDDEN, NOT_FOUND."""
    if not actor.is_staff:
        return Refusal(RefusalCode.FORBIDDEN)
    found = reachable(transaction, actor, Action.SEE_APPOINTMENT, appointment_id)
    if isinstance(found, Refusal):
        return found
    looked_at(transaction, actor, Action.SEE_APPOINTMENT.value, found.person_id, found.id)
    rows = transaction.connection.execute(
        select(call_summary)
        .where(call_summary.c.appointment_id == found.id)
        .order_by(call_summary.c.sent_at, call_summary.c.token_id)
        .limit(MOST)
    )
    return CallSummaries(items=tuple(_summary(row) for row in rows))


def _summary(row: Row[Any]) -> CallSummary:
    figures = CallFigures.model_validate_json(row.figures)
    return CallSummary(party=Party(row.party), sent_at=row.sent_at, figures=figures)
