"""The account of whoever is signed in: they take another password."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions.own_account import change_password
from desk_client.client.day import Day
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.password_field import PasswordField
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.panel import Panel


class AccountBox(Panel):
    """The form comes when it is wanted. What was typed in it is gone with it."""

    def __init__(self, office: Office) -> None:
        super().__init__(office.look, margin_px=Space.M)
        self._office = office
        look = office.look
        self._title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, is_heading=True)
        self.notice = Banner(look, Mood.SUCCESS)
        self.notice.setObjectName("account_notice")
        self.change = Button(look, "", Kind.SECONDARY, icon=Icon.KEY)
        self.change.setObjectName("change_password")
        self.change.clicked.connect(self._open)
        self.old, self.new, self.again = (PasswordField(look, f"{name}_password") for name in ("old", "new", "same"))
        self.save = Button(look, "", Kind.PRIMARY, icon=Icon.CHECK)
        self.save.setObjectName("save_password")
        self.save.clicked.connect(self._save)
        self._drop = Button(look, "", Kind.SECONDARY)
        self._drop.setObjectName("keep_password")
        self._drop.clicked.connect(self._close)
        self._form = QWidget()
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        for each in (self.old, self.new, self.again):
            column.addWidget(each)
            each.field.textChanged.connect(self._follow)
            each.field.returnPressed.connect(self.save.click)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.save, 1)
        row.addWidget(self._drop, 1)
        column.addLayout(row)
        self._form.hide()
        for widget in (self._title, self.notice, self.change, self._form):
            self.body.addWidget(widget)
        self.retranslate()

    def show_day(self, day: Day) -> None:
        """Nobody who has not signed in has an account here."""
        self.setVisible(day.session is not None)

    def leave(self) -> None:
        """Another page came: nothing that was typed stays."""
        self._close()
        self.notice.say("")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(QCoreApplication.translate("Settings", "Your account"))
        self.change.set_text(QCoreApplication.translate("Settings", "Change your password"))
        self.old.name_it(QCoreApplication.translate("Settings", "Present password"))
        self.new.name_it(QCoreApplication.translate("Settings", "New password"))
        self.again.name_it(QCoreApplication.translate("Settings", "New password once more"))
        self.save.set_text(QCoreApplication.translate("Settings", "Change it"))
        self._drop.set_text(QCoreApplication.translate("Settings", "Keep the old one"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _open(self) -> None:
        self.notice.say("")
        self.change.hide()
        self._form.show()
        self._follow()
        self.old.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        for each in (self.old, self.new, self.again):
            each.field.clear()
            each.hide_again()
        self._form.hide()
        self.change.show()

    def _follow(self) -> None:
        self.save.setEnabled(all(each.field.text() for each in (self.old, self.new, self.again)))

    def _save(self) -> None:
        if self.new.field.text() != self.again.field.text():
            self.notice.say(
                QCoreApplication.translate("Settings", "The new password was typed in two different ways."), Mood.ERROR
            )
            self.again.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.save.setEnabled(False)
        self._office.bridge.run(
            change_password(self._office.client, self.old.field.text(), self.new.field.text()),
            lambda _none: self._changed(),
            self._refuse,
            on_end=self._follow,
        )

    def _changed(self) -> None:
        self._close()
        self.notice.say(
            QCoreApplication.translate(
                "Settings", "Your password is changed, and you are signed out wherever else you were signed in."
            ),
            Mood.SUCCESS,
        )

    def _refuse(self, refusal: Refusal) -> None:
        message = worded(refusal)
        words = f"{message.title}. {message.text}"
        if refusal.code is RefusalCode.WRONG_CREDENTIALS:
            words = QCoreApplication.translate("Settings", "The present password is not right.")
            self.old.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.notice.say(words, Mood.ERROR)
