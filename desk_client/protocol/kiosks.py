"""A kiosk's enrolment, what it knows of itself, and its call for the hall's operator."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from desk_client.domain.call_for_help import HelpStage
from desk_client.domain.kiosk_health import KioskPart
from desk_client.domain.kiosk_pin import LONGEST, SHORTEST
from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Texts

Pin = Annotated[str, Field(pattern=rf"^[0-9٠-٩۰-۹]{{{SHORTEST},{LONGEST}}}$", repr=False)]
"""An operator's PIN; digits in any form."""


class EnrolmentAsk(Ask):
    """``POST /v1/kiosks/enrolment``: the one-time code that an administrator was given."""

    code: str = Field(min_length=6, max_length=64)


class Site(Answer):
    """A hall with kiosks (موقع), in a governorate."""

    id: Identifier
    name: Texts
    governorate: Texts


class DocumentBounds(Answer):
    """What visitors may bring with them: so many files to an audience, each of so many bytes.

    ``by_phone``: whether their own telephones reach the server, to send files from there.
    """

    most: int = 5
    most_bytes: int = 10 * 1024 * 1024
    by_phone: bool = False


class KioskService(StrEnum):
    """What a kiosk's home offers. The value is the wire code."""

    BOOK = "book"
    ATTEND = "attend"
    SERVICE_POINTS = "service_points"
    OPERATOR = "operator"


def _known(services: object) -> object:
    """Those of a newer server that we have no card for are passed over."""
    known = {each.value for each in KioskService}
    return [each for each in services if each in known] if isinstance(services, list | tuple) else services


class Kiosk(Answer):
    """One enrolled terminal (كشك): ``GET /v1/kiosks/self``. `services` are those that exist there, in their order."""

    id: Identifier
    number: int
    site: Site
    documents: DocumentBounds = DocumentBounds()
    services: Annotated[tuple[KioskService, ...], BeforeValidator(_known)] = (KioskService.BOOK, KioskService.ATTEND)


class FreeKiosk(Answer):
    """Another kiosk of the hall that nobody uses; `until` its next audience, None where none is near."""

    number: int
    until: Instant | None


class KioskDay(Answer):
    """``GET /v1/kiosks/self/day``: when the asking kiosk is next needed for an audience, and which others are free."""

    next_at: Instant | None
    free: tuple[FreeKiosk, ...]


class EnrolmentAnswer(Answer):
    """The terminal's own credential; shown once, stored by the client's secrets."""

    kiosk: Kiosk
    token: str = Field(repr=False)


class EnrolmentCode(Answer):
    """``POST /v1/kiosks/{id}/enrolment-code``: to be typed at the terminal, once."""

    code: str = Field(repr=False)
    expires_at: Instant


class HelpAsk(Ask):
    """``PUT /v1/kiosks/self/help``: somebody at this kiosk wants the operator; `failed` does not serve them."""

    failed: tuple[KioskPart, ...] = Field(max_length=len(KioskPart))


class HelpCall(Answer):
    """``GET /v1/kiosks/self/help``: how the asking kiosk's latest call for the operator stands."""

    called_at: Instant
    answered_at: Instant | None
    ended_at: Instant | None
    stage: HelpStage


class KioskStateAsk(Ask):
    """``PUT /v1/kiosks/{id}/state``."""

    disabled: bool


class KioskState(Answer):
    """Whether a terminal is in service."""

    id: Identifier
    disabled: bool


class KioskPinAsk(Ask):
    """``PUT /v1/sites/{id}/kiosk-pin``: the operator's PIN for every kiosk of the hall."""

    pin: Pin


class UnlockAsk(Ask):
    """``POST /v1/kiosks/self/unlock``: what was typed at the terminal."""

    pin: Pin
