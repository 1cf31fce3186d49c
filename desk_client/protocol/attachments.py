"""What somebody brought with them: a PDF, a JPEG or a PNG, beside an audience or a request."""

from pydantic import Field

from desk_client.protocol.base import Answer, Identifier, Instant, Texts


class Attachment(Answer):
    """One file. ``POST /v1/appointments/{id}/attachments`` takes its bytes as the body and answers with this.

    ``POST /v1/requests/{id}/attachments`` does the same for a request, and ``POST
    /v1/appointments/{id}/handed-documents`` for what an office gives the visitor in the talk.

    The name is for showing and for saving; it ends as the content's kind does, whatever it was called. ``size`` is of
    the content as it is kept, in bytes. Bringing the same file to the same place again answers with the first one.
    ``given_by`` is the office that gave it to the visitor; None for what the visitor brought.
    """

    id: Identifier
    name: str = Field(repr=False)
    media_type: str
    size: int
    added_at: Instant
    given_by: Texts | None = None


class Attachments(Answer):
    """``GET /v1/appointments/{id}/attachments``, or of a request: the oldest first, and how many there may be."""

    attachments: tuple[Attachment, ...]
    most: int
