"""A notice across the page: what happened, what it means, and what can be done."""

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.paint import Face, paint_face
from desk_client.ui.widgets.sign import Sign
from desk_client.ui.widgets.surface import Surface


class Mood(StrEnum):
    """What kind of notice it is; the value begins the names of its colours."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "danger"

    @property
    def icon(self) -> Icon:
        """The icon that says so without colour."""
        return {
            Mood.INFO: Icon.INFO,
            Mood.SUCCESS: Icon.CHECK_CIRCLE,
            Mood.WARNING: Icon.WARNING,
            Mood.ERROR: Icon.ALERT,
        }[self]

    @property
    def tone(self) -> Tone:
        """The tone of its text."""
        return Tone(f"{self}_text")


class Banner(Surface):
    """An icon, a sentence and perhaps one action. It hides while it has nothing to say."""

    spoken_role = QAccessible.Role.AlertMessage
    action_asked = Signal()

    def __init__(self, look: Appearance, mood: Mood = Mood.INFO, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._mood = mood
        self._sign = Sign(look, mood.icon, mood.tone)
        self._text = Label(look, "", Role.BODY, weight=Weight.MEDIUM)
        self._action = Button(look, "", Kind.SECONDARY)
        self._action.clicked.connect(self.action_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(look.control_px)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty where nothing is."""
        return self._text.said

    @property
    def mood(self) -> Mood:
        """What kind of notice it is."""
        return self._mood

    @property
    def action(self) -> Button:
        """The action's button."""
        return self._action

    def say(self, text: str, mood: Mood | None = None, action: str = "") -> None:
        """Show a sentence, with an action's name where something can be done; an empty text hides the banner."""
        if mood is not None:
            self._mood = mood
            self._sign.set_sign(mood.icon, mood.tone)
        self._text.set_text(text)
        self._action.set_text(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and an edge in the mood's colour."""
        del event
        painter = QPainter(self)
        fill = getattr(self.colours, f"{self._mood}_soft")
        edge = getattr(self.colours, f"{self._mood}_text")
        paint_face(painter, QRectF(self.rect()), Face(fill, edge, 1, Radius.CONTROL))
        painter.end()
