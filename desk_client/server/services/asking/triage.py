"""Triage of requests: take, hand on, answer, route, escalate, give a slot, merge, decline with reason and next step."""

from datetime import datetime
from typing import Final, assert_never

from sqlalchemy import select, update

from desk_client.domain.access import Action
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import OfficeId, RequestId, ServiceId, SiteId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import Mobile
from desk_client.domain.request import LADDER, OPEN_STATES, RequestStep, Rung, next_rung, parse_decline
from desk_client.domain.words import is_readable
from desk_client.i18n.language import Language
from desk_client.protocol.appointments import MAX_SUBJECT_LENGTH
from desk_client.protocol.requests import (
    AnswerStep,
    AskBackStep,
    DeclineStep,
    EscalateStep,
    GiveSlotStep,
    HandStep,
    MergeStep,
    Request,
    RouteStep,
    TakeStep,
    TriageAsk,
    UnmergeStep,
)
from desk_client.server.notify.notices import AboutRequest, Notice, RequestAsked, RequestDeclined
from desk_client.server.notify.outbox import Terms
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.notify.wording import tell
from desk_client.server.security.tokens import hashed
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.asking.inbox import may_ask_back, may_have, same_matter
from desk_client.server.services.asking.replies import new_reply_link
from desk_client.server.services.asking.requests import (
    Asked,
    answer_of,
    found_again,
    reachable,
    step,
    unit_of,
    within_reach,
)
from desk_client.server.services.booking.given import give
from desk_client.server.services.booking.holding import Place, place_of
from desk_client.server.services.privacy.consents import agrees
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import OfficeRules, ServiceRules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import request
from desk_client.server.storage.tables.people import person

_UNIT: Final = 200


def triage(
    transaction: Transaction, actor: Actor, request_id: RequestId, ask: TriageAsk, version: int | None
) -> Request | Refusal:
    """Do what the asker decided; the citizen is told.

    Refusals: FORBIDDEN, NOT_FOUND (with the field), PRECONDITION_FAILED, ILLEGAL_TRANSITION, INVALID_REQUEST (with the
    field), INVALID_REASON (with the field), SLOT_UNAVAILABLE, SLOT_TAKEN, KIND_NOT_OFFERED, CONSENT_REQUIRED
    (withdrawn since they asked).
    """
    found = reachable(transaction, actor, Action.TRIAGE, request_id, version)
    if isinstance(found, Refusal):
        return found
    taken = ask.taken
    match taken:
        case AnswerStep():
            done = _answer(transaction, actor, found, taken.text.strip())
        case RouteStep():
            done = _route(transaction, actor, found, OfficeId(taken.office_id), taken.note.strip())
        case EscalateStep():
            done = _escalate(transaction, actor, found, taken.recommendation.strip())
        case TakeStep():
            done = _owned(transaction, actor, found, RequestStep.TAKE, actor.staff_id)
        case HandStep():
            done = _owned(transaction, actor, found, RequestStep.HAND, StaffId(taken.staff_id))
        case AskBackStep():
            done = _ask_back(transaction, actor, found, taken.text.strip())
        case MergeStep():
            done = _merge(transaction, actor, found, RequestId(taken.into))
        case UnmergeStep():
            done = _unmerge(transaction, actor, found)
        case GiveSlotStep():
            done = _give_slot(transaction, actor, found, taken)
        case DeclineStep():
            done = _decline(transaction, actor, found, taken)
        case _:
            assert_never(taken)
    return done if isinstance(done, Refusal) else answer_of(transaction, done)


def _answer(transaction: Transaction, actor: Actor, found: Asked, text: str) -> Asked | Refusal:
    if not text:
        return Refusal(RefusalCode.INVALID_REQUEST, field="text")
    sealed = transaction.vault.seal("request.answer", found.id, text)
    done = step(transaction, actor, found, RequestStep.ANSWER, words=text, answer_sealed=sealed)
    if not isinstance(done, Refusal):
        _tell(transaction, done, AboutRequest(TemplateKey.REQUEST_ANSWERED, unit_of(transaction, done)))
    return done


