"""The satisfaction survey: what a citizen answers about an audience that was held, and what many answered together.

An answer belongs to its appointment, for as long as that is kept; whoever reads statistics never sees one (ADR 0036).
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, true, update

from desk_client.domain.access import Action, Ownership
from desk_client.domain.appointment import TOOK_PLACE_STATES
from desk_client.domain.ids import AppointmentId, OfficeId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.satisfaction import Judgement, Reason, Tally, judged, tallied
from desk_client.protocol.satisfaction import (
    ReasonCount,
    Satisfaction,
    SatisfactionAsk,
    SatisfactionCell,
    SatisfactionFigures,
    SatisfactionReport,
)
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import reachable
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import OfficeRules
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import insert_new
from desk_client.server.storage.tables.booking import appointment, satisfaction

_BETWEEN: Final = ","
_DECEMBER: Final = 12
_MEAN_PLACES: Final = 2


def answer(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: SatisfactionAsk
) -> Satisfaction | Refusal:
    """Keep what the citizen thinks of their audience; within one session they may think better of it.

    The trail says that they answered, not what. Nobody is told that they did: an office that hears of each answer as
    it comes knows whose it is. Refusals: FORBIDDEN, NOT_FOUND, INVALID_REQUEST with the field, ILLEGAL_TRANSITION (not
    held, or not yet), ALREADY_EXISTS (answered in an earlier session).
    """
    found = reachable(transaction, actor, Action.ANSWER_SURVEY, appointment_id)
    if isinstance(found, Refusal):
        return found
    if found.state not in TOOK_PLACE_STATES:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    judgement = judged(ask.score, ask.reasons)
    if isinstance(judgement, Refusal):
        return judgement
    if not people.keep(transaction, found.person_id):  # erased at this very moment
        return Refusal(RefusalCode.NOT_FOUND)
    said = {"score": judgement.score, "reasons": _BETWEEN.join(judgement.reasons)}
    row = {"appointment_id": found.id, "session_id": actor.session_id, "answered_at": transaction.now, **said}
    if not insert_new(transaction.connection, satisfaction, [row]):
        theirs = (satisfaction.c.appointment_id == found.id, satisfaction.c.session_id == actor.session_id)
        if transaction.connection.execute(update(satisfaction).where(*theirs).values(**said)).rowcount == 0:
            return Refusal(RefusalCode.ALREADY_EXISTS)
    record(transaction, actor, Action.ANSWER_SURVEY.value, found.id)
    return Satisfaction(score=judgement.score, reasons=judgement.reasons)


def report(transaction: Transaction, actor: Actor, first: date, months: int) -> SatisfactionReport | Refusal:
    """What was answered about each office within reach, by whole months from that of `first` on. Refusal: FORBIDDEN.

    A month is the office's own, by the answer's moment, so that nothing is added to it once it is over. An office is
    whose audience it was in the end: after a transfer, who received.
    """
    if (refusal := actor.refused(Action.SEE_SATISFACTION)) is not None:
        return refusal
    cells, in_reach = [], _in_reach(transaction, actor)
    for month, following in _months(first, months):
        for zone, offices in in_reach.items():
            begins, ends = (datetime.combine(day, time(0), ZoneInfo(zone)) for day in (month, following))
            if ends <= transaction.now:
                answers = _answers(transaction, actor, list(offices), begins, ends)
                cells += [
                    _cell(offices[office_id], month, tallied(answers[office_id]))
                    for office_id in offices
                    if office_id in answers
                ]
    return SatisfactionReport(cells=tuple(cells))


def _in_reach(transaction: Transaction, actor: Actor) -> dict[str, dict[OfficeId, OfficeRules]]:
    """The offices whose answers they may read, by their zone."""
    found: dict[str, dict[OfficeId, OfficeRules]] = defaultdict(dict)
    for each in rules(transaction).offices.values():
        whose = Ownership(office_ids=frozenset({each.id}), agency_id=each.agency_id)
        if actor.refused(Action.SEE_SATISFACTION, whose) is None:
            found[each.zone][each.id] = each
    return found


def _answers(
    transaction: Transaction, actor: Actor, office_ids: list[OfficeId], begins: datetime, ends: datetime
) -> dict[OfficeId, list[tuple[Judgement, int]]]:
    """What was answered within that time about each office, and how often."""
    what = (appointment.c.attending_id, satisfaction.c.score, satisfaction.c.reasons)
    rows = transaction.connection.execute(
        select(*what, func.count().label("given"))
        .join(appointment, appointment.c.id == satisfaction.c.appointment_id)
        .where(
            satisfaction.c.answered_at >= begins,
            satisfaction.c.answered_at < ends,
            appointment.c.attending_id.in_(office_ids),
            # what takes place nowhere is everywhere's
            true() if actor.governorate_id is None else appointment.c.governorate_id.in_(["", actor.governorate_id]),
        )
        .group_by(*what)
    )
    found: dict[OfficeId, list[tuple[Judgement, int]]] = defaultdict(list)
    for row in rows:
        reasons = tuple(Reason(code) for code in row.reasons.split(_BETWEEN) if code)
        found[OfficeId(row.attending_id)].append((Judgement(row.score, reasons), row.given))
    return found


def _cell(office: OfficeRules, month: date, tally: Tally | None) -> SatisfactionCell:
    return SatisfactionCell(
        office_id=office.id,
        office_title=office.title,
        month=month,
        figures=None if tally is None else _figures(tally),
    )


def _figures(tally: Tally) -> SatisfactionFigures:
    lowest, low, middle, high, highest = tally.distribution
    return SatisfactionFigures(
        count=tally.count,
        mean=round(tally.mean, _MEAN_PLACES),
        distribution=(lowest, low, middle, high, highest),
        reasons=tuple(ReasonCount(reason=reason, count=count) for reason, count in tally.reasons.items()),
    )


def _months(first: date, months: int) -> Iterator[tuple[date, date]]:
    """The first days of so many months, each with that of the month after it."""
    month = first.replace(day=1)
    for _ in range(months):
        over = month.month == _DECEMBER
        following = date(month.year + over, 1 if over else month.month + 1, 1)
        yield month, following
        month = following
