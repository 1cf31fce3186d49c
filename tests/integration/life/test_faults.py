"""Tickets at any kiosk, the queue, and faults of ours, on both stores."""

import base64
import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from desk_client.domain.access import Action, Ownership
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import AppointmentId, OfficeId
from desk_client.domain.kiosk_health import KioskPart
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import TicketAsk
from desk_client.protocol.incidents import IncidentAsk, IncidentKind
from desk_client.protocol.kiosks import HelpAsk
from desk_client.protocol.slots import HoldAsk, MoveAsk
from desk_client.server.jobs.no_shows import settle_missed
from desk_client.server.jobs.offering import Offering
from desk_client.server.jobs.queueing import follow_queues
from desk_client.server.security.tokens import hashed
from desk_client.server.services.access import sessions
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import appointments, holding, tickets
from desk_client.server.services.life import audiences, changes, incidents, making_good, queues
from desk_client.server.services.transaction import Transaction
from desk_client.server.services.waitlist import offers, waitlists
from desk_client.server.storage.tables.booking import appointment, incident
from tests.integration.life.lab import Lab, near_only, slot


def ticket_of(lab: Lab, number: int = 1) -> tuple[str, TicketAsk]:
    booked = lab.booked(lab.citizen(number), slot(number))
    ask = TicketAsk(ticket_number=booked.appointment.ticket_number, ticket_code=booked.ticket_code)
    return booked.appointment.id, ask


def with_ticket(lab: Lab, ask: TicketAsk, kiosk: str = "far-1") -> Actor:
    opened = lab.write(tickets.open_ticket, lab.kiosk(kiosk), ask)
    known = lab.read(sessions.authenticate, hashed(opened.token))
    return known.actor


def test_a_ticket_opens_its_one_appointment_at_any_kiosk_and_nothing_else(lab: Lab) -> None:
    own, ask = ticket_of(lab)
    other = lab.book(lab.citizen(1), slot(5)).id
    came = with_ticket(lab, ask)
    assert [each.id for each in lab.read(appointments.mine, came).appointments] == [own]
    assert lab.read(appointments.one, came, AppointmentId(own)).id == own
    assert lab.refused(appointments.one, came, AppointmentId(other)).code is RefusalCode.NOT_FOUND
    assert lab.refused(changes.cancel, came, AppointmentId(other), None).code is RefusalCode.NOT_FOUND
    hold = HoldAsk(office_id="mayor", service_id="mayor-desk", starts_at=slot(3), site_id="hall")
    assert lab.refused(holding.place_hold, came, hold).code is RefusalCode.FORBIDDEN
    assert lab.refused(waitlists.mine, came).code is RefusalCode.FORBIDDEN
    allowed = {Action.SEE_APPOINTMENT, Action.CANCEL, Action.RESCHEDULE, Action.CHECK_IN, Action.SEE_QUEUE}
    allowed |= {Action.SEE_OFFICES, Action.ANSWER_SURVEY}
    assert {action for action in Action if came.refused(action) is None} == allowed
    theirs = Ownership(came.person_id, appointment_id=AppointmentId(own))
    assert {action for action in Action if came.refused(action, theirs) is None} == allowed | {Action.SEE_OFFICES}
    moved = lab.write(changes.reschedule, came, AppointmentId(own), MoveAsk(starts_at=slot(4)), None)
    assert moved.slot.starts_at == slot(4)
    assert lab.write(changes.cancel, came, AppointmentId(own), None).state is AppointmentState.CANCELLED
    assert lab.refused(tickets.open_ticket, lab.kiosk(), ask).code is RefusalCode.TICKET_UNKNOWN
    assert lab.audited(own).count("open_ticket") == 1


