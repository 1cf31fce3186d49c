"""The desk's sign in the desktop's tray: notifications come from it, and a press on either brings the window back."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from desk_client.client.day import Day
from desk_client.domain.appointment import AppointmentState
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon

_SIGN_PX = 64


class Tray(QObject):
    """Without a tray, as on a bare screen, nothing is shown and nothing is missed: the window tells everything itself.

    A desktop may put up its tray later than the desk comes up, so that it is looked for again with each notification.
    """

    pressed = Signal()

    def __init__(self, look: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sign: QSystemTrayIcon | None = None
        self._waiting = 0
        self._find()

    @property
    def is_there(self) -> bool:
        """Whether the sign is shown."""
        return self._sign is not None

    def say(self, title: str, text: str) -> None:
        """Show a notification, where there is a tray."""
        self._find()
        if self._sign is not None and QSystemTrayIcon.supportsMessages():
            self._sign.showMessage(title, text, self._sign.icon())

    def show_day(self, day: Day) -> None:
        """Say beside the sign how many wait."""
        items = day.agenda.items if day.agenda is not None else ()
        self._waiting = sum(item.state is AppointmentState.WAITING for item in items)
        self._tell()

    def close(self) -> None:
        """Take the sign away."""
        if self._sign is not None:
            self._sign.hide()
            self._sign = None

    def _find(self) -> None:
        if self._sign is not None or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        colours = self._look.colours
        sign = self._sign = QSystemTrayIcon(QIcon(self._look.icon(Icon.LANDMARK, _SIGN_PX, colours.accent, 1.0)), self)
        sign.activated.connect(lambda _reason: self.pressed.emit())
        sign.messageClicked.connect(self.pressed)
        sign.show()
        self._tell()

    def _tell(self) -> None:
        if self._sign is None:
            return
        title = QCoreApplication.translate("DeskWindow", "Majlis · the desk")
        waiting = QCoreApplication.translate("TodayPage", "Waiting: %Ln", "", self._waiting)
        self._sign.setToolTip(f"{title}\n{waiting}")
