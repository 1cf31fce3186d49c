"""The window of the one person in the demonstration's room who has one."""

import argparse
import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

import qasync
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desk_client.bootstrap.broken_engine import broken
from desk_client.bootstrap.demo.room_figures import RoomFigures, is_heard
from desk_client.bootstrap.demo.room_people import PLACE, REPORT, WINDOW, RoomPlace, media_of, name_of
from desk_client.bootstrap.demo.room_seat import RoomSeat
from desk_client.i18n.language import Language
from desk_client.rtc.engine import Engine
from desk_client.rtc.handover import Handover
from desk_client.rtc.picture.scaler import Picture
from desk_client.rtc.port import (
    Event,
    Measured,
    MediaFlowing,
    MediaStalled,
    OpenMedia,
    PeerDisconnected,
    SetCamera,
    SoundLevels,
    Stream,
    stream_of,
)
from desk_client.ui.call.room_view import Member, Presence, RoomView
from desk_client.ui.call.room_window import RoomWindow
from desk_client.ui.call.tile_feed import TileFeed
from desk_client.ui.pilot import Pilot
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density, Theme
from desk_client.ui.widgets.picture import Picture as PaintedPicture

_THEMES: Final = {"light": Theme.LIGHT, "dark": Theme.DARK, "high_contrast": Theme.HIGH_CONTRAST}
_REPORT_EVERY_MS: Final = 1_000
_SPEAKING_DBFS: Final = -40.0


class RoomDesk:
    """The view, the engine and the seat of that person, wired to each other."""

    def __init__(self, options: argparse.Namespace, look: Appearance) -> None:
        self._loop = asyncio.get_running_loop()
        self._others = [seat for seat in range(1, options.room + 1) if seat != WINDOW]
        members = tuple(
            Member(str(seat), name_of(seat, look.language), is_self=seat == WINDOW) for seat in (*self._others, WINDOW)
        )
        self.view = RoomView(look, members)
        self.figures = RoomFigures(self._others)
        self._engine = broken(options.break_call) if options.break_call else Engine()
        self._levels: dict[str, float | None] = {}
        self.seat = RoomSeat(WINDOW, self._engine, self._left)
        self.view.feed_by(
            tuple(
                TileFeed(self._engine, Stream.LOCAL if seat == WINDOW else stream_of(str(seat)), tile)
                for seat, tile in ((int(key), tile) for key, tile in self.view.tiles.items())
            )
        )
        for seat in self._others:
            self.view.tiles[str(seat)].on_painted = partial(self._painted, seat)
        self.view.bar.microphone_switched.connect(self._switch_microphone)
        self.view.bar.camera_switched.connect(self._switch_camera)
        self._engine.start(Handover(self._loop, self._told))
        self._engine.post(
            OpenMedia(media_of(WINDOW, options.fps, camera=options.media, speaker="none" if options.auto else "auto"))
        )

    async def close(self) -> None:
        """End the engine and the tiles' threads."""
        self.view.teardown()
        await asyncio.to_thread(self._engine.stop)

    def _told(self, event: Event) -> None:
        self.seat.told(event)
        match event:
            case MediaFlowing(peer) if self._is_here(peer):
                self.view.set_presence(peer, Presence.HERE)
            case MediaStalled(peer) | PeerDisconnected(_, peer) if self._is_here(peer):
                self.view.set_presence(peer, Presence.INTERRUPTED)
            case Measured(stats, peer) if self._is_here(peer):
                self.figures.on_stats(int(peer), stats)
                self._tell_speaking(peer, stats.remote_audio_dbfs if is_heard(stats) else None)
            case SoundLevels(local_dbfs):
                self._tell_speaking(str(WINDOW), local_dbfs if local_dbfs > _SPEAKING_DBFS else None)
            case _:
                pass

    def _tell_speaking(self, key: str, level_dbfs: float | None) -> None:
        """Frame the loudest alone: one who has just stopped is still in the last second's sound of another."""
        self._levels[key] = level_dbfs
        heard = {one: level for one, level in self._levels.items() if level is not None}
        loudest = max(heard, key=heard.__getitem__, default=None)
        for one in self.view.tiles:
            self.view.set_speaking(one, one == loudest)

    def _is_here(self, peer: str) -> bool:
        return bool(peer) and self.view.presence(peer) is not Presence.LEFT

    def _left(self, seat: int) -> None:
        self.view.set_presence(str(seat), Presence.LEFT)
        self.figures.on_left(seat)

    def _painted(self, seat: int, picture: PaintedPicture) -> None:
        if isinstance(picture, Picture):
            self.figures.on_painted(seat, picture)

    def _switch_microphone(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.seat.microphone_on = is_on
        self.view.tiles[str(WINDOW)].set_muted(None if is_on else True)

    def _switch_camera(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._engine.post(SetCamera(on=is_on))
        self.view.set_own_camera(is_on)


def run_room_window(options: argparse.Namespace) -> int:
    """Show it until it is closed or the room ends. The exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("desk-client")
    app.setApplicationDisplayName("مجلس")
    app.setQuitOnLastWindowClosed(False)
    look = Appearance(
        app, Look(language=Language(options.language), theme=_THEMES[options.theme], density=Density.DESK)
    )
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(_live(options, look))
    return 0


async def _live(options: argparse.Namespace, look: Appearance) -> None:
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # a Windows loop has none: there the window is closed
            asyncio.get_running_loop().add_signal_handler(number, ended.set)
    desk = RoomDesk(options, look)
    window = RoomWindow(desk.view)
    window.closed.connect(ended.set)
    window.resize(*options.size)
    window.show()
    window.activateWindow()
    if options.pilot is not None:
        Pilot(window, "room", lambda: "room", options.pilot)
    reporting = QTimer(window)
    reporting.timeout.connect(partial(_report, desk.figures, os.environ.get(REPORT)))
    reporting.start(_REPORT_EVERY_MS)
    tasks = [
        asyncio.create_task(each)
        for each in (
            desk.seat.sit(RoomPlace.of(os.environ[PLACE])),
            desk.seat.speak_in_turn(options.room),
            ended.wait(),
        )
    ]
    sitting, _, waiting = tasks
    await asyncio.wait([sitting, waiting], return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    reporting.stop()
    window.hide()
    await desk.close()
    window.deleteLater()


def _report(figures: RoomFigures, path: str | None) -> None:
    """Keep the figures so far; whoever reads them never sees half of them."""
    if path is not None:
        unfinished = Path(path).with_suffix(".part")
        unfinished.write_text(json.dumps(figures.report()), encoding="utf-8")
        unfinished.replace(path)