def _owned(
    transaction: Transaction, actor: Actor, found: Asked, taken: RequestStep, staff_id: StaffId | None
) -> Asked | Refusal:
    """Whose it is from now on; the citizen is not told of that."""
    if staff_id is None or not may_have(transaction, found, staff_id):
        return Refusal(RefusalCode.NOT_FOUND, field="staff_id")
    return step(transaction, actor, found, taken, owner_id=staff_id)


def _ask_back(transaction: Transaction, actor: Actor, found: Asked, text: str) -> Asked | Refusal:
    """The citizen is sent a link to the question; ILLEGAL_TRANSITION (field `text`) where none can reach them."""
    if not text or not is_readable(text):
        return Refusal(RefusalCode.INVALID_REQUEST, field="text")
    if not may_ask_back(transaction, found.person_id):
        return Refusal(RefusalCode.ILLEGAL_TRANSITION, field="text")
    token, url = new_reply_link(transaction)
    done = step(transaction, actor, found, RequestStep.ASK_BACK, words=text, reply_hash=hashed(token))
    if not isinstance(done, Refusal):
        _tell(transaction, done, RequestAsked(unit_of(transaction, done), url))
    return done


def _merge(transaction: Transaction, actor: Actor, found: Asked, into: RequestId) -> Asked | Refusal:
    """The other one keeps the thread, and what was merged into this one before; the citizen is told once.

    Nobody has to have looked at it later than they would have had to look at this one.
    """
    keeper = within_reach(transaction, actor, Action.TRIAGE, into)
    if isinstance(keeper, Refusal):
        return Refusal(keeper.code, field="into")
    if keeper.state not in OPEN_STATES or found.state not in OPEN_STATES:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION, field="into")
    if not same_matter(found, keeper):
        return Refusal(RefusalCode.INVALID_REQUEST, field="into")
    done = step(transaction, actor, found, RequestStep.MERGE, merged_into=keeper.id)
    if isinstance(done, Refusal):
        return done
    run = transaction.connection.execute
    run(update(request).where(request.c.merged_into == found.id).values(merged_into=keeper.id))
    if found.row.due_at < keeper.row.due_at:
        run(update(request).where(request.c.id == keeper.id).values(due_at=found.row.due_at))
    merged = AboutRequest(TemplateKey.REQUEST_MERGED, unit_of(transaction, keeper))
    _tell(transaction, done, merged, once=f"request_merged:{keeper.id}")
    return done


def _unmerge(transaction: Transaction, actor: Actor, found: Asked) -> Asked | Refusal:
    """Open again; ILLEGAL_TRANSITION once the one that kept the thread is settled, for that settled this one too."""
    if found.row.merged_into is not None:
        keeper = found_again(transaction, RequestId(found.row.merged_into))
        if keeper.state not in OPEN_STATES:
            return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    return step(transaction, actor, found, RequestStep.UNMERGE, merged_into=None)


def _route(transaction: Transaction, actor: Actor, found: Asked, office_id: OfficeId, note: str) -> Asked | Refusal:
    office = rules(transaction).receiving(office_id, transaction.now)
    if office is None:
        return Refusal(RefusalCode.NOT_FOUND, field="office_id")
    return _passed_on(transaction, actor, found, RequestStep.ROUTE, (office, Rung(office.rung)), note)


def _escalate(transaction: Transaction, actor: Actor, found: Asked, recommendation: str) -> Asked | Refusal:
    """To the office that stands on the next rung that anybody has: the agency's own, or whoever stands there."""
    everybody = [each for each in rules(transaction).offices.values() if not each.is_closed(transaction.now)]
    offices = sorted(everybody, key=lambda each: (each.agency_id != found.agency_id, each.rank))
    ladder = [rung for rung in LADDER if any(each.rung == rung.value for each in offices)]
    rung = next_rung(found.rung, ladder)
    if isinstance(rung, Refusal):
        return rung
    office = next(each for each in offices if each.rung == rung.value)
    return _passed_on(transaction, actor, found, RequestStep.ESCALATE, (office, rung), recommendation)


def _passed_on(
    transaction: Transaction,
    actor: Actor,
    found: Asked,
    taken: RequestStep,
    to: tuple[OfficeRules, Rung],
    words: str,
) -> Asked | Refusal:
    """It is nobody's there, until somebody takes it."""
    office, rung = to
    changed = {"office_id": office.id, "agency_id": office.agency_id, "rung": rung.value, "owner_id": None}
    done = step(transaction, actor, found, taken, words=words, **changed)
    if not isinstance(done, Refusal):
        _tell(transaction, done, AboutRequest(TemplateKey.REQUEST_ROUTED, office.title))
    return done


