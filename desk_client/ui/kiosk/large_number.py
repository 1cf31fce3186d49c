"""A number that is read from a step away."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from desk_client.i18n.bidi import isolated
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Weight
from desk_client.ui.widgets.label import Label, Tone

_PX = 120


class LargeNumber(Label):
    """Digits, as large as a hand."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(
            look, "", Role.HERO, weight=Weight.BOLD, tone=Tone.ACCENT, is_centred=True, wraps=False, parent=parent
        )

    def set_number(self, number: str) -> None:
        """Show these digits."""
        self.set_text(isolated(number) if number else "")

    def _relook(self) -> None:
        super()._relook()
        face = QFont(self.font())
        face.setPixelSize(self._look.scaled(_PX))
        self.setFont(face)
