"""The style sheet: only what Qt's own widgets need (fields, lists, scroll bars); our widgets paint themselves."""

from string import Template

from desk_client.ui.theme.tokens import Colours, Radius, Space

_SHEET = Template(
    """
QToolTip { color: $surface; background: $text; border: none; padding: ${xs}px ${s}px; }
QLineEdit, QPlainTextEdit {
    color: $text; background: $surface; border: 1px solid $border_strong; border-radius: ${control}px;
    padding: ${s}px ${m}px; selection-background-color: $primary; selection-color: $on_primary;
}
QLineEdit:focus, QPlainTextEdit:focus { border: 3px solid $focus; padding: ${s_focus}px ${m_focus}px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border: 2px solid $danger_text; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $text_disabled; background: $sunken; }
QComboBox {
    color: $text; background: $surface; border: 1px solid $border_strong; border-radius: ${control}px;
    padding: ${xs}px ${m}px;
}
QComboBox::drop-down { border: none; width: 40px; }
QComboBox::down-arrow { image: none; }
QComboBox:focus { border: 3px solid $focus; padding: 2px ${m_focus}px; }
QComboBox[invalid="true"] { border: 2px solid $danger_text; }
QComboBox:disabled { color: $text_disabled; background: $sunken; }
QComboBox QAbstractItemView {
    color: $text; background: $surface; border: 1px solid $border_strong; outline: none;
    selection-background-color: $accent_soft; selection-color: $accent;
}
QComboBox QAbstractItemView::item { min-height: 40px; padding: 0 ${s}px; }
QTableView {
    color: $text; background: $surface; border: 1px solid $border; border-radius: ${control}px; outline: none;
    selection-background-color: $accent_soft; selection-color: $accent;
}
QTableView:focus { border: 3px solid $focus; }
QTableView::item { padding: 0 ${s}px; border: none; border-bottom: 1px solid $border; }
QTableView::item:selected { color: $accent; background: $accent_soft; border-bottom: 2px solid $accent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    color: $text_second; background: $sunken; border: none; border-bottom: 1px solid $border;
    padding: ${s}px;
}
QScrollArea, QScrollArea > QWidget > QWidget#page { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $border_strong; border-radius: 4px; min-height: 48px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $border_strong; border-radius: 4px; min-width: 48px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""",
)


def stylesheet(colours: Colours) -> str:
    """Return the sheet for these colours."""
    names = {name: str(value) for name, value in vars(colours).items()}
    spaces = {
        "xs": Space.XS,
        "s": Space.S,
        "m": Space.M,
        "s_focus": Space.S - 2,  # the thicker focus border takes two pixels more of the padding's place
        "m_focus": Space.M - 2,
        "control": Radius.CONTROL,
    }
    return _SHEET.substitute(names, **{name: str(int(value)) for name, value in spaces.items()})
