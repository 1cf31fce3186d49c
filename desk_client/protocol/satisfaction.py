"""How satisfied people were: ``PUT /v1/appointments/{id}/satisfaction``, and what many answered, taken together."""

from datetime import date
from typing import Annotated

from pydantic import Field

from desk_client.domain.satisfaction import BEST_SCORE, LEAST_SCORE, MOST_REASONS, Reason
from desk_client.protocol.base import Answer, Ask, Identifier, Texts

Score = Annotated[int, Field(ge=LEAST_SCORE, le=BEST_SCORE, strict=True)]


class SatisfactionAsk(Ask):
    """From 1, not satisfied at all, to 5, very satisfied; with reasons of those that are offered beside this score.

    Sent again within the same session it replaces what was said. Refusals: ILLEGAL_TRANSITION where the audience was
    not held, or not yet; ALREADY_EXISTS where it was answered in an earlier session: that answer stands.
    """

    score: Score
    reasons: tuple[Reason, ...] = Field(default=(), max_length=MOST_REASONS)


class Satisfaction(Answer):
    """As it is kept; nobody but the person themself is ever told it."""

    score: Score
    reasons: tuple[Reason, ...]


class ReasonCount(Answer):
    """How many named a reason."""

    reason: Reason
    count: int


class SatisfactionFigures(Answer):
    """What at least five people answered; ``distribution`` is how many gave each score, from 1 to 5."""

    count: int
    mean: float
    distribution: tuple[int, int, int, int, int]
    reasons: tuple[ReasonCount, ...]


class SatisfactionCell(Answer):
    """One office in one month; ``figures`` is null where fewer than five people answered."""

    office_id: Identifier
    office_title: Texts
    month: date = Field(description="its first day")
    figures: SatisfactionFigures | None


class SatisfactionReport(Answer):
    """``GET /v1/satisfaction?first=YYYY-MM-DD&months=``: each office within the asker's reach, month by month.

    Only months that are over are told, each by itself and never a part of one: two readings of a month that is still
    running would tell what the one person answered who came between them. Where nobody answered there is no cell.
    """

    cells: tuple[SatisfactionCell, ...]
