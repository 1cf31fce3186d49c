"""An operator at a desk before a real server, who works it by what its things are called."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desk_client.client.desk import DeskClient
from desk_client.client.desk_printer import DeskPrinter, Prints
from desk_client.client.gateway import Gateway
from desk_client.client.preferences import ChosenPreferences
from desk_client.domain.party import Party
from desk_client.ui.bridge import Bridge
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density
from tests.integration.client.conftest import PASSWORD, Region, conference

_PRESSED = frozenset({QAccessible.Role.Button, QAccessible.Role.PushButton, QAccessible.Role.CheckBox})
_WITHIN_S = 40.0
HALL = "operator.fayfa"


class Operator:
    """Somebody at the desk who knows its things by their names; ``types`` and ``keys`` go where the keyboard is."""

    def __init__(self, window: DeskWindow, client: DeskClient) -> None:
        self.window = window
        self.client = client

    async def until(self, is_so: Callable[[], object], what: str = "") -> None:
        """Let everything run until something is so."""
        deadline_s = time.monotonic() + _WITHIN_S
        while not is_so():
            assert time.monotonic() < deadline_s, what or f"never so; there are {self.hears()}"
            QApplication.processEvents()
            await asyncio.sleep(0.005)

    async def presses(self, name: str) -> None:
        """Press what is called so, or begins so, once it is there."""

        def named() -> QAccessibleInterface | None:
            found = [each for each in self._things() if _is_open(each) and each.role() in _PRESSED]
            said = {each.text(QAccessible.Text.Name): each for each in reversed(found)}
            return said.get(name) or next((each for text, each in said.items() if text.startswith(name)), None)

        await self.until(named, f"nothing is called {name!r}; there are {self.hears()}")
        found = named()
        assert found is not None
        widget = found.object()
        assert isinstance(widget, QWidget)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    async def types(self, text: str, into: str = "") -> None:
        """Type into the field of that name, or where the keyboard is; as an input method gives whole words."""
        if into:
            await self.until(lambda: self._field(into), f"no field is called {into!r}")
            field = self._field(into)
            assert field is not None
            field.setFocus(Qt.FocusReason.TabFocusReason)
        await self.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit), "the keyboard is in no field")
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(focused, event)
        QApplication.processEvents()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        QApplication.processEvents()

    async def reads(self, text: str) -> None:
        """Wait until this can be read somewhere."""
        await self.until(lambda: text in self.screen(), f"{text!r} cannot be read in:\n{self.screen()}")

    def screen(self) -> str:
        """Everything that can be read now."""
        return "\n".join(text for each in self._things() if not each.state().invisible and (text := _said(each)))

    def hears(self) -> list[str]:
        """The names of everything that can be pressed now."""
        return [
            each.text(QAccessible.Text.Name) for each in self._things() if _is_open(each) and each.role() in _PRESSED
        ]

    def nameless(self) -> list[str]:
        """What can be pressed or typed into and has no name."""
        wanted = _PRESSED | {QAccessible.Role.EditableText}
        return [
            each.object().objectName()
            for each in self._things()
            if _is_open(each) and each.role() in wanted and not each.text(QAccessible.Text.Name)
        ]

    def _field(self, name: str) -> QLineEdit | None:
        return next(
            (
                each
                for each in self.window.findChildren(QLineEdit)
                if each.isVisible() and each.accessibleName().startswith(name)
            ),
            None,
        )

    def _things(self) -> Iterator[QAccessibleInterface]:
        return _all(QAccessible.queryAccessibleInterface(self.window))


def _all(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from _all(child)


def _is_open(interface: QAccessibleInterface) -> bool:
    state = interface.state()
    return not state.invisible and not state.disabled


def _said(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name) or interface.text(QAccessible.Text.Value)


SitDown = Callable[..., "AsyncIterator[Operator]"]


@pytest.fixture
def sit_down(look: Appearance, region: Region) -> Callable[..., object]:
    """An operator signs in at a desk of the hall; with a printer or without."""

    @asynccontextmanager
    async def opened(username: str = HALL, printer: Prints | None = None) -> AsyncIterator[Operator]:
        look.set_look(Look(density=Density.DESK, reduced_motion=True))
        faults: list[str] = []
        bridge = Bridge(lambda: faults.append("an action failed"))
        preferences = ChosenPreferences()
        prints = None if printer is None else DeskPrinter(preferences, "Ticket", lambda _name: printer)
        client = DeskClient(Gateway(region.url), lambda: conference(Party.OFFICIAL), prints, preferences)
        window = DeskWindow(look, client, bridge, chime=lambda: None)
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        operator = Operator(window, client)
        await operator.until(window.isActiveWindow)
        window.sign_in.username.setText(username)
        window.sign_in.password.field.setText(PASSWORD)
        window.sign_in.sign_in.click()
        await operator.until(lambda: window.page_name == "console", "nobody is signed in")
        try:
            yield operator
        finally:
            window.hide()
            window.teardown()
            await bridge.close()
            await client.close()
            window.deleteLater()
            QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        assert faults == []

    return opened
