"""The region as the services work with it: offices, services, sites and schedules, whole and unchanging.

One `Rulebook` is shared by all transactions until an administrator changes something; `rulebook.rules` hands it out.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from desk_client.domain.booking_rules import ChangeRule
from desk_client.domain.decision import Wording
from desk_client.domain.ids import AgencyId, GovernorateId, OfficeId, ServiceId, SiteId
from desk_client.domain.intervals import Interval
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.roster import Duty, receiver_on
from desk_client.domain.schedule import Schedule
from desk_client.domain.slot_grid import SlotGrid, cut_out, ended, slot_grid
from desk_client.domain.slots import SlotRule
from desk_client.domain.triage import Question
from desk_client.protocol.base import Texts

T = TypeVar("T")


def team_resource(team_id: str) -> str:
    """A visiting team, as something to claim."""
    return f"team:{team_id}"


def interpreter_resource(interpreter_id: str) -> str:
    """An interpreter, as something to claim."""
    return f"interpreter:{interpreter_id}"


@dataclass(frozen=True, slots=True)
class OfficeRules:
    """An office and its official."""

    id: OfficeId
    agency_id: AgencyId
    agency: Texts
    title: Texts
    honorific: Texts
    holder: Texts
    zone: str
    rank: int
    rung: str
    shows_position: bool
    schedule: Schedule
    blocked: tuple[Interval, ...]
    """When it does not receive although its schedule is open; apart and in order."""
    seats: int
    """How many may be received at one time, at the most, over all its services."""
    team_ids: tuple[str, ...]
    """Who goes out to visits at home, those who have ended too: see `Rulebook.on_hand`."""
    closed_from: date | None = None
    """The first day on which it receives nobody any more."""
    transaction_link: str | None = None
    """Where its agency's transactions are found, as `domain.transaction_link` has it."""

    def is_closed(self, now: datetime) -> bool:
        """Whether that day has come, by the clock of the office."""
        return self.closed_from is not None and self.closed_from <= now.astimezone(ZoneInfo(self.zone)).date()


@dataclass(frozen=True, slots=True)
class ServiceRules:
    """What one may come to an office about, and within which limits."""

    id: ServiceId
    office_id: OfficeId
    name: Texts
    rank: int
    rule: SlotRule
    kinds: frozenset[AppointmentKind]
    change: ChangeRule
    by_request: bool
    """Booked only by whom triage gave the right to."""
    group_id: str | None
    """Shared with the same service of other offices: whoever is free first may receive."""
    questions: tuple[Question, ...]
    """Asked before it is booked."""
    wordings: tuple[Wording, ...]
    """With which the outcome of its audiences may begin."""
    schedule: Schedule
    """The office's, narrowed to the hours of this service."""
    closed_from: date | None = None
    """The first day on which nobody is received about it any more: its own, or its office's."""


@dataclass(frozen=True, slots=True)
class SiteRules:
    """A hall and its kiosks, in the order of their numbers."""

    id: SiteId
    name: Texts
    governorate: Texts
    governorate_id: GovernorateId
    latitude: float | None
    longitude: float | None
    rank: int
    kiosk_ids: tuple[str, ...]
    address: Texts | None
    phone: str | None
    """In E.164."""
    schedule: Schedule | None
    """When the hall is open; None where nobody has said."""
    closed_from: date | None = None
    """The first day on which nobody is received there any more."""


