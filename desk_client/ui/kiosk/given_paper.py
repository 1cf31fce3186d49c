"""What the official gives the visitor in a talk: it opens by itself beside the pictures, and can be printed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QImage

from desk_client.client.actions import given
from desk_client.client.visit import Attachment, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import file_name
from desk_client.ui.call.call_view import CallView
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.paper_pane import PaperPane
from desk_client.ui.kiosk.paper_printing import PaperPrinting
from desk_client.ui.messages import worded
from desk_client.ui.paper.roll import Page
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.round_button import RoundButton

if TYPE_CHECKING:
    from desk_client.client.viewing.drawing import PageSize, Wanted
    from desk_client.client.viewing.reading import Reading

_LONGEST_PX: Final = 2000
"""Of a page as it is shown: more than the screen has."""
_MOST_PRINTED: Final = 20


class GivenPrinting(PaperPrinting):
    """The pages on the roll of the kiosk's printer; they are drawn for it first."""

    def __init__(
        self, counter: Counter, parent: QObject, draw: Callable[[Callable[[list[QImage]], None]], None]
    ) -> None:
        """``draw`` has the pages drawn, and tells them; none where they cannot be."""
        super().__init__(counter, parent)
        self._draw = draw
        self._images: list[QImage] = []
        self._is_drawing = False

    def print_it(self) -> None:
        """Have the pages drawn, then hand them to the printer."""
        if self._is_drawing or self.is_under_way:
            return
        self._is_drawing = True
        self.button.set_busy(True)
        self._draw(self._drawn)

    def painted(self) -> Page | None:
        """The pages."""
        from desk_client.ui.paper.sheet_paper import sheets_page  # noqa: PLC0415 - with the first print

        images, self._images = self._images, []
        return sheets_page(images) if images else None

    def asks(self) -> str:
        """What the button says."""
        return QCoreApplication.translate("GivenPaper", "Print")

    def under_way(self) -> str:
        """That it is being printed."""
        return QCoreApplication.translate("GivenPaper", "The document is being printed. One moment, please.")

    def done(self) -> str:
        """That it has come out."""
        return QCoreApplication.translate("GivenPaper", "Please take the paper from below the screen.")

    def remains(self) -> str:
        """It is kept for them."""
        return QCoreApplication.translate("GivenPaper", "The document stays with your file.")

    def _drawn(self, images: list[QImage]) -> None:
        self._is_drawing = False
        self.button.set_busy(False)
        self._images = images
        super().print_it()


