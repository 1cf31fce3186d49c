"""Which tiles show which stream."""

import threading

import av

from desk_client.rtc.port import Stream
from desk_client.rtc.scaler import TileScaler


class Screens:
    """Hands each stream's frames to its scalers; a scaler that comes late is given the last frame. Any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._scalers: dict[Stream, tuple[TileScaler, ...]] = dict.fromkeys(Stream, ())
        self._last: dict[Stream, av.VideoFrame | None] = dict.fromkeys(Stream, None)

    def attach(self, stream: Stream, scaler: TileScaler) -> None:
        """Show the stream on one more tile; a second time is the same as once."""
        with self._lock:
            if scaler in self._scalers[stream]:
                return
            self._scalers[stream] = (*self._scalers[stream], scaler)
            last = self._last[stream]
        if last is not None:
            scaler.offer(last)

    def detach(self, stream: Stream, scaler: TileScaler) -> None:
        """Show it there no longer; one that was never attached is passed over."""
        with self._lock:
            self._scalers[stream] = tuple(each for each in self._scalers[stream] if each is not scaler)

    def show(self, stream: Stream, frame: av.VideoFrame) -> None:
        """A new frame, that nobody writes to any more."""
        with self._lock:
            self._last[stream] = frame
            scalers = self._scalers[stream]
        for scaler in scalers:
            scaler.offer(frame)

    def clear(self, stream: Stream) -> None:
        """The stream ended: its last frame is forgotten, here and in the scalers."""
        with self._lock:
            self._last[stream] = None
            scalers = self._scalers[stream]
        for scaler in scalers:
            scaler.clear()
