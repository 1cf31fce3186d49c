"""The ticket before the camera."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions import scan
from desk_client.client.conference import Stream
from desk_client.client.scan_view import ScanView, Seen, TicketLink
from desk_client.client.ticket_scanner import TicketScanner
from desk_client.client.visit import Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.call.tile_feed import TileFeed
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.sides import Sides, is_upright
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.reassurance import Reassurance
from desk_client.ui.widgets.video_tile import TileState, VideoTile

_TILE_PX = 260
_UPRIGHT_TILE_PX = 620


class ScanPage(VisitPage):
    """A mirror, what it sees, and the way to type the number instead. It goes on by itself."""

    page = Page.SCAN
    measure_px = 1180

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self.tile = VideoTile(self.look, is_mirrored=True, is_on_stage=False)
        self.tile.setObjectName("camera")
        self._feed: TileFeed[Stream] | None = None
        self._refused: tuple[TicketLink, Refusal] | None = None
        self._remark = Banner(self.look)
        self._remark.setObjectName("remark")
        self._hints = tuple(Reassurance(self.look, icon) for icon in (Icon.SCREEN, Icon.SUN, Icon.SHIELD))
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addStretch(1)
        for hint in self._hints:
            column.addWidget(hint)
        column.addWidget(self._remark)
        column.addStretch(1)
        self.body.addWidget(Sides(told, self.tile, shares=(5, 6)))
        self.add_back()
        self._type = Button(self.look, "", Kind.SECONDARY, icon=Icon.EDIT)
        self._type.setObjectName("type_number")
        self._type.clicked.connect(self._type_number)
        self.foot.addWidget(self._type)
        self._unsubscribe = (
            self.client.scan.subscribe(self._saw),
            self.client.scanner.subscribe(self._show_camera),
        )
        self.ready()

    def entered(self) -> None:
        """Open the camera."""
        self._refused = None
        self.tile.set_state(TileState.WAITING, QCoreApplication.translate("ScanPage", "The camera is starting"))
        self.counter.bridge.run(scan.watch(self.client), lambda _nothing: None, lambda _refusal: None)
        self._show_remark()

    def left(self) -> None:
        """Show no more pictures; the camera is let go of with the page."""
        self._close_feed()

    def teardown(self) -> None:
        """Stop listening to the camera."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._close_feed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the picture the room that an upright kiosk has."""
        self.tile.setMinimumHeight(_UPRIGHT_TILE_PX if is_upright(self) else _TILE_PX)
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take no pictures while nobody sees them."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._close_feed()

    def relabel(self) -> None:
        """Word the page."""
        self.title.set_texts(
            QCoreApplication.translate("ScanPage", "Hold your ticket before the camera"),
            QCoreApplication.translate("ScanPage", "The square code at its end, on paper or on your mobile"),
        )
        words = (
            QCoreApplication.translate("ScanPage", "A hand's breadth away, flat and still."),
            QCoreApplication.translate("ScanPage", "Into the light; smooth it if it is creased."),
            QCoreApplication.translate("ScanPage", "Then we send a code to your mobile. No picture is kept."),
        )
        for hint, text in zip(self._hints, words, strict=True):
            hint.set_text(text)
        self._type.set_text(QCoreApplication.translate("ScanPage", "Type the number instead"))
        self.tile.set_name(QCoreApplication.translate("ScanPage", "Camera"))
        self._show_remark()

    def refresh(self, visit: Visit) -> None:
        """Nothing of the visit is shown here."""
        del visit

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say it beside the picture, and go on looking for another ticket."""
        link = self.client.scan.value.link
        if refusal.code in {RefusalCode.TICKET_UNKNOWN, RefusalCode.INVALID_MOBILE} and link is not None:
            self._refused = (link, refusal)
            self._show_remark()
        else:
            self.refuse(refusal, again)

    def _saw(self, view: ScanView) -> None:
        if self.visit.page is not self.page:
            return
        if view.link is not None and not self._is_refused(view.link):
            link = view.link
            self.ask(lambda: scan.take(self.client, link), self._show_remark, button=self._type)
        self._show_remark()

    def _is_refused(self, link: TicketLink) -> bool:
        return self._refused is not None and self._refused[0] == link

    def _show_remark(self) -> None:
        view = self.client.scan.value
        text, mood = "", Mood.INFO
        if view.seen is Seen.TICKET and view.link is not None and not self._is_refused(view.link):
            text = QCoreApplication.translate("ScanPage", "Your ticket was read. One moment, please.")
            mood = Mood.SUCCESS
        elif view.seen is Seen.NO_TICKET:
            text = QCoreApplication.translate("ScanPage", "This is another code. Please show the one on your ticket.")
            mood = Mood.WARNING
        elif self._refused is not None:
            text, mood = _refused_words(self._refused[1]), Mood.WARNING
        elif view.seen is Seen.TOO_DARK:
            text = QCoreApplication.translate("ScanPage", "It is too dark. Please hold the ticket into the light.")
        if text != self._remark.text:
            self._remark.say(text, mood)

    def _show_camera(self, scanner: TicketScanner | None) -> None:
        self._close_feed()
        if scanner is not None and self.visit.page is self.page:
            self.tile.set_state(TileState.LIVE)
            self._feed = TileFeed(scanner, Stream.LOCAL, self.tile)
            self._feed.open()

    def _close_feed(self) -> None:
        if self._feed is not None:
            self._feed.close()
            self._feed = None
            self.tile.clear()

    def _type_number(self) -> None:
        if not self.is_acting:
            scan.type_number(self.client)


def _refused_words(refusal: Refusal) -> str:
    if refusal.code is RefusalCode.TICKET_UNKNOWN:
        return QCoreApplication.translate(
            "ScanPage", "This ticket is over, or from elsewhere. You may show another, or go back and enter your ID."
        )
    if refusal.code is RefusalCode.INVALID_MOBILE:
        return QCoreApplication.translate(
            "ScanPage", "We know no mobile of yours. Please go back and enter your ID; the operator will help you."
        )
    message = worded(refusal)
    return f"{message.title}. {message.text}"
