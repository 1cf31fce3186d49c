"""Odd orders of choosing, going back and choosing otherwise; and answers that come when nobody waits any more."""

from dataclasses import replace
from datetime import date

import pytest

from desk_client.client.actions import attend, book, identify, introduce
from desk_client.client.flows import kiosk as flow
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page, Visit, Way
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.protocol.offices import Offices
from desk_client.protocol.sessions import ChallengeAsk
from desk_client.protocol.slots import FoundSlots
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.integration.client.conftest import conference

OFFICE, PEER = sample.ASKING_OFFICES[2], sample.ASKING_OFFICES[6]
FREE = f"/v1/offices/{OFFICE.id}/availability"
HOLD = ("DELETE", f"/v1/holds/{sample.HOLD.id}")
WITHOUT_HELD = sample.AVAILABILITY.model_copy(
    update={
        "days": tuple(
            day.model_copy(update={"slots": tuple(slot for slot in day.slots if slot != sample.HOLD.slot)})
            for day in sample.AVAILABILITY.days
        )
    }
)


@pytest.fixture
def gateway() -> ScriptedGateway:
    gateway = ScriptedGateway()
    gateway.script["GET", FREE] = WITHOUT_HELD
    gateway.script["POST", "/v1/holds"] = sample.HOLD
    gateway.script["POST", "/v1/slots/search"] = FoundSlots(slots=sample.FOUND)
    return gateway


@pytest.fixture
def client(gateway: ScriptedGateway) -> KioskClient:
    """Somebody before the free times of a service that comes in several kinds, and at several offices."""
    client = KioskClient(gateway, "credential", lambda: conference(Party.CITIZEN))
    client.station.set(sample.STATION)
    client.visit.set(
        replace(
            sample.TRIAGED,
            page=Page.TIME,
            trail=(Page.OFFICE, Page.SERVICE, Page.WITH_WHOM, Page.KIND),
            kind=AppointmentKind.VIDEO_KIOSK,
            availability=None,
        )
    )
    return client


async def read(client: KioskClient) -> Refusal | None:
    return await book.load_availability(client, sample.FIRST, 28)


def go_back(client: KioskClient, to: Page) -> None:
    while client.visit.value.page is not to:
        client.visit.set(flow.back(client.visit.value))


def deleted(gateway: ScriptedGateway) -> list[tuple[str, str]]:
    return [(method, path) for method, path, _ in gateway.asked if method == "DELETE"]


def offered(client: KioskClient) -> list[date]:
    availability = client.visit.value.availability
    assert availability is not None
    return [day.date for day in availability.days if sample.HOLD.slot in day.slots]


async def test_whoever_comes_back_to_the_times_sees_their_own_among_them(client: KioskClient) -> None:
    assert await read(client) is None
    assert offered(client) == []
    assert await book.choose_slot(client, sample.HOLD.slot) is None
    client.visit.set(flow.back(client.visit.value))
    assert await read(client) is None
    assert len(offered(client)) == 1, "to the server it is taken, to the person it is theirs"


async def test_another_kind_gives_back_what_was_held_before_its_times_are_read(
    client: KioskClient, gateway: ScriptedGateway
) -> None:
    assert await book.choose_slot(client, sample.HOLD.slot) is None
    go_back(client, Page.KIND)
    book.choose_kind(client, AppointmentKind.IN_PERSON)
    assert deleted(gateway) == []
    assert await read(client) is None
    assert deleted(gateway) == [HOLD]
    assert [path for _, path, _ in gateway.asked][-1] == FREE, "and then"
    assert client.visit.value.hold is None


async def test_times_that_were_asked_for_another_kind_are_not_shown_for_this_one(
    client: KioskClient, gateway: ScriptedGateway
) -> None:
    def change_one_s_mind() -> None:
        del gateway.meanwhile["GET", FREE]
        client.visit.set(flow.back(client.visit.value))
        book.choose_kind(client, AppointmentKind.IN_PERSON)
        gateway.script["GET", FREE] = sample.NO_TIME

    gateway.meanwhile["GET", FREE] = change_one_s_mind
    assert await read(client) is None
    assert client.visit.value.availability == sample.NO_TIME
    assert [path for _, path, _ in gateway.asked].count(FREE) == 2


async def test_who_was_asked_for_is_asked_for_again_once_nobody_is_met_in_their_place(
    client: KioskClient, gateway: ScriptedGateway
) -> None:
    client.visit.set(replace(client.visit.value, page=Page.WITH_WHOM, trail=(Page.OFFICE, Page.SERVICE)))
    book.choose_whom(client, anyone=True)
    book.choose_kind(client, AppointmentKind.VIDEO_KIOSK)
    assert await book.load_first_free(client) is None
    assert await book.choose_found(client, sample.FOUND[1]) is None
    assert client.visit.value.office == PEER
    go_back(client, Page.FIRST_FREE)
    assert await book.load_first_free(client) is None
    assert client.visit.value.office == OFFICE
    assert deleted(gateway) == [HOLD], "or their own time would not be among the free ones"
    assert await book.choose_found(client, sample.FOUND[1]) is None
    go_back(client, Page.WITH_WHOM)
    book.choose_whom(client, anyone=False)
    visit = client.visit.value
    assert (visit.office, visit.service, visit.slot) == (OFFICE, sample.ASKING, None)


