"""What both ends show: the same few seconds over and over, as raw 4:2:0 pictures, each stamped with its number.

A talking head with what a cheap camera adds to one: noise of the sensor, and a wall that is not painted by computer. Or
a clip of one's own (a natural one is not to be had with a licence that lets it travel with the project).
"""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import av
import numpy as np
import numpy.typing as npt

from desk_client.rtc.picture import stamp as stamps
from desk_client.rtc.picture.stamp import Stamp
from desk_client.rtc.picture.synthetic import SyntheticPicture

Plane = npt.NDArray[np.uint8]

_NOISE: Final = 2.5
"""Standard deviation of a sensor's noise in luma; half of it in colour."""
_GRAIN: Final = 5.0
"""Of the wall's texture, which stands still."""
_POOL: Final = 8
"""Different pictures of noise: enough that none is seen again from one picture to the next."""


@dataclass(frozen=True)
class Clip:
    """A file of raw pictures.

    Attributes:
        path: where; picture after picture, luma before U before V, without padding.
        source: in each stamp; the stamp's counter is the picture's number, its clock is zero.
        pictures: how many.
    """

    path: Path
    source: int
    width: int
    height: int
    fps: int
    pictures: int

    @property
    def size_bytes(self) -> int:
        """Of one picture."""
        return self.width * self.height * 3 // 2

    def planes(self, number: int) -> Plane:
        """A picture as PyAV takes it: (height × 3/2) rows of width."""
        shape = (self.height * 3 // 2, self.width)
        return np.memmap(self.path, np.uint8, "r", offset=number * self.size_bytes, shape=shape)

    def luma(self, number: int) -> Plane:
        """Of a picture: height × width."""
        return self.planes(number)[: self.height]


def drawn(folder: Path, *, source: int, width: int, height: int, fps: int = 30, pictures: int = 90) -> Clip:
    """The talking head, drawn once and then kept in that folder; it sways forth and back, so that it has no seam."""
    name = f"drawn-{_NOISE}-{_GRAIN}-{source}-{width}x{height}-{fps}-{pictures}.i420"
    clip = Clip(folder / name, source, width, height, fps, pictures)
    if not _is_there(clip):
        artist = SyntheticPicture(source, width, height)
        noise = _Noise(width, height)
        swaying = ((min(number, pictures - number) / fps) for number in range(pictures))
        frames = (noise.over(_samples(artist.draw(0, at_s)), number) for number, at_s in enumerate(swaying))
        _write(clip, frames)
    return clip


def recorded(file: Path, folder: Path, *, source: int, width: int, height: int, pictures: int = 90) -> Clip:
    """The beginning of a clip of one's own, scaled to that size, played forth and back."""
    clip = Clip(folder / f"{file.stem}-{source}-{width}x{height}-{pictures}.i420", source, width, height, 30, pictures)
    if not _is_there(clip):
        with av.open(str(file)) as container:
            decoded = itertools.islice(container.decode(video=0), pictures // 2 + 1)
            taken = [_samples(frame.reformat(width, height, "yuv420p")) for frame in decoded]
        last = len(taken) - 1
        _write(clip, (taken[min(number, pictures - number, last)].copy() for number in range(pictures)))
    return clip


def _samples(frame: av.VideoFrame) -> Plane:
    return frame.to_ndarray().astype(np.uint8, copy=False)


class _Noise:
    def __init__(self, width: int, height: int) -> None:
        chance = np.random.default_rng(1)
        rows = height * 3 // 2
        coarse = chance.normal(0, _GRAIN, (height // 4 + 1, width // 4 + 1))
        grain = np.kron(coarse, np.ones((4, 4)))[:height, :width]
        self._grain = np.zeros((rows, width), np.int16)
        self._grain[:height] = np.rint(grain)
        spread = np.full((rows, 1), _NOISE)
        spread[height:] /= 2
        self._pool = [np.rint(chance.normal(0, 1, (rows, width)) * spread).astype(np.int16) for _ in range(_POOL)]

    def over(self, planes: Plane, number: int) -> Plane:
        noisy: Plane = np.clip(planes + self._grain + self._pool[number % _POOL], 0, 255).astype(np.uint8)
        return noisy


def _is_there(clip: Clip) -> bool:
    return clip.path.exists() and clip.path.stat().st_size == clip.pictures * clip.size_bytes


def _write(clip: Clip, frames: Iterable[Plane]) -> None:
    clip.path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = clip.path.with_suffix(".part")
    with unfinished.open("wb") as file:
        for number, planes in enumerate(frames):
            stamps.write(planes[: clip.height], Stamp(clip.source, number, 0))
            file.write(planes.tobytes())
    unfinished.rename(clip.path)
