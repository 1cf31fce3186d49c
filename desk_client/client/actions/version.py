"""Whether client and server speak one protocol."""

from desk_client.client.gateway import Gateway
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.version import CURRENT, VersionAnswer


async def same_protocol(gateway: Gateway) -> Refusal | None:
    """None where they do. Refusals: PROTOCOL_UNSUPPORTED where one of them is too old for the other."""
    answer = await gateway.ask("GET", "/v1/version", VersionAnswer)
    if isinstance(answer, Refusal):
        return answer
    if answer.oldest <= CURRENT <= answer.current:
        return None
    return Refusal(RefusalCode.PROTOCOL_UNSUPPORTED)
