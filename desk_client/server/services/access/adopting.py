"""What somebody left who had proved nothing becomes theirs once they have."""

from sqlalchemy import update

from desk_client.domain.consents import Purpose
from desk_client.domain.ids import PersonId
from desk_client.domain.people import Document, Mobile
from desk_client.server.services.access import people
from desk_client.server.services.privacy import consents
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import request
from desk_client.server.storage.tables.people import consent


def adopt(transaction: Transaction, person_id: PersonId, document: Document, mobile: Mobile | None) -> None:
    """Whoever has just proved document and mobile is given what was left in their name with both."""
    claimant = None if mobile is None else people.claimant(transaction, document, mobile)
    if claimant is None:
        return
    run = transaction.connection.execute
    theirs = run(update(request).where(request.c.person_id == claimant).values(person_id=person_id))
    if theirs.rowcount and not (
        consents.agrees(transaction, person_id, Purpose.PROCESSING)
        or consents.declines(transaction, person_id, Purpose.PROCESSING)
    ):
        run(update(consent).where(consent.c.person_id == claimant).values(person_id=person_id))
    if theirs.rowcount:
        record(transaction, None, "adopt_requests", person_id)
