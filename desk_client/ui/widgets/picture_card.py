"""A file to choose by its picture."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.i18n.bidi import directed, without_marks
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.paint import (
    Align,
    Face,
    line_width,
    mirrored,
    paint_face,
    paint_line,
    paint_paragraph,
    paragraph_height,
)
from desk_client.ui.widgets.pressable import Pressable
from desk_client.ui.widgets.thumbnail import SIDE_PX, paint_thumbnail

_LEAST_TEXT_PX = 160
_MOST_LINES = 2
"""Of a name."""


class PictureCard(Pressable):
    """Picture, name and a second line; a check mark once it is chosen."""

    radius_px = Radius.CARD

    def __init__(
        self, look: Appearance, icon: Icon, name: str, second: str, *, is_chosen: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._icon = icon
        self._name, self._second = name, second
        self._image = QImage()
        self._is_chosen = is_chosen
        self.setText(name)
        self.setAccessibleName(without_marks(name))
        self.setAccessibleDescription(without_marks(second))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_image(self, image: QImage) -> None:
        """Show the file's picture; a null one: its icon."""
        if image.cacheKey() != self._image.cacheKey():
            self._image = image
            self.update()

    def content_size(self) -> QSize:
        """Return a size at which most names are read whole."""
        name_px, second_px = self._line_px(Role.BODY), self._line_px(Role.CAPTION)
        texts_px = _MOST_LINES * name_px + second_px
        return QSize(SIDE_PX + _LEAST_TEXT_PX + 5 * Space.M + Space.L, max(SIDE_PX, texts_px) + 2 * Space.M)

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint face, picture, both lines and the mark."""
        colours = self.colours
        is_lit = self.isDown() or self.is_hovered or self._is_chosen
        fill, edge = (colours.accent_soft, colours.accent) if is_lit else (colours.surface, colours.border)
        paint_face(painter, QRectF(place), Face(fill, edge, 1, self.radius_px))
        picture = QRect(Space.M, (place.height() - SIDE_PX) // 2, SIDE_PX, SIDE_PX)
        paint_thumbnail(painter, self._placed(picture), self.look, self._icon, self._image)
        mark = QRect(place.width() - Space.M - Space.L, (place.height() - Space.L) // 2, Space.L, Space.L)
        left = picture.right() + Space.M
        room = mark.left() - Space.M - left
        self._paint_texts(painter, self._placed(QRect(left, Space.M, room, place.height() - 2 * Space.M)))
        icon = Icon.CHECK_CIRCLE if self._is_chosen else Icon.FILE_ADD
        ink = colours.accent if self._is_chosen else colours.text_second
        self.look.paint_icon(painter, icon, self._placed(mark), ink)

    def _paint_texts(self, painter: QPainter, place: QRect) -> None:
        """Paint both lines in the middle; a name that is too long for two lines is read at both its ends."""
        painter.setLayoutDirection(self.layoutDirection())
        colours, name_font = self.colours, self.look.font(Role.BODY, Weight.MEDIUM)
        name, second = (directed(text, right_to_left=self.look.is_right_to_left) for text in (self._name, self._second))
        name_px, second_px = self._line_px(Role.BODY), self._line_px(Role.CAPTION)
        if line_width(name, name_font) > place.width():
            if _wraps_well(name, name_font, place.width()):
                name_px = paragraph_height(name, name_font, place.width())
            else:
                name = QFontMetrics(name_font).elidedText(name, Qt.TextElideMode.ElideMiddle, place.width())
        top = place.top() + (place.height() - name_px - second_px) // 2
        above = QRect(place.left(), top, place.width(), name_px)
        below = QRect(place.left(), top + name_px, place.width(), second_px)
        paint_paragraph(painter, above, name, name_font, colours.text, Align.AlignLeft | Align.AlignVCenter)
        font = self.look.font(Role.CAPTION)
        paint_line(painter, below, second, font, colours.text_second, Align.AlignLeft | Align.AlignVCenter)

    def _line_px(self, role: Role) -> int:
        return round(self.look.type_px(role) * 1.6)

    def _placed(self, place: QRect) -> QRect:
        return mirrored(place, self.rect(), right_to_left=self.look.is_right_to_left)


def _wraps_well(name: str, font: QFont, width: int) -> bool:
    """Whether it can be read whole on the lines that there are."""
    widest = max(line_width(word, font) for word in name.split())
    return widest <= width and paragraph_height(name, font, width) <= _MOST_LINES * QFontMetrics(font).lineSpacing()
