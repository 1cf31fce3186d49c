"""Every screen can be drawn, fits the smallest screen that the program is made for, and offers what may be had.

Together they show everything that there is.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.key_cap import KeyCap
from tests.gallery.screens import SCREENS, Screen
from tests.gui.rights.offers import wrong_offers
from tests.gui.sheet_content import SheetContent

SMALLEST = QSize(1280, 800)
LEAST_TARGET_PX = 48
_SETTLED_TURNS = 12
_WATCHED_TURNS = 6


@pytest.fixture(scope="module", autouse=True)
def _without_an_event_loop() -> None:
    """As once the first asynchronous test of a process has been: until then asyncio makes a loop by itself."""
    asyncio.set_event_loop(None)


@pytest.fixture(scope="module")
def content() -> Iterator[SheetContent]:
    """What was seen on the sheets that were drawn so far."""
    with pytest.MonkeyPatch.context() as patch:
        yield SheetContent(patch)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_fits_and_what_it_offers_can_be_hit_and_is_not_refused(
    look: Appearance, qtbot: QtBot, content: SheetContent, screen: Screen, language: Language
) -> None:
    look.set_look(replace(look.look, language=language, density=screen.density))
    widget = screen.build(look)
    qtbot.addWidget(widget)
    widget.resize(SMALLEST)
    with qtbot.waitExposed(widget):
        widget.show()
    content.take(screen.name, widget)
    assert widget.size() == SMALLEST
    visible = [one for one in widget.findChildren(QAbstractButton) if one.isVisible() and not isinstance(one, KeyCap)]
    small = [(one.text(), one.size()) for one in visible if min(one.width(), one.height()) < LEAST_TARGET_PX]
    assert small == []
    assert [type(one).__name__ for one in visible if not (one.accessibleName() or one.text())] == []
    assert laid_out_at_rest() == Counter()
    assert wrong_offers(widget) == {}


@pytest.mark.timeout(300)  # alone it makes every sheet by itself
def test_whatever_can_be_shown_is_on_a_sheet(look: Appearance, content: SheetContent) -> None:
    for screen in SCREENS:
        if screen.name not in content.sheets:
            look.set_look(replace(look.look, density=screen.density))
            widget = screen.build(look)
            widget.show()
            content.take(screen.name, widget)
            widget.close()
            widget.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert content.unseen() == set()
    assert content.seen_after_all() == set()
    assert content.unforeseen() == set()


class _Layouts(QObject):
    """Counts what is laid out, by its type."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.seen[type(watched).__name__] += 1
        return False


def laid_out_at_rest() -> Counter[str]:
    """What is still laid out anew, again and again, once a screen has had time to settle: that takes a whole core."""
    app = QApplication.instance()
    assert app is not None
    for _ in range(_SETTLED_TURNS):
        app.processEvents()
    layouts = _Layouts()
    app.installEventFilter(layouts)
    for _ in range(_WATCHED_TURNS):
        app.processEvents()
    app.removeEventFilter(layouts)
    return layouts.seen
