"""A kiosk in service has no way out by keys, gestures, menus or what is dropped on it.

What a window manager does with keys of its own is the session's affair; here is what is the window's.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page, Visit
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor

NONE = Qt.KeyboardModifier.NoModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
META, SHIFT = Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = (
    (Qt.Key.Key_F4, ALT),
    (Qt.Key.Key_Escape, NONE),
    (Qt.Key.Key_Meta, NONE),
    (Qt.Key.Key_Menu, NONE),
    (Qt.Key.Key_F1, NONE),
    (Qt.Key.Key_F10, NONE),
    (Qt.Key.Key_F11, NONE),
    (Qt.Key.Key_Tab, ALT),
    (Qt.Key.Key_D, META),
    (Qt.Key.Key_L, META),
    (Qt.Key.Key_Q, CONTROL),
    (Qt.Key.Key_W, CONTROL),
    (Qt.Key.Key_Escape, CONTROL | SHIFT),
    (Qt.Key.Key_O, CONTROL | SHIFT),
    (Qt.Key.Key_Back, NONE),
    (Qt.Key.Key_HomePage, NONE),
    (Qt.Key.Key_Launch0, NONE),
)
WRITTEN = (Page.HOME, Page.NATIONAL_ID, Page.NAME, Page.OFFICE, Page.TIME, Page.SUBJECT, Page.SUMMARY)
"""Pages with everything that Qt has menus of its own for: fields, long texts, lists that scroll."""


def stands(visitor: Visitor) -> bool:
    """Whether nothing but the one window is there, all over its place."""
    popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
    return visitor.window.isVisible() and not visitor.window.isMinimized() and popup is None and modal is None


def visit_at(client: KioskClient, page: Page) -> None:
    client.visit.set(replace(sample.VISIT, page=page) if page is not Page.HOME else Visit())


async def test_no_key_leads_out(client: KioskClient, open_window: Open) -> None:
    ended: list[str] = []
    async with open_window(client, full_screen=True) as visitor:
        visitor.window.closed.connect(lambda: ended.append("closed"))
        visitor.window.visit_over.connect(lambda: ended.append("over"))
        for page in WRITTEN:
            for key, held in KEYS:
                visit_at(client, page)
                QTest.keyClick(QApplication.focusWidget() or visitor.window, key, held)
                assert stands(visitor), (page, key, held)
                leads_back = key is Qt.Key.Key_Escape and held is NONE
                assert leads_back or visitor.window.page_name == page, (page, key, held)
                assert visitor.find("operator_sheet") is None
    assert ended == []


async def test_what_a_window_manager_closes_stays(client: KioskClient, open_window: Open) -> None:
    async with open_window(client, full_screen=True) as visitor:
        asked = QCloseEvent()
        QApplication.sendEvent(visitor.window, asked)
        assert not asked.isAccepted()
        assert not visitor.window.close()
        assert stands(visitor)


async def test_several_fingers_move_nothing(client: KioskClient, open_window: Open) -> None:
    async with open_window(client, full_screen=True) as visitor:
        visit_at(client, Page.OFFICE)
        window, before = visitor.window, visitor.window.geometry()
        middle = window.rect().center()
        for reach in (QPoint(300, 0), QPoint(0, 250)):  # spread, swiped, pinched
            for fingers in (2, 3, 5):
                for step in range(6):
                    touch = QTest.touchEvent(window, visitor.finger)
                    for finger in range(fingers):
                        place = middle + (reach * step / 5 if finger % 2 else -reach * step / 5)
                        if step == 0:
                            touch.press(finger, place, window)
                        elif step < 5:
                            touch.move(finger, place, window)
                        else:
                            touch.release(finger, place, window)
                    touch.commit()
        assert stands(visitor)
        assert window.page_name == "office"
        assert window.geometry() == before


@pytest.fixture
def menus() -> Callable[[QWidget], bool]:
    """Asks a widget for its menu, as a finger that rests or a right button does; whether one opened. It is closed."""
    opened: list[bool] = []

    def close() -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            opened.append(True)
            popup.close()

    def asked(widget: QWidget) -> bool:
        opened.clear()
        QTimer.singleShot(0, close)  # for those that wait for an answer
        at = widget.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
        QApplication.sendEvent(widget, event)
        close()
        return bool(opened)

    return asked


async def test_nothing_has_a_menu(client: KioskClient, open_window: Open, menus: Callable[[QWidget], bool]) -> None:
    async with open_window(client, full_screen=True) as visitor:
        for page in WRITTEN:
            visit_at(client, page)
            if page is Page.SUBJECT:
                visitor.type("سطر\n" * 40)
            elif page in {Page.NAME, Page.NATIONAL_ID}:
                visitor.type("1000")
            await visitor.until(visitor.window.isActiveWindow)
            within = [each for each in visitor.window.findChildren(QWidget) if each.isVisible()]
            assert [each for each in within if menus(each)] == [], page
        visitor.window.operator.open()
        within = [each for each in visitor.window.operator.sheet.findChildren(QWidget) if each.isVisible()]
        assert [each for each in within if menus(each)] == []


async def test_nothing_can_be_dropped(client: KioskClient, open_window: Open, tmp_path: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    carried.setText("dropped")
    kinds = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    async with open_window(client, full_screen=True) as visitor:
        for page in WRITTEN:
            visit_at(client, page)
            within = [visitor.window, *visitor.window.findChildren(QWidget)]
            assert [each for each in within if each.isVisible() and each.acceptDrops()] == [], page
            target = QApplication.focusWidget() or visitor.window
            over = QDragEnterEvent(QPoint(5, 5), kinds[0], carried, *kinds[1:])
            over.ignore()
            QApplication.sendEvent(target, over)
            drop = QDropEvent(QPointF(5, 5), kinds[0], carried, *kinds[1:], QEvent.Type.Drop)
            drop.ignore()
            QApplication.sendEvent(target, drop)
            assert not over.isAccepted(), page
            assert "dropped" not in visitor.reads()
