"""A small sign on the dark stage: an icon and a few words."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.i18n.bidi import directed, without_marks
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.label import Tone
from desk_client.ui.widgets.paint import LEADING, line_width, mirrored, paint_line
from desk_client.ui.widgets.surface import Surface


class StageSign(Surface):
    """One line; it says its text to a screen reader and is never pressed."""

    def __init__(
        self,
        look: Appearance,
        icon: Icon | None = None,
        *,
        tone: Tone = Tone.ON_STAGE_SECOND,
        icon_tone: Tone = Tone.STAGE_ACCENT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._icon = icon
        self._tone, self._icon_tone = tone, icon_tone
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The words as they were set."""
        return self._text

    def set_text(self, text: str) -> None:
        """Say something else; nothing said takes no room."""
        if text == self._text:
            return
        is_wider = len(text) != len(self._text)
        self._text = text
        self.setAccessibleName(without_marks(text))
        self.setVisible(bool(text))
        if is_wider:
            self.updateGeometry()
        self.update()

    def set_icon(self, icon: Icon | None, tone: Tone) -> None:
        """Show another icon, in another tone."""
        self._icon, self._icon_tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of icon and words."""
        font = self.look.font(Role.CAPTION, Weight.MEDIUM)
        height = self._sign_px() + 2 * Space.S
        sign = self._sign_px() + Space.S if self._icon else 0
        return QSize(sign + line_width(self._text, font), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint pill, icon and words."""
        del event
        painter = QPainter(self)
        colours = self.colours
        whole = self.rect()
        left = 0
        rtl = self.look.is_right_to_left
        if self._icon is not None:
            at = QRect(left, (whole.height() - self._sign_px()) // 2, self._sign_px(), self._sign_px())
            ink = QColor(getattr(colours, self._icon_tone)).name()
            self.look.paint_icon(painter, self._icon, mirrored(at, whole, right_to_left=rtl), ink)
            left += self._sign_px() + Space.S
        at = QRect(left, 0, whole.width() - left, whole.height())
        paint_line(
            painter,
            mirrored(at, whole, right_to_left=rtl),
            directed(self._text, right_to_left=rtl),
            self.look.font(Role.CAPTION, Weight.MEDIUM),
            QColor(getattr(colours, self._tone)).name(),
            LEADING,
        )
        painter.end()

    def _sign_px(self) -> int:
        return round(self.look.type_px(Role.CAPTION) * 1.3)
