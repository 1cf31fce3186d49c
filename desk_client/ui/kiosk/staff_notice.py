"""What the hall's staff tell whoever stands at a kiosk: a card above the page, which goes on as it was."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.focus import follow
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.paint import Face, paint_face
from desk_client.ui.widgets.panel import Panel

_WIDEST_PX = 760
_SIGN_PX = 56
_PLACED_BY = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide})


class StaffNotice(Panel):
    """A title, a text and one button. It stays above whatever comes up meanwhile, for as long as it is `told`.

    It covers the page alone: letters can still be made larger, and the keys come to it after the header.
    """

    pressed = Signal()
    """Its button was; what that means is up to whoever shows it."""

    def __init__(self, look: Appearance, host: QWidget, header: QWidget, name: str, icon: Icon) -> None:
        super().__init__(look, margin_px=Space.L, parent=host)
        self._host, self._header = host, header
        self.setObjectName(name)
        self._title = Label(look, "", Role.CAPTION, weight=Weight.SEMIBOLD, tone=Tone.SECOND)
        self._text = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD)
        self._text.setObjectName(f"{name}_text")
        self.button = Button(look, "", Kind.SECONDARY)
        self.button.setObjectName(f"{name}_button")
        self.button.clicked.connect(self.pressed)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(Avatar(look, icon, _SIGN_PX), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.body.addWidget(self._title)
        self.body.addLayout(row)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTrailing)
        follow(header, header, self)
        for watched in (host, header):
            watched.installEventFilter(self)
        self.hide()

    @property
    def said(self) -> str:
        """The text that is told."""
        return self._text.said

    def tell(self, title: str, text: str, button: str) -> None:
        """Say it, above everything else."""
        self._title.set_text(title)
        self._text.set_text(text)
        self.button.set_text(button)
        self.setAccessibleName(f"{title}. {text}")
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in its place whatever the host's size, and wherever the header is."""
        if watched in {self._host, self._header} and event.type() in _PLACED_BY and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Take the height that its text needs now: letters grow, and languages differ."""
        is_taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self._place()
        return is_taken

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint an edge that sets it off from the page below."""
        del event
        painter = QPainter(self)
        paint_face(painter, QRectF(self.rect()), Face(self.colours.surface, self.colours.accent, 2, Radius.CARD))
        painter.end()

    def _place(self) -> None:
        width = min(self.look.scaled(_WIDEST_PX), self._host.width() - 2 * Space.L)
        self.setFixedWidth(width)
        self.body.activate()
        self.resize(width, self.body.totalHeightForWidth(width))
        is_below = not self._header.isHidden() and self._header.y() == 0  # within reach the header is further down
        top = self._header.height() + Space.S if is_below else Space.L
        self.move((self._host.width() - width) // 2, top)
