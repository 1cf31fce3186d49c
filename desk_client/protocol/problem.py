"""An error on the wire: ``application/problem+json`` (RFC 9457), recognised by its ``code`` alone."""

from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.base import Answer

MEDIA_TYPE = "application/problem+json"


class FieldProblem(Answer):
    """Which field of the request is wrong, and pydantic's type of error for it."""

    field: str
    kind: str


class Problem(Answer):
    """An RFC 9457 problem. ``title`` is for logs; whoever shows it to a person words ``code``."""

    type: str = "about:blank"
    title: str
    status: int
    code: RefusalCode
    retry_after_s: int | None = None
    attempts_left: int | None = None
    fields: tuple[FieldProblem, ...] = ()
