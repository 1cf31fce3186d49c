"""The kiosk is for everybody: on every page, in each language and text size, all is whole, named, and reached by keys."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desk_client.client.visit import Page
from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import TextSize
from desk_client.ui.widgets import paint
from tests.gallery.kiosk_sheets import SHEETS

LYING, UPRIGHT = QSize(1280, 800), QSize(1080, 1920)
LEAST_TARGET_PX = 48
SETTLES = 6
"""How often Qt's events are let through: a layout settles in a few rounds."""
SIZES_SEEN = {"attract": (TextSize.NORMAL,)}
"""Where a visitor cannot choose the size: who comes to a resting kiosk finds it as it is."""
Build = Callable[[Appearance], QWidget]
by_sheet = pytest.mark.parametrize(("name", "build"), SHEETS, ids=[name for name, _ in SHEETS])


def settle() -> None:
    for _ in range(SETTLES):
        QApplication.processEvents()


def scroll_contents(window: QWidget) -> Iterator[QWidget]:
    for area in window.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content is not None:
            yield content


class Cut:
    """Notes each text that is painted into a place too small for it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: set[str] = set()
        line, paragraph = paint.paint_line, paint.paint_paragraph

        def watched_line(painter: QPainter, place: QRect, text: str, font: QFont, *more: object) -> None:
            if QFontMetrics(font).horizontalAdvance(text) > place.width():
                self.texts.add(f"{text!r} in one line of {place.width()} px")
            line(painter, place, text, font, *more)  # type: ignore[arg-type]  # passed on as it came

        def watched_paragraph(painter: QPainter, place: QRect, text: str, font: QFont, *more: object) -> None:
            needed = paint.paragraph_height(text, font, place.width())
            widest = max((QFontMetrics(font).horizontalAdvance(word) for word in text.split()), default=0)
            if needed > place.height() + 1 or widest > place.width():
                self.texts.add(f"{text!r}: {widest}×{needed} in {place.width()}×{place.height()} px")
            paragraph(painter, place, text, font, *more)  # type: ignore[arg-type]  # passed on as it came

        for module in list(sys.modules.values()):
            for name, original, watched in (
                ("paint_line", line, watched_line),
                ("paint_paragraph", paragraph, watched_paragraph),
            ):
                if getattr(module, name, None) is original:
                    monkeypatch.setattr(module, name, watched)

    def look_at(self, window: QWidget) -> set[str]:
        """Paint all of it, what has to be scrolled to as well; return what is cut."""
        self.texts.clear()
        for each in (window, *scroll_contents(window)):
            each.grab()
        for label in window.findChildren(QLabel):
            if label.isVisible() and not label.wordWrap() and label.sizeHint().width() > label.width():
                self.texts.add(f"{label.text()!r} in a label of {label.width()} px")
        return self.texts


def test_every_page_has_a_sheet() -> None:
    names = [name for name, _ in SHEETS]
    missing = [page for page in Page if not any(name.startswith(page.value.replace("_", "-")) for name in names)]
    assert missing == []


@by_sheet
def test_no_text_is_cut(
    look: Appearance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str, build: Build
) -> None:
    """Switched live, as a visitor does; upright in the largest size, which needs most room where there is least."""
    cut = Cut(monkeypatch)
    window = build(look)
    qtbot.addWidget(window)
    window.show()
    found = set()
    for language, text_size in product(Language, SIZES_SEEN.get(name, TextSize)):
        look.set_look(replace(look.look, language=language, text_size=text_size))
        for size in (LYING, UPRIGHT) if text_size is TextSize.LARGEST else (LYING,):
            window.resize(size)
            settle()
            found |= {f"{language} {text_size.name} {size.width()}: {text}" for text in cut.look_at(window)}
            assert window.size() == size, (language, text_size)
    assert found == set()
