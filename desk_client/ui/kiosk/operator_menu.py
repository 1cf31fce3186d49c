"""What a kiosk's operator may do once the PIN was right: go back, begin anew, or close the program."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel


class OperatorMenu(Panel):
    """Three buttons; what ends the service of this kiosk is asked for twice."""

    back_asked = Signal()
    begin_anew_asked = Signal()
    close_confirmed = Signal()

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, margin_px=Space.XL, parent=parent)
        self._question: Dialog | None = None
        self._title = Label(look, "", Role.SUBTITLE, weight=Weight.BOLD, is_centred=True)
        self._text = Label(look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        self._back = Button(look, "", Kind.PRIMARY, icon=Icon.BACK)
        self._back.setObjectName("back_to_visitor")
        self._back.clicked.connect(self.back_asked)
        self._begin_anew = Button(look, "", Kind.SECONDARY, icon=Icon.REFRESH)
        self._begin_anew.setObjectName("begin_anew")
        self._begin_anew.clicked.connect(self.begin_anew_asked)
        self._close = Button(look, "", Kind.DANGER, icon=Icon.CLOSE)
        self._close.setObjectName("close_program")
        self._close.clicked.connect(self._ask_to_close)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        self.body.addSpacing(Space.S)
        for button in (self._back, self._begin_anew, self._close):
            self.body.addWidget(button)
        self._retranslate()

    def focus(self) -> None:
        """Have the keyboard at what changes nothing."""
        self._back.setFocus(Qt.FocusReason.PopupFocusReason)

    def hush(self) -> None:
        """Take a question back that nobody has answered."""
        if self._question is not None:
            self._question.cancel.click()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _ask_to_close(self) -> None:
        if self._question is not None:
            return
        question = self._question = Dialog(
            self.look,
            self.parentWidget() or self,
            QCoreApplication.translate("OperatorMenu", "Close the kiosk program?"),
            QCoreApplication.translate(
                "OperatorMenu", "The visit ends, and this kiosk serves nobody until the program is started again."
            ),
            confirm=QCoreApplication.translate("OperatorMenu", "Close the program"),
            cancel=QCoreApplication.translate("OperatorMenu", "Leave it open"),
            is_danger=True,
            icon=Icon.WARNING,
        )
        self.hide()
        question.confirm.setObjectName("confirm_close")
        question.cancel.setObjectName("leave_open")
        question.answered.connect(self._answered)

    def _answered(self, is_confirmed: bool) -> None:
        self._question = None
        if is_confirmed:
            self.close_confirmed.emit()
        else:
            self.show()
            self._close.setFocus(Qt.FocusReason.PopupFocusReason)

    def _retranslate(self) -> None:
        self._title.set_text(QCoreApplication.translate("OperatorMenu", "What would you like to do?"))
        self._text.set_text(
            QCoreApplication.translate("OperatorMenu", "Everything that the visitor entered is still there.")
        )
        self._back.set_text(QCoreApplication.translate("OperatorMenu", "Back to the visitor"))
        self._begin_anew.set_text(QCoreApplication.translate("OperatorMenu", "Begin anew"))
        self._close.set_text(QCoreApplication.translate("OperatorMenu", "Close the kiosk program"))
