"""Why something was not done; that the server was away is taken back by itself once it has answered."""

from typing import Final

from PySide6.QtWidgets import QWidget

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.messages import worded
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.banner import Banner, Mood

AWAY: Final = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT})


class RefusalNotice(Banner):
    """A banner that knows whether what it says is about the line."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, Mood.ERROR, parent)
        self._is_about_line = False

    def say(self, text: str, mood: Mood | None = None, action: str = "") -> None:
        """Say something else; see `Banner`."""
        self._is_about_line = False
        super().say(text, mood, action)

    def refuse(self, refusal: Refusal, words: str = "") -> None:
        """Say why it was not done: by its own words, or by these."""
        message = worded(refusal)
        self.say(words or f"{message.title}. {message.text}", Mood.ERROR)
        self._is_about_line = refusal.code in AWAY

    def answered(self) -> None:
        """The server has answered: that it did not is no news any more."""
        if self._is_about_line:
            self.say("")
