"""Who is at the other end: citizens by document and code, staff by name and password."""

from datetime import date
from typing import Literal

from pydantic import Field

from desk_client.domain.access import Role
from desk_client.domain.delegation import DelegateRight
from desk_client.domain.people import DocumentKind
from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Texts

MOST_COMPANIONS = 5
Language = Literal["ar", "en", "ur"]


class ChallengeAsk(Ask):
    """``POST /v1/citizen/challenges``: who somebody is, and in which way they prove it. Digits in any form.

    A citizen or resident has a `national_id`; a visitor a `document` instead. A mobile is needed for the SMS code only.
    """

    national_id: str | None = Field(default=None, min_length=1, max_length=32, repr=False)
    document: "DocumentAsk | None" = None
    mobile: str | None = Field(default=None, min_length=1, max_length=32, repr=False)
    way: Literal["sms_code", "nafath", "operator"] = "sms_code"
    language: Language = "ar"


class OwnChallengeAsk(Ask):
    """``POST /v1/citizen/own/challenges``, without a session: the same at a computer of one's own, by SMS code."""

    national_id: str | None = Field(default=None, min_length=1, max_length=32, repr=False)
    document: "DocumentAsk | None" = None
    mobile: str = Field(min_length=1, max_length=32, repr=False)
    language: Language = "ar"


class DocumentAsk(Ask):
    """What a person is known by; a passport or border number comes with its nationality (ISO 3166-1 alpha-2)."""

    kind: DocumentKind
    number: str = Field(min_length=1, max_length=32, repr=False)
    nationality: str | None = Field(default=None, min_length=2, max_length=2)


class Challenge(Answer):
    """A code is on its way, if document and mobile belong together; the answer is the same if they do not.

    `number_to_show` is what the person picks in the national sign-on's app; null in the other ways.
    """

    challenge_id: Identifier
    masked_mobile: str
    expires_at: Instant
    resend_after: Instant
    number_to_show: str | None = None


class ChallengeStanding(Answer):
    """``GET /v1/citizen/challenges/{id}``: whether the person, or the operator, has confirmed it already."""

    state: Literal["pending", "completed", "rejected", "expired"]


class Ways(Answer):
    """``GET /v1/citizen/ways``: in which ways one may sign in at this kiosk, the quickest first."""

    ways: tuple[Literal["sms_code", "nafath", "operator"], ...]


class RepresentationAsk(Ask):
    """For whom a representative (وكيل) comes, and the number of the power of attorney."""

    name: str = Field(min_length=1, max_length=120, repr=False)
    document: DocumentAsk
    power_of_attorney: str = Field(min_length=1, max_length=32, repr=False)


class CitizenSessionAsk(Ask):
    """``POST /v1/citizen/sessions``: the code that came by SMS; none where it was confirmed elsewhere.

    At a computer of one's own it is ``POST /v1/citizen/own/sessions``, without a session.
    """

    challenge_id: Identifier
    code: str | None = Field(default=None, min_length=1, max_length=16, repr=False)
    companions: int = Field(default=0, ge=0, le=MOST_COMPANIONS)
    representation: RepresentationAsk | None = None
    language: Language = "ar"


class Citizen(Answer):
    """A person as shown to themselves; the name is None until they give it."""

    id: Identifier
    name: str | None
    masked_id: str


class CitizenSession(Answer):
    """A signed-in citizen; the token is opaque, and bound to the kiosk that asked where one did."""

    token: str = Field(repr=False)
    person: Citizen
    expires_at: Instant


class Waiting(Answer):
    """Somebody at a kiosk who waits for the operator to see their papers."""

    challenge_id: Identifier
    kiosk_number: int
    document: DocumentKind
    masked_id: str
    expires_at: Instant


class WaitingList(Answer):
    """``GET /v1/assistance``: who waits in the operator's own hall."""

    waiting: tuple[Waiting, ...]


class AssistanceAsk(Ask):
    """``POST /v1/assistance/{challenge_id}``: the number as it stands in the papers that the operator has seen."""

    number: str = Field(min_length=1, max_length=32, repr=False)
    papers_seen: Literal[True]


class NameAsk(Ask):
    """``PUT /v1/citizen/name``."""

    name: str = Field(min_length=1, max_length=120)


class StaffSessionAsk(Ask):
    """``POST /v1/staff/sessions``."""

    username: str = Field(min_length=1, max_length=64)
    password: str = Field(min_length=1, max_length=256, repr=False)
    code: str | None = Field(
        default=None,
        min_length=1,
        max_length=24,
        repr=False,
        description="of the second factor, or a recovery code; asked for by `second_factor_required`",
    )


class Staff(Answer):
    """A member of staff, and where they work.

    `office_title` is their office's title, and where they serve none the name of their agency or hall, else their own.
    `site_id` is the hall that an operator runs.
    """

    id: Identifier
    name: Texts
    role: Role = Role.OFFICIAL
    office_id: Identifier | None
    office_title: Texts
    honorific: Texts
    site_id: Identifier | None = None
    rights: tuple[DelegateRight, ...] | None = None
    """What was left to an office's manager; null: all that their role may."""
    rights_until: date | None = None


class StaffSession(Answer):
    """A signed-in member of staff; who has a first password may do nothing but change it."""

    token: str = Field(repr=False)
    person: Staff
    expires_at: Instant
    must_change_password: bool = False
