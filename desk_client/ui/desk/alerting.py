"""Tells the official of an arrival, and of an audience that begins soon, wherever they look.

The window says it in words; it also rings and shows a notification of the desktop, which names nobody: who shares their
screen shares that, too. In a talk nothing sounds and nothing comes up: the window's own words are enough.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desk_client.client.day import AgendaItem, Day, DeskPage
from desk_client.domain.appointment import AHEAD_STATES, QUEUED_STATES
from desk_client.domain.reminders import Reminder, due
from desk_client.i18n.bidi import embedded
from desk_client.ui.bilingual import said
from desk_client.ui.desk.audience_words import arrival_words, on_wall, place_words
from desk_client.ui.desk.office import Office

LOOK_EVERY_MS: Final = 10_000
_AHEAD: Final = AHEAD_STATES | QUEUED_STATES

Notify = Callable[[str, str], None]
"""Shows a title and a text outside the window, where the desktop has a place for it."""


def nowhere(title: str, text: str) -> None:
    """A desktop without a place for notifications."""
    del title, text


class Alerting(QObject):
    """Remembers what was told, so that each thing is told once."""

    def __init__(
        self,
        office: Office,
        window: QWidget,
        chime: Callable[[], None],
        notify: Notify,
        say: Callable[[str], None],
    ) -> None:
        """``say`` shows words in the window, over whatever page there is."""
        super().__init__(window)
        self._office = office
        self._window = window
        self._chime = chime
        self._notify = notify
        self._say = say
        self._announced: frozenset[str] = frozenset()
        self._given: frozenset[Reminder] = frozenset()
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_EVERY_MS)
        self._looks.timeout.connect(self.look)
        self._looks.start()

    def show_day(self, day: Day) -> None:
        """Tell of whoever has come since the last time."""
        come = day.unseen - self._announced
        self._announced = day.unseen
        if not come:
            return
        if day.page is not DeskPage.TODAY:  # there a banner says it, for as long as it is so
            self._say(arrival_words(day, self._office.look.language))
        items = [item for key in come if (item := day.item(key)) is not None]
        if len(items) == 1:
            title, text = QCoreApplication.translate("Alerting", "A visitor has come"), self._about(items[0])
        else:
            title = QCoreApplication.translate("Alerting", "%Ln visitors have come", "", len(come))
            text = QCoreApplication.translate("Alerting", "They wait for you.")
        self._draw_attention(title, text)

    def look(self, now: datetime | None = None) -> None:
        """Remind of what begins soon; ``now`` is the present moment where none is given."""
        now = now or datetime.now(UTC)
        day = self._office.day
        if not self._office.client.alerts.value.reminds or day.session is None:
            return
        items = day.agenda.items if day.agenda is not None else ()
        ahead = {item.id: item.slot.starts_at for item in items if item.state in _AHEAD}
        found = due(ahead, now, self._given)
        self._given = frozenset(each for each in self._given if each.id in ahead) | frozenset(found)
        for reminder in found:
            item = day.item(reminder.id)
            if item is not None:
                self._remind(item, reminder.left_min(now))

    def _remind(self, item: AgendaItem, minutes: int) -> None:
        title = QCoreApplication.translate("Alerting", "The next audience begins in %Ln minutes", "", minutes)
        self._say(f"{title}: {embedded(item.citizen_name)}")
        self._draw_attention(title, self._about(item))

    def _about(self, item: AgendaItem) -> str:
        language = self._office.look.language
        at = on_wall(item.slot.starts_at, item, language)
        parts = (at, said(item.service_name, language), place_words(item, language))
        return " · ".join(embedded(part) for part in parts)

    def _draw_attention(self, title: str, text: str) -> None:
        if self._office.client.is_talking:
            return
        wanted = self._office.client.alerts.value
        if wanted.rings:
            self._chime()
        if wanted.notifies and not self._window.isActiveWindow():
            QApplication.alert(self._window)
            self._notify(title, text)

    def teardown(self) -> None:
        """Look no more."""
        self._looks.stop()
