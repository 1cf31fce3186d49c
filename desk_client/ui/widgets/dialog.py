"""A question that must be answered before anything else, within the window."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.surface import Surface

_WIDEST_PX = 620
_VEIL = QColor(6, 12, 10, 150)


class Dialog(Surface):
    """Covers its host with a veil and asks; `answered(True)` is the named action, False is going back or Escape.

    No native window is opened. The keyboard stays within, and returns to where it was. Create one per question.
    """

    spoken_role = QAccessible.Role.Dialog
    answered = Signal(bool)

    def __init__(
        self,
        look: Appearance,
        host: QWidget,
        title: str,
        text: str,
        *,
        confirm: str,
        cancel: str = "",
        is_danger: bool = False,
        icon: Icon = Icon.HELP,
        body: QWidget | None = None,
    ) -> None:
        """``body`` stands between the text and the buttons; whatever in it takes the keyboard comes before them."""
        super().__init__(look, host)
        self._host = host
        window = host.window()
        self._focused_before = window.focusWidget()
        self.confirm = Button(look, confirm, Kind.DANGER if is_danger else Kind.PRIMARY)
        self.cancel = Button(look, cancel, Kind.SECONDARY)
        self.cancel.setVisible(bool(cancel))
        self.confirm.clicked.connect(lambda: self._answer(is_confirmed=True))
        self.cancel.clicked.connect(lambda: self._answer(is_confirmed=False))
        panel = Panel(look, margin_px=Space.XL)
        panel.setMaximumWidth(look.scaled(_WIDEST_PX))
        panel.body.addWidget(Avatar(look, icon, 72), 0, Qt.AlignmentFlag.AlignHCenter)
        panel.body.addWidget(Label(look, title, Role.SUBTITLE, weight=Weight.BOLD, is_centred=True, is_heading=True))
        if text:
            panel.body.addWidget(Label(look, text, Role.BODY, tone=Tone.SECOND, is_centred=True))
        if body is not None:
            panel.body.addWidget(body)
        self._body = body
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.confirm, 1)
        row.addWidget(self.cancel, 1)
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
        self.setTabOrder(self.confirm, self.cancel)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        host.installEventFilter(self)
        self.setGeometry(host.rect())
        self.show()
        self.raise_()
        # What cannot be undone is not what a quick Enter does.
        first = self.cancel if is_danger and cancel else self.confirm
        fields = self._fields()
        (fields[0] if fields else first).setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Take the question back: as if the person had gone back."""
        self._answer(is_confirmed=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the host whatever its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape go back."""
        if event.key() == Qt.Key.Key_Escape:
            self._answer(is_confirmed=False)
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's signature)
        """Keep the keyboard within."""
        stops = [each for each in (*self._fields(), self.confirm, self.cancel) if each.isVisible() and each.isEnabled()]
        at = [each.hasFocus() for each in stops].index(True) if any(each.hasFocus() for each in stops) else -1
        if stops:
            stops[(at + (1 if next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _fields(self) -> list[QWidget]:
        """What in the body takes the keyboard now: it may change while the question stands."""
        inside = [] if self._body is None else [self._body, *self._body.findChildren(QWidget)]
        return [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), _VEIL)
        painter.end()

    def mousePressEvent(self, event: QEvent) -> None:
        """Let nothing through to what lies below."""
        event.accept()

    def _answer(self, *, is_confirmed: bool) -> None:
        self._host.removeEventFilter(self)
        self.hide()
        if self._focused_before is not None and self._focused_before.isVisible():
            self._focused_before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.answered.emit(is_confirmed)
        self.deleteLater()
