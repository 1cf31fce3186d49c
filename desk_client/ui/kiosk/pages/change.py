"""What is to become of an audience: another time, or none."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import change
from desk_client.client.visit import Appointment, Page, Visit
from desk_client.i18n.dates import short_date
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.moments import wall_day, wall_span, wall_time
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.reassurance import Reassurance


class ChangePage(VisitPage):
    """Two cards; giving an audience up is asked once more. Going back keeps it."""

    page = Page.CHANGE
    measure_px = 880

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._move = CardButton(self.look, sign=Icon.CALENDAR_TIME)
        self._move.setObjectName("another_time")
        self._move.clicked.connect(self._look_for_another)
        self._cancel = CardButton(self.look, sign=Icon.CLOSE)
        self._cancel.setObjectName("cancel")
        self._cancel.clicked.connect(self._ask_to_cancel)
        self._until = Reassurance(self.look, Icon.CLOCK)
        self._question: Dialog | None = None
        self.body.setSpacing(Space.M)
        self.body.addWidget(self._move)
        self.body.addWidget(self._cancel)
        self.body.addWidget(self._until)
        self.add_back()
        self.ready()

    def left(self) -> None:
        """Take the question away with the page."""
        if self._question is not None:
            self._question.cancel.click()

    def relabel(self) -> None:
        """Word the choice."""
        self._move.set_texts(
            QCoreApplication.translate("ChangePage", "Another time"),
            QCoreApplication.translate("ChangePage", "Your appointment stays until you have chosen and confirmed"),
        )
        self._cancel.set_texts(
            QCoreApplication.translate("ChangePage", "Cancel the appointment"),
            QCoreApplication.translate("ChangePage", "Its time becomes free for somebody else"),
        )

    def refresh(self, visit: Visit) -> None:
        """Offer what may still be done."""
        appointment = visit.appointment
        if appointment is None:
            return
        now, language = self.counter.now(), self.look.language
        self.title.set_texts(
            QCoreApplication.translate("ChangePage", "What would you like to change?"),
            f"{said(appointment.office_title, language)} · {self._when(appointment)}",
        )
        may_move, may_cancel = change.may_move(appointment, now), change.may_cancel(appointment, now)
        self._move.setVisible(may_move)
        self._cancel.setVisible(may_cancel)
        limits = [appointment.change_until] * may_move + [appointment.cancel_until] * may_cancel
        if limits:
            until, slot = min(limits), appointment.slot
            text = QCoreApplication.translate("ChangePage", "This is possible until {day}, {time}.")
            day = short_date(wall_day(until, slot), language)
            self._until.set_text(text.format(day=day, time=wall_time(until, slot, language)))
        else:
            self._until.set_text(
                QCoreApplication.translate(
                    "ChangePage", "It is too late to change it here. The operator in this hall will help you."
                )
            )

    def _when(self, appointment: Appointment) -> str:
        span = wall_span(appointment.slot)
        return f"{span.spelled_day(self.look.language)} · {span.spelled_time(self.look.language)}"

    def _look_for_another(self) -> None:
        if not self.is_acting:
            change.begin_move(self.client)

    def _ask_to_cancel(self) -> None:
        appointment = self.visit.appointment
        if appointment is None or self._question is not None or self.is_acting:
            return
        language, span = self.look.language, wall_span(appointment.slot)
        question = self._question = Dialog(
            self.look,
            self.window(),
            QCoreApplication.translate("ChangePage", "Cancel this appointment?"),
            f"{said(appointment.office_title, language)}\n{span.spelled_day(language)}\n{span.spelled_time(language)}",
            confirm=QCoreApplication.translate("ChangePage", "Yes, cancel it"),
            cancel=QCoreApplication.translate("ChangePage", "Keep it"),
            is_danger=True,
            icon=Icon.CALENDAR,
        )
        question.confirm.setObjectName("confirm_cancel")
        question.cancel.setObjectName("keep")
        question.answered.connect(self._answered)

    def _answered(self, is_confirmed: bool) -> None:
        self._question = None
        if is_confirmed:
            self.ask(lambda: change.cancel(self.client))
