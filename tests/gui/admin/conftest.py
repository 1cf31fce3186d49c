"""The administrator's workspace before a real server with the sample region."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_client.config.secrets import FileSecrets
from desk_client.i18n.bidi import without_marks
from desk_client.server import admin
from desk_client.ui.admin.chapters import CHAPTERS
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density
from desk_client.ui.widgets.banner import Banner
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.table import Table
from desk_client.ui.widgets.text_field import TextArea, TextField
from desk_client.ui.widgets.weekdays import Weekdays
from tests.gui.served_desk import ServedDesk
from tests.integration.client.conftest import PASSWORD, Region, region, region_settings

__all__ = ["FileSecrets", "Path", "region", "region_settings"]

ROOT = "root"


class Desk(ServedDesk):
    """An administrator's."""

    def __init__(self, look: Appearance, region: Region) -> None:
        super().__init__(look, region.url)
        self.region = region

    async def open(self, code: str) -> None:
        """Go to a section by its place in the rail."""
        place = next(place for place, chapter in enumerate(CHAPTERS) if chapter.code == code)
        self.window.administration.open(place)
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
    async with made.until_closed():
        await made.sign_in(ROOT)
        yield made
