"""One day of the calendar: Umm al-Qura large, Gregorian small beside."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from desk_client.i18n import dates
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.paint import CENTRE, Align, Face, paint_face, paint_focus_ring, paint_line
from desk_client.ui.widgets.pressable import Pressable

LEAST_CELL_PX = 48
_DOT_PX = 3.0
_GAP_PX = 2
_ROOMY_CELL_PX = 68
_LARGE_SHARE, _SMALL_SHARE = 0.55, 0.34
"""Of a cell's height, the most that either date is written in: run together they would read as one number."""


@dataclass(frozen=True)
class DayShown:
    """What a cell says of its day: `dots` for how much is free (none: it cannot be chosen), and `name` in words."""

    date: date
    name: str
    dots: int = 0
    is_today: bool = False
    is_chosen: bool = False
    has_ring: bool = False


class DayCell(Pressable):
    """A day as a button, so that a screen reader finds it, with its name and state, and can press it.

    It takes no focus: the calendar keeps it, and moves a ring from day to day.
    """

    def __init__(self, look: Appearance, shown: DayShown, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._shown = shown
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.toggled.connect(lambda: self.setChecked(self._shown.is_chosen))
        self._tell()

    @property
    def shown(self) -> DayShown:
        """What it says now."""
        return self._shown

    def show_day(self, shown: DayShown) -> None:
        """Say something else."""
        if shown != self._shown:
            self._shown = shown
            self._tell()

    def content_size(self) -> QSize:
        """Return the target size: the calendar lays its days out itself."""
        return QSize(LEAST_CELL_PX, LEAST_CELL_PX)

    def nextCheckState(self) -> None:
        """Leave it to the calendar which day is the chosen one."""

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint ground, both dates, dots and the calendar's ring."""
        colours, shown = self.colours, self._shown
        place = place.adjusted(_GAP_PX, _GAP_PX, -_GAP_PX, -_GAP_PX)
        is_open = shown.dots > 0
        ink, small = (colours.text, colours.text_second) if is_open else (colours.text_disabled,) * 2
        radius = int(Radius.CONTROL)
        if shown.is_chosen:
            paint_face(painter, QRectF(place), Face(colours.primary, radius_px=radius))
            ink = small = colours.on_primary
        elif is_open:
            edge = colours.accent if self.look.is_high_contrast else ""
            paint_face(painter, QRectF(place), Face(colours.accent_soft, edge, 1, radius))
        if shown.is_today and not shown.is_chosen:
            paint_face(painter, QRectF(place), Face("", colours.accent, 2, radius))
        weight = Weight.SEMIBOLD if is_open else Weight.REGULAR
        number = self.look.number(dates.hijri_day(shown.date).day)
        is_roomy = place.height() >= _ROOMY_CELL_PX
        large = place.adjusted(0, Space.XS if is_roomy else 0, 0, -place.height() // (4 if is_roomy else 3))
        font = self.look.font(Role.LEAD if is_roomy else Role.BODY, weight)
        font.setPixelSize(min(font.pixelSize(), round(place.height() * _LARGE_SHARE)))
        paint_line(painter, large, number, font, ink, CENTRE)
        self._paint_lesser(painter, place, small, is_roomy=is_roomy)
        self._paint_dots(painter, place, colours.on_primary if shown.is_chosen else colours.accent)
        if shown.has_ring:
            gap = colours.primary if shown.is_chosen else colours.surface
            paint_focus_ring(painter, QRectF(place), radius, colours.focus, gap)

    def _paint_lesser(self, painter: QPainter, place: QRect, colour: str, *, is_roomy: bool) -> None:
        """Write the Gregorian day and, where there is room, the names of months that begin."""
        day = self._shown.date
        font = self.look.font(Role.CAPTION)
        font.setPixelSize(min(max(12, font.pixelSize() - 4), round(place.height() * _SMALL_SHARE)))
        corner = place.adjusted(Space.S, 2, -Space.S, -2 if is_roomy else 0)
        second = self.look.number(day.day)
        if day.day == 1 and is_roomy:
            second = f"{second} {dates.gregorian_month_name(day.month, self.look.language)}"
        paint_line(painter, corner, second, font, colour, Align.AlignLeft | Align.AlignBottom)
        own = dates.hijri_day(day)
        if own.day == 1 and is_roomy:
            name = dates.hijri_month_name(own.month, self.look.language)
            paint_line(painter, corner, name, font, colour, Align.AlignLeft | Align.AlignTop)

    def _paint_dots(self, painter: QPainter, place: QRect, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for index in range(self._shown.dots):
            step = Space.M + index * (2 * _DOT_PX + 3)
            x = place.left() + step if self.look.is_right_to_left else place.right() - step
            painter.drawEllipse(QPointF(x, place.bottom() - Space.S - 2), _DOT_PX, _DOT_PX)

    def _tell(self) -> None:
        self.setObjectName(f"day_{self._shown.date.isoformat()}")
        self.setAccessibleName(self._shown.name)
        self.setEnabled(self._shown.dots > 0)
        self.setCheckable(self._shown.dots > 0)
        self.setChecked(self._shown.is_chosen)
        self.update()
