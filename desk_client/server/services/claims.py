"""Claims on time: one row for each resource and five minutes, so that nothing can be given away twice.

The primary key (resource, quantum) is what forbids a double booking, on every backend; all else is politeness.
Resources are the official, one kiosk of the site, and the person, who cannot be at two places.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, insert, update
from sqlalchemy.exc import IntegrityError

from desk_client.domain.ids import OfficeId, PersonId
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import claim


def office_resource(office_id: OfficeId) -> str:
    """The official's own time."""
    return f"office:{office_id}"


def kiosk_resource(kiosk_id: str) -> str:
    """A seat at a kiosk."""
    return f"kiosk:{kiosk_id}"


def person_resource(person_id: PersonId) -> str:
    """The citizen's own time."""
    return f"person:{person_id}"


def take(
    transaction: Transaction, resources: Iterable[str], quanta: range, owner: str, expires_at: datetime | None
) -> bool:
    """Claim every resource for all the quanta, or nothing; False where one of them is taken.

    Claims of holds that have expired are cleared away here, in the transaction of whoever comes next.
    """
    wanted = list(resources)
    transaction.connection.execute(
        delete(claim).where(
            claim.c.resource.in_(wanted),
            claim.c.quantum.in_(list(quanta)),
            claim.c.expires_at <= transaction.now,
        )
    )
    rows = [
        {"resource": resource, "quantum": quantum, "owner": owner, "expires_at": expires_at}
        for resource in wanted
        for quantum in quanta
    ]
    try:
        with transaction.connection.begin_nested():
            transaction.connection.execute(insert(claim), rows)
    except IntegrityError:
        return False
    return True


def hand_over(transaction: Transaction, owner: str, heir: str) -> int:
    """Make the claims of a hold those of a booking: they expire no more. Returns how many there were."""
    return transaction.connection.execute(
        update(claim).where(claim.c.owner == owner).values(owner=heir, expires_at=None)
    ).rowcount


def release(transaction: Transaction, owner: str) -> None:
    """Give back everything of one owner."""
    transaction.connection.execute(delete(claim).where(claim.c.owner == owner))
