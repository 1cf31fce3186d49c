"""A word that the visitor neither hears nor sees."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_client.ui.call.notices import Notice
from desk_client.ui.widgets.video_tile import TileState
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_talk_and_outcome import in_talk, press


def own_tile(desk: Desk) -> TileState:
    return desk.window.call.view.local.state


async def test_the_talk_is_held_and_come_back_to_by_key_or_press_and_says_which_it_is(desk: Desk) -> None:
    call = await in_talk(desk)
    page = desk.window.call
    named = page.hold.text()
    QTest.keyClick(desk.window, Qt.Key.Key_H)
    assert call.done == ["held True"]
    assert page.hold.text() != named
    assert own_tile(desk) is TileState.CAMERA_OFF
    assert any("معلّقة" in each.text for each in desk.window.findChildren(Notice) if each.isVisible())
    assert not page.show_screen.button.isEnabled(), "a screen is a picture too"
    press(desk, "hold")
    assert call.done == ["held True", "held False"]
    assert page.hold.text() == named
    assert own_tile(desk) is TileState.LIVE
    assert page.show_screen.button.isEnabled()
