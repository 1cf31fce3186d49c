"""A list of names and values: a summary, a brief."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.label import Label, Tone


class Facts(QWidget):
    """Rows of a name and its value, the values in one column; `is_stage` is for the dark ground of a call."""

    def __init__(self, look: Appearance, *, is_stage: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_stage = is_stage
        self._rows: tuple[tuple[str, str], ...] = ()
        self._values: list[Label] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.M if look.is_kiosk else Space.S)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The names and values shown."""
        return self._rows

    def set_rows(self, rows: tuple[tuple[str, str], ...]) -> None:
        """Show these names and values; a row without a value is left out."""
        rows = tuple(row for row in rows if row[1])
        if rows == self._rows:
            return
        is_same = [name for name, _ in rows] == [name for name, _ in self._rows]
        self._rows = rows
        if is_same:  # what counts up each second makes no new widgets
            for label, (_, value) in zip(self._values, rows, strict=True):
                label.set_text(value)
            return
        self._values = []
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        quiet = Tone.ON_STAGE_SECOND if self._is_stage else Tone.SECOND
        strong = Tone.ON_STAGE if self._is_stage else Tone.TEXT
        for index, (name, value) in enumerate(rows):
            named = Label(self._look, name, Role.BODY, tone=quiet, wraps=False)
            valued = Label(self._look, value, Role.BODY, weight=Weight.MEDIUM, tone=strong)
            self._grid.addWidget(named, index, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(valued, index, 1)
            self._values.append(valued)
