"""One audience in the day's list."""

from datetime import UTC, datetime, time

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desk_client.client.day import AgendaItem
from desk_client.domain.appointment import AppointmentState
from desk_client.i18n.bidi import directed, embedded
from desk_client.i18n.dates import clock_time, hijri_date
from desk_client.ui.bilingual import said
from desk_client.ui.desk.audience_words import place_words, state_mood, state_words, waiting_words
from desk_client.ui.desk.day_words import presence_words, turn_words
from desk_client.ui.desk.list_row import ListRow
from desk_client.ui.moments import wall_span
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.paint import CENTRE, Face, line_width, paint_face, paint_line

_DOT_PX = 10
_SIGN_PX = 16
_EDGE_PX = 5
_QUIET = frozenset({AppointmentState.CONFIRMED, AppointmentState.CANCELLED, AppointmentState.NO_SHOW})


class AgendaRow(ListRow):
    """Time, name, what about and from where, and how it stands; checked is the one whose brief is open."""

    def __init__(self, look: Appearance, item: AgendaItem, parent: QWidget | None = None) -> None:
        super().__init__(look, f"agenda_item_{item.id}", parent)
        self.item = item
        self.is_unseen = self.is_owed = False
        self.show_item(item, is_unseen=False)

    def show_item(self, item: AgendaItem, *, is_unseen: bool, is_owed: bool = False) -> None:
        """Show how it stands now.

        ``is_unseen`` marks an arrival that was not looked at; ``is_owed`` what was not written on its day.
        """
        self.item, self.is_unseen, self.is_owed = item, is_unseen, is_owed
        words = (self._time(), item.citizen_name, self._about(), self._state())
        self.name_it(*words)
        self.updateGeometry()
        self.update()

    def content_size(self) -> QSize:
        """Return room for two lines."""
        body = round(self.look.type_px(Role.BODY) * 1.5)
        caption = round(self.look.type_px(Role.CAPTION) * 1.5)
        return QSize(320, body + caption + 3 * Space.S + Space.XS)

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint ground, mark of the state, time, texts and pill."""
        colours = self.colours
        is_waiting = self.item.state is AppointmentState.WAITING
        self.paint_ground(painter, place)
        if is_waiting or self.item.state is AppointmentState.IN_SESSION:
            bar = QRect(place.left() + Space.S - 1, place.top() + Space.S, _EDGE_PX, place.height() - 2 * Space.S)
            ink = colours.gold if is_waiting else colours.info_text
            paint_face(painter, QRectF(self.placed(bar)), Face(ink, radius_px=_EDGE_PX // 2))
        left = place.left() + Space.M + Space.S
        left = self._paint_time(painter, QRect(left, place.top(), place.right(), place.height()))
        self._paint_texts(painter, QRect(left, place.top(), place.right() + 1 - Space.M - left, place.height()))

    def _paint_time(self, painter: QPainter, place: QRect) -> int:
        font = self.look.font(Role.BODY, Weight.SEMIBOLD)
        widest = max(line_width(clock_time(moment, self.look.language), font) for moment in _WIDE)
        width = widest + Space.XS
        ink = self.colours.text_second if self.item.state in _QUIET else self.colours.text
        at = QRect(place.left(), place.top(), width, place.height())
        paint_line(painter, self.placed(at), self._time(), font, ink, CENTRE)
        return place.left() + width + Space.M

    def _paint_state(self, painter: QPainter, line: QRect) -> int:
        """Paint the pill at a line's end; return where it begins."""
        mood = state_mood(self.item.state)
        text = self._state()
        font = self.look.font(Role.CAPTION, Weight.MEDIUM)
        sign = _SIGN_PX + Space.XS if mood is not None else 0
        width = line_width(text, font) + sign + Space.M + Space.S
        height = round(self.look.type_px(Role.CAPTION) * 1.8)
        left = line.right() + 1 - width
        pill = QRect(left, line.center().y() - height // 2, width, height)
        ground, ink = self._pill_colours(mood)
        paint_face(painter, QRectF(self.placed(pill)), Face(ground, radius_px=height // 2))
        before = pill.left() + Space.S + Space.XS
        if mood is not None:
            at = QRect(before, pill.center().y() - _SIGN_PX // 2, _SIGN_PX, _SIGN_PX)
            self.look.paint_icon(painter, mood.icon, self.placed(at), ink)
        word = QRect(before + sign, pill.top(), pill.right() + 1 - Space.S - before - sign, height)
        paint_line(painter, self.placed(word), text, font, ink, CENTRE)
        return left

    def _pill_colours(self, mood: Mood | None) -> tuple[str, str]:
        if mood is None:
            return self.colours.sunken, self.colours.text_second
        return getattr(self.colours, f"{mood}_soft"), getattr(self.colours, f"{mood}_text")

    def _paint_texts(self, painter: QPainter, place: QRect) -> None:
        colours = self.colours
        rtl = self.look.is_right_to_left
        name_px = round(self.look.type_px(Role.BODY) * 1.5)
        about_px = round(self.look.type_px(Role.CAPTION) * 1.5)
        top = place.top() + (place.height() - name_px - about_px - 2) // 2
        left = place.left()
        end = self._paint_state(painter, QRect(left, top, place.width(), name_px)) - Space.S
        if self.is_unseen:
            dot = QRect(left, top + (name_px - _DOT_PX) // 2, _DOT_PX, _DOT_PX)
            paint_face(painter, QRectF(self.placed(dot)), Face(colours.danger, radius_px=_DOT_PX // 2))
            left += _DOT_PX + Space.S
        name = QRect(left, top, end - left, name_px)
        weight = Weight.BOLD if self.is_unseen else Weight.SEMIBOLD
        ink = colours.text_second if self.item.state in _QUIET else colours.text
        said_name = directed(self.item.citizen_name, right_to_left=rtl)
        paint_line(painter, self.placed(name), said_name, self.look.font(Role.BODY, weight), ink)
        about = QRect(place.left(), top + name_px + 2, place.width(), about_px)
        font = self.look.font(Role.CAPTION)
        second = colours.danger_text if presence_words(self.item) else colours.text_second
        paint_line(painter, self.placed(about), directed(self._about(), right_to_left=rtl), font, second)

    def _time(self) -> str:
        return clock_time(self.item.slot.wall_time, self.look.language)

    def _about(self) -> str:
        language = self.look.language
        amiss = presence_words(self.item)
        turn = amiss or turn_words(self.item, language)
        day = hijri_date(wall_span(self.item.slot).day, language) if self.is_owed else ""
        parts = (day, turn, place_words(self.item, language), said(self.item.service_name, language))
        return " · ".join(embedded(part) for part in parts if part)

    def _state(self) -> str:
        if self.item.state is AppointmentState.WAITING:
            return waiting_words(self.item, datetime.now(UTC))
        return state_words(self.item.state)


_WIDE = tuple(time(hour, minute) for hour in (8, 10, 22) for minute in (8, 20, 48))
"""Times of which one is as wide as any: the column of times is straight."""
