"""The administrator's workspace in its states, without a server."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from PySide6.QtWidgets import QWidget

from desk_client.client.administration import (
    Agency,
    AuditEntry,
    BackupRun,
    Backups,
    BackupShown,
    CalendarPreview,
    Closing,
    Kept,
    Listed,
    MessagePreview,
    MessageTemplate,
    OfficeSchedule,
    PlaceKind,
    Region,
    RegionKiosk,
    RegionOffice,
    RegionService,
    RegionSite,
    Shown,
    StaffAccount,
    Texts,
)
from desk_client.client.day import Day, DeskPage, StaffSession
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Gateway
from desk_client.client.office_hours import Calendar, CalendarAsk, Holidays
from desk_client.domain.access import Role
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.retention import KEPT_FOR, Kind
from desk_client.protocol.kiosks import EnrolmentCode
from desk_client.protocol.messages import MessageLength
from desk_client.protocol.sessions import Staff
from desk_client.ui.admin.chapters import CHAPTERS
from desk_client.ui.admin.halls_section import HallsSection
from desk_client.ui.admin.list_section import ListSection
from desk_client.ui.admin.offices_section import OfficesSection
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.text_field import TextField
from tests.gallery.desk_screens import Frame, conference
from tests.gallery.still_bridge import StillBridge
from tests.gallery.words import say

_NOWHERE = "http://127.0.0.1:9"
_AWAY = Refusal(RefusalCode.SERVER_UNAVAILABLE)
NOW = datetime(2026, 3, 15, 6, 0, tzinfo=UTC)
ROOT = Staff(
    id="stf_root",
    name=Texts(ar="هند المثال", en="Hind Example"),
    role=Role.ADMINISTRATOR,
    office_id=None,
    office_title=Texts(ar="إدارة النظام", en="Administration of the system"),
    honorific=Texts(ar="", en=""),
)
REGION = Region(
    agencies=(Agency(id="emirate", name=Texts(ar="إمارة منطقة جازان", en="Emirate of Jazan")),),
    offices=(
        RegionOffice(
            id="emir",
            title=Texts(ar="مكتب أمير المنطقة", en="Office of the Emir"),
            agency_id="emirate",
            honorific=Texts(ar="صاحب السمو الملكي", en="His Royal Highness"),
            holder=Texts(ar="فهد المثال", en="Fahd Example"),
            services=(
                RegionService(id="emir-audience", name=Texts(ar="لقاء أمير المنطقة", en="Audience with the Emir")),
                RegionService(
                    id="emir-condolence",
                    name=Texts(ar="تعزية وتهنئة", en="Condolences and congratulations"),
                    closed_from=date(2027, 3, 1),
                ),
            ),
        ),
        RegionOffice(id="deputy", title=Texts(ar="مكتب وكيل الإمارة", en="Deputy Governor"), agency_id="emirate"),
    ),
    sites=(
        RegionSite(
            id="fayfa",
            name=Texts(ar="قاعة مجلس، فيفاء", en="Majlis hall, Fayfa"),
            governorate=Texts(ar="محافظة فيفاء", en="Fayfa"),
            governorate_id="fayfa",
            has_pin=True,
            kiosks=(
                RegionKiosk(id="fayfa-1", number=1, enrolled=True, disabled=False),
                RegionKiosk(id="fayfa-2", number=2, enrolled=False, disabled=False),
            ),
        ),
        RegionSite(
            id="farasan",
            name=Texts(ar="قاعة مجلس، فرسان", en="Majlis hall, Farasan"),
            governorate=Texts(ar="محافظة فرسان", en="Farasan"),
            governorate_id="farasan",
            has_pin=False,
            kiosks=(RegionKiosk(id="farasan-1", number=1, enrolled=True, disabled=True),),
        ),
    ),
)


def account(key: str, ar: str, en: str, role: Role, **more: object) -> StaffAccount:
    """Somebody who works here."""
    usual: dict[str, object] = {
        "id": f"stf_{key}",
        "username": key,
        "role": role,
        "name": Texts(ar=ar, en=en),
        "office_id": None,
        "agency_id": None,
        "site_id": None,
        "governorate_id": None,
        "has_password": True,
        "has_second_factor": False,
        "has_sign_on": False,
        "disabled_at": None,
    }
    return StaffAccount.model_validate({**usual, **more})


STAFF = (
    account("emir", "فهد المثال", "Fahd Example", Role.OFFICIAL, office_id="emir", has_second_factor=True),
    account("emir.office", "نورة المثال", "Noura Example", Role.DELEGATE, office_id="emir", has_sign_on=True),
    account("coordination", "سلمان المثال", "Salman Example", Role.COORDINATOR, agency_id="emirate"),
    account("operator.fayfa", "مريم المثال", "Maryam Example", Role.OPERATOR, site_id="fayfa"),
    account("operator.old", "علي المثال", "Ali Example", Role.OPERATOR, site_id="farasan", disabled_at=NOW),
    account("root", "هند المثال", "Hind Example", Role.ADMINISTRATOR),
)


def workspace(look: Appearance, code: str, fill: Callable[[DeskClient], None]) -> Frame:
    """The workspace at one of its sections."""
    client = DeskClient(Gateway(_NOWHERE), conference)
    window = DeskWindow(look, client, StillBridge(), chime=lambda: None)
    session = StaffSession(token="none", person=ROOT, expires_at=NOW)
    client.day.set(Day(page=DeskPage.ADMINISTRATION, session=session))
    client.administration.region.set(REGION)
    fill(client)
    window.administration.open(next(at for at, chapter in enumerate(CHAPTERS) if chapter.code == code))
    return Frame(window)


def section(frame: Frame) -> ListSection:
    """The section that is open."""
    found = frame.desk.administration.opened
    assert isinstance(found, ListSection)
    return found


def _staff(client: DeskClient) -> None:
    client.administration.staff.set(Listed(STAFF))


def people(look: Appearance) -> Frame:
    """Everybody, and one of them open."""
    frame = workspace(look, "people", _staff)
    section(frame).open("stf_emir")
    return frame


def people_new(look: Appearance) -> QWidget:
    """Somebody new being entered."""
    frame = workspace(look, "people", _staff)
    section(frame).open("")
    form = section(frame).form
    form.set_values({"username": "salma", "name_ar": "سلمى المثال", "name_en": "Salma Example", "role": "operator"})
    form.changed.emit()
    return frame


def people_asked(look: Appearance) -> QWidget:
    """The question before an account is changed."""
    frame = people(look)
    form = section(frame).form
    form.set_values({**form.values(), "role": "delegate", "place": "emir", "name_ar": "فهد بن مثال"})
    form.changed.emit()
    form.save.click()
    return frame


def people_failed(look: Appearance) -> QWidget:
    """They could not be read."""
    return workspace(look, "people", lambda client: client.administration.staff.set(Listed(trouble=_AWAY)))


def people_done(look: Appearance) -> QWidget:
    """Something was done, and can be taken back."""
    frame = people(look)
    done = say(look, "عُدّل الحساب.", "The account is changed.")
    section(frame).changing.done.say(done, None, say(look, "تراجع", "Undo"))
    return frame


TEMPLATES = tuple(
    MessageTemplate(
        key=key,
        language=language,
        body="مجلس: صدرت نتيجة موعدكم رقم {number}. يمكنكم الاطلاع عليها وتأكيدها في أي كشك."
        if language == "ar"
        else "Majlis: the outcome of your appointment {number} is ready.",
        own=key == "outcome_ready",
        needed=("number",),
        offered=("office", "day"),
    )
    for key in ("sign_in_code", "ticket", "reminder_day", "outcome_ready", "queue_moved", "guest_link")
    for language in ("ar", "en")
)


def texts(look: Appearance) -> QWidget:
    """A message being worded; its preview is there."""
    frame = workspace(look, "texts", lambda client: client.administration.templates.set(Listed(TEMPLATES)))
    opened = section(frame)
    opened.open("outcome_ready:ar")
    opened.form.set_values({"body": "مجلس: صدرت نتيجة موعدكم رقم {number}، وتجدونها في أي كشك."})
    opened.form.changed.emit()
    preview = MessagePreview(
        text="مجلس: صدرت نتيجة موعدكم رقم 10001، وتجدونها في أي كشك.",
        length=MessageLength(alphabet="ucs2", units=74, parts=2),
        faults=(),
    )
    opened.office.client.administration.preview.set(preview)
    return frame


SCHEDULE = OfficeSchedule(
    Calendar(
        office_id="emir",
        version=3,
        zone="Asia/Riyadh",
        calendar=CalendarAsk.model_validate(
            {
                "weekly": [{"days": [6, 0, 1, 2, 3], "opens": "08:00", "closes": "15:00"}],
                "seasons": [
                    {
                        "name": {"ar": "رمضان ١٤٤٨", "en": "Ramadan 1448"},
                        "first": "2027-02-08",
                        "last": "2027-03-09",
                        "weekly": [{"days": [6, 0, 1, 2, 3], "opens": "10:00", "closes": "14:00"}],
                    }
                ],
                "pauses": [{"opens": "12:00", "closes": "12:30"}],
                "exceptions": [
                    {"kind": "closure", "starts_at": "2026-12-08T05:00:00Z", "ends_at": "2026-12-08T12:00:00Z"}
                ],
                "duties": [{"stand_in_id": "deputy", "first": "2026-12-20", "last": "2026-12-24"}],
                "services": [{"id": "emir-audience", "slot_minutes": 20, "kinds": ["video_kiosk"]}],
            }
        ),
        stranded_count=0,
        stranded=(),
    ),
    {"emir-audience": Texts(ar="مقابلة", en="Audience")},
)


def schedules(look: Appearance) -> QWidget:
    """An office's calendar; the hours of its week are being changed."""
    frame = workspace(look, "schedules", lambda client: client.administration.schedule.set(Shown(SCHEDULE)))
    opened = section(frame)
    opened.open("weekly:0")
    opened.form.set_values({"days": "6,0,1,2,3", "opens": "09:00", "closes": "14:00"})
    opened.form.changed.emit()
    starts = [f"{9 + place // 3:02}:{place % 3 * 20:02}:00" for place in range(12)]
    days = [{"day": f"2026-03-{day}", "starts": starts if day < 20 else []} for day in range(15, 22)]
    preview = CalendarPreview.model_validate(
        {
            "services": [{"service_id": "emir-audience", "slot_minutes": 20, "days": days}],
            "stranded_count": 2,
            "stranded": [],
        }
    )
    opened.office.client.administration.slots.set(Shown(preview))
    return frame


