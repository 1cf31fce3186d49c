"""The three fields by which somebody takes another password, with the rules, and what is wrong with it."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.passwords import SHORTEST
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.password_field import PasswordField
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone


class PasswordForm(QWidget):
    """What was typed goes nowhere but into the change, and is gone with `empty`."""

    done = Signal()
    refused = Signal(str)
    """Why it was not changed, in words."""

    def __init__(
        self, office: Office, change: Callable[[str, str], Coroutine[Any, Any, Refusal | None]], *, given: bool = False
    ) -> None:
        """``change`` takes the old and the new one; the old one is ``given`` where an administrator has set it."""
        super().__init__()
        self._office = office
        self._change = change
        self._given = given
        look = office.look
        self.old, self.new, self.again = (PasswordField(look, f"{name}_password") for name in ("old", "new", "same"))
        self.rules = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self.rules.setObjectName("password_rules")
        self.save = Button(look, "", Kind.PRIMARY, icon=Icon.CHECK)
        self.save.setObjectName("save_password")
        self.save.clicked.connect(self._save)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(Space.M)
        self.buttons.addWidget(self.save, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for each in (self.old, self.new, self.again):
            column.addWidget(each)
            each.field.textChanged.connect(lambda _text: self.follow())
            each.field.returnPressed.connect(self.save.click)
        column.insertWidget(2, self.rules)
        column.addLayout(self.buttons)
        self.retranslate()
        self.follow()

    def empty(self) -> None:
        """Forget what was typed."""
        for each in (self.old, self.new, self.again):
            each.field.clear()
            each.hide_again()

    def begin(self) -> None:
        """Start with the old one."""
        self.follow()
        self.old.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """It can be tried once everything is typed."""
        self.save.setEnabled(
            not self.save.is_busy and all(each.field.text() for each in (self.old, self.new, self.again))
        )

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        given = QCoreApplication.translate("Settings", "The password that you were given")
        self.old.name_it(given if self._given else QCoreApplication.translate("Settings", "Present password"))
        self.new.name_it(QCoreApplication.translate("Settings", "New password"))
        self.again.name_it(QCoreApplication.translate("Settings", "New password once more"))
        self.rules.set_text(
            QCoreApplication.translate(
                "Settings",
                "At least %Ln characters, other than before, without your user name, and none that everybody uses. "
                "A few words that do not belong together are good.",
                None,
                SHORTEST,
            )
        )
        self.save.set_text(QCoreApplication.translate("Settings", "Change it"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _save(self) -> None:
        if self.save.is_busy or not self.save.isEnabled():
            return
        if self.new.field.text() != self.again.field.text():
            self.refused.emit(
                QCoreApplication.translate("Settings", "The new password was typed in two different ways.")
            )
            self.again.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.save.set_busy(True)
        self._office.bridge.run(
            self._change(self.old.field.text(), self.new.field.text()),
            lambda _none: self.done.emit(),
            self._refuse,
            on_end=self._ended,
        )

    def _ended(self) -> None:
        self.save.set_busy(False)
        self.follow()

    def _refuse(self, refusal: Refusal) -> None:
        message = worded(refusal)
        words = f"{message.title}. {message.text}"
        if refusal.code is RefusalCode.WRONG_CREDENTIALS:
            words = (
                QCoreApplication.translate("Settings", "The password that you were given is another.")
                if self._given
                else QCoreApplication.translate("Settings", "The present password is not right.")
            )
            self.old.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif refusal.code is RefusalCode.PASSWORD_WEAK:
            self.new.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refused.emit(words)
