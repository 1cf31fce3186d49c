"""Claims on time: one row for each resource and five minutes, so that nothing can be given away twice.

The primary key (resource, quantum) is what forbids a double booking, on every backend; all else is politeness. A
service that receives several people at once has as many seats in its office; one that receives a single person claims
them all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import bindparam, delete, func, select, update

from desk_client.domain.ids import OfficeId, PersonId, SiteId
from desk_client.domain.kinds import AppointmentKind
from desk_client.server.services.rules import Rulebook, ServiceRules, interpreter_resource, team_resource
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import bump, insert_new
from desk_client.server.storage.prepared import Prepared
from desk_client.server.storage.tables.booking import claim, occupancy
from desk_client.server.storage.types import Moment

_TRIES: Final = 8
"""How often another seat is tried where somebody else took the one that looked free."""

_OF_OWNERS: Final = claim.c.owner.in_(bindparam("owners", expanding=True))
_DROP: Final = delete(claim).where(_OF_OWNERS)
_LAST: Final = select(func.max(claim.c.quantum)).where(_OF_OWNERS)
_RESOURCES: Final = select(claim.c.resource).where(_OF_OWNERS).distinct()
_KEEP: Final = Prepared(update(claim).where(claim.c.owner == bindparam("of_owner")).values(expires_at=None))
_THESE: Final = (
    claim.c.resource.in_(bindparam("names", expanding=True)),
    claim.c.quantum >= bindparam("first"),
    claim.c.quantum < bindparam("beyond"),
)
_TAKEN: Final = Prepared(select(claim.c.resource, claim.c.expires_at).where(*_THESE), a_list="names")
_CLEAR: Final = delete(claim).where(*_THESE, claim.c.expires_at <= bindparam("now", type_=Moment))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an audience needs: all of `each`, and of every group any one."""

    each: tuple[str, ...]
    any_of: tuple[tuple[str, ...], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every resource that may play a part."""
        return (*self.each, *(name for group in self.any_of for name in group))


def office_resource(office_id: OfficeId, seat: int = 0) -> str:
    """The official's own time, or one of the office's further seats."""
    return f"office:{office_id}" if seat == 0 else f"office:{office_id}#{seat}"


def kiosk_resource(kiosk_id: str) -> str:
    """A seat at a kiosk."""
    return f"kiosk:{kiosk_id}"


def person_resource(person_id: PersonId) -> str:
    """The citizen's own time: nobody is at two places."""
    return f"person:{person_id}"


def wanted(
    rulebook: Rulebook,
    service: ServiceRules,
    attending_id: OfficeId,
    kind: AppointmentKind,
    day: date,
    *,
    site_id: SiteId | None = None,
    person_id: PersonId | None = None,
    interpreter: bool = False,
) -> Wanted:
    """What one audience on a day claims (glossary "slot"). Without a person, what is the same for everybody."""
    seats = tuple(office_resource(attending_id, seat) for seat in range(rulebook.offices[attending_id].seats))
    each = [] if person_id is None else [person_resource(person_id)]
    any_of: list[tuple[str, ...]] = []
    if service.rule.capacity == 1:
        each = [*seats, *each]
    else:
        any_of.append(seats[: service.rule.capacity])
    if kind is AppointmentKind.VIDEO_KIOSK:
        kiosks = () if site_id is None else rulebook.sites[site_id].kiosk_ids
        any_of.append(tuple(kiosk_resource(kiosk_id) for kiosk_id in kiosks))
    elif kind is AppointmentKind.HOME_VISIT:
        teams = tuple(team_resource(each) for each in rulebook.offices[service.office_id].team_ids)
        any_of.append(rulebook.on_hand(teams, day))
    if interpreter:
        interpreters = tuple(interpreter_resource(each) for each in rulebook.interpreter_ids)
        any_of.append(rulebook.on_hand(interpreters, day))
    return Wanted(tuple(each), tuple(any_of))


def take(
    transaction: Transaction, needs: Wanted, quanta: range, owner: str, expires_at: datetime | None
) -> tuple[str, ...] | None:
    """Claim all that is needed for all the quanta, or nothing; the claimed resources, or None where one is taken.

    The owner has no claims yet. Claims of holds that have expired are cleared away here, in the transaction of whoever
    comes next. Resources are claimed in the same order by everybody, so that no two wait for each other.
    """
    for _ in range(_TRIES):
        chosen = _free(transaction, needs, quanta)
        if chosen is None:
            return None
        rows = [
            {"resource": resource, "quantum": quantum, "owner": owner, "expires_at": expires_at}
            for resource in chosen
            for quantum in quanta
        ]
        if insert_new(transaction.connection, claim, rows) == len(rows):
            bump(transaction.connection, occupancy, "resource", "version", chosen)
            return chosen
        # somebody was quicker for one of them; what was claimed beside it goes back before another seat is tried
        transaction.connection.execute(_DROP, {"owners": [owner]})
    return None


def prolong(transaction: Transaction, owner: str, beyond: int, also: tuple[str, ...] = ()) -> int | None:
    """Claim what an owner has, and what is named `also`, for the quanta that follow its own, up to `beyond`.

    How many claims that were; None, and none are taken, where any of that time is somebody else's.
    """
    last = transaction.connection.execute(_LAST, {"owners": [owner]}).scalar_one()
    owned = transaction.connection.execute(_RESOURCES, {"owners": [owner]}).scalars()
    names = tuple(sorted({*owned, *also}))
    if last is None or last + 1 >= beyond:
        return 0
    further = range(last + 1, beyond)
    if _free(transaction, Wanted(names), further) is None:
        return None
    rows = [
        {"resource": name, "quantum": quantum, "owner": owner, "expires_at": None}
        for name in names
        for quantum in further
    ]
    if insert_new(transaction.connection, claim, rows) < len(rows):
        transaction.connection.execute(_DROP.where(claim.c.quantum > last), {"owners": [owner]})
        return None
    bump(transaction.connection, occupancy, "resource", "version", names)
    return len(rows)


def busy(transaction: Transaction, names: Iterable[str], quanta: range) -> set[tuple[str, int]]:
    """Which of these are given away for which of the quanta, holds that have not expired among them."""
    these = (claim.c.resource.in_(list(names)), claim.c.quantum >= quanta.start, claim.c.quantum < quanta.stop)
    stands = claim.c.expires_at.is_(None) | (claim.c.expires_at > transaction.now)
    found = transaction.connection.execute(select(claim.c.resource, claim.c.quantum).where(*these, stands))
    return {(row.resource, row.quantum) for row in found}


def claimed(transaction: Transaction, resource: str, beginning: int) -> dict[str, list[int]]:
    """For whom a resource is given away from a quantum on: its quanta, by owner."""
    these = (claim.c.resource == resource, claim.c.quantum >= beginning)
    found: dict[str, list[int]] = {}
    for row in transaction.connection.execute(select(claim.c.owner, claim.c.quantum).where(*these)):
        found.setdefault(row.owner, []).append(row.quantum)
    return found


def hand_over(transaction: Transaction, owner: str, resource: str, other: str) -> bool:
    """Let an owner have another resource in the place of one it has; False, and nothing is changed, where it is taken.

    Nothing is free in between, and nobody waits: whoever was quicker for the other keeps it.
    """
    run = transaction.connection.execute
    of_owner = (claim.c.owner == owner, claim.c.resource == resource)
    rows = [
        {"resource": other, "quantum": row.quantum, "owner": owner, "expires_at": row.expires_at}
        for row in run(select(claim.c.quantum, claim.c.expires_at).where(*of_owner))
    ]
    if not rows:
        return False
    numbers = sorted(row["quantum"] for row in rows)
    run(_CLEAR, {"names": [other], "first": numbers[0], "beyond": numbers[-1] + 1, "now": transaction.now})
    if insert_new(transaction.connection, claim, rows) < len(rows):
        run(delete(claim).where(claim.c.owner == owner, claim.c.resource == other))
        return False
    run(delete(claim).where(*of_owner))
    bump(transaction.connection, occupancy, "resource", "version", sorted([resource, other]))
    return True


def keep(transaction: Transaction, owner: str, count: int) -> bool:
    """Make the claims of a hold those of a booking: they expire no more. False where not all are there any more."""
    return _KEEP.change(transaction.connection, {"of_owner": owner}) == count


def release(transaction: Transaction, owners: Iterable[str]) -> None:
    """Give back everything of some owners."""
    names = list(owners)
    freed = list(transaction.connection.execute(_RESOURCES, {"owners": names}).scalars())
    if freed:
        transaction.connection.execute(_DROP, {"owners": names})
        bump(transaction.connection, occupancy, "resource", "version", freed)


def _free(transaction: Transaction, needs: Wanted, quanta: range) -> tuple[str, ...] | None:
    """What to claim: all of `each`, and the first of every group that nobody has; None where there is no such thing."""
    these = {"names": needs.names, "first": quanta.start, "beyond": quanta.stop}
    found = _TAKEN.rows(transaction.connection, these)
    busy = {row.resource for row in found if row.expires_at is None or row.expires_at > transaction.now}
    if not busy.isdisjoint(needs.each):
        return None
    free = [next((name for name in group if name not in busy), None) for group in needs.any_of]
    chosen = [name for name in free if name is not None]
    if len(chosen) < len(free):
        return None
    if len(found) > 0 and any(row.resource not in busy for row in found):
        transaction.connection.execute(_CLEAR, {**these, "now": transaction.now})
    return (*needs.each, *chosen)
