"""An official's day: sign in, see who is there, read, admit, talk, decide."""

import logging
from dataclasses import replace
from types import MappingProxyType

from desk_client.client.actions import decide, give_document, reach
from desk_client.client.actions.greet import same_protocol
from desk_client.client.asked_ahead import asked_ahead
from desk_client.client.called_in import Calls
from desk_client.client.day import Day, DeskPage
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Nothing
from desk_client.client.inbox import InboxView
from desk_client.client.last_resorts import LastResorts
from desk_client.client.office_calendar import CalendarView
from desk_client.domain.access import Action, Role
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.extension import Extension
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import Agenda, AgendaItem, Brief, ExtensionAsk
from desk_client.protocol.attachments import Attachment, Attachments
from desk_client.protocol.call_summaries import CallSummary
from desk_client.protocol.rooms import Relays, RoomToken
from desk_client.protocol.sessions import StaffSession, StaffSessionAsk

logger = logging.getLogger(__name__)


async def sign_in(client: DeskClient, username: str, password: str, code: str = "") -> Refusal | None:
    """Open the day, an operator's console, or an administrator's workspace.

    ``code`` is of the second factor, or a recovery code. Refusals: WRONG_CREDENTIALS, SECOND_FACTOR_REQUIRED where one
    is needed, CODE_WRONG, RATE_LIMITED, PROTOCOL_UNSUPPORTED and the server's.
    """
    if not username.strip() or not password:
        return Refusal(RefusalCode.WRONG_CREDENTIALS)
    refusal = await same_protocol(client.gateway, client.clock)
    if refusal is not None:
        return refusal
    answer = await client.gateway.ask(
        "POST",
        "/v1/staff/sessions",
        StaffSession,
        body=StaffSessionAsk(username=username.strip(), password=password, code=code.strip() or None),
    )
    return answer if isinstance(answer, Refusal) else await begin(client, answer)


async def begin(client: DeskClient, answer: StaffSession) -> Refusal | None:
    """Open the first page of whoever this session is, and the line; whoever has a first password changes that first."""
    before = client.day.value
    drafts = before.drafts if before.drafts_by == answer.person.id else MappingProxyType({})
    if before.drafts_by != answer.person.id:
        client.forget_console()  # an incident that waits to be sent is for who recorded it
        client.forget_minutes()
    if client.inbox.value.drafts_by != answer.person.id:
        client.inbox.set(InboxView(drafts_by=answer.person.id))
    day = Day(session=answer, drafts=drafts, drafts_by=answer.person.id)
    page = day.pages[0]
    client.day.set(replace(day, page=page))
    if not answer.must_change_password:
        client.open_line()
    return await load_agenda(client) if page is DeskPage.TODAY else None  # the other pages read by themselves


async def sign_out(client: DeskClient) -> None:
    """Close the day at this desk."""
    if client.is_talking:
        await _end_recording(client)
        await client.conference.end(leave=True)
    await client.close_line()
    if client.token is not None:
        await client.gateway.ask("DELETE", "/v1/sessions/current", Nothing, token=client.token)
    client.forget_console()
    client.forget_minutes()
    client.forget_administration()
    client.calendar.set(CalendarView())
    client.inbox.set(InboxView())
    client.calls.set(Calls())
    client.day.set(Day())


async def forget_lost_session(client: DeskClient, refusal: Refusal) -> None:
    """Close the day where the server says that the session is over; what was being written is kept."""
    if refusal.code in {RefusalCode.UNAUTHENTICATED, RefusalCode.SESSION_EXPIRED}:
        await client.close_line()
        client.forget_administration()
        client.calendar.set(CalendarView())
        client.inbox.set(client.inbox.value.put_away)
        client.calls.set(Calls())
        client.day.set(Day(drafts=client.day.value.drafts, drafts_by=client.day.value.drafts_by))


async def load_agenda(client: DeskClient) -> Refusal | None:
    """Read today's audiences, where there are any of one's own; who has newly arrived is marked unseen."""
    now = client.day.value
    if DeskPage.TODAY not in now.pages or Action.SEE_AGENDA not in now.may:
        return None
    if client.is_replaced:
        await _give_way(client)
    await client.settling()
    return await _read_agenda(client)


async def _read_agenda(client: DeskClient) -> Refusal | None:
    answer = await client.gateway.ask("GET", "/v1/desk/agenda", Agenda, token=client.token)
    if isinstance(answer, Refusal):
        if answer.code is RefusalCode.FORBIDDEN and _drop_rights(client):
            return None
        await forget_lost_session(client, answer)
        return answer
    day = client.day.value
    before = {item.id: item.state for item in day.agenda.items} if day.agenda is not None else {}
    arrived = {
        item.id
        for item in answer.items
        if item.state is AppointmentState.WAITING and before.get(item.id) is not AppointmentState.WAITING
    }
    still = {item.id for item in answer.items if item.state is AppointmentState.WAITING}
    day = replace(day, agenda=answer, unseen=frozenset((day.unseen | arrived) & still))
    is_changed = False
    if day.brief is not None and (renewed := day.item(day.brief.item.id)) is not None:
        is_changed = renewed.version != day.brief.item.version
        day = replace(day, brief=day.brief.model_copy(update={"item": renewed}))
    client.day.set(day)
    if is_changed or day.outcome is None:  # whoever looks is noted, so that nobody looks each minute
        await decide.read_outcome(client)
    await reach.read_call_back(client)
    if client.talk_brief is not None:
        await reach.read_chat(client)
        await give_document.read_documents(client)
    if client.talk_brief is not None or client.day.value.page is DeskPage.OUTCOME:
        await client.pen.read()
    if client.day.value.page is DeskPage.CALL:
        await _follow_recording(client)
    _hand_in_left(client)
    return None


