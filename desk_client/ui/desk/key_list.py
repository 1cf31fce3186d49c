"""The keys of a talk: pressed anywhere in its window, and listed over it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.ui.desk.call_keys import ALSO_KEYS, CallKey, key_rows
from desk_client.ui.desk.key_sheet import key_sheet
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.bound_key import bind
from desk_client.ui.widgets.dialog import Dialog


def give_keys(place: QWidget, pressed: Mapping[CallKey, Callable[[], None]]) -> None:
    """Let each of these be done by its key while `place` is shown."""
    for key, press in pressed.items():
        for sequence in (key.value, *(ALSO_KEYS if key is CallKey.KEYS else ())):
            bind(place, sequence, press)


def key_list(look: Appearance, host: QWidget) -> Dialog:
    """Show it; Enter or Escape puts it away."""
    dialog = key_sheet(look, host, QCoreApplication.translate("CallKeys", "Keys of the talk"), key_rows())
    dialog.setObjectName("call_keys")
    return dialog
