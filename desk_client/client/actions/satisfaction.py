"""After an audience: how satisfied the visitor is with it, or nothing said about that."""

from collections.abc import Sequence

from desk_client.client.actions.leave_word import keep_survey
from desk_client.client.flows import kiosk as flow
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.satisfaction import Reason
from desk_client.protocol.deposits import SurveyLeft
from desk_client.protocol.satisfaction import Satisfaction, SatisfactionAsk

_AWAY = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT})


async def answer(client: KioskClient, score: int, reasons: Sequence[Reason]) -> Refusal | None:
    """Say how it was, and go on to the farewell. After a time-out it may be said again, or otherwise.

    What was answered on an earlier day stands, and nobody is kept for that. For a server that is away the answer is
    kept, and sent later. Refusals: the server's.
    """
    appointment = client.visit.value.appointment
    if appointment is None:
        return Refusal(RefusalCode.NOT_FOUND)
    kept = await client.gateway.ask(
        "PUT",
        f"/v1/appointments/{appointment.id}/satisfaction",
        Satisfaction,
        token=client.token,
        body=SatisfactionAsk(score=score, reasons=tuple(reasons)),
    )
    if isinstance(kept, Refusal) and kept.code is not RefusalCode.ALREADY_EXISTS:
        if kept.code not in _AWAY or client.token is None:
            return kept
        left = SurveyLeft(
            appointment_id=appointment.id, session_token=client.token, score=score, reasons=tuple(reasons)
        )
        if not await keep_survey(client, left):
            return kept
    skip(client)
    return None


def skip(client: KioskClient) -> None:
    """Go on to the farewell; who has gone on already stays there."""
    visit = client.visit.value
    if visit.page is Page.SURVEY:
        client.visit.set(flow.forward(visit))
