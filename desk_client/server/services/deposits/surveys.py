"""What somebody thought of their audience, given when the server had just gone."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import select, update

from desk_client.domain.access import Action, Role
from desk_client.domain.appointment import TOOK_PLACE_STATES
from desk_client.domain.deposits import Answered, Verdict, first_answer
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import Refusal
from desk_client.domain.satisfaction import judged
from desk_client.protocol.deposits import SurveyLeft
from desk_client.server.security.tokens import hashed
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import Record, find
from desk_client.server.services.deposits.led_to import LedTo
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import insert_new
from desk_client.server.storage.tables.booking import satisfaction
from desk_client.server.storage.tables.people import session

_BETWEEN: Final = ","


def answer(transaction: Transaction, actor: Actor, left: SurveyLeft, entry_id: str, at: datetime) -> LedTo:
    """Keep the answer, unless one was given before it; within the visitor's own session, which proves whose it is."""
    found = find(transaction, AppointmentId(left.appointment_id))
    if found is None or not _was_theirs(transaction, left.session_token, found, at):
        return LedTo(Verdict.NOT_FOUND)
    if found.state not in TOOK_PLACE_STATES:
        return LedTo(Verdict.NOT_HELD, found.id)
    judgement = judged(left.score, left.reasons)
    if isinstance(judgement, Refusal):
        return LedTo(Verdict.INVALID, found.id)
    if not people.keep(transaction, found.person_id):  # erased at this very moment
        return LedTo(Verdict.NOT_FOUND)
    run = transaction.connection.execute
    row = run(select(satisfaction).where(satisfaction.c.appointment_id == found.id)).one_or_none()
    kept = None if row is None else Answered(row.answered_at, row.session_id)
    given = first_answer(kept, Answered(at, entry_id), _month_begins(transaction, found))
    if given is None:
        return LedTo(Verdict.ALREADY_ANSWERED, found.id)
    said = {
        "score": judgement.score,
        "reasons": _BETWEEN.join(judgement.reasons),
        "answered_at": given.at,
        "session_id": given.key,
    }
    if not insert_new(transaction.connection, satisfaction, [{"appointment_id": found.id, **said}]):
        run(update(satisfaction).where(satisfaction.c.appointment_id == found.id).values(**said))
    record(transaction, actor, Action.ANSWER_SURVEY.value, found.id)
    return LedTo(Verdict.ANSWERED, found.id)


def _was_theirs(transaction: Transaction, token: str, found: Record, at: datetime) -> bool:
    """Whether the token was, at that moment, of a session of the person whose audience it is."""
    row = transaction.connection.execute(
        select(session).where(session.c.token_hash == hashed(token), session.c.role == Role.CITIZEN.value)
    ).one_or_none()
    if row is None or row.person_id != found.person_id or row.appointment_id not in {None, found.id}:
        return False
    return bool(row.created_at <= at < row.expires_at and (row.ended_at is None or at <= row.ended_at))


def _month_begins(transaction: Transaction, found: Record) -> datetime:
    """When the present month began at the office that received them."""
    zone = ZoneInfo(rules(transaction).offices[found.attending_id].zone)
    return transaction.now.astimezone(zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
