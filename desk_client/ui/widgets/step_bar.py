"""How far the person has come: done, current and coming steps."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.paint import CENTRE, LEADING, Face, line_width, mirrored, paint_face, paint_line
from desk_client.ui.widgets.surface import Surface

_CIRCLE_PX = 40
_LEAST_LINE_PX = 24
_LINE_PX = 3


class StepBar(Surface):
    """Named steps in a row, joined by lines. Where the names do not fit, only the current one is written."""

    spoken_role = QAccessible.Role.Indicator

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._names: tuple[str, ...] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, names: tuple[str, ...], current: int) -> None:
        """Show these steps; `current` counts from 0, and what is before it is done."""
        self._names, self._current = names, current
        if names:
            said = QCoreApplication.translate("StepBar", "Step {number} of {count}: {name}")
            self.setAccessibleName(said.format(number=current + 1, count=len(names), name=names[current]))
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line's height."""
        return QSize(480, self.look.scaled(_CIRCLE_PX) + Space.S)

    def minimumSizeHint(self) -> QSize:
        """Return the width at which the circles still stand apart."""
        circles = max(1, len(self._names)) * (self.look.scaled(_CIRCLE_PX) + _LEAST_LINE_PX)
        return QSize(circles, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint circles, names and lines from the line's beginning to its end."""
        del event
        if not self._names:
            return
        painter = QPainter(self)
        circle = self.look.scaled(_CIRCLE_PX)
        shows_all = self._needed(range(len(self._names))) <= self.width()
        named = set(range(len(self._names))) if shows_all else {self._current}
        gaps = len(self._names) - 1
        line = (self.width() - self._needed(named, 0)) // gaps if gaps else 0
        left = 0
        for index, name in enumerate(self._names):
            self._paint_circle(painter, QRect(left, (self.height() - circle) // 2, circle, circle), index)
            left += circle
            if index in named:
                width = self._name_width(index)
                at = self._placed(QRect(left + Space.S + Space.XS, 0, width, self.height()))
                ink = self.colours.text if index == self._current else self.colours.text_second
                paint_line(painter, at, name, self.look.font(Role.CAPTION, self._weight(index)), ink, LEADING)
                left += width + Space.S + Space.XS
            if index < gaps:
                self._paint_line(painter, QRect(left + Space.M, 0, line - 2 * Space.M, self.height()), index)
                left += line
        painter.end()

    def _paint_circle(self, painter: QPainter, place: QRect, index: int) -> None:
        colours = self.colours
        place = self._placed(place)
        radius = place.height() // 2
        if index < self._current:
            paint_face(painter, QRectF(place), Face(colours.primary, radius_px=radius))
            inset = place.width() // 4
            self.look.paint_icon(painter, Icon.CHECK, place.adjusted(inset, inset, -inset, -inset), colours.on_primary)
            return
        is_current = index == self._current
        face = Face(colours.primary, radius_px=radius)
        if not is_current:
            face = Face(colours.surface, colours.border_strong, 2, radius)
        paint_face(painter, QRectF(place), face)
        ink = colours.on_primary if is_current else colours.text_second
        font = self.look.font(Role.CAPTION, Weight.SEMIBOLD)
        paint_line(painter, place, self.look.number(index + 1), font, ink, CENTRE)

    def _paint_line(self, painter: QPainter, place: QRect, index: int) -> None:
        if place.width() <= 0:
            return
        colour = self.colours.primary if index < self._current else self.colours.border
        bar = QRect(place.left(), place.center().y() - _LINE_PX // 2, place.width(), _LINE_PX)
        painter.fillRect(self._placed(bar), QColor(colour))

    def _needed(self, named: range | set[int], least_line: int = _LEAST_LINE_PX + 2 * Space.M) -> int:
        names = sum(self._name_width(index) + Space.S + Space.XS for index in named)
        return names + len(self._names) * self.look.scaled(_CIRCLE_PX) + (len(self._names) - 1) * least_line

    def _name_width(self, index: int) -> int:
        return line_width(self._names[index], self.look.font(Role.CAPTION, self._weight(index))) + 2

    def _weight(self, index: int) -> Weight:
        return Weight.SEMIBOLD if index == self._current else Weight.REGULAR

    def _placed(self, place: QRect) -> QRect:
        return mirrored(place, self.rect(), right_to_left=self.look.is_right_to_left)