@pytest.mark.no_cover
def test_ten_thousand_guesses_open_nothing(lab: Lab) -> None:
    _, ask = ticket_of(lab)
    wrong = ask.model_copy(update={"ticket_code": f"{(int(ask.ticket_code) + 1) % 10**6:06d}"})

    def guesses() -> list[RefusalCode]:
        def many(transaction: Transaction) -> list[RefusalCode]:
            answers = []
            for number in range(500):
                # the right code is among them, late, as it would be
                guess = ask if number % 100 == 99 else wrong
                answer = tickets.open_ticket(transaction, lab.kiosk(f"hall-{1 + number % 3}"), guess)
                assert isinstance(answer, Refusal)
                answers.append(answer.code)
            return answers

        return lab.house.write_now(many)

    first = guesses()
    assert first[:5] == [RefusalCode.TICKET_UNKNOWN] * 5
    assert set(first[5:]) == {RefusalCode.RATE_LIMITED}
    for _ in range(19):
        guesses()
    lab.clock.advance(timedelta(minutes=16))
    assert lab.refused(tickets.open_ticket, lab.kiosk(), wrong).code is RefusalCode.TICKET_UNKNOWN
    with_ticket(lab, ask)  # whoever really has it comes in once the window is over


def test_an_unknown_ticket_is_refused_like_a_wrong_code(lab: Lab) -> None:
    _, ask = ticket_of(lab)
    nobodys = TicketAsk(ticket_number="00000000", ticket_code="000000")
    wrong = ask.model_copy(update={"ticket_code": "x"})
    answers = [lab.refused(tickets.open_ticket, lab.kiosk(), each) for each in (nobodys, wrong)]
    assert answers[0] == answers[1] == Refusal(RefusalCode.TICKET_UNKNOWN)
    assert lab.refused(tickets.open_ticket, lab.citizen(1), ask).code is RefusalCode.FORBIDDEN
    arabic = ask.model_copy(
        update={"ticket_code": ask.ticket_code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))}
    )
    with_ticket(lab, arabic)


def test_a_guessed_ticket_sends_no_message(lab: Lab) -> None:
    _, ask = ticket_of(lab)
    before = len(lab.messages(1))
    wrong = ask.model_copy(update={"ticket_code": f"{(int(ask.ticket_code) + 1) % 10**6:06d}"})
    codes = [lab.refused(tickets.challenge_by_ticket, lab.kiosk(), wrong).code for _ in range(6)]
    assert codes == [RefusalCode.TICKET_UNKNOWN] * 5 + [RefusalCode.RATE_LIMITED]
    assert lab.refused(tickets.open_ticket, lab.kiosk(), ask).code is RefusalCode.RATE_LIMITED  # the same tries
    assert lab.refused(tickets.challenge_by_ticket, lab.citizen(1), ask).code is RefusalCode.FORBIDDEN
    assert len(lab.messages(1)) == before


@pytest.fixture
def waiting(lab: Lab) -> list[AppointmentId]:
    """Three who wait for the mayor today: at 09:30, 10:00 and 10:30; it is 09:31."""
    booked = [lab.book(lab.citizen(number), slot(number, day=0)).id for number in (1, 2, 3)]
    lab.at(slot(1, day=0) + timedelta(minutes=1))
    for number, appointment_id in zip((1, 2, 3), booked, strict=True):
        lab.write(audiences.check_in, lab.citizen(number), AppointmentId(appointment_id))
    return [AppointmentId(each) for each in booked]


