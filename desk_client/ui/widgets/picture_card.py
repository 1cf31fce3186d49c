"""A file to choose by its picture."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.i18n.bidi import directed, without_marks
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.paint import Align, Face, mirrored, paint_face, paint_line
from desk_client.ui.widgets.pressable import Pressable
from desk_client.ui.widgets.thumbnail import SIDE_PX, paint_thumbnail

_LEAST_TEXT_PX = 160


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
        return QSize(SIDE_PX + _LEAST_TEXT_PX + 5 * Space.M + Space.L, SIDE_PX + 2 * Space.M)

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
        name_px, second_px = (round(self.look.type_px(role) * 1.6) for role in (Role.BODY, Role.CAPTION))
        top = (place.height() - name_px - second_px) // 2
        room = mark.left() - Space.M - left
        align = Align.AlignLeft | Align.AlignVCenter
        for text, role, weight, ink, at, high in (
            (self._name, Role.BODY, Weight.MEDIUM, colours.text, top, name_px),
            (self._second, Role.CAPTION, Weight.REGULAR, colours.text_second, top + name_px, second_px),
        ):
            said = directed(text, right_to_left=self.look.is_right_to_left)
            paint_line(
                painter, self._placed(QRect(left, at, room, high)), said, self.look.font(role, weight), ink, align
            )
        icon = Icon.CHECK_CIRCLE if self._is_chosen else Icon.FILE_ADD
        ink = colours.accent if self._is_chosen else colours.text_second
        self.look.paint_icon(painter, icon, self._placed(mark), ink)

    def _placed(self, place: QRect) -> QRect:
        return mirrored(place, self.rect(), right_to_left=self.look.is_right_to_left)
