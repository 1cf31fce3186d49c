"""The account of whoever is signed in: they take another password."""

from PySide6.QtCore import QCoreApplication, QEvent

from desk_client.client.actions.own_account import change_password
from desk_client.client.day import Day
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.password_form import PasswordForm
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
        look = office.look
        self._title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, is_heading=True)
        self.notice = Banner(look, Mood.SUCCESS)
        self.notice.setObjectName("account_notice")
        self.change = Button(look, "", Kind.SECONDARY, icon=Icon.KEY)
        self.change.setObjectName("change_password")
        self.change.clicked.connect(self._open)
        self.form = PasswordForm(office, lambda old, new: change_password(office.client, old, new))
        self.form.done.connect(self._changed)
        self.form.refused.connect(lambda words: self.notice.say(words, Mood.ERROR))
        self._drop = Button(look, "", Kind.SECONDARY)
        self._drop.setObjectName("keep_password")
        self._drop.clicked.connect(self._close)
        self.form.buttons.addWidget(self._drop, 1)
        self.form.hide()
        for widget in (self._title, self.notice, self.change, self.form):
            self.body.addWidget(widget)
        self.retranslate()

    def show_day(self, day: Day) -> None:
        """Nobody who has not signed in has an account here; a first password is changed on a page of its own."""
        self.setVisible(day.session is not None and not day.session.must_change_password)

    def leave(self) -> None:
        """Another page came: nothing that was typed stays."""
        self._close()
        self.notice.say("")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(QCoreApplication.translate("Settings", "Your account"))
        self.change.set_text(QCoreApplication.translate("Settings", "Change your password"))
        self._drop.set_text(QCoreApplication.translate("Settings", "Keep the old one"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _open(self) -> None:
        self.notice.say("")
        self.change.hide()
        self.form.show()
        self.form.begin()

    def _close(self) -> None:
        self.form.empty()
        self.form.hide()
        self.change.show()

    def _changed(self) -> None:
        self._close()
        self.notice.say(
            QCoreApplication.translate(
                "Settings", "Your password is changed, and you are signed out wherever else you were signed in."
            ),
            Mood.SUCCESS,
        )
