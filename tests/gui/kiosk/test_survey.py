"""How satisfied somebody is, by touch and keys: an answer, none, and one that cannot be sent."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

import pytest
from pydantic import BaseModel
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from desk_client.client.gateway import Method
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.satisfaction import SCORES, Reason
from desk_client.i18n.language import Language
from desk_client.protocol.satisfaction import Satisfaction, SatisfactionAsk
from desk_client.ui.kiosk.idleness import Patience
from desk_client.ui.messages import worded
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.pressable import Pressable
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor

A = TypeVar("A", bound=BaseModel)
ASKED = replace(sample.VISIT, page=Page.SURVEY, appointment=sample.RECEIVED, outcome=sample.OUTCOME)
PATH = f"/v1/appointments/{sample.RECEIVED.id}/satisfaction"
KEPT = Satisfaction(score=5, reasons=())


def sent(gateway: ScriptedGateway) -> list[object]:
    return [body for method, path, body in gateway.asked if (method, path) == ("PUT", PATH)]


def button(visitor: Visitor, name: str) -> Pressable:
    found = visitor.find(name)
    assert isinstance(found, Pressable)
    return found


async def test_a_face_and_reasons_are_sent_and_the_farewell_follows(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    gateway.script["PUT", PATH] = KEPT
    client.visit.set(ASKED)
    assert visitor.find("send_answer") is None
    assert visitor.find("reason_quick") is None
    where = button(visitor, "score_5").mapTo(visitor.window, QPoint())
    await visitor.touch("score_5")
    await visitor.touch("reason_quick")
    assert button(visitor, "score_5").mapTo(visitor.window, QPoint()) == where, "it stays under the finger"
    await visitor.touch("reason_good_line")
    await visitor.touch("reason_respected")
    await visitor.touch("reason_good_line")
    await visitor.touch("send_answer")
    await visitor.until_page("farewell")
    assert sent(gateway) == [SatisfactionAsk(score=5, reasons=(Reason.RESPECTED, Reason.QUICK))]


async def test_nobody_has_to_answer(visitor: Visitor, client: KioskClient, gateway: ScriptedGateway) -> None:
    client.visit.set(ASKED)
    send = visitor.window.page.main
    assert send is not None
    assert button(visitor, "skip").size() == send.size(), "neither is the larger one"
    await visitor.touch("skip")
    await visitor.until_page("farewell")
    assert sent(gateway) == []


async def test_another_face_offers_other_reasons_and_keeps_what_still_fits(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    gateway.script["PUT", PATH] = KEPT
    client.visit.set(ASKED)
    await visitor.touch("score_5")
    for name in ("reason_respected", "reason_settled"):
        await visitor.touch(name)
    await visitor.touch("score_3")
    assert visitor.find("reason_settled") is None
    await visitor.touch("reason_poor_line")
    await visitor.touch("send_answer")
    await visitor.until_page("farewell")
    assert sent(gateway) == [SatisfactionAsk(score=3, reasons=(Reason.RESPECTED, Reason.POOR_LINE))]


async def test_what_cannot_be_sent_is_said_and_may_be_sent_again(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    refusal = gateway.script["PUT", PATH] = Refusal(RefusalCode.TIMEOUT)
    client.visit.set(ASKED)
    await visitor.touch("score_1")
    await visitor.touch("reason_waited_long")
    await visitor.touch("send_answer")
    await visitor.until(lambda: worded(refusal).title in visitor.reads())
    assert button(visitor, "score_1").isChecked()
    assert button(visitor, "reason_waited_long").isChecked()
    gateway.script["PUT", PATH] = KEPT
    await visitor.touch("try_again")
    await visitor.until_page("farewell")
    assert sent(gateway) == [SatisfactionAsk(score=1, reasons=(Reason.WAITED_LONG,))] * 2


async def test_what_cannot_be_sent_keeps_nobody(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    gateway.script["PUT", PATH] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    client.visit.set(ASKED)
    await visitor.touch("score_2")
    await visitor.touch("send_answer")
    await visitor.until(lambda: visitor.find("try_again"))
    await visitor.touch("skip")
    await visitor.until_page("farewell")


class SlowGateway(ScriptedGateway):
    """Answers a PUT when it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.goes = asyncio.Event()

    async def ask(
        self,
        method: Method,
        path: str,
        answer: type[A],
        *,
        token: str | None = None,
        body: BaseModel | None = None,
        query: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        version: int | None = None,
    ) -> A | Refusal:
        if method == "PUT":
            await self.goes.wait()
        return await super().ask(
            method,
            path,
            answer,
            token=token,
            body=body,
            query=query,
            idempotency_key=idempotency_key,
            version=version,
        )


