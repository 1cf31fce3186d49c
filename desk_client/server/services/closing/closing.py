"""Closing a place from a day on, and opening it again: nobody who relies on it is left untold.

A place never goes: what was booked, decided and written there still names it. From its last day on nothing is offered;
whoever is booked after it is called off and told, and whoever waits for a time there leaves the waitlist and is told.
Of a visiting team or an interpreter, another takes over whoever they can (`taking_over`).
Requests stay with those who work there; where nobody does, whoever sees the whole agency has them (`asking.inbox`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Table, false, func, select

from desk_client.domain.appointment import AHEAD_STATES, AppointmentState
from desk_client.domain.ids import AppointmentId, OfficeId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import OPEN_STATES
from desk_client.protocol.regions import Closing, PlaceKind, Region
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration import places
from desk_client.server.services.booking.appointments import find
from desk_client.server.services.booking.holding import drop_holds
from desk_client.server.services.closing.taking_over import RESOURCES, substitutes, take_over
from desk_client.server.services.life.changes import called_off
from desk_client.server.services.rulebook import rules, rules_changed
from desk_client.server.services.transaction import Transaction
from desk_client.server.services.waitlist import waitlists
from desk_client.server.storage.tables.booking import appointment, claim, request, waitlist
from desk_client.server.storage.tables.calendars import duty
from desk_client.server.storage.tables.people import staff
from desk_client.server.storage.tables.region import office

_AHEAD: Final = [state.value for state in sorted(AHEAD_STATES)]
_OPEN: Final = [state.value for state in sorted(OPEN_STATES)]
_REASON: Final = "place_closed"


@dataclass(frozen=True)
class _Of:
    """Which rows belong to a place."""

    what: PlaceKind
    place_id: str

    @property
    def resource(self) -> str | None:
        """As what it is claimed, where it is somebody who is sent."""
        name = RESOURCES.get(self.what)
        return None if name is None else name(self.place_id)

    def rows(self, table: Table) -> ColumnElement[bool]:
        """Those of a table that names the place in a column of its own; audiences with somebody who is sent."""
        if self.resource is not None:
            having = select(claim.c.owner).where(claim.c.resource == self.resource)
            return appointment.c.id.in_(having) if table is appointment else false()
        name = f"{self.what.value}_id"
        return table.c[name] == self.place_id if name in table.c else false()


def preview(transaction: Transaction, actor: Actor, what: PlaceKind, place_id: str, first: date) -> Closing | Refusal:
    """What would be touched, were it closed from that day on. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := places.not_theirs(transaction, actor, what, place_id)) is not None:
        return refusal
    run = transaction.connection.execute
    of, begins = _Of(what, place_id), _begins(transaction, what, place_id, first)

    def count(table: Table, *conditions: ColumnElement[bool]) -> int:
        found: int = run(select(func.count()).select_from(table).where(*conditions)).scalar_one()
        return found

    ahead = appointment.c.state.in_(_AHEAD)
    last = run(select(func.max(appointment.c.starts_at)).where(of.rows(appointment), ahead)).scalar_one_or_none()
    is_office = what is PlaceKind.OFFICE
    stands_in = (duty.c.stand_in_id == place_id, duty.c.last >= first.isoformat())
    received = (appointment.c.attending_id == place_id, appointment.c.office_id != place_id)
    services = {each.id for each in rules(transaction).services.values() if place_id in {each.id, each.office_id}}
    goes_on = len(_taken_over(transaction, of, begins))
    return Closing(
        appointments=count(appointment, of.rows(appointment), ahead, appointment.c.starts_at >= begins) - goes_on,
        taken_over=goes_on,
        last=None if last is None else last.astimezone(_zone(transaction, what, place_id)).date(),
        received=count(appointment, *received, ahead, appointment.c.starts_at >= begins) if is_office else 0,
        duties=count(duty, *stands_in) if is_office else 0,
        waiting=count(waitlist, of.rows(waitlist), waitlist.c.state.in_(waitlists.ON_THE_LIST)),
        requests=count(request, of.rows(request), request.c.state.in_(_OPEN)),
        staff=count(staff, of.rows(staff), staff.c.disabled_at.is_(None)),
        open_within=count(office, office.c.agency_id == place_id, _is_open(first)) if what is PlaceKind.AGENCY else 0,
        led_to=sum(
            1
            for each in rules(transaction).services.values()
            if each.id not in services
            and any(answer.service_id in services for asked in each.questions for answer in asked.answers)
        ),
    )


