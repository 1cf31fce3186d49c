"""Two ways to spoil a call's remote picture on purpose, to show that the demonstration's check sees them."""

from typing import Literal

import av

from desk_client.rtc.engine import Engine
from desk_client.rtc.picture.scaler import TileScaler
from desk_client.rtc.port import AnyStream, Stream


class _LoopedBack(Engine):
    """Shows a window its own picture where the other end's should be."""

    def attach(self, stream: AnyStream, scaler: TileScaler) -> None:
        del stream
        super().attach(Stream.LOCAL, scaler)

    def detach(self, stream: AnyStream, scaler: TileScaler) -> None:
        del stream
        super().detach(Stream.LOCAL, scaler)


class _FirstOnly(TileScaler):
    """Hands the first picture on and keeps all others back."""

    def __init__(self, shown: TileScaler) -> None:
        self._shown = shown
        self._is_frozen = False

    def offer(self, frame: av.VideoFrame) -> None:
        if not self._is_frozen:
            self._is_frozen = True
            self._shown.offer(frame)

    def clear(self) -> None:
        pass


class _Frozen(Engine):
    """Shows the first remote picture for ever."""

    def __init__(self) -> None:
        super().__init__()
        self._frozen: dict[TileScaler, TileScaler] = {}

    def attach(self, stream: AnyStream, scaler: TileScaler) -> None:
        if stream is not Stream.LOCAL:
            scaler = self._frozen.setdefault(scaler, _FirstOnly(scaler))
        super().attach(stream, scaler)

    def detach(self, stream: AnyStream, scaler: TileScaler) -> None:
        super().detach(stream, self._frozen.pop(scaler, scaler))


def broken(how: Literal["frozen", "loopback"]) -> Engine:
    """An engine that is spoilt in this way."""
    return _Frozen() if how == "frozen" else _LoopedBack()
