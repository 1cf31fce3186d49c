"""A face that says how somebody feels: painted in the look's own colours, told apart by its mouth and brows alone."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.i18n.bidi import directed, without_marks
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Colours, Radius, Role, Space, Weight
from desk_client.ui.widgets.paint import Align, Face, paint_face, paint_paragraph, paragraph_height
from desk_client.ui.widgets.pressable import Pressable

SADDEST: Final = -2
HAPPIEST: Final = 2
_LEAST_PX: Final = 72
_MOST_PX: Final = 128
_LEAST_WIDTH_PX: Final = 120


def paint_smiley(painter: QPainter, place: QRectF, smile: int, colours: Colours) -> None:
    """Paint a face that fills a square place; `smile` goes from `SADDEST` to `HAPPIEST`, 0 is neither."""
    fill, ink = _colours_of(smile, colours)
    unit, centre = place.width() / 2, place.center()
    pen = QPen(QColor(ink), max(2.0, unit / 14), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(QColor(fill))
    inset = pen.widthF() / 2
    painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset))
    painter.setBrush(QColor(ink))
    painter.setPen(Qt.PenStyle.NoPen)
    for side in (-1, 1):
        painter.drawEllipse(centre + QPointF(side * 0.34 * unit, -0.2 * unit), 0.09 * unit, 0.12 * unit)
    painter.setPen(pen)
    if smile == SADDEST:
        for side in (-1, 1):
            outer, inner = QPointF(side * 0.54 * unit, -0.44 * unit), QPointF(side * 0.26 * unit, -0.56 * unit)
            painter.drawLine(centre + outer, centre + inner)
    is_open = smile == HAPPIEST
    if not is_open:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_mouth(centre, unit, smile, is_open=is_open))


def _mouth(centre: QPointF, unit: float, smile: int, *, is_open: bool) -> QPainterPath:
    corner, depth = (0.36 - 0.08 * smile) * unit, 0.3 * smile * unit
    path = QPainterPath(centre + QPointF(-0.45 * unit, corner))
    path.quadTo(centre + QPointF(0, corner + depth * (1.5 if is_open else 1)), centre + QPointF(0.45 * unit, corner))
    if is_open:
        path.closeSubpath()
    return path


def _colours_of(smile: int, colours: Colours) -> tuple[str, str]:
    return {
        -2: (colours.danger_soft, colours.danger_text),
        -1: (colours.warning_soft, colours.warning_text),
        0: (colours.sunken, colours.text_second),
        1: (colours.accent_soft, colours.accent),
        2: (colours.success_soft, colours.success_text),
    }[smile]


class SmileyButton(Pressable):
    """One face to choose, with its meaning in words below; it stays chosen (checked), with a frame."""

    radius_px = Radius.CARD

    def __init__(self, look: Appearance, smile: int, parent: QWidget | None = None) -> None:
        """`smile` as in `paint_smiley`."""
        super().__init__(look, parent)
        self._smile = smile
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        """Say what it means."""
        self.setText(text)
        self.setAccessibleName(without_marks(text))
        self.updateGeometry()
        self.update()

    def content_size(self) -> QSize:
        """Return a size at which the words need few lines."""
        width = self.look.scaled(_LEAST_WIDTH_PX) + 2 * Space.S
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Return the height of face and words at a width."""
        words = paragraph_height(self.text(), self._font(), width - 2 * Space.S)
        return Space.M + self._face_px(width) + Space.S + words + Space.M

    def minimumSizeHint(self) -> QSize:
        """Let the layout narrow it: the words wrap."""
        return QSize(_LEAST_WIDTH_PX, self.look.control_px)

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint the ground, the face, and the words below it."""
        colours = self.colours
        paint_face(painter, QRectF(place), self._ground())
        size = self._face_px(place.width())
        face = QRectF((place.width() - size) / 2, Space.M, size, size)
        paint_smiley(painter, face, self._smile, colours)
        top = Space.M + size + Space.S
        words = QRect(Space.S, top, place.width() - 2 * Space.S, place.height() - top - Space.S)
        said = directed(self.text(), right_to_left=self.look.is_right_to_left)
        paint_paragraph(painter, words, said, self._font(), colours.text, Align.AlignHCenter | Align.AlignTop)

    def _ground(self) -> Face:
        colours = self.colours
        if self.isChecked():
            return Face(colours.accent_soft, colours.accent, 3, self.radius_px)
        if self.isDown() or self.is_hovered:
            return Face(colours.accent_soft, colours.accent, 1, self.radius_px)
        return Face(colours.surface, colours.border, 1, self.radius_px)

    def _face_px(self, width: int) -> int:
        return max(_LEAST_PX, min(_MOST_PX, width // 2))

    def _font(self) -> QFont:
        return self.look.font(Role.BODY, Weight.MEDIUM)
