"""Whether somebody comes who was called while the visit goes on: on the pages that show something else besides."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from desk_client.client.actions import call_operator
from desk_client.domain.call_for_help import HelpStage
from desk_client.ui.kiosk.counter import Counter

_LOOK_EVERY_MS: Final = 3_000
_STANDS: Final = frozenset({HelpStage.CALLED, HelpStage.UNANSWERED})


class HelpWatch(QObject):
    """Looks while a call stands that nobody has answered, and the page is there; otherwise it costs nothing."""

    def __init__(self, counter: Counter, answered: Callable[[], None], parent: QObject) -> None:
        """``answered`` is called once the operator has said that they are on their way."""
        super().__init__(parent)
        self._counter = counter
        self._answered = answered
        self._is_looking = False
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY_MS)
        self._clock.timeout.connect(self._look)

    @property
    def stage(self) -> HelpStage | None:
        """How the call stands; None where nobody was called."""
        call = self._counter.client.visit.value.help
        return None if call is None else call.stage

    def begin(self) -> None:
        """Look, where there is something to look for."""
        if self.stage in _STANDS:
            self._clock.start()

    def rest(self) -> None:
        """Look no more: the page has gone."""
        self._clock.stop()

    def _look(self) -> None:
        if self._is_looking:
            return
        self._is_looking = True
        client = self._counter.client
        self._counter.bridge.run(
            call_operator.look(client), lambda _nothing: self._seen(), lambda _refusal: None, on_end=self._ended
        )

    def _seen(self) -> None:
        if self.stage in _STANDS or not self._clock.isActive():
            return
        self._clock.stop()
        if self.stage is HelpStage.ON_THE_WAY:
            self._answered()

    def _ended(self) -> None:
        self._is_looking = False
