"""Whoever is erased while something is made for them gets nothing more, on either store."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import update

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import AppointmentId, PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import AppointmentAsk
from desk_client.protocol.requests import RequestAsk
from desk_client.protocol.satisfaction import SatisfactionAsk
from desk_client.protocol.slots import HoldAsk
from desk_client.protocol.waitlists import WaitAsk
from desk_client.server.services.asking import requests
from desk_client.server.services.booking import booking, holding
from desk_client.server.services.life import satisfaction
from desk_client.server.services.privacy.erasure import erase
from desk_client.server.services.transaction import Transaction
from desk_client.server.services.waitlist import waitlists
from desk_client.server.storage.tables.booking import appointment
from tests.at_once import at_once
from tests.integration.life.lab import Lab, slot

_PERSON = PersonId("per_3")
_THEIRS = {"service_id": "mayor-desk", "site_id": "hall", "person_id": _PERSON}
MAKES: dict[str, Callable[[Transaction, Lab], object]] = {
    "a hold": lambda transaction, lab: holding.place_hold(
        transaction,
        lab.staff("town-desk"),
        HoldAsk.model_validate({"office_id": "mayor", "starts_at": slot(1), **_THEIRS}),
    ),
    "a request": lambda transaction, lab: requests.submit(
        transaction, lab.staff("town-desk"), RequestAsk.model_validate({"text": "a road", **_THEIRS})
    ),
    "a place on the list": lambda transaction, lab: waitlists.join(
        transaction, lab.staff("town-desk"), WaitAsk.model_validate({"kind": "video_kiosk", **_THEIRS})
    ),
}


def _hold_until(lab: Lab, left: timedelta) -> None:
    until = update(appointment).values(held_until=lab.clock.now() + left)
    lab.house.write_now(lambda transaction: transaction.connection.execute(until).rowcount)


def _erased_while(lab: Lab, make: Callable[[Transaction, Lab], object]) -> object:
    """What comes of making something that was begun before the person's erasure was committed."""

    def make_now() -> object:
        return lab.house.write_now(lambda transaction: make(transaction, lab))

    return at_once(lab.house, lambda transaction: erase(transaction, _PERSON, None), make_now)


@pytest.mark.parametrize("what", MAKES)
def test_what_waits_for_an_erasure_is_refused(lab: Lab, what: str) -> None:
    assert _erased_while(lab, MAKES[what]) == Refusal(RefusalCode.NOT_FOUND, field="person_id")
    assert lab.of_person(3) == []


def test_nothing_is_booked_for_somebody_who_is_erased(lab: Lab) -> None:
    """Not even what is held for them still: a hold that is about to expire is in no erasure's way."""
    held = lab.hold(lab.citizen(3), slot(1))
    _hold_until(lab, timedelta())
    lab.write(erase, _PERSON, None)
    _hold_until(lab, timedelta(minutes=1))  # as another server's clock may see it
    refused = lab.refused(booking.book, lab.citizen(3), AppointmentAsk(hold_id=held.id))
    assert refused.code is RefusalCode.HOLD_EXPIRED


def test_what_they_think_of_their_audience_comes_too_late(lab: Lab) -> None:
    booked = lab.book(lab.citizen(3), slot(1))
    held = update(appointment).where(appointment.c.id == booked.id).values(state=AppointmentState.COMPLETED.value)
    lab.house.write_now(lambda transaction: transaction.connection.execute(held).rowcount)
    ask = SatisfactionAsk(score=5)

    def answers(transaction: Transaction, lab: Lab) -> object:
        return satisfaction.answer(transaction, lab.citizen(3), AppointmentId(booked.id), ask)

    assert _erased_while(lab, answers) == Refusal(RefusalCode.NOT_FOUND)
