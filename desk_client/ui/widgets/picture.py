"""A picture as a video tile takes it; what the media engine's scaler makes has this shape."""

from typing import Protocol


class Picture(Protocol):
    """One decoded picture in BGRA, four bytes a pixel, sized for the tile (it covers it; the tile crops).

    `width`, `height` are device pixels, `stride` bytes a line, `sequence` rises with each picture.
    """

    @property
    def width(self) -> int: ...  # noqa: D102 (told above)

    @property
    def height(self) -> int: ...  # noqa: D102 (told above)

    @property
    def stride(self) -> int: ...  # noqa: D102 (told above)

    @property
    def data(self) -> bytes | bytearray | memoryview: ...  # noqa: D102 (told above)

    @property
    def sequence(self) -> int: ...  # noqa: D102 (told above)
