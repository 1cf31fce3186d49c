"""That a browser is signed in for whoever works at this desk, told above their day; one press signs it out."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import join_by_browser
from desk_client.client.day import Day, DeskPage
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import isolated
from desk_client.i18n.dates import clock_time
from desk_client.ui.desk.office import Office
from desk_client.ui.messages import worded
from desk_client.ui.moments import here
from desk_client.ui.widgets.banner import Banner, Mood

if TYPE_CHECKING:
    from datetime import datetime

_PAGES: Final = frozenset({DeskPage.TODAY, DeskPage.CALENDAR, DeskPage.INBOX, DeskPage.RECORDINGS})
"""Where nobody talks or writes; the settings tell of it by themselves."""


class BrowserMark(QObject):
    """Known by the day's readings, which whoever comes in or goes out by a browser brings about."""

    def __init__(self, office: Office, parent: QWidget, tell: Callable[[str, Mood], None]) -> None:
        """The window lays ``notice`` out; ``tell`` says how signing it out went."""
        super().__init__(parent)
        self._office, self._tell = office, tell
        self._since: datetime | None = None
        self._is_busy = False
        self.notice = Banner(office.look, Mood.INFO)
        self.notice.setObjectName("browser_mark")
        self.notice.action.setObjectName("sign_browser_out")
        self.notice.action_asked.connect(self._end)

    def show_day(self, day: Day) -> None:
        """Tell of it where the day's pages are."""
        since = day.agenda.browser_since if day.agenda is not None and day.page in _PAGES else None
        if since != self._since:
            self._since = since
            self.retranslate()

    def retranslate(self) -> None:
        """Word it in the language spoken now."""
        if self._since is None:
            self.notice.say("")
            return
        words = QCoreApplication.translate(
            "Settings", "A browser is signed in for you since {time}. What it does stands in your name."
        ).format(time=isolated(clock_time(here(self._since).time(), self._office.look.language)))
        self.notice.say(words, Mood.INFO, QCoreApplication.translate("Settings", "Sign the browser out"))

    def _end(self) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        self._office.bridge.run(
            join_by_browser.end(self._office.client), lambda _none: self._ended(), self._refuse, on_end=self._done
        )

    def _done(self) -> None:
        self._is_busy = False

    def _ended(self) -> None:
        """The next reading says the same; until it is here, nothing is offered that is done."""
        self._since = None
        self.retranslate()
        self._tell(QCoreApplication.translate("Settings", "The browser is signed out."), Mood.SUCCESS)

    def _refuse(self, refusal: Refusal) -> None:
        message = worded(refusal)
        self._tell(f"{message.title}. {message.text}", Mood.ERROR)
