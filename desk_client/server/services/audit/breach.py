"""What a breach report needs (PDPL: within 72 hours): whose data was shown to whom, and changed by whom."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select

from desk_client.domain.access import Action
from desk_client.domain.grounds import Grounds
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.privacy import BreachActor, BreachReport
from desk_client.server.services.actor import Actor
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, attachment, request, waitlist
from desk_client.server.storage.tables.bookkeeping import access_log, audit
from desk_client.server.storage.tables.people import person, session


@dataclass(slots=True)
class Reach:
    """What one actor reached: how often, and whose data, by the persons' ids."""

    looks: int = 0
    changes: int = 0
    persons_seen: set[str] = field(default_factory=set)
    persons_changed: set[str] = field(default_factory=set)


def report(transaction: Transaction, since: datetime, until: datetime, actor: str | None = None) -> BreachReport:
    """As `reached`, in the order of the actors' ids."""
    found = reached(transaction, since, until, actor)
    everybody = set().union(*(reach.persons_seen | reach.persons_changed for reach in found.values()))
    return BreachReport(
        since=since,
        until=until,
        persons=len(everybody),
        actors=tuple(
            BreachActor(
                actor=who,
                role=role,
                looks=reach.looks,
                changes=reach.changes,
                persons_seen=tuple(sorted(reach.persons_seen)),
                persons_changed=tuple(sorted(reach.persons_changed)),
            )
            for (who, role), reach in sorted(found.items())
        ),
    )


def asked_report(
    transaction: Transaction, asker: Actor, since: datetime, until: datetime | None, actor: str | None
) -> BreachReport | Refusal:
    """The report for an administrator; noted in the trail. Refusals: FORBIDDEN, INVALID_REQUEST (field `until`)."""
    if (refusal := asker.refused(Action.ANSWER_FOR_DATA)) is not None:
        return refusal
    end = transaction.now if until is None else until
    if end <= since:
        return Refusal(RefusalCode.INVALID_REQUEST, field="until")
    record(transaction, asker, Grounds.INCIDENT.of("report_breach"), actor or "everybody")
    return report(transaction, since, end, actor)


def reached(
    transaction: Transaction, since: datetime, until: datetime, actor: str | None = None
) -> dict[tuple[str, str], Reach]:
    """By actor and role, from the register and the audit trail of `since` up to and without `until`.

    A person's own acts on their own data are left out. What has gone by retention since then cannot be told any more.
    """
    found: dict[tuple[str, str], Reach] = {}
    looks = select(access_log.c.actor, access_log.c.role, access_log.c.person_id, func.count().label("times")).where(
        access_log.c.at >= since, access_log.c.at < until
    )
    if actor is not None:
        looks = looks.where(access_log.c.actor == actor)
    for row in transaction.connection.execute(
        looks.group_by(access_log.c.actor, access_log.c.role, access_log.c.person_id)
    ):
        reach = found.setdefault((row.actor, row.role), Reach())
        reach.looks += row.times
        reach.persons_seen.add(row.person_id)
    whose = func.coalesce(
        person.c.id,
        appointment.c.person_id,
        request.c.person_id,
        waitlist.c.person_id,
        attachment.c.person_id,
        session.c.person_id,
    )

    joined = audit.outerjoin(person, person.c.id == audit.c.subject)
    for table in (appointment, request, waitlist, attachment, session):
        joined = joined.outerjoin(table, table.c.id == audit.c.subject)
    changes = (
        select(audit.c.actor, audit.c.role, whose.label("person_id"), func.count().label("times"))
        .select_from(joined)
        .where(audit.c.at >= since, audit.c.at < until, whose.is_not(None), whose != audit.c.actor)
    )
    if actor is not None:
        changes = changes.where(audit.c.actor == actor)
    for row in transaction.connection.execute(changes.group_by(audit.c.actor, audit.c.role, whose)):
        reach = found.setdefault((row.actor, row.role), Reach())
        reach.changes += row.times
        reach.persons_changed.add(row.person_id)
    return found
