"""The operator before a kiosk in service: past its screen by the hall's PIN, and what may be done then."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desk_client.client.gateway import Nothing
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.kiosks import UnlockAsk
from tests.fakes.scripted_gateway import AWAY, ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor

PIN = "4829173"
UNLOCK = ("POST", "/v1/kiosks/self/unlock")
CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
TYPED = "موضوع لم يُرسل بعد"


class Wall:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = sample.NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
async def operator(client: KioskClient, open_window: Open, wall: Wall) -> AsyncIterator[Visitor]:
    """Somebody before a kiosk in service at which a visitor writes."""
    client.visit.set(replace(sample.VISIT, page=Page.SUBJECT, trail=(Page.HOME,), subject=""))
    async with open_window(client, full_screen=True, now=wall) as visitor:
        visitor.type(TYPED)
        yield visitor


def press_chord(operator: Visitor) -> None:
    QTest.keyClick(operator.window, Qt.Key.Key_O, CHORD)


def typed(operator: Visitor) -> str:
    field = operator.find("operator_pin")
    assert isinstance(field, QLineEdit)
    return field.text()


def has_keyboard(sheet: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and sheet.isAncestorOf(focused)


async def give(operator: Visitor, pin: str = PIN) -> None:
    """Bring the sheet up and type a PIN on its keypad."""
    press_chord(operator)
    for digit in pin:
        await operator.touch(f"pin_digit_{digit}")
    await operator.touch("pin_confirm")


async def give_right(operator: Visitor, gateway: ScriptedGateway) -> None:
    gateway.script[UNLOCK] = Nothing()
    await give(operator)
    await operator.until(lambda: operator.find("close_program"))


def asked(gateway: ScriptedGateway) -> list[str]:
    return [body.pin for _, path, body in gateway.asked if path == UNLOCK[1] and isinstance(body, UnlockAsk)]


def finger_on(operator: Visitor, emblem: QWidget, *steps: str) -> None:
    window, place = operator.window, emblem.mapTo(operator.window, emblem.rect().center())
    for step in steps:
        touch = QTest.touchEvent(window, operator.finger)
        match step:
            case "down":
                touch.press(0, place, window).commit()
            case "aside":
                touch.move(0, place + QPoint(200, 200), window).commit()
            case _:
                touch.release(0, place, window).commit()


async def test_the_emblem_opens_when_it_is_held_and_only_then(operator: Visitor) -> None:
    emblem = operator.find("emblem")
    assert emblem is not None
    finger_on(operator, emblem, "down")
    began = asyncio.get_running_loop().time()
    await operator.until(lambda: operator.find("operator_sheet"))
    assert asyncio.get_running_loop().time() - began > 2.8, "Qt may be early by a twentieth"
    finger_on(operator, emblem, "up")
    await operator.touch("operator_back")

    opened: list[bool] = []
    operator.window.operator.opening.connect(lambda: opened.append(True))
    finger_on(operator, emblem, "down", "up")
    finger_on(operator, emblem, "down", "aside")
    over = asyncio.get_running_loop().time() + 3.3
    await operator.until(lambda: asyncio.get_running_loop().time() > over)
    finger_on(operator, emblem, "up")
    assert opened == []


async def test_nothing_tells_a_visitor_of_the_way_in(operator: Visitor) -> None:
    emblem = operator.find("emblem")
    assert emblem is not None
    assert (emblem.toolTip(), emblem.accessibleName()) == ("", "")
    assert emblem.cursor().shape() is Qt.CursorShape.ArrowCursor


async def test_the_right_pin_opens_the_menu_and_back_keeps_what_was_typed(
    operator: Visitor, gateway: ScriptedGateway
) -> None:
    await give_right(operator, gateway)
    assert asked(gateway) == [PIN]
    await operator.touch("back_to_visitor")
    assert operator.find("operator_sheet") is None
    target = operator.window.page.keyboard_target
    assert QApplication.focusWidget() is target
    operator.type("!")
    await operator.touch("continue")
    assert operator.visit.subject == f"{TYPED}!"


async def test_a_wrong_pin_says_how_many_tries_are_left_and_is_not_kept(
    operator: Visitor, gateway: ScriptedGateway
) -> None:
    gateway.script[UNLOCK] = Refusal(RefusalCode.KIOSK_PIN_WRONG, attempts_left=2)
    await give(operator)
    await operator.until(lambda: "الرقم السري غير صحيح" in operator.reads())
    assert "بقيت محاولتان" in operator.reads()
    assert typed(operator) == ""
    operator.type("٤٨٢٩١٧")
    assert typed(operator) == "482917"
    assert "غير صحيح" not in operator.reads()
    operator.press(Qt.Key.Key_Return)
    await operator.until(lambda: asked(gateway) == [PIN, "482917"])


async def test_a_locked_kiosk_says_for_how_long_and_takes_nothing_meanwhile(
    operator: Visitor, gateway: ScriptedGateway, wall: Wall
) -> None:
    gateway.script[UNLOCK] = Refusal(RefusalCode.RATE_LIMITED, retry_after_s=900)
    await give(operator)
    await operator.until(lambda: "١٥:٠٠" in operator.reads())
    assert operator.find("operator_pin") is None
    assert operator.find("pin_digit_1") is None
    assert operator.find("unlock") is None
    wall.now += timedelta(minutes=5)
    await operator.until(lambda: "١٠:٠٠" in operator.reads())
    wall.now += timedelta(minutes=10)
    await operator.until(lambda: operator.find("pin_digit_1"))
    assert "تكررت" not in operator.reads()


async def test_whoever_comes_back_to_a_locked_kiosk_may_have_a_new_pin(
    operator: Visitor, gateway: ScriptedGateway
) -> None:
    gateway.script[UNLOCK] = Refusal(RefusalCode.RATE_LIMITED, retry_after_s=80_000)
    await give(operator)
    await operator.until(lambda: "تكررت" in operator.reads())
    await operator.touch("operator_back")
    await give_right(operator, gateway)


async def test_a_second_enter_does_not_go_back(operator: Visitor, gateway: ScriptedGateway) -> None:
    gateway.script[UNLOCK] = Nothing()
    press_chord(operator)
    operator.type(PIN)
    operator.press(Qt.Key.Key_Return)
    operator.press(Qt.Key.Key_Return)
    await operator.until(lambda: operator.find("close_program"))
    assert asked(gateway) == [PIN]


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (Refusal(RefusalCode.KIOSK_PIN_NOT_SET), "لم يُحدَّد رقم سري لهذا الموقع. نرجو أن تطلبوا من مدير النظام تحديده."),
        (AWAY, "الخادم الذي يتحقق من الرقم السري لا يستجيب الآن"),
    ],
    ids=["no PIN", "server away"],
)
async def test_why_it_stays_locked_is_said_and_back_is_there(
    refusal: Refusal, words: str, operator: Visitor, gateway: ScriptedGateway
) -> None:
    gateway.script[UNLOCK] = refusal
    await give(operator)
    await operator.until(lambda: words in operator.reads(), operator.reads())
    assert operator.find("close_program") is None
    await operator.touch("operator_back")
    assert operator.window.page_name == "subject"


async def test_too_few_digits_are_not_asked_about(operator: Visitor, gateway: ScriptedGateway) -> None:
    press_chord(operator)
    for digit in "48291":
        await operator.touch(f"pin_digit_{digit}")
    assert operator.find("pin_confirm") is None
    operator.press(Qt.Key.Key_Return)
    await operator.touch("pin_digit_7")
    assert operator.find("unlock") is not None
    assert asked(gateway) == []


async def test_a_sheet_that_nobody_touches_goes_and_forgets(client: KioskClient, open_window: Open) -> None:
    client.visit.set(Visit())
    async with open_window(client, operator_idle_ms=150) as operator:
        press_chord(operator)
        operator.type("4829")
        field = operator.window.operator.sheet.field
        assert field.text() == "4829"
        await operator.until(lambda: operator.find("operator_sheet") is None)
        assert field.text() == ""
        assert not field.isUndoAvailable()


async def test_a_question_that_nobody_answers_goes_with_the_sheet(
    client: KioskClient, gateway: ScriptedGateway, open_window: Open
) -> None:
    closed: list[bool] = []
    async with open_window(client, operator_idle_ms=600, full_screen=True) as operator:
        operator.window.closed.connect(lambda: closed.append(True))
        await give_right(operator, gateway)
        await operator.touch("close_program")
        await operator.until(lambda: operator.find("operator_sheet") is None)
        assert operator.find("confirm_close") is None
        press_chord(operator)
        assert operator.find("operator_pin") is not None, "the PIN is asked for anew"
        assert operator.find("confirm_close") is None
        assert operator.find("close_program") is None
    assert closed == []


async def test_an_answer_that_comes_after_the_sheet_went_opens_nothing(
    operator: Visitor, gateway: ScriptedGateway
) -> None:
    gateway.script[UNLOCK] = Nothing()
    press_chord(operator)
    operator.type(PIN)
    operator.press(Qt.Key.Key_Return)
    operator.press(Qt.Key.Key_Escape)
    press_chord(operator)
    for _ in range(5):
        await asyncio.sleep(0)
    assert operator.find("close_program") is None
    assert operator.find("operator_pin") is not None


async def test_the_program_is_closed_only_after_a_question(operator: Visitor, gateway: ScriptedGateway) -> None:
    closed: list[bool] = []
    operator.window.closed.connect(lambda: closed.append(True))
    await give_right(operator, gateway)
    await operator.touch("close_program")
    await operator.touch("leave_open")
    assert closed == []
    await operator.touch("close_program")
    await operator.touch("confirm_close")
    await operator.until(lambda: closed)
    assert ("DELETE", "/v1/sessions/current", None) in gateway.asked, "the visitor is signed out before"


async def test_a_visit_is_begun_anew(operator: Visitor, gateway: ScriptedGateway) -> None:
    over: list[bool] = []
    operator.window.visit_over.connect(lambda: over.append(True))
    await give_right(operator, gateway)
    await operator.touch("begin_anew")
    await operator.until_page("farewell")
    assert operator.find("operator_sheet") is None
    await operator.touch("done")
    assert over == [True]


async def test_during_a_call_the_keys_alone_open_it(client: KioskClient, open_window: Open) -> None:
    client.visit.set(replace(sample.VISIT, page=Page.CALL, appointment=sample.TALKED))
    async with open_window(client, full_screen=True) as operator:
        assert operator.find("emblem") is None
        press_chord(operator)
        assert operator.find("operator_pin") is not None
        client.visit.set(replace(client.visit.value, page=Page.OUTCOME))
        assert operator.find("operator_sheet") is None, "the visit goes on"


async def test_it_opens_over_the_greeting_and_over_a_question(client: KioskClient, open_window: Open) -> None:
    client.visit.set(Visit())
    async with open_window(client) as operator:
        operator.window.attract_people()
        press_chord(operator)
        assert operator.find("attract") is None
        await operator.touch("operator_back")
        client.visit.set(Visit(page=Page.NATIONAL_ID))
        operator.window.warn(20)
        press_chord(operator)
        assert operator.find("still_there") is None
        await operator.touch("pin_digit_1")


async def test_the_keyboard_stays_within(operator: Visitor, gateway: ScriptedGateway) -> None:
    press_chord(operator)
    sheet = operator.find("operator_sheet")
    assert sheet is not None
    for _ in range(30):
        operator.press(Qt.Key.Key_Tab)
        assert has_keyboard(sheet)
    operator.press(Qt.Key.Key_Escape)
    assert operator.find("operator_sheet") is None
    await give_right(operator, gateway)
    for _ in range(7):
        operator.press(Qt.Key.Key_Backtab)
        assert has_keyboard(sheet)


async def test_the_pin_is_shown_and_logged_nowhere(
    operator: Visitor, gateway: ScriptedGateway, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    gateway.script[UNLOCK] = Refusal(RefusalCode.KIOSK_PIN_WRONG, attempts_left=2)
    press_chord(operator)
    operator.type(PIN)
    field = operator.find("operator_pin")
    assert isinstance(field, QLineEdit)
    assert field.displayText() == "●" * len(PIN)
    field.selectAll()
    field.copy()
    assert PIN not in QApplication.clipboard().text()
    assert PIN not in operator.reads()
    operator.press(Qt.Key.Key_Return)
    await operator.until(lambda: asked(gateway) == [PIN])
    await operator.until(lambda: "غير صحيح" in operator.reads())
    assert PIN not in caplog.text
    assert PIN not in repr(gateway.asked)
