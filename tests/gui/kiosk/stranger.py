"""A person who knows a kiosk only by what its things are called, as a screen reader tells it; each touch is counted."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from tests.gui.kiosk.visitor import Visitor
from tests.gui.widgets.touch import tap

PRESSED = frozenset({QAccessible.Role.Button, QAccessible.Role.PushButton, QAccessible.Role.CheckBox})


class Stranger:
    """Finds what bears a name and touches its middle."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self.touches = 0

    async def presses(self, name: str) -> None:
        """Touch what is called so, or begins so, once it is there."""
        await self._touches(name)
        self.touches += 1

    async def types(self, keys: str) -> None:
        """Touch one key after the other; these are no touches that one counts."""
        for key in keys:
            await self._touches(key, is_whole=True)

    def hears(self) -> list[str]:
        """The names of everything that can be pressed now."""
        return [each.text(QAccessible.Text.Name) for each in self._pressable()]

    async def _touches(self, name: str, *, is_whole: bool = False) -> None:
        def named() -> QAccessibleInterface | None:
            for each in self._pressable():
                said = each.text(QAccessible.Text.Name)
                if said == name or (not is_whole and said.startswith(name)):
                    return each
            return None

        await self._visitor.until(named, f"nothing is called {name!r}; there are {self.hears()}")
        found = named()
        assert found is not None
        window = self._visitor.window
        at = window.mapFromGlobal(found.rect().center())
        assert window.rect().contains(at), f"{name!r} is not on the screen"
        tap(self._visitor.finger, window, QPoint(at))
        QApplication.processEvents()

    def _pressable(self) -> Iterator[QAccessibleInterface]:
        return (
            each for each in _all(QAccessible.queryAccessibleInterface(self._visitor.window)) if _can_be_pressed(each)
        )


def _all(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from _all(child)


def _can_be_pressed(interface: QAccessibleInterface) -> bool:
    state = interface.state()
    return interface.role() in PRESSED and not state.invisible and not state.disabled
