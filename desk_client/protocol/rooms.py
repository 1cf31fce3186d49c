"""The key to an audience's room: ``POST /v1/appointments/{id}/room-token``, and the servers that help two ends meet."""

from pydantic import Field

from desk_client.domain.party import Party
from desk_client.protocol.base import Answer, Identifier, Instant


class IceServer(Answer):
    """A STUN or TURN server (RFC 8489, RFC 8656) with time-limited credentials."""

    urls: tuple[str, ...]
    username: str | None = None
    credential: str | None = Field(default=None, repr=False)


class Relays(Answer):
    """``GET /v1/relays``: the servers that room tokens name, without credentials, so that they can be tried ahead."""

    ice_servers: tuple[IceServer, ...]


class CallKey(Answer):
    """A key by which the server vouches for the ends of a call (Ed25519, RFC 8032)."""

    id: Identifier
    public_key: str
    """32 bytes in base64."""


class RoomToken(Answer):
    """A short-lived signed token (Ed25519) bound to appointment, party and time; one active use."""

    room_id: Identifier
    party: Party
    token: str = Field(repr=False)
    expires_at: Instant
    ice_servers: tuple[IceServer, ...]
    call_keys: tuple[CallKey, ...] = ()
    """Those that descriptions in this room may be signed with."""
    server_time: Instant | None = None
    """When this was answered: what expires is compared with the server's clock, not with this machine's."""
