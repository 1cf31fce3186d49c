"""The talk at a kiosk, by what its things are called: help, larger text, what is typed, and where the line fails."""

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk_client.client.actions import attend, fall_back
from desk_client.client.calls import CallRunner, CallView
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Note, NoteKind, Page, Prepared
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call import Phase
from desk_client.domain.call_for_help import HelpStage
from desk_client.domain.chat import ChatAuthor
from desk_client.domain.fallback import CallBackWay, Cause, Fallback, Rung
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.showing import Showing
from desk_client.protocol.appointments import Appointments
from desk_client.protocol.chat import Chat, ChatLine, ChatLineAsk
from desk_client.protocol.incidents import Incident, IncidentKind, Unserved
from desk_client.protocol.notes import CallBack, Notes
from desk_client.ui.call.notices import Notice
from desk_client.ui.kiosk.pages.call import CallPage
from desk_client.ui.kiosk.pages.waiting import WaitingPage
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import TextSize
from desk_client.ui.widgets.video_tile import TileState
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.fakes.still_call import StillCall
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.stranger import Stranger
from tests.gui.kiosk.visitor import Visitor

TALKING = CallView(Phase.TALKING, signalling_up=True, talking_since_s=time.monotonic())
NO_NOTES = Notes(notes=(), call_back=None)
OWED = CallBack(way=CallBackWay.MOBILE, wanted_at=sample.NOW, result=None, result_at=None)


def caption(number: int, text: str) -> Note:
    return Note(id=f"not_{number}", kind=NoteKind.CAPTION, text=text, prepared=None, sent_at=sample.NOW)


@pytest.fixture
def call() -> StillCall:
    return StillCall(TALKING)


@pytest.fixture
async def talk(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway, call: StillCall
) -> AsyncIterator[Visitor]:
    """Somebody who talks with the official."""
    gateway.script["GET", f"/v1/appointments/{sample.TALKED.id}/notes"] = NO_NOTES
    client.conference.call.set(cast("CallRunner", call))  # all that a view asks of one
    client.visit.set(replace(sample.VISIT, page=Page.CALL, appointment=sample.TALKED))
    await visitor.until_page("call")
    yield visitor
    client.conference.call.set(None)


def page(visitor: Visitor) -> CallPage:
    shown = visitor.window.page
    assert isinstance(shown, CallPage)
    return shown


def notices(visitor: Visitor) -> list[str]:
    return [each.text for each in visitor.window.findChildren(Notice) if each.isVisible()]


def line(number: int, author: ChatAuthor, text: str) -> ChatLine:
    return ChatLine(id=f"cht_{number}", author=author, text=text, sent_at=sample.NOW)


async def test_what_the_office_writes_comes_before_the_visitors_eyes_by_itself(
    talk: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    assert talk.find("toggle_chat") is None
    where = f"/v1/appointments/{sample.TALKED.id}/chat"
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(sample.TALKED,))
    first = line(1, ChatAuthor.OFFICIAL, "رقم المعاملة ٤٤٥١٢٣")
    gateway.script["GET", where] = Chat(lines=(first,))
    await attend.follow(client)
    assert page(talk).chat.lines == (first,)
    assert page(talk).chat.isVisible()
    await talk.touch("toggle_chat")
    assert not page(talk).chat.isVisible()
    await attend.follow(client)
    assert not page(talk).chat.isVisible(), "what was read and put away does not come back"
    second = line(2, ChatAuthor.DELEGATE, "احفظوا الرقم")
    gateway.script["GET", where] = Chat(lines=(first, second))
    await attend.follow(client)
    assert page(talk).chat.isVisible()
    assert page(talk).chat.lines == (first, second)


