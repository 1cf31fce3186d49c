"""Answering a service's questions, going back, and being led elsewhere: without a screen."""

from dataclasses import replace

import pytest

from desk_client.client.actions import book, triage
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import MAX_SUBJECT_LENGTH, Page, Visit
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.domain.triage import Rejection
from desk_client.protocol.appointments import AppointmentAsk
from desk_client.protocol.slots import FoundSlots, HoldAsk, SearchAsk
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.integration.client.conftest import conference

SERVICE = sample.ASKING


@pytest.fixture
def gateway() -> ScriptedGateway:
    return ScriptedGateway()


@pytest.fixture
def client(gateway: ScriptedGateway) -> KioskClient:
    """Somebody before the services of an office, of which the first asks."""
    client = KioskClient(gateway, "credential", lambda: conference(Party.CITIZEN))
    client.station.set(sample.STATION)
    client.visit.set(
        replace(
            sample.TRIAGED,
            page=Page.SERVICE,
            trail=(Page.OFFICE,),
            service=None,
            questions=(),
            asked=(),
            availability=None,
            subject="",
        )
    )
    book.choose_service(client, SERVICE)
    return client


def at(client: KioskClient) -> tuple[Page, tuple[str, ...]]:
    return client.visit.value.page, client.visit.value.asked


def test_the_way_through_the_questions_and_back_loses_no_answer(client: KioskClient) -> None:
    assert at(client) == (Page.TRIAGE, ("reported",))
    triage.answer(client, "yes")
    assert at(client) == (Page.TRIAGE, ("reported", "matter"))
    triage.answer(client, "streets")
    assert at(client)[0] is Page.WITH_WHOM
    answered = client.visit.value.answers
    book.choose_whom(client, anyone=False)
    assert at(client)[0] is Page.KIND
    for page in (Page.WITH_WHOM, Page.TRIAGE):
        triage.back(client) if at(client)[0] is Page.TRIAGE else _back(client)
        assert at(client)[0] is page
    assert at(client) == (Page.TRIAGE, ("reported", "matter"))
    triage.back(client)
    assert at(client) == (Page.TRIAGE, ("reported",))
    triage.back(client)
    assert at(client)[0] is Page.SERVICE
    assert client.visit.value.answers == answered
    book.choose_service(client, SERVICE)
    triage.answer(client, "yes")
    assert triage.way_now(client.visit.value) is not None, "the second question remembers its answer"


def _back(client: KioskClient) -> None:
    visit = client.visit.value
    client.visit.set(replace(visit, page=visit.trail[-1], trail=visit.trail[:-1]))


def test_what_is_not_received_here_names_unit_reason_and_next_step(client: KioskClient) -> None:
    triage.answer(client, "no")
    assert at(client)[0] is Page.REFERRAL
    way = triage.way_now(client.visit.value)
    assert isinstance(way, Rejection)
    assert way.unit.en
    assert way.reason.en
    assert way.next_step.en
    assert triage.right_one(client.visit.value) is None
    _back(client)
    assert at(client) == (Page.TRIAGE, ("reported",))


def test_another_service_is_gone_on_with_and_nobody_comes_back_into_the_old_questions(client: KioskClient) -> None:
    triage.answer(client, "yes")
    triage.answer(client, "permits")
    assert at(client)[0] is Page.REFERRAL
    triage.go_there(client)
    visit = client.visit.value
    assert visit.office is not None
    assert visit.service is not None
    assert (visit.office.id, visit.service.id, visit.page) == ("o7", "o7-a", Page.TIME)
    assert visit.kind is AppointmentKind.VIDEO_KIOSK, "there is nothing to choose"
    assert (visit.brief, visit.asked) == ("", ())
    assert visit.trail == (Page.OFFICE, Page.SERVICE)


