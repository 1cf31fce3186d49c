"""The waitlist (قائمة الانتظار): who is offered a slot that became free, and for how long.

An earlier slot is offered by SMS, there are ten minutes to accept, then it goes to the next person; bookings that staff
made are on the list like any other. Also:

- Who lost an appointment through our fault comes first; otherwise whoever joined first. Nothing else counts.
- A person is offered one slot at a time, and one slot is offered to one person at a time.
- Who declines keeps their place: the next slot may suit them. The same slot is not offered to them again.
- Who does not answer keeps their place too, until the third unanswered offer in a row; then their wish rests until they
  show themselves again (accept, decline, sign in, or ask anew). A telephone that is off must not keep every freed slot
  from the others for ten minutes.
- Nobody is woken: offers are made from 08:00 to 21:00 by the office's wall clock.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final, NewType
from zoneinfo import ZoneInfo

from desk_client.domain.ids import OfficeId, PersonId, ServiceId, SiteId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.part_of_day import PartOfDay, part_of

WishId = NewType("WishId", str)

OFFER_LIFETIME: Final = timedelta(minutes=10)
"""How long an offered slot is kept for the person."""

MOST_UNANSWERED: Final = 3
"""After so many offers in a row without an answer, a wish rests."""

FIRST_OFFER: Final = time(8)
LAST_OFFER: Final = time(21)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody would rather have than what they have.

    Attributes:
        id: of the wish.
        person_id: whose it is.
        office_id: with whom they want to speak.
        service_id: about what.
        kinds: the kinds that suit them; one at least.
        joined_at: when they joined the list.
        sites: the sites that suit them; empty for any. Counts for kinds with a site.
        part: the part of the day that suits them; None for any.
        earlier_than: when their own appointment begins, where they have one: only what is earlier is offered.
        first_at: before this they cannot come; None from now on.
        fault_was_ours: whether they lost an appointment because of us.
        unanswered: offers in a row that they did not answer.
    """

    id: WishId
    person_id: PersonId
    office_id: OfficeId
    service_id: ServiceId
    kinds: frozenset[AppointmentKind]
    joined_at: datetime
    sites: frozenset[SiteId] = frozenset()
    part: PartOfDay | None = None
    earlier_than: datetime | None = None
    first_at: datetime | None = None
    fault_was_ours: bool = False
    unanswered: int = 0

    @property
    def rests(self) -> bool:
        """Whether nothing is offered until the person shows themselves."""
        return self.unanswered >= MOST_UNANSWERED


@dataclass(frozen=True, slots=True)
class FreedSlot:
    """One way in which time that became free may be used. The same time may serve several kinds, sites, services.

    Attributes:
        office_id: whose time it is.
        service_id: for what.
        kind: how.
        starts_at: when.
        zone: of the office, whose wall clock says what is a morning.
        site_id: where, for a kind with a site.
    """

    office_id: OfficeId
    service_id: ServiceId
    kind: AppointmentKind
    starts_at: datetime
    zone: ZoneInfo
    site_id: SiteId | None = None


def turn(wish: Wish) -> tuple[bool, datetime, WishId]:
    """What wishes are ordered by: our fault first, then the time of joining; the id only to be definite."""
    return (not wish.fault_was_ours, wish.joined_at, wish.id)


def suits(wish: Wish, slot: FreedSlot) -> bool:
    """Whether the person would take this slot."""
    return (
        wish.office_id == slot.office_id
        and wish.service_id == slot.service_id
        and slot.kind in wish.kinds
        and (not wish.sites or slot.site_id is None or slot.site_id in wish.sites)
        and (wish.part is None or wish.part is part_of(slot.starts_at, slot.zone))
        and (wish.earlier_than is None or slot.starts_at < wish.earlier_than)
        and (wish.first_at is None or slot.starts_at >= wish.first_at)
    )


def next_in_line(
    wishes: Iterable[Wish],
    ways: Iterable[FreedSlot],
    offered: Collection[WishId] = (),
    busy: Collection[PersonId] = (),
) -> tuple[Wish, FreedSlot] | None:
    """Who is offered the time that became free, and as what; None where nobody wants it, and it is everybody's again.

    Args:
        wishes: all that might want it, in any order.
        ways: the ways in which the time may be used, the best first.
        offered: wishes to which this very time was offered already.
        busy: people who are deciding on another offer, or who are taken at that time.
    """
    options = tuple(ways)
    for wish in sorted(wishes, key=turn):
        if wish.rests or wish.id in offered or wish.person_id in busy:
            continue
        for slot in options:
            if suits(wish, slot):
                return wish, slot
    return None


def may_be_offered(starts_at: datetime, now: datetime, lead_time: timedelta, zone: ZoneInfo) -> bool:
    """Whether time that became free is offered to the list at all now.

    Not in the night, and not so late that the service's notice would be over before the person has answered.
    """
    in_time = now + OFFER_LIFETIME + lead_time <= starts_at
    return in_time and FIRST_OFFER <= now.astimezone(zone).time() < LAST_OFFER


def expires_at(offered_at: datetime) -> datetime:
    """When an offer goes to the next person."""
    return offered_at + OFFER_LIFETIME
