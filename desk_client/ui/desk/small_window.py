"""The talk in a small window that lies over all others, while the desk's is minimised."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.calls import CallRunner
from desk_client.client.calls import CallView as CallShown
from desk_client.client.conference import Conference, SharedScreen, Stream
from desk_client.client.day import DeskPage
from desk_client.i18n.bidi import embedded
from desk_client.ui.call.status import moment_words, status_of
from desk_client.ui.call.tile_feed import TileFeed
from desk_client.ui.call.tile_states import remote_state
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.on_top import OnTop
from desk_client.ui.desk.share_strip import seen_words, stop_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.bound_key import bind
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.elapsed import Elapsed
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.round_button import RoundButton
from desk_client.ui.widgets.video_tile import TileState, VideoTile

_WIDE_PX, _HIGH_PX = 400, 330
_FROM_EDGE_PX = 24
_TIME_EVERY_MS = 1000

Time = Callable[[], tuple[timedelta, timedelta | None]]
"""How long the talk has gone on, and how long it was planned for."""


class SmallWindow(OnTop):
    """The visitor's picture, the time, one's microphone, whether one's screen is shown, and the way back."""

    return_asked = Signal()

    def __init__(self, look: Appearance, conference: Conference, name: str, time: Time) -> None:
        super().__init__(look, Qt.WindowType.Window)
        self.setObjectName("small_window")
        self._conference, self._time_now = conference, time
        self._leave: tuple[Callable[[], None], ...] = ()
        self.tile = VideoTile(self.look, name)
        self.tile.setObjectName("small_tile")
        self.time = Elapsed(self.look, counts_down=True)
        self.time.setObjectName("small_time")
        self.microphone = RoundButton(self.look, Icon.MICROPHONE, off_icon=Icon.MICROPHONE_OFF)
        self.microphone.setObjectName("small_mute")
        self.microphone.toggled.connect(self._switch)
        self.stop = Button(self.look, "", Kind.DANGER)
        self.stop.setObjectName("small_stop")
        self.stop.clicked.connect(conference.stop_sharing)
        self.sign = Label(self.look, "", Role.CAPTION, weight=Weight.MEDIUM, tone=Tone.ON_STAGE)
        self.sign.setObjectName("small_sharing")
        self.back = RoundButton(self.look, Icon.WINDOW)
        self.back.setObjectName("small_return")
        self.back.clicked.connect(self.return_asked)
        above = QHBoxLayout()
        above.setContentsMargins(Space.S, 0, Space.S, 0)
        above.setSpacing(Space.S)
        above.addWidget(self.sign, 1)
        above.addWidget(self.stop)
        below = QHBoxLayout()
        below.setContentsMargins(Space.S, 0, Space.S, 0)
        below.addWidget(self.time)
        below.addStretch(1)
        below.addWidget(self.microphone)
        below.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.S)
        column.addLayout(above)
        column.addWidget(self.tile, 1)
        column.addLayout(below)
        self._feed = TileFeed(conference, Stream.REMOTE, self.tile)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TIME_EVERY_MS)
        self._ticks.timeout.connect(self._tick)
        bind(self, "M", self.microphone.click)  # as in the talk
        bind(self, "S", self.stop.click)
        bind(self, "Escape", self.return_asked.emit)
        self.show_sharing(conference.sharing.value)
        self._retranslate()

    def open(self, runner: CallRunner) -> None:
        """Come up in the corner of the screen where reading ends."""
        self._leave = (
            runner.view.subscribe(self.show_call),
            self._conference.sharing.subscribe(self.show_sharing),
        )
        self.show_call(runner.view.value)
        self.show_sharing(self._conference.sharing.value)
        elapsed, _planned = self._time_now()
        self.time.start(elapsed)
        self._tick()
        self._ticks.start()
        self.resize(self.usual_size)
        free = self.screen().availableGeometry().adjusted(_FROM_EDGE_PX, _FROM_EDGE_PX, -_FROM_EDGE_PX, -_FROM_EDGE_PX)
        left = free.left() if self.look.is_right_to_left else free.right() + 1 - self.width()
        self.move(left, free.bottom() + 1 - self.height())
        self.show()
        self._feed.open()

    @property
    def usual_size(self) -> QSize:
        """Small enough to be in nobody's way, and large enough to be read."""
        return QSize(self.look.scaled(_WIDE_PX), self.look.scaled(_HIGH_PX))

    def put_away(self) -> None:
        """Take no more pictures, and go."""
        self._feed.close()
        self._ticks.stop()
        for leave in self._leave:
            leave()
        self._leave = ()
        self.hide()
        self.deleteLater()

    # --- Qt -------------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Who closes it wants the desk back: the talk is ended there alone."""
        event.ignore()
        self.return_asked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go back, as with any small picture."""
        del event
        self.return_asked.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stage, and an edge that is seen on any desktop."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.colours.stage))
        painter.setPen(QColor(self.colours.stage_accent))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    # --- the call -------------------------------------------------------------------------------------------------

    def show_call(self, shown: CallShown) -> None:
        """Bring picture and microphone in line with the call."""
        status = moment_words(shown)
        status = status or status_of(shown.phase, signalling_up=shown.signalling_up, refusal=shown.refusal)
        state, reason = remote_state(shown, status)
        if status is not None:
            state, reason = TileState.FROZEN if status.keeps_picture else TileState.WAITING, status.title
        self.tile.set_state(state, reason)
        self.microphone.setChecked(shown.microphone_on)

    def show_sharing(self, sharing: SharedScreen) -> None:
        """Say whether the visitor sees one's screen, and offer to end it."""
        self.sign.setVisible(sharing.source is not None)
        self.stop.setVisible(sharing.source is not None)

    def _switch(self, is_on: bool) -> None:
        self._name_microphone()
        runner = self._conference.call.value
        if runner is not None and runner.view.value.microphone_on is not is_on:
            runner.set_microphone(on=is_on)

    def _tick(self) -> None:
        """It may have been extended meanwhile."""
        self.time.set_planned(self._time_now()[1])

    def _retranslate(self) -> None:
        title = QCoreApplication.translate("SmallWindow", "The talk goes on")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.sign.set_text(seen_words())
        self.stop.set_text(stop_words())
        self.back.set_text(QCoreApplication.translate("SmallWindow", "Back to the desk"))
        self._name_microphone()

    def _name_microphone(self) -> None:
        self.microphone.set_text(
            QCoreApplication.translate("SmallWindow", "Mute")
            if self.microphone.isChecked()
            else QCoreApplication.translate("SmallWindow", "Unmute")
        )


