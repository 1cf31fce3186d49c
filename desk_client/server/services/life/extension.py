"""More time for a talk that runs, where nobody else's is taken for it."""

from datetime import timedelta

from sqlalchemy import select, update

from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.extension import may_be_extended, planned_end
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.slots import next_mark, quantum_of
from desk_client.protocol.appointments import AgendaItem, ExtensionAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import claims
from desk_client.server.services.booking.appointments import agenda_item, found_again, reachable
from desk_client.server.services.life import called_in
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import announce, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.calendars import busy_time


def extend(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: ExtensionAsk
) -> AgendaItem | Refusal:
    """Let a talk last longer; both ends read the new time, and who waits a later range.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (no talk runs), LIMIT_REACHED (`MOST_EXTENDED`), SLOT_TAKEN (the
    next audience begins before it would end), SLOT_UNAVAILABLE (the office has blocked that time).
    """
    found = reachable(transaction, actor, Action.EXTEND, appointment_id)
    if isinstance(found, Refusal):
        return found
    if found.state is not AppointmentState.IN_SESSION:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    more, rule = timedelta(minutes=ask.minutes), rules(transaction).services[found.service_id].rule
    if not may_be_extended(found.ends_at + more - found.starts_at, rule.length):
        return Refusal(RefusalCode.LIMIT_REACHED)
    until = planned_end(found.starts_at, found.ends_at, found.admitted_at) + more
    run = transaction.connection.execute
    blocked = select(busy_time.c.id).where(
        busy_time.c.office_id == found.attending_id,
        busy_time.c.starts_at < until,
        busy_time.c.ends_at > transaction.now,
    )
    if run(blocked.limit(1)).first() is not None:
        return Refusal(RefusalCode.SLOT_UNAVAILABLE)
    # whoever was sent here from another office claims nothing of this one's time yet
    also = (claims.office_resource(found.attending_id),)
    taken = claims.prolong(transaction, found.id, quantum_of(next_mark(until + rule.buffer)), also)
    if taken is None:
        return Refusal(RefusalCode.SLOT_TAKEN)
    extended = run(
        update(appointment)
        .where(appointment.c.id == found.id, appointment.c.version == found.version)
        .values(ends_at=found.ends_at + more, claims=found.claims + taken, version=found.version + 1)
    )
    if extended.rowcount == 0:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    record(transaction, actor, f"{Action.EXTEND.value}:{ask.minutes}", found.id)
    for office_id in {found.office_id, found.attending_id}:
        announce(transaction, found.id, office_id, found.person_id)
    called_in.tell_called(transaction, found)
    return agenda_item(transaction, found_again(transaction, found.id))
