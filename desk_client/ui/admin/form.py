"""The form beside a list: fields by their codes, what is typed in them as texts, and the buttons below."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.ui.operator.scrolling import keep_off_the_bar
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.scroll_edge import ScrollEdge
from desk_client.ui.widgets.text_field import TextArea, TextField
from desk_client.ui.widgets.weekdays import Weekdays

Values = Mapping[str, str]
"""What stands in each field, by its code."""
EMPTY: Values = MappingProxyType({})
_COUNTED: Final = re.compile(r"\d{1,4}|\d{1,2}:\d{2}")
"""A number of something, or a time: read in the language's digits; what is longer is somebody's, and typed so."""


class Form(Panel):
    """Says of each change what stands in it now; `set_values` tells nobody."""

    changed = Signal()

    def __init__(self, look: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, margin_px=Space.M, parent=parent)
        self.setObjectName(name)
        self._blocks: dict[str, FieldBlock] = {}
        self._is_setting = False
        self.title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, is_heading=True)
        self.note = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._column = ScrollColumn()
        self._column.body.setSpacing(Space.M)  # a hint belongs to the field above it
        ScrollEdge(look, self._column, lambda colours: colours.surface)
        self._end = QVBoxLayout()
        self._end.setSpacing(Space.S)
        self._column.body.addLayout(self._end)
        self._column.body.addStretch(1)
        self.save = Button(look, "", Kind.PRIMARY)
        self.save.setObjectName("admin_save")
        self.discard = Button(look, "", Kind.SECONDARY)
        self.discard.setObjectName("admin_discard")
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.save, 1)
        row.addWidget(self.discard)
        self.body.addWidget(self.title)
        self.body.addWidget(self.note)
        self.body.addWidget(self._column, 1)
        self.body.addLayout(row)

    def add_text(self, code: str, *, longest: int = 200, is_latin: bool = False) -> TextField:
        """Add a line of words."""
        field = TextField(self.look, longest=longest)
        if is_latin:
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.textChanged.connect(lambda _text: self._tell())
        self._add(code, FieldBlock(self.look, field))
        return field

    def add_area(self, code: str, *, lines: int, longest: int) -> TextArea:
        """Add several lines of words."""
        field = TextArea(self.look, lines=lines, longest=longest)
        field.text_changed.connect(lambda _text: self._tell())
        self._add(code, FieldBlock(self.look, field))
        return field

    def add_pick(self, code: str) -> Pick:
        """Add a choice of one among many."""
        field = Pick(self.look)
        field.picked.connect(lambda _key: self._tell())
        self._add(code, FieldBlock(self.look, field))
        return field

    def add_days(self, code: str) -> Weekdays:
        """Add a choice of days of the week."""
        field = Weekdays(self.look)
        field.changed.connect(self._tell)
        self._add(code, FieldBlock(self.look, field))
        return field

    def add_below(self, *widgets: QWidget) -> None:
        """Add what belongs to the thing, and is no field."""
        for widget in widgets:
            self._end.addWidget(widget)

    def block(self, code: str) -> FieldBlock:
        """A field with its name and what is said of it."""
        return self._blocks[code]

    def values(self) -> dict[str, str]:
        """What stands in the fields that are shown."""
        return {code: _value(block) for code, block in self._blocks.items() if not block.isHidden()}

    def words_of(self, code: str, value: str) -> str:
        """A field's value as it is read: what is picked, by its name."""
        field = self._blocks[code].field
        if isinstance(field, Pick):
            return field.itemText(field.findData(value))
        if isinstance(field, Weekdays):
            return field.words_of(value)
        return self.look.number(value) if _COUNTED.fullmatch(value) else value

    def name_of(self, code: str) -> str:
        """What a field is called."""
        return self._blocks[code].field.accessibleName()

    def set_values(self, values: Values) -> None:
        """Show these; fields that are not named are empty."""
        self._is_setting = True
        for code, block in self._blocks.items():
            _set(block, values.get(code, ""))
            block.set_error("")
        self._is_setting = False

    def retranslate(self) -> None:
        """Follow the language with the bar."""
        keep_off_the_bar(self._column, self.look)

    def focus_first(self) -> None:
        """Take the keyboard to the first field that can be typed in."""
        for block in self._blocks.values():
            if not block.isHidden() and block.field.isEnabled():
                block.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fields(self, codes: Sequence[str]) -> None:
        """Show these fields alone."""
        for code, block in self._blocks.items():
            block.setVisible(code in codes)

    def _add(self, code: str, block: FieldBlock) -> None:
        block.field.setObjectName(f"field_{code}")
        self._blocks[code] = block
        self._column.body.insertWidget(len(self._blocks) - 1, block)

    def _tell(self) -> None:
        if not self._is_setting:
            self.changed.emit()


def _value(block: FieldBlock) -> str:
    field = block.field
    if isinstance(field, Pick):
        return field.key
    return field.text if isinstance(field, TextArea | Weekdays) else field.text().strip()


def _set(block: FieldBlock, value: str) -> None:
    if _value(block) == value:  # whoever types keeps their place in it
        return
    field = block.field
    if isinstance(field, Pick):
        field.pick(value)
    elif isinstance(field, TextArea | Weekdays):
        field.set_text(value)
    else:
        field.setText(value)
