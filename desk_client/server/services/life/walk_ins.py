"""The queue of those who come without an appointment: numbers are given, called, and settled."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, insert, select, update

from desk_client.domain import walk_in as rule
from desk_client.domain.access import Action, Ownership
from desk_client.domain.ids import SiteId, WalkInId, new_walk_in_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.queue import Eta
from desk_client.domain.walk_in import ENDED, InLine, WalkInReason, WalkInState, WalkInStep
from desk_client.protocol.base import Texts
from desk_client.protocol.kiosks import Site
from desk_client.protocol.walk_ins import (
    CallAsk,
    CalledNumber,
    CalledNumbers,
    GivenAlready,
    WalkIn,
    WalkInAsk,
    WalkInBlock,
    WalkIns,
    WalkInStepAsk,
)
from desk_client.server.services.actor import Actor
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import insert_new
from desk_client.server.storage.tables.region import kiosk, site
from desk_client.server.storage.tables.walk_ins import walk_in, walk_in_block, walk_in_day

_MOST_ENDED: Final = 20
_MOST_CALLED: Final = 6
_SHOWN_AT_KIOSK: Final = 3
_RECENT: Final = 30
_AT_WORK: Final = timedelta(minutes=30)
"""Whoever called somebody within this time counts as helping people now."""
_AnyRow = Row[Any]  # a row's columns are of many types


@dataclass(frozen=True, slots=True)
class _Hall:
    """A hall on a day."""

    site_id: SiteId
    day: str

    @property
    def mine(self) -> tuple[Any, ...]:  # conditions on columns of any type
        """Which numbers are its own."""
        return walk_in.c.site_id == self.site_id, walk_in.c.day == self.day


def shown(transaction: Transaction, actor: Actor) -> WalkIns | Refusal:
    """The queue of the asker's hall today. Refusal: FORBIDDEN."""
    hall = _hall(transaction, actor, Action.RUN_WALK_INS)
    if isinstance(hall, Refusal):
        return hall
    rows = transaction.connection.execute(select(walk_in).where(*hall.mine)).all()
    turns = _turns(transaction, hall, rows)
    called = sorted((row for row in rows if row.state == WalkInState.CALLED), key=lambda row: row.called_at)
    ended = sorted((row for row in rows if row.state in ENDED), key=lambda row: row.ended_at, reverse=True)
    by_id = {row.id: row for row in rows}
    return WalkIns(
        at=transaction.now,
        day=date.fromisoformat(hall.day),
        site=_site(transaction, hall.site_id),
        kiosks=_kiosks(transaction, hall),
        waiting=tuple(_answer(by_id[each], actor, eta) for each, eta in turns.items()),
        called=tuple(_answer(row, actor) for row in called),
        ended=tuple(_answer(row, actor) for row in ended[:_MOST_ENDED]),
    )


def called_now(transaction: Transaction, actor: Actor) -> CalledNumbers | Refusal:
    """What everybody in the hall may read. Refusal: FORBIDDEN."""
    hall = _hall(transaction, actor, Action.SEE_CALLED_NUMBERS)
    return hall if isinstance(hall, Refusal) else CalledNumbers(numbers=_called_there(transaction, hall, _MOST_CALLED))


def called_in_hall(transaction: Transaction, actor: Actor) -> tuple[CalledNumber, ...]:
    """The numbers that a kiosk shows, the latest call first; none for whoever may not see them."""
    hall = _hall(transaction, actor, Action.SEE_CALLED_NUMBERS)
    return () if isinstance(hall, Refusal) else _called_there(transaction, hall, _SHOWN_AT_KIOSK)


def _called_there(transaction: Transaction, hall: "_Hall", most: int) -> tuple[CalledNumber, ...]:
    rows = transaction.connection.execute(
        select(walk_in.c.number, walk_in.c.kiosk_number, walk_in.c.calls)
        .where(*hall.mine, walk_in.c.state == WalkInState.CALLED.value)
        .order_by(walk_in.c.called_at.desc(), walk_in.c.number)
        .limit(most)
    )
    return tuple(CalledNumber(number=row.number, kiosk_number=row.kiosk_number, calls=row.calls) for row in rows)


