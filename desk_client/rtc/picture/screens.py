"""Which tiles show which stream."""

import threading

import av

from desk_client.rtc.picture.scaler import TileScaler
from desk_client.rtc.port import AnyStream


class Screens:
    """Hands each stream's frames to its scalers; a scaler that comes late is given the last frame. Any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._scalers: dict[AnyStream, tuple[TileScaler, ...]] = {}
        self._last: dict[AnyStream, av.VideoFrame] = {}

    def attach(self, stream: AnyStream, scaler: TileScaler) -> None:
        """Show the stream on one more tile; a second time is the same as once."""
        with self._lock:
            scalers = self._scalers.get(stream, ())
            if scaler in scalers:
                return
            self._scalers[stream] = (*scalers, scaler)
            last = self._last.get(stream)
        if last is not None:
            scaler.offer(last)

    def detach(self, stream: AnyStream, scaler: TileScaler) -> None:
        """Show it there no longer; one that was never attached is passed over."""
        with self._lock:
            left = tuple(each for each in self._scalers.pop(stream, ()) if each is not scaler)
            if left:
                self._scalers[stream] = left

    def show(self, stream: AnyStream, frame: av.VideoFrame) -> None:
        """A new frame, that nobody writes to any more."""
        with self._lock:
            self._last[stream] = frame
            scalers = self._scalers.get(stream, ())
        for scaler in scalers:
            scaler.offer(frame)

    def clear(self, stream: AnyStream) -> None:
        """The stream ended: its last frame is forgotten, here and in the scalers."""
        with self._lock:
            self._last.pop(stream, None)
            scalers = self._scalers.get(stream, ())
        for scaler in scalers:
            scaler.clear()
