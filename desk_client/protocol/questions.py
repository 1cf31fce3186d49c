"""A service's questions as they are put: strict and within their limits, where those that are read may grow."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated

from pydantic import Field, StringConstraints

from desk_client.domain.triage import (
    LONGEST_TEXT,
    MOST_ANSWERS,
    MOST_QUESTIONS,
    Answer,
    Question,
    QuestionKind,
    Rejection,
    Said,
)
from desk_client.protocol.base import Ask, Identifier

_Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
_Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]


class SaidAsk(Ask):
    """A text in the languages of a kiosk; Urdu may be left out."""

    ar: _Text
    en: _Text
    ur: _Text = ""

    @property
    def said(self) -> Said:
        """As the rules know it."""
        return Said(self.ar, self.en, self.ur)


class NotHereAsk(Ask):
    """Whose matter it is, why it is not received here, and what to do next."""

    unit: SaidAsk
    reason: SaidAsk
    next_step: SaidAsk


class AnswerAsk(Ask):
    """One answer, leading to one of the three, or on to the booking."""

    id: _Key
    text: SaidAsk
    question_id: _Key | None = None
    service_id: Identifier | None = None
    not_here: NotHereAsk | None = None

    @property
    def answer(self) -> Answer:
        """As the rules know it."""
        way = self.not_here
        away = None if way is None else Rejection(way.unit.said, way.reason.said, way.next_step.said)
        return Answer(self.id, self.text.said, self.question_id, self.service_id, away)


class QuestionAsk(Ask):
    """One question, with its answers in their order."""

    id: _Key
    text: SaidAsk
    kind: QuestionKind
    answers: tuple[AnswerAsk, ...] = Field(max_length=MOST_ANSWERS)


class QuestionsAsk(Ask):
    """``PUT /v1/services/{id}/questions`` with ``If-Match``: all of them, in their order; none: nothing is asked."""

    questions: tuple[QuestionAsk, ...] = Field(max_length=MOST_QUESTIONS)

    @property
    def wanted(self) -> tuple[Question, ...]:
        """As the rules know them."""
        return tuple(
            Question(each.id, each.text.said, each.kind, tuple(one.answer for one in each.answers))
            for each in self.questions
        )

    @classmethod
    def of(cls, questions: Iterable[Question]) -> "QuestionsAsk":
        """Ask for these.

        Raises:
            ValidationError: they are beyond the limits.
        """
        return cls.model_validate({"questions": [asdict(each) for each in questions]})
