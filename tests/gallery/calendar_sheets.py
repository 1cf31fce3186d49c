"""The desk's calendar in its states, without a server."""

from typing import Final

from PySide6.QtWidgets import QWidget

from desk_client.client.day import DeskPage
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Gateway
from desk_client.client.office_calendar import CalendarView, Span
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.desk.calendar.choosing import Chosen
from desk_client.ui.desk.calendar.page import CalendarPage
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.theme.appearance import Appearance
from tests.gallery.desk_calendar import SUNDAY, at, audiences, slot, view
from tests.gallery.desk_day import day
from tests.gallery.desk_screens import Frame, conference
from tests.gallery.still_bridge import StillBridge


def week(look: Appearance) -> Frame:
    """A week with audiences, a block, a stand-in and a holiday; one audience is chosen."""
    frame = _frame(look, view())
    page = _page(frame)
    page.week.choose(next(each for each in audiences() if each.id == "a4"))
    return frame


def week_empty(look: Appearance) -> QWidget:
    """Nobody comes in this week."""
    return _frame(look, view(is_empty=True))


def week_moving(look: Appearance) -> QWidget:
    """Where may it go?"""
    return _frame(look, view(moving="a4"))


def week_move_asked(look: Appearance) -> QWidget:
    """The question before somebody is moved."""
    frame = _frame(look, view(moving="a4"))
    page = _page(frame)
    page.week.landed.emit(slot(at(2, 10, 20)))
    return frame


def week_block_asked(look: Appearance) -> QWidget:
    """Time is drawn, and its reason asked."""
    frame = _frame(look, view())
    page = _page(frame)
    chosen = Chosen(at(3, 13), at(3, 14, 30))
    page.week.choose(chosen)
    page.asking.block(chosen)
    return frame


def month(look: Appearance) -> QWidget:
    """Five weeks."""
    frame = _frame(look, view(35))
    _page(frame).switch.click()
    return frame


def failed(look: Appearance) -> QWidget:
    """The server is away before anything was read."""
    return _frame(look, CalendarView(span=Span(SUNDAY, 7), trouble=Refusal(RefusalCode.SERVER_UNAVAILABLE)))


def loading(look: Appearance) -> QWidget:
    """Being read."""
    return _frame(look, CalendarView(span=Span(SUNDAY, 7)))


def others(look: Appearance) -> QWidget:
    """Reading and feeding other calendars."""
    frame = _frame(look, view())
    _page(frame).asking.share()
    return frame


def _page(frame: Frame) -> CalendarPage:
    return frame.desk.calendar


def _frame(look: Appearance, shown: CalendarView) -> Frame:
    client = DeskClient(Gateway("http://127.0.0.1:9"), conference)
    window = DeskWindow(look, client, StillBridge(), chime=lambda: None)
    window.calendar._day = SUNDAY
    client.calendar.set(shown)
    client.day.set(day(DeskPage.CALENDAR))
    return Frame(window)


SHEETS: Final = (
    ("week", week),
    ("week-empty", week_empty),
    ("week-moving", week_moving),
    ("week-move-asked", week_move_asked),
    ("week-block-asked", week_block_asked),
    ("month", month),
    ("others", others),
    ("loading", loading),
    ("failed", failed),
)
