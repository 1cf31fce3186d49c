"""A kiosk's enrolment, what it knows of itself, and its call for the hall's operator."""

from typing import Annotated

from pydantic import Field

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


class Kiosk(Answer):
    """One enrolled terminal (كشك): ``GET /v1/kiosks/self``."""

    id: Identifier
    number: int
    site: Site


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
