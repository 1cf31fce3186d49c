"""The key to an audience's room: ``POST /v1/appointments/{id}/room-token``."""

from pydantic import Field

from desk_client.domain.party import Party
from desk_client.protocol.base import Answer, Identifier, Instant


class IceServer(Answer):
    """A STUN or TURN server (RFC 8489, RFC 8656) with time-limited credentials."""

    urls: tuple[str, ...]
    username: str | None = None
    credential: str | None = Field(default=None, repr=False)


class RoomToken(Answer):
    """A short-lived signed token (Ed25519) bound to appointment, party and time; one active use."""

    room_id: Identifier
    party: Party
    token: str = Field(repr=False)
    expires_at: Instant
    ice_servers: tuple[IceServer, ...]