class SmallWindowKeeper(QObject):
    """Has it up exactly while the desk's window is minimised in a talk, and the person wants it."""

    def __init__(self, office: Office, window: QWidget, time: Time, come_forward: Callable[[], None]) -> None:
        super().__init__(window)
        self._office, self._window, self._time_now = office, window, time
        self._come_forward = come_forward
        self.small: SmallWindow | None = None
        window.installEventFilter(self)
        self._leave = office.client.day.subscribe(lambda _day: self._follow())

    def teardown(self) -> None:
        """Put it away, and follow no more."""
        self._leave()
        self._window.removeEventFilter(self)
        self._put_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's state."""
        if event.type() in {QEvent.Type.WindowStateChange, QEvent.Type.Show, QEvent.Type.Hide}:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        client = self._office.client
        runner = client.conference.call.value if client.is_talking else None
        joined = client.calls.value.joined
        is_called = client.day.value.page is DeskPage.CALLED and joined is not None
        is_in_talk = runner is not None and (is_called or client.day.value.page is DeskPage.CALL)
        if not is_in_talk or not self._window.isMinimized() or not client.preferences.now.value.small_window:
            self._put_away()
        elif self.small is None and runner is not None:
            who = joined if is_called else self._office.talking_with
            name = embedded(who.citizen_name) if who is not None else ""
            self.small = SmallWindow(self._office.look, client.conference, name, self._time_now)
            self.small.return_asked.connect(self._come_forward)
            self.small.open(runner)

    def _put_away(self) -> None:
        small, self.small = self.small, None
        if small is not None:
            small.put_away()
