from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import TextSize
from desk_client.ui.widgets.day_cell import DayCell
from desk_client.ui.widgets.month_days import Openness, Weeks
from desk_client.ui.widgets.month_grid import MonthGrid
from desk_client.ui.widgets.scroll_edge import ScrollEdge
from desk_client.ui.widgets.slot_grid import SlotGrid, SlotTime
from desk_client.ui.widgets.slot_scroll import SlotScroll
from tests.gui.conftest import Show
from tests.gui.widgets.touch import finger, tap

SUNDAY = date(2026, 3, 15)


def calendar(look: Appearance, last: date = SUNDAY + timedelta(days=60)) -> MonthGrid:
    grid = MonthGrid(look, SUNDAY, last)
    grid.set_days(
        {SUNDAY: Openness.MANY, SUNDAY + timedelta(days=1): Openness.FULL, SUNDAY + timedelta(4): Openness.FEW}
    )
    return grid


def test_weeks_begin_on_sunday() -> None:
    assert Weeks.of(date(2026, 3, 21)).sunday == SUNDAY
    assert Weeks.of(SUNDAY).last == SUNDAY + timedelta(days=34)
    assert SUNDAY in Weeks.of(SUNDAY)
    assert SUNDAY not in Weeks.of(SUNDAY).moved(1)