def set_aside(transaction: Transaction, actor: Actor) -> WalkInBlock | Refusal:
    """Numbers that the asker may give while the server is away. Refusals: FORBIDDEN, LIMIT_REACHED."""
    hall = _hall(transaction, actor, Action.RUN_WALK_INS)
    if isinstance(hall, Refusal):
        return hall
    place: int = _counted(transaction, hall, "blocks")
    numbers = rule.block_at(place)
    if isinstance(numbers, Refusal):
        return numbers
    transaction.connection.execute(
        insert(walk_in_block).values(site_id=hall.site_id, day=hall.day, place=place, staff_id=actor.staff_id)
    )
    record(transaction, actor, "set_numbers_aside", hall.site_id)
    return WalkInBlock(day=date.fromisoformat(hall.day), numbers=numbers)


def take(transaction: Transaction, actor: Actor, ask: WalkInAsk) -> WalkIn | Refusal:
    """Give somebody the next number, or take into the queue what they were given while the server was away.

    Refusals: FORBIDDEN, LIMIT_REACHED (no number is left today), NOT_FOUND (field `number`: it is of no block that was
    set aside in the hall that day).
    """
    hall = _hall(transaction, actor, Action.RUN_WALK_INS)
    if isinstance(hall, Refusal):
        return hall
    if ask.given is not None:
        return _handed_in(transaction, actor, hall.site_id, ask, ask.given)
    number = rule.number_at(_counted(transaction, hall, "numbers"))
    if isinstance(number, Refusal):
        return number
    walk_in_id = _put(transaction, actor, hall, ask, number, transaction.now)
    return _shown_one(transaction, actor, hall, walk_in_id)


def call_next(transaction: Transaction, actor: Actor, ask: CallAsk) -> WalkIn | Refusal:
    """Call whose turn it is. Refusals: FORBIDDEN, NOT_FOUND (nobody waits; or field `kiosk_number`)."""
    hall = _hall(transaction, actor, Action.RUN_WALK_INS)
    if isinstance(hall, Refusal):
        return hall
    if not _has_kiosk(transaction, hall, ask.kiosk_number):
        return Refusal(RefusalCode.NOT_FOUND, field="kiosk_number")
    streak = _locked(transaction, hall)  # of two who call at once, the second waits here, and finds the next
    line = rule.in_order(_line(_waiting(transaction, hall)), streak)
    if not line:
        return Refusal(RefusalCode.NOT_FOUND)
    row = transaction.connection.execute(select(walk_in).where(*hall.mine, walk_in.c.number == line[0].number)).one()
    return _called(transaction, actor, hall, row, ask.kiosk_number)


def take_step(transaction: Transaction, actor: Actor, walk_in_id: WalkInId, ask: WalkInStepAsk) -> WalkIn | Refusal:
    """Do something with a number of one's own hall.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (somebody else was quicker, too), TOO_EARLY (called once only).
    """
    if (refusal := actor.refused(Action.RUN_WALK_INS)) is not None:
        return refusal
    row = transaction.connection.execute(select(walk_in).where(walk_in.c.id == walk_in_id)).one_or_none()
    if row is None:
        return Refusal(RefusalCode.NOT_FOUND)
    if (refusal := actor.refused(Action.RUN_WALK_INS, _ownership(transaction, row.site_id))) is not None:
        return refusal
    hall = _Hall(SiteId(row.site_id), row.day)
    if not _has_kiosk(transaction, hall, ask.kiosk_number):
        return Refusal(RefusalCode.NOT_FOUND, field="kiosk_number")
    _locked(transaction, hall)
    now = transaction.connection.execute(select(walk_in).where(walk_in.c.id == walk_in_id)).one()
    return _stepped(transaction, actor, hall, now, ask.step, ask.kiosk_number)


def _stepped(
    transaction: Transaction, actor: Actor, hall: _Hall, row: _AnyRow, step: WalkInStep, kiosk_number: int | None
) -> WalkIn | Refusal:
    """Take a step with a number of a hall whose day is locked."""
    following = rule.after(WalkInState(row.state), step, row.calls)
    if isinstance(following, Refusal):
        return following
    values: dict[str, object] = {"state": following.value}
    match step:
        case WalkInStep.CALL:
            return _called(transaction, actor, hall, row, kiosk_number)
        case WalkInStep.RECALL:
            values |= {"calls": row.calls + 1}
        case WalkInStep.PUT_BACK:
            line = _line(_waiting(transaction, hall))
            since = rule.behind_a_few(line, is_priority=row.priority, now=transaction.now)
            values |= {"since": since, "calls": 0, "ended_at": None, "kiosk_number": None}
        case WalkInStep.SERVE | WalkInStep.LEAVE:
            values |= {"ended_at": transaction.now}
    transaction.connection.execute(update(walk_in).where(walk_in.c.id == row.id).values(**values))
    record(transaction, actor, step.value, row.id)
    return _shown_one(transaction, actor, hall, row.id)


