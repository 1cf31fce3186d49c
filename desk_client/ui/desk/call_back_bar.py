"""The line failed, and the office owes a call by phone: where to call, on request, and what became of it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.client.day import CallBack, CallBackNumber, Day
from desk_client.domain.fallback import CallBackResult, CallBackWay
from desk_client.i18n.bidi import isolated
from desk_client.ui.bilingual import said
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.panel import Panel


class CallBackBar(Panel):
    """Hidden unless a call is owed. The number is there only once it was asked for, which is noted."""

    number_asked = Signal()
    resolved = Signal(object)
    """What became of the call: a `CallBackResult`."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, margin_px=Space.M, parent=parent)
        self.setObjectName("call_back")
        self._call_back: CallBack | None = None
        self._number: CallBackNumber | None = None
        self._text = Label(look, "", Role.BODY, weight=Weight.MEDIUM)
        self._text.setObjectName("call_back_text")
        self.show_number = Button(look, "", Kind.SECONDARY, icon=Icon.EYE)
        self.show_number.setObjectName("show_number")
        self.show_number.clicked.connect(self.number_asked)
        self.called = Button(look, "", Kind.PRIMARY, icon=Icon.CHECK)
        self.called.setObjectName("called_back")
        self.called.clicked.connect(lambda: self.resolved.emit(CallBackResult.CALLED_BACK))
        self.missed = Button(look, "", Kind.SECONDARY, icon=Icon.CALENDAR_TIME)
        self.missed.setObjectName("not_reached")
        self.missed.clicked.connect(lambda: self.resolved.emit(CallBackResult.NOT_REACHED))
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._text, 1)
        for button in (self.show_number, self.called, self.missed):
            row.addWidget(button)
        self.body.addLayout(row)
        self.hide()
        self.retranslate()

    def show_day(self, day: Day) -> None:
        """Show what is owed to whom we talk with."""
        self._call_back, self._number = day.call_back, day.number
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.show_number.set_text(QCoreApplication.translate("CallBackBar", "Show the number"))
        self.called.set_text(QCoreApplication.translate("CallBackBar", "We have spoken"))
        self.missed.set_text(QCoreApplication.translate("CallBackBar", "Not reached: book again"))
        owed = self._call_back
        is_open = owed is not None and owed.result is None
        self._text.set_text(self._words())
        self.show_number.setVisible(is_open and self._number is None)
        self.called.setVisible(is_open)
        self.missed.setVisible(is_open)
        self.setVisible(owed is not None)

    def _words(self) -> str:
        owed, number = self._call_back, self._number
        if owed is None:
            return ""
        if owed.result is not None:
            return QCoreApplication.translate(
                "CallBackBar", "You have called. End the audience when you have finished, and write what was decided."
            )
        if number is not None and number.mobile is not None:
            return QCoreApplication.translate("CallBackBar", "Please call {number}.").format(
                number=isolated(number.mobile)
            )
        if owed.way is CallBackWay.HALL or number is not None:
            place = "" if number is None or number.site_name is None else said(number.site_name, self.look.language)
            return QCoreApplication.translate(
                "CallBackBar", "The visitor has no mobile: please call the phone of their hall. {hall}"
            ).format(hall=place)
        return QCoreApplication.translate(
            "CallBackBar", "The line does not hold: the visitor waits for your call by phone."
        )
