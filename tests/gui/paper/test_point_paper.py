"""A service point on paper: its name, address, telephone, distance and hours, the way there, and of when it is."""

import pytest
import zxingcpp

from desk_client.i18n.digits import to_ascii
from desk_client.i18n.language import Language
from desk_client.ui.kiosk.point_printing import point_sheet
from desk_client.ui.paper.point_paper import point_page
from desk_client.ui.theme.appearance import Appearance
from tests.gallery import kiosk_samples as sample
from tests.gui.paper.test_ticket_paper import picture, read, squeezed

_, LATER, HOLIDAY, UNKNOWN = sample.POINTS.points


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.ARABIC])
def test_everything_that_one_needs_to_get_there_is_on_it(look: Appearance, language: Language) -> None:
    look.set_language(language)
    sheet = point_sheet(LATER, "As it was this morning", language)
    page = point_page(sheet)
    text = to_ascii(read(page))
    assert page.size_mm[0] == 80
    assert "0173000002" in text
    assert "38" in text, "how far it is"
    assert squeezed("As it was this morning") in text
    if language is Language.ENGLISH:
        for said in ("Majlis hall, Baysh", "Offices of Baysh Governorate", "4:00 PM – 8:00 PM", "8:00 AM – 2:30 PM"):
            assert squeezed(said) in text
    (code,) = zxingcpp.read_barcodes(picture(page))
    assert code.text == "geo:17.30000,42.60000"


def test_a_closed_day_says_so_and_what_nobody_knows_is_not_made_up(look: Appearance) -> None:
    look.set_language(Language.ENGLISH)
    assert squeezed("Closed: a holiday") in read(point_page(point_sheet(HOLIDAY, "", Language.ENGLISH)))
    nowhere = UNKNOWN.model_copy(update={"latitude": None, "address": None})
    sheet = point_sheet(nowhere, "", Language.ENGLISH)
    assert sheet.facts == (("Address", "Damad Governorate"),)
    assert (sheet.hours, sheet.link) == ((), None)
    assert squeezed("Opening hours are not known; please ask there") in read(point_page(sheet))
