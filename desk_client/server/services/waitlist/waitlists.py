"""Places on the waitlist: joining, leaving, one's own."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, func, insert, select, update

from desk_client.domain.access import Action, Ownership
from desk_client.domain.appointment import AHEAD_STATES, OPEN_STATES
from desk_client.domain.booking_rules import may_book_another
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import AppointmentId, PersonId, ServiceId, SiteId, WaitlistId, new_waitlist_id
from desk_client.domain.kinds import AppointmentKind, needs_address, needs_site
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.part_of_day import PartOfDay
from desk_client.domain.waitlist import MOST_UNANSWERED
from desk_client.i18n.language import Language
from desk_client.protocol.base import Texts
from desk_client.protocol.waitlists import Offer, Wait, WaitAsk, Waits, WaitState
from desk_client.server.notify.notices import AboutRequest
from desk_client.server.notify.outbox import Terms
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.notify.wording import tell
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import Record, find, slot_answer
from desk_client.server.services.booking.rights import right_to_book
from desk_client.server.services.booking.telling import reach_of
from desk_client.server.services.privacy import consents
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import ServiceRules
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.services.waitlist import offers
from desk_client.server.storage.pages import behind, cursor, place_of
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import appointment, waitlist, waitlist_offer
from desk_client.server.storage.tables.people import person

ON_THE_LIST: Final = (WaitState.WAITING.value, WaitState.OFFERED.value)
_AHEAD: Final = [state.value for state in sorted(AHEAD_STATES)]
_OPEN: Final = [state.value for state in sorted(OPEN_STATES)]
_AnyRow = Row[Any]  # a row's columns are of many types


def join(transaction: Transaction, actor: Actor, ask: WaitAsk) -> Wait | Refusal:
    """Put somebody on the list; one place for each service.

    Who asks anew while their place rests wakes it. Refusals: FORBIDDEN, NOT_FOUND (with the field), ILLEGAL_TRANSITION
    (the appointment is over), KIND_NOT_OFFERED, INVALID_ADDRESS (home visits are booked with their address),
    LIMIT_REACHED, ALREADY_WAITLISTED, those of `consents.needed`.
    """
    if (refusal := actor.refused(Action.JOIN_WAITLIST)) is not None:
        return refusal
    own = None if ask.appointment_id is None else find(transaction, AppointmentId(ask.appointment_id))
    if ask.appointment_id is not None and own is None:
        return Refusal(RefusalCode.NOT_FOUND, field="appointment_id")
    wanted = ServiceId(own.service_id if own is not None else ask.service_id or "")
    service = rules(transaction).offered(wanted, transaction.now)
    if service is None:
        return Refusal(RefusalCode.NOT_FOUND, field="service_id")
    person_id = _whose(actor, ask, own)
    if isinstance(person_id, Refusal):
        return person_id
    wished = _wished(transaction, actor, ask, own, service, person_id)
    if isinstance(wished, Refusal):
        return wished
    if not people.keep(transaction, person_id):
        return Refusal(RefusalCode.NOT_FOUND, field="person_id")
    agrees = consents.agrees(transaction, person_id, Purpose.PROCESSING)
    said = ask.consent_version
    if (refusal := consents.needed(transaction, actor, person_id, said, agrees_already=agrees)) is not None:
        return refusal
    known = transaction.connection.execute(
        select(waitlist).where(
            waitlist.c.person_id == person_id, waitlist.c.service_id == service.id, waitlist.c.state.in_(ON_THE_LIST)
        )
    ).first()
    if known is not None:
        if known.unanswered < MOST_UNANSWERED:
            return Refusal(RefusalCode.ALREADY_WAITLISTED)
        woken = update(waitlist).where(waitlist.c.id == known.id).values(unanswered=0)
        transaction.connection.execute(woken)
        record(transaction, actor, "wake_wish", known.id)
        return _answered(transaction, WaitlistId(known.id))
    if own is None and (refusal := _limit(transaction, service, person_id)) is not None:
        return refusal
    wait_id = put(transaction, actor, wished)
    return _answered(transaction, wait_id)


def put(transaction: Transaction, actor: Actor | None, wished: dict[str, Any], *, priority: int = 0) -> WaitlistId:
    """Write a place on the list; `wished` holds the columns that say what somebody wants."""
    wait_id = new_waitlist_id(transaction.id_bytes())
    transaction.connection.execute(
        insert(waitlist).values(
            id=wait_id,
            priority=priority,
            joined_by=None if actor is None else actor.staff_id,
            joined_at=transaction.now,
            state=WaitState.WAITING.value,
            unanswered=0,
            **wished,
        )
    )
    record(transaction, actor, "join_waitlist", wait_id)
    return wait_id


def end(transaction: Transaction, actor: Actor, wait_ids: Sequence[str], unit: Texts) -> None:
    """Take people off the list since what they wait for is closed; each is told, and what was offered is withdrawn."""
    run = transaction.connection.execute
    for wait_id in sorted(wait_ids):
        row = run(
            select(waitlist.c.person_id, person.c.mobile_sealed, person.c.language)
            .join_from(waitlist, person)
            .where(waitlist.c.id == wait_id)
        ).one()
        lock_row(transaction.connection, person, row.person_id)
        offers.withdraw(transaction, actor, WaitlistId(wait_id))
        still = (waitlist.c.id == wait_id, waitlist.c.state.in_(ON_THE_LIST))
        if run(update(waitlist).where(*still).values(state=WaitState.LEFT.value)).rowcount == 0:
            continue
        record(transaction, actor, "end_wish", wait_id)
        if (mobile := reach_of(transaction, row).mobile) is not None:
            notice = AboutRequest(TemplateKey.WAITLIST_ENDED, unit)
            terms = Terms(
                purpose=notice.key,
                language=Language(row.language),
                dedupe_key=f"waitlist_ended:{wait_id}",
                person_id=row.person_id,
            )
            tell(transaction, mobile, notice, terms)


def leave(transaction: Transaction, actor: Actor, wait_id: WaitlistId) -> Refusal | None:
    """Take somebody off the list; what was offered to them goes to the next. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := actor.refused(Action.JOIN_WAITLIST)) is not None:
        return refusal
    row = transaction.connection.execute(select(waitlist).where(waitlist.c.id == wait_id)).one_or_none()
    if row is None or row.state not in ON_THE_LIST:
        return Refusal(RefusalCode.NOT_FOUND)
    if (refusal := actor.refused(Action.JOIN_WAITLIST, ownership_of(transaction, row))) is not None:
        return refusal
    lock_row(transaction.connection, person, row.person_id)
    offers.withdraw(transaction, actor, wait_id)
    gone = transaction.connection.execute(
        update(waitlist)
        .where(waitlist.c.id == wait_id, waitlist.c.state.in_(ON_THE_LIST))
        .values(state=WaitState.LEFT.value)
    )
    if gone.rowcount:
        record(transaction, actor, "leave_waitlist", wait_id)
    return None


