"""An offer of the waitlist, answered by its code: shown first, then taken or left; and codes that open nothing."""

import pytest

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.waitlists import OfferCodeAsk
from desk_client.ui.messages import worded
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.visitor import Visitor

OFFERS = "/v1/waitlist/offers"
CODE = "48291733"


@pytest.fixture
async def at_code(visitor: Visitor, gateway: ScriptedGateway) -> Visitor:
    gateway.script["POST", f"{OFFERS}/shown"] = sample.OFFER
    gateway.script["POST", f"{OFFERS}/acceptance"] = sample.ACCEPTED
    await visitor.touch("attend")
    await visitor.touch("by_offer_code")
    await visitor.until_page("offer_code")
    return visitor


async def shown(visitor: Visitor) -> None:
    visitor.type("٤٨٢٩١٧٣٣")
    await visitor.touch("continue")
    await visitor.until_page("offer")


async def test_what_is_offered_is_shown_and_taken(at_code: Visitor, gateway: ScriptedGateway) -> None:
    await shown(at_code)
    assert sample.OFFER.office_title.ar in at_code.reads()
    await at_code.touch("accept_f1")
    await at_code.until(lambda: sample.ACCEPTED.ticket_number in at_code.reads())
    assert [body for _, path, body in gateway.asked if path == f"{OFFERS}/acceptance"] == [OfferCodeAsk(code=CODE)]
    assert at_code.visit.offer_code == "", "it has served"
    assert at_code.find("back") is None
    await at_code.touch("finish")
    await at_code.until_page("farewell")


async def test_what_is_left_to_others_keeps_the_place(at_code: Visitor, gateway: ScriptedGateway) -> None:
    await shown(at_code)
    await at_code.touch("decline_f1")
    await at_code.until(lambda: "تُرك الموعد لغيركم" in at_code.reads())
    assert ("POST", f"{OFFERS}/refusal", OfferCodeAsk(code=CODE)) in gateway.asked
    assert "يبقى مكانكم في قائمة الانتظار" in at_code.reads()


@pytest.mark.parametrize("code", [RefusalCode.CODE_WRONG, RefusalCode.OFFER_EXPIRED, RefusalCode.OFFER_ANSWERED])
async def test_a_code_that_opens_nothing_says_why_at_the_field(
    at_code: Visitor, gateway: ScriptedGateway, code: RefusalCode
) -> None:
    refusal = gateway.script["POST", f"{OFFERS}/shown"] = Refusal(code)
    at_code.type(CODE)
    await at_code.touch("continue")
    await at_code.until(lambda: worded(refusal).title in at_code.reads())
    assert at_code.window.page_name == "offer_code"
    assert at_code.find("continue") is None, "the boxes are empty again"


async def test_an_offer_that_ended_meanwhile_is_said_beside_it(at_code: Visitor, gateway: ScriptedGateway) -> None:
    await shown(at_code)
    refusal = gateway.script["POST", f"{OFFERS}/acceptance"] = Refusal(RefusalCode.OFFER_EXPIRED)
    await at_code.touch("accept_f1")
    await at_code.until(lambda: worded(refusal).title in at_code.reads())
    await at_code.touch("back")
    await at_code.until_page("offer_code")


async def test_whoever_books_is_not_asked_for_an_offer(visitor: Visitor) -> None:
    await visitor.touch("book")
    await visitor.until_page("national_id")
    assert visitor.find("by_offer_code") is None
