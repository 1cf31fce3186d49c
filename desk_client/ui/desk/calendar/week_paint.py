"""Painting a week: hours, audiences, blocked time, free slots; only what lies in the part that is seen."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from desk_client.client.office_calendar import BusyKind, BusyTime, CalendarAudience, OfficeDays
from desk_client.client.visit import Slot
from desk_client.domain.appointment import AHEAD_STATES, OPEN_STATES
from desk_client.i18n.bidi import directed
from desk_client.i18n.dates import clock_time
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.desk.calendar.week_shape import WeekShape
from desk_client.ui.desk.calendar.words import busy_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.paint import (
    CENTRE,
    LEADING,
    Face,
    line_width,
    mirrored,
    paint_face,
    paint_focus_ring,
    paint_line,
    paint_paragraph,
    paragraph_height,
)

INSET_PX: Final = 2
_RADIUS_PX: Final = 6
_BAR_PX: Final = 4
_SIGN_PX: Final = 16
_HATCH_PX: Final = 12


@dataclass
class WeekPainter:
    """Paints parts of one picture; made for each paint event."""

    painter: QPainter
    look: Appearance
    shape: WeekShape
    seen: QRect

    def ground(self, answer: OfficeDays) -> None:
        """Open hours light, the rest sunken; a line for each hour, and the hours' names."""
        colours = self.look.colours
        self.painter.fillRect(self.seen, QColor(colours.sunken))
        for index, day in enumerate(answer.days):
            for stretch in day.open:
                place = self.shape.place(index, stretch.starts_at, stretch.ends_at)
                self._fill(place.adjusted(1, 0, -1, 0), colours.surface)
        gutter = mirrored(
            QRect(0, 0, self.shape.gutter_px, self.shape.height_px), self._whole, right_to_left=self.shape.right_to_left
        )
        self._fill(gutter, colours.background)
        font = self.look.font(Role.CAPTION)
        pen = QPen(QColor(colours.border), 1)
        for minutes in range(self.shape.first_min, self.shape.last_min, 60):
            y = self.shape.y_of(minutes)
            label = QRect(gutter.left(), y, gutter.width(), self.look.scaled(24)).adjusted(Space.XS, 0, -Space.XS, 0)
            if not label.adjusted(0, -2, 0, 0).intersects(self.seen):
                continue
            self.painter.setPen(pen)
            self.painter.drawLine(0, y, self.shape.width_px, y)
            words = clock_time(time(minutes // 60), self._language)
            paint_line(self.painter, label, words, font, colours.text_second, CENTRE)
        self.painter.setPen(pen)
        for index in range(len(answer.days)):
            column = self.shape.column(index)
            x = column.right() if self.shape.right_to_left else column.left()
            self.painter.drawLine(x, self.seen.top(), x, self.seen.bottom())

    def now(self, moment: datetime) -> None:
        """A line across today, where it is now."""
        index = self.shape.index_of(moment)
        if index is None:
            return
        place = self.shape.place(index, moment, moment)
        if self.shape.first_min * 1.0 <= (place.top() * 60 / self.shape.hour_px + self.shape.first_min):
            self.painter.fillRect(
                QRect(place.left(), place.top() - 1, place.width(), 2), QColor(self.look.colours.danger)
            )

    def busy(self, place: QRect, busy: BusyTime, *, is_chosen: bool) -> None:
        """Time in which nobody is received: hatched, with its reason."""
        if not place.intersects(self.seen):
            return
        colours = self.look.colours
        edge = colours.focus if is_chosen else colours.border_strong
        paint_face(self.painter, QRectF(place), Face(colours.sunken, edge, 2 if is_chosen else 1, _RADIUS_PX))
        self.painter.save()
        self.painter.setClipRect(place.adjusted(2, 2, -2, -2) & self.seen)
        self.painter.setPen(QPen(QColor(colours.border), 1))
        bottom = min(place.bottom(), self.seen.bottom() + _HATCH_PX)
        first = place.left() - (place.height() // _HATCH_PX + 1) * _HATCH_PX
        for x in range(first, place.right(), _HATCH_PX):
            self.painter.drawLine(x, place.bottom(), x + place.height(), place.top())
        self.painter.restore()
        if bottom - place.top() < self._line_px:
            return
        icon = Icon.LOCK if busy.kind is BusyKind.BLOCKED else Icon.CALENDAR
        line = QRect(place.left() + Space.S, place.top() + Space.XS, place.width() - 2 * Space.S, self._line_px)
        words = directed(busy_words(busy), right_to_left=self.shape.right_to_left)
        font = self.look.font(Role.CAPTION, Weight.MEDIUM)
        beside_px = _SIGN_PX + 3 * Space.XS
        plate_px = min(line.width(), line_width(words, font) + beside_px + Space.XS)
        tall = paragraph_height(words, font, max(1, plate_px - beside_px))
        line.setHeight(min(max(self._line_px, tall), bottom - line.top() - Space.XS))
        plate = mirrored(
            QRect(line.left(), line.top(), plate_px, line.height()), line, right_to_left=self.shape.right_to_left
        )
        paint_face(self.painter, QRectF(plate), Face(colours.sunken, radius_px=_RADIUS_PX))
        sign = mirrored(
            QRect(plate.left() + Space.XS, plate.center().y() - _SIGN_PX // 2, _SIGN_PX, _SIGN_PX),
            plate,
            right_to_left=self.shape.right_to_left,
        )
        self.look.paint_icon(self.painter, icon, sign, colours.text_second)
        rest = mirrored(
            plate.adjusted(_SIGN_PX + 2 * Space.XS, 0, -Space.XS, 0), plate, right_to_left=self.shape.right_to_left
        )
        if line.height() >= tall:
            paint_paragraph(self.painter, rest, words, font, colours.text_second, LEADING)
        else:
            paint_line(self.painter, rest, words, font, colours.text_second)

    def audience(self, place: QRect, audience: CalendarAudience, *, is_chosen: bool, is_faint: bool = False) -> None:
        """An audience: its time and who comes, in as many lines as there is room for."""
        if not place.intersects(self.seen) or place.height() <= 0:
            return
        colours = self.look.colours
        is_open, is_ahead = audience.state in OPEN_STATES, audience.state in AHEAD_STATES
        fill, ink = (colours.accent_soft, colours.text) if is_open else (colours.surface, colours.text_second)
        bar = colours.accent if is_ahead else colours.gold if is_open else colours.border_strong
        if is_ahead and not audience.fits:
            fill, bar = colours.warning_soft, colours.warning_text
        edge = colours.focus if is_chosen else bar if self.look.is_high_contrast or is_open else colours.border
        self.painter.setOpacity(0.45 if is_faint else 1.0)
        paint_face(self.painter, QRectF(place), Face(fill, edge, 3 if is_chosen else 1, _RADIUS_PX))
        strip = QRect(place.left() + 1, place.top() + 3, _BAR_PX, place.height() - 6)
        strip = mirrored(strip, place, right_to_left=self.shape.right_to_left)
        if strip.height() > 0:
            paint_face(self.painter, QRectF(strip), Face(bar, radius_px=_BAR_PX // 2))
        self._texts(place, audience, ink)
        self.painter.setOpacity(1.0)

    def _texts(self, place: QRect, audience: CalendarAudience, ink: str) -> None:
        rtl = self.shape.right_to_left
        inner = mirrored(
            QRect(
                place.left() + _BAR_PX + Space.S,
                place.top(),
                place.width() - _BAR_PX - Space.S - Space.XS,
                place.height(),
            ),
            place,
            right_to_left=rtl,
        )
        clock = clock_time(audience.slot.wall_time, self._language)
        name = directed(audience.citizen_name, right_to_left=rtl)
        bold, plain = self.look.font(Role.CAPTION, Weight.SEMIBOLD), self.look.font(Role.CAPTION)
        rows = max(1, (place.height() - 2) // self._line_px)
        if rows == 1:
            paint_line(self.painter, inner, name, bold, ink, LEADING)
            return
        second = self.look.colours.text_second
        lines = [(name, bold, ink), (clock, plain, second)]
        if rows > len(lines):
            lines.append((directed(said(audience.service_name, self._language), right_to_left=rtl), plain, second))
        top = inner.top() + Space.XS // 2
        for text, font, colour in lines:
            paint_line(
                self.painter, QRect(inner.left(), top, inner.width(), self._line_px), text, font, colour, LEADING
            )
            top += self._line_px

    def landing(self, place: QRect, slot: Slot, *, is_chosen: bool) -> None:
        """A free slot to which something may be moved."""
        if not place.intersects(self.seen):
            return
        colours = self.look.colours
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_face(
            self.painter, QRectF(place), Face(colours.success_soft if is_chosen else colours.surface, "", 1, _RADIUS_PX)
        )
        self.painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
        pen = QPen(QColor(colours.success_text), 3 if is_chosen else 1)
        if not is_chosen:
            pen.setStyle(Qt.PenStyle.DashLine)
        self.painter.setPen(pen)
        self.painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)
        if place.height() >= self._line_px:
            font = self.look.font(Role.CAPTION, Weight.SEMIBOLD if is_chosen else Weight.REGULAR)
            words = clock_time(slot.wall_time, self._language)
            paint_line(self.painter, place, words, font, colours.success_text, CENTRE)

    def stretch(self, place: QRect) -> None:
        """What is being chosen to be blocked."""
        colours = self.look.colours
        self.painter.setOpacity(0.85)
        paint_face(self.painter, QRectF(place), Face(colours.info_soft, colours.info_text, 2, _RADIUS_PX))
        self.painter.setOpacity(1.0)

    def ring(self, place: QRect) -> None:
        """Where the keys are."""
        colours = self.look.colours
        paint_focus_ring(self.painter, QRectF(place), _RADIUS_PX, colours.focus, colours.surface)

    @property
    def _whole(self) -> QRect:
        return QRect(0, 0, self.shape.width_px, self.shape.height_px)

    @property
    def _language(self) -> Language:
        return self.look.language

    @property
    def _line_px(self) -> int:
        return round(self.look.type_px(Role.CAPTION) * 1.5)

    def _fill(self, place: QRect, colour: str) -> None:
        if place.intersects(self.seen):
            self.painter.fillRect(place & self.seen, QColor(colour))
