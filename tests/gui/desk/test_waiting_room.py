"""The waiting room from the official's desk: a word to all, a break, another order, a rejection that helps."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.notes import Prepared
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.waiting_room import TurnReason
from desk_client.i18n.bidi import without_marks
from desk_client.ui.widgets.banner import Banner
from desk_client.ui.widgets.text_field import TextArea
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_talk_and_outcome import press
from tests.gui.desk.test_today import rows


def banner(desk: Desk, name: str) -> str:
    found = desk.find(name)
    assert isinstance(found, Banner)
    return found.text


async def pressed(desk: Desk, *names: str) -> None:
    for name in names:
        press(desk, name)
    await desk.settle()


async def test_everybody_who_waits_is_told_by_two_presses_or_in_ones_own_words(desk: Desk) -> None:
    await desk.sign_in()
    await pressed(desk, "word_to_all")
    assert not desk.find("waiting_confirm").isEnabled(), "nothing is said yet"
    await pressed(desk, "word_10", "waiting_confirm")
    assert "شاشتي منتظرَين" in banner(desk, "waiting_notice")
    await pressed(desk, "word_to_all", "word_5")
    own = desk.find("word_own")
    assert isinstance(own, QLineEdit)
    own.setText("")
    QTest.keyClicks(own, "vbm")
    QTest.keyClick(own, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await desk.settle()
    sent = [(note.prepared, note.minutes, note.text) for note in desk.server.notes]
    assert sent == [(Prepared.DELAYED, 10, ""), (None, None, "vbm")], "one's own words take the sentence's place"


async def test_a_word_that_did_not_arrive_is_sent_again_by_one_press(desk: Desk) -> None:
    await desk.sign_in()
    desk.server.refusals["/desk/notes"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    await pressed(desk, "word_to_all", "word_soon", "waiting_confirm")
    assert not desk.server.notes
    desk.server.refusals.clear()
    await pressed(desk, "waiting_again")
    assert [note.prepared for note in desk.server.notes] == [Prepared.SOON]


async def test_a_break_shows_at_every_desk_of_the_office_until_it_is_ended_at_any(desk: Desk) -> None:
    await desk.sign_in()
    await pressed(desk, "take_break", "break_15", "waiting_confirm")
    assert "استراحة حتى" in banner(desk, "on_break")
    assert not desk.has("take_break")
    desk.server.break_until = None  # the other desk has ended it
    desk.window.refresh()
    await desk.settle()
    assert not desk.has("on_break")
    await pressed(desk, "take_break", "break_5", "waiting_confirm")
    await pressed(desk, "end_break")
    assert not desk.has("on_break")
    assert desk.has("take_break")


async def test_a_break_that_was_not_taken_says_why_and_going_back_does_nothing(desk: Desk) -> None:
    await desk.sign_in()
    await pressed(desk, "take_break", "waiting_cancel")
    desk.server.refusals["/desk/break"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    await pressed(desk, "take_break", "break_5", "waiting_confirm")
    assert not desk.has("on_break")
    assert desk.find("waiting_notice").isVisible()
    assert isinstance(desk.find("waiting_again"), QWidget)


# --- another order --------------------------------------------------------------------------------------------------


async def opened(desk: Desk, appointment_id: str) -> None:
    await desk.sign_in()
    await pressed(desk, f"agenda_item_{appointment_id}")


async def test_who_is_next_is_skipped_by_one_press_and_comes_directly_after(desk: Desk) -> None:
    await opened(desk, "a2")
    assert not desk.has("ask_take_first"), "they are first already"
    await pressed(desk, "ask_skip")
    assert rows(desk)[:2] == ["a3", "a2"]
    assert not desk.has("ask_skip")
    assert desk.has("ask_take_first")


async def test_somebody_is_received_first_only_for_a_reason(desk: Desk) -> None:
    await opened(desk, "a3")
    await pressed(desk, "ask_take_first")
    assert not desk.find("step_confirm").isEnabled()
    await pressed(desk, "reason_unwell", "step_confirm")
    assert rows(desk)[:2] == ["a3", "a2"]
    assert [turn.reason for turn in desk.server.turns] == [TurnReason.UNWELL]


async def test_whom_another_desk_admitted_is_sent_back_from_here(desk: Desk) -> None:
    await opened(desk, "a2")
    desk.server.change("a2", AppointmentState.IN_SESSION)
    desk.window.refresh()
    await desk.settle()
    assert not desk.has("ask_decline")
    await pressed(desk, "ask_send_back_now")
    assert desk.server.items["a2"].state is AppointmentState.WAITING


# --- a rejection ----------------------------------------------------------------------------------------------------


def write(desk: Desk, name: str, text: str) -> None:
    field = desk.find(name)
    assert isinstance(field, TextArea)
    field.set_text(text)


async def test_a_rejection_names_unit_reason_and_next_step_and_what_did_not_arrive_stays(desk: Desk) -> None:
    await opened(desk, "a2")
    await pressed(desk, "ask_decline")
    write(desk, "decline_reason", "الطريق تابع لوزارة النقل")
    assert not desk.find("step_confirm").isEnabled(), "where they go next is not said"
    write(desk, "decline_next_step", "راجعوا فرع الوزارة في أبها")
    desk.server.refusals["/decline"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    await pressed(desk, "step_confirm")
    assert not desk.server.declined
    desk.server.refusals.clear()
    await pressed(desk, "try_again", "step_confirm")
    (asked,) = desk.server.declined
    assert (asked.unit, asked.reason) == ("مكتب أمير منطقة جازان", "الطريق تابع لوزارة النقل")
    assert asked.next_step == "راجعوا فرع الوزارة في أبها"
    assert not desk.has("ask_decline")


# --- too late -------------------------------------------------------------------------------------------------------


async def test_who_leaves_while_being_admitted_is_said_to_have_gone(desk: Desk) -> None:
    await opened(desk, "a2")
    desk.server.refusals["/admission"] = Refusal(RefusalCode.ILLEGAL_TRANSITION)
    name = desk.server.items.pop("a2").citizen_name
    await pressed(desk, "admit")
    assert without_marks(banner(desk, "notice")).startswith(f"{name} لم يعد في الانتظار")
    assert desk.window.page_name == "today"


async def test_whom_another_desk_admitted_a_moment_ago_is_talked_with_all_the_same(desk: Desk) -> None:
    await opened(desk, "a2")
    desk.server.refusals["/admission"] = Refusal(RefusalCode.ILLEGAL_TRANSITION)
    desk.server.change("a2", AppointmentState.IN_SESSION)
    await pressed(desk, "admit")
    assert not desk.has("notice")
    assert desk.client.day.value.brief is not None
    assert desk.client.day.value.brief.item.state is AppointmentState.IN_SESSION
