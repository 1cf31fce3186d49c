"""A kiosk whose real server goes away and comes back: what was left is handed in, in order, and lost to nobody."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from desk_client.client.actions import book, identify, leave_word, operate, receive, satisfaction
from desk_client.client.actions import help as help_actions
from desk_client.client.actions.greet import greet_server
from desk_client.client.desk import DeskClient
from desk_client.client.flows import kiosk as flow
from desk_client.client.gateway import Gateway
from desk_client.client.hall_link import HallLink
from desk_client.client.helping import HelpStep
from desk_client.client.kiosk import KioskClient
from desk_client.client.outbox.box import Outbox
from desk_client.client.outbox.courier import Courier, Pauses
from desk_client.client.outbox.depository import Depository
from desk_client.client.outbox.provisions import Pantry
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.deposits import AtKiosk, LeftKind, Verdict
from desk_client.domain.kiosk_health import Health
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.i18n.language import Language
from desk_client.protocol.appointments import Booked
from desk_client.server.storage.tables import booking
from tests.integration.client.conftest import KNOWN, PASSWORD, Ends, Region, conference, until

PLANTED = (KNOWN[0], KNOWN[1][1:], "عبدالله المثال", "طريق القرية", "roads")
SWIFT = Pauses(look=0.02, provide=300.0, first=0.02, longest=0.05)


@dataclass
class Hall:
    """A kiosk, its outbox, and whoever hands in."""

    region: Region
    client: KioskClient
    courier: Courier
    outbox: Outbox
    path: Path

    async def goes_away(self) -> None:
        await asyncio.to_thread(self.region.stop)
        refusal = await greet_server(self.client)
        assert refusal is not None
        assert self.client.station.value.is_away

    async def comes_back(self) -> None:
        await asyncio.to_thread(self.region.start)

    def on_disk(self) -> bytes:
        return b"".join(path.read_bytes() for path in self.path.rglob("*") if path.is_file())

    def requests(self) -> list[str]:
        house = self.region.running.house
        return house.read_now(
            lambda each: [
                each.vault.open("request.text", row.id, row.text_sealed)
                for row in each.connection.execute(select(booking.request))
            ]
        )


@pytest.fixture
async def hall(ends: Ends, region: Region, tmp_path: Path) -> AsyncIterator[Hall]:
    client = await ends.kiosk()
    path = tmp_path / "kiosk"
    outbox, pantry = Outbox(path / "outbox"), Pantry(path / "last-seen", client.credential)
    gateway = Gateway(region.url)
    client.depository = Depository(outbox, pantry)
    yield Hall(region, client, Courier(gateway, client.credential, outbox, pantry, pauses=SWIFT), outbox, path)
    gateway.close()


async def leave_request(client: KioskClient, subject: str = "طريق القرية") -> None:
    leave_word.begin(client, Goal.LEAVE_REQUEST)
    assert identify.enter_national_id(client, KNOWN[0]) is None
    assert leave_word.enter_mobile(client, KNOWN[1]) is None
    assert leave_word.enter_name(client, "عبدالله المثال") is None
    office = client.visit.value.offices[0]
    service = office.services[0]
    client.visit.set(replace(client.visit.value, office=office, service=service, subject=subject, page=Page.LEAVE))
    assert await leave_word.leave_request(client, Language.ARABIC) is None
    assert client.visit.value.page is Page.SLIP


async def books(hall: Hall, ends: Ends) -> Booked:
    """Somebody books at this kiosk, and stays signed in."""
    client = hall.client
    await ends.sign_in(client, Goal.BOOK)
    assert await book.load_offices(client) is None
    office = next(each for each in client.visit.value.offices if each.id == "emir")
    book.choose_office(client, office)
    book.choose_service(client, office.services[0])
    assert await book.load_availability(client, date.today(), 28) is None  # noqa: DTZ011 - a day more or less is fine
    availability = client.visit.value.availability
    assert availability is not None
    free = [slot for day in availability.days for slot in day.slots]
    assert await book.choose_slot(client, free[0]) is None
    assert book.write_subject(client, "منحة أرض") is None
    assert await book.confirm(client) is None
    booked = client.visit.value.booked
    assert booked is not None
    return booked


async def test_what_is_left_without_a_line_is_handed_in_once_it_is_back(hall: Hall) -> None:
    assert not hall.client.depository or not hall.client.depository.is_open, "there is no key to seal with yet"
    assert await hall.courier.round() is None
    await hall.goes_away()
    assert leave_word.can_leave(hall.client)
    await leave_request(hall.client)
    receipt = hall.client.visit.value.receipt
    assert receipt is not None
    assert receipt.number == "1-0001"
    hall.client.visit.set(Visit())
    await leave_request(hall.client, "والماء")
    assert [entry.sequence for entry in hall.outbox.waiting()] == [1, 2]
    disk = hall.on_disk()
    for planted in (*PLANTED[:4], "والماء"):
        assert planted.encode() not in disk, planted
    refusal = await hall.courier.round()
    assert isinstance(refusal, Refusal)
    assert refusal.code is RefusalCode.SERVER_UNAVAILABLE
    assert len(list(hall.outbox.waiting())) == 2
    await hall.comes_back()
    assert await hall.courier.round() is None
    assert hall.outbox.is_empty
    assert hall.requests() == ["طريق القرية\nوالماء"], "the same wish twice is one request"
    assert hall.outbox.aside() == ()
    assert b"1000000008" not in hall.on_disk()


async def test_a_check_in_counts_from_when_it_was_left(hall: Hall, ends: Ends, region: Region) -> None:
    await hall.courier.round()
    booked = await books(hall, ends)
    soon = datetime.now(UTC) + timedelta(minutes=5)
    region.running.house.write_now(
        lambda each: each.connection.execute(
            update(booking.appointment)
            .where(booking.appointment.c.id == booked.appointment.id)
            .values(starts_at=soon, ends_at=soon + timedelta(minutes=20))
        )
    )
    await hall.goes_away()
    hall.client.visit.set(Visit())
    leave_word.begin(hall.client, Goal.LEAVE_CHECK_IN)
    identify.enter_ticket_number(hall.client, booked.appointment.ticket_number)
    refused = await leave_word.leave_check_in(hall.client, "")
    assert refused == Refusal(RefusalCode.TICKET_UNKNOWN, field="ticket_code")
    assert await leave_word.leave_check_in(hall.client, booked.ticket_code) is None
    assert hall.client.visit.value.page is Page.SLIP
    assert hall.client.visit.value.ticket_code == ""
    left_at = next(hall.outbox.waiting()).happened_at
    assert booked.ticket_code.encode() not in hall.on_disk()
    await hall.comes_back()
    assert await hall.courier.round() is None
    row = region.running.house.read_now(
        lambda each: each.connection.execute(
            select(booking.appointment).where(booking.appointment.c.id == booked.appointment.id)
        ).one()
    )
    assert row.state == "waiting"
    assert abs(row.checked_in_at - left_at) < timedelta(milliseconds=2)
    assert row.checked_in_kiosk_id == "fayfa-1"


async def test_what_is_refused_for_good_is_set_aside_and_holds_up_nobody(hall: Hall) -> None:
    await hall.courier.round()
    await hall.goes_away()
    leave_word.begin(hall.client, Goal.LEAVE_CHECK_IN)
    identify.enter_ticket_number(hall.client, "00000000")
    assert await leave_word.leave_check_in(hall.client, "123456") is None
    hall.client.visit.set(Visit())
    await leave_request(hall.client)
    await hall.comes_back()
    assert await hall.courier.round() is None
    assert [(one.number, one.reason) for one in hall.outbox.aside()] == [(1, "ticket_unknown")]
    assert len(hall.requests()) == 1


class NoScreen:
    """A supervisor without a window."""

    standing: str | None = None

    def tell(self, line: str) -> bool:
        del line
        return False

    def restart(self) -> None:
        """There is nothing to restart."""

    def begin_anew(self) -> None:
        """Nor to begin."""


@pytest.mark.expected_errors("damaged and was put aside")
async def test_an_operator_sees_what_was_set_aside_and_whose_it_is_and_says_that_they_have_dealt_with_it(
    hall: Hall, ends: Ends, region: Region
) -> None:
    await hall.courier.round()
    booked = await books(hall, ends)
    ticket, far = booked.appointment, datetime.now(UTC) + timedelta(days=2)
    region.running.house.write_now(
        lambda each: each.connection.execute(
            update(booking.appointment)
            .where(booking.appointment.c.id == ticket.id)
            .values(starts_at=far, ends_at=far + timedelta(minutes=20))
        )
    )
    await hall.goes_away()
    hall.client.visit.set(Visit())
    leave_word.begin(hall.client, Goal.LEAVE_CHECK_IN)
    identify.enter_ticket_number(hall.client, ticket.ticket_number)
    assert await leave_word.leave_check_in(hall.client, booked.ticket_code) is None
    hall.client.visit.set(Visit())
    await leave_request(hall.client)
    torn = hall.path / "outbox" / "000000000002.entry"
    torn.write_bytes(torn.read_bytes()[:-1])
    await hall.comes_back()
    assert await hall.courier.round() is None
    assert [one.reason for one in hall.outbox.aside()] == ["too_early", "damaged"]

    link = HallLink(hall.client.gateway, hall.client.credential, NoScreen(), program="1.0", outbox=hall.outbox)
    desk = DeskClient(Gateway(region.url), lambda: conference(Party.OFFICIAL))
    try:
        await link.report()
        assert await receive.sign_in(desk, "operator.fayfa", PASSWORD) is None
        assert await operate.read_hall(desk) is None
        kiosk = desk.console.hall.value.kiosk("fayfa-1")
        assert kiosk is not None
        early, unread = kiosk.aside
        assert (kiosk.health, kiosk.aside_count) == (Health.NEEDS_ATTENTION, 2)
        assert (early.number, early.kind, early.reason, early.person_known) == (
            *("1-0001", LeftKind.CHECK_IN, Verdict.TOO_EARLY),
            True,
        )
        assert (unread.number, unread.kind, unread.reason, unread.person_known) == (
            *("1-0002", None, AtKiosk.DAMAGED),
            False,
        )
        assert await help_actions.help_whoever_left(desk, "fayfa-1", early.id) is None
        helped = desk.console.helping.value
        assert helped.step is HelpStep.PERSON
        assert [each.id for each in helped.appointments] == [ticket.id]
        answer = await help_actions.help_whoever_left(desk, "fayfa-1", unread.id)
        assert isinstance(answer, Refusal)
        assert answer.code is RefusalCode.NOT_FOUND

        assert await operate.deal_with_entry(desk, "fayfa-1", early.id) is None
        kiosk = desk.console.hall.value.kiosk("fayfa-1")
        assert kiosk is not None
        assert [each.id for each in kiosk.aside] == [unread.id], "at once, not with the kiosk's next report"
        await link.report()
        assert [one.reason for one in hall.outbox.aside()] == ["damaged"]
        assert await operate.deal_with_entry(desk, "fayfa-1", unread.id) is None
        await link.report()
        assert hall.outbox.aside() == ()
        assert not list((hall.path / "outbox" / "aside").iterdir())
        assert desk.console.hall.value.kiosk("fayfa-1").health is Health.FINE  # type: ignore[union-attr]  # it is there
    finally:
        await desk.close()


async def test_an_answer_that_was_lost_is_asked_for_again_and_nothing_is_done_twice(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    await hall.courier.round()
    await leave_request(hall.client)
    settle = Outbox.settle
    monkeypatch.setattr(Outbox, "settle", lambda *_: None)  # the power is cut between the answer and the taking out
    assert await hall.courier.round() is None
    monkeypatch.setattr(Outbox, "settle", settle)
    assert await hall.courier.round() is None
    assert hall.requests() == ["طريق القرية"]
    assert hall.outbox.is_empty


async def test_the_courier_hands_in_by_itself_as_soon_as_it_can(hall: Hall) -> None:
    await hall.courier.round()
    await hall.goes_away()
    await leave_request(hall.client)
    errand = asyncio.create_task(hall.courier.run())
    await hall.comes_back()
    await until(lambda: hall.outbox.is_empty)
    errand.cancel()
    with suppress(asyncio.CancelledError):
        await errand
    assert len(hall.requests()) == 1


async def test_a_survey_is_kept_where_the_server_has_just_gone(hall: Hall, ends: Ends, region: Region) -> None:
    await hall.courier.round()
    other, appointment = hall.client, (await books(hall, ends)).appointment
    region.running.house.write_now(
        lambda each: each.connection.execute(
            update(booking.appointment)
            .where(booking.appointment.c.id == appointment.id)
            .values(state="outcome_recorded")
        )
    )
    other.visit.set(flow.at(other.visit.value, Page.SURVEY))
    await asyncio.to_thread(region.stop)
    assert await satisfaction.answer(other, 5, ()) is None
    assert other.visit.value.page is Page.FAREWELL
    await hall.comes_back()
    assert await hall.courier.round() is None
    rows = region.running.house.read_now(
        lambda each: each.connection.execute(select(booking.satisfaction.c.score)).scalars().all()
    )
    assert list(rows) == [5]


async def test_where_nothing_can_be_kept_it_says_so_and_what_was_typed_stays(hall: Hall) -> None:
    await hall.courier.round()
    hall.client.depository = Depository(
        Outbox(hall.path / "last-seen" / "no"), Pantry(hall.path / "none", hall.client.credential)
    )
    await hall.goes_away()
    assert not leave_word.can_leave(hall.client)
    leave_word.begin(hall.client, Goal.LEAVE_CHECK_IN)
    identify.enter_ticket_number(hall.client, "48291733")
    refused = await leave_word.leave_check_in(hall.client, "482917")
    assert refused == Refusal(RefusalCode.SERVER_UNAVAILABLE)
    assert hall.client.visit.value.ticket_number == "48291733"
