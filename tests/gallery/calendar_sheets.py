"""The desk's calendar in its states, without a server."""

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from desk_client.client.actions.deputies import Delegate, DutyDays, Roster, Texts
from desk_client.client.day import DeskPage
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Gateway
from desk_client.client.office_calendar import CalendarView, Span
from desk_client.client.office_hours import Calendar, CalendarAsk
from desk_client.domain.delegation import DelegateRight
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.desk.calendar.choosing import Chosen
from desk_client.ui.desk.calendar.deputy_box import DeputyBox
from desk_client.ui.desk.calendar.page import CalendarPage, Sheet
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.choice import Choice
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


def week_cancel_asked(look: Appearance) -> QWidget:
    """The question before somebody's audience is cancelled."""
    frame = week(look)
    _page(frame).bar.call_off.click()
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


def month_moving(look: Appearance) -> QWidget:
    """Somebody is being moved, over weeks."""
    frame = _frame(look, view(35, moving="a5"))
    _page(frame)._show_sheet(Sheet.MONTH)
    return frame


def keys(look: Appearance) -> QWidget:
    """What the calendar's keys do."""
    frame = _frame(look, view())
    frame.desk._keys.show()
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


def deputies(look: Appearance, place: int = 0) -> QWidget:
    """What the office's manager may do."""
    frame = _frame(look, view())
    _page(frame).acting.show()
    (box,) = frame.findChildren(DeputyBox)
    name = Texts(ar="نورة المثال", en="Noura Example")
    rights = (DelegateRight.SEE_CALENDAR, DelegateRight.MANAGE_BOOKINGS)
    box.show_delegates(
        (Delegate(staff_id="stf_n", name=name, rights=rights, first=None, last=date(2026, 4, 2), version=1),)
    )
    duty = DutyDays(stand_in_id="deputy", first=date(2026, 3, 22), last=date(2026, 3, 26))
    calendar = Calendar(
        office_id="emir",
        version=1,
        zone="Asia/Riyadh",
        calendar=CalendarAsk(weekly=(), services=(), duties=(duty,)),
        stranded_count=0,
        stranded=(),
    )
    box.show_roster(Roster(calendar, (("deputy", Texts(ar="مكتب وكيل الإمارة", en="Deputy Governor")),)))
    box.findChildren(Choice, f"deputies_{place}")[0].click()
    return frame


def deputies_days(look: Appearance) -> QWidget:
    """Who stands in on some days."""
    return deputies(look, 1)


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
    ("week-cancel-asked", week_cancel_asked),
    ("week-block-asked", week_block_asked),
    ("month", month),
    ("month-moving", month_moving),
    ("keys", keys),
    ("others", others),
    ("deputies", deputies),
    ("deputies-days", deputies_days),
    ("loading", loading),
    ("failed", failed),
)
