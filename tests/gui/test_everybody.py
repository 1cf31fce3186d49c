"""The kiosk is for everybody: on every page, in each language and text size, all is whole, named, reached by keys."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise, product

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desk_client.client.visit import Page
from desk_client.i18n.language import Language
from desk_client.ui.kiosk.header import KioskHeader
from desk_client.ui.kiosk.staff_notice import StaffNotice
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import TextSize
from desk_client.ui.widgets import paint
from desk_client.ui.widgets.dialog import Dialog
from tests.gallery import call_states, kiosk_sheets

LYING, UPRIGHT = QSize(1280, 800), QSize(1080, 1920)
LEAST_TARGET_PX = 48
TAB = Qt.FocusPolicy.TabFocus
RTL = Qt.LayoutDirection.RightToLeft
SETTLES = 6
"""How often Qt's events are let through: a layout settles in a few rounds."""
AS_IT_IS = ("attract",)
"""Where a visitor has nothing to choose language or size by: a kiosk that rests."""
WITHIN_REACH = (
    *("home", "national-id", "nationality", "office", "time", "documents-brought", "photo-cut", "summary"),
    *("offer", "appointments", "request-answered", "reply", "booking-interrupted", "staff-message"),
    *("service-points-old", "call", "ending"),
)
"""A sheet of each kind of page, and what may lie over one."""
Build = Callable[[Appearance], QWidget]
SHEETS = (*kiosk_sheets.SHEETS, *call_states.SHEETS)
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
    with qtbot.waitExposed(window):  # or the screen's word of its first size comes later than the next
        window.show()
    found = set()
    looks = [(look.language, TextSize.NORMAL)] if name in AS_IT_IS else product(Language, TextSize)
    for language, text_size in looks:
        look.set_look(replace(look.look, language=language, text_size=text_size))
        for size in (LYING, UPRIGHT) if text_size is TextSize.LARGEST else (LYING,):
            window.resize(size)
            settle()
            found |= {f"{language} {text_size.name} {size.width()}: {text}" for text in cut.look_at(window)}
            assert window.size() == size, (language, text_size)
    assert found == set()


NAMED_AS = frozenset(
    {
        *(QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton),
        *(QAccessible.Role.EditableText, QAccessible.Role.Grouping),
    }
)
"""What a screen reader may be told of what is pressed or typed into; a calendar is a group of days."""
WITHOUT_HEADING = ("attract", "call")
"""A greeting, and a talk: one picture each."""


def on_top(window: QWidget) -> QWidget:
    """The question that covers the window or its page, or the window."""
    covers = [each for each in window.children() if isinstance(each, QWidget) and each.isVisible()]
    covers += [each for each in window.findChildren(Dialog) if each.isVisible()]
    whole = [each for each in covers if isinstance(each, Dialog) or each.geometry() == window.rect()]
    return whole[-1] if whole else window


def used(within: QWidget) -> list[QWidget]:
    """What can be pressed or typed into."""
    found = (each for each in (within, *within.findChildren(QWidget)) if each.isVisible())
    return [each for each in found if isinstance(each, QAbstractButton) or each.focusPolicy() & TAB]


@by_sheet
def test_all_is_named_and_large_enough(look: Appearance, qtbot: QtBot, name: str, build: Build) -> None:
    window = build(look)
    qtbot.addWidget(window)
    window.resize(LYING)
    window.show()
    settle()
    things = used(on_top(window))
    told = {each: QAccessible.queryAccessibleInterface(each) for each in things}
    assert [each.objectName() for each in things if not told[each].text(QAccessible.Text.Name)] == []
    assert [(each.objectName(), told[each].role()) for each in things if told[each].role() not in NAMED_AS] == []
    small = [
        (told[each].text(QAccessible.Text.Name), each.size())
        for each in things
        if min(each.width(), each.height()) < LEAST_TARGET_PX
    ]
    assert small == []
    headings = [
        each
        for each in window.findChildren(QLabel)
        if each.isVisible() and QAccessible.queryAccessibleInterface(each).role() is QAccessible.Role.Heading
    ]
    assert headings or name.startswith(WITHOUT_HEADING)


