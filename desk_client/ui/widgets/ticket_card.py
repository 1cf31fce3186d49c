"""The ticket of an appointment."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.i18n.bidi import isolated
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.paint import Face, paint_face
from desk_client.ui.widgets.surface import Surface

_NOTCH_PX = 14
_BAND_PX = 8


class TicketCard(Surface):
    """Number and code, large, over a perforation; below it what the appointment is."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._number_name = Label(look, "", Role.CAPTION, tone=Tone.SECOND, is_centred=True)
        self._number = Label(look, "", Role.HERO, weight=Weight.BOLD, tone=Tone.ACCENT, is_centred=True, wraps=False)
        self._code_name = Label(look, "", Role.CAPTION, tone=Tone.SECOND, is_centred=True)
        self._code = Label(look, "", Role.HERO, weight=Weight.BOLD, is_centred=True, wraps=False)
        self._facts = Facts(look)
        upper = self._upper = QHBoxLayout()
        for name, value in ((self._number_name, self._number), (self._code_name, self._code)):
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(name)
            pair.addWidget(value)
            upper.addLayout(pair, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L + _BAND_PX, Space.XL, Space.L)
        column.setSpacing(Space.XXL)
        column.addLayout(upper)
        column.addWidget(self._facts)

    def set_number(self, name: str, number: str) -> None:
        """Show the ticket's number under its name."""
        self._number_name.set_text(name)
        self._number.set_text(isolated(number))

    def set_code(self, name: str, code: str) -> None:
        """Show the code under its name; without a code its half is not shown."""
        self._code_name.set_text(name)
        self._code.set_text(isolated(code) if code else "")
        self._code_name.setVisible(bool(code))
        self._code.setVisible(bool(code))
        self._upper.setStretch(1, 1 if code else 0)  # a number alone stands in the middle

    def set_facts(self, rows: tuple[tuple[str, str], ...]) -> None:
        """Tell what the appointment is: names and values."""
        self._facts.set_rows(rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, its band, and the perforation."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.colours
        whole = QRectF(self.rect())
        paint_face(painter, whole, Face(colours.surface, colours.border, 1, Radius.CARD))
        painter.save()
        painter.setClipRect(QRectF(0, 0, whole.width(), _BAND_PX))
        paint_face(painter, QRectF(0, 0, whole.width(), 4 * Radius.CARD), Face(colours.primary, radius_px=Radius.CARD))
        painter.restore()
        line = self._facts.geometry().top() - Space.L
        painter.setPen(QPen(QColor(colours.border_strong), 2, Qt.PenStyle.DotLine))
        painter.drawLine(QPoint(_NOTCH_PX + Space.S, line), QPoint(self.width() - _NOTCH_PX - Space.S, line))
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.setBrush(QColor(colours.background))
        for x in (0, self.width()):
            painter.drawEllipse(QPointF(x, line), _NOTCH_PX, _NOTCH_PX)
        painter.end()
