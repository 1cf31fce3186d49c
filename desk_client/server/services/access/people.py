"""People as the store keeps them: sealed, found by blind indexes, shown masked."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, and_, bindparam, delete, select, update

from desk_client.domain.ids import PersonId, new_person_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import Document, DocumentKind, DocumentNumber, Mobile, PersonName, parse_document
from desk_client.i18n.digits import to_ascii
from desk_client.i18n.language import Language
from desk_client.i18n.phones import mobile_of
from desk_client.protocol.accounts import PersonFound, PersonSearchAsk
from desk_client.protocol.sessions import DocumentAsk
from desk_client.server.security.indexes import PERSON_CLAIMED, PERSON_MOBILE, PERSON_NUMBER
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import insert_new
from desk_client.server.storage.prepared import Prepared
from desk_client.server.storage.tables.people import person, person_name_token

NUMBER: Final = "person.number"
MOBILE: Final = "person.mobile"
NAME: Final = "person.name"


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What is needed of a known person at the door.

    Attributes:
        mobile_index: of their mobile; None where they have none.
        disabled: they may not come in.
    """

    id: PersonId
    mobile_index: bytes | None
    disabled: bool


def named(national_id: str | None, document: DocumentAsk | None) -> Document | Refusal:
    """The one document by which somebody says who they are, digits in any form.

    Refusals: INVALID_DOCUMENT (also field `document`: both or neither), INVALID_NATIONAL_ID, INVALID_NATIONALITY.
    """
    if document is not None and national_id is None:
        return parse_document(document.kind, to_ascii(document.number), document.nationality)
    if national_id is None or document is not None:
        return Refusal(RefusalCode.INVALID_DOCUMENT, field="document")
    return parse_document(DocumentKind.NATIONAL_ID, to_ascii(national_id), None)


def index_of(transaction: Transaction, document: Document) -> bytes:
    """By what a person is found who shows this document."""
    return transaction.vault.index(PERSON_NUMBER, document.key)


def mobile_index_of(transaction: Transaction, mobile: Mobile) -> bytes:
    """By what everybody is found who has this mobile."""
    return transaction.vault.index(PERSON_MOBILE, mobile)


def with_document(transaction: Transaction, document: Document) -> KnownPerson | None:
    """The person whom this document names; None for somebody who is not known yet."""
    row = transaction.connection.execute(
        select(person.c.id, person.c.mobile_index, person.c.disabled_at, person.c.erased_at).where(
            person.c.number_index == index_of(transaction, document)
        )
    ).one_or_none()
    if row is None:
        return None
    return KnownPerson(
        PersonId(row.id), row.mobile_index, disabled=row.disabled_at is not None or row.erased_at is not None
    )


def remembered(transaction: Transaction, document: Document, mobile: Mobile | None, language: Language) -> PersonId:
    """The person whom this document names; whoever comes for the first time is known from now on.

    A mobile is kept where the person had none.
    """
    person_id = new_person_id(transaction.id_bytes())
    seal = transaction.vault.seal
    row = {
        "id": person_id,
        "document": document.kind.value,
        "number_sealed": seal(NUMBER, person_id, document.number),
        "number_index": index_of(transaction, document),
        "nationality": document.nationality,
        "mobile_sealed": None if mobile is None else seal(MOBILE, person_id, mobile),
        "mobile_index": None if mobile is None else mobile_index_of(transaction, mobile),
        "language": language.value,
        "unverified": False,
        "created_at": transaction.now,
    }
    if insert_new(transaction.connection, person, [row]):
        return person_id
    known = with_document(transaction, document)
    assert known is not None  # its index was taken a moment ago, and people are never deleted
    if mobile is not None and known.mobile_index is None:
        transaction.connection.execute(
            update(person)
            .where(person.c.id == known.id, person.c.mobile_index.is_(None))
            .values(mobile_sealed=seal(MOBILE, known.id, mobile), mobile_index=mobile_index_of(transaction, mobile))
        )
    return known.id


def claimed(transaction: Transaction, document: Document, mobile: Mobile, language: Language) -> PersonId:
    """Somebody who says that these are theirs and has proved nothing: a person of their own, found by both together.

    Whoever proves the document is another person; `access.adopting` brings the two together.
    """
    person_id = new_person_id(transaction.id_bytes())
    seal = transaction.vault.seal
    row = {
        "id": person_id,
        "document": document.kind.value,
        "number_sealed": seal(NUMBER, person_id, document.number),
        "number_index": _claimed_index(transaction, document, mobile),
        "nationality": document.nationality,
        "mobile_sealed": seal(MOBILE, person_id, mobile),
        "mobile_index": mobile_index_of(transaction, mobile),
        "language": language.value,
        "unverified": True,
        "created_at": transaction.now,
    }
    if insert_new(transaction.connection, person, [row]):
        return person_id
    known = claimant(transaction, document, mobile)
    assert known is not None  # their index was taken a moment ago
    return known


def claimant(transaction: Transaction, document: Document, mobile: Mobile) -> PersonId | None:
    """Who has said that both are theirs, and has proved nothing."""
    found = transaction.connection.execute(
        select(person.c.id).where(person.c.number_index == _claimed_index(transaction, document, mobile))
    ).scalar_one_or_none()
    return None if found is None else PersonId(found)


