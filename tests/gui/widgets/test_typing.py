import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import TextSize
from desk_client.ui.widgets.digit_field import CodeField, DigitField
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.key_cap import KeyCap
from desk_client.ui.widgets.keyboard import TouchKeyboard
from desk_client.ui.widgets.keyboard_layouts import LAYOUTS, TYPED_INSTEAD, Function, Page
from desk_client.ui.widgets.keypad import Keypad
from desk_client.ui.widgets.text_field import TextArea, TextField
from desk_client.ui.widgets.typist import Typist
from tests.gui.conftest import Show
from tests.gui.widgets.touch import finger, tap


@pytest.fixture(scope="module")
def device() -> QPointingDevice:
    return finger()


def type_text(text: str) -> None:
    Typist().type_text(text)


@pytest.mark.parametrize("typed", ["1000000008", "١٠٠٠٠٠٠٠٠٨", "۱۰۰۰۰۰۰۰۰۸", "1000-0000 08 x", "10000000089999"])
def test_an_id_is_taken_in_any_digits(look: Appearance, qtbot: QtBot, shown: Show, typed: str) -> None:
    field = DigitField(look, 10)
    shown(field)
    field.setFocus()
    with qtbot.waitSignal(field.completed) as completed:
        for letter in typed:
            type_text(letter)
    assert completed.args == ["1000000008"]
    assert field.digits == field.text() == "1000000008"


def test_what_is_pasted_is_cleaned_before_it_is_cut(look: Appearance, shown: Show) -> None:
    field = DigitField(look, 10)
    shown(field)
    field.setFocus()
    QApplication.clipboard().setText(" ٠٥٠ 123-4567 ")
    QTest.keySequence(field, "Ctrl+V")
    assert field.digits == "0501234567"


def test_a_digit_in_the_middle_keeps_the_cursor_there(look: Appearance, shown: Show) -> None:
    field = DigitField(look, 10)
    shown(field)
    field.setFocus()
    field.set_digits("1234")
    field.setCursorPosition(2)
    type_text("٩")
    assert field.digits == "12934"
    assert field.cursorPosition() == 3


def test_numbers_run_from_left_to_right_in_arabic_too(look: Appearance, qtbot: QtBot) -> None:
    field = DigitField(look, 10)
    qtbot.addWidget(field)
    assert look.is_right_to_left
    assert field.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert field.alignment() & Qt.AlignmentFlag.AlignRight


def test_a_code_is_complete_with_its_last_digit(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    code = CodeField(look, 6)
    shown(code)
    code.setFocus()
    empty = code.grab().toImage()
    with qtbot.waitSignal(code.completed) as completed:
        type_text("٤٨٢١٦٣")
    assert completed.args == ["482163"]
    assert code.grab().toImage() != empty
    type_text("9")
    assert code.digits == "482163"


def test_an_error_marks_the_field_and_takes_the_hints_place(look: Appearance, qtbot: QtBot) -> None:
    field = DigitField(look, 10)
    block = FieldBlock(look, field, "رقم الهوية", "عشرة أرقام")
    qtbot.addWidget(block)
    height = block.sizeHint().height()
    assert (field.accessibleName(), field.accessibleDescription()) == ("رقم الهوية", "عشرة أرقام")
    block.set_error("الرقم غير صحيح")
    assert field.property("invalid") is True
    assert field.accessibleDescription() == "الرقم غير صحيح"
    assert block.sizeHint().height() == height
    block.set_error("")
    assert field.property("invalid") is False
    assert field.accessibleDescription() == "عشرة أرقام"


def test_the_keypad_types_into_the_focused_field(
    look: Appearance, qtbot: QtBot, shown: Show, device: QPointingDevice
) -> None:
    field, keypad = DigitField(look, 10), Keypad(look)
    shown(field, keypad)
    field.setFocus()
    for digit in "10203":
        tap(device, keypad.key(digit))
    tap(device, keypad.delete_key)
    assert field.digits == "1020"
    assert field.hasFocus()
    with qtbot.waitSignal(keypad.confirmed):
        tap(device, keypad.confirm_key)
    keypad.set_confirmable(False)
    with qtbot.assertNotEmitted(keypad.confirmed):
        tap(device, keypad.confirm_key)


def test_the_keypads_order_is_a_telephones_in_both_directions(look: Appearance, shown: Show) -> None:
    keypad = Keypad(look)
    shown(keypad)
    for language in Language:
        look.set_language(language)
        assert keypad.key("1").x() < keypad.key("2").x() < keypad.key("3").x()
        assert keypad.key("1").y() < keypad.key("4").y() < keypad.key("0").y()


def test_the_keyboard_types_arabic_and_lam_alef_as_two_letters(
    look: Appearance, shown: Show, device: QPointingDevice
) -> None:
    field, keyboard = TextField(look), TouchKeyboard(look)
    shown(field, keyboard)
    field.setFocus()
    for key in ("س", "لا", "م"):
        tap(device, keyboard.cap(key))
    assert field.text() == "سلام"
    tap(device, keyboard.cap(Function.SPACE))
    tap(device, keyboard.cap(Function.SHIFT))
    tap(device, keyboard.cap("لأ"))
    assert field.text() == "سلام لأ"
    tap(device, keyboard.cap(Function.BACKSPACE))
    assert field.text() == "سلام ل"
    assert field.hasFocus()


def test_the_keyboard_changes_letters_and_signs(look: Appearance, shown: Show) -> None:
    field, keyboard = TextArea(look), TouchKeyboard(look)
    shown(field, keyboard)
    field.setFocus()
    keyboard.cap(Function.LANGUAGE).click()
    keyboard.cap(Function.SHIFT).click()
    keyboard.cap("A").click()
    keyboard.cap("b").click()  # shift holds for one letter
    keyboard.cap(Function.SYMBOLS).click()
    assert keyboard.page is Page.SYMBOLS
    keyboard.cap("7").click()
    keyboard.cap(Function.SYMBOLS).click()
    keyboard.cap(Function.ENTER).click()
    keyboard.cap("c").click()
    assert field.toPlainText() == "Ab7\nc"


def test_the_keyboard_can_be_put_away_and_follows_the_language(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    keyboard = TouchKeyboard(look)
    shown(keyboard)
    with qtbot.waitSignal(keyboard.hide_asked):
        keyboard.cap(Function.HIDE).click()
    look.set_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: keyboard.page is Page.ENGLISH)
    assert keyboard.cap(Function.SPACE).text() == "Space"


def test_a_keyboard_that_nobody_sees_has_no_keys_and_then_those_of_the_language_spoken(
    look: Appearance, qtbot: QtBot, shown: Show
) -> None:
    keyboard = TouchKeyboard(look)
    assert keyboard.findChildren(KeyCap) == []
    shown(keyboard)
    assert len(keyboard.findChildren(KeyCap)) > 30
    assert keyboard.cap("س").isVisible()
    keyboard.hide()
    look.set_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: keyboard.page is Page.ENGLISH)
    keyboard.show()
    assert keyboard.cap("a").isVisible()
    for caps in keyboard._caps:
        assert all(keyboard.rect().contains(cap.geometry()) for _, cap in caps)


