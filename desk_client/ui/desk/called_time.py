"""How long the talk of another office is planned for, beside how long it goes on here; and what was added to it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desk_client.client.called_in import Invitation
from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.office import Office
from desk_client.ui.theme.icons import Icon

if TYPE_CHECKING:
    from datetime import datetime


class CalledTime:
    """Whoever is called in comes in the middle: what is planned for them is what has gone by here, and what is left."""

    def __init__(self, office: Office, view: CallView) -> None:
        self._office, self._view = office, view
        self._of: str | None = None
        self._ends_at: datetime | None = None
        self._since_s: float | None = None

    def show(self, joined: Invitation | None, since_s: float | None) -> None:
        """``since_s``: since when the talk stands here; told anew whenever something may have changed."""
        about = None if joined is None else joined.appointment_id
        ends_at = None if joined is None else joined.ends_at
        if (about, ends_at, since_s) == (self._of, self._ends_at, self._since_s):
            return
        before, is_same = self._ends_at, about == self._of
        self._of, self._ends_at, self._since_s = about, ends_at, since_s
        if ends_at is None:
            self._view.set_planned(None)
            return
        left = ends_at - self._office.client.clock.now()
        self._view.set_planned(self._view.header.time.elapsed + left)
        if is_same and before is not None and ends_at > before:
            more = round((ends_at - before).total_seconds() / 60)
            words = QCoreApplication.translate("CalledPage", "The talk was extended by %Ln minutes.", None, more)
            self._view.say(Icon.TIMER, words)
