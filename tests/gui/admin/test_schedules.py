"""Schedules in the administrator's workspace: the slots that a change makes are seen before it is made."""

from desk_client.client.office_hours import CalendarAsk
from tests.gui.admin.conftest import Desk


def calendar(desk: Desk) -> CalendarAsk:
    schedule = desk.client.administration.schedule.value.content
    assert schedule is not None
    return schedule.calendar.calendar


async def at_office(desk: Desk, office_id: str = "deputy") -> None:
    await desk.open("schedules")
    offices = desk.find("schedule_office")
    offices.pick(office_id)  # type: ignore[attr-defined]  # it is a choice
    offices.picked.emit(office_id)  # type: ignore[attr-defined]  # the same
    await desk.settle()


async def test_hours_are_changed_after_their_slots_were_seen_and_taken_back(desk: Desk) -> None:
    await at_office(desk)
    before = calendar(desk)
    desk.window.administration.opened.open("weekly:0")  # type: ignore[attr-defined]  # it is a list's section
    desk.fill("opens", "٩:٠٠")
    desk.fill("closes", "09:05")
    await desk.settle()
    assert "٩:٠٠ ص" not in desk.told("schedule_slots")
    desk.fill("closes", "10:00")
    await desk.settle()
    assert "٩:٠٠ ص" in desk.told("schedule_slots")
    assert calendar(desk) == before, "seeing changes nothing"
    await desk.press("admin_save")
    await desk.press("admin_confirm")
    assert (calendar(desk).weekly[0].opens, calendar(desk).weekly[0].closes) == ("09:00", "10:00")
    await desk.press("admin_undo")
    assert calendar(desk) == before


async def test_ramadan_is_entered_by_its_year_and_removed_again(desk: Desk) -> None:
    await at_office(desk)
    await desk.press("admin_new")
    desk.fill("part", "seasons")
    desk.fill("name_ar", "رمضان")
    desk.fill("name_en", "Ramadan")
    desk.fill("ramadan", "1449")
    desk.fill("days", "6,0,1,2,3")
    assert not desk.find("admin_save").isEnabled(), "its hours are missing"
    desk.fill("opens", "10:00")
    desk.fill("closes", "14:00")
    await desk.press("admin_save")
    await desk.press("admin_confirm")
    (season,) = (each for each in calendar(desk).seasons if each.name.en == "Ramadan")
    assert season.first is not None
    assert season.first.isoformat() == "2028-01-28"
    desk.choose("schedules", "١٠:٠٠–١٤:٠٠")
    await desk.press("schedule_remove")
    await desk.press("admin_confirm")
    assert all(each.name.en != "Ramadan" for each in calendar(desk).seasons)


async def test_what_does_not_go_together_is_told_by_the_server_and_nothing_is_changed(desk: Desk) -> None:
    await at_office(desk)
    before = calendar(desk)
    await desk.press("admin_new")
    desk.fill("part", "duties")
    desk.fill("stand_in", "emir")
    desk.fill("first", "2027-06-10")
    desk.fill("last", "2027-06-01")
    await desk.settle()
    assert desk.told("schedule_stranded").startswith("لا تتوافق هذه الأوقات")
    await desk.press("admin_save")
    await desk.press("admin_confirm")
    assert desk.told("admin_notice").startswith("لا تتوافق هذه الأوقات")
    assert calendar(desk) == before
