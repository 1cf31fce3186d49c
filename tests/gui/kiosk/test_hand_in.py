"""A visitor hands a document in beside the talk: the talk goes on, and they come back to it."""

from dataclasses import replace

import av
import numpy as np
import pytest

from desk_client.client.actions import attend, carry, documents
from desk_client.client.documents.camera import TalkCamera
from desk_client.client.kiosk import KioskClient
from desk_client.client.pictures import TileScaler
from desk_client.client.visit import Attachment, Page
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import Appointments
from desk_client.ui.kiosk.pages.photo import PhotoPage
from tests import papers
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.test_call import call, talk
from tests.gui.kiosk.test_given_paper import FORM, WHERE, gives
from tests.gui.kiosk.visitor import Visitor

__all__ = ["call", "talk"]

SENT = Attachment(id="att_1", name="صك.pdf", media_type="application/pdf", size=900, added_at=sample.NOW)


@pytest.fixture
async def aside(talk: Visitor, gateway: ScriptedGateway) -> Visitor:
    """They look for a document; what was given to them takes no room."""
    gives(gateway, FORM)
    await talk.touch("call_hand_in")
    await talk.until_page("more_documents")
    return talk


async def test_it_is_sent_and_one_is_back_in_the_talk(
    aside: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    assert client.conference.call.value is not None, "the talk goes on"
    assert "المقابلة مستمرة" in aside.reads()
    assert "العودة إلى المقابلة" in aside.reads()
    assert not aside.window._idleness.is_watching, "whoever talks is there"
    await aside.until(lambda: client.brought.basket.value.kept == ())
    assert documents.bring(client, "صك.pdf", papers.pdf(1)) is None
    gateway.script["POST", WHERE] = SENT
    await aside.touch("send")
    await aside.until_page("call")
    assert [path for method, path, _ in gateway.asked if method == "POST"] == [WHERE]
    assert client.brought.basket.value.documents == ()


async def test_what_was_not_taken_stays_and_says_why(
    aside: Visitor, client: KioskClient, gateway: ScriptedGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carry, "_AGAIN_AFTER_S", ())
    assert documents.bring(client, "صك.pdf", papers.pdf(1)) is None
    for code, words in (
        (RefusalCode.ATTACHMENT_INFECTED, "الملف غير آمن"),
        (RefusalCode.ATTACHMENT_DAMAGED, "تعذرت قراءة الملف"),
        (RefusalCode.SERVER_UNAVAILABLE, "لم يُرسل"),
    ):
        gateway.script["POST", WHERE] = Refusal(code)
        await aside.touch("send")
        await aside.until(lambda words=words: words in aside.reads())  # type: ignore[misc]  # a default binds it
    gateway.script["POST", WHERE] = SENT
    await aside.until_page("call")  # the line is back, and it goes by itself


async def test_the_official_ends_the_talk_meanwhile(
    aside: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    over = sample.TALKED.model_copy(update={"state": AppointmentState.COMPLETED})
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(over,))
    await attend.follow(client)
    await aside.until_page("outcome")


async def test_nobody_needs_to_hand_anything_in(aside: Visitor) -> None:
    await aside.touch("back")
    await aside.until_page("call")


async def test_a_paper_is_photographed_by_the_camera_of_the_talk(aside: Visitor, client: KioskClient) -> None:
    camera, seen = TalkCamera(client.conference), TileScaler(lambda _picture: None)
    before = len(client.conference._tiles)
    camera.attach(None, seen)
    assert camera.shot() is None
    picture = np.full((48, 64, 3), 200, dtype=np.uint8)
    looking = [tile for _, tile in client.conference._tiles[before:]]
    assert len(looking) == 2
    for tile in looking:
        tile.offer(av.VideoFrame.from_ndarray(picture, format="rgb24"))
    shot = camera.shot()
    assert shot is not None
    assert shot.shape == (48, 64, 3), "whole, as it was taken"
    camera.detach(None, seen)
    seen.close()
    assert camera.shot() is None
    assert len(client.conference._tiles) == before, "nobody looks any more"
    client.visit.set(replace(client.visit.value, page=Page.PHOTO, trail=(Page.CALL, Page.MORE_DOCUMENTS)))
    await aside.until_page("photo")
    page = aside.window.page
    assert isinstance(page, PhotoPage)
    assert isinstance(page.camera, TalkCamera), "the talk's camera cannot be opened twice"
