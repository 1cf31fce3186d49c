"""The talk and what is written of it: asked before anything ends, and no word is lost."""

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from desk_client.client.actions import receive
from desk_client.client.calls import CallRunner, CallView
from desk_client.client.conference import Conference, ScreenArea, SharedScreen
from desk_client.client.day import DeskPage
from desk_client.client.pictures import Shareable
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call import Phase
from desk_client.domain.decision import MAX_TEXT_LENGTH, Decision, DecisionCode
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.rtc.port import OneWindow
from tests.fakes.still_call import StillCall
from tests.gui.desk.conftest import Desk


def press(desk: Desk, name: str) -> None:
    button = desk.find(name)
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def in_talk(desk: Desk) -> StillCall:
    await desk.sign_in()
    item = desk.server.change("a2", AppointmentState.IN_SESSION)
    await receive.open_brief(desk.client, item)
    call = StillCall(CallView(Phase.TALKING, signalling_up=True, talking_since_s=0.0))
    desk.client.conference.call.set(cast("CallRunner", call))  # all that a window asks of one
    desk.client.day.set(replace(desk.client.day.value, page=DeskPage.CALL))
    await desk.settle()
    return call


async def writing(desk: Desk) -> None:
    await desk.sign_in()
    press(desk, "agenda_item_a1")
    await desk.settle()
    press(desk, "write_outcome")
    await desk.settle()
    assert desk.window.page_name == "outcome"


async def test_an_end_is_asked_about_and_leads_to_the_outcome(desk: Desk) -> None:
    call = await in_talk(desk)
    assert not desk.window.header.isVisible()
    press(desk, "end_call")
    press(desk, "keep_talking")
    assert desk.window.page_name == "call"
    press(desk, "end_call")
    press(desk, "confirm_end")
    await desk.settle()
    assert desk.window.page_name == "outcome"
    assert call.done == ["close"]


