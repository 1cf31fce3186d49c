"""A password: hidden unless asked for, with a word of warning while capital letters are locked."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_client.ui.desk.icon_button import IconButton
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.text_field import TextField

_LONGEST = 256


class _Field(TextField):
    """Notices locked capitals by what the keys give: Qt does not tell."""

    capitals_locked = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if len(letter) == 1 and letter.isascii() and letter.isalpha():
            is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals_locked.emit(letter.isupper() is not is_shifted)
        elif event.key() == Qt.Key.Key_CapsLock:
            self.capitals_locked.emit(False)  # switched just now: the next letter tells
        super().keyPressEvent(event)


class PasswordField(QWidget):
    """Name, field, the eye beside it, and the hint below."""

    def __init__(self, look: Appearance, object_name: str = "password", parent: QWidget | None = None) -> None:
        """``object_name`` is the field's."""
        super().__init__(parent)
        self._name = Label(look, "", Role.BODY)
        self.field = _Field(look, longest=_LONGEST, is_secret=True)
        self.field.setObjectName(object_name)
        self._said = ""
        self._eye = IconButton(look, Icon.EYE, "show_password")
        self._hint = Label(look, " ", Role.CAPTION, tone=Tone.WARNING)
        self._hint.setObjectName("caps_lock_hint")
        self._is_locked = False
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.field, 1)
        row.addWidget(self._eye)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._name)
        column.addLayout(row)
        column.addWidget(self._hint)
        self._name.setBuddy(self.field)
        self._eye.clicked.connect(self._switch)
        self.field.capitals_locked.connect(self._on_capitals)
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        name = self._said or QCoreApplication.translate("SignInPage", "Password")
        self._name.set_text(name)
        self.field.set_name(name)
        is_hidden = self.field.echoMode() == QLineEdit.EchoMode.Password
        self._eye.set_icon(Icon.EYE if is_hidden else Icon.EYE_OFF)
        self._eye.name_it(
            QCoreApplication.translate("SignInPage", "Show the password")
            if is_hidden
            else QCoreApplication.translate("SignInPage", "Hide the password")
        )
        locked = QCoreApplication.translate("SignInPage", "Capital letters are locked (Caps Lock).")
        self._hint.set_text(locked if self._is_locked else " ")

    def name_it(self, name: str) -> None:
        """Say which password it is, where there are several."""
        self._said = name
        self.retranslate()

    def hide_again(self) -> None:
        """Hide what is typed."""
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _switch(self) -> None:
        is_hidden = self.field.echoMode() == QLineEdit.EchoMode.Password
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if is_hidden else QLineEdit.EchoMode.Password)
        self.retranslate()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_capitals(self, is_locked: bool) -> None:
        self._is_locked = is_locked
        self.retranslate()