def mine(transaction: Transaction, actor: Actor, after: str | None = None, limit: int = 50) -> Waits | Refusal:
    """The citizen's own places, the oldest first, with what is offered to them now.

    Refusals: FORBIDDEN, INVALID_REQUEST (field `after`).
    """
    if actor.person_id is None or actor.refused(Action.JOIN_WAITLIST) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    place = place_of(after)
    if isinstance(place, Refusal):
        return place
    at, key = waitlist.c.joined_at, waitlist.c.id
    query = select(waitlist).where(waitlist.c.person_id == actor.person_id, waitlist.c.state.in_(ON_THE_LIST))
    if place is not None:
        query = query.where(behind(at, key, place, latest_first=False))
    rows = transaction.connection.execute(query.order_by(at, key).limit(limit + 1)).all()
    return Waits(
        waits=tuple(_answer(transaction, row) for row in rows[:limit]), next=cursor(rows, limit, "joined_at", "id")
    )


def ownership_of(transaction: Transaction, row: _AnyRow) -> Ownership:
    """Whose a place on the list is."""
    return Ownership(
        person_id=PersonId(row.person_id),
        office_ids=frozenset({row.office_id}),
        agency_id=rules(transaction).offices[row.office_id].agency_id,
        site_id=row.site_id,
        governorate_id=row.governorate_id or None,
    )


def _whose(actor: Actor, ask: WaitAsk, own: Record | None) -> PersonId | Refusal:
    named = None if ask.person_id is None else PersonId(ask.person_id)
    person_id = named or (own.person_id if own is not None and actor.is_staff else actor.person_id)
    if person_id is None or (own is not None and own.person_id != person_id):
        return Refusal(RefusalCode.NOT_FOUND, field="person_id")
    return person_id


