"""Erasing a person: what says who they are goes; what the house must account for stays, and leads to nobody.

What goes: document, name, mobile, everything that was written by or about them, what they brought, their messages and
what finds them. What stays under an id that means nothing any more: that there were appointments and requests, when,
where and how they ended, consents, the audit trail and the register. Who signs in with the same document afterwards is
a new person.
"""

from typing import Final

from sqlalchemy import ColumnElement, Table, and_, delete, or_, select, update

from desk_client.domain import appointment as life
from desk_client.domain import request as requests
from desk_client.domain.access import Action
from desk_client.domain.grounds import Grounds
from desk_client.domain.ids import PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.recording import RecordingEnd
from desk_client.protocol.privacy import Erased
from desk_client.server.security.vault import SealBrokenError
from desk_client.server.services.actor import Actor
from desk_client.server.services.privacy import recordings
from desk_client.server.services.privacy.held import (
    appointments_of,
    attachments_of,
    challenges_of,
    messages_of,
    requests_of,
)
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import (
    appointment,
    attachment,
    attachment_content,
    document_mark,
    outcome,
    outcome_amendment,
    outcome_draft,
    request,
    request_step,
    satisfaction,
    waitlist,
    waitlist_offer,
)
from desk_client.server.storage.tables.bookkeeping import idempotency, outbox
from desk_client.server.storage.tables.people import challenge, consent, person, person_name_token, session
from desk_client.server.storage.tables.rooms import chat_line, handover, office_note

_OPEN: Final = sorted(state.value for state in life.OPEN_STATES)
_OPEN_REQUESTS: Final = sorted(state.value for state in requests.OPEN_STATES)


def erase_self(transaction: Transaction, actor: Actor) -> Erased | Refusal:
    """A citizen has their own data erased. Refusals: FORBIDDEN, and those of `erase`."""
    if actor.person_id is None or actor.refused(Action.MANAGE_OWN_DATA) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    return erase(transaction, actor.person_id, actor)


def erase(
    transaction: Transaction, person_id: PersonId, actor: Actor | None, grounds: Grounds | None = None
) -> Erased | Refusal:
    """Erase a person; `actor` None: the administrator at the server's own console. `grounds` stand in the trail.

    Open requests are withdrawn. Open appointments refuse it (ILLEGAL_TRANSITION): they are cancelled first, each by
    the rules of its service, as others have set time aside for them. NOT_FOUND: no such person, or erased already.
    """
    # who books at this moment waits for this lock, or this for them
    lock_row(transaction.connection, person, person_id)
    known = select(person.c.id).where(person.c.id == person_id, person.c.erased_at.is_(None))
    if transaction.connection.execute(known).one_or_none() is None:
        return Refusal(RefusalCode.NOT_FOUND)
    held = and_(
        appointment.c.state == life.AppointmentState.HELD.value,
        appointment.c.held_until > transaction.now,  # one that expired is booked by nobody any more
    )
    in_the_way = appointments_of(person_id).where(or_(appointment.c.state.in_(_OPEN), held)).limit(1)
    if transaction.connection.execute(in_the_way).first() is not None:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION, field="appointments")
    _forget_messages(transaction, person_id)  # while it is known still who they are
    transaction.connection.execute(delete(challenge).where(challenges_of(person_id)))
    _forget_what_was_brought(transaction, person_id)
    _forget_what_was_written(transaction, person_id)
    _forget_sessions(transaction, person_id)
    _forget_who(transaction, person_id)
    record(transaction, actor, "erase_person" if grounds is None else grounds.of("erase_person"), person_id)
    return Erased(erased_at=transaction.now)


def _forget_messages(transaction: Transaction, person_id: PersonId) -> None:
    run = transaction.connection.execute
    run(delete(outbox).where(messages_of(person_id)))
    # a code for signing in knows no person; until it is sent it holds a mobile
    mobile = _mobile(transaction, person_id)
    if mobile is None:
        return
    unsent = select(outbox.c.id, outbox.c.recipient_sealed).where(
        outbox.c.person_id.is_(None), outbox.c.recipient_sealed.is_not(None)
    )
    theirs = [row.id for row in run(unsent) if _opened(transaction, "outbox.recipient", row.id, row[1]) == mobile]
    for message_id in theirs:
        run(delete(outbox).where(outbox.c.id == message_id))


def _mobile(transaction: Transaction, person_id: PersonId) -> str | None:
    sealed = transaction.connection.execute(select(person.c.mobile_sealed).where(person.c.id == person_id)).scalar_one()
    return None if sealed is None else _opened(transaction, "person.mobile", person_id, sealed)


def _opened(transaction: Transaction, column: str, row: str, sealed: bytes) -> str | None:
    try:
        return transaction.vault.open(column, row, sealed)
    except SealBrokenError:
        return None  # nobody can read it anyway


