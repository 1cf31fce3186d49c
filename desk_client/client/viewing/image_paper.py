"""A photo or a drawing as a document of one page. Runs in the process that draws (see `renderer`)."""

import io
from typing import Final

from PIL import Image, ImageFile

from desk_client.client.viewing.drawing import RefusedPaperError, Wanted
from desk_client.client.viewing.limits import ViewLimits
from desk_client.client.viewing.trouble import Trouble

_POINTS_A_PIXEL: Final = 0.75
"""A screen's pixel is 1/96 inch."""
_TURNED: Final = {
    90: Image.Transpose.ROTATE_270,  # Pillow turns against the clock
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}
# Pillow loads its readers when it meets the first image, and this process can open no file by then
Image.preinit()


class ImagePaper:
    """One JPEG or PNG, decoded to its last pixel at once."""

    def __init__(self, data: bytes, limits: ViewLimits) -> None:
        """Raises RefusedPaperError: TOO_LARGE before anything is decoded, DAMAGED."""
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        Image.MAX_IMAGE_PIXELS = None  # our own bound comes right after the head is read, and is exact
        try:
            self._image = _decoded(data, limits)
        except (MemoryError, RefusedPaperError):
            raise
        except Exception as error:  # a decoder stumbles in many ways: the file is what is wrong
            raise RefusedPaperError(Trouble.DAMAGED) from error

    def sizes(self) -> list[tuple[float, float]]:
        """Its width and height, in points."""
        return [(self._image.width * _POINTS_A_PIXEL, self._image.height * _POINTS_A_PIXEL)]

    def draw(self, wanted: Wanted) -> bytes:
        """All of it."""
        is_across = wanted.turn in {90, 270}
        size = (wanted.height, wanted.width) if is_across else (wanted.width, wanted.height)
        drawn = self._image.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
        turn = _TURNED.get(wanted.turn)
        return (drawn if turn is None else drawn.transpose(turn)).tobytes("raw", "BGRX")


def _decoded(data: bytes, limits: ViewLimits) -> Image.Image:
    with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as image:
        if image.width * image.height > limits.most_pixels:
            raise RefusedPaperError(Trouble.TOO_LARGE)
        image.load()
        return _on_white(image)


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    ground = Image.new("RGB", seen.size, "white")
    ground.paste(seen, mask=seen.getchannel("A"))
    return ground


def opened(data: bytes, limits: ViewLimits) -> ImagePaper:
    """Open it. Raises RefusedPaperError."""
    return ImagePaper(data, limits)
