"""The address at which a member of staff's own calendar program reads their office's calendar.

Whoever has the address reads it: so it says no name unless the person wanted that, it is told once and kept as a hash,
a new one ends the former, and it opens nothing any more once the person has left the office or was disabled.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from sqlalchemy import delete, insert, select, true

from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import OfficeId
from desk_client.domain.intervals import Interval
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.language import Language
from desk_client.protocol.office_calendars import BusyKind, Feed, FeedAsk
from desk_client.server.calendars.feed_file import FeedEvent, Status, feed
from desk_client.server.notify.notices import said
from desk_client.server.security.tokens import TOKEN_BYTES, hashed, new_token
from desk_client.server.services.actor import BY_BROWSER, Actor
from desk_client.server.services.booking.appointments import opened, record_of, records
from desk_client.server.services.calendar import lying
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.calendars import busy_time, calendar_feed
from desk_client.server.storage.tables.people import staff

PATH: Final = "/v1/calendar-feeds"
_BEFORE: Final = timedelta(days=30)
_AHEAD: Final = timedelta(days=180)
_MOST_EVENTS: Final = 2_000
_DOMAIN: Final = "majlis"
"""Where no name of this server is known; an appointment's id alone is unique as well."""

_KINDS: Final[Mapping[AppointmentKind, Mapping[Language, str]]] = MappingProxyType(
    {
        AppointmentKind.VIDEO_KIOSK: {Language.ARABIC: "موعد مرئي", Language.ENGLISH: "Video audience"},
        AppointmentKind.VIDEO_OWN: {Language.ARABIC: "موعد مرئي", Language.ENGLISH: "Video audience"},
        AppointmentKind.IN_PERSON: {Language.ARABIC: "موعد حضوري", Language.ENGLISH: "Audience in person"},
        AppointmentKind.HOME_VISIT: {Language.ARABIC: "زيارة منزلية", Language.ENGLISH: "Home visit"},
    }
)
_BLOCKED: Final[Mapping[Language, str]] = MappingProxyType(
    {Language.ARABIC: "وقت محجوب", Language.ENGLISH: "Blocked time"}
)


def own(transaction: Transaction, actor: Actor) -> Feed | Refusal:
    """Whether the actor has a feed. Refusal: FORBIDDEN."""
    if (refusal := _refused(transaction, actor)) is not None:
        return refusal
    row = transaction.connection.execute(
        select(calendar_feed).where(calendar_feed.c.staff_id == actor.staff_id)
    ).one_or_none()
    return Feed() if row is None else Feed(made_at=row.made_at, shows_names=row.shows_names)


def make(transaction: Transaction, actor: Actor, ask: FeedAsk) -> Feed | Refusal:
    """A new address, in the place of a former one. Refusal: FORBIDDEN."""
    if (refusal := _refused(transaction, actor)) is not None:
        return refusal
    token = new_token(transaction.random(TOKEN_BYTES))
    transaction.connection.execute(delete(calendar_feed).where(calendar_feed.c.staff_id == actor.staff_id))
    transaction.connection.execute(
        insert(calendar_feed).values(
            staff_id=actor.staff_id,
            office_id=actor.office_id,
            token_hash=hashed(token),
            language=ask.language,
            shows_names=ask.shows_names,
            made_at=transaction.now,
        )
    )
    record(transaction, actor, "make_calendar_feed_with_names" if ask.shows_names else "make_calendar_feed", actor.id)
    origin = (transaction.settings.public_url or "").rstrip("/")
    return Feed(made_at=transaction.now, shows_names=ask.shows_names, url=f"{origin}{PATH}/{token}.ics")


def end(transaction: Transaction, actor: Actor) -> Refusal | None:
    """From now on the address opens nothing. Refusal: FORBIDDEN."""
    if (refusal := _refused(transaction, actor)) is not None:
        return refusal
    transaction.connection.execute(delete(calendar_feed).where(calendar_feed.c.staff_id == actor.staff_id))
    record(transaction, actor, "end_calendar_feed", actor.id)
    return None


