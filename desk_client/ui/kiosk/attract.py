"""The kiosk while nobody is there: a greeting in every language, and what to do."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.i18n.bidi import isolated
from desk_client.i18n.language import Language
from desk_client.ui.kiosk.called_strip import CalledStrip
from desk_client.ui.kiosk.pattern import Emblem, Pattern
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.translation import Words
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.pressable import Pressable

_MARK_PX = 144
_STEP_EVERY_MS = 60_000
_STEPS_PX = (0, 12, 24, 12)
"""By how much it is moved, minute by minute: what never moves burns into a panel."""


class Attract(Pressable):
    """Covers its host until it is touched. It stands still but for a step a minute, and so costs nothing.

    To a screen reader it is one large button: what lies below is reached by pressing it, not by sight alone.
    """

    touched = Signal()

    def __init__(self, look: Appearance, host: QWidget, called: CalledStrip) -> None:
        """``called`` is shown below: who waits in the hall looks at whatever screen is near."""
        super().__init__(look, host)
        self._called = called
        self._host = host
        self._step = 0
        self.setObjectName("attract")
        self._pattern = Pattern(look, self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(Space.S)
        self._column.addStretch(2)
        self._column.addWidget(Emblem(look, _MARK_PX), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(Space.L)
        spoken = [self._greeting(language) for language in Language]
        self.setAccessibleName("\n".join(spoken))
        self._column.addStretch(3)
        self._column.addWidget(called)
        self.clicked.connect(self.touched)
        self._clock = QTimer(self)
        self._clock.setInterval(_STEP_EVERY_MS)
        self._clock.timeout.connect(self._move_on)
        host.installEventFilter(self)
        self.hide()

    def teardown(self) -> None:
        """End what it listens to."""
        self._called.teardown()

    def rise(self) -> None:
        """Come up."""
        self._move_on()
        self._clock.start()
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def rest(self) -> None:
        """Go."""
        self._clock.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the host whatever its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
            self._pattern.setGeometry(self.rect())
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Somebody is there. What lies below is not touched by it: nobody has seen it yet."""
        event.accept()
        self.touched.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key wakes it as well."""
        event.accept()
        self.touched.emit()

    def content_size(self) -> QSize:
        """Return its host's size."""
        return self._host.size()

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Leave the painting to what lies on it."""

    def _greeting(self, language: Language) -> str:
        words = Words(language)
        welcome = words.translate("Attract", "Welcome to the Majlis")
        touch = words.translate("Attract", "Touch the screen to meet the official you need")
        is_first = language is Language.ARABIC
        for text, role, tone in (
            (welcome, Role.HERO if is_first else Role.TITLE, Tone.TEXT),
            (touch, Role.LEAD if is_first else Role.BODY, Tone.ACCENT if is_first else Tone.SECOND),
        ):
            weight = Weight.BOLD if text is welcome else Weight.MEDIUM
            shown = text if language.is_right_to_left else isolated(text)
            self._column.addWidget(Label(self.look, shown, role, weight=weight, tone=tone, is_centred=True))
        self._column.addSpacing(Space.L)
        return f"{welcome}. {touch}."

    def _move_on(self) -> None:
        self._step = (self._step + 1) % len(_STEPS_PX)
        aside = _STEPS_PX[self._step]
        self._column.setContentsMargins(Space.XL + aside, Space.XL + aside, Space.XL, Space.XL)
        self._pattern.setGeometry(self.rect())