def test_how_to_meet_there_is_asked_with_who_it_is_and_one_touch_goes_on(client: KioskClient) -> None:
    client.visit.set(replace(client.visit.value, offices=sample.MEETING_OFFICES))
    triage.answer(client, "yes")
    assert triage.kinds_there(client.visit.value) == (), "it leads to another question"
    triage.answer(client, "permits")
    assert triage.kinds_there(client.visit.value) == SERVICE.kinds
    seen: list[Page] = []
    client.visit.subscribe(lambda visit: seen.append(visit.page))
    triage.go_there(client, AppointmentKind.HOME_VISIT)
    visit = client.visit.value
    assert (seen[-1:], visit.kind) == ([Page.TIME], AppointmentKind.HOME_VISIT)
    assert Page.REFERRAL not in seen
    assert Page.KIND not in seen
    _back(client)
    assert at(client)[0] is Page.KIND
    assert client.visit.value.kind is AppointmentKind.HOME_VISIT
    _back(client)
    assert at(client)[0] is Page.SERVICE


def test_where_nobody_has_several_kinds_none_is_asked_for(client: KioskClient) -> None:
    triage.answer(client, "yes")
    triage.answer(client, "permits")
    assert triage.kinds_there(client.visit.value) == ()
    triage.answer(client, "no")
    assert triage.kinds_there(client.visit.value) == ()


def test_an_answer_that_is_not_there_changes_nothing(client: KioskClient) -> None:
    triage.answer(client, "perhaps")
    assert at(client) == (Page.TRIAGE, ("reported",))


async def test_the_official_reads_the_answers_before_the_subject(client: KioskClient, gateway: ScriptedGateway) -> None:
    triage.answer(client, "yes")
    triage.answer(client, "streets")
    brief = "هل سبق أن رفعتم بلاغًا عبر مركز 940؟ نعم · ما موضوع الملاحظة؟ الطرق والنظافة والإنارة"
    assert client.visit.value.brief == brief
    room = triage.subject_room(client.visit.value)
    client.visit.set(replace(client.visit.value, page=Page.SUBJECT, hold=sample.HOLD))
    assert book.write_subject(client, "ب" * (room + 1)) == Refusal(RefusalCode.INVALID_SUBJECT, field="subject")
    assert book.write_subject(client, "ب" * room) is None
    gateway.script["POST", "/v1/appointments"] = sample.BOOKED
    assert await book.confirm(client) is None
    (ask,) = [body for _, path, body in gateway.asked if path == "/v1/appointments"]
    assert isinstance(ask, AppointmentAsk)
    assert ask.subject == f"{brief} — {'ب' * room}"
    assert len(ask.subject) == MAX_SUBJECT_LENGTH


async def test_whoever_is_free_first_is_who_is_met_and_the_answers_stay(
    client: KioskClient, gateway: ScriptedGateway
) -> None:
    gateway.script["POST", "/v1/slots/search"] = FoundSlots(slots=sample.FOUND)
    gateway.script["POST", "/v1/holds"] = sample.HOLD
    triage.answer(client, "yes")
    triage.answer(client, "other")
    book.choose_whom(client, anyone=True)
    book.choose_kind(client, AppointmentKind.VIDEO_KIOSK)
    assert at(client)[0] is Page.FIRST_FREE
    assert await book.load_first_free(client) is None
    brief = client.visit.value.brief
    assert await book.choose_found(client, sample.FOUND[1]) is None
    visit = client.visit.value
    assert visit.office is not None
    assert (visit.office.id, visit.page, visit.brief) == ("o7", Page.SUBJECT, brief)
    asked = [body for _, _, body in gateway.asked]
    assert asked == [
        SearchAsk(service_ids=(SERVICE.id, "o7-b"), site_id="s1", most=12),
        HoldAsk(office_id="o7", service_id="o7-b", starts_at=sample.FOUND[1].slot.starts_at),
    ]


def test_a_home_visit_needs_its_address(client: KioskClient) -> None:
    client.visit.set(replace(client.visit.value, page=Page.SUBJECT, kind=AppointmentKind.HOME_VISIT))
    assert book.write_subject(client, "") is None
    assert at(client)[0] is Page.ADDRESS
    for wrong in ("", "  ", "ب" * 301):
        assert book.write_address(client, wrong) == Refusal(RefusalCode.INVALID_ADDRESS, field="address")
    assert book.write_address(client, " صبيا،  حي الروضة ") is None
    assert (client.visit.value.page, client.visit.value.address) == (Page.DOCUMENTS, "صبيا، حي الروضة")


def test_a_visit_without_questions_has_nothing_to_tell() -> None:
    assert Visit().brief == ""
    assert Visit().peers == ()
