"""What whoever is called into an audience is told of it: by whom, whose it is, and until when it is planned."""

from typing import Any

from sqlalchemy import Row, func, select

from desk_client.domain.access import Action
from desk_client.domain.called_in import Call, Capacity
from desk_client.domain.extension import planned_end
from desk_client.domain.ids import StaffId
from desk_client.domain.party import Party
from desk_client.protocol.called_in import Invitation
from desk_client.protocol.handovers import HandoverOffer
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import handed_over
from desk_client.server.services.booking.appointments import Record
from desk_client.server.services.life import recording_answers
from desk_client.server.services.life.colleagues import name_of, person
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import looked_at
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import attachment


def invitation_of(
    transaction: Transaction, actor: Actor, found: Record, row: Row[Any]
) -> Invitation:  # a row's columns are of many types
    """The call of that row; that whoever asks was shown it is noted."""
    looked_at(transaction, actor, Action.BE_CALLED_IN.value, found.person_id, found.id)
    rulebook = rules(transaction)
    receiving = rulebook.offices[found.attending_id]
    return Invitation(
        appointment_id=found.id,
        capacity=Capacity(row.capacity),
        state=Call(row.state),
        called_at=row.called_at,
        caller_name=name_of(person(transaction, row.called_by)),
        office_title=receiving.title,
        honorific=receiving.honorific,
        citizen_name=found.citizen_name,
        service_name=rulebook.services[found.service_id].name,
        kind=found.kind,
        handover=_handover(transaction, found, row),
        ends_at=planned_end(found.starts_at, found.ends_at, found.admitted_at),
        is_own_office=actor.office_id == found.attending_id,
        recording=recording_answers.needs(transaction, found.id) if row.state == Call.RINGING.value else None,
    )


def _handover(transaction: Transaction, found: Record, row: Row[Any]) -> HandoverOffer | None:  # the same
    asked = handed_over.of_call(transaction, found.id, StaffId(row.staff_id), Party(row.party))
    if asked is None:
        return None
    brought = select(func.count()).where(attachment.c.appointment_id == found.id, attachment.c.whole)
    return HandoverOffer(
        note=handed_over.note_of(transaction, asked),
        ends_at=planned_end(found.starts_at, found.ends_at, found.admitted_at),
        documents=transaction.connection.execute(brought).scalar_one(),
        is_done=asked.done_at is not None,
    )