class TestWhileItIsBeingSent:
    """Somebody goes on before the server has answered."""

    @pytest.fixture
    def gateway(self, gateway: ScriptedGateway) -> ScriptedGateway:
        slow = SlowGateway()
        slow.script = gateway.script
        return slow

    @pytest.mark.parametrize("way", ["skip", "end"])
    async def test_the_way_on_is_open_and_a_late_answer_leads_nowhere(
        self, way: str, visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
    ) -> None:
        assert isinstance(gateway, SlowGateway)
        gateway.script["PUT", PATH] = KEPT
        client.visit.set(ASKED)
        await visitor.touch("score_4")
        survey = visitor.window.page
        await visitor.touch("send_answer")
        await visitor.until(lambda: survey.is_busy)
        await visitor.touch(way)
        await visitor.until_page("farewell")
        gateway.goes.set()
        await visitor.until(lambda: sent(gateway))
        await visitor.until(lambda: not survey.is_busy)
        assert visitor.window.page_name == "farewell"


async def test_an_answer_of_an_earlier_day_stands_and_nobody_is_bothered(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    gateway.script["PUT", PATH] = Refusal(RefusalCode.ALREADY_EXISTS)
    client.visit.set(ASKED)
    await visitor.touch("score_4")
    await visitor.touch("send_answer")
    await visitor.until_page("farewell")


async def test_the_arrow_keys_walk_the_faces_as_they_stand(visitor: Visitor, client: KioskClient) -> None:
    client.visit.set(ASKED)
    await visitor.touch("score_3")
    button(visitor, "score_3").setFocus(Qt.FocusReason.TabFocusReason)
    visitor.press(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is button(visitor, "score_4"), "in Arabic the better one stands to the right"
    assert button(visitor, "score_4").isChecked()
    for _ in range(2):
        visitor.press(Qt.Key.Key_Left)
    assert button(visitor, "score_2").isChecked()
    assert visitor.find("reason_waited_long") is not None


@pytest.mark.parametrize("language", Language)
async def test_the_faces_are_named_and_stand_where_reading_begins(
    language: Language, visitor: Visitor, client: KioskClient, look: Appearance
) -> None:
    look.set_language(language)
    client.visit.set(ASKED)
    faces = {score: button(visitor, f"score_{score}") for score in SCORES}
    by_place = sorted(SCORES, key=lambda score: faces[score].x(), reverse=language.is_right_to_left)
    assert by_place == [5, 4, 3, 2, 1]
    assert len({face.accessibleName() for face in faces.values()}) == len(SCORES)
    if language is Language.ENGLISH:
        assert (faces[5].accessibleName(), faces[1].accessibleName()) == ("Very satisfied", "Not satisfied at all")


async def test_a_change_of_language_loses_no_choice(visitor: Visitor, client: KioskClient, look: Appearance) -> None:
    client.visit.set(ASKED)
    await visitor.touch("score_2")
    await visitor.touch("reason_poor_line")
    look.set_language(Language.ENGLISH)
    await visitor.until(lambda: "Poor picture or sound" in visitor.reads())
    assert button(visitor, "score_2").isChecked()
    assert button(visitor, "reason_poor_line").isChecked()
    assert visitor.find("send_answer") is not None


async def test_the_visit_may_be_ended_here_without_a_question(visitor: Visitor, client: KioskClient) -> None:
    client.visit.set(ASKED)
    await visitor.touch("end")
    await visitor.until_page("farewell")


async def test_who_has_walked_away_is_forgotten(client: KioskClient, open_window: Open) -> None:
    client.visit.set(ASKED)
    async with open_window(client, patience=Patience(warn_after_ms=60, end_after_ms=120)) as visitor:
        await visitor.until_page("farewell")


async def test_nobody_waits_for_an_outcome_that_can_be_read_later(visitor: Visitor, client: KioskClient) -> None:
    client.visit.set(replace(ASKED, page=Page.OUTCOME, outcome=None, appointment=sample.TALKED))
    assert visitor.find("read_later") is None, "the official is there still"
    client.visit.set(replace(client.visit.value, appointment=sample.RECEIVED))
    await visitor.touch("read_later")
    await visitor.until_page("survey")
    await visitor.touch("skip")
    await visitor.until_page("farewell")