def _wished(
    transaction: Transaction,
    actor: Actor,
    ask: WaitAsk,
    own: Record | None,
    service: ServiceRules,
    person_id: PersonId,
) -> dict[str, Any] | Refusal:
    """The columns of the place, once it is clear that it may be asked for."""
    rulebook = rules(transaction)
    kind = ask.kind or (AppointmentKind.VIDEO_KIOSK if own is None else own.kind)
    site_id = SiteId(ask.site_id) if ask.site_id is not None else actor.site_id if own is None else own.site_id
    site_id = site_id if needs_site(kind) else None
    site = None if site_id is None else rulebook.sites.get(site_id)
    if needs_site(kind) and site is None:
        return Refusal(RefusalCode.NOT_FOUND, field="site_id")
    owner = Ownership(
        person_id=person_id,
        office_ids=frozenset({service.office_id}),
        agency_id=rulebook.offices[service.office_id].agency_id,
        site_id=actor.site_id if site_id is None and own is None else site_id,
        governorate_id=None if site is None else site.governorate_id,
    )
    if (refusal := actor.refused(Action.JOIN_WAITLIST, owner)) is not None:
        return refusal
    if kind not in service.kinds:
        return Refusal(RefusalCode.KIND_NOT_OFFERED, field="kind")
    if own is not None and own.state not in AHEAD_STATES:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION, field="appointment_id")
    if own is None:
        if needs_address(kind):
            return Refusal(RefusalCode.INVALID_ADDRESS, field="kind")
        right = right_to_book(transaction, actor, service, person_id, None)
        if isinstance(right, Refusal):
            return right
    return {
        "person_id": person_id,
        "office_id": service.office_id,
        "service_id": service.id,
        "site_id": site_id,
        "governorate_id": "" if site is None else site.governorate_id,
        "kind": kind.value,
        "part_of_day": None if ask.part_of_day is None else ask.part_of_day.value,
        "before": _before(ask.before, own),
        "appointment_id": None if own is None else own.id,
    }


def _before(asked: datetime | None, own: Record | None) -> datetime | None:
    if own is None:
        return asked
    return own.starts_at if asked is None else min(asked, own.starts_at)


def _limit(transaction: Transaction, service: ServiceRules, person_id: PersonId) -> Refusal | None:
    open_here = transaction.connection.execute(
        select(func.count())
        .select_from(appointment)
        .where(
            appointment.c.person_id == person_id,
            appointment.c.service_id == service.id,
            appointment.c.state.in_(_OPEN),
            appointment.c.ends_at > transaction.now,
        )
    ).scalar_one()
    return may_book_another(open_here, service.change)


def _answered(transaction: Transaction, wait_id: WaitlistId) -> Wait:
    return _answer(transaction, transaction.connection.execute(select(waitlist).where(waitlist.c.id == wait_id)).one())


def _answer(transaction: Transaction, row: _AnyRow) -> Wait:
    return Wait(
        id=row.id,
        state=WaitState(row.state),
        office_id=row.office_id,
        service_id=row.service_id,
        service_name=rules(transaction).services[row.service_id].name,
        kind=AppointmentKind(row.kind),
        site_id=row.site_id,
        part_of_day=None if row.part_of_day is None else PartOfDay(row.part_of_day),
        before=row.before,
        appointment_id=row.appointment_id,
        joined_at=row.joined_at,
        rests=row.unanswered >= MOST_UNANSWERED,
        offer=_open_offer(transaction, row.id),
    )


def _open_offer(transaction: Transaction, wait_id: str) -> Offer | None:
    row = transaction.connection.execute(
        select(
            waitlist_offer.c.id,
            waitlist_offer.c.expires_at,
            appointment.c.starts_at,
            appointment.c.ends_at,
            appointment.c.zone,
            appointment.c.kind,
            appointment.c.site_id,
            appointment.c.attending_id,
        )
        .join(appointment, appointment.c.id == waitlist_offer.c.appointment_id)
        .where(
            waitlist_offer.c.waitlist_id == wait_id,
            waitlist_offer.c.state == offers.OPEN,
            waitlist_offer.c.expires_at > transaction.now,
        )
    ).one_or_none()
    if row is None:
        return None
    return Offer(
        id=row.id,
        slot=slot_answer(row.starts_at, row.ends_at, row.zone),
        zone=row.zone,
        kind=AppointmentKind(row.kind),
        site_id=row.site_id,
        office_title=rules(transaction).offices[row.attending_id].title,
        expires_at=row.expires_at,
    )
