"""Whoever ends a visit in its middle is asked, and told what they would lose."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from desk_client.client.visit import Goal, Page, Visit
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.dialog import Dialog


class EndQuestion(QObject):
    """Asked once, however often it is asked for."""

    confirmed = Signal()

    def __init__(self, look: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._dialog: Dialog | None = None

    def ask(self, visit: Visit) -> None:
        """Bring it up, unless it is there."""
        if self._dialog is not None:
            return
        dialog = self._dialog = Dialog(
            self._look,
            self._window,
            QCoreApplication.translate("KioskWindow", "End the visit?"),
            _loss_words(visit),
            confirm=QCoreApplication.translate("KioskWindow", "End the visit"),
            cancel=QCoreApplication.translate("KioskWindow", "Continue here"),
            is_danger=True,
            icon=Icon.SIGN_OUT,
        )
        dialog.confirm.setObjectName("confirm_end")
        dialog.cancel.setObjectName("go_on")
        dialog.answered.connect(self._answered)

    def withdraw(self) -> None:
        """Take it away, as if the person had decided to stay."""
        if self._dialog is not None:
            self._dialog.cancel.click()

    def _answered(self, is_confirmed: bool) -> None:
        self._dialog = None
        if is_confirmed:
            self.confirmed.emit()


def _loss_words(visit: Visit) -> str:
    """What a person should know before they end their visit on this page."""
    if visit.page is Page.TICKET or (visit.hold is None and visit.page in _BRINGING):
        return QCoreApplication.translate(
            "KioskWindow", "Your appointment stays. Documents that have not been sent yet are removed."
        )
    if visit.page in {Page.TIME, Page.MOVE, Page.WAITLIST} and visit.goal is Goal.CHANGE:
        return QCoreApplication.translate("KioskWindow", "Nothing has been changed: your appointment stays as it is.")
    if visit.page is Page.REPLY or visit.reply:
        return QCoreApplication.translate(
            "KioskWindow", "Your answer has not been sent, and is removed. Your request stays as it is."
        )
    if visit.page in {Page.CHECK, Page.WAITING, Page.OUTCOME}:
        return QCoreApplication.translate(
            "KioskWindow", "Your appointment stays. You can come back to it at any kiosk with your ID."
        )
    return QCoreApplication.translate("KioskWindow", "Nothing has been booked yet; what you entered is removed.")


_BRINGING = frozenset({Page.MORE_DOCUMENTS, Page.PHOTO, Page.FILES, Page.PHONE})
