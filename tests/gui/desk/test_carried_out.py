"""What an outcome asks for: whom it reaches is seen while it is written, and what came of it is read."""

from datetime import timedelta

from desk_client.client.inbox import InboxView
from desk_client.domain.decision import Part
from desk_client.domain.request import RequestStep
from desk_client.i18n.language import Language
from desk_client.ui.desk.inbox.words import part_words, service_words
from desk_client.ui.desk.unit_field import UnitField
from desk_client.ui.outcome_facts import carried_out_words, outcome_rows
from desk_client.ui.widgets.subject_box import SubjectBox
from tests.gallery import desk_inbox
from tests.gallery.outcome_samples import carried_out, decided
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_inbox import opened
from tests.gui.desk.test_talk_and_outcome import press, writing


def reaches(field: UnitField) -> bool:
    return field.reaches


async def test_an_office_of_the_house_is_told_from_one_that_the_house_does_not_know(desk: Desk) -> None:
    await writing(desk)
    page = desk.window.outcome
    press(desk, "add_directive")
    field = page.follows.directive_unit
    known = "Department of Lands"
    for offered in (field, page.unit):
        offered.offer((known,))
    field.setText("شركة المقاولات")
    assert not reaches(field)
    assert field.accessibleDescription() == ""
    field.setText(f" {known.upper()}  ")
    assert reaches(field)
    assert field.accessibleDescription() == field.toolTip() != ""
    page.unit.setText(known)
    assert not reaches(page.unit)  # who is responsible is told, and given nothing


def test_what_came_of_each_stands_beneath_it() -> None:
    language = Language.ENGLISH
    plain = [words for _, words in outcome_rows(decided(), language)]
    told = [words for _, words in outcome_rows(decided(timedelta(days=1), amended=True), language)]
    done = carried_out(decided(timedelta(days=1)).recorded_at)
    for number, each in enumerate(done, 1):  # beneath who is responsible
        assert told[number] == f"{plain[number]}\n{carried_out_words(each, language)}"
    assert len({carried_out_words(each, language) for each in done}) == len(done)
    assert all(each.answer in told[number] for number, each in enumerate(done, 1))


async def test_in_the_inbox_it_says_that_an_audience_asks_for_it(desk: Desk) -> None:
    await opened(desk)
    asked, decided_on = desk_inbox.item(1), desk_inbox.item(desk_inbox.DECIDED)
    pane = desk.window.inbox.reading
    wish = pane.findChild(SubjectBox, "reading_wish")
    assert wish is not None
    titles = []
    for item in (asked, decided_on):
        pane.show_view(InboxView(opening=item.request.id, file=desk_inbox.file(item)), "", may_triage=True)
        titles.append(wish.heading)
        assert RequestStep.ANSWER in pane.offered
    assert titles[0] != titles[1]
    assert service_words(decided_on, Language.ENGLISH) == part_words(Part.ACTION)
