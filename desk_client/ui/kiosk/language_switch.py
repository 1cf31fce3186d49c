"""The other languages, each under its own name: who cannot read this one touches it and goes on."""

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button

_LARGE_PX = 220


class LanguageSwitch(QWidget):
    """A button for each language that is not spoken now; nothing that was typed is lost by it."""

    def __init__(self, look: Appearance, *, is_large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons = {language: Button(look, icon=Icon.GLOBE if is_large else None) for language in Language}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for language, button in self._buttons.items():
            button.setObjectName(f"{'welcome' if is_large else 'speak'}_{language}")
            button.setMinimumWidth(_LARGE_PX if is_large else 0)
            button.set_text(language.own_name)
            button.clicked.connect(partial(look.set_language, language))
            row.addWidget(button)
        self._choose()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._choose()

    def _choose(self) -> None:
        for language, button in self._buttons.items():
            button.setVisible(language is not self._look.language)
