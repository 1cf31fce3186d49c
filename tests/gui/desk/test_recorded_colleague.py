"""Recording a talk of several: who was called in is asked and withdraws, the official sees who is waited for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_client.client.recording_states import RecordingEnd, RecordingState, Say, TalkRecording
from desk_client.domain.called_in import Call
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.recordings import RecordingTerms
from desk_client.ui.widgets.dialog import Dialog
from tests.fakes.still_call import StillCall
from tests.gallery.company_sheets import called as seat
from tests.gallery.recording_sheets import recording, seen
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_calling_in import HEAD, RINGING, called, enter, notes
from tests.gui.desk.test_calling_in import inside as inside  # noqa: PLC0414 - pytest finds the fixture by name
from tests.gui.desk.test_recording import show
from tests.gui.desk.test_talk_and_outcome import in_talk, press

ASKED = seen(recording(RecordingState.ASKED), Say.ASKED, yours=Say.ASKED)
AGREED = seen(recording(RecordingState.ASKED), Say.AGREED, yours=Say.AGREED)
RUNNING = seen(recording(RecordingState.RUNNING), Say.AGREED, yours=Say.AGREED)
TERMS = RecordingTerms(text_version=ASKED.text_version, text=ASKED.text)


async def hint(desk: Desk, said: TalkRecording) -> None:
    """Something changed in the talk into which this desk was called."""
    desk.server.calls.recording = said
    desk.window.refresh()
    await desk.settle()


def question(desk: Desk) -> Dialog | None:
    shown = [each for each in desk.window.findChildren(Dialog) if each.isVisible()]
    return shown[0] if shown else None


def mark(desk: Desk) -> str:
    return desk.window.called.view.header.recording.text


async def test_who_was_called_in_is_asked_word_for_word_and_answers(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    assert not desk.has("withdraw_recording")
    await hint(desk, ASKED)
    asked = question(desk)
    assert asked is not None
    assert ASKED.text.ar in asked.accessibleDescription(), "word for word what they agree to"
    desk.server.calls.recording = AGREED
    press(desk, "agree_recording")
    await desk.settle()
    assert desk.server.calls.said == [True]
    assert question(desk) is None, "one is not asked twice, though others have not answered"
    assert mark(desk) == ""
    await hint(desk, RUNNING)
    assert mark(desk)
    assert "تُسجَّل المقابلة من الآن" in notes(desk)
    assert inside.done == []


async def test_a_no_is_sent_as_a_no(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    await hint(desk, ASKED)
    desk.server.calls.recording = seen(
        recording(RecordingState.DECLINED, RecordingEnd.COLLEAGUE), Say.DECLINED, yours=Say.DECLINED
    )
    press(desk, "decline_recording")
    await desk.settle()
    assert desk.server.calls.said == [False]
    assert "لا تُسجَّل" in notes(desk)
    assert inside.done == []


async def test_they_withdraw_while_it_runs_and_only_if_they_mean_it(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    await hint(desk, RUNNING)
    press(desk, "withdraw_recording")
    press(desk, "keep_recording")
    await desk.settle()
    assert desk.server.calls.said == []
    press(desk, "withdraw_recording")
    desk.server.calls.recording = seen(
        recording(RecordingState.DESTROYED, RecordingEnd.COLLEAGUE), Say.DECLINED, yours=Say.DECLINED
    )
    press(desk, "confirm_withdraw_recording")
    await desk.settle()
    assert desk.server.calls.said == [False]
    assert mark(desk) == ""
    assert not desk.has("withdraw_recording")
    assert inside.done == []


async def test_a_question_that_was_taken_back_goes_without_an_answer(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    await hint(desk, ASKED)
    await hint(desk, seen(recording(RecordingState.DECLINED, RecordingEnd.STOPPED)))
    assert question(desk) is None
    await hint(desk, ASKED)
    press(desk, "leave_talk")
    assert desk.server.calls.said == []
    assert inside.done == []


async def test_who_leaves_the_talk_leaves_its_question(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    await hint(desk, ASKED)
    desk.server.calls.ringing = []
    desk.client.calls.set(replace(desk.client.calls.value, joined=None, recording=None))
    assert question(desk) is None
    assert desk.server.calls.said == []
    assert inside.done == []


async def ringing(desk: Desk) -> None:
    """Somebody calls this desk into a talk that is recorded."""
    await called(desk)
    desk.server.calls.ringing = [RINGING.model_copy(update={"recording": TERMS})]


async def test_who_joins_a_recorded_talk_agrees_first(desk: Desk, inside: StillCall) -> None:
    await ringing(desk)
    desk.window.refresh()
    await desk.settle()
    desk.client.line = object()  # type: ignore[assignment]  # all that is asked of it
    press(desk, "accept_call")
    asked = question(desk)
    assert asked is not None
    assert TERMS.text.ar in asked.accessibleDescription()
    press(desk, "do_not_join")
    await desk.settle()
    assert (desk.server.calls.answers, desk.has("incoming_call")) == ([], True), "it rings on"
    press(desk, "accept_call")
    press(desk, "agree_and_join")
    await desk.settle()
    desk.client.line = None
    assert desk.server.calls.agreed_to == [TERMS.text_version]
    assert desk.window.page_name == "called"
    assert inside.done == []


async def test_a_recording_that_began_while_it_rang_is_asked_about_before_they_are_in(
    desk: Desk, inside: StillCall
) -> None:
    await ringing(desk)
    desk.client.line = object()  # type: ignore[assignment]  # the same
    press(desk, "accept_call")
    await desk.settle()
    assert desk.window.page_name == "today"
    press(desk, "agree_and_join")
    await desk.settle()
    desk.client.line = None
    assert desk.server.calls.agreed_to == [TERMS.text_version]
    assert desk.window.page_name == "called"
    assert inside.done == []


async def test_the_official_sees_who_is_waited_for(desk: Desk) -> None:
    await in_talk(desk)
    await show(desk, seen(None))
    desk.client.calls.set(replace(desk.client.calls.value, called=(seat(HEAD, Call.ACCEPTED),)))
    QTest.keyClick(desk.window, Qt.Key.Key_R)
    asked = question(desk)
    assert asked is not None
    assert "جميع من في المقابلة" in asked.accessibleDescription()
    press(desk, "do_not_record")
    await desk.settle()
    await show(desk, seen(recording(RecordingState.ASKED), Say.ASKED))
    assert "المراجع" in desk.find("record").toolTip()
    assert "البحري" in desk.find("record").toolTip()
    assert "البحري" in notes(desk)
    await show(desk, seen(recording(RecordingState.ASKED), Say.ASKED, yours=Say.AGREED))
    assert "المراجع" not in desk.find("record").toolTip()


async def test_the_official_reads_who_does_not_agree_and_asks_in_vain_until_they_left(desk: Desk) -> None:
    await in_talk(desk)
    await show(desk, RUNNING)
    await show(desk, seen(recording(RecordingState.DESTROYED, RecordingEnd.COLLEAGUE), Say.DECLINED))
    assert "لا يوافق" in notes(desk)
    QTest.keyClick(desk.window, Qt.Key.Key_R)
    assert question(desk) is None
    assert "البحري" in notes(desk)
    await show(desk, seen(recording(RecordingState.DESTROYED, RecordingEnd.COLLEAGUE)))
    QTest.keyClick(desk.window, Qt.Key.Key_R)
    assert desk.has("confirm_record")
    press(desk, "do_not_record")


@pytest.mark.parametrize("field", ["colleague"])
async def test_a_no_that_came_meanwhile_is_said(desk: Desk, field: str) -> None:
    await in_talk(desk)
    await show(desk, seen(None))
    desk.server.refusals["/recording"] = Refusal(RefusalCode.CONSENT_REQUIRED, field=field)
    QTest.keyClick(desk.window, Qt.Key.Key_R)
    press(desk, "confirm_record")
    await desk.settle()
    assert "لا يوافق" in notes(desk)


async def test_somebody_can_be_called_into_a_recorded_talk(desk: Desk) -> None:
    await in_talk(desk)
    await show(desk, RUNNING)
    QTest.keyClick(desk.window, Qt.Key.Key_P)
    await desk.settle()
    assert question(desk) is not None
    QTest.keyClick(desk.window, Qt.Key.Key_Escape)
