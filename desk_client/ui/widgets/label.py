"""Text that is read: one class for every size, weight and tone."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desk_client.i18n.bidi import directed, without_marks
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Weight
from desk_client.ui.widgets.paint import held_together, paint_paragraph, paragraph_height
from desk_client.ui.widgets.surface import REPAINTED_BY


class Tone(StrEnum):
    """What a text's colour says; the value is its token."""

    TEXT = "text"
    SECOND = "text_second"
    ACCENT = "accent"
    DANGER = "danger_text"
    WARNING = "warning_text"
    SUCCESS = "success_text"
    INFO = "info_text"
    ON_STAGE = "on_stage"
    ON_STAGE_SECOND = "on_stage_second"
    STAGE_ACCENT = "stage_accent"


class Label(QLabel):
    """A text in a role of the type scale.

    It wraps, begins where the layout's lines begin (or is centred), and keeps the layout's direction as its base, also
    where it begins with a number or with a word of the other script. A screen reader goes from heading to heading.
    """

    def __init__(
        self,
        look: Appearance,
        text: str = "",
        role: Role = Role.BODY,
        *,
        weight: Weight = Weight.REGULAR,
        tone: Tone = Tone.TEXT,
        is_centred: bool = False,
        wraps: bool = True,
        is_heading: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._role, self._weight, self._tone = role, weight, tone
        self._said = text
        self.spoken_role = QAccessible.Role.Heading if is_heading else None
        horizontal = Qt.AlignmentFlag.AlignHCenter if is_centred else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(horizontal | Qt.AlignmentFlag.AlignVCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        vertical = QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self._relook()

    @property
    def said(self) -> str:
        """The text as it was set, without marks added for display."""
        return self._said

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._said = text
        self.setText(directed(text, right_to_left=self._look.is_right_to_left))
        self.setAccessibleName(without_marks(text))

    def set_tone(self, tone: Tone) -> None:
        """Show it in another tone."""
        self._tone = tone
        self._relook()

    def minimumSizeHint(self) -> QSize:
        """Let a wrapping text be as narrow as its longest word, which Qt's own hint widens for balance."""
        hint = super().minimumSizeHint()
        if not self.wordWrap():
            return hint
        widest = max(
            (self.fontMetrics().horizontalAdvance(word) for word in held_together(self.text()).split(" ")), default=0
        )
        return QSize(min(hint.width(), widest), hint.height())

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, no less than what is held together takes."""
        height = super().heightForWidth(width)
        if not self.wordWrap() or held_together(self.text()) == self.text():
            return height
        around = self.contentsMargins()
        inside = width - around.left() - around.right()
        return max(height, paragraph_height(self.text(), self.font(), inside) + around.top() + around.bottom())

    def event(self, event: QEvent) -> bool:
        """Catch up with what changed before it was first shown: until then Qt sends no style changes."""
        if event.type() == QEvent.Type.Polish:
            self._relook()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint lines that all begin at the same edge, which Qt's own do not in Arabic."""
        if not self.wordWrap():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        ink = self.palette().color(QPalette.ColorRole.WindowText).name()
        paint_paragraph(painter, self.contentsRect(), self.text(), self.font(), ink, self.alignment())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Take font, colour and direction anew in the changed appearance."""
        if event.type() in REPAINTED_BY and event.type() != QEvent.Type.FontChange:
            self._relook()
        super().changeEvent(event)

    def _relook(self) -> None:
        font = self._look.font(self._role, self._weight)
        if font != self.font():
            self.setFont(font)
        colour = QColor(getattr(self._look.colours, self._tone))
        if self.palette().color(QPalette.ColorRole.WindowText) != colour:
            own = QPalette()
            own.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(own)
        self.set_text(self._said)
