"""A talk is handed over at both desks: by keys, with a way back until it is done, and never lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_client.client.called_in import HandoverOffer
from desk_client.client.calls import CallRunner, CallView
from desk_client.domain.call import Phase
from desk_client.domain.called_in import Call
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.ui.widgets.text_field import TextArea
from tests.fakes.still_call import StillCall
from tests.gallery import desk_day
from tests.gallery.call_states import MAYOR
from tests.gallery.company_sheets import INVITATION
from tests.gallery.handover_sheets import NOTE
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_calling_in import notes, said
from tests.gui.desk.test_talk_and_outcome import in_talk, press

if TYPE_CHECKING:
    from desk_client.client.signalling import SignallingSocket

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


async def asked(desk: Desk) -> StillCall:
    """The mayor's desk rings."""
    call = await in_talk(desk)
    QTest.keyClick(desk.window, Qt.Key.Key_O)
    await desk.settle()
    assert not desk.find("confirm_hand_over").isEnabled(), "nobody is picked"
    press(desk, "pick_stf_mayor")
    note = desk.find("handover_note")
    assert isinstance(note, TextArea)
    note.set_text(NOTE)
    press(desk, "confirm_hand_over")
    await desk.settle()
    return call


async def changed(desk: Desk, state: Call) -> None:
    """Something became of it, and the desk hears of it."""
    desk.server.calls.change(Party.THIRD, state)
    desk.window.refresh()
    await desk.settle()


async def test_whoever_is_asked_is_shown_and_the_talk_is_left_only_once_they_are_here(desk: Desk) -> None:
    call = await asked(desk)
    (ask,) = desk.server.handovers.asked
    assert (ask.staff_id, ask.note) == ("stf_mayor", NOTE)
    assert "تبقى معكم" in said(desk, "called_third")
    assert not desk.find("hand_over_and_leave").isEnabled()
    await changed(desk, Call.ACCEPTED)
    assert not desk.find("hand_over_and_leave").isEnabled(), "they are not seen and heard yet"
    call.view.set(replace(call.view.value, people=(MAYOR,)))
    await desk.settle()
    assert "ليتولّاها" in notes(desk)
    assert "أمين منطقة جازان" in desk.find("person_third").accessibleName(), "no head of a department"
    assert desk.find("hand_over_and_leave").isEnabled()
    QTest.keyClick(desk.window, Qt.Key.Key_O)
    press(desk, "keep_talking")
    assert desk.window.page_name == "call"
    press(desk, "hand_over_and_leave")
    press(desk, "confirm_leave_to")
    await desk.settle()
    assert call.done == ["close"], "its seat is the other one's already"
    assert desk.window.page_name == "today"
    assert "العقيلي" in desk.window.toast.text
    assert "a2" not in {item.id for item in desk.client.day.value.agenda.items}  # type: ignore[union-attr]  # it was read


async def test_the_question_is_taken_back_at_once(desk: Desk) -> None:
    await asked(desk)
    press(desk, "end_third")
    await desk.settle()
    assert [each.state for each in desk.server.calls.called] == [Call.TAKEN_OUT]
    assert not desk.has("called_bar")
    assert desk.window.page_name == "call"


@pytest.mark.parametrize("state", [Call.DECLINED, Call.LEFT])
async def test_whoever_does_not_take_it_leaves_it_here_and_another_may_be_asked(desk: Desk, state: Call) -> None:
    await asked(desk)
    await changed(desk, state)
    assert "تبقى" in said(desk, "called_third")
    assert not desk.has("hand_over_and_leave")
    press(desk, "hand_over_button")
    await desk.settle()
    assert desk.has("pick_stf_deputy")
    press(desk, "pick_stf_deputy")
    press(desk, "confirm_hand_over")
    await desk.settle()
    assert desk.server.handovers.asked[-1].staff_id == "stf_deputy"


async def test_nobody_who_answers_is_said_after_a_while_and_it_goes_on_ringing(desk: Desk) -> None:
    await asked(desk)
    desk.window.call.calling_in.handing_over._unanswered.timeout.emit()
    assert "لم يُجب أحد" in notes(desk)
    assert desk.has("end_third")


