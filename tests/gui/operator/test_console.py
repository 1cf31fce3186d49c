"""The operator's console: kiosks are watched and asked things, calls are heard, and nothing is lost with the server."""

import asyncio
from base64 import b64encode

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desk_client.domain.kiosk_orders import OrderKind
from desk_client.i18n.bidi import without_marks
from desk_client.protocol.hall import KioskOrder
from desk_client.ui.kiosk.hall_orders import jpeg_of
from desk_client.ui.operator.incident_row import IncidentRow
from desk_client.ui.operator.kiosk_card import KioskCard
from desk_client.ui.operator.rail import RailButton
from desk_client.ui.operator.sections import SECTIONS
from desk_client.ui.widgets.banner import Banner
from desk_client.ui.widgets.digit_field import PinField
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.pill import Pill
from desk_client.ui.widgets.text_field import TextArea
from tests.gallery.call_sheet import sample_picture
from tests.gui.operator.conftest import KIOSK, Desk
from tests.integration.client.conftest import Region

MESSAGE = "نرجو التوجه إلى الكشك رقم ٢"
PIN = "482917"


def card(desk: Desk) -> KioskCard:
    found = desk.find(f"kiosk_{KIOSK}")
    assert isinstance(found, KioskCard)
    return found


def told(desk: Desk, name: str) -> str:
    """What a visible text or banner of that name says."""
    found = desk.find(name)
    assert isinstance(found, Label | Banner)
    return without_marks(found.said if isinstance(found, Label) else found.text)


def waiting(desk: Desk, section: str) -> str:
    found = desk.find(f"rail_{section}")
    assert isinstance(found, RailButton)
    return found.accessibleDescription()


async def ask(desk: Desk, kind: str) -> KioskOrder:
    """Press a card's button; what the kiosk is told of with its next report."""
    await desk.press(f"kiosk_{kind}")
    (order,) = await desk.terminal.report("idle")
    return order


async def test_an_operator_gets_the_hall_and_an_official_their_day(desk: Desk) -> None:
    assert desk.window.page_name == "console"
    assert not desk.shown("page_today")
    assert told(desk, "kiosk_activity").startswith("متاح")
    await desk.press("sign_out")
    assert desk.window.page_name == "sign_in"
    await desk.sign_in("emir")
    assert desk.window.page_name == "today"
    assert not desk.shown("page_console")


async def test_what_a_kiosk_says_is_on_its_card_with_the_next_reading(desk: Desk) -> None:
    await desk.terminal.report("in_call", failed=["camera"], printer="out_of_paper")
    await desk.read()
    assert told(desk, "kiosk_activity").startswith("في مقابلة")
    assert told(desk, "kiosk_complaints") == "الكاميرا لا تعمل · نفد ورق الطابعة"
    assert desk.find("kiosk_health").accessibleName() == "يحتاج إلى متابعة"
    assert waiting(desk, "hall").endswith("١")


async def test_a_message_is_written_sent_and_its_end_is_told(desk: Desk) -> None:
    await desk.press("kiosk_message")
    assert not desk.find("hall_confirm").isEnabled(), "nothing is written yet"
    field = desk.find("hall_message")
    assert isinstance(field, TextArea)
    assert field.hasFocus()
    field.set_text(MESSAGE)
    await desk.press("hall_confirm")
    (order,) = await desk.terminal.report()
    assert (order.kind, order.text) == (OrderKind.MESSAGE, MESSAGE)
    assert told(desk, "kiosk_progress").startswith("الرسالة: أُرسل الطلب")
    assert not desk.find("kiosk_restart").isEnabled(), "one thing after the other"
    await desk.terminal.answer(order)
    await desk.read()
    assert told(desk, "kiosk_progress") == "الرسالة: تم"
    assert desk.find("kiosk_restart").isEnabled()


async def test_what_was_written_is_there_again_where_it_could_not_be_sent(desk: Desk, region: Region) -> None:
    await desk.press("kiosk_message")
    field = desk.find("hall_message")
    assert isinstance(field, TextArea)
    field.set_text(MESSAGE)
    await asyncio.to_thread(region.stop)
    await desk.press("hall_confirm")
    assert told(desk, "hall_notice")
    region.start()
    await desk.read()
    await desk.press("kiosk_message")
    again = desk.find("hall_message")
    assert isinstance(again, TextArea)
    assert again.text == MESSAGE


