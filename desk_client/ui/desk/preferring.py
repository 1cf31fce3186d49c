"""Keeps the appearance and what the person prefers in line, whichever of both was changed."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from desk_client.client.preferences import ChosenPreferences, Preferences
from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import TextSize, Theme

THEMES: Final = {"light": Theme.LIGHT, "dark": Theme.DARK, "high_contrast": Theme.HIGH_CONTRAST}
SIZES: Final = {"normal": TextSize.NORMAL, "large": TextSize.LARGE, "largest": TextSize.LARGEST}
_THEME_CODES: Final = {theme: code for code, theme in THEMES.items()}
_SIZE_CODES: Final = {size: code for code, size in SIZES.items()}


def system_theme() -> Theme:
    """What the desktop itself shows; light where it does not tell."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return Theme.HIGH_CONTRAST
    return Theme.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Theme.LIGHT


def theme_code(preferences: Preferences, look: Appearance) -> str:
    """Which theme is chosen, by its code in the preferences: what is shown, where nobody has chosen."""
    return preferences.theme or _THEME_CODES[look.look.theme]


def size_code(look: Appearance) -> str:
    """Which text size is shown, by its code in the preferences."""
    return _SIZE_CODES[look.look.text_size]


class Preferring(QObject):
    """The header's quick switches choose as the settings do, and the desktop's own change is followed at once."""

    def __init__(self, look: Appearance, preferences: ChosenPreferences, parent: QObject) -> None:
        """What the appearance shows now is what it shows where nobody has chosen."""
        super().__init__(parent)
        self._look, self._preferences = look, preferences
        self._installed = look.look
        self._is_applying = False
        self._leave = preferences.now.subscribe(lambda _chosen: self._apply())
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._apply)
        hints.accessibility().contrastPreferenceChanged.connect(self._apply)
        self._following = look.changed.connect(self._follow)
        self._apply()

    def teardown(self) -> None:
        """Follow no more. Idempotent."""
        self._leave()
        QObject.disconnect(self._following)

    def _wanted(self) -> Look:
        chosen, installed = self._preferences.now.value, self._installed
        theme = system_theme() if chosen.theme == "system" else THEMES.get(chosen.theme or "", installed.theme)
        return replace(
            self._look.look,
            language=Language(chosen.language) if chosen.language else installed.language,
            theme=theme,
            text_size=SIZES.get(chosen.text_size or "", installed.text_size),
        )

    def _apply(self) -> None:
        self._is_applying = True
        self._look.set_look(self._wanted())
        self._is_applying = False

    def _follow(self) -> None:
        """Somebody chose by a switch elsewhere."""
        if self._is_applying:
            return
        shown, wanted = self._look.look, self._wanted()
        chosen: dict[str, str] = {}
        if shown.language is not wanted.language and shown.language in {Language.ARABIC, Language.ENGLISH}:
            chosen["language"] = shown.language.value
        if shown.theme is not wanted.theme:
            chosen["theme"] = _THEME_CODES[shown.theme]
        if shown.text_size is not wanted.text_size:
            chosen["text_size"] = _SIZE_CODES[shown.text_size]
        if chosen:
            self._is_applying = True  # it is shown already
            self._preferences.change(**chosen)
            self._is_applying = False
