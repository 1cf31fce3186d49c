"""Talking to the hall's operator: called, on the way, nobody answers, called off; in words and for real."""

import asyncio

import pytest

from desk_client.client.gateway import Gateway
from desk_client.client.kiosk import KioskClient
from desk_client.domain.call_for_help import HelpStage
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.protocol.incidents import Incident, IncidentKind, Incidents
from desk_client.protocol.kiosks import EnrolmentAnswer, EnrolmentAsk
from desk_client.protocol.sessions import StaffSession, StaffSessionAsk
from desk_client.server import admin
from tests.fakes.scripted_gateway import AWAY, ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor
from tests.integration.client.conftest import PASSWORD, Region, conference

HELP = "/v1/kiosks/self/help"
CALLED = Incident(
    number=1, kind=IncidentKind.KIOSK, site_id="s1", office_id=None, starts_at=sample.NOW, ends_at=None, confirmed=False
)


@pytest.fixture
def gateway(gateway: ScriptedGateway) -> ScriptedGateway:
    gateway.script["PUT", HELP] = CALLED
    gateway.script["GET", HELP] = sample.help_call(HelpStage.CALLED, 0)
    return gateway


async def test_one_touch_calls_and_the_page_tells_who_comes(visitor: Visitor, gateway: ScriptedGateway) -> None:
    await visitor.touch("operator")
    await visitor.until(lambda: "تم نداء مشغّل هذه الصالة" in visitor.reads())
    gateway.script["GET", HELP] = sample.help_call(HelpStage.ON_THE_WAY, 1)
    await visitor.until(lambda: "المشغّل في طريقه إليكم" in visitor.reads())
    gateway.script["GET", HELP] = sample.help_call(HelpStage.OVER, 2)
    await visitor.until(lambda: visitor.find("call_again"))
    assert sum(method == "PUT" for method, path, _ in gateway.asked if path == HELP) == 1
    await visitor.touch("back")
    await visitor.until_page("home")


async def test_where_nobody_answers_there_is_something_else_to_do(visitor: Visitor, gateway: ScriptedGateway) -> None:
    gateway.script["GET", "/v1/service-points"] = sample.POINTS
    gateway.script["GET", HELP] = sample.help_call(HelpStage.UNANSWERED, 2)
    await visitor.touch("operator")
    await visitor.until(lambda: "لم يُجب أحد بعد" in visitor.reads())
    assert visitor.find("cancel_call") is not None, "the call still stands"
    await visitor.touch("other_points")
    await visitor.until_page("service_points")
    await visitor.touch("back")
    await visitor.until_page("operator")
    assert sum(method == "PUT" for method, path, _ in gateway.asked if path == HELP) == 1, "nobody is called twice"


async def test_who_is_waited_for_is_not_asked_whether_they_are_there(
    visitor: Visitor, gateway: ScriptedGateway
) -> None:
    await visitor.touch("operator")
    await visitor.until(lambda: visitor.visit.help is not None)
    assert not visitor.window.is_watched
    gateway.script["GET", HELP] = sample.help_call(HelpStage.UNANSWERED, 2)
    await visitor.until(lambda: visitor.window.is_watched)


async def test_a_call_is_called_off(visitor: Visitor, gateway: ScriptedGateway) -> None:
    await visitor.touch("operator")
    await visitor.touch("cancel_call")
    await visitor.until_page("home")
    assert ("DELETE", HELP, None) in gateway.asked
    assert visitor.visit.help is None


async def test_whoever_leaves_needs_nobody_any_more(visitor: Visitor, gateway: ScriptedGateway) -> None:
    await visitor.touch("operator")
    await visitor.until(lambda: visitor.visit.help is not None)
    await visitor.touch("end")
    await visitor.until_page("farewell")
    assert ("DELETE", HELP, None) in gateway.asked


async def test_a_call_that_is_remembered_no_more_is_over(visitor: Visitor, gateway: ScriptedGateway) -> None:
    await visitor.touch("operator")
    await visitor.until(lambda: visitor.visit.help is not None)
    gateway.script["GET", HELP] = Refusal(RefusalCode.NOT_FOUND)
    await visitor.until(lambda: visitor.find("call_again"))


async def test_a_call_that_cannot_be_made_says_so_and_is_made_again(visitor: Visitor, gateway: ScriptedGateway) -> None:
    gateway.script["PUT", HELP] = AWAY
    await visitor.touch("operator")
    await visitor.until(lambda: visitor.find("try_again"))
    assert "تعذّر إجراء النداء" in visitor.reads()
    gateway.script["PUT", HELP] = CALLED
    await visitor.touch("try_again")
    await visitor.until(lambda: visitor.find("cancel_call"))


async def test_a_real_operator_answers_a_real_call(region: Region, open_window: Open) -> None:
    code = await asyncio.to_thread(admin.enrol_kiosk, region.running.house, "farasan-1")
    assert isinstance(code, str)
    gateway = Gateway(region.url)
    enrolled = await gateway.ask("POST", "/v1/kiosks/enrolment", EnrolmentAnswer, body=EnrolmentAsk(code=code))
    assert not isinstance(enrolled, Refusal)
    client = KioskClient(gateway, enrolled.token, lambda: conference(Party.CITIZEN))
    try:
        async with open_window(client) as visitor:
            await visitor.touch("operator")
            await visitor.until(lambda: visitor.visit.help is not None)
            token = await _operator(gateway)
            seen = await gateway.ask("GET", "/v1/incidents", Incidents, token=token)
            assert not isinstance(seen, Refusal)
            (call,) = seen.incidents
            assert call.kiosk_id == "farasan-1"
            answered = await gateway.ask("POST", f"/v1/incidents/{call.number}/answer", Incident, token=token)
            assert not isinstance(answered, Refusal), answered
            await visitor.until(lambda: "المشغّل في طريقه إليكم" in visitor.reads())
            await visitor.touch("cancel_call")
            await visitor.until_page("home")
            seen = await gateway.ask("GET", "/v1/incidents", Incidents, token=token)
            assert not isinstance(seen, Refusal)
            assert seen.incidents[0].ends_at is not None
    finally:
        await client.close()


async def _operator(gateway: Gateway) -> str:
    ask = StaffSessionAsk(username="operator.farasan", password=PASSWORD)
    answer = await gateway.ask("POST", "/v1/staff/sessions", StaffSession, body=ask)
    assert not isinstance(answer, Refusal), answer
    return answer.token
