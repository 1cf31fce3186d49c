"""How a kiosk says how far it is with what its operator asked: by the supervisor, or by the process on the screen."""

import asyncio
from typing import Final

from desk_client.client.gateway import Gateway
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.hall import Order, OrderAnswerAsk

_PASSING: Final = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT, RefusalCode.RATE_LIMITED})
_AGAIN_S: Final = (0.5, 2.0, 5.0)


async def say_how_far(gateway: Gateway, credential: str, order_id: str, said: OrderAnswerAsk) -> Refusal | None:
    """Tell the server, again where it was away for a moment. Refusals: ILLEGAL_TRANSITION and the server's."""
    path = f"/v1/kiosks/self/orders/{order_id}"
    for again_s in (*_AGAIN_S, None):
        answer = await gateway.ask("PUT", path, Order, token=credential, body=said)
        if not isinstance(answer, Refusal):
            return None
        if again_s is None or answer.code not in _PASSING:
            return answer
        await asyncio.sleep(again_s)
    return None
