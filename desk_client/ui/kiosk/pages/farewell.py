"""Thanks, and that nothing of theirs is left here."""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from desk_client.client.visit import Page
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.busy import Progress
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone

_EVERY_MS = 50


class FarewellPage(VisitPage):
    """Shown for a few seconds, or until it is touched; then the visit is over."""

    page = Page.FAREWELL
    measure_px = 760

    def __init__(self, counter: Counter, *, shown_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._shown_ms = shown_ms
        self._said = QElapsedTimer()
        self.title.hide()
        self._thanks = Label(self.look, "", Role.DISPLAY, weight=Weight.BOLD, is_centred=True, is_heading=True)
        self._wiped = Label(self.look, "", Role.LEAD, tone=Tone.SECOND, is_centred=True)
        self._left = Progress(self.look)
        self._done = Button(self.look, "", Kind.PRIMARY)
        self._done.setObjectName("done")
        self._done.setMinimumWidth(240)
        self._done.clicked.connect(self._end)
        self.main = self._done
        self.body.addWidget(Avatar(self.look, Icon.SHIELD, 120), 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._thanks)
        self.body.addWidget(self._wiped)
        self.body.addSpacing(Space.M)
        self.body.addWidget(self._left)
        self.body.addWidget(self._done, 0, Qt.AlignmentFlag.AlignHCenter)
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self._tell)
        self.ready()

    def entered(self) -> None:
        """Begin the few seconds."""
        self._said.start()
        self._clock.start()
        self._tell()

    def left(self) -> None:
        """Let the clock rest."""
        self._clock.stop()

    def relabel(self) -> None:
        """Word the thanks."""
        self._thanks.set_text(QCoreApplication.translate("FarewellPage", "Thank you for coming"))
        self._wiped.set_text(
            QCoreApplication.translate("FarewellPage", "Everything you entered has been removed from this kiosk.")
        )
        self._done.set_text(QCoreApplication.translate("FarewellPage", "Done"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A touch anywhere is enough."""
        super().mouseReleaseEvent(event)
        self._end()

    def _tell(self) -> None:
        gone_ms = self._said.elapsed()
        self._left.set_share(1 - gone_ms / self._shown_ms)
        if gone_ms >= self._shown_ms:
            self._end()

    def _end(self) -> None:
        if self._clock.isActive():
            self._clock.stop()
            self.visit_over.emit()
