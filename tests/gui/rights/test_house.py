"""The same of everybody else: who triages, oversees, runs a hall, interprets or administers, and of everybody's own."""

import re
from pathlib import Path

from desk_client.client.actions import settle
from desk_client.client.day import DeskPage
from desk_client.domain.access import Action, Role
from desk_client.ui import desk as desk_wing
from desk_client.ui.admin.chapters import CHAPTERS
from desk_client.ui.operator.sections import SECTIONS
from tests.gui.rights import desk_asks, house_asks
from tests.gui.rights.conftest import Walk
from tests.gui.rights.people import OF_AN_OFFICE, PEOPLE, signed_in
from tests.gui.rights.policies import granted, policies
from tests.gui.rights.test_office import look_into_the_inbox

TABLES = (
    *(desk_asks.EVERYWHERE, *desk_asks.PAGES.values(), desk_asks.TALKS),
    *(house_asks.EVERY_SECTION, *house_asks.SECTIONS.values(), house_asks.CONSOLE),
)
_HOLE = re.compile(r"\{[^}]*\}")
_TOO_SHORT = 2
"""Of a name that is put together, to tell one from another."""


async def test_the_inbox_of_an_agency(walk: Walk) -> None:
    for who, post in PEOPLE.items():
        if who not in OF_AN_OFFICE and Action.SEE_REQUEST in granted(*post):
            await look_into_the_inbox(walk, who)
    assert walk.wrong == {}
    for overseer in (Role.AGENCY_LEADER, Role.EMIRATE_LEADERSHIP):
        assert walk.offers[overseer] & {Action.TRIAGE, Action.SEE_ATTACHMENT} == set()
    assert {Action.TRIAGE, Action.SEE_ATTACHMENT} <= walk.offers[Role.COORDINATOR]


async def test_everybody_has_a_first_page_settings_and_their_own_password(walk: Walk) -> None:
    for who in PEOPLE:
        walk.sign_out()
        await walk.look(who, "the first page", signed_in(who))
        settle.open_settings(walk.desk.client)
        await walk.look(who, "the settings")
        walk.sign_out()
        await walk.look(who, "a first password", signed_in(who, must_change=True))
        settle.open_settings(walk.desk.client)
        await walk.look(who, "the settings, with a first password")
    assert walk.wrong == {}
    assert [who for who, offers in walk.offers.items() if Action.JOIN_BY_BROWSER in offers] == [Role.OFFICIAL]


async def test_the_workspace_is_the_administrators_and_reads_nothing_that_is_not(walk: Walk) -> None:
    day = signed_in("administrator")
    await walk.look("administrator", "people", day)
    for place, chapter in enumerate(CHAPTERS):
        walk.desk.window.administration.open(place)
        await walk.look("administrator", chapter.code)
    assert walk.wrong == {}


async def test_the_console_is_the_operators_and_reads_nothing_that_is_not(walk: Walk) -> None:
    day = signed_in("operator")
    await walk.look("operator", "the hall", day)
    for place, section in enumerate(SECTIONS):
        walk.desk.window.console.open(place)
        await walk.look("operator", section.code)
    assert walk.wrong == {}


def test_each_role_opens_the_windows_that_are_its_own() -> None:
    opened = {who: {*signed_in(who).pages} for who in PEOPLE}
    for page, role in (
        (DeskPage.ADMINISTRATION, Role.ADMINISTRATOR),
        (DeskPage.CONSOLE, Role.OPERATOR),
        (DeskPage.CALLED, Role.INTERPRETER),
    ):
        assert {who for who, pages in opened.items() if page in pages} == {role}
    triages = {who for who, post in PEOPLE.items() if Action.SEE_REQUEST in granted(*post)}
    assert {who for who, pages in opened.items() if DeskPage.INBOX in pages} == triages
    assert {who for who, pages in opened.items() if DeskPage.TODAY in pages} == {*OF_AN_OFFICE}
    assert all(signed_in(who, must_change=True).pages == (DeskPage.NEW_PASSWORD,) for who in PEOPLE)


def test_the_tables_name_routes_that_there_are() -> None:
    named = {route for table in TABLES for asked in table.values() for route in asked}
    assert named - set(policies()) == set()


def test_the_tables_name_controls_that_there_are() -> None:
    wing = Path(desk_wing.__path__[0]).parent
    source = "\n".join(each.read_text(encoding="utf-8") for each in wing.rglob("*.py"))
    written = set(re.findall(r"""["']([\w{}. ]+)["']""", source))
    made = [re.compile(_HOLE.sub(r"\\w*", each)) for each in written if len(_HOLE.sub("", each)) > _TOO_SHORT]
    names = {name for table in TABLES for name in table} - written
    unseen = {name for name in names if name.rstrip("_") not in written and not (name[-1] == "_" and name in source)}
    assert {name for name in unseen if not any(each.fullmatch(name) for each in made)} == set()
