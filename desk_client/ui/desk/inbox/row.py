"""One request in a work list."""

from datetime import UTC, datetime

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desk_client.client.inbox import InboxItem
from desk_client.i18n.bidi import directed, embedded
from desk_client.ui.desk.inbox.words import age_words, is_overdue, owner_words, pill_words, service_words
from desk_client.ui.desk.list_row import ListRow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.paint import CENTRE, Face, line_width, paint_face, paint_line

_EDGE_PX = 5


class InboxRow(ListRow):
    """Who asks and how it stands, what they want, and how old it is, whose, and about what; checked is what is read."""

    def __init__(self, look: Appearance, item: InboxItem, me: str, parent: QWidget | None = None) -> None:
        super().__init__(look, f"request_{item.request.id}", parent)
        self.item = item
        self._me = me
        self.show_item(item, me)

    def show_item(self, item: InboxItem, me: str) -> None:
        """Show how it stands now."""
        self.item, self._me = item, me
        words = (item.citizen_name, self._pill()[0], *self._facts(), item.request.text)
        self.name_it(*words)
        self.updateGeometry()
        self.update()

    def content_size(self) -> QSize:
        """Return room for three lines."""
        body, caption = self.line_heights()
        return QSize(320, body + 2 * caption + 3 * Space.S + Space.XS)

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint ground, the mark of what is late, texts and pill."""
        colours, rtl = self.colours, self.look.is_right_to_left
        self.paint_ground(painter, place)
        if is_overdue(self.item, datetime.now(UTC)):
            bar = QRect(place.left() + Space.S - 1, place.top() + Space.S, _EDGE_PX, place.height() - 2 * Space.S)
            paint_face(painter, QRectF(self.placed(bar)), Face(colours.danger, radius_px=_EDGE_PX // 2))
        body, caption = self.line_heights()
        left, width = place.left() + Space.M + Space.S, place.width() - 2 * Space.M - Space.S
        top = place.top() + (place.height() - body - 2 * caption - Space.XS) // 2
        end = self._paint_pill(painter, QRect(left, top, width, body)) - Space.S
        name = directed(self.item.citizen_name, right_to_left=rtl)
        font = self.look.font(Role.BODY, Weight.SEMIBOLD)
        paint_line(painter, self.placed(QRect(left, top, end - left, body)), name, font, colours.text)
        wish = directed(self.item.request.text.replace("\n", " "), right_to_left=rtl)
        font = self.look.font(Role.CAPTION)
        line = QRect(left, top + body, width, caption)
        paint_line(painter, self.placed(line), wish, font, colours.text)
        facts = directed(" · ".join(embedded(each) for each in self._facts()), right_to_left=rtl)
        line = QRect(left, top + body + caption + Space.XS, width, caption)
        paint_line(painter, self.placed(line), facts, font, colours.text_second)

    def _paint_pill(self, painter: QPainter, line: QRect) -> int:
        """Paint the pill at a line's end; return where it begins."""
        text, mood = self._pill()
        colours, font = self.colours, self.look.font(Role.CAPTION, Weight.MEDIUM)
        fill = getattr(colours, f"{mood}_soft") if mood else colours.sunken
        ink = getattr(colours, f"{mood}_text") if mood else colours.text_second
        width = line_width(text, font) + 2 * Space.M
        height = round(self.look.type_px(Role.CAPTION) * 1.6)
        pill = QRect(line.right() + 1 - width, line.top() + (line.height() - height) // 2, width, height)
        frame = ink if self.look.is_high_contrast else ""
        paint_face(painter, QRectF(self.placed(pill)), Face(fill, frame, 1, height // 2))
        paint_line(painter, self.placed(pill), text, font, ink, CENTRE)
        return pill.left()

    def _pill(self) -> tuple[str, str | None]:
        return pill_words(self.item, datetime.now(UTC))

    def _facts(self) -> tuple[str, ...]:
        language = self.look.language
        age = age_words(datetime.now(UTC) - self.item.request.submitted_at)
        return age, owner_words(self.item, self._me, language), service_words(self.item, language)
