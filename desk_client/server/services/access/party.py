"""Who stands at a kiosk: companions, whom a representative comes for, and who helped them in (domain rule "Others")."""

import json
from dataclasses import dataclass

from sqlalchemy import select

from desk_client.domain.ids import SessionId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import Document, DocumentKind, DocumentNumber, parse_document, parse_name
from desk_client.i18n.digits import only_digits, to_ascii
from desk_client.protocol.sessions import RepresentationAsk
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import session

_REPRESENTED = "session.represented"
_ATTORNEY_DIGITS = range(5, 16)


@dataclass(frozen=True, slots=True)
class Representation:
    """For whom somebody comes, and the number of their power of attorney (وكالة)."""

    name: str
    document: Document
    power_of_attorney: str

    def packed(self) -> str:
        """As text that is kept sealed, on the session and on what is booked in it."""
        return json.dumps(
            {
                "name": self.name,
                "kind": self.document.kind.value,
                "number": self.document.number,
                "nationality": self.document.nationality,
                "power_of_attorney": self.power_of_attorney,
            },
            ensure_ascii=False,
        )


def unpacked(text: str) -> Representation:
    """What `Representation.packed` made."""
    held = json.loads(text)
    document = Document(DocumentKind(held["kind"]), DocumentNumber(held["number"]), held["nationality"])
    return Representation(held["name"], document, held["power_of_attorney"])


def parse_representation(ask: RepresentationAsk, own: Document) -> Representation | Refusal:
    """A representation as it was stated; nobody represents themself. INVALID_REPRESENTATION names the wrong field."""
    name = parse_name(ask.name)
    if isinstance(name, Refusal):
        return Refusal(RefusalCode.INVALID_REPRESENTATION, field="representation.name")
    document = parse_document(ask.document.kind, to_ascii(ask.document.number), ask.document.nationality)
    if isinstance(document, Refusal) or document.key == own.key:
        return Refusal(RefusalCode.INVALID_REPRESENTATION, field="representation.document")
    number = only_digits(ask.power_of_attorney)
    if len(number) not in _ATTORNEY_DIGITS or any(letter.isalpha() for letter in ask.power_of_attorney):
        return Refusal(RefusalCode.INVALID_REPRESENTATION, field="representation.power_of_attorney")
    return Representation(name, document, number)


@dataclass(frozen=True, slots=True)
class Party:
    """Who stands there beside the person who signed in."""

    companions: int
    representation: Representation | None
    assisted_by: StaffId | None


def of_session(transaction: Transaction, session_id: SessionId) -> Party:
    """The party of a session."""
    row = transaction.connection.execute(
        select(session.c.companions, session.c.represented_sealed, session.c.assisted_by).where(
            session.c.id == session_id
        )
    ).one()
    sealed = row.represented_sealed
    return Party(
        companions=row.companions,
        representation=None if sealed is None else unpacked(transaction.vault.open(_REPRESENTED, session_id, sealed)),
        assisted_by=None if row.assisted_by is None else StaffId(row.assisted_by),
    )