def _drop_rights(client: DeskClient) -> bool:
    """The last day of what was left to an office's manager is over: whatever is left to anybody shows the agenda.

    What they were writing is kept, should more be left to them. False of anybody else.
    """
    day = client.day.value
    if day.session is None or day.session.person.role is not Role.DELEGATE:
        return False
    person = day.session.person.model_copy(update={"rights": ()})
    nothing = Day(
        page=day.page if day.page in {DeskPage.CALLED, DeskPage.SETTINGS} else DeskPage.TODAY,
        session=day.session.model_copy(update={"person": person}),
        drafts=day.drafts,
        drafts_by=day.drafts_by,
    )
    client.calendar.set(CalendarView())
    client.inbox.set(client.inbox.value.put_away)
    client.day.set(nothing)
    client.rights_ended.set(client.rights_ended.value + 1)
    return True


async def _give_way(client: DeskClient) -> None:
    """Leave the talk to the other desk of this account, or its browser, and hear of the office again."""
    client.is_replaced = False
    if client.is_talking:
        await _leave_recording(client)
        await client.conference.end(leave=False)
    await client.close_line()
    client.open_line()
    if client.day.value.page is DeskPage.CALL:
        client.day.set(replace(client.day.value, page=DeskPage.TODAY))
    client.gave_way.set(client.gave_way.value + 1)


async def open_brief(client: DeskClient, item: AgendaItem) -> Refusal | None:
    """As `open_brief_of`, for an audience of the day that is shown."""
    return await open_brief_of(client, item.id)


async def open_brief_of(client: DeskClient, appointment_id: str) -> Refusal | None:
    """Read one audience's brief, and what the visitor brought to it; where that fails the brief opens all the same."""
    answer = await _read_brief(client, appointment_id)
    if isinstance(answer, Refusal):
        return answer
    brief, documents = answer
    day = client.day.value
    client.day.set(replace(day, brief=brief, outcome=None, documents=documents, unseen=day.unseen - {appointment_id}))
    await decide.read_outcome(client)
    may_enter = Action.ENTER_ROOM in client.day.value.may
    if may_enter and brief.item.state is AppointmentState.WAITING:
        # they will be let in soon: find out how to reach them
        client.conference.try_relays(lambda: client.gateway.ask("GET", "/v1/relays", Relays, token=client.token))
    return None


