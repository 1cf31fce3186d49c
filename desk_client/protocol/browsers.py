"""An official in a browser: ``/v1/desk/browser``. A link that their own desk makes, and the session that it opens.

What opens the link stands behind the ``#`` of its address, which browsers send to nobody; it comes as a bearer's token.
"""

from pydantic import Field

from desk_client.protocol.base import Answer, Instant


class BrowserLink(Answer):
    """``POST /v1/desk/browser/links``: opens once, until then. One made before is good for nothing any more."""

    url: str = Field(repr=False)
    expires_at: Instant


class BrowserStanding(Answer):
    """``GET /v1/desk/browser``: whether a browser is signed in for this account, and whether a link still waits."""

    link_expires_at: Instant | None
    signed_in_at: Instant | None
    server_time: Instant