def schedules_new(look: Appearance) -> QWidget:
    """Ramadan being entered."""
    frame = workspace(look, "schedules", lambda client: client.administration.schedule.set(Shown(SCHEDULE)))
    opened = section(frame)
    opened.open("")
    opened.form.set_values({"part": "seasons", "name_ar": "رمضان", "name_en": "Ramadan", "days": "6,0,1,2,3"})
    opened.form.changed.emit()
    return frame


def halls(look: Appearance) -> QWidget:
    """Every kiosk, and one of them open."""
    frame = workspace(look, "halls", lambda _client: None)
    section(frame).open("fayfa-1")
    return frame


def hall(look: Appearance) -> QWidget:
    """A hall: where it is, and when it is open."""
    frame = workspace(look, "halls", lambda _client: None)
    section(frame).open("site:fayfa")
    return frame


def offices(look: Appearance) -> Frame:
    """Agencies, offices and services, and one office open."""
    frame = workspace(look, "offices", lambda _client: None)
    section(frame).open("office:emir")
    return frame


def agency(look: Appearance) -> Frame:
    """Where an agency's transactions are found is typed, and wrong."""
    frame = offices(look)
    section(frame).open("agency:emirate")
    field = section(frame).form.block("transaction_link").field
    assert isinstance(field, TextField)
    field.setText("https://muamalat.jazan.example/t/{رقم}")
    return frame


