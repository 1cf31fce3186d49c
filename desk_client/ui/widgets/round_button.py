"""The round buttons of a call."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.paint import CENTRE, Align, Face, line_width, paint_face, paint_line, paint_paragraph
from desk_client.ui.widgets.pressable import Pressable

_CIRCLE_PX = 64
_SIGN_PX = 28
_BADGE_PX = 22


class RoundButton(Pressable):
    """An icon in a circle over its name, for the dark ground of a call.

    With `off_icon` it is a switch: checked means on; switched off it shows the other icon on white, which is noticed.
    """

    radius_px = Radius.CARD

    def __init__(
        self,
        look: Appearance,
        icon: Icon,
        text: str = "",
        *,
        off_icon: Icon | None = None,
        is_danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._sign = icon
        self._off_sign = off_icon
        self._is_danger = is_danger
        self._fault = ""
        self._is_folded = False
        self._beside_px: int = Space.S
        self.setCheckable(off_icon is not None)
        self.setChecked(off_icon is not None)
        self.set_text(text)

    @property
    def focus_colours(self) -> tuple[str, str]:
        """The ring's colours on the dark ground."""
        return self.colours.stage_focus, self.colours.stage

    def set_text(self, text: str) -> None:
        """Name the action."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_room(self, beside_px: int, *, is_folded: bool) -> None:
        """So much is left on either side of the name; where there is too little, it is written on two lines."""
        if (beside_px, is_folded) != (self._beside_px, self._is_folded):
            self._beside_px, self._is_folded = beside_px, is_folded
            self.updateGeometry()
            self.update()

    def width_named(self) -> int:
        """How wide circle and name are, the name on one line."""
        return max(_CIRCLE_PX, line_width(self.text(), self._name_font()))

    def set_fault(self, words: str) -> None:
        """Mark it as not serving, with the words that say why; no words: it serves."""
        if words != self._fault:
            self._fault = words
            self.setAccessibleDescription(words)
            self.update()

    def content_size(self) -> QSize:
        """Return the circle's size with the name below."""
        width = self.width_named() + 2 * self._beside_px
        if self._is_folded:
            width = max(_CIRCLE_PX, *(line_width(word, self._name_font()) for word in ("", *self.text().split())))
        return QSize(width, _CIRCLE_PX + self._name_px() + 3 * Space.XS)

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint circle, icon and name."""
        colours = self.colours
        is_off = self._off_sign is not None and not self.isChecked()
        fill, ink = colours.stage_control, colours.on_stage
        if self._is_danger:
            fill, ink = (colours.danger_hover if self.isDown() else colours.danger), colours.on_danger
        elif is_off:
            fill, ink = colours.on_stage, colours.stage
        elif self.isDown() or self.is_hovered:
            fill = colours.stage_surface
        circle = QRect(place.center().x() - _CIRCLE_PX // 2, Space.XS, _CIRCLE_PX, _CIRCLE_PX)
        edge = colours.on_stage_second if self.isDown() else ""
        paint_face(painter, QRectF(circle), Face(fill, edge, 2, _CIRCLE_PX // 2))
        inset = (_CIRCLE_PX - _SIGN_PX) // 2
        sign = self._off_sign if is_off and self._off_sign is not None else self._sign
        self.look.paint_icon(painter, sign, circle.adjusted(inset, inset, -inset, -inset), ink)
        if self._fault:
            self._paint_badge(painter, circle)
        name_at = QRect(place.left(), circle.bottom() + Space.XS, place.width(), self._name_px())
        font = self._name_font()
        if self._is_folded:
            paint_paragraph(painter, name_at, self.text(), font, colours.on_stage, Align.AlignHCenter | Align.AlignTop)
        else:
            paint_line(painter, name_at, self.text(), font, colours.on_stage, CENTRE)

    def _paint_badge(self, painter: QPainter, circle: QRect) -> None:
        at = QRect(circle.right() - _BADGE_PX + 5, circle.top() - 2, _BADGE_PX, _BADGE_PX)
        colours = self.colours
        paint_face(painter, QRectF(at), Face(colours.stage_focus, colours.stage_surface, 2, _BADGE_PX // 2))
        paint_line(painter, at, "!", self.look.font(Role.CAPTION, Weight.BOLD), colours.stage, CENTRE)

    def _name_font(self) -> QFont:
        return self.look.font(Role.CAPTION, Weight.MEDIUM)

    def _name_px(self) -> int:
        return round(self.look.type_px(Role.CAPTION) * (3 if self._is_folded else 1.5))
