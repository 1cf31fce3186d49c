"""A row in one of the desk's lists; checked is the one that is open beside it."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.i18n.bidi import without_marks
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Radius, Role
from desk_client.ui.widgets.paint import Face, mirrored, paint_face
from desk_client.ui.widgets.pressable import Pressable


class ListRow(Pressable):
    """Subclasses paint their texts on its ground. A press asks; what is open is said by the read model."""

    radius_px = Radius.CONTROL

    def __init__(self, look: Appearance, name: str, parent: QWidget | None = None) -> None:
        """``name`` is the object's name."""
        super().__init__(look, parent)
        self.setCheckable(True)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def name_it(self, *words: str) -> None:
        """Say to a screen reader what stands in it."""
        self.setAccessibleName(without_marks("، ".join(words) if self.look.is_right_to_left else ", ".join(words)))

    def nextCheckState(self) -> None:
        """Stay as it is."""

    def sizeHint(self) -> QSize:
        """Return the content's own size."""
        return self.content_size()

    def line_heights(self) -> tuple[int, int]:
        """Of a line of body text, and of a caption."""
        return round(self.look.type_px(Role.BODY) * 1.5), round(self.look.type_px(Role.CAPTION) * 1.5)

    def paint_ground(self, painter: QPainter, place: QRect) -> None:
        """Paint what the texts stand on."""
        colours = self.colours
        fill = colours.accent_soft if self.isChecked() else colours.surface
        if self.is_hovered and not self.isChecked():
            fill = colours.sunken
        edge = colours.accent if self.isChecked() else colours.border
        paint_face(painter, QRectF(place), Face(fill, edge, 2 if self.isChecked() else 1, self.radius_px))

    def placed(self, place: QRect) -> QRect:
        """Where that is in the language's direction."""
        return mirrored(place, self.rect(), right_to_left=self.look.is_right_to_left)
