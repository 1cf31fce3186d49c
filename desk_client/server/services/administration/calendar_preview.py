"""Which slots a calendar would make, before anybody puts it: worked out, and written nowhere."""

from dataclasses import replace
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from desk_client.domain.ids import OfficeId, ServiceId
from desk_client.domain.intervals import Interval
from desk_client.domain.outcomes import Refusal
from desk_client.domain.roster import Duty, Receiver
from desk_client.domain.schedule import DayHours, Pause, Schedule, Season, ServiceHours, WeeklyHours
from desk_client.domain.slot_grid import moments
from desk_client.protocol.calendars import (
    CalendarAsk,
    CalendarPreview,
    CalendarPreviewAsk,
    DaySlots,
    ServiceSlots,
    ServiceTerms,
    WeekHours,
)
from desk_client.protocol.problem import FieldProblem
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration import calendars
from desk_client.server.services.administration.calendar_check import checked
from desk_client.server.services.rulebook import CLOSURE, OPENING, rules
from desk_client.server.services.rules import Rulebook, ServiceRules
from desk_client.server.services.transaction import Transaction


def preview(
    transaction: Transaction, actor: Actor, office_id: OfficeId, ask: CalendarPreviewAsk
) -> CalendarPreview | Refusal:
    """What the calendar would make, or what keeps it from being put, by whoever may put it.

    It is asked while somebody types: what is wrong with it so far is an answer. Refusals: FORBIDDEN, NOT_FOUND.
    """
    if (refusal := calendars.not_theirs(transaction, actor, office_id)) is not None:
        return refusal
    known = rules(transaction)
    whole = checked(known, office_id, ask.calendar)
    if isinstance(whole, Refusal):
        fault = FieldProblem(field=whole.field or "", kind=whole.code.value)
        return CalendarPreview(services=(), stranded_count=0, stranded=(), faults=(fault,))
    # a reading transaction's own: whatever is asked in it, is asked of this one
    transaction.rulebook = book = _with(known, office_id, whole)
    stranded = calendars.stranded(transaction, office_id)
    return CalendarPreview(
        services=tuple(_slots(book, book.services[ServiceId(terms.id)], ask) for terms in whole.services),
        stranded_count=len(stranded),
        stranded=stranded[: calendars.MOST_SHOWN],
    )


def _slots(book: Rulebook, service: ServiceRules, ask: CalendarPreviewAsk) -> ServiceSlots:
    zone = ZoneInfo(book.offices[service.office_id].zone)
    days = []
    for number in range(ask.days):
        day = ask.first + timedelta(days=number)
        attending_id = book.attending(service.office_id, day)
        starts: tuple[time, ...] = ()
        if attending_id is not None:
            grid = book.grid(service, attending_id, day, 1)
            starts = tuple(each.astimezone(zone).time() for each in moments(grid, grid.starts))
        days.append(DaySlots(day=day, starts=starts))
    length_min = int(service.rule.length / timedelta(minutes=1))
    return ServiceSlots(service_id=service.id, slot_minutes=length_min, days=tuple(days))


def _with(book: Rulebook, office_id: OfficeId, whole: CalendarAsk) -> Rulebook:
    """The same rulebook, with this office's calendar in place of its present one."""
    office = book.offices[office_id]
    schedule = replace(
        office.schedule,
        weekly=_weekly(whole.weekly),
        pauses=tuple(
            Pause(_hours(each.opens, each.closes), frozenset(each.days) or None, each.first, each.last)
            for each in whole.pauses
        ),
        closures=_stretches(whole, CLOSURE),
        openings=_stretches(whole, OPENING),
        seasons=tuple(
            Season(each.name.en, each.first, each.last, _weekly(each.weekly))
            for each in whole.seasons
            if each.first is not None and each.last is not None
        ),
    )
    duties = tuple(
        Duty(office_id, Receiver(OfficeId(each.stand_in_id)), each.first, each.last) for each in whole.duties
    )
    terms = {ServiceId(each.id): each for each in whole.services}
    return replace(
        book,
        offices={**book.offices, office_id: replace(office, schedule=schedule)},
        services={
            each.id: _service(each, terms[each.id], schedule) if each.id in terms else each
            for each in book.services.values()
        },
        duties=(*(each for each in book.duties if each.office_id != office_id), *duties),
        derived={},
        _grids={},
        _pieces={},
    )


def _service(service: ServiceRules, terms: ServiceTerms, schedule: Schedule) -> ServiceRules:
    narrowed = ServiceHours(weekly=_weekly(terms.hours))
    return replace(
        service,
        rule=replace(
            service.rule,
            length=timedelta(minutes=terms.slot_minutes),
            buffer=timedelta(minutes=terms.buffer_minutes),
            capacity=terms.capacity,
        ),
        kinds=frozenset(terms.kinds),
        schedule=replace(schedule, service=narrowed) if terms.hours else schedule,
    )


def _weekly(weeks: tuple[WeekHours, ...]) -> tuple[WeeklyHours, ...]:
    return tuple(WeeklyHours(day, _hours(each.opens, each.closes)) for each in weeks for day in each.days)


def _stretches(whole: CalendarAsk, kind: str) -> tuple[Interval, ...]:
    return tuple(Interval(each.starts_at, each.ends_at) for each in whole.exceptions if each.kind == kind)


def _hours(opens: str, closes: str) -> DayHours:
    return DayHours(time.fromisoformat(opens), time.fromisoformat(closes))
