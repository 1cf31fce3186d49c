"""A ticket on paper: it can be read and copied, its font is in it, and its QR code is the one that it should be."""

import io
import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from typing import Final

import pikepdf
import pytest
from PIL import Image

from desk_client.client.visit import Appointment
from desk_client.domain.kinds import AppointmentKind
from desk_client.i18n.bidi import without_marks
from desk_client.i18n.dates import gregorian_date, hijri_date
from desk_client.i18n.language import Language
from desk_client.ui.paper.qr import QUIET_ZONE, modules
from desk_client.ui.paper.roll import Page
from desk_client.ui.paper.ticket_paper import ticket_page
from desk_client.ui.paper.ticket_words import TicketSheet, ticket_sheet
from desk_client.ui.theme.appearance import Appearance
from tests.gallery import kiosk_samples as sample

LINK: Final = (
    "https://majlis.example/v1/appointments/apt_i5gp2dli2jvo3atweaz3gdlldq/calendar/k3x6lmqz5y2vrc7wd4ubn3hj2e"
)
QR_MM: Final = 33
CODE: Final = "482917"
MISSING: Final = "poppler is not installed; installer/debian/packages-test.txt names its package"
_POINTS_PER_MM: Final = 72 / 25.4
_DPI: Final = 300


def read(page: Page) -> str:
    """What is written on it, letters as they are typed rather than as they are joined; blanks count for nothing."""
    found = shutil.which("pdftotext")
    assert found, MISSING
    return squeezed(subprocess.run([found, "-", "-"], input=page.pdf, capture_output=True, check=True).stdout.decode())


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", without_marks(unicodedata.normalize("NFKC", text)))


def picture(page: Page) -> Image.Image:
    """As it comes out of a printer, in shades of grey."""
    found = shutil.which("pdftoppm")
    assert found, MISSING
    png = subprocess.run(
        [found, "-r", str(_DPI), "-gray", "-png", "-"], input=page.pdf, capture_output=True, check=True
    )
    with Image.open(io.BytesIO(png.stdout)) as seen:
        return seen.convert("L")


def drawn(look: Appearance, language: Language, appointment: Appointment = sample.LATER) -> tuple[TicketSheet, Page]:
    look.set_language(language)
    sheet = ticket_sheet(appointment, CODE, LINK, language)
    return sheet, ticket_page(sheet)


@pytest.mark.parametrize("language", Language)
def test_everything_can_be_read_and_copied(look: Appearance, language: Language) -> None:
    sheet, page = drawn(look, language)
    text = read(page)
    assert sheet.number == sample.LATER.ticket_number
    for said in (sheet.number, CODE):
        assert said in text
    if language is Language.ENGLISH:
        for said in (sheet.heading, *(part for fact in sheet.facts for part in fact), *sheet.steps, sheet.link_name):
            assert squeezed(said) in text
    day = sample.LATER.slot.starts_at.date()
    # a reader sets the words of a line in its own order, and takes some ligatures for others: words are looked for
    whole = [word for date in (hijri_date(day, language), gregorian_date(day, language)) for word in date.split()]
    found = [word for word in whole if squeezed(word) in text]
    assert len(found) >= len(whole) - 1, (whole, text)


@pytest.mark.parametrize("language", Language)
def test_the_shipped_font_is_in_it_and_no_other(look: Appearance, language: Language) -> None:
    _, page = drawn(look, language)
    with pikepdf.open(io.BytesIO(page.pdf)) as document:
        (only,) = document.pages
        fonts = list(only.Resources.Font.values())
        assert fonts
        for font in fonts:
            (descendant,) = font.DescendantFonts
            assert "IBMPlexSansArabic" in str(font.BaseFont)
            assert len(descendant.FontDescriptor.FontFile2.read_bytes()) > 1000
            assert "/ToUnicode" in font
    assert len(page.pdf) < 100_000  # a subset: the four files have 700 kB