async def test_the_visitor_answers_by_the_touch_keyboard_below_the_talk(
    talk: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    asked, answered = line(1, ChatAuthor.OFFICIAL, "ما رقم المعاملة؟"), line(2, ChatAuthor.CITIZEN, "رقم")
    client.visit.set(replace(client.visit.value, chat=(asked,)))
    await talk.touch("chat_answer")
    assert page(talk).view.isVisible()
    for letter in "رقم":
        page(talk).writing.keyboard.cap(letter).click()
    gateway.script["POST", f"/v1/appointments/{sample.TALKED.id}/chat"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    await talk.touch("chat_send")
    await talk.until(lambda: notices(talk))
    assert page(talk).writing.field.text() == "رقم", "what did not arrive stays to be sent again"
    gateway.script["POST", f"/v1/appointments/{sample.TALKED.id}/chat"] = answered
    gateway.script["GET", f"/v1/appointments/{sample.TALKED.id}/chat"] = Chat(lines=(asked, answered))
    await talk.touch("chat_send")
    await talk.until(lambda: page(talk).chat.lines == (asked, answered))
    assert talk.find("chat_text") is None
    sent = [body for method, path, body in gateway.asked if (method, path[-5:]) == ("POST", "/chat")]
    assert sent == [ChatLineAsk(text="رقم")] * 2
    page(talk).writing.open()
    page(talk).writing.field.setText("سرّ")
    page(talk).left()
    assert page(talk).writing.field.text() == ""


async def test_who_is_put_on_hold_reads_that_they_will_be_back(talk: Visitor, call: StillCall) -> None:
    call.view.set(replace(TALKING, peer_holds=True, peer_shows=Showing.OFF))
    assert "لحظة من فضلكم" in talk.reads()
    assert page(talk).view.remote.state is TileState.WAITING, "no picture of before stands there"
    call.view.set(TALKING)
    assert "لحظة من فضلكم" not in talk.reads()


async def test_who_is_given_more_time_is_told_so_and_warned_no_more(
    talk: Visitor, client: KioskClient, call: StillCall
) -> None:
    call.view.set(replace(TALKING, talking_since_s=time.monotonic() - 14 * 60))
    assert any("نحو دقيقتين" in each for each in notices(talk))
    slot = sample.TALKED.slot
    longer = slot.model_copy(update={"ends_at": slot.ends_at + timedelta(minutes=10)})
    client.visit.set(client.visit.value.with_appointment(sample.TALKED.model_copy(update={"slot": longer})))
    assert any("مُدّد لكم" in each for each in notices(talk))
    assert not any("نحو دقيقتين" in each for each in notices(talk))


async def test_everything_has_a_name_and_is_reached_by_the_keyboard(talk: Visitor) -> None:
    names = ["كتم الصوت", "إيقاف الكاميرا", "نداء الموظف", "تكبير الخط", "تقديم مستند", "مغادرة"]
    assert sorted(Stranger(talk).hears()) == sorted(names)
    reached: list[str] = []
    for _ in range(len(names) * 2):
        talk.press(Qt.Key.Key_Tab)
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        if focused is not None and focused.accessibleName() in names:
            reached.append(focused.accessibleName())
    assert set(reached) == set(names)


async def test_the_staff_are_called_and_the_talk_goes_on(talk: Visitor, gateway: ScriptedGateway) -> None:
    gateway.script["PUT", "/v1/kiosks/self/help"] = Incident(
        number=1, kind=IncidentKind.KIOSK, site_id="s", office_id=None, starts_at=sample.NOW, ends_at=None
    )
    gateway.script["GET", "/v1/kiosks/self/help"] = sample.help_call(HelpStage.CALLED, 0)
    await Stranger(talk).presses("نداء الموظف")
    await talk.until(lambda: any("تم نداء موظف الصالة" in each for each in notices(talk)))
    assert talk.window.page_name == "call"
    assert not page(talk).view.overlay.isVisible()


async def test_staff_who_cannot_be_called_are_said_to_be_so(talk: Visitor, gateway: ScriptedGateway) -> None:
    gateway.script["PUT", "/v1/kiosks/self/help"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    await Stranger(talk).presses("نداء الموظف")
    await talk.until(lambda: notices(talk))
    assert talk.window.page_name == "call"


async def test_the_text_grows_within_the_talk(talk: Visitor, look: Appearance) -> None:
    stranger = Stranger(talk)
    sizes = []
    for name in ("تكبير الخط", "تكبير الخط", "الخط المعتاد"):
        await stranger.presses(name)
        sizes.append(look.look.text_size)
    assert sizes == [TextSize.LARGE, TextSize.LARGEST, TextSize.NORMAL]


async def test_what_the_other_side_types_is_read_large_and_what_it_typed_before_is_not(
    talk: Visitor, client: KioskClient
) -> None:
    view = page(talk).view
    assert not view.caption.isVisible()
    client.visit.set(replace(client.visit.value, notes=(caption(1, "قرأتُ طلبكم"),)))
    assert view.caption.isVisible()
    assert view.caption.accessibleName() == "قرأتُ طلبكم"
    assert not view.caption.geometry().intersects(view.remote.geometry())
    client.visit.set(replace(client.visit.value, page=Page.WAITING))
    client.visit.set(replace(client.visit.value, page=Page.CALL))
    assert view.caption.text == "", "it belongs to the talk before"
    client.visit.set(replace(client.visit.value, notes=(caption(1, "قرأتُ طلبكم"), caption(2, "سأحيله اليوم"))))
    assert view.caption.text == "سأحيله اليوم"


async def test_a_calm_word_comes_two_minutes_before_the_end(talk: Visitor) -> None:
    view = page(talk).view
    for left, words in ((timedelta(minutes=5), ""), (timedelta(seconds=110), "بقي نحو"), (timedelta(), "انتهى الوقت")):
        view.set_planned(view.header.time.elapsed + left)
        view.retell()
        assert "".join(notices(talk)).startswith(words)
        assert bool(notices(talk)) is bool(words)


async def test_a_document_is_shown_whole_beside_who_shows_it(talk: Visitor, call: StillCall) -> None:
    view = page(talk).view
    assert not view.speaker.isVisible()
    call.view.set(replace(TALKING, peer_shows=Showing.SCREEN))
    assert view.speaker.isVisible()
    tiles = [view.remote.geometry(), view.speaker.geometry(), view.local.geometry()]
    assert not any(one.intersects(other) for one in tiles for other in tiles if one is not other)
    call.view.set(TALKING)
    assert not view.speaker.isVisible()


async def test_a_line_for_sound_alone_says_so_and_the_picture_comes_back(
    talk: Visitor, client: KioskClient, call: StillCall
) -> None:
    view = page(talk).view
    call.view.set(replace(TALKING, is_sound_only=True))
    client.conference.fallback.set(Fallback(Rung.SOUND_FIRST, Cause.NO_PICTURES))
    states = [view.remote.state]
    assert not view.overlay.isVisible(), "they talk"
    assert any("الصوت مستمر" in each for each in notices(talk))
    call.view.set(TALKING)
    client.conference.fallback.set(Fallback())
    states.append(view.remote.state)
    assert states == [TileState.SOUND_ONLY, TileState.LIVE]
    assert notices(talk) == []


async def test_our_own_picture_that_rests_is_told_to_us(talk: Visitor, client: KioskClient, call: StillCall) -> None:
    call.view.set(replace(TALKING, picture_rests=True))
    client.conference.fallback.set(Fallback(Rung.SOUND_FIRST, Cause.POOR))
    view = page(talk).view
    assert view.local.state is TileState.SOUND_ONLY
    assert view.bar.camera.isChecked(), "the person did not switch it off"
    assert any("صورتكم" in each for each in notices(talk))


async def test_a_lost_line_keeps_the_picture_says_since_when_and_what_is_done(talk: Visitor, call: StillCall) -> None:
    view = page(talk).view
    call.view.set(replace(TALKING, phase=Phase.RECONNECTING))
    assert view.overlay.isVisible()
    assert view.remote.state is TileState.LIVE, "the last picture is still there"
    assert view.overlay.since.said.startswith("منقطع منذ")
    first = view.overlay.text.said
    assert view._lost._since_s is not None
    view._lost._since_s -= 20
    view.retell()
    assert view.overlay.text.said != first
    assert "هاتفيًا" in view.overlay.text.said
    call.view.set(TALKING)
    assert not view.overlay.isVisible()


@pytest.mark.parametrize(("way", "words"), [(CallBackWay.MOBILE, "جوالكم"), (CallBackWay.HALL, "هاتف هذه الصالة")])
async def test_where_no_line_holds_the_office_calls_and_where_is_said(
    talk: Visitor, client: KioskClient, call: StillCall, way: CallBackWay, words: str
) -> None:
    view = page(talk).view
    call.view.set(replace(TALKING, phase=Phase.PEER_AWAY))
    client.conference.fallback.set(Fallback(Rung.CALL_BACK))
    assert view.overlay.title.said == "سيتصل بكم المكتب هاتفيًا"
    assert words not in view.overlay.text.said, "the server has not heard of it yet"
    client.visit.set(replace(client.visit.value, call_back=OWED.model_copy(update={"way": way})))
    assert words in view.overlay.text.said
    call.view.set(TALKING)
    assert not view.overlay.isVisible(), "it came back by itself"


async def test_who_is_booked_again_sees_when_and_may_choose_another_time(
    talk: Visitor, client: KioskClient, gateway: ScriptedGateway, call: StillCall
) -> None:
    lost = sample.TALKED.model_copy(update={"state": AppointmentState.UNSERVED})
    again = sample.LATER.model_copy(update={"case_id": lost.case_id})
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(again, lost))
    assert await attend.follow(client) is None
    await talk.until_page("rebooked")
    assert "close" in call.done
    assert client.visit.value.rebooked == again
    assert "الخلل من جانبنا" in talk.reads()
    await Stranger(talk).presses("وقت آخر")
    await talk.until_page("time")
    assert client.visit.value.appointment == again


async def test_who_is_not_called_asks_for_another_day_themselves(
    talk: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    lost = sample.TALKED.model_copy(update={"state": AppointmentState.UNSERVED})
    gateway.script["POST", f"/v1/appointments/{lost.id}/rebooking"] = Unserved(
        appointment=lost, rebooked=None, wait_id="wtl_1"
    )
    assert await fall_back.rebook(client) is None
    await talk.until_page("rebooked")
    assert "أول المنتظرين" in talk.reads()
    assert talk.find("other_time") is None


@pytest.mark.parametrize(("code", "is_read_again"), [(RefusalCode.TIMEOUT, True), (RefusalCode.NOT_FOUND, False)])
async def test_notes_that_cannot_be_read_are_read_again_unless_there_are_none(
    talk: Visitor, client: KioskClient, gateway: ScriptedGateway, code: RefusalCode, is_read_again: bool
) -> None:
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(sample.TALKED,))
    gateway.script["GET", f"/v1/appointments/{sample.TALKED.id}/notes"] = Refusal(code)
    assert (await attend.follow(client) is not None) is is_read_again
    assert talk.window.page_name == "call"


# --- the waiting room ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (Note(id="n1", kind=NoteKind.WAITING, text="", prepared=Prepared.TEN_MINUTES, sent_at=sample.NOW), "عشر دقائق"),
        (Note(id="n2", kind=NoteKind.WAITING, text="القاضي في الطريق", prepared=None, sent_at=sample.NOW), "في الطريق"),
    ],
)
async def test_who_waits_reads_what_the_office_writes_and_when_and_hears_it_on_wish(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway, note: Note, words: str
) -> None:
    gateway.script["GET", "/v1/appointments/a1/notes"] = Notes(notes=(note,), call_back=None)
    waiting = sample.SOON.model_copy(update={"state": AppointmentState.WAITING})
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(waiting,))
    client.visit.set(replace(sample.VISIT, page=Page.WAITING, appointment=waiting))
    shown = visitor.window.page
    assert isinstance(shown, WaitingPage)
    anew: list[None] = []
    shown.said_anew.connect(lambda: anew.append(None))
    assert visitor.find("office_note") is None
    assert await attend.follow(client) is None
    assert visitor.find("office_note") is not None
    assert words in shown.spoken()
    assert "٩:١٢" in shown.spoken()
    assert "ما الذي سيحدث" in shown.spoken()
    assert anew == [None]
    client.visit.set(replace(client.visit.value, place=sample.PLACE))
    assert anew == [None], "it is read once"
