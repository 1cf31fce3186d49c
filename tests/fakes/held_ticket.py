"""A ticket as it is held before a camera: near or far, turned, blurred, in poor light, smudged, torn."""

from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from desk_client.ui.paper.qr import QUIET_ZONE, modules

Grey = npt.NDArray[np.uint8]
_PAPER, _INK, _HALL = 235, 25, 120


@dataclass(frozen=True)
class Held:
    """How it is held.

    Attributes:
        module_px: of the picture that one module of the code covers.
        turned_deg: counter-clockwise.
        blur_px: radius of what is out of focus.
        noise: standard deviation of the sensor's, in steps of 255.
        light: 1 in a lit hall.
        torn: share of the code's width that is gone, from the right.
        smudge: share of its width that a stain in the middle covers.
        across: where its middle is, in shares of the picture's width.
    """

    module_px: int = 6
    turned_deg: float = 0.0
    blur_px: float = 0.0
    noise: float = 0.0
    light: float = 1.0
    torn: float = 0.0
    smudge: float = 0.0
    across: float = 0.5


def picture(text: str, held: Held = Held(), size: tuple[int, int] = (1280, 720)) -> Grey:
    """What the camera sees, height × width."""
    symbol = np.array(modules(text), dtype=bool)
    paper = np.pad(np.where(symbol, _INK, _PAPER), QUIET_ZONE, constant_values=_PAPER).astype(np.uint8)
    code = np.kron(paper, np.ones((held.module_px, held.module_px), dtype=np.uint8))
    side = code.shape[0]
    if held.smudge:
        half = round(side * held.smudge / 2)
        code[side // 2 - half : side // 2 + half, side // 2 - half : side // 2 + half] = 90
    if held.torn:
        code[:, round(side * (1 - held.torn)) :] = _HALL
    ticket = Image.fromarray(code).rotate(held.turned_deg, Image.Resampling.BILINEAR, expand=True, fillcolor=_HALL)
    scene = Image.new("L", size, _HALL)
    scene.paste(ticket, (round(size[0] * held.across) - ticket.width // 2, (size[1] - ticket.height) // 2))
    if held.blur_px:
        scene = scene.filter(ImageFilter.GaussianBlur(held.blur_px))
    seen = np.asarray(scene, dtype=np.float64)
    seen = seen + np.random.default_rng(7).normal(0, held.noise, seen.shape)
    return np.clip(seen * held.light, 0, 255).astype(np.uint8)


def frame(grey: Grey) -> av.VideoFrame:
    """The same as a camera gives it: 4:2:0, without colour."""
    height, width = grey.shape
    planes = np.vstack((grey, np.full((height // 2, width), 128, dtype=np.uint8)))
    return av.VideoFrame.from_ndarray(planes, format="yuv420p")


def clip(path: Path, *scenes: tuple[Grey, float]) -> Path:
    """A recording to be played as a camera: each picture for so many seconds."""
    fps = 10
    with av.open(str(path), "w") as container:
        height, width = scenes[0][0].shape
        stream = container.add_stream("mpeg4", rate=fps)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.bit_rate = 8_000_000
        for grey, shown_s in scenes:
            for _ in range(round(shown_s * fps)):
                container.mux(stream.encode(frame(grey)))
        container.mux(stream.encode())
    return path