def close(
    transaction: Transaction, actor: Actor, what: PlaceKind, place_id: str, first: date | None, version: int | None
) -> Region | Refusal:
    """Close it from a day on, or open it again for None; nobody who was called off is booked again by that.

    Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_REQUIRED, PRECONDITION_FAILED, INVALID_REQUEST (field `first`: a day
    that is over), ILLEGAL_TRANSITION (an agency whose offices are open then; an office or a service that would open in
    what is closed).
    """
    touched = preview(transaction, actor, what, place_id, first or transaction.now.date())
    if isinstance(touched, Refusal):
        return touched
    if first is None:
        if _lies_in_closed(transaction, what, place_id):
            return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    elif first < transaction.now.astimezone(_zone(transaction, what, place_id)).date():
        return Refusal(RefusalCode.INVALID_REQUEST, field="first")
    elif touched.open_within:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    # first of all: whoever books there at this moment waits, and finds it closed
    rules_changed(transaction)
    values: dict[str, Any] = {"closed_from": None if first is None else first.isoformat()}  # of a row
    action = f"{'open' if first is None else 'close'}_{what.value}"
    done = places.changed(transaction, actor, what, place_id, version, values, action=action)
    if not isinstance(done, Refusal) and first is not None:
        _let_go(transaction, actor, _Of(what, place_id), _begins(transaction, what, place_id, first))
    return done


def _taken_over(transaction: Transaction, of: _Of, begins: datetime) -> Mapping[str, str]:
    """Who is sent in the place of somebody who ends, by audience; empty for whatever is no such person."""
    if of.resource is None:
        return {}
    rows = select(appointment.c.id, appointment.c.starts_at, appointment.c.zone).where(
        of.rows(appointment), appointment.c.starts_at >= begins, appointment.c.state.in_(_AHEAD)
    )
    booked = {
        row.id: row.starts_at.astimezone(ZoneInfo(row.zone)).date() for row in transaction.connection.execute(rows)
    }
    return substitutes(transaction, of.resource, begins, booked)


def _let_go(transaction: Transaction, actor: Actor, of: _Of, begins: datetime) -> None:
    """Call off and tell whoever is booked from then on, and whoever waits; whom another can receive goes on."""
    for owner, other in _taken_over(transaction, of, begins).items():
        take_over(transaction, actor, owner, str(of.resource), other)
    run = transaction.connection.execute
    then = (of.rows(appointment), appointment.c.starts_at >= begins)
    held = (appointment.c.state == AppointmentState.HELD.value, appointment.c.offer_id.is_(None))
    drop_holds(
        transaction, [AppointmentId(each) for each in run(select(appointment.c.id).where(*then, *held)).scalars()]
    )
    booked = select(appointment.c.id).where(*then, appointment.c.state.in_(_AHEAD)).order_by(appointment.c.id)
    for each in run(booked).scalars().all():
        found = find(transaction, AppointmentId(each))
        if found is not None:
            called_off(transaction, actor, found, _REASON, TemplateKey.CANCELLED_BY_OFFICE)
    waiting = run(
        select(waitlist.c.id, waitlist.c.office_id).where(
            of.rows(waitlist), waitlist.c.state.in_(waitlists.ON_THE_LIST)
        )
    ).all()
    offices = rules(transaction).offices
    by_office: dict[str, list[str]] = {}
    for row in waiting:
        by_office.setdefault(row.office_id, []).append(row.id)
    for office_id, wait_ids in sorted(by_office.items()):
        waitlists.end(transaction, actor, wait_ids, offices[OfficeId(office_id)].title)


def _lies_in_closed(transaction: Transaction, what: PlaceKind, place_id: str) -> bool:
    """Whether its agency, or its office, is closed."""
    within = {PlaceKind.OFFICE: "agency_id", PlaceKind.SERVICE: "office_id", PlaceKind.TEAM: "office_id"}.get(what)
    if within is None:
        return False
    table, outer = places.TABLES[what], places.TABLES[PlaceKind(within.removesuffix("_id"))]
    closed = select(outer.c.id).where(outer.c.closed_from.is_not(None), outer.c.id == table.c[within])
    return transaction.connection.execute(closed.where(table.c.id == place_id)).first() is not None


def _is_open(first: date) -> ColumnElement[bool]:
    return office.c.closed_from.is_(None) | (office.c.closed_from > first.isoformat())


def _begins(transaction: Transaction, what: PlaceKind, place_id: str, first: date) -> datetime:
    return datetime.combine(first, time(0), _zone(transaction, what, place_id)).astimezone(UTC)


def _zone(transaction: Transaction, what: PlaceKind, place_id: str) -> ZoneInfo:
    """By whose clock its days are counted: its office's, or where it is of none, the region's."""
    book = rules(transaction)
    for each in book.services.values():
        if (what is PlaceKind.SERVICE and each.id == place_id) or each.office_id == place_id:
            return ZoneInfo(book.offices[each.office_id].zone)
    return ZoneInfo(min((each.zone for each in book.offices.values()), default="UTC"))
