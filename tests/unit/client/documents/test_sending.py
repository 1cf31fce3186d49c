"""Documents on their way, by a scripted server: tried again, one after the other, and gone with the visit."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from pydantic import BaseModel

from desk_client.client.actions import carry, documents
from desk_client.client.carriage import Carriage
from desk_client.client.documents.basket import Basket, Passage
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.protocol.attachments import Attachment
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.integration.client.conftest import conference

A = TypeVar("A", bound=BaseModel)
SENT = Attachment(id="a", name="a.pdf", media_type="application/pdf", size=8, added_at=sample.NOW)
AWAY = Refusal(RefusalCode.SERVER_UNAVAILABLE)
PATH = ("POST", f"/v1/appointments/{sample.LATER.id}/attachments")
PDF = b"%PDF-1.7"


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carry, "_AGAIN_AFTER_S", (0.0, 0.0))


class Gateway(ScriptedGateway):
    """Gives its answers in turn."""

    def __init__(self, *turns: BaseModel | Refusal) -> None:
        super().__init__()
        self._turns = list(turns)
        self.sent: list[str] = []

    async def send_file(
        self, path: str, answer: type[A], *, token: str | None, name: str, media_type: str, content: bytes | Carriage
    ) -> A | Refusal:
        self.sent.append(name)
        self.script[PATH] = self._turns.pop(0)
        return await super().send_file(path, answer, token=token, name=name, media_type=media_type, content=content)


def client(gateway: ScriptedGateway, scans: Path | None = None) -> KioskClient:
    made = KioskClient(gateway, "credential", lambda: conference(Party.CITIZEN), scans=scans)
    made.station.set(sample.STATION)
    made.visit.set(replace(sample.VISIT, page=Page.TICKET, appointment=sample.LATER))
    return made


def bring(kiosk: KioskClient, *names: str) -> None:
    for name in names:
        assert documents.bring(kiosk, name, PDF + name.encode()) is None


async def test_what_fails_for_a_moment_is_tried_again() -> None:
    gateway = Gateway(AWAY, Refusal(RefusalCode.TIMEOUT), SENT)
    kiosk = client(gateway)
    bring(kiosk, "a")
    assert await documents.send(kiosk) is None
    assert gateway.sent == ["a", "a", "a"]
    assert kiosk.brought.basket.value.unsent == ()


async def test_what_is_refused_is_not_and_keeps_nothing_else_back() -> None:
    infected = Refusal(RefusalCode.ATTACHMENT_INFECTED)
    gateway = Gateway(infected, SENT)
    kiosk = client(gateway)
    bring(kiosk, "a", "b")
    assert await documents.send(kiosk) == infected
    assert gateway.sent == ["a", "b"]
    assert [each.passage for each in kiosk.brought.basket.value.documents] == [Passage.FAILED, Passage.SENT]
    assert kiosk.visit.value.page is Page.TICKET, "the booking stands"
    gateway._turns.append(SENT)
    assert await documents.send(kiosk) is None
    assert gateway.sent == ["a", "b", "a"]


async def test_a_time_that_runs_out_is_held_anew_on_the_way() -> None:
    kiosk = client(ScriptedGateway())
    hold = sample.VISIT.hold
    assert hold is not None
    kiosk.visit.set(replace(sample.VISIT, page=Page.DOCUMENTS))
    gateway = kiosk.gateway
    assert isinstance(gateway, ScriptedGateway)
    longer = hold.model_copy(update={"id": "longer", "expires_at": hold.expires_at + timedelta(minutes=5)})
    gateway.script["POST", "/v1/holds"] = longer
    assert await documents.go_on(kiosk, hold.expires_at - timedelta(minutes=4)) is None
    assert (kiosk.visit.value.hold, kiosk.visit.value.page) == (hold, Page.SUMMARY)
    kiosk.visit.set(replace(kiosk.visit.value, page=Page.DOCUMENTS))
    assert await documents.go_on(kiosk, hold.expires_at - timedelta(minutes=1)) is None
    assert (kiosk.visit.value.hold, kiosk.visit.value.page) == (longer, Page.SUMMARY)
    gateway.script["POST", "/v1/holds"] = Refusal(RefusalCode.SLOT_TAKEN)
    kiosk.visit.set(replace(kiosk.visit.value, page=Page.DOCUMENTS))
    assert await documents.go_on(kiosk, longer.expires_at) is None
    assert (kiosk.visit.value.hold, kiosk.visit.value.page) == (None, Page.SUMMARY), "the summary says so"


async def test_with_the_farewell_everything_is_let_go_of(tmp_path: Path) -> None:
    scans = tmp_path / "scans"
    scans.mkdir()
    kiosk = KioskClient(ScriptedGateway(), "credential", lambda: conference(Party.CITIZEN), scans=scans)
    (scans / "theirs.pdf").write_bytes(PDF)
    os.utime(scans / "theirs.pdf", (1, 1))
    kiosk.visit.set(Visit(page=Page.NATIONAL_ID))
    (scans / "ours.pdf").write_bytes(PDF)
    os.utime(scans / "ours.pdf", (kiosk.brought.began_s + 1,) * 2)
    kiosk.brought.media_roots = ()
    looked = await documents.look_for_files(kiosk)
    assert [found.name for found in looked.files] == ["ours.pdf"]
    assert await documents.take_file(kiosk, looked.files[0]) is None
    assert len(kiosk.brought.basket.value.documents) == 1
    kiosk.visit.set(Visit(page=Page.FAREWELL))
    kiosk.brought.close()
    assert kiosk.brought.basket.value == Basket()
    assert list(scans.iterdir()) == []