async def _read_brief(client: DeskClient, appointment_id: str) -> tuple[Brief, tuple[Attachment, ...]] | Refusal:
    path = f"/v1/appointments/{appointment_id}"
    answer = await client.gateway.ask("GET", f"{path}/brief", Brief, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    brought = await client.gateway.ask("GET", f"{path}/attachments", Attachments, token=client.token)
    if isinstance(brought, Refusal):
        logger.info("what was brought could not be read: %s", brought.code)
    return answer, () if isinstance(brought, Refusal) else brought.attachments


async def _renew_brief(client: DeskClient, appointment_id: str) -> None:
    """Read again what was open when they were let in, once that delays the talk no longer."""
    await client.settling()
    answer = await _read_brief(client, appointment_id)
    day = client.day.value
    if isinstance(answer, Refusal) or day.brief is None or day.brief.item.id != appointment_id:
        return
    client.day.set(replace(day, brief=answer[0], documents=answer[1], unseen=day.unseen - {appointment_id}))


async def read_beside(client: DeskClient, appointment_id: str) -> None:
    """Read the brief of the talk into which one was called, where one's own office receives."""
    await client.settling()
    answer = await _read_brief(client, appointment_id)
    joined = client.calls.value.joined
    if isinstance(answer, Refusal) or joined is None or joined.appointment_id != appointment_id:
        return
    client.day.set(replace(client.day.value, brief=answer[0], documents=answer[1], outcome=None))


async def admit(client: DeskClient, item: AgendaItem) -> Refusal | None:
    """Let the citizen in and enter the room. Pressed twice, it admits once; a talk that runs is gone back to.

    An office's manager lets them in for the official, and stays where they are. Where another desk of the office has
    admitted them a moment ago, it enters all the same. Refusal: ILLEGAL_TRANSITION, where they wait no more; the day
    has been read anew then.
    """
    async with client.letting_in:
        brief = client.day.value.brief
        if client.is_talking:
            if brief is not None and brief.item.id == item.id:
                client.day.set(replace(client.day.value, page=DeskPage.CALL))
            return None
        refusal = None if item.state is AppointmentState.IN_SESSION else await _let_in(client, item)
        if refusal is None and Action.ENTER_ROOM not in client.day.value.may:
            return await _read_agenda(client)  # let in for the official, who talks with them
        return refusal or await _enter(client, item)


async def _let_in(client: DeskClient, item: AgendaItem) -> Refusal | None:
    answer = await client.gateway.ask("POST", f"/v1/appointments/{item.id}/admission", AgendaItem, token=client.token)
    if not isinstance(answer, Refusal):
        return None
    if answer.code is RefusalCode.ILLEGAL_TRANSITION:
        await _read_agenda(client)
        now = client.day.value.item(item.id)
        if now is not None and now.state is AppointmentState.IN_SESSION:
            return None
    return answer


async def _enter(client: DeskClient, item: AgendaItem) -> Refusal | None:
    """Begin the talk of whoever is let in; a brief that is open already is read again once the talk stands."""
    brief = client.day.value.brief
    is_open = brief is not None and brief.item.id == item.id
    refusal = None if is_open else await open_brief(client, item)
    if refusal is not None or client.line is None or client.is_talking:
        return refusal
    fetch_room_token = await asked_ahead(lambda: room_token(client))
    client.day.set(replace(client.day.value, page=DeskPage.CALL, call_back=None, number=None))
    path, token = f"/v1/appointments/{item.id}/call-summaries", client.token
    runner = client.conference.begin(
        client.line,
        fetch_room_token,
        lambda summary: client.gateway.ask("POST", path, CallSummary, token=token, body=summary),
        LastResorts(lambda: reach.want_call_back(client)),
    )
    if client.preferences.now.value.starts_muted:
        runner.set_microphone(on=False)
    if is_open:
        client.behind(_renew_brief(client, item.id))
    return None


async def room_token(client: DeskClient) -> RoomToken | Refusal:
    """A fresh key to the room of the audience that is open."""
    brief = client.day.value.brief
    if brief is None:
        return Refusal(RefusalCode.NOT_FOUND)
    return await client.gateway.ask(
        "POST", f"/v1/appointments/{brief.item.id}/room-token", RoomToken, token=client.token
    )


async def send_back(client: DeskClient) -> Refusal | None:
    """Ask the citizen to wait again; their place is kept."""
    return await _close_room(client, "send-back", DeskPage.TODAY)


async def complete(client: DeskClient) -> Refusal | None:
    """End the talk for both, and go on to writing what was decided."""
    return await _close_room(client, "completion", DeskPage.OUTCOME)


async def extend(client: DeskClient, minutes: Extension) -> Refusal | None:
    """Let the talk last longer. Refusals: SLOT_TAKEN, SLOT_UNAVAILABLE, LIMIT_REACHED and the server's."""
    brief = client.day.value.brief
    if brief is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask(
        "POST",
        f"/v1/appointments/{brief.item.id}/extension",
        AgendaItem,
        token=client.token,
        body=ExtensionAsk(minutes=minutes),
    )
    if isinstance(answer, Refusal):
        return answer
    day = client.day.value
    if day.brief is not None and day.brief.item.id == answer.id:
        client.day.set(replace(day, brief=day.brief.model_copy(update={"item": answer})))
    return await load_agenda(client)


async def _close_room(client: DeskClient, step: str, then: DeskPage) -> Refusal | None:
    brief = client.day.value.brief
    if brief is None:
        return Refusal(RefusalCode.NOT_FOUND)
    answer = await client.gateway.ask(
        "POST", f"/v1/appointments/{brief.item.id}/{step}", AgendaItem, token=client.token
    )
    if isinstance(answer, Refusal):
        return answer
    await _end_recording(client)
    await client.conference.end(leave=False)
    client.day.set(replace(client.day.value, page=then, brief=brief.model_copy(update={"item": answer})))
    return await load_agenda(client)


async def _follow_recording(client: DeskClient) -> None:
    from desk_client.client.actions import record  # noqa: PLC0415 - loaded with the first talk

    await record.read(client)


def _hand_in_left(client: DeskClient) -> None:
    """What was recorded at this desk and is not at the server yet: at the sign-in, and each minute until it is."""
    if not client.has_spooled or client.handing_in.locked() or client.is_talking:
        return
    from desk_client.client.actions import record  # noqa: PLC0415 - loaded with the first talk

    client.behind(record.hand_in_left(client))


async def _end_recording(client: DeskClient) -> None:
    from desk_client.client.actions import record  # noqa: PLC0415 - as above

    await record.talk_over(client)


async def _leave_recording(client: DeskClient) -> None:
    from desk_client.client.actions import record  # noqa: PLC0415 - as above

    await record.leave(client)


def return_to_today(client: DeskClient) -> None:
    """Back to the list; an outcome that is not written yet stays marked there."""
    client.day.set(replace(client.day.value, page=DeskPage.TODAY))
