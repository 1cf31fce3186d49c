"""The questions of a service while they are being written: one step at a time, each as texts in a form.

A step is a question or one of its answers; its key is "first" or "first/yes".
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from desk_client.domain.triage import MOST_ANSWERS, Answer, Question, QuestionKind, Rejection, Said, find

Each = TypeVar("Each")
Questions = tuple[Question, ...]
Values = Mapping[str, str]
BOOK, ASK, LEAD, AWAY = "book", "ask:", "service:", "away"
"""Where an answer leads, as it is picked: to the booking, to a question or a service by its id, or away."""
_TEXTS: Final = ("unit", "reason", "next")
_YES_NO: Final = (("yes", Said("نعم", "Yes", "جی ہاں")), ("no", Said("لا", "No", "جی نہیں")))
_WITHIN: Final = "/"


@dataclass(frozen=True)
class Step:
    """One row of the tree; `answer` is None for a question, `number` its place from 1."""

    key: str
    number: int
    question: Question
    answer: Answer | None = None


def steps(questions: Questions) -> Iterator[Step]:
    """Every question, each with its answers below."""
    for number, question in enumerate(questions, 1):
        yield Step(question.id, number, question)
        for place, answer in enumerate(question.answers, 1):
            yield Step(f"{question.id}{_WITHIN}{answer.id}", place, question, answer)


def step_of(questions: Questions, key: str) -> Step | None:
    """The step of that key."""
    return next((each for each in steps(questions) if each.key == key), None)


def values_of(step: Step) -> dict[str, str]:
    """What stands in its form."""
    if step.answer is None:
        return {**_said_values("text", step.question.text), "kind": step.question.kind.value}
    values = {**_said_values("text", step.answer.text), "leads": leads_of(step.answer)}
    way = step.answer.not_here
    for name, said in zip(_TEXTS, (None,) * 3 if way is None else (way.unit, way.reason, way.next_step), strict=True):
        values |= _said_values(name, said or Said("", ""))
    return values


def leads_of(answer: Answer) -> str:
    """Where an answer leads, as it is picked."""
    if answer.not_here is not None:
        return AWAY
    if answer.service_id is not None:
        return f"{LEAD}{answer.service_id}"
    return BOOK if answer.question_id is None else f"{ASK}{answer.question_id}"


def with_values(questions: Questions, key: str, values: Values) -> Questions:
    """The questions with what was typed for one step."""
    step = step_of(questions, key)
    if step is None:
        return questions
    if step.answer is None:
        kind = QuestionKind(values["kind"])
        changed = replace(step.question, text=_said("text", values), kind=kind)
        if kind is QuestionKind.YES_NO and step.question.kind is not kind:
            changed = replace(changed, answers=_as_yes_no(step.question.answers))
        return _each(questions, lambda each: changed if each.id == step.question.id else each)
    answer = _led(replace(step.answer, text=_said("text", values)), values)
    return _each(
        questions,
        lambda each: (
            replace(each, answers=tuple(answer if one.id == answer.id else one for one in each.answers))
            if each.id == step.question.id
            else each
        ),
    )


def with_question(questions: Questions) -> tuple[Questions, str]:
    """One more question, whose answers lead to the booking; and its key."""
    name = _free("q", {each.id for each in questions})
    answers = tuple(Answer(each, said) for each, said in _YES_NO)
    return (*questions, Question(name, Said("", ""), QuestionKind.YES_NO, answers)), name


def can_have_another(question: Question) -> bool:
    """Whether a question may have one more answer."""
    return question.kind is QuestionKind.CHOICE and len(question.answers) < MOST_ANSWERS


def with_answer(questions: Questions, question_id: str) -> tuple[Questions, str]:
    """One more answer of a question, which leads to the booking; and its key."""
    question = find(questions, question_id)
    if question is None or not can_have_another(question):
        return questions, question_id
    name = _free("a", {each.id for each in question.answers})
    grown = replace(question, answers=(*question.answers, Answer(name, Said("", ""))))
    return _each(questions, lambda each: grown if each.id == question_id else each), f"{question_id}{_WITHIN}{name}"


def without(questions: Questions, key: str) -> Questions:
    """Without a question or an answer; what led to the question leads to the booking."""
    question_id, _, answer_id = key.partition(_WITHIN)
    if answer_id:
        return _each(
            questions,
            lambda each: (
                replace(each, answers=tuple(one for one in each.answers if one.id != answer_id))
                if each.id == question_id
                else each
            ),
        )
    left = tuple(each for each in questions if each.id != question_id)
    return _each(
        left,
        lambda each: replace(
            each,
            answers=tuple(
                replace(one, question_id=None) if one.question_id == question_id else one for one in each.answers
            ),
        ),
    )


def moved(questions: Questions, key: str, by: int) -> Questions:
    """A question or an answer so many places further down; at the end it stays."""
    question_id, _, answer_id = key.partition(_WITHIN)
    if not answer_id:
        return _shifted(questions, next(place for place, each in enumerate(questions) if each.id == question_id), by)
    question = find(questions, question_id)
    if question is None:
        return questions
    place = next(place for place, each in enumerate(question.answers) if each.id == answer_id)
    changed = replace(question, answers=_shifted(question.answers, place, by))
    return _each(questions, lambda each: changed if each.id == question_id else each)


def _led(answer: Answer, values: Values) -> Answer:
    """The answer, leading to what is picked."""
    leads = values.get("leads", BOOK)
    way = None
    if leads == AWAY:
        unit, reason, next_step = (_said(name, values) for name in _TEXTS)
        way = Rejection(unit, reason, next_step)
    return replace(
        answer,
        question_id=leads.removeprefix(ASK) if leads.startswith(ASK) else None,
        service_id=leads.removeprefix(LEAD) if leads.startswith(LEAD) else None,
        not_here=way,
    )


def _as_yes_no(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """Yes and no, leading where the first two answers led."""
    former = (*answers, *(Answer("", Said("", "")) for _ in _YES_NO))
    return tuple(replace(each, id=name, text=said) for each, (name, said) in zip(former, _YES_NO, strict=False))


def _shifted(row: tuple[Each, ...], place: int, by: int) -> tuple[Each, ...]:
    there = min(max(place + by, 0), len(row) - 1)
    rest = [*row[:place], *row[place + 1 :]]
    return (*rest[:there], row[place], *rest[there:])


def _each(questions: Questions, change: Callable[[Question], Question]) -> Questions:
    return tuple(change(each) for each in questions)


def _free(letter: str, known: set[str]) -> str:
    return next(name for number in range(1, len(known) + 2) if (name := f"{letter}{number}") not in known)


def _said(name: str, values: Values) -> Said:
    return Said(*(values.get(f"{name}_{code}", "").strip() for code in ("ar", "en", "ur")))


def _said_values(name: str, said: Said) -> dict[str, str]:
    return {f"{name}_ar": said.ar, f"{name}_en": said.en, f"{name}_ur": said.ur}
