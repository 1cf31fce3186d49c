"""Others in a talk, at both desks: who calls finds, calls and takes out; who is called hears, answers and leaves."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_client.client.called_in import Invitation
from desk_client.client.calls import CallRunner, CallView
from desk_client.client.day import Texts
from desk_client.client.others import PersonView
from desk_client.domain.access import Role
from desk_client.domain.call import Phase
from desk_client.domain.called_in import Call, Capacity
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.ui.call.notices import Notice
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.text_field import TextField
from tests.fakes.still_call import StillCall
from tests.gallery.company_sheets import INVITATION
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_talk_and_outcome import in_talk, press

if TYPE_CHECKING:
    from desk_client.client.signalling import SignallingSocket

HEAD = PersonView(
    Party.THIRD,
    Capacity.DEPARTMENT_HEAD,
    Texts(ar="عادل بن يوسف البحري", en="Adel Al-Bahri"),
    Texts(ar="إدارة الأراضي", en="Lands"),
    Phase.TALKING,
)
RINGING = INVITATION.model_copy(update={"called_at": datetime.now(UTC)})


def typed(text: str) -> None:
    """With key events: Qt's own helper cannot type Arabic."""
    field = QApplication.focusWidget()
    assert isinstance(field, TextField)
    for letter in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def key(pressed: Qt.Key) -> None:
    """Where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, pressed)


def said(desk: Desk, name: str) -> str:
    label = desk.find(name)
    assert isinstance(label, Label)
    return label.said


def notes(desk: Desk) -> str:
    return " ".join(each.text for each in desk.window.findChildren(Notice) if each.isVisible())


async def test_somebody_is_found_by_name_and_called_by_keys_alone(desk: Desk) -> None:
    await in_talk(desk)
    QTest.keyClick(desk.window, Qt.Key.Key_P)
    await desk.settle()
    assert not desk.find("confirm_call_in").isEnabled()
    typed("نوره")  # ta marbuta and ha are one
    assert not desk.has("pick_stf_lands")
    for _ in range(2):  # over the one that was found to as what
        key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Space)
    assert desk.find("confirm_call_in").isEnabled()
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Return)
    await desk.settle()
    (called,) = desk.server.calls.called
    assert (called.staff_id, called.capacity) == ("stf_signs", Capacity.SIGN_INTERPRETER)
    assert "نورة" in said(desk, "called_third")
    desk.server.calls.change(Party.THIRD, Call.DECLINED)
    desk.window.refresh()
    await desk.settle()
    assert "يعتذر" in said(desk, "called_third")
    assert not desk.has("end_third")


async def test_a_name_that_nobody_has_is_said_and_escape_calls_nobody(desk: Desk) -> None:
    await in_talk(desk)
    press(desk, "call_in_button")
    await desk.settle()
    typed("زيد")
    assert not desk.find("confirm_call_in").isEnabled()
    assert any("لا يوجد" in each.said for each in desk.window.findChildren(Label) if each.isVisible())
    key(Qt.Key.Key_Escape)
    await desk.settle()
    assert desk.server.calls.called == []
    assert not desk.has("call_in")


@pytest.mark.parametrize(("code", "words"), [(RefusalCode.ONE_AT_A_TIME, "أقدم"), (RefusalCode.ROOM_FULL, "مكتملة")])
async def test_why_nobody_can_be_called_in_is_said(desk: Desk, code: RefusalCode, words: str) -> None:
    await in_talk(desk)
    desk.server.refusals["/called-in"] = Refusal(code)
    press(desk, "call_in_button")
    await desk.settle()
    press(desk, "pick_stf_lands")
    press(desk, "confirm_call_in")
    await desk.settle()
    assert words in desk.window.call.notice.text


async def test_two_are_laid_side_by_side_too(desk: Desk) -> None:
    await in_talk(desk)
    view = desk.window.call.view
    small = view.local.width() * view.local.height()
    QTest.keyClick(desk.window, Qt.Key.Key_L)
    assert abs(view.local.width() - view.remote.width()) <= 1
    assert abs(view.local.height() - view.remote.height()) <= 1
    press(desk, "arrange")
    assert view.local.width() * view.local.height() == small


async def test_whoever_comes_has_a_tile_with_name_and_capacity_and_is_told_of(desk: Desk) -> None:
    call = await in_talk(desk)
    call.view.set(replace(call.view.value, people=(HEAD,)))
    tile = desk.find("person_third")
    assert "عادل" in tile.accessibleName()
    assert "مدير الإدارة" in tile.accessibleName()
    assert "انضم" in notes(desk)
    assert "عادل" in notes(desk)
    small = tile.width() * tile.height()
    QTest.keyClick(desk.window, Qt.Key.Key_L)
    assert tile.width() * tile.height() > 2 * small
    QTest.keyClick(desk.window, Qt.Key.Key_L)
    assert tile.width() * tile.height() == small
    call.view.set(replace(call.view.value, people=()))
    assert not desk.has("person_third")
    assert "غادر" in notes(desk)


async def test_an_end_for_all_is_told_from_leaving_for_a_while(desk: Desk) -> None:
    call = await in_talk(desk)
    press(desk, "end_call")
    assert not desk.has("leave_for_a_while"), "there is nobody to leave it to"
    press(desk, "keep_talking")
    call.view.set(replace(call.view.value, people=(HEAD,)))
    press(desk, "end_call")
    press(desk, "leave_for_a_while")
    await desk.settle()
    assert call.done == ["hang_up", "close"]
    assert desk.window.page_name == "today"
    assert not any(path.endswith("/completion") for _, path in desk.server.asked)


async def test_taking_somebody_out_is_asked_about_and_a_call_is_taken_back_at_once(desk: Desk) -> None:
    await in_talk(desk)
    press(desk, "call_in_button")
    await desk.settle()
    press(desk, "pick_stf_lands")
    press(desk, "confirm_call_in")
    await desk.settle()
    desk.server.calls.change(Party.THIRD, Call.ACCEPTED)
    desk.window.refresh()
    await desk.settle()
    press(desk, "end_third")
    press(desk, "keep_talking")
    assert [each.state for each in desk.server.calls.called] == [Call.ACCEPTED]
    press(desk, "end_third")
    press(desk, "confirm_take_out")
    await desk.settle()
    assert [each.state for each in desk.server.calls.called] == [Call.TAKEN_OUT]
    assert not desk.has("called_bar")


async def called(desk: Desk, ringing: Invitation = RINGING) -> None:
    """Somebody calls this desk."""
    await desk.sign_in()
    desk.chimes = 0  # of those who have come
    desk.server.calls.ringing = [ringing]
    desk.window.refresh()
    await desk.settle()


async def test_a_call_rings_once_and_says_who_asks_whose_audience_and_as_what(desk: Desk) -> None:
    await called(desk)
    assert desk.chimes == 1
    assert "صاحب السمو الملكي" in said(desk, "incoming_title")
    text = said(desk, "incoming_text")
    assert "محمد بن علي الحازمي" in text
    assert "مدير الإدارة" in text
    desk.window.refresh()
    await desk.settle()
    desk.window.being_called.show_day(desk.client.day.value)
    assert desk.chimes == 1
    desk.server.calls.ringing = []  # taken back
    desk.window.refresh()
    await desk.settle()
    assert not desk.has("incoming_call")


async def test_a_call_is_declined_by_key(desk: Desk) -> None:
    await called(desk)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(desk.window, Qt.Key.Key_N, both)
    await desk.settle()
    assert desk.server.calls.answers == [("a2", False)]
    assert not desk.has("incoming_call")
    assert desk.window.page_name == "today"


async def test_a_call_that_is_over_when_it_is_answered_is_said_to_be(desk: Desk) -> None:
    await called(desk)
    desk.server.calls.ringing = []
    desk.client.line = cast("SignallingSocket", object())
    press(desk, "accept_call")
    await desk.settle()
    assert "انتهى الاستدعاء" in desk.window.toast.text
    assert not desk.has("incoming_call")
    assert desk.window.page_name == "today"
    desk.client.line = None


async def test_in_a_talk_a_call_is_shown_and_cannot_be_accepted(desk: Desk) -> None:
    await in_talk(desk)
    desk.chimes = 0
    desk.server.calls.ringing = [RINGING]
    desk.window.refresh()
    await desk.settle()
    assert desk.chimes == 0
    assert not desk.find("accept_call").isEnabled()
    press(desk, "decline_call")
    await desk.settle()
    assert desk.server.calls.answers == [("a2", False)]
    assert desk.window.page_name == "call"


@pytest.fixture
def inside(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> StillCall:
    """What the desk enters when it says yes."""
    call = StillCall(CallView(Phase.TALKING, signalling_up=True, talking_since_s=0.0, people=(HEAD,)))
    conference = desk.client.conference

    def begin(*_args: object, party: Party, **_more: object) -> None:
        assert party is Party.THIRD
        conference.call.set(cast("CallRunner", call))  # all that a window asks of one

    monkeypatch.setattr(conference, "begin", begin)
    return call


async def enter(desk: Desk, ringing: Invitation = RINGING) -> None:
    await called(desk, ringing)
    desk.client.line = cast("SignallingSocket", object())
    press(desk, "accept_call")
    await desk.settle()
    desk.client.line = None
    assert desk.window.page_name == "called"


async def test_whoever_says_yes_is_in_the_talk_and_leaves_it_to_the_others(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    assert desk.server.calls.answers == [("a2", True)]
    assert not desk.window.header.isVisible()
    assert not desk.has("incoming_call")
    assert "محمد بن علي الحازمي" in desk.find("remote_tile").accessibleName()
    QTest.keyClick(desk.window, Qt.Key.Key_M)
    press(desk, "leave_talk")
    press(desk, "keep_talking")
    assert desk.window.page_name == "called"
    press(desk, "leave_talk")
    press(desk, "confirm_leave")
    await desk.settle()
    assert inside.done == ["microphone False", "hang_up", "close"]
    assert desk.window.page_name == "today"


async def test_an_interpreter_writes_what_the_visitor_reads_large_and_a_department_head_does_not(
    desk: Desk, inside: StillCall
) -> None:
    await enter(desk)
    assert not desk.has("toggle_captions"), "they came as head of a department"
    joined = RINGING.model_copy(update={"capacity": Capacity.INTERPRETER})
    desk.client.calls.set(replace(desk.client.calls.value, joined=joined))
    QTest.keyClick(desk.window, Qt.Key.Key_T)
    typed("نسمعكم جيدًا")
    desk.server.refusals["/captions"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    key(Qt.Key.Key_Return)
    await desk.settle()
    assert desk.window.called.notice.isVisible()
    assert desk.server.calls.captions == []
    desk.server.refusals.clear()
    key(Qt.Key.Key_Return)
    await desk.settle()
    assert desk.server.calls.captions == ["نسمعكم جيدًا"]
    assert not desk.window.called.notice.isVisible()
    assert desk.window.called.caption_line.field.text() == ""
    assert inside.done == []


async def test_whoever_was_called_in_blurs_what_is_behind_them_by_the_same_key(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    chosen = []
    for _ in range(2):
        QTest.keyClick(desk.window, Qt.Key.Key_G)
        chosen.append(desk.client.preferences.now.value.blurs_background)
    assert chosen == [True, False]
    assert inside.done == []


@pytest.mark.parametrize(("is_taken_out", "words"), [(True, "وهي مستمرة"), (False, "انتهت المقابلة")])
async def test_the_end_is_told_and_which_it_is(desk: Desk, inside: StillCall, is_taken_out: bool, words: str) -> None:
    await enter(desk)
    press(desk, "leave_talk")
    inside.view.set(replace(inside.view.value, phase=Phase.ENDED, is_taken_out=is_taken_out))
    await desk.settle()
    assert desk.window.page_name == "today"
    assert words in desk.window.toast.text
    assert not desk.has("confirm_leave")
    assert "hang_up" not in inside.done, "there is nothing to leave"


async def test_an_interpreter_waits_for_calls_and_has_no_other_page(desk: Desk, inside: StillCall) -> None:
    desk.server.role = Role.INTERPRETER
    await desk.sign_in()
    assert desk.window.page_name == "called"
    assert desk.has("waits_for_a_call")
    assert desk.window.header.isVisible()
    desk.chimes = 0
    desk.server.calls.ringing = [RINGING]
    desk.window.refresh()
    await desk.settle()
    assert desk.chimes == 1
    desk.client.line = cast("SignallingSocket", object())
    press(desk, "accept_call")
    await desk.settle()
    desk.client.line = None
    assert desk.has("remote_tile")
    assert not desk.window.header.isVisible()
    inside.view.set(replace(inside.view.value, phase=Phase.ENDED))
    await desk.settle()
    assert desk.has("waits_for_a_call")
