"""Routes of a hall's console: what kiosks say of themselves, and what their operator asks of them.

A picture that a kiosk takes passes through here and is kept nowhere: it lies in this server's memory until the operator
has it, a minute at most. Where several servers share a store it may lie in another one's; it is then asked for anew.
"""

from base64 import b64encode
from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Annotated, Final

from fastapi import Path, Response

from desk_client.domain.access import Action
from desk_client.domain.ids import KioskId, KioskOrderId, SiteId
from desk_client.domain.kiosk_orders import OrderKind, OrderState
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.accounts import PersonFound
from desk_client.protocol.hall import Hall, Instructions, Order, OrderAnswerAsk, OrderAsk, ReportAsk, Still
from desk_client.server.services.deposits import set_aside
from desk_client.server.services.halls import kiosk_orders, watching
from desk_client.server.services.idempotency import once
from desk_client.server.web.gate import Bearer, Gate, IdempotencyKey
from desk_client.server.web.policy import policy, staff_who
from desk_client.server.web.problems import RefusedError
from desk_client.server.web.router import Router

_Id = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:-]+$")]
_MOST_STILLS: Final = 20
_HELPERS: Final = staff_who(Action.FIND_PERSON) & staff_who(Action.MANAGE_KIOSKS)
_KEPT_FOR: Final = timedelta(minutes=1)


class Stills:
    """Pictures on their way from a kiosk to its operator, in memory alone; each is taken once."""

    def __init__(self) -> None:
        """There are none."""
        self._kept: OrderedDict[str, tuple[datetime, bytes]] = OrderedDict()

    def put(self, order_id: str, jpeg: bytes, now: datetime) -> None:
        """Keep one until it is taken, for a while; the oldest of too many goes."""
        self._forget(now)
        self._kept[order_id] = (now, jpeg)
        while len(self._kept) > _MOST_STILLS:
            self._kept.popitem(last=False)

    def has(self, order_id: str, now: datetime) -> bool:
        """Whether it is here."""
        self._forget(now)
        return order_id in self._kept

    def take(self, order_id: str) -> bytes | None:
        """Take it away: nobody else gets it. None where somebody was quicker."""
        return self._kept.pop(order_id, (None, None))[1]

    def _forget(self, now: datetime) -> None:
        for old in [key for key, (since, _) in self._kept.items() if now - since > _KEPT_FOR]:
            del self._kept[old]


def routes(gate: Gate) -> Router:
    """The kiosk's side and the operator's."""
    router = Router(tags=["kiosks"])
    stills = Stills()
    now = gate.house.clock.now

    @router.put("/kiosks/self/report", openapi_extra=policy(Action.REPORT_KIOSK))
    async def report(ask: ReportAsk, token: Bearer) -> Instructions:
        return await gate.write(token, lambda transaction, actor: watching.report(transaction, actor, ask))

    @router.put(
        "/kiosks/self/orders/{order_id}",
        openapi_extra=policy(Action.REPORT_KIOSK, RefusalCode.NOT_FOUND, RefusalCode.ILLEGAL_TRANSITION),
    )
    async def answer(order_id: _Id, ask: OrderAnswerAsk, token: Bearer) -> Order:
        order = await gate.write(
            token, lambda transaction, actor: kiosk_orders.answer(transaction, actor, KioskOrderId(order_id), ask)
        )
        if order.kind is OrderKind.STILL and ask.state is OrderState.DONE and ask.still is not None:
            stills.put(order_id, ask.still, now())
        return order

    @router.get("/sites/{site_id}/hall", openapi_extra=policy(Action.MANAGE_KIOSKS, RefusalCode.NOT_FOUND))
    async def hall(site_id: _Id, token: Bearer) -> Hall:
        return await gate.read(token, lambda transaction, actor: watching.hall(transaction, actor, SiteId(site_id)))

    @router.post(
        "/kiosks/{kiosk_id}/orders",
        status_code=201,
        openapi_extra=policy(Action.MANAGE_KIOSKS, RefusalCode.NOT_FOUND, RefusalCode.INVALID_REQUEST),
    )
    async def ask_kiosk(kiosk_id: _Id, ask: OrderAsk, key: IdempotencyKey, token: Bearer) -> Order:
        return await gate.write(
            token,
            lambda transaction, actor: once(
                transaction,
                actor,
                key,
                ask,
                Order,
                lambda: kiosk_orders.ask_kiosk(transaction, actor, KioskId(kiosk_id), ask),
            ),
        )

    @router.post(
        "/kiosks/{kiosk_id}/orders/{order_id}/still",
        openapi_extra=policy(Action.MANAGE_KIOSKS, RefusalCode.NOT_FOUND),
    )
    async def take_still(kiosk_id: _Id, order_id: _Id, token: Bearer) -> Still:
        await gate.write(
            token,
            lambda transaction, actor: kiosk_orders.collected(
                transaction, actor, KioskId(kiosk_id), KioskOrderId(order_id), is_there=stills.has(order_id, now())
            ),
        )
        jpeg = stills.take(order_id)
        if jpeg is None:
            raise RefusedError(Refusal(RefusalCode.NOT_FOUND))
        return Still(jpeg=b64encode(jpeg))

    _entries(gate, router)
    return router


def _entries(gate: Gate, router: Router) -> None:
    """What was left at a kiosk and could not be done."""

    @router.post(
        "/kiosks/{kiosk_id}/deposits/{entry_id}/dealt",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.MANAGE_KIOSKS, RefusalCode.NOT_FOUND),
    )
    async def deal_with_entry(kiosk_id: _Id, entry_id: _Id, token: Bearer) -> None:
        await gate.write(
            token, lambda transaction, actor: set_aside.deal_with(transaction, actor, KioskId(kiosk_id), entry_id)
        )

    @router.post(
        "/kiosks/{kiosk_id}/deposits/{entry_id}/person",
        openapi_extra=policy(Action.FIND_PERSON, RefusalCode.NOT_FOUND, only=_HELPERS),
    )
    async def person_of_entry(kiosk_id: _Id, entry_id: _Id, token: Bearer) -> PersonFound:
        return await gate.write(
            token, lambda transaction, actor: set_aside.whose(transaction, actor, KioskId(kiosk_id), entry_id)
        )
