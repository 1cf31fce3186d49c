"""A believable day in Jazan, for the desk's screens: nobody in it exists."""

from datetime import UTC, date, datetime, time, timedelta

from desk_client.client.case_thread import Advice, PastRequest, UnheldAudience
from desk_client.client.chat_lines import ChatAuthor, ChatLine
from desk_client.client.day import (
    Agenda,
    AgendaItem,
    Attachment,
    Brief,
    Day,
    DeskPage,
    PastAudience,
    StaffSession,
    Texts,
)
from desk_client.client.visit import Slot
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import ActionItem, Decision, DecisionCode
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.kiosk_health import Presence
from desk_client.domain.request import RequestState
from desk_client.protocol.requests import Declined
from tests.gallery.outcome_samples import TRANSACTIONS, transaction

_WALL = timedelta(hours=3)
_KIOSKS = (1, 3, 2, 1, 4, 2, 1)
_SERVICES = (
    Texts(ar="مقابلة عامة", en="General audience"),
    Texts(ar="الأراضي والتعديات", en="Land and encroachment"),
    Texts(ar="الشؤون الاجتماعية", en="Social affairs"),
)
_SITES = (
    Texts(ar="محافظة صبيا", en="Sabya Governorate"),
    Texts(ar="محافظة فيفاء", en="Fayfa Governorate"),
    Texts(ar="محافظة فرسان", en="Farasan Governorate"),
)
_PEOPLE = (
    ("فاطمة علي مباركي", AppointmentState.CONFIRMED, "10••••••26", ""),
    ("حسن إبراهيم الفيفي", AppointmentState.COMPLETED, "11••••••40", "تعويض عن مزرعة تضررت من السيل"),
    (
        "محمد أحمد الحازمي",
        AppointmentState.WAITING,
        "10••••••08",
        "أطلب إعادة مسح أرضي الزراعية في وادي صبيا بعد أن تداخل الصك الجديد مع حدود جاري، وقد تأخرت المعاملة سنتين.",
    ),
    ("عائشة يحيى عقيلي", AppointmentState.WAITING, "10••••••74", "علاج والدتي خارج المنطقة"),
    ("عبدالله موسى الريثي", AppointmentState.BOOKED, "10••••••52", "طريق القرية إلى الجبل"),
    ("سلمان جابر غزواني", AppointmentState.BOOKED, "24••••••95", "تصريح لمرسى الصيد"),
    ("خالد حسين معافا", AppointmentState.NO_SHOW, "10••••••31", ""),
)


def _today() -> date:
    return (datetime.now(UTC) + _WALL).date()


def items(talking: str | None = None) -> tuple[AgendaItem, ...]:
    """The day's audiences, twenty minutes each from nine; ``talking`` names the one in the talk."""
    first = datetime.combine(_today(), time(9), UTC) - _WALL
    now = datetime.now(UTC)
    made = []
    for index, (name, state, masked, subject) in enumerate(_PEOPLE):
        starts = first + timedelta(minutes=20 * index)
        is_here = state is AppointmentState.WAITING
        made.append(
            AgendaItem(
                id=f"a{index}",
                version=1,
                kind=AppointmentKind.VIDEO_KIOSK,
                interpreter=False,
                priority=False,
                state=AppointmentState.IN_SESSION if f"a{index}" == talking else state,
                slot=Slot(starts_at=starts, ends_at=starts + timedelta(minutes=20), wall_time=(starts + _WALL).time()),
                zone="Asia/Riyadh",
                citizen_name=name,
                masked_id=f"\u2066{masked}\u2069",
                service_name=_SERVICES[index % 3],
                subject=subject,
                site_name=_SITES[index % 3],
                kiosk_number=_KIOSKS[index],
                present_since=now - timedelta(minutes=17 - 4 * index) if is_here else None,
                position=index - 1 if is_here and f"a{index}" != talking else None,
                earliest_min=5 * (index - 2) if is_here else None,
                latest_min=5 * (index - 1) if is_here else None,
                presence=Presence.GOOD if index == 2 else Presence.POOR if is_here else None,
            )
        )
    return tuple(made)


def brief(item: AgendaItem) -> Brief:
    """The brief of one of them; who waits longest was here before."""
    earlier = PastAudience(
        held_at=item.slot.starts_at - timedelta(days=212),
        office_title=Texts(ar="أمانة منطقة جازان", en="Jazan Municipality"),
        service_name=Texts(ar="رفع مساحي", en="Land survey"),
        decision=Decision(
            DecisionCode.DIRECTED,
            "توجيه إدارة الأراضي بإرسال فريق مسح خلال أسبوعين وإفادة صاحب الطلب.",
            "إدارة الأراضي",
            actions=(ActionItem("رفع تقرير المسح", "إدارة الأراضي", date(2026, 6, 1)),),
            transaction_number="445123/47",
        ),
        chat=chat()[1:2],
        same_case=True,
    )
    came_before = before(item) if item.id == "a2" else {}
    return Brief.model_validate(
        {
            "item": item,
            "verified_by": "sms_code",
            "verified_at": item.slot.starts_at - timedelta(days=4),
            "booked_at": item.slot.starts_at - timedelta(days=4),
            "history": (earlier,) if item.id == "a2" else (),
            "transactions": (transaction(item.slot.starts_at, "445123/47"),) if item.id == "a2" else (),
            "transaction_link": TRANSACTIONS,
            **came_before,
        }
    )


