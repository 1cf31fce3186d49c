"""The slip of what was left without a line: it says what it is not, and names nobody."""

from dataclasses import replace

import pytest

from desk_client.client.visit import Goal
from desk_client.i18n.language import Language
from desk_client.ui.paper.slip_words import slip_sheet
from desk_client.ui.paper.ticket_paper import ticket_page
from desk_client.ui.theme.appearance import Appearance
from tests.gallery import kiosk_samples as sample


@pytest.mark.parametrize("goal", [Goal.LEAVE_REQUEST, Goal.LEAVE_CHECK_IN])
def test_a_slip_is_a_page_for_the_roll_that_confirms_nothing_and_names_nobody(look: Appearance, goal: Goal) -> None:
    look.set_language(Language.ENGLISH)
    visit = replace(sample.LEAVING, goal=goal, ticket_number="48291733")
    assert visit.receipt is not None
    sheet = slip_sheet(visit, visit.receipt, Language.ENGLISH)
    assert "not" in sheet.heading
    assert (sheet.number, sheet.code, sheet.link) == ("7-0012", "", None)
    said = "\n".join([sheet.heading, *(value for _, value in sheet.facts), *sheet.steps])
    for theirs in (visit.national_id, visit.mobile, visit.name, visit.subject):
        assert theirs not in said
    assert ("48291733" in said) is (goal is Goal.LEAVE_CHECK_IN)
    page = ticket_page(sheet)
    assert page.pdf.startswith(b"%PDF")
    assert page.size_mm[0] == 80
