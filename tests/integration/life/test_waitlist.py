"""The waitlist on both stores: whoever is first in line is offered what became free, once, for ten minutes."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import AppointmentId, OfferId, PersonId, WaitlistId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.slots import HoldAsk
from desk_client.protocol.waitlists import Wait, WaitAsk, WaitState
from desk_client.server.jobs.housekeeping import tidy
from desk_client.server.jobs.offering import Offering
from desk_client.server.services.booking import appointments, holding
from desk_client.server.services.life import changes
from desk_client.server.services.privacy.erasure import erase
from desk_client.server.services.waitlist import offers, waitlists
from desk_client.server.storage.tables.booking import waitlist, waitlist_offer
from tests.integration.life.lab import Lab, near_only, slot


@pytest.fixture
def full(lab: Lab) -> list[str]:
    """The mayor's calendar is full; the ids of tomorrow's bookings, by slot. The clock stands at 09:02."""
    lab.write(near_only)
    for number in range(1, 6):
        lab.book(lab.citizen(number % 5), slot(number, day=0))
    return [lab.book(lab.citizen(number % 5), slot(number)).id for number in range(5)]


def join(lab: Lab, number: int, **asked: object) -> Wait:
    ask = WaitAsk.model_validate({"service_id": "mayor-desk", "kind": "video_own"} | asked)
    return lab.write(waitlists.join, lab.citizen(number), ask)


def place(lab: Lab, number: int) -> Wait:
    (wait,) = lab.read(waitlists.mine, lab.citizen(number)).waits
    return wait


def offer_of(lab: Lab, number: int) -> OfferId | None:
    waits = lab.read(waitlists.mine, lab.citizen(number)).waits
    return next((OfferId(wait.offer.id) for wait in waits if wait.offer is not None), None)


def state_of(lab: Lab, wait_id: str) -> tuple[str, int]:
    row = lab.house.read_now(
        lambda transaction: transaction.connection.execute(select(waitlist).where(waitlist.c.id == wait_id)).one()
    )
    return row.state, row.unanswered


def code_of(lab: Lab, number: int) -> str:
    (text,) = [text for purpose, text in lab.messages(number) if purpose == "waitlist_offer"][-1:]
    found = re.search(r"[0-9]{8}", text)
    assert found is not None
    return found.group()


def cancel(lab: Lab, number: int, appointment_id: str) -> None:
    lab.write(changes.cancel, lab.citizen(number), AppointmentId(appointment_id), None)


def test_a_cancelled_slot_goes_to_whoever_joined_first(lab: Lab, full: list[str]) -> None:
    offering = Offering(lab.house)
    join(lab, 6)
    lab.clock.advance(timedelta(seconds=1))
    join(lab, 7)
    offering.round()
    assert (offer_of(lab, 6), offer_of(lab, 7)) == (None, None)

    cancel(lab, 2, full[2])
    offering.round()
    offer_id = offer_of(lab, 6)
    assert offer_id is not None
    assert offer_of(lab, 7) is None
    assert set(lab.owners("office:mayor").values()) >= {lab.of_person(6)[0].id}
    held = HoldAsk(office_id="mayor", service_id="mayor-desk", starts_at=slot(2), kind=AppointmentKind.VIDEO_OWN)
    assert lab.refused(holding.place_hold, lab.citizen(8), held).code is RefusalCode.SLOT_TAKEN

    taken = lab.write(offers.accept, lab.citizen(6), offer_id)
    assert (taken.state, taken.slot.starts_at) == (AppointmentState.BOOKED, slot(2))
    assert lab.purposes(6) == ["ticket", "waitlist_offer"]
    assert lab.read(waitlists.mine, lab.citizen(6)).waits == ()
    assert lab.refused(offers.accept, lab.citizen(6), offer_id).code is RefusalCode.OFFER_EXPIRED
    assert lab.refused(offers.accept, lab.citizen(7), offer_id).code is RefusalCode.NOT_FOUND


def test_an_offer_that_is_not_answered_goes_to_the_next_and_the_place_is_kept(lab: Lab, full: list[str]) -> None:
    offering = Offering(lab.house)
    first = join(lab, 6)
    lab.clock.advance(timedelta(seconds=1))
    join(lab, 7)
    cancel(lab, 2, full[2])
    offering.round()
    lapsed = offer_of(lab, 6)
    assert lapsed is not None
    lab.clock.advance(timedelta(minutes=9, seconds=59))
    assert offering.round() <= timedelta(seconds=1)
    assert offer_of(lab, 7) is None
    lab.clock.advance(timedelta(seconds=1))
    offering.round()
    assert state_of(lab, first.id) == ("waiting", 1)
    assert offer_of(lab, 7) is not None
    assert lab.refused(offers.accept, lab.citizen(6), lapsed).code is RefusalCode.OFFER_EXPIRED
    lab.write(tidy)
    assert [found.state for found in lab.of_person(6)] == [AppointmentState.CANCELLED]
    assert lab.read(appointments.mine, lab.citizen(6)).appointments == ()  # an offer was never a booking
    # the same slot is not offered to the first again, though it is free once more
    lab.clock.advance(timedelta(minutes=10))
    offering.round()
    assert (offer_of(lab, 6), offer_of(lab, 7)) == (None, None)


def test_who_has_a_booking_is_offered_what_is_earlier_and_moves_there(lab: Lab, full: list[str]) -> None:
    offering = Offering(lab.house)
    asked = {"appointment_id": full[4], "service_id": None, "kind": None}
    wait = join(lab, 4, **asked)
    assert (wait.kind, wait.before) == ("video_kiosk", slot(4))
    other = WaitAsk.model_validate(asked)
    assert lab.refused(waitlists.join, lab.citizen(4), other).code is RefusalCode.ALREADY_WAITLISTED
    assert lab.refused(waitlists.join, lab.citizen(3), other).code is RefusalCode.NOT_FOUND
    cancel(lab, 1, full[1])
    offering.round()
    ticket = lab.found(full[4]).ticket_number
    accepted = lab.write(offers.accept_by_code, lab.kiosk("far-1"), code_of(lab, 4))
    assert (accepted.slot.starts_at, accepted.ticket_number) == (slot(1), ticket)
    own = lab.found(full[4])
    assert (own.state, own.starts_at, own.subject) == (AppointmentState.BOOKED, slot(1), "طريق القرية")
    day = {quantum: owner for quantum, owner in lab.owners("office:mayor").items() if owner == own.id}
    assert len(day) == 6
    offering.round()
    free = HoldAsk(office_id="mayor", service_id="mayor-desk", starts_at=slot(4))
    lab.write(holding.place_hold, lab.citizen(8), free)  # the old time is everybody's again
    assert lab.purposes(4)[:2] == ["moved", "ticket"]


def test_declining_keeps_the_place_and_leaving_gives_the_offer_to_the_next(lab: Lab, full: list[str]) -> None:
    offering = Offering(lab.house)
    first = join(lab, 6)
    lab.clock.advance(timedelta(seconds=1))
    second = join(lab, 7)
    cancel(lab, 2, full[2])
    offering.round()
    offer_id = offer_of(lab, 6)
    assert offer_id is not None
    assert lab.house.write_now(lambda transaction: offers.decline(transaction, lab.citizen(6), offer_id)) is None
    offering.round()
    assert state_of(lab, first.id) == ("waiting", 0)
    assert offer_of(lab, 7) is not None
    leaving = WaitlistId(second.id)
    assert lab.refused(waitlists.leave, lab.citizen(6), leaving).code is RefusalCode.NOT_FOUND
    assert lab.house.write_now(lambda transaction: waitlists.leave(transaction, lab.citizen(7), leaving)) is None
    offering.round()
    assert state_of(lab, second.id)[0] == "left"
    assert lab.owners("office:mayor").keys().isdisjoint(range(slot_quantum(2), slot_quantum(3)))


def slot_quantum(number: int) -> int:
    return int(slot(number).timestamp()) // 300


def test_a_wish_rests_after_three_silences_until_its_person_shows_up(lab: Lab, full: list[str]) -> None:
    offering = Offering(lab.house)
    wait = join(lab, 6)
    for number in (1, 2, 3):
        cancel(lab, number, full[number])
        offering.round()
        assert offer_of(lab, 6) is not None, number
        lab.clock.advance(timedelta(minutes=10))
        offering.round()
    assert state_of(lab, wait.id) == ("waiting", 3)
    assert place(lab, 6).rests
    cancel(lab, 4, full[4])
    offering.round()
    assert offer_of(lab, 6) is None
    join(lab, 6)  # asks anew
    offering.round()
    assert offer_of(lab, 6) is not None


def test_our_fault_comes_first_and_nobody_is_woken(lab: Lab, full: list[str]) -> None:
    offering = Offering(lab.house)
    join(lab, 6)
    lab.clock.advance(timedelta(seconds=1))
    prior = join(lab, 7)
    lab.house.write_now(
        lambda transaction: transaction.connection.execute(
            update(waitlist).where(waitlist.c.id == prior.id).values(priority=1)
        )
    )
    lab.at(slot(0) - timedelta(hours=10))  # 23:00 in Riyadh
    lab.write(changes.cancel, lab.staff("mayor"), AppointmentId(full[2]), None)
    offering.round()
    assert (offer_of(lab, 6), offer_of(lab, 7)) == (None, None)
    lab.at(slot(0) - timedelta(minutes=59))  # 08:01
    offering.round()
    assert offer_of(lab, 7) is not None
    assert lab.of_person(7)[0].starts_at == slot(2)
    assert all(found.starts_at > slot(2) for found in lab.of_person(6))


def test_staff_join_for_others_where_they_may(lab: Lab, full: list[str]) -> None:
    ask = WaitAsk(service_id="mayor-desk", site_id="hall", person_id="per_6")
    assert lab.write(waitlists.join, lab.staff("hall-operator"), ask).site_id == "hall"
    ask = WaitAsk(service_id="mayor-desk", site_id="hall", person_id="per_7")
    for stranger in ("far-operator", "plant-desk"):
        assert lab.refused(waitlists.join, lab.staff(stranger), ask).code is RefusalCode.NOT_FOUND
    assert lab.refused(waitlists.join, lab.staff("admin"), ask).code is RefusalCode.FORBIDDEN
    assert lab.refused(waitlists.join, lab.citizen(6), ask).code is RefusalCode.NOT_FOUND
    lab.write(changes.cancel, lab.staff("mayor"), AppointmentId(full[0]), None)
    Offering(lab.house).round()
    assert offer_of(lab, 6) is not None


def test_a_hold_of_ones_own_does_not_touch_what_is_offered(lab: Lab, full: list[str]) -> None:
    join(lab, 6)
    cancel(lab, 2, full[2])
    Offering(lab.house).round()
    offered = lab.of_person(6)[0]
    held = lab.hold(lab.citizen(6), slot(0), "roads", kind="video_own")
    assert {found.id for found in lab.of_person(6)} == {offered.id, held.id}
    refused = lab.refused(holding.release_hold, lab.citizen(6), offered.id)
    assert refused.code is RefusalCode.NOT_FOUND
    lab.clock.advance(timedelta(hours=1))
    lab.write(tidy)
    assert [found.id for found in lab.of_person(6)] == [offered.id]


def test_guessing_an_offers_code_leads_nowhere(lab: Lab, full: list[str]) -> None:
    join(lab, 6)
    cancel(lab, 2, full[2])
    Offering(lab.house).round()
    seen = [lab.refused(offers.accept_by_code, lab.kiosk(), f"{number:08d}").code for number in range(12)]
    assert seen == [RefusalCode.CODE_WRONG] * 10 + [RefusalCode.RATE_LIMITED] * 2
    assert lab.refused(offers.accept_by_code, lab.kiosk(), code_of(lab, 6)).code is RefusalCode.RATE_LIMITED


def test_two_servers_and_a_rush_of_bookers_never_give_a_slot_twice(lab: Lab, full: list[str]) -> None:
    for number in (5, 6, 7, 8):
        join(lab, number)
    for number in (1, 2, 3):
        cancel(lab, number, full[number])
    workers = [Offering(lab.house) for _ in range(3)]

    def rush(number: int) -> object:
        ask = HoldAsk(
            office_id="mayor", service_id="mayor-desk", starts_at=slot(1 + number % 3), kind=AppointmentKind.VIDEO_OWN
        )
        return lab.house.write_now(lambda transaction: holding.place_hold(transaction, lab.citizen(number % 5), ask))

    with ThreadPoolExecutor(6) as pool:
        rounds = [pool.submit(worker.round) for worker in workers]
        bookers = [pool.submit(rush, number) for number in range(6)]
    for done in rounds:
        done.result()
    for hold in bookers:
        hold.result()
    workers[0].round()
    rows = lab.house.read_now(
        lambda transaction: transaction.connection.execute(
            select(waitlist_offer, waitlist.c.person_id)
            .join(waitlist, waitlist.c.id == waitlist_offer.c.waitlist_id)
            .where(waitlist_offer.c.state == offers.OPEN)
        ).all()
    )
    assert len({row.person_id for row in rows}) == len(rows)
    held = [lab.found(row.appointment_id).starts_at for row in rows]
    assert len(set(held)) == len(held)
    owners = lab.owners("office:mayor")
    for row in rows:
        assert sum(owner == row.appointment_id for owner in owners.values()) == 6
    assert {owners.get(slot_quantum(number)) for number in (1, 2, 3)}.isdisjoint({None})


def test_a_booking_that_is_gone_takes_its_wish_along(lab: Lab, full: list[str]) -> None:
    wait = join(lab, 4, appointment_id=full[4], service_id=None, kind=None)
    cancel(lab, 4, full[4])
    cancel(lab, 1, full[1])
    Offering(lab.house).round()
    assert state_of(lab, wait.id)[0] == WaitState.LEFT.value
    assert offer_of(lab, 4) is None


def test_whoever_is_erased_leaves_neither_a_wish_nor_a_hold(lab: Lab, full: list[str]) -> None:
    offering = Offering(lab.house)
    join(lab, 6)
    cancel(lab, 2, full[2])
    offering.round()
    assert lab.refused(erase, PersonId("per_6"), None).code is RefusalCode.ILLEGAL_TRANSITION
    lab.clock.advance(timedelta(minutes=10))
    lab.write(erase, PersonId("per_6"), None)
    offering.round()
    assert [found.state for found in lab.of_person(6)] == [AppointmentState.CANCELLED]
    assert offering.round() > timedelta(seconds=30)


def test_ones_own_places_are_listed_page_by_page(lab: Lab) -> None:
    ids = {join(lab, 6, service_id=f"{office}-desk").id for office in ("mayor", "roads", "water")}
    first = lab.read(waitlists.mine, lab.citizen(6), limit=2)
    second = lab.read(waitlists.mine, lab.citizen(6), first.next, 2)
    assert len(first.waits) == 2
    assert ({wait.id for wait in (*first.waits, *second.waits)}, second.next) == (ids, None)
    assert lab.refused(waitlists.mine, lab.citizen(6), "nonsense").code is RefusalCode.INVALID_REQUEST


def test_whoever_was_somewhere_else_is_asked_once_they_are_not(lab: Lab, full: list[str]) -> None:
    offering = Offering(lab.house)
    elsewhere = lab.book(lab.citizen(6), slot(2), "roads", kind=AppointmentKind.VIDEO_OWN).id
    join(lab, 6)
    offering.round()
    cancel(lab, 2, full[2])
    offering.round()
    assert offer_of(lab, 6) is None
    cancel(lab, 6, elsewhere)  # for the mayor's own calendar nothing changes with this
    offering.round()
    assert offer_of(lab, 6) is not None


def test_the_code_shows_what_is_offered_before_it_is_taken_or_left(lab: Lab, full: list[str]) -> None:
    offering = Offering(lab.house)
    place_on_list = join(lab, 6)
    cancel(lab, 2, full[2])
    offering.round()
    code = code_of(lab, 6)
    shown = lab.write(offers.shown_by_code, lab.kiosk("far-1"), code)
    assert (shown.slot.starts_at, shown.id) == (slot(2), offer_of(lab, 6))
    assert lab.write(offers.shown_by_code, lab.kiosk(), code) == shown, "looking takes nothing"
    assert lab.house.write_now(lambda each: offers.decline_by_code(each, lab.kiosk(), code)) is None
    assert state_of(lab, place_on_list.id) == ("waiting", 0)
    for ask in (offers.shown_by_code, offers.accept_by_code, offers.decline_by_code):
        assert lab.refused(ask, lab.kiosk(), code).code is RefusalCode.OFFER_ANSWERED
        assert lab.refused(ask, lab.kiosk(), "00000000").code is RefusalCode.CODE_WRONG
        assert lab.refused(ask, lab.citizen(6), code).code is RefusalCode.FORBIDDEN


def test_the_code_of_an_offer_that_is_over_says_so(lab: Lab, full: list[str]) -> None:
    offering = Offering(lab.house)
    join(lab, 6)
    cancel(lab, 2, full[2])
    offering.round()
    code = code_of(lab, 6)
    lab.clock.advance(timedelta(minutes=10))
    assert lab.refused(offers.shown_by_code, lab.kiosk(), code).code is RefusalCode.OFFER_EXPIRED
    offering.round()
    assert lab.refused(offers.accept_by_code, lab.kiosk(), code).code is RefusalCode.OFFER_EXPIRED


def test_looking_at_codes_is_guessing_as_well(lab: Lab) -> None:
    seen = [lab.refused(offers.shown_by_code, lab.kiosk(), f"{number:08d}").code for number in range(12)]
    assert seen == [RefusalCode.CODE_WRONG] * 10 + [RefusalCode.RATE_LIMITED] * 2
