"""What is kept shows what was brought: upright, in its colours, with every page and all that was filled in."""

from collections.abc import Callable

import pytest
from pikepdf import Pdf
from PIL import Image, ImageChops, ImageOps, ImageStat

from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.attachments import images, pdfs
from desk_client.server.attachments.limits import Limits
from tests.unit.server.attachments import documents, pictures

LIMITS = Limits()


def again(data: bytes, kind: Kind) -> Image.Image:
    made = images.rebuild(data, kind, LIMITS)
    assert isinstance(made, bytes)
    return pictures.opened(made)


def assert_alike(one: Image.Image, other: Image.Image) -> None:
    """No colour differs by more than a re-encoding may change it."""
    assert one.size == other.size
    difference = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB")))
    assert max(difference.mean) < 3


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(("make", "kind"), [(pictures.jpeg, Kind.JPEG), (pictures.png, Kind.PNG)])
def test_stands_upright(make: Callable[..., bytes], kind: Kind, orientation: int) -> None:
    data = make(exif=pictures.exif(orientation))
    assert_alike(again(data, kind), ImageOps.exif_transpose(pictures.opened(data)))


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_keeps_its_colours(mode: str) -> None:
    data = pictures.jpeg(mode)
    assert_alike(again(data, Kind.JPEG), pictures.opened(data))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_a_png_keeps_its_colours(mode: str) -> None:
    data = pictures.png(mode)
    assert_alike(again(data, Kind.PNG), pictures.opened(data))


def test_what_is_seen_through_stays_so() -> None:
    clear = pictures.raw_png(8, 8, before=pictures.chunk(b"tRNS", b"\0\0"))
    assert again(clear, Kind.PNG).getchannel("A").getextrema() == (0, 0)
    assert again(pictures.png("P", transparency=3), Kind.PNG).mode == "RGBA"


def test_sixteen_bits_become_eight() -> None:
    grey = Image.new("I;16", (8, 8), 0x8000)
    assert again(pictures.written(grey, "PNG"), Kind.PNG).getextrema() == (0x80, 0x80)


def test_what_does_not_fit_at_high_quality_is_tried_at_a_lower_one() -> None:
    noise = Image.effect_noise((400, 400), 100)
    data = pictures.written(noise, "JPEG", quality=60)
    best = images.rebuild(data, Kind.JPEG, LIMITS)
    assert isinstance(best, bytes)
    lower = images.rebuild(data, Kind.JPEG, Limits(most_bytes=len(best) - 1))
    assert isinstance(lower, bytes)
    assert len(lower) < len(best)
    assert images.rebuild(data, Kind.JPEG, Limits(most_bytes=1000)) == Refusal(
        RefusalCode.ATTACHMENT_TOO_LARGE, field="file"
    )


def rebuilt(data: bytes) -> bytes:
    made = pdfs.rebuild(data, Kind.PDF, LIMITS)
    assert isinstance(made, bytes), made
    return made


def test_every_page_in_its_order() -> None:
    def number(document: Pdf) -> None:
        for place, page in enumerate(document.pages, start=1):
            page.Contents = document.make_stream(b"%d 0 m" % place)
            page.Rotate = 90

    with documents.opened(rebuilt(documents.pdf(number, pages=7))) as document:
        assert [page.Contents.read_bytes() for page in document.pages] == [b"%d 0 m" % n for n in range(1, 8)]
        assert [int(page.obj.Rotate) for page in document.pages] == [90] * 7


def test_what_was_filled_in_is_drawn() -> None:
    bare = documents.laid_bare(rebuilt(documents.pdf(documents.field(drawn=True))))
    assert b"0 0 1 rg 0 0 80 80 re f" in bare


def test_a_photo_stays_whole() -> None:
    with documents.opened(rebuilt(documents.pdf(documents.photo()))) as document:
        photo = document.pages[0].obj.Resources.XObject.F
        assert_alike(pictures.opened(photo.read_raw_bytes()), pictures.opened(pictures.jpeg()))


def test_a_hidden_layer_stays_hidden() -> None:
    with documents.opened(rebuilt(documents.pdf(documents.hidden_layer))) as document:
        layer = document.pages[0].obj.Resources.Properties.L
        assert [off.objgen for off in document.Root.OCProperties.D.OFF] == [layer.objgen]


def test_the_same_again_is_the_same() -> None:
    """By its digest a file is known that is brought twice."""
    data = documents.pdf(documents.photo(), documents.field(drawn=True))
    assert rebuilt(data) == rebuilt(data)


def test_an_authors_restriction_is_respected_wherever_it_is_read() -> None:
    assert pdfs.rebuild(documents.encrypted(), Kind.PDF, LIMITS) == Refusal(
        RefusalCode.ATTACHMENT_DAMAGED, field="password"
    )