def is_unverified(transaction: Transaction, person_id: PersonId) -> bool:
    """Whether they have proved nothing of what they said about themselves."""
    return bool(transaction.connection.execute(select(person.c.unverified).where(person.c.id == person_id)).scalar())


def _claimed_index(transaction: Transaction, document: Document, mobile: Mobile) -> bytes:
    return transaction.vault.index(PERSON_CLAIMED, f"{document.key} {mobile}")


def keep(transaction: Transaction, person_id: PersonId) -> bool:
    """Whether there is such a person, not erased; from now on nobody erases them before this transaction ends.

    For whatever makes something of theirs: who is erased at that very moment gets nothing more. On PostgreSQL whoever
    waits for the row looks at it again once it is theirs.
    """
    return _LIVING.first(transaction.connection, {"of_person": person_id}) is not None


_LIVING: Final = Prepared(
    select(person.c.id).where(person.c.id == bindparam("of_person"), person.c.erased_at.is_(None)).with_for_update()
)


def rename(transaction: Transaction, person_id: PersonId, name: PersonName) -> None:
    """Keep a person's name, and let it be found by any of its words."""
    run = transaction.connection.execute
    run(
        update(person).where(person.c.id == person_id).values(name_sealed=transaction.vault.seal(NAME, person_id, name))
    )
    run(delete(person_name_token).where(person_name_token.c.person_id == person_id))
    tokens = sorted(transaction.vault.name_tokens(name))
    if tokens:
        insert_new(
            transaction.connection,
            person_name_token,
            [{"token_index": token, "person_id": person_id} for token in tokens],
        )


def reached(transaction: Transaction, person_id: PersonId) -> tuple[Document, Mobile] | None:
    """A person's document and the mobile that belongs to it; None for somebody without one, or who was erased."""
    row = transaction.connection.execute(
        select(person.c.document, person.c.nationality, person.c.number_sealed, person.c.mobile_sealed).where(
            person.c.id == person_id, person.c.erased_at.is_(None)
        )
    ).one_or_none()
    if row is None or row.number_sealed is None or row.mobile_sealed is None:
        return None
    opened = transaction.vault.open
    number = DocumentNumber(opened(NUMBER, person_id, row.number_sealed))
    document = Document(DocumentKind(row.document), number, row.nationality)
    return document, Mobile(opened(MOBILE, person_id, row.mobile_sealed))


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A person as shown to themselves, or to a member of staff who looks for them; what was erased is None."""

    id: PersonId
    name: str | None
    masked_id: str | None
    disabled: bool
    has_mobile: bool


def shown(transaction: Transaction, person_id: PersonId) -> PersonShown | None:
    """The person with this id; None where there is nobody."""
    row = transaction.connection.execute(
        select(
            person.c.document,
            person.c.nationality,
            person.c.number_sealed,
            person.c.name_sealed,
            person.c.mobile_sealed,
            person.c.disabled_at,
        ).where(person.c.id == person_id)
    ).one_or_none()
    if row is None:
        return None
    opened = transaction.vault.open
    masked_id = None
    if row.number_sealed is not None:
        number = DocumentNumber(opened(NUMBER, person_id, row.number_sealed))
        masked_id = Document(DocumentKind(row.document), number, row.nationality).masked
    name = None if row.name_sealed is None else opened(NAME, person_id, row.name_sealed)
    return PersonShown(
        person_id,
        name,
        masked_id,
        disabled=row.disabled_at is not None,
        has_mobile=row.mobile_sealed is not None,
    )


def answered(known: PersonShown) -> PersonFound:
    """A person as staff find them."""
    return PersonFound(
        id=known.id, name=known.name, masked_id=known.masked_id, disabled=known.disabled, has_mobile=known.has_mobile
    )


MOST_FOUND: Final = 20


def found(transaction: Transaction, ask: PersonSearchAsk) -> tuple[PersonId, ...] | Refusal:
    """Who matches, at most `MOST_FOUND`: exactly by document or mobile, by all the words given of a name.

    Refusals: INVALID_NATIONAL_ID, INVALID_DOCUMENT, INVALID_NATIONALITY, INVALID_MOBILE, INVALID_NAME.
    """
    which: ColumnElement[bool]
    match ask.by:
        case "document":
            document = parse_document(ask.document, to_ascii(ask.text), ask.nationality)
            if isinstance(document, Refusal):
                return document
            which = person.c.number_index == index_of(transaction, document)
        case "mobile":
            mobile = mobile_of(ask.text)
            if isinstance(mobile, Refusal):
                return mobile
            which = person.c.mobile_index == mobile_index_of(transaction, mobile)
        case "name":
            tokens = transaction.vault.name_tokens(ask.text)
            if not tokens:
                return Refusal(RefusalCode.INVALID_NAME, field="text")
            which = and_(
                *(
                    person.c.id.in_(
                        select(person_name_token.c.person_id).where(person_name_token.c.token_index == token)
                    )
                    for token in sorted(tokens)
                )
            )
    rows = transaction.connection.execute(
        select(person.c.id)
        .where(which, person.c.erased_at.is_(None), person.c.unverified.is_(False))
        .order_by(person.c.id)
        .limit(MOST_FOUND)
    )
    return tuple(PersonId(person_id) for person_id in rows.scalars())
