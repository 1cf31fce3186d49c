"""A believable inbox of an agency in Jazan, for the desk's screens: nobody in it exists."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from desk_client.client.day import Day, DeskPage, StaffSession, Texts
from desk_client.client.inbox import (
    Attachment,
    Colleague,
    DecidedIn,
    FreeTimes,
    Inbox,
    InboxItem,
    InboxView,
    Request,
    RequestFile,
    Shelf,
    StepDraft,
    StepTaken,
)
from desk_client.client.visit import Office, Service
from desk_client.domain.access import Role
from desk_client.domain.decision import Part
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.request import ANSWER_WITHIN, OPEN_STATES, RequestState, RequestStep, Rung
from tests.gallery import desk_day
from tests.gallery.desk_calendar import SUNDAY, at, slot

ME = "stf_desk"
_AGENCY = Texts(ar="أمانة منطقة جازان", en="Jazan Municipality")
_SURVEY = Texts(ar="رفع مساحي", en="Land survey")
_AUDIENCE = Texts(ar="مقابلة عامة", en="General audience")
_LANDS = Texts(ar="إدارة الأراضي والمساحة", en="Department of Lands and Survey")
_ONE = (AppointmentKind.VIDEO_KIOSK,)
_ROADS = Texts(ar="إدارة الطرق", en="Department of Roads")
NOURA = Colleague(id="stf_noura", name=Texts(ar="نورة سعيد الشهري", en="Noura Alshehri"))
MYSELF = Colleague(id=ME, name=Texts(ar="سامي محمد عريشي", en="Sami Arishi"))
_ASKED = (
    (
        "محمد أحمد الحازمي",
        RequestState.SUBMITTED,
        100,
        None,
        "أطلب مقابلة سعادة الأمين بشأن إعادة مسح أرضي الزراعية في وادي صبيا بعد أن تداخل الصك الجديد مع حدود جاري.",
    ),
    ("عائشة يحيى عقيلي", RequestState.ESCALATED, 78, NOURA, "علاج والدتي خارج المنطقة، وأرجو النظر في حالتها عاجلًا."),
    ("محمد أحمد الحازمي", RequestState.SUBMITTED, 52, None, "متابعة لطلبي السابق عن مسح الأرض."),
    (
        "عبدالله موسى الريثي",
        RequestState.ROUTED,
        30,
        MYSELF,
        "طريق القرية تضرر من السيل ولا تصل إليه سيارات الإسعاف.",
    ),
    ("سلمان جابر غزواني", RequestState.AWAITING_REPLY, 20, MYSELF, "تصريح لمرسى الصيد في فرسان."),
    ("خالد حسين معافا", RequestState.SUBMITTED, 3, None, "أرجو تحديد موعد لمناقشة مخطط الحي."),
    ("فاطمة علي مباركي", RequestState.SUBMITTED, 0, None, "شكوى من تأخر رخصة البناء."),
    ("منى إبراهيم كعبي", RequestState.ROUTED, 0, None, "معاينة الموقع ورفعه مساحيًا، وإفادة المكتب بالنتيجة."),
)
"""Who, how it stands, how many hours ago, whose it is, and the words."""
DECIDED: Final = 7
"""What an outcome asks for."""


def item(index: int) -> InboxItem:
    """One of them."""
    name, state, hours, owner, text = _ASKED[index]
    sent = datetime.now(UTC) - timedelta(hours=hours, minutes=7)
    is_decided = index == DECIDED
    is_routed = state is RequestState.ROUTED
    return InboxItem(
        request=Request(
            id=f"r{index}",
            case_id=f"c{index}",
            version=1,
            state=state,
            agency_id="municipality",
            agency_name=_AGENCY,
            office_id="roads" if is_routed else None,
            office_title=_ROADS if is_routed else None,
            service_id=None if is_decided else "survey" if index in {0, 2} else "audience",
            service_name=None if is_decided else _SURVEY if index in {0, 2} else _AUDIENCE,
            site_id="jazan",
            rung=Rung.SPECIALIST,
            text=text,
            answer=None,
            declined=None,
            appointment_id=None,
            may_book=False,
            submitted_at=sent,
            changed_at=sent,
            decided_in=DecidedIn(appointment_id="a9", part=Part.ACTION) if is_decided else None,
        ),
        citizen_name=name,
        masked_id="\u206610••••••08\u2069",
        is_verified=index != 6,
        owner=owner,
        due_at=sent + ANSWER_WITHIN if state in OPEN_STATES else None,
        work_list=Shelf.UNOWNED if owner is None else Shelf.MINE,
    )


def items() -> tuple[InboxItem, ...]:
    """All of them, what is due first on top."""
    return tuple(item(index) for index in range(len(_ASKED)))


def file(found: InboxItem) -> RequestFile:
    """All that is read of one."""
    sent = found.request.submitted_at
    steps = (
        StepTaken(
            at=sent + timedelta(hours=1),
            step=RequestStep.ROUTE,
            by=NOURA.name,
            office_title=_LANDS,
            given_to=None,
            words="نرجو التحقق من حدود الصك قبل أي موعد.",
        ),
        StepTaken(
            at=sent + timedelta(hours=20),
            step=RequestStep.HAND,
            by=Texts(ar="يحيى حمود خبراني", en="Yahya Khubrani"),
            office_title=None,
            given_to=NOURA.name,
            words=None,
        ),
        StepTaken(
            at=sent + timedelta(hours=26),
            step=RequestStep.ESCALATE,
            by=NOURA.name,
            office_title=_AGENCY,
            given_to=None,
            words="نوصي بمنح موعد: التداخل ثابت في المخطط المعتمد، والجار موافق.",
        ),
    )
    others = (each for each in items() if each.request.id != found.request.id)
    same = tuple(each for each in others if each.citizen_name == found.citizen_name)
    done = steps if found.request.id == "r0" else ()
    return RequestFile(item=found, steps=done, colleagues=(NOURA,), same=same, may_ask_back=True)


def offices() -> tuple[Office, ...]:
    """Where a request may go."""
    nobody = Texts(ar="", en="")
    return tuple(
        Office(
            id=key,
            title=title,
            honorific=nobody,
            holder=nobody,
            agency=_AGENCY,
            order=order,
            services=(Service(id=service, name=name, slot_minutes=20, kinds=kinds, horizon_days=28),),
        )
        for order, (key, title, service, name, kinds) in enumerate(
            (
                ("mayor", Texts(ar="مكتب أمين المنطقة", en="Office of the Mayor"), "audience", _AUDIENCE, _ONE),
                ("lands", _LANDS, "survey", _SURVEY, (AppointmentKind.IN_PERSON, AppointmentKind.VIDEO_KIOSK)),
                ("roads", _ROADS, "road", Texts(ar="بلاغ طريق", en="Road report"), _ONE),
            )
        )
    )


def documents() -> tuple[Attachment, ...]:
    """What was brought with the first of them."""
    return desk_day.brought("a2")


def session(role: Role = Role.COORDINATOR) -> StaffSession:
    """The municipality's customer service, signed in."""
    found = desk_day.session()
    person = found.person.model_copy(
        update={"id": ME, "name": MYSELF.name, "role": role, "office_id": None, "office_title": _AGENCY}
    )
    nobody = Texts(ar="الأستاذ", en="Mr")
    return found.model_copy(update={"person": person.model_copy(update={"honorific": nobody})})


def day(role: Role = Role.COORDINATOR) -> Day:
    """On the inbox's page."""
    return Day(page=DeskPage.INBOX, session=session(role), drafts_by=ME)


def view(
    *, opened: int | None = None, draft: StepDraft | None = None, shelf: Shelf | None = None, is_empty: bool = False
) -> InboxView:
    """The list, with perhaps one that is read, and a step begun."""
    listed = Inbox(items=() if is_empty else items(), next=None if is_empty else "more", now=datetime.now(UTC))
    shown = InboxView(shelf=shelf, listed=listed, offices=offices(), drafts_by=ME)
    if opened is None:
        return shown
    key = f"r{opened}"
    times = FreeTimes(
        "survey",
        AppointmentKind.VIDEO_KIOSK,
        (SUNDAY - timedelta(days=14), SUNDAY),
        tuple(slot(at(day, 10, 20 * n)) for day in (1, 2, 3) for n in range(2)),
        SUNDAY + timedelta(days=14),
    )
    return replace(
        shown,
        opening=key,
        file=file(item(opened)),
        documents=documents() if opened == 0 else (),
        times=times,
        drafts={} if draft is None else {key: draft},
    )
