"""What the hall's operator does at their desk: watch the kiosks, ask things of them, keep the log of incidents."""

import time
import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, TypeVar

from pydantic import BaseModel

from desk_client.client.actions.receive import forget_lost_session
from desk_client.client.console import HallView, IncidentLog, Unsent
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Method, Nothing
from desk_client.domain.kiosk_orders import OrderKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.hall import Hall, Order, OrderAsk, Still
from desk_client.protocol.incidents import Incident, IncidentAsk, IncidentKind, Incidents
from desk_client.protocol.kiosks import KioskPinAsk

A = TypeVar("A", bound=BaseModel)
_AWAY: Final = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT})


async def read_hall(client: DeskClient) -> Refusal | None:
    """Read how the hall's kiosks are; where that fails, the last known hall stays, marked as old."""
    answer = await ask(client, "GET", f"/v1/sites/{_site(client)}/hall", Hall)
    hall = client.console.hall
    if isinstance(answer, Refusal):
        if client.token is not None:
            hall.set(replace(hall.value, trouble=answer))
        return answer
    hall.set(HallView(answer, time.monotonic()))
    return None


async def ask_kiosk(
    client: DeskClient, kiosk_id: str, kind: OrderKind, *, text: str = "", ends_visit: bool = False
) -> Order | Refusal:
    """Ask something of a kiosk; what becomes of it is in the hall's next readings. Refusals: the server's."""
    wanted = OrderAsk(kind=kind, text=text, ends_visit=ends_visit)
    answer = await ask(
        client, "POST", f"/v1/kiosks/{kiosk_id}/orders", Order, body=wanted, idempotency_key=uuid.uuid4().hex
    )
    if not isinstance(answer, Refusal):
        hall = client.console.hall
        hall.set(hall.value.with_order(kiosk_id, answer))
    return answer


async def take_still(client: DeskClient, kiosk_id: str, order_id: str) -> bytes | Refusal:
    """The picture that a kiosk took, as JPEG: once. NOT_FOUND where it was shown already, or too long ago."""
    answer = await ask(client, "POST", f"/v1/kiosks/{kiosk_id}/orders/{order_id}/still", Still)
    return answer if isinstance(answer, Refusal) else answer.jpeg


async def deal_with_entry(client: DeskClient, kiosk_id: str, entry_id: str) -> Refusal | None:
    """Say that what was left at a kiosk and could not be done has been seen to. Refusals: the server's."""
    answer = await ask(client, "POST", f"/v1/kiosks/{kiosk_id}/deposits/{entry_id}/dealt", Nothing)
    return answer if isinstance(answer, Refusal) else await read_hall(client)


async def set_pin(client: DeskClient, pin: str) -> Refusal | None:
    """Give the hall another PIN for its kiosks. Refusals: PASSWORD_WEAK and the server's."""
    answer = await ask(client, "PUT", f"/v1/sites/{_site(client)}/kiosk-pin", Nothing, body=KioskPinAsk(pin=pin))
    return answer if isinstance(answer, Refusal) else await read_hall(client)


async def read_incidents(client: DeskClient) -> Refusal | None:
    """Send what was recorded while the server was away, then read what was and is wrong in the hall."""
    refusal = await _send_unsent(client)
    answer = refusal or await ask(client, "GET", "/v1/incidents", Incidents)
    log = client.console.incidents
    if isinstance(answer, Refusal):
        if client.token is not None:
            log.set(replace(log.value, trouble=answer))
        return answer
    log.set(IncidentLog(answer.incidents, log.value.unsent))
    return None


async def record_incident(client: DeskClient, kind: IncidentKind) -> Refusal | None:
    """Say what is wrong in the hall, from now on, until it is ended.

    It is never lost to a server that is away: it is kept, and sent with the next reading that succeeds.
    """
    refusal = await _record(client, uuid.uuid4().hex, kind, datetime.now(UTC))
    return None if refusal is not None and refusal.code in _AWAY else refusal


async def _record(client: DeskClient, key: str, kind: IncidentKind, starts_at: datetime) -> Refusal | None:
    """Keep it, and send it if that can be done; under the same key it is one incident, however often it is said."""
    log = client.console.incidents
    if all(each.key != key for each in log.value.unsent):
        entry = Unsent(key, IncidentAsk(kind=kind, site_id=_site(client), starts_at=starts_at))
        log.set(replace(log.value, unsent=(*log.value.unsent, entry)))
    return await read_incidents(client)


async def end_incident(client: DeskClient, number: int) -> Refusal | None:
    """It is over. Refusals: ILLEGAL_TRANSITION (somebody was quicker) and the server's."""
    answer = await ask(client, "POST", f"/v1/incidents/{number}/end", Incident)
    return answer if isinstance(answer, Refusal) else await read_incidents(client)


async def answer_call(client: DeskClient, number: int) -> Refusal | None:
    """Say to whoever called for help that somebody is on their way; their kiosk shows it.

    Refusals: ILLEGAL_TRANSITION (the call is over) and the server's.
    """
    answer = await ask(client, "POST", f"/v1/incidents/{number}/answer", Incident)
    refusal = await read_incidents(client)
    return answer if isinstance(answer, Refusal) else refusal


async def confirm_call(client: DeskClient, call: Incident) -> Refusal | None:
    """What a kiosk calls for is a fault of ours: record it from when it called, and end the call itself.

    Refusals: the server's; the fault is then kept or stands recorded, and the call too. Said again it is one fault.
    """
    refusal = await _record(client, f"fault-of-call-{call.number}", IncidentKind.KIOSK, call.starts_at)
    return refusal or await end_incident(client, call.number)


async def ask(
    client: DeskClient,
    method: Method,
    path: str,
    answer: type[A],
    *,
    body: BaseModel | None = None,
    query: Mapping[str, str] | None = None,
    idempotency_key: str | None = None,
    version: int | None = None,
) -> A | Refusal:
    """Ask something as whoever has signed in; where their session is over, the desk goes back to its sign-in."""
    answered = await client.gateway.ask(
        method,
        path,
        answer,
        token=client.token,
        body=body,
        query=query,
        idempotency_key=idempotency_key,
        version=version,
    )
    if isinstance(answered, Refusal):
        await forget_lost_session(client, answered)
    return answered


async def _send_unsent(client: DeskClient) -> Refusal | None:
    """Send them in their order; what is refused, and not because the server is away, is told and dropped."""
    log = client.console.incidents
    while log.value.unsent:
        entry = log.value.unsent[0]
        answer = await ask(client, "POST", "/v1/incidents", Incident, body=entry.ask, idempotency_key=entry.key)
        if isinstance(answer, Refusal) and (answer.code in _AWAY or client.token is None):
            return answer
        log.set(replace(log.value, unsent=tuple(each for each in log.value.unsent if each != entry)))
        if isinstance(answer, Refusal):
            return answer
    return None


def _site(client: DeskClient) -> str:
    session = client.day.value.session
    return "" if session is None else session.person.site_id or ""
