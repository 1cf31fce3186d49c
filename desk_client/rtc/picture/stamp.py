"""A stamp in the synthetic picture that tells whose picture it is, which one, and when it was made.

Three rows of 36 soft light and dark cells near the foot of the picture. Its place and size are taken from a 16:9 canvas
that covers the picture, so that it can be read in a picture that was scaled and cropped about its centre (as a tile
crops it), anywhere between a square and 21:9. Twenty cells are fixed: they give the levels, and mark it as a stamp.
"""

import binascii
import struct
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Luma = npt.NDArray[np.uint8]

_COLUMNS: Final = 36
_ROWS: Final = 3
_CELLS_ACROSS: Final = 64
"""Cells in the width of the 16:9 canvas."""
_CELLS_DOWN: Final = 36
_FIRST_ROW: Final = 28
_DARK: Final = 56
_LIGHT: Final = 184
_SMALLEST_CELL: Final = 2
"""In pixels: below that nothing can be told apart."""
_LEAST_CONTRAST: Final = 48.0
_GUARD: Final = np.array([1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0], dtype=np.uint8)
_BODY: Final = struct.Struct(">BII")
_CHECK: Final = struct.Struct(">H")
_NUDGES: Final = ((0.0, 0.0), (0.25, 0.0), (-0.25, 0.0), (0.0, 0.25), (0.0, -0.25))
"""Where to look, in cells: scaling and cropping to whole pixels shifts the stamp a little."""


@dataclass(frozen=True)
class Stamp:
    """Whose picture, which one, made when."""

    source: int
    """0..255."""
    counter: int
    """Pictures since capture began, modulo 2^32."""
    clock_ms: int
    """CLOCK_MONOTONIC in milliseconds, modulo 2^32."""


def write(luma: Luma, stamp: Stamp) -> None:
    """Draw the stamp into a luma plane (height × width), in place."""
    height, width = luma.shape
    cell, left, top = _grid(width, height)
    xs = np.rint(left + np.arange(_COLUMNS + 1) * cell).astype(int)
    ys = np.rint(top + np.arange(_ROWS + 1) * cell).astype(int)
    levels = np.where(_bits(stamp).reshape(_ROWS, _COLUMNS), _LIGHT, _DARK).astype(np.uint8)
    rows = np.repeat(levels, np.diff(xs), axis=1)
    luma[ys[0] : ys[-1], xs[0] : xs[-1]] = np.repeat(rows, np.diff(ys), axis=0)


def read(luma: Luma) -> Stamp | None:
    """Read the stamp of a luma plane (or of any grey channel); None when there is none that can be trusted."""
    height, width = luma.shape
    cell, left, top = _grid(width, height)
    if cell < _SMALLEST_CELL:
        return None
    for nudge_x, nudge_y in _NUDGES:
        stamp = _read_at(luma, cell, left + nudge_x * cell, top + nudge_y * cell)
        if stamp is not None:
            return stamp
    return None


def _grid(width: int, height: int) -> tuple[float, float, float]:
    """Size of a cell and the stamp's upper left corner, in pixels of a picture of that size."""
    cell = max(width / _CELLS_ACROSS, height / _CELLS_DOWN)
    left = width / 2 - cell * _COLUMNS / 2
    top = height / 2 + cell * (_FIRST_ROW - _CELLS_DOWN / 2)
    return cell, left, top


def _bits(stamp: Stamp) -> npt.NDArray[np.uint8]:
    body = _BODY.pack(stamp.source, stamp.counter & 0xFFFFFFFF, stamp.clock_ms & 0xFFFFFFFF)
    check = _CHECK.pack(binascii.crc_hqx(body, 0xFFFF))
    return np.concatenate((_GUARD, np.unpackbits(np.frombuffer(body + check, dtype=np.uint8))))


def _read_at(luma: Luma, cell: float, left: float, top: float) -> Stamp | None:
    reach = max(1, int(cell * 0.4))
    xs = np.floor(left + (np.arange(_COLUMNS) + 0.5) * cell - reach / 2 + 0.5).astype(int)
    ys = np.floor(top + (np.arange(_ROWS) + 0.5) * cell - reach / 2 + 0.5).astype(int)
    if xs[0] < 0 or ys[0] < 0 or xs[-1] + reach > luma.shape[1] or ys[-1] + reach > luma.shape[0]:
        return None
    means = np.zeros((_ROWS, _COLUMNS), dtype=np.float64)
    for dy in range(reach):
        for dx in range(reach):
            means += luma[np.ix_(ys + dy, xs + dx)]
    cells = (means / (reach * reach)).reshape(-1)
    guard = cells[: _GUARD.size]
    light, dark = guard[_GUARD == 1], guard[_GUARD == 0]
    if light.min() - dark.max() < _LEAST_CONTRAST / 2 or light.mean() - dark.mean() < _LEAST_CONTRAST:
        return None
    packed = np.packbits(cells[_GUARD.size :] > (light.mean() + dark.mean()) / 2).tobytes()
    body, check = packed[: _BODY.size], packed[_BODY.size :]
    if _CHECK.unpack(check)[0] != binascii.crc_hqx(body, 0xFFFF):
        return None
    source, counter, clock_ms = _BODY.unpack(body)
    return Stamp(source, counter, clock_ms)