def before(item: AgendaItem) -> dict[str, tuple[object, ...]]:
    """What is recommended for them, what they asked before, and what came to nothing."""
    at = item.slot.starts_at
    lands, water = Texts(ar="إدارة الأراضي", en="Lands Department"), Texts(ar="فرع المياه", en="Water Branch")
    return {
        "advice": (
            Advice(
                at=at - timedelta(days=5),
                by=Texts(ar="نورة سعد الغامدي", en="Noura Al-Ghamdi"),
                unit=lands,
                to=Texts(ar="مكتب أمير منطقة جازان", en="Office of the Emir of Jazan"),
                words="نوصي بإيفاد لجنة مسح مشتركة مع كتابة العدل، فالصكان صادران عن جهتين مختلفتين.",
                is_recommendation=True,
            ),
        ),
        "requests": (
            PastRequest(
                submitted_at=at - timedelta(days=9),
                changed_at=at - timedelta(days=5),
                state=RequestState.SCHEDULED,
                unit=lands,
                service_name=_SERVICES[1],
                text="إعادة مسح أرضي الزراعية في وادي صبيا",
                same_case=True,
            ),
            PastRequest(
                submitted_at=at - timedelta(days=90),
                changed_at=at - timedelta(days=88),
                state=RequestState.DECLINED,
                unit=water,
                service_name=None,
                declined=Declined(
                    unit="فرع المياه بصبيا",
                    reason="الموقع خارج نطاق الشبكة هذا العام.",
                    next_step="يُعاد التقديم مع خطة العام القادم.",
                ),
            ),
        ),
        "unheld": tuple(
            UnheldAudience(
                starts_at=at - timedelta(days=days),
                state=state,
                office_title=Texts(ar="أمانة منطقة جازان", en="Jazan Municipality"),
                service_name=_SERVICES[0],
            )
            for days, state in ((40, AppointmentState.CANCELLED), (300, AppointmentState.NO_SHOW))
        ),
    }


def chat() -> tuple[ChatLine, ...]:
    """What both sides wrote beside a talk."""
    said = (
        (ChatAuthor.OFFICIAL, "ما رقم معاملتكم لدى الأمانة؟"),
        (ChatAuthor.CITIZEN, "445123، بتاريخ 1447/06/12"),
        (ChatAuthor.DELEGATE, "وجدتُها: هي لدى إدارة الأراضي منذ أسبوعين، ولم يُرفع التقرير المساحي بعد."),
        (ChatAuthor.CITIZEN, "شكرًا لكم"),
    )
    return tuple(
        ChatLine(id=f"cht_{index}", author=author, text=text, sent_at=datetime(2026, 3, 15, 6, 12 + index, tzinfo=UTC))
        for index, (author, text) in enumerate(said)
    )


def brought(appointment_id: str) -> tuple[Attachment, ...]:
    """What the visitor of one of them brought."""
    if appointment_id != "a2":
        return ()
    at = datetime.now(UTC) - timedelta(days=1)
    return tuple(
        Attachment(id=f"att_{size}", name=name, media_type=kind, size=size, added_at=at)
        for name, kind, size in (
            ("صك الأرض رقم 4821.pdf", "application/pdf", 2_400_000),
            ("IMG_20260315_0712.jpg", "image/jpeg", 840_000),
        )
    )


def session() -> StaffSession:
    """The emir's office, signed in."""
    return StaffSession.model_validate(
        {
            "token": "sample",
            "person": {
                "id": "p1",
                "name": {"ar": "أمير منطقة جازان", "en": "Emir of Jazan Region"},
                "office_id": "emir",
                "office_title": {"ar": "مكتب أمير منطقة جازان", "en": "Office of the Emir of Jazan"},
                "honorific": {"ar": "صاحب السمو الملكي", "en": "His Royal Highness"},
            },
            "expires_at": datetime.now(UTC) + timedelta(hours=8),
        }
    )


def day(
    page: DeskPage,
    *,
    opened: str | None = None,
    unseen: frozenset[str] = frozenset(),
    talking: str | None = None,
    is_empty: bool = False,
) -> Day:
    """A day on a page."""
    listed = () if is_empty else items(talking)
    found = next((item for item in listed if item.id == opened), None)
    return Day(
        page=page,
        session=session(),
        agenda=Agenda(date=_today(), items=listed),
        brief=brief(found) if found is not None else None,
        documents=brought(found.id) if found is not None else (),
        unseen=unseen,
    )
