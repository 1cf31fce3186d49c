"""A believable visit in Jazan, for the kiosk's sheets: nobody in it exists."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from desk_client.client.device_check.findings import CheckView, Figures, Finding, KioskPart, Line
from desk_client.client.introduction import DocumentKind, Introduction
from desk_client.client.kiosk import (
    CalledNumber,
    DocumentBounds,
    Kiosk,
    KioskDay,
    KioskService,
    OpenSpan,
    PointDay,
    ServicePoint,
    ServicePoints,
    Site,
    Station,
    WhyClosed,
)
from desk_client.client.outbox.provisions import Provisions
from desk_client.client.visit import (
    Appointment,
    Availability,
    Booked,
    Challenge,
    Citizen,
    CitizenSession,
    Consent,
    Day,
    FoundSlot,
    Goal,
    HelpCall,
    Hold,
    Offer,
    OfferAccepted,
    Office,
    Outcome,
    QueuePlace,
    Receipt,
    Service,
    Slot,
    Texts,
    Visit,
    Wait,
)
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call_for_help import HelpStage
from desk_client.domain.consents import Purpose
from desk_client.domain.decision import Decision, DecisionCode
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.part_of_day import PartOfDay
from desk_client.domain.triage import Answer, Question, QuestionKind, Rejection, Said
from desk_client.protocol.deposits import DepositTerms
from desk_client.protocol.kiosks import FreeKiosk
from desk_client.protocol.offices import Offices
from desk_client.protocol.sealed_box import public_half
from desk_client.protocol.slots import Month, MonthOfService
from desk_client.protocol.version import CURRENT, VersionAnswer
from desk_client.protocol.waitlists import WaitState

NOW = datetime(2026, 3, 15, 6, 12, tzinfo=UTC)
_ZONE = "Asia/Riyadh"
_AHEAD = timedelta(hours=3)
_EMIRATE = Texts(ar="إمارة منطقة جازان", en="Emirate of Jazan Region")
_MUNICIPALITY = Texts(ar="أمانة منطقة جازان", en="Municipality of Jazan Region")
_WEEKEND = {4, 5}

VERSION = VersionAnswer(oldest=CURRENT, current=CURRENT, server_time=datetime(2026, 3, 15, 6, 12, tzinfo=UTC))
STATION = Station(
    kiosk=Kiosk(
        id="k7",
        number=7,
        site=Site(
            id="s1",
            name=Texts(ar="محافظة الدرب", en="Ad Darb Governorate"),
            governorate=Texts(ar="محافظة الدرب", en="Ad Darb"),
        ),
        documents=DocumentBounds(by_phone=True),
        services=tuple(KioskService),
    )
)


def station_with(*services: KioskService) -> Station:
    """The same kiosk in a hall where only this exists."""
    assert STATION.kiosk is not None
    return Station(kiosk=STATION.kiosk.model_copy(update={"services": services}))


TWO_SERVICES = station_with(KioskService.BOOK, KioskService.ATTEND)
THREE_SERVICES = station_with(KioskService.BOOK, KioskService.ATTEND, KioskService.SERVICE_POINTS)
DAY = KioskDay(next_at=None, free=())
CALLED = (
    CalledNumber(number="A014", kiosk_number=3),
    CalledNumber(number="A012", kiosk_number=2),
    CalledNumber(number="A011", kiosk_number=None),
)
RESERVED_SOON = KioskDay(
    next_at=NOW + timedelta(minutes=8), free=(FreeKiosk(number=3, until=NOW + timedelta(minutes=48)),)
)
OFFLINE = Station(kiosk=STATION.kiosk, trouble=Refusal(RefusalCode.SERVER_UNAVAILABLE))


def _office(number: int, title: tuple[str, str], holder: tuple[str, str, str, str], agency: Texts) -> Office:
    services = (
        Service(id=f"o{number}-a", name=Texts(ar="مقابلة عامة", en="General audience"), slot_minutes=15),
        Service(id=f"o{number}-b", name=Texts(ar="رفع تظلّم", en="Grievance"), slot_minutes=20),
        Service(id=f"o{number}-c", name=Texts(ar="متابعة معاملة", en="Follow-up of a transaction"), slot_minutes=15),
    )
    return Office(
        id=f"o{number}",
        title=Texts(ar=title[0], en=title[1]),
        honorific=Texts(ar=holder[0], en=holder[2]),
        holder=Texts(ar=holder[1], en=holder[3]),
        agency=agency,
        order=number,
        services=services,
    )


_HRH = ("صاحب السمو الملكي", "أمير منطقة جازان", "His Royal Highness", "the Emir of Jazan Region")
_HH = ("صاحب السمو", "نائب أمير منطقة جازان", "His Highness", "the Deputy Emir of Jazan Region")
OFFICES = (
    _office(1, ("أمير منطقة جازان", "Emir of Jazan Region"), _HRH, _EMIRATE),
    _office(2, ("نائب أمير منطقة جازان", "Deputy Emir of Jazan Region"), _HH, _EMIRATE),
    _office(
        3,
        ("أمين منطقة جازان", "Mayor of Jazan Region"),
        ("سعادة", "أمين منطقة جازان", "His Excellency", "the Mayor of Jazan Region"),
        _MUNICIPALITY,
    ),
    _office(
        4,
        ("مدير إدارة خدمة المستفيدين", "Director of Beneficiary Services"),
        ("سعادة", "الأستاذ ماجد بن ناصر السهلي", "His Excellency", "Majid Al-Sahli"),
        _EMIRATE,
    ),
    _office(
        5,
        ("مدير إدارة الحقوق", "Director of Rights"),
        ("سعادة", "الأستاذ خالد بن علي الحكمي", "His Excellency", "Khalid Al-Hakami"),
        _EMIRATE,
    ),
    _office(
        6,
        ("مدير إدارة الأراضي والممتلكات", "Director of Land and Property"),
        ("سعادة", "المهندس يحيى بن محمد عريشي", "His Excellency", "Eng. Yahya Arishi"),
        _MUNICIPALITY,
    ),
    _office(
        7,
        ("مدير إدارة الرخص والخدمات", "Director of Licences and Services"),
        ("سعادة", "المهندس علي بن حسن مدخلي", "His Excellency", "Eng. Ali Madkhali"),
        _MUNICIPALITY,
    ),
)


def slot(day: date, hour: int, minute: int) -> Slot:
    """A quarter of an hour on a day, by the wall's clock."""
    starts = datetime.combine(day, time(hour, minute), UTC) - _AHEAD
    return Slot(starts_at=starts, ends_at=starts + timedelta(minutes=15), wall_time=time(hour, minute))


