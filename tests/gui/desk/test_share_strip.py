"""Whoever shows a screen and works in another window is told so there, and ends it there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk_client.client.conference import Conference, ScreenArea, SharedScreen
from desk_client.ui.desk.share_strip import ShareStrip
from tests.fakes.still_call import StillCall
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_calling_in import enter, inside
from tests.gui.desk.test_small_window import minimised
from tests.gui.desk.test_talk_and_outcome import in_talk

__all__ = ["inside"]

SHOWN = SharedScreen(ScreenArea(0, 0, 1920, 1080))


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> list[Conference]:
    """The conferences that were told to stop showing; it ends as an engine tells it."""
    found: list[Conference] = []

    def stop(conference: Conference) -> None:
        found.append(conference)
        conference.sharing.set(SharedScreen())

    monkeypatch.setattr(Conference, "stop_sharing", stop)
    return found


@pytest.fixture
def elsewhere(desk: Desk) -> Iterator[QWidget]:
    """Another window, in which one can work."""
    other = QWidget()
    other.resize(400, 300)
    yield other
    other.close()
    desk.window.activateWindow()
    assert QTest.qWaitForWindowActive(desk.window)


def go_to(window: QWidget) -> None:
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def strip() -> ShareStrip | None:
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, ShareStrip) and each.isVisible()]
    assert len(shown) <= 1
    return shown[0] if shown else None


def the_strip() -> ShareStrip:
    found = strip()
    assert found is not None
    return found


async def test_it_is_up_exactly_while_something_is_shown_and_one_works_elsewhere(
    desk: Desk, elsewhere: QWidget
) -> None:
    await in_talk(desk)
    sharing = desk.client.conference.sharing
    go_to(elsewhere)
    assert strip() is None, "nothing is shown"
    sharing.set(SHOWN)
    assert the_strip().words.said == "يرى المراجع شاشتكم الآن"
    assert the_strip().stop.text() == "إيقاف العرض"
    go_to(desk.window)
    assert strip() is None, "the desk says so itself"
    go_to(elsewhere)
    assert strip() is not None
    sharing.set(SharedScreen())
    assert strip() is None


async def test_it_lies_over_all_in_the_middle_above_and_takes_the_keys_from_nobody(
    desk: Desk, elsewhere: QWidget
) -> None:
    await in_talk(desk)
    go_to(elsewhere)
    desk.client.conference.sharing.set(SHOWN)
    up, free = the_strip(), desk.window.screen().availableGeometry()
    assert up.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert QTest.qWaitForWindowExposed(up)
    QApplication.processEvents()
    assert elsewhere.isActiveWindow()
    assert not up.isActiveWindow()
    assert abs(up.geometry().center().x() - free.center().x()) <= 1
    assert up.geometry().top() == free.top()
    assert up.accessibleName()
    assert up.stop.accessibleName()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_S])
async def test_it_ends_the_showing_by_key(
    desk: Desk, elsewhere: QWidget, stopped: list[Conference], key: Qt.Key
) -> None:
    await in_talk(desk)
    go_to(elsewhere)
    desk.client.conference.sharing.set(SHOWN)
    up = the_strip()
    go_to(up)
    assert up.stop.hasFocus()
    QTest.keyClick(up.stop, key)
    assert stopped == [desk.client.conference]
    assert strip() is None


async def test_whoever_closes_it_shows_nothing_any_more(
    desk: Desk, elsewhere: QWidget, stopped: list[Conference]
) -> None:
    await in_talk(desk)
    go_to(elsewhere)
    desk.client.conference.sharing.set(SHOWN)
    the_strip().close()
    assert stopped == [desk.client.conference]
    assert strip() is None


async def test_whoever_was_called_in_has_it_too(
    desk: Desk, inside: StillCall, elsewhere: QWidget, stopped: list[Conference]
) -> None:
    await enter(desk)
    go_to(elsewhere)
    desk.client.conference.sharing.set(SHOWN)
    QTest.mouseClick(the_strip().stop, Qt.MouseButton.LeftButton)
    assert stopped == [desk.client.conference]
    assert inside.done == []


async def test_it_follows_the_language(desk: Desk, elsewhere: QWidget) -> None:
    await in_talk(desk)
    go_to(elsewhere)
    desk.client.conference.sharing.set(SHOWN)
    up = the_strip()
    up.words.set_text("")
    QApplication.sendEvent(up, QEvent(QEvent.Type.LanguageChange))
    assert up.words.said


async def test_the_small_window_says_it_and_ends_it(desk: Desk, stopped: list[Conference]) -> None:
    _call, window = await minimised(desk)
    assert not window.sign.isVisible()
    assert not window.stop.isVisible()
    desk.client.conference.sharing.set(SHOWN)
    assert window.sign.said == "يرى المراجع شاشتكم الآن"
    assert window.sign.isVisible()
    QTest.mouseClick(window.stop, Qt.MouseButton.LeftButton)
    assert stopped == [desk.client.conference]
    assert not window.sign.isVisible()
    assert not window.stop.isVisible()
