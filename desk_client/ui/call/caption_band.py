"""What the official's side types, read large below the pictures."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk_client.i18n.bidi import directed, without_marks, written
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.paint import Align, Face, paint_face, paint_paragraph, paragraph_height
from desk_client.ui.widgets.surface import Surface

_SIZES = (Role.TITLE, Role.LEAD, Role.BODY)
"""The largest in which the text still fits."""


class CaptionBand(Surface):
    """As high as its text; nothing said takes no room."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("caption")
        self._text = ""
        self.hide()

    @property
    def text(self) -> str:
        """What is read."""
        return self._text

    def set_text(self, text: str) -> bool:
        """Say something else; returns whether anything changed, so that the stage is laid out anew."""
        if text == self._text:
            return False
        self._text = text
        self.setAccessibleName(without_marks(text))
        self.setVisible(bool(text))
        self.update()
        return True

    def height_within(self, width: int, most: int) -> int:
        """Return the height that it takes at a width, `most` at the most."""
        if not self._text:
            return 0
        inner = width - 2 * Space.L
        return min(most, paragraph_height(self._text, self._font(inner, most), inner) + 2 * Space.M)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and words."""
        del event
        painter = QPainter(self)
        colours = self.colours
        edge = colours.border if self.look.is_high_contrast else ""
        paint_face(painter, QRectF(self.rect()), Face(colours.stage_surface, edge, 1, Radius.CARD))
        place: QRect = self.rect().adjusted(Space.L, Space.M, -Space.L, -Space.M)
        text = directed(written(self._text), right_to_left=self.look.is_right_to_left)
        font = self._font(place.width(), self.height())
        paint_paragraph(painter, place, text, font, colours.on_stage, Align.AlignHCenter | Align.AlignVCenter)
        painter.end()

    def _font(self, width: int, most: int) -> QFont:
        fonts = [self.look.font(role, Weight.SEMIBOLD) for role in _SIZES]
        room = most - 2 * Space.M
        return next((font for font in fonts if paragraph_height(self._text, font, width) <= room), fonts[-1])
