"""Who can be met: the list of offices and what one may come to them about."""

from desk_client.domain.access import Action
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.offices import Office, Offices, Service
from desk_client.server.services.actor import Actor
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction


def list_offices(transaction: Transaction, actor: Actor) -> Offices | Refusal:
    """All offices by rank, each with its services; none that is closed. Refusal: FORBIDDEN.

    What browsers do not reach is offered at nobody's own computer, whatever a service allows.
    """
    if (refusal := actor.refused(Action.SEE_OFFICES)) is not None:
        return refusal
    rulebook = rules(transaction)
    unreachable = frozenset() if transaction.settings.public_url is not None else {AppointmentKind.VIDEO_OWN}
    services: dict[str, list[Service]] = {}
    for each in rulebook.services.values():
        if rulebook.offered(each.id, transaction.now) is None:
            continue
        services.setdefault(each.office_id, []).append(
            Service(
                id=each.id,
                name=each.name,
                slot_minutes=int(each.rule.length.total_seconds()) // 60,
                kinds=tuple(sorted(each.kinds - unreachable)),
                group=each.group_id,
                questions=each.questions,
                horizon_days=each.rule.horizon.days,
            )
        )
    return Offices(
        offices=tuple(
            Office(
                id=each.id,
                title=each.title,
                honorific=each.honorific,
                holder=each.holder,
                agency=each.agency,
                order=each.rank,
                services=tuple(services.get(each.id, ())),
            )
            for each in rulebook.offices.values()
            if not each.is_closed(transaction.now)
        )
    )