class GivenPaper(QObject):
    """Of the talk's page at a kiosk. A document lies in memory, is drawn by a confined process, and goes with the talk.

    ``lay`` puts it beside the pictures; the owner asks for that where nothing else is to be there.
    """

    def __init__(self, counter: Counter, view: CallView, page: QObject) -> None:
        super().__init__(page)
        self._counter, self._view = counter, view
        self._papers: tuple[Attachment, ...] = ()
        self._shown: Attachment | None = None
        self._reading: Reading | None = None
        self._sizes: tuple[PageSize | None, ...] = ()
        self._said: Callable[[], None] = self._nothing
        self.printing = GivenPrinting(counter, self, self._draw_all)
        self.pane = PaperPane(counter.look, self.printing.button, self.printing.notice)
        self.pane.hide()
        self.pane.page_asked.connect(self._show_page)
        self.pane.other_asked.connect(self._show_other)
        self.pane.again_asked.connect(self._again)
        self.pane.closed.connect(self.put_away)
        self.button = RoundButton(counter.look, Icon.FILE)
        self.button.setObjectName("call_paper")
        self.button.clicked.connect(self._switch)
        self.button.hide()
        view.bar.add(self.button)

    def begin(self) -> None:
        """Another talk: nothing of an earlier one matters."""
        self._papers = ()
        self.left()

    def refresh(self, visit: Visit) -> None:
        """Open what is newly given, and put away what was taken back."""
        known = {paper.id for paper in self._papers}
        fresh = [paper for paper in visit.given if paper.id not in known]
        self._papers = visit.given
        self.button.setVisible(bool(self._papers))
        if self._shown is not None and self._shown.id not in {paper.id for paper in self._papers}:
            self.put_away()
            taken = QCoreApplication.translate("GivenPaper", "The official has taken the document back.")
            self._view.say(Icon.FILE, taken)
        if fresh:
            self._view.say(Icon.FILE, QCoreApplication.translate("GivenPaper", "The official gives you a document."))
            self._open(fresh[-1])

    def lay(self) -> None:
        """Put it beside the pictures where one is open; nothing otherwise."""
        is_open = self._shown is not None
        self._view.set_side(self.pane if is_open else None, is_paper=is_open)

    def put_away(self) -> None:
        """Close what is open; the button brings it back."""
        self._let_go()
        self.lay()

    def left(self) -> None:
        """The talk is left: keep nothing."""
        self._let_go()
        self.pane.hide()
        self.button.hide()

    def relabel(self) -> None:
        """Word everything in the language spoken now."""
        self.button.set_text(QCoreApplication.translate("GivenPaper", "Document"))
        self.pane.relabel()
        self.printing.relabel()
        self._said()

    # --- one document ---------------------------------------------------------------------------------------------

    def _switch(self) -> None:
        if self.pane.isVisible():
            self.put_away()
        elif self._shown is not None:  # the messages lie over it
            self.lay()
        elif self._papers:
            self._open(self._papers[-1])

    def _show_other(self) -> None:
        ids = [paper.id for paper in self._papers]
        if self._shown is not None and self._shown.id in ids:
            self._open(self._papers[(ids.index(self._shown.id) + 1) % len(ids)])

    def _again(self) -> None:
        if self._shown is not None:
            self._open(self._shown)

    def _open(self, paper: "Attachment") -> None:
        from desk_client.client.viewing.reading import Reading  # noqa: PLC0415 - with the first document

        self._let_go()
        self._shown = paper
        self.pane.show_name(file_name(paper.name), has_others=len(self._papers) > 1)
        self._say_fetching()
        self.lay()
        reading = self._reading = Reading()
        bridge = self._counter.bridge
        bridge.run(reading.prepare(paper.media_type), lambda _none: None, lambda _refusal: None)
        bridge.run(
            given.fetch(self._counter.client, paper.id),
            lambda data: self._begin(reading, data),
            lambda refusal: self._not_fetched(reading, refusal),
        )

    def _begin(self, reading: "Reading", data: bytes) -> None:
        async def opened() -> None:
            from desk_client.client.viewing.drawing import Opened  # noqa: PLC0415 - as above

            found = await reading.open(data)
            if reading is not self._reading:
                return
            if isinstance(found, Opened):
                self._sizes = found.pages
                self._show_page(0)
            else:
                self._cannot_show()

        self._counter.bridge.run(opened(), lambda _none: None, lambda _refusal: None)

    def _not_fetched(self, reading: "Reading", refusal: Refusal) -> None:
        if reading is not self._reading:
            return

        def said() -> None:
            message = worded(refusal)
            again = QCoreApplication.translate("GivenPaper", "Try again") if message.can_retry else ""
            self.pane.show_state(message.title, message.text, again)

        if refusal.code is RefusalCode.NOT_FOUND:  # taken back; the next hint says so
            self.put_away()
            return
        self._said = said
        said()

    def _cannot_show(self) -> None:
        def said() -> None:
            self.pane.show_state(
                QCoreApplication.translate("GivenPaper", "This document cannot be shown here"),
                QCoreApplication.translate("GivenPaper", "It stays with your file. The official can show it to you."),
            )

        self._said = said
        said()

    def _show_page(self, page: int) -> None:
        reading, wanted = self._reading, self._wanted(page, _LONGEST_PX)
        if reading is None or wanted is None:
            self._cannot_show()
            return

        async def drawn() -> None:
            image = _image(await reading.draw(wanted))
            if reading is not self._reading:
                return
            if image is None:
                self._cannot_show()
                return
            self._said = self._nothing
            self.pane.show_page(image, page, len(self._sizes))
            self.printing.relabel()

        self._counter.bridge.run(drawn(), lambda _none: None, lambda _refusal: None)

    def _draw_all(self, tell: Callable[[list[QImage]], None]) -> None:
        """Every page for the printer, as many as it takes."""
        from desk_client.ui.paper.sheet_paper import DRAWN_PX  # noqa: PLC0415 - with the first print

        reading = self._reading
        every = [self._wanted(page, DRAWN_PX * 3 // 2) for page in range(min(len(self._sizes), _MOST_PRINTED))]

        async def drawn() -> None:
            images = []
            for wanted in every:
                image = None if reading is None or wanted is None else _image(await reading.draw(wanted))
                if image is not None:
                    images.append(image)
            tell(images)

        self._counter.bridge.run(drawn(), lambda _none: None, lambda _refusal: tell([]))

    def _wanted(self, page: int, longest: int) -> "Wanted | None":
        from desk_client.client.viewing.drawing import Wanted  # noqa: PLC0415 - with the first document

        size = self._sizes[page] if 0 <= page < len(self._sizes) else None
        if size is None:
            return None
        scale = longest / max(size.width, size.height)
        return Wanted(page, max(1, round(size.width * scale)), max(1, round(size.height * scale)), 0)

    def _say_fetching(self) -> None:
        def said() -> None:
            self.pane.show_state(QCoreApplication.translate("GivenPaper", "The document is being fetched"))

        self._said = said
        said()

    def _let_go(self) -> None:
        if self._reading is not None:
            self._reading.close()
        self._reading, self._shown, self._sizes = None, None, ()
        self._said = self._nothing
        self.pane.forget()

    def _nothing(self) -> None:
        """There is nothing to say."""


def _image(drawn: object) -> QImage | None:
    """The page; None where it was not drawn."""
    from desk_client.client.viewing.drawing import Drawn  # noqa: PLC0415 - as above

    if not isinstance(drawn, Drawn):
        return None
    wanted = drawn.wanted
    image = QImage(drawn.pixels, wanted.width, wanted.height, wanted.width * 4, QImage.Format.Format_RGB32)
    return image.copy()  # what it was made of is not kept
