"""A state in a word."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.paint import CENTRE, Face, line_width, mirrored, paint_face, paint_line
from desk_client.ui.widgets.surface import Surface

_SIGN_PX = 18


class Pill(Surface):
    """A word in a rounded frame: waiting, admitted, ended. Without a mood it is neutral."""

    def __init__(
        self, look: Appearance, text: str = "", mood: Mood | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._text, self._mood = text, mood
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(text, mood)

    def set_state(self, text: str, mood: Mood | None = None) -> None:
        """Show another state."""
        self._text, self._mood = text, mood
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the word's size with its frame."""
        sign = _SIGN_PX + Space.S if self._mood else 0
        return QSize(
            line_width(self._text, self._font()) + sign + 2 * Space.M, self.look.type_px(Role.CAPTION) + Space.M
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the mood's icon and the word."""
        del event
        painter = QPainter(self)
        colours = self.colours
        fill = getattr(colours, f"{self._mood}_soft") if self._mood else colours.sunken
        ink = getattr(colours, f"{self._mood}_text") if self._mood else colours.text_second
        edge = ink if self.look.is_high_contrast else ""
        paint_face(painter, QRectF(self.rect()), Face(fill, edge, 1, self.height() // 2))
        before = int(Space.M)
        if self._mood:
            at = QRect(before - Space.XS, (self.height() - _SIGN_PX) // 2, _SIGN_PX, _SIGN_PX)
            self.look.paint_icon(painter, self._mood.icon, self._placed(at), ink)
            before += _SIGN_PX + Space.XS
        word = QRect(before, 0, self.width() - before - Space.M, self.height())
        paint_line(painter, self._placed(word), self._text, self._font(), ink, CENTRE)
        painter.end()

    def _font(self) -> QFont:
        return self.look.font(Role.CAPTION, Weight.MEDIUM)

    def _placed(self, place: QRect) -> QRect:
        return mirrored(place, self.rect(), right_to_left=self.look.is_right_to_left)
