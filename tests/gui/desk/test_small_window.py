"""The talk in a small window while the desk's is minimised."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_client.domain.call import Phase
from desk_client.i18n.bidi import without_marks
from desk_client.ui.desk.small_window import SmallWindow
from desk_client.ui.widgets.video_tile import TileState
from tests.fakes.still_call import StillCall
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_talk_and_outcome import in_talk


async def minimised(desk: Desk) -> tuple[StillCall, SmallWindow]:
    call = await in_talk(desk)
    desk.window.showMinimized()
    await desk.until(lambda: small() is not None)
    found = small()
    assert found is not None
    return call, found


def state(window: SmallWindow) -> TileState:
    return window.tile.state


def small() -> SmallWindow | None:
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, SmallWindow) and each.isVisible()]
    assert len(shown) <= 1
    return shown[0] if shown else None


async def test_it_has_picture_name_time_microphone_and_the_way_back(desk: Desk) -> None:
    call, window = await minimised(desk)
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert desk.server.items["a2"].citizen_name in without_marks(window.tile.accessibleName())
    assert state(window) is TileState.LIVE
    assert window.time.accessibleName()
    QTest.mouseClick(window.microphone, Qt.MouseButton.LeftButton)
    assert call.done == ["microphone False"]
    call.view.set(replace(call.view.value, phase=Phase.RECONNECTING))
    assert state(window) is TileState.FROZEN
    QTest.mouseClick(window.back, Qt.MouseButton.LeftButton)
    await desk.until(lambda: small() is None and not desk.window.isMinimized())


async def test_it_is_worked_by_keys(desk: Desk) -> None:
    call, window = await minimised(desk)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_M)
    assert call.done == ["microphone False"]
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in {window.microphone, window.back}
    assert all(each.accessibleName() for each in (window, window.microphone, window.back))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    await desk.until(lambda: small() is None and not desk.window.isMinimized())


async def test_it_goes_with_the_talk(desk: Desk) -> None:
    await minimised(desk)
    desk.client.conference.call.set(None)
    desk.client.day.set(replace(desk.client.day.value, page=desk.client.day.value.pages[0]))
    await desk.until(lambda: small() is None)
    assert desk.window.isMinimized(), "nobody is brought before a window that they put away"


async def test_whoever_closes_it_is_back_at_the_desk_and_the_talk_goes_on(desk: Desk) -> None:
    call, window = await minimised(desk)
    window.close()
    await desk.until(lambda: small() is None and not desk.window.isMinimized())
    assert call.done == []


async def test_it_does_not_come_without_a_talk_nor_where_it_is_not_wanted(desk: Desk) -> None:
    await desk.sign_in()
    desk.window.showMinimized()
    await desk.settle()
    assert small() is None
    desk.window.come_forward()
    desk.client.preferences.change(small_window=False)
    await in_talk(desk)
    desk.window.showMinimized()
    await desk.settle()
    assert small() is None


async def test_the_time_left_follows_an_extension(desk: Desk) -> None:
    _call, window = await minimised(desk)
    desk.window.call.view.set_planned(None)
    window._tick()
    without = window.time.accessibleName()
    desk.window.call.view.set_planned(desk.window.call.view.header.time.elapsed * 2)
    window._tick()
    assert window.time.left is not None
    assert window.time.accessibleName() != without