def file_of(transaction: Transaction, token: str) -> bytes | Refusal:
    """The calendar of whoever holds the address. Refusal: NOT_FOUND."""
    row = transaction.connection.execute(
        select(calendar_feed, staff.c.governorate_id)
        .join(staff, staff.c.id == calendar_feed.c.staff_id)
        .where(
            calendar_feed.c.token_hash == hashed(token),
            staff.c.disabled_at.is_(None),
            staff.c.office_id == calendar_feed.c.office_id,
        )
    ).one_or_none()
    if row is None:
        return Refusal(RefusalCode.NOT_FOUND)
    language = Language(row.language)
    office_id = OfficeId(row.office_id)
    domain = urlsplit(transaction.settings.public_url or "").hostname or _DOMAIN
    window = Interval(transaction.now - _BEFORE, transaction.now + _AHEAD)
    whose = _Whose(office_id, row.governorate_id, language, shows_names=row.shows_names, domain=domain)
    events = sorted(
        [*_audiences(transaction, whose, window), *_blocked(transaction, whose, window)],
        key=lambda event: (event.starts_at, event.uid),
    )
    name = said(rules(transaction).offices[office_id].title, language)
    return feed(name, f"{office_id}@{domain}", language.value, events[:_MOST_EVENTS], transaction.now)


@dataclass(frozen=True, slots=True)
class _Whose:
    office_id: OfficeId
    governorate_id: str | None
    language: Language
    shows_names: bool
    domain: str


def _refused(transaction: Transaction, actor: Actor) -> Refusal | None:
    if actor.verified_by == BY_BROWSER:
        return Refusal(RefusalCode.FORBIDDEN)  # it would outlive the browser
    """A feed is of one's own office."""
    if actor.office_id is None or actor.staff_id is None:
        return actor.refused(Action.SEE_AGENDA) or Refusal(RefusalCode.FORBIDDEN)
    return lying.refused(transaction, actor, Action.SEE_AGENDA, actor.office_id)


def _audiences(transaction: Transaction, whose: _Whose, window: Interval) -> Iterator[FeedEvent]:
    """Those to come and those of late; of the cancelled ones only those that a calendar may still show as to come."""
    rows = transaction.connection.execute(
        records()
        .where(
            appointment.c.attending_id == whose.office_id,
            appointment.c.starts_at >= window.starts_at,
            appointment.c.starts_at < window.ends_at,
            appointment.c.state != AppointmentState.HELD.value,
            appointment.c.booked_at.is_not(None),
            (appointment.c.state != AppointmentState.CANCELLED.value) | (appointment.c.starts_at > transaction.now),
            true() if whose.governorate_id is None else appointment.c.governorate_id.in_(["", whose.governorate_id]),
        )
        .order_by(appointment.c.starts_at)
        .limit(_MOST_EVENTS)
    )
    rulebook = rules(transaction)
    for found in (record_of(transaction, row) for row in rows):
        kind = _KINDS[found.kind][whose.language]
        site = "" if found.site_id is None else said(rulebook.sites[found.site_id].name, whose.language)
        yield FeedEvent(
            uid=f"{found.id}@{whose.domain}",
            sequence=found.version,
            starts_at=found.starts_at,
            ends_at=found.ends_at,
            summary=f"{kind}: {found.citizen_name}" if whose.shows_names and found.citizen_name else kind,
            place=site,
            status=Status.CANCELLED if found.state is AppointmentState.CANCELLED else Status.CONFIRMED,
        )


def _blocked(transaction: Transaction, whose: _Whose, window: Interval) -> Iterator[FeedEvent]:
    """What the office blocked itself: what was imported is in the program that reads this already."""
    rows = transaction.connection.execute(
        select(busy_time)
        .where(
            busy_time.c.office_id == whose.office_id,
            busy_time.c.kind == BusyKind.BLOCKED.value,
            busy_time.c.ends_at > window.starts_at,
            busy_time.c.starts_at < window.ends_at,
        )
        .order_by(busy_time.c.starts_at)
        .limit(_MOST_EVENTS)
    )
    for row in rows:
        reason = opened(transaction, lying.REASON, row.id, row.reason_sealed) if whose.shows_names else ""
        yield FeedEvent(
            uid=f"{row.id}@{whose.domain}",
            sequence=0,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            summary=reason or _BLOCKED[whose.language],
            place="",
            status=Status.CONFIRMED,
        )
