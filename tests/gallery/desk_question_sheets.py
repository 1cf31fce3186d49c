"""What is asked at the desk and in the hall before something is done that others feel; and a talk that was refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from desk_client.client.actions.deputies import Delegate, DutyDays, Left, Roster, Texts
from desk_client.client.day import DeskPage
from desk_client.client.inbox import StepDraft
from desk_client.client.office_hours import Calendar, CalendarAsk
from desk_client.client.recording_states import RecordingRule, Recordings
from desk_client.domain.call import Phase
from desk_client.domain.decision import DecisionCode
from desk_client.domain.delegation import DelegateRight
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import RequestStep
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.button import Button
from tests.gallery import (
    calendar_sheets,
    company_sheets,
    desk_help_sheets,
    desk_screens,
    guidance_sheets,
    hall_sheets,
    inbox_sheets,
    recording_sheets,
    settings_sheets,
)
from tests.gallery.desk_calendar import audiences, days
from tests.gallery.desk_day import day
from tests.gallery.desk_inbox import view as inbox_view

Build = Callable[[Appearance], QWidget]
_DUTY = DutyDays(stand_in_id="deputy", first=date(2026, 3, 22), last=date(2026, 3, 26))
_DEPUTY = (("deputy", Texts(ar="مكتب وكيل الإمارة", en="Deputy Governor")),)


# --- the calendar -----------------------------------------------------------------------------------------------------


def calendar_in_the_way(look: Appearance) -> QWidget:
    """Audiences lie in the time that was to be blocked."""
    frame = calendar_sheets.week(look)
    frame.desk.calendar.asking._tell_in_the_way(audiences()[3:5])
    return frame


def calendar_unblock(look: Appearance) -> QWidget:
    """Blocked time is to be offered again."""
    frame = calendar_sheets.week(look)
    frame.desk.calendar.asking.unblock(days().busy[0])
    return frame


def _roster() -> Roster:
    calendar = Calendar(
        office_id="emir",
        version=1,
        zone="Asia/Riyadh",
        calendar=CalendarAsk(weekly=(), services=(), duties=()),
        stranded_count=0,
        stranded=(),
    )
    return Roster(calendar, _DEPUTY)


def calendar_rights(look: Appearance) -> QWidget:
    """An office's manager is to have no rights any more."""
    frame = calendar_sheets.week(look)
    delegate = Delegate(
        staff_id="stf_n",
        name=Texts(ar="نورة المثال", en="Noura Example"),
        rights=(DelegateRight.SEE_CALENDAR, DelegateRight.MANAGE_BOOKINGS),
        first=None,
        last=date(2026, 4, 2),
        version=1,
    )
    frame.desk.calendar.acting._ask_left(delegate, Left(()))
    return frame


def calendar_stand_in(look: Appearance) -> QWidget:
    """Another office is to receive on some days."""
    frame = calendar_sheets.week(look)
    frame.desk.calendar.acting._ask_duty(_roster(), _DUTY)
    return frame


def calendar_stand_in_ends(look: Appearance) -> QWidget:
    """It is to receive no more."""
    frame = calendar_sheets.week(look)
    frame.desk.calendar.acting._ask_end(_roster(), _DUTY)
    return frame


# --- a talk -----------------------------------------------------------------------------------------------------------


def call_sending_back(look: Appearance) -> QWidget:
    """The visitor is to wait once more."""
    frame = desk_screens.call_in_phase(look, Phase.TALKING)
    frame.desk.call._ask_send_back()
    return frame


def call_taking_out(look: Appearance) -> QWidget:
    """Whoever was called in is to leave."""
    frame = company_sheets.three(look)
    ends = (
        each for each in frame.desk.call.calling_in.bar.findChildren(Button) if each.objectName().startswith("end_")
    )
    next(ends).click()
    return frame


def call_refused(look: Appearance) -> QWidget:
    """Something was not done, and can be tried again."""
    frame = desk_screens.call_in_phase(look, Phase.TALKING)
    frame.setVisible(True)  # a talk begins without old complaints
    frame.desk.call._doing.refuse(Refusal(RefusalCode.SERVER_UNAVAILABLE), lambda: None)
    return frame


# --- beside a talk ----------------------------------------------------------------------------------------------------


def inbox_putting_away(look: Appearance) -> QWidget:
    """What was written for a request is to be lost."""
    draft = StepDraft(RequestStep.ANSWER, ("نفيدكم بأن فريق المسح سيزور الأرض يوم الأحد القادم.",))
    frame = inbox_sheets.framed(look, inbox_view(opened=3, draft=draft))
    frame.desk.inbox._put_away()
    return frame


def recordings_allowing(look: Appearance) -> QWidget:
    """The office is to record its talks."""
    rule = RecordingRule(allowed=False, kept_days=None, most_days=90)
    frame, page = recording_sheets.recordings_page(look, rule, Recordings(recordings=()))
    page.switch.click()
    return frame


def recordings_removing(look: Appearance) -> QWidget:
    """A recording is to be destroyed."""
    frame = recording_sheets.desk_played(look)
    page = frame.desk.recordings
    page._opened = "rec_1"
    page.pane.removal_asked.emit()
    return frame


def settings_browser_ending(look: Appearance) -> QWidget:
    """The browser is to be signed out from here."""
    frame = settings_sheets.browser_in(look)
    frame.desk.settings.browser._ask_end()
    return frame


def outcome_begun(look: Appearance) -> QWidget:
    """A decision is chosen, and nothing written: the wordings to begin with."""
    shown = day(DeskPage.OUTCOME, opened="a2")
    assert shown.brief is not None
    brief = shown.brief.model_copy(update={"wordings": guidance_sheets.WORDINGS})
    frame = desk_screens.framed(look, replace(shown, brief=brief))
    frame.desk.outcome.kind._cards[DecisionCode.DIRECTED].click()
    return frame


def outcome_closing(look: Appearance) -> QWidget:
    """The program is to end, and what was written is not saved."""
    frame = desk_screens.outcome(look)
    frame.desk.close()
    return frame


# --- the hall ---------------------------------------------------------------------------------------------------------


def hall_left_dealt_with(look: Appearance) -> QWidget:
    """What was left at a kiosk is dealt with."""
    frame = hall_sheets.left(look)
    frame.findChildren(Button, "aside_dealt")[0].click()
    return frame


def help_cancelling(look: Appearance) -> QWidget:
    """The audience of whoever is helped is to be cancelled."""
    frame = desk_help_sheets.help_person(look)
    next(each for each in frame.findChildren(Button) if each.objectName().startswith("help_cancel_")).click()
    return frame


DESK_SHEETS: tuple[tuple[str, Build], ...] = (
    ("calendar-in-the-way", calendar_in_the_way),
    ("calendar-unblock", calendar_unblock),
    ("calendar-rights", calendar_rights),
    ("calendar-stand-in", calendar_stand_in),
    ("calendar-stand-in-ends", calendar_stand_in_ends),
    ("call-sending-back", call_sending_back),
    ("call-taking-out", call_taking_out),
    ("call-refused", call_refused),
    ("inbox-putting-away", inbox_putting_away),
    ("recordings-allowing", recordings_allowing),
    ("recordings-removing", recordings_removing),
    ("settings-browser-ending", settings_browser_ending),
    ("outcome-begun", outcome_begun),
    ("outcome-closing", outcome_closing),
)
CONSOLE_SHEETS: tuple[tuple[str, Build], ...] = (
    ("hall-left-dealt-with", hall_left_dealt_with),
    ("help-cancelling", help_cancelling),
)
