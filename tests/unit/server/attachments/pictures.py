"""Makes pictures, ordinary and hostile. HARM marks what must not come through."""

import io
import struct
import zlib

from PIL import ExifTags, Image, ImageCms, PngImagePlugin

HARM = b"HARM-that-must-not-come-through"
PHP = b"<?php system($_GET['c']); /*" + HARM + b"*/ ?>"


def image(mode: str = "RGB", size: tuple[int, int] = (64, 48)) -> Image.Image:
    """A gradient: different in every corner, so that a turn is seen."""
    base = Image.linear_gradient("L").resize(size)
    return Image.merge("RGB", (base, base.rotate(180), base)).convert(mode)


def written(picture: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def jpeg(mode: str = "RGB", **options: object) -> bytes:
    return written(image(mode), "JPEG", **options)


def png(mode: str = "RGB", **options: object) -> bytes:
    return written(image(mode), "PNG", **options)


def plain_png(width: int, height: int) -> bytes:
    return written(Image.new("RGB", (width, height), "grey"), "PNG")


def plain_jpeg(width: int, height: int) -> bytes:
    return written(Image.new("RGB", (width, height), "grey"), "JPEG", progressive=True)


def jpeg_of_many_scans(width: int, height: int, scans: int) -> bytes:
    """A small file that has its whole picture gone over again and again."""
    data = plain_jpeg(width, height)
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * scans + data[-2:]


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def exif(orientation: int = 1) -> Image.Exif:
    tags = Image.Exif()
    tags[ExifTags.Base.Orientation] = orientation
    tags[ExifTags.Base.Make] = HARM.decode()
    place = tags.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef] = "N"
    place[ExifTags.GPS.GPSLatitude] = (16.0, 53.0, 21.0)
    return tags


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def with_segment(data: bytes, marker: int, content: bytes) -> bytes:
    """A JPEG with one more segment right at its beginning."""
    return data[:2] + segment(marker, content) + data[2:]


def jpeg_that_claims(width: int, height: int) -> bytes:
    data = bytearray(jpeg())
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def two_frames_in_a_jpeg() -> bytes:
    return written(image(), "MPO", save_all=True, append_images=[image("RGB", (64, 48)).rotate(90)])


def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


# --- PNG, chunk by chunk ---


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def raw_png(
    width: int,
    height: int,
    *,
    pixels: bytes | None = None,
    before: bytes = b"",
    after: bytes = b"",
    depth: int = 8,
    colour: int = 0,
) -> bytes:
    """Grey unless told otherwise; `before` and `after` are chunks around the pixels."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1) * height if pixels is None else pixels)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + before + chunk(b"IDAT", rows) + after + chunk(b"IEND", b"")


def zeros(megabytes: int) -> bytes:
    """Many zeros, packed a thousand to one without ever holding them."""
    packer, block = zlib.compressobj(9), b"\0" * 1_000_000
    return b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()


def international_text(packed: bytes) -> bytes:
    return chunk(b"iTXt", b"Comment\0\1\0\0\0" + packed)


def packed_text(packed: bytes) -> bytes:
    return chunk(b"zTXt", b"Comment\0\0" + packed)


def packed_profile(packed: bytes) -> bytes:
    return chunk(b"iCCP", b"name\0\0" + packed)


def wrong_checksum(data: bytes, kind: bytes) -> bytes:
    at = data.index(kind)
    (length,) = struct.unpack(">I", data[at - 4 : at])
    spoiled = bytearray(data)
    spoiled[at + 4 + length] ^= 0xFF
    return bytes(spoiled)


def told_about(**texts: str) -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    for key, text in texts.items():
        info.add_text(key, text)
        info.add_itxt(key, text, zip=True)
    return info


def chunks(data: bytes) -> list[bytes]:
    """The kinds of the chunks; the last one ends the file, or this fails."""
    at, found = 8, []
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        found.append(data[at + 4 : at + 8])
        at += 12 + length
    assert at == len(data)
    return found


def markers(data: bytes) -> list[int]:
    """The markers of a JPEG's segments, up to the first scan."""
    at, found = 2, []
    while True:
        assert data[at] == 0xFF
        found.append(data[at + 1])
        if data[at + 1] == 0xDA:
            return found
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        at += 2 + length
