"""How long something has lasted."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QRect, QRectF, QSize, QTimer
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.i18n import dates
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.paint import CENTRE, Face, line_width, mirrored, paint_face, paint_line
from desk_client.ui.widgets.surface import Surface

_EVERY_MS = 250
_SIGN_PX = 20


class Elapsed(Surface):
    """A clock that runs from `start`, beside the time that is planned; `is_stage` is for the dark ground of a call.

    With `counts_down` it says how much of the planned time is left.
    """

    def __init__(
        self,
        look: Appearance,
        planned: timedelta | None = None,
        *,
        is_stage: bool = True,
        counts_down: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._planned = planned
        self._is_stage = is_stage
        self._counts_down = counts_down
        self._before = timedelta()
        self._clock = QElapsedTimer()
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._tick)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tick()

    @property
    def elapsed(self) -> timedelta:
        """How long it has run."""
        running = timedelta(milliseconds=self._clock.elapsed()) if self._clock.isValid() else timedelta()
        return self._before + running

    @property
    def left(self) -> timedelta | None:
        """How much of the planned time is left, less than nothing once it is over; None: none was planned."""
        return None if self._planned is None else self._planned - self.elapsed

    def start(self, already: timedelta = timedelta()) -> None:
        """Run, as if it had begun some time ago."""
        self._before = already
        self._clock.start()
        self._timer.start()
        self._tick()

    def stop(self) -> None:
        """Stand still at what it shows."""
        self._before = self.elapsed
        self._clock.invalidate()
        self._timer.stop()

    def set_planned(self, planned: timedelta | None) -> None:
        """Show the planned time beside it, or none."""
        self._planned = planned
        self._tick()

    def changeEvent(self, event: QEvent) -> None:
        """Write the digits of the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._tick()

    def sizeHint(self) -> QSize:
        """Return room for the widest time, so that nothing trembles."""
        widest = self._shown("88:88")
        width = line_width(self.look.number(widest), self._font()) + _SIGN_PX + Space.S + 2 * Space.M
        return QSize(width, self.look.type_px(Role.BODY) * 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a rounded ground, a clock and the time."""
        del event
        painter = QPainter(self)
        colours = self.colours
        fill, ink = (colours.stage_control, colours.on_stage) if self._is_stage else (colours.sunken, colours.text)
        paint_face(painter, QRectF(self.rect()), Face(fill, radius_px=self.height() // 2))
        sign = QRect(Space.M, (self.height() - _SIGN_PX) // 2, _SIGN_PX, _SIGN_PX)
        self.look.paint_icon(painter, Icon.TIMER, self._placed(sign), ink)
        left = Space.M + _SIGN_PX + Space.S
        at = self._placed(QRect(left, 0, self.width() - left - Space.M, self.height()))
        paint_line(painter, at, self._text, self._font(), ink, CENTRE)
        painter.end()

    def _font(self) -> QFont:
        return self.look.font(Role.BODY, Weight.MEDIUM)

    def _shown(self, run: str) -> str:
        if self._planned is None:
            return run
        if self._counts_down:
            return QCoreApplication.translate("Elapsed", "{time} left").format(time=run)
        return f"{run} / {dates.elapsed(self._planned, self.look.language)}"

    def _tick(self) -> None:
        left = self.left
        counted = self.elapsed if left is None or not self._counts_down else max(left, timedelta())
        text = self._shown(dates.elapsed(counted, self.look.language))
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def _placed(self, place: QRect) -> QRect:
        return mirrored(place, self.rect(), right_to_left=self.look.is_right_to_left)