def offices_closing(look: Appearance) -> QWidget:
    """What is touched by closing an office from a day on."""
    frame = offices(look)
    opened = section(frame)
    assert isinstance(opened, OfficesSection)
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
    opened.closing._ask((PlaceKind.OFFICE, "emir"), touched, date(2027, 3, 1))
    return frame


def halls_code(look: Appearance) -> QWidget:
    """The code that is typed at a kiosk."""
    frame = workspace(look, "halls", lambda _client: None)
    opened = section(frame)
    opened.open("fayfa-2")
    assert isinstance(opened, HallsSection)
    opened._show_code(REGION.sites[0].kiosks[1], EnrolmentCode(code="4821730965", expires_at=NOW))
    return frame


def holidays(look: Appearance) -> QWidget:
    """What is worked out, and a day of one's own."""
    known = Holidays.model_validate(
        {
            "version": 1,
            "days": [{"day": "2026-05-10", "name": {"ar": "يوم المنطقة", "en": "Day of the region"}}],
            "computed": ["2026-02-22", "2026-03-19", "2026-03-20", "2026-03-22", "2026-05-26", "2026-09-23"],
            "stranded_count": 0,
        }
    )
    frame = workspace(look, "holidays", lambda client: client.administration.holidays.set(Shown(known)))
    section(frame).open("2026-03-19")
    return frame


