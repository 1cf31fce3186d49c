"""What an administrator does for a person who asks about their data: finds them, gives it to them, erases it.

By the document alone, as it lies before them: nobody looks through people here. Each step stands in the trail, with its
grounds, and in the register, so that the person reads who had their data.
"""

from typing import Final, Literal

from sqlalchemy import func, select

from desk_client.domain import appointment as life
from desk_client.domain import request as requests
from desk_client.domain.access import Action
from desk_client.domain.grounds import Grounds
from desk_client.domain.ids import PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import parse_document
from desk_client.i18n.digits import to_ascii
from desk_client.protocol.privacy import Erased, ErasureAsk, HeldCount, HolderAsk, PersonHeld
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.privacy import erasure
from desk_client.server.services.privacy.held import HELD
from desk_client.server.services.trail import looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, request

Fate = Literal["goes", "blanked", "stays"]

FATE: Final[dict[str, Fate]] = {
    "person": "blanked",
    "session": "stays",
    "challenge": "goes",
    "consent": "stays",
    "request": "blanked",
    "request_step": "blanked",
    "appointment": "blanked",
    "outcome": "blanked",
    "outcome_amendment": "goes",
    "outcome_draft": "goes",
    "deposit": "stays",
    "satisfaction": "goes",
    "attachment": "goes",
    "waitlist": "stays",
    "waitlist_offer": "stays",
    "queue_told": "stays",
    "room": "stays",
    "room_pair": "stays",
    "room_call": "stays",
    "room_member": "stays",
    "call_summary": "stays",
    "office_note": "goes",
    "handover": "goes",
    "chat_line": "goes",
    "recording": "blanked",
    "recording_answer": "stays",
    "call_back": "stays",
    "outbox": "goes",
    "idempotency": "goes",
    "audit": "stays",
    "access_log": "stays",
}
"""By table, what an erasure does with a person's rows there. Blanked: that it was stays, what was said in it goes."""


def found(transaction: Transaction, actor: Actor, ask: HolderAsk) -> PersonHeld | Refusal:
    """Whom the document names, and what of theirs is held. Refusals: FORBIDDEN, NOT_FOUND, and of the document."""
    if (refusal := actor.refused(Action.ANSWER_FOR_DATA)) is not None:
        return refusal
    person_id = _named(transaction, ask)
    if isinstance(person_id, Refusal):
        return person_id
    looked_at(transaction, actor, Action.FIND_PERSON.value, person_id, person_id)
    shown = people.shown(transaction, person_id)
    assert shown is not None  # found a moment ago
    answer = people.answered(shown)
    run = transaction.connection.execute
    of_theirs = {
        each.table.name: run(select(func.count()).select_from(each.table).where(each.of(person_id))).scalar_one()
        for each in HELD
    }
    mine = appointment.c.person_id == person_id
    booked = mine & appointment.c.state.in_([state.value for state in life.OPEN_STATES])
    left_open = (request.c.person_id == person_id) & request.c.state.in_([each.value for each in requests.OPEN_STATES])
    return PersonHeld(
        id=person_id,
        name=answer.name,
        masked_id=answer.masked_id,
        held=tuple(HeldCount(kind=kind, fate=FATE[kind], rows=rows) for kind, rows in of_theirs.items() if rows),
        open_appointments=run(select(func.count()).select_from(appointment).where(booked)).scalar_one(),
        open_requests=run(select(func.count()).select_from(request).where(left_open)).scalar_one(),
    )


def given(transaction: Transaction, actor: Actor, person_id: PersonId, grounds: Grounds) -> PersonId | Refusal:
    """Whose data may be given out, on these grounds. Refusals: FORBIDDEN, NOT_FOUND (erased, or never there)."""
    if (refusal := actor.refused(Action.ANSWER_FOR_DATA)) is not None:
        return refusal
    if people.shown(transaction, person_id) is None:
        return Refusal(RefusalCode.NOT_FOUND)
    record(transaction, actor, grounds.of("export_data"), person_id)
    looked_at(transaction, actor, "export_data", person_id, person_id)
    return person_id


def erased(transaction: Transaction, actor: Actor, person_id: PersonId, ask: ErasureAsk) -> Erased | Refusal:
    """Erase a person, whose document's number is typed once more.

    Refusals: FORBIDDEN, NOT_FOUND, INVALID_DOCUMENT (it is another's), and those of `erasure.erase`.
    """
    if (refusal := actor.refused(Action.ANSWER_FOR_DATA)) is not None:
        return refusal
    named = _named(transaction, ask.holder)
    if isinstance(named, Refusal) and named.code is not RefusalCode.NOT_FOUND:
        return named
    if people.shown(transaction, person_id) is None:
        return Refusal(RefusalCode.NOT_FOUND)
    if named != person_id:
        return Refusal(RefusalCode.INVALID_DOCUMENT, field="number")
    return erasure.erase(transaction, person_id, actor, ask.grounds)


def _named(transaction: Transaction, ask: HolderAsk) -> PersonId | Refusal:
    document = parse_document(ask.document, to_ascii(ask.number), ask.nationality)
    if isinstance(document, Refusal):
        return document
    known = people.with_document(transaction, document)
    return Refusal(RefusalCode.NOT_FOUND) if known is None else known.id
