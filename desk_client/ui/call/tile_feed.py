"""Gives a tile the pictures of one stream, for as long as the tile is seen."""

from typing import Generic, Protocol, TypeVar

from desk_client.client.pictures import TileScaler
from desk_client.ui.widgets.video_tile import VideoTile

Named = TypeVar("Named")
Named_contra = TypeVar("Named_contra", contravariant=True)


class Pictures(Protocol[Named_contra]):
    """Whoever has the pictures: the conference, or an engine itself."""

    def attach(self, stream: Named_contra, scaler: TileScaler) -> None:
        """Let a tile have a stream's pictures, now or once there are any."""

    def detach(self, stream: Named_contra, scaler: TileScaler) -> None:
        """Take them away again."""


class TileFeed(Generic[Named]):
    """Owns the scaler, and so its thread, between ``open`` and ``close``."""

    def __init__(self, pictures: Pictures[Named], stream: Named, tile: VideoTile) -> None:
        """Nothing runs yet."""
        self._pictures = pictures
        self._stream = stream
        self._tile = tile
        self._scaler: TileScaler | None = None

    def open(self) -> None:
        """Let pictures come, in the size of the tile in device pixels. Idempotent."""
        if self._scaler is not None:
            return
        scaler = self._scaler = TileScaler(self._tile.receive)
        size = self._tile.device_size
        scaler.resize(size.width(), size.height())
        self._tile.resized.connect(self._resize)
        self._pictures.attach(self._stream, scaler)

    def close(self) -> None:
        """Take no more pictures, and end the scaler's thread. Idempotent."""
        if self._scaler is None:
            return
        scaler, self._scaler = self._scaler, None
        self._tile.resized.disconnect(self._resize)
        self._pictures.detach(self._stream, scaler)
        scaler.close()

    def _resize(self, width: int, height: int) -> None:
        if self._scaler is not None:
            self._scaler.resize(width, height)
