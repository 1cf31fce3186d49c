"""When none of the free times suits: a place on the waitlist, by touch."""

from dataclasses import replace

import pytest

from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Goal, Page
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.part_of_day import PartOfDay
from desk_client.protocol.appointments import Appointments
from desk_client.protocol.privacy import Consents
from desk_client.protocol.waitlists import WaitAsk, Waits
from desk_client.ui.messages import worded
from tests.fakes.scripted_gateway import AWAY, ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor
from tests.integration.client.conftest import Ends


@pytest.fixture
def gateway(gateway: ScriptedGateway) -> ScriptedGateway:
    gateway.script["GET", "/v1/offices"] = sample.AVAILABILITY
    return gateway


def bring_to_time(client: KioskClient, **answers: object) -> None:
    visit = replace(sample.VISIT, page=Page.TIME, trail=(Page.OFFICE,), hold=None, slot=None, **answers)  # type: ignore[arg-type]  # a visit's own
    client.visit.set(visit)


def asked(gateway: ScriptedGateway) -> list[object]:
    return [body for method, path, body in gateway.asked if (method, path) == ("POST", "/v1/waitlist")]


async def test_a_person_asks_for_mornings_and_is_on_the_list(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    bring_to_time(client)
    gateway.script["POST", "/v1/waitlist"] = sample.WAIT
    await visitor.touch("none_suits")
    await visitor.touch("morning")
    await visitor.touch("join")
    await visitor.until_page("listed")
    assert asked(gateway) == [WaitAsk(service_id="o1-a", part_of_day=PartOfDay.MORNING)]
    assert sample.OFFICES[0].title.ar in visitor.reads()
    await visitor.touch("finish")
    await visitor.until_page("farewell")


async def test_back_leads_to_the_times_with_everything_kept(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    bring_to_time(client)
    gateway.script["GET", "/v1/offices"] = AWAY  # there the list of offices would be read
    await visitor.touch("none_suits")
    await visitor.touch("back")
    assert visitor.window.page_name == "time"
    assert (visitor.visit.office, visitor.visit.subject) == (sample.OFFICES[0], sample.SUBJECT)
    await visitor.touch("back")
    assert visitor.window.page_name == "office"


async def test_where_no_time_is_free_at_all_the_list_is_offered_as_well(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    gateway.script["GET", "/v1/offices"] = sample.NO_TIME
    bring_to_time(client, availability=None)
    await visitor.touch("none_suits")
    await visitor.until_page("waitlist")


async def test_the_words_are_agreed_to_with_the_same_touch(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    gateway.script["GET", "/v1/citizen/consents"] = Consents(consents=(sample.NOT_YET_AGREED,))
    gateway.script["POST", "/v1/waitlist"] = Refusal(RefusalCode.CONSENT_REQUIRED)
    bring_to_time(client)
    await visitor.touch("none_suits")
    assert visitor.find("consent") is None
    await visitor.touch("join")
    await visitor.until(lambda: visitor.find("consent"))
    assert sample.NOT_YET_AGREED.text.ar in visitor.reads()
    gateway.script["POST", "/v1/waitlist"] = sample.WAIT
    await visitor.until(lambda: not visitor.window.page.is_busy)
    await visitor.touch("join")
    await visitor.until_page("listed")
    assert asked(gateway)[-1] == WaitAsk(service_id="o1-a", consent_version="1")


async def test_whoever_is_on_the_list_already_is_told_so_and_not_refused(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    bring_to_time(client)
    gateway.script["POST", "/v1/waitlist"] = Refusal(RefusalCode.ALREADY_WAITLISTED)
    gateway.script["GET", "/v1/waitlist/mine"] = Waits(waits=(sample.WAIT,))
    await visitor.touch("none_suits")
    await visitor.touch("join")
    await visitor.until_page("listed")


async def test_a_refusal_is_worded_and_the_choice_stays(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    bring_to_time(client)
    refusal = gateway.script["POST", "/v1/waitlist"] = Refusal(RefusalCode.LIMIT_REACHED)
    await visitor.touch("none_suits")
    await visitor.touch("afternoon")
    await visitor.touch("join")
    await visitor.until(lambda: worded(refusal).title in visitor.reads())
    gateway.script["POST", "/v1/waitlist"] = sample.WAIT
    await visitor.touch("join")
    await visitor.until_page("listed")
    assert asked(gateway)[-1] == WaitAsk(service_id="o1-a", part_of_day=PartOfDay.AFTERNOON)


def bring_to_list(client: KioskClient, gateway: ScriptedGateway) -> None:
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(sample.LATER,))
    gateway.script["GET", "/v1/waitlist/mine"] = Waits(waits=(sample.OFFERED,))
    client.visit.set(replace(sample.VISIT, page=Page.APPOINTMENTS, goal=Goal.ATTEND))


async def test_what_is_offered_is_taken_with_one_touch(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    bring_to_list(client, gateway)
    gateway.script["POST", "/v1/waitlist/offers/f1/acceptance"] = sample.SOON
    await visitor.touch("accept_f1")
    await visitor.until_page("ticket")
    assert sample.SOON.ticket_number in visitor.reads()


async def test_what_is_declined_is_gone_and_the_appointment_stays(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    bring_to_list(client, gateway)
    await visitor.until(lambda: visitor.find("decline_f1"))
    gateway.script["GET", "/v1/waitlist/mine"] = Waits(waits=(sample.WAIT,))
    await visitor.touch("decline_f1")
    await visitor.until(lambda: ("DELETE", "/v1/waitlist/offers/f1", None) in gateway.asked)
    await visitor.until(lambda: not visitor.window.page.is_busy)
    assert visitor.find("decline_f1") is None
    assert visitor.find(f"change_{sample.LATER.id}") is not None


async def test_an_offer_that_has_ended_is_said_and_no_longer_shown(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    bring_to_list(client, gateway)
    refusal = gateway.script["POST", "/v1/waitlist/offers/f1/acceptance"] = Refusal(RefusalCode.OFFER_EXPIRED)
    await visitor.until(lambda: visitor.find("accept_f1"))
    gateway.script["GET", "/v1/waitlist/mine"] = Waits(waits=(sample.WAIT,))
    await visitor.touch("accept_f1")
    await visitor.until(lambda: worded(refusal).title in visitor.reads())
    assert visitor.find("accept_f1") is None


async def test_an_acceptance_whose_answer_was_lost_is_found_again(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    bring_to_list(client, gateway)
    gateway.script["POST", "/v1/waitlist/offers/f1/acceptance"] = Refusal(RefusalCode.TIMEOUT)
    await visitor.touch("accept_f1")
    await visitor.until(lambda: visitor.find("try_again"))
    gateway.script["POST", "/v1/waitlist/offers/f1/acceptance"] = Refusal(RefusalCode.OFFER_EXPIRED)
    assert sample.OFFERED.offer is not None
    taken = sample.LATER.model_copy(update={"slot": sample.OFFERED.offer.slot})
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(taken,))
    await visitor.touch("try_again")
    await visitor.until_page("ticket")


async def test_a_waitlist_that_cannot_be_read_hides_no_appointment(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    bring_to_list(client, gateway)
    gateway.script["GET", "/v1/waitlist/mine"] = Refusal(RefusalCode.INTERNAL)
    await visitor.until(lambda: visitor.find(f"change_{sample.LATER.id}"))


async def test_a_real_person_waits_for_an_earlier_time_and_keeps_the_one_they_have(
    ends: Ends, open_window: Open
) -> None:
    kiosk = await ends.booked_kiosk(far_ahead=True)
    booked = kiosk.visit.value.appointment
    assert booked is not None
    visit = replace(kiosk.visit.value, goal=Goal.CHANGE, page=Page.CHANGE, trail=(Page.APPOINTMENTS,))
    kiosk.visit.set(visit)
    async with open_window(kiosk) as visitor:
        await visitor.touch("another_time")
        await visitor.touch("none_suits")
        await visitor.touch("join")
        await visitor.until_page("listed")
        wait = visitor.visit.wait
        assert wait is not None
        assert (wait.appointment_id, wait.before) == (booked.id, booked.slot.starts_at)
