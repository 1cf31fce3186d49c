"""Why an end does not believe that a description comes from the other end of its call."""

from enum import StrEnum


class Distrust(StrEnum):
    """What is wrong with what the server is said to have signed. The value is the wire code."""

    MISSING = "missing"
    """Nothing is signed, or the server has no key to sign with."""
    UNKNOWN_KEY = "unknown_key"
    """Signed with a key that the server has not named."""
    FORGED = "forged"
    """The signature is not of the server, or it was changed after it was signed."""
    OTHER_CALL = "other_call"
    OTHER_NEGOTIATION = "other_negotiation"
    """Of an earlier or later one, or the offer in the place of the answer."""
    OTHER_PARTY = "other_party"
    """Our own, say, sent back to us."""
    EXPIRED = "expired"
    """By the server's clock, as this end knows it."""
    OTHER_FINGERPRINT = "other_fingerprint"
    """The description names another certificate than the one that the server saw: somebody sits in between."""
