"""An answer on paper: all that was read on the screen, and nothing that says whose it is."""

import pytest

from desk_client.client.visit import Request
from desk_client.i18n.language import Language
from desk_client.ui.kiosk.request_words import state_words, subject_words, unit_words
from desk_client.ui.paper.answer_paper import AnswerSheet, answer_page, answer_sheet
from desk_client.ui.theme.appearance import Appearance
from tests.gallery import kiosk_samples as sample
from tests.gallery import request_samples as requests
from tests.gui.paper.test_ticket_paper import read, squeezed


def sheet(request: Request, language: Language) -> AnswerSheet:
    unit, subject = unit_words(request, language), subject_words(request, language)
    return answer_sheet(request, state_words(request).name, unit, subject, language)


@pytest.mark.parametrize("language", Language)
def test_the_answer_and_what_was_asked_are_on_it_and_no_name(look: Appearance, language: Language) -> None:
    look.set_language(language)
    page = answer_page(sheet(requests.ANSWERED, language))
    text = read(page)
    assert page.size_mm[0] == 80
    for word in ("940", "السفلتة", "الإسعاف"):
        assert squeezed(word) in text
    if language is Language.ENGLISH:
        assert squeezed("Roads and Bridges Department") in text
    name = sample.SESSION.person.name
    assert name is not None
    assert squeezed(name) not in text


def test_a_refusal_names_who_why_and_where_next(look: Appearance) -> None:
    look.set_language(Language.ARABIC)
    text = read(answer_page(sheet(requests.DECLINED, Language.ARABIC)))
    for word in ("الجسور", "النقل", "938"):
        assert squeezed(word) in text
