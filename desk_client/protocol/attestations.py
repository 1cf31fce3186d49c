"""What the server signs of a description that it relays: whose certificate it is, in which call, until when.

A compact JWT (RFC 7519) under Ed25519 (RFC 8037), with the key's id in its head. The end that gets a description reads
the attestation with the keys that it was given with its room token, and compares every claim with what it expects.

The library is loaded with the first of them: a kiosk that nobody uses has no need of it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Literal

from desk_client.domain.distrust import Distrust
from desk_client.domain.party import Party

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_AUDIENCE: Final = "majlis-description"
_ALGORITHM: Final = "EdDSA"
_CLAIMS: Final = ["aud", "room", "party", "to", "neg", "kind", "fps", "exp"]


@dataclass(frozen=True, slots=True)
class Attestation:
    """The server says: this party of this room described itself so to that one, in this negotiation.

    Attributes:
        to: for whom it is: another pair's negotiation may have the same number.
        kind: an offer cannot stand in for an answer.
        fingerprints: as `fingerprints.fingerprints` reads them.
        expires_at: by the server's clock, to the second.
    """

    room_id: str
    party: Party
    to: Party
    negotiation: int
    kind: Literal["offer", "answer"]
    fingerprints: frozenset[str]
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Expected:
    """What an end knows by itself of the description that it was given.

    Attributes:
        party: the other one.
        to: ourselves.
        fingerprints: as they stand in the description; None where they cannot be read.
    """

    room_id: str
    party: Party
    to: Party
    negotiation: int
    kind: Literal["offer", "answer"]
    fingerprints: frozenset[str] | None


def signed(attestation: Attestation, key: "Ed25519PrivateKey", key_id: str) -> str:
    """The attestation in its compact form."""
    import jwt  # noqa: PLC0415 - loaded when needed

    claims = {
        "aud": _AUDIENCE,
        "room": attestation.room_id,
        "party": attestation.party.value,
        "to": attestation.to.value,
        "neg": attestation.negotiation,
        "kind": attestation.kind,
        "fps": sorted(attestation.fingerprints),
        "exp": int(attestation.expires_at.timestamp()),
    }
    return jwt.encode(claims, key, algorithm=_ALGORITHM, headers={"kid": key_id})


def doubt(
    attestation: str | None, keys: "Mapping[str, Ed25519PublicKey]", expected: Expected, server_now: datetime
) -> Distrust | None:
    """Why a description is not to be believed; None where it is.

    `keys` are the server's, by their ids; `server_now` is what its clock shows, as far as this end knows.
    """
    if attestation is None or not keys:
        return Distrust.MISSING
    import jwt  # noqa: PLC0415 - loaded when needed

    try:
        key = keys.get(str(jwt.get_unverified_header(attestation).get("kid")))
        if key is None:
            return Distrust.UNKNOWN_KEY
        # the clock is handed in, so the times are compared here and not by the library, which would read its own
        claims = jwt.decode(
            attestation,
            key,
            algorithms=[_ALGORITHM],
            audience=_AUDIENCE,
            options={"require": _CLAIMS, "verify_exp": False},
        )
        expires_at = datetime.fromtimestamp(claims["exp"], UTC)
        named = frozenset(claims["fps"])
    except (jwt.InvalidTokenError, TypeError, ValueError, OverflowError, OSError):
        return Distrust.FORGED
    of_negotiation = (claims["neg"], claims["kind"])
    doubts = (
        (claims["room"] != expected.room_id, Distrust.OTHER_CALL),
        (claims["party"] != expected.party.value, Distrust.OTHER_PARTY),
        (claims["to"] != expected.to.value, Distrust.OTHER_PARTY),
        (of_negotiation != (expected.negotiation, expected.kind), Distrust.OTHER_NEGOTIATION),
        (named != expected.fingerprints, Distrust.OTHER_FINGERPRINT),
        (expires_at <= server_now, Distrust.EXPIRED),
    )
    return next((reason for is_so, reason in doubts if is_so), None)
