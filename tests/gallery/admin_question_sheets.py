"""What an administrator is asked before anything is changed, section by section, and what they are shown but once."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from desk_client.client.actions.deputies import Delegate, Delegates, Left
from desk_client.client.administration import Closing, Kept, Listed, OfficeRecordingRule, PlaceKind, Shown
from desk_client.client.desk import DeskClient
from desk_client.client.office_hours import Holidays
from desk_client.domain.delegation import DelegateRight
from desk_client.domain.retention import KEPT_FOR, Kind
from desk_client.ui.admin.dead_letters_section import DeadLettersSection
from desk_client.ui.admin.halls_section import HallsSection
from desk_client.ui.admin.holidays_section import HolidaysSection
from desk_client.ui.admin.list_section import NEW, ListSection
from desk_client.ui.admin.offices_section import OfficesSection
from desk_client.ui.admin.people_section import PeopleSection
from desk_client.ui.admin.persons_section import PersonsSection
from desk_client.ui.admin.register_section import RegisterSection
from desk_client.ui.admin.retention_section import RetentionSection
from desk_client.ui.admin.schedules_section import SchedulesSection
from desk_client.ui.admin.texts_section import TextsSection
from desk_client.ui.theme.appearance import Appearance
from tests.gallery import admin_sheets, dead_letter_sheets, guidance_sheets, oversight_sheets
from tests.gallery.admin_sheets import REGION, STAFF, section, workspace
from tests.gallery.desk_screens import Frame

Build = Callable[[Appearance], QWidget]
_Section = TypeVar("_Section", bound=QWidget)
_RIGHTS = (DelegateRight.SEE_CALENDAR, DelegateRight.MANAGE_BOOKINGS)


def _opened(frame: Frame, kind: type[_Section], key: str | None = None) -> _Section:
    found = frame.desk.administration.opened
    assert isinstance(found, kind)
    if key is not None:
        section(frame).open(key)
    return found


def _save(frame: Frame, key: str, **typed: str) -> Frame:
    """Type this into the form of a row, and press to save it."""
    opened = section(frame)
    opened.open(key)
    opened.fill({**opened.form.values(), **typed})
    opened.form.changed.emit()
    _type(opened, typed)
    opened.form.save.click()
    return frame


def _type(opened: ListSection, typed: Mapping[str, str]) -> None:
    """Once more: some fields are there only once another is typed into."""
    opened.form.set_values({**opened.form.values(), **typed})
    opened.form.changed.emit()


# --- people -----------------------------------------------------------------------------------------------------------


def _people(look: Appearance) -> Frame:
    return workspace(look, "people", lambda client: client.administration.staff.set(Listed(STAFF)))


def people_hired(look: Appearance) -> QWidget:
    """An account is to be made."""
    typed = {"username": "salma", "name_ar": "سلمى المثال", "name_en": "Salma Example"}
    return _save(_people(look), NEW, **typed, role="operator", place="fayfa")


def people_disabled(look: Appearance) -> QWidget:
    """Somebody is to be shut out."""
    frame = _people(look)
    _opened(frame, PeopleSection, "stf_emir").state.click()
    return frame


def people_password(look: Appearance) -> QWidget:
    """Somebody is to have a new password."""
    frame = _people(look)
    _opened(frame, PeopleSection, "stf_emir").password.click()
    return frame


def people_password_shown(look: Appearance) -> QWidget:
    """The password, this once."""
    frame = _people(look)
    _opened(frame, PeopleSection, "stf_emir")._show_password(STAFF[0].name.ar, "kafd-7193-mqot")
    return frame


def people_factor(look: Appearance) -> QWidget:
    """Somebody lost their telephone."""
    frame = _people(look)
    _opened(frame, PeopleSection, "stf_emir").factor.click()
    return frame


def _delegate() -> Delegate:
    noura = STAFF[1]
    return Delegate(staff_id=noura.id, name=noura.name, rights=_RIGHTS, first=None, last=date(2026, 4, 2), version=1)


def people_rights(look: Appearance) -> QWidget:
    """What an office's manager may do."""
    frame = _people(look)
    _opened(frame, PeopleSection, STAFF[1].id)._ask_rights(STAFF[1], Delegates(items=(_delegate(),)))
    return frame


def people_rights_asked(look: Appearance) -> QWidget:
    """They are to have fewer."""
    frame = _people(look)
    left = Left((DelegateRight.SEE_CALENDAR,), None, date(2026, 6, 30))
    _opened(frame, PeopleSection, STAFF[1].id)._leave_rights(STAFF[1], _delegate(), left)
    return frame


# --- places -----------------------------------------------------------------------------------------------------------


def _halls(look: Appearance) -> Frame:
    return workspace(look, "halls", lambda _client: None)


