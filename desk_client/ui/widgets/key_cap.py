"""One key of a touch keyboard or keypad."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.paint import CENTRE, Face, paint_face, paint_line
from desk_client.ui.widgets.pressable import Pressable

_SIGN_PX = 28
_DOT_PX = 5
"""Of the sign that holding the key offers more."""


class KeyCap(Pressable):
    """A key with a letter, a word or an icon. It never takes the focus, which stays in the field that is typed into."""

    def __init__(
        self,
        look: Appearance,
        legend: str = "",
        *,
        icon: Icon | None = None,
        minor: str = "",
        role: Role = Role.LEAD,
        is_quiet: bool = False,
        is_main: bool = False,
        has_more: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._sign = icon
        self._minor = minor
        self._role = role
        self._is_quiet = is_quiet
        self._is_main = is_main
        self._has_more = has_more
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_legend(legend)

    def set_legend(self, legend: str, minor: str = "") -> None:
        """Write another letter or word on the key."""
        self._minor = minor or self._minor
        self.setText(legend)
        self.setAccessibleName(legend)
        self.update()

    def set_minor(self, minor: str) -> None:
        """Write a small second letter below the first, or none."""
        self._minor = minor
        self.update()

    def content_size(self) -> QSize:
        """Return the target size: the keyboard lays its keys out itself."""
        return QSize(self.look.control_px, self.look.control_px)

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint the cap and what is on it."""
        colours = self.colours
        if not self.isEnabled():
            face, ink = Face(colours.sunken, colours.border), colours.text_disabled
        elif self._is_main:
            face, ink = Face(colours.primary_pressed if self.isDown() else colours.primary), colours.on_primary
        elif self.isDown():
            face, ink = Face(colours.accent_soft, colours.accent, 2), colours.text
        elif self.isChecked():
            face, ink = Face(colours.accent_soft, colours.accent, 2), colours.accent
        else:
            face, ink = Face(colours.sunken if self._is_quiet else colours.surface, colours.border), colours.text
        paint_face(painter, QRectF(place), face)
        if self._sign is not None:
            side = min(_SIGN_PX, place.height() // 2)
            at = QRect((place.width() - side) // 2, (place.height() - side) // 2, side, side)
            self.look.paint_icon(painter, self._sign, at, ink)
            return
        if self._has_more:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.text_second))
            painter.drawEllipse(QRectF(place.right() - 2 * _DOT_PX, place.top() + _DOT_PX, _DOT_PX, _DOT_PX))
        font = self.look.font(self._role, Weight.MEDIUM)
        if not self._minor:
            paint_line(painter, place, self.text(), font, ink, CENTRE)
            return
        upper, lower = self._halves(place)
        paint_line(painter, upper, self.text(), font, ink, CENTRE)
        minor_ink = colours.text_second if self.isEnabled() else ink
        paint_line(painter, lower, self._minor, self.look.font(Role.CAPTION), minor_ink, CENTRE)

    def _halves(self, place: QRect) -> tuple[QRect, QRect]:
        """The places of the legend and of the minor letter: below it, or beside it on a key too low for both."""
        if place.height() < self.look.type_px(self._role) + self.look.type_px(Role.CAPTION):
            half = place.width() // 2
            return place.adjusted(0, 0, -half + Space.M, 0), place.adjusted(half, 0, -Space.M, 0)
        minor_height = place.height() // 3
        upper = place.adjusted(0, Space.XS, 0, -minor_height)
        return upper, QRect(place.left(), upper.bottom() - Space.XS, place.width(), minor_height)
