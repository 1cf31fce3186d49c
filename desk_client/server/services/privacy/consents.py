"""The consent ledger: to what a person agreed, in which words and in which session, and when they withdrew it.

Rows are only added, or closed by a withdrawal; what somebody once agreed to stays on record, and so does a no without a
yes before it. Nothing is booked, asked or waited for without the person's yes to the processing of their data; of
messages beyond what they asked for there are none after a no.
"""

from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, String, bindparam, exists, insert, literal, select, update

from desk_client.domain.access import Action
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.recording import RecordingEnd
from desk_client.protocol.privacy import Consent, ConsentAsk, Consents
from desk_client.server.services.actor import Actor
from desk_client.server.services.privacy import recordings
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
    _give(transaction, actor, person_id, purpose)
    return _consents(transaction, person_id)


def withdraw(transaction: Transaction, actor: Actor, purpose: Purpose) -> Consents | Refusal:
    """Agree no longer, or say no where nobody has asked yet; a second no changes nothing. Refusal: FORBIDDEN.

    What was arranged before stays arranged, until they cancel it; talks that were recorded are destroyed.
    """
    person_id = _own(actor)
    if isinstance(person_id, Refusal):
        return person_id
    take_no(transaction, actor, person_id, purpose)
    if purpose is Purpose.RECORDING:
        recordings.destroy(transaction, actor, recordings.of_person(person_id), RecordingEnd.WITHDRAWN)
    return _consents(transaction, person_id)


def take_yes(transaction: Transaction, actor: Actor, person_id: PersonId, purpose: Purpose) -> None:
    """Put a yes to today's words on record. For services that ask for it where it is needed."""
    _give(transaction, actor, person_id, purpose)


def take_no(transaction: Transaction, actor: Actor, person_id: PersonId, purpose: Purpose) -> None:
    """Put a no, or a withdrawal, on record."""
    lock_row(transaction.connection, person, person_id)
    if _close(transaction, person_id, purpose) or _says_no(transaction, actor, person_id, purpose):
        record(transaction, actor, "withdraw_consent", person_id)


def about(transaction: Transaction, person_id: PersonId, purpose: Purpose) -> Consent:
    """One purpose and whether the person agrees to it. For those who help them."""
    return _shown(purpose, _open(transaction, person_id).get(purpose))


def agrees(transaction: Transaction, person_id: PersonId, purpose: Purpose) -> bool:
    """Whether the person agrees to this, in whichever wording. For services that do what needs a consent."""
    return transaction.connection.execute(_AGREES, {"of_person": person_id, "of_purpose": purpose.value}).scalar_one()


def declines(transaction: Transaction, person_id: PersonId, purpose: Purpose) -> bool:
    """Whether the person has said no, and no yes since; somebody who was never asked has not."""
    return transaction.connection.execute(_DECLINES, {"of_person": person_id, "of_purpose": purpose.value}).scalar_one()


def standing(person_id: ColumnElement[str], purpose: Purpose) -> ColumnElement[bool]:
    """`agrees` as a condition, for the persons of a column."""
    return _stands(person_id, literal(purpose.value))


def declined(person_id: ColumnElement[str], purpose: Purpose) -> ColumnElement[bool]:
    """`declines` as a condition."""
    return _said_no(person_id, literal(purpose.value))


def needed(
    transaction: Transaction, actor: Actor, person_id: PersonId, text_version: str | None, *, agrees_already: bool
) -> Refusal | None:
    """Before anything is made of a person's data: that they agree to it, by now or by what they just said.

    `text_version` is that of the words which were shown to them, or read to them by the member of staff who asks.
    Refusals: CONSENT_REQUIRED (field: the purpose); PRECONDITION_FAILED (field `consent_version`: not today's words).
    """
    if text_version is not None:
        if text_version != present(Purpose.PROCESSING).version:
            return Refusal(RefusalCode.PRECONDITION_FAILED, field="consent_version")
        _give(transaction, actor, person_id, Purpose.PROCESSING)
    elif not agrees_already:
        return Refusal(RefusalCode.CONSENT_REQUIRED, field=Purpose.PROCESSING.value)
    return None


def _stands(person_id: ColumnElement[str], purpose: ColumnElement[str]) -> ColumnElement[bool]:
    return exists().where(
        consent.c.person_id == person_id, consent.c.purpose == purpose, consent.c.withdrawn_at.is_(None)
    )


def _said_no(person_id: ColumnElement[str], purpose: ColumnElement[str]) -> ColumnElement[bool]:
    said = exists().where(
        consent.c.person_id == person_id, consent.c.purpose == purpose, consent.c.withdrawn_at.is_not(None)
    )
    return said & ~_stands(person_id, purpose)


_PERSON: Final = bindparam("of_person", type_=String)
_PURPOSE: Final = bindparam("of_purpose", type_=String)
_AGREES: Final = select(_stands(_PERSON, _PURPOSE))
_DECLINES: Final = select(_said_no(_PERSON, _PURPOSE))


def _give(transaction: Transaction, actor: Actor, person_id: PersonId, purpose: Purpose) -> None:
    wording = present(purpose)
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


def _says_no(transaction: Transaction, actor: Actor, person_id: PersonId, purpose: Purpose) -> bool:
    """Put a no on record, unless the last word was no."""
    if declines(transaction, person_id, purpose):
        return False
    transaction.connection.execute(
        insert(consent).values(
            person_id=person_id,
            purpose=purpose.value,
            text_version=present(purpose).version,
            given_at=None,
            withdrawn_at=transaction.now,
            session_id=actor.session_id,
        )
    )
    return True


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
    return Consents(consents=tuple(_shown(purpose, standing.get(purpose)) for purpose in Purpose))


def _shown(purpose: Purpose, standing: _Standing | None) -> Consent:
    return Consent(
        purpose=purpose,
        text_version=present(purpose).version,
        text=present(purpose).text,
        given=standing is not None,
        given_version=None if standing is None else standing.text_version,
        given_at=None if standing is None else standing.given_at,
    )
