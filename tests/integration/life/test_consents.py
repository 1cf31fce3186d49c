"""Nothing is made of a person's data without their yes, and no message is sent after their no, on either store."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import delete, select

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import AppointmentId, OfferId, PersonId, RequestId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import AppointmentAsk
from desk_client.protocol.privacy import ConsentAsk
from desk_client.protocol.requests import GiveSlotStep, RequestAsk, TriageAsk
from desk_client.protocol.waitlists import WaitAsk
from desk_client.server.jobs.offering import Offering
from desk_client.server.jobs.reminding import remind_due
from desk_client.server.services.actor import Actor
from desk_client.server.services.asking import requests, triage
from desk_client.server.services.booking import booking
from desk_client.server.services.life import changes
from desk_client.server.services.privacy import consents
from desk_client.server.services.privacy.consent_texts import present
from desk_client.server.services.waitlist import offers, waitlists
from desk_client.server.storage.tables.bookkeeping import outbox
from desk_client.server.storage.tables.people import consent
from tests.integration.life.lab import Lab, near_only, slot

VERSION = present(Purpose.PROCESSING).version
NEEDED = Refusal(RefusalCode.CONSENT_REQUIRED, field="processing")
OTHER_WORDS = Refusal(RefusalCode.PRECONDITION_FAILED, field="consent_version")
Make = Callable[[Lab, Actor, str | None], Refusal | None]


def never_asked(lab: Lab) -> None:
    lab.house.write_now(lambda transaction: transaction.connection.execute(delete(consent)).rowcount)


def withdraw(lab: Lab, number: int, purpose: Purpose = Purpose.PROCESSING) -> None:
    lab.write(consents.withdraw, lab.citizen(number), purpose)


def ledger(lab: Lab) -> list[tuple[object, ...]]:
    rows = select(consent.c.purpose, consent.c.given_at, consent.c.withdrawn_at, consent.c.session_id)
    return [tuple(row) for row in lab.house.read_now(lambda transaction: transaction.connection.execute(rows).all())]


def _booking(lab: Lab, actor: Actor, said: str | None) -> Refusal | None:
    named = {"person_id": "per_1", "site_id": "hall"} if actor.is_staff else {}
    held = lab.hold(actor, slot(1), **named)
    ask = AppointmentAsk(hold_id=held.id, consent_version=said)
    answer = lab.house.write_now(lambda transaction: booking.book(transaction, actor, ask))
    return answer if isinstance(answer, Refusal) else None


def _request(lab: Lab, actor: Actor, said: str | None) -> Refusal | None:
    named = {"person_id": "per_1", "site_id": "hall"} if actor.is_staff else {}
    ask = RequestAsk.model_validate({"text": "x", "agency_id": "town", "consent_version": said, **named})
    answer = lab.house.write_now(lambda transaction: requests.submit(transaction, actor, ask))
    return answer if isinstance(answer, Refusal) else None


def _wait(lab: Lab, actor: Actor, said: str | None) -> Refusal | None:
    named = {"person_id": "per_1", "site_id": "hall"} if actor.is_staff else {}
    ask = WaitAsk.model_validate({"service_id": "mayor-desk", "consent_version": said, **named})
    answer = lab.house.write_now(lambda transaction: waitlists.join(transaction, actor, ask))
    return answer if isinstance(answer, Refusal) else None


@pytest.mark.parametrize("make", [_booking, _request, _wait])
@pytest.mark.parametrize("by", ["themselves", "staff"])
def test_it_begins_with_a_yes(lab: Lab, make: Make, by: str) -> None:
    never_asked(lab)
    actor = lab.staff("town-desk") if by == "staff" else lab.citizen(1)
    assert make(lab, actor, None) == NEEDED
    assert make(lab, actor, "2020-01") == OTHER_WORDS
    assert ledger(lab) == []
    assert make(lab, actor, VERSION) is None
    assert ledger(lab) == [("processing", lab.clock.now(), None, actor.session_id)]
    assert lab.audited("per_1") == ["give_consent"]


@pytest.mark.parametrize("make", [_booking, _request, _wait])
def test_a_yes_that_was_withdrawn_is_none(lab: Lab, make: Make) -> None:
    withdraw(lab, 1)
    assert make(lab, lab.citizen(1), None) == NEEDED
    assert make(lab, lab.citizen(1), VERSION) is None


def test_who_refuses_to_agree_keeps_what_they_hold(lab: Lab) -> None:
    never_asked(lab)
    held = lab.hold(lab.citizen(1), slot(1))
    assert lab.refused(booking.book, lab.citizen(1), AppointmentAsk(hold_id=held.id)) == NEEDED
    assert lab.state(held.id) is AppointmentState.HELD
    lab.write(booking.book, lab.citizen(1), AppointmentAsk(hold_id=held.id, consent_version=VERSION))


def test_nobody_is_offered_or_given_what_they_no_longer_agree_to(lab: Lab) -> None:
    lab.write(near_only)
    taken = [lab.book(lab.citizen(number % 5), slot(number)).id for number in range(5)]
    for number in (6, 7):
        lab.write(waitlists.join, lab.citizen(number), WaitAsk(service_id="mayor-desk"))
    asked = lab.write(requests.submit, lab.citizen(6), RequestAsk(text="x", agency_id="town"))
    withdraw(lab, 6)
    lab.write(changes.cancel, lab.citizen(2), AppointmentId(taken[2]), None)
    Offering(lab.house).round()
    assert lab.read(waitlists.mine, lab.citizen(6)).waits[0].offer is None
    offer = lab.read(waitlists.mine, lab.citizen(7)).waits[0].offer
    assert offer is not None
    withdraw(lab, 7)
    assert lab.refused(offers.accept, lab.citizen(7), OfferId(offer.id)) == NEEDED
    given = TriageAsk(taken=GiveSlotStep(step="give_slot", service_id="mayor-desk", starts_at=slot(0, day=3)))
    refused = lab.refused(triage.triage, lab.staff("town-desk"), RequestId(asked.id), given, None)
    assert refused == NEEDED


def test_what_was_arranged_before_stays_arranged(lab: Lab) -> None:
    booked = lab.book(lab.citizen(1), slot(1))
    withdraw(lab, 1)
    assert lab.state(booked.id) is AppointmentState.BOOKED
    lab.write(changes.cancel, lab.citizen(1), AppointmentId(booked.id), None)


def test_after_a_no_only_what_was_asked_for_is_sent(lab: Lab) -> None:
    withdraw(lab, 1, Purpose.SMS)
    booked = lab.book(lab.citizen(1), slot(1, day=3))
    other = lab.book(lab.citizen(2), slot(2, day=3))
    lab.at(slot(1, day=3) - timedelta(hours=20))
    remind_due(lab.house)
    assert lab.purposes(1) == ["ticket"]
    assert lab.purposes(2) == ["reminder_day", "ticket"]
    assert (lab.state(booked.id), lab.state(other.id)) == (AppointmentState.BOOKED, AppointmentState.REMINDED)
    asked = lab.write(requests.submit, lab.citizen(1), RequestAsk(text="x", agency_id="town"))
    answer = TriageAsk.model_validate({"taken": {"step": "answer", "text": "done"}})
    lab.write(triage.triage, lab.staff("town-desk"), RequestId(asked.id), answer, None)
    lab.write(changes.cancel, lab.staff("mayor-manager"), AppointmentId(booked.id), None)
    assert states(lab) == {"ticket": "pending", "request_answered": "hushed", "cancelled_by_office": "pending"}


def test_a_no_is_put_on_record_once_and_a_yes_ends_it(lab: Lab) -> None:
    never_asked(lab)
    assert not lab.house.read_now(lambda transaction: consents.declines(transaction, PersonId("per_1"), Purpose.SMS))
    for _ in range(2):
        withdraw(lab, 1, Purpose.SMS)
    assert ledger(lab) == [("sms", None, lab.clock.now(), "ses_1")]
    assert lab.house.read_now(lambda transaction: consents.declines(transaction, PersonId("per_1"), Purpose.SMS))
    lab.write(consents.give, lab.citizen(1), Purpose.SMS, ConsentAsk(text_version=present(Purpose.SMS).version))
    assert not lab.house.read_now(lambda transaction: consents.declines(transaction, PersonId("per_1"), Purpose.SMS))


def states(lab: Lab) -> dict[str, str]:
    rows = select(outbox.c.purpose, outbox.c.state).where(outbox.c.person_id == "per_1")
    return {
        row.purpose: row.state
        for row in lab.house.read_now(lambda transaction: transaction.connection.execute(rows).all())
    }
