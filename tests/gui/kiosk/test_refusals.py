"""What may be refused on each page: it is said in words, where it belongs, and nothing is lost."""

from dataclasses import replace

import pytest

from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.version import CURRENT
from desk_client.ui.kiosk.pages.code import CodePage
from desk_client.ui.kiosk.pages.digits_page import DigitsPage
from desk_client.ui.kiosk.pages.name import NamePage
from desk_client.ui.kiosk.pages.reply import ReplyPage
from desk_client.ui.kiosk.pages.survey import SurveyPage
from desk_client.ui.messages import worded
from desk_client.ui.widgets.offline_banner import OfflineBanner
from desk_client.ui.widgets.pressable import Pressable
from tests.fakes.scripted_gateway import AWAY, ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gallery import request_samples
from tests.gui.kiosk.visitor import Visitor

UNNAMED = sample.SESSION.model_copy(update={"person": sample.SESSION.person.model_copy(update={"name": None})})
TALKED = sample.TALKED.model_copy(update={"state": AppointmentState.OUTCOME_RECORDED})

STEPS: dict[Page, tuple[str, str, str, dict[str, object]]] = {
    Page.MOBILE: ("POST", "/v1/citizen/challenges", "continue", {}),
    Page.CODE: ("POST", "/v1/citizen/sessions", "continue", {"session": None, "challenge": sample.CHALLENGE}),
    Page.NAME: ("PUT", "/v1/citizen/name", "continue", {"session": UNNAMED}),
    Page.TIME: ("POST", "/v1/holds", "next_free", {"slot": None, "hold": None}),
    Page.SUMMARY: ("POST", "/v1/appointments", "confirm", {"booking_key": "key"}),
    Page.TICKET: ("POST", "/v1/appointments", "check_in", {"appointment": sample.SOON}),
    Page.APPOINTMENTS: (
        "POST",
        "/v1/appointments",
        f"check_in_{sample.SOON.id}",
        {"appointments": (sample.SOON,), "goal": Goal.ATTEND},
    ),
    Page.MOVE: ("POST", "/v1/appointments", "confirm_move", {"appointment": sample.LATER, "goal": Goal.CHANGE}),
    Page.OUTCOME: (
        "POST",
        "/v1/appointments",
        "confirm_outcome",
        {"appointment": TALKED, "outcome": sample.OUTCOME},
    ),
    Page.REPLY: (
        "POST",
        "/v1/requests",
        "continue",
        {"request": request_samples.ASKED_BACK, "course": request_samples.COURSES[request_samples.ASKED_BACK.id]},
    ),
    Page.SURVEY: ("PUT", "/v1/appointments", "send_answer", {"appointment": TALKED, "outcome": sample.OUTCOME}),
}
"""For each page: what its main action asks of the server, the action, and the answers before it."""

ANYWHERE = (RefusalCode.SERVER_UNAVAILABLE, RefusalCode.INTERNAL, RefusalCode.SESSION_EXPIRED)
OWN = {
    Page.MOBILE: (RefusalCode.INVALID_MOBILE, RefusalCode.RATE_LIMITED),
    Page.CODE: (
        RefusalCode.CODE_WRONG,
        RefusalCode.CODE_EXPIRED,
        RefusalCode.TOO_MANY_ATTEMPTS,
        RefusalCode.CHALLENGE_UNKNOWN,
    ),
    Page.NAME: (RefusalCode.INVALID_NAME,),
    Page.TIME: (RefusalCode.SLOT_TAKEN, RefusalCode.SLOT_UNAVAILABLE),
    Page.SUMMARY: (RefusalCode.HOLD_EXPIRED, RefusalCode.SLOT_TAKEN, RefusalCode.INVALID_SUBJECT),
    Page.TICKET: (RefusalCode.TOO_EARLY, RefusalCode.TOO_LATE, RefusalCode.ILLEGAL_TRANSITION),
    Page.APPOINTMENTS: (RefusalCode.TOO_EARLY, RefusalCode.TOO_LATE, RefusalCode.ILLEGAL_TRANSITION),
    Page.MOVE: (
        RefusalCode.SLOT_TAKEN,
        RefusalCode.SLOT_UNAVAILABLE,
        RefusalCode.TOO_LATE_TO_CHANGE,
        RefusalCode.PRECONDITION_FAILED,
    ),
    Page.OUTCOME: (RefusalCode.OUTCOME_MISSING, RefusalCode.ILLEGAL_TRANSITION),
    Page.REPLY: (RefusalCode.INVALID_REQUEST, RefusalCode.PRECONDITION_FAILED, RefusalCode.NOT_FOUND),
    Page.SURVEY: (RefusalCode.INVALID_REQUEST, RefusalCode.ILLEGAL_TRANSITION),
}
CASES = [(page, code) for page in STEPS for code in (*OWN[page], *ANYWHERE)]


@pytest.fixture
def gateway(gateway: ScriptedGateway) -> ScriptedGateway:
    """A server that answers every reading."""
    gateway.script["GET", "/v1/offices"] = sample.AVAILABILITY
    return gateway