def test_backspace_repeats_while_it_is_held(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    field, keyboard = TextField(look), TouchKeyboard(look)
    shown(field, keyboard)
    field.setFocus()
    type_text("مجلس")
    cap = keyboard.cap(Function.BACKSPACE)
    QTest.mousePress(cap, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: field.text() == "")
    QTest.mouseRelease(cap, Qt.MouseButton.LeftButton)


def held(qtbot: QtBot, keyboard: TouchKeyboard, letter: str) -> None:
    """Hold a key until it offers more, and lift the finger."""
    cap = keyboard.cap(letter)
    QTest.mousePress(cap, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(keyboard.variants.isVisible)
    QTest.mouseRelease(cap, Qt.MouseButton.LeftButton)


def test_a_key_that_is_held_offers_its_letters_kin_and_types_none_by_itself(
    look: Appearance, qtbot: QtBot, shown: Show, device: QPointingDevice
) -> None:
    field, keyboard = TextField(look), TouchKeyboard(look)
    shown(field, keyboard)
    field.setFocus()
    held(qtbot, keyboard, "ا")
    assert field.text() == ""
    tap(device, keyboard.variants.cap("أ"))
    assert field.text() == "أ"
    assert not keyboard.variants.isVisible()
    held(qtbot, keyboard, "د")
    tap(device, keyboard.cap("م"))
    assert field.text() == "أم"
    assert not keyboard.variants.isVisible()
    assert field.hasFocus()
    tap(device, keyboard.cap(Function.LANGUAGE))
    tap(device, keyboard.cap(Function.SHIFT))
    held(qtbot, keyboard, "E")
    tap(device, keyboard.variants.cap("É"))
    tap(device, keyboard.cap("e"))
    assert field.text() == "أمÉe"


def test_what_is_offered_stays_on_the_keyboard_and_beside_its_key(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    keyboard = TouchKeyboard(look)
    keyboard._hold.setInterval(1)
    shown(keyboard)
    for page in (Page.ARABIC, Page.ENGLISH):
        keyboard.show_page(page)
        letters = [key.plain for row in LAYOUTS[page] for key in row if key.variants(is_shifted=False)]
        assert letters
        for letter in letters:
            held(qtbot, keyboard, letter)
            strip, cap = keyboard.variants.geometry(), keyboard.cap(letter).geometry()
            assert keyboard.rect().contains(strip), letter
            assert not strip.intersects(cap), letter
            assert strip.left() <= cap.center().x() <= strip.right()
            assert min(abs(strip.bottom() + 1 - cap.top()), abs(strip.top() - cap.bottom() - 1)) == 0


def test_every_key_types_letters_that_are_not_presentation_forms() -> None:
    for page, rows in LAYOUTS.items():
        for key in (key for row in rows for key in row if key.function is None):
            for is_shifted in (False, True):
                text = TYPED_INSTEAD.get(key.typed(is_shifted=is_shifted), key.typed(is_shifted=is_shifted))
                assert text, (page, key)
                for typed in (text, *key.variants(is_shifted=is_shifted)):
                    assert not any("\ufb50" <= letter <= "\ufeff" for letter in typed), (page, key)


def test_typing_with_nothing_focused_is_harmless(look: Appearance, shown: Show) -> None:
    keypad = Keypad(look)
    shown(keypad)
    keypad.key("1").click()


def test_a_text_area_holds_no_more_than_it_may(look: Appearance, shown: Show) -> None:
    area = TextArea(look, longest=5)
    shown(area)
    area.setFocus()
    type_text("1234567")
    assert area.toPlainText() == "12345"
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert area.toPlainText() == "12345"


def test_arabic_text_stands_at_the_right(look: Appearance, shown: Show) -> None:
    area = TextArea(look)
    shown(area)
    area.set_text("سلام")
    assert area.cursorRect().x() > area.viewport().width() / 2
    look.set_language(Language.ENGLISH)
    area.set_text("Hello")
    assert area.cursorRect().x() < area.viewport().width() / 2


def test_the_boxes_of_a_code_are_never_cut(look: Appearance, qtbot: QtBot) -> None:
    for size in TextSize:
        look.set_text_size(size)
        code = CodeField(look, 6)
        qtbot.addWidget(code)
        code.ensurePolished()
        assert code.minimumHeight() >= code.sizeHint().height() > look.scaled(look.control_px)
