"""When offices receive: their calendars with what these make, and the administrator's own holidays."""

from datetime import date

from desk_client.client.actions.administer.places import read_region
from desk_client.client.actions.operate import ask
from desk_client.client.administration import OfficeSchedule, Shown
from desk_client.client.desk import DeskClient
from desk_client.client.office_hours import Calendar, CalendarAsk, CalendarPreview, DayOff, Holidays
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.calendars import CalendarPreviewAsk, HolidaysAsk
from desk_client.protocol.offices import Offices

_DAYS = 7


async def read_schedule(client: DeskClient, office_id: str | None) -> Refusal | None:
    """Read an office's calendar, of the first one for None; and the names of offices and services."""
    administration = client.administration
    schedule = administration.schedule
    refusal = await read_region(client)
    region = administration.region.value
    offices = refusal or await ask(client, "GET", "/v1/offices", Offices)
    if isinstance(offices, Refusal) or region is None:
        return _failed(client, offices if isinstance(offices, Refusal) else Refusal(RefusalCode.NOT_FOUND))
    names = {service.id: service.name for each in offices.offices for service in each.services}
    wanted = office_id or (region.offices[0].id if region.offices else "")
    answer = await ask(client, "GET", f"/v1/offices/{wanted}/calendar", Calendar)
    if isinstance(answer, Refusal):
        return _failed(client, answer)
    schedule.set(Shown(OfficeSchedule(answer, names)))
    return None


async def preview(client: DeskClient, office_id: str, calendar: CalendarAsk, first: date) -> Refusal | None:
    """See which slots a calendar would make in a week, or what is wrong with it. Refusals: the server's."""
    asked = CalendarPreviewAsk(calendar=calendar, first=first, days=_DAYS)
    answer = await ask(client, "POST", f"/v1/offices/{office_id}/calendar/preview", CalendarPreview, body=asked)
    slots = client.administration.slots
    if isinstance(answer, Refusal):
        slots.set(Shown(trouble=answer))
        return answer
    slots.set(Shown(answer))
    return None


async def put(client: DeskClient, office_id: str, calendar: CalendarAsk) -> Refusal | None:
    """Replace an office's calendar as it was last read. Refusals: PRECONDITION_FAILED and the server's."""
    schedule = client.administration.schedule
    known = schedule.value.content
    if known is None or known.calendar.office_id != office_id:
        return Refusal(RefusalCode.PRECONDITION_REQUIRED)
    version = known.calendar.version
    answer = await ask(client, "PUT", f"/v1/offices/{office_id}/calendar", Calendar, body=calendar, version=version)
    if isinstance(answer, Refusal):
        if answer.code is RefusalCode.PRECONDITION_FAILED:
            await read_schedule(client, office_id)
        return answer
    schedule.set(Shown(OfficeSchedule(answer, known.services)))
    return None


async def read_holidays(client: DeskClient) -> Refusal | None:
    """Read the administrator's own days, and those that are worked out."""
    answer = await ask(client, "GET", "/v1/holidays", Holidays)
    shown = client.administration.holidays
    if isinstance(answer, Refusal):
        if client.token is not None:
            shown.set(Shown(shown.value.content, answer))
        return answer
    shown.set(Shown(answer))
    return None


async def put_holidays(client: DeskClient, days: tuple[DayOff, ...]) -> Refusal | None:
    """Replace the administrator's own days as they were last read. Refusals: PRECONDITION_FAILED and the server's."""
    shown = client.administration.holidays
    known = shown.value.content
    if known is None:
        return Refusal(RefusalCode.PRECONDITION_REQUIRED)
    answer = await ask(client, "PUT", "/v1/holidays", Holidays, body=HolidaysAsk(days=days), version=known.version)
    if isinstance(answer, Refusal):
        if answer.code is RefusalCode.PRECONDITION_FAILED:
            await read_holidays(client)
        return answer
    shown.set(Shown(answer))
    return None


def _failed(client: DeskClient, refusal: Refusal) -> Refusal:
    schedule = client.administration.schedule
    if client.token is not None:
        schedule.set(Shown(schedule.value.content, refusal))
    return refusal
