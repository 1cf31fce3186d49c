"""Which screen or window the other side is to see."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.conference import ScreenArea
from desk_client.client.pictures import Shareable
from desk_client.i18n.bidi import embedded, isolated, without_marks
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.scroll_edge import ScrollEdge
from desk_client.ui.widgets.surface import Surface

_WIDEST_PX = 720
_VEIL = QColor(6, 12, 10, 150)


class ScreenChoice(Surface):
    """Covers its host with a veil and offers a card for each.

    `answered` is told the one chosen, or None for going back. Nothing is shown to anybody before a card was pressed.
    Create one per question.
    """

    answered = Signal(object)

    def __init__(self, look: Appearance, host: QWidget, offered: tuple[Shareable, ...]) -> None:
        super().__init__(look, host)
        self.setObjectName("screen_choice")
        self._host = host
        self._focused_before = host.window().focusWidget()
        title = QCoreApplication.translate("ScreenChoice", "What should the other side see?")
        text = QCoreApplication.translate(
            "ScreenChoice", "They see it instead of your camera, with everything that appears on it, until you stop."
        )
        scroll = ScrollColumn()
        scroll.body.setSpacing(Space.S)
        self._stops: list[QWidget] = []
        for number, each in enumerate(offered):
            card = self._card(each, sum(not before.title for before in offered[: number + 1]))
            card.setObjectName(f"screen_{number}")
            scroll.body.addWidget(card)
            self._stops.append(card)
        scroll.body.addStretch()
        self.cancel = Button(look, QCoreApplication.translate("ScreenChoice", "Show nothing"), Kind.SECONDARY)
        self.cancel.setObjectName("show_nothing")
        self.cancel.clicked.connect(lambda: self._answer(None))
        self._stops.append(self.cancel)
        panel = Panel(look, margin_px=Space.XL)
        panel.setMaximumWidth(look.scaled(_WIDEST_PX))
        panel.body.addWidget(Label(look, title, Role.SUBTITLE, weight=Weight.BOLD, is_centred=True))
        panel.body.addWidget(Label(look, text, Role.BODY, tone=Tone.SECOND, is_centred=True))
        panel.body.addWidget(scroll, 1)
        panel.body.addWidget(self.cancel)
        ScrollEdge(look, scroll, lambda colours: colours.surface)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(panel, 8)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(across, 12)
        column.addStretch(1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        host.installEventFilter(self)
        self.setGeometry(host.rect())
        self.show()
        self.raise_()
        # What is shown to a stranger is not what a quick Enter decides
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the host whatever its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape go back."""
        if event.key() == Qt.Key.Key_Escape:
            self._answer(None)
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's signature)
        """Keep the keyboard within."""
        focused = self.window().focusWidget()
        at = self._stops.index(focused) if focused in self._stops else -1
        self._stops[(at + (1 if next else -1)) % len(self._stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), _VEIL)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let nothing through to what lies below."""
        event.accept()

    def _card(self, offered: Shareable, screen: int) -> CardButton:
        if offered.title:
            card = CardButton(self.look, embedded(without_marks(offered.title)), sign=Icon.WINDOW)
        else:
            named = QCoreApplication.translate("ScreenChoice", "Screen {number}").format(
                number=self.look.number(screen)
            )
            card = CardButton(self.look, named, self._size(offered), sign=Icon.SCREEN)
        card.clicked.connect(lambda: self._answer(offered))
        return card

    def _size(self, offered: Shareable) -> str:
        area = offered.source
        if not isinstance(area, ScreenArea) or not area.width:
            return ""
        return isolated(f"{self.look.number(area.width)}×{self.look.number(area.height)}")

    def _answer(self, chosen: Shareable | None) -> None:
        self._host.removeEventFilter(self)
        self.hide()
        if self._focused_before is not None and self._focused_before.isVisible():
            self._focused_before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.answered.emit(chosen)
        self.deleteLater()
