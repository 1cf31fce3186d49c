"""What is on the sheets, held against what the program can show: every kind of widget, and every question."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtWidgets import QWidget

import desk_client.ui
from desk_client.ui.kiosk.settling import Settling
from desk_client.ui.widgets.dialog import Dialog
from tests.gui.questions import Asked, Place, questions

UNSEEN: Final = {Settling: "takes touches for a moment after a page came up, and paints nothing"}
"""What no picture can show, and why."""


class SheetContent:
    """Looks at each sheet as it is drawn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sheets: set[str] = set()
        self._kinds: set[type] = set()
        self._places: set[Place] = set()
        self._titles: dict[str, set[Place]] = {}
        self._asked = Asked()
        self._asked.listen(monkeypatch)

    def take(self, name: str, sheet: QWidget) -> None:
        """Note what is seen on it."""
        self.sheets.add(name)
        for each in (sheet, *sheet.findChildren(QWidget)):
            if each is sheet or each.isVisibleTo(sheet):
                self._kinds.update(type(each).__mro__)
                if isinstance(each, Dialog):
                    self._titles[each.accessibleName()] = self._asked.places[each.accessibleName()]
                    self._places |= self._asked.places[each.accessibleName()]

    def unseen(self) -> set[str]:
        """The widgets and the questions that are on none of these sheets."""
        widgets = {kind for kind in _widgets() if kind not in self._kinds and kind not in UNSEEN}
        asked = questions() - self._places
        return {f"{kind.__module__}.{kind.__qualname__}" for kind in widgets} | {str(place) for place in asked}

    def unforeseen(self) -> set[str]:
        """The titles of what the program asked at no place that is known to be one: the search misses it."""
        known = questions()
        return {title for title, places in self._titles.items() if places and not places & known}

    def seen_after_all(self) -> set[type]:
        """What is said to be unseen, and is not."""
        return self._kinds & set(UNSEEN)


def _widgets() -> set[type[QWidget]]:
    """Every kind of widget that the program has."""
    for module in pkgutil.walk_packages(desk_client.ui.__path__, f"{desk_client.ui.__name__}."):
        importlib.import_module(module.name)
    return {kind for kind in _below(QWidget) if kind.__module__.startswith(desk_client.ui.__name__)}


def _below(kind: type[QWidget]) -> Iterator[type[QWidget]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)
