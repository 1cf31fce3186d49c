"""Cards that are pressed: an office, a service, an audience, an errand."""

from enum import Enum, auto

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.i18n.bidi import directed, without_marks
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.avatar import paint_avatar
from desk_client.ui.widgets.paint import (
    Align,
    Face,
    line_width,
    mirrored,
    paint_face,
    paint_paragraph,
    paragraph_height,
)
from desk_client.ui.widgets.pressable import Pressable

_LEAST_TEXT_PX = 120
_MOST_TEXT_PX = 560
_TITLE_GAP = Space.XS


class Shape(Enum):
    """How a card lies."""

    ROW = auto()
    """Sign, then title over subtitle, then a chevron: one of a list."""
    TILE = auto()
    """Sign above title and subtitle, all from the line's beginning: one of the few errands of a home screen."""


class CardButton(Pressable):
    """A card with a sign (icon or a name's monogram), a title and a subtitle; both wrap, and the card grows.

    With `is_choice` it is one of several to choose from: it stays chosen (checked), with a frame and a check mark.
    """

    radius_px = Radius.CARD

    def __init__(
        self,
        look: Appearance,
        title: str = "",
        subtitle: str = "",
        *,
        sign: Icon | str | None = None,
        hue: int | None = None,
        shape: Shape = Shape.ROW,
        is_choice: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._sign = sign
        self._hue = hue
        self._shape = shape
        self._title = self._subtitle = ""
        self.setCheckable(is_choice)
        # at a touch screen a larger card is easier to hit
        vertical = QSizePolicy.Policy.MinimumExpanding if look.is_kiosk else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_texts(title, subtitle)

    def set_texts(self, title: str, subtitle: str = "") -> None:
        """Name what the card leads to."""
        self._title, self._subtitle = title, subtitle
        self.setText(title)
        self.setAccessibleName(without_marks(title))
        self.setAccessibleDescription(without_marks(subtitle))
        self.updateGeometry()
        self.update()

    def set_shape(self, shape: Shape) -> None:
        """Lie another way."""
        if shape is not self._shape:
            self._shape = shape
            self.updateGeometry()
            self.update()

    def content_size(self) -> QSize:
        """Return a size at which the texts need few lines."""
        longest = max(
            line_width(self._title, self._title_font()),
            line_width(self._subtitle, self._subtitle_font()),
        )
        text = max(_LEAST_TEXT_PX, min(_MOST_TEXT_PX, longest + Space.XS))
        width = self._before_px() + text + self._after_px()
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Return the height that sign and texts take at a width."""
        room = width - self._before_px() - self._after_px()
        texts = self._texts_height(room)
        if self._shape is Shape.TILE:
            return texts + self._sign_px() + Space.M + 2 * self._margin()
        return max(texts, self._sign_px() if self._sign is not None else 0) + 2 * self._margin()

    def minimumSizeHint(self) -> QSize:
        """Let the layout narrow the card: its texts wrap."""
        least = self.look.control_px
        return QSize(self._before_px() + _LEAST_TEXT_PX + self._after_px(), least)

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint the face, the sign, both texts, and a chevron or a check mark."""
        colours = self.colours
        paint_face(painter, QRectF(place), self._face())
        ink = colours.text if self.isEnabled() else colours.text_disabled
        second = colours.text_second if self.isEnabled() else colours.text_disabled
        sign, margin = self._sign_px(), self._margin()
        room = place.width() - self._before_px() - self._after_px()
        title_height = paragraph_height(self._title, self._title_font(), room)
        subtitle_height = paragraph_height(self._subtitle, self._subtitle_font(), room)
        height = self._texts_height(room)
        if self._shape is Shape.TILE:
            sign_at = QRect(margin, margin, sign, sign)
            top = margin + sign + Space.M
        else:
            sign_at = QRect(margin, (place.height() - sign) // 2, sign, sign)
            top = (place.height() - height) // 2
        if self._sign is not None:
            paint_avatar(
                painter, self._placed(sign_at), self.look, self._sign, hue=self._hue, is_enabled=self.isEnabled()
            )
        align = Align.AlignLeft | Align.AlignTop
        at = self._placed(QRect(self._before_px(), top, room, title_height))
        paint_paragraph(painter, at, self._directed(self._title), self._title_font(), ink, align)
        at = self._placed(QRect(self._before_px(), top + height - subtitle_height, room, subtitle_height))
        paint_paragraph(painter, at, self._directed(self._subtitle), self._subtitle_font(), second, align)
        self._paint_mark(painter, place)

    def _paint_mark(self, painter: QPainter, place: QRect) -> None:
        size, margin = self._mark_px(), self._margin()
        top = margin if self._shape is Shape.TILE else (place.height() - size) // 2
        at = self._placed(QRect(place.width() - margin - size, top, size, size))
        if self.isCheckable():
            if self.isChecked():
                self.look.paint_icon(painter, Icon.CHECK_CIRCLE, at, self.colours.accent)
        elif self.isEnabled():
            self.look.paint_icon(painter, Icon.GO, at, self.colours.text_second)

    def _face(self) -> Face:
        colours = self.colours
        if self.isCheckable() and self.isChecked():
            return Face(colours.accent_soft, colours.accent, 3, self.radius_px)
        if not self.isEnabled():
            return Face(colours.sunken, colours.border, 1, self.radius_px)
        if self.isDown() or self.is_hovered:
            return Face(colours.accent_soft, colours.accent, 1, self.radius_px)
        return Face(colours.surface, colours.border, 1, self.radius_px)

    def _placed(self, place: QRect) -> QRect:
        return mirrored(place, self.rect(), right_to_left=self.look.is_right_to_left)

    def _directed(self, text: str) -> str:
        return directed(text, right_to_left=self.look.is_right_to_left)

    def _texts_height(self, room: int) -> int:
        title = paragraph_height(self._title, self._title_font(), room)
        subtitle = paragraph_height(self._subtitle, self._subtitle_font(), room)
        return title + (subtitle + _TITLE_GAP if subtitle else 0)

    def _title_font(self) -> QFont:
        return self.look.font(Role.LEAD, Weight.SEMIBOLD)

    def _subtitle_font(self) -> QFont:
        return self.look.font(Role.CAPTION if self._shape is Shape.ROW else Role.BODY)

    def _margin(self) -> int:
        return Space.L if self._shape is Shape.TILE else Space.M

    def _sign_px(self) -> int:
        return 64 if self.look.is_kiosk else Space.XXL

    def _mark_px(self) -> int:
        return Space.L

    def _before_px(self) -> int:
        """Return where the texts begin."""
        if self._shape is Shape.TILE or self._sign is None:
            return self._margin()
        return self._margin() + self._sign_px() + Space.M

    def _after_px(self) -> int:
        """Return what stands behind the texts."""
        return self._margin() if self._shape is Shape.TILE else self._margin() + self._mark_px() + Space.S
