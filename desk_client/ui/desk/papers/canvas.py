"""The pages of one document: scrolled, zoomed, turned; drawn as they come into view."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desk_client.client.papers import Mark, MarkKind
from desk_client.client.viewing.drawing import Drawn, PageSize, Wanted
from desk_client.client.viewing.trouble import Trouble
from desk_client.ui.desk.papers.layout import PageLayout, turned_spot, widest, within_bounds
from desk_client.ui.desk.papers.mark_paint import paint_aim, paint_mark, paint_page, paint_rubber
from desk_client.ui.desk.papers.marking import Marking, Tool
from desk_client.ui.desk.papers.words import trouble_words
from desk_client.ui.theme.appearance import Appearance

_KEPT_BYTES: Final = 96 * 1024 * 1024
_MOST_PIXELS: Final = 12_000_000
"""Of one page as it is drawn; where more would be needed it is stretched."""
_STEP_PX: Final = 60
_ZOOM_STEP: Final = 1.25
_PIN_PX: Final = 32
_AIM_PX: Final = 16


class PaperCanvas(QAbstractScrollArea):
    """Shows pages; whoever owns it has them drawn: `pages_wanted` says that some may be missing, `missing` which one.

    `marked` carries a page (from 0 on) and the spot on it, unturned, for the tool that is taken up.
    """

    page_changed = Signal(int)
    zoom_changed = Signal()
    pages_wanted = Signal()
    marked = Signal(int, object)
    mark_chosen = Signal(str)
    tool_dropped = Signal()

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper_canvas")
        self._look = look
        self._pages: tuple[PageSize | None, ...] = ()
        self._layout = PageLayout((), 1.0, 0)
        self._fits_width = True
        self._kept: OrderedDict[Wanted, QImage] = OrderedDict()
        self._troubles: dict[int, Trouble] = {}
        self._marks: Sequence[Mark] = ()
        self._chosen: str | None = None
        self._marking = Marking(self.marked.emit)
        self._page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(_STEP_PX)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # --- what is shown --------------------------------------------------------------------------------------------

    def show_pages(self, pages: tuple[PageSize | None, ...]) -> None:
        """Show another document from its beginning, none of it drawn yet; () lets go of everything."""
        self._pages = pages
        self._kept.clear()
        self._troubles = {number: Trouble.PAGE_TOO_LARGE for number, page in enumerate(pages) if page is None}
        self._marks, self._chosen, self._page = (), None, 0
        self.take_up(Tool.NONE)
        self._fits_width = True
        self.verticalScrollBar().setValue(0)
        self._lay_out(turn=0)

    def show_marks(self, marks: Sequence[Mark], chosen: str | None = None) -> None:
        """Show these marks; those that were taken away are not painted."""
        self._marks = [mark for mark in marks if mark.removed_at is None]
        self._chosen = chosen
        self.viewport().update()

    def missing(self) -> Wanted | None:
        """The next page to be drawn: what is seen first, then its neighbours; None while nothing is missing."""
        seen = self._seen()
        for number in (*seen, seen.stop, seen.start - 1):
            if 0 <= number < len(self._pages) and number not in self._troubles:
                wanted = self._wanted(number)
                if wanted not in self._kept:
                    return wanted
        return None

    def take_in(self, drawn: Drawn) -> None:
        """Keep a page that was drawn, and let go of those that were seen longest ago."""
        wanted = drawn.wanted
        row_bytes = wanted.width * 4
        image = QImage(drawn.pixels, wanted.width, wanted.height, row_bytes, QImage.Format.Format_RGB32)
        self._kept[wanted] = image.copy()  # what it was made of is not kept
        near = {self._wanted(number) for number in self._seen()} | {wanted}
        for old in tuple(self._kept):
            if self.kept_bytes <= _KEPT_BYTES:
                break
            if old not in near:
                del self._kept[old]
        self.viewport().update()

    def try_again(self) -> None:
        """Let pages be drawn anew that were not drawn, unless there is no such paper."""
        self._troubles = {page: why for page, why in self._troubles.items() if why is Trouble.PAGE_TOO_LARGE}
        self.viewport().update()
        self.pages_wanted.emit()

    def give_up(self, page: int, trouble: Trouble) -> None:
        """Say in a page's place why it is not shown."""
        self._troubles[page] = trouble
        for kept in tuple(self._kept):
            if kept.page == page:
                del self._kept[kept]
        self.viewport().update()

    @property
    def kept_bytes(self) -> int:
        """How much memory the drawn pages take."""
        return sum(each.sizeInBytes() for each in self._kept.values())

    @property
    def is_drawn(self) -> bool:
        """Whether all that is seen is drawn as it should be, or said why not."""
        return all(number in self._troubles or self._wanted(number) in self._kept for number in self._seen())

    # --- moving ---------------------------------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """The page that is read, from 0 on."""
        return self._page

    @property
    def zoom(self) -> float:
        """1 is 96 pixels an inch."""
        return self._layout.zoom

    @property
    def turn(self) -> int:
        """Degrees clockwise."""
        return self._layout.turn

    def go_to(self, page: int) -> None:
        """Show the top of a page; the nearest one where there is none of that number."""
        if self._pages:
            page = min(max(page, 0), len(self._pages) - 1)
            self.verticalScrollBar().setValue(round(self._layout.place(page, 0).top) - 8)
            self._set_page(page)

    def go_to_mark(self, mark: Mark) -> None:
        """Show the place of a mark in the upper part of the view."""
        if 0 < mark.page <= len(self._pages):
            place, spot = self._layout.place(mark.page - 1, 0), turned_spot(mark.spot, self.turn)
            top = place.top + spot.y * place.height - self.viewport().height() / 4
            self.verticalScrollBar().setValue(round(top))

    def set_zoom(self, zoom: float) -> None:
        """Zoom; what stands in the middle of the view stays there."""
        self._fits_width = False
        self._lay_out(zoom=within_bounds(zoom))

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(self.zoom * _ZOOM_STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(self.zoom / _ZOOM_STEP)

    def fit_width(self) -> None:
        """As large as the view is wide, from now on."""
        self._fits_width = True
        self._lay_out()

    def rotate(self) -> None:
        """Turn all pages clockwise by a quarter."""
        self._lay_out(turn=(self.turn + 90) % 360)

    # --- marking --------------------------------------------------------------------------------------------------

    @property
    def tool(self) -> Tool:
        """What a press on a page does."""
        return self._marking.tool

    def take_up(self, tool: Tool) -> None:
        """Take up a tool, or lay it down."""
        self._marking.take_up(tool, self.turn)
        is_none = tool is Tool.NONE
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor if is_none else Qt.CursorShape.CrossCursor)
        self.viewport().update()

    def aim(self) -> None:
        """Begin to mark by keys: in the middle of what is seen of the page."""
        if self.tool is not Tool.NONE and self._pages:
            place = self._page_rect(self._page)
            self._marking.aim(self._page, _part(QRectF(self.viewport().rect()).intersected(place).center(), place))
            self.viewport().update()

    # --- geometry -------------------------------------------------------------------------------------------------

    def _lay_out(self, *, zoom: float | None = None, turn: int | None = None) -> None:
        bar, view = self.verticalScrollBar(), self.viewport().size()
        middle = (bar.value() + view.height() / 2) / max(self._layout.height, 1.0)
        is_at_top = bar.value() == 0
        turn = self.turn if turn is None else turn
        if self._fits_width and self._pages:
            zoom = widest(self._pages, turn, view.width())
        self._layout = PageLayout(self._pages, zoom or self.zoom, turn)
        if self._marking.tool is not Tool.NONE:
            self.take_up(self._marking.tool)  # what was begun lay elsewhere
        bar.setPageStep(view.height())
        bar.setRange(0, max(0, round(self._layout.height) - view.height()))
        across = self.horizontalScrollBar()
        across.setPageStep(view.width())
        across.setRange(0, max(0, round(self._layout.width) - view.width()))
        across.setValue(across.maximum() // 2)
        if not is_at_top:
            bar.setValue(round(middle * self._layout.height - view.height() / 2))
        self._scrolled()
        self.zoom_changed.emit()

    def _seen(self) -> range:
        top = self.verticalScrollBar().value()
        return self._layout.between(top, top + self.viewport().height()) if self._pages else range(0)

    def _page_rect(self, page: int) -> QRectF:
        place = self._layout.place(page, self.viewport().width())
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QRectF(place.left - left, place.top - top, place.width, place.height)

    def _mark_rect(self, mark: Mark) -> QRectF:
        """Where a mark is seen; a pin's point is its lower edge."""
        page, spot = self._page_rect(mark.page - 1), turned_spot(mark.spot, self.turn)
        corner = _on(page, QPointF(spot.x, spot.y))
        if mark.kind is MarkKind.NOTE:
            side = float(self._look.scaled(_PIN_PX))
            return QRectF(corner - QPointF(side / 2, side), QSizeF(side, side))
        return QRectF(corner, QSizeF(spot.width * page.width(), spot.height * page.height()))

    def _wanted(self, page: int) -> Wanted:
        place, ratio = self._layout.place(page, 0), self.devicePixelRatioF()
        width, height = place.width * ratio, place.height * ratio
        share = min(1.0, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        return Wanted(page, max(1, int(width * share)), max(1, int(height * share)), self.turn)

    def _scrolled(self) -> None:
        self.viewport().update()
        if self._pages:
            bar = self.verticalScrollBar()
            is_end = bar.value() == bar.maximum() > 0
            self._set_page(len(self._pages) - 1 if is_end else self._layout.page_at(bar.value() + bar.pageStep() / 3))
        self.pages_wanted.emit()

    def _set_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            if self._marking.aimed is not None:
                self.aim()
        self.page_changed.emit(page)

    # --- Qt -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen: pages, then what is marked, then what is being marked."""
        del event
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self._look.colours.sunken)
        seen = self._seen()
        for number in seen:
            trouble = self._troubles.get(number)
            words = ("", "") if trouble is None else trouble_words(trouble)
            paint_page(painter, self._look, self._page_rect(number), self._image_of(number), words)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            if mark.page - 1 in seen:
                paint_mark(painter, self._look, self._mark_rect(mark), mark, is_chosen=mark.id == self._chosen)
        if (begun := self._marking.begun) is not None:
            page, start, end = begun
            place = self._page_rect(page)
            paint_rubber(painter, QRectF(_on(place, start), _on(place, end)).normalized())
        if (aimed := self._marking.aimed) is not None:
            paint_aim(painter, _on(self._page_rect(self._marking.page), aimed), float(self._look.scaled(_AIM_PX)))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._look.colours.focus)
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _image_of(self, page: int) -> QImage | None:
        """A page as it should be; until it is drawn so, as it was drawn last."""
        wanted = self._wanted(page)
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
            return self._kept[wanted]
        before = (image for each, image in reversed(self._kept.items()) if (each.page, each.turn) == (page, self.turn))
        return next(before, None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark with the tool; without one, choose the mark that is pressed."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point, seen = event.position(), self._seen()
        if self.tool is Tool.NONE:
            found = (mark for mark in reversed(self._marks) if mark.page - 1 in seen)
            pressed = next((mark.id for mark in found if self._mark_rect(mark).contains(point)), None)
            if pressed is not None:
                self.mark_chosen.emit(pressed)
            return
        page = next((number for number in seen if self._page_rect(number).contains(point)), None)
        if page is not None:
            self._marking.press(page, _part(point, self._page_rect(page)))
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the rectangle along."""
        if self._marking.begun is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._marking.drag(_part(event.position(), self._page_rect(self._marking.page)))
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the rectangle."""
        if event.button() is Qt.MouseButton.LeftButton and self._marking.aimed is None:
            self._marking.release()
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y() > 0:
            self.zoom_in()
        else:
            self.zoom_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark while a tool is taken up by keys; otherwise scroll and zoom."""
        if event.key() == Qt.Key.Key_Escape and self.tool is not Tool.NONE:
            self.take_up(Tool.NONE)
            self.tool_dropped.emit()
        elif self._marking.takes_key(event) or self._moved(event.key()):
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def _moved(self, key: int) -> bool:
        bar = self.verticalScrollBar()
        match key:
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.fit_width()
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - bar.pageStep())
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep())
            case _:
                return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is read in the view."""
        super().resizeEvent(event)
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no more."""
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in the changed appearance."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.LanguageChange}:
            self.viewport().update()


def _part(point: QPointF, page: QRectF) -> QPointF:
    """A point as parts of a page, within it."""
    x = (point.x() - page.left()) / max(page.width(), 1.0)
    y = (point.y() - page.top()) / max(page.height(), 1.0)
    return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))


def _on(page: QRectF, part: QPointF) -> QPointF:
    return QPointF(page.left() + part.x() * page.width(), page.top() + part.y() * page.height())
