"""A list of which one is picked: an office, a colleague, a time."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.choice import Choice
from desk_client.ui.widgets.page import ScrollColumn

_MOST_SHOWN = 4
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PickList(ScrollColumn):
    """Some rows high, and scrolled beyond that; Tab reaches the picked one, or the first, and the arrows walk."""

    picked = Signal(str)
    """The key of the one that was picked."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._options: tuple[tuple[str, str], ...] = ()
        self._rows: list[tuple[str, Choice]] = []
        self.body.setSpacing(Space.XS)
        self.key = ""
        """What is picked; empty where nothing is."""

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these, each a key and a text; what was picked stays so while it is offered."""
        options = tuple(options)
        if options != self._options:
            self._options = options
            for _, row in self._rows:
                row.hide()
                row.deleteLater()
            while self.body.takeAt(0) is not None:
                pass
            self._rows = [(key, self._row(key, text)) for key, text in options]
            self.body.addStretch()
        if self.key not in dict(options):
            self.key = ""
        height = self._rows[0][1].sizeHint().height() + Space.XS if self._rows else 0
        self.setFixedHeight(height * min(len(options), _MOST_SHOWN))
        self._mark()

    @property
    def has_options(self) -> bool:
        """Whether there is anything to pick."""
        return bool(self._rows)

    def take_focus(self) -> None:
        """Put the keyboard on the picked one, or on the first."""
        row = next((row for key, row in self._rows if key == self.key), next((row for _, row in self._rows), None))
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def pick(self, key: str) -> None:
        """Pick for the person, without a signal."""
        self.key = key if key in dict(self._options) else ""
        self._mark()

    def name(self, key: str) -> str:
        """The text of one of them."""
        return dict(self._options).get(key, "")

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # only rows are watched
        """Walk with the arrows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _STEPS:
            at = next((index for index, (_, row) in enumerate(self._rows) if row is watched), 0)
            _, row = self._rows[max(0, min(len(self._rows) - 1, at + _STEPS[Qt.Key(event.key())]))]
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(row, 0, Space.S)
            return True
        return super().eventFilter(watched, event)

    def _row(self, key: str, text: str) -> Choice:
        row = Choice(self._look, self.inner)
        row.setObjectName(f"pick_{key}")
        row.set_text(text)
        row.installEventFilter(self)
        row.clicked.connect(lambda: self._pick(key))
        self.body.addWidget(row)
        row.show()
        return row

    def _pick(self, key: str) -> None:
        self.key = key
        self._mark()
        self.picked.emit(key)

    def _mark(self) -> None:
        stop = self.key or next((key for key, _ in self._rows), "")
        for key, row in self._rows:
            row.setChecked(key == self.key and bool(self.key))
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == stop else Qt.FocusPolicy.ClickFocus)
