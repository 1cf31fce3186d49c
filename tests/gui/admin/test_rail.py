"""The rail of the workspace, in a window that is too low for all of its chapters."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_client.ui.admin.chapters import CHAPTERS
from desk_client.ui.operator.rail import Rail, RailButton
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.page import ScrollColumn
from tests.gallery.admin_sheets import workspace

_TURNS = 8


@pytest.mark.parametrize("code", [chapter.code for chapter in CHAPTERS[-3:]])
def test_the_chapter_that_is_open_is_in_sight(look: Appearance, qtbot: QtBot, code: str) -> None:
    window = workspace(look, code, lambda _client: None)
    qtbot.addWidget(window)
    window.resize(QSize(1280, 800))
    with qtbot.waitExposed(window):
        window.show()
    for _ in range(_TURNS):
        QApplication.processEvents()
    rail = window.findChildren(Rail)[-1]
    (opened,) = (each for each in rail.findChildren(RailButton) if each.isChecked())
    (column,) = rail.findChildren(ScrollColumn)
    view = column.viewport()
    assert view.height() < column.inner.height(), "there is nothing to scroll"
    assert view.rect().contains(QRect(opened.mapTo(view, QPoint()), opened.size()))
