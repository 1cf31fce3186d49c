"""The questions before a booking: the way to the official who can help, or to the place that can.

A service's questions are data. Each answer leads to another question, to another service, away with a reason, or on to
the booking; nobody is led in a circle (`faults`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

LONGEST_BRIEF: Final = 160
"""Letters that questions and answers may take of what the official reads: the person's own words need the rest."""
MOST_QUESTIONS: Final = 10
"""Of one service."""
FEWEST_ANSWERS: Final = 2
MOST_ANSWERS: Final = 6
LONGEST_TEXT: Final = 200
_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


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


class FaultCode(StrEnum):
    """What can be wrong with a service's questions."""

    TWICE = "twice"
    NO_QUESTION = "no_question"
    NO_SERVICE = "no_service"
    CIRCLE = "circle"
    TOO_LONG = "too_long"
    UNREACHED = "unreached"
    ANSWERS = "answers"
    WORDS = "words"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where.

    Attributes:
        names: the question or service that is not there; of a circle its steps, each a service and a question.
    """

    code: FaultCode
    service_id: str
    question_id: str = ""
    answer_id: str = ""
    names: tuple[str, ...] = ()


def faults(forms: Mapping[str, tuple[Question, ...]]) -> Iterator[str]:
    """`broken`, a sentence each."""
    for fault in broken(forms):
        where = f"{fault.service_id}: {fault.question_id}: {fault.answer_id}"
        match fault.code:
            case FaultCode.TWICE:
                yield f"{fault.service_id}: question {fault.question_id!r} stands there twice"
            case FaultCode.NO_QUESTION:
                yield f"{where}: there is no question {fault.names[0]!r}"
            case FaultCode.NO_SERVICE:
                yield f"{where}: there is no service {fault.names[0]!r}"
            case FaultCode.CIRCLE:
                yield f"they lead in a circle: {' > '.join(fault.names)}"
            case _:
                yield f"{fault.service_id}: questions and answers together have more than {LONGEST_BRIEF} letters"


def broken(forms: Mapping[str, tuple[Question, ...]]) -> Iterator[Fault]:
    """Where the ways of these services' questions do not end; nothing where they lead everybody somewhere.

    An answer that names what is not there; a way that comes back to where it was, within a service or through several;
    questions and answers that together are longer than `LONGEST_BRIEF`.
    """
    for service_id, questions in forms.items():
        ids = [each.id for each in questions]
        for twice in sorted({each for each in ids if ids.count(each) > 1}):
            yield Fault(FaultCode.TWICE, service_id, twice)
        for question in questions:
            for answer in question.answers:
                at = (service_id, question.id, answer.id)
                if answer.question_id is not None and answer.question_id not in ids:
                    yield Fault(FaultCode.NO_QUESTION, *at, (answer.question_id,))
                if answer.service_id is not None and answer.service_id not in forms:
                    yield Fault(FaultCode.NO_SERVICE, *at, (answer.service_id,))
    circle = _circle(forms)
    if circle is not None:
        service_id, _, question_id = circle[0].partition("/")
        yield Fault(FaultCode.CIRCLE, service_id, question_id, names=tuple(circle))
        return
    for service_id, questions in forms.items():
        if questions and _longest(questions, questions[0]) > LONGEST_BRIEF:
            yield Fault(FaultCode.TOO_LONG, service_id)


def first_fault(forms: Mapping[str, tuple[Question, ...]], service_id: str) -> Fault | None:
    """Why one service's questions cannot be asked, beside those of the others; None where they can.

    What is wrong with the others alone is no reason.
    """
    if (fault := _misshapen(service_id, forms[service_id])) is not None:
        return fault
    concerned = _led_to(forms, service_id)
    return next(broken({each: forms[each] for each in forms if each in concerned} | _unasked(forms, concerned)), None)


def _led_to(forms: Mapping[str, tuple[Question, ...]], service_id: str) -> set[str]:
    """The service, and whichever its answers lead to, one after the other."""
    found, waiting = {service_id}, [service_id]
    while waiting:
        for question in forms[waiting.pop()]:
            further = {each.service_id for each in question.answers if each.service_id in forms} - found - {None}
            names = sorted(each for each in further if each is not None)
            found.update(names)
            waiting += names
    return found


def _unasked(forms: Mapping[str, tuple[Question, ...]], concerned: set[str]) -> dict[str, tuple[Question, ...]]:
    """The services beyond, which are there and need not be walked."""
    return {each: () for each in forms if each not in concerned}


def _misshapen(service_id: str, questions: tuple[Question, ...]) -> Fault | None:
    """A question that cannot be put to anybody: without words or answers, or that nobody is led to."""
    if len(questions) > MOST_QUESTIONS:
        return Fault(FaultCode.TOO_MANY, service_id)
    reached = {each.id for each in questions[:1]}
    reached |= {answer.question_id for each in questions for answer in each.answers if answer.question_id is not None}
    for question in questions:
        ids = [each.id for each in question.answers]
        wants = {"yes", "no"} if question.kind is QuestionKind.YES_NO else set(ids)
        if not _worded(question.text) or _ID.fullmatch(question.id) is None:
            return Fault(FaultCode.WORDS, service_id, question.id)
        if not FEWEST_ANSWERS <= len(ids) <= MOST_ANSWERS or len(set(ids)) < len(ids) or set(ids) != wants:
            return Fault(FaultCode.ANSWERS, service_id, question.id)
        for answer in question.answers:
            if not _said(answer):
                return Fault(FaultCode.WORDS, service_id, question.id, answer.id)
            ways = (answer.question_id, answer.service_id, answer.not_here)
            if sum(each is not None for each in ways) > 1:
                return Fault(FaultCode.ANSWERS, service_id, question.id, answer.id)
        if question.id not in reached:
            return Fault(FaultCode.UNREACHED, service_id, question.id)
    return None


def _said(answer: Answer) -> bool:
    """Whether an answer has all its words."""
    way = answer.not_here
    texts = (answer.text,) if way is None else (answer.text, way.unit, way.reason, way.next_step)
    return _ID.fullmatch(answer.id) is not None and all(_worded(each) for each in texts)


def _worded(text: Said) -> bool:
    """Whether it stands there in Arabic and in English; Urdu may be left out."""
    fits = all(len(each) <= LONGEST_TEXT and "\0" not in each for each in (text.ar, text.en, text.ur))
    return fits and bool(text.ar.strip()) and bool(text.en.strip())


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