_HALL = {
    "name_ar": "قاعة مجلس، صبيا",
    "name_en": "Majlis hall, Sabya",
    "governorate": "fayfa",
    "days": "6,0,1,2,3",
    "opens": "08:00",
    "closes": "15:00",
}


def halls_made(look: Appearance) -> QWidget:
    """A hall is to be made."""
    return _save(_halls(look), NEW, **_HALL)


def halls_changed(look: Appearance) -> QWidget:
    """A hall is to have another name, and other hours."""
    return _save(_halls(look), "site:fayfa", **{**_HALL, "name_ar": "قاعة مجلس بفيفاء"})


def halls_kiosk_added(look: Appearance) -> QWidget:
    """A hall is to have one kiosk more."""
    frame = _halls(look)
    _opened(frame, HallsSection, "site:fayfa").more.click()
    return frame


def halls_enrolled(look: Appearance) -> QWidget:
    """A code for a kiosk that is enrolled already."""
    frame = _halls(look)
    _opened(frame, HallsSection, "fayfa-1").enrol.click()
    return frame


def halls_retired(look: Appearance) -> QWidget:
    """A kiosk is to serve no more."""
    frame = _halls(look)
    _opened(frame, HallsSection, "fayfa-1").state.click()
    return frame


def halls_pin(look: Appearance) -> QWidget:
    """A hall is to have another PIN."""
    frame = _halls(look)
    _opened(frame, HallsSection, "fayfa-1").pin.click()
    return frame


def _offices(look: Appearance) -> Frame:
    return workspace(look, "offices", lambda _client: None)


def offices_made(look: Appearance) -> QWidget:
    """A service is to be made."""
    typed = {"name_ar": "متابعة معاملة", "name_en": "Following up a matter", "office": "emir", "kind": "video_kiosk"}
    return _save(_offices(look), NEW, what="service", **typed)


def offices_changed(look: Appearance) -> QWidget:
    """An office is to have another name."""
    return _save(_offices(look), "office:emir", name_ar="مكتب سمو أمير المنطقة")


def offices_which_day(look: Appearance) -> QWidget:
    """From which day on is it closed?"""
    frame = _offices(look)
    touched = Closing(
        appointments=3,
        last=date(2027, 3, 10),
        received=0,
        duties=1,
        waiting=11,
        requests=2,
        staff=2,
        open_within=0,
        led_to=0,
    )
    opened = _opened(frame, OfficesSection, "office:emir")
    opened.closing._ask_day((PlaceKind.OFFICE, "emir"), touched, date(2027, 3, 1))
    return frame


def offices_open_again(look: Appearance) -> QWidget:
    """A service that ends is to go on."""
    frame = _offices(look)
    _opened(frame, OfficesSection, "service:emir-condolence").closing.button.click()
    return frame


# --- times ------------------------------------------------------------------------------------------------------------


def _schedules(look: Appearance) -> Frame:
    shown = Shown(admin_sheets.SCHEDULE)
    return workspace(look, "schedules", lambda client: client.administration.schedule.set(shown))


def schedules_changed(look: Appearance) -> QWidget:
    """The office is to open later."""
    return _save(_schedules(look), "weekly:0", days="6,0,1,2,3", opens="09:00", closes="14:00")


def schedules_removed(look: Appearance) -> QWidget:
    """A season is to go."""
    frame = _schedules(look)
    _opened(frame, SchedulesSection, "seasons:0").remove.click()
    return frame


def _holidays(look: Appearance) -> Frame:
    day = {"day": "2026-05-10", "name": {"ar": "يوم المنطقة", "en": "Day of the region"}}
    known = Holidays.model_validate({"version": 1, "days": [day], "computed": ["2026-03-20"], "stranded_count": 0})
    return workspace(look, "holidays", lambda client: client.administration.holidays.set(Shown(known)))


def holidays_entered(look: Appearance) -> QWidget:
    """A day off is to be entered."""
    typed = {"first": "2026-05-11", "name_ar": "يوم المنطقة الثاني", "name_en": "The region's second day"}
    return _save(_holidays(look), NEW, **typed, works="off")


def holidays_removed(look: Appearance) -> QWidget:
    """A day off is to go."""
    frame = _holidays(look)
    _opened(frame, HolidaysSection, "2026-05-10").remove.click()
    return frame


# --- words ------------------------------------------------------------------------------------------------------------


def _texts(look: Appearance) -> Frame:
    listed = Listed(admin_sheets.TEMPLATES)
    return workspace(look, "texts", lambda client: client.administration.templates.set(listed))


