"""The questions of a service while they are being written, without a screen."""

from desk_client.client import question_draft as draft
from desk_client.domain.triage import Answer, FaultCode, Question, QuestionKind, Rejection, Said, first_fault

FIRST = Question(
    "first",
    Said("هل؟", "Have you?"),
    QuestionKind.YES_NO,
    (Answer("yes", Said("نعم", "Yes"), question_id="then"), Answer("no", Said("لا", "No"))),
)
THEN = Question(
    "then",
    Said("ما؟", "What?"),
    QuestionKind.CHOICE,
    (Answer("a", Said("أ", "a"), service_id="other"), Answer("b", Said("ب", "b"))),
)
TREE = (FIRST, THEN)


def fault(questions: draft.Questions) -> FaultCode | None:
    found = first_fault({"own": questions, "other": ()}, "own")
    return None if found is None else found.code


def values(questions: draft.Questions, key: str, **changed: str) -> draft.Questions:
    step = draft.step_of(questions, key)
    assert step is not None
    return draft.with_values(questions, key, {**draft.values_of(step), **changed})


def test_what_stands_in_the_forms_makes_the_same_questions() -> None:
    assert [step.key for step in draft.steps(TREE)] == ["first", "first/yes", "first/no", "then", "then/a", "then/b"]
    for step in draft.steps(TREE):
        assert values(TREE, step.key) == TREE
    assert fault(TREE) is None


def test_an_answer_leads_to_one_place_at_a_time() -> None:
    away = values(TREE, "then/a", leads=draft.AWAY, unit_ar="و", unit_en="u", reason_ar="س", reason_en="r")
    assert away[1].answers[0].service_id is None
    assert fault(away) is FaultCode.WORDS, "nobody is sent away without the next step"
    whole = values(away, "then/a", next_ar="خ", next_en="n")
    assert whole[1].answers[0].not_here == Rejection(Said("و", "u"), Said("س", "r"), Said("خ", "n"))
    assert fault(whole) is None
    booked = values(whole, "then/a", leads=draft.BOOK)
    assert draft.leads_of(booked[1].answers[0]) == draft.BOOK
    assert booked[1].answers[0].not_here is None
    assert fault(values(TREE, "then/b", leads=f"{draft.ASK}first")) is FaultCode.CIRCLE
    assert fault(values(TREE, "then/b", leads=f"{draft.LEAD}gone")) is FaultCode.NO_SERVICE


def test_what_led_to_a_question_that_is_taken_away_leads_to_the_booking() -> None:
    left = draft.without(TREE, "then")
    assert [draft.leads_of(each) for each in left[0].answers] == [draft.BOOK, draft.BOOK]
    assert fault(left) is None
    assert [each.id for each in draft.without(TREE, "then/a")[1].answers] == ["b"]
    assert fault(draft.without(TREE, "then/a")) is FaultCode.ANSWERS


def test_order_is_by_places_and_ends_at_the_ends() -> None:
    assert [each.id for each in draft.moved(TREE, "then", -1)] == ["then", "first"]
    assert draft.moved(TREE, "first", -1) == TREE
    assert [each.id for each in draft.moved(TREE, "then/a", 1)[1].answers] == ["b", "a"]
    assert draft.moved(TREE, "then/b", 1) == TREE


def test_new_steps_have_names_of_their_own_and_yes_and_no_have_no_third() -> None:
    grown, key = draft.with_question(TREE)
    again, other = draft.with_question(grown)
    assert (key, other) == ("q1", "q2")
    assert fault(values(grown, key, text_ar="س", text_en="q")) is FaultCode.UNREACHED
    assert draft.with_answer(again, key) == (again, key)
    many: draft.Questions = TREE
    for _ in range(9):
        many, _ = draft.with_answer(many, "then")
    assert [each.id for each in many[1].answers] == ["a", "b", "a1", "a2", "a3", "a4"]


def test_a_choice_that_becomes_yes_or_no_keeps_where_its_first_answers_led() -> None:
    asked = values(TREE, "then", kind=QuestionKind.YES_NO.value)
    assert [(each.id, each.service_id) for each in asked[1].answers] == [("yes", "other"), ("no", None)]
    assert fault(asked) is None
    assert values(asked, "then", kind=QuestionKind.CHOICE.value)[1].answers == asked[1].answers
