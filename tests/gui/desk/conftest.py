"""The desk's window before a server that answers from memory."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Self

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk_client.client.conference import Conference
from desk_client.client.desk_printer import DeskPrinter
from desk_client.client.diagnostics import Diagnose
from desk_client.client.preferences import ChosenPreferences
from desk_client.ui.bridge import Bridge
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density
from tests.cups import running_cups, scheduler
from tests.fakes.desk_gateway import PASSWORD, DeskGateway, QuietDeskClient
from tests.gallery.desk_screens import conference

__all__ = ["desk", "running_cups", "scheduler"]


class Desk:
    """A window, its client and its server; ``settle`` lets everything that runs come to its end."""

    def __init__(
        self,
        look: Appearance,
        make_conference: Callable[[], Conference] = conference,
        preferences: ChosenPreferences | None = None,
        diagnose: Diagnose | None = None,
        printer: DeskPrinter | None = None,
    ) -> None:
        self.server = DeskGateway()
        self.client = QuietDeskClient(self.server, make_conference, preferences, diagnose, printer)
        self.faults = 0
        self.chimes = 0
        self.notified: list[tuple[str, str]] = []
        self.bridge = Bridge(self._fault)
        self.window = DeskWindow(
            look,
            self.client,
            self.bridge,
            chime=self._chime,
            notify=lambda title, text: self.notified.append((title, text)),
        )
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
        for task in tuple(self.bridge._tasks):
            await task
        QApplication.processEvents()
        assert self.faults == 0

    def find(self, name: str) -> QWidget:
        """The one visible widget of that name."""
        found = [widget for widget in self.window.findChildren(QWidget, name) if widget.isVisible()]
        assert len(found) == 1, f"{len(found)} of {name}"
        return found[0]

    def has(self, name: str) -> bool:
        return any(widget.isVisible() for widget in self.window.findChildren(QWidget, name))

    async def sign_in(self, password: str = PASSWORD) -> None:
        self.window.sign_in.username.setText("emir.office")
        self.window.sign_in.password.field.setText(password)
        self.window.sign_in.sign_in.click()
        await self.settle()

    async def until(self, holds: Callable[[], object], within_s: float = 15.0) -> None:
        """Let everything run until something holds."""
        deadline_s = time.monotonic() + within_s
        while not holds():
            assert time.monotonic() < deadline_s, "it did not come to hold"
            await asyncio.sleep(0.02)
            QApplication.processEvents()
        assert self.faults == 0

    @asynccontextmanager
    async def until_closed(self) -> AsyncIterator[Self]:
        """Itself, and its end."""
        QApplication.processEvents()
        yield self
        self.window.hide()
        self.window.teardown()
        await self.bridge.close()
        await self.client.close()
        self.window.deleteLater()
        QApplication.processEvents()


@pytest.fixture
async def desk(look: Appearance) -> AsyncIterator[Desk]:
    look.set_look(Look(density=Density.DESK, reduced_motion=True))
    async with Desk(look).until_closed() as made:
        yield made
