"""What a service wants to tell somebody, as values; in which words is the template's affair.

In Arabic and Urdu, codes and numbers stand between bidi isolates, so that no phone shows them in pieces. In English
they do not: one such mark would take the whole message out of the GSM alphabet and make it more than twice as dear.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from desk_client.i18n.bidi import isolated, without_marks
from desk_client.i18n.dates import clock_time, gregorian_date, weekday_name
from desk_client.i18n.language import Language
from desk_client.protocol.base import Texts
from desk_client.server.notify.templates import TemplateKey


@dataclass(frozen=True, slots=True)
class SignInCode:
    """A code, and for how long it is good."""

    key: ClassVar[TemplateKey] = TemplateKey.SIGN_IN_CODE
    code: str
    lifetime: timedelta

    def values(self, language: Language) -> Mapping[str, str]:
        """The placeholders' values."""
        return {"code": _code(self.code, language), "minutes": _minutes(self.lifetime)}


@dataclass(frozen=True, slots=True)
class Meeting:
    """Whom one meets, when and where: what every message about an appointment is made of.

    Attributes:
        place: the site, the office's room, the address; for a call from one's own computer, the words for that.
        zone: IANA name of the zone whose wall time is told.
    """

    office: Texts
    starts_at: datetime
    zone: str
    place: Texts
    ticket_number: str

    def values(self, language: Language) -> dict[str, str]:
        """The placeholders' values."""
        wall = self.starts_at.astimezone(ZoneInfo(self.zone))
        day = f"{weekday_name(wall.date(), language)} {gregorian_date(wall.date(), language)}"
        return {
            "office": said(self.office, language),
            "day": without_marks(day),
            "time": without_marks(clock_time(wall.time(), language)),
            "place": said(self.place, language),
            "number": _code(self.ticket_number, language),
        }


@dataclass(frozen=True, slots=True)
class Ticket:
    """The booking's confirmation, with the code by which it can be changed."""

    key: ClassVar[TemplateKey] = TemplateKey.TICKET
    meeting: Meeting
    code: str

    def values(self, language: Language) -> Mapping[str, str]:
        """The placeholders' values."""
        return self.meeting.values(language) | {"code": _code(self.code, language)}


@dataclass(frozen=True, slots=True)
class AboutMeeting:
    """A message that says no more than the meeting itself: a reminder, a cancellation, a new time, a missed one."""

    key: TemplateKey
    meeting: Meeting

    def values(self, language: Language) -> Mapping[str, str]:
        """The placeholders' values."""
        return self.meeting.values(language)


@dataclass(frozen=True, slots=True)
class WaitlistOffer:
    """An earlier time, the code that accepts it, and until when."""

    key: ClassVar[TemplateKey] = TemplateKey.WAITLIST_OFFER
    meeting: Meeting
    code: str
    lifetime: timedelta

    def values(self, language: Language) -> Mapping[str, str]:
        """The placeholders' values."""
        return self.meeting.values(language) | {
            "code": _code(self.code, language),
            "minutes": _minutes(self.lifetime),
        }


@dataclass(frozen=True, slots=True)
class GuestLink:
    """By which somebody joins from a browser. No mark stands beside the link: phones take it for a part of it."""

    key: ClassVar[TemplateKey] = TemplateKey.GUEST_LINK
    meeting: Meeting
    url: str

    def values(self, language: Language) -> Mapping[str, str]:
        """The placeholders' values."""
        return self.meeting.values(language) | {"link": self.url}


@dataclass(frozen=True, slots=True)
class OutcomeReady:
    """What was decided may be read."""

    key: ClassVar[TemplateKey] = TemplateKey.OUTCOME_READY
    ticket_number: str

    def values(self, language: Language) -> Mapping[str, str]:
        """The placeholders' values."""
        return {"number": _code(self.ticket_number, language)}


@dataclass(frozen=True, slots=True)
class QueueMoved:
    """The range of time in which one is now expected to enter."""

    key: ClassVar[TemplateKey] = TemplateKey.QUEUE_MOVED
    office: Texts
    ticket_number: str
    earliest: datetime
    latest: datetime
    zone: str

    def values(self, language: Language) -> Mapping[str, str]:
        """The placeholders' values."""
        zone = ZoneInfo(self.zone)
        return {
            "office": said(self.office, language),
            "number": _code(self.ticket_number, language),
            "earliest": without_marks(clock_time(self.earliest.astimezone(zone).time(), language)),
            "latest": without_marks(clock_time(self.latest.astimezone(zone).time(), language)),
        }


@dataclass(frozen=True, slots=True)
class AboutRequest:
    """A request was passed on or answered; the answer itself is read at a kiosk."""

    key: TemplateKey
    unit: Texts

    def values(self, language: Language) -> Mapping[str, str]:
        """The placeholders' values."""
        return {"unit": said(self.unit, language)}


@dataclass(frozen=True, slots=True)
class RequestDeclined:
    """Which unit declines, why, and where the person goes next."""

    key: ClassVar[TemplateKey] = TemplateKey.REQUEST_DECLINED
    unit: str
    reason: str
    next_step: str

    def values(self, language: Language) -> Mapping[str, str]:
        """The placeholders' values."""
        del language  # staff wrote them in the person's own
        return {"unit": self.unit, "reason": self.reason, "next": self.next_step}


@dataclass(frozen=True, slots=True)
class RequestAsked:
    """There is a question; the link leads to it. No mark stands beside it: phones take it for a part of it."""

    key: ClassVar[TemplateKey] = TemplateKey.REQUEST_ASKED
    unit: Texts
    url: str

    def values(self, language: Language) -> Mapping[str, str]:
        """The placeholders' values."""
        return {"unit": said(self.unit, language), "link": self.url}


Notice = (
    SignInCode
    | Ticket
    | AboutMeeting
    | WaitlistOffer
    | GuestLink
    | OutcomeReady
    | QueueMoved
    | AboutRequest
    | RequestDeclined
    | RequestAsked
)


def said(texts: Texts, language: Language) -> str:
    """The text in a language's script; where that one was left empty, the other."""
    return language.best_of(texts.ar, texts.en)


def _code(code: str, language: Language) -> str:
    return isolated(code) if language.is_right_to_left else code


def _minutes(span: timedelta) -> str:
    return str(int(span.total_seconds()) // 60)