def _day(day: date) -> Day:
    if day.weekday() in _WEEKEND:
        return Day(date=day, capacity=0, slots=())
    starts = [(hour, minute) for hour in (9, 10, 11, 13, 14) for minute in (0, 20, 40)]
    taken = (day.day * 7) % 16
    return Day(date=day, capacity=len(starts), slots=tuple(slot(day, *start) for start in starts[taken:]))


FIRST = date(2026, 3, 15)
AVAILABILITY = Availability(zone=_ZONE, days=tuple(_day(FIRST + timedelta(days=index)) for index in range(28)))
NO_TIME = Availability(zone=_ZONE, days=())
SLOT = slot(date(2026, 3, 16), 10, 20)
HOLD = Hold(id="h1", slot=SLOT, expires_at=NOW + timedelta(minutes=4, seconds=12))
CHALLENGE = Challenge(
    challenge_id="c1",
    masked_mobile="05••••••67",
    expires_at=NOW + timedelta(minutes=4, seconds=40),
    resend_after=NOW + timedelta(seconds=42),
)
NAFATH_CHALLENGE = CHALLENGE.model_copy(update={"masked_mobile": "", "number_to_show": "47"})
PARTY = Introduction(companions=2, for_name="سالم بن علي الحازمي", for_id="1000000008", power_of_attorney="4412345")
VISITOR = Introduction(kind=DocumentKind.PASSPORT, number="AB123456", nationality="IN")
SESSION = CitizenSession(
    token="t",
    person=Citizen(id="p1", name="محمد بن أحمد الحازمي", masked_id="10••••••08"),
    expires_at=NOW + timedelta(minutes=30),
)
SUBJECT = "طلب استكمال إجراءات صك أرض زراعية في محافظة الدرب، وقد رُفعت المعاملة منذ ستة أشهر ولم يصلنا رد."