def _forget_what_was_brought(transaction: Transaction, person_id: PersonId) -> None:
    run = transaction.connection.execute
    theirs = select(attachment.c.id).where(attachments_of(person_id))
    recordings.destroy(transaction, None, recordings.of_person(person_id), RecordingEnd.ERASED)
    run(theirs.with_for_update()).all()  # whoever hands in a piece just now comes first, and the next one in vain
    run(delete(document_mark).where(document_mark.c.attachment_id.in_(theirs)))
    run(delete(attachment_content).where(attachment_content.c.attachment_id.in_(theirs)))
    run(delete(attachment).where(attachments_of(person_id)))


def _forget_what_was_written(transaction: Transaction, person_id: PersonId) -> None:
    run, now = transaction.connection.execute, transaction.now
    open_requests = run(requests_of(person_id).where(request.c.state.in_(_OPEN_REQUESTS))).all()
    for request_id in (row.id for row in open_requests):
        withdrawn = requests.RequestState.WITHDRAWN.value
        changed = {
            "state": withdrawn,
            "version": request.c.version + 1,
            "changed_at": now,
            "due_at": None,
            "reply_hash": None,
        }
        run(update(request).where(request.c.id == request_id).values(**changed))
        record(transaction, None, requests.RequestStep.WITHDRAW.value, request_id)
    _blank(transaction, request, request.c.person_id == person_id, "text_sealed")
    run(
        update(request)
        .where(request.c.person_id == person_id)
        .values(left_sealed=None, answer_sealed=None, decline_unit=None, decline_next=None)
    )
    run(update(request_step).where(request_step.c.request_id.in_(requests_of(person_id))).values(words_sealed=None))
    run(
        update(appointment)
        .where(appointment.c.person_id == person_id)
        .values(
            subject_sealed=None,
            address_sealed=None,
            represented_sealed=None,
            ticket_code_hash=None,
            version=appointment.c.version + 1,
        )
    )
    decided = outcome.c.appointment_id.in_(appointments_of(person_id))
    _blank(transaction, outcome, decided, "text_sealed")
    run(update(outcome).where(decided).values(follows_sealed=None, transaction_index=None))
    run(delete(outcome_draft).where(outcome_draft.c.appointment_id.in_(appointments_of(person_id))))
    run(delete(outcome_amendment).where(outcome_amendment.c.appointment_id.in_(appointments_of(person_id))))
    run(delete(office_note).where(office_note.c.appointment_id.in_(appointments_of(person_id))))
    run(delete(handover).where(handover.c.appointment_id.in_(appointments_of(person_id))))
    run(delete(chat_line).where(chat_line.c.appointment_id.in_(appointments_of(person_id))))
    run(delete(satisfaction).where(satisfaction.c.appointment_id.in_(appointments_of(person_id))))
    leaving = and_(waitlist.c.person_id == person_id, waitlist.c.state.in_(("waiting", "offered")))
    offers = waitlist_offer.c.waitlist_id.in_(select(waitlist.c.id).where(waitlist.c.person_id == person_id))
    run(update(waitlist_offer).where(offers, waitlist_offer.c.state == "open").values(state="expired"))
    run(update(waitlist).where(leaving).values(state="left"))
    run(delete(idempotency).where(idempotency.c.actor == person_id))


def _blank(transaction: Transaction, table: Table, which: ColumnElement[bool], column: str) -> None:
    """Put nothing in the place of a text that must be there."""
    key = next(iter(table.primary_key.columns))
    name = f"{table.name}.{column.removesuffix('_sealed')}"
    for row in list(transaction.connection.execute(select(key).where(which)).scalars()):
        blank = {column: transaction.vault.seal(name, row, "")}
        transaction.connection.execute(update(table).where(key == row).values(**blank))


def _forget_sessions(transaction: Transaction, person_id: PersonId) -> None:
    theirs = session.c.person_id == person_id
    transaction.connection.execute(
        update(session).where(theirs, session.c.ended_at.is_(None)).values(ended_at=transaction.now)
    )
    transaction.connection.execute(update(session).where(theirs).values(represented_sealed=None))


def _forget_who(transaction: Transaction, person_id: PersonId) -> None:
    run, now = transaction.connection.execute, transaction.now
    run(delete(person_name_token).where(person_name_token.c.person_id == person_id))
    run(
        update(consent)
        .where(consent.c.person_id == person_id, consent.c.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
    )
    run(
        update(person)
        .where(person.c.id == person_id)
        .values(
            number_sealed=None,
            number_index=None,
            nationality=None,
            mobile_sealed=None,
            mobile_index=None,
            email_sealed=None,
            name_sealed=None,
            erased_at=now,
        )
    )
