"""Transactions that outcomes name: where each is found, and which other outcomes name the same.

Found by the blind index of their numbers, so that no outcome is opened to look for one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, or_, select

from desk_client.domain.access import Action, Ownership
from desk_client.domain.ids import GovernorateId, OfficeId, PersonId, ServiceId, SiteId
from desk_client.domain.transaction_link import same_transaction
from desk_client.protocol.appointments import NamedTransaction, Naming
from desk_client.server.security.indexes import OUTCOME_TRANSACTION
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import Record
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, outcome

_MOST_NAMINGS: Final = 30
_Key = tuple[bytes | None, str | None]
"""The same number in the same system: another agency's may give it to another file."""


@dataclass(frozen=True, slots=True)
class Named:
    """A number, and the office whose outcome names it."""

    number: str
    office_id: OfficeId


def index_of(transaction: Transaction, number: str) -> bytes | None:
    """What an outcome is found by that names this transaction; None where it names none."""
    return transaction.vault.index(OUTCOME_TRANSACTION, same_transaction(number)) if number else None


def named(
    transaction: Transaction, actor: Actor, found: Record, wanted: Iterable[Named]
) -> tuple[NamedTransaction, ...]:
    """Each transaction once, in the order given, with the outcomes of other audiences than `found` that name it.

    For whoever may read the brief of `found`: all of its person's; of other people's, those that their own office
    decided and they may open. In one question, however many there are.
    """
    offices, numbers = rules(transaction).offices, dict[_Key, str]()
    for each in wanted:
        key = index_of(transaction, each.number), offices[each.office_id].transaction_link
        numbers.setdefault(key, each.number)
    if not numbers:
        return ()
    namings: dict[_Key, tuple[Naming, ...]] = {}
    for row in _rows(transaction, actor, found, {index for index, _ in numbers}):
        key = row.transaction_index, offices[OfficeId(row.attending_id)].transaction_link
        if (naming := _naming(transaction, actor, found, row)) is not None:
            namings[key] = (*namings.get(key, ()), naming)
    return tuple(
        NamedTransaction(number=number, link=key[1], named_in=namings.get(key, ())) for key, number in numbers.items()
    )


def _rows(
    transaction: Transaction, actor: Actor, found: Record, indexes: set[bytes | None]
) -> list[Row[Any]]:  # a row's columns are of many types
    """The person's own come before those of others: these are many where a number is no transaction's."""
    mine = appointment.c.person_id == found.person_id
    return list(
        transaction.connection.execute(
            select(
                appointment.c.id,
                appointment.c.person_id,
                appointment.c.case_id,
                appointment.c.office_id,
                appointment.c.attending_id,
                appointment.c.service_id,
                appointment.c.site_id,
                appointment.c.governorate_id,
                appointment.c.starts_at,
                outcome.c.transaction_index,
            )
            .join_from(outcome, appointment)
            .where(
                outcome.c.transaction_index.in_(indexes),
                appointment.c.id != found.id,
                or_(mine, appointment.c.attending_id == actor.office_id),
            )
            .order_by(mine.desc(), appointment.c.starts_at.desc(), appointment.c.id)
            .limit(_MOST_NAMINGS)
        )
    )


def _naming(transaction: Transaction, actor: Actor, found: Record, row: Row[Any]) -> Naming | None:
    """As whoever asks may know of it; None where it is not theirs to know."""
    rulebook = rules(transaction)
    attending = rulebook.offices[OfficeId(row.attending_id)]
    whose = Ownership(
        PersonId(row.person_id),
        frozenset({OfficeId(row.office_id), attending.id}),
        attending.agency_id,
        None if row.site_id is None else SiteId(row.site_id),
        GovernorateId(row.governorate_id) if row.governorate_id else None,
        row.id,
    )
    # as `appointments.reachable` has it: whoever receives may, and an office that gave its talk away may no more
    may_open = attending.id == actor.office_id and actor.refused(Action.SEE_BRIEF, whose) is None
    is_same = row.person_id == found.person_id
    if not is_same and not may_open:
        return None
    return Naming(
        held_at=row.starts_at,
        office_title=attending.title,
        service_name=rulebook.services[ServiceId(row.service_id)].name,
        same_person=is_same,
        same_case=row.case_id == found.case_id,
        appointment_id=row.id if may_open else None,
    )
