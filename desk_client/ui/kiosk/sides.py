"""Two things side by side, or one above the other where the page stands upright."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desk_client.ui.theme.tokens import Space


class Sides(QWidget):
    """The first thing stands where reading begins; below ``narrow_px`` it stands above the second."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        shares: tuple[int, int] = (1, 1),
        narrow_px: int = 860,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._narrow_px = narrow_px
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.XL)
        self._row.addWidget(first, shares[0])
        self._row.addWidget(second, shares[1])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Turn with the width."""
        is_narrow = self.width() < self._narrow_px
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)
