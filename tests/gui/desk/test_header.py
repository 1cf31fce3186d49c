"""Whose desk it is stands on one line; the date gives way to it."""

import pytest
from PySide6.QtWidgets import QApplication

from desk_client.client.day import DeskPage
from desk_client.ui.desk.header import DeskHeader
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density
from tests.gallery import desk_day


@pytest.mark.parametrize(("width", "is_dated"), [(1920, True), (1280, False)])
def test_the_date_stands_where_the_office_keeps_its_one_line(look: Appearance, width: int, *, is_dated: bool) -> None:
    look.set_look(Look(density=Density.DESK, reduced_motion=True))
    header = DeskHeader(look)
    header.resize(width, 72)
    header.show_day(desk_day.day(DeskPage.TODAY))
    header.show()
    QApplication.processEvents()
    assert not header.recordings.isHidden(), "with all the buttons that an official has"
    assert header._date.isVisible() is is_dated
    for each in (header._office, header._person):
        assert each.height() < 2 * each.fontMetrics().lineSpacing(), each.text()
    header.close()
    header.deleteLater()
