"""Reaching a visitor by what is written to them, and by phone where the line failed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desk_client.client.actions import reach
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.notes import NoteKind, Prepared
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.widgets.label import Label
from tests.fakes.desk_gateway import MOBILE
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_talk_and_outcome import in_talk, press


def said(desk: Desk, name: str) -> str:
    label = desk.find(name)
    assert isinstance(label, Label)
    return label.said


def field(desk: Desk, name: str) -> QLineEdit:
    found = desk.find(name)
    assert isinstance(found, QLineEdit)
    return found


async def waiting(desk: Desk) -> None:
    await desk.sign_in()
    desk.server.change("a2", AppointmentState.WAITING)
    desk.window.refresh()
    await desk.settle()
    press(desk, "agenda_item_a2")
    await desk.settle()


async def test_who_waits_is_told_by_one_press_or_in_ones_own_words(desk: Desk) -> None:
    await waiting(desk)
    press(desk, "note_ten_minutes")
    await desk.settle()
    assert desk.has("note_said")
    field(desk, "note_text").setText("  تأخرت الجلسة السابقة ")
    QTest.keyClick(field(desk, "note_text"), Qt.Key.Key_Return)
    await desk.settle()
    assert [(note.kind, note.prepared, note.text) for note in desk.server.notes] == [
        (NoteKind.WAITING, Prepared.TEN_MINUTES, ""),
        (NoteKind.WAITING, None, "تأخرت الجلسة السابقة"),
    ]
    assert field(desk, "note_text").text() == ""


async def test_words_that_did_not_arrive_stay_to_be_sent_again(desk: Desk) -> None:
    await waiting(desk)
    desk.server.refusals["/notes"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    field(desk, "note_text").setText("دقيقتان")
    press(desk, "note_send")
    await desk.settle()
    assert not desk.has("note_said")
    assert field(desk, "note_text").text() == "دقيقتان"
    desk.server.refusals.clear()
    press(desk, "try_again")
    await desk.settle()
    assert desk.server.notes[-1].text == "دقيقتان"
    assert field(desk, "note_text").text() == ""


async def test_nobody_is_written_to_who_is_not_there(desk: Desk) -> None:
    await desk.sign_in()
    press(desk, "agenda_item_a1")
    await desk.settle()
    assert not desk.has("note_box")


async def test_what_is_typed_in_the_talk_is_sent_by_keys_alone(desk: Desk) -> None:
    call = await in_talk(desk)
    assert not desk.has("caption_text")
    QTest.keyClick(desk.window, Qt.Key.Key_T)
    line = field(desk, "caption_text")
    assert line.hasFocus()
    QTest.keyClicks(line, "vbm")
    assert line.text() == "vbm", "letters are no shortcuts while one writes"
    assert call.done == []
    line.setText("قرأتُ طلبكم")
    QTest.keyClick(line, Qt.Key.Key_Return)
    await desk.settle()
    assert [(note.kind, note.text) for note in desk.server.notes] == [(NoteKind.CAPTION, "قرأتُ طلبكم")]
    assert line.text() == ""


async def test_the_number_is_shown_on_request_and_a_call_that_was_made_leaves_the_talk_to_be_ended(desk: Desk) -> None:
    await in_talk(desk)
    assert not desk.has("call_back")
    desk.server.owe_call()
    await reach.read_call_back(desk.client)
    assert desk.has("call_back")
    assert MOBILE not in said(desk, "call_back_text")
    press(desk, "show_number")
    await desk.settle()
    assert MOBILE in said(desk, "call_back_text")
    assert not desk.has("show_number")
    press(desk, "called_back")
    await desk.settle()
    assert desk.window.page_name == "call"
    assert MOBILE not in said(desk, "call_back_text"), "it is not needed any more"
    assert not desk.has("called_back")


async def test_who_was_not_reached_is_booked_again_and_the_day_goes_on(desk: Desk) -> None:
    call = await in_talk(desk)
    desk.server.owe_call()
    await reach.read_call_back(desk.client)
    press(desk, "not_reached")
    await desk.settle()
    assert desk.window.page_name == "today"
    assert call.done == ["close"]
    assert desk.client.day.value.call_back is None
