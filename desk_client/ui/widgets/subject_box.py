"""What the citizen wants to say, in their own words, set apart from the facts."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk_client.i18n.bidi import written
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.paint import Face, paint_face
from desk_client.ui.widgets.surface import Surface


class SubjectBox(Surface):
    """A heading and a text on quiet ground; `is_stage` is for the dark ground of a call."""

    def __init__(
        self, look: Appearance, *, is_stage: bool = False, is_large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._is_stage = is_stage
        second, first = (Tone.ON_STAGE_SECOND, Tone.ON_STAGE) if is_stage else (Tone.SECOND, Tone.TEXT)
        self._heading = Label(look, "", Role.CAPTION, weight=Weight.MEDIUM, tone=second)
        self._text = Label(
            look, "", Role.BODY if is_stage and not is_large else Role.LEAD, weight=Weight.MEDIUM, tone=first
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.XS)
        column.addWidget(self._heading)
        column.addWidget(self._text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def heading(self) -> str:
        """What stands above the text."""
        return self._heading.text()

    def set_texts(self, heading: str, text: str) -> None:
        """Show another text; what a person wrote keeps the direction of its own language, line by line."""
        self._heading.set_text(heading)
        self._text.set_text(written(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        painter = QPainter(self)
        fill = self.colours.stage_control if self._is_stage else self.colours.sunken
        paint_face(painter, QRectF(self.rect()), Face(fill, radius_px=Radius.CONTROL))
        painter.end()
