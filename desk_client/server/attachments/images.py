"""An image is decoded to its last pixel and painted anew: what is kept holds pixels and nothing else.

EXIF, XMP, comments, colour profiles, thumbnails, further frames and whatever was appended are cut away before a decoder
sees them, so that only what makes up the picture is ever decoded. Colour profiles are dropped rather than applied: a
document is as readable without, and a profile is a program in its own right. Runs in the examiner's process (see
`examiner`); any exception there means that the file is damaged.
"""

import io
from typing import Final

from PIL import ExifTags, Image, ImageFile, TiffImagePlugin

from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.attachments import jpeg_segments, png_chunks
from desk_client.server.attachments.limits import Limits

_QUALITIES: Final = (90, 75)
_FORMATS: Final = {Kind.JPEG: "JPEG", Kind.PNG: "PNG"}
_SIXTEEN_BITS: Final = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N"})
_TURNS: Final = {  # CIPA DC-008, 4.6.4: what makes each orientation upright
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Pillow loads its readers (and the one of EXIF, which is a TIFF) when it meets the first image, and the examiner can
# open no file by then
Image.preinit()
_READER_OF_EXIF: Final = TiffImagePlugin.ImageFileDirectory_v2


def rebuild(data: bytes, kind: Kind, limits: Limits) -> bytes | Refusal:
    """Return the picture anew, upright, in the same format, with eight bits a channel.

    Refusals: TOO_LARGE with the field "pixels" before anything is decoded, or "file" where it does not fit even at the
    lower quality. Any exception that comes out of here means DAMAGED.
    """
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    Image.MAX_IMAGE_PIXELS = None  # our own bound comes right after the head is read, and is exact
    segments = png_chunks if kind is Kind.PNG else jpeg_segments
    with Image.open(io.BytesIO(segments.without_metadata(data)), formats=(_FORMATS[kind],)) as image:
        if image.width * image.height > limits.most_pixels:
            return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE, field="pixels")
        image.load()
        plain = _plain(image, kind)
    turn = _TURNS.get(_orientation(segments.exif_of(data)))
    if turn is not None:
        plain = plain.transpose(turn)
    plain.info = {}  # Pillow writes a comment, a profile and a transparent colour from here without being asked
    return _encoded(plain, kind, limits)


def _orientation(exif: bytes | None) -> int:
    """How the camera was held (CIPA DC-008, 4.6.4); 1, upright, where that is not told or not readable."""
    if exif is None:
        return 1
    tags = Image.Exif()
    try:
        tags.load(exif)
        return int(tags.get(ExifTags.Base.Orientation, 1))
    except Exception:  # noqa: BLE001 - EXIF breaks in many ways, and a picture that lies on its side is still a picture
        return 1


def _plain(image: Image.Image, kind: Kind) -> Image.Image:
    """The pixels in the nearest of the modes that the format writes, as an image of its own."""
    if image.mode in _SIXTEEN_BITS:
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    if kind is Kind.JPEG:
        return image.copy() if image.mode in {"L", "RGB"} else image.convert("RGB")
    if image.mode in {"1", "L", "LA", "RGB", "RGBA"} and "transparency" not in image.info:
        return image.copy()
    grey = image.mode in {"1", "L", "LA"}
    if image.has_transparency_data:
        return image.convert("LA" if grey else "RGBA")
    if image.mode == "P":
        return image.copy()  # a palette of opaque colours: as RGB it would be kept three times as large
    return image.convert("L" if grey else "RGB")


def _encoded(image: Image.Image, kind: Kind, limits: Limits) -> bytes | Refusal:
    if kind is Kind.PNG:
        attempts: tuple[dict[str, int], ...] = ({},)
    else:
        attempts = tuple({"quality": quality} for quality in _QUALITIES)
    for options in attempts:
        written = io.BytesIO()
        image.save(written, _FORMATS[kind], **options)
        if written.tell() <= limits.most_bytes:
            return written.getvalue()
    return Refusal(RefusalCode.ATTACHMENT_TOO_LARGE, field="file")
