"""A photograph of a person, as a camera gives it."""

from functools import cache
from pathlib import Path

import av


@cache
def _photograph() -> av.VideoFrame:
    with av.open(str(Path(__file__).with_name("person.jpg"))) as file:
        return next(file.decode(video=0))


def photograph(width: int = 640, height: int = 360) -> av.VideoFrame:
    """A frame of its own memory: somebody in a bright suit, a flag at the left, a shuttle at the right."""
    return _photograph().reformat(width=width, height=height, format="yuv420p", dst_color_range="MPEG")
