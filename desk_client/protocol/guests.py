"""Guests, who join from a browser: ``/v1/guest``. Each request carries what opens the link as a bearer's token.

It stands behind the ``#`` of the link, which browsers send to nobody. Once, and with a code that comes by SMS, it is
given for a session that is good for its one audience alone.
"""

from typing import Literal

from pydantic import Field

from desk_client.domain.guests import GuestStage
from desk_client.protocol.appointments import Appointment
from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Texts


class GuestPlace(Answer):
    """``GET /v1/guest``: what the link leads to. Of one that is spent or over nothing more is told than that."""

    stage: GuestStage
    office_title: Texts | None = None
    starts_at: Instant | None = None
    opens_at: Instant | None = None
    """When it lets in."""
    zone: str | None = None
    masked_mobile: str | None = None
    server_time: Instant


class GuestChallengeAsk(Ask):
    """``POST /v1/guest/challenges``: have a code sent to the mobile of whoever the link belongs to.

    Refusals: RATE_LIMITED, NOT_FOUND, TOO_EARLY, TOO_LATE, ILLEGAL_TRANSITION (the link is spent).
    """

    language: Literal["ar", "en"] = "ar"


class GuestSessionAsk(Ask):
    """``POST /v1/guest/sessions``: the code for a session; the link is spent with it."""

    challenge_id: Identifier
    code: str = Field(min_length=1, max_length=16, repr=False)


class GuestSession(Answer):
    """Good for that one audience: to check in, to wait, to talk, to read what was decided, to judge it."""

    token: str = Field(repr=False)
    appointment: Appointment
    expires_at: Instant