async def test_an_end_that_is_refused_keeps_the_talk(desk: Desk) -> None:
    await in_talk(desk)
    desk.server.refusals["/completion"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    press(desk, "end_call")
    press(desk, "confirm_end")
    await desk.settle()
    assert desk.window.page_name == "call"
    assert desk.window.call.notice.isVisible()
    desk.server.refusals.clear()
    desk.window.call.notice.action.click()
    await desk.settle()
    assert desk.window.page_name == "outcome"


async def test_a_visitor_is_sent_back_to_waiting(desk: Desk) -> None:
    await in_talk(desk)
    press(desk, "send_back")
    press(desk, "confirm_send_back")
    await desk.settle()
    assert desk.window.page_name == "today"
    assert desk.server.items["a2"].state is AppointmentState.WAITING


async def test_every_control_of_a_talk_has_a_key(desk: Desk) -> None:
    call = await in_talk(desk)
    panel = desk.window.call.beside.panel
    for key in (Qt.Key.Key_M, Qt.Key.Key_V, Qt.Key.Key_B):
        QTest.keyClick(desk.window, key)
    assert call.done == ["microphone False", "camera False"]
    assert not panel.isVisible()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(desk.window, Qt.Key.Key_E, both)
    assert desk.has("confirm_end")


async def test_a_running_talk_is_not_closed_unasked(desk: Desk) -> None:
    await in_talk(desk)
    closed: list[bool] = []
    desk.window.closed.connect(lambda: closed.append(True))
    desk.window.close()
    assert closed == []
    press(desk, "confirm_close")
    assert closed == [True]


async def test_an_outcome_is_saved_as_it_was_written(desk: Desk) -> None:
    await writing(desk)
    page = desk.window.outcome
    assert not page.save.isEnabled()
    assert page.unit.text() == "مكتب أمير منطقة جازان"
    press(desk, "decision_directed")
    page.text.set_text("توجيه الإدارة المختصة")
    assert page.save.isEnabled()
    press(desk, "save_outcome")
    await desk.settle()
    assert desk.window.page_name == "today"
    decision = Decision(DecisionCode.DIRECTED, "توجيه الإدارة المختصة", "مكتب أمير منطقة جازان")
    assert [asked.decision for asked in desk.server.outcomes] == [decision]
    assert dict(desk.client.day.value.drafts) == {}
    assert desk.window.toast.isVisible()


@pytest.mark.parametrize(
    "code", [RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT, RefusalCode.ILLEGAL_TRANSITION, RefusalCode.INTERNAL]
)
async def test_an_outcome_that_is_refused_loses_no_word(desk: Desk, code: RefusalCode) -> None:
    await writing(desk)
    page = desk.window.outcome
    press(desk, "decision_granted")
    page.text.set_text("تمت الموافقة")
    desk.server.refusals["/outcome"] = Refusal(code)
    press(desk, "save_outcome")
    await desk.settle()
    assert page.notice.isVisible()
    assert (page.text.text, page.kind.code) == ("تمت الموافقة", DecisionCode.GRANTED)
    desk.server.refusals.clear()
    page.notice.action.click()
    await desk.settle()
    assert desk.window.page_name == "today"


async def test_leaving_asks_first_and_the_draft_is_there_again(desk: Desk) -> None:
    await writing(desk)
    page = desk.window.outcome
    press(desk, "decision_declined")
    page.text.set_text("نعتذر")
    press(desk, "back")
    press(desk, "keep_writing")
    assert desk.window.page_name == "outcome"
    press(desk, "back")
    press(desk, "leave_outcome")
    await desk.settle()
    assert desk.window.page_name == "today"
    press(desk, "write_outcome")
    await desk.settle()
    assert (page.text.text, page.kind.code) == ("نعتذر", DecisionCode.DECLINED)


async def test_a_session_that_expires_while_saving_keeps_the_draft(desk: Desk) -> None:
    await writing(desk)
    press(desk, "decision_granted")
    desk.window.outcome.text.set_text("تمت الموافقة")
    desk.server.refusals["/outcome"] = Refusal(RefusalCode.SESSION_EXPIRED)
    desk.server.refusals["/agenda"] = Refusal(RefusalCode.SESSION_EXPIRED)
    press(desk, "save_outcome")
    await desk.settle()
    await desk.settle()
    assert desk.window.page_name == "sign_in"
    desk.server.refusals.clear()
    await desk.sign_in()
    press(desk, "agenda_item_a1")
    await desk.settle()
    press(desk, "write_outcome")
    await desk.settle()
    assert desk.window.outcome.text.text == "تمت الموافقة"


async def test_signing_out_with_a_draft_asks_first(desk: Desk) -> None:
    await writing(desk)
    press(desk, "decision_granted")
    press(desk, "back")
    press(desk, "leave_outcome")
    await desk.settle()
    press(desk, "sign_out")
    assert desk.window.page_name == "today"
    press(desk, "confirm_sign_out")
    await desk.settle()
    assert desk.window.page_name == "sign_in"
    assert dict(desk.client.day.value.drafts) == {}


async def test_a_text_has_an_end_and_a_usual_beginning(desk: Desk) -> None:
    await writing(desk)
    page = desk.window.outcome
    assert not desk.has("use_template")
    press(desk, "decision_further_study")
    press(desk, "use_template")
    assert page.text.text
    page.text.set_text("س" * (MAX_TEXT_LENGTH + 50))
    assert len(page.text.text) == MAX_TEXT_LENGTH


async def test_the_figures_of_the_line_are_a_key_and_a_button_away(desk: Desk) -> None:
    await in_talk(desk)
    assert not desk.has("call_figures")
    QTest.keyClick(desk.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert desk.has("call_figures")
    press(desk, "toggle_figures")
    assert not desk.has("call_figures")


OFFERED = (Shareable(ScreenArea(0, 0, 1920, 1080), ""), Shareable(OneWindow(7), "Letters"))


def focused(desk: Desk) -> QWidget:
    widget = desk.window.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was shared; a desktop with a screen and a window is there."""
    found: list[object] = []

    async def offer(_conference: Conference) -> tuple[Shareable, ...]:
        return OFFERED

    monkeypatch.setattr(Conference, "shareable", offer)
    monkeypatch.setattr(Conference, "share", lambda _conference, source: found.append(source))
    monkeypatch.setattr(Conference, "stop_sharing", lambda _conference: found.append("stop"))
    return found


async def test_a_screen_is_shown_only_once_it_was_chosen_and_stopped_by_the_same_button(
    desk: Desk, shared: list[object]
) -> None:
    await in_talk(desk)
    press(desk, "show_screen")
    await desk.settle()
    assert desk.find("show_nothing").hasFocus()
    assert shared == []
    press(desk, "screen_1")
    assert shared == [OneWindow(7)]
    desk.client.conference.sharing.set(SharedScreen(OneWindow(7)))
    press(desk, "show_screen")
    await desk.settle()
    assert shared == [OneWindow(7), "stop"]
    assert not desk.has("screen_choice")


async def test_nothing_is_shown_by_who_thinks_better_of_it(desk: Desk, shared: list[object]) -> None:
    await in_talk(desk)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
        QTest.keyClick(focused(desk), Qt.Key.Key_S)
        await desk.settle()
        assert desk.find("show_nothing").hasFocus()
        QTest.keyClick(focused(desk), key)
        assert not desk.has("screen_choice")
    assert shared == []


async def test_the_choice_keeps_the_keyboard_within(desk: Desk, shared: list[object]) -> None:
    await in_talk(desk)
    press(desk, "show_screen")
    await desk.settle()
    walked = []
    for _ in range(4):
        QTest.keyClick(focused(desk), Qt.Key.Key_Tab)
        walked.append(next(name for name in ("screen_0", "screen_1", "show_nothing") if desk.find(name).hasFocus()))
    assert walked == ["screen_0", "screen_1", "show_nothing", "screen_0"]
    assert shared == []


async def test_a_talk_that_ends_takes_the_question_with_it(desk: Desk, shared: list[object]) -> None:
    await in_talk(desk)
    press(desk, "show_screen")
    await desk.settle()
    desk.client.day.set(replace(desk.client.day.value, page=DeskPage.TODAY))
    await desk.settle()
    assert not desk.has("screen_choice")
    assert shared == []
