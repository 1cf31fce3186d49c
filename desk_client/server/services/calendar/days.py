"""Some days of an office's calendar, all in one reading: hours, audiences, blocked time, holidays and stand-ins."""

from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import select

from desk_client.domain.access import Action
from desk_client.domain.ids import OfficeId
from desk_client.domain.intervals import Interval
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.schedule import day_window, open_on
from desk_client.protocol.base import Texts
from desk_client.protocol.office_calendars import MOST_DAYS, OfficeDay, OfficeDays, Stretch
from desk_client.server.services.actor import Actor
from desk_client.server.services.calendar import lying
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.region import holiday

_REASON_DAYS: Final = 5 * 366


def days(transaction: Transaction, actor: Actor, office_id: OfficeId, first: date, count: int) -> OfficeDays | Refusal:
    """Read `count` days from `first` on, of the office's own zone. Refusals: FORBIDDEN, NOT_FOUND, INVALID_REQUEST."""
    if (refusal := lying.refused(transaction, actor, Action.SEE_AGENDA, office_id)) is not None:
        return refusal
    if not 1 <= count <= MOST_DAYS or abs((first - transaction.now.date()).days) > _REASON_DAYS:
        return Refusal(RefusalCode.INVALID_REQUEST, field="days")
    office = rules(transaction).offices[office_id]
    zone = ZoneInfo(office.zone)
    dates = [first + timedelta(days=each) for each in range(count)]
    window = Interval(day_window(dates[0], zone).starts_at, day_window(dates[-1], zone).ends_at)
    names = {
        row.day: Texts(ar=row.name_ar, en=row.name_en)
        for row in transaction.connection.execute(
            select(holiday).where(
                holiday.c.day >= dates[0].isoformat(), holiday.c.day <= dates[-1].isoformat(), ~holiday.c.works
            )
        )
    }
    return OfficeDays(
        office_id=office_id,
        title=office.title,
        zone=office.zone,
        now=transaction.now,
        first=first,
        days=tuple(_day(transaction, office_id, day, names.get(day.isoformat())) for day in dates),
        audiences=lying.told(transaction, actor, lying.within(transaction, actor, office_id, window)),
        busy=tuple(lying.busy_within(transaction, office_id, window)),
        may_change=lying.refused(transaction, actor, Action.MANAGE_CALENDAR, office_id) is None,
    )


def _day(transaction: Transaction, office_id: OfficeId, day: date, name: Texts | None) -> OfficeDay:
    rulebook = rules(transaction)
    schedule = rulebook.offices[office_id].schedule
    receiver = rulebook.attending(office_id, day)
    return OfficeDay(
        date=day,
        open=tuple(Stretch(starts_at=each.starts_at, ends_at=each.ends_at) for each in open_on(schedule, day)),
        is_holiday=schedule.is_holiday(day),
        holiday=name,
        stand_in=None if receiver in {None, office_id} else rulebook.offices[receiver].title,
    )
