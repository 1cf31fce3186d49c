"""Wishes to be received that were left at a kiosk: unverified requests, each wish of a person once.

Whoever leaves one has proved nothing. They are a person of their own (`people.claimed`), so that nobody's name, mobile
or list of requests is touched by what a stranger typed; once they sign in with the same document and mobile, what they
left becomes theirs.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Row, insert, select, update

from desk_client.domain.consents import Purpose
from desk_client.domain.deposits import Left, Verdict, Wish, merged
from desk_client.domain.ids import PersonId, ServiceId, new_case_id, new_request_id
from desk_client.domain.outcomes import Refusal
from desk_client.domain.people import Document, Mobile, PersonName, parse_name
from desk_client.domain.request import ANSWER_WITHIN, OPEN_STATES, RequestState, Rung
from desk_client.i18n.dates import gregorian_date, weekday_name
from desk_client.i18n.language import Language
from desk_client.i18n.phones import mobile_of
from desk_client.protocol.deposits import RequestLeft
from desk_client.protocol.requests import MOST_REQUEST_LETTERS
from desk_client.server.notify.notices import AboutRequest, said
from desk_client.server.notify.outbox import Terms
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.notify.wording import tell
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.asking.requests import found_again, unit_of
from desk_client.server.services.deposits.led_to import LedTo
from desk_client.server.services.privacy import consents
from desk_client.server.services.privacy.consent_texts import present
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import ServiceRules
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import request
from desk_client.server.storage.tables.people import person

_LEFT: Final = "request.left"
_TEXT: Final = "request.text"
_OPEN: Final = sorted(state.value for state in OPEN_STATES)
_MOST_OPEN: Final = 5
"""Of one who has proved nothing."""
_ROOM_FOR_DAYS: Final = 400
"""Letters of a request that are kept free for the days that were named."""


def wish(transaction: Transaction, actor: Actor, left: RequestLeft, entry_id: str, at: datetime) -> LedTo:
    """Make a request of it, or add it to the one that the same person left before and that is still open."""
    document = people.named(left.national_id, left.document)
    mobile, name = mobile_of(left.mobile), parse_name(left.name)
    if isinstance(document, Refusal) or isinstance(mobile, Refusal) or isinstance(name, Refusal):
        return LedTo(Verdict.INVALID)
    rulebook = rules(transaction)
    service = rulebook.services.get(ServiceId(left.service_id))
    known = people.with_document(transaction, document)
    if service is None or actor.site_id is None or (known is not None and known.disabled):
        return LedTo(Verdict.NOT_FOUND)
    if left.consent_version != present(Purpose.PROCESSING).version:
        return LedTo(Verdict.NOT_AGREED)
    person_id = people.claimed(transaction, document, mobile, left.language)
    lock_row(transaction.connection, person, person_id)  # of two at once the second finds the first one's request
    once = Left(entry_id, at, name, " ".join(left.text.split()), left.days)
    for same in _open_ones(transaction, person_id):
        if same.service_id == service.id and same.left_sealed is not None:
            return _added(transaction, actor, person_id, same, once)
    if len(_open_ones(transaction, person_id)) >= _MOST_OPEN:
        return LedTo(Verdict.LIMIT_REACHED)
    consents.needed(transaction, actor, person_id, left.consent_version, agrees_already=False)
    return _made(transaction, actor, person_id, service, once, (document, mobile, left.language))


def _open_ones(transaction: Transaction, person_id: PersonId) -> Sequence[Row[Any]]:
    return transaction.connection.execute(
        select(request).where(request.c.person_id == person_id, request.c.state.in_(_OPEN)).order_by(request.c.id)
    ).all()


def _made(
    transaction: Transaction,
    actor: Actor,
    person_id: PersonId,
    service: ServiceRules,
    once: Left,
    whom: tuple[Document, Mobile, Language],
) -> LedTo:
    rulebook, request_id = rules(transaction), new_request_id(transaction.id_bytes())
    assert actor.site_id is not None  # a kiosk stands in a hall
    site = rulebook.sites[actor.site_id]
    people.rename(transaction, person_id, PersonName(once.name))
    transaction.connection.execute(
        insert(request).values(
            id=request_id,
            case_id=new_case_id(transaction.id_bytes()),
            person_id=person_id,
            agency_id=rulebook.offices[service.office_id].agency_id,
            office_id=None,
            service_id=service.id,
            site_id=site.id,
            governorate_id=site.governorate_id,
            rung=Rung.SPECIALIST.value,
            state=RequestState.SUBMITTED.value,
            version=1,
            changed_at=transaction.now,
            due_at=once.at + ANSWER_WITHIN,
            **_columns(transaction, request_id, service, [once]),
        )
    )
    record(transaction, actor, "submit_request", request_id)
    _, mobile, language = whom
    key = TemplateKey.REQUEST_ARRIVED
    notice = AboutRequest(key, unit_of(transaction, found_again(transaction, request_id)))
    told = Terms(key, language, dedupe_key=f"arrived:{request_id}", person_id=person_id)
    tell(transaction, mobile, notice, told)
    return LedTo(Verdict.REQUESTED, request_id)


def _added(transaction: Transaction, actor: Actor, person_id: PersonId, same: Row[Any], once: Left) -> LedTo:
    """One more time that the same wish was left; its text changes with it, so its version does as well."""
    service = rules(transaction).services[same.service_id]
    every = [*_read(transaction.vault.open(_LEFT, same.id, same.left_sealed)), once]
    columns = _columns(transaction, same.id, service, every)
    transaction.connection.execute(
        update(request)
        .where(request.c.id == same.id)
        .values(version=same.version + 1, changed_at=transaction.now, **columns)
    )
    people.rename(transaction, person_id, PersonName(_wish(every).name))
    record(transaction, actor, "add_to_request", same.id)
    return LedTo(Verdict.MERGED, same.id)


def _columns(
    transaction: Transaction, request_id: str, service: ServiceRules, every: Sequence[Left]
) -> dict[str, object]:
    """What follows from all the times that it was left, in whichever order they came in."""
    whole, seal = _wish(every), transaction.vault.seal
    return {
        "text_sealed": seal(_TEXT, request_id, _text(whole, service)),
        "left_sealed": seal(_LEFT, request_id, _written(every)),
        "submitted_at": whole.first_at,
    }


def _wish(every: Sequence[Left]) -> Wish:
    return merged(every, MOST_REQUEST_LETTERS - _ROOM_FOR_DAYS)


def _text(whole: Wish, service: ServiceRules) -> str:
    """What triage reads: the person's words, or the service where they wrote none, and the days that suit them."""
    lines = [whole.text or said(service.name, Language.ARABIC)]
    if whole.days:
        days = "، ".join(
            f"{weekday_name(day, Language.ARABIC)} {gregorian_date(day, Language.ARABIC)}" for day in whole.days
        )
        lines.append(f"الأيام المفضلة: {days}"[:_ROOM_FOR_DAYS])
    return "\n".join(lines)


def _written(every: Sequence[Left]) -> str:
    return json.dumps(
        [
            [one.id, one.at.isoformat(), one.name, one.text, [day.isoformat() for day in one.days]]
            for one in sorted(every, key=lambda one: (one.at, one.id))
        ],
        ensure_ascii=False,
    )


def _read(text: str) -> list[Left]:
    return [
        Left(key, datetime.fromisoformat(at), name, words, tuple(map(date.fromisoformat, days)))
        for key, at, name, words, days in json.loads(text)
    ]
