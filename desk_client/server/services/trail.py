"""What every change leaves behind in its own transaction: an audit row, and a hint to those who watch."""

from sqlalchemy import insert

from desk_client.domain.ids import AppointmentId, OfficeId, PersonId
from desk_client.server.services.actor import Actor
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables import audit, change


def record(transaction: Transaction, actor: Actor, action: str, subject: str) -> None:
    """Who did what to which thing. Ids only: the audit trail tells nothing about a person by itself."""
    transaction.connection.execute(
        insert(audit).values(at=transaction.now, actor=actor.id, role=actor.role.value, action=action, subject=subject)
    )


def announce(transaction: Transaction, appointment_id: AppointmentId, office_id: OfficeId, person_id: PersonId) -> None:
    """After the commit, tell the office and the citizen that this audience changed."""
    transaction.connection.execute(
        insert(change).values(
            at=transaction.now, appointment_id=appointment_id, office_id=office_id, person_id=person_id
        )
    )
