"""Files from a visitor's own telephone: a link of a few minutes to a page that takes them, for one visit alone."""

from pydantic import Field

from desk_client.protocol.attachments import Attachment
from desk_client.protocol.base import Answer, Identifier, Instant


class UploadLink(Answer):
    """``POST /v1/upload-links``: of the session that asks, whose earlier one ends.

    ``url`` leads a telephone to the page; what opens it stands behind the ``#``, which browsers send to nobody.
    """

    id: Identifier
    url: str = Field(repr=False)
    expires_at: Instant


class PhoneFiles(Answer):
    """``GET /v1/upload-links/{id}/files``: what has come so far, the oldest first. Nothing of it is attached.

    ``GET …/files/{attachment_id}`` reads one; ``DELETE /v1/upload-links/{id}`` ends the link and erases them.
    ``is_open``: whether the telephone may still send; ``has_phone``: it has the page open.
    """

    files: tuple[Attachment, ...]
    is_open: bool
    has_phone: bool


class UploadPlace(Answer):
    """``GET /v1/uploads``, asked by the page: how many files of how many bytes it may send, and until when."""

    files: tuple[Attachment, ...]
    most: int
    most_bytes: int
    expires_at: Instant
