"""The talk, as kiosk and desk both show it."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desk_client.client.calls import CallRunner
from desk_client.client.calls import CallView as CallShown
from desk_client.client.conference import Conference, Device, DeviceFault, LineQuality, SharedScreen, Stream
from desk_client.client.pictures import Picture
from desk_client.domain.call import Phase
from desk_client.domain.fallback import Rung
from desk_client.ui.call.background_words import background_notes
from desk_client.ui.call.caption_band import CaptionBand
from desk_client.ui.call.company import BARS, Company
from desk_client.ui.call.company_places import Arrangement
from desk_client.ui.call.figures import Figures
from desk_client.ui.call.header import CallHeader
from desk_client.ui.call.lost_line import LostLine, sound_first_words, time_words
from desk_client.ui.call.notices import Notices
from desk_client.ui.call.overlay import Overlay
from desk_client.ui.call.status import Status, moment_words, status_of
from desk_client.ui.call.tile_feed import TileFeed
from desk_client.ui.call.tile_states import is_document, own_state, remote_state
from desk_client.ui.call.words import (
    echo_words,
    fault_notes,
    fault_words,
    held_words,
    muted_words,
    sharing_words,
    suffering_words,
)
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.call_bar import CallBar
from desk_client.ui.widgets.paint import mirrored
from desk_client.ui.widgets.picture import Picture as PaintedPicture
from desk_client.ui.widgets.surface import Surface
from desk_client.ui.widgets.video_tile import TileState, VideoTile

_HEADER_PX = 44
_ABOVE_NAME_PX = 64
"""The figures stand above the other side's name."""
_FAULTS_TOLD_MS = 8_000
"""How long it is said over the picture what does not serve; the sign on the controls stays."""
_MUTED_TOLD_MS = 6_000
"""How long it is said to whoever speaks that they are muted."""
_LOST_EVERY_MS = 1_000
_SAID_MS = 12_000
"""How long something stands over the picture that the owner says."""
_CAPTION_SHARE = 0.3
_STANDING = frozenset({Phase.TALKING, Phase.RECONNECTING, Phase.PEER_AWAY})
"""Phases in which a path between both ends stood: how long and how well they talk is known."""


