"""What a window offers, and what each of it asks of the server."""

from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QScrollArea, QTextEdit, QWidget

from desk_client.client.day import Day, DeskPage
from desk_client.domain.appointment import AppointmentState
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.widgets.pressable import Pressable
from tests.gui.rights import desk_asks, house_asks
from tests.gui.rights.policies import lets

_TYPED_INTO: Final = (QLineEdit, QPlainTextEdit, QTextEdit, QScrollArea)
"""What is typed into or scrolled asks nothing by itself."""


def offered(window: QWidget) -> set[str]:
    """The name of everything that can be pressed or walked to, questions over the window included."""
    return {each.objectName() or _nameless(each) for each in _controls(window)}


def _controls(window: QWidget) -> Iterator[QWidget]:
    for each in window.findChildren(QWidget):
        is_reached = isinstance(each, QAbstractButton) or bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if each.isVisible() and each.isEnabled() and is_reached and not isinstance(each, _TYPED_INTO):
            yield each


def kept_back(window: DeskWindow, day: Day) -> set[str]:
    """The name of every button of the page that shows, also of those that wait for another state, or other rights."""
    is_workspace = day.page is DeskPage.ADMINISTRATION
    page: QWidget = window.administration.opened if is_workspace else getattr(window, day.page.value)
    return {each.objectName() for each in page.findChildren(Pressable) if each.objectName()}


def _nameless(widget: QWidget) -> str:
    return f"{type(widget).__name__} without a name: {widget.accessibleName()}"


def asks_of(window: DeskWindow, day: Day) -> tuple[Mapping[str, tuple[str, ...]], ...]:
    """The tables of the page that shows; the page's own goes before what is the same on every page."""
    page = day.page
    own = desk_asks.PAGES.get(page)
    if page is DeskPage.TODAY and day.brief is not None and day.brief.item.state is AppointmentState.IN_SESSION:
        own = desk_asks.TALKS
    elif page is DeskPage.ADMINISTRATION:
        own = {**house_asks.EVERY_SECTION, **house_asks.SECTIONS[window.administration.opened.code]}
    elif page is DeskPage.CONSOLE:
        own = house_asks.CONSOLE
    assert own is not None, f"what does {page} ask?"
    return own, desk_asks.EVERYWHERE


def routes(name: str, tables: tuple[Mapping[str, tuple[str, ...]], ...]) -> tuple[str, ...] | None:
    """Every route that pressing this may ask; None where no table names it."""
    for table in tables:
        if name in table:
            return table[name]
        beginnings = [each for each in table if each.endswith("_") and name.startswith(each)]
        if beginnings:
            return table[max(beginnings, key=len)]
    return None


def asked_by_offers(window: DeskWindow, day: Day, root: QWidget | None = None) -> dict[str, tuple[str, ...]]:
    """Everything that is offered, each with what it asks; ``root`` holds the window and what lies over it.

    What no table names fails, whether it is offered at present or not, so that nothing is forgotten.
    """
    tables = asks_of(window, day)
    seen = offered(root or window)
    found = {name: routes(name, tables) for name in sorted(seen | kept_back(window, day))}
    unknown = [name for name, asked in found.items() if asked is None]
    assert not unknown, f"what do {unknown} ask of the server? See tests/gui/rights/*_asks.py"
    return {name: asked for name, asked in found.items() if asked is not None and name in seen}


def wrong_offers(root: QWidget) -> dict[str, list[str]]:
    """What a window that is drawn offers to whoever sits at it, though refused; empty where there is no desk in it."""
    window = root.findChild(DeskWindow)
    if window is None:
        return {}
    day = window._office.day
    return refused(day, asked_by_offers(window, day, root))


def refused(day: Day, offers: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """What is offered of these though the server would refuse it to whoever is signed in, and what it asks."""
    found = {name: [route for route in asked if not lets(day, route)] for name, asked in offers.items()}
    return {name: asked for name, asked in found.items() if asked}
