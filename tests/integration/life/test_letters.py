"""Whoever gave an address and agreed to it has confirmations by e-mail, with an invitation; on either store."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from icalendar import Calendar, Component
from sqlalchemy import Connection, Select, select

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.message_settings import SmtpSettings
from desk_client.config.settings import ServerSettings
from desk_client.domain.access import Action
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.contacts import EmailAsk
from desk_client.protocol.privacy import ConsentAsk
from desk_client.protocol.slots import MoveAsk
from desk_client.server.notify.letter import Letter
from desk_client.server.services.access import contacts
from desk_client.server.services.life import changes
from desk_client.server.services.privacy import consents
from desk_client.server.services.privacy.consent_texts import present
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import outbox
from desk_client.server.storage.tables.people import person, staff
from tests.fakes.clock import StandingClock
from tests.integration.life.lab import Lab, slot

ADDRESS = "maryam@mail.example"
CITIZEN = Action.MANAGE_OWN_DATA
_A_SECOND = timedelta(seconds=1)


@pytest.fixture
def lab(settings: ServerSettings) -> Iterator[Lab]:
    """With a mail server, which nobody asks: what is written lies in the outbox."""
    clock = StandingClock()
    smtp = SmtpSettings(host="localhost", sender="majlis@jazan.example")
    house = open_house(settings.model_copy(update={"smtp": smtp}), clock=clock)
    yield Lab(house, clock)
    close_house(house)


def wants_letters(lab: Lab, number: int) -> None:
    lab.write(contacts.change, lab.citizen(number), CITIZEN, EmailAsk(email=ADDRESS))
    ask = ConsentAsk(text_version=present(Purpose.EMAIL).version)
    lab.write(consents.give, lab.citizen(number), Purpose.EMAIL, ask)


def letters(lab: Lab) -> list[tuple[str, str, Letter]]:
    def written(transaction: Transaction) -> list[tuple[str, str, Letter]]:
        rows = transaction.connection.execute(
            select(outbox).where(outbox.c.kind == "email").order_by(outbox.c.created_at)
        )
        opened = transaction.vault.open
        return [
            (
                row.purpose,
                opened("outbox.recipient", row.id, row.recipient_sealed),
                Letter.unpacked(opened("outbox.body", row.id, row.body_sealed)),
            )
            for row in rows
        ]

    return lab.house.read_now(written)


def test_a_booking_is_in_the_calendar_and_goes_where_it_goes(lab: Lab) -> None:
    wants_letters(lab, 1)
    made = lab.booked(lab.citizen(1), slot(1))
    booked = AppointmentId(made.appointment.id)
    lab.clock.advance(_A_SECOND)  # letters of one moment have no order
    lab.write(changes.reschedule, lab.citizen(1), booked, MoveAsk(starts_at=slot(2)), None)
    lab.clock.advance(_A_SECOND)
    lab.write(changes.cancel, lab.citizen(1), booked, None)
    told = letters(lab)
    assert [(purpose, to) for purpose, to, _ in told] == [
        ("ticket", ADDRESS),
        ("moved", ADDRESS),
        ("cancelled_by_you", ADDRESS),
    ]
    events = [_event(letter) for _, _, letter in told]
    assert len({str(event["UID"]) for event in events}) == 1
    assert [event.decoded("DTSTART") for event in events] == [slot(1), slot(2), slot(2)]
    assert [str(event["STATUS"]) for event in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    sequences = [int(str(event["SEQUENCE"])) for event in events]
    assert sequences == sorted(set(sequences))


def test_the_tickets_code_goes_to_the_mobile_alone(lab: Lab) -> None:
    wants_letters(lab, 1)
    made = lab.booked(lab.citizen(1), slot(1))
    ((_, _, letter),) = letters(lab)
    assert made.appointment.ticket_number in letter.text
    assert made.ticket_code not in letter.packed()


def test_without_a_mobile_it_is_the_letter_that_tells(lab: Lab) -> None:
    wants_letters(lab, 9)
    lab.booked(lab.citizen(9), slot(1))
    assert [purpose for purpose, _, _ in letters(lab)] == ["ticket"]


def test_nobody_is_written_to_who_did_not_agree_or_no_longer_does(lab: Lab) -> None:
    lab.write(contacts.change, lab.citizen(1), CITIZEN, EmailAsk(email=ADDRESS))
    lab.booked(lab.citizen(1), slot(1))
    wants_letters(lab, 2)
    lab.write(consents.withdraw, lab.citizen(2), Purpose.EMAIL)
    lab.booked(lab.citizen(2), slot(2))
    wants_letters(lab, 3)
    lab.write(contacts.change, lab.citizen(3), CITIZEN, EmailAsk(email=None))
    lab.booked(lab.citizen(3), slot(3))
    assert letters(lab) == []


def test_an_address_is_ones_own_and_sealed(lab: Lab) -> None:
    ask = EmailAsk(email=" Maryam@Mail.Example ")
    for actor, action in ((lab.citizen(1), CITIZEN), (lab.staff("mayor"), Action.SEE_OWN_ACCOUNT)):
        assert lab.read(contacts.own, actor, action).email is None
        assert lab.write(contacts.change, actor, action, ask).email == "Maryam@mail.example"
        assert lab.read(contacts.own, actor, action).email == "Maryam@mail.example"
    assert lab.read(contacts.own, lab.citizen(2), CITIZEN).email is None
    assert lab.refused(contacts.own, lab.staff("mayor"), CITIZEN).code is RefusalCode.FORBIDDEN
    for table in (person, staff):
        kept = select(table.c.email_sealed).where(table.c.email_sealed.is_not(None))
        sealed = lab.house.store.read(partial(_only, kept))
        assert b"mail" not in sealed
    assert lab.refused(contacts.own, lab.kiosk(), CITIZEN).code is RefusalCode.FORBIDDEN


@pytest.mark.parametrize(
    "typed", ["maryam", "@mail.example", "a@b", "a b@mail.example", "a@mail.example\nBcc: b", "م@a.b"]
)
def test_what_is_no_address_is_refused(lab: Lab, typed: str) -> None:
    refused = lab.refused(contacts.change, lab.citizen(1), CITIZEN, EmailAsk(email=typed))
    assert refused == Refusal(RefusalCode.INVALID_EMAIL, field="email")


def _only(query: Select[Any], connection: Connection) -> bytes:
    found: bytes = connection.execute(query).scalar_one()
    return found


def _event(letter: Letter) -> Component:
    assert letter.invitation is not None
    (event,) = Calendar.from_ical(letter.invitation.calendar).walk("VEVENT")
    return event
