"""The words of the grounds on which data is given out, or done away with."""

from PySide6.QtCore import QCoreApplication

from desk_client.domain.grounds import Grounds


def grounds_words(grounds: Grounds) -> str:
    """On which grounds, as it is read."""
    match grounds:
        case Grounds.PERSON_ASKED:
            return QCoreApplication.translate("Oversight", "The person concerned asked for it")
        case Grounds.ORDER:
            return QCoreApplication.translate("Oversight", "A court or an authority ordered it")
        case Grounds.INSPECTION:
            return QCoreApplication.translate("Oversight", "Inspection of our own work")
        case Grounds.INCIDENT:
            return QCoreApplication.translate("Oversight", "An incident is cleared up")
