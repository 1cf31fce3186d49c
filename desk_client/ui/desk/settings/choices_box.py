"""Everything that is chosen by a button: how the desk looks and speaks, how it tells, and how one talks."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.i18n.language import Language
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.preferring import SIZES, THEMES, size_code, theme_code
from desk_client.ui.desk.settings.choice_row import OFF, ON, ChoiceRow
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.panel import Panel

_SWITCHES: Final = (
    ("rings", "notifies", "reminds"),
    ("starts_muted", "talks_by_space", "small_window"),
)
"""Of two panels: preferences that are on or off."""


class ChoicesBox(QWidget):
    """Three panels, one below the other; each row's name is that of its preference."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        look = office.look
        self.rows: dict[str, ChoiceRow] = {
            "language": ChoiceRow(look, "language_choice", (Language.ARABIC.value, Language.ENGLISH.value)),
            "theme": ChoiceRow(look, "theme_choice", (*THEMES, "system"), columns=2),
            "text_size": ChoiceRow(look, "text_size_choice", tuple(SIZES)),
            **{name: ChoiceRow(look, name, (ON, OFF)) for names in _SWITCHES for name in names},
        }
        self._titles: list[Label] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for names in (("language", "theme", "text_size"), *_SWITCHES):
            panel = Panel(look, margin_px=Space.M)
            title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, is_heading=True)
            self._titles.append(title)
            panel.body.addWidget(title)
            for name in names:
                row = self.rows[name]
                row.chosen.connect(lambda code, name=name: self._choose(name, code))
                panel.body.addWidget(row)
            column.addWidget(panel)
        self._leave = office.client.preferences.now.subscribe(lambda _chosen: self.show_choices())
        self.retranslate()
        self.begin()

    def begin(self) -> None:
        """From here on it is known what each was."""
        for name, row in self.rows.items():
            row.begin(self._code(name))

    def show_choices(self) -> None:
        """Mark what is chosen now, wherever it was chosen."""
        for name, row in self.rows.items():
            row.show_choice(self._code(name))

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        for title, words in zip(
            self._titles,
            (
                QCoreApplication.translate("Settings", "Language and looks"),
                QCoreApplication.translate("Settings", "When somebody comes"),
                QCoreApplication.translate("Settings", "In a talk"),
            ),
            strict=True,
        ):
            title.set_text(words)
        self.rows["language"].set_words(
            QCoreApplication.translate("Settings", "Language"),
            {each.value: each.own_name for each in (Language.ARABIC, Language.ENGLISH)},
        )
        self.rows["theme"].set_words(
            QCoreApplication.translate("Settings", "Colours"),
            {
                "light": QCoreApplication.translate("Settings", "Light"),
                "dark": QCoreApplication.translate("Settings", "Dark"),
                "high_contrast": QCoreApplication.translate("Settings", "High contrast"),
                "system": QCoreApplication.translate("Settings", "As the system"),
            },
        )
        self.rows["text_size"].set_words(
            QCoreApplication.translate("Settings", "Text size"),
            {
                "normal": QCoreApplication.translate("Settings", "Usual"),
                "large": QCoreApplication.translate("Settings", "Large"),
                "largest": QCoreApplication.translate("Settings", "Largest"),
            },
        )
        switched = {
            ON: QCoreApplication.translate("Settings", "On"),
            OFF: QCoreApplication.translate("Settings", "Off"),
        }
        for name, (words, hint) in _switch_words().items():
            self.rows[name].set_words(words, switched, hint)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _code(self, name: str) -> str:
        chosen = self._office.client.preferences.now.value
        look = self._office.look
        if name == "language":
            return look.language.value
        if name == "theme":
            return theme_code(chosen, look)
        if name == "text_size":
            return size_code(look)
        return ON if getattr(chosen, name) else OFF

    def _choose(self, name: str, code: str) -> None:
        self._office.client.preferences.change(**{name: {ON: True, OFF: False}.get(code, code)})


def _switch_words() -> Mapping[str, tuple[str, str]]:
    """What each does, and what is worth knowing of it."""
    return {
        "rings": (
            QCoreApplication.translate("Settings", "Two soft notes"),
            QCoreApplication.translate("Settings", "At an arrival and before an audience; never in a talk."),
        ),
        "notifies": (
            QCoreApplication.translate("Settings", "A notification of the desktop"),
            QCoreApplication.translate("Settings", "While you work in another window. It names nobody."),
        ),
        "reminds": (
            QCoreApplication.translate("Settings", "A reminder before each audience"),
            QCoreApplication.translate("Settings", "Ten minutes and one minute before it begins."),
        ),
        "starts_muted": (
            QCoreApplication.translate("Settings", "Begin with the microphone off"),
            QCoreApplication.translate("Settings", "You are heard once you unmute."),
        ),
        "talks_by_space": (
            QCoreApplication.translate("Settings", "Be heard while the space bar is held"),
            QCoreApplication.translate("Settings", "While you are muted and are not writing."),
        ),
        "small_window": (
            QCoreApplication.translate("Settings", "A small window while this one is minimised"),
            QCoreApplication.translate("Settings", "With the visitor's picture, the time left, and your microphone."),
        ),
    }