def test_the_queue_shows_a_position_and_a_range(lab: Lab, waiting: list[AppointmentId]) -> None:
    places = [lab.read(queues.place, lab.citizen(n), each) for n, each in enumerate(waiting, start=1)]
    assert [each.position for each in places] == [1, 2, 3]
    assert [each.earliest_min for each in places] == sorted(each.earliest_min for each in places)
    assert all(each.earliest_min < each.latest_min for each in places)
    assert lab.refused(queues.place, lab.citizen(2), waiting[0]).code is RefusalCode.NOT_FOUND
    hall = lab.read(queues.queue, lab.staff("hall-operator"))
    assert [each.appointment_id for each in hall.entries] == waiting
    assert lab.read(queues.queue, lab.staff("far-operator")).entries == ()
    assert lab.read(queues.queue, lab.staff("mayor")) == hall
    assert lab.read(queues.queue, lab.staff("roads-head")).entries == ()
    assert lab.refused(queues.queue, lab.citizen(1)).code is RefusalCode.FORBIDDEN
    lab.write(audiences.admit, lab.staff("mayor"), waiting[0])
    assert lab.refused(queues.place, lab.citizen(1), waiting[0]).code is RefusalCode.ILLEGAL_TRANSITION


def test_an_office_may_hide_the_position(lab: Lab) -> None:
    own = lab.book(lab.citizen(1), slot(1, day=0), "water").id
    lab.write(audiences.check_in, lab.citizen(1), AppointmentId(own))
    place = lab.read(queues.place, lab.citizen(1), AppointmentId(own))
    assert place.position is None
    assert place.latest_min > place.earliest_min


def test_who_waits_is_told_when_a_session_overruns_and_not_too_often(lab: Lab, waiting: list[AppointmentId]) -> None:
    lab.write(audiences.admit, lab.staff("mayor"), waiting[0])
    follow_queues(lab.house)
    assert "queue_moved" not in lab.purposes(2)
    for _ in range(4):  # an hour and a half of a slot of thirty minutes
        lab.clock.advance(timedelta(minutes=25))
        follow_queues(lab.house)
        follow_queues(lab.house)
    told = lab.purposes(3).count("queue_moved")
    assert 1 <= told <= 4
    lab.clock.advance(timedelta(minutes=1))
    follow_queues(lab.house)
    assert lab.purposes(3).count("queue_moved") == told
    assert "queue_moved" not in lab.purposes(1)


def test_whoever_is_transferred_keeps_their_place_and_the_room_closes(lab: Lab, waiting: list[AppointmentId]) -> None:
    lab.write(audiences.admit, lab.staff("mayor"), waiting[2])
    before = lab.found(waiting[2])
    sent = lab.write(changes.transfer, lab.staff("mayor"), waiting[2], OfficeId("roads"), None)
    assert sent.state is AppointmentState.WAITING
    assert lab.found(waiting[2]).queued_at == before.queued_at
    assert lab.read(queues.place, lab.citizen(3), waiting[2]).position == 1
    assert lab.read(queues.queue, lab.staff("roads-head")).entries[0].appointment_id == waiting[2]


def test_unserved_is_booked_again_with_priority(lab: Lab, waiting: list[AppointmentId]) -> None:
    done = lab.write(making_good.mark_unserved, lab.staff("hall-operator"), waiting[0], None)
    assert done.appointment.state is AppointmentState.UNSERVED
    assert done.rebooked is not None
    again = lab.found(done.rebooked.id)
    assert (again.state, again.case_id, again.subject) == (
        AppointmentState.BOOKED,
        done.appointment.case_id,
        "طريق القرية",
    )
    assert again.priority > 0
    assert again.starts_at == slot(4, day=0)  # the first that nobody has
    row = lab.house.read_now(
        lambda transaction: transaction.connection.execute(
            select(appointment.c.follows).where(appointment.c.id == again.id)
        ).scalar_one()
    )
    assert row == waiting[0]
    assert lab.purposes(1) == ["fault_rebooked", "ticket", "ticket"]
    assert waiting[0] not in lab.owners("office:mayor").values()
    assert lab.refused(making_good.mark_unserved, lab.staff("hall-operator"), waiting[0], None).code is (
        RefusalCode.ILLEGAL_TRANSITION
    )
    stranger = lab.refused(making_good.mark_unserved, lab.staff("far-operator"), waiting[1], None)
    assert stranger.code is RefusalCode.NOT_FOUND


