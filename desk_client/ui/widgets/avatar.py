"""A monogram in a circle: a person or an office of whom there is no picture."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.i18n.names import monogram
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Weight
from desk_client.ui.widgets.paint import CENTRE, Face, paint_face, paint_line
from desk_client.ui.widgets.surface import Surface

_HUES = ("#1B8354", "#3A6EA5", "#8A5A2B", "#6A4C93", "#9B3D4F", "#2B7A78")
"""Each with white letters above 4.5:1."""


def paint_avatar(
    painter: QPainter,
    place: QRect,
    look: Appearance,
    sign: Icon | str,
    *,
    hue: int | None = None,
    is_enabled: bool = True,
) -> None:
    """Paint a circle with an icon, or with the monogram of a name.

    `hue` numbers one of six grounds; without it the ground is the soft accent, and the sign is drawn in the accent.
    """
    colours = look.colours
    is_plain = hue is None or look.is_high_contrast
    fill = colours.accent_soft if is_plain or hue is None else _HUES[hue % len(_HUES)]
    ink = colours.accent if is_plain else "#FFFFFF"
    if not is_enabled:
        fill, ink = colours.surface, colours.text_disabled
    size = min(place.width(), place.height())
    left, top = place.x() + (place.width() - size) // 2, place.y() + (place.height() - size) // 2
    circle = QRect(left, top, size, size)
    paint_face(painter, QRectF(circle), Face(fill, radius_px=size // 2))
    if isinstance(sign, Icon):
        inner = size // 2
        at = QRect(circle.x() + (size - inner) // 2, circle.y() + (size - inner) // 2, inner, inner)
        look.paint_icon(painter, sign, at, ink)
    else:
        face = look.font(weight=Weight.SEMIBOLD)
        face.setPixelSize(round(size * 0.42))
        paint_line(painter, circle, monogram(sign), face, ink, CENTRE)


class Avatar(Surface):
    """The circle as a widget; `sign` is a name or an icon, `hue` as in `paint_avatar`."""

    def __init__(
        self,
        look: Appearance,
        sign: Icon | str,
        size_px: int = 64,
        *,
        hue: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._sign: Icon | str = sign
        self._size_px = size_px
        self._hue = hue
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_sign(self, sign: Icon | str, *, hue: int | None = None) -> None:
        """Show another name's monogram, or another icon."""
        self._sign, self._hue = sign, hue
        self.update()

    def sizeHint(self) -> QSize:
        """Return the circle's size."""
        return QSize(self._size_px, self._size_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle."""
        del event
        painter = QPainter(self)
        paint_avatar(painter, self.rect(), self.look, self._sign, hue=self._hue)
        painter.end()
