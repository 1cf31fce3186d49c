"""One recorded talk in the list: with whom, when, and until when it is kept."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desk_client.client.recording_states import RecordedTalk, RecordingState
from desk_client.i18n.bidi import directed, embedded, isolated
from desk_client.i18n.dates import both_dates, clock_time
from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language
from desk_client.ui.desk.list_row import ListRow
from desk_client.ui.moments import here
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.paint import mirrored, paint_line


class RecordingRow(ListRow):
    """Checked is what is played."""

    def __init__(self, look: Appearance, talk: RecordedTalk, parent: QWidget | None = None) -> None:
        super().__init__(look, f"recording_{talk.recording.id}", parent)
        self.talk = talk
        self.retranslate()

    def retranslate(self) -> None:
        """Name it in the language spoken now."""
        words = (self.talk.citizen_name, *self._facts())
        self.name_it(*words)
        self.update()

    def content_size(self) -> QSize:
        """Return room for three lines."""
        body, caption = self.line_heights()
        return QSize(280, body + 2 * caption + 3 * Space.S)

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint ground and texts."""
        colours, rtl = self.colours, self.look.is_right_to_left
        self.paint_ground(painter, place)
        body, caption = self.line_heights()
        line = QRect(place.left() + Space.M, place.top() + Space.S, place.width() - 2 * Space.M, body)
        font = self.look.font(Role.BODY, Weight.SEMIBOLD)
        name = directed(self.talk.citizen_name, right_to_left=rtl)
        paint_line(painter, mirrored(line, self.rect(), right_to_left=rtl), name, font, colours.text)
        for number, fact in enumerate(self._facts()):
            line = QRect(line.left(), place.top() + Space.S + body + number * caption, line.width(), caption)
            words = directed(embedded(fact), right_to_left=rtl)
            font = self.look.font(Role.CAPTION)
            paint_line(painter, mirrored(line, self.rect(), right_to_left=rtl), words, font, colours.text_second)

    def _facts(self) -> tuple[str, str]:
        language, recording = self.look.language, self.talk.recording
        held = here(self.talk.held_at)
        when = f"{both_dates(held.date(), language)} · {clock_time(held.time(), language)}"
        if recording.state is not RecordingState.KEPT or recording.expires_at is None:
            return when, QCoreApplication.translate("Recordings", "Still at the desk that recorded it")
        until = both_dates(here(recording.expires_at).date(), language)
        length = length_words(timedelta(milliseconds=recording.duration_ms or 0), language)
        kept = QCoreApplication.translate("Recordings", "{length} · kept until {date}")
        return when, kept.format(length=isolated(length), date=until)


def length_words(length: timedelta, language: Language) -> str:
    """Minutes and seconds, as a clock shows them; hours where there are any."""
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    words = f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"
    return shown(words, language)
