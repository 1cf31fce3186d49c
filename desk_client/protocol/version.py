"""The protocol's version and its negotiation."""

from desk_client.protocol.base import Answer, Instant

CURRENT = 1
OLDEST_SUPPORTED = 1


class VersionAnswer(Answer):
    """``GET /v1/version``: the range that the server speaks, and its clock, which alone decides."""

    oldest: int
    current: int
    server_time: Instant


def agreed(offered: int) -> int | None:
    """The version both ends speak when the other offers ``offered``, or None when there is none.

    A newer peer is answered with our current version (it must still speak it); an older one than
    ``OLDEST_SUPPORTED`` cannot be served.
    """
    return offered if OLDEST_SUPPORTED <= offered <= CURRENT else None
