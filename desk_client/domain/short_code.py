"""The short code of a call: eight digits that both ends see, and that people can read to each other.

It is made of the fingerprints of both ends' DTLS certificates (RFC 8122), so that it differs wherever somebody sits
between them. Who does sit there, and has the server's signing key too, would have to find a certificate whose code
happens to be the same, after both ends have shown theirs and before the negotiation times out. There are 10^8 codes,
and each try costs 16 MiB and some 40 ms of a core (scrypt, RFC 7914): 50 core-days on average, for ten seconds. Without
the server's key not even one try is possible, as a fingerprint that is not signed is refused.
"""

import hashlib
from collections.abc import Iterable
from typing import Final

DIGITS: Final = 8
_TAG: Final = b"majlis-short-code-1"
_COST: Final = 2**14
_BLOCK: Final = 8


def short_code(call_id: str, one: Iterable[str], other: Iterable[str]) -> str:
    """The code of a call, e.g. `0482 9371`; the same whichever end asks. Takes some 40 ms of a core and 16 MiB.

    Args:
        call_id: of the room; the same certificates have another code in another call.
        one: the fingerprints of one end, in any order, each written in one way (`sha-256 AB:CD…`).
        other: those of the other end.
    """
    ends = sorted(_joined(sorted(set(each))) for each in (one, other))
    salt = _joined((_TAG.decode(), call_id))
    drawn = hashlib.scrypt(_joined_bytes(ends), salt=salt, n=_COST, r=_BLOCK, p=1, dklen=16)
    digits = f"{int.from_bytes(drawn) % 10**DIGITS:0{DIGITS}}"
    return f"{digits[: DIGITS // 2]} {digits[DIGITS // 2 :]}"


def _joined(texts: Iterable[str]) -> bytes:
    return _joined_bytes([text.encode() for text in texts])


def _joined_bytes(parts: Iterable[bytes]) -> bytes:
    """Each part with its length before it, so that nothing can be moved from one into the next."""
    return b"".join(len(part).to_bytes(4) + part for part in parts)
