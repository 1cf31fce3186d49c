"""Staff who come by the organisation's own sign-on (OIDC): linked by an administrator, or not let in.

A second factor is that sign-on's affair; ours is for those who come by password.
"""

from sqlalchemy import select

from desk_client.domain.ids import StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.sessions import StaffSession
from desk_client.server.services import throttle
from desk_client.server.services.access.staff import opened
from desk_client.server.services.throttle import Limit
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import staff

OIDC = "oidc"


def tried(transaction: Transaction, address: str) -> Refusal | None:
    """Count a try from an address before the other server is asked. RATE_LIMITED."""
    most = transaction.settings.identity.failed_passwords_per_address
    return throttle.taken(transaction, Limit("sign-on-address", address, most, alarming=True))


def let_in(transaction: Transaction, subject: str) -> StaffSession | Refusal:
    """Sign in whom the other sign-on names so. WRONG_CREDENTIALS for somebody who is not linked, or disabled."""
    staff_id = transaction.connection.execute(
        select(staff.c.id).where(staff.c.oidc_subject == subject, staff.c.disabled_at.is_(None))
    ).scalar_one_or_none()
    if staff_id is None:
        return Refusal(RefusalCode.WRONG_CREDENTIALS)
    return opened(transaction, StaffId(staff_id), OIDC)