def _called(transaction: Transaction, actor: Actor, hall: _Hall, row: _AnyRow, kiosk_number: int | None) -> WalkIn:
    """Call somebody who waits in a hall whose day is locked."""
    transaction.connection.execute(
        update(walk_in)
        .where(walk_in.c.id == row.id)
        .values(
            state=WalkInState.CALLED.value,
            called_at=transaction.now,
            called_by=actor.staff_id,
            kiosk_number=kiosk_number,
            calls=row.calls + 1,
            ended_at=None,
        )
    )
    transaction.connection.execute(
        update(walk_in_day)
        .where(walk_in_day.c.site_id == hall.site_id, walk_in_day.c.day == hall.day)
        .values(streak=rule.streak_after(_streak(transaction, hall), is_priority=row.priority))
    )
    record(transaction, actor, WalkInStep.CALL.value, row.id)
    return _shown_one(transaction, actor, hall, row.id)


def _handed_in(
    transaction: Transaction, actor: Actor, site_id: SiteId, ask: WalkInAsk, given: GivenAlready
) -> WalkIn | Refusal:
    taken_at = transaction.now - timedelta(seconds=given.ago_s)
    hall = _Hall(site_id, rule.day_of(taken_at))
    block = transaction.connection.execute(
        select(walk_in_block.c.place).where(
            walk_in_block.c.site_id == site_id,
            walk_in_block.c.day == hall.day,
            walk_in_block.c.place == rule.block_of(given.number),
        )
    ).scalar_one_or_none()
    if block is None:  # at a desk whose operator has gone home, the next one hands in what they gave
        return Refusal(RefusalCode.NOT_FOUND, field="number")
    _locked(transaction, hall)
    known = transaction.connection.execute(
        select(walk_in.c.id).where(*hall.mine, walk_in.c.number == given.number)
    ).scalar_one_or_none()
    if known is None:
        known = _put(transaction, actor, hall, ask, given.number, taken_at, given.state)
    return _shown_one(transaction, actor, hall, WalkInId(known))


def _put(
    transaction: Transaction,
    actor: Actor,
    hall: _Hall,
    ask: WalkInAsk,
    number: str,
    taken_at: datetime,
    state: WalkInState = WalkInState.WAITING,
) -> WalkInId:
    walk_in_id = new_walk_in_id(transaction.id_bytes())
    was_called = state is not WalkInState.WAITING
    transaction.connection.execute(
        insert(walk_in).values(
            id=walk_in_id,
            site_id=hall.site_id,
            day=hall.day,
            number=number,
            reason=ask.reason.value,
            priority=ask.is_priority,
            state=state.value,
            since=taken_at,
            taken_at=taken_at,
            called_at=transaction.now if was_called else None,
            called_by=actor.staff_id if was_called else None,
            calls=1 if was_called else 0,
            ended_at=transaction.now if state in ENDED else None,
        )
    )
    record(transaction, actor, "hand_in_number" if ask.given is not None else "give_number", walk_in_id)
    return walk_in_id


def _hall(transaction: Transaction, actor: Actor, action: Action) -> _Hall | Refusal:
    if (refusal := actor.refused(action)) is not None:
        return refusal
    if actor.site_id is None:
        return Refusal(RefusalCode.FORBIDDEN)
    return _Hall(actor.site_id, rule.day_of(transaction.now))


def _ownership(transaction: Transaction, site_id: str) -> Ownership:
    return Ownership(site_id=SiteId(site_id), governorate_id=rules(transaction).sites[SiteId(site_id)].governorate_id)


def _counted(transaction: Transaction, hall: _Hall, column: str) -> int:
    """Count one more of the day's numbers or blocks, and tell how many there are."""
    _began(transaction, hall)
    counter = walk_in_day.c[column]
    place: int = transaction.connection.execute(
        update(walk_in_day)
        .where(walk_in_day.c.site_id == hall.site_id, walk_in_day.c.day == hall.day)
        .values({counter: counter + 1})
        .returning(counter)
    ).scalar_one()
    return place


