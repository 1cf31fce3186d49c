"""What guides a service's visits: the questions before a booking, and the usual wordings of outcomes.

Each is put whole, under the version of its service. Whoever is under way is asked on as they began: a kiosk has read
the questions with the list of offices, and the answers travel as words.
"""

from desk_client.domain.decision import fault_in_wordings
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.triage import first_fault
from desk_client.protocol.appointments import WORDINGS
from desk_client.protocol.offices import QUESTIONS
from desk_client.protocol.questions import QuestionsAsk
from desk_client.protocol.regions import PlaceKind, Region, WordingsAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration.places import changed, not_theirs
from desk_client.server.services.rulebook import rules, rules_changed
from desk_client.server.services.transaction import Transaction


def put_questions(
    transaction: Transaction, actor: Actor, service_id: str, ask: QuestionsAsk, version: int | None
) -> Region | Refusal:
    """Ask these before the service is booked; in the trail as `change_questions`.

    Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_REQUIRED, PRECONDITION_FAILED, INVALID_REQUEST (field
    `questions.<code>`: of the first fault, as `domain.triage.FaultCode` has it; a way to what is closed leads nowhere).
    """
    if (refusal := not_theirs(transaction, actor, PlaceKind.SERVICE, service_id)) is not None:
        return refusal
    rules_changed(transaction)  # first of all: two who lead to each other's service at once would make a circle
    open_ones = {
        str(each.id): each.questions for each in rules(transaction).services.values() if each.closed_from is None
    }
    wanted = ask.wanted
    fault = first_fault({**open_ones, service_id: wanted}, service_id)
    if fault is not None:
        return Refusal(RefusalCode.INVALID_REQUEST, field=f"questions.{fault.code.value}")
    kept = QUESTIONS.dump_json(wanted).decode() if wanted else None
    values = {"triage": kept, "own_triage": True}
    return changed(transaction, actor, PlaceKind.SERVICE, service_id, version, values, action="change_questions")


def put_wordings(
    transaction: Transaction, actor: Actor, service_id: str, ask: WordingsAsk, version: int | None
) -> Region | Refusal:
    """Offer these for the service's outcomes; in the trail as `change_wordings`.

    Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_REQUIRED, PRECONDITION_FAILED, INVALID_REQUEST (field
    `wordings.<fault>`, as `domain.decision.fault_in_wordings` names it).
    """
    if (refusal := not_theirs(transaction, actor, PlaceKind.SERVICE, service_id)) is not None:
        return refusal
    fault = fault_in_wordings(ask.wordings)
    if fault is not None:
        return Refusal(RefusalCode.INVALID_REQUEST, field=f"wordings.{fault}")
    kept = WORDINGS.dump_json(ask.wordings).decode() if ask.wordings else None
    values = {"wordings": kept, "own_wordings": True}
    return changed(transaction, actor, PlaceKind.SERVICE, service_id, version, values, action="change_wordings")