def _give_slot(transaction: Transaction, actor: Actor, found: Asked, asked: GiveSlotStep) -> Asked | Refusal:
    """Book the time that was chosen for them, in the case of the request; or let them choose for themselves."""
    service = rules(transaction).offered(ServiceId(asked.service_id), transaction.now)
    if service is None:
        return Refusal(RefusalCode.NOT_FOUND, field="service_id")
    if asked.kind not in service.kinds:
        return Refusal(RefusalCode.KIND_NOT_OFFERED, field="kind")
    place = None if asked.starts_at is None else _chosen(transaction, found, service, asked, asked.starts_at)
    if isinstance(place, Refusal):
        return place
    if not people.keep(transaction, found.person_id):
        return Refusal(RefusalCode.NOT_FOUND)
    if place is not None and people.is_unverified(transaction, found.person_id):
        # they book for themselves, once they have proved who they are
        return Refusal(RefusalCode.ILLEGAL_TRANSITION, field="starts_at")
    if not agrees(transaction, found.person_id, Purpose.PROCESSING):
        return Refusal(RefusalCode.CONSENT_REQUIRED, field=Purpose.PROCESSING.value)
    attempt = transaction.attempt()
    done = step(transaction, actor, found, RequestStep.GIVE_SLOT, service_id=service.id, office_id=service.office_id)
    if isinstance(done, Refusal) or place is None:
        attempt.commit()
        if not isinstance(done, Refusal):
            _tell(transaction, done, AboutRequest(TemplateKey.REQUEST_ANSWERED, unit_of(transaction, done)))
        return done
    subject = transaction.vault.open("request.text", found.id, found.row.text_sealed)[:MAX_SUBJECT_LENGTH]
    booked = give(transaction, actor, place, found.person_id, subject=subject, case_id=found.case_id)
    if isinstance(booked, Refusal):
        attempt.rollback()
        return booked
    attempt.commit()
    return done


def _chosen(
    transaction: Transaction, found: Asked, service: ServiceRules, asked: GiveSlotStep, starts_at: datetime
) -> Place | Refusal:
    """The time that triage chose; neither notice nor horizon bind the house itself, but the clock does."""
    if starts_at <= transaction.now:
        return Refusal(RefusalCode.SLOT_UNAVAILABLE)
    return place_of(
        transaction,
        service,
        starts_at,
        asked.kind,
        site_id=found.site_id if asked.site_id is None else SiteId(asked.site_id),
        person_id=found.person_id,
        interpreter=asked.interpreter,
        notice=False,
    )


def _decline(transaction: Transaction, actor: Actor, found: Asked, asked: DeclineStep) -> Asked | Refusal:
    decline = parse_decline(asked.unit, asked.reason, asked.next_step)
    if isinstance(decline, Refusal):
        return decline
    if len(decline.unit) > _UNIT:
        return Refusal(RefusalCode.INVALID_REASON, field="unit")
    done = step(
        transaction,
        actor,
        found,
        RequestStep.DECLINE,
        words=f"{decline.unit}\n{decline.reason}\n{decline.next_step}",
        answer_sealed=transaction.vault.seal("request.answer", found.id, decline.reason),
        decline_unit=decline.unit,
        decline_next=decline.next_step,
    )
    if not isinstance(done, Refusal):
        _tell(transaction, done, RequestDeclined(decline.unit, decline.reason, decline.next_step))
    return done


def _tell(transaction: Transaction, found: Asked, notice: Notice, *, once: str | None = None) -> None:
    """Tell the citizen, only once under the same key; nothing is sent to somebody without a mobile."""
    row = transaction.connection.execute(
        select(person.c.mobile_sealed, person.c.language).where(person.c.id == found.person_id)
    ).one()
    if row.mobile_sealed is None:
        return
    mobile = Mobile(transaction.vault.open("person.mobile", found.person_id, row.mobile_sealed))
    terms = Terms(
        purpose=notice.key,
        language=Language(row.language),
        dedupe_key=once or f"request:{found.id}:{found.version}",
        person_id=found.person_id,
    )
    tell(transaction, mobile, notice, terms)