def bring_to(client: KioskClient, page: Page, **answers: object) -> Visit:
    visit = replace(sample.VISIT, page=page, trail=(Page.HOME,), **answers)  # type: ignore[arg-type]  # by the table
    client.visit.set(visit)
    return visit


def fill_in(visitor: Visitor) -> None:
    page = visitor.window.page
    if isinstance(page, CodePage):
        page.field.set_digits("123456")
    elif isinstance(page, DigitsPage):
        page.field.set_digits("0501234567")
    elif isinstance(page, NamePage):
        page.field.setText("محمد الحازمي")
    elif isinstance(page, ReplyPage):
        page.field.set_text("عند المسجد")
    elif isinstance(page, SurveyPage):
        face = visitor.find("score_4")
        assert isinstance(face, Pressable)
        face.click()


@pytest.mark.parametrize(("page", "code"), CASES, ids=str)
async def test_a_refusal_is_worded_and_nothing_is_lost(
    page: Page, code: RefusalCode, visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    method, path, action, answers = STEPS[page]
    refusal = Refusal(code)
    gateway.script[method, path] = refusal
    gateway.script["GET", "/v1/appointments"] = refusal
    before = bring_to(client, page, **answers)
    await visitor.until(lambda: not visitor.window.page.is_busy)
    fill_in(visitor)
    if page is not Page.CODE:  # its last digit is its action
        await visitor.touch(action)
    await visitor.until(lambda: worded(refusal).title in visitor.reads(), f"{code} was not said")
    assert visitor.window.page_name == page
    kept = ("national_id", "office", "service", "subject", "session")
    assert [getattr(visitor.visit, name) for name in kept] == [getattr(before, name) for name in kept]


async def test_a_wrong_id_is_said_at_the_field_and_stays_there(visitor: Visitor) -> None:
    await visitor.touch("book")
    visitor.type("1000000000")
    await visitor.touch("continue")
    message = worded(Refusal(RefusalCode.INVALID_NATIONAL_ID))
    assert message.title in visitor.reads()
    page = visitor.window.page
    assert isinstance(page, DigitsPage)
    assert page.field.digits == "1000000000"
    visitor.type("\b")
    page.field.set_digits("100000000")
    assert message.title not in visitor.reads(), "what was wrong is no longer there"


async def test_trying_again_asks_the_same_again(visitor: Visitor, gateway: ScriptedGateway) -> None:
    bring_to(visitor.window.client, Page.MOBILE, session=None)
    gateway.script["POST", "/v1/citizen/challenges"] = Refusal(RefusalCode.TIMEOUT)
    await visitor.touch("continue")
    await visitor.until(lambda: visitor.find("try_again"))
    gateway.script["POST", "/v1/citizen/challenges"] = sample.CHALLENGE
    await visitor.touch("try_again")
    await visitor.until_page("code")
    bodies = [body for method, path, body in gateway.asked if path.endswith("challenges")]
    assert len(bodies) == 2
    assert bodies[0] == bodies[1]


async def test_a_list_that_cannot_be_read_comes_by_itself_when_the_server_is_back(
    visitor: Visitor, gateway: ScriptedGateway
) -> None:
    del gateway.script["GET", "/v1/offices"], gateway.script["GET", "/v1/kiosks/self"]
    bring_to(visitor.window.client, Page.TIME, availability=None)
    await visitor.until(lambda: visitor.find("load_again") and visitor.find("offline"))
    gateway.script["GET", "/v1/offices"] = sample.AVAILABILITY
    assert sample.STATION.kiosk is not None
    gateway.script["GET", "/v1/kiosks/self"] = sample.STATION.kiosk
    await visitor.touch("greet_again")
    await visitor.until(lambda: visitor.find("next_free"))


async def test_an_expired_hold_leads_to_another_time_with_the_rest_kept(visitor: Visitor) -> None:
    visitor.window.client.visit.set(
        replace(sample.VISIT, page=Page.SUMMARY, trail=(Page.OFFICE, Page.TIME, Page.SUBJECT), hold=None)
    )
    assert visitor.find("confirm") is None
    await visitor.touch("another_time")
    assert visitor.window.page_name == "time"
    assert visitor.visit.subject == sample.SUBJECT


async def test_a_kiosk_too_old_for_its_server_says_so_and_whom_to_tell(
    visitor: Visitor, gateway: ScriptedGateway
) -> None:
    gateway.script["GET", "/v1/version"] = sample.VERSION.model_copy(
        update={"oldest": CURRENT + 1, "current": CURRENT + 1}
    )
    visitor.window.client.station.set(replace(sample.STATION, trouble=AWAY))
    await visitor.touch("greet_again")
    banner = visitor.window.findChild(OfflineBanner)
    assert isinstance(banner, OfflineBanner)
    await visitor.until(lambda: banner.text.startswith("هذا الجهاز يحتاج إلى تحديث"))
