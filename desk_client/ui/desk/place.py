"""What the desk's pages have in common."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.day import Day
from desk_client.ui.desk.key_words import Keys


class Place(QWidget):
    """One page of the desk. Loaded and made when it is first needed; what concerns it not it leaves as it is here."""

    def show_day(self, day: Day) -> None:
        """Show the day as it stands; told to each page that was made, whichever shows."""

    def refresh(self) -> None:
        """Read again what is shown."""

    def tick(self) -> None:
        """A minute has passed."""

    def loses(self) -> str:
        """What would be lost by going now, in words; empty where nothing would."""
        return ""

    def keys(self) -> Keys:
        """What its keys do now, and how they are pressed; none where a page has none, or lists them by itself."""
        return ()

    def teardown(self) -> None:
        """End every subscription; the window is about to go."""


def lost_outcome() -> str:
    """What is lost with an outcome that was not saved."""
    return QCoreApplication.translate("DeskWindow", "An outcome is not saved. What you wrote will be lost.")
