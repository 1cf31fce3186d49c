"""The server goes away in the middle of everything: each button says so, nothing is lost, and all of it comes right."""

import asyncio
import re

from PySide6.QtWidgets import QApplication, QWidget

from desk_client.ui.operator.help.find_page import FindPage
from desk_client.ui.widgets.banner import Banner
from desk_client.ui.widgets.button import Button
from desk_client.ui.widgets.label import Label
from tests.gui.operator.conftest import Desk
from tests.integration.client.conftest import KNOWN, Region

_ARABIC = re.compile("[\u0621-\u064a]{2}")
_NO_LINE = "لا يوجد اتصال"
_CHOOSES = frozenset({"to_desk", "to_kiosk_1", "by_any", "by_passport", "by_border_number"})
"""What only chooses what the next press is about."""


def buttons(section: QWidget) -> list[str]:
    return [each.objectName() for each in section.findChildren(Button) if each.isVisible() and each.isEnabled()]


def reads(section: QWidget) -> dict[str, str]:
    """What stands in each banner, and in each text."""
    banners = {str(id(each)): each.text for each in section.findChildren(Banner) if each.isVisible()}
    return banners | {str(id(each)): each.said for each in section.findChildren(Label) if each.isVisible()}


def kept(desk: Desk) -> int:
    """How many incidents are not at the server yet."""
    return len(desk.client.console.incidents.value.unsent)


async def press_all(desk: Desk, section: QWidget) -> None:
    """Press whatever can be pressed; each press is answered in words."""
    for name in buttons(section):
        if name in _CHOOSES or name not in buttons(section):
            continue
        before = reads(section)
        await desk.press(name)
        if desk.shown("hall_cancel"):
            await desk.press("hall_cancel")
            continue
        told = {text for key, text in reads(section).items() if before.get(key) != text}
        again = any(_NO_LINE in text for text in before.values())
        assert any(map(_ARABIC.search, told)) or again, (name, before)


async def test_every_button_says_it_nothing_is_lost_and_all_comes_right(desk: Desk, region: Region) -> None:
    console, model = desk.window.console, desk.client.console
    await desk.terminal.call_for_help()
    torn = {"id": "torn", "sequence": 7, "happened_at": "2026-11-30T06:00:00Z", "reason": "damaged"}
    await desk.terminal.report(aside=[torn])
    await desk.read()
    await asyncio.to_thread(region.stop)
    for place, section in enumerate(console.sections):
        console.rail.show_open(place)
        console._stack.setCurrentIndex(place)  # as whoever looks at it already: opening it would read, and find out
        for page in section.findChildren(FindPage):
            page.field.setText(KNOWN[0])
        QApplication.processEvents()
        await press_all(desk, section)
    assert kept(desk) == 5, "four that were recorded, and the fault that the kiosk called for"
    console.open(1)
    await desk.settle()
    await desk.press("incident_confirm")
    assert kept(desk) == 5, "said twice it is one fault"

    region.start()
    await desk.read()
    await desk.read()
    assert kept(desk) == 0
    assert not desk.shown("offline")
    assert not desk.shown("incident_notice"), "it is no news any more"
    await desk.press("incident_confirm")
    faults = [each for each in await desk.incidents() if each.site_id == "fayfa" and each.kiosk_id is None]
    assert sorted(each.kind for each in faults) == ["kiosk", "kiosk", "network", "other", "power"]
    assert not model.incidents.value.calls, "the call is ended with it"
    queue = model.walk_ins.value
    assert queue.shown is not None
    assert not queue.is_away
    assert not queue.given
    assert len((*queue.shown.waiting, *queue.shown.called)) == 3, "the numbers are handed in"
    console.open(3)
    await desk.settle()
    await desk.press("help_look_up")
    assert desk.shown("help_person"), "what was typed is still there"
    kiosk = model.hall.value.kiosk("fayfa-1")
    assert kiosk is not None
    assert kiosk.aside_count == 1, "what could not be marked stays"
