"""A person's rights over their data: consents, an export, an erasure, and who looked at it."""

from pydantic import Field, JsonValue

from desk_client.domain.consents import Purpose
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
    """``GET /v1/citizen/data``: everything that is held about the person, by kind.

    Each record has the names of the store's columns; what is sealed there is plain here.
    """

    exported_at: Instant
    person_id: Identifier
    records: dict[str, list[dict[str, JsonValue]]]


class Erased(Answer):
    """``DELETE /v1/citizen/data``: what could say who the person is, is gone; so is this session."""

    erased_at: Instant


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
