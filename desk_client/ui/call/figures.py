"""The figures of a call for staff who look into a complaint: what was captured, sent, received, shown, and how fast."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.client.conference import CallStats
from desk_client.i18n.bidi import directed, without_marks
from desk_client.ui.call.figure_words import FigureGroup, figures_of
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.paint import LEADING, TRAILING, Face, line_width, mirrored, paint_face, paint_line
from desk_client.ui.widgets.surface import Surface

_RADIUS_PX = 12
_VEIL = 232
"""Opacity of the ground: the picture is guessed behind it, and every digit is read before it."""


class Figures(Surface):
    """Two columns of names and values; what is not known is not there. It never takes a click from what is below."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("call_figures")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._stats: CallStats | None = None
        self._columns: tuple[tuple[FigureGroup, ...], ...] = ()
        self._widest_px: list[tuple[int, int]] = []
        """Of each column's names and values: it grows with them and never shrinks, or it would tremble each second."""

    @property
    def rows(self) -> dict[str, str]:
        """Names and values as they are shown, without direction marks."""
        return {
            name: without_marks(value) for column in self._columns for group in column for name, value in group.rows
        }

    def show_stats(self, stats: CallStats | None) -> None:
        """Show the figures of the last second."""
        self._stats = stats
        self._columns = figures_of(stats, self.look) if stats is not None else ()
        self._measure()
        self.setAccessibleDescription("; ".join(f"{name}: {value}" for name, value in self.rows.items()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that the columns take."""
        width = sum(name + Space.M + value for name, value in self._widest_px)
        height = max((self._height_px(column) for column in self._columns), default=0)
        between = Space.XL * max(0, len(self._columns) - 1)
        return QSize(width + between + 2 * Space.M, height + 2 * Space.M)

    def relook(self) -> None:
        """Measure anew in the changed appearance."""
        self._widest_px = []
        self.show_stats(self._stats)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.relook()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the columns, the first where reading begins."""
        del event
        painter = QPainter(self)
        colours = self.colours
        edge = colours.border if self.look.is_high_contrast else colours.stage_control
        painter.setOpacity(_VEIL / 255)
        paint_face(painter, QRectF(self.rect()), Face(colours.stage, edge, 1, _RADIUS_PX))
        painter.setOpacity(1.0)
        left = int(Space.M)
        missing = max(0, self.sizeHint().width() - self.width()) // max(1, len(self._columns))
        for column, (names, values) in zip(self._columns, self._widest_px, strict=True):
            name_px = max(0, names - missing)  # where the picture is narrow it is the names that are cut short
            self._paint_column(painter, column, left, name_px, values)
            left += name_px + Space.M + values + Space.XL
        painter.end()

    def _paint_column(
        self, painter: QPainter, column: tuple[FigureGroup, ...], left: int, name_px: int, value_px: int
    ) -> None:
        line = self._line_px()
        width = name_px + Space.M + value_px
        top = int(Space.M)
        for group in column:
            at = self._placed(QRect(left, top, width, line))
            self._write(painter, at, group.title, Weight.SEMIBOLD, self.colours.stage_accent)
            top += line
            for name, value in group.rows:
                at = self._placed(QRect(left, top, name_px, line))
                self._write(painter, at, name, Weight.REGULAR, self.colours.on_stage_second)
                at = self._placed(QRect(left + name_px + Space.M, top, value_px, line))
                font = self.look.font(Role.CAPTION, Weight.MEDIUM)
                paint_line(painter, at, self._directed(value), font, self.colours.on_stage, TRAILING)
                top += line
            top += Space.S

    def _write(self, painter: QPainter, at: QRect, text: str, weight: Weight, ink: str) -> None:
        paint_line(painter, at, self._directed(text), self.look.font(Role.CAPTION, weight), ink, LEADING)

    def _measure(self) -> None:
        name_font, title_font = (self.look.font(Role.CAPTION, each) for each in (Weight.REGULAR, Weight.SEMIBOLD))
        value_font = self.look.font(Role.CAPTION, Weight.MEDIUM)
        before = self._widest_px if len(self._widest_px) == len(self._columns) else [(0, 0)] * len(self._columns)
        self._widest_px = [
            (
                max(
                    least_name,
                    *(line_width(group.title, title_font) for group in column),
                    *(line_width(name, name_font) for group in column for name, _ in group.rows),
                ),
                max(least_value, *(line_width(value, value_font) for group in column for _, value in group.rows)),
            )
            for column, (least_name, least_value) in zip(self._columns, before, strict=True)
        ]

    def _directed(self, text: str) -> str:
        return directed(text, right_to_left=self.look.is_right_to_left)

    def _placed(self, place: QRect) -> QRect:
        return mirrored(place, self.rect(), right_to_left=self.look.is_right_to_left)

    def _line_px(self) -> int:
        return round(self.look.type_px(Role.CAPTION) * 1.45)

    def _height_px(self, column: tuple[FigureGroup, ...]) -> int:
        lines = sum(1 + len(group.rows) for group in column)
        return lines * self._line_px() + (len(column) - 1) * Space.S