def _locked(transaction: Transaction, hall: _Hall) -> int:
    """Keep others from the hall's queue until this transaction ends; the streak of the priority lane."""
    _began(transaction, hall)
    streak: int = transaction.connection.execute(
        update(walk_in_day)
        .where(walk_in_day.c.site_id == hall.site_id, walk_in_day.c.day == hall.day)
        .values(streak=walk_in_day.c.streak)
        .returning(walk_in_day.c.streak)
    ).scalar_one()
    return streak


def _began(transaction: Transaction, hall: _Hall) -> None:
    fresh = {"site_id": hall.site_id, "day": hall.day, "numbers": 0, "blocks": 0, "streak": 0}
    insert_new(transaction.connection, walk_in_day, [fresh])


def _streak(transaction: Transaction, hall: _Hall) -> int:
    return (
        transaction.connection.execute(
            select(walk_in_day.c.streak).where(walk_in_day.c.site_id == hall.site_id, walk_in_day.c.day == hall.day)
        ).scalar_one_or_none()
        or 0
    )


def _has_kiosk(transaction: Transaction, hall: _Hall, number: int | None) -> bool:
    return number is None or number in _kiosks(transaction, hall)


def _kiosks(transaction: Transaction, hall: _Hall) -> tuple[int, ...]:
    """The numbers of the hall's kiosks that are in service."""
    in_service = select(kiosk.c.number).where(kiosk.c.site_id == hall.site_id, kiosk.c.disabled_at.is_(None))
    return tuple(transaction.connection.execute(in_service.order_by(kiosk.c.number)).scalars())


def _waiting(transaction: Transaction, hall: _Hall) -> Sequence[_AnyRow]:
    return transaction.connection.execute(
        select(walk_in).where(*hall.mine, walk_in.c.state == WalkInState.WAITING.value)
    ).all()


def _line(rows: Sequence[_AnyRow]) -> list[InLine]:
    return [InLine(row.number, row.priority, row.since) for row in rows if row.state == WalkInState.WAITING]


def _turns(transaction: Transaction, hall: _Hall, rows: Sequence[_AnyRow]) -> dict[WalkInId, Eta]:
    """Everybody who waits in the order of their turns, and when these come; `rows` are all the day's numbers."""
    ordered = rule.in_order(_line(rows), _streak(transaction, hall))
    helped = sorted(
        (row for row in rows if row.state == WalkInState.SERVED and row.called_at is not None),
        key=lambda row: row.ended_at,
    )
    recent = [row.ended_at - row.called_at for row in helped[-_RECENT:]]
    at_work = Counter(
        row.called_by
        for row in rows
        if row.called_by is not None and (row.ended_at or row.called_at) > transaction.now - _AT_WORK
    )
    busy = [row.called_at for row in rows if row.state == WalkInState.CALLED]
    found = rule.expected(ordered, recent, len(at_work), transaction.now, min(busy, default=None))
    by_number = {row.number: WalkInId(row.id) for row in rows}
    return {by_number[each.number]: eta for each, eta in zip(ordered, found, strict=True)}


def _shown_one(transaction: Transaction, actor: Actor, hall: _Hall, walk_in_id: WalkInId) -> WalkIn:
    rows = transaction.connection.execute(select(walk_in).where(*hall.mine)).all()
    row = next(row for row in rows if row.id == walk_in_id)
    return _answer(row, actor, _turns(transaction, hall, rows).get(walk_in_id))


def _answer(row: _AnyRow, actor: Actor, eta: Eta | None = None) -> WalkIn:
    return WalkIn(
        id=row.id,
        number=row.number,
        reason=WalkInReason(row.reason),
        is_priority=row.priority,
        state=WalkInState(row.state),
        taken_at=row.taken_at,
        called_at=row.called_at,
        ended_at=row.ended_at,
        calls=row.calls,
        kiosk_number=row.kiosk_number,
        is_mine=row.called_by == actor.staff_id,
        ahead=None if eta is None else eta.position - 1,
        earliest_min=None if eta is None else eta.earliest_min,
        latest_min=None if eta is None else eta.latest_min,
    )


def _site(transaction: Transaction, site_id: SiteId) -> Site:
    row = transaction.connection.execute(select(site).where(site.c.id == site_id)).one()
    return Site(
        id=row.id,
        name=Texts(ar=row.name_ar, en=row.name_en),
        governorate=Texts(ar=row.governorate_ar, en=row.governorate_en),
    )
