"""What an administrator answers for, in its states, without a server; and a first password."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from desk_client.client.administration import (
    AuditCheck,
    AuditFinding,
    BreachReport,
    Listed,
    OfficeRecordingRule,
    PersonHeld,
    PersonLook,
    Shown,
)
from desk_client.client.day import Day, DeskPage, StaffSession
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Gateway
from desk_client.domain.audit_damage import Damage
from desk_client.ui.admin.persons_section import PersonsSection
from desk_client.ui.admin.register_section import RegisterSection
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.banner import Mood
from tests.gallery.admin_sheets import NOW, REGION, ROOT, STAFF, TRAIL, section, workspace
from tests.gallery.desk_screens import Frame, conference
from tests.gallery.still_bridge import StillBridge
from tests.gallery.words import say

_CHECK = AuditCheck(
    running_since=None,
    walked=48_211,
    of=48_211,
    failed=False,
    checked_at=NOW,
    is_whole=True,
    rows=48_211,
    anchor="known",
    sound_until=NOW,
    findings=(),
    count=0,
)


def _trail(look: Appearance, check: AuditCheck) -> Frame:
    def fill(client: DeskClient) -> None:
        client.administration.staff.set(Listed(STAFF))
        client.administration.trail.set(Listed(TRAIL, next="34"))
        client.administration.audit_check.set(Shown(check))

    return workspace(look, "trail", fill)


def trail_whole(look: Appearance) -> QWidget:
    """The trail was verified, and is whole."""
    return _trail(look, _CHECK)


def trail_running(look: Appearance) -> QWidget:
    """It is being verified."""
    return _trail(look, _CHECK.model_copy(update={"running_since": NOW, "walked": 31_000, "checked_at": None}))


def trail_broken(look: Appearance) -> QWidget:
    """Somebody went behind the server's back."""
    findings = (
        AuditFinding(damage=Damage.EDITED, position=31_077, seq=31_080, at=NOW - timedelta(days=3)),
        AuditFinding(damage=Damage.DELETED, position=31_078, seq=31_081, at=NOW - timedelta(days=3)),
    )
    broken = {"is_whole": False, "findings": findings, "count": 9, "sound_until": NOW - timedelta(days=3, hours=1)}
    return _trail(look, _CHECK.model_copy(update=broken))


def trail_saved(look: Appearance) -> QWidget:
    """The grounds on which the trail is saved."""
    frame = _trail(look, _CHECK)
    frame.desk.administration.opened.take_out.click()  # type: ignore[attr-defined]  # it is the trail's section
    return frame


HELD = PersonHeld.model_validate(
    {
        "id": "per_1",
        "name": "سعاد المثال",
        "masked_id": "10••••••16",
        "held": [
            {"kind": kind, "fate": fate, "rows": rows}
            for kind, fate, rows in (
                ("person", "blanked", 1),
                ("session", "stays", 14),
                ("consent", "stays", 3),
                ("request", "blanked", 2),
                ("appointment", "blanked", 5),
                ("outcome", "blanked", 4),
                ("attachment", "goes", 6),
                ("recording", "blanked", 1),
                ("chat_line", "goes", 22),
                ("outbox", "goes", 31),
                ("audit", "stays", 96),
                ("access_log", "stays", 41),
            )
        ],
        "open_appointments": 0,
        "open_requests": 1,
    }
)


def persons_nobody(look: Appearance) -> QWidget:
    """Nobody's papers were shown yet."""
    return workspace(look, "persons", lambda _client: None)


def persons(look: Appearance) -> Frame:
    """Somebody who asks, and what is held about them."""
    return workspace(look, "persons", lambda client: client.administration.holder.set(Shown(HELD)))


def persons_booked(look: Appearance) -> QWidget:
    """An audience is still to take place."""
    booked = HELD.model_copy(update={"open_appointments": 2, "open_requests": 0})
    return workspace(look, "persons", lambda client: client.administration.holder.set(Shown(booked)))


