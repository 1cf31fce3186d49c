"""The day's audiences: what is owed from before, who is here, then everybody by time; walked with the arrows."""

from collections.abc import Iterable
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk_client.client.day import Agenda, AgendaItem, Day
from desk_client.domain.appointment import AppointmentState
from desk_client.i18n.dates import clock_time
from desk_client.ui.desk.agenda_row import AgendaRow
from desk_client.ui.desk.audience_words import today_here
from desk_client.ui.moments import wall_span
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.scroll_edge import ScrollEdge

_NOW = frozenset({AppointmentState.WAITING, AppointmentState.IN_SESSION})
_HIDDEN = frozenset({AppointmentState.HELD, AppointmentState.CANCELLED})


class AgendaList(ScrollColumn):
    """Rows are kept while their audience is there, so that focus and scrolling survive each reading."""

    chosen = Signal(str)
    """The id of the audience whose brief is asked for."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[str, AgendaRow] = {}
        self._order: list[AgendaRow] = []
        self._wants_focus = False
        self._shown: tuple[tuple[str, ...], ...] | None = None
        # a heading that is not laid out yet has its place all the same: without one any thread might collect it
        caption, tone, place = Role.CAPTION, Tone.SECOND, self.inner
        self._owed = Label(look, "", caption, weight=Weight.SEMIBOLD, tone=tone, parent=place)
        self._owed.setObjectName("still_to_write")
        self._now = Label(look, "", caption, weight=Weight.SEMIBOLD, tone=tone, parent=place)
        self._later = Label(look, "", caption, weight=Weight.SEMIBOLD, tone=tone, parent=place)
        self._mark = Label(look, "", caption, weight=Weight.SEMIBOLD, tone=Tone.ACCENT, parent=place)
        self._mark.setObjectName("time_mark")
        self._mark.hide()
        self._day: Day | None = None
        self._owed.hide()
        self._now.hide()
        self._later.hide()
        self.body.setSpacing(Space.S)
        ScrollEdge(look, self, lambda colours: colours.background)
        self.setAccessibleName("agenda")
        self.retranslate()

    def show_day(self, day: Day) -> None:
        """Show the day's audiences, and which of them is open."""
        self._day = day
        items = [item for item in (day.agenda.items if day.agenda is not None else ()) if item.state not in _HIDDEN]
        owed = [item for item in items if day.agenda is not None and is_owed(item, day.agenda)]
        here = sorted((item for item in items if item.state in _NOW), key=_waited)
        rest = [item for item in items if item.state not in _NOW and item not in owed]
        opened = day.brief.item.id if day.brief is not None else None
        self._lay(owed, here, rest)
        for item in items:
            row = self._rows[item.id]
            row.show_item(item, is_unseen=item.id in day.unseen, is_owed=item in owed)
            row.setChecked(item.id == opened)
        if self._wants_focus:
            self.take_focus()

    def retranslate(self) -> None:
        """Word the headings, and keep the rows off the scroll bar, which changes sides."""
        rtl = self._look.is_right_to_left
        self.body.setContentsMargins(Space.S if rtl else 0, 0, 0 if rtl else Space.S, 0)
        self._owed.set_text(QCoreApplication.translate("AgendaList", "Still to be written, from earlier days"))
        self._now.set_text(QCoreApplication.translate("AgendaList", "Here now"))
        self._later.set_text(QCoreApplication.translate("AgendaList", "Today by time"))
        for row in self._order:
            row.show_item(row.item, is_unseen=row.is_unseen, is_owed=row.is_owed)

    def take_focus(self) -> None:
        """Put the keyboard on the row that is open, or on the first, as soon as there is one."""
        self._wants_focus = not self._order
        row = next((row for row in self._order if row.isChecked()), next(iter(self._order), None))
        if row is not None:
            row.setFocus(Qt.FocusReason.MouseFocusReason)  # the ring waits for the first key

    def tick(self) -> None:
        """A minute has passed: say anew how long each has been waiting, and where in the day one is."""
        for row in self._order:
            row.update()
        if self._day is not None:
            self.show_day(self._day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, Home and End; a row itself takes Enter."""
        focused = next((index for index, row in enumerate(self._order) if row.hasFocus()), None)
        last = len(self._order) - 1
        if focused is None or last < 0:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Down:
                wanted = min(last, focused + 1)
            case Qt.Key.Key_Up:
                wanted = max(0, focused - 1)
            case Qt.Key.Key_Home:
                wanted = 0
            case Qt.Key.Key_End:
                wanted = last
            case _:
                super().keyPressEvent(event)
                return
        row = self._order[wanted]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(row, 0, Space.L)

    def _lay(self, owed: list[AgendaItem], here: list[AgendaItem], rest: list[AgendaItem]) -> None:
        now = datetime.now(UTC)
        past = [item for item in rest if item.slot.starts_at <= now]
        ahead = [item for item in rest if item.slot.starts_at > now]
        clock = clock_time(today_here().time(), self._look.language)
        self._mark.set_text(QCoreApplication.translate("AgendaList", "It is {time}").format(time=clock))
        parts = (owed, here, past, ahead)
        owed_ids, here_ids, past_ids, ahead_ids = (tuple(item.id for item in part) for part in parts)
        wanted = (owed_ids, here_ids, past_ids, ahead_ids)
        if wanted == self._shown:
            return
        self._shown = wanted
        for item in (*owed, *here, *rest):
            if item.id not in self._rows:
                self._rows[item.id] = self._row(item)
        order = (*owed_ids, *here_ids, *past_ids, *ahead_ids)
        for gone in set(self._rows) - set(order):
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        while self.body.takeAt(0) is not None:
            pass
        self._order = [self._rows[key] for key in order]
        self._put(self._owed, (self._rows[key] for key in owed_ids), is_there=bool(owed))
        self._put(self._now, (self._rows[key] for key in here_ids), is_there=bool(here))
        self._put(self._later, (self._rows[key] for key in past_ids), is_there=bool(rest))
        self._put(self._mark, (self._rows[key] for key in ahead_ids), is_there=bool(past and ahead))
        self.body.addStretch()
        for before, after in zip(self._order, self._order[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _put(self, heading: Label, rows: Iterable[AgendaRow], *, is_there: bool) -> None:
        heading.setVisible(is_there)
        if is_there:
            self.body.addWidget(heading)
        for row in rows:
            self.body.addWidget(row)
            row.show()

    def _row(self, item: AgendaItem) -> AgendaRow:
        row = AgendaRow(self._look, item, self.widget())
        row.clicked.connect(lambda: self.chosen.emit(item.id))
        row.installEventFilter(self)
        return row

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # only rows are watched
        """Take the arrows from the rows: a button would pass them to its neighbour in its own way."""
        walks = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in walks:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


def is_owed(item: AgendaItem, agenda: Agenda) -> bool:
    """Whether its outcome was not written on its day."""
    return item.state is AppointmentState.COMPLETED and wall_span(item.slot).day < agenda.date


def _waited(item: AgendaItem) -> tuple[bool, int, float]:
    """In the talk first, then by turn; where the server does not say whose it is, who has waited longest."""
    since = item.present_since or item.slot.starts_at
    return item.state is not AppointmentState.IN_SESSION, item.position or 0, since.timestamp()