def appointment(number: int, office: Office, at: Slot, state: AppointmentState) -> Appointment:
    """An audience with an office."""
    return Appointment(
        id=f"a{number}",
        case_id=f"c{number}",
        version=1,
        kind=AppointmentKind.VIDEO_KIOSK,
        attending_title=None,
        service_id=office.services[0].id,
        site_id="darb",
        interpreter=False,
        cancel_until=at.starts_at - timedelta(hours=2),
        change_until=at.starts_at - timedelta(hours=2),
        state=state,
        ticket_number=str(48_210_930 + number),
        office_id=office.id,
        office_title=office.title,
        honorific=office.honorific,
        service_name=office.services[0].name,
        site_name=Texts(ar="محافظة الدرب", en="Ad Darb Governorate"),
        slot=at,
        zone=_ZONE,
        subject=SUBJECT,
        check_in_opens_at=at.starts_at - timedelta(minutes=30),
        calendar_url=f"/v1/appointments/a{number}/calendar/k3x6lmqz5y2vrc7wd4ubn3hj2e",
    )


SOON = appointment(1, OFFICES[0], slot(FIRST, 9, 20), AppointmentState.BOOKED)
LATER = appointment(2, OFFICES[3], slot(date(2026, 3, 25), 11, 0), AppointmentState.BOOKED)
TODAY = appointment(3, OFFICES[2], slot(FIRST, 13, 40), AppointmentState.BOOKED)
TALKED = appointment(1, OFFICES[0], slot(FIRST, 9, 20), AppointmentState.IN_SESSION)
RECEIVED = TALKED.model_copy(update={"state": AppointmentState.COMPLETED})
OUTCOME = Outcome(
    decision=Decision(
        DecisionCode.DIRECTED,
        "وُجّهت أمانة المنطقة باستكمال إجراءات الصك خلال عشرة أيام عمل، وإبلاغكم بالنتيجة برسالة نصية. "
        "وإن لم يصلكم ردّ خلالها فلكم مراجعة إدارة خدمة المستفيدين مباشرة.",
        "أمانة منطقة جازان · إدارة الأراضي والممتلكات",
    ),
    recorded_at=NOW,
    confirmed_at=None,
)
VISIT = Visit(
    national_id="1000000008",
    mobile="+966501234567",
    session=SESSION,
    offices=OFFICES,
    office=OFFICES[0],
    service=OFFICES[0].services[0],
    availability=AVAILABILITY,
    slot=SLOT,
    hold=HOLD,
    subject=SUBJECT,
)
WAIT = Wait(
    id="w1",
    state=WaitState.WAITING,
    office_id=OFFICES[0].id,
    service_id=OFFICES[0].services[0].id,
    service_name=OFFICES[0].services[0].name,
    kind=AppointmentKind.VIDEO_KIOSK,
    site_id="darb",
    part_of_day=PartOfDay.MORNING,
    before=None,
    appointment_id=None,
    joined_at=NOW,
    rests=False,
    offer=None,
)
PLACE = QueuePlace(position=2, earliest_min=10, latest_min=20, at=NOW)
OFFER = Offer(
    id="f1",
    slot=slot(date(2026, 3, 17), 9, 40),
    zone=_ZONE,
    kind=AppointmentKind.VIDEO_KIOSK,
    site_id="darb",
    office_title=OFFICES[0].title,
    expires_at=NOW + timedelta(minutes=8),
)
OFFERED = WAIT.model_copy(
    update={
        "state": WaitState.OFFERED,
        "offer": OFFER,
    }
)
BOOKED = Booked(appointment=LATER, ticket_code="482917")

NOT_YET_AGREED = Consent(
    purpose=Purpose.PROCESSING,
    text_version="1",
    text=Texts(
        ar="أوافق على حفظ بياناتي (الهوية والاسم والجوال وما أكتبه) "
        "واستخدامها لترتيب موعدي والرد على طلبي، داخل المملكة.",
        en="I agree that my data (ID, name, mobile and what I write) are kept and used to arrange my "
        "appointment and to answer my request, within the Kingdom.",
    ),
    given=False,
    given_version=None,
    given_at=None,
)


def _check(*findings: Finding, level: float = 0.0, operator_told: bool = False) -> CheckView:
    """A check of the four parts in their order."""
    lines = tuple(Line(part, finding) for part, finding in zip(KioskPart, findings, strict=True))
    return CheckView(lines, level, Figures(0.46, -31.0, 24.0, (2, 2)), operator_told)


