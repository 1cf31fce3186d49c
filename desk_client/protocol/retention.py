"""How long what is kept: ``/v1/retention``."""

from pydantic import Field

from desk_client.domain.retention import Kind
from desk_client.protocol.base import Answer, Ask

MOST_DAYS = 36_500


class Kept(Answer):
    """One kind. `own`: an administrator said so, else it is the usual. `due` of its records go with the next round."""

    kind: Kind
    hours: int
    own: bool
    due: int


class Retention(Answer):
    """``GET /v1/retention``: every kind."""

    kinds: tuple[Kept, ...]


class RetentionAsk(Ask):
    """``PUT /v1/retention/{kind}`` and ``POST …/preview``: for how many days it is kept."""

    days: int = Field(ge=1, le=MOST_DAYS)


class RetentionPreview(Answer):
    """How many records would go with the next round, were it kept for so long."""

    due: int