async def test_an_office_that_closes_is_said_to_and_the_talk_stays(desk: Desk) -> None:
    call = await asked(desk)
    await changed(desk, Call.ACCEPTED)
    call.view.set(replace(call.view.value, people=(MAYOR,)))
    await desk.settle()
    desk.server.refusals["/completion"] = Refusal(RefusalCode.OFFICE_CLOSED)
    press(desk, "hand_over_and_leave")
    press(desk, "confirm_leave_to")
    await desk.settle()
    assert "لا يستقبل أحدًا اليوم" in desk.window.call.notice.text
    desk.server.refusals["/completion"] = Refusal(RefusalCode.NOT_ADMITTED)
    press(desk, "hand_over_and_leave")
    press(desk, "confirm_leave_to")
    await desk.settle()
    assert "تبقى المقابلة معكم" in notes(desk)
    assert desk.window.page_name == "call"
    assert call.done == []


async def test_nobody_at_a_desk_is_said(desk: Desk) -> None:
    await in_talk(desk)
    desk.server.handovers.people = ()
    press(desk, "hand_over_button")
    await desk.settle()
    assert not desk.find("confirm_hand_over").isEnabled()
    assert not desk.has("handover_note")


# --- the desk that is asked -------------------------------------------------------------------------------------


def invitation(*, is_done: bool = False) -> object:
    now = datetime.now(UTC)
    handover = HandoverOffer(note=NOTE, ends_at=now + timedelta(minutes=9, seconds=30), documents=1, is_done=is_done)
    return INVITATION.model_copy(update={"called_at": now, "handover": handover})


async def rung(desk: Desk) -> None:
    await desk.sign_in()
    desk.chimes = 0
    desk.server.calls.ringing = [invitation()]  # type: ignore[list-item]  # a copy of an invitation is one
    desk.window.refresh()
    await desk.settle()


async def test_whoever_is_asked_hears_it_and_reads_note_brief_and_documents_before_the_answer(desk: Desk) -> None:
    await rung(desk)
    assert desk.chimes == 1
    assert "تولّي مقابلة" in said(desk, "incoming_title")
    assert "دقائق" in said(desk, "incoming_text")
    QTest.keyClick(desk.window, Qt.Key.Key_I, BOTH)
    await desk.settle()
    assert desk.has("handover_sheet")
    assert desk.find("handover_words").isVisible()
    assert any(path.endswith("/a2/brief") for _, path in desk.server.asked)
    press(desk, "answer_later")
    assert desk.server.calls.answers == []
    assert desk.has("incoming_call"), "it goes on ringing"


async def test_a_document_is_opened_from_the_sheet_and_closed_to_it(desk: Desk) -> None:
    await rung(desk)
    press(desk, "read_call")
    await desk.settle()
    sheet = desk.window.being_called._sheet
    assert sheet is not None
    (document, *_) = desk_day.brought("a2")
    sheet.documents.asked.emit(document.id)
    await desk.settle()
    viewer = sheet._viewer
    assert viewer is not None
    assert viewer.isVisible()
    assert viewer.size() == desk.window.size(), "it covers the window"
    viewer.closed.emit()
    await desk.settle()
    assert sheet._viewer is None
    assert desk.has("handover_sheet")


async def test_the_sheet_goes_when_nobody_asks_any_more(desk: Desk) -> None:
    await rung(desk)
    press(desk, "read_call")
    await desk.settle()
    desk.server.calls.ringing = []
    desk.window.refresh()
    await desk.settle()
    assert not desk.has("handover_sheet")
    assert not desk.has("incoming_call")


async def test_the_talk_is_theirs_of_itself_once_it_is_handed_over(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    conference, entered = desk.client.conference, []

    def begin(*_args: object, party: Party = Party.OFFICIAL, **_more: object) -> StillCall:
        entered.append(party)
        call = StillCall(CallView(Phase.TALKING, signalling_up=True, talking_since_s=0.0))
        conference.call.set(cast("CallRunner", call))  # all that a window asks of one
        return call

    monkeypatch.setattr(conference, "begin", begin)
    await rung(desk)
    press(desk, "read_call")
    await desk.settle()
    desk.client.line = cast("SignallingSocket", object())
    press(desk, "join_to_take_over")
    await desk.settle()
    assert desk.window.page_name == "called"
    assert "لتولّي المقابلة" in desk.find("local_tile").accessibleName()
    desk.server.items["a2"] = desk.server.change("a2", desk.server.items["a2"].state.IN_SESSION)
    desk.server.calls.ringing = [invitation(is_done=True)]  # type: ignore[list-item]  # as above
    desk.window.refresh()
    await desk.settle()
    desk.client.line = None
    assert entered == [Party.THIRD, Party.OFFICIAL]
    assert desk.window.page_name == "call"
    assert "المقابلة لديكم الآن" in desk.window.toast.text
    assert not desk.has("incoming_call")
