"""What keeps a calendar from being one, each with the field that is at fault; nothing here is written."""

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Final

from desk_client.domain.ids import OfficeId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.roster import Duty, Receiver, entered
from desk_client.i18n.dates import first_of_hijri_month
from desk_client.protocol.calendars import CalendarAsk, DutyDays, PauseHours, SeasonHours, ServiceTerms, WeekHours
from desk_client.server.services.rules import Rulebook

_RAMADAN: Final = 9


def checked(rulebook: Rulebook, office_id: OfficeId, ask: CalendarAsk) -> CalendarAsk | Refusal:
    """The calendar with the days of its Hijri seasons worked out.

    Refusals: INVALID_REQUEST (with the field), ALREADY_EXISTS (field `duties`).
    """
    seasons = [_with_days(each) for each in ask.seasons]
    days_known = [each for each in seasons if each is not None]
    faults = {
        "weekly": not _is_week(ask.weekly),
        "seasons": len(days_known) < len(seasons) or not _are_seasons(days_known),
        "pauses": not _are_pauses(ask.pauses),
        "exceptions": any(each.ends_at <= each.starts_at for each in ask.exceptions)
        or _doubled((each.kind, each.starts_at) for each in ask.exceptions),
        "services": not _are_services(rulebook, office_id, ask.services),
    }
    if (fault := next((name for name, wrong in faults.items() if wrong), None)) is not None:
        return Refusal(RefusalCode.INVALID_REQUEST, field=fault)
    refusal = _roster(rulebook, office_id, ask.duties)
    return ask.model_copy(update={"seasons": tuple(days_known)}) if refusal is None else refusal


def _roster(rulebook: Rulebook, office_id: OfficeId, duties: Sequence[DutyDays]) -> Refusal | None:
    """Whether somebody receives on each of these days: one stand-in, who is there, and not in a circle."""
    roster = tuple(each for each in rulebook.duties if each.office_id != office_id)
    for each in sorted(duties, key=lambda one: one.first):
        stand_in = OfficeId(each.stand_in_id)
        if each.last < each.first or stand_in not in rulebook.offices:
            return Refusal(RefusalCode.INVALID_REQUEST, field="duties")
        # offices alone: the table has no place for a member of staff, whose own time nobody claims
        longer = entered(roster, Duty(office_id, Receiver(stand_in), each.first, each.last))
        if isinstance(longer, Refusal):
            return Refusal(longer.code, field="duties")
        roster = longer
    return None


def _is_week(weekly: Iterable[WeekHours]) -> bool:
    stretches = [
        (day, time.fromisoformat(hours.opens), time.fromisoformat(hours.closes))
        for hours in weekly
        for day in hours.days
    ]
    forward = all(closes == time(0) or opens < closes for _, opens, closes in stretches)
    return forward and not _doubled((day, opens) for day, opens, _ in stretches)


def _with_days(season: SeasonHours) -> SeasonHours | None:
    """The season by its Gregorian days; None where it names neither, or both."""
    if season.ramadan is None:
        return None if season.first is None or season.last is None else season
    if season.first is not None or season.last is not None:
        return None
    first = first_of_hijri_month(season.ramadan, _RAMADAN)
    last = first_of_hijri_month(season.ramadan, _RAMADAN + 1) - timedelta(days=1)
    return season.model_copy(update={"first": first, "last": last, "ramadan": None})


def _are_seasons(seasons: Sequence[SeasonHours]) -> bool:
    """Each goes forward, has a week, and shares no day with another: which of two counted would be anybody's guess."""
    spans = sorted((each.first or date.max, each.last or date.min) for each in seasons)
    apart = all(before[1] < after[0] for before, after in pairwise(spans))
    return apart and all(first <= last for first, last in spans) and all(_is_week(each.weekly) for each in seasons)


def _are_pauses(pauses: Sequence[PauseHours]) -> bool:
    forward = all(
        (each.closes == "00:00" or each.opens < each.closes)
        and (each.first is None or each.last is None or each.first <= each.last)
        for each in pauses
    )
    return forward and not _doubled((each.opens, each.first) for each in pauses)


def _are_services(rulebook: Rulebook, office_id: OfficeId, services: Sequence[ServiceTerms]) -> bool:
    named = [each.id for each in services]
    own = {each.id for each in rulebook.services.values() if each.office_id == office_id}
    return not _doubled(named) and own == set(named) and all(_is_week(each.hours) for each in services)


def _doubled(keys: Iterable[object]) -> bool:
    known = list(keys)
    return len(set(known)) < len(known)
