"""What was refused in a talk, said above it; what can be tried again is, by its button."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desk_client.domain.outcomes import Refusal
from desk_client.ui.messages import worded
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.banner import Banner, Mood


class TalkNotice(Banner):
    """It stands until the next thing is done."""

    def __init__(self, look: Appearance) -> None:
        super().__init__(look, Mood.ERROR)
        self.setObjectName("notice")
        self._refused: tuple[Refusal, Callable[[], None]] | None = None
        self.action.setObjectName("try_again")
        self.action_asked.connect(self._again)

    def refuse(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say why; ``again`` is what is tried again on request."""
        self._refused = (refusal, again)
        message = worded(refusal)
        action = QCoreApplication.translate("DeskCall", "Try again") if message.can_retry else ""
        self.say(f"{message.title}. {message.text}", Mood.ERROR, action)

    def clear(self) -> None:
        """Nothing is refused any more."""
        self._refused = None
        self.say("")

    def retranslate(self) -> None:
        """Word it in the language spoken now."""
        if self._refused is not None:
            self.refuse(*self._refused)

    def _again(self) -> None:
        if self._refused is not None:
            self._refused[1]()
