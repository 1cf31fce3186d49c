"""The days above a week: their names, the Hijri day large, the Gregorian below it, and what is special about them."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.client.office_calendar import OfficeDay, OfficeDays
from desk_client.i18n.bidi import directed
from desk_client.i18n.dates import gregorian_month_name, hijri_day, hijri_month_name, weekday_name
from desk_client.ui.bilingual import said
from desk_client.ui.desk.calendar.week_grid import GUTTER_PX
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.paint import CENTRE, Face, line_width, mirrored, paint_face, paint_line
from desk_client.ui.widgets.surface import Surface


def day_note(look: Appearance, day: OfficeDay) -> str:
    """What is special about a day: a holiday, or who receives instead; empty where nothing is."""
    if day.stand_in is not None:
        office = said(day.stand_in, look.language)
        return QCoreApplication.translate("Calendar", "Stand-in: {office}").format(office=office)
    if day.holiday is not None:
        return said(day.holiday, look.language)
    return QCoreApplication.translate("Calendar", "Holiday") if day.is_holiday else ""


class WeekHead(Surface):
    """One line of days, as wide as the week below it."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._answer: OfficeDays | None = None
        self._today: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_days(self, answer: OfficeDays, today: date) -> None:
        """Show which days they are."""
        self._answer, self._today = answer, today
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return three lines; the last is for what is special."""
        return QSize(700, round(self.look.type_px(Role.SUBTITLE) * 1.5 + 3 * self.look.type_px(Role.CAPTION) * 1.4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the days."""
        del event
        if self._answer is None:
            return
        painter = QPainter(self)
        gutter = self.look.scaled(GUTTER_PX)
        width = (self.width() - gutter) / len(self._answer.days)
        for index, day in enumerate(self._answer.days):
            left, right = gutter + round(index * width), gutter + round((index + 1) * width)
            place = QRect(left, 0, right - left, self.height())
            self._day(painter, mirrored(place, self.rect(), right_to_left=self.look.is_right_to_left), day)
        painter.end()

    def _day(self, painter: QPainter, place: QRect, day: OfficeDay) -> None:
        look, colours, language = self.look, self.colours, self.look.language
        is_today = day.date == self._today
        caption_px = round(look.type_px(Role.CAPTION) * 1.4)
        big_px = round(look.type_px(Role.SUBTITLE) * 1.5)
        top = place.top()
        line = QRect(place.left() + 2, top, place.width() - 4, caption_px)
        ink = colours.accent if is_today else colours.text_second
        weight = Weight.BOLD if is_today else Weight.MEDIUM
        paint_line(painter, line, weekday_name(day.date, language), look.font(Role.CAPTION, weight), ink, CENTRE)
        own = hijri_day(day.date)
        font = look.font(Role.SUBTITLE, Weight.BOLD)
        words = f"{look.number(own.day)} {hijri_month_name(own.month, language)}"
        if line_width(words, font) > line.width() - Space.M:
            font = look.font(Role.BODY, Weight.BOLD)
        hijri = QRect(line.left(), line.bottom() + 1, line.width(), big_px)
        if is_today:
            pill_px = min(hijri.width(), line_width(words, font) + 2 * Space.M)
            pill = QRect(hijri.center().x() - pill_px // 2, hijri.top(), pill_px, hijri.height())
            paint_face(painter, QRectF(pill), Face(colours.primary, radius_px=pill.height() // 2))
        paint_line(painter, hijri, words, font, colours.on_primary if is_today else colours.text, CENTRE)
        gregorian = f"{look.number(day.date.day)} {gregorian_month_name(day.date.month, language)}"
        below = QRect(line.left(), hijri.bottom() + 1, line.width(), caption_px)
        paint_line(painter, below, gregorian, look.font(Role.CAPTION), colours.text_second, CENTRE)
        note = directed(day_note(look, day), right_to_left=look.is_right_to_left)
        last = QRect(line.left(), below.bottom() + 1, line.width(), caption_px)
        paint_line(painter, last, note, look.font(Role.CAPTION, Weight.MEDIUM), colours.warning_text, CENTRE)
