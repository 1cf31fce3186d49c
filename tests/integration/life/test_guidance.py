"""The questions before a booking and the usual wordings of outcomes, put on a screen; on both stores."""

from dataclasses import replace
from datetime import date

import pytest

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import DecisionCode, Wording
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.triage import Answer, Question, QuestionKind, Said
from desk_client.protocol.questions import QuestionsAsk
from desk_client.protocol.regions import PlaceKind, RegionService, WordingsAsk
from desk_client.server.services.administration import guidance, region
from desk_client.server.services.closing import closing
from desk_client.server.services.finding import offices
from tests.integration.life.lab import Lab, slot

FIRST = Question(
    "first",
    Said("هل سبق لكم؟", "Have you before?"),
    QuestionKind.YES_NO,
    (Answer("yes", Said("نعم", "Yes"), question_id="then"), Answer("no", Said("لا", "No"))),
)
THEN = Question(
    "then",
    Said("ما الموضوع؟", "What is it?"),
    QuestionKind.CHOICE,
    (Answer("road", Said("طريق", "A road"), service_id="roads-desk"), Answer("else", Said("غيره", "Else"))),
)
TREE = (FIRST, THEN)
WORDING = Wording(DecisionCode.DIRECTED, "إحالة", "Refer", "وجّهنا …", "We have directed …")


def service(lab: Lab, service_id: str = "mayor-desk") -> RegionService:
    every = (each for office in lab.read(region.whole, lab.staff("admin")).offices for each in office.services)
    return next(each for each in every if each.id == service_id)


def put(lab: Lab, questions: tuple[Question, ...], version: int = 1, service_id: str = "mayor-desk") -> None:
    lab.write(guidance.put_questions, lab.staff("admin"), service_id, QuestionsAsk.of(questions), version)


def asked(lab: Lab, office: str = "mayor") -> tuple[Question, ...]:
    """What a visit that begins now is asked."""
    every = lab.read(offices.list_offices, lab.citizen(0)).offices
    return next(each for each in every if each.id == office).services[0].questions


def leading(to: str) -> tuple[Question, ...]:
    """One question, of which one answer leads to a service."""
    return (replace(FIRST, answers=(Answer("yes", Said("نعم", "Yes"), service_id=to), FIRST.answers[1])),)


def test_questions_are_asked_from_the_next_visit_on(lab: Lab) -> None:
    before = asked(lab)
    held = lab.hold(lab.citizen(1), slot(0))
    put(lab, TREE)
    assert (before, asked(lab)) == ((), TREE)
    assert (service(lab).questions, service(lab).own_questions, service(lab).version) == (TREE, True, 2)
    assert lab.state(held.id) is AppointmentState.HELD, "whoever was under way goes on"
    lab.book(lab.citizen(2), slot(1))
    put(lab, (), 2)
    assert asked(lab) == ()
    assert lab.audited("mayor-desk") == ["change_questions", "change_questions"]


def test_only_who_administers_and_has_seen_them_last_changes_them(lab: Lab) -> None:
    ask, admin = QuestionsAsk.of(TREE), lab.staff("admin")
    for name in ("mayor", "mayor-manager", "town-desk"):
        assert lab.refused(guidance.put_questions, lab.staff(name), "mayor-desk", ask, 1).code is RefusalCode.FORBIDDEN
    put(lab, TREE)
    late = lab.refused(guidance.put_questions, admin, "mayor-desk", QuestionsAsk.of(()), 1)
    assert late.code is RefusalCode.PRECONDITION_FAILED
    none = lab.refused(guidance.put_questions, admin, "mayor-desk", ask, None)
    assert none.code is RefusalCode.PRECONDITION_REQUIRED
    assert lab.refused(guidance.put_questions, admin, "none", ask, 1).code is RefusalCode.NOT_FOUND
    assert asked(lab) == TREE


@pytest.mark.parametrize(
    ("questions", "fault"),
    [
        ((FIRST,), "no_question"),
        ((*TREE, replace(THEN, id="alone")), "unreached"),
        ((replace(FIRST, text=Said("هل؟", " ")), THEN), "words"),
        ((replace(FIRST, answers=FIRST.answers[:1]), THEN), "answers"),
        ((replace(THEN, answers=(Answer("a", Said("أ", "a"), question_id="then"), THEN.answers[1])),), "circle"),
        (leading("none-desk"), "no_service"),
        (leading("mayor-desk"), "circle"),
        ((replace(FIRST, text=Said("هل " * 60, "Have?")), THEN), "too_long"),
    ],
)
def test_a_tree_that_leads_nowhere_is_refused_by_what_is_wrong(
    lab: Lab, questions: tuple[Question, ...], fault: str
) -> None:
    ask = QuestionsAsk.of(questions)
    refused = lab.refused(guidance.put_questions, lab.staff("admin"), "mayor-desk", ask, 1)
    assert refused == Refusal(RefusalCode.INVALID_REQUEST, field=f"questions.{fault}")
    assert asked(lab) == ()


def test_no_circle_goes_through_two_services_and_no_way_to_a_closed_one(lab: Lab) -> None:
    put(lab, leading("roads-desk"))
    back = QuestionsAsk.of(leading("mayor-desk"))
    refused = lab.refused(guidance.put_questions, lab.staff("admin"), "roads-desk", back, 1)
    assert refused.field == "questions.circle"
    lab.write(closing.close, lab.staff("admin"), PlaceKind.SERVICE, "water-desk", date(2026, 12, 1), 1)
    closed = QuestionsAsk.of(leading("water-desk"))
    assert lab.refused(guidance.put_questions, lab.staff("admin"), "roads-desk", closed, 1).field == (
        "questions.no_service"
    )


def test_wordings_are_put_whole_and_offered_with_the_brief(lab: Lab) -> None:
    admin = lab.staff("admin")
    lab.write(guidance.put_wordings, admin, "mayor-desk", WordingsAsk(wordings=(WORDING,)), 1)
    assert (service(lab).wordings, service(lab).own_wordings, service(lab).own_questions) == ((WORDING,), True, False)
    for wordings, fault in (
        ((replace(WORDING, text_ar=" "),), "words"),
        ((WORDING, WORDING), "twice"),
        (tuple(replace(WORDING, name_ar=f"إحالة {each}") for each in range(4)), "of_a_kind"),
    ):
        refused = lab.refused(guidance.put_wordings, admin, "mayor-desk", WordingsAsk(wordings=wordings), 2)
        assert refused == Refusal(RefusalCode.INVALID_REQUEST, field=f"wordings.{fault}")
    lab.write(guidance.put_wordings, admin, "mayor-desk", WordingsAsk(wordings=()), 2)
    assert service(lab).wordings == ()
    assert lab.audited("mayor-desk") == ["change_wordings", "change_wordings"]
