"""What a kiosk does because its hall's operator asks for it: look at its devices, show itself, say how far it is."""

import asyncio
from base64 import b64encode
from contextlib import suppress
from typing import Final

from pydantic import ValidationError

from desk_client.client.actions.greet import same_protocol
from desk_client.client.device_check.findings import CheckView, Finding, State
from desk_client.client.kiosk import KioskClient
from desk_client.client.model import Model
from desk_client.client.order_answers import say_how_far
from desk_client.domain.kiosk_health import KioskPart
from desk_client.domain.kiosk_orders import OrderFailure, OrderState
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.hall import MOST_STILL_BYTES, KioskOrder, OrderAnswerAsk
from desk_client.protocol.walk_ins import CalledNumber, CalledNumbers

__all__ = ["MOST_STILL_BYTES", "KioskOrder", "answer", "hear_called", "look_at_devices", "read_order"]

_TEST_S: Final = 12.0
_NEEDS_A_PERSON: Final = frozenset({Finding.QUIET, Finding.ASKED_TO_SPEAK})
"""Of a microphone into which nobody speaks: it hears the hall, and that will do."""


def read_order(text: str) -> KioskOrder | None:
    """An order as the supervisor hands it on; None for what is none."""
    try:
        return KioskOrder.model_validate_json(text)
    except ValidationError:
        return None


def hear_called(client: KioskClient, text: str) -> tuple[CalledNumber, ...]:
    """Take over the numbers that are called now; those of them that are called to this kiosk and were not before."""
    try:
        numbers = CalledNumbers.model_validate_json(text).numbers
    except ValidationError:
        return ()
    before, kiosk = client.called.value, client.station.value.kiosk
    client.called.set(numbers)
    own = None if kiosk is None else kiosk.number
    return tuple(each for each in numbers if each not in before and own is not None and each.kiosk_number == own)


async def answer(
    client: KioskClient,
    order_id: str,
    state: OrderState,
    failure: OrderFailure | None = None,
    *,
    failed: tuple[KioskPart, ...] = (),
    still: bytes | None = None,
    lets_go: bool = False,
) -> Refusal | None:
    """Say how far an order is, by the process that has the screen.

    ``still`` is a JPEG of `MOST_STILL_BYTES` at most; with ``lets_go`` the camera is let go of before.
    """
    if lets_go:
        await client.close_call()
    picture = None if still is None else b64encode(still)
    said = OrderAnswerAsk(state=state, failure=failure, failed=failed, still=picture)
    return await say_how_far(client.gateway, client.credential, order_id, said)


async def look_at_devices(client: KioskClient) -> tuple[KioskPart, ...]:
    """Look at camera, microphone, loudspeaker and network while nobody is there; the parts that do not serve.

    The devices are let go of at the end.
    """
    from desk_client.client.device_check.runner import CheckRunner  # noqa: PLC0415 - with the first look

    found: Model[CheckView | None] = Model(None)
    is_known = asyncio.Event()
    found.subscribe(lambda view: is_known.set() if view is not None and _is_known(view) else None)
    await client.load_call()
    client.conference.open_media()
    runner = CheckRunner(client.conference, lambda: same_protocol(client.gateway), found, lambda: None)
    with suppress(TimeoutError):
        await asyncio.wait_for(is_known.wait(), _TEST_S)
    await runner.close()
    await client.conference.close()
    view = found.value
    return () if view is None else tuple(line.part for line in view.lines if not _serves(line.finding))


def _is_known(view: CheckView) -> bool:
    return all(line.finding.state is not State.RUNNING or line.finding in _NEEDS_A_PERSON for line in view.lines)


def _serves(finding: Finding) -> bool:
    return finding.state is State.GOOD or finding in _NEEDS_A_PERSON
