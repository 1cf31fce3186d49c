"""The place in which a day's times scroll: what is seen of them ends where a row ends."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.slot_grid import SlotGrid


class SlotScroll(ScrollColumn):
    """Scrolls a grid of times by whole rows' height: half a row looks like a button that cannot be touched."""

    def __init__(self, slots: SlotGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slots = slots
        self.body.addWidget(slots)
        self.inner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure anew when other times are offered."""
        if watched is self.inner and event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._end_at_a_row()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew in another height."""
        super().resizeEvent(event)
        self._end_at_a_row()

    def _end_at_a_row(self) -> None:
        room = self.height()
        ends = [button.mapTo(self.inner, QPoint(0, button.height())).y() for button in self._slots.buttons]
        fitting = [end for end in ends if end <= room]
        is_cut = len(fitting) < len(ends) and bool(fitting)
        spare = room - max(fitting) if is_cut else 0
        if self.viewportMargins().bottom() != spare:
            self.setViewportMargins(0, 0, 0, spare)
