"""The calendar: dragged and walked, each step asked about, nothing moved or blocked by a slip."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desk_client.client.day import DeskPage
from desk_client.client.office_calendar import CalendarAudience
from desk_client.domain.access import Role
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import Decision, DecisionCode
from desk_client.domain.delegation import DelegateRight
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import without_marks
from desk_client.i18n.dates import full_date
from desk_client.i18n.language import Language
from desk_client.protocol.appointments import Outcome
from desk_client.ui.desk.calendar.choosing import Chosen
from desk_client.ui.desk.calendar.page import CalendarPage
from desk_client.ui.moments import wall_span
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.button import Button
from desk_client.ui.widgets.dialog import Dialog
from tests.fakes.office_calendar import FREE
from tests.gallery import desk_day
from tests.gallery.desk_calendar import SUNDAY, at, slot
from tests.gallery.narrowed_sheets import left
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_today import reads


async def opened(desk: Desk) -> CalendarPage:
    """The calendar, at the week of the samples."""
    await desk.sign_in()
    desk.window.header.turn.click()
    await desk.settle()
    page = desk.window.calendar
    page.go_to(SUNDAY)
    await desk.settle()
    return page


def press(desk: Desk, name: str) -> None:
    button = desk.find(name)
    assert isinstance(button, Button)
    button.click()


def audience(page: CalendarPage, key: str) -> CalendarAudience:
    shown = page._office.client.calendar.value.shown
    assert shown is not None
    return next(each for each in shown.audiences if each.id == key)


def key(page: CalendarPage, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for each in keys:
        QTest.keyClick(page.week, each, modifier)


async def test_an_audience_is_dragged_asked_about_moved_and_moved_back(desk: Desk) -> None:
    page = await opened(desk)
    week, server = page.week, desk.server.calendar
    before = audience(page, "a4")
    start, target = week.place_of(before).center(), week.slot_place(slot(FREE[1])).center()
    QTest.mousePress(week, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(week, start + QPoint(0, 40))
    await desk.settle()
    QTest.mouseMove(week, target)
    QTest.mouseRelease(week, Qt.MouseButton.LeftButton, pos=target)
    await desk.settle()
    assert server.moves == [], "nothing is moved before the question is answered"
    assert desk.find("calendar_confirm").isVisible()
    press(desk, "calendar_confirm")
    await desk.settle()
    assert server.moves == [("a4", FREE[1])]
    assert audience(page, "a4").slot.starts_at == FREE[1]
    assert before.citizen_name in page.notice.text
    page.notice.action.click()
    await desk.settle()
    assert server.moves[1:] == [("a4", before.slot.starts_at)]


async def test_an_audience_is_cancelled_by_a_yes_that_says_that_there_is_no_way_back(desk: Desk) -> None:
    page = await opened(desk)
    name = audience(page, "a4").citizen_name
    page.week.choose(audience(page, "a4"))
    press(desk, "cancel_audience")
    press(desk, "calendar_cancel")
    await desk.settle()
    assert ("POST", "/v1/appointments/a4/cancellation") not in desk.server.asked
    press(desk, "cancel_audience")
    said = next(each for each in desk.window.findChildren(Dialog) if each.isVisible())
    assert name in without_marks(said.accessibleDescription())
    assert "لا يمكن التراجع" in said.accessibleDescription()
    press(desk, "calendar_confirm")
    await desk.settle()
    assert ("POST", "/v1/appointments/a4/cancellation") in desk.server.asked
    assert "a4" not in {each.id for each in desk.server.calendar.audiences}
    assert name in without_marks(page.notice.text)


async def test_who_has_come_or_may_not_be_cancelled_is_not_offered_to_be(desk: Desk) -> None:
    page = await opened(desk)
    page.week.choose(audience(page, "a2"))
    assert not desk.has("cancel_audience"), "they wait"
    desk.client.day.set(left(desk_day.day(DeskPage.CALENDAR), DelegateRight.RECEIVE))
    await desk.settle()
    page.week.choose(audience(page, "a4"))
    assert not desk.has("cancel_audience")
    desk.client.day.set(left(desk_day.day(DeskPage.CALENDAR), DelegateRight.MANAGE_BOOKINGS))
    await desk.settle()
    page.week.choose(None)
    page.week.choose(audience(page, "a4"))
    assert desk.has("cancel_audience")


async def test_yesterdays_outcome_is_opened_from_the_calendar_and_amended(desk: Desk) -> None:
    """A day on, when the agenda has it no longer."""
    now = datetime.now(UTC)
    desk.server.change("a0", AppointmentState.OUTCOME_RECORDED)
    decision = Decision(DecisionCode.DIRECTED, "يُراجع الطلب", "إدارة الأراضي")
    desk.server.outcome = Outcome(
        decision=decision, recorded_at=now - timedelta(days=1), confirmed_at=None, undo_until=now - timedelta(days=1)
    )
    desk.server.a_day_passes()
    page = await opened(desk)
    assert desk.client.day.value.item("a0") is None
    page.week.choose(audience(page, "a0"))
    page.week.setFocus(Qt.FocusReason.TabFocusReason)
    assert desk.find("open_audience").isVisible()
    key(page, Qt.Key.Key_Return)
    await desk.settle()
    assert desk.find("page_today").isVisible()
    amend = desk.find("amend_outcome")
    assert amend.hasFocus(), "the keys go on where it was opened"
    yesterday = full_date(wall_span(desk.server.items["a0"].slot).day, Language.ARABIC)
    assert yesterday in dict(desk.window.today.brief._facts.rows)["الوقت"]
    QTest.keyClick(amend, Qt.Key.Key_Space)
    desk.window.today.brief.outcome.text.set_text("تمت الإحالة")
    desk.window.today.brief.outcome.reason.setText("ورد الرقم")
    press(desk, "send_amendment")
    await desk.settle()
    assert [each.text for each in desk.server.outcome.amendments] == ["تمت الإحالة"]


async def test_a_brief_opens_on_a_day_without_audiences(desk: Desk) -> None:
    desk.server.off_the_list = set(desk.server.items)
    page = await opened(desk)
    page.week.choose(audience(page, "a6"))
    press(desk, "open_audience")
    await desk.settle()
    assert desk.find("brief_name").isVisible()
    assert desk.find("empty_day").isVisible()


async def test_who_may_read_no_brief_is_offered_none(desk: Desk) -> None:
    page = await opened(desk)
    session = desk_day.session()
    rights = (DelegateRight.SEE_CALENDAR, DelegateRight.MANAGE_BOOKINGS)
    person = session.person.model_copy(update={"role": Role.DELEGATE, "rights": rights})
    desk.client.day.set(replace(desk.client.day.value, session=session.model_copy(update={"person": person})))
    page.week.choose(audience(page, "a6"))
    assert not desk.has("open_audience")
    key(page, Qt.Key.Key_Return)
    await desk.settle()
    assert desk.find("leave_move").isVisible(), "Enter does what is left"


async def test_everything_is_done_by_keys(desk: Desk) -> None:
    page = await opened(desk)
    page.week.choose(audience(page, "a6"))
    page.week.setFocus(Qt.FocusReason.TabFocusReason)
    key(page, Qt.Key.Key_M)
    await desk.settle()
    assert desk.find("leave_move").isVisible()
    key(page, Qt.Key.Key_Escape)
    assert not desk.has("leave_move")
    key(page, Qt.Key.Key_M)
    await desk.settle()
    assert page.week._target == slot(FREE[2]), "the nearest free time is offered first"
    key(page, Qt.Key.Key_Up)
    assert page.week._target == slot(FREE[1])
    key(page, Qt.Key.Key_Return)
    QTest.keyClick(desk.find("calendar_confirm"), Qt.Key.Key_Space)
    await desk.settle()
    assert desk.server.calendar.moves == [("a6", FREE[1])]


async def test_time_is_drawn_by_keys_and_blocked_with_its_reason(desk: Desk) -> None:
    page = await opened(desk)
    empty = Chosen(at(4, 13), at(4, 13, 30))
    page.week._cursor = empty.starts_at
    page.week.choose(empty)
    shift = Qt.KeyboardModifier.ShiftModifier
    key(page, Qt.Key.Key_Down, Qt.Key.Key_Down, modifier=shift)
    key(page, Qt.Key.Key_Return)
    reason = desk.find("block_reason")
    assert isinstance(reason, QLineEdit)
    reason.setText("مجلس")
    press(desk, "calendar_confirm")
    await desk.settle()
    (asked,) = desk.server.calendar.blocks
    assert (asked.starts_at, asked.ends_at, asked.reason) == (at(4, 13), at(4, 14), "مجلس")
    page.week.choose(next(each for each in desk.server.calendar.busy if each.reason == "مجلس"))
    press(desk, "unblock")
    press(desk, "calendar_confirm")
    await desk.settle()
    assert all(each.reason != "مجلس" for each in desk.server.calendar.busy)


async def test_a_block_over_audiences_offers_to_move_the_first(desk: Desk) -> None:
    page = await opened(desk)
    week = page.week
    shape = week.shape
    assert shape is not None
    day = shape.column(3).center().x()
    first, last = (QPoint(day, shape.y_of(minutes)) for minutes in (10 * 60 + 1, 11 * 60 + 20))
    QTest.mousePress(week, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(week, last)
    QTest.mouseRelease(week, Qt.MouseButton.LeftButton, pos=last)
    press(desk, "calendar_confirm")
    await desk.settle()
    (asked,) = desk.server.calendar.blocks
    assert (asked.starts_at, asked.ends_at) == (at(3, 10), at(3, 11, 30))
    assert len(desk.server.calendar.busy) == 2, "nothing was blocked"
    press(desk, "calendar_confirm")
    await desk.settle()
    landing = desk.client.calendar.value.landing
    assert landing is not None
    assert landing.audience.id == "a6"


async def test_a_refusal_is_said_and_a_server_that_is_away_leaves_the_week_standing(desk: Desk) -> None:
    page = await opened(desk)
    desk.server.refusals["/days"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    desk.client.hints.set(desk.client.hints.value + 1)
    await desk.settle()
    assert desk.find("week_grid").isVisible(), "what was read stays"
    page.go_to(SUNDAY + timedelta(days=7))
    await desk.settle()
    assert desk.find("calendar_failed").isVisible()
    del desk.server.refusals["/days"]
    press(desk, "calendar_again")
    await desk.settle()
    assert desk.find("week_grid").isVisible()


async def test_a_change_elsewhere_shows_by_itself(desk: Desk) -> None:
    page = await opened(desk)
    desk.server.calendar._move("a4", FREE[0])
    desk.client.hints.set(desk.client.hints.value + 1)
    await desk.settle()
    assert audience(page, "a4").slot.starts_at == FREE[0]
    assert page.week.place_of(audience(page, "a4")).center().x() == page.week.shape.column(2).center().x()  # type: ignore[union-attr]  # it is shown


async def test_the_month_opens_the_week_of_a_day(desk: Desk) -> None:
    page = await opened(desk)
    press(desk, "switch_sheet")
    await desk.settle()
    sheet = page.month
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.day_place(15).center())
    await desk.settle()
    span = desk.client.calendar.value.span
    assert span is not None
    assert (span.first, span.count) == (SUNDAY + timedelta(days=14), 7)


async def test_in_the_month_an_audience_is_taken_up_by_keys_and_put_down_in_another_week(desk: Desk) -> None:
    page = await opened(desk)
    press(desk, "switch_sheet")
    await desk.settle()
    sheet = page.month
    sheet.setFocus(Qt.FocusReason.TabFocusReason)
    sheet._cursor = 2
    QTest.keyClick(sheet, Qt.Key.Key_M)
    await desk.settle()
    landing = desk.client.calendar.value.landing
    assert landing is not None
    assert landing.audience.id == "a5"
    assert audience(page, "a5").citizen_name in without_marks(reads(desk))
    assert not desk.has("another_of_day"), "nobody else comes on that day"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not desk.has("leave_move")
    QTest.keyClick(sheet, Qt.Key.Key_M)
    await desk.settle()
    assert "وقتان متاحان" in sheet.accessibleName(), "what is free on a day is said"
    QTest.keyClick(sheet, Qt.Key.Key_Down)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    await desk.settle()
    assert desk.find("week_grid").isVisible()
    landing, span = desk.client.calendar.value.landing, desk.client.calendar.value.span
    assert landing is not None, "the move is still under way"
    assert landing.audience.id == "a5"
    assert landing.slots
    assert span is not None
    assert span.first == SUNDAY + timedelta(days=7)


async def test_in_the_month_a_day_is_dragged_and_another_of_it_taken_instead(desk: Desk) -> None:
    server = desk.server.calendar
    first = next(each for each in server.audiences if each.id == "a5")
    later = first.model_copy(update={"id": "b5", "slot": slot(first.slot.starts_at + timedelta(hours=1))})
    server.audiences.append(later)
    page = await opened(desk)
    press(desk, "switch_sheet")
    await desk.settle()
    sheet = page.month
    start, target = sheet.day_place(2).center(), sheet.day_place(3).center()
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(sheet, start + QPoint(40, 0))
    await desk.settle()
    press(desk, "another_of_day")
    await desk.settle()
    landing = desk.client.calendar.value.landing
    assert landing is not None
    assert landing.audience.id == "b5"
    QTest.mouseMove(sheet, target)
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=target)
    await desk.settle()
    assert desk.find("week_grid").isVisible()
    assert desk.find("leave_move").isVisible()


async def test_the_days_begin_where_the_language_does(desk: Desk, look: Appearance) -> None:
    page = await opened(desk)
    sunday = page.week.place_of(audience(page, "a0"))
    assert sunday.center().x() > page.week.width() / 2
    look.set_language(Language.ENGLISH)
    QApplication.processEvents()
    assert page.week.place_of(audience(page, "a0")).center().x() < page.week.width() / 2


async def test_a_file_that_is_gone_or_too_large_is_told_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    page = await opened(desk)
    page.asking.take_in(tmp_path / "gone.ics")
    await desk.settle()
    assert "يتعذر فتح هذا الملف" in page.notice.text
    large = tmp_path / "large.ics"
    with large.open("wb") as file:
        file.truncate(2**40)  # read whole it would fill any memory
    page.asking.take_in(large)
    await desk.settle()
    assert "هذا التقويم كبير جدًا" in page.notice.text
    assert desk.server.calendar.files == []


async def test_a_file_is_read_and_an_address_is_made_once(desk: Desk, tmp_path: Path) -> None:
    page = await opened(desk)
    file = tmp_path / "busy.ics"
    file.write_text("BEGIN:VCALENDAR", "utf-8-sig")
    page.asking.take_in(file)
    await desk.settle()
    assert desk.server.calendar.files == ["BEGIN:VCALENDAR"]
    assert "٣" in page.notice.text
    desk.server.refusals["/busy-times"] = Refusal(RefusalCode.ATTACHMENT_DAMAGED)
    file.write_text("nothing")
    page.asking.take_in(file)
    await desk.settle()
    assert "ics" in page.notice.text
    press(desk, "other_calendars")
    await desk.settle()
    assert not desk.has("feed_address")
    press(desk, "feed_plain")
    await desk.settle()
    address = desk.find("feed_address")
    assert isinstance(address, QLineEdit)
    assert address.text().endswith("/v1/calendar-feeds/secret.ics")
    assert QApplication.clipboard().text() == address.text()


async def test_only_what_is_seen_is_painted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A frame of a crowded week costs what is seen of it, not what it holds."""
    server = desk.server.calendar
    one = server.audiences[4]
    server.audiences = [
        one.model_copy(update={"id": f"x{n}", "slot": slot(at(n % 5, 8) + timedelta(minutes=5 * (n // 5)))})
        for n in range(500)
    ]
    page = await opened(desk)
    painted: list[str] = []

    def counted(painter: QPainter, place: QRect, text: str, *given: object) -> None:
        del painter, place, given
        painted.append(text)

    monkeypatch.setattr("desk_client.ui.desk.calendar.week_paint.paint_line", counted)
    page.week.repaint(0, 0, page.week.width(), 40)
    few = len(painted)
    painted.clear()
    page.week.repaint()
    assert few < len(painted) / 4
