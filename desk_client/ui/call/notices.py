"""Discreet notices over the upper edge of the other side's picture: they tell, they never stop the talk."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk_client.i18n.bidi import directed
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.paint import Face, line_width, mirrored, paint_face, paint_paragraph, paragraph_height
from desk_client.ui.widgets.surface import Surface

_WIDEST_PX = 640
_RADIUS_PX = 16


class Notice(Surface):
    """One notice: an icon, and words on as many lines as they take."""

    def __init__(self, look: Appearance, icon: Icon, text: str, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.icon, self.text = icon, text
        self.setObjectName("call_notice")
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def fitted(self, widest_px: int) -> tuple[int, int]:
        """Return width and height within a width."""
        font = self.look.font(Role.CAPTION, Weight.MEDIUM)
        beside = self._sign_px() + Space.S + 2 * Space.M
        width = min(widest_px, _WIDEST_PX, line_width(self.text, font) + beside + Space.XS)
        return width, paragraph_height(self.text, font, width - beside) + 2 * Space.S

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and words."""
        del event
        painter = QPainter(self)
        colours = self.colours
        whole = self.rect()
        paint_face(painter, QRectF(whole), Face(colours.stage_surface, colours.stage_control, 1, _RADIUS_PX))
        sign = self._sign_px()
        rtl = self.look.is_right_to_left
        at = QRect(Space.M, (whole.height() - sign) // 2, sign, sign)
        self.look.paint_icon(painter, self.icon, mirrored(at, whole, right_to_left=rtl), colours.stage_focus)
        left = Space.M + sign + Space.S
        at = QRect(left, Space.S, whole.width() - left - Space.M, whole.height() - 2 * Space.S)
        text = directed(self.text, right_to_left=rtl)
        font = self.look.font(Role.CAPTION, Weight.MEDIUM)
        paint_paragraph(painter, mirrored(at, whole, right_to_left=rtl), text, font, colours.on_stage)
        painter.end()

    def _sign_px(self) -> int:
        return round(self.look.type_px(Role.CAPTION) * 1.3)


class Notices:
    """The notices that are up, the one that matters most on top; they are children of the stage."""

    def __init__(self, look: Appearance, stage: QWidget) -> None:
        """None is up."""
        self._look = look
        self._stage = stage
        self._up: list[Notice] = []

    def show(self, said: tuple[tuple[Icon, str], ...]) -> bool:
        """Put exactly these up; returns whether anything changed, so that the stage is laid out anew."""
        if said == tuple((notice.icon, notice.text) for notice in self._up):
            return False
        for notice in self._up:
            notice.hide()
            notice.deleteLater()
        self._up = [Notice(self._look, icon, text, self._stage) for icon, text in said]
        return True

    def lay(self, within: QRect) -> None:
        """Stack them, centred, from the upper edge of a place."""
        top = within.top() + Space.M
        for notice in self._up:
            width, height = notice.fitted(within.width() - 2 * Space.M)
            notice.setGeometry(within.center().x() - width // 2, top, width, height)
            notice.show()
            notice.raise_()
            top += height + Space.S
