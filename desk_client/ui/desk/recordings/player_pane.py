"""One recording as it is played: its picture with who looks at it, and what it is driven by."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.recorded_talk import PlayedTalk
from desk_client.i18n.bidi import embedded, isolated
from desk_client.i18n.dates import clock_time, full_date
from desk_client.ui.bilingual import said
from desk_client.ui.call.tile_feed import TileFeed
from desk_client.ui.desk.recordings.row import length_words
from desk_client.ui.desk.recordings.seek_bar import SeekBar
from desk_client.ui.desk.recordings.watermark import Watermark
from desk_client.ui.moments import here
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.bound_key import bind
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.video_tile import TileState, VideoTile

if TYPE_CHECKING:
    from collections.abc import Callable

_STEP_S = 10.0


class PlayerPane(QWidget):
    """Space plays and stands still, the arrows go ten seconds back and on; `removal_asked` is for its owner."""

    removal_asked = Signal()

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._talk: PlayedTalk | None = None
        self._feed: TileFeed[None] | None = None
        self._leave: tuple[Callable[[], None], ...] = ()
        self.tile = VideoTile(look, parent=self)
        self.tile.setObjectName("recording_tile")
        self.tile.set_whole(True)
        self.tile.set_state(TileState.LIVE)
        self.tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.watermark = Watermark(look, self.tile)
        self.switch = Button(look, "", Kind.PRIMARY, icon=Icon.PLAY)
        self.switch.setObjectName("play")
        self.switch.clicked.connect(self._switch)
        self.bar = SeekBar(look, self)
        self.bar.setObjectName("seek")
        self.bar.sought.connect(self._seek)
        self._place = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self._place.setObjectName("place")
        self._place.setWordWrap(False)
        self.remove = Button(look, "", Kind.QUIET, icon=Icon.REMOVE)
        self.remove.setObjectName("remove_recording")
        self.remove.clicked.connect(self.removal_asked)
        self.trouble = Label(look, "", Role.BODY, tone=Tone.DANGER)
        self.trouble.setObjectName("playing_trouble")
        self.trouble.hide()
        controls = QHBoxLayout()
        controls.setSpacing(Space.M)
        for widget in (self.switch, self.bar, self._place, self.remove):
            controls.addWidget(widget, 1 if widget is self.bar else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.tile, 1)
        column.addWidget(self.trouble)
        column.addLayout(controls)
        for key, pressed in (
            ("Space", self._switch),
            ("Left", lambda: self._step(-_STEP_S)),
            ("Right", lambda: self._step(_STEP_S)),
        ):
            bind(self, key, pressed, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.retranslate()

    def open(self, talk: PlayedTalk, *, may_remove: bool) -> None:
        """Show this one, at its beginning."""
        self.close_talk()
        self._talk = talk
        self.remove.setVisible(may_remove)
        self.trouble.hide()
        self.tile.clear()
        self._feed = TileFeed(talk, None, self.tile)
        if self.isVisible():
            self._feed.open()
        self._leave = (
            talk.place.subscribe(lambda _place: self._show_place()),
            talk.failed.subscribe(lambda _failed: self._show_failed()),
        )
        self.retranslate()
        self._show_place()
        self.switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_talk(self) -> PlayedTalk | None:
        """Show it no longer; whoever opened it closes it."""
        talk, self._talk = self._talk, None
        for leave in self._leave:
            leave()
        self._leave = ()
        if self._feed is not None:
            self._feed.close()
            self._feed = None
        self.tile.clear()
        self.watermark.set_text("")
        return talk

    def showEvent(self, event: QShowEvent) -> None:
        """Take pictures while it is seen."""
        super().showEvent(event)
        if self._feed is not None:
            self._feed.open()

    def hideEvent(self, event: QHideEvent) -> None:
        """And none while it is not."""
        super().hideEvent(event)
        if self._feed is not None:
            self._feed.close()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.bar.set_name(QCoreApplication.translate("Recordings", "Place in the recording"))
        self.remove.set_text(QCoreApplication.translate("Recordings", "Delete"))
        self.trouble.set_text(
            QCoreApplication.translate("Recordings", "The recording cannot be played on. Open it again in a moment.")
        )
        if self._talk is not None:
            play, language = self._talk.play, self._look.language
            seen = here(play.seen_at)
            moment = f"{full_date(seen.date(), language)} {clock_time(seen.time(), language)}"
            self.watermark.set_text(f"{embedded(said(play.viewer, language))} · {embedded(moment)}")
        self._show_place()

    def _show_place(self) -> None:
        at_s, plays = (0.0, False) if self._talk is None else self._talk.place.value
        whole_s = 0.0 if self._talk is None else self._talk.duration_s
        self.bar.show_place(at_s, whole_s)
        place = " / ".join(length_words(timedelta(seconds=each), self._look.language) for each in (at_s, whole_s))
        self._place.set_text(isolated(place))
        words = (
            QCoreApplication.translate("Recordings", "Pause")
            if plays
            else QCoreApplication.translate("Recordings", "Play")
        )
        if self.switch.text() != words:
            self.switch.set_text(words)
            self.switch.set_icon(Icon.PAUSE if plays else Icon.PLAY)

    def _show_failed(self) -> None:
        self.trouble.setVisible(self._talk is not None and self._talk.failed.value)

    def _switch(self) -> None:
        if self._talk is not None and not self._talk.failed.value:
            self._talk.switch()

    def _seek(self, to_s: float) -> None:
        if self._talk is not None and not self._talk.failed.value:
            self._talk.seek(to_s)

    def _step(self, by_s: float) -> None:
        if self._talk is not None:
            self._seek(self._talk.place.value[0] + by_s)
