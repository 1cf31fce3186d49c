"""Makes a page of a photo: the sheet laid flat, turned upright, its paper white and its ink dark. Pure but for JPEG."""

import io
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from desk_client.client.documents.sheet import WHOLE, Corners

Pixels = npt.NDArray[np.uint8]
"""Height × width × (red, green, blue)."""

MOST_SIDE_PX: Final = 2_200
"""Some 190 dots an inch over a sheet of A4; no camera of a kiosk sees more."""
_LEAST_SIDE_PX: Final = 16
_BLOCK_PX: Final = 24
_PAPER: Final = 85.0
"""The percentile of a block's brightness that is paper, where most of it is."""
_DARKEST_PAPER: Final = 0.45
"""Of the page's brightest block: what is darker all over is a picture, and no paper in a shadow."""
_INK, _WHITE = 0.42, 0.86
"""Shares of the paper's brightness: what is darker is black, what is lighter is white."""
_QUALITIES: Final = (88, 75, 60, 45)


@dataclass(frozen=True)
class Handling:
    """What is to be done to a photo.

    Attributes:
        corners: of the sheet.
        turns: quarter turns, clockwise.
        contrast: whether paper becomes white and ink dark.
    """

    corners: Corners = WHOLE
    turns: int = 0
    contrast: bool = True


def page_of(photo: Pixels, handling: Handling) -> Pixels:
    """The page that a photo shows. Some tenths of a second; call it in a thread."""
    page = photo if handling.corners == WHOLE else laid_flat(photo, handling.corners)
    if handling.contrast:
        page = whitened(page)
    return np.ascontiguousarray(np.rot90(page, -handling.turns % 4))


def laid_flat(photo: Pixels, corners: Corners) -> Pixels:
    """The sheet between four corners as if it were looked at from right above; as large as its longer sides."""
    height, width = photo.shape[:2]
    quad = np.array(corners) * (width - 1, height - 1)
    sides = np.linalg.norm(np.roll(quad, -1, axis=0) - quad, axis=1)
    wide, high = max(sides[0], sides[2]), max(sides[1], sides[3])
    scale = min(1.0, MOST_SIDE_PX / max(wide, high, 1.0))
    across, down = (max(_LEAST_SIDE_PX, round(side * scale)) for side in (wide, high))
    flat = np.array([(0, 0), (across - 1, 0), (across - 1, down - 1), (0, down - 1)], dtype=float)
    to_photo = _homography(flat, quad)
    x, y = np.meshgrid(np.arange(across, dtype=np.float32), np.arange(down, dtype=np.float32))
    depth = to_photo[2, 0] * x + to_photo[2, 1] * y + 1
    at_x = np.clip((to_photo[0, 0] * x + to_photo[0, 1] * y + to_photo[0, 2]) / depth, 0, width - 1.001)
    at_y = np.clip((to_photo[1, 0] * x + to_photo[1, 1] * y + to_photo[1, 2]) / depth, 0, height - 1.001)
    return _sampled(photo, at_x.astype(np.float32), at_y.astype(np.float32))


def whitened(page: Pixels) -> Pixels:
    """The page with its light evened out: each place is measured against the paper around it, colour by colour."""
    paper = _paper(page)
    share = page.astype(np.float32) / paper
    return np.asarray(np.clip((share - _INK) / (_WHITE - _INK), 0.0, 1.0) * 255 + 0.5).astype(np.uint8)


def as_jpeg(page: Pixels, most_bytes: int) -> bytes | None:
    """The page as a JPEG of at most so many bytes, as good as fits; None where even the smallest does not."""
    from PIL import Image  # noqa: PLC0415 - loaded with the first document

    image = Image.fromarray(page)
    for quality in _QUALITIES:
        file = io.BytesIO()
        image.save(file, "JPEG", quality=quality, optimize=True)
        if file.tell() <= most_bytes:
            return file.getvalue()
    return None


def _homography(source: npt.NDArray[np.float64], target: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The projective map that takes four points to four others."""
    rows, values = [], []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    try:
        found = np.linalg.solve(np.array(rows), np.array(values))
    except np.linalg.LinAlgError:  # corners on one line: no sheet at all
        return np.eye(3)
    return np.append(found, 1.0).reshape(3, 3)


def _sampled(photo: Pixels, x: npt.NDArray[np.float32], y: npt.NDArray[np.float32]) -> Pixels:
    """The photo between its pixels, bilinearly."""
    left, top = x.astype(np.intp), y.astype(np.intp)
    right, down = (x - left)[..., None], (y - top)[..., None]
    first = photo[top, left] * (1 - right) + photo[top, left + 1] * right
    second = photo[top + 1, left] * (1 - right) + photo[top + 1, left + 1] * right
    return np.asarray(first * (1 - down) + second * down + 0.5).astype(np.uint8)


def _paper(page: Pixels) -> npt.NDArray[np.float32]:
    """What each pixel would be if it were paper: the bright part of each block, smoothed and drawn between them."""
    height, width = page.shape[:2]
    down, across = (max(1, -(-side // _BLOCK_PX)) for side in (height, width))
    padded = np.pad(page, ((0, down * _BLOCK_PX - height), (0, across * _BLOCK_PX - width), (0, 0)), mode="edge")
    blocks = padded.reshape(down, _BLOCK_PX, across, _BLOCK_PX, 3).swapaxes(1, 2).reshape(down, across, -1, 3)
    paper = np.percentile(blocks[:, :, ::3], _PAPER, axis=2).astype(np.float32)
    paper = np.maximum(paper, paper.max(axis=(0, 1)) * _DARKEST_PAPER)
    # a block full of ink takes its neighbours' paper
    around = np.pad(paper, ((1, 1), (1, 1), (0, 0)), mode="edge")
    nine = [around[i : i + down, j : j + across] for i in range(3) for j in range(3)]
    paper = np.maximum(paper, np.median(nine, axis=0)).astype(np.float32)
    rows = _between(paper, height)
    return np.maximum(_between(rows.swapaxes(0, 1), width).swapaxes(0, 1), 1.0)


def _between(blocks: npt.NDArray[np.float32], pixels: int) -> npt.NDArray[np.float32]:
    """The values of so many pixels along the first axis, from those of their blocks."""
    at = np.clip((np.arange(pixels, dtype=np.float32) + 0.5) / _BLOCK_PX - 0.5, 0, len(blocks) - 1)
    low = at.astype(np.intp)
    high = np.minimum(low + 1, len(blocks) - 1)
    part = (at - low).astype(np.float32)[:, None, None]
    return np.asarray(blocks[low] * (1 - part) + blocks[high] * part, dtype=np.float32)
