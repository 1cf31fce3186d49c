"""The audit trail in the administrator's workspace: searched by who, what and when, page by page."""

from datetime import timedelta

import pytest

from desk_client.client.actions.administer import people, trail
from desk_client.ui.operator.help.today import today
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.text_field import TextField
from tests.gui.admin.conftest import Desk


async def pick(desk: Desk, name: str, key: str) -> None:
    field = desk.find(name)
    assert isinstance(field, Pick)
    field.pick(key)
    field.picked.emit(key)
    await desk.settle()


async def on(desk: Desk, day: str) -> None:
    field = desk.find("trail_day")
    assert isinstance(field, TextField)
    field.setText(day)
    field.editingFinished.emit()
    await desk.settle()


async def test_acts_are_found_by_who_what_and_day(desk: Desk) -> None:
    emir = next(each for each in desk.client.administration.staff.value.rows or () if each.username == "emir")
    for is_disabled in (True, False):
        await people.set_disabled(desk.client, emir.id, is_disabled=is_disabled)
    await desk.open("trail")
    assert len(desk.rows("trail")) > 2
    await pick(desk, "trail_what", "disable_staff")
    ((_, who, what, subject),) = desk.rows("trail")
    assert (who, what, subject) == ("مدير", "تعطيل حساب", emir.id)
    await pick(desk, "trail_who", emir.id)
    assert desk.find("admin_empty").accessibleName() == "لا شيء من هذا في السجل"
    await pick(desk, "trail_who", "any")
    await on(desk, today().isoformat())
    assert len(desk.rows("trail")) == 1
    await on(desk, (today() - timedelta(days=1)).isoformat())
    assert desk.shown("admin_empty")
    await on(desk, "غدًا")
    assert desk.window.administration.opened.blocks[2].error  # type: ignore[attr-defined]  # the section's own


async def test_what_came_before_is_read_when_it_is_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trail, "_ROWS", 1)  # a page of the trail is longer than anything that a test does
    emir = next(each for each in desk.client.administration.staff.value.rows or () if each.username == "emir")
    await people.set_disabled(desk.client, emir.id, is_disabled=True)
    await desk.open("trail")
    assert len(desk.rows("trail")) == 1
    await desk.press("trail_more")
    assert len(desk.rows("trail")) == 2
