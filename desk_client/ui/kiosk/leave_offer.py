"""While the server is away: the way to leave a booking that cannot go on as a request, with everything typed so far."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.client.actions import leave_word
from desk_client.client.kiosk import KioskClient
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.button import Button, Kind


class LeaveOffer(QWidget):
    """One button, which is there only where it can be pressed."""

    def __init__(self, look: Appearance, client: KioskClient, may_leave: Callable[[], bool]) -> None:
        """`may_leave` has the page take along what stands in its field, and says whether it may be left now."""
        super().__init__()
        self._client = client
        self._may_leave = may_leave
        self._button = Button(look, "", Kind.SECONDARY, icon=Icon.SEND)
        self._button.setObjectName("turn_into_request")
        self._button.clicked.connect(self._turn)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        self._unsubscribe = (
            client.station.subscribe(lambda _station: self._show()),
            client.visit.subscribe(lambda _visit: self._show()),
        )
        self._word()
        self._show()

    def teardown(self) -> None:
        """End the subscriptions."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()

    def _word(self) -> None:
        self._button.set_text(QCoreApplication.translate("LeaveOffer", "Leave it as a request instead"))

    def _show(self) -> None:
        self.setVisible(leave_word.can_turn_into_request(self._client))

    def _turn(self) -> None:
        if self._may_leave():
            leave_word.turn_into_request(self._client)
