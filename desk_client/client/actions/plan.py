"""What an office does in its calendar: look at days, move audiences, block time, and read and feed other calendars."""

import asyncio
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from desk_client.client.actions import receive
from desk_client.client.actions.receive import forget_lost_session
from desk_client.client.day import DeskPage
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Nothing
from desk_client.client.office_calendar import CalendarAudience, Landing, Span
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import Appointment
from desk_client.protocol.office_calendars import (
    MAX_FILE_LENGTH,
    BlockAsk,
    Blocked,
    BusyTime,
    Feed,
    FeedAsk,
    ImportAsk,
    Imported,
    OfficeDays,
)
from desk_client.protocol.slots import Availability, MoveAsk


def open_page(client: DeskClient, page: DeskPage) -> None:
    """Go from the day to the calendar, or back."""
    client.day.set(replace(client.day.value, page=page))


async def look_at(client: DeskClient, span: Span) -> Refusal | None:
    """Read some days; what was asked for last is what is shown, whichever answer comes last."""
    day = client.day.value
    if day.session is None or day.session.person.office_id is None:
        return Refusal(RefusalCode.FORBIDDEN)
    if client.calendar.value.span != span:
        client.calendar.set(replace(client.calendar.value, span=span, trouble=None))
    answer = await client.gateway.ask(
        "GET",
        f"/v1/offices/{day.session.person.office_id}/days",
        OfficeDays,
        token=client.token,
        query={"first": span.first.isoformat(), "days": str(span.count)},
    )
    if client.calendar.value.span != span:
        return None
    if isinstance(answer, Refusal):
        client.calendar.set(replace(client.calendar.value, trouble=answer))
        await forget_lost_session(client, answer)
        return answer
    client.calendar.set(replace(client.calendar.value, days=answer, trouble=None))
    return None


async def look_again(client: DeskClient) -> Refusal | None:
    """Read the days that are shown anew: something changed, here or elsewhere."""
    span = client.calendar.value.span
    return None if span is None else await look_at(client, span)


async def open_brief(client: DeskClient, audience: CalendarAudience) -> Refusal | None:
    """Read an audience's brief where those of the day are read, whatever its own day: its outcome, and what follows."""
    refusal = await receive.open_brief(client, audience)
    if refusal is None:
        open_page(client, DeskPage.TODAY)
    return refusal


async def begin_move(client: DeskClient, audience: CalendarAudience) -> Refusal | None:
    """Find out where an audience may go on the days shown."""
    view = client.calendar.value
    if view.span is None:
        return Refusal(RefusalCode.SLOT_UNAVAILABLE)
    span = view.span
    client.calendar.set(replace(view, landing=Landing(audience)))
    query = {
        "service_id": audience.service_id,
        "first": span.first.isoformat(),
        "days": str(span.count),
        "kind": audience.kind.value,
        "interpreter": str(audience.interpreter).lower(),
    }
    if audience.site_id is not None:
        query["site_id"] = audience.site_id
    answer = await client.gateway.ask(
        "GET", f"/v1/offices/{audience.office_id}/availability", Availability, token=client.token, query=query
    )
    view = client.calendar.value
    if view.landing is None or view.landing.audience.id != audience.id or view.span != span:
        return None
    if isinstance(answer, Refusal):
        client.calendar.set(replace(view, landing=None))
        return answer
    slots = tuple(slot for day in answer.days for slot in day.slots)
    client.calendar.set(replace(view, landing=Landing(audience, slots)))
    return None


def end_move(client: DeskClient) -> None:
    """Leave it where it is."""
    if client.calendar.value.landing is not None:
        client.calendar.set(replace(client.calendar.value, landing=None))


async def move(
    client: DeskClient, audience: CalendarAudience, starts_at: datetime, *, key: str
) -> Appointment | Refusal:
    """Give an audience another slot; its person is told by the server, in their own language.

    Asked again with the same ``key``, it is moved once. Refusals: SLOT_TAKEN, SLOT_UNAVAILABLE, PRECONDITION_FAILED
    (it changed meanwhile), ILLEGAL_TRANSITION and the server's.
    """
    end_move(client)
    answer = await client.gateway.ask(
        "POST",
        f"/v1/appointments/{audience.id}/reschedule",
        Appointment,
        token=client.token,
        body=MoveAsk(starts_at=starts_at),
        idempotency_key=key,
        version=audience.version,
    )
    await look_again(client)
    return answer


