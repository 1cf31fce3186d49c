"""The inbox: walked and worked by keys, each step asked about, drafts kept, and the second of two told so."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_client.client.actions import plan
from desk_client.client.day import DeskPage
from desk_client.domain.access import Role
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import RequestStep
from desk_client.protocol.requests import (
    AnswerStep,
    AskBackStep,
    DeclineStep,
    EscalateStep,
    GiveSlotStep,
    MergeStep,
    RouteStep,
)
from desk_client.ui.desk.inbox.page import InboxPage
from desk_client.ui.widgets.button import Button
from desk_client.ui.widgets.text_field import TextArea
from tests.fakes.office_calendar import FREE
from tests.gallery import desk_inbox
from tests.gui.desk.conftest import Desk


async def opened(desk: Desk, role: Role = Role.COORDINATOR) -> InboxPage:
    desk.server.role = role
    await desk.sign_in()
    await desk.settle()
    assert desk.window.page_name == DeskPage.INBOX
    return desk.window.inbox


async def press(desk: Desk, name: str) -> None:
    button = desk.find(name)
    assert isinstance(button, Button)
    button.click()
    await desk.settle()


async def read(desk: Desk, key: str) -> InboxPage:
    page = await opened(desk)
    desk.find(f"request_{key}").click()  # type: ignore[attr-defined]  # it is a row
    await desk.settle()
    return page


def write(desk: Desk, *words: str) -> None:
    for number, text in enumerate(words):
        field = desk.find(f"step_words_{number}")
        assert isinstance(field, TextArea)
        field.set_text(text)


def ids(page: InboxPage) -> list[str]:
    return [row.item.request.id for row in page.list.rows]


async def test_a_coordinator_works_by_keys_alone(desk: Desk) -> None:
    page = await opened(desk)
    assert ids(page) == ["r0", "r1", "r2", "r3", "r4"]
    assert page.list.rows[0].hasFocus()
    QTest.keyClick(page.list.rows[0], Qt.Key.Key_Down)
    QTest.keyClick(page.list.rows[1], Qt.Key.Key_Up)
    QTest.keyClick(page.list.rows[0], Qt.Key.Key_Return)
    await desk.settle()
    assert desk.client.inbox.value.opening == "r0"
    QTest.keyClick(page.list.rows[0], Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)  # take it
    await desk.settle()
    assert [(key, step.step) for key, step in desk.server.inbox.steps] == [("r0", "take")]
    assert RequestStep.TAKE not in page.reading.offered
    QTest.keyClick(page.list.rows[0], Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)  # now the first is to answer
    await desk.settle()
    field = desk.find("step_words_0")
    assert field.hasFocus()
    QTest.keyClicks(field, "visit on Sunday")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await desk.settle()
    QTest.keyClick(desk.find("inbox_confirm"), Qt.Key.Key_Return)
    await desk.settle()
    assert desk.server.inbox.steps[1:] == [("r0", AnswerStep(step="answer", text="visit on Sunday"))]
    assert ids(page)[0] == "r1"
    assert page.list.rows[0].hasFocus(), "the next one is under the keyboard"


async def test_shelves_and_pages_show_what_was_asked_for(desk: Desk) -> None:
    page = await opened(desk)
    await press(desk, "turn_later")
    assert ids(page) == ["r5", "r6", "r7"]
    await press(desk, "turn_earlier")
    QTest.keyClick(page.list.rows[0], Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    await desk.settle()
    assert ids(page) == ["r1", "r3", "r4"]
    await press(desk, "shelf_unattended")
    assert desk.find("inbox_empty").isVisible()


async def test_a_rejection_without_its_three_parts_is_not_sent_and_nothing_is_told_unasked(desk: Desk) -> None:
    page = await read(desk, "r0")
    await press(desk, "step_decline_request")
    write(desk, "إدارة الأراضي", "لا يوجد صك")
    await press(desk, "step_send")
    assert page.reading.form.fields[2].error
    assert not desk.has("inbox_confirm")
    write(desk, "إدارة الأراضي", "لا يوجد صك", "كتابة العدل")
    await press(desk, "step_send")
    assert desk.server.inbox.steps == []
    await press(desk, "inbox_cancel")
    assert desk.server.inbox.steps == []
    await press(desk, "step_send")
    await press(desk, "inbox_confirm")
    whole = DeclineStep(step="decline", unit="إدارة الأراضي", reason="لا يوجد صك", next_step="كتابة العدل")
    assert desk.server.inbox.steps == [("r0", whole)]


async def test_what_is_written_outlives_other_requests_other_pages_and_a_lost_session(desk: Desk) -> None:
    await read(desk, "r0")
    await press(desk, "step_answer_request")
    write(desk, "نفيدكم بأن")
    desk.find("request_r1").click()  # type: ignore[attr-defined]  # it is a row
    await desk.settle()
    assert not desk.has("step_form")
    plan.open_page(desk.client, DeskPage.CALENDAR)
    await desk.settle()
    plan.open_page(desk.client, DeskPage.INBOX)
    await desk.settle()
    desk.server.refusals["/v1/requests"] = Refusal(RefusalCode.SESSION_EXPIRED)
    desk.window.refresh()
    await desk.settle()
    assert desk.window.page_name == DeskPage.SIGN_IN
    del desk.server.refusals["/v1/requests"]
    await desk.sign_in()
    await desk.settle()
    desk.find("request_r0").click()  # type: ignore[attr-defined]  # it is a row
    await desk.settle()
    field = desk.find("step_words_0")
    assert isinstance(field, TextArea)
    assert field.text == "نفيدكم بأن"
    await press(desk, "step_leave")
    await press(desk, "inbox_confirm")
    assert desk.client.inbox.value.drafts == {}


async def test_of_two_the_second_is_told_who_has_it_and_loses_nothing(desk: Desk) -> None:
    page = await read(desk, "r0")
    await press(desk, "step_answer_request")
    write(desk, "نفيدكم بأن")
    desk.server.inbox.take("r0", desk_inbox.NOURA)
    await press(desk, "step_send")
    await press(desk, "inbox_confirm")
    assert desk.server.inbox.steps == []
    assert desk_inbox.NOURA.name.ar in page.reading.notice.text
    assert desk.client.inbox.value.drafts["r0"].words == ("نفيدكم بأن",)
    read_again = desk.client.inbox.value.read
    assert read_again is not None
    assert read_again.item.owner == desk_inbox.NOURA


@pytest.mark.parametrize(
    ("step", "picks", "words", "expected"),
    [
        ("ask_back", [], ["أي طريق؟"], AskBackStep(step="ask_back", text="أي طريق؟")),
        ("route_request", ["roads"], ["عاجل"], RouteStep(step="route", office_id="roads", note="عاجل")),
        ("escalate_request", [], ["نوصي"], EscalateStep(step="escalate", recommendation="نوصي")),
        ("merge_request", ["r2"], [], MergeStep(step="merge", into="r2")),
        ("give_slot", ["-"], [], GiveSlotStep(step="give_slot", service_id="survey")),
    ],
)
async def test_each_step_asks_for_what_it_needs(
    desk: Desk, step: str, picks: list[str], words: list[str], expected: object
) -> None:
    await read(desk, "r0")
    await press(desk, f"step_{step}")
    await press(desk, "step_send")
    assert not desk.has("inbox_confirm"), "something is still missing"
    for key in picks:
        await press(desk, f"pick_{key}")
    write(desk, *words)
    await press(desk, "step_send")
    await press(desk, "inbox_confirm")
    assert desk.server.inbox.steps == [("r0", expected)]


async def test_what_was_merged_is_taken_apart_again_where_it_is_still_read(desk: Desk) -> None:
    page = await read(desk, "r0")
    await press(desk, "step_merge_request")
    await press(desk, "pick_r2")
    await press(desk, "step_send")
    await press(desk, "inbox_confirm")
    assert "r0" not in ids(page)
    assert page.reading.offered == (RequestStep.UNMERGE,)
    await press(desk, "step_unmerge_request")
    assert [step.step for _, step in desk.server.inbox.steps] == ["merge", "unmerge"]
    assert "r0" in ids(page)


async def test_a_free_time_is_chosen_and_given(desk: Desk) -> None:
    await read(desk, "r0")
    await press(desk, "step_give_slot")
    await desk.settle()
    times = desk.client.inbox.value.times
    assert times is not None
    assert times.slots
    await press(desk, f"pick_{times.slots[1].starts_at.isoformat()}")
    await press(desk, "step_send")
    await press(desk, "inbox_confirm")
    ((_, given),) = desk.server.inbox.steps
    assert isinstance(given, GiveSlotStep)
    assert (given.service_id, given.starts_at) == ("survey", times.slots[1].starts_at)
    assert given.kind is AppointmentKind.VIDEO_KIOSK, "where nothing else is chosen"


async def test_how_they_are_received_is_chosen_where_a_service_has_several_ways(desk: Desk) -> None:
    await read(desk, "r0")
    await press(desk, "step_give_slot")
    await desk.settle()
    await press(desk, "pick_audience")
    assert not desk.has("pick_kind"), "there is but one way"
    await press(desk, "pick_survey")
    await press(desk, "pick_in_person")
    kinds = [each["kind"] for each in desk.server.calendar.asked]
    assert kinds == ["video_kiosk", "video_kiosk", "video_kiosk", "in_person"]
    times = desk.client.inbox.value.times
    assert times is not None
    assert times.slots
    await press(desk, f"pick_{times.slots[0].starts_at.isoformat()}")
    await press(desk, "step_send")
    await press(desk, "inbox_confirm")
    ((_, given),) = desk.server.inbox.steps
    assert isinstance(given, GiveSlotStep)
    assert (given.kind, given.starts_at) == (AppointmentKind.IN_PERSON, times.slots[0].starts_at)


async def test_later_times_are_turned_to_as_far_as_the_service_is_offered_ahead(desk: Desk) -> None:
    await read(desk, "r0")
    await press(desk, "step_give_slot")
    await desk.settle()
    asked = desk.server.calendar.asked
    today = date.fromisoformat(asked[0]["first"])
    await press(desk, f"pick_{FREE[0].isoformat()}")
    assert not desk.has("earlier_times")
    await press(desk, "later_times")
    assert date.fromisoformat(asked[1]["first"]) == today + timedelta(days=14)
    await press(desk, "step_send")
    assert not desk.has("inbox_confirm"), "a time that is not shown any more is not given"
    await press(desk, "later_times")
    assert date.fromisoformat(asked[2]["first"]) == today + timedelta(days=28)
    assert not desk.has("later_times"), "it is offered four weeks ahead"
    await press(desk, "earlier_times")
    assert asked[3] == asked[1]


async def test_who_oversees_reads_and_takes_no_step_and_an_office_turns_between_its_pages(desk: Desk) -> None:
    page = await opened(desk, Role.AGENCY_LEADER)
    page.list.rows[0].click()
    await desk.settle()
    assert page.reading.offered == ()
    assert not desk.has("turn_page")
    desk.window.header.sign_out_asked.emit()
    await desk.settle()
    desk.server.role = Role.OFFICIAL
    await desk.sign_in()
    assert desk.window.page_name == DeskPage.TODAY
    await press(desk, "turn_inbox")
    assert desk.window.page_name == DeskPage.INBOX
    await press(desk, "turn_page")
    assert desk.window.page_name == DeskPage.TODAY


async def test_a_server_that_is_away_is_said_and_a_change_elsewhere_shows_by_itself(desk: Desk) -> None:
    desk.server.refusals["/v1/requests"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    page = await opened(desk)
    assert desk.find("inbox_failed").isVisible()
    del desk.server.refusals["/v1/requests"]
    await press(desk, "inbox_again")
    assert len(ids(page)) == 5
    desk.server.inbox.take("r0", desk_inbox.NOURA)
    desk.client.hints.set(desk.client.hints.value + 1)
    await desk.settle()
    QApplication.processEvents()
    assert page.list.rows[0].item.owner == desk_inbox.NOURA
    assert desk_inbox.NOURA.name.ar in page.list.rows[0].accessibleName()
