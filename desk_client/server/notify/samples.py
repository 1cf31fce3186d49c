"""One example of each notice: what an administrator sees in a preview."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Final

from desk_client.protocol.base import Texts
from desk_client.server.notify.notices import (
    AboutMeeting,
    AboutRequest,
    GuestLink,
    Meeting,
    Notice,
    OutcomeReady,
    QueueMoved,
    RequestAsked,
    RequestDeclined,
    SignInCode,
    Ticket,
    WaitlistOffer,
)
from desk_client.server.notify.templates import TemplateKey

_AT: Final = datetime(2026, 11, 22, 6, tzinfo=UTC)
_ZONE: Final = "Asia/Riyadh"
_OFFICE: Final = Texts(ar="أمير منطقة جازان", en="the Emir of Jazan")
_MEETING: Final = Meeting(
    _OFFICE, _AT, _ZONE, Texts(ar="صالة مجلس بمحافظة أحد المسارحة", en="Ahad Al Masarihah hall"), "10001"
)
_UNIT: Final = Texts(ar="إدارة الطرق", en="the roads department")

_NOTICES: Final[tuple[Notice, ...]] = (
    SignInCode("012345", timedelta(minutes=5)),
    Ticket(_MEETING, "654321"),
    AboutMeeting(TemplateKey.REMINDER_DAY, _MEETING),
    AboutMeeting(TemplateKey.REMINDER_HOUR, _MEETING),
    AboutMeeting(TemplateKey.CANCELLED_BY_OFFICE, _MEETING),
    AboutMeeting(TemplateKey.CANCELLED_BY_YOU, _MEETING),
    AboutMeeting(TemplateKey.MOVED, _MEETING),
    AboutMeeting(TemplateKey.NO_SHOW, _MEETING),
    AboutMeeting(TemplateKey.FAULT_REBOOKED, _MEETING),
    WaitlistOffer(_MEETING, "7788", timedelta(minutes=10)),
    GuestLink(_MEETING, "https://majlis.example/guest#0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"),
    OutcomeReady("10001"),
    QueueMoved(_OFFICE, "10001", _AT, _AT + timedelta(minutes=20), _ZONE),
    AboutRequest(TemplateKey.REQUEST_ARRIVED, _UNIT),
    AboutRequest(TemplateKey.REQUEST_ROUTED, _UNIT),
    RequestAsked(_UNIT, "https://majlis.example/reply#0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"),
    AboutRequest(TemplateKey.REQUEST_MERGED, _UNIT),
    AboutRequest(TemplateKey.WAITLIST_ENDED, _UNIT),
    AboutRequest(TemplateKey.REQUEST_ANSWERED, _UNIT),
    RequestDeclined("إدارة الطرق", "الطريق ملكية خاصة", "مراجعة مالك الأرض"),
)

SAMPLES: Final[Mapping[TemplateKey, Notice]] = MappingProxyType({notice.key: notice for notice in _NOTICES})
