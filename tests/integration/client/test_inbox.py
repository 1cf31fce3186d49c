"""A coordinator's desk before a real server: what the desk asks is what the server understands, and hints come."""

from datetime import date

from desk_client.client.actions import receive, triage_inbox
from desk_client.client.day import DeskPage
from desk_client.client.desk import DeskClient
from desk_client.client.inbox import Shelf
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Goal
from desk_client.domain.consents import Purpose
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import RequestState
from desk_client.protocol.requests import Request, RequestAsk
from desk_client.server.services.privacy.consent_texts import present
from tests.integration.client.conftest import PASSWORD, Ends, until


async def wished(kiosk: KioskClient, text: str) -> Request:
    ask = RequestAsk(text=text, agency_id="municipality", consent_version=present(Purpose.PROCESSING).version)
    made = await kiosk.gateway.ask(
        "POST", "/v1/requests", Request, token=kiosk.token, body=ask, idempotency_key=f"a-key-of-{len(text)}"
    )
    assert not isinstance(made, Refusal), made
    return made


async def clerk(ends: Ends) -> DeskClient:
    client = await ends.desk()
    assert await receive.sign_in(client, "municipality.coordinator", PASSWORD) is None
    assert client.day.value.page is DeskPage.INBOX
    await until(lambda: client.hints.value)  # the line is there: what happens from now on is heard
    return client


async def test_a_wish_is_heard_of_taken_and_given_a_slot_and_the_second_desk_is_told(ends: Ends) -> None:
    kiosk = await ends.signed_in_kiosk(Goal.BOOK)
    first, second = await clerk(ends), await clerk(ends)
    assert await triage_inbox.look_at(first, Shelf.UNOWNED) is None
    assert first.inbox.value.listed is not None
    assert first.inbox.value.listed.items == ()
    heard = first.hints.value
    made = await wished(kiosk, "أرجو مقابلة أمين المنطقة")
    await until(lambda: first.hints.value > heard)
    for desk in (first, second):
        assert await triage_inbox.look_at(desk, Shelf.UNOWNED) is None
        assert await triage_inbox.open_file(desk, made.id) is None
    taken = await triage_inbox.take(first)
    assert not isinstance(taken, Refusal), taken
    late = await triage_inbox.answer(second, "نعم")
    assert isinstance(late, Refusal)
    assert late.code is RefusalCode.PRECONDITION_FAILED
    read = second.inbox.value.read
    assert read is not None
    assert read.item.owner is not None, "it was read anew, and says whose it is"
    assert await triage_inbox.look_at(first, Shelf.MINE) is None
    assert await triage_inbox.read_offices(first) is None
    mayor = next(each for each in first.inbox.value.offices if each.id == "mayor")
    service = mayor.services[0]
    kind, *_ = triage_inbox.kinds_given(service)
    assert kind is AppointmentKind.VIDEO_KIOSK
    today = date.today()  # noqa: DTZ011 - a day more or less is fine
    assert await triage_inbox.read_times(first, service.id, kind, (today,)) is None
    assert await triage_inbox.turn_times(first, is_forward=True) is None
    times = first.inbox.value.times
    assert times is not None
    assert times.slots
    assert len(times.trail) == 2
    given = await triage_inbox.give_slot(first, service.id, kind, times.slots[-1].starts_at.isoformat())
    assert not isinstance(given, Refusal), given
    assert given.state is RequestState.SCHEDULED
    assert given.appointment_id is not None
    assert first.inbox.value.listed is not None
    assert first.inbox.value.listed.items == ()
