"""The talk with the official."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions import attend
from desk_client.client.pictures import Picture
from desk_client.client.visit import Page, Visit
from desk_client.ui.bilingual import said
from desk_client.ui.call.call_view import CallView
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.dialog import Dialog


class CallPage(VisitPage):
    """Both pictures over the whole place; leaving is asked for twice."""

    page = Page.CALL

    def __init__(
        self,
        counter: Counter,
        on_painted: Callable[[Picture], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(counter, parent)
        self.view = CallView(
            self.look,
            self.client.conference,
            remote_title=self._official,
            local_title=lambda: QCoreApplication.translate("CallPage", "You"),
            on_painted=on_painted,
            parent=self,
        )
        self.view.hang_up_requested.connect(self._ask_to_leave)
        self._question: Dialog | None = None
        self.title.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.view)
        self.ready()

    def refresh(self, visit: Visit) -> None:
        """Name the official of this audience, and how long it was planned for."""
        slot = visit.appointment.slot if visit.appointment is not None else None
        self.view.set_planned(None if slot is None else slot.ends_at - slot.starts_at)
        self.view.retitle()

    def left(self) -> None:
        """Take away a question that nobody needs to answer any more."""
        if self._question is not None:
            self._question.cancel.click()

    def teardown(self) -> None:
        """End the view's subscriptions."""
        self.view.teardown()

    def _official(self) -> str:
        appointment = self.visit.appointment
        return said(appointment.office_title, self.look.language) if appointment is not None else ""

    def _ask_to_leave(self) -> None:
        if self._question is not None:
            return
        question = self._question = Dialog(
            self.look,
            self,
            QCoreApplication.translate("CallPage", "End the talk?"),
            QCoreApplication.translate(
                "CallPage", "The official will no longer see and hear you. You can return while they are still there."
            ),
            confirm=QCoreApplication.translate("CallPage", "End the talk"),
            cancel=QCoreApplication.translate("CallPage", "Stay"),
            is_danger=True,
            icon=Icon.HANG_UP,
        )
        question.confirm.setObjectName("confirm_hang_up")
        question.cancel.setObjectName("stay")
        question.answered.connect(self._leave)

    def _leave(self, is_confirmed: bool) -> None:
        self._question = None
        if is_confirmed:
            self.ask(lambda: attend.hang_up(self.client))
