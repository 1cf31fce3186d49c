"""The letters of an Arabic layout that is the only one: what lies on a key does what its Latin letter does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desk_client.ui.desk.call_keys import CallKey
from desk_client.ui.desk.incoming_call import ACCEPT_KEY, DECLINE_KEY, READ_KEY
from desk_client.ui.widgets.bound_key import sequences
from tests.gui.desk.conftest import Desk
from tests.gui.desk.reading import canvas, rest
from tests.gui.desk.reading import opened as document
from tests.gui.desk.test_calendar import audience, opened
from tests.gui.desk.test_inbox import read
from tests.gui.desk.test_marks import highlight
from tests.gui.desk.test_small_window import minimised
from tests.gui.desk.test_talk_and_outcome import in_talk

M = "ة"
"""What arrives when the key of M is pressed."""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(there: QWidget, letter: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """As X11 tells it: the letter is the key's code."""
    for is_down in (True, False):
        QTest.simulateEvent(there, is_down, ord(letter), held, "" if held else letter, False, -1)


async def test_a_talk_is_worked_by_them(desk: Desk) -> None:
    call = await in_talk(desk)
    press(desk.window, M)
    assert call.done == ["microphone False"]
    press(desk.window, "ث", CONTROL | SHIFT)
    assert desk.has("confirm_end")


async def test_so_is_the_small_window(desk: Desk) -> None:
    call, window = await minimised(desk)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    press(window, M)
    assert call.done == ["microphone False"]


async def test_so_is_the_calendar(desk: Desk) -> None:
    page = await opened(desk)
    page.week.choose(audience(page, "a6"))
    page.week.setFocus()
    press(page.week, M)
    await desk.settle()
    assert desk.find("leave_move").isVisible()


async def test_so_is_the_inbox_where_even_the_digits_are_others(desk: Desk) -> None:
    await read(desk, "r3")
    press(desk.window.inbox.list, "١", CONTROL)
    await desk.settle()
    assert desk.server.inbox.steps or desk.has("step_form")


async def test_so_is_a_document(desk: Desk) -> None:
    await document(desk)
    await highlight(desk)
    press(canvas(desk), "ئ", CONTROL)
    await rest(desk)
    ((mark,),) = desk.server.documents.marks.values()
    assert mark.removed_at is not None


async def test_a_press_that_either_layout_claims_is_one_press(desk: Desk) -> None:
    """As X11 tells it where both layouts are at hand: two of a shortcut's own sequences match."""
    call = await in_talk(desk)
    (microphone,) = [each for each in desk.window.call.findChildren(QShortcut) if each.key().toString() == "M"]
    microphone.activatedAmbiguously.emit()
    assert call.done == ["microphone False"]


@pytest.mark.parametrize("key", [*CallKey, ACCEPT_KEY, DECLINE_KEY, READ_KEY])
def test_every_letter_has_one(key: str) -> None:
    *_, last = key.split("+")
    assert len(sequences(key)) == (2 if len(last) == 1 else 1)


def test_no_two_keys_are_one() -> None:
    every = [each.toString() for key in CallKey for each in sequences(key)]
    assert len(set(every)) == len(every)