def test_where_nothing_is_free_they_are_first_in_line(lab: Lab) -> None:
    lab.write(near_only)
    own = lab.book(lab.citizen(6), slot(1, day=0)).id
    for number in range(2, 6):
        lab.book(lab.citizen(number), slot(number, day=0))
    tomorrow = [lab.book(lab.citizen(number % 5), slot(number)).id for number in range(5)]
    done = lab.write(making_good.mark_unserved, lab.staff("mayor"), AppointmentId(own), None)
    assert done.rebooked is None
    assert done.wait_id is not None
    lab.write(changes.cancel, lab.staff("mayor"), AppointmentId(tomorrow[2]), None)
    Offering(lab.house).round()
    text = next(text for purpose, text in lab.messages(6) if purpose == "waitlist_offer")
    code = re.search(r"[0-9]{8}", text)
    assert code is not None
    lab.write(offers.accept_by_code, lab.kiosk(), code.group())
    again = lab.of_person(6)[-1]
    assert (again.state, again.starts_at, again.subject) == (AppointmentState.BOOKED, slot(2), "طريق القرية")
    assert again.priority > 0


def test_who_does_not_come_is_a_no_show_but_never_through_our_fault(lab: Lab) -> None:
    missed = lab.book(lab.citizen(1), slot(0)).id
    spared = lab.book(lab.citizen(2), slot(1)).id
    lab.at(slot(0))
    settle_missed(lab.house)
    outage = IncidentAsk(
        kind=IncidentKind.NETWORK, site_id="hall", starts_at=slot(1), ends_at=slot(1) + timedelta(minutes=5)
    )
    lab.write(incidents.enter, lab.staff("hall-operator"), outage)
    for minutes in range(2, 80, 2):
        lab.at(slot(0) + timedelta(minutes=minutes))
        lab.house.write_now(incidents.beat)
    settle_missed(lab.house)
    assert lab.state(missed) is AppointmentState.NO_SHOW
    assert lab.purposes(1) == ["no_show", "ticket"]
    assert lab.state(spared) is AppointmentState.UNSERVED
    assert "fault_rebooked" in lab.purposes(2)
    assert lab.audited(missed)[-1] == "mark_no_show"


def test_a_server_that_was_away_makes_nobody_a_no_show(lab: Lab) -> None:
    own = lab.book(lab.citizen(1), slot(0)).id
    lab.at(slot(0) - timedelta(minutes=10))
    settle_missed(lab.house)
    lab.at(slot(0) + timedelta(hours=2))
    settle_missed(lab.house)
    assert lab.state(own) is AppointmentState.UNSERVED
    settle_missed(lab.house)
    rows = lab.house.read_now(
        lambda transaction: transaction.connection.execute(select(incident.c.kind, incident.c.starts_at)).all()
    )
    assert [tuple(row) for row in rows] == [("server_down", slot(0) - timedelta(minutes=10))]


def test_a_kiosk_calls_the_operator_of_its_own_hall_once_however_often_it_is_asked(lab: Lab) -> None:
    operator, kiosk = lab.staff("hall-operator"), lab.kiosk("hall-2")
    camera = HelpAsk(failed=(KioskPart.CAMERA,))
    called = lab.write(incidents.call_for_help, kiosk, camera)
    assert (called.site_id, called.kiosk_id, called.failed) == ("hall", "hall-2", (KioskPart.CAMERA,))
    assert (called.kind, called.confirmed, called.ends_at) == (IncidentKind.KIOSK, False, None)
    lab.clock.advance(timedelta(minutes=1))
    both = HelpAsk(failed=(KioskPart.MICROPHONE, KioskPart.CAMERA))
    again = lab.write(incidents.call_for_help, kiosk, both)
    assert (again.number, again.failed) == (called.number, (KioskPart.CAMERA, KioskPart.MICROPHONE))
    assert lab.write(incidents.call_for_help, lab.kiosk("hall-1"), camera).number != called.number
    lab.clock.advance(timedelta(minutes=20))
    later = lab.write(incidents.call_for_help, kiosk, HelpAsk(failed=()))
    assert later.number != called.number
    seen = {each.number: each for each in lab.read(incidents.shown, operator).incidents}
    assert seen[called.number].ends_at == seen[later.number].starts_at == lab.clock.now()
    assert lab.read(incidents.shown, lab.staff("far-operator")).incidents == ()
    lab.clock.advance(timedelta(minutes=1))
    assert lab.write(incidents.end, operator, later.number).ends_at == lab.clock.now()
    for other in (operator, lab.citizen(1)):
        assert lab.refused(incidents.call_for_help, other, camera).code is RefusalCode.FORBIDDEN


