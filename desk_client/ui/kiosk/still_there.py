"""The question to somebody who may have gone: it counts down, and one touch stays."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.surface import Surface

_VEIL = QColor(6, 12, 10, 170)
_WIDEST_PX = 640


class StillThere(Surface):
    """Lies over its host while it asks; nothing below it is touched meanwhile."""

    spoken_role = QAccessible.Role.Dialog
    stayed = Signal()
    left = Signal()

    def __init__(self, look: Appearance, host: QWidget) -> None:
        super().__init__(look, host)
        self._host = host
        self._seconds = 0
        self.setObjectName("still_there")
        self._title = Label(look, "", Role.SUBTITLE, weight=Weight.BOLD, is_centred=True, is_heading=True)
        self._text = Label(look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        self._count = Label(look, "", Role.HERO, weight=Weight.BOLD, tone=Tone.ACCENT, is_centred=True)
        self._stay = Button(look, "", Kind.PRIMARY)
        self._stay.setObjectName("still_here")
        self._stay.clicked.connect(self.stayed)
        self._leave = Button(look, "", Kind.SECONDARY)
        self._leave.setObjectName("end_now")
        self._leave.clicked.connect(self.left)
        panel = Panel(look, margin_px=Space.XL)
        panel.setMaximumWidth(_WIDEST_PX)
        panel.body.addWidget(Avatar(look, Icon.HAND, 72), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._count, self._text):
            panel.body.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._stay, 1)
        row.addWidget(self._leave, 1)
        panel.body.addSpacing(Space.S)
        panel.body.addLayout(row)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(panel, 6)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addLayout(across)
        column.addStretch()
        host.installEventFilter(self)
        self.hide()
        self._retranslate()

    def count(self, seconds: int) -> None:
        """Show how many seconds are left; the first time, come up."""
        self._seconds = seconds
        self._count.set_text(self.look.number(seconds))
        if not self.isVisible():
            self.setGeometry(self._host.rect())
            self.show()
            self.raise_()
            self._stay.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the host whatever its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's signature)
        """Keep the keyboard within."""
        del next
        other = self._leave if self._stay.hasFocus() else self._stay
        other.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let nothing through to what lies below."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), _VEIL)
        painter.end()

    def _retranslate(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("StillThere", "Are you still there?"))
        self._title.set_text(QCoreApplication.translate("StillThere", "Are you still there?"))
        self._text.set_text(
            QCoreApplication.translate(
                "StillThere", "For your privacy this visit ends by itself, and what you entered is removed."
            )
        )
        self._stay.set_text(QCoreApplication.translate("StillThere", "I am still here"))
        self._leave.set_text(QCoreApplication.translate("StillThere", "End the visit"))
        self._count.set_text(self.look.number(self._seconds))
