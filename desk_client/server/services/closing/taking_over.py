"""Who is sent in the place of a visiting team or an interpreter that ends: another who is free at that time."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from sqlalchemy import update

from desk_client.domain.ids import AppointmentId
from desk_client.domain.slots import quantum_of
from desk_client.protocol.regions import PlaceKind
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import claims
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import interpreter_resource, team_resource
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment

RESOURCES: Final = {PlaceKind.TEAM: team_resource, PlaceKind.INTERPRETER: interpreter_resource}
"""How each is claimed."""


def substitutes(
    transaction: Transaction, resource: str, begins: datetime, booked: Mapping[str, date]
) -> Mapping[str, str]:
    """Who takes over each of the audiences booked from then on, by owner; those that nobody can are left out.

    `booked` are their days. The earliest are given first, and nobody is given to two at a time. Interpreters take over
    from those of their language, teams from those of their office, while they are on hand themselves.
    """
    quanta = {
        owner: sorted(numbers)
        for owner, numbers in claims.claimed(transaction, resource, quantum_of(begins)).items()
        if owner in booked
    }
    others, book = _others(transaction, resource), rules(transaction)
    if not quanta or not others:
        return {}
    span = range(min(each[0] for each in quanta.values()), max(each[-1] for each in quanta.values()) + 1)
    busy = claims.busy(transaction, others, span)
    found: dict[str, str] = {}
    for owner, numbers in sorted(quanta.items(), key=lambda pair: (pair[1][0], pair[0])):
        there = book.on_hand(others, booked[owner])
        free = next((each for each in there if not any((each, number) in busy for number in numbers)), None)
        if free is not None:
            found[owner] = free
            busy |= {(free, number) for number in numbers}
    return found


def take_over(transaction: Transaction, actor: Actor, owner: str, resource: str, other: str) -> bool:
    """Send another for one audience; False where somebody was quicker for them."""
    if not claims.hand_over(transaction, owner, resource, other):
        return False
    of_owner = update(appointment).where(appointment.c.id == owner)
    transaction.connection.execute(of_owner.where(appointment.c.seat == resource).values(seat=other))
    if resource.startswith(interpreter_resource("")):
        name = other.removeprefix(interpreter_resource(""))
        transaction.connection.execute(of_owner.values(interpreter_id=name))
    record(transaction, actor, "send_another", AppointmentId(owner))
    return True


def _others(transaction: Transaction, resource: str) -> tuple[str, ...]:
    """Who may be sent in its place, in their order."""
    book = rules(transaction)
    groups = [
        tuple(team_resource(each) for each in office.team_ids)
        for office in book.offices.values()
        if resource in {team_resource(each) for each in office.team_ids}
    ]
    signers = tuple(interpreter_resource(each) for each in book.interpreter_ids)
    group = next(iter(groups), signers if resource in signers else ())
    return tuple(each for each in group if each != resource)
