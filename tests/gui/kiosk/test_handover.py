"""A talk that another office takes over, as the visitor meets it: told in words, read aloud, and never left alone."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page, Texts, Visit
from desk_client.domain.appointment import AppointmentState
from desk_client.ui.call.overlay import Overlay
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.fakes.still_call import StillCall
from tests.gallery import kiosk_samples as sample
from tests.gallery.call_states import MAYOR
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.test_call import NO_NOTES, TALKING, notices
from tests.gui.kiosk.test_called import Announcer
from tests.gui.kiosk.visitor import Visitor

if TYPE_CHECKING:
    from desk_client.client.calls import CallRunner

INSIDE = sample.TALKED.model_copy(update={"state": AppointmentState.IN_SESSION})
TAKEN = INSIDE.model_copy(update={"attending_title": Texts(ar="أمين منطقة جازان", en="Mayor of Jazan Region")})


@pytest.fixture
def voice() -> Announcer:
    return Announcer()


@pytest.fixture
def call() -> StillCall:
    return StillCall(TALKING)


@pytest.fixture
async def talk(
    client: KioskClient, gateway: ScriptedGateway, open_window: Open, voice: Announcer, call: StillCall
) -> AsyncIterator[Visitor]:
    """Somebody who waited, and talks."""
    gateway.script["GET", f"/v1/appointments/{sample.TALKED.id}/notes"] = NO_NOTES
    client.visit.set(Visit())
    client.station.set(sample.STATION)
    waiting = sample.TALKED.model_copy(update={"state": AppointmentState.WAITING})
    async with open_window(client, speech=voice, now=lambda: sample.NOW) as visitor:
        client.visit.set(replace(sample.VISIT, page=Page.WAITING, appointment=waiting))
        client.conference.call.set(cast("CallRunner", call))  # all that a view asks of one
        client.visit.set(replace(sample.VISIT, page=Page.CALL, appointment=INSIDE))
        await visitor.until_page("call")
        voice.announced.clear()
        yield visitor
        client.conference.call.set(None)


async def test_who_joins_and_why_is_shown_and_read_aloud_once(talk: Visitor, voice: Announcer, call: StillCall) -> None:
    call.view.set(replace(call.view.value, people=(MAYOR,)))
    said = "".join(notices(talk))
    assert "ليتولّاها" in said
    assert "أمين منطقة جازان" in said
    ((name, words),) = voice.announced
    assert name == "takes_over"
    assert "ليتولّاها" in words
    stops = voice.stops
    call.view.set(replace(call.view.value, people=(MAYOR,), is_sound_only=True))
    assert len(voice.announced) == 1
    assert voice.stops == stops, "it is read to its end"


async def test_whoever_is_only_called_in_is_not_read_aloud(talk: Visitor, voice: Announcer, call: StillCall) -> None:
    call.view.set(replace(call.view.value, people=(replace(MAYOR, takes_over=False),)))
    assert voice.announced == []
    assert "ليتولّاها" not in "".join(notices(talk))


async def test_who_goes_on_is_named_and_has_not_left(talk: Visitor, client: KioskClient, call: StillCall) -> None:
    call.view.set(replace(call.view.value, people=(MAYOR,)))
    call.view.set(replace(call.view.value, people=(replace(MAYOR, receives=True),)))
    call.view.set(replace(call.view.value, people=()))
    assert not any("غادر" in each for each in notices(talk))
    client.visit.set(replace(client.visit.value, appointment=TAKEN))
    said = "".join(notices(talk))
    assert "يُكمل المقابلة معكم من الآن" in said
    assert "أمين منطقة جازان" in said
    tile = talk.window.page.view.remote  # type: ignore[attr-defined]  # the talk's page is the one that has a view
    assert "أمين منطقة جازان" in tile.accessibleName()


async def test_that_the_officials_are_among_themselves_is_shown_and_read_aloud_once(
    talk: Visitor, voice: Announcer, call: StillCall
) -> None:
    call.view.set(replace(call.view.value, is_apart=True, people=(replace(MAYOR, takes_over=False, is_apart=True),)))
    ((name, words),) = voice.announced
    assert name == "moment"
    assert "لحظة من فضلكم" in words
    assert "لا يرونكم ولا يسمعونكم" in words
    overlay = talk.window.findChild(Overlay)
    assert overlay is not None
    assert overlay.isVisible()
    assert "لا يرونكم ولا يسمعونكم" in overlay.text.said
    call.view.set(replace(call.view.value, is_sound_only=True))
    assert len(voice.announced) == 1
    stops = voice.stops
    call.view.set(replace(call.view.value, is_apart=False, people=()))
    assert voice.stops == stops + 1, "they speak: nothing is read over them"
    assert not overlay.isVisible()