def test_a_call_for_help_excuses_nobody_until_the_operator_says_whose_fault_it_is(lab: Lab) -> None:
    missed = lab.book(lab.citizen(1), slot(0)).id
    lab.at(slot(0) - timedelta(minutes=5))
    lab.write(incidents.call_for_help, lab.kiosk(), HelpAsk(failed=(KioskPart.NETWORK,)))
    settle_missed(lab.house)
    for minutes in range(0, 80, 2):
        lab.at(slot(0) + timedelta(minutes=minutes))
        lab.house.write_now(incidents.beat)
    settle_missed(lab.house)
    assert lab.state(missed) is AppointmentState.NO_SHOW


def test_faults_are_recorded_by_those_whose_place_it_is(lab: Lab) -> None:
    hall = IncidentAsk(kind=IncidentKind.POWER, site_id="hall")
    everywhere = IncidentAsk(kind=IncidentKind.POWER)
    for stranger in ("far-operator", "mayor"):
        assert lab.refused(incidents.enter, lab.staff(stranger), hall).code is RefusalCode.NOT_FOUND
    assert lab.refused(incidents.enter, lab.staff("hall-operator"), everywhere).code is RefusalCode.NOT_FOUND
    assert lab.refused(incidents.enter, lab.citizen(1), hall).code is RefusalCode.FORBIDDEN
    lab.write(incidents.enter, lab.staff("admin"), everywhere)
    number = lab.write(incidents.enter, lab.staff("hall-operator"), hall).number
    lab.clock.advance(timedelta(minutes=5))
    assert lab.refused(incidents.end, lab.staff("far-operator"), number).code is RefusalCode.NOT_FOUND
    assert lab.write(incidents.end, lab.staff("hall-operator"), number).ends_at == lab.clock.now()
    assert lab.refused(incidents.end, lab.staff("hall-operator"), number).code is RefusalCode.ILLEGAL_TRANSITION
    assert len(lab.read(incidents.shown, lab.staff("hall-operator")).incidents) == 2
    assert len(lab.read(incidents.shown, lab.staff("far-operator")).incidents) == 1


def test_faults_are_listed_page_by_page(lab: Lab) -> None:
    numbers = []
    for _ in range(5):
        numbers.append(lab.write(incidents.enter, lab.staff("admin"), IncidentAsk(kind=IncidentKind.POWER)).number)
        if len(numbers) != 3:  # the third and the fourth began at the same moment
            lab.clock.advance(timedelta(minutes=5))
    found: list[int] = []
    after: str | None = None
    for _ in range(3):
        page = lab.read(incidents.shown, lab.staff("admin"), after, 2)
        found += [each.number for each in page.incidents]
        after = page.next
    assert (found, after) == (numbers[::-1], None)
    assert (
        lab.read(incidents.shown, lab.staff("admin"), base64.urlsafe_b64encode(b"1 " + b"9" * 20).decode()).next is None
    )
    for nonsense in ("nonsense", base64.urlsafe_b64encode(b"1 x").decode()):
        refused = lab.refused(incidents.shown, lab.staff("admin"), nonsense)
        assert refused == Refusal(RefusalCode.INVALID_REQUEST, field="after")
