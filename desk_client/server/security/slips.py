"""The seal of a slip (domain.decision) that a citizen carries away: Ed25519 (RFC 8032) over what the paper says.

Whoever has the slip has its link, and whoever reads the link learns no more than the paper tells. Nothing is kept for
it: a slip that was taken back or amended meanwhile is told by comparing it with what stands now.
"""

import base64
import binascii
import struct
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk_client.domain.decision import DecisionCode
from desk_client.domain.ids import AppointmentId

SECRET: Final = "slip-signing"  # noqa: S105 - the secret's name
SEED_BYTES: Final = 32
LONGEST: Final = 256
"""Characters of a sealed slip in its compact form."""
_FIRST: Final = 1
_HEAD: Final = struct.Struct(">BBQ")  # the form, the decision's place in `_CODES`, milliseconds since 1970-01-01T00:00Z
_SIGNATURE_BYTES: Final = 64
_CODES: Final = (
    DecisionCode.GRANTED,
    DecisionCode.DIRECTED,
    DecisionCode.FURTHER_STUDY,
    DecisionCode.DECLINED,
    DecisionCode.ADVICE_GIVEN,
)
"""By place, which is what paper in people's hands holds: only ever added to."""
_PURPOSE: Final = b"majlis-slip\0"
"""Before what is signed, so that no signature of this key is ever good for anything else."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is sealed: of which audience the decision is, of which kind, and when it was recorded (to the ms)."""

    appointment_id: AppointmentId
    code: DecisionCode
    recorded_at: datetime


class Slips:
    """Seals slips and reads them again."""

    def __init__(self, seed: bytes) -> None:
        """`seed` is the 32-byte private key; with another one no slip that was given out would be genuine."""
        self._key = Ed25519PrivateKey.from_private_bytes(seed)

    def seal(self, slip: Slip) -> str:
        """The slip with its signature, as letters, digits, "-" and "_" (RFC 4648, section 5)."""
        said = _written(slip)
        return _encoded(self._key.sign(_PURPOSE + said) + said)

    def read(self, text: str) -> Slip | None:
        """What the slip says; None where it is not one of ours, or not as we sealed it."""
        if len(text) > LONGEST:
            return None
        try:
            raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
            signature, said = raw[:_SIGNATURE_BYTES], raw[_SIGNATURE_BYTES:]
            self._key.public_key().verify(signature, _PURPOSE + said)
        except (ValueError, binascii.Error, InvalidSignature):
            return None
        if _encoded(raw) != text:  # another spelling of the same bytes
            return None
        _form, place, at_ms = _HEAD.unpack_from(said)
        recorded_at = datetime.fromtimestamp(at_ms // 1000, UTC).replace(microsecond=at_ms % 1000 * 1000)
        return Slip(AppointmentId(said[_HEAD.size :].decode("ascii")), _CODES[place], recorded_at)


def _written(slip: Slip) -> bytes:
    at_ms = int(slip.recorded_at.timestamp()) * 1000 + slip.recorded_at.microsecond // 1000
    return _HEAD.pack(_FIRST, _CODES.index(slip.code), at_ms) + slip.appointment_id.encode("ascii")


def _encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")
