"""Halls, kiosks and holidays in the administrator's workspace, before a real server."""

from pathlib import Path

from desk_client.client.actions import enrol
from desk_client.client.administration import RegionKiosk, RegionSite
from desk_client.client.gateway import Gateway
from desk_client.config.secrets import FileSecrets
from desk_client.domain.outcomes import Refusal
from desk_client.ui.widgets.digit_field import PinField
from tests.gui.admin.conftest import Desk


def farasan(desk: Desk) -> tuple[RegionSite, RegionKiosk]:
    region = desk.client.administration.region.value
    assert region is not None
    return next((site, kiosk) for site in region.sites for kiosk in site.kiosks if kiosk.id == "farasan-1")


async def test_a_kiosk_is_enrolled_by_the_code_that_is_shown_retired_and_taken_back(desk: Desk, tmp_path: Path) -> None:
    await desk.open("halls")
    desk.window.administration.opened.open("farasan-1")  # type: ignore[attr-defined]  # it is a list's section
    await desk.press("halls_enrol")
    await desk.press("admin_confirm")
    code = desk.told("admin_secret")
    await desk.press("admin_written_down")
    gateway = Gateway(desk.region.url)
    enrolled = await enrol.enrol(gateway, FileSecrets(tmp_path / "kiosk"), code)
    gateway.close()
    assert not isinstance(enrolled, Refusal)
    await desk.press("halls_state")
    assert desk.find("admin_cancel").hasFocus(), "it cuts a visit off"
    await desk.press("admin_confirm")
    assert farasan(desk)[1].disabled
    assert not desk.find("halls_enrol").isEnabled()
    assert not desk.shown("admin_undo"), "its credential is gone with it"
    await desk.press("halls_state")
    await desk.press("admin_confirm")
    assert not farasan(desk)[1].disabled


async def test_a_hall_gets_its_pin(desk: Desk) -> None:
    await desk.open("halls")
    desk.window.administration.opened.open("farasan-1")  # type: ignore[attr-defined]  # the same
    assert not farasan(desk)[0].has_pin
    await desk.press("halls_pin")
    for name in ("hall_pin_first", "hall_pin_second"):
        field = desk.find(name)
        assert isinstance(field, PinField)
        field.setText("482917")
    await desk.press("admin_confirm")
    assert farasan(desk)[0].has_pin
    assert desk.told("admin_done")


async def test_a_day_of_ones_own_is_entered_and_taken_back(desk: Desk) -> None:
    await desk.open("holidays")
    before = len(desk.rows("holidays"))
    await desk.press("admin_new")
    desk.fill("first", "٢٠٢٧-٠٥-١٠")
    desk.fill("name_ar", "يوم المنطقة")
    desk.fill("name_en", "Day of the region")
    await desk.press("admin_save")
    await desk.press("admin_confirm")
    assert any("يوم المنطقة" in row for row in desk.rows("holidays"))
    await desk.press("admin_undo")
    assert len(desk.rows("holidays")) == before
