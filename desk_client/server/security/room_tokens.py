"""Room tokens: short-lived JWTs (RFC 7519) signed with Ed25519 (RFC 8037), bound to one room, party and time."""

import base64
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk_client.domain.ids import AppointmentId, RoomId, SessionId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party

SEED_BYTES: Final = 32
_AUDIENCE: Final = "majlis-room"
_ALGORITHM: Final = "EdDSA"


@dataclass(frozen=True, slots=True)
class RoomPass:
    """What a room token says.

    Attributes:
        token_id: tells a newer process of a party from one that comes back; one of them is active at a time.
        session_id: the sign-in that the token was given to.
        issued_at: to the millisecond; of two tokens of one party the newer one counts.
    """

    token_id: str
    room_id: RoomId
    appointment_id: AppointmentId
    party: Party
    session_id: SessionId
    issued_at: datetime
    expires_at: datetime


class RoomTokens:
    """Signs and reads room tokens."""

    def __init__(self, seed: bytes) -> None:
        """`seed` is the 32-byte private key; the same one after a restart, or running calls could not come back."""
        self._key = Ed25519PrivateKey.from_private_bytes(seed)

    def sign(self, room_pass: RoomPass) -> str:
        """The token in its compact form."""
        claims = {
            "aud": _AUDIENCE,
            "jti": room_pass.token_id,
            "room": room_pass.room_id,
            "apt": room_pass.appointment_id,
            "party": room_pass.party.value,
            "ses": room_pass.session_id,
            "iat": room_pass.issued_at.timestamp(),
            "exp": int(room_pass.expires_at.timestamp()),
        }
        return jwt.encode(claims, self._key, algorithm=_ALGORITHM)

    def read(self, token: str, now: datetime) -> RoomPass | Refusal:
        """What the token says, or UNAUTHENTICATED where it is forged, and SESSION_EXPIRED where it is too old.

        The clock is handed in, so the times are compared here and not by the library, which would read its own.
        """
        try:
            claims = jwt.decode(
                token,
                self._key.public_key(),
                algorithms=[_ALGORITHM],
                audience=_AUDIENCE,
                options={
                    "require": ["aud", "jti", "room", "apt", "party", "ses", "iat", "exp"],
                    "verify_exp": False,
                    "verify_iat": False,
                },
            )
        except jwt.InvalidTokenError:
            return Refusal(RefusalCode.UNAUTHENTICATED)
        if not claims["iat"] <= now.timestamp() < claims["exp"]:
            return Refusal(RefusalCode.SESSION_EXPIRED)
        return RoomPass(
            token_id=claims["jti"],
            room_id=RoomId(claims["room"]),
            appointment_id=AppointmentId(claims["apt"]),
            party=Party(claims["party"]),
            session_id=SessionId(claims["ses"]),
            issued_at=datetime.fromtimestamp(claims["iat"], UTC),
            expires_at=datetime.fromtimestamp(claims["exp"], UTC),
        )


def new_token_id(randomness: bytes) -> str:
    """A token's own id from random bytes."""
    return base64.b32encode(randomness).decode("ascii").rstrip("=").lower()
