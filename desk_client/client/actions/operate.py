"""What the hall's operator does at their desk."""

from datetime import UTC, datetime
from typing import TypeVar

from pydantic import BaseModel

from desk_client.client.actions.receive import forget_lost_session
from desk_client.client.console import IncidentLog
from desk_client.client.desk import DeskClient
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.incidents import Incidents

A = TypeVar("A", bound=BaseModel)


async def read_incidents(client: DeskClient) -> Refusal | None:
    """Read what was and is wrong in the hall."""
    answer = await read(client, "/v1/incidents", Incidents)
    if isinstance(answer, Refusal):
        return answer
    client.console.incidents.set(IncidentLog(answer.incidents, datetime.now(UTC)))
    return None


async def read(client: DeskClient, path: str, answer: type[A]) -> A | Refusal:
    """Read something for the console; where the session is over, the desk goes back to its sign-in."""
    answered = await client.gateway.ask("GET", path, answer, token=client.token)
    if isinstance(answered, Refusal):
        await forget_lost_session(client, answered)
    return answered
