"""The certificates that a session description names (RFC 8122). Pure, and stricter than those who read it later."""

import re
from typing import Final

MOST: Final = 16
"""An end names one certificate by a few digests, in each section or once for all."""
_ATTRIBUTE: Final = re.compile(r"a=\s*fingerprint\b", re.IGNORECASE)
_VALUE: Final = re.compile(r"a=fingerprint:([A-Za-z0-9-]{1,16}) ((?:[0-9A-Fa-f]{2}:){15,63}[0-9A-Fa-f]{2})")


def fingerprints(sdp: str) -> frozenset[str] | None:
    """Every fingerprint of a description, each as `sha-256 AB:CD…`.

    None where there is none, where there are too many, or where a line only looks like one: whoever reads the
    description later must never find a fingerprint in it that was not found here.
    """
    lines = [line for line in sdp.splitlines() if _ATTRIBUTE.match(line)]
    found = [_VALUE.fullmatch(line) for line in lines]
    named = frozenset(f"{each[1].lower()} {each[2].upper()}" for each in found if each is not None)
    if not named or None in found or len(named) > MOST:
        return None
    return named
