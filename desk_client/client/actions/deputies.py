"""Who acts for an office: what its managers may do, and who receives in its place on some days."""

from dataclasses import dataclass
from datetime import date

from desk_client.client.actions.operate import ask
from desk_client.client.desk import DeskClient
from desk_client.client.office_hours import Calendar, CalendarAsk, DutyDays
from desk_client.domain.delegation import DelegateRight
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.base import Texts
from desk_client.protocol.delegates import Delegate, DelegateAsk, Delegates
from desk_client.protocol.offices import Offices

__all__ = ["Delegate", "Delegates", "DutyDays", "Left", "Roster", "Texts"]


@dataclass(frozen=True)
class Left:
    """What is left to a manager; without any right, nothing."""

    rights: tuple[DelegateRight, ...]
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Roster:
    """An office's calendar with its duties, and the other offices by their titles."""

    calendar: Calendar
    offices: tuple[tuple[str, Texts], ...]

    @property
    def duties(self) -> tuple[DutyDays, ...]:
        """Who stands in, and when; the first first."""
        return tuple(sorted(self.calendar.calendar.duties, key=lambda duty: duty.first))


def left_to(delegate: Delegate) -> Left:
    """What is left to somebody now."""
    return Left(delegate.rights, delegate.first, delegate.last)


async def read_delegates(client: DeskClient, office_id: str) -> Delegates | Refusal:
    """The managers of an office. Refusals: the server's."""
    return await ask(client, "GET", f"/v1/offices/{office_id}/delegates", Delegates)


async def leave(client: DeskClient, office_id: str, delegate: Delegate, left: Left) -> Delegate | Refusal:
    """Leave this to a manager, as they were last read; how they stand then. Refusals: PRECONDITION_FAILED, others."""
    path = f"/v1/offices/{office_id}/delegates/{delegate.staff_id}"
    asked = DelegateAsk(rights=left.rights, first=left.first, last=left.last)
    answer = await ask(client, "PUT", path, Delegates, body=asked, version=delegate.version)
    if isinstance(answer, Refusal):
        return answer
    found = next((each for each in answer.items if each.staff_id == delegate.staff_id), None)
    return Refusal(RefusalCode.NOT_FOUND) if found is None else found


async def read_roster(client: DeskClient, office_id: str) -> Roster | Refusal:
    """Who stands in for an office, and who could. Refusals: the server's."""
    calendar = await ask(client, "GET", f"/v1/offices/{office_id}/calendar", Calendar)
    if isinstance(calendar, Refusal):
        return calendar
    offices = await ask(client, "GET", "/v1/offices", Offices)
    if isinstance(offices, Refusal):
        return offices
    others = tuple((each.id, each.title) for each in offices.offices if each.id != office_id)
    return Roster(calendar, others)


async def put_duties(client: DeskClient, roster: Roster, duties: tuple[DutyDays, ...]) -> Calendar | Refusal:
    """Have these stand in, in place of those that were read. Refusals: PRECONDITION_FAILED and the server's."""
    known = roster.calendar
    asked: CalendarAsk = known.calendar.model_copy(update={"duties": duties})
    path = f"/v1/offices/{known.office_id}/calendar"
    return await ask(client, "PUT", path, Calendar, body=asked, version=known.version)
