"""A talk of several: everybody's tile in a grid, oneself last, and below it the controls."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desk_client.ui.call.grid import grid
from desk_client.ui.call.stage import interpreter_aside
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.call_bar import CallBar
from desk_client.ui.widgets.elapsed import Elapsed
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.paint import mirrored
from desk_client.ui.widgets.surface import Surface
from desk_client.ui.widgets.video_tile import TileState, VideoTile


class Presence(Enum):
    """How it stands with one of those who talk."""

    COMING = auto()
    """Expected, or connected and not yet seen."""
    HERE = auto()
    INTERRUPTED = auto()
    """Nothing comes at the moment; the last picture stands still."""
    LEFT = auto()


@dataclass(frozen=True)
class Member:
    """One of those who talk: ``key`` tells them apart, ``name`` is read.

    An interpreter of sign language has a place that no layout takes from them.
    """

    key: str
    name: str
    is_self: bool = False
    is_interpreter: bool = False


class Feed(Protocol):
    """What brings pictures to a tile while it is seen."""

    def open(self) -> None:
        """Let them come."""

    def close(self) -> None:
        """Let none come any more."""


class RoomView(Surface):
    """Up to four people; in a right-to-left language the first is at the right.

    The owner makes a feed for each of ``tiles`` and gives them to :meth:`feed_by`; they run while the view is shown.
    """

    def __init__(self, look: Appearance, members: tuple[Member, ...], parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("room_view")
        self._members = members
        self._presence = {member.key: Presence.HERE if member.is_self else Presence.COMING for member in members}
        self._feeds: tuple[Feed, ...] = ()
        self.tiles: dict[str, VideoTile] = {
            member.key: VideoTile(look, is_mirrored=member.is_self, parent=self) for member in members
        }
        for key, tile in self.tiles.items():
            tile.setObjectName(f"person_{key}")
        self.title = Label(look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD, tone=Tone.ON_STAGE, parent=self)
        self.time = Elapsed(look)
        self.time.setParent(self)
        self.time.setObjectName("call_elapsed")
        self.time.hide()
        self.bar = CallBar(look, self)
        self.bar.microphone.setObjectName("mute")
        self.bar.camera.setObjectName("camera")
        self.bar.end.setObjectName("hang_up")
        self._retranslate()

    def feed_by(self, feeds: tuple[Feed, ...]) -> None:
        """What brings the tiles their pictures: opened and closed as the view is shown and hidden."""
        self._close_feeds()
        self._feeds = feeds
        if self.isVisible():
            self._open_feeds()

    def presence(self, key: str) -> Presence:
        """How it stands with one of them."""
        return self._presence[key]

    def set_presence(self, key: str, presence: Presence) -> None:
        """Say how it stands with one of them; once anybody is seen the time begins to run."""
        self._presence[key] = presence
        self._tell(key)
        if presence is Presence.HERE and self.time.isHidden():
            self.time.show()
            self.time.start(timedelta())
            self._lay()

    def set_speaking(self, key: str, is_speaking: bool) -> None:
        """Frame the tile of one who is heard now."""
        self.tiles[key].set_speaking(is_speaking and self._presence[key] is Presence.HERE)

    def set_own_camera(self, is_on: bool) -> None:
        """Show one's own picture, or that it is not sent."""
        for member in self._members:
            if member.is_self:
                off = QCoreApplication.translate("CallView", "Your camera is switched off")
                self.tiles[member.key].set_state(*((TileState.LIVE,) if is_on else (TileState.CAMERA_OFF, off)))

    def teardown(self) -> None:
        """End every thread; the view is about to go. Idempotent."""
        self._close_feeds()

    # --- words ----------------------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.title.set_text(QCoreApplication.translate("RoomView", "Group audience"))
        for member in self._members:
            own = QCoreApplication.translate("RoomView", "{name} (you)").format(name=member.name)
            self.tiles[member.key].set_name(own if member.is_self else member.name)
            self._tell(member.key)

    def _tell(self, key: str) -> None:
        tile = self.tiles[key]
        match self._presence[key]:
            case Presence.COMING:
                tile.set_state(TileState.WAITING, QCoreApplication.translate("RoomView", "Joining shortly"))
            case Presence.HERE:
                tile.set_state(TileState.LIVE)
            case Presence.INTERRUPTED:
                words = QCoreApplication.translate("RoomView", "The connection is weak. One moment please")
                tile.set_state(TileState.FROZEN, words)
            case Presence.LEFT:
                tile.set_state(TileState.WAITING, QCoreApplication.translate("RoomView", "Has left the audience"))
        if self._presence[key] is not Presence.HERE:
            tile.set_speaking(False)

    # --- Qt -------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Take pictures from now on."""
        super().showEvent(event)
        self._lay()
        self._open_feeds()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take none while nobody sees them; a minimised window is expected back and keeps them."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._close_feeds()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out in the new size."""
        super().resizeEvent(event)
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay()

    def relook(self) -> None:
        """Measure the controls in the changed appearance."""
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stage, dark in every theme."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.colours.stage))
        painter.end()

    def _open_feeds(self) -> None:
        for feed in self._feeds:
            feed.open()

    def _close_feeds(self) -> None:
        for feed in self._feeds:
            feed.close()

    def _lay(self) -> None:
        inner = self.rect().adjusted(Space.M, Space.M, -Space.M, -Space.M)
        bar = self.bar.sizeHint().boundedTo(inner.size())
        below = QRect(inner.left(), inner.bottom() + 1 - bar.height(), inner.width(), bar.height())
        self.bar.setGeometry(QRect(below.left() + (below.width() - bar.width()) // 2, below.top(), *bar.toTuple()))
        beside = max(0, (below.width() - bar.width()) // 2 - Space.M)
        clock = self.time.sizeHint().boundedTo(below.size())
        self._put(self.title, QRect(below.left() + Space.S, below.top(), beside - Space.S, below.height()))
        self._put(
            self.time,
            QRect(
                below.right() + 1 - Space.S - clock.width(),
                below.top() + (below.height() - clock.height()) // 2,
                *clock.toTuple(),
            ),
        )
        within = inner.adjusted(0, 0, 0, -below.height() - Space.M)
        for member in self._members:
            if member.is_interpreter:
                within, place = interpreter_aside(within)
                self._put(self.tiles[member.key], place)
        others = [member for member in self._members if not member.is_interpreter]
        for member, place in zip(others, grid(within, len(others)), strict=True):
            self._put(self.tiles[member.key], place)

    def _put(self, widget: QWidget, place: QRect) -> None:
        widget.setGeometry(mirrored(place, self.rect(), right_to_left=self.look.is_right_to_left))