async def test_a_visit_is_cut_off_only_after_a_question(desk: Desk) -> None:
    await desk.terminal.report("in_call")
    await desk.read()
    await desk.press("kiosk_restart")
    assert desk.find("hall_cancel").hasFocus()
    await desk.press("hall_cancel")
    assert await desk.terminal.report("in_call") == ()
    await desk.press("kiosk_restart")
    await desk.press("hall_confirm")
    (order,) = await desk.terminal.report("in_call")
    assert (order.kind, order.ends_visit) == (OrderKind.RESTART, True)


async def test_one_that_nobody_uses_is_restarted_at_once(desk: Desk) -> None:
    order = await ask(desk, "restart")
    assert (order.kind, order.ends_visit) == (OrderKind.RESTART, False)


async def test_a_kiosk_is_closed_after_the_visit_or_at_once_and_opened_again(desk: Desk) -> None:
    await desk.terminal.report("in_use")
    await desk.read()
    await desk.press("kiosk_lock")
    (order,) = await desk.terminal.report("in_use")
    assert (order.kind, order.ends_visit) == (OrderKind.LOCK, False)
    await desk.terminal.answer(order)
    await desk.read()
    assert "يُغلق بعد هذه الزيارة" in told(desk, "kiosk_activity")
    await desk.press("kiosk_end_visit")
    await desk.press("hall_confirm")
    (order,) = await desk.terminal.report("in_use")
    assert (order.kind, order.ends_visit) == (OrderKind.LOCK, True)
    await desk.terminal.answer(order)
    await desk.terminal.report("locked")
    await desk.read()
    assert not desk.shown("kiosk_end_visit")
    assert (await ask(desk, "unlock")).kind is OrderKind.UNLOCK


async def test_a_test_tells_what_does_not_serve(desk: Desk) -> None:
    order = await ask(desk, "test")
    await desk.terminal.answer(order, failed=["microphone", "network"])
    await desk.read()
    assert told(desk, "kiosk_progress") == "فحص الأجهزة: لا يعمل: الميكروفون، الشبكة"


async def test_a_picture_is_shown_and_gone_once_it_is_closed(desk: Desk) -> None:
    jpeg = jpeg_of(sample_picture(480, 270))
    order = await ask(desk, "still")
    await desk.terminal.answer(order, state="taken")
    await desk.read()
    assert told(desk, "kiosk_progress") == "الصورة: يجري التنفيذ"
    assert jpeg is not None
    await desk.terminal.answer(order, still=b64encode(jpeg))
    await desk.read()
    picture = desk.find("still_picture")
    assert isinstance(picture, QLabel)
    assert picture.pixmap().toImage().size() == QImage.fromData(jpeg).size()
    await desk.press("hall_confirm")
    assert not desk.shown("still_picture")
    await desk.read()
    assert not desk.shown("still_picture")


async def test_the_halls_pin_is_typed_twice_and_no_guess(desk: Desk) -> None:
    assert told(desk, "hall_age").startswith("ليس لهذه القاعة رقم سري")
    await desk.press("hall_pin")
    first, second = desk.find("hall_pin_first"), desk.find("hall_pin_second")
    assert isinstance(first, PinField)
    assert isinstance(second, PinField)
    for one, other in ((PIN, PIN + "1"), ("123456", "123456"), (PIN[:5], PIN[:5])):
        first.set_digits(one)
        second.set_digits(other)
        assert not desk.find("hall_confirm").isEnabled(), (one, other)
    first.set_digits(PIN)
    second.set_digits(PIN)
    await desk.press("hall_confirm")
    assert told(desk, "hall_notice").startswith("عُيّن الرقم السري")
    assert not desk.shown("hall_age")


async def test_a_call_for_help_is_heard_once_comes_first_and_is_seen_to(desk: Desk) -> None:
    await desk.terminal.call_for_help("camera")
    await desk.read()
    await desk.read()
    assert desk.chimes == 1
    assert waiting(desk, "incidents")
    desk.window.console.open(1)
    await desk.settle()
    await desk.press("incident_end")
    (call,) = await desk.incidents()
    assert call.ends_at is not None
    assert waiting(desk, "incidents") == ""
    assert not desk.shown("incident_end")


