"""Routes of a kiosk's lock: who may set its PIN, and the terminal that asks whether one is right."""

from typing import Annotated

from fastapi import Path, Response

from desk_client.domain.access import Action
from desk_client.domain.ids import SiteId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.kiosks import KioskPinAsk, UnlockAsk
from desk_client.server.services.access import kiosk_pin
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.policy import policy
from desk_client.server.web.problems import RefusedError
from desk_client.server.web.router import Router

_Id = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:-]+$")]


def routes(gate: Gate) -> Router:
    """Setting the PIN, and trying it."""
    router = Router(tags=["kiosks"])
    house = gate.house

    @router.put(
        "/sites/{site_id}/kiosk-pin",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.MANAGE_KIOSKS, RefusalCode.PASSWORD_WEAK),
    )
    async def set_pin(site_id: _Id, ask: KioskPinAsk, token: Bearer) -> None:
        where = SiteId(site_id)
        # before a hash is spent on them
        await gate.read(token, lambda transaction, actor: kiosk_pin.settable(transaction, actor, where))
        if (refusal := kiosk_pin.weak(ask.pin)) is not None:
            raise RefusedError(refusal)
        hashed = await house.passwords.hashed(kiosk_pin.peppered(house.pepper, where, ask.pin))
        await gate.write(token, lambda transaction, actor: kiosk_pin.set_pin(transaction, actor, where, hashed))

    @router.post(
        "/kiosks/self/unlock",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.UNLOCK_KIOSK, RefusalCode.KIOSK_PIN_NOT_SET, RefusalCode.KIOSK_PIN_WRONG),
    )
    async def unlock(ask: UnlockAsk, token: Bearer) -> None:
        lock = await gate.write(token, kiosk_pin.at_the_lock)
        typed = kiosk_pin.peppered(house.pepper, lock.site_id, ask.pin)
        if await house.passwords.checked(typed, lock.pin_hash):
            await gate.write(token, lambda transaction, actor: kiosk_pin.unlocked(transaction, actor, lock))
        else:
            await gate.write(token, lambda transaction, actor: kiosk_pin.turned_away(transaction, actor, lock))

    return router
