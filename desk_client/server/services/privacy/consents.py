"""The consent ledger: to what a person agreed, in which words and in which session, and when they withdrew it.

Rows are only added, or closed by a withdrawal; what somebody once agreed to stays on record.
"""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import insert, select, update

from desk_client.domain.access import Action
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.privacy import Consent, ConsentAsk, Consents
from desk_client.server.services.actor import Actor
from desk_client.server.services.privacy.consent_texts import present
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.people import consent, person


class _Standing(NamedTuple):
    """A consent that was not withdrawn."""

    text_version: str
    given_at: datetime


def mine(transaction: Transaction, actor: Actor) -> Consents | Refusal:
    """Every purpose, and whether the citizen agrees to it. Refusal: FORBIDDEN."""
    person_id = _own(actor)
    return person_id if isinstance(person_id, Refusal) else _consents(transaction, person_id)


def give(transaction: Transaction, actor: Actor, purpose: Purpose, ask: ConsentAsk) -> Consents | Refusal:
    """Agree to today's text; a second time changes nothing.

    Refusals: FORBIDDEN; PRECONDITION_FAILED where another text was shown than today's: show it, and ask again.
    """
    person_id = _own(actor)
    if isinstance(person_id, Refusal):
        return person_id
    wording = present(purpose)
    if ask.text_version != wording.version:
        return Refusal(RefusalCode.PRECONDITION_FAILED, field="text_version")
    lock_row(transaction.connection, person, person_id)  # of two at once the second finds the first one's row
    row = _open(transaction, person_id).get(purpose)
    if row is None or row.text_version != wording.version:
        _close(transaction, person_id, purpose)
        transaction.connection.execute(
            insert(consent).values(
                person_id=person_id,
                purpose=purpose.value,
                text_version=wording.version,
                given_at=transaction.now,
                session_id=actor.session_id,
            )
        )
        record(transaction, actor, "give_consent", person_id)
    return _consents(transaction, person_id)


def withdraw(transaction: Transaction, actor: Actor, purpose: Purpose) -> Consents | Refusal:
    """Agree no longer; nothing happens where the citizen did not. Refusal: FORBIDDEN."""
    person_id = _own(actor)
    if isinstance(person_id, Refusal):
        return person_id
    lock_row(transaction.connection, person, person_id)
    if _close(transaction, person_id, purpose):
        record(transaction, actor, "withdraw_consent", person_id)
    return _consents(transaction, person_id)


def agrees(transaction: Transaction, person_id: PersonId, purpose: Purpose) -> bool:
    """Whether the person agrees to this, in whichever wording. For services that do what needs a consent."""
    return purpose in _open(transaction, person_id)


def _own(actor: Actor) -> PersonId | Refusal:
    if actor.person_id is None:
        return Refusal(RefusalCode.FORBIDDEN)
    return actor.refused(Action.MANAGE_OWN_DATA) or actor.person_id


def _open(transaction: Transaction, person_id: PersonId) -> dict[Purpose, _Standing]:
    """The consents that stand, by purpose."""
    rows = transaction.connection.execute(
        select(consent.c.purpose, consent.c.text_version, consent.c.given_at)
        .where(consent.c.person_id == person_id, consent.c.withdrawn_at.is_(None))
        .order_by(consent.c.seq)
    )
    return {Purpose(row.purpose): _Standing(row.text_version, row.given_at) for row in rows}


def _close(transaction: Transaction, person_id: PersonId, purpose: Purpose) -> bool:
    standing = (consent.c.person_id == person_id, consent.c.purpose == purpose.value, consent.c.withdrawn_at.is_(None))
    closed = transaction.connection.execute(update(consent).where(*standing).values(withdrawn_at=transaction.now))
    return closed.rowcount > 0


def _consents(transaction: Transaction, person_id: PersonId) -> Consents:
    standing = _open(transaction, person_id)
    return Consents(
        consents=tuple(
            Consent(
                purpose=purpose,
                text_version=present(purpose).version,
                text=present(purpose).text,
                given=purpose in standing,
                given_version=standing[purpose].text_version if purpose in standing else None,
                given_at=standing[purpose].given_at if purpose in standing else None,
            )
            for purpose in Purpose
        )
    )