def persons_erasure(look: Appearance) -> QWidget:
    """The question before an erasure."""
    frame = persons(look)
    opened = frame.desk.administration.opened
    assert isinstance(opened, PersonsSection)
    opened.erase.click()
    return frame


LOOKS = tuple(
    PersonLook(
        seq=90 - place,
        at=NOW - timedelta(hours=place),
        actor=actor,
        role=role,
        action=action,
        subject=subject,
        person_id="per_5x2k9",
    )
    for place, (actor, role, action, subject) in enumerate(
        (
            ("stf_emir", "official", "see_brief", "apt_7q2m4"),
            ("stf_emir.office", "delegate", "see_attachment", "att_9k1x0"),
            ("stf_coordination", "coordinator", "see_request", "req_4v8d2"),
            ("stf_emir", "official", "play_recording", "rec_1c5b7"),
            ("stf_root", "administrator", "export_data", "per_5x2k9"),
        )
    )
)


def register(look: Appearance) -> Frame:
    """Who looked at whose data; one look is open."""

    def fill(client: DeskClient) -> None:
        client.administration.staff.set(Listed(STAFF))
        client.administration.looks.set(Listed(LOOKS, next="86"))

    frame = workspace(look, "register", fill)
    section(frame).open("90")
    return frame


def register_none(look: Appearance) -> QWidget:
    """Nobody looked."""
    return workspace(look, "register", lambda client: client.administration.looks.set(Listed(())))


def breach(look: Appearance) -> QWidget:
    """A report in short."""
    frame = register(look)
    opened = frame.desk.administration.opened
    assert isinstance(opened, RegisterSection)
    actors = [
        {
            "actor": "stf_emir",
            "role": "official",
            "looks": 41,
            "changes": 12,
            "persons_seen": ["a", "b", "c"],
            "persons_changed": ["a"],
        },
        {
            "actor": "stf_emir.office",
            "role": "delegate",
            "looks": 9,
            "changes": 0,
            "persons_seen": ["a"],
            "persons_changed": [],
        },
    ]
    report = BreachReport.model_validate({"since": NOW, "until": NOW, "persons": 3, "actors": actors})
    opened.reporting.tell(report, date(2026, 3, 10), date(2026, 3, 14))
    return frame


def recording_rules(look: Appearance) -> QWidget:
    """Which offices record; one is being changed."""
    rules = tuple(
        OfficeRecordingRule(office_id=each.id, allowed=each.id == "emir", kept_days=30, most_days=180)
        for each in REGION.offices
    )
    frame = workspace(look, "recording_rules", lambda client: client.administration.recording_rules.set(Listed(rules)))
    opened = section(frame)
    opened.open("deputy")
    opened.form.set_values({"allowed": "on", "days": "14"})
    opened.form.changed.emit()
    return frame


def first_password(look: Appearance) -> QWidget:
    """Whoever was given a password chooses their own; what they chose first was too easy."""
    client = DeskClient(Gateway("http://127.0.0.1:9"), conference)
    window = DeskWindow(look, client, StillBridge(), chime=lambda: None)
    session = StaffSession(token="none", person=ROOT, expires_at=NOW, must_change_password=True)
    client.day.set(Day(page=DeskPage.NEW_PASSWORD, session=session))
    form = window.new_password.form
    for field, text in ((form.old, "abcd-efgh"), (form.new, "12345678"), (form.again, "12345678")):
        field.field.setText(text)
    easy = say(
        look,
        "كلمة المرور هذه سهلة التخمين. يُرجى اختيار كلمة أطول.",
        "This password is easily guessed. Please choose a longer one.",
    )
    window.new_password.notice.say(easy, Mood.ERROR)
    return Frame(window)


SHEETS = (
    ("trail-whole", trail_whole),
    ("trail-running", trail_running),
    ("trail-broken", trail_broken),
    ("trail-saved", trail_saved),
    ("persons-nobody", persons_nobody),
    ("persons", persons),
    ("persons-booked", persons_booked),
    ("persons-erasure", persons_erasure),
    ("register", register),
    ("register-none", register_none),
    ("breach", breach),
    ("recording-rules", recording_rules),
    ("first-password", first_password),
)
