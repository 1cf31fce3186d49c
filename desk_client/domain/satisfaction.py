"""How satisfied somebody was with an audience (glossary "satisfaction survey"): one of five faces, and reasons for it.

What one person answered is told to nobody; what many answered is told together, and only where they are enough that
nobody can be picked out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desk_client.domain.outcomes import Refusal, RefusalCode

LEAST_SCORE: Final = 1
"""Not satisfied at all."""
BEST_SCORE: Final = 5
"""Very satisfied."""
SCORES: Final = range(LEAST_SCORE, BEST_SCORE + 1)
LEAST_ANSWERS: Final = 5
"""Fewer than these are told to nobody, not even together: who knows the others would know the last one."""


class Reason(StrEnum):
    """What made an audience good or bad. The value is the wire code; its words belong to the face."""

    RESPECTED = "respected"
    UNDERSTOOD = "understood"
    CLEAR_ANSWER = "clear_answer"
    SETTLED = "settled"
    QUICK = "quick"
    GOOD_LINE = "good_line"
    """Picture and sound were good."""
    NOT_RESPECTED = "not_respected"
    NOT_UNDERSTOOD = "not_understood"
    UNCLEAR_ANSWER = "unclear_answer"
    NOT_SETTLED = "not_settled"
    WAITED_LONG = "waited_long"
    POOR_LINE = "poor_line"
    """Picture or sound was poor."""


_PRAISE: Final = (
    Reason.RESPECTED,
    Reason.UNDERSTOOD,
    Reason.CLEAR_ANSWER,
    Reason.SETTLED,
    Reason.QUICK,
    Reason.GOOD_LINE,
)
_COMPLAINTS: Final = (
    Reason.WAITED_LONG,
    Reason.NOT_SETTLED,
    Reason.UNCLEAR_ANSWER,
    Reason.NOT_UNDERSTOOD,
    Reason.POOR_LINE,
    Reason.NOT_RESPECTED,
)
_EITHER: Final = (
    Reason.RESPECTED,
    Reason.CLEAR_ANSWER,
    Reason.QUICK,
    Reason.WAITED_LONG,
    Reason.NOT_SETTLED,
    Reason.POOR_LINE,
)
_MIDDLE: Final = 3
MOST_REASONS: Final = 6
"""No score offers more: a person in a hurry reads no more."""


def reasons_for(score: int) -> tuple[Reason, ...]:
    """What may be chosen beside a score, in the order in which it is offered."""
    if score == _MIDDLE:
        return _EITHER
    return _PRAISE if score > _MIDDLE else _COMPLAINTS


@dataclass(frozen=True, slots=True)
class Judgement:
    """One person's answer about one audience; `reasons` in the order in which they are offered."""

    score: int
    reasons: tuple[Reason, ...] = ()


def judged(score: int, reasons: Iterable[Reason]) -> Judgement | Refusal:
    """An answer that keeps to the list. Refusal: INVALID_REQUEST, with `score` or `reasons` as its field."""
    if score not in SCORES:
        return Refusal(RefusalCode.INVALID_REQUEST, field="score")
    chosen, offered = set(reasons), reasons_for(score)
    if not chosen <= set(offered):
        return Refusal(RefusalCode.INVALID_REQUEST, field="reasons")
    return Judgement(score, tuple(reason for reason in offered if reason in chosen))


@dataclass(frozen=True, slots=True)
class Tally:
    """What several people answered, taken together.

    Attributes:
        distribution: how many gave each score, the lowest first.
        reasons: how many named each reason that anybody named.
    """

    distribution: tuple[int, ...]
    reasons: Mapping[Reason, int]

    @property
    def count(self) -> int:
        """How many answered."""
        return sum(self.distribution)

    @property
    def mean(self) -> float:
        """Their mean score."""
        return sum(score * given for score, given in zip(SCORES, self.distribution, strict=True)) / self.count


def tallied(answers: Iterable[tuple[Judgement, int]]) -> Tally | None:
    """Answers together, each with how many gave it; None where fewer than `LEAST_ANSWERS` did."""
    scores: Counter[int] = Counter()
    reasons: Counter[Reason] = Counter()
    for judgement, given in answers:
        scores[judgement.score] += given
        for reason in judgement.reasons:
            reasons[reason] += given
    if scores.total() < LEAST_ANSWERS:
        return None
    return Tally(
        tuple(scores[score] for score in SCORES),
        {reason: reasons[reason] for reason in Reason if reasons[reason]},
    )
