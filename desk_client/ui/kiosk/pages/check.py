"""Whether one is seen and heard: the devices are looked at before the waiting room, by themselves."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions import check
from desk_client.client.conference import Stream
from desk_client.client.device_check.findings import CheckView, Finding, KioskPart, State
from desk_client.client.visit import Page, Visit
from desk_client.domain.call_for_help import HelpStage
from desk_client.ui.call.tile_feed import TileFeed
from desk_client.ui.kiosk.check_line import CheckLine
from desk_client.ui.kiosk.check_words import figure_words
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.help_watch import HelpWatch
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.sides import Sides, is_upright
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.busy import Progress
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.video_tile import TileState, VideoTile

_TILE_PX = 220
_UPRIGHT_TILE_PX = 560
_NOTHING_YET = CheckView(())
_LISTENS = frozenset({Finding.ASKED_TO_SPEAK, Finding.QUIET})


class CheckPage(VisitPage):
    """Goes on by itself where all is well, and says what can be done where it is not; nobody is held up."""

    page = Page.CHECK
    measure_px = 1180

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self.tile = VideoTile(self.look, is_mirrored=True, is_on_stage=False)
        self.tile.setObjectName("preview")
        self._feed = TileFeed(self.client.conference, Stream.LOCAL, self.tile)
        self._ask = Label(self.look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        self._greeting = Label(self.look, "", Role.DISPLAY, weight=Weight.BOLD, is_centred=True)
        self._greeting.setObjectName("greeting")
        self._meter = Progress(self.look)
        self._meter.setObjectName("level")
        seen = QWidget()
        column = QVBoxLayout(seen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._ask)
        column.addWidget(self._greeting)
        column.addWidget(self._meter)
        column.addWidget(self.tile, 1)
        found = Panel(self.look)
        found.body.setSpacing(Space.S)
        self._lines = {part: CheckLine(self.look, part) for part in KioskPart}
        for line in self._lines.values():
            line.answered.connect(self._answer)
            line.asked.connect(partial(self.bring_up, line))
            found.body.addStretch()
            found.body.addWidget(line)
        found.body.addStretch()
        self._told = Banner(self.look, Mood.SUCCESS)
        self._told.setObjectName("operator_told")
        self.body.addWidget(self._told)
        self.body.addWidget(Sides(found, seen, shares=(6, 5)))
        self._call = Button(self.look, "", Kind.SECONDARY, icon=Icon.HAND)
        self._call.setObjectName("call_operator")
        self._call.clicked.connect(self._call_operator)
        self._anew = Button(self.look, "", Kind.SECONDARY, icon=Icon.REFRESH)
        self._anew.setObjectName("check_again")
        self._anew.clicked.connect(lambda: check.try_again(self.client))
        self.foot.addWidget(self._call)
        self.foot.addWidget(self._anew)
        self.foot.addStretch()
        self.add_main("go_on_to_waiting", lambda: check.go_on(self.client))
        self._help = HelpWatch(counter, self._show, self)
        self._unsubscribe = self.client.check.subscribe(lambda _view: self._show())
        self.ready()

    def entered(self) -> None:
        """Show the visitor to themselves."""
        self._feed.open()
        self._help.begin()

    def left(self) -> None:
        """Give the camera's pictures to the waiting room."""
        self._help.rest()
        self._feed.close()

    def teardown(self) -> None:
        """Stop listening to the check."""
        self._unsubscribe()
        self._feed.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the picture the room that an upright kiosk has."""
        self.tile.setMinimumHeight(_UPRIGHT_TILE_PX if is_upright(self) else _TILE_PX)
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take no pictures while nobody sees them."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._feed.close()

    def relabel(self) -> None:
        """Word the page."""
        self._ask.set_text(QCoreApplication.translate("CheckPage", "Please say"))
        self._greeting.set_text(QCoreApplication.translate("CheckPage", "“Peace be upon you”"))
        self._meter.setAccessibleName(QCoreApplication.translate("CheckPage", "How loud you are"))
        self._call.set_text(QCoreApplication.translate("CheckPage", "Call the operator"))
        self._anew.set_text(QCoreApplication.translate("CheckPage", "Check again"))
        self.tile.set_name(QCoreApplication.translate("CheckPage", "You"))
        for line in self._lines.values():
            line.relabel()

    def refresh(self, visit: Visit) -> None:
        """Show what was found so far."""
        del visit
        self._show()

    def _show(self) -> None:
        view = self.client.check.value or _NOTHING_YET
        for part, line in self._lines.items():
            line.setVisible(view.finding(part) is not None)
        for found in view.lines:
            self._lines[found.part].show_line(found, figure_words(found.part, view.figures))
        self._show_yourself(view)
        self._show_whole(view)

    def _show_yourself(self, view: CheckView) -> None:
        camera = view.finding(KioskPart.CAMERA)
        has_picture = camera is None or camera.state is not State.FAILED
        # what stands in for a camera that fails is nobody's face
        unseen = QCoreApplication.translate("CheckPage", "You are not seen")
        self.tile.set_state(TileState.LIVE if has_picture else TileState.CAMERA_OFF, "" if has_picture else unseen)
        listens = view.finding(KioskPart.MICROPHONE) in _LISTENS
        for label in (self._ask, self._greeting):
            label.setVisible(listens)
        self._meter.set_share(view.level)

    def _show_whole(self, view: CheckView) -> None:
        needs = view.needs_somebody
        if needs:
            self.title.set_texts(
                QCoreApplication.translate("CheckPage", "Something does not work yet"),
                QCoreApplication.translate("CheckPage", "You keep your place in the line. Nothing is lost."),
            )
        elif view.is_done:
            self.title.set_texts(
                QCoreApplication.translate("CheckPage", "You can be seen and heard"),
                QCoreApplication.translate("CheckPage", "You go on to the waiting room by yourself in a moment."),
            )
        else:
            self.title.set_texts(
                QCoreApplication.translate("CheckPage", "We are checking picture and sound"),
                QCoreApplication.translate("CheckPage", "It takes a few seconds. You are checked in already."),
            )
        self._call.setVisible(needs and not view.operator_told)
        self._anew.setVisible(needs)
        told = QCoreApplication.translate(
            "CheckPage", "The operator of this hall has been told. You can go on meanwhile."
        )
        if self._help.stage is HelpStage.ON_THE_WAY:
            told = QCoreApplication.translate("CheckPage", "The operator is on the way to you.")
        self._told.say(told if view.operator_told else "", Mood.SUCCESS)
        if self.main is not None:
            self.main.set_text(_going_on(view))

    def _answer(self, hears: bool) -> None:
        check.answer_heard(self.client, heard=hears)

    def _call_operator(self) -> None:
        self.ask(lambda: check.call_operator(self.client), self._help.begin, button=self._call)


def _going_on(view: CheckView) -> str:
    """What going on now means."""
    if view.failed == (KioskPart.CAMERA,):
        return QCoreApplication.translate("CheckPage", "Go on without a picture")
    if view.needs_somebody:
        return QCoreApplication.translate("CheckPage", "Go on anyway")
    return QCoreApplication.translate("CheckPage", "Go on")