TRAIL = tuple(
    AuditEntry(seq=40 - place, at=NOW, actor=actor, role="administrator", action=action, subject=subject)
    for place, (actor, action, subject) in enumerate(
        (
            ("stf_root", "disable_staff", "stf_operator.old"),
            ("stf_root", "word_message", "ticket:ar"),
            ("stf_emir", "sign_in", "ses_5x2k9"),
            ("stf_root", "change_calendar", "emir"),
            ("fayfa-1", "unlock_kiosk", "fayfa-1"),
            ("stf_emir", "recording:running", "rec_7q2"),
            ("stf_emir", "decide_request:directive", "req_31k"),
        )
    )
)


def trail(look: Appearance) -> QWidget:
    """Who did what; one act is open."""

    def fill(client: DeskClient) -> None:
        _staff(client)
        client.administration.trail.set(Listed(TRAIL, next="34"))

    frame = workspace(look, "trail", fill)
    section(frame).open("40")
    return frame


def retention(look: Appearance) -> QWidget:
    """How long what is kept."""
    kept = tuple(
        Kept(kind=kind, hours=span // timedelta(hours=1), own=kind is Kind.MESSAGES, due=place * 7)
        for place, (kind, span) in enumerate(KEPT_FOR.items())
    )
    frame = workspace(look, "retention", lambda client: client.administration.kept.set(Listed(kept)))
    section(frame).open("messages")
    return frame


def _backups(*, is_late: bool) -> Backups:
    age = timedelta(hours=30 if is_late else 1)
    now = datetime.now(UTC)
    items = tuple(
        BackupShown(
            id=f"majlis-2026112{9 - place}T060000.000000Z",
            taken_at=now - age - timedelta(hours=place),
            program="1.2.0",
            bytes=48_000_000 - place * 1_300_000,
            rows=214_340 - place * 900,
            follows=place < 3,
            tried_at=now if place == 2 else None,
            is_whole=not (is_late and place == 2),
        )
        for place in range(5)
    )
    return Backups(
        place="/srv/second/backups",
        every_s=3600,
        is_late=is_late,
        failed_at=None,
        running=None
        if is_late
        else BackupRun(backup_id=None, since=now - timedelta(seconds=4), bytes=21_000_000, of_bytes=48_000_000),
        journal="/srv/second/journal",
        reaches=now,
        journal_fault=None,
        items=items,
    )


def backups(look: Appearance) -> QWidget:
    """One is taken just now; another is open."""
    content = _backups(is_late=False)
    frame = workspace(look, "backups", lambda client: client.administration.backups.set(Shown(content)))
    section(frame).open(content.items[1].id)
    return frame


def backups_late(look: Appearance) -> QWidget:
    """The last one is older than planned."""
    content = _backups(is_late=True)
    return workspace(look, "backups", lambda client: client.administration.backups.set(Shown(content)))


SHEETS: tuple[tuple[str, Callable[[Appearance], QWidget]], ...] = (
    ("people", people),
    ("people-new", people_new),
    ("people-asked", people_asked),
    ("people-done", people_done),
    ("people-failed", people_failed),
    ("schedules", schedules),
    ("schedules-new", schedules_new),
    ("texts", texts),
    ("offices", offices),
    ("offices-closing", offices_closing),
    ("agency", agency),
    ("halls", halls),
    ("hall", hall),
    ("halls-code", halls_code),
    ("holidays", holidays),
    ("trail", trail),
    ("backups", backups),
    ("backups-late", backups_late),
    ("retention", retention),
)
