"""The picture that stands in for a camera. Pure: the caller brings time and number.

The picture is a person before a wall, drawn in a few shapes, swaying and breathing: something to look at in a tile,
that moves as a face would, and that carries a stamp. What does not move is drawn once.
"""

from typing import Final

import av
import numpy as np
import numpy.typing as npt

from desk_client.rtc.picture import stamp as stamps
from desk_client.rtc.picture.stamp import Stamp

_Plane = npt.NDArray[np.uint8]
_Field = npt.NDArray[np.float32]

_SWAY_PERIOD_S: Final = 5.3
_BREATH_PERIOD_S: Final = 3.7
_DISMISSED_LUMA: Final = 28
_TINTS: Final = ((118, 138), (137, 121), (122, 122), (132, 134), (124, 142), (141, 128))
"""(U, V) of the clothing, by source: two ends of a call look different."""


class SyntheticPicture:
    """Draws 4:2:0 frames of one even size. One instance belongs to one thread."""

    def __init__(self, source: int, width: int, height: int) -> None:
        self._source = source
        self._width = width
        self._height = height
        self._luma, self._u, self._v = _wall(width, height)
        self._figure = _Figure(width, height, _TINTS[source % len(_TINTS)])

    def draw(self, counter: int, clock_s: float) -> av.VideoFrame:
        """A frame of its own memory, stamped with the counter and the clock (CLOCK_MONOTONIC, seconds)."""
        frame = av.VideoFrame(self._width, self._height, "yuv420p")
        luma, u, v = (_plane(frame, index) for index in range(3))
        luma[:], u[:], v[:] = self._luma, self._u, self._v
        self._figure.draw(luma, u, v, clock_s)
        stamps.write(luma, Stamp(self._source, counter, int(clock_s * 1000)))
        return frame


def dismissed_picture(width: int, height: int) -> av.VideoFrame:
    """The still, dark picture that is sent while the camera is off."""
    frame = av.VideoFrame(width, height, "yuv420p")
    for index, level in enumerate((_DISMISSED_LUMA, 128, 128)):
        _plane(frame, index)[:] = level
    return frame


