"""Visiting teams and interpreters in the administrator's workspace, before a real server."""

from datetime import timedelta

from desk_client.client.region_entries import RegionInterpreter, RegionTeam
from desk_client.ui.operator.help.today import today
from desk_client.ui.widgets.text_field import TextField
from tests.gui.admin.conftest import Desk
from tests.gui.admin.test_offices import agreed, at, place, question


def team(desk: Desk) -> RegionTeam:
    known = place(desk, "team:north-crew")
    assert isinstance(known, RegionTeam)
    return known


async def test_a_team_is_made_named_ended_from_a_day_and_brought_back(desk: Desk) -> None:
    await desk.open("offices")
    await desk.press("admin_new")
    for code, text in (("what", "team"), ("office", "lands"), ("name_ar", "فرقة الشمال"), ("name_en", "North crew")):
        desk.fill(code, text)
    await agreed(desk, "admin_save")
    assert team(desk).name.ar == "فرقة الشمال"
    desk.fill("name_ar", "فرقة الجنوب")
    await agreed(desk, "admin_save")
    assert team(desk).name.ar == "فرقة الجنوب"

    await desk.press("place_closing")
    field = desk.find("closing_day")
    assert isinstance(field, TextField)
    last = today() + timedelta(days=9)
    field.setText(last.isoformat())
    await desk.press("admin_confirm")
    assert question(desk)
    await desk.press("admin_confirm")
    assert place(desk, "team:north-crew").closed_from == last
    await agreed(desk, "place_closing")
    assert place(desk, "team:north-crew").closed_from is None
    await desk.press("admin_undo")
    assert place(desk, "team:north-crew").closed_from == last


async def test_an_interpreter_is_entered_with_a_language_that_stays(desk: Desk) -> None:
    await desk.open("offices")
    await desk.press("admin_new")
    for code, text in (("what", "interpreter"), ("name_ar", "سارة"), ("name_en", "Sarah")):
        desk.fill(code, text)
    assert not desk.find("admin_save").isEnabled(), "nobody interprets from no language"
    desk.fill("language", "sign")
    await agreed(desk, "admin_save")
    made = place(desk, "interpreter:sarah")
    assert isinstance(made, RegionInterpreter)
    assert made.language == "sign"
    await at(desk, "offices", "interpreter:sarah")
    assert not desk.shown("field_language")
