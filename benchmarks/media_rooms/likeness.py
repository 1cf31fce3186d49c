"""How like a picture is to the one it was made from (SSIM, Wang et al. 2004), on luma. Pure."""

from typing import Final

import av
import numpy as np
import numpy.typing as npt
from av.video.reformatter import Interpolation

Luma = npt.NDArray[np.uint8]
_Sums = npt.NDArray[np.float64]

_WINDOW: Final = 8
_C1: Final = (0.01 * 255) ** 2
_C2: Final = (0.03 * 255) ** 2


def ssim(one: Luma, other: Luma) -> float:
    """Mean over all windows of 8×8 pixels, evenly weighted; 1 is the same picture.

    Raises:
        ValueError: they differ in size.
    """
    if one.shape != other.shape:
        raise ValueError(f"{one.shape} is not {other.shape}")
    x, y = one.astype(np.float64), other.astype(np.float64)
    pixels = _WINDOW * _WINDOW
    mean_x, mean_y = _windows(x) / pixels, _windows(y) / pixels
    var_x = _windows(x * x) / pixels - mean_x**2
    var_y = _windows(y * y) / pixels - mean_y**2
    both = _windows(x * y) / pixels - mean_x * mean_y
    like = (2 * mean_x * mean_y + _C1) * (2 * both + _C2)
    like /= (mean_x**2 + mean_y**2 + _C1) * (var_x + var_y + _C2)
    return float(like.mean())


def scaled(luma: Luma, width: int, height: int) -> Luma:
    """As a tile of that size would show it: a picture that was sent smaller is drawn larger (bicubic)."""
    if luma.shape == (height, width):
        return luma
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(luma), "gray")
    larger = frame.reformat(width, height, interpolation=Interpolation.BICUBIC)
    return larger.to_ndarray().astype(np.uint8, copy=False)


def _windows(values: _Sums) -> _Sums:
    """Sums over each window, at each place where one fits."""
    sums = np.pad(values, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    w = _WINDOW
    totals: _Sums = sums[w:, w:] - sums[:-w, w:] - sums[w:, :-w] + sums[:-w, :-w]
    return totals
