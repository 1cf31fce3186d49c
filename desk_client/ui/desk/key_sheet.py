"""A list of keys, over the window; and the keys that open it on the pages which say what theirs do."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desk_client.ui.desk.call_keys import ALSO_KEYS, CallKey
from desk_client.ui.desk.incoming_call import ACCEPT_KEY, DECLINE_KEY, READ_KEY
from desk_client.ui.desk.key_words import Keys, call_in_keys, list_keys
from desk_client.ui.desk.place import Place
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.scroll_edge import ScrollEdge


def key_sheet(look: Appearance, host: QWidget, title: str, keys: Keys) -> Dialog:
    """Show it; Enter or Escape puts it away. Where the text is too large for the window it scrolls, also by arrows."""
    rows = Facts(look)
    rows.set_rows(keys)
    scroll = ScrollColumn()
    scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    scroll.body.addWidget(rows)
    ScrollEdge(look, scroll, lambda colours: colours.surface)
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
    dialog.confirm.setObjectName("close_keys")
    dialog.confirm.setFocus(Qt.FocusReason.PopupFocusReason)
    return dialog


class PageKeys(QObject):
    """Opens the list of whichever page shows; a page that tells no keys has none, or lists them by itself."""

    def __init__(self, look: Appearance, window: QWidget, shown: Callable[[], Place]) -> None:
        super().__init__(window)
        self._look, self._window, self._shown = look, window, shown
        self._list: Dialog | None = None
        self._of: Place | None = None
        self._openers = tuple(QShortcut(QKeySequence(key), window) for key in (CallKey.KEYS.value, *ALSO_KEYS))
        for opener in self._openers:
            opener.activated.connect(self.show)

    def follow(self) -> None:
        """Another page may have come: what was listed of the one before goes."""
        page = self._shown()
        for opener in self._openers:
            opener.setEnabled(bool(page.keys()))
        if self._list is not None and page is not self._of:
            self._list.dismiss()

    def show(self) -> None:
        """List what the keys of this page do, unless something else is asked."""
        if any(each.isVisible() for each in self._window.findChildren(Dialog)):
            return
        self._of = self._shown()
        keys = (*self._of.keys(), *call_in_keys(ACCEPT_KEY, DECLINE_KEY, READ_KEY), *list_keys())
        title = QCoreApplication.translate("PageKeys", "Keys of this page")
        dialog = self._list = key_sheet(self._look, self._window, title, keys)
        dialog.setObjectName("page_keys")

        def closed(_is_confirmed: bool) -> None:
            self._list = None

        dialog.answered.connect(closed)
