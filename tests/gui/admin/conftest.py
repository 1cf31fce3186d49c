"""The administrator's workspace before a real server with the sample region."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk_client.client.gateway import Gateway
from desk_client.config.secrets import FileSecrets
from desk_client.i18n.bidi import without_marks
from desk_client.server import admin
from desk_client.ui.admin.chapters import CHAPTERS
from desk_client.ui.bridge import Bridge
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density
from desk_client.ui.widgets.banner import Banner
from desk_client.ui.widgets.button import Button
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.table import Table
from desk_client.ui.widgets.text_field import TextArea, TextField
from desk_client.ui.widgets.weekdays import Weekdays
from tests.gallery.desk_screens import conference
from tests.gui.operator.conftest import QuietClient
from tests.integration.client.conftest import PASSWORD, Region, region, region_settings

__all__ = ["FileSecrets", "Path", "region", "region_settings"]

ROOT = "root"


class Desk:
    """A window and its client; ``settle`` lets everything that runs come to its end."""

    def __init__(self, look: Appearance, region: Region) -> None:
        self.region = region
        self.client = QuietClient(Gateway(region.url), conference)
        self.faults = 0
        self.bridge = Bridge(self._fault)
        self.window = DeskWindow(look, self.client, self.bridge, chime=lambda: None)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def _fault(self) -> None:
        self.faults += 1

    async def settle(self) -> None:
        QApplication.processEvents()
        while not self.bridge.is_idle:
            for task in tuple(self.bridge._tasks):
                await task
            QApplication.processEvents()
        assert self.faults == 0

    async def sign_in(self, username: str = ROOT, password: str = PASSWORD) -> None:
        self.window.sign_in.username.setText(username)
        self.window.sign_in.password.field.setText(password)
        self.window.sign_in.sign_in.click()
        await self.settle()

    async def open(self, code: str) -> None:
        """Go to a section by its place in the rail."""
        place = next(place for place, chapter in enumerate(CHAPTERS) if chapter.code == code)
        self.window.administration.open(place)
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

    def fill(self, name: str, text: str) -> None:
        """Type into a field, or pick by key."""
        field = self.find(f"field_{name}")
        if isinstance(field, Pick):
            field.pick(text)
            field.picked.emit(text)
        elif isinstance(field, TextArea | Weekdays):
            field.set_text(text)
        else:
            assert isinstance(field, TextField)
            field.setText(text)

    def told(self, name: str) -> str:
        """What a visible text or banner of that name says."""
        found = self.find(name)
        assert isinstance(found, Label | Banner)
        return without_marks(found.said if isinstance(found, Label) else found.text)

    def rows(self, section: str) -> list[tuple[str, ...]]:
        """What the table of a section shows."""
        model = self._table(section).model()
        return [
            tuple(without_marks(str(model.index(row, column).data())) for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    def choose(self, section: str, words: str) -> None:
        """Go to the row that has these words."""
        (at,) = [place for place, row in enumerate(self.rows(section)) if words in " ".join(row)]
        table = self._table(section)
        table.setCurrentIndex(table.model().index(at, 0))
        QApplication.processEvents()

    def _table(self, section: str) -> Table:
        found = self.find(f"{section}_table")
        assert isinstance(found, Table)
        return found


@pytest.fixture
async def desk(look: Appearance, region: Region) -> AsyncIterator[Desk]:
    look.set_look(Look(density=Density.DESK, reduced_motion=True))
    admin.create_first_administrator(region.running.house, ROOT, PASSWORD, name_ar="مدير", name_en="Administrator")
    made = Desk(look, region)
    await made.sign_in()
    yield made
    made.window.hide()
    made.window.teardown()
    await made.bridge.close()
    await made.client.close()
    made.window.deleteLater()
    # at once: the server's threads are here too, and a window that one of them collects takes Qt down with it
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
