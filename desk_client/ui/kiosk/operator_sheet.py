"""What lies over a kiosk's page for its operator: a keypad for the PIN, and after it the way out."""

import math
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import unlock
from desk_client.domain import kiosk_pin
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.dates import elapsed
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.idleness import Idleness, Patience
from desk_client.ui.kiosk.operator_menu import OperatorMenu
from desk_client.ui.kiosk.sides import Sides
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.digit_field import PinField
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.keypad import Keypad
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.surface import Surface

if TYPE_CHECKING:
    import asyncio

IDLE_MS: Final = 30_000
_VEIL: Final = QColor(6, 12, 10, 170)
_WIDEST_PX: Final = 1040
_MENU_PX: Final = 640
_EVERY_MS: Final = 500
_UNANSWERED: Final = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT})


class OperatorSheet(Surface):
    """Covers its host until the operator goes back, is done, or has touched nothing for half a minute.

    It keeps no PIN: what was typed is taken out of the field before the server is asked, and whenever the sheet goes.
    """

    begin_anew = Signal()
    close_confirmed = Signal()
    gone = Signal()
    """The page below is the visitor's again."""

    def __init__(self, counter: Counter, host: QWidget, idle_ms: int = IDLE_MS) -> None:
        super().__init__(counter.look, host)
        self._counter = counter
        self._host = host
        self._refusal: Refusal | None = None
        self._locked_until: datetime | None = None
        self._asking: asyncio.Task[None] | None = None
        self._running: object | None = None
        self.setObjectName("operator_sheet")
        self.field = PinField(self.look, kiosk_pin.SHORTEST, kiosk_pin.LONGEST)
        self.field.setObjectName("operator_pin")
        self.field.digits_changed.connect(self._typed)
        self._block = FieldBlock(self.look, self.field)
        self._keypad = Keypad(self.look)
        self._keypad.set_target(self.field)
        for digit in "0123456789":
            self._keypad.key(digit).setObjectName(f"pin_digit_{digit}")
        self._keypad.delete_key.setObjectName("pin_delete")
        self._keypad.confirm_key.setObjectName("pin_confirm")
        self._keypad.confirmed.connect(self._send)
        self._title = Label(self.look, "", Role.SUBTITLE, weight=Weight.BOLD)
        self._text = Label(self.look, "", Role.BODY, tone=Tone.SECOND)
        self._back = Button(self.look, "", Kind.SECONDARY, icon=Icon.BACK)
        self._back.setObjectName("operator_back")
        self._back.clicked.connect(self.rest)
        self._unlock = Button(self.look, "", Kind.PRIMARY)
        self._unlock.setObjectName("unlock")
        self._unlock.clicked.connect(self._send)
        self._question = Panel(self.look, margin_px=Space.XL)
        self.menu = OperatorMenu(self.look)
        self.menu.back_asked.connect(self.rest)
        self.menu.begin_anew_asked.connect(self._begin_anew)
        self.menu.close_confirmed.connect(self._close)
        self._lay_out()
        self._idleness = Idleness(Patience(idle_ms, idle_ms), self)
        self._idleness.ended.connect(self.rest)
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self._show_refusal)
        host.installEventFilter(self)
        self.hide()
        self._retranslate()

    def rise(self) -> None:
        """Come up and ask for the PIN."""
        if self.isVisible():
            return
        self._locked_until = None  # a new PIN may have been set meanwhile, which ends the wait
        self.menu.hide()
        self._question.show()
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self._idleness.watch(True)
        self._clock.start()
        self._show_refusal()
        self._focus()

    def rest(self) -> None:
        """Go, and forget what was typed and asked."""
        if self.isHidden():
            return
        self._idleness.watch(False)
        self._clock.stop()
        if self._asking is not None:
            self._asking.cancel()
        self._rest_from(self._running)
        self.menu.hush()
        self.field.set_digits("")
        self._refusal = None
        # while it hides, Qt would pass the keyboard on among its children, which is where it is kept
        self._host.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.gone.emit()

    def open_menu(self) -> None:
        """The PIN was right: offer what there is to do."""
        self._refusal = self._locked_until = None
        self.menu.show()
        self.menu.focus()
        self._question.hide()

    def refuse(self, refusal: Refusal) -> None:
        """Say why it stays locked."""
        self._refusal = refusal
        if refusal.code is RefusalCode.RATE_LIMITED and refusal.retry_after_s is not None:
            self._locked_until = self._counter.now() + timedelta(seconds=refusal.retry_after_s)
        self._show_refusal()

    # --- asking ---------------------------------------------------------------------------------------------------

    @property
    def _locked_for(self) -> timedelta:
        return timedelta() if self._locked_until is None else self._locked_until - self._counter.now()

    def _send(self) -> None:
        if self._running is not None or not self.field.is_complete:
            return
        pin = self.field.digits
        self.field.set_digits("")
        self._refusal = None
        run = self._running = object()
        self._unlock.set_busy(True)
        self._show_refusal()
        self._asking = self._counter.bridge.run(
            unlock.unlock(self._counter.client, pin),
            lambda _nothing: self.open_menu(),
            self.refuse,
            on_end=lambda: self._rest_from(run),
        )

    def _rest_from(self, run: object) -> None:
        """No longer wait for the answer, where it is this one that is waited for."""
        if self._running is run is not None:
            self._running = None
            self._unlock.set_busy(False)
            self._show_refusal()

    def _typed(self, digits: str) -> None:
        if digits:
            self._refusal = None
        self._show_refusal()

    def _show_refusal(self) -> None:
        """Word what was refused, and let nothing be typed that would not be judged."""
        locked_for = self._locked_for
        is_locked = locked_for > timedelta()
        if is_locked:
            left = elapsed(timedelta(seconds=math.ceil(locked_for.total_seconds())), self.look.language)
            text = QCoreApplication.translate(
                "OperatorSheet", "There were too many wrong tries. The kiosk takes a PIN again in {time}."
            ).format(time=left)
        elif self._refusal is None or self._refusal.code is RefusalCode.RATE_LIMITED:
            text = ""  # the wait is over
        elif self._refusal.code in _UNANSWERED:
            text = QCoreApplication.translate(
                "OperatorSheet", "The server, which alone knows the PIN, does not answer. Please try again in a moment."
            )
        else:
            message = worded(self._refusal)
            text = f"{message.title}. {message.text}"
        if text != self._block.error:
            self._block.set_error(text)
        can_type = not is_locked and self._running is None
        if can_type != self.field.isEnabled():
            self.field.setEnabled(can_type)
            self._keypad.setEnabled(can_type)
            self._focus()
        self._keypad.set_confirmable(self.field.is_complete)
        if not self._unlock.is_busy:
            self._unlock.setEnabled(can_type and self.field.is_complete)

    def _focus(self) -> None:
        """Have the keyboard where it is of use; while the answer is waited for, a second Enter does nothing."""
        if self._question.isVisible():
            resting = self if self._running is not None else self._back
            (self.field if self.field.isEnabled() else resting).setFocus(Qt.FocusReason.PopupFocusReason)

    # --- the way out ----------------------------------------------------------------------------------------------

    def _begin_anew(self) -> None:
        self.rest()
        self.begin_anew.emit()

    def _close(self) -> None:
        self.rest()
        self.close_confirmed.emit()

    # --- Qt -------------------------------------------------------------------------------------------------------

    def relook(self) -> None:
        """Measure the panels by the size of the text; keys are as high where the panel stands upright."""
        self._question.setMaximumWidth(self.look.scaled(_WIDEST_PX))
        self.menu.setMaximumWidth(self.look.scaled(_MENU_PX))
        self._keypad.setMinimumHeight(self._keypad.sizeHint().height())

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter unlock and Escape go back; no key goes through to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.rest()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._question.isVisible():
            self._send()
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's signature)
        """Keep the keyboard within."""
        within = [
            each
            for each in self.findChildren(QWidget)
            if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        now = self.window().focusWidget()
        at = within.index(now) if now in within else -1
        within[(at + (1 if next else -1)) % len(within)].setFocus(Qt.FocusReason.TabFocusReason)
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

    # --- making ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        written = QWidget()
        column = QVBoxLayout(written)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addStretch(1)
        for widget in (self._title, self._text, self._block):
            column.addWidget(widget)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._unlock)
        self._question.body.setSpacing(Space.L)
        self._question.body.addWidget(Sides(written, self._keypad, shares=(6, 5), heights=(0, 1)))
        self._question.body.addLayout(foot)
        middle = QVBoxLayout(self)
        middle.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        middle.addStretch(1)
        for panel in (self._question, self.menu):
            across = QHBoxLayout()
            across.addStretch(1)
            across.addWidget(panel, 1000)
            across.addStretch(1)
            middle.addLayout(across)
        middle.addStretch(1)

    def _retranslate(self) -> None:
        self._title.set_text(QCoreApplication.translate("OperatorSheet", "For the kiosk's operator"))
        self._text.set_text(
            QCoreApplication.translate("OperatorSheet", "The visit below stays as it is until you decide.")
        )
        self._block.set_texts(
            QCoreApplication.translate("OperatorSheet", "Operator's PIN"),
            QCoreApplication.translate("OperatorSheet", "Six to twelve digits"),
        )
        self._back.set_text(QCoreApplication.translate("OperatorSheet", "Back"))
        self._unlock.set_text(QCoreApplication.translate("OperatorSheet", "Unlock"))
        self.setAccessibleName(self._title.said)
        self._show_refusal()
