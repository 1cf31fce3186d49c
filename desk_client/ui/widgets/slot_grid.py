"""The times of a day from which one is chosen."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_client.i18n import dates
from desk_client.i18n.bidi import without_marks
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.focus import follow
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.paint import CENTRE, Face, line_width, paint_face, paint_line
from desk_client.ui.widgets.pressable import Pressable

_NOON_HOUR = 12


@dataclass(frozen=True)
class SlotTime:
    """A time on offer: how the page names it (any hashable), when it starts, and whether it is still open."""

    key: Hashable
    start: time
    is_open: bool = True


class SlotButton(Pressable):
    """One time; checked when it is the chosen one, struck through when it is taken."""

    def __init__(self, look: Appearance, slot: SlotTime, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.slot = slot
        self.setCheckable(True)
        self.setEnabled(slot.is_open)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def content_size(self) -> QSize:
        """Return room for the time."""
        font = self.look.font(Role.BODY, Weight.MEDIUM)
        return QSize(line_width(self.text(), font) + 2 * Space.M, self.look.scaled(self.look.control_px) - Space.S)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint the time on its ground."""
        colours = self.colours
        font = self.look.font(Role.BODY, Weight.MEDIUM)
        if not self.isEnabled():
            paint_face(painter, QRectF(place), Face(colours.sunken, colours.border))
            font.setStrikeOut(True)
            ink = colours.text_disabled
        elif self.isChecked():
            paint_face(painter, QRectF(place), Face(colours.primary))
            ink = colours.on_primary
        else:
            fill = colours.accent_soft if self.isDown() or self.is_hovered else colours.surface
            paint_face(painter, QRectF(place), Face(fill, colours.border_strong))
            ink = colours.text
        paint_line(painter, place, self.text(), font, ink, CENTRE)

    def _retranslate(self) -> None:
        text = dates.clock_time(self.slot.start, self.look.language)
        self.setText(text)
        taken = QCoreApplication.translate("SlotGrid", "Not available")
        name = without_marks(text)
        self.setAccessibleName(name if self.slot.is_open else f"{name}، {taken}")


class SlotGrid(QWidget):
    """Times in groups, morning and afternoon; `slot_chosen` carries the key of the chosen one."""

    slot_chosen = Signal(object)

    def __init__(self, look: Appearance, columns: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._columns = columns
        self._laid = 0
        self.setMinimumWidth(1)  # it is as wide as its place: what does not fit beside goes below
        self._buttons: list[SlotButton] = []
        self._titles: list[tuple[Label, bool]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._body = QWidget()
        self._column.addWidget(self._body)
        self._column.addStretch()
        self._chosen: Hashable | None = None

    @property
    def chosen(self) -> Hashable | None:
        """The key of the chosen time."""
        return self._chosen

    @property
    def buttons(self) -> tuple[SlotButton, ...]:
        """The times' buttons, in order."""
        return tuple(self._buttons)

    def set_slots(self, slots: tuple[SlotTime, ...]) -> None:
        """Offer these times; a time chosen before stays chosen while it is open."""
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        self._column.insertWidget(0, self._body)
        self._buttons, self._titles = [], []
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.S)
        for is_morning in (True, False):
            group = [slot for slot in slots if (slot.start.hour < _NOON_HOUR) is is_morning]
            if not group:
                continue
            self._titles.append(
                (Label(self._look, "", Role.CAPTION, weight=Weight.MEDIUM, tone=Tone.SECOND), is_morning)
            )
            for slot in group:
                button = SlotButton(self._look, slot)
                button.clicked.connect(lambda _checked=False, slot=slot: self._choose(slot.key))
                self._buttons.append(button)
        self._laid = 0
        self._lay_out()
        follow(self, *self._buttons)
        if not any(slot.is_open and slot.key == self._chosen for slot in slots):
            self._chosen = None
        self._mark()
        self._retranslate()

    def select(self, key: Hashable | None) -> None:
        """Mark a time as chosen, without a signal."""
        self._chosen = key
        self._mark()

    def event(self, event: QEvent) -> bool:
        """Lay the times out anew where they have become wider, or their place narrower."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._lay_out()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        """Put as many in a line as fit, three at the most."""
        widest = max((button.sizeHint().width() for button in self._buttons), default=0) + Space.S
        columns = max(1, min(self._columns, (self.width() + Space.S) // max(1, widest)))
        grid = self._body.layout()
        if columns == self._laid or not isinstance(grid, QGridLayout):
            return
        self._laid = columns
        row = 0
        for title, is_morning in self._titles:
            grid.addWidget(title, row, 0, 1, columns)
            group = [each for each in self._buttons if (each.slot.start.hour < _NOON_HOUR) is is_morning]
            for index, button in enumerate(group):
                grid.addWidget(button, row + 1 + index // columns, index % columns)
            row += 1 + -(-len(group) // columns)
        for index in range(self._columns):
            grid.setColumnStretch(index, 1 if index < columns else 0)

    def _choose(self, key: Hashable) -> None:
        self._chosen = key
        self._mark()
        self.slot_chosen.emit(key)

    def _mark(self) -> None:
        for button in self._buttons:
            button.setChecked(button.slot.key == self._chosen)

    def _retranslate(self) -> None:
        morning = QCoreApplication.translate("SlotGrid", "Morning")
        afternoon = QCoreApplication.translate("SlotGrid", "Afternoon")
        for title, is_morning in self._titles:
            title.set_text(morning if is_morning else afternoon)
