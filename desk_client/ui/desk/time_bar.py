"""The planned time is nearly over: how much is left, and more of it for the asking."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.domain.extension import Extension
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.panel import Panel

_TOLD_BEFORE = timedelta(minutes=2)
_OFFERED_MIN: tuple[Extension, ...] = (5, 10)
_EVERY_MS = 1000


class TimeBar(QWidget):
    """Nothing until two minutes are left; then a bar with what can be done, until it is put away or there is more time.

    `extend_asked` carries the minutes.
    """

    extend_asked = Signal(int)

    def __init__(
        self,
        look: Appearance,
        left: Callable[[], timedelta | None],
        *,
        may_extend: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``left`` says how much of the planned time is left; None: no talk runs, or nothing was planned."""
        super().__init__(parent)
        self._left = left
        self._is_put_away = False
        self._is_over = False
        self.bar = Panel(look, margin_px=Space.M)
        self.bar.setObjectName("time_bar")
        self._text = Label(look, "", Role.BODY, weight=Weight.MEDIUM)
        self._text.setObjectName("time_text")
        self._buttons: dict[int, Button] = {}
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._text, 1)
        for minutes in _OFFERED_MIN if may_extend else ():
            button = self._buttons[minutes] = Button(look, "", Kind.SECONDARY, icon=Icon.TIMER)
            button.setObjectName(f"extend_{minutes}")
            button.clicked.connect(lambda _checked=False, more=minutes: self.extend_asked.emit(more))
            row.addWidget(button)
        self._enough = Button(look, "", Kind.SECONDARY)
        self._enough.setObjectName("no_more_time")
        self._enough.clicked.connect(self._put_away)
        row.addWidget(self._enough)
        self.bar.body.addLayout(row)
        self.bar.hide()
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look_again)
        self.retranslate()

    def look_again(self) -> None:
        """Show the bar, or take it away, by the time that is left now."""
        left = self._left()
        is_soon = left is not None and left <= _TOLD_BEFORE
        if not is_soon:
            self._is_put_away = False
        is_over = left is not None and left <= timedelta()
        if is_over is not self._is_over:
            self._is_over = is_over
            self.retranslate()
        self.bar.setVisible(is_soon and not self._is_put_away)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._text.set_text(
            QCoreApplication.translate("TimeBar", "The planned time is over.")
            if self._is_over
            else QCoreApplication.translate("TimeBar", "About two minutes are left.")
        )
        for minutes, button in self._buttons.items():
            button.set_text(QCoreApplication.translate("TimeBar", "Extend by %Ln minutes", None, minutes))
        self._enough.set_text(
            QCoreApplication.translate("TimeBar", "No more time")
            if self._buttons
            else QCoreApplication.translate("TimeBar", "Close")
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the time each second."""
        super().showEvent(event)
        self._timer.start()
        self.look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is told."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._timer.stop()

    def _put_away(self) -> None:
        self._is_put_away = True
        self.look_again()


def extension_words(refusal: Refusal) -> str:
    """Why there is no more time; empty for what has nothing to do with time."""
    match refusal.code:
        case RefusalCode.SLOT_TAKEN:
            return QCoreApplication.translate("TimeBar", "The next audience begins before that: it cannot be extended.")
        case RefusalCode.SLOT_UNAVAILABLE:
            return QCoreApplication.translate(
                "TimeBar", "Your calendar is blocked from then on: it cannot be extended."
            )
        case RefusalCode.LIMIT_REACHED:
            return QCoreApplication.translate(
                "TimeBar", "It has been extended by half an hour already: no more is given."
            )
        case _:
            return ""