def test_it_is_one_page_of_a_roll_as_high_as_its_content(look: Appearance) -> None:
    sheet, page = drawn(look, Language.ARABIC)
    with pikepdf.open(io.BytesIO(page.pdf)) as document:
        (only,) = document.pages
        _, _, width, height = (float(length) for length in only.MediaBox)
    assert page.size_mm[0] == 80
    assert (width, height) == pytest.approx([side * _POINTS_PER_MM for side in page.size_mm], abs=1)
    without = ticket_page(replace(sheet, link=None))
    assert without.size_mm[1] < page.size_mm[1] - 30
    assert squeezed(sheet.link_name) not in read(without)


@pytest.mark.parametrize("language", Language)
def test_lines_begin_where_reading_does(look: Appearance, language: Language) -> None:
    _, page = drawn(look, language)
    seen = picture(page)
    per_mm = _DPI / 25.4
    edge, strip = 4 * per_mm, 3 * per_mm  # beside the margin, and without the rules, which reach from edge to edge
    left = seen.crop((round(edge), 0, round(edge + strip), seen.height))
    right = seen.crop((round(seen.width - edge - strip), 0, round(seen.width - edge), seen.height))
    ink = [sum((255 - shade) * count for shade, count in enumerate(part.histogram())) for part in (left, right)]
    assert (ink[1] > 1.5 * ink[0]) is language.is_right_to_left
    assert (ink[0] > 1.5 * ink[1]) is not language.is_right_to_left


def test_the_qr_code_is_that_of_the_link_module_by_module(look: Appearance) -> None:
    _, page = drawn(look, Language.ARABIC)
    seen, symbol = picture(page), modules(LINK)
    left, top, side = square(seen, len(symbol))
    middles = [(index + 0.5) * side for index in range(len(symbol))]
    painted = tuple(tuple(dark(seen, left + across, top + down) for across in middles) for down in middles)
    assert painted == symbol


def dark(seen: Image.Image, across: float, down: float) -> bool:
    shade = seen.getpixel((round(across), round(down)))
    assert isinstance(shade, int | float)
    return shade < 128


def square(seen: Image.Image, count: int) -> tuple[float, float, float]:
    """Where the symbol stands: left, top, and a module's side; found by its upper left eye, seven modules wide."""
    per_mm = _DPI / 25.4
    side = QR_MM * per_mm / (count + 2 * QUIET_ZONE)
    left = (80 - QR_MM) / 2 * per_mm + QUIET_ZONE * side
    eye = [left + (step + 0.5) * side for step in range(7)]
    top = next(
        row
        for row in range(seen.height)
        if all(dark(seen, across, row) for across in eye) and not dark(seen, left + 7.5 * side, row)
    )
    return left, top, side


@pytest.mark.parametrize("kind", AppointmentKind)
def test_each_kind_says_what_to_do_and_only_calls_at_a_kiosk_send_people_to_one(
    look: Appearance, kind: AppointmentKind
) -> None:
    appointment = sample.LATER.model_copy(update={"kind": kind})
    sheet, page = drawn(look, Language.ENGLISH, appointment)
    assert ("kiosk" in " ".join(sheet.steps)) is (kind is AppointmentKind.VIDEO_KIOSK)
    assert squeezed(sheet.steps[0]) in read(page)
    others = [sample.LATER.model_copy(update={"kind": each}) for each in AppointmentKind if each is not kind]
    assert all(drawn(look, Language.ENGLISH, other)[0].steps != sheet.steps for other in others)


def test_nothing_of_the_person_is_on_it(look: Appearance) -> None:
    _, page = drawn(look, Language.ENGLISH)
    text = read(page)
    person = sample.SESSION.person
    for own in (person.name or "", person.masked_id, sample.VISIT.national_id, sample.VISIT.mobile, sample.SUBJECT):
        assert squeezed(own) not in text
