"""That the server cannot be reached, and that we keep trying."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.banner import Banner, Mood


class OfflineBanner(Banner):
    """A banner that words itself: hidden while connected. `action_asked` is the wish to try at once."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, Mood.WARNING, parent)
        self._is_offline = False

    def set_offline(self, is_offline: bool) -> None:  # noqa: FBT001 (a setter like Qt's)
        """Tell whether the server cannot be reached."""
        self._is_offline = is_offline
        self._word()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()

    def _word(self) -> None:
        if not self._is_offline:
            self.say("")
            return
        self.say(
            QCoreApplication.translate(
                "OfflineBanner", "No connection to the service. Nothing you entered is lost; we keep trying."
            ),
            Mood.WARNING,
            QCoreApplication.translate("OfflineBanner", "Try now"),
        )
