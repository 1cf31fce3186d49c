"""What an official decides: written, kept while it is, recorded, taken back within minutes, amended afterwards."""

import logging
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from desk_client.client.day import DeskPage, Draft
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Nothing
from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import Decision
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import AmendmentAsk, Outcome, OutcomeAsk

logger = logging.getLogger(__name__)

DECIDED: Final = frozenset({AppointmentState.OUTCOME_RECORDED, AppointmentState.CONFIRMED})
"""States in which there is an outcome to read."""


async def record_outcome(client: DeskClient, decision: Decision) -> Refusal | None:
    """Write what was decided; the citizen reads and confirms it, and the minutes are done with.

    Refusals: OUTCOME_MISSING for an empty text, PRECONDITION_FAILED (somebody else wrote minutes that were not read
    here; they are now), and the server's.
    """
    brief = client.day.value.brief
    if brief is None:
        return Refusal(RefusalCode.NOT_FOUND)
    if not decision.text.strip():
        return Refusal(RefusalCode.OUTCOME_MISSING, field="text")
    path = f"/v1/appointments/{brief.item.id}/outcome"
    async with client.pen.at_rest(brief.item.id) as version:
        ask = OutcomeAsk(decision=decision, minutes_version=version)
        answer = await client.gateway.ask("PUT", path, Outcome, token=client.token, body=ask)
    if isinstance(answer, Refusal):
        if answer.code is RefusalCode.PRECONDITION_FAILED:
            await client.pen.read()
        return answer
    client.pen.forget(brief.item.id)
    keep_draft(client, brief.item.id, None)
    item = brief.item.model_copy(update={"state": AppointmentState.OUTCOME_RECORDED})
    brief = brief.model_copy(update={"item": item})
    client.day.set(replace(client.day.value, page=DeskPage.TODAY, outcome=answer, brief=brief))
    return None


async def read_outcome(client: DeskClient) -> None:
    """Read what was decided in the audience that is open. What cannot be read now is read the next time."""
    brief = client.day.value.brief
    if brief is None:
        return
    if brief.item.state not in DECIDED or Action.SEE_OUTCOME not in client.day.value.may:
        if client.day.value.outcome is not None:
            client.day.set(replace(client.day.value, outcome=None))
        return
    answer = await client.gateway.ask("GET", f"/v1/appointments/{brief.item.id}/outcome", Outcome, token=client.token)
    now = client.day.value
    if isinstance(answer, Refusal):
        logger.info("the outcome could not be read: %s", answer.code)
    elif now.brief is not None and now.brief.item.id == brief.item.id:
        client.day.set(replace(now, outcome=answer))


async def take_back(client: DeskClient) -> Refusal | None:
    """Take the whole outcome back and write it anew, beginning with what it said.

    Refusals: TOO_LATE (it can only be amended), and the server's.
    """
    day = client.day.value
    if day.brief is None or day.outcome is None:
        return Refusal(RefusalCode.NOT_FOUND)
    about = day.brief.item.id
    answer = await client.gateway.ask("DELETE", f"/v1/appointments/{about}/outcome", Nothing, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    keep_draft(client, about, draft_of(day.outcome.decision))
    item = day.brief.item.model_copy(update={"state": AppointmentState.COMPLETED})
    brief = day.brief.model_copy(update={"item": item})
    client.day.set(replace(client.day.value, page=DeskPage.OUTCOME, outcome=None, brief=brief))
    return None


async def amend(client: DeskClient, text: str, reason: str) -> Refusal | None:
    """Add to an outcome that can no longer be taken back; what was decided stays.

    Refusals: INVALID_REQUEST with the field where a text is empty, and the server's.
    """
    brief = client.day.value.brief
    if brief is None:
        return Refusal(RefusalCode.NOT_FOUND)
    for field, given in (("text", text), ("reason", reason)):
        if not given.strip():
            return Refusal(RefusalCode.INVALID_REQUEST, field=field)
    answer = await client.gateway.ask(
        "POST",
        f"/v1/appointments/{brief.item.id}/outcome/amendments",
        Outcome,
        token=client.token,
        body=AmendmentAsk(text=text.strip(), reason=reason.strip()),
    )
    if isinstance(answer, Refusal):
        return answer
    client.day.set(replace(client.day.value, outcome=answer))
    return None


def draft_of(decision: Decision) -> Draft:
    """What was decided, to be written anew."""
    return Draft(
        decision.code,
        decision.text,
        decision.responsible_unit,
        decision.directive,
        decision.actions,
        decision.follow_up,
        decision.transaction_number,
    )


def keep_draft(client: DeskClient, appointment_id: str, draft: Draft | None) -> None:
    """Remember an outcome that is being written; None forgets it."""
    kept = {key: value for key, value in client.day.value.drafts.items() if key != appointment_id}
    if draft is not None:
        kept[appointment_id] = draft
    client.day.set(replace(client.day.value, drafts=MappingProxyType(kept)))


def write_outcome(client: DeskClient) -> None:
    """Go to an audience's outcome that is still to be written."""
    client.day.set(replace(client.day.value, page=DeskPage.OUTCOME))
