"""The world of the model: appointments, wishes, offers and faults as plain values, and what may be asked of them.

It knows neither the domain's table nor the store: when there are hours, whose time is whose and what is free is said
here once more, in its own words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

OFFICES: Final = {"mayor": "mayor", "roads": "roads-head"}
"""Who receives, and which member of staff sits there."""
SEATS: Final = {"hall": 3, "far": 1}
UNREACHABLE: Final = {9}
"""People without a mobile: nothing is sent to them."""
LENGTH: Final = timedelta(minutes=30)
HORIZON: Final = timedelta(hours=26)
CANCEL_BEFORE: Final = timedelta(minutes=60)
CHANGE_BEFORE: Final = timedelta(minutes=90)
MOST_OPEN: Final = 2
MOST_UNANSWERED: Final = 3
OFFERED_FOR: Final = timedelta(minutes=10)

AHEAD: Final = {"booked", "reminded"}
OPEN: Final = AHEAD | {"checked_in", "waiting", "in_session", "paused"}
ON_THE_LIST: Final = {"waiting", "offered"}
JOB: Final = "system"

_ZONE: Final = ZoneInfo("Asia/Riyadh")
_WORKED: Final = {6, 0, 1, 2, 3}
_DAY: Final = timedelta(days=1)


@dataclass
class Own:
    """An appointment as the model has it; `owned` is whether its time is its own."""

    person: int
    office: str
    attending: str
    site: str | None
    starts_at: datetime
    state: str = "held"
    version: int = 1
    until: datetime | None = None
    owned: bool = True
    offer: bool = False
    priority: int = 0
    follows: str | None = None
    booked_at: datetime | None = None
    queued_at: datetime | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + LENGTH


@dataclass
class Wish:
    """A place on the waitlist."""

    person: int
    office: str
    site: str | None
    before: datetime | None
    own: str | None
    priority: int
    joined_at: datetime
    state: str = "waiting"
    unanswered: int = 0


@dataclass
class Offer:
    """What was offered to a wish, and what became of it."""

    wish: str
    held: str
    expires_at: datetime
    state: str = "open"


@dataclass
class Fault:
    """A time in which a fault was ours; None is everywhere, everybody, or without a known end."""

    starts_at: datetime
    ends_at: datetime | None
    site: str | None = None
    office: str | None = None
    number: int = 0

    def touches(self, own: Own) -> bool:
        return self.site in {None, own.site} and self.office in {None, own.attending}


@dataclass
class World:
    """Everything that the model believes, and what each change must have left in the books."""

    now: datetime
    owns: dict[str, Own] = field(default_factory=dict)
    wishes: dict[str, Wish] = field(default_factory=dict)
    offers: dict[str, Offer] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    beaten_at: datetime | None = None
    audited: defaultdict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    told: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    announced: Counter[tuple[str, str]] = field(default_factory=Counter)
    reminded: set[tuple[str, str, datetime]] = field(default_factory=set)

    # the books

    def note(self, subject: str, action: str, who: str) -> None:
        self.audited[subject].append((action, who))

    def tell(self, key: str, what: str) -> None:
        if self.owns[key].person not in UNREACHABLE:
            self.told[key].append(what)

    def announce(self, key: str) -> None:
        self.announced.update((key, office) for office in {self.owns[key].office, self.owns[key].attending})

    def went(self, key: str, action: str, state: str, who: str) -> None:
        """A step was taken: state, version, audit row, and a hint to whoever watches."""
        own = self.owns[key]
        self.announce(key)
        own.state, own.version = state, own.version + 1
        self.note(key, action, who)

    # hours

    def on_grid(self, at: datetime) -> bool:
        there = at.astimezone(_ZONE)
        return there.weekday() in _WORKED and time(9) <= there.time() < time(12) and there.minute % 30 == 0

    def may_begin(self, at: datetime) -> bool:
        return self.on_grid(at) and self.now <= at <= self.now + HORIZON

    def coming(self) -> Iterator[datetime]:
        """Every slot's start from now on, without end."""
        at = self.now.replace(minute=0, second=0, microsecond=0)
        while True:
            if at >= self.now and self.on_grid(at):
                yield at
            at += LENGTH

    def nth(self, number: int) -> datetime:
        """The n-th start from now on; -1 is the last one that is over."""
        if number >= 0:
            return next(at for place, at in enumerate(self.coming()) if place == number)
        at = self.now.replace(minute=0, second=0, microsecond=0) + LENGTH
        while at >= self.now or not self.on_grid(at):
            at -= LENGTH
        return at

    def starts(self) -> Iterator[datetime]:
        """Every start that may be booked now."""
        for at in self.coming():
            if at > self.now + HORIZON:
                return
            yield at

    @property
    def awake(self) -> bool:
        return time(8) <= self.now.astimezone(_ZONE).time() < time(21)

    @property
    def tomorrow(self) -> datetime:
        return datetime.combine(self.now.astimezone(_ZONE).date() + _DAY, time(0), _ZONE).astimezone(UTC)

    # whose time it is

    def has_time(self, own: Own) -> bool:
        return own.owned and (own.until is None or own.until > self.now)

    def is_free(
        self, person: int | None, office: str, site: str | None, at: datetime, without: frozenset[str] = frozenset()
    ) -> bool:
        there = [
            own for key, own in self.owns.items() if own.starts_at == at and self.has_time(own) and key not in without
        ]
        return all(own.office != office and own.person != person for own in there) and (
            site is None or sum(own.site == site for own in there) < SEATS[site]
        )

    def fault_at(self, own: Own) -> bool:
        """Whether a fault of ours covers any of an appointment's time."""
        return any(
            fault.touches(own)
            and fault.starts_at < own.ends_at
            and (fault.ends_at is None or fault.ends_at > own.starts_at)
            for fault in self.faults
        )

    def open_here(self, person: int, office: str) -> int:
        return sum(
            own.person == person and own.office == office and own.state in OPEN and own.ends_at > self.now
            for own in self.owns.values()
        )

    # where things stand

    def in_state(self, *states: str) -> list[str]:
        return [key for key, own in self.owns.items() if own.state in states]

    def deciding(self) -> set[int]:
        return {self.wishes[offer.wish].person for offer in self.offers.values() if offer.state == "open"}
