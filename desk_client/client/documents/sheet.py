"""Finds a sheet of paper in a photo: what is brighter than its surroundings, in one piece, with four corners.

Pure. A modest way: brightness apart from its ground (Otsu, 1979), the largest piece, its convex hull, the largest
quadrilateral of the hull, and straight lines through what lies along its sides. Where the result is not to be believed
there is none, and the person draws the corners.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import Final

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
"""Height × width."""
Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]
"""Top left, top right, bottom right, bottom left of a sheet, as (x, y) in shares of the photo's width and height."""

WHOLE: Final[Corners] = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))

_LOOKED_AT_PX: Final = 320
"""The longer side of what is looked at: a sheet's edge is found to a pixel of it, and better by its lines."""
_LEAST_PX: Final = 64
_BLURS: Final = 2
_LEAST_CONTRAST: Final = 24
"""Between the mean brightness of sheet and ground."""
_LEAST_SHARE: Final = 0.05
_MOST_SHARE: Final = 0.97
_LEAST_FILLED, _MOST_FILLED = 0.90, 1.12
"""Of the quadrilateral, by the sheet: a hand fills less, and something round stands out of it."""
_LEAST_SINE: Final = 0.7
"""Of a corner's angle: 45° to 135°."""
_MOST_HULL: Final = 18
_ALONG: Final = (0.1, 0.9)
"""The part of a side on which its line is drawn: near the corners another side's edge is closer."""
_BESIDE_PX: Final = 3.0
_ENOUGH_POINTS: Final = 6


def found_sheet(photo: Grey) -> Corners | None:
    """The corners of the sheet that a photo shows; None where none is seen well enough."""
    height, width = photo.shape
    if min(height, width) < _LEAST_PX:
        return None
    step = max(1, round(max(height, width) / _LOOKED_AT_PX))
    small = _blurred(_shrunk(photo, step))
    level = _otsu(small)
    bright = small > level
    if not bright.any() or bright.all():
        return None
    if small[bright].mean() - small[~bright].mean() < _LEAST_CONTRAST:
        return None
    piece = _without_holes(_largest_piece(bright))
    share = piece.mean()
    if share < _LEAST_SHARE:
        return None
    edge = _outline(piece)
    hull = _simplified(_hull(edge))
    if len(hull) < 4:  # noqa: PLR2004 - a sheet has four corners
        return None
    quad = _straightened(_largest_quad(hull), edge)
    area = _area(quad)
    if not _LEAST_FILLED <= share * small.size / area <= _MOST_FILLED:
        return None
    if area > _MOST_SHARE * small.size or not _is_square_enough(quad):
        return None
    # the outline runs through the middle of the sheet's outermost pixels: so nothing of the table is on the page
    scale = np.array([small.shape[1], small.shape[0]], dtype=float)
    shares = np.clip((quad + 0.5) / scale, 0.0, 1.0)
    return ordered([(float(x), float(y)) for x, y in shares], width / height)


def ordered(points: Sequence[tuple[float, float]], aspect: float = 1.0) -> Corners:
    """Four corners of a convex sheet, from its top left one on, clockwise as it is looked at.

    Args:
        points: the corners in any order, in shares of width and height.
        aspect: the photo's width by its height.
    """
    middle_x = sum(x for x, _ in points) / 4
    middle_y = sum(y for _, y in points) / 4
    around = sorted(points, key=lambda point: float(np.arctan2(point[1] - middle_y, (point[0] - middle_x) * aspect)))
    first = min(range(4), key=lambda index: around[index][0] * aspect + around[index][1])
    a, b, c, d = (around[(first + index) % 4] for index in range(4))
    return a, b, c, d


