"""E-mail addresses of citizens and of members of staff: by their own choice, sealed, shown to nobody but themselves.

An address is believed as it was typed; so nothing that opens anything is ever sent there.
"""

from typing import Final

from sqlalchemy import Table, select, update

from desk_client.domain.access import Action
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import parse_email
from desk_client.protocol.contacts import EmailAddress, EmailAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.throttle import Limit, taken
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import person, staff

EMAIL: Final = "email_sealed"
_MOST: Final = 10
"""Changes within a window: whoever tries addresses has other people written to."""


def own(transaction: Transaction, actor: Actor, action: Action) -> EmailAddress | Refusal:
    """One's own address, as a citizen or as a member of staff by the action. Refusal: FORBIDDEN."""
    found = _own(actor, action)
    if isinstance(found, Refusal):
        return found
    table, row_id = found
    sealed = transaction.connection.execute(select(table.c[EMAIL]).where(table.c.id == row_id)).scalar_one()
    return EmailAddress(email=None if sealed is None else transaction.vault.open(_name(table), row_id, sealed))


def change(transaction: Transaction, actor: Actor, action: Action, ask: EmailAsk) -> EmailAddress | Refusal:
    """Keep another address, or none. Refusals: FORBIDDEN, INVALID_EMAIL, RATE_LIMITED."""
    found = _own(actor, action)
    if isinstance(found, Refusal):
        return found
    table, row_id = found
    address = None if ask.email is None else parse_email(ask.email)
    if isinstance(address, Refusal):
        return address
    if (refusal := taken(transaction, Limit("email", row_id, _MOST))) is not None:
        return refusal
    sealed = None if address is None else transaction.vault.seal(_name(table), row_id, address)
    transaction.connection.execute(update(table).where(table.c.id == row_id).values({EMAIL: sealed}))
    record(transaction, actor, "change_email", row_id)
    return EmailAddress(email=address)


def _own(actor: Actor, action: Action) -> tuple[Table, str] | Refusal:
    """Where the actor's own address is."""
    if (refusal := actor.refused(action)) is not None:
        return refusal
    table, row_id = (person, actor.person_id) if action is Action.MANAGE_OWN_DATA else (staff, actor.staff_id)
    return Refusal(RefusalCode.FORBIDDEN) if row_id is None else (table, row_id)


def _name(table: Table) -> str:
    return f"{table.name}.email"
