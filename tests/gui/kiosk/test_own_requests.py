"""One's own requests at the kiosk: read, answered, used and withdrawn, over a scripted server."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from desk_client.client.kiosk import KioskClient
from desk_client.client.printer import Printer
from desk_client.client.visit import Goal, Page, Request
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.domain.request import RequestState, RequestStep
from desk_client.i18n.language import Language
from desk_client.protocol.appointments import Appointments
from desk_client.protocol.requests import OwnRequest, ReplyAsk, Requests
from desk_client.protocol.waitlists import Waits
from desk_client.ui.kiosk.pages.reply import ReplyPage
from desk_client.ui.messages import worded
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.card import CardButton
from tests.cups import QUEUE, Cups
from tests.fakes.scripted_gateway import AWAY, ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gallery import request_samples as requests
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor
from tests.integration.client.conftest import conference

SIGNED_IN = replace(sample.VISIT, goal=Goal.ATTEND, trail=(), slot=None, hold=None, appointments=())


@pytest.fixture
def gateway(gateway: ScriptedGateway) -> ScriptedGateway:
    """A server that knows this person's requests."""
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=())
    gateway.script["GET", "/v1/waitlist/mine"] = Waits(waits=())
    gateway.script["GET", "/v1/requests/mine"] = Requests(requests=requests.ALL, next=None)
    for one in requests.ALL:
        gateway.script["GET", f"/v1/requests/{one.id}/course"] = requests.COURSES[one.id]
    return gateway


async def come_to_list(visitor: Visitor) -> None:
    visitor.window.client.visit.set(replace(SIGNED_IN, page=Page.APPOINTMENTS))
    await visitor.touch("requests")
    await visitor.until_page("requests")


async def come_to(visitor: Visitor, request: Request, *others: Request) -> None:
    gateway = visitor.window.client.gateway
    assert isinstance(gateway, ScriptedGateway)
    gateway.script["GET", "/v1/requests/mine"] = Requests(requests=(request, *others), next=None)
    await come_to_list(visitor)
    await visitor.touch(f"request_{request.id}")
    await visitor.until_page("request")
    await visitor.until(lambda: visitor.visit.course)


def listed(visitor: Visitor) -> list[str]:
    cards = visitor.window.page.findChildren(CardButton)
    return [card.objectName() for card in cards if card.isVisible()]


async def test_what_waits_for_them_stands_before_the_rest(visitor: Visitor) -> None:
    await come_to_list(visitor)
    await visitor.until(lambda: len(listed(visitor)) == len(requests.ALL))
    assert set(listed(visitor)[:2]) == {f"request_{requests.ASKED_BACK.id}", f"request_{requests.MAY_BOOK.id}"}


async def test_the_answer_is_there_at_once_and_large_and_its_steps_follow(visitor: Visitor) -> None:
    await come_to(visitor, requests.ANSWERED)
    text = visitor.window.page.findChild(QLabel, "answer_text")
    assert isinstance(text, QLabel)
    assert text.font().pixelSize() >= 24
    read = visitor.reads()
    for line in (*requests.ANSWER.splitlines(), requests.ASKED, requests.QUESTION, "أُحيل إلى", "رُفع إلى"):
        assert line in read
    spoken = visitor.window.page.spoken()
    assert requests.ANSWER.splitlines()[0] in spoken, "it is read aloud on wish"
    assert visitor.find("withdraw") is None
    assert visitor.find("do_next") is None


async def test_a_refusal_names_who_why_and_where_next(visitor: Visitor) -> None:
    await come_to(visitor, requests.DECLINED)
    declined = requests.DECLINED.declined
    assert declined is not None
    for part in (declined.unit, declined.reason, declined.next_step):
        assert part in visitor.reads()


async def test_a_question_is_answered_and_what_was_typed_is_kept_on_the_way_back(
    visitor: Visitor, gateway: ScriptedGateway
) -> None:
    one = requests.ASKED_BACK
    await come_to(visitor, one)
    assert requests.QUESTION in visitor.reads()
    await visitor.touch("do_next")
    await visitor.until_page("reply")
    assert visitor.find("continue") is None, "there is nothing to send yet"
    visitor.type("عند المسجد")
    await visitor.touch("back")
    await visitor.until_page("request")
    await visitor.touch("do_next")
    await visitor.until_page("reply")
    page = visitor.window.page
    assert isinstance(page, ReplyPage)
    assert page.field.text == "عند المسجد"
    await visitor.touch("back")
    await visitor.touch("end")
    await visitor.until(lambda: "لم يُرسل جوابكم" in visitor.reads(), "it would be lost")
    await visitor.touch("go_on")
    await visitor.touch("do_next")
    await visitor.until_page("reply")
    replied = one.model_copy(update={"state": RequestState.ROUTED, "version": one.version + 1})
    gateway.script["POST", f"/v1/requests/{one.id}/reply"] = replied
    steps = (*requests.COURSES[one.id].steps, requests.step(RequestStep.REPLY, 0, None, "عند المسجد"))
    gateway.script["GET", f"/v1/requests/{one.id}/course"] = OwnRequest(request=replied, steps=steps)
    await visitor.touch("continue")
    await visitor.until_page("request")
    await visitor.until(lambda: "جوابكم:" in visitor.reads())
    assert [body for _, path, body in gateway.asked if path.endswith("reply")] == [ReplyAsk(text="عند المسجد")]
    assert visitor.find("do_next") is None
    assert visitor.visit.reply == ""
    await visitor.touch("back")
    await visitor.until_page("requests")


