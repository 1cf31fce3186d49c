"""The keys of the administrator's workspace stand on its list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest

from desk_client.i18n.bidi import without_marks
from desk_client.ui.widgets.facts import Facts
from tests.gui.admin.conftest import Desk


async def test_every_key_is_listed(desk: Desk) -> None:
    await desk.open("people")
    QTest.keyClick(desk.window, Qt.Key.Key_F1)
    (rows,) = desk.find("page_keys").findChildren(Facts)
    listed = {key for _, how in rows.rows for key in without_marks(how).split(" / ")}
    every = desk.window.administration.findChildren(QShortcut)
    assert {each.key().toString() for each in every} <= listed
    assert {"Ctrl+1", "Ctrl+0", "Ctrl+F"} <= listed
