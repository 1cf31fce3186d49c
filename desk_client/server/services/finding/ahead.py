"""Reading ahead of the first question: the grids of the days to come, and whose time on them is given away.

All of it would be read by whoever asks first. A server that begins reads it before it answers anybody: otherwise all
who waited for it would ask first, and each would read it for themselves.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from desk_client.domain.ids import ServiceId
from desk_client.server.services.booking.claims import kiosk_resource, office_resource
from desk_client.server.services.finding.availability import MOST_DAYS
from desk_client.server.services.finding.occupancy import taken_bits
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction

_A_DAY: Final = timedelta(days=1)


def whom_to_read(transaction: Transaction) -> list[ServiceId]:
    """All services, for `read_ahead`, which is worth interrupting between some and the next."""
    return list(rules(transaction).services)


def read_ahead(transaction: Transaction, service_ids: Sequence[ServiceId]) -> None:
    """Remember what a month's view and a search look at: these services', and every kiosk's."""
    rulebook = rules(transaction)
    first = (transaction.now - _A_DAY).date()  # the day before in UTC: no zone's today is missed
    names = {kiosk_resource(each) for site in rulebook.sites.values() for each in site.kiosk_ids}
    grids = []
    for service_id in service_ids:
        if (service := rulebook.services.get(service_id)) is None:
            continue  # taken away meanwhile
        attendance = rulebook.attendance(service.office_id, first, MOST_DAYS)
        for office_id in {attending_id for _, _, attending_id in attendance if attending_id is not None}:
            grids.append(rulebook.grid(service, office_id, first, MOST_DAYS))
            names |= {office_resource(office_id, seat) for seat in range(rulebook.offices[office_id].seats)}
    if grids:
        low = min(grid.base for grid in grids)
        taken_bits(transaction, names, range(low, max(grid.claimed_quanta.stop for grid in grids)))
