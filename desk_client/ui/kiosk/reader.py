"""Whoever cannot read has the page read to them: its question, what is written, and what can be pressed."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from desk_client.client.speech import Speech
from desk_client.client.visit import Page
from desk_client.ui.kiosk.header import KioskHeader
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.theme.appearance import Appearance

_SETTLED_MS: Final = 500
"""After a page has come up: what it lists is there by then, and a hand that goes on quickly is not talked at."""
_SILENT: Final = frozenset({Page.CHECK, Page.CALL})
"""Where the person is listened to, or somebody else speaks."""


class Reader(QObject):
    """Reads each page from its beginning, for the rest of a visit, once that was asked for."""

    def __init__(self, look: Appearance, header: KioskHeader, speech: Speech | None, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._header = header
        self._speech = speech if speech is not None and speech.can_speak else None
        self._page: VisitPage | None = None
        self._is_on = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLED_MS)
        self._soon.timeout.connect(self._read)
        header.reading_asked.connect(self._toggle)
        header.set_reading(None if self._speech is None else False)

    def turn_to(self, page: VisitPage) -> None:
        """Read this page from now on; what is still said of another one ends."""
        self._page = page
        self.begin_again()

    def begin_again(self) -> None:
        """Read from the beginning, in the language spoken now, where reading was asked for."""
        if self._speech is None or not self._is_on:
            return
        self._speech.stop()
        self._soon.start()

    def rest(self) -> None:
        """Be silent, and read nothing until it is asked for again."""
        self._is_on = False
        self._soon.stop()
        if self._speech is not None:
            self._speech.stop()
            self._header.set_reading(False)

    def _toggle(self) -> None:
        if self._is_on:
            self.rest()
            return
        self._is_on = True
        self._header.set_reading(True)
        self._read()

    def _read(self) -> None:
        page = self._page
        if self._speech is not None and page is not None and not (page.page in _SILENT or page.visit.talks_meanwhile):
            self._speech.say(str(page.page), page.spoken(), self._look.language)
