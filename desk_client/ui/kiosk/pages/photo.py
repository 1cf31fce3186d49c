"""A paper before the kiosk's camera: taken, cut out, laid flat, made white, and brought along."""

import asyncio
from collections.abc import Callable
from enum import Enum, auto

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk_client.client.actions import documents
from desk_client.client.conference import DeviceFault
from desk_client.client.documents.camera import DocumentCamera, TalkCamera
from desk_client.client.documents.flatten import Handling, Pixels, as_jpeg, page_of
from desk_client.client.documents.sheet import WHOLE, Corners, found_sheet
from desk_client.client.flows import kiosk as flow
from desk_client.client.visit import Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.call.tile_feed import TileFeed
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.crop_editor import CropEditor
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.sides import Sides
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.picture_pane import PicturePane
from desk_client.ui.widgets.video_tile import TileState, VideoTile

_COUNTDOWN_S = 3
_SECOND_MS = 1_000
_QUARTERS = 4


class _Step(Enum):
    """How far the photo is; the pane of that number shows."""

    LIVE = auto()
    CUT = auto()
    DONE = auto()


class PhotoPage(VisitPage):
    """Three steps: hold it before the camera, see that its corners are right, see the page that becomes of it.

    The photo is nowhere but here: who goes back, takes another one, or leaves, has thrown it away.
    """

    page = Page.PHOTO
    measure_px = 1180
    fills = True
    _fault_came = Signal(object)

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._step = _Step.LIVE
        self._photo: Pixels | None = None
        self._page: Pixels | None = None
        self._found = True
        self._turns = 0
        self._whitens = True
        self._left_s = 0
        self._fault: DeviceFault | None = None
        self._fault_came.connect(self.show_fault, Qt.ConnectionType.QueuedConnection)
        self._own = DocumentCamera(self.client.conference.media, self._fault_came.emit)
        self.camera: DocumentCamera | TalkCamera = self._own
        self.tile = VideoTile(self.look, is_on_stage=False)
        self.tile.setObjectName("preview")
        self._feed: TileFeed[None] = TileFeed(self.camera, None, self.tile)
        self.editor = CropEditor(self.look)
        self.editor.setObjectName("crop")
        self._result = PicturePane(self.look)
        self._result.setObjectName("page_preview")
        self._panes = QStackedWidget()
        for pane in (self.tile, self.editor, self._result):
            self._panes.addWidget(pane)
        self._told = Banner(self.look)
        self._told.setObjectName("photo_notice")
        self.body.setSpacing(Space.M)
        self.body.addWidget(self._told)
        self._beside = QWidget()
        self._tools = QVBoxLayout(self._beside)
        self._tools.setContentsMargins(0, 0, 0, 0)
        self._tools.setSpacing(Space.M)
        self.body.addWidget(Sides(self._panes, self._beside, shares=(1, 0)), 1)
        self.add_back()
        self._another = self._button("retake", Icon.REFRESH, self._retake)
        self._turn = self._button("turn", Icon.TURN, self._turn_page)
        self._white = self._button("whiten", Icon.CONTRAST, self._switch_white)
        self._later = self._button("shutter_later", Icon.TIMER, self._count_down)
        self._tools.addStretch()
        self.add_main("shutter", self._go_on, Icon.PHOTO)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self._count)
        self.ready()

    # --- the page -------------------------------------------------------------------------------------------------

    def entered(self) -> None:
        """Look through the camera: that of the talk, where one goes on."""
        self.camera = TalkCamera(self.client.conference) if self.visit.talks_meanwhile else self._own
        self._feed = TileFeed(self.camera, None, self.tile)
        self._fault = None if self.visit.talks_meanwhile else self._fault
        self._retake()

    def left(self) -> None:
        """Let go of the camera, and of the photo."""
        self._second.stop()
        self._feed.close()
        self.tile.clear()
        self._photo = self._page = None
        self.editor.set_image(QImage())
        self._result.set_image(QImage())

    def teardown(self) -> None:
        """Let go of the camera."""
        self._feed.close()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take no pictures while nobody sees them."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._feed.close()

    def go_back(self) -> None:
        """One step back: from the page to its corners, from these to the camera, from there to the other ways."""
        if self.is_acting:
            return
        match self._step:
            case _Step.LIVE:
                super().go_back()
            case _Step.CUT:
                self._retake()
            case _Step.DONE:
                self._show_step(_Step.CUT)

    def relabel(self) -> None:
        """Word what is done at this step."""
        self.editor.relabel()
        self._another.set_text(QCoreApplication.translate("PhotoPage", "Another photo"))
        self._turn.set_text(QCoreApplication.translate("PhotoPage", "Turn"))
        self._white.set_text(
            QCoreApplication.translate("PhotoPage", "Colours as photographed")
            if self._whitens
            else QCoreApplication.translate("PhotoPage", "White paper, dark ink")
        )
        self._later.set_text(QCoreApplication.translate("PhotoPage", "In three seconds"))
        self.tile.set_name("")
        self.tile.setAccessibleName(QCoreApplication.translate("PhotoPage", "What the camera sees"))
        self._result.setAccessibleName(QCoreApplication.translate("PhotoPage", "The page as it is sent"))
        self._word_step()

    def refresh(self, visit: Visit) -> None:
        """Nothing of the visit is shown here."""
        del visit

    # --- the steps ------------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        match self._step:
            case _Step.LIVE:
                self._shoot()
            case _Step.CUT:
                self.ask(self._make_page)
            case _Step.DONE:
                self.ask(self._bring)

    def _retake(self) -> None:
        self._photo = self._page = None
        self._turns, self._whitens = 0, True
        self._fault = None
        self._show_step(_Step.LIVE)
        self._feed.open()

    def _count_down(self) -> None:
        self._left_s = _COUNTDOWN_S
        self._second.start()
        self._word_step()

    def _count(self) -> None:
        self._left_s -= 1
        if self._left_s <= 0:
            self._second.stop()
            self._shoot()
        else:
            self._word_step()

    def _shoot(self) -> None:
        self._second.stop()
        photo = self.camera.shot()
        if photo is None:
            self._word_step()
            return
        self._photo = photo
        self.ask(self._look_for_sheet)

    async def _look_for_sheet(self) -> Refusal | None:
        photo = self._photo
        if photo is None:
            return Refusal(RefusalCode.INVALID_REQUEST)
        found: Corners | None = await asyncio.to_thread(lambda: found_sheet(photo[:, :, 1]))
        self.show_cut(photo, found)
        return None

    def show_cut(self, photo: Pixels, found: Corners | None) -> None:
        """Ask whether these are the sheet's corners; None: none were found."""
        self._photo, self._found = photo, found is not None
        self.editor.set_image(_image(photo))
        self.editor.set_corners(found or WHOLE)
        self._show_step(_Step.CUT)

    async def _make_page(self) -> Refusal | None:
        photo = self._photo
        if photo is None:
            return Refusal(RefusalCode.INVALID_REQUEST)
        handling = Handling(self.editor.corners, self._turns, self._whitens)
        self.show_page(await asyncio.to_thread(page_of, photo, handling))
        return None

    def show_page(self, page: Pixels) -> None:
        """Ask whether everything can be read."""
        self._page = page
        self._result.set_image(_image(page))
        self._show_step(_Step.DONE)

    async def _bring(self) -> Refusal | None:
        page = self._page
        if page is None:
            return Refusal(RefusalCode.INVALID_REQUEST)
        content = await asyncio.to_thread(as_jpeg, page, documents.bounds(self.client).most_bytes)
        if content is None:
            return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE)
        number = len(self.client.brought.basket.value.documents) + 1
        name = QCoreApplication.translate("PhotoPage", "Photo {number}").format(number=number)
        refusal = documents.bring(self.client, f"{name}.jpg", content)
        if refusal is None:
            self.client.visit.set(flow.back(self.visit))
        return refusal

    def _turn_page(self) -> None:
        self._turns = (self._turns + 1) % _QUARTERS
        self.ask(self._make_page, button=self._turn)

    def _switch_white(self) -> None:
        self._whitens = not self._whitens
        self.relabel()
        self.ask(self._make_page, button=self._white)

    # --- what is seen of it ---------------------------------------------------------------------------------------

    def _show_step(self, step: _Step) -> None:
        self._step = step
        if step is not _Step.LIVE:
            self._feed.close()
        self._panes.setCurrentIndex(list(_Step).index(step))
        self._word_step()

    def show_fault(self, fault: DeviceFault | None) -> None:
        """Say that the camera does not serve, and what else can be done; None: it serves again."""
        self._fault = fault
        if self._step is _Step.LIVE:
            if fault is not None:
                self._second.stop()
            self._word_step()

    def _word_step(self) -> None:
        is_live, is_done = self._step is _Step.LIVE, self._step is _Step.DONE
        is_counting = self._second.isActive()
        for button, is_shown in (
            (self._another, not is_live),
            (self._turn, is_done),
            (self._white, is_done),
            (self._later, is_live and self._fault is None),
        ):
            button.setVisible(is_shown)
        self._beside.setVisible(not is_live or self._fault is None)
        self._later.setEnabled(not is_counting)
        title, text, main, icon = self._words()
        self.title.set_texts(title, text)
        if self.main is not None:
            self.main.set_text(main)
            self.main.set_icon(icon)
            self.main.setVisible(not is_live or self._fault is None)
        self._tell(is_live=is_live)
        reason = "" if self._fault is None else QCoreApplication.translate("PhotoPage", "The camera cannot be used")
        self.tile.set_state(TileState.LIVE if self._fault is None else TileState.CAMERA_OFF, reason)

    def _tell(self, *, is_live: bool) -> None:
        if is_live and self._fault is not None:
            other = QCoreApplication.translate(
                "PhotoPage", "You can bring it on a USB stick or from your phone, or show it to the operator."
            )
            self._told.say(f"{_camera_words(self._fault)} {other}", Mood.WARNING)
        elif is_live and self._second.isActive():
            text = QCoreApplication.translate("PhotoPage", "Hold still: {seconds}")
            self._told.say(text.format(seconds=self.look.number(self._left_s)), Mood.INFO)
        elif self._step is _Step.CUT and not self._found:
            self._told.say(
                QCoreApplication.translate(
                    "PhotoPage", "The edges of the paper were not found. Drag the four corners to it, or keep it all."
                ),
                Mood.INFO,
            )
        else:
            self._told.say("")

    def _words(self) -> tuple[str, str, str, Icon]:
        match self._step:
            case _Step.LIVE:
                return (
                    QCoreApplication.translate("PhotoPage", "Hold the paper before the camera"),
                    QCoreApplication.translate("PhotoPage", "Flat and whole within the picture, in good light"),
                    QCoreApplication.translate("PhotoPage", "Take the photo"),
                    Icon.PHOTO,
                )
            case _Step.CUT:
                return (
                    QCoreApplication.translate("PhotoPage", "Is the whole paper inside the frame?"),
                    QCoreApplication.translate("PhotoPage", "You can drag the corners"),
                    QCoreApplication.translate("PhotoPage", "Yes, go on"),
                    Icon.FORWARD,
                )
            case _Step.DONE:
                return (
                    QCoreApplication.translate("PhotoPage", "Can everything be read?"),
                    QCoreApplication.translate("PhotoPage", "This is how the official sees it"),
                    QCoreApplication.translate("PhotoPage", "Bring this page"),
                    Icon.CHECK,
                )

    def _button(self, name: str, icon: Icon, pressed: Callable[[], None]) -> Button:
        button = Button(self.look, "", Kind.SECONDARY, icon=icon)
        button.setObjectName(name)
        button.clicked.connect(pressed)
        self._tools.addWidget(button)
        return button


def _camera_words(fault: DeviceFault) -> str:
    """Why there is no picture; those of a call also tell what becomes of the call."""
    match fault:
        case DeviceFault.ABSENT:
            return QCoreApplication.translate("PhotoPage", "This kiosk has no camera.")
        case DeviceFault.BUSY | DeviceFault.DENIED | DeviceFault.LOST:
            return QCoreApplication.translate("PhotoPage", "The camera of this kiosk does not answer.")


def _image(pixels: Pixels) -> QImage:
    """A picture of its own memory."""
    rows = np.ascontiguousarray(pixels)
    height, width = rows.shape[:2]
    return QImage(rows.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
