"""The buttons that carry an action's name."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QTimer
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.i18n.bidi import without_marks
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.paint import CENTRE, Face, line_width, mirrored, paint_arc, paint_face, paint_line
from desk_client.ui.widgets.pressable import Pressable

_TURN_EVERY_MS = 33
_TURN_DEGREES = 12.0
_MAIN_WIDTH = 3
"""A main action is at least so many times as wide as high."""


class Kind(Enum):
    """How much a button asks for."""

    PRIMARY = auto()
    """The one main action of a screen."""
    SECONDARY = auto()
    DANGER = auto()
    """What cannot be undone, or ends a conversation."""
    QUIET = auto()
    """What is always there and seldom needed."""


class Button(Pressable):
    """A button with a text, an icon, or both; it may be busy, and then turns a wheel and cannot be pressed."""

    def __init__(
        self,
        look: Appearance,
        text: str = "",
        kind: Kind = Kind.SECONDARY,
        *,
        icon: Icon | None = None,
        is_icon_after: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._kind = kind
        self._sign = icon
        self._is_icon_after = is_icon_after
        self._is_busy = False
        self._turned = 0.0
        self._wheel = QTimer(self)
        self._wheel.setInterval(_TURN_EVERY_MS)
        self._wheel.timeout.connect(self._turn)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Name the action."""
        self.setText(text)
        self.setAccessibleName(without_marks(text))
        self.updateGeometry()

    def set_kind(self, kind: Kind) -> None:
        """Be another kind of action from now on."""
        if kind is not self._kind:
            self._kind = kind
            self.updateGeometry()
            self.update()

    def set_icon(self, icon: Icon | None) -> None:
        """Show another icon, or none."""
        self._sign = icon
        self.updateGeometry()
        self.update()

    @property
    def is_busy(self) -> bool:
        """Whether the action runs."""
        return self._is_busy

    def set_busy(self, is_busy: bool) -> None:
        """Show that the action runs; it cannot be asked for again until it has ended."""
        if is_busy == self._is_busy:
            return
        self._is_busy = is_busy
        self.setEnabled(not is_busy)
        if is_busy and not self.look.look.reduced_motion:
            self._wheel.start()
        else:
            self._wheel.stop()
        self.update()

    def content_size(self) -> QSize:
        """Return the size of text and icon with their margins."""
        height = self.look.scaled(self.look.control_px)
        text = line_width(self.text(), self._face_font()) if self.text() else 0
        sign = self._sign_px() if self._sign or self._is_busy else 0
        between = Space.S + Space.XS if text and sign else 0
        margins = 2 * (Space.L if text else (height - sign) // 2)
        least = _MAIN_WIDTH * height if text and self._kind in {Kind.PRIMARY, Kind.DANGER} else 0
        return QSize(max(least, text + sign + between + margins), height)

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint the face of the kind and state, then icon and text, together in the middle."""
        face, ink = self._face()
        paint_face(painter, QRectF(place), face)
        font = self._face_font()
        shows_sign = self._sign is not None or self._is_busy
        sign = self._sign_px() if shows_sign else 0
        between = Space.S + Space.XS if self.text() and sign else 0
        room = place.width() - sign - between - 2 * Space.XS
        text = min(line_width(self.text(), font), room) if self.text() else 0
        left = place.left() + (place.width() - text - sign - between) // 2
        text_left, sign_left = (left, left + text + between) if self._is_icon_after else (left + sign + between, left)
        if text:
            where = QRect(text_left, place.top(), text, place.height())
            paint_line(painter, self._turned_to_layout(where), self.text(), font, ink, CENTRE)
        if not shows_sign:
            return
        where = self._turned_to_layout(QRect(sign_left, place.top() + (place.height() - sign) // 2, sign, sign))
        if self._is_busy:
            paint_arc(painter, QPointF(QRectF(where).center()), sign / 2 - 2, ink, self._turned, 2.5)
        elif self._sign is not None:
            self.look.paint_icon(painter, self._sign, where, ink)

    def _turned_to_layout(self, place: QRect) -> QRect:
        return mirrored(place, self.rect(), right_to_left=self.look.is_right_to_left)

    def _face_font(self) -> QFont:
        return self.look.font(
            Role.BODY, Weight.SEMIBOLD if self._kind in {Kind.PRIMARY, Kind.DANGER} else Weight.MEDIUM
        )

    def _sign_px(self) -> int:
        return self.look.scaled(Space.L if self.look.is_kiosk else 20)

    def _face(self) -> tuple[Face, str]:
        colours = self.colours
        if not self.isEnabled() and not self._is_busy:
            edge = "" if self._kind is Kind.QUIET else colours.border
            return Face("" if self._kind is Kind.QUIET else colours.sunken, edge), colours.text_disabled
        match self._kind:
            case Kind.PRIMARY:
                fill = colours.primary_hover if self.is_hovered else colours.primary
                return Face(colours.primary_pressed if self.isDown() else fill), colours.on_primary
            case Kind.DANGER:
                fill = colours.danger_hover if self.is_hovered or self.isDown() else colours.danger
                return Face(fill), colours.on_danger
            case Kind.SECONDARY:
                fill = colours.sunken if self.is_hovered or self.isDown() else colours.surface
                return Face(fill, colours.border_strong), colours.text
            case Kind.QUIET:
                return Face(colours.accent_soft if self.is_hovered or self.isDown() else ""), colours.accent

    def _turn(self) -> None:
        self._turned = (self._turned + _TURN_DEGREES) % 360
        self.update()
