"""Numbers of the queue as rows, each with what can be done with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_client.i18n.bidi import isolated
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel

_COLUMNS = 2


@dataclass(frozen=True)
class Deed:
    """What can be done with a number: its name in code, its words, and what does it."""

    code: str
    words: str
    does: Callable[[], None]
    is_main: bool = False


@dataclass(frozen=True)
class Row:
    """A number as it is shown."""

    number: str
    words: str
    deeds: tuple[Deed, ...] = ()
    is_large: bool = False


class _NumberRow(Panel):
    """The number, what is known of it, and its buttons."""

    def __init__(self, look: Appearance, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(look, margin_px=Space.S, parent=parent)
        role = Role.HERO if row.is_large else Role.LEAD
        self._number = Label(look, isolated(row.number), role, weight=Weight.BOLD, tone=Tone.ACCENT, wraps=False)
        self._words = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._buttons: dict[str, Button] = {}
        self._deeds: dict[str, Deed] = {}
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addWidget(self._number)
        line.addWidget(self._words, 1)
        across = QGridLayout()
        across.setSpacing(Space.S)
        for place, deed in enumerate(row.deeds):
            kind = Kind.PRIMARY if deed.is_main else (Kind.SECONDARY if row.is_large else Kind.QUIET)
            button = self._buttons[deed.code] = Button(look, "", kind)
            button.setObjectName(f"{deed.code}_{row.number}")
            button.clicked.connect(lambda _checked=False, code=deed.code: self._deeds[code].does())
            across.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        self.body.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.body.setSpacing(Space.S)
        self.body.addLayout(line)
        if row.is_large:
            self.body.addLayout(across)
        else:
            line.addLayout(across)
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Show what has become of it."""
        self._words.set_text(row.words)
        self.setAccessibleName(f"{row.number} {row.words}")
        for deed in row.deeds:
            self._deeds[deed.code] = deed
            button = self._buttons[deed.code]
            button.set_text(deed.words)
            button.setAccessibleName(f"{deed.words} {row.number}")


class NumberRows(QWidget):
    """A heading and rows below; a row stays while its number and what can be done with it do, and so does the focus."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[tuple[str, tuple[str, ...], bool], _NumberRow] = {}
        self._heading = Label(look, "", Role.CAPTION, weight=Weight.SEMIBOLD, tone=Tone.SECOND)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addWidget(self._heading)

    def show_rows(self, heading: str, rows: Sequence[Row]) -> None:
        """Show these; without any, the whole is hidden."""
        self._heading.set_text(heading)
        self.setVisible(bool(rows))
        wanted = {(row.number, tuple(deed.code for deed in row.deeds), row.is_large): row for row in rows}
        for gone in set(self._rows) - set(wanted):
            widget = self._rows.pop(gone)
            if widget.isAncestorOf(self.window().focusWidget() or self):
                self.window().setFocus(Qt.FocusReason.OtherFocusReason)
            widget.hide()
            widget.deleteLater()
        for place, (key, row) in enumerate(wanted.items(), start=1):
            if key in self._rows:
                self._rows[key].show_row(row)
            else:
                self._rows[key] = _NumberRow(self._look, row, self)
            if self._column.indexOf(self._rows[key]) != place:
                self._column.insertWidget(place, self._rows[key])
            self._rows[key].show()
