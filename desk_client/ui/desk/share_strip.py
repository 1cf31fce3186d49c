"""Whoever shows a screen or window looks at that one, not at the desk: a strip over all windows says it goes on."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.ui.desk.office import Office
from desk_client.ui.desk.on_top import OnTop
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.bound_key import bind
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.paint import Face, paint_face
from desk_client.ui.widgets.sign import Sign

_EDGE_PX = 2


def seen_words() -> str:
    """That the screen is seen, for whoever shows it."""
    return QCoreApplication.translate("ShareStrip", "The visitor sees your screen now")


def stop_words() -> str:
    """What ends it."""
    return QCoreApplication.translate("DeskCall", "Stop showing")


class ShareStrip(OnTop):
    """One sentence and one button, as small as they allow."""

    spoken_role = QAccessible.Role.AlertMessage
    stop_asked = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__(look, Qt.WindowType.Tool)
        self.setObjectName("share_strip")
        self.words = Label(look, "", Role.BODY, weight=Weight.MEDIUM, wraps=False)
        self.stop = Button(look, "", Kind.DANGER, icon=Icon.SCREEN_OFF)
        self.stop.setObjectName("strip_stop")
        self.stop.clicked.connect(self.stop_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(Sign(look, Icon.SCREEN, Tone.DANGER))
        row.addWidget(self.words)
        row.addWidget(self.stop)
        self.stop.setFocus()  # for whoever comes here by keys
        bind(self, "S", self.stop.click)  # as in the talk
        self._retranslate()

    def open(self, beside: QWidget) -> None:
        """Come up in the middle of the upper edge, on the screen of another window."""
        self.adjustSize()
        free = beside.screen().availableGeometry()
        self.move(free.center().x() - self.width() // 2, free.top())
        self.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Who closes it wants to show nothing any more: nothing is shown unsaid."""
        event.ignore()
        self.stop_asked.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ground and an edge that are seen on any desktop."""
        del event
        painter = QPainter(self)
        paint_face(painter, QRectF(self.rect()), Face(self.colours.surface, self.colours.danger_text, _EDGE_PX, 0))
        painter.end()

    def _retranslate(self) -> None:
        self.setWindowTitle(seen_words())
        self.setAccessibleName(seen_words())
        self.words.set_text(seen_words())
        self.stop.set_text(stop_words())
        self.adjustSize()


class ShareStripKeeper(QObject):
    """Has it up exactly while something is shown and another window than the desk's is worked in.

    It stands on the desk's screen: where another one is shown it is not in the picture. A picture of the same screen
    has it; X11 leaves no window out.
    """

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._conference, self._window = office.look, office.client.conference, window
        self.strip: ShareStrip | None = None
        window.installEventFilter(self)
        self._leave = self._conference.sharing.subscribe(lambda _sharing: self._follow())
        self._follow()

    def teardown(self) -> None:
        """Put it away, and follow no more."""
        self._leave()
        self._window.removeEventFilter(self)
        self._put_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow where one works."""
        if event.type() in {QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate}:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        if self._conference.sharing.value.source is None or self._window.isActiveWindow():
            self._put_away()
        elif self.strip is None:
            self.strip = ShareStrip(self._look)
            self.strip.stop_asked.connect(self._conference.stop_sharing)
            self.strip.open(self._window)

    def _put_away(self) -> None:
        strip, self.strip = self.strip, None
        if strip is not None:
            strip.hide()
            strip.deleteLater()