@by_sheet
def test_all_is_reached_by_keys_in_the_order_of_reading_and_seen(
    look: Appearance, qtbot: QtBot, name: str, build: Build
) -> None:
    if name == "attract":
        return  # any key wakes it
    assert_keys_follow_what_is_seen(look, qtbot, build, LYING)


@pytest.mark.parametrize("name", WITHIN_REACH)
def test_within_reach_too_keys_follow_what_is_seen(look: Appearance, qtbot: QtBot, name: str) -> None:
    """Upright, and what is always at hand is at the foot: the keys come to it last."""
    look.set_look(replace(look.look, is_within_reach=True))
    assert_keys_follow_what_is_seen(look, qtbot, dict(SHEETS)[name], UPRIGHT)


def assert_keys_follow_what_is_seen(look: Appearance, qtbot: QtBot, build: Build, size: QSize) -> None:
    window = build(look)
    qtbot.addWidget(window)
    window.resize(size)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    settle()
    stops, unseen = walk(window)
    for area in window.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)  # the keys went to the end of it
    wanted = [each for each in used(on_top(window)) if each.isEnabled() and each.focusPolicy() & TAB]
    assert {each.objectName() or each.accessibleName() for each in set(wanted) ^ set(stops)} == set()
    assert unseen == []
    at = stops.index(min(stops, key=lambda each: place_in_reading(window, each)))
    if look.look.is_within_reach:
        at = 1 + max((at for at, each in enumerate(stops) if is_at_hand(window, each)), default=at - 1)
    stops = stops[at:] + stops[:at]
    back = [(one.accessibleName(), two.accessibleName()) for one, two in pairwise(stops) if goes_back(window, one, two)]
    assert back == []


def is_at_hand(window: QWidget, thing: QWidget) -> bool:
    """Whether it is of the line that every page has."""
    return any(each.isAncestorOf(thing) for each in window.findChildren(KioskHeader))


def walk(window: QWidget) -> tuple[list[QWidget], list[str]]:
    """Press Tab until it comes round; return where it went, and where one did not see it."""
    stops: list[QWidget] = []
    unseen = []
    pictures: list[QImage] = []
    while True:
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        settle()
        stop = QApplication.focusWidget()
        assert stop is not None
        if stops and stop is not stops[-1] and stops[-1].grab().toImage() == pictures[-1]:
            unseen.append(stops[-1].accessibleName())
        if stop in stops:
            stops = stops[stops.index(stop) :]  # a question that came up before its window took the keyboard later
            return stops, unseen
        stops.append(stop)
        pictures.append(stop.grab().toImage())


def scrolled_in(thing: QWidget) -> QScrollArea | None:
    """The innermost place in which it scrolls."""
    above = thing.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def place_in_reading(window: QWidget, thing: QWidget) -> tuple[int, int]:
    """How far down it is, then how far along the line."""
    at = thing.mapTo(window, QPoint())
    return at.y(), -at.x() if window.layoutDirection() is RTL else at.x()


def goes_back(window: QWidget, one: QWidget, two: QWidget) -> bool:
    """Whether the way from one thing to the next leads against the reading: up, or back within a line."""
    notice = next((each for each in window.findChildren(StaffNotice) if each.isAncestorOf(one)), None)
    if notice is not None and not notice.isAncestorOf(two):
        return False  # it lies above the page: what it covers is read after it, wherever that is
    first, second = (QRect(each.mapTo(window, QPoint()), each.size()) for each in (one, two))
    place = scrolled_in(one)
    if place is not None and not place.isAncestorOf(two):  # what is scrolled to is seen at its place's end
        first.moveBottom(min(first.bottom(), place.mapTo(window, QPoint(0, place.height())).y()))
    is_onward = second.right() <= first.left() if window.layoutDirection() is RTL else second.left() >= first.right()
    if second.bottom() <= first.top():
        return not is_onward  # to the next column it may go up
    return second.top() < first.bottom() and first.top() < second.bottom() and not is_onward
