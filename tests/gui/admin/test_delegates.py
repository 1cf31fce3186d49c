"""Who acts for an office, said at the official's desk and in the administrator's workspace, before a real server."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from desk_client.client.day import DeskPage
from desk_client.domain.delegation import DelegateRight
from desk_client.server.services.rulebook import rules
from desk_client.server.storage.tables.people import staff
from desk_client.ui.admin.list_section import ListSection
from desk_client.ui.operator.help.today import today
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.choice import Choice
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.text_field import TextField
from tests.gui.admin.conftest import Desk
from tests.integration.client.conftest import Region

OFFICE = "emir"


@pytest.fixture
async def official(look: Appearance, region: Region) -> AsyncIterator[Desk]:
    made = Desk(look, region)
    async with made.until_closed():
        await made.sign_in("emir")
        made.window.header.turn.click()
        await made.settle()
        assert made.client.day.value.page is DeskPage.CALENDAR
        yield made


def left(desk: Desk) -> tuple[str | None, str | None]:
    """What the store says of the office's manager."""
    query = staff.select().where(staff.c.office_id == OFFICE, staff.c.role == "delegate")
    row = desk.region.running.house.read_now(lambda transaction: transaction.connection.execute(query).one())
    return row.delegated, row.delegated_last


def choose(desk: Desk, *rights: DelegateRight) -> None:
    for right in DelegateRight:
        choice = desk.find(f"right_{right.value}")
        assert isinstance(choice, Choice)
        choice.setChecked(right in rights)


def fill(desk: Desk, name: str, text: str) -> None:
    field = desk.find(name)
    assert isinstance(field, TextField)
    field.setText(text)


async def test_an_official_narrows_what_the_manager_may_until_a_day_and_takes_it_back(official: Desk) -> None:
    await official.press("deputies")
    assert not official.find("rights_save").isEnabled(), "nothing is otherwise yet"
    choose(official, DelegateRight.MANAGE_BOOKINGS)
    last = today() + timedelta(days=3)
    fill(official, "rights_last", last.isoformat())
    await official.press("rights_save")
    await official.press("deputies_confirm")
    assert left(official) == ("see_calendar,manage_bookings", last.isoformat())
    official.window.calendar.notice.action.click()
    await official.settle()
    assert left(official) == (None, None)


async def test_everything_is_taken_away_at_once_and_the_question_warns(official: Desk) -> None:
    await official.press("deputies")
    await official.press("deputies_1")
    await official.press("deputies_0")
    await official.press("rights_revoke")
    assert official.find("deputies_cancel").hasFocus()
    await official.press("deputies_confirm")
    assert left(official) == ("", None)


async def test_another_office_stands_in_for_some_days_and_ends(official: Desk) -> None:
    await official.press("deputies")
    await official.press("deputies_1")
    first, last = today() + timedelta(days=5), today() + timedelta(days=6)
    office = official.find("deputies_office")
    assert isinstance(office, Pick)
    office.pick("deputy")
    office.picked.emit("deputy")
    fill(official, "duty_first", last.isoformat())
    fill(official, "duty_last", first.isoformat())
    assert not official.find("duty_enter").isEnabled(), "it ends before it begins"
    fill(official, "duty_first", first.isoformat())
    fill(official, "duty_last", last.isoformat())
    await official.press("duty_enter")
    await official.press("deputies_confirm")
    house = official.region.running.house
    duties = house.read_now(lambda transaction: rules(transaction).duties)
    assert first in {duty.first for duty in duties if duty.office_id == OFFICE}
    official.window.calendar.notice.action.click()
    await official.settle()
    after = house.read_now(lambda transaction: rules(transaction).duties)
    assert first not in {duty.first for duty in after if duty.office_id == OFFICE}


async def test_an_administrator_does_the_same_with_an_account(desk: Desk) -> None:
    await desk.open("people")
    account = next(
        each
        for each in desk.client.administration.staff.value.rows or ()
        if each.office_id == OFFICE and each.role.value == "delegate"
    )
    section = desk.window.administration.opened
    assert isinstance(section, ListSection)
    section.open(account.id)
    await desk.press("people_rights")
    choose(desk, DelegateRight.SEE_CALENDAR)
    await desk.press("admin_confirm")
    await desk.press("admin_confirm")
    assert left(desk) == ("see_calendar", None)
    await desk.press("admin_undo")
    assert left(desk) == (None, None)
