"""Two things side by side, or one above the other where the page stands upright."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desk_client.ui.theme.tokens import Space

NARROW_PX = 860


def is_upright(widget: QWidget) -> bool:
    """Tell whether things in this widget stand one above the other rather than side by side."""
    window = widget.window()
    return window.height() > window.width() or widget.width() < NARROW_PX


class Sides(QWidget):
    """The first thing stands where reading begins; in an upright or narrow window it stands above the second."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        shares: tuple[int, int] = (1, 1),
        heights: tuple[int, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``shares`` are those of the width, and upright of the height where there are no ``heights``."""
        super().__init__(parent)
        self._shares, self._heights = shares, heights or shares
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.XL)
        self._row.addWidget(first, shares[0])
        self._row.addWidget(second, shares[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn with the width."""
        upright = is_upright(self)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight)
        for at, share in enumerate(self._heights if upright else self._shares):
            self._row.setStretch(at, share)
        super().resizeEvent(event)
