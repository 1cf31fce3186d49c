"""Recording at the desk: the button, what is said of it, the office's page, and playing by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_client.client.recording_states import RecordingEnd, RecordingRule, Recordings, RecordingState, TalkRecording
from desk_client.ui.call.notices import Notice
from desk_client.ui.desk.recordings.page import RecordingsPage
from tests.gallery.recording_sheets import kept, played, recording, seen
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_talk_and_outcome import in_talk


async def show(desk: Desk, said: TalkRecording) -> None:
    desk.client.recordings.seen.set(said)
    await desk.settle()


def notices(desk: Desk) -> str:
    return " ".join(each.text for each in desk.window.findChildren(Notice) if each.isVisible())


def mark(desk: Desk) -> str:
    return desk.window.call.view.header.recording.text


async def test_where_the_office_does_not_record_there_is_no_button(desk: Desk) -> None:
    await in_talk(desk)
    assert not desk.has("record")
    await show(desk, seen(None, allowed=False))
    assert not desk.has("record")
    QTest.keyClick(desk.window, Qt.Key.Key_R)
    assert not desk.has("confirm_record")


async def test_the_visitor_is_asked_only_once_the_official_means_it(desk: Desk) -> None:
    await in_talk(desk)
    await show(desk, seen(None))
    QTest.keyClick(desk.window, Qt.Key.Key_R)
    assert desk.has("confirm_record")
    QTest.keyClick(desk.find("do_not_record"), Qt.Key.Key_Escape)
    await desk.settle()
    asked = [path for method, path in desk.server.asked if method == "POST" and path.endswith("/recording")]
    assert asked == []
    QTest.keyClick(desk.window, Qt.Key.Key_R)
    QTest.mouseClick(desk.find("confirm_record"), Qt.MouseButton.LeftButton)
    await desk.settle()
    asked = [path for method, path in desk.server.asked if method == "POST" and path.endswith("/recording")]
    assert len(asked) == 1


async def test_it_is_marked_for_as_long_as_it_runs_and_its_end_is_said(desk: Desk) -> None:
    await in_talk(desk)
    await show(desk, seen(recording(RecordingState.ASKED)))
    assert mark(desk) == ""
    assert notices(desk)
    await show(desk, seen(recording(RecordingState.RUNNING)))
    running = mark(desk)
    assert running
    await show(desk, seen(recording(RecordingState.PAUSED)))
    assert mark(desk) not in {"", running}
    await show(desk, seen(recording(RecordingState.ENDED, RecordingEnd.DISK_FULL)))
    assert mark(desk) == ""
    assert "مساحة" in notices(desk)


async def test_a_question_is_taken_back_by_the_same_button_and_that_is_said(desk: Desk) -> None:
    await in_talk(desk)
    await show(desk, seen(None))
    assert desk.find("record").accessibleName() == "تسجيل"
    await show(desk, seen(recording(RecordingState.ASKED)))
    assert desk.find("record").accessibleName() == "سحب الطلب"
    QTest.keyClick(desk.window, Qt.Key.Key_R)
    await desk.settle()
    said = [path for method, path in desk.server.asked if method == "PUT" and path.endswith("/state")]
    assert said == ["/v1/recordings/rec_1/state"]
    await show(desk, seen(recording(RecordingState.DECLINED, RecordingEnd.STOPPED)))
    assert "سُحب طلب التسجيل ولم يُسجَّل شيء" in notices(desk)


async def test_why_it_cannot_be_is_said_and_nobody_is_asked(desk: Desk) -> None:
    await in_talk(desk)
    await show(desk, seen(None, refused=True))
    QTest.keyClick(desk.window, Qt.Key.Key_R)
    assert not desk.has("confirm_record")
    assert "لا يمكن تسجيل هذه المقابلة" in notices(desk)


async def opened(desk: Desk) -> RecordingsPage:
    await desk.sign_in()
    QTest.mouseClick(desk.find("turn_recordings"), Qt.MouseButton.LeftButton)
    await desk.settle()
    assert desk.window.page_name == "recordings"
    page = desk.window.recordings
    page._show_rule(RecordingRule(allowed=True, kept_days=None, most_days=90))
    page._show_kept(kept())
    return page


async def test_only_what_the_server_has_is_opened_and_each_opening_is_asked_for(desk: Desk) -> None:
    page = await opened(desk)
    for row in page._rows[:2]:
        row.click()
        await desk.settle()
    plays = [path for method, path in desk.server.asked if method == "POST" and path.endswith("/plays")]
    assert plays == ["/v1/recordings/rec_1/plays"]
    assert page.notice.isVisible(), "what could not be opened is said"


async def test_it_is_played_by_keys_with_who_looks_across_it(desk: Desk) -> None:
    page = await opened(desk)
    talk = played()
    did: list[object] = []
    talk.switch = lambda: did.append("switch")  # type: ignore[method-assign]  # a stand-in
    talk.seek = did.append  # type: ignore[method-assign, assignment]  # as above
    page._place.setCurrentWidget(page.pane)
    page.pane.open(talk, may_remove=True)
    assert "أمير منطقة جازان" in page.pane.watermark.text
    assert "٢٠٢٦" in page.pane.watermark.text
    pane = page.pane
    pane.switch.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(pane.switch, key)
    pane.bar.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp):
        QTest.keyClick(pane.bar, key)
    assert did == ["switch", 211.0, 231.0, 0.0, 754.0, 281.0]
    assert "٣:٤١" in pane.bar.accessibleName()
    talk.place.set((222.0, True))
    assert pane.switch.text() == "إيقاف مؤقت"
    talk.failed.set(True)
    assert desk.has("playing_trouble")
    page.pane.close_talk()
    assert page.pane.watermark.text == ""


async def test_deleting_is_asked_about_first(desk: Desk) -> None:
    page = await opened(desk)
    page._opened = "rec_1"
    page._place.setCurrentWidget(page.pane)
    page.pane.open(played(), may_remove=True)
    page._ask_to_remove()
    QTest.mouseClick(desk.find("leave_it"), Qt.MouseButton.LeftButton)
    await desk.settle()
    assert not [path for method, path in desk.server.asked if method == "DELETE"]
    page._ask_to_remove()
    page.pane.close_talk()
    QTest.mouseClick(desk.find("confirm_remove"), Qt.MouseButton.LeftButton)
    await desk.settle()
    assert ("DELETE", "/v1/recordings/rec_1") in desk.server.asked


@pytest.mark.parametrize("allowed", [True, False])
async def test_the_office_is_switched_on_only_after_a_question(desk: Desk, allowed: bool) -> None:
    page = await opened(desk)
    page._show_rule(RecordingRule(allowed=allowed, kept_days=7, most_days=90))
    assert ("٧" in page._rule_text.text()) is allowed
    QTest.mouseClick(desk.find("switch_recording"), Qt.MouseButton.LeftButton)
    assert desk.has("confirm_allow") is not allowed
    page._show_kept(Recordings(recordings=()))
    assert page._rows == []
