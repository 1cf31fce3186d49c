"""What guides a service's visits: its questions before a booking, and the usual wordings of its outcomes."""

from collections.abc import Sequence

from desk_client.client.actions.administer.places import shown
from desk_client.client.actions.operate import ask
from desk_client.client.desk import DeskClient
from desk_client.client.region_entries import PlaceKind, found
from desk_client.domain.decision import Wording
from desk_client.domain.outcomes import Refusal
from desk_client.domain.triage import Question
from desk_client.protocol.questions import QuestionsAsk
from desk_client.protocol.regions import Region, WordingsAsk


async def put_questions(
    client: DeskClient, service_id: str, questions: Sequence[Question], version: int | None = None
) -> Region | Refusal:
    """Ask these from the next visit on, if the service is as in `version`; None: as it was last read.

    Refusals: PRECONDITION_FAILED, INVALID_REQUEST (field `questions.<fault>`) and the server's.
    """
    path, asked = f"/v1/services/{service_id}/questions", QuestionsAsk.of(questions)
    seen = _version(client, service_id) if version is None else version
    return await shown(client, await ask(client, "PUT", path, Region, body=asked, version=seen))


async def put_wordings(
    client: DeskClient, service_id: str, wordings: Sequence[Wording], version: int | None = None
) -> Region | Refusal:
    """Offer these for outcomes from now on, as `put_questions` asks.

    Refusals: PRECONDITION_FAILED, INVALID_REQUEST (field `wordings.<fault>`) and the server's.
    """
    path, asked = f"/v1/services/{service_id}/wordings", WordingsAsk(wordings=tuple(wordings))
    seen = _version(client, service_id) if version is None else version
    return await shown(client, await ask(client, "PUT", path, Region, body=asked, version=seen))


def _version(client: DeskClient, service_id: str) -> int | None:
    region = client.administration.region.value
    place = None if region is None else found(region, (PlaceKind.SERVICE, service_id))
    return None if place is None else place.version