async def test_a_time_that_somebody_else_took_leaves_who_was_asked_for(
    client: KioskClient, gateway: ScriptedGateway
) -> None:
    client.visit.set(replace(client.visit.value, page=Page.FIRST_FREE, anyone=True))
    gateway.script["POST", "/v1/holds"] = Refusal(RefusalCode.SLOT_TAKEN)
    assert await book.choose_found(client, sample.FOUND[1]) == Refusal(RefusalCode.SLOT_TAKEN)
    assert (client.visit.value.office, client.visit.value.wished) == (OFFICE, None)


async def test_only_what_can_be_booked_at_a_kiosk_is_offered(client: KioskClient, gateway: ScriptedGateway) -> None:
    client.visit.set(replace(client.visit.value, way=Way.OPERATOR))  # without a mobile nobody joins from home
    at_home = OFFICE.services[1].model_copy(update={"kinds": (AppointmentKind.VIDEO_OWN,)})
    gateway.script["GET", "/v1/offices"] = Offices(
        offices=(
            OFFICE.model_copy(update={"services": (sample.ASKING, at_home)}),
            PEER.model_copy(update={"services": (at_home,)}),
            sample.OFFICES[0].model_copy(update={"services": ()}),
        )
    )
    assert await book.load_offices(client) is None
    assert [(office.id, office.services) for office in client.visit.value.offices] == [(OFFICE.id, (sample.ASKING,))]


async def test_an_answer_that_comes_after_the_end_leads_nobody_back(
    client: KioskClient, gateway: ScriptedGateway
) -> None:
    def end() -> None:
        client.visit.set(flow.at(client.visit.value, Page.FAREWELL))

    gateway.meanwhile["POST", "/v1/holds"] = end
    assert await book.choose_slot(client, sample.HOLD.slot) is None
    assert client.visit.value.page is Page.FAREWELL


async def test_whoever_ends_while_they_check_in_opens_no_camera(client: KioskClient, gateway: ScriptedGateway) -> None:
    way = f"/v1/appointments/{sample.SOON.id}/check-in"
    gateway.script["POST", way] = sample.SOON
    gateway.meanwhile["POST", way] = lambda: client.visit.set(flow.at(client.visit.value, Page.FAREWELL))
    assert await attend.check_in(client, sample.SOON) is None
    assert client.visit.value.page is Page.FAREWELL
    assert client.checking is None, "the devices are left alone"


async def test_whoever_went_back_has_a_code_already(client: KioskClient, gateway: ScriptedGateway) -> None:
    challenges = ("POST", "/v1/citizen/challenges")
    gateway.script[challenges] = sample.CHALLENGE
    client.visit.set(Visit(page=Page.NATIONAL_ID, trail=(Page.HOME,)))
    assert identify.enter_national_id(client, "1000000008") is None
    assert await identify.enter_mobile(client, "0501234567") is None
    gateway.script[challenges] = too_often = Refusal(RefusalCode.RATE_LIMITED, retry_after_s=50)
    go_back(client, Page.NATIONAL_ID)
    assert identify.enter_national_id(client, "1000000008") is None
    assert await identify.enter_mobile(client, "0501234567") is None
    assert client.visit.value.page is Page.CODE
    assert client.visit.value.challenge == sample.CHALLENGE
    go_back(client, Page.MOBILE)
    assert await identify.enter_mobile(client, "0501234568") == too_often, "there it was not sent"
    go_back(client, Page.NATIONAL_ID)
    assert identify.enter_national_id(client, "1000000016") is None
    assert await identify.enter_mobile(client, "0501234568") == too_often, "nor to somebody else"
    asks = [body for _, _, body in gateway.asked if isinstance(body, ChallengeAsk)]
    assert len(asks) == 4


def test_what_no_reader_sees_is_in_no_name_and_no_address(client: KioskClient) -> None:
    assert introduce.enter_represented_name(client, "سالم\u202e بن علي") is None
    assert client.visit.value.introduction.for_name == "سالم بن علي"
    assert book.write_address(client, "صبيا\u202e حي الروضة") is None
    assert client.visit.value.address == "صبيا حي الروضة"
    assert book.write_address(client, "\u202e") == Refusal(RefusalCode.INVALID_ADDRESS, field="address")
