"""The server goes away and comes back in each state of a desk: that is said, and nothing typed or decided is lost.

A state is played in three: how it came to be; what is done while the server is away; what stands once it is back. The
window, the server, the store and both ends' media are real. A talk with more people, its recording, and an official
in a browser are brought through a restart in ``tests/integration/client``.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from desk_client.client.actions import attend, call_in, hand_over, plan, receive
from desk_client.client.day import DeskPage
from desk_client.client.kiosk import KioskClient
from desk_client.client.papers import of_audience
from desk_client.client.visit import Goal, NoteKind
from desk_client.client.visit import Page as KioskPage
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.called_in import Call, Capacity
from desk_client.domain.showing import Showing
from desk_client.server import admin
from desk_client.ui.call.notices import Notice
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density
from desk_client.ui.widgets.banner import Banner
from desk_client.ui.widgets.text_field import TextArea
from tests import papers
from tests.gui.served_desk import ServedDesk
from tests.integration.client.conftest import PASSWORD, Ends, Region, ends, region, region_settings
from tests.integration.client.test_desk_documents import brought, marks
from tests.integration.client.test_inbox import wished
from tests.integration.client.test_whole_way import first_item, is_talking, runner, waits
from tests.integration.client.test_whole_way import page as kiosk_page

__all__ = ["ends", "region", "region_settings"]

AWAY = "انقطع الاتصال بالخدمة. لم يُفقد شيء مما أدخلتموه، ونواصل المحاولة."
AWAY_IN_TALK = "انقطع الاتصال بالخدمة مؤقتًا، والمقابلة مستمرة."
NOT_NOW = "لا يوجد اتصال بالخدمة الآن"
"""As what was done meanwhile is answered."""
WORDS = "نفيدكم بأن الطلب"
PATIENCE_S = 40.0


@dataclass
class Scene:
    """A desk that hears its server, and the town around it."""

    desk: ServedDesk
    ends: Ends
    region: Region

    async def until(self, holds: Callable[[], object]) -> None:
        """Let everything run until something holds."""
        until_s = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < until_s, "it did not come to hold"
            await asyncio.sleep(0.02)
            QApplication.processEvents()
        await self.desk.settle()

    async def sign_in(self, username: str = "emir") -> None:
        await self.desk.sign_in(username)
        await self.until(lambda: self.desk.client.line is not None and self.desk.client.line.is_up)

    def says(self, name: str) -> str:
        """What a visible banner of that name says."""
        found = self.desk.find(name)
        assert isinstance(found, Banner)
        return found.text

    def notes(self) -> list[str]:
        """What lies over the talk."""
        return [each.text for each in self.desk.window.findChildren(Notice) if each.isVisible()]

    def type(self, name: str, text: str) -> None:
        field = self.desk.find(name)
        if isinstance(field, TextArea):
            field.set_text(text)
        else:
            assert isinstance(field, QLineEdit)
            field.setText(text)

    def typed(self, name: str) -> str:
        field = self.desk.find(name)
        if isinstance(field, TextArea):
            return field.text
        assert isinstance(field, QLineEdit)
        return field.text()

    async def press(self, name: str) -> None:
        """Press the one visible button, or row, of that name."""
        button = self.desk.find(name)
        assert isinstance(button, QAbstractButton)
        assert button.isEnabled(), name
        button.click()
        await self.desk.settle()

    async def waiting(self) -> KioskClient:
        """Somebody waits, and their brief is open."""
        kiosk = await self.ends.booked_kiosk()
        await self.sign_in()
        appointment = kiosk.visit.value.appointment
        assert appointment is not None
        assert await attend.check_in(kiosk, appointment) is None
        await self.until(lambda: waits(self.desk.client))
        await self.press(f"agenda_item_{appointment.id}")
        return kiosk

    async def talking(self) -> KioskClient:
        kiosk = await self.waiting()
        await self.press("admit")
        await self.until(lambda: is_talking(kiosk) and is_talking(self.desk.client))
        return kiosk

    async def written(self) -> KioskClient:
        """The talk is over, and its outcome typed."""
        kiosk = await self.talking()
        await self.press("end_call")
        await self.press("confirm_end")
        await self.until(lambda: self.desk.window.page_name == DeskPage.OUTCOME)
        await self.press("decision_directed")
        self.type("outcome_text", WORDS)
        return kiosk

    async def is_away(self) -> None:
        """The desk says so, wherever it is; who has not signed in yet is told when they try."""
        client = self.desk.client
        if client.token is None:
            return
        if client.day.value.page is DeskPage.CALL:
            await self.until(lambda: AWAY_IN_TALK in self.notes())
            assert is_talking(client)
        else:
            await self.until(lambda: self.desk.shown("offline"))
            assert self.says("offline") == AWAY

    async def is_back(self) -> None:
        """It says so no more, and nobody pressed anything."""
        client = self.desk.client
        if client.token is None:
            return
        await self.until(lambda: client.line is not None and client.line.is_up and client.trouble.value is None)
        await self.until(lambda: not self.desk.shown("offline") and AWAY_IN_TALK not in self.notes())


State = Callable[[Scene], AsyncIterator[None]]


async def signed_out(at: Scene) -> AsyncIterator[None]:
    door = at.desk.window.sign_in
    door.username.setText("emir")
    door.password.field.setText(PASSWORD)
    yield
    await at.press("sign_in")
    assert NOT_NOW in door.notice.text
    assert (door.username.text(), door.password.field.text()) == ("emir", PASSWORD)
    yield
    await at.press("sign_in")
    assert at.desk.window.page_name == DeskPage.TODAY


async def an_empty_day(at: Scene) -> AsyncIterator[None]:
    await at.sign_in()
    assert at.desk.shown("empty_day")
    yield
    await at.press("refresh")
    assert at.desk.shown("empty_day")
    yield
    assert at.desk.shown("empty_day")


async def somebody_waits_and_a_word_to_them_is_typed(at: Scene) -> AsyncIterator[None]:
    kiosk = await at.waiting()
    at.type("note_text", WORDS)
    yield
    await at.press("note_send")
    assert NOT_NOW in at.says("notice")
    assert at.typed("note_text") == WORDS
    yield
    assert waits(at.desk.client)
    assert at.typed("note_text") == WORDS
    await at.press("note_send")
    await at.until(lambda: kiosk.visit.value.written(NoteKind.WAITING) is not None)


async def somebody_is_let_in(at: Scene) -> AsyncIterator[None]:
    kiosk = await at.waiting()
    yield
    await at.press("admit")
    assert NOT_NOW in at.says("notice")
    assert at.desk.window.page_name == DeskPage.TODAY
    yield
    await at.press("try_again")
    await at.until(lambda: is_talking(kiosk) and is_talking(at.desk.client))


async def a_talk_and_a_line_of_chat_is_typed(at: Scene) -> AsyncIterator[None]:
    kiosk = await at.talking()
    await at.press("toggle_chat")
    at.type("chat_text", WORDS)
    yield
    await at.press("chat_send")
    assert at.typed("chat_text") == WORDS
    yield
    assert at.typed("chat_text") == WORDS
    await at.press("chat_send")
    await at.until(lambda: [each.text for each in at.desk.window.call.beside.chat.side.lines] == [WORDS])
    assert is_talking(kiosk)


async def a_talk_on_hold(at: Scene) -> AsyncIterator[None]:
    kiosk = await at.talking()
    at.desk.client.conference.hold(on=True)
    await at.until(lambda: runner(kiosk).view.value.peer_holds)
    yield
    assert runner(kiosk).view.value.peer_holds
    yield
    assert runner(kiosk).view.value.peer_holds
    at.desk.client.conference.hold(on=False)
    await at.until(lambda: not runner(kiosk).view.value.peer_holds)


async def a_screen_is_shared(at: Scene) -> AsyncIterator[None]:
    kiosk = await at.talking()
    runner(at.desk.client).set_sharing(is_sharing=True)
    await at.until(lambda: runner(kiosk).view.value.peer_shows is Showing.SCREEN)
    yield
    assert runner(kiosk).view.value.peer_shows is Showing.SCREEN
    yield
    assert runner(kiosk).view.value.peer_shows is Showing.SCREEN


async def somebody_is_called_in_and_it_rings(at: Scene) -> AsyncIterator[None]:
    await at.talking()
    delegate = await at.ends.signed_in_desk("emir.office")
    people = await call_in.possible(at.desk.client)
    assert isinstance(people, tuple)
    (their,) = [each.staff_id for each in people if each.name.en == "Manager of the Emir's Office"]
    assert await call_in.call(at.desk.client, their, Capacity.DELEGATE) is None
    yield
    yield
    assert [each.state for each in at.desk.client.calls.value.called] == [Call.RINGING]
    assert await call_in.load(delegate) is None
    (ringing,) = delegate.calls.value.ringing
    assert await call_in.decline(delegate, ringing) is None
    await at.until(lambda: [each.state for each in at.desk.client.calls.value.called] == [Call.DECLINED])


async def it_rings_here(at: Scene) -> AsyncIterator[None]:
    kiosk, official = await at.ends.booked_kiosk(), await at.ends.signed_in_desk("emir")
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    assert await attend.check_in(kiosk, appointment) is None
    await at.until(lambda: waits(official))
    assert await receive.admit(official, first_item(official)) is None
    await at.sign_in("emir.office")
    people = await call_in.possible(official)
    assert isinstance(people, tuple)
    (our,) = [each.staff_id for each in people if each.name.en == "Manager of the Emir's Office"]
    assert await call_in.call(official, our, Capacity.DELEGATE) is None
    await at.until(lambda: at.desk.shown("accept_call"))
    yield
    await at.press("decline_call")
    assert at.desk.shown("accept_call"), "it is not answered yet"
    yield
    await at.press("decline_call")
    assert not at.desk.shown("accept_call")
    assert await call_in.load(official) is None
    assert [each.state for each in official.calls.value.called] == [Call.DECLINED]


async def a_handover_is_offered(at: Scene) -> AsyncIterator[None]:
    await at.talking()
    mayor = await at.ends.signed_in_desk("mayor")
    people = await hand_over.possible(at.desk.client)
    assert isinstance(people, tuple)
    (their,) = [each.staff_id for each in people if each.name.en == "Mayor of Jazan Region"]
    assert await hand_over.offer(at.desk.client, their, WORDS) is None
    yield
    yield
    assert await call_in.load(mayor) is None
    (ringing,) = mayor.calls.value.ringing
    assert ringing.handover is not None
    assert ringing.handover.note == WORDS
    assert await call_in.decline(mayor, ringing) is None
    await at.until(lambda: is_talking(at.desk.client))


async def an_outcome_is_being_written(at: Scene) -> AsyncIterator[None]:
    kiosk = await at.written()
    yield
    await at.press("save_outcome")
    assert NOT_NOW in at.says("notice")
    assert at.typed("outcome_text") == WORDS
    yield
    assert at.typed("outcome_text") == WORDS
    await at.press("save_outcome")
    await at.until(lambda: kiosk.visit.value.outcome is not None)
    assert kiosk_page(kiosk) is KioskPage.OUTCOME


async def an_outcome_can_be_taken_back(at: Scene) -> AsyncIterator[None]:
    await at.written()
    await at.press("save_outcome")
    await at.until(lambda: at.desk.shown("take_back_outcome"))
    yield
    await at.press("take_back_outcome")
    assert NOT_NOW in at.says("notice")
    assert at.desk.shown("take_back_outcome")
    yield
    await at.press("take_back_outcome")
    assert at.desk.window.page_name == DeskPage.OUTCOME
    assert at.typed("outcome_text") == WORDS
    await at.until(lambda: first_item(at.desk.client).state is AppointmentState.COMPLETED)


async def an_answer_is_half_typed_in_the_inbox(at: Scene) -> AsyncIterator[None]:
    kiosk = await at.ends.signed_in_kiosk(Goal.BOOK)
    made = await wished(kiosk, "أرجو مقابلة أمين المنطقة")
    await at.sign_in("municipality.coordinator")
    await at.press(f"request_{made.id}")
    await at.press("step_answer_request")
    at.type("step_words_0", WORDS)
    yield
    await at.press("step_send")
    await at.press("inbox_confirm")
    assert NOT_NOW in at.desk.window.inbox.reading.notice.text
    assert at.typed("step_words_0") == WORDS
    yield
    assert at.typed("step_words_0") == WORDS
    await at.press("step_send")
    await at.press("inbox_confirm")
    assert at.desk.client.inbox.value.drafts == {}


async def an_audience_is_being_dragged(at: Scene) -> AsyncIterator[None]:
    kiosk = await at.ends.booked_kiosk(far_ahead=True)
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    await at.sign_in()
    plan.open_page(at.desk.client, DeskPage.CALENDAR)
    await at.desk.settle()
    page, calendar = at.desk.window.calendar, at.desk.client.calendar
    page.go_to(appointment.slot.starts_at.date())
    await at.desk.settle()
    shown = calendar.value.shown
    assert shown is not None
    (theirs,) = [each for each in shown.audiences if each.id == appointment.id]
    start = page.week.place_of(theirs).center()
    QTest.mousePress(page.week, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.week, start + QPoint(0, 40))
    await at.until(lambda: calendar.value.landing is not None and calendar.value.landing.slots)
    landing = calendar.value.landing
    assert landing is not None
    places = [page.week.slot_place(each).center() for each in landing.slots or ()]
    target = next(each for each in places if not each.isNull() and (each - start).manhattanLength() > 80)
    yield
    QTest.mouseMove(page.week, target)
    QTest.mouseRelease(page.week, Qt.MouseButton.LeftButton, pos=target)
    await at.press("calendar_confirm")
    assert NOT_NOW in page.notice.text
    assert calendar.value.shown == shown, "nothing has moved"
    yield
    page.notice.action.click()
    await at.desk.settle()
    moved = calendar.value.shown
    assert moved is not None
    (theirs,) = [each for each in moved.audiences if each.id == appointment.id]
    assert theirs.slot != appointment.slot


async def a_document_is_open_and_a_note_on_it_half_typed(at: Scene) -> AsyncIterator[None]:
    await at.waiting()
    item = first_item(at.desk.client)
    document = brought(at.region, item.id, papers.pdf())
    await at.press(f"agenda_item_{item.id}")
    await at.press(f"document_{document}")
    viewer = at.desk.window.today._viewer
    assert viewer is not None
    await at.until(lambda: viewer.canvas.isVisible() and viewer.canvas.is_drawn)
    await at.press("pin_note")
    paper = viewer.canvas.viewport()
    QTest.mouseClick(paper, Qt.MouseButton.LeftButton, pos=paper.rect().center())
    await at.until(viewer.marks.note.text.isVisible)
    viewer.marks.note.text.set_text(WORDS)
    yield
    await at.press("save_note")
    assert NOT_NOW in viewer.notice.text
    assert (viewer.marks.note.text.text, viewer.has_unsaved) == (WORDS, True)
    yield
    assert (viewer.marks.note.text.text, viewer.has_unsaved) == (WORDS, True)
    await at.press("save_note")
    assert not viewer.has_unsaved
    assert [each.text for each in await marks(at.desk.client, of_audience(item.id), document)] == [WORDS]


async def a_form_of_the_administrator_is_half_filled(at: Scene) -> AsyncIterator[None]:
    admin.create_first_administrator(at.region.running.house, "root", PASSWORD, name_ar="مدير", name_en="Administrator")
    await at.sign_in("root")
    await at.desk.settle()
    await at.press("admin_new")
    at.type("field_name_ar", WORDS)
    yield
    at.desk.window.refresh()
    await at.desk.settle()
    assert at.typed("field_name_ar") == WORDS
    yield
    at.desk.window.refresh()
    await at.desk.settle()
    assert at.typed("field_name_ar") == WORDS


STATES: tuple[State, ...] = (
    signed_out,
    an_empty_day,
    somebody_waits_and_a_word_to_them_is_typed,
    somebody_is_let_in,
    a_talk_and_a_line_of_chat_is_typed,
    a_talk_on_hold,
    a_screen_is_shared,
    somebody_is_called_in_and_it_rings,
    it_rings_here,
    a_handover_is_offered,
    an_outcome_is_being_written,
    an_outcome_can_be_taken_back,
    an_answer_is_half_typed_in_the_inbox,
    an_audience_is_being_dragged,
    a_document_is_open_and_a_note_on_it_half_typed,
    a_form_of_the_administrator_is_half_filled,
)


@pytest.fixture
async def scene(look: Appearance, ends: Ends, region: Region) -> AsyncIterator[Scene]:
    look.set_look(Look(density=Density.DESK, reduced_motion=True))
    async with ServedDesk(look, region.url, await ends.desk()).until_closed() as desk:
        yield Scene(desk, ends, region)


@pytest.mark.timeout(240)  # a whole audience with two media engines, and a server that starts twice
@pytest.mark.parametrize("state", STATES, ids=lambda state: str(state.__name__))
async def test_it_is_said_and_nothing_is_lost(scene: Scene, state: State) -> None:
    played = state(scene)
    await anext(played)
    await asyncio.to_thread(scene.region.stop)
    await scene.is_away()
    await anext(played)
    await asyncio.to_thread(scene.region.start)
    await scene.is_back()
    with pytest.raises(StopAsyncIteration):
        await anext(played)