def test_a_touched_open_day_is_chosen_and_a_full_one_is_not(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    device = finger()
    grid = calendar(look)
    shown(grid)
    with qtbot.waitSignal(grid.day_chosen) as chosen:
        tap(device, grid.days, grid.days.day_place(SUNDAY).center())
    assert chosen.args == [SUNDAY]
    with qtbot.assertNotEmitted(grid.day_chosen):
        tap(device, grid.days, grid.days.day_place(SUNDAY + timedelta(days=1)).center())
    assert grid.selected == SUNDAY


@pytest.mark.parametrize("language", Language)
def test_the_week_runs_in_the_direction_of_reading(look: Appearance, shown: Show, language: Language) -> None:
    look.set_language(language)
    grid = calendar(look)
    shown(grid)
    sunday, saturday = grid.days.day_place(SUNDAY), grid.days.day_place(SUNDAY + timedelta(days=6))
    assert (sunday.x() > saturday.x()) is language.is_right_to_left
    assert sunday.y() == saturday.y()
    assert min(sunday.width(), sunday.height()) >= 48


@pytest.mark.parametrize(
    ("language", "onward"), [(Language.ARABIC, Qt.Key.Key_Left), (Language.ENGLISH, Qt.Key.Key_Right)]
)
def test_a_day_is_chosen_by_keys(
    look: Appearance, qtbot: QtBot, shown: Show, language: Language, onward: Qt.Key
) -> None:
    look.set_language(language)
    grid = calendar(look)
    shown(grid)
    grid.days.setFocus()
    for _ in range(4):
        QTest.keyClick(grid.days, onward)
    with qtbot.waitSignal(grid.day_chosen) as chosen:
        QTest.keyClick(grid.days, Qt.Key.Key_Return)
    assert chosen.args == [SUNDAY + timedelta(days=4)]


def test_keys_turn_to_later_weeks_and_stop_at_the_ends(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    grid = calendar(look)
    shown(grid)
    grid.days.setFocus()
    QTest.keyClick(grid.days, Qt.Key.Key_Up)
    assert grid.weeks.sunday == SUNDAY
    with qtbot.waitSignal(grid.weeks_shown) as shown_weeks:
        QTest.keyClick(grid.days, Qt.Key.Key_PageDown)
    assert shown_weeks.args == [SUNDAY + timedelta(days=35), SUNDAY + timedelta(days=69)]
    QTest.keyClick(grid.days, Qt.Key.Key_PageDown)
    assert grid.weeks.sunday == SUNDAY + timedelta(days=35)
    assert not grid.next.isEnabled()
    QTest.mouseClick(grid.previous, Qt.MouseButton.LeftButton)
    assert grid.weeks.sunday == SUNDAY


def test_nothing_turns_where_all_can_be_seen(look: Appearance, shown: Show) -> None:
    grid = calendar(look, SUNDAY + timedelta(days=28))
    shown(grid)
    assert not grid.next.isVisible()
    grid.select(SUNDAY + timedelta(days=28))
    assert grid.selected == SUNDAY + timedelta(days=28)


def test_the_day_under_the_cursor_is_said_in_both_calendars(look: Appearance, shown: Show) -> None:
    grid = calendar(look)
    shown(grid)
    grid.select(SUNDAY)
    assert "رمضان" in grid.days.accessibleName()
    assert "مارس" in grid.days.accessibleName()


def test_a_selected_day_of_later_weeks_is_turned_to(look: Appearance, shown: Show) -> None:
    grid = calendar(look)
    shown(grid)
    grid.select(SUNDAY + timedelta(days=40))
    assert SUNDAY + timedelta(days=40) in grid.weeks


def slots() -> tuple[SlotTime, ...]:
    return (SlotTime("a", time(9)), SlotTime("b", time(9, 20), is_open=False), SlotTime("c", time(13)))


def test_a_time_is_chosen_and_a_taken_one_is_not(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    grid = SlotGrid(look)
    grid.set_slots(slots())
    shown(grid)
    first, taken, afternoon = grid.buttons
    with qtbot.waitSignal(grid.slot_chosen) as chosen:
        first.click()
    assert chosen.args == ["a"]
    with qtbot.waitSignal(grid.slot_chosen):
        afternoon.click()
    assert [button.isChecked() for button in grid.buttons] == [False, False, True]
    assert not taken.isEnabled()
    assert "غير متاح" in taken.accessibleName()


def test_a_time_taken_meanwhile_is_no_longer_chosen(look: Appearance, qtbot: QtBot) -> None:
    grid = SlotGrid(look)
    qtbot.addWidget(grid)
    grid.set_slots(slots())
    grid.select("a")
    grid.set_slots(slots())
    assert grid.chosen == "a"
    grid.set_slots((SlotTime("a", time(9), is_open=False),))
    assert grid.chosen is None


def test_touching_beside_every_day_chooses_nothing(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    grid = calendar(look)
    shown(grid)
    with qtbot.assertNotEmitted(grid.day_chosen):
        QTest.mouseClick(grid.days, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_what_is_seen_of_the_times_ends_where_a_row_ends(look: Appearance, qtbot: QtBot) -> None:
    slots = SlotGrid(look)
    slots.set_slots(tuple(SlotTime(number, time(8 + number // 3, number % 3 * 20)) for number in range(12)))
    scroll = SlotScroll(slots)
    qtbot.addWidget(scroll)
    scroll.resize(480, 230)
    with qtbot.waitExposed(scroll):
        scroll.show()
    ends = {button.mapTo(scroll.inner, QPoint(0, button.height())).y() for button in slots.buttons}
    assert scroll.viewport().height() in ends
    scroll.resize(480, 900)
    assert scroll.viewport().height() == 900


def test_times_that_do_not_fit_beside_each_other_go_on_below(look: Appearance, qtbot: QtBot) -> None:
    """Live, as a visitor turns language and size: in Urdu a time is wider, and nothing scrolls sideways."""
    slots = SlotGrid(look)
    slots.set_slots(tuple(SlotTime(number, time(8 + number // 3, number % 3 * 20)) for number in range(12)))
    scroll = SlotScroll(slots)
    qtbot.addWidget(scroll)
    scroll.resize(400, 600)
    with qtbot.waitExposed(scroll):
        scroll.show()

    def in_the_first_line() -> int:
        return sum(button.y() == slots.buttons[0].y() for button in slots.buttons)

    assert in_the_first_line() == 3
    look.set_look(replace(look.look, language=Language.URDU, text_size=TextSize.LARGEST))
    qtbot.waitUntil(lambda: in_the_first_line() == 2)
    assert scroll.inner.width() == scroll.viewport().width()
    assert all(button.width() >= button.sizeHint().width() for button in slots.buttons)


def test_what_scrolls_fades_only_while_there_is_more_below(look: Appearance, qtbot: QtBot) -> None:
    slots = SlotGrid(look)
    slots.set_slots(tuple(SlotTime(number, time(8 + number // 3, number % 3 * 20)) for number in range(12)))
    scroll = SlotScroll(slots)
    edge = ScrollEdge(look, scroll, lambda colours: colours.surface)
    qtbot.addWidget(scroll)
    scroll.resize(480, 230)
    with qtbot.waitExposed(scroll):
        scroll.show()
    assert edge.isVisible()
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    assert not edge.isVisible()


def toggle(widget: QWidget) -> None:
    """Turn it as a screen reader does, which presses nothing."""
    interface = QAccessible.queryAccessibleInterface(widget).actionInterface()
    assert interface is not None
    interface.doAction(next(name for name in interface.actionNames() if name in {"Toggle", "تبديل"}))


def cell(grid: MonthGrid, day: date) -> DayCell:
    return next(each for each in grid.days.findChildren(DayCell) if each.shown.date == day)


def test_a_day_is_a_button_that_says_what_is_free(look: Appearance, shown: Show) -> None:
    grid = MonthGrid(look, SUNDAY, SUNDAY + timedelta(days=60))
    grid.set_days({SUNDAY: Openness.MANY, SUNDAY + timedelta(days=1): Openness.FULL}, {SUNDAY: 4})
    shown(grid)
    day, full = cell(grid, SUNDAY), cell(grid, SUNDAY + timedelta(days=1))
    assert day.accessibleName().startswith("الأحد، ٢٦ رمضان ١٤٤٧ هـ")
    assert day.accessibleName().endswith("٤ أوقات متاحة")
    assert day.geometry() == grid.days.day_place(SUNDAY)
    assert (day.isEnabled(), full.isEnabled()) == (True, False)
    assert full.accessibleName().endswith("لا توجد أوقات متاحة")
    look.set_language(Language.ENGLISH)
    QApplication.processEvents()
    assert "free times: 4" in day.accessibleName()


def test_a_day_that_a_screen_reader_turns_is_chosen_and_stays_so(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    grid = calendar(look)
    shown(grid)
    grid.select(SUNDAY + timedelta(days=4))
    for _ in range(2):
        with qtbot.waitSignal(grid.day_chosen) as chosen:
            toggle(cell(grid, SUNDAY))
        assert chosen.args == [SUNDAY]
        assert [each.shown.date for each in grid.days.findChildren(DayCell) if each.isChecked()] == [SUNDAY]


def test_a_time_that_a_screen_reader_turns_is_chosen(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    grid = SlotGrid(look)
    grid.set_slots(slots())
    shown(grid)
    with qtbot.waitSignal(grid.slot_chosen) as chosen:
        toggle(grid.buttons[2])
    assert chosen.args == ["c"]
    with qtbot.assertNotEmitted(grid.slot_chosen):
        grid.select("a")
    assert [button.isChecked() for button in grid.buttons] == [True, False, False]
