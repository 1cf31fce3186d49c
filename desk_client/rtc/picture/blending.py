"""Puts a person before what is behind them, blurred: FFmpeg's filters, which are vectorised and hold no lock.

The picture is made small, blurred there and made large again, and the mask chooses for each pixel how much of which is
seen. Without a mask only the blurred one is: it is the same way, so that there is no other by which a room could slip.
In the small picture the colours of the room take the person's place before it is blurred; a white headcloth would
otherwise shine upon the wall around it.
"""

from fractions import Fraction
from typing import Final

import av
import numpy as np
import numpy.typing as npt
from av.filter import Graph
from av.filter.context import FilterContext
from av.video.reformatter import Interpolation, VideoReformatter

Mask = npt.NDArray[np.uint8]
"""Of any even size, stretched over the picture: 0 shows it blurred, 255 sharp."""

BLENDING_ERRORS: Final = (OSError, av.FFmpegError, ValueError, MemoryError)

_SMALL_WIDTH: Final = 160
_SIGMA: Final = 4
"""Of the small picture's pixels: at 1280×720 that is 32, and a page on a wall is a light spot."""
_FILLING_SIGMAS: Final = (16, 8)
"""With what the person is filled before that: the room's colours from far, then from nearer."""
_TIME_BASE: Final = Fraction(1, 1000)


class Blender:
    """For frames like the one it is made for: see `is_for`. One instance belongs to one thread."""

    def __init__(self, like: av.VideoFrame) -> None:
        if like.format.name != "yuv420p":
            raise ValueError(f"pictures are of 4:2:0, and not {like.format.name}")
        self._like = _look_of(like)
        self._size = like.width, like.height
        self._small_size = _SMALL_WIDTH, max(2, round(like.height * _SMALL_WIDTH / like.width / 2) * 2)
        self._colours = int(like.colorspace), int(like.color_range)
        self._scaler = VideoReformatter()
        self._count = 0
        self.cover()
        self._build()

    def is_for(self, frame: av.VideoFrame) -> bool:
        """Whether this frame has the size and colours that it was made for."""
        return _look_of(frame) == self._like

    def cover(self) -> None:
        """Blur the whole picture from now on, until there is a mask."""
        self.show(np.zeros((2, 2), np.uint8))

    def show(self, mask: Mask) -> None:
        """From now on show sharply what the mask says."""
        small = av.VideoFrame(mask.shape[1], mask.shape[0], "yuv420p")
        for plane, levels in zip(small.planes, (mask, mask[::2, ::2], mask[::2, ::2]), strict=True):
            rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
            rows[:, : plane.width] = levels
        self._mask, self._small_mask = self._stretched(small, *self._size), self._stretched(small, *self._small_size)

    def blend(self, frame: av.VideoFrame) -> av.VideoFrame:
        """A frame of its own memory; raises one of `BLENDING_ERRORS`."""
        if not self.is_for(frame):  # FFmpeg would read beyond its end
            raise ValueError("a frame of another size or other colours")
        self._count += 1
        masks = ((self._mask, self._masks), (self._small_mask, self._small_masks))
        for each, source in (*masks, (frame, self._pictures)):
            each.pts, each.time_base = self._count, _TIME_BASE
            source.push(each)
        blended = self._sink.pull()
        if not isinstance(blended, av.VideoFrame):
            raise ValueError("a picture went in and something else came out")  # noqa: TRY004 - FFmpeg's fault
        return blended

    def _stretched(self, mask: av.VideoFrame, width: int, height: int) -> av.VideoFrame:
        stretched = self._scaler.reformat(
            mask, width=width, height=height, interpolation=Interpolation.FAST_BILINEAR, threads=1
        )
        stretched.colorspace, stretched.color_range = self._colours  # or FFmpeg complains at each
        return stretched

    def _build(self) -> None:
        graph = self._graph = Graph()
        graph.threads = 1
        (wide, high), (narrow, low) = self._size, self._small_size
        colours = "pix_fmt=yuv420p:time_base=1/1000:pixel_aspect=1/1:colorspace={}:range={}".format(*self._colours)
        self._pictures = graph.add("buffer", f"video_size={wide}x{high}:{colours}")
        self._masks = graph.add("buffer", f"video_size={wide}x{high}:{colours}")
        self._small_masks = graph.add("buffer", f"video_size={narrow}x{low}:{colours}")
        picture, small, small_mask = (graph.add("split", outputs) for outputs in ("2", "3", "2"))
        self._pictures.link_to(picture)
        _chain(picture, graph.add("scale", f"{narrow}:{low}:flags=area"), small)
        self._small_masks.link_to(small_mask)
        room: FilterContext = small
        for number, sigma in enumerate(_FILLING_SIGMAS):
            filling = _chain(room, graph.add("gblur", f"sigma={sigma}:steps=2"))
            room = _merged(graph, (small, number + 1), (filling, 0), (small_mask, number))
        blurred = _chain(
            room,
            graph.add("gblur", f"sigma={_SIGMA}:steps=2"),
            graph.add("scale", f"{wide}:{high}:flags=fast_bilinear"),
        )
        merged = _merged(graph, (blurred, 0), (picture, 1), (self._masks, 0))
        self._sink = _chain(merged, graph.add("buffersink"))
        graph.configure()


def _merged(graph: Graph, *sources: tuple[FilterContext, int]) -> FilterContext:
    """The first of them, the second where the third, a mask, says so; each is an output of its filter."""
    merged = graph.add("maskedmerge")
    for place, (source, output) in enumerate(sources):
        source.link_to(merged, output, place)
    return merged


def _chain(first: FilterContext, *others: FilterContext) -> FilterContext:
    """Each leads into the next; the last one."""
    for each in others:
        first.link_to(each)
        first = each
    return first


def _look_of(frame: av.VideoFrame) -> tuple[int, int, str, int, int]:
    return frame.width, frame.height, frame.format.name, int(frame.colorspace), int(frame.color_range)
