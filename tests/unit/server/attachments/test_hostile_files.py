"""Every way in which a file may be something else than it seems: a clear refusal, or a result without harm."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Final

import pikepdf
import pytest
from PIL import TiffImagePlugin

from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.attachments.limits import Limits
from desk_client.server.attachments.scanner import NoScanner
from desk_client.server.attachments.vetting import Vetted, Vetting
from tests.unit.server.attachments import documents, pictures
from tests.unit.server.attachments.documents import PAGE, PAGES, ROOT, pdf, raw_pdf, stream
from tests.unit.server.attachments.pictures import HARM, PHP, jpeg, png, raw_png

LIMITS: Final = Limits(most_unpacked_bytes=16 * 2**20, most_objects=10_000)
KIND = (RefusalCode.ATTACHMENT_KIND_REFUSED, None)
DAMAGED = (RefusalCode.ATTACHMENT_DAMAGED, None)
PASSWORD = (RefusalCode.ATTACHMENT_DAMAGED, "password")
FORM = (RefusalCode.ATTACHMENT_DAMAGED, "form")
LARGE = RefusalCode.ATTACHMENT_TOO_LARGE
Make = Callable[[], bytes]


@pytest.fixture(scope="module")
def vetting() -> Vetting:
    return Vetting(NoScanner(), LIMITS, at_once=2)


def a_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("photo.jpg", jpeg())
    return out.getvalue()


def cut(data: bytes, share: float) -> bytes:
    return data[: int(len(data) * share)]


def a_tiff() -> bytes:
    assert TiffImagePlugin is not None  # the writer is there, so that the refusal is ours
    return pictures.written(pictures.image(), "TIFF")


def a_cut_pdf(share: float) -> Make:
    return lambda: cut(pdf(documents.photo(), pages=3), share)


def table_that_names_itself() -> bytes:
    made = pdf()
    return made.replace(b"/Root", b"/Prev %d /Root" % int(made.rsplit(b"startxref", 1)[1].split()[0]))


REFUSED: Final[dict[str, tuple[Make, tuple[RefusalCode, str | None]]]] = {
    # not what is taken, whatever it is called
    "nothing": (lambda: b"", (RefusalCode.ATTACHMENT_DAMAGED, "file")),
    "text": (lambda: b"dear emir", KIND),
    "zip": (a_zip, KIND),
    "windows program": (lambda: b"MZ" + bytes(200) + b"PE\0\0", KIND),
    "linux program": (lambda: b"\x7fELF" + bytes(200), KIND),
    "shell script": (lambda: b"#!/bin/sh\nrm -rf /\n", KIND),
    "svg with a script": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", KIND),
    "html": (lambda: b"<!doctype html><script>alert(1)</script>", KIND),
    "php": (lambda: PHP, KIND),
    "gif": (lambda: pictures.written(pictures.image(), "GIF"), KIND),
    "gif that is a script": (lambda: b"GIF89a/*" + bytes(20) + b"*/=0;alert(1)", KIND),
    "tiff": (a_tiff, KIND),
    "pdf behind html": (lambda: b"<script>alert(1)</script>" + pdf(), KIND),
    "pdf behind a zip": (lambda: a_zip() + pdf(), KIND),
    "jpeg behind a line feed": (lambda: b"\n" + jpeg(), KIND),
    # too large
    "one byte too many": (lambda: jpeg().ljust(LIMITS.most_bytes + 1, b"\0"), (LARGE, "file")),
    "png of ten thousand million pixels": (lambda: raw_png(100_000, 100_000, pixels=b""), (LARGE, "pixels")),
    "png as large as numbers go": (lambda: raw_png(2**31 - 1, 2**31 - 1, pixels=b""), (LARGE, "pixels")),
    "png that packs 64 million pixels": (lambda: raw_png(8000, 8000, pixels=pictures.zeros(1)), (LARGE, "pixels")),
    "jpeg that claims the most": (lambda: pictures.jpeg_that_claims(65_500, 65_500), (LARGE, "pixels")),
    "pdf with 201 pages": (lambda: pdf(pages=201), (LARGE, "pages")),
    "pdf with a huge page": (lambda: pdf(documents.claimed_size([0, 0, 10**9, 10**9])), (LARGE, "pages")),
    "pdf with a huge image": (lambda: pdf(documents.photo(100_000, 100_000)), (LARGE, "pixels")),
    "pdf with an image that lies about its size": (
        lambda: pdf(documents.photo(content=pictures.jpeg_that_claims(65_500, 65_500))),
        (LARGE, "pixels"),
    ),
    "pdf with many objects": (
        lambda: pdf(documents.many_objects, object_stream_mode=pikepdf.ObjectStreamMode.generate),
        (LARGE, "objects"),
    ),
    "pdf with many small bombs": (lambda: pdf(documents.many_small_bombs), (LARGE, "content")),
    # bombs
    "pdf with a flate bomb": (lambda: pdf(documents.flate_bomb()), DAMAGED),
    "pdf with a bomb in a bomb": (lambda: pdf(documents.double_flate_bomb()), DAMAGED),
    "pdf with a run length bomb": (lambda: pdf(documents.run_length_bomb()), DAMAGED),
    # damaged images
    "jpeg of three bytes": (lambda: b"\xff\xd8\xff", DAMAGED),
    "jpeg cut in its head": (lambda: cut(jpeg(), 0.2), DAMAGED),
    "jpeg cut in the middle": (lambda: cut(jpeg(), 0.8), DAMAGED),
    "jpeg of noise": (lambda: b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8, DAMAGED),
    "jpeg that is a pdf inside": (lambda: b"\xff\xd8\xff\xe0" + pdf(), DAMAGED),
    "jpeg with a thousand scans": (lambda: pictures.jpeg_of_many_scans(200, 200, 1000), DAMAGED),
    "jpeg without pixels": (lambda: pictures.jpeg_that_claims(0, 0), DAMAGED),
    "png of its first bytes": (lambda: png()[:8], DAMAGED),
    "png cut in its head": (lambda: png()[:20], DAMAGED),
    "png cut in the middle": (lambda: cut(png(), 0.5), DAMAGED),
    "png without its end": (lambda: png()[:-12], DAMAGED),
    "png without pixels": (lambda: raw_png(0, 0), DAMAGED),
    "png with too few rows": (lambda: raw_png(64, 64, pixels=zlib.compress(bytes(65 * 10))), DAMAGED),
    "png with noise for rows": (lambda: raw_png(64, 64, pixels=bytes(range(256))), DAMAGED),
    "png with a wrong checksum of its head": (lambda: pictures.wrong_checksum(png(), b"IHDR"), DAMAGED),
    "png with a wrong checksum of its pixels": (lambda: pictures.wrong_checksum(png(), b"IDAT"), DAMAGED),
    # damaged and locked documents
    "pdf of its first bytes": (lambda: b"%PDF-1.7\n", DAMAGED),
    "pdf cut at a tenth": (a_cut_pdf(0.1), DAMAGED),
    "pdf cut in the middle": (a_cut_pdf(0.5), DAMAGED),
    "pdf cut near its end": (a_cut_pdf(0.97), DAMAGED),
    "pdf with a password": (lambda: documents.encrypted(user="secret"), PASSWORD),
    "pdf with its author's restriction": (documents.encrypted, PASSWORD),
    "pdf whose table names itself": (table_that_names_itself, DAMAGED),
    "pdf whose pages hold themselves": (
        lambda: raw_pdf(ROOT, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
        DAMAGED,
    ),
    "pdf whose pages go in a circle": (
        lambda: raw_pdf(ROOT, PAGES, b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>"),
        DAMAGED,
    ),
    "pdf whose root is its page": (lambda: raw_pdf(b"<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 1>>"), DAMAGED),
    "pdf without pages": (lambda: raw_pdf(ROOT, b"<</Type/Pages/Kids[]/Count 0>>"), DAMAGED),
    "pdf nested ten thousand deep": (
        lambda: raw_pdf(ROOT, b"[" * 10_000 + b"]" * 10_000, PAGE, stream(b"q Q")),
        DAMAGED,
    ),
    "pdf with deep resources": (
        lambda: raw_pdf(
            ROOT,
            PAGES,
            PAGE[:-2] + b"/Resources<</Properties" + b"<</P" * 10_000 + b" 1" + b">>" * 10_000 + b">>>>",
            stream(b"q Q"),
        ),
        DAMAGED,
    ),
    "pdf that is only a form of its script": (lambda: pdf(documents.xfa(dynamic=True)), FORM),
    "pdf with an entry that was never drawn": (lambda: pdf(documents.field(drawn=False)), FORM),
}


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused(vetting: Vetting, name: str) -> None:
    make, (code, field) = REFUSED[name]
    answer = vetting.vet(make(), "photo.jpg")
    assert isinstance(answer, Refusal)
    assert (answer.code, answer.field) == (code, field)


def a_jpeg_with(marker: int, content: bytes) -> Make:
    return lambda: pictures.with_segment(jpeg(), marker, content)


HARMLESS: Final[dict[str, tuple[Make, Kind]]] = {
    # pictures
    "jpeg with a place": (lambda: jpeg(exif=pictures.exif()), Kind.JPEG),
    "jpeg with broken exif": (a_jpeg_with(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff" + HARM), Kind.JPEG),
    "jpeg with xmp": (a_jpeg_with(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + HARM + b"</x>"), Kind.JPEG),
    "jpeg with iptc": (a_jpeg_with(0xED, b"Photoshop 3.0\x008BIM" + HARM), Kind.JPEG),
    "jpeg with php in a comment": (a_jpeg_with(0xFE, PHP), Kind.JPEG),
    "jpeg with html in a comment": (a_jpeg_with(0xFE, b"<script>" + HARM + b"</script>"), Kind.JPEG),
    "jpeg with php in an unknown segment": (a_jpeg_with(0xEB, PHP), Kind.JPEG),
    "jpeg with php behind it": (lambda: jpeg() + PHP, Kind.JPEG),
    "jpeg with a zip behind it": (lambda: jpeg() + a_zip() + HARM, Kind.JPEG),
    "jpeg with a pdf behind it": (lambda: jpeg() + pdf(documents.script_on_opening) + HARM, Kind.JPEG),
    "jpeg with a pdf in a comment": (
        a_jpeg_with(0xFE, pdf(documents.script_on_opening) + HARM),
        Kind.JPEG,
    ),
    "jpeg with a colour profile": (lambda: jpeg(icc_profile=pictures.profile()), Kind.JPEG),
    "jpeg with a profile of noise": (lambda: jpeg(icc_profile=HARM * 9000), Kind.JPEG),
    "jpeg with two frames": (pictures.two_frames_in_a_jpeg, Kind.JPEG),
    "jpeg for printing": (lambda: jpeg("CMYK", comment=HARM), Kind.JPEG),
    "jpeg in greys": (lambda: jpeg("L", comment=HARM), Kind.JPEG),
    "jpeg in steps": (lambda: jpeg(progressive=True, comment=HARM), Kind.JPEG),
    "png with texts": (lambda: png(pnginfo=pictures.told_about(Comment=HARM.decode())), Kind.PNG),
    "png with a place": (lambda: png(exif=pictures.exif()), Kind.PNG),
    "png with a program behind it": (lambda: png() + b"MZ" + HARM, Kind.PNG),
    "png with an unknown chunk": (lambda: raw_png(8, 8, before=pictures.chunk(b"haRm", PHP)), Kind.PNG),
    "png with a bomb for a profile": (
        lambda: raw_png(8, 8, before=pictures.packed_profile(pictures.zeros(80))),
        Kind.PNG,
    ),
    "png with a bomb of text": (
        lambda: raw_png(8, 8, before=pictures.international_text(pictures.zeros(80))),
        Kind.PNG,
    ),
    "png with a bomb of text behind": (
        lambda: raw_png(8, 8, after=pictures.packed_text(pictures.zeros(80))),
        Kind.PNG,
    ),
    "png with a hundred texts": (
        lambda: raw_png(8, 8, before=pictures.packed_text(zlib.compress(bytes(2**20 - 9))) * 100),
        Kind.PNG,
    ),
    "png that moves": (
        lambda: png(save_all=True, append_images=[pictures.image().rotate(90)], duration=40),
        Kind.PNG,
    ),
    "png that claims to move for ever": (
        lambda: raw_png(8, 8, before=pictures.chunk(b"acTL", struct.pack(">II", 2**31 - 1, 0))),
        Kind.PNG,
    ),
    "png of sixteen bits": (lambda: png("I;16"), Kind.PNG),
    "png of one bit": (lambda: png("1"), Kind.PNG),
    "png of a palette": (lambda: png("P"), Kind.PNG),
    "png of a palette that is seen through": (lambda: png("P", transparency=3), Kind.PNG),
    "png with a colour that is seen through": (lambda: png("RGB", transparency=(1, 2, 3)), Kind.PNG),
    "png that is seen through": (lambda: png("RGBA"), Kind.PNG),
    # documents
    "pdf with a script on opening": (lambda: pdf(documents.script_on_opening), Kind.PDF),
    "pdf with a named script": (lambda: pdf(documents.named_script), Kind.PDF),
    "pdf with scripts on leaving": (lambda: pdf(documents.script_on_leaving), Kind.PDF),
    "pdf with a script among its resources": (lambda: pdf(documents.script_among_resources), Kind.PDF),
    "pdf that starts a program": (lambda: pdf(documents.launch), Kind.PDF),
    "pdf with a program": (lambda: pdf(documents.embedded_program), Kind.PDF),
    "pdf with an associated page": (lambda: pdf(documents.associated_file), Kind.PDF),
    "pdf with a link": (lambda: pdf(documents.link), Kind.PDF),
    "pdf with rich media": (lambda: pdf(documents.rich_media), Kind.PDF),
    "pdf with a sound": (lambda: pdf(documents.sound), Kind.PDF),
    "pdf that sends a form": (lambda: pdf(documents.field(drawn=True)), Kind.PDF),
    "pdf with xfa beside its pages": (lambda: pdf(documents.xfa(dynamic=False)), Kind.PDF),
    "pdf with metadata": (lambda: pdf(documents.told_about), Kind.PDF),
    "pdf with outlines": (lambda: pdf(documents.outlines), Kind.PDF),
    "pdf with a photo that has a place": (lambda: pdf(documents.photo()), Kind.PDF),
    "pdf whose content is in another file": (lambda: pdf(documents.content_elsewhere), Kind.PDF),
    "pdf with a hidden layer": (lambda: pdf(documents.hidden_layer), Kind.PDF),
    "pdf with a zip behind it": (lambda: pdf() + a_zip() + HARM, Kind.PDF),
    "pdf with html in a comment": (
        lambda: raw_pdf(ROOT, PAGES, PAGE + b"\n%<script>" + HARM + b"</script>", stream(documents.SHOWN)),
        Kind.PDF,
    ),
    "pdf whose content has itself for a length": (
        lambda: raw_pdf(ROOT, PAGES, PAGE, b"<</Length 4 0 R>>\nstream\nq Q\nendstream"),
        Kind.PDF,
    ),
    "pdf that claims a thousand million pages": (
        lambda: raw_pdf(ROOT, PAGES.replace(b"/Count 1", b"/Count 1000000000"), PAGE, stream(documents.SHOWN)),
        Kind.PDF,
    ),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_loses_its_harm(vetting: Vetting, name: str) -> None:
    make, kind = HARMLESS[name]
    answer = vetting.vet(make(), "../../etc/cron.d/x.php")
    assert isinstance(answer, Vetted), answer
    assert answer.kind is kind
    assert answer.name == "x.php" + kind.extension
    _CHECKS[kind](answer.content)


def _harmless_jpeg(content: bytes) -> None:
    assert HARM not in content
    assert set(pictures.markers(content)) <= {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}  # JFIF, tables, one frame, one scan
    assert content.endswith(b"\xff\xd9")
    assert content.count(b"\xff\xd9") == 1
    picture = pictures.opened(content)
    assert picture.size == (64, 48)
    assert not picture.getexif()
    assert picture.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def _harmless_png(content: bytes) -> None:
    assert HARM not in content
    assert set(pictures.chunks(content)) <= {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
    assert pictures.opened(content).size in {(64, 48), (8, 8)}


def _harmless_pdf(content: bytes) -> None:
    bare = documents.laid_bare(content)
    for word in _WORDS_OF_HARM:
        assert word not in bare, word
    with documents.opened(content) as document:
        assert set(document.Root.keys()) <= {"/Type", "/Pages", "/OCProperties"}
        assert "/Info" not in document.trailer
        assert not document.is_linearized
        assert len(document.pages) == 1


_WORDS_OF_HARM: Final = (
    *(HARM, b"/JavaScript", b"/JS", b"/OpenAction", b"/AA", b"/Launch", b"/URI", b"/SubmitForm", b"/EmbeddedFile"),
    *(b"/Filespec", b"/RichMedia", b"/XFA", b"/AcroForm", b"/Annots", b"/Metadata", b"/Outlines", b"Exif", b"evil"),
)
_CHECKS: Final = {Kind.JPEG: _harmless_jpeg, Kind.PNG: _harmless_png, Kind.PDF: _harmless_pdf}


def test_there_are_enough_of_them() -> None:
    assert len(REFUSED) + len(HARMLESS) >= 100
