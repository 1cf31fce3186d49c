"""The seal of one audit row: a keyed hash over the row and over the seal before it, so that rows form a chain.

HMAC-SHA-256 (RFC 2104) under a secret that is not in the store: whoever can write the database can change rows, but
cannot make the seals that would belong to them (docs/adr/0015).
"""

import hashlib
import hmac
from typing import Final, NamedTuple

KEY_BYTES: Final = 32
SECRET: Final = "audit-seal"  # noqa: S105 - the name under which the key is kept, not the key
"""The key's name among the installation's secrets. It never changes: nothing that was sealed could be checked then."""

BEGINNING: Final = bytes(32)
"""What stands before the first seal."""

_TAG: Final = b"majlis-audit-1"


class Entry(NamedTuple):
    """What is sealed of an audit row, moments in milliseconds since 1970-01-01T00:00Z."""

    seq: int
    at_ms: int
    actor: str
    role: str
    action: str
    subject: str


def digest(key: bytes, position: int, previous: bytes, sealed_at_ms: int, entry: Entry) -> bytes:
    """The seal of the row that stands at `position` of the chain; 32 bytes.

    Every part goes in with its length before it, so that nothing can be moved from one column into the next.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"the key of the audit trail has {KEY_BYTES} bytes")
    parts = (
        _TAG,
        str(position).encode(),
        previous,
        str(sealed_at_ms).encode(),
        *(str(part).encode() for part in entry),
    )
    message = b"".join(len(part).to_bytes(4) + part for part in parts)
    return hmac.digest(key, message, hashlib.sha256)