CHECK_RUNNING = _check(Finding.GOOD, Finding.ASKED_TO_SPEAK, Finding.GOOD, Finding.CHECKING, level=0.35)
CHECK_GOOD = _check(Finding.GOOD, Finding.GOOD, Finding.GOOD, Finding.GOOD, level=0.6)
CHECK_NO_CAMERA = _check(Finding.ABSENT, Finding.GOOD, Finding.GOOD, Finding.GOOD, level=0.2)
CHECK_DARK = _check(Finding.DARK, Finding.GOOD, Finding.GOOD, Finding.GOOD, level=0.2)
CHECK_SILENT = _check(Finding.GOOD, Finding.QUIET, Finding.GOOD, Finding.GOOD, level=0.08)
CHECK_ASKED = _check(Finding.GOOD, Finding.GOOD, Finding.ASKED_WHETHER_HEARD, Finding.GOOD, level=0.1)
CHECK_WEAK_NETWORK = _check(Finding.GOOD, Finding.GOOD, Finding.GOOD, Finding.SLOW, level=0.5)
CHECK_ALL_FAILED = _check(Finding.LOST, Finding.DEAF, Finding.UNHEARD, Finding.UNREACHABLE)
CHECK_OPERATOR_TOLD = _check(Finding.NO_PICTURE, Finding.GOOD, Finding.UNHEARD, Finding.GOOD, operator_told=True)


def _point(
    number: int, name: tuple[str, str], km: float | None, days: tuple[PointDay, ...], *, is_here: bool = False
) -> ServicePoint:
    return ServicePoint(
        id=f"p{number}",
        name=Texts(ar=f"صالة مجلس بمحافظة {name[0]}", en=f"Majlis hall, {name[1]}"),
        governorate=Texts(ar=f"محافظة {name[0]}", en=f"{name[1]} Governorate"),
        address=Texts(ar=f"مقر محافظة {name[0]}", en=f"Offices of {name[1]} Governorate"),
        latitude=17.1 + number / 10,
        longitude=42.6,
        distance_km=km,
        is_here=is_here,
        kiosks=number,
        agencies=(_EMIRATE, _MUNICIPALITY),
        days=days,
        phone=None if km is None else f"+96617300000{number}",
    )


_OPEN = OpenSpan(opens=time(8), closes=time(14, 30))
_LATER = OpenSpan(opens=time(16), closes=time(20))


def _week(today: PointDay) -> tuple[PointDay, ...]:
    tomorrow = PointDay(day=FIRST + timedelta(days=1), spans=(_OPEN,), closed=None)
    return (today, tomorrow)


POINTS = ServicePoints(
    zone=_ZONE,
    as_of=NOW - timedelta(minutes=40),
    points=(
        _point(1, ("الدرب", "Ad Darb"), 0.0, _week(PointDay(day=FIRST, spans=(_OPEN,), closed=None)), is_here=True),
        _point(2, ("بيش", "Baysh"), 38.4, _week(PointDay(day=FIRST, spans=(_LATER,), closed=None))),
        _point(3, ("صبيا", "Sabya"), 62.0, _week(PointDay(day=FIRST, spans=(), closed=WhyClosed.HOLIDAY))),
        _point(4, ("ضمد", "Damad"), None, ()),
    ),
)


def help_call(stage: HelpStage, minutes: float) -> HelpCall:
    """A call for the operator that was made so many minutes ago."""
    called = NOW - timedelta(minutes=minutes)
    answered = NOW if stage is HelpStage.ON_THE_WAY else None
    return HelpCall(called_at=called, answered_at=answered, ended_at=None, stage=stage)


ACCEPTED = OfferAccepted(
    ticket_number="48210937",
    office_title=OFFICES[0].title,
    slot=slot(date(2026, 3, 17), 9, 40),
    zone=_ZONE,
    site_name=Texts(ar="محافظة الدرب", en="Ad Darb Governorate"),
)

