"""The picture of a recording: a tile for each person, beside each other."""

from dataclasses import dataclass, field
from typing import Final

import av
import numpy as np
import numpy.typing as npt
from av.video.reformatter import Interpolation, VideoReformatter

TILE_WIDTH, TILE_HEIGHT = 640, 360
_BLACK: Final = (16, 128, 128)
_DARK: Final = (28, 128, 128)
_LIGHT: Final = 180
_SIDE_BY_SIDE: Final = 2
_Planes = list[npt.NDArray[np.uint8]]


@dataclass
class Canvas:
    """All tiles, of 4:2:0."""

    tiles: list[str]
    _planes: _Planes = field(init=False)
    _reformatter: VideoReformatter = field(default_factory=VideoReformatter)

    def __post_init__(self) -> None:
        """All dark at first."""
        self._planes = self._dark()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height: side by side for two, in a square for more."""
        rows = 1 if len(self.tiles) <= _SIDE_BY_SIDE else 2
        return TILE_WIDTH * min(_SIDE_BY_SIDE, len(self.tiles)), TILE_HEIGHT * rows

    def show(self, tile: str, frame: av.VideoFrame) -> None:
        """Have a tile show a picture, whole, its shape kept."""
        scale = min(TILE_WIDTH / frame.width, TILE_HEIGHT / frame.height)
        width, height = (max(2, round(length * scale / 2) * 2) for length in (frame.width, frame.height))
        fitted = self._reformatter.reformat(
            frame, width=width, height=height, format="yuv420p", interpolation=Interpolation.BILINEAR, threads=1
        )
        left, top = self._corner(tile)
        self._fill(tile)
        left, top = left + (TILE_WIDTH - width) // 4 * 2, top + (TILE_HEIGHT - height) // 4 * 2
        for index, plane in enumerate(self._planes):
            part = 1 if index == 0 else 2
            rows = np.frombuffer(memoryview(fitted.planes[index]), dtype=np.uint8)
            picture = rows.reshape(-1, fitted.planes[index].line_size)[: height // part, : width // part]
            plane[top // part : (top + height) // part, left // part : (left + width) // part] = picture

    def clear(self, tile: str) -> None:
        """Nothing came of that tile for a while: what it showed last is not what there is."""
        self._fill(tile)

    def frame(self) -> av.VideoFrame:
        """What there is to be seen now."""
        return self._framed(self._planes)

    def card(self) -> av.VideoFrame:
        """The sign that something was left out: two bars on a dark ground."""
        planes = self._dark()
        width, height = self.size
        middle, bar = width // 2, height // 24
        for left in (middle - 3 * bar, middle + bar):
            planes[0][height * 3 // 8 : height * 5 // 8, left : left + 2 * bar] = _LIGHT
        return self._framed(planes)

    def _corner(self, tile: str) -> tuple[int, int]:
        row, column = divmod(self.tiles.index(tile), _SIDE_BY_SIDE)
        return column * TILE_WIDTH, row * TILE_HEIGHT

    def _fill(self, tile: str) -> None:
        left, top = self._corner(tile)
        for index, plane in enumerate(self._planes):
            part = 1 if index == 0 else 2
            plane[top // part : (top + TILE_HEIGHT) // part, left // part : (left + TILE_WIDTH) // part] = _BLACK[index]

    def _dark(self) -> _Planes:
        width, height = self.size
        return [
            np.full((height // part, width // part), level, dtype=np.uint8)
            for part, level in zip((1, 2, 2), _DARK, strict=True)
        ]

    def _framed(self, planes: _Planes) -> av.VideoFrame:
        return av.VideoFrame.from_ndarray(
            np.concatenate([plane.reshape(-1) for plane in planes]).reshape(self.size[1] * 3 // 2, self.size[0]),
            format="yuv420p",
        )
