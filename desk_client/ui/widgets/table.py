"""A table of texts that can be as long as it likes: rows are painted when they are seen, and walked with the arrows.

A column is as wide as its texts where there is room for all; what is wider than its column takes a second line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desk_client.i18n.bidi import directed
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.surface import REPAINTED_BY

_Index = QModelIndex | QPersistentModelIndex
_NARROWEST_PX: Final = 24
_NOWHERE: Final = QModelIndex()
_BESIDE_PX: Final = Space.L + Space.XS
"""Beside a cell's text."""
_MOST_LINES: Final = 3
"""Of a cell: a list is looked over, and what is longer is read beside it."""
_ANY_PX: Final = 10_000
_MOST_MEASURED: Final = 400
"""So many rows say how wide the columns are; a longer list is searched, not read."""


@dataclass(frozen=True)
class Column:
    """A column's heading, and its share of what the texts leave of the width."""

    title: str
    share: int = 1


@dataclass(frozen=True)
class Row:
    """One line of the table; its key stays the same while the thing that it tells of does."""

    key: str
    cells: tuple[str, ...]


class _Rows(QAbstractTableModel):
    """Columns and rows, replaced whole."""

    def __init__(self, look: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.columns: tuple[Column, ...] = ()
        self.rows: tuple[Row, ...] = ()

    def show(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.columns, self.rows = tuple(columns), tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # of each role's own type
        text = self.rows[index.row()].cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return directed(text, right_to_left=self._look.is_right_to_left)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return text
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None

    def headerData(  # of each role's own type
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None


class Table(QTableView):
    """One row is chosen at a time, and stays chosen when the table is read again."""

    chosen = Signal(str)
    """The key of the row that was gone to."""
    entered = Signal(str)
    """The key of the row at which Enter was pressed: the keyboard wants to go on beside the table."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = _Rows(look, self)
        self._is_showing = False
        self._cells_px: list[list[int]] = []
        self._words_px: list[list[int]] = []
        self.setModel(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(_NARROWEST_PX)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._relook()

    @property
    def key(self) -> str | None:
        """The key of the chosen row."""
        at = self.currentIndex()
        return self._rows.rows[at.row()].key if at.isValid() and at.row() < len(self._rows.rows) else None

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show other rows; the one that is chosen stays so where it is still there, and nothing is told of it."""
        key, place = self.key, self.verticalScrollBar().value()
        self._is_showing = True
        self._rows.show(columns, rows)
        self._measure()
        self._select(key)
        self._is_showing = False
        self.verticalScrollBar().setValue(place)

    def choose(self, key: str | None) -> None:
        """Choose a row by its key, or none; nothing is told of it."""
        self._is_showing = True
        self._select(key)
        self._is_showing = False

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell of the row that somebody went to."""
        super().selectionChanged(selected, deselected)
        chosen = selected.indexes()  # the current one becomes so only after this
        if not self._is_showing and chosen:
            self.chosen.emit(self._rows.rows[chosen[0].row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on beside the table."""
        key = self.key
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and key is not None:
            self.entered.emit(key)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_out()

    def event(self, event: QEvent) -> bool:
        """Catch up with what changed before it was first shown: until then Qt sends no style changes."""
        if event.type() == QEvent.Type.Polish:
            self._relook()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes anew in the changed appearance."""
        if event.type() in REPAINTED_BY and event.type() != QEvent.Type.FontChange:
            self._relook()
        super().changeEvent(event)

    def _select(self, key: str | None) -> None:
        at = next((place for place, row in enumerate(self._rows.rows) if row.key == key), None)
        if at is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            self.setCurrentIndex(self._rows.index(at, 0))  # selectRow finds no column before the table has a width

    def _measure(self) -> None:
        """How wide each text is, of each row, and its longest word; and share the width out by that."""
        cell = QFontMetrics(self._look.font(Role.BODY))
        rows = self._rows.rows[:_MOST_MEASURED]
        self._cells_px = [[cell.horizontalAdvance(text) + _BESIDE_PX for text in row.cells] for row in rows]
        self._words_px = [
            [max(map(cell.horizontalAdvance, text.split(" "))) + _BESIDE_PX for text in row.cells] for row in rows
        ]
        self._share_out()

    def _share_out(self) -> None:
        head = QFontMetrics(self._look.font(Role.CAPTION, Weight.SEMIBOLD))
        columns = self._rows.columns
        titles = [head.horizontalAdvance(column.title) + _BESIDE_PX for column in columns]
        wanted = [max(each) for each in zip(titles, *self._cells_px, strict=True)]
        least = [max(each) for each in zip(titles, *self._words_px, strict=True)]
        widths = shared_out(self.viewport().width(), wanted, [column.share for column in columns], least)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        one = self.verticalHeader().defaultSectionSize()
        for number, row in enumerate(self._cells_px):
            wide = [place for place, px in enumerate(row) if px > widths[place]]
            lines = max((self._lines(number, place, widths[place]) for place in wide), default=0)
            height = max(one, lines * QFontMetrics(self._look.font(Role.BODY)).lineSpacing() + Space.M)
            if self.rowHeight(number) != height:
                self.setRowHeight(number, height)

    def _lines(self, number: int, place: int, width: int) -> int:
        """How many lines a cell's text takes, as many as there may be at most."""
        cell = QFontMetrics(self._look.font(Role.BODY))
        within = QRect(0, 0, width - _BESIDE_PX, _ANY_PX)
        height = cell.boundingRect(within, Qt.TextFlag.TextWordWrap, self._rows.rows[number].cells[place]).height()
        return min(_MOST_LINES, round(height / cell.lineSpacing()))

    def _relook(self) -> None:
        self.setFont(self._look.font(Role.BODY))
        self.horizontalHeader().setFont(self._look.font(Role.CAPTION, Weight.SEMIBOLD))
        self.verticalHeader().setDefaultSectionSize(self._look.scaled(self._look.control_px))
        self._measure()


def shared_out(width: int, wanted: Sequence[int], shares: Sequence[int], least: Sequence[int] = ()) -> list[int]:
    """Give each column what it wants and a share of the rest; where that is too little, the widest give way.

    ``least`` is what each needs for a word not to be cut: it is kept where there is room for that.
    """
    left, widths = width, list(wanted)
    if sum(wanted) > width:
        if sum(least) > width:
            wanted, least = least, ()
        widths = list(least or (0,) * len(wanted))
        left -= sum(widths)
        order = sorted(range(len(wanted)), key=lambda place: wanted[place] - widths[place])
        for done, place in enumerate(order):
            more = min(wanted[place] - widths[place], left // (len(order) - done))
            widths[place] += more
            left -= more
        return widths
    left -= sum(wanted)
    for place, share in enumerate(shares):
        widths[place] += left * share // sum(shares)
    if widths:
        widths[-1] += width - sum(widths)
    return widths
