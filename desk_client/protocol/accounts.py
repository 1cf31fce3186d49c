"""Accounts of staff: password, second factor, and what an administrator does with them."""

from typing import Literal

from pydantic import Field

from desk_client.domain.access import Role
from desk_client.domain.people import DocumentKind
from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Page, Texts

_USERNAME = r"^[A-Za-z0-9][A-Za-z0-9._@-]{1,63}$"


class DoorAsk(Ask):
    """Name and password, where no session is needed."""

    username: str = Field(min_length=1, max_length=64)
    password: str = Field(min_length=1, max_length=256, repr=False)


class SecondFactorAsk(DoorAsk):
    """``POST /v1/staff/second-factor``; with a code of the present one where there is one."""

    code: str | None = Field(default=None, min_length=1, max_length=24, repr=False)


class SecondFactor(Answer):
    """A new secret, as text (base32), as a URI for an authenticator app, and that URI as a QR code."""

    secret: str = Field(repr=False)
    uri: str = Field(repr=False)
    qr_svg: str = Field(repr=False)


class SecondFactorConfirmation(DoorAsk):
    """``POST /v1/staff/second-factor/confirmation``: the first code that the app shows."""

    code: str = Field(min_length=1, max_length=16, repr=False)


class RecoveryCodes(Answer):
    """Each is good once in place of a code of the app; shown once."""

    codes: tuple[str, ...] = Field(repr=False)


class PasswordAsk(Ask):
    """``PUT /v1/staff/self/password``."""

    old: str = Field(min_length=1, max_length=256, repr=False)
    new: str = Field(min_length=1, max_length=256, repr=False)


class StaffAccount(Answer):
    """A member of staff, as an administrator or they themselves see them."""

    id: Identifier
    username: str
    role: Role
    name: Texts
    office_id: Identifier | None
    agency_id: Identifier | None
    site_id: Identifier | None
    governorate_id: Identifier | None
    has_password: bool
    has_first_password: bool = False
    """Whether it was set by somebody else, and has to be changed before anything else is done."""
    has_second_factor: bool
    has_sign_on: bool
    disabled_at: Instant | None


class StaffAccounts(Page):
    """``GET /v1/staff``: in the order of their names."""

    staff: tuple[StaffAccount, ...]


class StaffPostAsk(Ask):
    """``PUT /v1/staff/{id}/post``: what somebody is called, what they are here, and where; their sessions end."""

    role: Role
    name: Texts
    office_id: Identifier | None = None
    agency_id: Identifier | None = None
    site_id: Identifier | None = None
    governorate_id: Identifier | None = None


class StaffAsk(StaffPostAsk):
    """``POST /v1/staff``: a new member of staff; without a password they come by the organisation's own sign-on."""

    username: str = Field(pattern=_USERNAME)
    password: str | None = Field(default=None, min_length=1, max_length=256, repr=False)


class StaffStateAsk(Ask):
    """``PUT /v1/staff/{id}/state`` and ``PUT /v1/people/{id}/state``."""

    disabled: bool


class NewPasswordAsk(Ask):
    """``PUT /v1/staff/{id}/password``: set by an administrator."""

    password: str = Field(min_length=1, max_length=256, repr=False)


class SignOnAsk(Ask):
    """``PUT /v1/staff/{id}/sign-on``: who they are at the organisation's own sign-on; null unlinks them."""

    subject: str | None = Field(min_length=1, max_length=255, repr=False)


class Ended(Answer):
    """How many sessions were ended."""

    sessions: int


class PersonSearchAsk(Ask):
    """``POST /v1/people/search``: by exactly one of document, mobile and words of the name."""

    by: Literal["document", "mobile", "name"]
    text: str = Field(min_length=1, max_length=120, repr=False)
    document: DocumentKind = DocumentKind.NATIONAL_ID
    nationality: str | None = Field(default=None, min_length=2, max_length=2)


class PersonSeenAsk(Ask):
    """``POST /v1/people``: somebody who stands at the desk, whose papers the asker has seen.

    Whoever is known already stays who they are; a name is kept where they had none. A mobile is not taken: nobody has
    proved whose it is.
    """

    document: DocumentKind = DocumentKind.NATIONAL_ID
    number: str = Field(min_length=1, max_length=32, repr=False)
    nationality: str | None = Field(default=None, min_length=2, max_length=2)
    name: str = Field(min_length=1, max_length=120, repr=False)
    papers_seen: Literal[True]


class PersonFound(Answer):
    """A person as staff find them. `has_mobile`: messages reach them; whoever has none is given everything on paper."""

    id: Identifier
    name: str | None
    masked_id: str | None
    disabled: bool
    has_mobile: bool = False


class PeopleFound(Answer):
    """At most 20 people."""

    people: tuple[PersonFound, ...]


class SignOn(Answer):
    """``GET /v1/staff/oidc``: what a desk needs to send its user to the organisation's own sign-on (RFC 8252)."""

    authorization_endpoint: str
    client_id: str
    scope: str


class SignOnSessionAsk(Ask):
    """``POST /v1/staff/oidc/sessions``: what the browser brought back to the loopback address (RFC 7636)."""

    code: str = Field(min_length=1, max_length=4096, repr=False)
    code_verifier: str = Field(min_length=43, max_length=128, pattern=r"^[A-Za-z0-9._~-]+$", repr=False)
    redirect_uri: str = Field(max_length=200, pattern=r"^http://(127\.0\.0\.1|\[::1\]):[0-9]{1,5}/[A-Za-z0-9/_-]*$")
    nonce: str = Field(min_length=16, max_length=128, repr=False)
