"""Who sits down at the desk."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import receive
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.password_field import PasswordField
from desk_client.ui.desk.place import Place
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.text_field import TextField

_CARD_PX = 520
_LONGEST_NAME = 64
_LONGEST_CODE = 24


class SignInPage(Place):
    """User name and password. What is refused keeps the name; a wrong password is typed again."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_sign_in")
        self._office = office
        self._refusal: Refusal | None = None
        look = office.look
        self._title = Label(look, "", Role.TITLE, weight=Weight.BOLD, is_centred=True)
        self._hint = Label(look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        self.username = TextField(look, longest=_LONGEST_NAME)
        self.username.setObjectName("username")
        self._username_block = FieldBlock(look, self.username)
        self.password = PasswordField(look)
        for field in (self.username, self.password.field):
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # names and passwords are Latin; see _align
        self.code = TextField(look, longest=_LONGEST_CODE)
        self.code.setObjectName("second_factor")
        self._code_block = FieldBlock(look, self.code)
        self._code_block.hide()
        self.code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.code.returnPressed.connect(self._sign_in)
        self.username.textEdited.connect(lambda _text: self._ask_code(is_asked=False))
        self.notice = Banner(look, Mood.ERROR)
        self.notice.setObjectName("notice")
        self.sign_in = Button(look, "", Kind.PRIMARY)
        self.sign_in.setObjectName("sign_in")
        self.sign_in.clicked.connect(self._sign_in)
        self.username.returnPressed.connect(lambda: self.password.field.setFocus(Qt.FocusReason.TabFocusReason))
        self.password.field.returnPressed.connect(self._sign_in)
        self._build()
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language spoken now; what was typed stays."""
        self._title.set_text(QCoreApplication.translate("SignInPage", "Sign in"))
        self._hint.set_text(QCoreApplication.translate("SignInPage", "With the name and password of your office."))
        self._username_block.set_texts(QCoreApplication.translate("SignInPage", "User name"))
        self._code_block.set_texts(
            QCoreApplication.translate("SignInPage", "Code of the second factor"),
            QCoreApplication.translate("SignInPage", "From your authenticator app, or a recovery code."),
        )
        self.sign_in.set_text(QCoreApplication.translate("SignInPage", "Sign in"))
        self._align()
        if self._refusal is not None:
            self.refuse(self._refusal)

    def refuse(self, refusal: Refusal) -> None:
        """Word why nobody is signed in."""
        self._refusal = refusal
        if refusal.code in {RefusalCode.SECOND_FACTOR_REQUIRED, RefusalCode.CODE_WRONG}:
            self._ask_code(is_asked=True)
        message = worded(refusal)
        again = QCoreApplication.translate("SignInPage", "Please type the code that your authenticator app shows now.")
        text = again if refusal.code is RefusalCode.CODE_WRONG else message.text
        self.notice.say(f"{message.title}. {text}", Mood.ERROR)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where something is missing."""
        super().showEvent(event)
        self._begin()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _begin(self) -> None:
        field = self.password.field if self.username.text().strip() else self.username
        if not self._code_block.isHidden() and self.password.field.text():
            field = self.code
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _align(self) -> None:
        side = Qt.AlignmentFlag.AlignRight if self._office.look.is_right_to_left else Qt.AlignmentFlag.AlignLeft
        for field in (self.username, self.password.field, self.code):
            field.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def _sign_in(self) -> None:
        if self.sign_in.is_busy:
            return
        self._refusal = None
        self.notice.say("")
        self.password.hide_again()
        self.sign_in.set_busy(True)
        self._office.bridge.run(
            receive.sign_in(self._office.client, self.username.text(), self.password.field.text(), self.code.text()),
            self._signed_in,
            self._refused,
            on_end=lambda: self.sign_in.set_busy(False),
        )

    def _signed_in(self, _nothing: None) -> None:
        self.password.field.clear()
        self._ask_code(is_asked=False)

    def _ask_code(self, *, is_asked: bool) -> None:
        """Ask for the second factor where there is one, and of nobody else."""
        self.code.clear()
        self._code_block.setVisible(is_asked)

    def _refused(self, refusal: Refusal) -> None:
        if self._office.day.session is not None:  # signed in, and only the first reading failed: the window tells
            self._signed_in(None)
            return
        self.refuse(refusal)
        if refusal.code is RefusalCode.WRONG_CREDENTIALS:
            self.password.field.clear()
        self._begin()

    def _build(self) -> None:
        look = self._office.look
        card = Panel(look, margin_px=Space.XL)
        card.setMaximumWidth(look.scaled(_CARD_PX))
        card.body.addWidget(Avatar(look, Icon.LANDMARK, 72), 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(self._title)
        card.body.addWidget(self._hint)
        card.body.addSpacing(Space.S)
        card.body.addWidget(self.notice)
        card.body.addWidget(self._username_block)
        card.body.addWidget(self.password)
        card.body.addWidget(self._code_block)
        card.body.addWidget(self.sign_in)
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
        self.setTabOrder(self.username, self.password.field)
        self.setTabOrder(self.password.field, self.code)
        self.setTabOrder(self.code, self.sign_in)
