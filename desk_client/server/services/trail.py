"""What every change leaves behind in its own transaction: an audit row, a hint to those who watch; and who saw what."""

from desk_client.domain.ids import AgencyId, AppointmentId, OfficeId, PersonId, RequestId
from desk_client.server.services.actor import Actor
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import access_log, audit, change

SYSTEM: str = "system"
"""Who acts where nobody asked: a job."""
_NOBODY: str = ""


def record(transaction: Transaction, actor: Actor | None, action: str, subject: str) -> None:
    """Who did what to which thing; None for a job. Ids only: the audit trail tells nothing about a person by itself."""
    transaction.later(
        audit,
        {
            "at": transaction.now,
            "actor": SYSTEM if actor is None else actor.id,
            "role": SYSTEM if actor is None else actor.role.value,
            "action": action,
            "subject": subject,
        },
    )


def announce(transaction: Transaction, appointment_id: AppointmentId, office_id: OfficeId, person_id: PersonId) -> None:
    """After the commit, tell the office and the citizen that this audience changed."""
    transaction.later(
        change,
        {
            "at": transaction.now,
            "appointment_id": appointment_id,
            "office_id": office_id,
            "person_id": person_id,
        },
    )


def announce_office(transaction: Transaction, office_id: OfficeId, subject: str) -> None:
    """After the commit, tell the office that its calendar changed; `subject` is what did, which is no audience."""
    transaction.later(
        change, {"at": transaction.now, "appointment_id": subject, "office_id": office_id, "person_id": _NOBODY}
    )


def announce_request(transaction: Transaction, request_id: RequestId, *desks: AgencyId | OfficeId | None) -> None:
    """After the commit, tell the agencies and offices with whom it lies or lay that a request changed."""
    for desk in dict.fromkeys(desks):
        if desk is not None:
            announce_office(transaction, OfficeId(desk), request_id)


def looked_at(transaction: Transaction, actor: Actor, action: str, person_id: PersonId, subject: str) -> None:
    """A member of staff was shown somebody's data: into the register of who looked at what (PDPL)."""
    if actor.is_staff:
        transaction.later(
            access_log,
            {
                "at": transaction.now,
                "actor": actor.id,
                "role": actor.role.value,
                "action": action,
                "person_id": person_id,
                "subject": subject,
            },
        )
