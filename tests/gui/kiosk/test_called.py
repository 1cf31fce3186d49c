"""Whose number is called: shown while nobody is there, and heard at the kiosk that it is called to, and no other."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from desk_client.client.kiosk import CalledNumber, KioskClient
from desk_client.client.visit import Page, Visit
from desk_client.domain.appointment import AppointmentState
from desk_client.i18n.language import Language
from desk_client.protocol.walk_ins import CalledNumbers
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.test_reading import Voice
from tests.gui.kiosk.visitor import Visitor

OWN = sample.STATION.kiosk.number if sample.STATION.kiosk is not None else 0


class Announcer(Voice):
    """Keeps what it is to announce as well."""

    def __init__(self) -> None:
        super().__init__()
        self.announced: list[tuple[str, str]] = []

    def announce(self, name: str, text: str, language: Language) -> None:
        del language
        self.announced.append((name, text))


@pytest.fixture
def voice() -> Announcer:
    return Announcer()


@pytest.fixture
async def hall(client: KioskClient, open_window: Open, voice: Announcer) -> AsyncIterator[Visitor]:
    client.visit.set(Visit())
    client.station.set(sample.STATION)
    async with open_window(client, speech=voice, now=lambda: sample.NOW) as visitor:
        yield visitor


def told(*numbers: CalledNumber) -> str:
    return CalledNumbers(numbers=numbers).model_dump_json()


def strip(visitor: Visitor) -> QWidget | None:
    """The one that can be seen; the other stands below what nobody has touched yet."""
    found = [each for each in visitor.window.findChildren(QWidget, "called_numbers") if each.isVisible()]
    return found[0] if found else None


async def test_what_is_called_here_is_shown_and_heard_and_elsewhere_only_shown(hall: Visitor, voice: Announcer) -> None:
    orders = hall.window.hall
    here, there = (CalledNumber(number="A012", kiosk_number=number) for number in (OWN, OWN + 1))
    desk = CalledNumber(number="A010", kiosk_number=None)
    assert strip(hall) is None
    orders.hear_called(told(there, desk), is_news=True)
    shown = strip(hall)
    assert shown is not None
    assert shown.accessibleName().replace("\u2068", "").startswith("يُنادى الآن")
    assert voice.announced == [], "nobody is called to this kiosk"
    orders.hear_called(told(here, there), is_news=True)
    assert voice.announced == [("number_called", "الرقم A 0 1 2. تفضلوا إلى هذا الكشك.")]
    orders.hear_called(told(here, desk), is_news=True)
    assert len(voice.announced) == 1, "they were called already"
    orders.hear_called(told(here.model_copy(update={"calls": 2})), is_news=True)
    assert len(voice.announced) == 2, "they are called again"
    hall.window.attract_people()
    assert strip(hall) is not None, "whoever waits looks at whatever screen is near"
    orders.hear_called(told(), is_news=True)
    assert strip(hall) is None
    orders.hear_called("no numbers at all", is_news=True)
    assert len(voice.announced) == 2


async def test_what_was_called_before_this_window_came_and_whoever_is_busy_are_not_disturbed(
    hall: Visitor, voice: Announcer, client: KioskClient, gateway: ScriptedGateway
) -> None:
    del gateway
    here = CalledNumber(number="A012", kiosk_number=OWN)
    hall.window.hall.hear_called(told(here), is_news=False)
    client.visit.set(replace(sample.VISIT, page=Page.SUMMARY))
    hall.window.hall.hear_called(told(here.model_copy(update={"calls": 2})), is_news=True)
    assert voice.announced == []


async def test_whose_turn_it_is_hears_it_once_also_where_pages_are_read(
    hall: Visitor, voice: Announcer, client: KioskClient
) -> None:
    await hall.touch("listen")
    waiting = sample.TALKED.model_copy(update={"state": AppointmentState.WAITING})
    talking = sample.TALKED.model_copy(update={"state": AppointmentState.IN_SESSION})
    visit = replace(sample.VISIT, appointment=waiting)
    client.visit.set(replace(visit, page=Page.WAITING))
    stops = voice.stops
    client.visit.set(replace(visit, page=Page.CALL, appointment=talking))
    assert [name for name, _ in voice.announced] == ["your_turn"]
    assert voice.announced[0][1].startswith("حان دوركم")
    assert voice.stops > stops, "what was being read ends"
    # who hung up by mistake comes back by way of the waiting room, and is not called a second time
    client.visit.set(replace(visit, page=Page.OUTCOME, appointment=talking))
    client.visit.set(replace(visit, page=Page.WAITING, appointment=talking))
    client.visit.set(replace(visit, page=Page.CALL, appointment=talking))
    assert len(voice.announced) == 1
    # who was sent back to wait is
    client.visit.set(replace(visit, page=Page.WAITING))
    client.visit.set(replace(visit, page=Page.CALL, appointment=talking))
    assert len(voice.announced) == 2
