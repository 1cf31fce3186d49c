"""The questions before a booking: the way to the official who can help, or to the place that can.

A service's questions are data. Each answer leads to another question, to another service, away with a reason, or on to
the booking; nobody is led in a circle (`faults`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

LONGEST_BRIEF: Final = 160
"""Letters that questions and answers may take of what the official reads: the person's own words need the rest."""


class QuestionKind(StrEnum):
    """How a question is answered. The value is the wire code."""

    YES_NO = "yes_no"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Said:
    """A text in the languages of a kiosk; Urdu may be left out."""

    ar: str
    en: str
    ur: str = ""


@dataclass(frozen=True, slots=True)
class Rejection:
    """Not received here: the unit whose matter it is, why, and where the person goes next (domain rule)."""

    unit: Said
    reason: Said
    next_step: Said


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, and where it leads; without a question, a service or a rejection: on to the booking."""

    id: str
    text: Said
    question_id: str | None = None
    service_id: str | None = None
    not_here: Rejection | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question; its id is known within its service."""

    id: str
    text: Said
    kind: QuestionKind
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class GoOn:
    """Everything was asked: it is booked."""


@dataclass(frozen=True, slots=True)
class AskNext:
    """This is asked next."""

    question: Question


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another service is the right one."""

    service_id: str


Way: TypeAlias = GoOn | AskNext | Elsewhere | Rejection


def way_of(questions: tuple[Question, ...], question_id: str, answer_id: str) -> Way | None:
    """Where an answer leads; None where there is no such question or answer, or it leads nowhere."""
    question = find(questions, question_id)
    answer = None if question is None else next((each for each in question.answers if each.id == answer_id), None)
    if answer is None:
        return None
    if answer.not_here is not None:
        return answer.not_here
    if answer.service_id is not None:
        return Elsewhere(answer.service_id)
    if answer.question_id is None:
        return GoOn()
    following = find(questions, answer.question_id)
    return None if following is None else AskNext(following)


def find(questions: tuple[Question, ...], question_id: str) -> Question | None:
    """A question by its id."""
    return next((each for each in questions if each.id == question_id), None)


def brief(questions: tuple[Question, ...], asked: tuple[str, ...], answers: Mapping[str, str]) -> str:
    """The questions that were asked, with their answers, in the office's own language."""
    parts = []
    for question_id in asked:
        question = find(questions, question_id)
        answer_id = answers.get(question_id)
        answer = None if question is None else next((each for each in question.answers if each.id == answer_id), None)
        if question is not None and answer is not None:
            parts.append(f"{question.text.ar} {answer.text.ar}")
    return " · ".join(parts)


def faults(forms: Mapping[str, tuple[Question, ...]]) -> Iterator[str]:
    """What is wrong with the questions of these services, a sentence each; nothing where they lead everybody somewhere.

    An answer that names what is not there; a way that comes back to where it was, within a service or through several;
    questions and answers that together are longer than `LONGEST_BRIEF`.
    """
    for service_id, questions in forms.items():
        ids = [each.id for each in questions]
        for twice in sorted({each for each in ids if ids.count(each) > 1}):
            yield f"{service_id}: question {twice!r} stands there twice"
        for question in questions:
            for answer in question.answers:
                where = f"{service_id}: {question.id}: {answer.id}"
                if answer.question_id is not None and answer.question_id not in ids:
                    yield f"{where}: there is no question {answer.question_id!r}"
                if answer.service_id is not None and answer.service_id not in forms:
                    yield f"{where}: there is no service {answer.service_id!r}"
    circle = _circle(forms)
    if circle is not None:
        yield f"they lead in a circle: {' > '.join(circle)}"
        return
    for service_id, questions in forms.items():
        if questions and _longest(questions, questions[0]) > LONGEST_BRIEF:
            yield f"{service_id}: questions and answers together have more than {LONGEST_BRIEF} letters"


def _circle(forms: Mapping[str, tuple[Question, ...]]) -> list[str] | None:
    """A way that comes back to where it was, by the names of its steps."""
    done: set[tuple[str, str]] = set()

    def walk(step: tuple[str, str], way: list[tuple[str, str]]) -> list[tuple[str, str]] | None:
        if step in way:
            return [*way[way.index(step) :], step]
        if step in done:
            return None
        for following in _following(forms, step):
            found = walk(following, [*way, step])
            if found is not None:
                return found
        done.add(step)
        return None

    for service_id, questions in forms.items():
        for question in questions:
            found = walk((service_id, question.id), [])
            if found is not None:
                return [f"{service}/{question_id}" for service, question_id in found]
    return None


def _following(forms: Mapping[str, tuple[Question, ...]], step: tuple[str, str]) -> Iterator[tuple[str, str]]:
    service_id, question_id = step
    question = find(forms[service_id], question_id)
    for answer in () if question is None else question.answers:
        if answer.question_id is not None and find(forms[service_id], answer.question_id) is not None:
            yield service_id, answer.question_id
        elif answer.service_id is not None and (others := forms.get(answer.service_id, ())):
            yield answer.service_id, others[0].id


def _longest(questions: tuple[Question, ...], question: Question) -> int:
    """Letters of the longest way that begins with a question; there is no circle."""
    longest = 0
    for answer in question.answers:
        following = None if answer.question_id is None else find(questions, answer.question_id)
        rest = 0 if following is None else len(" · ") + _longest(questions, following)
        longest = max(longest, len(question.text.ar) + 1 + len(answer.text.ar) + rest)
    return longest
