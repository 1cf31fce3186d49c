"""The questions before a booking: where answers lead, and what no administrator may load."""

from collections.abc import Mapping

import pytest

from desk_client.domain.triage import (
    LONGEST_BRIEF,
    Answer,
    AskNext,
    Elsewhere,
    GoOn,
    Question,
    QuestionKind,
    Rejection,
    Said,
    brief,
    faults,
    way_of,
)


def said(text: str) -> Said:
    return Said(text, text)


def question(name: str, *answers: Answer) -> Question:
    return Question(name, said(f"{name}؟"), QuestionKind.CHOICE, answers)


def leads(name: str, question_id: str | None = None, service_id: str | None = None) -> Answer:
    return Answer(name, said(name), question_id=question_id, service_id=service_id)


NOT_HERE = Rejection(said("940"), said("first a report"), said("call 940"))
FORM = (
    question("first", leads("a", "second"), leads("b"), Answer("c", said("c"), not_here=NOT_HERE)),
    question("second", leads("a"), leads("b", service_id="permits")),
)


def test_an_answer_leads_on_elsewhere_away_or_to_the_next_question() -> None:
    assert way_of(FORM, "first", "a") == AskNext(FORM[1])
    assert way_of(FORM, "first", "b") == GoOn()
    assert way_of(FORM, "first", "c") == NOT_HERE
    assert way_of(FORM, "second", "b") == Elsewhere("permits")
    assert way_of(FORM, "first", "z") is way_of(FORM, "third", "a") is None


def test_the_official_reads_what_was_asked_on_the_way_and_nothing_else() -> None:
    answers = {"first": "a", "second": "a"}
    assert brief(FORM, ("first", "second"), answers) == "first؟ a · second؟ a"
    assert brief(FORM, ("first",), answers) == "first؟ a"
    assert brief(FORM, ("first", "second"), {"first": "b"}) == "first؟ b"
    assert brief((), (), {}) == ""


@pytest.mark.parametrize(
    ("forms", "fault"),
    [
        ({"s": (question("q", leads("a", "nowhere")),)}, "there is no question 'nowhere'"),
        ({"s": (question("q", leads("a", service_id="none")),)}, "there is no service 'none'"),
        ({"s": (question("q", leads("a")), question("q", leads("a")))}, "question 'q' stands there twice"),
        ({"s": (question("q", leads("a", "q")),)}, "they lead in a circle: s/q > s/q"),
        (
            {"s": (question("q", leads("a", "r")), question("r", leads("a", "q"), leads("b")))},
            "they lead in a circle: s/q > s/r > s/q",
        ),
        (
            {
                "s": (question("q", leads("a", service_id="t")),),
                "t": (question("r", leads("a", service_id="s")),),
            },
            "they lead in a circle: s/q > t/r > s/q",
        ),
        (
            {"s": (question("q", leads("a"), leads("long" * LONGEST_BRIEF)),)},
            f"s: questions and answers together have more than {LONGEST_BRIEF} letters",
        ),
    ],
)
def test_what_leads_nowhere_is_named(forms: Mapping[str, tuple[Question, ...]], fault: str) -> None:
    assert any(fault in each for each in faults(forms)), list(faults(forms))


def test_ways_that_meet_again_are_no_circle() -> None:
    forms = {
        "s": (
            question("q", leads("a", "r"), leads("b", "t")),
            question("r", leads("a", "t")),
            question("t", leads("a", service_id="permits")),
        ),
        "permits": (),
    }
    assert list(faults(forms)) == []
