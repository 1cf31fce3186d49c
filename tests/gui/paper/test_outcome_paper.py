"""What was decided, on paper: everything that was read on the screen, and nothing that says whose it is."""

import pytest
import zxingcpp

from desk_client.i18n.language import Language
from desk_client.ui.paper.outcome_paper import outcome_page, outcome_sheet
from desk_client.ui.theme.appearance import Appearance
from tests.gallery import kiosk_samples as sample
from tests.gallery.outcome_samples import FOLLOWED_UP
from tests.gui.paper.test_ticket_paper import picture, read, squeezed


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.ARABIC])
def test_the_decision_the_day_and_who_is_responsible_are_on_it(look: Appearance, language: Language) -> None:
    look.set_language(language)
    sheet = outcome_sheet(sample.TALKED, sample.OUTCOME, "Directed", None, language)
    page = outcome_page(sheet)
    text = read(page)
    assert page.size_mm[0] == 80
    assert sample.TALKED.ticket_number in text
    assert "Directed" in text
    if language is Language.ENGLISH:
        for said in (sheet.heading, sheet.foot):
            assert squeezed(said) in text
    name = sample.SESSION.person.name
    assert name is not None
    assert squeezed(name) not in text


def test_what_follows_is_on_it_and_its_code_leads_to_where_it_is_checked(look: Appearance) -> None:
    look.set_language(Language.ARABIC)
    link = FOLLOWED_UP.slip_url
    assert link is not None
    page = outcome_page(outcome_sheet(sample.TALKED, FOLLOWED_UP, "توجيه", link, Language.ARABIC))
    text = read(page)
    for word in ("المساحة", "صبيا", "44/12039"):
        assert squeezed(word) in text
    assert link in [code.text for code in zxingcpp.read_barcodes(picture(page))]
