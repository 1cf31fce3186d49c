"""The questions before a booking in the administrator's workspace, before a real server."""

from sqlalchemy import update

from desk_client.client.administration import RegionService
from desk_client.domain.triage import Question, QuestionKind
from desk_client.server.storage.tables.region import service as service_table
from desk_client.ui.admin.questions_section import QuestionsSection
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.pick import Pick
from tests.gui.admin.conftest import Desk

REMARKS, AUDIENCE = "mayor-remarks", "emir-audience"


def service(desk: Desk, service_id: str) -> RegionService:
    region = desk.client.administration.region.value
    assert region is not None
    return next(each for office in region.offices for each in office.services if each.id == service_id)


def asked(desk: Desk, service_id: str = AUDIENCE) -> tuple[Question, ...]:
    return service(desk, service_id).questions


def section(desk: Desk) -> QuestionsSection:
    opened = desk.window.administration.opened
    assert isinstance(opened, QuestionsSection)
    return opened


async def at(desk: Desk, service_id: str) -> QuestionsSection:
    await desk.open("questions")
    opened = section(desk)
    opened.services.pick(service_id)
    opened.services.picked.emit(service_id)
    return opened


async def type_question(desk: Desk) -> None:
    """One new question of yes and no, both to the booking."""
    await desk.press("admin_new")
    desk.fill("text_ar", "هل حضرتم من قبل؟")
    desk.fill("text_en", "Have you come before?")


async def test_a_question_is_made_saved_and_taken_back(desk: Desk) -> None:
    await at(desk, AUDIENCE)
    assert not desk.find("admin_save").isEnabled()
    await desk.press("admin_new")
    assert not desk.find("admin_save").isEnabled(), "it has no words"
    assert "السؤال" in desk.told("questions_fault") or "Question" in desk.told("questions_fault")
    desk.fill("text_ar", "هل حضرتم من قبل؟")
    desk.fill("text_en", "Have you come before?")
    assert not desk.shown("questions_fault")
    assert asked(desk) == (), "half a tree is never asked"
    await desk.press("admin_save")
    await desk.press("admin_confirm")
    (made,) = asked(desk)
    assert (made.text.ar, made.kind, [each.id for each in made.answers]) == (
        "هل حضرتم من قبل؟",
        QuestionKind.YES_NO,
        ["yes", "no"],
    )
    assert service(desk, AUDIENCE).own_questions
    await desk.press("admin_undo")
    assert asked(desk) == ()


async def test_an_answer_leads_elsewhere_with_unit_reason_and_next_step(desk: Desk) -> None:
    opened = await at(desk, AUDIENCE)
    await type_question(desk)
    opened.open("q1/no")
    assert not desk.shown("field_unit_ar")
    desk.fill("leads", "away")
    assert desk.shown("field_unit_ar")
    assert not desk.find("admin_save").isEnabled(), "nobody is sent away without a reason"
    for name, text in (("unit", "المحافظة"), ("reason", "هي المختصة"), ("next", "راجعوها")):
        desk.fill(f"{name}_ar", text)
        desk.fill(f"{name}_en", text)
    await desk.press("admin_save")
    await desk.press("admin_confirm")
    way = asked(desk)[0].answers[1].not_here
    assert way is not None
    assert (way.unit.ar, way.next_step.en) == ("المحافظة", "راجعوها")


async def test_a_tree_that_leads_in_a_circle_is_not_saved_and_discarding_brings_it_back(desk: Desk) -> None:
    opened = await at(desk, REMARKS)
    before = asked(desk, REMARKS)
    opened.open("matter/other")
    desk.fill("leads", "ask:reported")
    assert not desk.find("admin_save").isEnabled()
    assert desk.shown("questions_fault")
    await desk.press("admin_discard")
    assert not desk.shown("questions_fault")
    opened.open("matter")
    await desk.press("questions_up")
    assert opened.fault.said, "who is asked this first is led to the other by nobody"
    await desk.press("questions_down")
    assert not opened.fault.said
    opened.open("matter")
    await desk.press("questions_remove")
    assert not opened.fault.said, "what led there leads to the booking"
    await desk.press("admin_discard")
    assert asked(desk, REMARKS) == before


async def test_several_answers_are_added_moved_and_taken_away(desk: Desk) -> None:
    opened = await at(desk, AUDIENCE)
    await type_question(desk)
    assert not desk.shown("questions_more"), "yes and no are all"
    desk.fill("kind", "choice")
    await desk.press("questions_more")
    desk.fill("text_ar", "ربما")
    desk.fill("text_en", "Perhaps")
    await desk.press("questions_up")
    await desk.press("questions_up")
    opened.open("q1/no")
    await desk.press("questions_remove")
    await desk.press("admin_save")
    await desk.press("admin_confirm")
    assert [each.text.en for each in asked(desk)[0].answers] == ["Perhaps", "Yes"]


async def test_it_is_walked_as_a_visitor_is_asked(desk: Desk) -> None:
    await at(desk, REMARKS)
    await desk.press("questions_walk")
    said = desk.find("walk_said")
    assert isinstance(said, Label)
    assert "940" in said.said
    await desk.press("walk_no")
    assert "940" in said.said
    assert "مركز البلاغات" in said.said, "whose matter it is"
    await desk.press("walk_again")
    language = desk.find("walk_language")
    assert isinstance(language, Pick)
    language.pick("en")
    language.picked.emit("en")
    await desk.settle()
    assert said.said.startswith("Have you reported")
    await desk.press("walk_yes")
    await desk.press("walk_permits")
    assert desk.shown("walk_end"), "another service is the right one"
    await desk.press("walk_back")
    assert not desk.shown("walk_said")


async def test_what_somebody_else_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    await at(desk, AUDIENCE)
    await type_question(desk)
    counted = update(service_table).where(service_table.c.id == AUDIENCE).values(version=service_table.c.version + 1)
    house = desk.region.running.house
    house.write_now(lambda transaction: transaction.connection.execute(counted).rowcount)
    section(desk).refresh()
    await desk.settle()
    await desk.press("admin_save")
    await desk.press("admin_confirm")
    assert desk.shown("admin_notice")
    assert asked(desk) == ()
    assert section(desk).loses(), "what was typed is still there"
