"""The walk-up rule, said where everybody sees it: this kiosk is needed for an audience soon."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import find_point
from desk_client.client.flows.kiosk import FLOW
from desk_client.client.kiosk import Station
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.outcomes import Refusal
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.reserved_words import reserved_words, warning_words
from desk_client.ui.widgets.banner import Banner, Mood

_EVERY_MS = 30_000


class ReservedBanner(Banner):
    """Keeps the kiosk's day up to date, and words itself; hidden while there is time enough.

    Whoever came for their own audience is told nothing: it is theirs to go on.
    """

    changed = Signal()

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter.look, Mood.INFO, parent)
        self.setObjectName("reserved")
        self._counter = counter
        self._is_reading = False
        client = counter.client
        self._unsubscribe = (
            client.station.subscribe(self._served),
            client.day.subscribe(lambda _day: self._word()),
            client.visit.subscribe(self._turned),
        )
        self._page = client.visit.value.page
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._word()

    def teardown(self) -> None:
        """End what it listens to."""
        self._clock.stop()
        for unsubscribe in self._unsubscribe:
            unsubscribe()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()

    def _served(self, station: Station) -> None:
        if station.trouble is None:
            self._read()

    def _turned(self, visit: Visit) -> None:
        if visit.page is not self._page:
            self._page = visit.page
            self._word()

    def _tick(self) -> None:
        if self.window().isVisible():
            self._read()
            self._word()  # time goes on also where nobody can be asked

    def _read(self) -> None:
        if self._is_reading or self._page in {Page.CALL, Page.FAREWELL}:
            return
        self._is_reading = True
        self._counter.bridge.run(
            find_point.load_day(self._counter.client), lambda _nothing: None, _unread, on_end=self._was_read
        )

    def _was_read(self) -> None:
        self._is_reading = False

    def _word(self) -> None:
        client, now, language = self._counter.client, self._counter.now(), self._counter.language
        visit = client.visit.value
        text = ""
        if visit.page is Page.HOME:
            text = reserved_words(client.day.value, now, language)
        elif visit.goal is Goal.BOOK and FLOW[visit.page].stage is not None:
            text = warning_words(client.day.value, now, language)
        if text != self.text:
            self.say(text, Mood.INFO if visit.page is Page.HOME else Mood.WARNING)
            self.changed.emit()


def _unread(_refusal: Refusal) -> None:
    """The offline banner tells that; what was read before still counts."""
