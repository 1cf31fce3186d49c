"""The keys of a talk: pressed anywhere in its window, and listed over it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desk_client.ui.desk.call_keys import ALSO_KEYS, CallKey, key_rows
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.scroll_edge import ScrollEdge


def give_keys(place: QWidget, pressed: Mapping[CallKey, Callable[[], None]]) -> None:
    """Let each of these be done by its key while `place` is shown."""
    for key, press in pressed.items():
        for sequence in (key.value, *(ALSO_KEYS if key is CallKey.KEYS else ())):
            QShortcut(QKeySequence(sequence), place).activated.connect(press)


def key_list(look: Appearance, host: QWidget) -> Dialog:
    """Show it; Enter or Escape puts it away. Where the text is too large for the window it scrolls, also by arrows."""
    rows = Facts(look)
    rows.set_rows(key_rows())
    scroll = ScrollColumn()
    scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    scroll.body.addWidget(rows)
    ScrollEdge(look, scroll, lambda colours: colours.surface)
    title = QCoreApplication.translate("CallKeys", "Keys of the talk")
    scroll.setAccessibleName(title)
    dialog = Dialog(
        look,
        host,
        title,
        QCoreApplication.translate("CallKeys", "Letters work while you are not writing."),
        confirm=QCoreApplication.translate("CallKeys", "Close"),
        icon=Icon.KEYBOARD,
        body=scroll,
    )
    dialog.setObjectName("call_keys")
    dialog.confirm.setObjectName("close_keys")
    dialog.confirm.setFocus(Qt.FocusReason.PopupFocusReason)
    return dialog
