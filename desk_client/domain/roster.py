"""The duty roster (جدول المناوبة): who receives in place of an office, and on which days.

While somebody stands in, the visitors of the office are theirs: the slots are cut out of the stand-in's own time, and
what is booked claims that time. A person is then never promised an official who is away, nor an hour that the stand-in
has given to somebody else.

Two duties of one office never share a day: the second one is refused. With "the latest entry wins", an earlier entry
would still stand in the list and be wrong, and whoever was booked with the first stand-in would sit opposite nobody.
Whoever wants another stand-in ends the first duty, and sees then whose bookings have to move.

A stand-in may be away too: then whoever stands in for them receives. Such a chain may not come back to where it began.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desk_client.domain.ids import OfficeId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode


@dataclass(frozen=True, slots=True)
class Receiver:
    """Whose time a visit takes: an office's, or one staff member's. Exactly one of the two is named."""

    office_id: OfficeId | None = None
    staff_id: StaffId | None = None

    def __post_init__(self) -> None:
        if (self.office_id is None) == (self.staff_id is None):
            raise ValueError("an office receives, or a staff member does")


@dataclass(frozen=True, slots=True)
class Duty:
    """On these days, somebody stands in for an office.

    Attributes:
        office_id: whose visitors are received.
        stand_in: by whom. An office receives in its own hours, a staff member in those of the absent office.
        first: the first day, in the absent office's zone.
        last: the last day, which belongs to it.
    """

    office_id: OfficeId
    stand_in: Receiver
    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a duty ends before it begins: {self.first} … {self.last}")

    def covers(self, day: date) -> bool:
        """Whether this day belongs to it."""
        return self.first <= day <= self.last

    def meets(self, other: "Duty") -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


def receiver_on(duties: Iterable[Duty], office_id: OfficeId, day: date) -> Receiver | None:
    """Who receives the office's visitors on a day: the office itself, or whoever stands in at the end of the chain.

    None where the roster leads in a circle, which `entered` does not let in: nobody is there, so nothing is offered.
    """
    stand_ins = {duty.office_id: duty.stand_in for duty in duties if duty.covers(day)}
    receiver = Receiver(office_id)
    passed: set[OfficeId] = set()
    while receiver.office_id is not None and (following := stand_ins.get(receiver.office_id)) is not None:
        if receiver.office_id in passed:
            return None
        passed.add(receiver.office_id)
        receiver = following
    return receiver


def received_by(duties: Iterable[Duty], receiver: Receiver, offices: Iterable[OfficeId], day: date) -> list[OfficeId]:
    """Those of the offices whose visitors this receiver sees on a day, in the order given: what their agenda shows."""
    known = tuple(duties)
    return [office_id for office_id in offices if receiver_on(known, office_id, day) == receiver]


def entered(duties: Iterable[Duty], duty: Duty) -> tuple[Duty, ...] | Refusal:
    """The roster with one more duty.

    Refusals: ALREADY_EXISTS (field `first`) where somebody stands in for the office on one of these days already;
    INVALID_REQUEST (field `stand_in`) where the office would in the end stand in for itself.
    """
    known = tuple(duties)
    if any(each.office_id == duty.office_id and each.meets(duty) for each in known):
        return Refusal(RefusalCode.ALREADY_EXISTS, field="first")
    roster = (*known, duty)
    # who receives can only change on the first day of a duty
    days = {duty.first, *(each.first for each in known if duty.covers(each.first))}
    if any(receiver_on(roster, duty.office_id, day) is None for day in days):
        return Refusal(RefusalCode.INVALID_REQUEST, field="stand_in")
    return roster
