"""Gives a tile the pictures of one stream, for as long as the tile is seen."""

from desk_client.client.conference import Conference, Stream, TileScaler
from desk_client.ui.widgets.video_tile import VideoTile


class TileFeed:
    """Owns the scaler, and so its thread, between ``open`` and ``close``."""

    def __init__(self, conference: Conference, stream: Stream, tile: VideoTile) -> None:
        """Nothing runs yet."""
        self._conference = conference
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
        self._conference.attach(self._stream, scaler)

    def close(self) -> None:
        """Take no more pictures, and end the scaler's thread. Idempotent."""
        if self._scaler is None:
            return
        scaler, self._scaler = self._scaler, None
        self._tile.resized.disconnect(self._resize)
        self._conference.detach(self._stream, scaler)
        scaler.close()

    def _resize(self, width: int, height: int) -> None:
        if self._scaler is not None:
            self._scaler.resize(width, height)
