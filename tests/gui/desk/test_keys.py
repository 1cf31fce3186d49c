"""The keys of a talk: the space bar of who is muted, and the list of all."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk_client.ui.call.notices import Notice
from desk_client.ui.desk.call_keys import ALSO_KEYS, CallKey
from desk_client.ui.widgets.facts import Facts
from tests.fakes.still_call import StillCall
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_talk_and_outcome import in_talk, press

SPACE = Qt.Key.Key_Space


def at(desk: Desk) -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    assert desk.window.isAncestorOf(focused)
    return focused


async def muted(desk: Desk) -> StillCall:
    call = await in_talk(desk)
    press(desk, "mute")
    assert call.done == ["microphone False"]
    call.done.clear()
    return call


async def test_who_is_muted_is_heard_while_the_space_bar_is_held(desk: Desk) -> None:
    call = await muted(desk)
    QTest.keyPress(at(desk), SPACE)
    again = QKeyEvent(QEvent.Type.KeyPress, SPACE, Qt.KeyboardModifier.NoModifier, " ", autorep=True)
    QApplication.sendEvent(at(desk), again)
    assert call.done == ["microphone True"]
    QTest.keyRelease(at(desk), SPACE)
    assert call.done == ["microphone True", "microphone False"]
    press(desk, "toggle_brief")  # by the mouse: no ring shows that the keys are there
    QTest.keyPress(at(desk), SPACE)
    assert call.done[-1] == "microphone True"
    assert not desk.has("talk_brief"), "it presses nothing"


async def test_where_it_is_not_wanted_the_bar_does_nothing(desk: Desk) -> None:
    call = await muted(desk)
    desk.client.preferences.change(talks_by_space=False)
    press(desk, "toggle_brief")  # by the mouse: no ring shows that the keys are there
    QTest.keyPress(at(desk), SPACE)
    QTest.keyRelease(at(desk), SPACE)
    assert call.done == []
    desk.client.conference.spoke_while_muted.set(1)
    said = [each.text for each in desk.window.findChildren(Notice) if each.isVisible()]
    assert any("صوتكم مكتوم" in each for each in said)
    assert not any("المسافة" in each for each in said)


async def test_a_bar_that_is_let_go_of_elsewhere_leaves_nobody_heard(desk: Desk) -> None:
    call = await muted(desk)
    QTest.keyPress(at(desk), SPACE)
    desk.window.call.caption_line.show()
    desk.window.call.caption_line.field.setFocus()
    assert call.done == ["microphone True", "microphone False"]


async def test_space_is_a_space_where_one_writes_and_a_press_where_keys_have_led(desk: Desk) -> None:
    call = await muted(desk)
    press(desk, "toggle_captions")
    QTest.keyClicks(at(desk), "a b")
    assert desk.window.call.caption_line.field.text() == "a b"
    brief = desk.find("toggle_brief")
    brief.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(brief, SPACE)
    assert not desk.has("talk_brief")
    assert call.done == []
    press(desk, "mute")
    call.done.clear()
    QTest.keyClick(at(desk), SPACE)
    assert call.done == ["microphone False"], "whoever is heard is muted by Space, as any switch is turned"


async def test_every_key_stands_on_the_list(desk: Desk) -> None:
    await in_talk(desk)
    bound = {each.key().toString() for each in desk.window.call.findChildren(QShortcut)}
    assert bound == {*CallKey, *ALSO_KEYS}
    QTest.keyClick(desk.window, Qt.Key.Key_F1)
    assert listed(desk) == desk.window.call.talk_keys.rows
    assert len(listed(desk)) == len(CallKey) + 1
    QTest.keyClick(at(desk), Qt.Key.Key_Escape)
    assert not desk.has("call_keys")
    QTest.keyClick(desk.window, Qt.Key.Key_Question)
    assert desk.has("call_keys")


def listed(desk: Desk) -> tuple[tuple[str, str], ...]:
    """What the list says."""
    (rows,) = desk.find("call_keys").findChildren(Facts)
    return rows.rows
