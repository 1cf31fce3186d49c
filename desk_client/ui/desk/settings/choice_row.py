"""One setting: its name, what can be chosen, and the way back to what it was."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.choice import Choice
from desk_client.ui.widgets.label import Label, Tone

ON, OFF = "on", "off"


def back_button(look: Appearance, name: str) -> Button:
    """Seen while a setting is another one than when the page was opened."""
    button = Button(look, "", Kind.QUIET, icon=Icon.SEND_BACK)
    button.setObjectName(f"{name}_back")
    button.hide()
    return button


def word_back(button: Button, was: str) -> None:
    """Say what it was."""
    button.set_text(QCoreApplication.translate("Settings", "As it was"))
    told = QCoreApplication.translate("Settings", "Back to: {value}").format(value=was)
    button.setAccessibleName(told)
    button.setToolTip(told)


class ChoiceRow(QWidget):
    """A button for each, side by side or in a grid; pressed, it is chosen at once."""

    chosen = Signal(str)
    """The code of what somebody chose."""

    def __init__(
        self, look: Appearance, name: str, codes: Sequence[str], columns: int = 4, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._names: Mapping[str, str] = {}
        self._before = ""
        self._title = Label(look, "", Role.BODY, weight=Weight.MEDIUM)
        self._hint = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self.back = back_button(look, name)
        self.back.clicked.connect(lambda: self._choose(self._before))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Choice] = {}
        grid = QGridLayout()
        grid.setSpacing(Space.S)
        for place, code in enumerate(codes):
            button = self.buttons[code] = Choice(look)
            button.setObjectName(f"{name}_{code}")
            button.clicked.connect(lambda _checked=False, code=code: self._choose(code))
            self._group.addButton(button)
            grid.addWidget(button, place // columns, place % columns)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addLayout(grid)
        column.addWidget(self._hint)

    @property
    def code(self) -> str:
        """What is chosen."""
        return next((code for code, button in self.buttons.items() if button.isChecked()), "")

    def set_words(self, title: str, names: Mapping[str, str], hint: str = "") -> None:
        """Name the setting and each choice."""
        self._names = names
        self._title.set_text(title)
        self._hint.set_text(hint)
        self._hint.setVisible(bool(hint))
        for code, button in self.buttons.items():
            button.set_text(names[code])
            button.setAccessibleName(f"{title}: {names[code]}")
        word_back(self.back, names.get(self._before, ""))

    def begin(self, code: str) -> None:
        """This is what it was."""
        self._before = code
        word_back(self.back, self._names.get(code, ""))
        self.show_choice(code)

    def show_choice(self, code: str) -> None:
        """Mark this one; nothing is told of it."""
        if code in self.buttons:
            self.buttons[code].setChecked(True)
        had_focus = self.back.hasFocus()
        self.back.setVisible(code != self._before)
        if had_focus and self.back.isHidden():
            self.buttons[code].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, code: str) -> None:
        self.show_choice(code)
        self.chosen.emit(code)
