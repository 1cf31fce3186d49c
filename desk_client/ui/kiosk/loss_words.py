"""What is lost if a visit ends now."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.visit import Goal, Page, Visit


def loss_words(visit: Visit) -> str:
    """What a person should know before they end their visit on this page."""
    if visit.page is Page.TICKET or (visit.hold is None and visit.page in _BRINGING):
        return QCoreApplication.translate(
            "KioskWindow", "Your appointment stays. Documents that have not been sent yet are removed."
        )
    if visit.page in {Page.TIME, Page.MOVE, Page.WAITLIST} and visit.goal is Goal.CHANGE:
        return QCoreApplication.translate("KioskWindow", "Nothing has been changed: your appointment stays as it is.")
    if visit.page in {Page.CHECK, Page.WAITING, Page.OUTCOME}:
        return QCoreApplication.translate(
            "KioskWindow", "Your appointment stays. You can come back to it at any kiosk with your ID."
        )
    return QCoreApplication.translate("KioskWindow", "Nothing has been booked yet; what you entered is removed.")


_BRINGING = frozenset({Page.MORE_DOCUMENTS, Page.PHOTO, Page.FILES, Page.PHONE})