QUESTIONS = (
    Question(
        "reported",
        Said("هل سبق أن رفعتم بلاغًا عبر مركز 940؟", "Have you reported it to the 940 centre before?"),
        QuestionKind.YES_NO,
        (
            Answer("yes", Said("نعم", "Yes"), question_id="matter"),
            Answer(
                "no",
                Said("لا", "No"),
                not_here=Rejection(
                    Said("مركز البلاغات 940 بأمانة منطقة جازان", "940 reports centre, Municipality of Jazan Region"),
                    Said("تُعالج الملاحظة الجديدة بلاغًا أولًا", "A new remark is handled as a report first"),
                    Said("اتصلوا بالرقم 940 أو اطلبوا من مشغّل الصالة رفعه معكم", "Call 940, or ask the operator"),
                ),
            ),
        ),
    ),
    Question(
        "matter",
        Said("ما موضوع الملاحظة؟", "What is it about?"),
        QuestionKind.CHOICE,
        (
            Answer("streets", Said("الطرق والنظافة والإنارة", "Streets, cleaning and lighting")),
            Answer("permits", Said("رخصة بناء", "A building permit"), service_id="o7-a"),
            Answer("other", Said("أمر آخر", "Something else")),
        ),
    ),
)
ASKING = (
    OFFICES[2]
    .services[0]
    .model_copy(
        update={
            "questions": QUESTIONS,
            "group": "remarks",
            "kinds": (AppointmentKind.VIDEO_KIOSK, AppointmentKind.IN_PERSON, AppointmentKind.HOME_VISIT),
        }
    )
)
"""A service that asks before it is booked, and in several kinds; another office offers the same."""
_PEER = OFFICES[6].services[1].model_copy(update={"group": "remarks"})
ASKING_OFFICES = (
    *OFFICES[:2],
    OFFICES[2].model_copy(update={"services": (ASKING, *OFFICES[2].services[1:])}),
    *OFFICES[3:6],
    OFFICES[6].model_copy(update={"services": (OFFICES[6].services[0], _PEER)}),
)
MEETING_OFFICES = (
    *ASKING_OFFICES[:6],
    ASKING_OFFICES[6].model_copy(
        update={"services": (OFFICES[6].services[0].model_copy(update={"kinds": ASKING.kinds}), _PEER)}
    ),
)
"""The same; the service that one is led to can be had in several kinds as well."""
FOUND = tuple(
    FoundSlot(
        office_id=office_id,
        service_id=service_id,
        site_id="s1",
        kind=AppointmentKind.VIDEO_KIOSK,
        slot=slot(day, hour, minute),
        zone=_ZONE,
        distance_km=0.0,
    )
    for office_id, service_id, day, hour, minute in (
        ("o3", ASKING.id, FIRST, 10, 20),
        ("o7", _PEER.id, FIRST, 11, 0),
        ("o3", ASKING.id, FIRST + timedelta(days=1), 9, 0),
        ("o7", _PEER.id, FIRST + timedelta(days=1), 9, 40),
    )
)
TRIAGED = replace(
    VISIT,
    offices=ASKING_OFFICES,
    office=ASKING_OFFICES[2],
    service=ASKING,
    questions=QUESTIONS,
    asked=("reported",),
    slot=None,
    hold=None,
)
"""Somebody who chose that service."""
PROVISIONS = Provisions(
    kiosk=STATION.kiosk or Kiosk.model_construct(),
    terms=DepositTerms.of("key", public_half(bytes(range(32))), "1", NOT_YET_AGREED.text, NOW),
    offices=Offices(offices=OFFICES),
    month=Month(
        first=FIRST,
        days=28,
        services=tuple(
            MonthOfService(
                office_id=office.id,
                service_id=service.id,
                free=tuple(len(day.slots) for day in AVAILABILITY.days),
                capacity=tuple(day.capacity for day in AVAILABILITY.days),
            )
            for office in OFFICES
            for service in office.services
        ),
    ),
    points=POINTS,
    seen_at=NOW - timedelta(minutes=7),
    clock_behind=timedelta(),
)
LEAVING = replace(
    VISIT,
    goal=Goal.LEAVE_REQUEST,
    session=None,
    slot=None,
    hold=None,
    name="عبدالله بن أحمد المثال",
    days=(date(2026, 3, 17), date(2026, 3, 18)),
    words_to_leave=PROVISIONS.terms,
    receipt=Receipt("7-0012", NOW),
)
"""Somebody leaves a request, as the server is away."""
