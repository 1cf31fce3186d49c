"""Halls and their kiosks: enrolled, retired and taken back, and the PIN of their operator."""

from desk_client.client.actions.administer.places import read_region
from desk_client.client.actions.operate import ask
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Nothing
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.kiosks import EnrolmentCode, KioskPinAsk, KioskState, KioskStateAsk

__all__ = ["EnrolmentCode", "hand_out_code", "read", "set_pin", "set_retired"]


async def read(client: DeskClient) -> Refusal | None:
    """Read the halls with their kiosks. Refusals: the server's."""
    return await read_region(client)


async def hand_out_code(client: DeskClient, kiosk_id: str) -> EnrolmentCode | Refusal:
    """Have a one-time code made for a kiosk; those before it are void. Refusals: the server's."""
    path = f"/v1/kiosks/{kiosk_id}/enrolment-code"
    return await ask(client, "POST", path, EnrolmentCode)


async def set_retired(client: DeskClient, kiosk_id: str, *, is_retired: bool) -> Refusal | None:
    """Take a kiosk out of service, or back in; then it is enrolled anew. Refusals: the server's."""
    asked = KioskStateAsk(disabled=is_retired)
    answer = await ask(client, "PUT", f"/v1/kiosks/{kiosk_id}/state", KioskState, body=asked)
    return answer if isinstance(answer, Refusal) else await read_region(client)


async def set_pin(client: DeskClient, site_id: str, pin: str) -> Refusal | None:
    """Give a hall another PIN for its kiosks. Refusals: PASSWORD_WEAK and the server's."""
    answer = await ask(client, "PUT", f"/v1/sites/{site_id}/kiosk-pin", Nothing, body=KioskPinAsk(pin=pin))
    return answer if isinstance(answer, Refusal) else await read_region(client)
