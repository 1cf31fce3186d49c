"""Requests of one person, in every state that a request has; nobody in them exists."""

from datetime import timedelta
from typing import Any, Final

from desk_client.client.visit import OwnRequest, OwnStep, Request, Texts
from desk_client.domain.request import RequestState, RequestStep, Rung
from desk_client.protocol.requests import Declined
from tests.gallery import kiosk_samples as sample

_DAY: Final = timedelta(days=1)
AGENCY: Final = Texts(ar="أمانة منطقة جازان", en="Jazan Region Municipality")
ROADS: Final = Texts(ar="إدارة الطرق والجسور", en="Roads and Bridges Department")
MAYOR: Final = Texts(ar="أمين منطقة جازان", en="Mayor of Jazan Region")
ASKED: Final = (
    "طريق قرية المحلة غير معبّد، ويتعذر على سيارة الإسعاف والحافلة المدرسية الوصول إلينا بعد المطر. "
    "نرجو سفلتته أو تسويته قبل موسم الأمطار."
)
ANSWER: Final = (
    "أُدرج طريق المحلة ضمن برنامج السفلتة لهذا العام. يبدأ العمل فيه بعد إجازة العيد، ويستغرق أربعة أسابيع.\n"
    "وحتى ذلك الحين تُسوّي فرقة الصيانة الطريق بعد كل مطر؛ للإبلاغ اتصلوا بالرقم 940."
)
QUESTION: Final = "ما أقرب معلم إلى الجزء الذي يتعذر المرور فيه، وكم يبلغ طوله تقريبًا؟"


def request(number: int, state: RequestState, **changed: Any) -> Request:
    """One that lies with the municipality, or did."""
    whole: dict[str, Any] = {
        "id": f"req_{number}",
        "case_id": f"cas_{number}",
        "version": 3,
        "state": state,
        "agency_id": "town",
        "agency_name": AGENCY,
        "office_id": None,
        "office_title": None,
        "service_id": "roads-desk",
        "service_name": Texts(ar="ملاحظات الطرق", en="Remarks on roads"),
        "site_id": "s1",
        "rung": Rung.SPECIALIST,
        "text": ASKED,
        "answer": None,
        "declined": None,
        "appointment_id": None,
        "may_book": False,
        "submitted_at": sample.NOW - (number + 4) * _DAY,
        "changed_at": sample.NOW - number * _DAY,
    }
    return Request(**(whole | changed))


_WITH_ROADS: Final = {"office_id": "roads", "office_title": ROADS}
NEW: Final = request(1, RequestState.SUBMITTED, text="أرجو تحديد موعد لمناقشة رخصة بناء سكنية.")
ROUTED: Final = request(2, RequestState.ROUTED, **_WITH_ROADS)
ASKED_BACK: Final = request(3, RequestState.AWAITING_REPLY, **_WITH_ROADS)
ANSWERED: Final = request(4, RequestState.ANSWERED, answer=ANSWER, **_WITH_ROADS)
DECLINED: Final = request(
    5,
    RequestState.DECLINED,
    declined=Declined(
        unit="إدارة الطرق والجسور",
        reason="الطريق ضمن نطاق وزارة النقل، وليس من الطرق التي تصونها الأمانة.",
        next_step="يُقدَّم الطلب إلى فرع وزارة النقل في جازان، أو عبر الرقم 938.",
    ),
    **_WITH_ROADS,
)
MAY_BOOK: Final = request(6, RequestState.SCHEDULED, may_book=True, office_id="mayor", office_title=MAYOR)
GIVEN: Final = request(7, RequestState.SCHEDULED, appointment_id="a2", office_id="mayor", office_title=MAYOR)
MERGED: Final = request(8, RequestState.MERGED, merged_into="req_4", text="تذكير بطلب سفلتة طريق المحلة.")
WITHDRAWN: Final = request(9, RequestState.WITHDRAWN)
ALL: Final = (NEW, ROUTED, ASKED_BACK, ANSWERED, DECLINED, MAY_BOOK, GIVEN, MERGED, WITHDRAWN)


def step(taken: RequestStep, days_ago: int, unit: Texts | None = ROADS, words: str | None = None) -> OwnStep:
    """Something that became of it."""
    return OwnStep(at=sample.NOW - days_ago * _DAY, step=taken, unit=unit, words=words)


_ON_ITS_WAY: Final = (step(RequestStep.ROUTE, 6),)
_ASKED: Final = (*_ON_ITS_WAY, step(RequestStep.ASK_BACK, 5, words=QUESTION))
_REPLIED: Final = (
    *_ASKED,
    step(RequestStep.REPLY, 4, None, "عند مسجد المحلة، وطوله نحو كيلومترين."),
    step(RequestStep.ESCALATE, 4, MAYOR),
)
COURSES: Final = {
    NEW.id: OwnRequest(request=NEW, steps=()),
    ROUTED.id: OwnRequest(request=ROUTED, steps=_ON_ITS_WAY),
    ASKED_BACK.id: OwnRequest(request=ASKED_BACK, steps=_ASKED, question=QUESTION),
    ANSWERED.id: OwnRequest(request=ANSWERED, steps=(*_REPLIED, step(RequestStep.ANSWER, 3))),
    DECLINED.id: OwnRequest(request=DECLINED, steps=(*_ON_ITS_WAY, step(RequestStep.DECLINE, 3))),
    MAY_BOOK.id: OwnRequest(request=MAY_BOOK, steps=(step(RequestStep.GIVE_SLOT, 3, MAYOR),)),
    GIVEN.id: OwnRequest(request=GIVEN, steps=(step(RequestStep.GIVE_SLOT, 3, MAYOR),)),
    MERGED.id: OwnRequest(request=MERGED, steps=(step(RequestStep.MERGE, 3, AGENCY),)),
    WITHDRAWN.id: OwnRequest(request=WITHDRAWN, steps=(step(RequestStep.WITHDRAW, 2, None),)),
}
