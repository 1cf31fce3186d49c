"""The waiting room: when one's turn comes, as far as the office says."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from desk_client.client.actions import attend
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Note, NoteKind, Page, Prepared, QueuePlace
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import without_marks
from desk_client.ui.kiosk.note_words import note_words
from desk_client.ui.widgets.banner import Banner
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.visitor import Visitor

CHECKED_IN = sample.SOON.model_copy(update={"state": AppointmentState.WAITING})
QUEUE = "/v1/appointments/a1/queue"


def text(visitor: Visitor, name: str) -> str:
    label = visitor.find(name)
    return label.text() if isinstance(label, QLabel) else ""


async def test_the_place_is_read_when_one_sits_down_and_said_in_words(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    gateway.script["GET", QUEUE] = sample.PLACE
    client.visit.set(replace(sample.VISIT, page=Page.WAITING, appointment=CHECKED_IN))
    await visitor.until(lambda: text(visitor, "place"))
    assert "٢" in text(visitor, "place")
    assert "١٠" in text(visitor, "eta")
    assert "٢٠" in text(visitor, "eta")


@pytest.mark.parametrize(
    ("place", "said", "expected"),
    [
        (QueuePlace(position=1, earliest_min=0, latest_min=0, at=sample.NOW), "دوركم هو التالي", "أقل من دقيقة"),
        (QueuePlace(position=None, earliest_min=5, latest_min=10, at=sample.NOW), "", "١٠"),
    ],
)
async def test_whoever_is_next_is_told_so_and_an_office_may_keep_the_place_to_itself(
    place: QueuePlace, said: str, expected: str, visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    gateway.script["GET", QUEUE] = place
    client.visit.set(replace(sample.VISIT, page=Page.WAITING, appointment=CHECKED_IN))
    await visitor.until(lambda: text(visitor, "eta"))
    assert said in text(visitor, "place")
    assert (text(visitor, "place") == "") == (said == "")
    assert expected in text(visitor, "eta")


async def test_a_place_that_cannot_be_read_leaves_the_one_that_was_known(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    gateway.script["GET", QUEUE] = Refusal(RefusalCode.TIMEOUT)
    client.visit.set(replace(sample.VISIT, page=Page.WAITING, appointment=CHECKED_IN, place=sample.PLACE))
    await attend.read_place(client)
    assert "٢" in text(visitor, "place")


async def test_a_break_of_the_office_is_said_with_its_end_and_read_aloud_once(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    until = CHECKED_IN.slot.starts_at + timedelta(minutes=35)
    gateway.script["GET", QUEUE] = sample.PLACE.model_copy(update={"break_until": until})
    client.visit.set(replace(sample.VISIT, page=Page.WAITING, appointment=CHECKED_IN))
    aloud: list[str] = []
    visitor.window.page.said_anew.connect(lambda: aloud.append("again"))
    await visitor.until(lambda: visitor.find("office_break"))
    found = visitor.find("office_break")
    assert isinstance(found, Banner)
    assert "استراحة قصيرة حتى" in found.text
    assert without_marks(found.text) in visitor.window.page.spoken()
    gateway.script["GET", QUEUE] = sample.PLACE.model_copy(update={"break_until": until, "earliest_min": 5})
    await attend.read_place(client)
    assert aloud == ["again"], "once, not every fifteen seconds"
    gateway.script["GET", QUEUE] = sample.PLACE
    await attend.read_place(client)
    assert visitor.find("office_break") is None, "it is over"


@pytest.mark.usefixtures("visitor")  # who speaks Arabic
@pytest.mark.parametrize(("minutes", "expected"), [(2, "دقيقتان"), (15, "١٥ دقيقة"), (None, "نصف ساعة")])
def test_how_much_longer_it_takes_is_said_as_the_office_said_it(minutes: int | None, expected: str) -> None:
    note = Note(id="n", kind=NoteKind.WAITING, text="", prepared=Prepared.DELAYED, minutes=minutes, sent_at=sample.NOW)
    assert expected in note_words(note)


async def test_whoever_is_let_in_is_not_asked_for(client: KioskClient, gateway: ScriptedGateway) -> None:
    client.visit.set(replace(sample.VISIT, page=Page.CALL, appointment=sample.TALKED))
    await attend.read_place(client)
    assert not gateway.asked