@pytest.mark.parametrize("code", [RefusalCode.PRECONDITION_FAILED, RefusalCode.ILLEGAL_TRANSITION])
async def test_an_answer_whose_receipt_was_lost_is_not_refused_the_second_time(
    code: RefusalCode, visitor: Visitor, gateway: ScriptedGateway
) -> None:
    one = requests.ASKED_BACK
    path = f"/v1/requests/{one.id}/reply"
    gateway.script["POST", path] = Refusal(RefusalCode.TIMEOUT)
    await come_to(visitor, one)
    await visitor.touch("do_next")
    await visitor.until_page("reply")
    visitor.type("عند المسجد")
    await visitor.touch("continue")
    await visitor.until(lambda: visitor.find("try_again"))
    gateway.script["POST", path] = Refusal(code)
    replied = one.model_copy(update={"state": RequestState.ROUTED, "version": 9})
    mine = requests.step(RequestStep.REPLY, 0, None, "عند المسجد")
    gateway.script["GET", f"/v1/requests/{one.id}/course"] = OwnRequest(request=replied, steps=(mine,))
    await visitor.touch("try_again")
    await visitor.until_page("request")


async def test_an_answer_to_what_was_settled_meanwhile_is_refused_and_kept(
    visitor: Visitor, gateway: ScriptedGateway
) -> None:
    one = requests.ASKED_BACK
    gateway.script["POST", f"/v1/requests/{one.id}/reply"] = refusal = Refusal(RefusalCode.PRECONDITION_FAILED)
    await come_to(visitor, one)
    await visitor.touch("do_next")
    await visitor.until_page("reply")
    visitor.type("عند المسجد")
    answered = requests.ANSWERED.model_copy(update={"id": one.id, "version": 9})
    gateway.script["GET", f"/v1/requests/{one.id}/course"] = OwnRequest(request=answered, steps=())
    await visitor.touch("continue")
    await visitor.until(lambda: worded(refusal).title in visitor.reads())
    page = visitor.window.page
    assert isinstance(page, ReplyPage)
    assert page.field.text == "عند المسجد"
    await visitor.touch("back")
    await visitor.until(lambda: requests.ANSWER.splitlines()[0] in visitor.reads(), "what it is now is shown")


async def test_withdrawing_is_asked_once_more_and_told(visitor: Visitor, gateway: ScriptedGateway) -> None:
    one = requests.ROUTED
    gone = one.model_copy(update={"state": RequestState.WITHDRAWN, "version": one.version + 1})
    gateway.script["POST", f"/v1/requests/{one.id}/withdrawal"] = gone
    await come_to(visitor, one)
    await visitor.touch("withdraw")
    await visitor.touch("keep")
    assert not [path for method, path, _ in gateway.asked if method == "POST"]
    await visitor.touch("withdraw")
    await visitor.touch("confirm_withdraw")
    await visitor.until_page("requests")
    await visitor.until(lambda: visitor.find("withdrawn"))
    await visitor.until(lambda: visitor.find("back"))


async def test_a_time_that_one_may_choose_is_booked_for_that_request(
    visitor: Visitor, gateway: ScriptedGateway
) -> None:
    office = sample.OFFICES[0]
    one = requests.MAY_BOOK.model_copy(update={"service_id": office.services[0].id})
    gateway.script["GET", f"/v1/requests/{one.id}/course"] = OwnRequest(request=one, steps=())
    gateway.script["GET", "/v1/offices"] = sample.PROVISIONS.offices.model_copy(update={"offices": sample.OFFICES})
    gateway.script["GET", f"/v1/offices/{office.id}/availability"] = sample.AVAILABILITY
    gateway.script["POST", "/v1/holds"] = sample.HOLD
    await come_to(visitor, one)
    await visitor.touch("do_next")
    await visitor.until(lambda: visitor.visit.page in {Page.KIND, Page.TIME})
    if visitor.visit.page is Page.KIND:
        await visitor.touch("kind_video_kiosk")
    await visitor.touch("next_free")
    await visitor.until_page("subject")
    (hold,) = [body for method, path, body in gateway.asked if (method, path) == ("POST", "/v1/holds")]
    assert hold is not None
    assert getattr(hold, "request_id", None) == one.id


