"""To what the visitor agrees, in the server's own words."""

from dataclasses import replace

from desk_client.client.kiosk import KioskClient
from desk_client.domain.consents import Purpose
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.privacy import Consents


async def load_consent(client: KioskClient) -> Refusal | None:
    """Read the words about the processing of the visitor's data, and whether they agree to them already."""
    answer = await client.gateway.ask("GET", "/v1/citizen/consents", Consents, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    found = next((each for each in answer.consents if each.purpose is Purpose.PROCESSING), None)
    client.visit.set(replace(client.visit.value, consent=found))
    return None
