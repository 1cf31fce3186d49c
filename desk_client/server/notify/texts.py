"""The Arabic texts of messages, and how long they are (domain rule "SMS").

Codes and numbers stand between bidi isolates, so that no phone shows them in pieces.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from desk_client.i18n.bidi import isolated, without_marks
from desk_client.i18n.dates import clock_time, gregorian_date, weekday_name
from desk_client.i18n.language import Language

_ONE_PART: Final = 70
_JOINED_PART: Final = 67


def code_text(code: str, lifetime: timedelta) -> str:
    """The sign-in code and for how many minutes it is good."""
    minutes = int(lifetime.total_seconds()) // 60
    return f"مجلس: رمز الدخول {isolated(code)} صلاحيته بالدقائق: {minutes}. لا تخبر به أحداً."


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a booking's message says."""

    number: str
    code: str
    office_title: str
    site_name: str
    starts_at: datetime
    zone: str


def ticket_text(ticket: Ticket) -> str:
    """The ticket: whom one meets, when and where, number and code."""
    wall = ticket.starts_at.astimezone(ZoneInfo(ticket.zone))
    day = without_marks(f"{weekday_name(wall.date(), Language.ARABIC)} {gregorian_date(wall.date(), Language.ARABIC)}")
    hour = without_marks(clock_time(wall.time(), Language.ARABIC))
    return (
        f"مجلس: موعدكم لدى {ticket.office_title}\n"
        f"{day}، {hour}\n"
        f"المكان: {ticket.site_name}\n"
        f"التذكرة {isolated(ticket.number)} الرمز {isolated(ticket.code)}"
    )


def outcome_text(number: str) -> str:
    """Word that the outcome of an audience may be read."""
    return f"مجلس: صدرت نتيجة موعدكم رقم {isolated(number)}. يمكنكم الاطلاع عليها وتأكيدها في أي كشك."


def sms_parts(text: str) -> int:
    """How many messages an Arabic text takes: UCS-2, 70 characters alone or 67 when joined."""
    units = len(text.encode("utf-16-le")) // 2
    return 1 if units <= _ONE_PART else -(-units // _JOINED_PART)
