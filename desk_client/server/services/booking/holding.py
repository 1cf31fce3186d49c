"""Holding a slot for a few minutes, while the form is filled: an appointment in its first state, its time its own."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Row, bindparam, delete, insert, select

from desk_client.domain.access import Action, Ownership
from desk_client.domain.appointment import OPEN_STATES, AppointmentState
from desk_client.domain.booking_rules import may_begin, may_book_another
from desk_client.domain.ids import (
    AppointmentId,
    CaseId,
    GovernorateId,
    OfferId,
    OfficeId,
    PersonId,
    ServiceId,
    SiteId,
    new_appointment_id,
    new_case_id,
)
from desk_client.domain.kinds import AppointmentKind, needs_site
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.slot_grid import is_on_grid
from desk_client.domain.slots import quanta
from desk_client.protocol.slots import Hold, HoldAsk
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import claims
from desk_client.server.services.booking.appointments import slot_answer
from desk_client.server.services.booking.claims import Wanted
from desk_client.server.services.booking.rights import right_to_book
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import Rulebook, ServiceRules
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.prepared import Prepared
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import person
from desk_client.server.storage.types import Moment

_NOWHERE: Final = GovernorateId("")


@dataclass(frozen=True, slots=True)
class Place:
    """A slot that may be booked: of which service, who receives then, and what it claims."""

    service: ServiceRules
    attending_id: OfficeId
    starts_at: datetime
    zone: str
    kind: AppointmentKind
    site_id: SiteId | None
    governorate_id: GovernorateId
    needs: Wanted
    interpreter: bool

    @property
    def ends_at(self) -> datetime:
        """When the slot is over, without the buffer."""
        return self.starts_at + self.service.rule.length

    @property
    def quanta(self) -> range:
        """The five minutes that it claims, buffer included."""
        return quanta(self.starts_at, self.service.rule.claimed)


def place_of(
    transaction: Transaction,
    service: ServiceRules,
    starts_at: datetime,
    kind: AppointmentKind,
    *,
    site_id: SiteId | None,
    person_id: PersonId,
    interpreter: bool,
    notice: bool = True,
) -> Place | Refusal:
    """The slot that begins then, were nobody there.

    Without `notice`, lead time and horizon do not count: for what the house itself gives.
    Refusals: SLOT_UNAVAILABLE (no such slot, too soon, too far), KIND_NOT_OFFERED, NOT_FOUND (site).
    """
    rulebook = rules(transaction)
    if kind not in service.kinds:
        return Refusal(RefusalCode.KIND_NOT_OFFERED, field="kind")
    site = None if site_id is None else rulebook.sites.get(site_id)
    if needs_site(kind) and site is None:
        return Refusal(RefusalCode.NOT_FOUND, field="site_id")
    zone = rulebook.offices[service.office_id].zone
    at = starts_at.astimezone(UTC)
    day = at.astimezone(ZoneInfo(zone)).date()
    attending_id = rulebook.attending(service.office_id, day)
    there = site_id if needs_site(kind) else None
    if attending_id is None or not is_on_grid(rulebook.grid(service, attending_id, day, 1, there), at):
        return Refusal(RefusalCode.SLOT_UNAVAILABLE)
    if notice and may_begin(transaction.now, at, service.rule) is not None:
        return Refusal(RefusalCode.SLOT_UNAVAILABLE)
    return Place(
        service=service,
        attending_id=attending_id,
        starts_at=at,
        zone=zone,
        kind=kind,
        site_id=there,
        governorate_id=_NOWHERE if site is None else site.governorate_id,
        needs=claims.wanted(
            rulebook, service, attending_id, kind, day, site_id=site_id, person_id=person_id, interpreter=interpreter
        ),
        interpreter=interpreter,
    )


def place_hold(transaction: Transaction, actor: Actor, ask: HoldAsk) -> Hold | Refusal:
    """Claim a slot for a few minutes; the person's earlier hold is given back for it.

    Refusals: FORBIDDEN, NOT_FOUND (office, service, site, person), SLOT_UNAVAILABLE, KIND_NOT_OFFERED, LIMIT_REACHED,
    SLOT_TAKEN.
    """
    rulebook = rules(transaction)
    service = _service(rulebook, ask)
    whom = _for_whom(transaction, actor, ask, service)
    if isinstance(whom, Refusal):
        return whom
    if service is None:
        return Refusal(RefusalCode.NOT_FOUND)
    site_id = actor.site_id if ask.site_id is None else SiteId(ask.site_id)
    case_id = right_to_book(transaction, actor, service, whom, ask.request_id)
    if isinstance(case_id, Refusal):
        return case_id
    place = place_of(
        transaction,
        service,
        ask.starts_at,
        ask.kind,
        site_id=site_id,
        person_id=whom,
        interpreter=ask.interpreter,
    )
    if isinstance(place, Refusal):
        return place
    if not people.keep(transaction, whom):
        return Refusal(RefusalCode.NOT_FOUND, field="person_id")
    earlier = _of_person(transaction, whom)
    open_here = sum(1 for each in earlier if each.service_id == service.id and each.state in _OPEN)
    if (refusal := may_book_another(open_here, service.change)) is not None:
        return refusal

    exchange = transaction.connection.begin_nested() if any(each.state == _HELD for each in earlier) else None
    drop_holds(transaction, [each.id for each in earlier if each.state == _HELD])
    expires_at = transaction.now + transaction.settings.audiences.hold_lifetime
    held_id = hold(transaction, place, whom, expires_at, case_id=case_id)
    if held_id is None:
        if exchange is not None:
            exchange.rollback()  # whoever comes too late for another slot keeps the one they hold
        return Refusal(RefusalCode.SLOT_TAKEN)
    if exchange is not None:
        exchange.commit()
    record(transaction, actor, "hold", held_id)
    return Hold(id=held_id, slot=slot_answer(place.starts_at, place.ends_at, place.zone), expires_at=expires_at)


def hold(
    transaction: Transaction,
    place: Place,
    person_id: PersonId,
    expires_at: datetime,
    *,
    case_id: CaseId | None = None,
    priority: int = 0,
    follows: AppointmentId | None = None,
    offer_id: OfferId | None = None,
) -> AppointmentId | None:
    """Claim the place for a person until then; None where it is taken."""
    appointment_id = new_appointment_id(transaction.id_bytes())
    claimed = claims.take(transaction, place.needs, place.quanta, appointment_id, expires_at)
    if claimed is None:
        return None
    _HOLD.send(
        transaction.connection,
        {
            "id": appointment_id,
            "case_id": new_case_id(transaction.id_bytes()) if case_id is None else case_id,
            "person_id": person_id,
            "office_id": place.service.office_id,
            "attending_id": place.attending_id,
            "service_id": place.service.id,
            "site_id": place.site_id,
            "governorate_id": place.governorate_id,
            "kind": place.kind.value,
            "state": _HELD,
            "version": 1,
            "starts_at": place.starts_at,
            "ends_at": place.ends_at,
            "zone": place.zone,
            "seat": seat_of(place, claimed),
            "claims": len(claimed) * len(place.quanta),
            "interpreter_id": interpreter_of(place, claimed),
            "priority": priority,
            "companions": 0,
            "held_until": expires_at,
            "follows": follows,
            "offer_id": offer_id,
        },
    )
    return appointment_id


def seat_of(place: Place, claimed: tuple[str, ...]) -> str | None:
    """Which of the kiosks, seats or teams became theirs."""
    chosen = set(claimed).difference(place.needs.each)
    return next((name for name in claimed if name in chosen and not name.startswith("interpreter:")), None)


def interpreter_of(place: Place, claimed: tuple[str, ...]) -> str | None:
    """Which interpreter comes, where one was asked for."""
    if not place.interpreter:
        return None
    return next(name.removeprefix("interpreter:") for name in claimed if name.startswith("interpreter:"))


def release_hold(transaction: Transaction, actor: Actor, hold_id: AppointmentId) -> Refusal | None:
    """Give a held slot back. Refusals: FORBIDDEN, NOT_FOUND."""
    row = transaction.connection.execute(
        select(appointment).where(
            appointment.c.id == hold_id, appointment.c.state == _HELD, appointment.c.offer_id.is_(None)
        )
    ).one_or_none()
    action = Action.BOOK_FOR if actor.is_staff else Action.BOOK
    if (refusal := actor.refused(action, Ownership() if row is None else _ownership(transaction, row))) is not None:
        return refusal
    if row is None:
        return Refusal(RefusalCode.NOT_FOUND)
    drop_holds(transaction, [hold_id])
    record(transaction, actor, "release_hold", hold_id)
    return None


def drop_holds(transaction: Transaction, hold_ids: list[AppointmentId]) -> None:
    """Give holds back, as if they had never been."""
    if hold_ids:
        claims.release(transaction, hold_ids)
        transaction.connection.execute(
            delete(appointment).where(appointment.c.id.in_(hold_ids), appointment.c.state == _HELD)
        )


def drop_expired_holds(transaction: Transaction, most: int = 200) -> int:
    """Clear away what was held and never booked; how many those were. A job asks for it."""
    expired = transaction.connection.execute(
        select(appointment.c.id)
        .where(
            appointment.c.held_until <= transaction.now - _LINGERING,
            appointment.c.held_until.is_not(None),
            appointment.c.state == _HELD,
            appointment.c.offer_id.is_(None),
        )
        .limit(most)
    ).scalars()
    ids = [AppointmentId(each) for each in expired]
    drop_holds(transaction, ids)
    return len(ids)


_HELD: Final = AppointmentState.HELD.value
_OPEN: Final = frozenset(state.value for state in OPEN_STATES)
_BEFORE_THEM: Final = Prepared(
    select(appointment.c.id, appointment.c.service_id, appointment.c.state).where(
        appointment.c.person_id == bindparam("of_person"),
        appointment.c.state.in_([_HELD, *sorted(_OPEN)]),
        appointment.c.ends_at > bindparam("now", type_=Moment),
        appointment.c.offer_id.is_(None),  # what the waitlist holds for them is not theirs to give back
    )
)
_HOLD: Final = Prepared(insert(appointment))
_LINGERING: Final = timedelta(minutes=10)
"""For so long, whoever comes too late is told that their hold expired."""


def _service(rulebook: Rulebook, ask: HoldAsk) -> ServiceRules | None:
    service = rulebook.services.get(ServiceId(ask.service_id))
    return service if service is not None and service.office_id == ask.office_id else None


def _for_whom(transaction: Transaction, actor: Actor, ask: HoldAsk, service: ServiceRules | None) -> PersonId | Refusal:
    """The person whose time is claimed: the citizen who asks, or whom staff book for."""
    if not actor.is_staff:
        if actor.person_id is None or actor.refused(Action.BOOK) is not None:
            return Refusal(RefusalCode.FORBIDDEN)
        return actor.person_id if ask.person_id in {None, actor.person_id} else Refusal(RefusalCode.NOT_FOUND)
    if (refusal := actor.refused(Action.BOOK_FOR)) is not None:
        return refusal
    rulebook = rules(transaction)
    site_id = actor.site_id if ask.site_id is None else SiteId(ask.site_id)
    site = None if site_id is None else rulebook.sites.get(site_id)
    owner = Ownership(
        office_ids=frozenset() if service is None else frozenset({service.office_id}),
        agency_id=None if service is None else rulebook.offices[service.office_id].agency_id,
        site_id=site_id,
        governorate_id=None if site is None else site.governorate_id,
    )
    if service is None or actor.refused(Action.BOOK_FOR, owner) is not None or ask.person_id is None:
        return Refusal(RefusalCode.NOT_FOUND)
    known = transaction.connection.execute(
        select(person.c.id).where(person.c.id == ask.person_id, person.c.erased_at.is_(None))
    ).one_or_none()
    return Refusal(RefusalCode.NOT_FOUND, field="person_id") if known is None else PersonId(known.id)


@dataclass(frozen=True, slots=True)
class _Earlier:
    id: AppointmentId
    service_id: ServiceId
    state: str


def _of_person(transaction: Transaction, person_id: PersonId) -> list[_Earlier]:
    """What the person has before them, and what they hold."""
    rows = _BEFORE_THEM.rows(transaction.connection, {"of_person": person_id, "now": transaction.now})
    return [_Earlier(AppointmentId(row.id), ServiceId(row.service_id), row.state) for row in rows]


def _ownership(transaction: Transaction, row: Row[Any]) -> Ownership:  # a row's columns are of many types
    attending_id = OfficeId(row.attending_id)
    return Ownership(
        PersonId(row.person_id),
        frozenset({OfficeId(row.office_id), attending_id}),
        rules(transaction).offices[attending_id].agency_id,
        None if row.site_id is None else SiteId(row.site_id),
        GovernorateId(row.governorate_id) if row.governorate_id else None,
    )
