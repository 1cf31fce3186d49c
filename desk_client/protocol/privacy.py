"""A person's rights over their data: consents, an export, an erasure, and who looked at it."""

from typing import Literal

from pydantic import Field, JsonValue

from desk_client.domain.consents import Purpose
from desk_client.domain.grounds import Grounds
from desk_client.domain.people import DocumentKind
from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Page, Texts


class Consent(Answer):
    """One purpose: today's text, and whether the person agrees to it."""

    purpose: Purpose
    text_version: str = Field(description="of today's text")
    text: Texts
    given: bool
    given_version: str | None = Field(description="of the text that was agreed to, where the person agrees")
    given_at: Instant | None


class Consents(Answer):
    """``GET /v1/citizen/consents``: every purpose."""

    consents: tuple[Consent, ...]


class ConsentAsk(Ask):
    """``PUT /v1/citizen/consents/{purpose}``: the version of the text that was shown."""

    text_version: str = Field(min_length=1, max_length=16)


class PersonData(Answer):
    """``GET /v1/citizen/data`` and ``GET /v1/people/{id}/data``: everything that is held about the person, by kind.

    Each record has the names of the store's columns; what is sealed there is plain here.
    """

    exported_at: Instant
    person_id: Identifier
    records: dict[str, list[dict[str, JsonValue]]]


class Erased(Answer):
    """``DELETE /v1/citizen/data``: what could say who the person is, is gone; so is this session.

    Also ``POST /v1/people/{id}/erasure``, by an administrator whom the person has asked.
    """

    erased_at: Instant


class HolderAsk(Ask):
    """``POST /v1/people/holder``: whose document lies before the asker; digits in any form."""

    document: DocumentKind = DocumentKind.NATIONAL_ID
    number: str = Field(min_length=1, max_length=32, repr=False)
    nationality: str | None = Field(default=None, min_length=2, max_length=2)


class HeldCount(Answer):
    """How much of one kind is held about somebody, and what an erasure does with it.

    `blanked`: that it was stays, without a word of what it was about, and leads to nobody.
    """

    kind: str
    fate: Literal["goes", "blanked", "stays"]
    rows: int


class PersonHeld(Answer):
    """A person and what is held about them. Open appointments stand in the way of an erasure; open requests do not."""

    id: Identifier
    name: str | None
    masked_id: str | None
    held: tuple[HeldCount, ...]
    open_appointments: int
    open_requests: int


class ErasureAsk(Ask):
    """``POST /v1/people/{id}/erasure``: on which grounds, and the person's document typed once more."""

    grounds: Grounds
    holder: HolderAsk


class BreachActor(Answer):
    """What one actor reached in the time that is asked about: how often, and whose data, by the persons' ids."""

    actor: str
    role: str
    looks: int
    changes: int
    persons_seen: tuple[str, ...]
    persons_changed: tuple[str, ...]


class BreachReport(Answer):
    """``GET /v1/breach-report``: whose data was shown to whom, and changed by whom; `persons` counts each once."""

    since: Instant
    until: Instant
    persons: int
    actors: tuple[BreachActor, ...]


class Look(Answer):
    """Somebody was shown a person's data."""

    seq: int
    at: Instant
    actor: Identifier
    role: str
    action: str
    subject: Identifier


class PersonLook(Look):
    """The same for an administrator, who sees whose data it was."""

    person_id: Identifier


class OwnRegister(Page):
    """``GET /v1/citizen/register``: the latest first."""

    items: tuple[Look, ...]


class Register(Page):
    """``GET /v1/register``: the latest first."""

    items: tuple[PersonLook, ...]


class AuditEntry(Answer):
    """Somebody did something."""

    seq: int
    at: Instant
    actor: str
    role: str
    action: str
    subject: str


class AuditTrail(Page):
    """``GET /v1/audit``: the latest first."""

    items: tuple[AuditEntry, ...]