async def test_a_request_that_was_merged_leads_to_the_one_that_keeps_it(visitor: Visitor) -> None:
    await come_to(visitor, requests.MERGED, requests.ANSWERED)
    await visitor.touch("do_next")
    await visitor.until(lambda: requests.ANSWER.splitlines()[0] in visitor.reads())
    await visitor.until(lambda: visitor.visit.course == requests.COURSES[requests.ANSWERED.id])
    await visitor.touch("back")
    await visitor.until_page("requests")


async def test_who_was_given_an_appointment_goes_back_to_it(visitor: Visitor) -> None:
    await come_to(visitor, requests.GIVEN)
    await visitor.touch("do_next")
    await visitor.until_page("appointments")


async def test_without_a_line_it_says_so_and_reads_them_when_it_is_back(
    visitor: Visitor, gateway: ScriptedGateway
) -> None:
    gateway.script["GET", "/v1/requests/mine"] = AWAY
    await come_to_list(visitor)
    await visitor.until(lambda: "تتعذر قراءة طلباتكم حاليًا" in visitor.reads())
    assert "محفوظة لديها" in visitor.reads()
    gateway.script["GET", "/v1/requests/mine"] = Requests(requests=requests.ALL, next=None)
    await visitor.touch("try_again")
    await visitor.until(lambda: len(listed(visitor)) == len(requests.ALL))


async def test_who_has_no_request_is_not_shown_any_way_there(visitor: Visitor, gateway: ScriptedGateway) -> None:
    gateway.script["GET", "/v1/requests/mine"] = Requests(requests=(), next=None)
    visitor.window.client.visit.set(replace(SIGNED_IN, page=Page.APPOINTMENTS))
    await visitor.until(lambda: visitor.find("book_instead"))
    assert visitor.find("requests") is None


async def test_requests_that_cannot_be_read_stand_last_and_their_page_tries_again(
    visitor: Visitor, gateway: ScriptedGateway
) -> None:
    gateway.script["GET", "/v1/requests/mine"] = AWAY
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(sample.SOON, sample.LATER))
    visitor.window.client.visit.set(replace(SIGNED_IN, page=Page.APPOINTMENTS))
    await visitor.until(lambda: visitor.find("requests"))
    card, check_in = visitor.find("requests"), visitor.find(f"check_in_{sample.SOON.id}")
    assert card is not None
    assert check_in is not None
    assert card.mapToGlobal(QPoint()).y() > check_in.mapToGlobal(QPoint()).y()


async def test_who_has_requests_alone_may_still_book(visitor: Visitor) -> None:
    visitor.window.client.visit.set(replace(SIGNED_IN, page=Page.APPOINTMENTS))
    await visitor.until(lambda: visitor.find("requests") and visitor.find("book_instead"))


@pytest.fixture
async def printing(gateway: ScriptedGateway, scheduler: Cups, open_window: Open) -> AsyncIterator[Visitor]:
    """Somebody at a kiosk with a printer."""
    del scheduler
    printer = Printer(QUEUE, settles_within_s=0.5, printed_within_s=3)
    client = KioskClient(gateway, "credential", lambda: conference(Party.CITIZEN), printer)
    client.visit.set(replace(SIGNED_IN, page=Page.APPOINTMENTS))
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        yield visitor
    await client.close()


async def test_the_answer_is_printed_on_wish_and_nothing_before_it_is_given(printing: Visitor, scheduler: Cups) -> None:
    await come_to(printing, requests.ROUTED)
    assert printing.find("print") is None
    await come_to(printing, requests.ANSWERED)
    await printing.touch("print")
    await printing.until(lambda: "يرجى أخذ الورقة" in printing.reads())
    assert scheduler.printed.startswith(b"%PDF-")
    scheduler.behaves("has no paper")
    await printing.touch("print")
    await printing.until(lambda: "يمكنكم قراءة الرد مجددًا" in printing.reads())


async def test_another_language_loses_nothing(visitor: Visitor, look: Appearance) -> None:
    await come_to(visitor, requests.ASKED_BACK)
    await visitor.touch("do_next")
    await visitor.until_page("reply")
    visitor.type("near the mosque")
    for language in (Language.ENGLISH, Language.URDU):
        look.set_look(replace(look.look, language=language))
        page = visitor.window.page
        assert isinstance(page, ReplyPage)
        assert page.field.text == "near the mosque"
        assert requests.QUESTION in visitor.reads()
