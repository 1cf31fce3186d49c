from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Density, TextSize
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.card import CardButton, Shape
from desk_client.ui.widgets.pressable import Pressable
from desk_client.ui.widgets.round_button import RoundButton
from desk_client.ui.widgets.slot_grid import SlotButton, SlotTime
from tests.gui.conftest import Show
from tests.gui.widgets.touch import finger, tap

Make = Callable[[Appearance], Pressable]
PRESSED: dict[str, Make] = {
    "primary": lambda look: Button(look, "تأكيد", Kind.PRIMARY),
    "quiet": lambda look: Button(look, "رجوع", Kind.QUIET, icon=Icon.BACK),
    "icon": lambda look: Button(look, icon=Icon.CLOSE),
    "row": lambda look: CardButton(look, "أمير المنطقة", "المقابلات", sign="الأمير"),
    "tile": lambda look: CardButton(look, "احجز", sign=Icon.CALENDAR, shape=Shape.TILE),
    "round": lambda look: RoundButton(look, Icon.MICROPHONE, "كتم"),
    "slot": lambda look: SlotButton(look, SlotTime(1, time(9))),
}


@pytest.fixture(scope="module")
def device() -> QPointingDevice:
    return finger()


@pytest.mark.parametrize("name", PRESSED)
def test_finger_space_enter_and_mouse_press(look: Appearance, shown: Show, device: QPointingDevice, name: str) -> None:
    button = PRESSED[name](look)
    shown(button)
    presses: list[int] = []
    button.clicked.connect(lambda: presses.append(1))
    tap(device, button)
    assert len(presses) == 1
    button.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(button, key)
    assert len(presses) == 4
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(presses) == 5


@pytest.mark.parametrize("density", Density)
@pytest.mark.parametrize("name", PRESSED)
def test_targets_are_large_enough(look: Appearance, qtbot: QtBot, name: str, density: Density) -> None:
    from dataclasses import replace  # noqa: PLC0415 (needed here alone)

    look.set_look(replace(look.look, density=density))
    button = PRESSED[name](look)
    qtbot.addWidget(button)
    least = 64 if density is Density.KIOSK else 48
    assert button.sizeHint().width() >= least
    assert button.sizeHint().height() >= least


@pytest.mark.parametrize("name", [name for name in PRESSED if name != "icon"])
def test_what_is_pressed_has_a_name(look: Appearance, qtbot: QtBot, name: str) -> None:
    button = PRESSED[name](look)
    qtbot.addWidget(button)
    assert button.accessibleName()


@pytest.mark.parametrize("name", PRESSED)
def test_the_focus_ring_is_seen_by_who_uses_keys(look: Appearance, shown: Show, name: str) -> None:
    button, other = PRESSED[name](look), Button(look, "غيره")
    shown(other, button)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    before = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    after = button.grab().toImage()
    ring, _ = button.focus_colours
    colours = {after.pixelColor(x, after.height() // 2).name().upper() for x in range(after.width())}
    assert before != after
    assert ring in colours


def test_no_ring_for_who_points(look: Appearance, shown: Show) -> None:
    button, other = Button(look, "تم"), Button(look, "غيره")
    shown(other, button)
    other.setFocus()
    before = button.grab().toImage()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.hasFocus()
    assert button.grab().toImage() == before


def test_a_question_that_comes_up_by_touch_shows_no_ring_until_a_key_is_used(look: Appearance, shown: Show) -> None:
    look.set_look(replace(look.look, density=Density.KIOSK))
    button, other = Button(look, "تم"), Button(look, "غيره")
    shown(other, button)
    other.setFocus()
    before = button.grab().toImage()
    button.setFocus(Qt.FocusReason.PopupFocusReason)
    assert button.grab().toImage() == before
    QTest.keyClick(button, Qt.Key.Key_Tab)
    QTest.keyClick(other, Qt.Key.Key_Tab)
    assert button.grab().toImage() != before


def test_tab_goes_in_order(look: Appearance, shown: Show) -> None:
    buttons = [Button(look, str(number)) for number in range(3)]
    window = shown(*buttons)
    buttons[0].setFocus()
    for expected in (buttons[1], buttons[2], buttons[0]):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is expected


def test_a_busy_button_cannot_be_pressed_again(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    button = Button(look, "تأكيد", Kind.PRIMARY)
    shown(button)
    with qtbot.assertNotEmitted(button.clicked):
        button.set_busy(True)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.set_busy(False)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_card_grows_with_its_text_and_with_the_text_size(look: Appearance, qtbot: QtBot) -> None:
    card = CardButton(look, "عنوان", "وصف طويل " * 20, sign=Icon.INFO)
    qtbot.addWidget(card)
    assert card.heightForWidth(300) > card.heightForWidth(900)
    before = card.heightForWidth(400)
    look.set_text_size(TextSize.LARGE)
    assert card.heightForWidth(400) > before


def test_a_choice_stays_chosen(look: Appearance, shown: Show) -> None:
    card = CardButton(look, "أمير المنطقة", is_choice=True)
    shown(card)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert card.isChecked()


def test_a_switched_off_round_button_looks_different(look: Appearance, qtbot: QtBot) -> None:
    button = RoundButton(look, Icon.MICROPHONE, "كتم", off_icon=Icon.MICROPHONE_OFF)
    qtbot.addWidget(button)
    assert button.isChecked()
    on = button.grab().toImage()
    button.setChecked(False)
    assert button.grab().toImage() != on
