"""What is opened outside of the desk: an address, in the official's own browser."""

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices


def open_outside(address: str) -> bool:
    """Open it with what this computer opens addresses with; whether that could be begun."""
    return QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))


def unopened_words() -> str:
    """That nothing opened, and what can be done."""
    return QCoreApplication.translate(
        "Transactions", "No browser opened on this computer. Copy the address, and open it where there is one."
    )


def unopened_copied_words() -> str:
    """As `unopened_words`, once the address lies in the clipboard."""
    return QCoreApplication.translate(
        "Transactions", "No browser opened on this computer. The address is copied: open it where there is one."
    )
