"""A recorded talk as the desk plays it: fetched block by block, opened in memory alone, never written anywhere."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from desk_client.client.model import Model
from desk_client.client.pictures import TileScaler
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.recordings import RecordingPlay
from desk_client.rtc.playing import Player
from desk_client.rtc.recording.sealed_file import BlockReader
from desk_client.rtc.sound.card import SoundCard
from desk_client.rtc.sound.portaudio import PortAudioCard

if TYPE_CHECKING:
    import av

    from desk_client.client.desk import DeskClient

_FETCHED_WITHIN_S: Final = 60.0
Place = tuple[float, bool]
"""Seconds from the beginning, and whether it plays."""


class PlayedTalk:
    """One that is open. All methods belong to the application's loop.

    Attributes:
        place: where it is, and whether it plays.
        failed: it can be played no further; nothing else happens after that.
    """

    def __init__(
        self, client: "DeskClient", play: RecordingPlay, make_card: Callable[[], SoundCard | None] = PortAudioCard
    ) -> None:
        """Paused, at its beginning; ``make_card`` gives where it is heard."""
        self.play = play
        self.place: Model[Place] = Model((0.0, False))
        self.failed: Model[bool] = Model(False)
        self._client = client
        self._loop = asyncio.get_running_loop()
        self._scalers: list[TileScaler] = []
        self._newest: av.VideoFrame | None = None
        self._lock = threading.Lock()
        self._player = Player(
            self._file,
            self.duration_s,
            make_card(),
            self._frame,
            lambda at_s, plays: self._told(lambda: self.place.set((at_s, plays))),
            lambda: self._told(self._fail),
        )

    @property
    def duration_s(self) -> float:
        """As long as it is."""
        return (self.play.recording.duration_ms or 0) / 1000

    def attach(self, _stream: None, scaler: TileScaler) -> None:
        """Let a tile have the pictures, from the last one on."""
        with self._lock:
            self._scalers.append(scaler)
            if self._newest is not None:
                scaler.offer(self._newest)

    def detach(self, _stream: None, scaler: TileScaler) -> None:
        """Take them away again."""
        with self._lock:
            self._scalers.remove(scaler)

    def switch(self) -> None:
        """Play, or stand still."""
        self._player.play(on=not self.place.value[1])
        self.place.set((self.place.value[0], not self.place.value[1]))

    def seek(self, to_s: float) -> None:
        """Go there."""
        to_s = min(max(0.0, to_s), self.duration_s)
        self._player.seek(to_s)
        self.place.set((to_s, self.place.value[1]))

    async def close(self) -> None:
        """End it, beside the loop: its thread may be waiting for a block that the loop brings."""
        await asyncio.to_thread(self._player.close)

    def _told(self, show: Callable[[], None]) -> None:
        """From the player's thread."""
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(show)

    def _fail(self) -> None:
        self.failed.set(True)

    def _file(self) -> BlockReader:
        recording = self.play.recording
        return BlockReader(recording.id, bytes.fromhex(self.play.key), recording.size or 0, self._block)

    def _block(self, number: int) -> bytes:
        """In the player's thread; raises OSError where it cannot be had."""
        path = f"/v1/recordings/{self.play.recording.id}/blocks/{number}"
        asking = self._client.gateway.fetch_file(path, token=self._client.token)
        content = asyncio.run_coroutine_threadsafe(asking, self._loop).result(_FETCHED_WITHIN_S)
        if isinstance(content, Refusal):
            raise OSError(content.code.value)
        return content

    def _frame(self, frame: "av.VideoFrame") -> None:
        with self._lock:
            self._newest = frame
            for scaler in self._scalers:
                scaler.offer(frame)
