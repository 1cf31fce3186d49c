"""The numbers that are called in the hall now, and where each goes: one calm line, only as long as there are any."""

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desk_client.client.kiosk import KioskClient
from desk_client.ui.kiosk.called_words import called_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel

_MOST = 3


class CalledStrip(Panel):
    """The latest call first; those that have no room in the line are left out. It wakes for nothing but a new call."""

    changed = Signal()
    """It has come or gone: whoever it stands with has more room, or less."""

    def __init__(self, look: Appearance, client: KioskClient, parent: QWidget | None = None) -> None:
        super().__init__(look, margin_px=Space.S, parent=parent)
        self.setObjectName("called_numbers")
        self._client = client
        self._title = Label(look, "", Role.BODY, tone=Tone.SECOND, wraps=False)
        self._numbers = [Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, wraps=False) for _ in range(_MOST)]
        row = QHBoxLayout()
        row.setSpacing(Space.XL)
        row.addStretch(1)
        row.addWidget(self._title)
        for label in self._numbers:
            row.addWidget(label)
        row.addStretch(1)
        self.body.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        self.body.addLayout(row)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # never wider than its place
        self.setSizePolicy(policy)
        self._leave = client.called.subscribe(lambda _called: self._show())
        self._show()

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        called, kiosk = self._client.called.value, self._client.station.value.kiosk
        own = None if kiosk is None else kiosk.number
        title = QCoreApplication.translate("Called", "Now called")
        self._title.set_text(title)
        words = [called_words(each, own, self.look) for each in called[:_MOST]]
        for place, label in enumerate(self._numbers):
            label.set_text(words[place] if place < len(words) else "")
            is_ours = place < len(words) and called[place].kiosk_number == own
            label.set_tone(Tone.ACCENT if is_ours else Tone.TEXT)
        self.setAccessibleName(f"{title}: {'; '.join(words)}" if words else "")
        self._fit()
        was_there = not self.isHidden()
        self.setVisible(bool(words))
        if was_there != bool(words):
            self.changed.emit()

    def _fit(self) -> None:
        room = self.width() - 2 * Space.M - self._title.sizeHint().width()
        for place, label in enumerate(self._numbers):
            room -= Space.XL + label.sizeHint().width()
            label.setVisible(bool(label.said) and (room >= 0 or place == 0))
