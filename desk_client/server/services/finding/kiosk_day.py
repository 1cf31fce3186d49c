"""When a kiosk is next needed for an audience, and which others of its hall are free; nobody is named."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select

from desk_client.domain.access import Action, Role
from desk_client.domain.appointment import OPEN_STATES
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.walk_up import Standing, standing
from desk_client.protocol.kiosks import FreeKiosk, KioskDay
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.claims import kiosk_resource
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import session
from desk_client.server.storage.tables.region import kiosk

_AHEAD: Final = timedelta(hours=12)
"""What is later than the end of the day is nobody's concern who stands here now."""


def kiosk_day(transaction: Transaction, actor: Actor) -> KioskDay | Refusal:
    """Of the kiosk that asks, or at which the citizen stands; FORBIDDEN for anybody else.

    A citizen's own audience does not keep the kiosk from them.
    """
    if (refusal := actor.refused(Action.SEE_OFFICES)) is not None or actor.kiosk_id is None or actor.site_id is None:
        return refusal or Refusal(RefusalCode.FORBIDDEN)
    rulebook = rules(transaction)
    in_service = rulebook.sites[actor.site_id].kiosk_ids
    needed = _needed(transaction, in_service, actor)
    others = [each for each in in_service if each != actor.kiosk_id and _is_idle(transaction, each)]
    free = [
        FreeKiosk(number=rulebook.kiosk_numbers[each], until=needed.get(each))
        for each in others
        if standing(transaction.now, needed.get(each)) is Standing.FREE
    ]
    return KioskDay(
        next_at=needed.get(actor.kiosk_id),
        free=tuple(sorted(free, key=lambda each: each.number)),
    )


def _needed(transaction: Transaction, kiosks: tuple[str, ...], actor: Actor) -> dict[str, datetime]:
    """When the next audience of each kiosk begins, or began if it is not over."""
    seats = {kiosk_resource(each): each for each in kiosks}
    rows = transaction.connection.execute(
        select(appointment.c.seat, appointment.c.starts_at, appointment.c.checked_in_kiosk_id).where(
            appointment.c.state.in_([state.value for state in OPEN_STATES]),
            appointment.c.starts_at < transaction.now + _AHEAD,
            appointment.c.ends_at > transaction.now,
            appointment.c.seat.in_(list(seats)),
            *([] if actor.person_id is None else [appointment.c.person_id != actor.person_id]),
        )
    )
    found: dict[str, datetime] = {}
    for row in rows:
        where = row.checked_in_kiosk_id or seats[row.seat]  # who came to another kiosk sits there
        found[where] = min(row.starts_at, found.get(where, row.starts_at))
    return found


def _is_idle(transaction: Transaction, kiosk_id: str) -> bool:
    """Whether a kiosk was taken into service, and nobody is signed in at it."""
    run = transaction.connection.execute
    enrolled = run(select(kiosk.c.enrolled_at).where(kiosk.c.id == kiosk_id)).scalar_one_or_none()
    if enrolled is None:
        return False
    signed_in = select(session.c.id).where(
        session.c.kiosk_id == kiosk_id,
        session.c.role == Role.CITIZEN.value,
        session.c.ended_at.is_(None),
        session.c.expires_at > transaction.now,
    )
    return run(signed_in.limit(1)).scalar_one_or_none() is None
