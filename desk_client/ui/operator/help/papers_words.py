"""What somebody is known by, in words."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.helping import DocumentKind


def document_words(kind: DocumentKind) -> str:
    """A kind of papers."""
    names = {
        DocumentKind.NATIONAL_ID: QCoreApplication.translate("PapersPage", "ID or Iqama"),
        DocumentKind.PASSPORT: QCoreApplication.translate("PapersPage", "Passport"),
        DocumentKind.BORDER_NUMBER: QCoreApplication.translate("PapersPage", "Border number"),
    }
    return names[kind]
