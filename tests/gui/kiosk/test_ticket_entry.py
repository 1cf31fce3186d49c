"""Saying who one is by one's ticket."""

import pytest

from desk_client.client.actions import identify
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import TicketAsk
from desk_client.protocol.sessions import ChallengeAsk
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.visitor import Visitor

TICKETS = ("POST", "/v1/tickets/challenges")
CITIZENS = ("POST", "/v1/citizen/challenges")


@pytest.fixture
async def at_ticket(visitor: Visitor, gateway: ScriptedGateway) -> Visitor:
    gateway.script[TICKETS] = sample.CHALLENGE.model_copy(update={"resend_after": sample.NOW})
    gateway.script[CITIZENS] = sample.CHALLENGE
    await visitor.touch("attend")
    await visitor.touch("by_ticket")
    await visitor.until_page("ticket_number")
    return visitor


def asked(gateway: ScriptedGateway, what: tuple[str, str]) -> list[object]:
    return [body for method, path, body in gateway.asked if (method, path) == what]


async def test_number_and_code_have_the_code_for_signing_in_sent(at_ticket: Visitor, gateway: ScriptedGateway) -> None:
    at_ticket.type("٤٨٢٩١٧٣٣")
    await at_ticket.touch("continue")
    await at_ticket.until_page("ticket_code")
    at_ticket.type("482917")
    await at_ticket.touch("continue")
    await at_ticket.until_page("code")
    ticket = TicketAsk(ticket_number="48291733", ticket_code="482917")
    assert asked(gateway, TICKETS) == [ticket]
    await at_ticket.touch("resend")
    await at_ticket.until(lambda: asked(gateway, TICKETS) == [ticket, ticket])
    assert asked(gateway, CITIZENS) == []


async def test_a_ticket_that_is_not_known_is_said_at_the_code(at_ticket: Visitor, gateway: ScriptedGateway) -> None:
    gateway.script[TICKETS] = Refusal(RefusalCode.TICKET_UNKNOWN)
    at_ticket.type("48291733")
    await at_ticket.touch("continue")
    await at_ticket.until_page("ticket_code")
    at_ticket.type("482917")
    await at_ticket.touch("continue")
    await at_ticket.until(lambda: asked(gateway, TICKETS) and not at_ticket.window.page.is_busy)
    assert at_ticket.window.page_name == "ticket_code"
    assert at_ticket.find("continue") is None  # the boxes are empty again
    await at_ticket.touch("back")
    await at_ticket.until_page("ticket_number")
    assert at_ticket.visit.ticket_number == "48291733"


async def test_whoever_goes_back_to_the_id_comes_by_the_id(at_ticket: Visitor, gateway: ScriptedGateway) -> None:
    at_ticket.type("48291733")
    await at_ticket.touch("continue")
    await at_ticket.until_page("ticket_code")
    await at_ticket.touch("back")
    await at_ticket.touch("back")
    await at_ticket.until_page("national_id")
    at_ticket.type("1000000008")
    await at_ticket.touch("continue")
    await at_ticket.until_page("mobile")
    at_ticket.type("0501234567")
    await at_ticket.touch("continue")
    await at_ticket.until_page("code")
    assert asked(gateway, CITIZENS) == [ChallengeAsk(national_id="1000000008", mobile="+966501234567")]
    assert asked(gateway, TICKETS) == []


async def test_whoever_books_is_not_asked_for_a_ticket(visitor: Visitor) -> None:
    await visitor.touch("book")
    await visitor.until_page("national_id")
    assert visitor.find("by_ticket") is None


async def test_no_code_at_all_is_a_wrong_one_and_nobody_is_asked(at_ticket: Visitor, gateway: ScriptedGateway) -> None:
    refusal = await identify.enter_ticket_code(at_ticket.window.client, "")
    assert refusal == Refusal(RefusalCode.TICKET_UNKNOWN, field="ticket_code")
    assert asked(gateway, TICKETS) == asked(gateway, CITIZENS) == []


async def test_whoever_has_only_looked_for_their_ticket_ends_without_a_question(at_ticket: Visitor) -> None:
    await at_ticket.touch("end")
    await at_ticket.until_page("farewell")
