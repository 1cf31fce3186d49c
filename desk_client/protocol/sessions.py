"""Who is at the other end: citizens by ID and SMS code, staff by name and password."""

from pydantic import Field

from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Texts


class ChallengeAsk(Ask):
    """``POST /v1/citizen/challenges``: ten ASCII digits, and a Saudi mobile in E.164."""

    national_id: str = Field(min_length=1, max_length=32, repr=False)
    mobile: str = Field(min_length=1, max_length=32, repr=False)


class Challenge(Answer):
    """A code is on its way, if ID and mobile belong together; the answer is the same if they do not."""

    challenge_id: Identifier
    masked_mobile: str
    expires_at: Instant
    resend_after: Instant


class CitizenSessionAsk(Ask):
    """``POST /v1/citizen/sessions``: the code that came by SMS, ASCII digits."""

    challenge_id: Identifier
    code: str = Field(min_length=1, max_length=16, repr=False)


class Citizen(Answer):
    """A person as shown to themselves; the name is None until they give it."""

    id: Identifier
    name: str | None
    masked_id: str


class CitizenSession(Answer):
    """A signed-in citizen; the token is opaque and bound to the kiosk that asked."""

    token: str = Field(repr=False)
    person: Citizen
    expires_at: Instant


class NameAsk(Ask):
    """``PUT /v1/citizen/name``."""

    name: str = Field(min_length=1, max_length=120)


class StaffSessionAsk(Ask):
    """``POST /v1/staff/sessions``."""

    username: str = Field(min_length=1, max_length=64)
    password: str = Field(min_length=1, max_length=256, repr=False)


class Staff(Answer):
    """An official or a delegate, and the office whose calendar they work."""

    id: Identifier
    name: Texts
    office_id: Identifier
    office_title: Texts
    honorific: Texts


class StaffSession(Answer):
    """A signed-in member of staff."""

    token: str = Field(repr=False)
    person: Staff
    expires_at: Instant