async def test_whoever_called_is_told_that_somebody_is_on_the_way(desk: Desk) -> None:
    await desk.terminal.call_for_help()
    assert await desk.terminal.help_stage() == "called"
    await desk.read()
    desk.window.console.open(1)
    await desk.settle()
    assert desk.find("incident_answer").accessibleName() == "أنا في الطريق إليكم · الكشك ١ يطلب المساعدة"
    await desk.press("incident_answer")
    assert await desk.terminal.help_stage() == "on_the_way"
    assert not desk.shown("incident_answer"), "said once"
    (row,) = (each for each in desk.window.console.sections[1].findChildren(IncidentRow) if each.isVisible())
    assert "هناك من في الطريق" in [each.accessibleName() for each in row.findChildren(Pill)]
    await desk.press("incident_end")
    assert await desk.terminal.help_stage() == "over"


async def test_what_was_left_and_not_done_stays_until_the_operator_has_dealt_with_it(desk: Desk) -> None:
    torn = {"id": "torn", "sequence": 7, "happened_at": "2026-11-30T06:00:00Z", "reason": "damaged"}
    assert (await desk.terminal.report_whole(aside=[torn])).dealt == ()
    await desk.read()
    assert told(desk, "kiosk_aside") == "إدخالات تُركت هنا وتعذّر إنجازها: ١"
    assert desk.find("kiosk_health").accessibleName() == "يحتاج إلى متابعة"
    assert told(desk, "hall_left") == "إدخالات تُركت في الأكشاك ولم تُنجز: ١"
    await desk.press("hall_left_button")
    assert without_marks(desk.find("aside_1-0007").accessibleName()).startswith("إدخال تتعذّر قراءته · 1-0007")
    await desk.press("aside_dealt")
    await desk.press("hall_cancel")
    assert (await desk.terminal.report_whole(aside=[torn])).dealt == (), "a slip of the hand loses nothing"
    await desk.press("aside_help")
    assert desk.shown("section_help"), "nobody knows whose it is: whoever comes with the slip is looked for"
    desk.window.console.open(0)
    await desk.press("aside_dealt")
    await desk.press("hall_confirm")
    assert desk.find("aside_none")
    await desk.press("aside_back")
    assert not desk.shown("hall_left")
    assert (await desk.terminal.report_whole(aside=[torn])).dealt == ("torn",)


async def test_a_call_becomes_a_fault_of_ours_by_the_operators_word(desk: Desk) -> None:
    await desk.terminal.call_for_help()
    await desk.read()
    desk.window.console.open(1)
    await desk.settle()
    await desk.press("incident_confirm")
    fault, call = sorted(await desk.incidents(), key=lambda each: each.kiosk_id is not None)
    assert fault.confirmed
    assert fault.ends_at is None
    assert fault.starts_at == call.starts_at
    assert call.ends_at is not None


async def test_while_the_server_is_away_the_old_hall_is_marked_and_an_incident_waits(
    desk: Desk, region: Region
) -> None:
    await asyncio.to_thread(region.stop)
    await desk.read()
    assert told(desk, "hall_age").startswith("هذه حال القاعة قبل")
    assert desk.shown("away_steps")
    assert desk.shown("offline")
    assert not any(button.isEnabled() for button in card(desk).buttons.values())
    desk.window.console.open(1)
    await desk.press("record_power")
    assert told(desk, "incident_unsent") == "محفوظ هنا إلى أن يستجيب الخادم: ١"
    desk.window.close()
    QApplication.processEvents()
    assert desk.shown("confirm_close"), "it would be lost"
    await desk.press("stay")
    region.start()
    await desk.read()
    await desk.read()
    assert not desk.shown("incident_unsent")
    assert not desk.shown("offline")
    assert [each.kind for each in await desk.incidents() if each.site_id == "fayfa"] == ["power"]
    desk.window.console.open(0)
    await desk.settle()
    assert not desk.shown("away_steps")


async def test_the_sections_are_walked_by_keyboard(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    await desk.settle()
    assert desk.shown("section_incidents")
    button = desk.find("rail_incidents")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Up)
    await desk.settle()
    assert desk.shown("section_hall")
    assert desk.find("rail_hall").hasFocus()
    QTest.keyClick(desk.find("rail_hall"), Qt.Key.Key_End)
    await desk.settle()
    assert desk.shown(f"section_{SECTIONS[-1].code}")


async def test_each_button_says_what_it_does_and_to_which_kiosk(desk: Desk) -> None:
    for name in ("message", "test", "still", "restart", "lock"):
        assert desk.find(f"kiosk_{name}").accessibleName().endswith("الكشك ١"), name
