"""The requests of a work list, what is due first on top; walked with the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk_client.client.inbox import InboxItem
from desk_client.ui.desk.inbox.row import InboxRow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.scroll_edge import ScrollEdge

_WALKS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})


class WorkListColumn(ScrollColumn):
    """Rows are kept while their request is there, so that focus and scrolling survive each reading."""

    chosen = Signal(str)
    """The id of the request that shall be read."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[str, InboxRow] = {}
        self._order: list[InboxRow] = []
        self._wants_focus = False
        self.body.setSpacing(Space.S)
        ScrollEdge(look, self, lambda colours: colours.background)
        self.retranslate()

    @property
    def rows(self) -> tuple[InboxRow, ...]:
        """The rows from top to bottom."""
        return tuple(self._order)

    def show_items(self, items: Sequence[InboxItem], me: str, opened: str | None) -> None:
        """Show these requests, and which of them is read."""
        wanted = [each.request.id for each in items]
        held = next((index for index, row in enumerate(self._order) if row.hasFocus()), None)
        if [row.item.request.id for row in self._order] != wanted:
            self._lay(items, me)
        for item in items:
            row = self._rows[item.request.id]
            row.show_item(item, me)
            row.setChecked(item.request.id == opened)
        # what was settled took the keyboard with it: the next one stands in its place
        if held is not None and self._order and not any(row.hasFocus() for row in self._order):
            self._order[min(held, len(self._order) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        if self._wants_focus and self._order:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the request that is read, or on the first, as soon as there is one."""
        self._wants_focus = not self._order
        row = next((row for row in self._order if row.isChecked()), next(iter(self._order), None))
        if row is not None:
            row.setFocus(Qt.FocusReason.MouseFocusReason)  # the ring waits for the first key

    def tick(self) -> None:
        """A minute has passed: everything is a little older."""
        for row in self._order:
            row.update()

    def retranslate(self) -> None:
        """Keep the rows off the scroll bar, which changes sides."""
        rtl = self._look.is_right_to_left
        self.body.setContentsMargins(Space.S if rtl else 0, 0, 0 if rtl else Space.S, 0)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # only rows are watched
        """Take the arrows from the rows: a button would pass them to its neighbour in its own way."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _WALKS:
            self._walk(Qt.Key(event.key()))
            return True
        return super().eventFilter(watched, event)

    def _walk(self, key: Qt.Key) -> None:
        last = len(self._order) - 1
        focused = next((index for index, row in enumerate(self._order) if row.hasFocus()), 0)
        wanted = {
            Qt.Key.Key_Down: min(last, focused + 1),
            Qt.Key.Key_Up: max(0, focused - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }[key]
        row = self._order[wanted]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(row, 0, Space.L)

    def _lay(self, items: Sequence[InboxItem], me: str) -> None:
        for item in items:
            if item.request.id not in self._rows:
                row = self._rows[item.request.id] = InboxRow(self._look, item, me, self.widget())
                row.clicked.connect(lambda _checked=False, key=item.request.id: self.chosen.emit(key))
                row.installEventFilter(self)
        for gone in set(self._rows) - {each.request.id for each in items}:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        while self.body.takeAt(0) is not None:
            pass
        self._order = [self._rows[each.request.id] for each in items]
        for row in self._order:
            self.body.addWidget(row)
            row.show()
        self.body.addStretch()
        for before, after in zip(self._order, self._order[1:], strict=False):
            QWidget.setTabOrder(before, after)