@dataclass(frozen=True)
class Rulebook:
    """Everything that an administrator lays down about when, where and by whom people are received."""

    version: int
    year: int
    offices: Mapping[OfficeId, OfficeRules]
    services: Mapping[ServiceId, ServiceRules]
    sites: Mapping[SiteId, SiteRules]
    site_of_kiosk: Mapping[str, SiteId]
    kiosk_numbers: Mapping[str, int]
    interpreter_ids: tuple[str, ...]
    """Of sign language, those who have ended too: see `on_hand`."""
    duties: tuple[Duty, ...]
    wording: Mapping[tuple[str, str], str]
    """The administrator's own words for messages, by template and language."""
    ended: Mapping[str, date] = field(default_factory=dict)
    """The visiting teams and interpreters that end, as resources: from which day on they are not sent any more."""
    derived: dict[Hashable, Any] = field(default_factory=dict, repr=False)
    """What services work out of it and keep for as long as it stands, each under keys of its own; see `keep`."""
    _grids: dict[tuple[ServiceId, OfficeId, date, int, date | None], SlotGrid] = field(default_factory=dict, repr=False)
    _pieces: dict[tuple[ServiceId, OfficeId, int], SlotGrid] = field(default_factory=dict, repr=False)

    def attending(self, office_id: OfficeId, day: date) -> OfficeId | None:
        """Who receives for an office on a day: a stand-in, or the office itself; None where the roster is at fault."""
        if not self.duties:
            return office_id
        receiver = receiver_on(self.duties, office_id, day)
        return None if receiver is None else receiver.office_id

    def attendance(self, office_id: OfficeId, first: date, days: int) -> list[tuple[date, int, OfficeId | None]]:
        """Who receives for an office, as `attending` has it, over some days: from which day on, and for how many."""
        beyond = first + timedelta(days=days)
        duties = [duty for duty in self.duties if duty.first < beyond and first <= duty.last]
        if all(duty.office_id != office_id for duty in duties):
            return [(first, days, office_id)]
        # who receives changes only where some duty begins, or is over
        edges = {first, beyond}
        for duty in duties:
            edges |= {day for day in (duty.first, duty.last + _A_DAY) if first < day < beyond}
        found: list[tuple[date, int, OfficeId | None]] = []
        for begins, ends in pairwise(sorted(edges)):
            receiver = receiver_on(duties, office_id, begins)
            attending_id = None if receiver is None else receiver.office_id
            earlier = found.pop() if found and found[-1][2] == attending_id else (begins, 0, attending_id)
            found.append((earlier[0], (ends - earlier[0]).days, attending_id))
        return found

    def on_hand(self, names: tuple[str, ...], day: date) -> tuple[str, ...]:
        """Those of some resources that are still sent on a day."""
        return tuple(each for each in names if each not in self.ended or day < self.ended[each])

    def grid(
        self, service: ServiceRules, attending_id: OfficeId, first: date, days: int, site_id: SiteId | None = None
    ) -> SlotGrid:
        """Where a service's slots lie on some days, in the hours of whoever attends; at a hall, if one is named.

        To make one costs a millisecond for each month; so they are made for fixed stretches of days, kept, and cut.
        """
        at_site = None if site_id is None else self.sites[site_id].closed_from
        closing = (service.closed_from, self.offices[attending_id].closed_from, at_site)
        ends = min((day for day in closing if day is not None), default=None)
        key = (service.id, attending_id, first, days, ends)
        known = self._grids.get(key)
        if known is None:
            numbers = range(first.toordinal() // _PIECE_DAYS, (first.toordinal() + days - 1) // _PIECE_DAYS + 1)
            pieces = [self._piece(service, attending_id, number) for number in numbers]
            if len(self._grids) >= _MOST_GRIDS:
                self._grids.clear()
            whole = cut_out(pieces, first, days)
            known = self._grids[key] = whole if ends is None else ended(whole, ends)
        return known

    def offered(self, service_id: ServiceId, now: datetime) -> ServiceRules | None:
        """A service about which people are received, or will be; None for one that is not there, or is closed."""
        service = self.services.get(service_id)
        if service is None or service.closed_from is None:
            return service
        today = now.astimezone(ZoneInfo(self.offices[service.office_id].zone)).date()
        return service if today < service.closed_from else None

    def receiving(self, office_id: OfficeId, now: datetime) -> OfficeRules | None:
        """An office that is not closed yet; None for any other."""
        office = self.offices.get(office_id)
        return None if office is None or office.is_closed(now) else office

    def keep(self, key: Hashable, value: T) -> T:
        """Put something under `derived`; all of that may be forgotten at any time."""
        if len(self.derived) >= _MOST_GRIDS:
            self.derived.clear()
        self.derived[key] = value
        return value

    def _piece(self, service: ServiceRules, attending_id: OfficeId, number: int) -> SlotGrid:
        key = (service.id, attending_id, number)
        known = self._pieces.get(key)
        if known is None:
            own = attending_id == service.office_id
            schedule = service.schedule if own else self.offices[attending_id].schedule
            if len(self._pieces) >= _MOST_GRIDS:
                self._pieces.clear()
            first = date.fromordinal(number * _PIECE_DAYS)
            blocked = self.offices[attending_id].blocked
            known = self._pieces[key] = slot_grid(schedule, service.rule, first, _PIECE_DAYS, blocked)
        return known


_A_DAY: Final = timedelta(days=1)
_MOST_GRIDS: Final = 20_000
_PIECE_DAYS: Final = 32