def _shrunk(grey: Grey, step: int) -> npt.NDArray[np.float32]:
    height, width = (side // step * step for side in grey.shape)
    blocks = grey[:height, :width].reshape(height // step, step, width // step, step)
    return np.asarray(blocks.mean(axis=(1, 3), dtype=np.float32))


def _blurred(grey: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Each pixel the mean of its neighbourhood, twice: grain is no edge."""
    for _ in range(_BLURS):
        padded = np.pad(grey, 1, mode="edge")
        across = padded[:-2] + padded[1:-1] + padded[2:]
        grey = np.asarray((across[:, :-2] + across[:, 1:-1] + across[:, 2:]) / 9, dtype=np.float32)
    return grey


def _otsu(grey: npt.NDArray[np.float32]) -> float:
    """The brightness that parts bright from dark best (Otsu, 1979)."""
    counts = np.bincount(grey.astype(np.uint8).ravel(), minlength=256).astype(float)
    below = np.cumsum(counts)
    above = below[-1] - below
    mass = np.cumsum(counts * np.arange(256))
    with np.errstate(divide="ignore", invalid="ignore"):
        between = below * above * (mass / below - (mass[-1] - mass) / above) ** 2
    between = np.nan_to_num(between, nan=0.0, posinf=0.0, neginf=0.0)
    best = np.flatnonzero(between >= between.max() * (1 - 1e-9))
    return float(best.mean()) + 0.5


def _largest_piece(bright: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """The largest of the pieces that hang together by sides: labels wander until none changes."""
    labels = np.where(bright, np.arange(1, bright.size + 1).reshape(bright.shape), 0)
    while True:
        before = labels.copy()
        for forth in (slice(None), slice(None, None, -1)):
            for turned in (labels[forth], labels.T[forth]):
                _run_along(turned)
        if np.array_equal(before, labels):
            break
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    return np.asarray(labels == sizes.argmax())


def _run_along(labels: npt.NDArray[np.int_]) -> None:
    """Let the larger of two neighbours' labels go on to the next line."""
    for line in range(1, len(labels)):
        here, there = labels[line], labels[line - 1]
        np.maximum(here, there, out=here, where=(here > 0) & (there > 0))


def _without_holes(piece: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """The piece with what was written on it: whatever has some of it on all four sides."""
    sides = [
        np.logical_or.accumulate(piece[way], axis=axis)[way]
        for axis, ways in ((0, (np.s_[:], np.s_[::-1])), (1, (np.s_[:, :], np.s_[:, ::-1])))
        for way in ways
    ]
    return np.asarray(np.logical_and.reduce(sides))


def _outline(piece: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """The first and the last pixel of each line and column, as (x, y): all that a hull is made of."""
    points = []
    for turned, is_column in ((piece, False), (piece.T, True)):
        lines = np.flatnonzero(turned.any(axis=1))
        first = turned[lines].argmax(axis=1)
        last = turned.shape[1] - 1 - turned[lines, ::-1].argmax(axis=1)
        points += [np.stack((lines, along) if is_column else (along, lines), axis=1) for along in (first, last)]
    return np.unique(np.concatenate(points), axis=0).astype(float)


def _hull(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The convex hull (Andrew, 1979)."""
    half: list[list[tuple[float, float]]] = []
    for run in (points, points[::-1]):
        chain: list[tuple[float, float]] = []
        for x, y in run.tolist():
            while len(chain) > 1 and _turn(chain[-2], chain[-1], (x, y)) <= 0:
                chain.pop()
            chain.append((x, y))
        half.append(chain[:-1])
    return np.array([*half[0], *half[1]])


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _simplified(hull: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The hull with few corners: the one that matters least goes first."""
    while len(hull) > _MOST_HULL:
        before, after = np.roll(hull, 1, axis=0), np.roll(hull, -1, axis=0)
        lost = np.abs(_cross(hull - before, after - before))
        hull = np.delete(hull, lost.argmin(), axis=0)
    return hull


def _cross(a: npt.NDArray[np.float64], b: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]


def _area(quad: npt.NDArray[np.float64]) -> float:
    return float(abs(_cross(quad, np.roll(quad, -1, axis=0)).sum()) / 2)


def _largest_quad(hull: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    quads = hull[np.array(list(combinations(range(len(hull)), 4)))]
    areas = np.abs(_cross(quads, np.roll(quads, -1, axis=1)).sum(axis=1))
    return np.asarray(quads[areas.argmax()])


def _straightened(quad: npt.NDArray[np.float64], edge: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The quadrilateral of the lines that lie best along the outline beside its sides."""
    lines = []
    for start, end in zip(quad, np.roll(quad, -1, axis=0), strict=True):
        way = end - start
        length = float(np.hypot(*way))
        along = (edge - start) @ way / length**2
        beside = np.abs(_cross(edge - start, np.broadcast_to(way, edge.shape))) / length
        near = edge[(along > _ALONG[0]) & (along < _ALONG[1]) & (beside < _BESIDE_PX)]
        if len(near) < _ENOUGH_POINTS:
            lines.append((start, way / length))
            continue
        centre = near.mean(axis=0)
        lines.append((centre, np.linalg.svd(near - centre)[2][0]))
    corners = []
    for (point, way), (other, other_way) in zip([lines[-1], *lines[:-1]], lines, strict=True):
        parallel = way[0] * other_way[1] - way[1] * other_way[0]
        if abs(parallel) < _LEAST_SINE / 2:
            return quad
        ahead = ((other[0] - point[0]) * other_way[1] - (other[1] - point[1]) * other_way[0]) / parallel
        corners.append(point + ahead * way)
    return np.array(corners)


def _is_square_enough(quad: npt.NDArray[np.float64]) -> bool:
    sides = np.roll(quad, -1, axis=0) - quad
    before = np.roll(sides, 1, axis=0)
    lengths = np.linalg.norm(sides, axis=1) * np.linalg.norm(before, axis=1)
    if not lengths.all():
        return False
    sines = _cross(before, sides) / lengths
    return bool((np.sign(sines) == np.sign(sines[0])).all() and np.abs(sines).min() >= _LEAST_SINE)
