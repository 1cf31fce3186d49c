"""Before anything else: a password that an administrator has set is changed for one that nobody else knows."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions.own_account import take_first_password
from desk_client.client.day import Day, DeskPage
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.password_form import PasswordForm
from desk_client.ui.desk.place import Place
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.panel import Panel

_CARD_PX = 560


class NewPasswordPage(Place):
    """The server lets nothing else through; whoever will not change it signs out, above."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_new_password")
        look = office.look
        self._title = Label(look, "", Role.SUBTITLE, weight=Weight.BOLD, is_centred=True, is_heading=True)
        self._why = Label(look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        self.notice = Banner(look, Mood.ERROR)
        self.notice.setObjectName("new_password_notice")
        self.form = PasswordForm(office, lambda old, new: take_first_password(office.client, old, new), given=True)
        self.form.refused.connect(lambda words: self.notice.say(words, Mood.ERROR))
        card = Panel(look, margin_px=Space.L)
        card.setMaximumWidth(look.scaled(_CARD_PX))
        for widget in (self._title, self._why, self.notice, self.form):
            card.body.addWidget(widget)
        across = QHBoxLayout()
        across.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        across.addStretch(1)
        across.addWidget(card, 1000)
        across.addStretch(1)
        scroll = ScrollColumn()
        scroll.body.addStretch(2)
        scroll.body.addLayout(across)
        scroll.body.addStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.retranslate()

    def show_day(self, day: Day) -> None:
        """Nothing that was typed stays once another page shows."""
        if day.page is not DeskPage.NEW_PASSWORD:
            self.form.empty()
            self.notice.say("")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(QCoreApplication.translate("NewPasswordPage", "Choose your own password"))
        self._why.set_text(
            QCoreApplication.translate(
                "NewPasswordPage",
                "The one that you signed in with was set by an administrator. Before you begin, please choose one that "
                "nobody but you knows.",
            )
        )
        self.setAccessibleName(self._title.said)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first field."""
        super().showEvent(event)
        self.form.begin()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
