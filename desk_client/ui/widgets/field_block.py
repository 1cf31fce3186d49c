"""A field with its name above and, below, a hint or what is wrong."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.digit_field import DigitField
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.text_field import TextArea, TextField
from desk_client.ui.widgets.weekdays import Weekdays

Field = DigitField | TextField | TextArea | Pick | Weekdays


class FieldBlock(QWidget):
    """Holds a field; an error takes the hint's place, so that nothing jumps."""

    def __init__(
        self,
        look: Appearance,
        field: Field,
        name: str = "",
        hint: str = "",
        parent: QWidget | None = None,
        *,
        is_heading: bool = False,
    ) -> None:
        """``is_heading``: a screen reader meets the name as one, too."""
        super().__init__(parent)
        self.field = field
        self._hint_text = hint
        self._error_text = ""
        self._name = Label(look, name, Role.BODY, weight=Weight.MEDIUM, is_heading=is_heading)
        self._hint = Label(look, hint or " ", Role.CAPTION, tone=Tone.SECOND)
        self._name.setBuddy(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for widget in (self._name, field, self._hint):
            column.addWidget(widget)
        self.set_texts(name, hint)

    def set_texts(self, name: str, hint: str = "") -> None:
        """Name the field and say what belongs in it."""
        self._hint_text = hint
        self._name.set_text(name)
        self._name.setVisible(bool(name))
        self.field.set_name(name)
        self._show_hint()

    @property
    def error(self) -> str:
        """What is said to be wrong; empty where nothing is."""
        return self._error_text

    def set_error(self, text: str) -> None:
        """Say what is wrong, and mark the field; an empty text takes both away."""
        self._error_text = text
        self.field.set_invalid(bool(text))
        self._show_hint()

    def _show_hint(self) -> None:
        self._hint.set_text(self._error_text or self._hint_text or " ")
        self._hint.set_tone(Tone.DANGER if self._error_text else Tone.SECOND)
        self.field.setAccessibleDescription(self._error_text or self._hint_text)
