"""A desk's window before a real server, worked by the names of what it shows."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Self, cast

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk_client.client.conference import Conference, MediaChoice
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Gateway
from desk_client.domain.party import Party
from desk_client.ui.bridge import Bridge
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.button import Button
from tests.fakes.still_engine import StillEngine
from tests.integration.client.conftest import PASSWORD

if TYPE_CHECKING:
    from desk_client.rtc.engine import Engine


class QuietClient(DeskClient):
    """A desk that opens no signalling line: the console reads by itself."""

    def open_line(self) -> None:
        """Hear nothing."""


class ServedDesk:
    """A window and its client; ``settle`` lets everything that runs come to its end."""

    def __init__(self, look: Appearance, url: str, client: DeskClient | None = None) -> None:
        """Without a client of its own it has one that hears nothing by itself."""
        self.client = QuietClient(Gateway(url), _without_media) if client is None else client
        self.faults = 0
        self.chimes = 0
        self.bridge = Bridge(self._fault)
        self.window = DeskWindow(look, self.client, self.bridge, chime=self._chime)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def _fault(self) -> None:
        self.faults += 1

    def _chime(self) -> None:
        self.chimes += 1

    async def settle(self) -> None:
        QApplication.processEvents()
        while not self.bridge.is_idle:
            for task in tuple(self.bridge._tasks):
                await task
            await asyncio.sleep(0)  # a task that is done leaves by a callback, for which the loop needs its turn
            QApplication.processEvents()
        assert self.faults == 0

    async def sign_in(self, username: str, password: str = PASSWORD) -> None:
        self.window.sign_in.username.setText(username)
        self.window.sign_in.password.field.setText(password)
        self.window.sign_in.sign_in.click()
        await self.settle()

    def shown(self, name: str) -> list[QWidget]:
        return [each for each in self.window.findChildren(QWidget, name) if each.isVisible()]

    def find(self, name: str) -> QWidget:
        """The one visible widget of that name."""
        found = self.shown(name)
        assert len(found) == 1, f"{len(found)} of {name}"
        return found[0]

    async def press(self, name: str) -> None:
        """Press the one visible button of that name."""
        button = self.find(name)
        assert isinstance(button, Button)
        assert button.isEnabled(), name
        button.click()
        await self.settle()

    @asynccontextmanager
    async def until_closed(self) -> AsyncIterator[Self]:
        """Itself, and its end."""
        yield self
        self.window.hide()
        self.window.teardown()
        await self.bridge.close()
        await self.client.close()
        self.window.deleteLater()
        # at once: the server's threads are here too, and a window that one of them collects takes Qt down with it
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _without_media() -> Conference:
    choice = MediaChoice(1, 440.0, "synthetic", "synthetic", "none")
    return Conference(cast("Callable[[], Engine]", StillEngine), choice, Party.OFFICIAL)
