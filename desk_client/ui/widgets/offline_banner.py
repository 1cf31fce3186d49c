"""Why the server does not serve us, and that we keep trying."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.messages import worded
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.banner import Banner, Mood


class OfflineBanner(Banner):
    """A banner that words itself: hidden while connected. `action_asked` is the wish to try at once."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, Mood.WARNING, parent)
        self._trouble: Refusal | None = None

    def set_trouble(self, trouble: Refusal | None) -> None:
        """Say why we are not served: mostly that the server cannot be reached; None while all is well."""
        self._trouble = trouble
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()

    def _word(self) -> None:
        if self._trouble is None:
            self.say("")
            return
        if self._trouble.code is RefusalCode.PROTOCOL_UNSUPPORTED:
            message = worded(self._trouble)
            self.say(f"{message.title}. {message.text}", Mood.ERROR)
            return
        self.say(
            QCoreApplication.translate(
                "OfflineBanner", "No connection to the service. Nothing you entered is lost; we keep trying."
            ),
            Mood.WARNING,
            QCoreApplication.translate("OfflineBanner", "Try now"),
        )