class _Figure:
    """Head, headcloth and shoulders as one soft-edged cut-out, moved by whole pixels each frame."""

    def __init__(self, width: int, height: int, tint: tuple[int, int]) -> None:
        self._width, self._height = width, height
        box_h = int(height * 0.80) // 2 * 2
        box_w = int(height * 0.92) // 2 * 2
        ys, xs = np.mgrid[0:box_h, 0:box_w].astype(np.float32)
        x, y = (xs - box_w / 2) / height, ys / height
        head = _ellipse(x, y, 0.0, 0.205, 0.098, 0.132)
        cloth = np.maximum(_ellipse(x, y, 0.0, 0.19, 0.150, 0.172), _trapezium(x, y, 0.20, 0.47, 0.135, 0.185))
        face = head * (1 - _ellipse(x, y, 0.0, 0.045, 0.17, 0.10))
        band = _ellipse(x, y, 0.0, 0.105, 0.135, 0.030)
        shoulders = np.maximum(_ellipse(x, y, 0.0, 0.62, 0.37, 0.24), _trapezium(x, y, 0.62, 0.85, 0.37, 0.40))
        opening = _trapezium(x, y, 0.36, 0.56, 0.060, 0.012)
        shade = (1 - 0.35 * np.clip(x * 2.2 + 0.25, 0, 1)).astype(np.float32)
        folds = 214 - 36 * np.cos(x * 90) * np.clip((y - 0.22) * 20, 0, 1)
        luma = np.full_like(x, 88) * shade
        luma = _over(luma, opening * shoulders, 196 * shade)
        luma = _over(luma, cloth, folds * shade)
        luma = _over(luma, face, 150 * shade)
        luma = _over(luma, band, 38 * shade)
        alpha = np.clip(np.maximum(shoulders, np.maximum(cloth, head)), 0, 1)
        u = _over(_over(np.full_like(x, tint[0]), np.maximum(cloth, opening), 127), face, 114)
        v = _over(_over(np.full_like(x, tint[1]), np.maximum(cloth, opening), 129), face, 150)
        self._luma = _CutOut(luma, alpha)
        self._u = _CutOut(u[::2, ::2], alpha[::2, ::2])
        self._v = _CutOut(v[::2, ::2], alpha[::2, ::2])
        self._box = box_w, box_h

    def draw(self, luma: _Plane, u: _Plane, v: _Plane, clock_s: float) -> None:
        sway = np.sin(2 * np.pi * clock_s / _SWAY_PERIOD_S) + 0.35 * np.sin(2 * np.pi * clock_s / 1.9)
        breath = np.sin(2 * np.pi * clock_s / _BREATH_PERIOD_S)
        left = int((self._width - self._box[0]) / 2 + sway * self._height * 0.03) // 2 * 2
        top = int(self._height * 0.21 + breath * self._height * 0.010) // 2 * 2
        self._luma.blend(luma, left, top)
        self._u.blend(u, left // 2, top // 2)
        self._v.blend(v, left // 2, top // 2)


class _CutOut:
    """A plane with its transparency, in 8.8 fixed point: blending is two integer passes."""

    def __init__(self, values: _Field, alpha: _Field) -> None:
        self._colour = np.rint(values * alpha * 256).astype(np.uint16)
        self._rest = np.rint((1 - alpha) * 256).astype(np.uint16)

    def blend(self, plane: _Plane, left: int, top: int) -> None:
        """Clipped at the plane's edges."""
        height, width = plane.shape
        x0, y0 = max(0, left), max(0, top)
        x1, y1 = min(width, left + self._rest.shape[1]), min(height, top + self._rest.shape[0])
        mine = np.s_[y0 - top : y1 - top, x0 - left : x1 - left]
        behind = plane[y0:y1, x0:x1]
        mixed = np.multiply(behind, self._rest[mine], dtype=np.uint16)
        mixed += self._colour[mine]
        mixed >>= 8
        behind[:] = mixed


def _wall(width: int, height: int) -> tuple[_Plane, _Plane, _Plane]:
    """A warm wall in soft light, with a panel of arches on it."""
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = (xs - width / 2) / height, ys / height
    light = 118 + 34 * np.exp(-((x + 0.35) ** 2 + (y - 0.15) ** 2) / 0.35) - 26 * y
    pitch = 0.32
    arch_x = np.abs((x + pitch / 2) % pitch - pitch / 2)
    inside = np.clip((0.125 - arch_x) * 120, 0, 1) * np.clip((y - 0.16 - 2.2 * arch_x**1.6) * 60, 0, 1)
    luma = np.clip(light - 15 * inside, 16, 235).astype(np.uint8)
    u = np.clip(123 + 2 * inside, 0, 255).astype(np.uint8)[::2, ::2]
    v = np.clip(131 - 2 * inside, 0, 255).astype(np.uint8)[::2, ::2]
    return luma, u, v


def _ellipse(x: _Field, y: _Field, cx: float, cy: float, rx: float, ry: float) -> _Field:
    """1 inside, 0 outside, with an edge about two pixels soft."""
    return np.clip((1 - np.sqrt(((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2)) * min(rx, ry) * 180 + 0.5, 0, 1)


def _trapezium(x: _Field, y: _Field, top: float, bottom: float, top_half: float, bottom_half: float) -> _Field:
    half = top_half + (bottom_half - top_half) * np.clip((y - top) / (bottom - top), 0, 1)
    edge: _Field = np.clip((half - np.abs(x)) * 180 + 0.5, 0, 1)
    return edge * ((y >= top) & (y <= bottom))


def _over(below: _Field, alpha: _Field, above: _Field | int) -> _Field:
    return below * (1 - alpha) + above * alpha


def _plane(frame: av.VideoFrame, index: int) -> _Plane:
    """A writable view of a frame's plane, without the padding at the end of its rows."""
    plane = frame.planes[index]
    rows: _Plane = np.frombuffer(memoryview(plane), dtype=np.uint8).reshape(plane.height, plane.line_size)
    return rows[:, : plane.width]
