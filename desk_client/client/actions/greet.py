"""The first words with a server: whether we speak one protocol, and who we are."""

from desk_client.client.actions.find_point import recall_points
from desk_client.client.gateway import Gateway
from desk_client.client.kiosk import KioskClient, Station
from desk_client.client.server_clock import ServerClock
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.kiosks import Kiosk
from desk_client.protocol.version import CURRENT, VersionAnswer


async def same_protocol(gateway: Gateway, clock: ServerClock | None = None) -> Refusal | None:
    """None where they do; the clock hears the server's time.

    Refusals: PROTOCOL_UNSUPPORTED where one of them is too old for the other.
    """
    hear = None if clock is None else clock.ask()
    answer = await gateway.ask("GET", "/v1/version", VersionAnswer)
    if isinstance(answer, Refusal):
        return answer
    if hear is not None:
        hear(answer.server_time)
    if answer.oldest <= CURRENT <= answer.current:
        return None
    return Refusal(RefusalCode.PROTOCOL_UNSUPPORTED)


async def greet_server(client: KioskClient) -> Refusal | None:
    """Ask the server whether we speak one language, and who we are; the shell tells why, if it does not serve us."""
    refusal = await same_protocol(client.gateway, client.clock)
    if refusal is None:
        answer = await client.gateway.ask("GET", "/v1/kiosks/self", Kiosk, token=client.credential)
        if not isinstance(answer, Refusal):
            client.station.set(Station(kiosk=answer))
            return None
        refusal = answer
    known = client.station.value.kiosk
    if known is None and client.depository is not None and (seen := client.depository.provisions) is not None:
        known = seen.kiosk  # a kiosk that was switched on without a line still knows where it stands
    recall_points(client)
    client.station.set(Station(kiosk=known, trouble=refusal))
    return refusal
