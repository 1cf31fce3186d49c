"""A request as whoever asked reads it: what became of it step by step, and the reply that they owe."""

from typing import Final

from sqlalchemy import select

from desk_client.domain.access import Action
from desk_client.domain.ids import OfficeId, RequestId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import SAID_BETWEEN, WITHIN_THE_HOUSE, RequestState, RequestStep
from desk_client.protocol.requests import OwnRequest, OwnStep, ReplyAsk, Request
from desk_client.server.services.actor import Actor
from desk_client.server.services.asking.replies import words_of
from desk_client.server.services.asking.requests import Asked, agency_name, answer_of, reachable, step, within_reach
from desk_client.server.services.booking.appointments import opened
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import request_step

_THEIRS: Final = frozenset({RequestStep.REPLY, RequestStep.WITHDRAW})
_MOST_STEPS: Final = 100
_INSIDE: Final = sorted(each.value for each in WITHIN_THE_HOUSE)


def course(transaction: Transaction, actor: Actor, request_id: RequestId) -> OwnRequest | Refusal:
    """One's own request with what happened to it; of the house it says which unit, never who, nor what they noted.

    Refusals: FORBIDDEN, NOT_FOUND.
    """
    if actor.person_id is None:
        return Refusal(RefusalCode.FORBIDDEN)
    found = within_reach(transaction, actor, Action.SEE_REQUEST, request_id)
    if isinstance(found, Refusal):
        return found
    steps = _steps(transaction, found)
    questions = [each.words for each in steps if each.step is RequestStep.ASK_BACK]
    return OwnRequest(
        request=answer_of(transaction, found),
        steps=steps,
        question=questions[-1] if questions and found.state is RequestState.AWAITING_REPLY else None,
    )


def reply(
    transaction: Transaction, actor: Actor, request_id: RequestId, ask: ReplyAsk, version: int | None
) -> Request | Refusal:
    """Answer what one was asked, as by the link; the link opens nothing afterwards.

    Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED, INVALID_REQUEST (field `text`), ILLEGAL_TRANSITION (nothing is
    asked, or it was answered).
    """
    if actor.person_id is None:
        return Refusal(RefusalCode.FORBIDDEN)  # nobody answers for somebody else
    found = reachable(transaction, actor, Action.SUBMIT_REQUEST, request_id, version)
    if isinstance(found, Refusal):
        return found
    text = words_of(ask)
    if isinstance(text, Refusal):
        return text
    done = step(transaction, actor, found, RequestStep.REPLY, words=text)
    return done if isinstance(done, Refusal) else answer_of(transaction, done)


def _steps(transaction: Transaction, found: Asked) -> tuple[OwnStep, ...]:
    offices = rules(transaction).offices
    agency = agency_name(transaction, found)
    latest_first = (
        select(request_step)
        .where(request_step.c.request_id == found.id, request_step.c.step.not_in(_INSIDE))
        .order_by(request_step.c.version.desc())
        .limit(_MOST_STEPS)
    )
    steps = []
    for row in reversed(transaction.connection.execute(latest_first).all()):
        taken = RequestStep(row.step)
        unit = agency if row.office_id is None else offices[OfficeId(row.office_id)].title
        words = opened(transaction, "request_step.words", row.id, row.words_sealed) if taken in SAID_BETWEEN else ""
        steps.append(OwnStep(at=row.at, step=taken, unit=None if taken in _THEIRS else unit, words=words or None))
    return tuple(steps)
