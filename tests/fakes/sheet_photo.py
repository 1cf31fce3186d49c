"""Photos of a sheet of paper on a table, drawn: what a kiosk's camera sees, with the truth beside it."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from desk_client.client.documents.flatten import Pixels
from desk_client.client.documents.sheet import Corners

A4: Final = (210, 297)
_LINES: Final = 24


@dataclass(frozen=True)
class Scene:
    """How a sheet lies before the camera.

    Attributes:
        angle_deg: how far it is turned.
        lean: how much shorter its upper side looks than its lower one, as a share.
        share: of the photo's height that it takes.
        noise: the standard deviation of the camera's grain, in steps of 255.
        shadow: how much darker the light is at the right edge than at the left, as a share.
        table: the ground's brightness.
        paper: the sheet's brightness under full light.
    """

    angle_deg: float = 0.0
    lean: float = 0.0
    share: float = 0.8
    noise: float = 4.0
    shadow: float = 0.0
    table: int = 70
    paper: int = 225
    width: int = 1280
    height: int = 720


def photo_of(scene: Scene, seed: int = 1) -> tuple[Pixels, Corners]:
    """The photo, and where the sheet's corners are in it."""
    high = scene.height * scene.share
    wide = high * A4[0] / A4[1]
    shorter = wide * (1 - scene.lean)
    flat = [(-shorter / 2, -high / 2), (shorter / 2, -high / 2), (wide / 2, high / 2), (-wide / 2, high / 2)]
    turn = math.radians(scene.angle_deg)
    quad = np.array(
        [
            (
                scene.width / 2 + x * math.cos(turn) - y * math.sin(turn),
                scene.height / 2 + x * math.sin(turn) + y * math.cos(turn),
            )
            for x, y in flat
        ]
    )
    x, y = np.meshgrid(np.arange(scene.width) + 0.5, np.arange(scene.height) + 0.5)
    u, v = _on_sheet(quad, x, y)
    on = (u >= 0) & (u <= 1) & (v >= 0) & (v <= 1)
    ground = scene.table + 8 * np.sin(x / 37) + 6 * np.sin((x + y) / 91)
    light = 1 - scene.shadow * x / scene.width
    grey = np.where(on, np.where(_inked(u, v), scene.paper * 0.2, scene.paper), ground) * light
    grey = grey + np.random.default_rng(seed).normal(0, scene.noise, grey.shape)
    tinted = np.stack((grey, grey * 0.97, grey * 0.88), axis=2)  # a warm lamp
    a, b, c, d = ((float(px / scene.width), float(py / scene.height)) for px, py in quad)
    return np.clip(tinted, 0, 255).astype(np.uint8), (a, b, c, d)


def ink_of(height: int, width: int) -> npt.NDArray[np.bool_]:
    """Where a sheet that is laid flat to this size is written on."""
    u, v = np.meshgrid((np.arange(width) + 0.5) / width, (np.arange(height) + 0.5) / height)
    return _inked(u, v)


def _inked(u: npt.NDArray[np.float64], v: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Lines of words within margins; a thick bar near the top tells which way is up."""
    line = (v - 0.2) / 0.7 * _LINES
    words = (np.sin(u * 90 + np.floor(line) * 2.1) > -0.5) & (line % 1 < 0.35)
    text = words & (v > 0.2) & (v < 0.9) & (u > 0.1) & (u < 0.9)
    title = (v > 0.08) & (v < 0.12) & (u > 0.5) & (u < 0.9)
    return np.asarray(text | title)


def _on_sheet(
    quad: npt.NDArray[np.float64], x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Where on the sheet each point of the photo lies, in shares; outside of 0…1 it is beside it."""
    unit = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    rows, values = [], []
    for (px, py), (u, v) in zip(quad, unit, strict=True):
        rows += [[px, py, 1, 0, 0, 0, -u * px, -u * py], [0, 0, 0, px, py, 1, -v * px, -v * py]]
        values += [u, v]
    h = np.linalg.solve(np.array(rows), np.array(values))
    depth = h[6] * x + h[7] * y + 1
    return (h[0] * x + h[1] * y + h[2]) / depth, (h[3] * x + h[4] * y + h[5]) / depth