def texts_worded(look: Appearance) -> QWidget:
    """A message is to be worded otherwise."""
    return _save(_texts(look), "outcome_ready:ar", body="مجلس: صدرت نتيجة موعدكم رقم {number}، وتجدونها في أي كشك.")


def texts_restored(look: Appearance) -> QWidget:
    """A message is to have its usual words again."""
    frame = _texts(look)
    _opened(frame, TextsSection, "outcome_ready:ar").restore.click()
    return frame


def wordings_changed(look: Appearance) -> QWidget:
    """A wording is to have another name."""
    frame = guidance_sheets.wordings(look)
    key = section(frame).key
    assert key is not None
    return _save(frame, key, name_ar="إحالة للتحقق والرفع")


def _dead(look: Appearance) -> Frame:
    listed = Listed(dead_letter_sheets.DEAD)
    return workspace(look, "dead_letters", lambda client: client.administration.dead.set(listed))


def dead_again(look: Appearance) -> QWidget:
    """A message is to be sent again."""
    frame = _dead(look)
    _opened(frame, DeadLettersSection, "msg_1").again.click()
    return frame


def dead_settled(look: Appearance) -> QWidget:
    """A message is to be given up."""
    frame = _dead(look)
    _opened(frame, DeadLettersSection, "msg_0").done.click()
    return frame


# --- what is kept, and taken out --------------------------------------------------------------------------------------


def _retention(look: Appearance) -> Frame:
    kept = tuple(
        Kept(kind=kind, hours=span // timedelta(hours=1), own=kind is Kind.MESSAGES, due=place * 7)
        for place, (kind, span) in enumerate(KEPT_FOR.items())
    )
    return workspace(look, "retention", lambda client: client.administration.kept.set(Listed(kept)))


def retention_shorter(look: Appearance) -> QWidget:
    """Something is to be kept for less long; what goes then is counted."""
    frame = _retention(look)
    opened = _opened(frame, RetentionSection, "messages")
    kept = opened._kept("messages")
    assert kept is not None
    opened._ask(kept, 30, 412)
    return frame


def retention_usual(look: Appearance) -> QWidget:
    """It is to be kept as long as usual."""
    frame = _retention(look)
    _opened(frame, RetentionSection, "messages").usual.click()
    return frame


def recording_rules_changed(look: Appearance) -> QWidget:
    """An office is to record its talks no more."""

    def fill(client: DeskClient) -> None:
        rules = (OfficeRecordingRule(office_id=each.id, allowed=True, kept_days=30, most_days=180) for each in _OFFICES)
        client.administration.recording_rules.set(Listed(tuple(rules)))

    return _save(workspace(look, "recording_rules", fill), "deputy", allowed="off")


_OFFICES = REGION.offices


def persons_saved(look: Appearance) -> QWidget:
    """What is held about somebody is to be handed to them."""
    frame = oversight_sheets.persons(look)
    _opened(frame, PersonsSection).save.click()
    return frame


def breach_asked(look: Appearance) -> QWidget:
    """From when to when did somebody see what they should not?"""
    frame = oversight_sheets.register(look)
    _opened(frame, RegisterSection).breach.click()
    return frame


def taken_out(look: Appearance) -> QWidget:
    """The password of what was saved, this once."""
    frame = oversight_sheets.register(look)
    _opened(frame, RegisterSection).taking._written(Path("majlis-register.zip"), "kafd-7193-mqot-2846")
    return frame


SHEETS: tuple[tuple[str, Build], ...] = (
    ("people-hired", people_hired),
    ("people-disabled", people_disabled),
    ("people-password", people_password),
    ("people-password-shown", people_password_shown),
    ("people-factor", people_factor),
    ("people-rights", people_rights),
    ("people-rights-asked", people_rights_asked),
    ("halls-made", halls_made),
    ("halls-changed", halls_changed),
    ("halls-kiosk-added", halls_kiosk_added),
    ("halls-enrolled", halls_enrolled),
    ("halls-retired", halls_retired),
    ("halls-pin", halls_pin),
    ("offices-made", offices_made),
    ("offices-changed", offices_changed),
    ("offices-which-day", offices_which_day),
    ("offices-open-again", offices_open_again),
    ("schedules-changed", schedules_changed),
    ("schedules-removed", schedules_removed),
    ("holidays-entered", holidays_entered),
    ("holidays-removed", holidays_removed),
    ("texts-worded", texts_worded),
    ("texts-restored", texts_restored),
    ("wordings-changed", wordings_changed),
    ("dead-again", dead_again),
    ("dead-settled", dead_settled),
    ("retention-shorter", retention_shorter),
    ("retention-usual", retention_usual),
    ("recording-rules-changed", recording_rules_changed),
    ("persons-saved", persons_saved),
    ("breach-asked", breach_asked),
    ("taken-out", taken_out),
)