class CallView(Surface):
    """Shows the conference's call, whichever runs: both pictures, the controls, and in plain words how it stands.

    It takes pictures only while it is shown. ``teardown`` ends its subscriptions; a view that is merely hidden keeps
    them. The owner decides what leaving means: it hears ``hang_up_requested``.
    """

    hang_up_requested = Signal()
    company_changed = Signal()

    def __init__(
        self,
        look: Appearance,
        conference: Conference,
        *,
        remote_title: Callable[[], str],
        local_title: Callable[[], str],
        on_painted: Callable[[Picture], None] | None = None,
        counts_down: bool = False,
        by_space: Callable[[], bool] = lambda: False,
        last_resort: Callable[[Rung], Status | None] = lambda _rung: None,
        parent: QWidget | None = None,
    ) -> None:
        """``remote_title`` and ``local_title`` are asked again with each language; see :meth:`retitle`.

        ``on_painted`` is told each picture of the other side that was really painted. ``counts_down`` shows how much
        time is left, and says so two minutes before the end. ``by_space``: whether the space bar lets one be heard.
        ``last_resort`` words what is done where no line carries the talk.
        """
        super().__init__(look, parent)
        self.setObjectName("call_view")
        self._conference = conference
        self._remote_title, self._local_title = remote_title, local_title
        self._on_painted = on_painted
        self._shown = CallShown()
        self._had_call = False
        self._side: QWidget | None = None
        self._figures: Figures | None = None
        self._leave_runner: Callable[[], None] | None = None

        self._counts_down, self._last_resort, self._by_space = counts_down, last_resort, by_space
        self._has_document = self._has_paper = False
        self._said: tuple[Icon, str] | None = None
        self._lost = LostLine()

        self.header = CallHeader(look, self, counts_down=counts_down)
        self.remote = VideoTile(look, parent=self)
        self.remote.setObjectName("remote_tile")
        self.remote.on_painted = self._painted
        self.overlay = Overlay(look, self)
        self.overlay.retry_asked.connect(self._retry)
        self.local = VideoTile(look, is_mirrored=True, parent=self)
        self.local.setObjectName("local_tile")
        self.local.set_state(TileState.LIVE)
        self.speaker = VideoTile(look, parent=self)
        self.speaker.setObjectName("speaker_tile")
        self.speaker.hide()
        self.caption = CaptionBand(look, self)
        self.bar = CallBar(look, self)
        self.bar.microphone.setObjectName("mute")
        self.bar.camera.setObjectName("camera")
        self.bar.end.setObjectName("hang_up")
        self.bar.microphone_switched.connect(self._switch_microphone)
        self.bar.camera_switched.connect(self._switch_camera)
        self.bar.end_asked.connect(self.hang_up_requested)
        self.header.installEventFilter(self)
        self.bar.installEventFilter(self)
        self._notices = Notices(look, self)
        self.company = Company(look, conference, self)
        self._feeds = (
            TileFeed(conference, Stream.REMOTE, self.remote),
            TileFeed(conference, Stream.LOCAL, self.local),
        )
        self._fading = self._timer(_FAULTS_TOLD_MS)
        self._muted_telling = self._timer(_MUTED_TOLD_MS)
        self._saying = self._timer(_SAID_MS)
        self._counting = self._timer(_LOST_EVERY_MS, is_once=False)
        self._leave_conference = (
            conference.fallback.subscribe(lambda _state: self._tell()),
            conference.call.subscribe(self._follow),
            conference.faults.subscribe(self._tell_faults),
            conference.sharing.subscribe(self._tell_sharing),
            conference.background.subscribe(lambda _background: self._tell()),
            conference.echo_is_cancelled.subscribe(self._tell_echo),
            conference.spoke_while_muted.subscribe(self._tell_muted),
        )
        self.retitle()
        self._follow(conference.call.value)

    # --- for the owner --------------------------------------------------------------------------------------------

    def set_side(self, panel: QWidget | None, *, is_paper: bool = False) -> None:
        """Put a panel of the owner's beside (upright: below) the pictures, large where it is a paper; None: away."""
        self._has_paper = is_paper
        if self._side is not None and self._side is not panel:
            self._side.hide()
        self._side = panel
        if panel is not None:
            panel.setParent(self)
            panel.show()
        self._lay()

    def arrange(self, arrangement: Arrangement) -> None:
        """Lay several out otherwise."""
        self.company.arrangement = arrangement
        self._lay()

    def set_caption(self, text: str) -> None:
        """Show what the other side types, large; an empty text takes it away."""
        if self.caption.set_text(text):
            self._lay()

    def say(self, icon: Icon, text: str) -> None:
        """Say something over the picture for a while."""
        self._said = (icon, text)
        self._saying.start()
        self._tell()

    def set_figures(self, is_on: bool) -> None:
        """Show the call's figures over the other side's picture, or take them away: only staff is given a way to."""
        if is_on and self._figures is None:
            self._figures = Figures(self.look, self)
        if self._figures is not None:
            self._figures.show_stats(self._shown.stats if is_on else None)
            self._figures.setVisible(is_on)
            self._lay()

    def set_planned(self, planned: timedelta | None) -> None:
        """Show beside the time that has passed how long it was planned for; None: nothing was."""
        self.header.time.set_planned(planned)

    def retell(self) -> None:
        """The owner's words may be others now."""
        self._tell()

    def retitle(self) -> None:
        """Ask anew who is talking."""
        self.header.retranslate(self._remote_title())
        self.remote.set_name(self._remote_title())
        self.speaker.set_name(self._remote_title())
        self.local.set_name(self._local_title())
        self.company.retranslate()

    def teardown(self) -> None:
        """End every subscription and thread; the view is about to go. Idempotent."""
        self._close_feeds()
        for leave in self._leave_conference:
            leave()
        if self._leave_runner is not None:
            self._leave_runner()
            self._leave_runner = None

    # --- the call -------------------------------------------------------------------------------------------------

    def _follow(self, runner: CallRunner | None) -> None:
        if self._leave_runner is not None:
            self._leave_runner()
            self._leave_runner = None
        if runner is None:
            ended = CallShown(phase=Phase.ENDED if self._had_call else Phase.IDLE, signalling_up=True)
            self._had_call = False
            self._show(ended)
            return
        self._had_call = True
        self.remote.clear()
        self._leave_runner = runner.view.subscribe(self._show)
        self._show(runner.view.value)

    def _show(self, shown: CallShown) -> None:
        self._shown = shown
        news = self.company.show(shown.people)
        if news is not None:
            self.company_changed.emit()
            self._lay()
            if news:
                self.say(Icon.PERSON, " · ".join(news))
        self._tell()
        if self._figures is not None and self._figures.isVisibleTo(self):
            self._figures.show_stats(shown.stats)
            self._lay_figures()

    def _tell(self) -> None:
        """Bring every part in line with what is shown."""
        shown = self._shown
        status = self._status()
        self.overlay.say(status)
        self._tell_lost(status)
        self._tell_remote(status)
        quality = self._quality()
        self.remote.set_quality(None if quality.theirs is None else BARS[quality.theirs])
        self.local.set_quality(None if quality.mine is None else BARS[quality.mine])
        self.header.set_quality(quality.worse)
        is_standing = shown.phase in _STANDING
        self.header.set_talk(shown.talking_since_s if is_standing else None, is_encrypted=shown.phase is Phase.TALKING)
        self.header.set_code(shown.code if shown.phase is Phase.TALKING else None)
        self._tell_self()
        if self._notices.show(self._notes()):
            self._lay()

    def _tell_lost(self, status: Status | None) -> None:
        """Say for how long the line has been lost, each second."""
        self._lost.note(status)
        if (self._lost.is_lost or self._counts_down) and self.isVisible():
            self._counting.start()
        else:
            self._counting.stop()
        self.overlay.set_since(self._lost.since(self.look.language))

    def _tell_remote(self, status: Status | None) -> None:
        self.remote.set_state(*remote_state(self._shown, status))
        if is_document(self._shown) is not self._has_document:
            self._has_document = not self._has_document
            self.remote.set_whole(self._has_document)
            self._lay()

    def _tell_faults(self, _faults: Mapping[Device, DeviceFault]) -> None:
        """A device fails or serves again: say what is wrong now, for a while."""
        self._fading.start()
        self._tell()
        self._lay()  # a sign on the controls came or went

    def _tell_sharing(self, _sharing: SharedScreen) -> None:
        """The screen is shown or is no longer: the banner says so, and for a while why."""
        self._fading.start()
        self._tell()

    def _tell_echo(self, _is_cancelled: bool) -> None:
        self._fading.start()
        self._tell()

    def _tell_muted(self, _times: int) -> None:
        if not self._shown.microphone_on and not self._shown.is_held:
            self._muted_telling.start()
            self._tell()

    def _tell_self(self) -> None:
        shown = self._shown
        faults = self._conference.faults.value
        words = {device: fault_words(device, fault) for device, fault in faults.items()}
        self.bar.set_faults(
            microphone=words.get(Device.MICROPHONE, ""),
            camera=words.get(Device.CAMERA, ""),
            speaker=words.get(Device.SPEAKER, ""),
        )
        if shown.microphone_on:
            self._muted_telling.stop()
        self.bar.microphone.setChecked(shown.microphone_on)
        self.bar.camera.setChecked(shown.camera_on)
        self.local.set_muted(not shown.microphone_on or shown.is_held or Device.MICROPHONE in faults)
        self.local.set_state(*own_state(shown))

    def _quality(self) -> LineQuality:
        """Nothing is said of a line while there is no talk over it: the overlay says enough."""
        return self._shown.quality if self._shown.phase is Phase.TALKING else LineQuality()

    def _status(self) -> Status | None:
        shown = self._shown
        rung = self._conference.fallback.value.rung
        if shown.phase is not Phase.TALKING and (resort := self._last_resort(rung)) is not None:
            return resort
        if shown.phase is Phase.TALKING and (moment := moment_words(shown)) is not None:
            return moment
        status = status_of(shown.phase, signalling_up=shown.signalling_up, refusal=shown.refusal)
        return None if status is None else self._lost.worded(status)

    def _notes(self) -> tuple[tuple[Icon, str], ...]:
        notes: list[tuple[Icon, str]] = []
        if self._shown.phase is Phase.TALKING and not self._shown.signalling_up:
            away = QCoreApplication.translate("CallView", "The server is away for a moment; the talk goes on.")
            notes.append((Icon.SERVER_OFF, away))
        if self._shown.phase is Phase.TALKING:
            is_paused = self._shown.stats is not None and self._shown.stats.audio_only
            state = self._conference.fallback.value
            if state.rung is Rung.SOUND_FIRST and state.cause is not None:
                notes.append((Icon.NETWORK_OFF, sound_first_words(state.cause)))
            elif words := suffering_words(self._quality(), is_picture_paused=is_paused):
                notes.append((Icon.NETWORK_OFF, words))
            if words := time_words(self.header.time.left if self._counts_down else None):
                notes.append((Icon.TIMER, words))
        if self._shown.is_held:
            notes.insert(0, (Icon.PAUSE, held_words()))
        if self._said is not None and self._saying.isActive():
            notes.insert(0, self._said)
        sharing = self._conference.sharing.value
        if sharing.source is not None:
            shown = QCoreApplication.translate("CallView", "The other side sees your screen, and not your camera.")
            notes.append((Icon.SCREEN, shown))
        elif sharing.fault is not None and self._fading.isActive():
            notes.append((Icon.SCREEN_OFF, sharing_words(sharing.fault)))
        if self._muted_telling.isActive():
            notes.append((Icon.MICROPHONE_OFF, muted_words(by_space=self._by_space())))
        notes += background_notes(self._conference.background.value)
        notes += fault_notes(self._conference.faults.value) if self._fading.isActive() else ()
        if self._fading.isActive() and not self._conference.echo_is_cancelled.value:
            notes.append((Icon.SPEAKER, echo_words()))
        return tuple(notes)

    def _retry(self) -> None:
        if (runner := self._conference.call.value) is not None:
            runner.retry()

    def _switch_microphone(self, is_on: bool) -> None:
        runner = self._conference.call.value
        if runner is not None and runner.view.value.microphone_on is not is_on:
            runner.set_microphone(on=is_on)

    def _switch_camera(self, is_on: bool) -> None:
        runner = self._conference.call.value
        if runner is not None and runner.view.value.camera_on is not is_on:
            runner.set_camera(on=is_on)

    def _painted(self, picture: PaintedPicture) -> None:
        self._conference.count_painted()
        if self._on_painted is not None and isinstance(picture, Picture):
            self._on_painted(picture)

    # --- Qt -------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Take pictures from now on."""
        super().showEvent(event)
        self._lay()
        for feed in self._feeds:
            feed.open()
        self.company.open()
        self._fading.start()
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take none while nobody sees them; a minimised window is expected back and keeps them."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._counting.stop()
            self._close_feeds()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out in the new size."""
        super().resizeEvent(event)
        self._lay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lay everything out anew when header or bar want another size: a name is longer in another language."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._lay()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retitle()
            self._tell()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay()

    def relook(self) -> None:
        """Measure header and bar in the changed appearance."""
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stage, dark in every theme."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.colours.stage))
        painter.end()

    # --- layout ---------------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        inset = Space.L if self.width() >= 2 * self.look.scaled(480) else Space.M
        inner = self.rect().adjusted(inset, Space.M, -inset, -Space.M)
        top = max(self.look.scaled(_HEADER_PX), self.header.height_within(inner.width()))
        self.header.setGeometry(inner.left(), inner.top(), inner.width(), top)
        bar = self.bar.size_within(inner.size())
        left = inner.left() + (inner.width() - bar.width()) // 2
        self.bar.setGeometry(left, inner.bottom() + 1 - bar.height(), bar.width(), bar.height())
        middle = inner.adjusted(0, top + Space.M, 0, -bar.height() - Space.M)
        caption = self.caption.height_within(middle.width(), round(middle.height() * _CAPTION_SHARE))
        if caption:
            self.caption.setGeometry(middle.left(), middle.bottom() + 1 - caption, middle.width(), caption)
            middle = middle.adjusted(0, 0, 0, -caption - Space.M)
        has_side, has_document = self._side is not None, self._has_document
        laid, where = self.company.lie(
            middle, self.remote, has_side=has_side, has_document=has_document, has_paper=self._has_paper
        )

        def turned(place: QRect) -> QRect:
            return mirrored(place, self.rect(), right_to_left=self.look.is_right_to_left)

        for tile, place in where.items():
            tile.setGeometry(turned(place))
        self.overlay.setGeometry(self.remote.geometry())
        self.local.setGeometry(turned(laid.local))
        self.local.set_floating(laid.is_over)
        self.speaker.setVisible(not laid.speaker.isEmpty())
        self.speaker.setGeometry(turned(laid.speaker))
        if self._side is not None:
            self._side.setGeometry(turned(laid.side))
        self.local.raise_()
        seen = laid.remote
        if laid.is_over:  # nobody is written over
            seen = seen.adjusted(0, 0, laid.local.left() - seen.right() - Space.M, 0)
        self._notices.lay(turned(seen))
        self._lay_figures()

    def _lay_figures(self) -> None:
        """Over the lower corner of the other side's picture where reading begins."""
        if self._figures is None:
            return
        place = self.remote.geometry().adjusted(Space.M, Space.M, -Space.M, -self.look.scaled(_ABOVE_NAME_PX))
        size = self._figures.sizeHint().boundedTo(QSize(place.width(), self.remote.height()))
        left = place.right() + 1 - size.width() if self.look.is_right_to_left else place.left()
        top = max(self.remote.geometry().top(), place.bottom() + 1 - size.height())
        self._figures.setGeometry(QRect(left, top, size.width(), size.height()))
        self._figures.raise_()

    def _timer(self, ms: int, *, is_once: bool = True) -> QTimer:
        """After which everything is told anew."""
        timer = QTimer(self)
        timer.setSingleShot(is_once)
        timer.setInterval(ms)
        timer.timeout.connect(self._tell)
        return timer

    def _close_feeds(self) -> None:
        self.company.close()
        for feed in self._feeds:
            feed.close()
