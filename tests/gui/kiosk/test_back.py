"""Back: what was being written or chosen is there again, and what was wrong with it is said in the language spoken."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from desk_client.client.actions import leave_word
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.kinds import AppointmentKind
from desk_client.i18n.language import Language
from desk_client.protocol.appointments import Appointments
from desk_client.protocol.offices import Offices
from desk_client.protocol.requests import Requests
from desk_client.ui.kiosk.pages.days import DaysPage
from desk_client.ui.kiosk.pages.words_page import WordsPage
from desk_client.ui.widgets.pressable import Pressable
from tests.fakes.scripted_gateway import AWAY, ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gallery.last_seen import LastSeen
from tests.gui.kiosk.visitor import Visitor


def bring_to(client: KioskClient, page: Page, before: Page, **answers: object) -> None:
    client.visit.set(replace(sample.VISIT, page=page, trail=(Page.HOME, before), **answers))  # type: ignore[arg-type]  # by name


async def returns(visitor: Visitor, page: Page) -> None:
    """Go back, and come to the page once more."""
    before = visitor.visit.trail[-1]
    await visitor.touch("back")
    await visitor.until_page(before)
    visitor.window.client.visit.set(replace(visitor.visit, page=page, trail=(*visitor.visit.trail, before)))


async def test_a_subject_and_an_address_are_there_again(visitor: Visitor, client: KioskClient) -> None:
    for page, before in ((Page.SUBJECT, Page.KIND), (Page.ADDRESS, Page.SUBJECT)):
        bring_to(client, page, before, subject="", address="", kind=AppointmentKind.HOME_VISIT)
        await visitor.until_page(page)
        visitor.type("طريق القرية")
        await returns(visitor, page)
        shown = visitor.window.page
        assert isinstance(shown, WordsPage)
        assert shown.field.text == "طريق القرية"
        assert visitor.find("continue") is not None


async def test_a_missing_address_is_said_at_the_field_and_again_in_another_language(
    visitor: Visitor, client: KioskClient
) -> None:
    bring_to(client, Page.ADDRESS, Page.SUBJECT, address="", kind=AppointmentKind.HOME_VISIT)
    await visitor.touch("continue")
    shown = visitor.window.page
    assert isinstance(shown, WordsPage)
    said = shown.block.error
    assert said
    shown.look.set_language(Language.ENGLISH)
    await visitor.until(lambda: shown.block.error not in {"", said})
    visitor.type("ص")
    assert shown.block.error == ""


async def test_the_name_and_the_days_of_a_request_are_there_again(visitor: Visitor, client: KioskClient) -> None:
    client.depository = LastSeen()
    bring_to(client, Page.NAME, Page.MOBILE, goal=Goal.LEAVE_REQUEST, name="")
    await visitor.until_page("name")
    visitor.type("عبدالله المثال")
    await returns(visitor, Page.NAME)
    field = visitor.window.page.findChild(QLineEdit, "name")
    assert field is not None
    assert field.text() == "عبدالله المثال"
    bring_to(client, Page.DAYS, Page.SERVICE, goal=Goal.LEAVE_REQUEST, days=())
    await visitor.until_page("days")
    days = [day for day, _ in leave_word.days_offered(sample.PROVISIONS, visitor.visit, sample.FIRST)][1:3]
    for day in days:
        await visitor.touch(f"day_{day.isoformat()}")
    await returns(visitor, Page.DAYS)
    assert list(visitor.visit.days) == days
    shown = visitor.window.page
    assert isinstance(shown, DaysPage)
    ticked = [each.objectName() for each in shown.findChildren(Pressable) if each.isChecked()]
    assert ticked == [f"day_{day.isoformat()}" for day in days]


async def test_whoever_came_for_an_appointment_and_has_none_books_one_without_saying_again_who_they_are(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    gateway.script["GET", "/v1/appointments/mine"] = AWAY
    gateway.script["GET", "/v1/requests/mine"] = Requests(requests=(), next=None)
    gateway.script["GET", "/v1/offices"] = Offices(offices=sample.OFFICES)
    client.visit.set(Visit(page=Page.APPOINTMENTS, goal=Goal.ATTEND, session=sample.SESSION))
    await visitor.until(lambda: visitor.find("try_again"))
    assert visitor.find("book_instead") is None, "it is not known whether they have one"
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=())
    await visitor.touch("try_again")
    await visitor.until(lambda: "يمكنكم حجز مقابلة الآن" in visitor.reads())
    await visitor.touch("book_instead")
    await visitor.until_page("office")
    assert (visitor.visit.goal, visitor.visit.session) == (Goal.BOOK, sample.SESSION)
    await visitor.touch("back")
    await visitor.until_page("appointments")
    client.day.set(sample.RESERVED_SOON)
    visitor.window.page.refresh(visitor.visit)
    await visitor.until(lambda: "لا يوجد حجز مسجّل برقم هويتكم." in visitor.reads())
    assert visitor.find("book_instead") is None, "somebody else's audience is near"


async def test_what_was_answered_before_stands_in_what_is_left_as_a_request(
    visitor: Visitor, client: KioskClient
) -> None:
    client.depository = LastSeen()
    asked = ("reported", "matter")
    answers = (("reported", "yes"), ("matter", "streets"))
    client.visit.set(
        replace(sample.TRIAGED, page=Page.LEAVE, goal=Goal.LEAVE_REQUEST, asked=asked, answers=answers, subject="طريق")
    )
    await visitor.until_page("leave")
    assert "الطرق والنظافة والإنارة" in visitor.reads(), "it is sent, so it is shown"
    assert "طريق" in visitor.reads()


async def test_half_a_name_is_asked_for_again_by_a_request_that_takes_over_a_booking(
    visitor: Visitor, client: KioskClient
) -> None:
    client.depository = LastSeen()
    unnamed = sample.SESSION.person.model_copy(update={"name": None})
    client.station.set(sample.OFFLINE)
    session = sample.SESSION.model_copy(update={"person": unnamed})
    client.visit.set(replace(sample.VISIT, page=Page.NAME, trail=(), session=session, office=None, service=None))
    await visitor.until_page("name")
    visitor.type("عب")
    assert visitor.window.page.may_be_left()
    leave_word.turn_into_request(client)
    await visitor.until_page("name")
    field = visitor.window.page.findChild(QLineEdit, "name")
    assert field is not None
    assert field.text() == "عب"
    visitor.type("دالله المثال")
    assert visitor.window.page.may_be_left()
    client.visit.set(replace(client.visit.value, goal=Goal.BOOK))
    leave_word.turn_into_request(client)
    await visitor.until_page("office")
    assert client.visit.value.name == "عبدالله المثال"
