"""A card that holds other widgets."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Radius, Space
from desk_client.ui.widgets.paint import Face, paint_face
from desk_client.ui.widgets.surface import Surface


class Panel(Surface):
    """A rounded surface with a column inside: add widgets to `body`. `is_stage` is for the dark ground of a call."""

    def __init__(
        self,
        look: Appearance,
        *,
        margin_px: int = Space.L,
        is_stage: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._is_stage = is_stage
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin_px, margin_px, margin_px, margin_px)
        self.body.setSpacing(Space.M)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        del event
        painter = QPainter(self)
        fill = self.colours.stage_surface if self._is_stage else self.colours.surface
        edge = "" if self._is_stage and fill != self.colours.stage else self.colours.border
        paint_face(painter, QRectF(self.rect()), Face(fill, edge, 1, Radius.CARD))
        painter.end()
