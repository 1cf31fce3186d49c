"""The waiting room: when one's turn comes, as far as the office says."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from desk_client.client.actions import attend
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page, QueuePlace
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.outcomes import Refusal, RefusalCode
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


async def test_whoever_is_let_in_is_not_asked_for(client: KioskClient, gateway: ScriptedGateway) -> None:
    client.visit.set(replace(sample.VISIT, page=Page.CALL, appointment=sample.TALKED))
    await attend.read_place(client)
    assert not gateway.asked