async def call_off(client: DeskClient, audience: CalendarAudience) -> Appointment | Refusal:
    """Cancel an audience to which nobody has come yet; its person is told by the server, in their own language.

    Refusals: PRECONDITION_FAILED (it changed meanwhile), ILLEGAL_TRANSITION and the server's.
    """
    end_move(client)
    answer = await client.gateway.ask(
        "POST",
        f"/v1/appointments/{audience.id}/cancellation",
        Appointment,
        token=client.token,
        version=audience.version,
    )
    await look_again(client)
    return answer


async def block(
    client: DeskClient, starts_at: datetime, ends_at: datetime, reason: str, *, key: str
) -> Blocked | Refusal:
    """Take a stretch out of what the office offers; the answer names the audiences that are in the way.

    Asked again with the same ``key``, it is blocked once.
    """
    answer = await client.gateway.ask(
        "POST",
        f"{_office(client)}/blocks",
        Blocked,
        token=client.token,
        body=BlockAsk(starts_at=starts_at, ends_at=ends_at, reason=reason),
        idempotency_key=key,
    )
    await look_again(client)
    return answer


async def unblock(client: DeskClient, busy: BusyTime) -> Refusal | None:
    """Offer a blocked stretch again."""
    answer = await client.gateway.ask("DELETE", f"{_office(client)}/blocks/{busy.id}", Nothing, token=client.token)
    await look_again(client)
    return answer if isinstance(answer, Refusal) else None


async def take_in(client: DeskClient, path: Path) -> Imported | Refusal:
    """Read the busy times out of a calendar file.

    Refusals: NOT_FOUND (field `file`: it cannot be read), ATTACHMENT_TOO_LARGE, ATTACHMENT_DAMAGED and the server's.
    """
    content = await asyncio.to_thread(_read, path)
    if isinstance(content, Refusal):
        return content
    text = content.decode("utf-8-sig", errors="replace").replace("\0", "")
    if not text:
        return Refusal(RefusalCode.ATTACHMENT_DAMAGED)
    answer = await client.gateway.ask(
        "PUT", f"{_office(client)}/busy-times", Imported, token=client.token, body=ImportAsk(file=text)
    )
    await look_again(client)
    return answer


def _read(path: Path) -> bytes | Refusal:
    """What is larger than a server takes is not even read."""
    try:
        if not path.is_file():
            return Refusal(RefusalCode.NOT_FOUND, field="file")
        if path.stat().st_size > MAX_FILE_LENGTH:
            return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE)
        return path.read_bytes()
    except OSError:
        return Refusal(RefusalCode.NOT_FOUND, field="file")


async def forget_busy(client: DeskClient) -> Refusal | None:
    """Forget what was read in."""
    answer = await client.gateway.ask("DELETE", f"{_office(client)}/busy-times", Nothing, token=client.token)
    await look_again(client)
    return answer if isinstance(answer, Refusal) else None


async def own_feed(client: DeskClient) -> Feed | Refusal:
    """Whether some calendar program reads this office's calendar already."""
    return await client.gateway.ask("GET", _FEED, Feed, token=client.token)


async def make_feed(client: DeskClient, *, is_arabic: bool, shows_names: bool) -> Feed | Refusal:
    """A new address for calendar programs; a former one opens nothing any more."""
    ask = FeedAsk(language="ar" if is_arabic else "en", shows_names=shows_names)
    answer = await client.gateway.ask("PUT", _FEED, Feed, token=client.token, body=ask)
    if isinstance(answer, Refusal) or answer.url is None or not answer.url.startswith("/"):
        return answer
    return answer.model_copy(update={"url": client.gateway.base_url + answer.url})


async def end_feed(client: DeskClient) -> Refusal | None:
    """From now on the address opens nothing."""
    answer = await client.gateway.ask("DELETE", _FEED, Nothing, token=client.token)
    return answer if isinstance(answer, Refusal) else None


def _office(client: DeskClient) -> str:
    session = client.day.value.session
    return f"/v1/offices/{'' if session is None else session.person.office_id}"


_FEED = "/v1/desk/calendar-feed"
