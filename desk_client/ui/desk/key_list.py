"""The keys of a talk: pressed anywhere in its window, and listed over it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desk_client.ui.desk.call_keys import ALSO_KEYS, CallKey, key_rows
from desk_client.ui.desk.key_sheet import key_sheet
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.bound_key import bind
from desk_client.ui.widgets.dialog import Dialog


class TalkKeys(QObject):
    """Lets each control of a talk's page be pressed by its key while the page is shown, and lists them all."""

    def __init__(
        self,
        look: Appearance,
        place: QWidget,
        pressed: Mapping[CallKey, Callable[[], None]],
        *,
        offered: Callable[[CallKey], bool] = lambda _key: True,
        says: Callable[[], Mapping[CallKey, str]] = dict,
    ) -> None:
        """``offered``: whether that is there for who sits here now. ``says`` words what is something else here."""
        super().__init__(place)
        self._look, self._place, self._pressed, self._offered, self._says = look, place, pressed, offered, says
        self._list: Dialog | None = None
        for key, press in {**pressed, CallKey.KEYS: self.show}.items():
            for sequence in (key.value, *(ALSO_KEYS if key is CallKey.KEYS else ())):
                bind(place, sequence, self._guarded(key, press))

    @property
    def is_open(self) -> bool:
        """Whether the list lies over the window."""
        return self._list is not None

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """What the list says."""
        here = frozenset(key for key in (*self._pressed, CallKey.KEYS) if self._offered(key))
        return key_rows(here, self._says())

    def show(self) -> None:
        """List every key; Enter or Escape puts the list away."""
        if self._list is not None:
            return
        dialog = self._list = _list_of(self._look, self._place.window(), self.rows)

        def closed(_is_confirmed: bool) -> None:
            self._list = None

        dialog.answered.connect(closed)

    def put_away(self) -> None:
        """Another page came."""
        if self._list is not None:
            self._list.dismiss()

    def _guarded(self, key: CallKey, press: Callable[[], None]) -> Callable[[], None]:
        def pressed() -> None:
            if self._offered(key):
                press()

        return pressed


def _list_of(look: Appearance, host: QWidget, said: tuple[tuple[str, str], ...]) -> Dialog:
    dialog = key_sheet(look, host, QCoreApplication.translate("CallKeys", "Keys of the talk"), said)
    dialog.setObjectName("call_keys")
    return dialog
