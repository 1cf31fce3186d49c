"""What the official gives comes before the visitor's eyes by itself, page by page, and nothing of it stays."""

import os
from dataclasses import replace

import psutil
import pytest
from PySide6.QtGui import QImage

from desk_client.client.actions import attend
from desk_client.client.kiosk import KioskClient
from desk_client.client.printer import Trouble
from desk_client.client.visit import Attachment, Page
from desk_client.domain.chat import ChatAuthor
from desk_client.protocol.appointments import Appointments
from desk_client.protocol.attachments import Attachments
from desk_client.protocol.base import Texts
from desk_client.protocol.chat import Chat
from desk_client.ui.widgets.label import Label
from tests import papers
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.fakes.still_call import StillCall
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.test_call import call, line, notices, page, talk
from tests.gui.kiosk.visitor import Visitor

__all__ = ["call", "talk"]

WHERE = f"/v1/appointments/{sample.TALKED.id}/attachments"
FORM = Attachment(
    id="att_form",
    name="نموذج 4821.pdf",
    media_type="application/pdf",
    size=1200,
    added_at=sample.NOW,
    given_by=Texts(ar="أمير منطقة جازان", en="Emir of Jazan Region"),
)
MAP = FORM.model_copy(update={"id": "att_map", "name": "خريطة.png", "media_type": "image/png"})
OWN = FORM.model_copy(update={"id": "att_own", "given_by": None})


def gives(gateway: ScriptedGateway, *documents: Attachment) -> None:
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(sample.TALKED,))
    gateway.script["GET", WHERE] = Attachments(attachments=documents, most=5)
    gateway.files.setdefault(f"{WHERE}/{FORM.id}", papers.pdf(3))
    gateway.files.setdefault(f"{WHERE}/{MAP.id}", papers.photo(640, 480, "PNG"))


def picture(visitor: Visitor) -> QImage:
    return page(visitor).paper.pane.picture.image


def says(visitor: Visitor, name: str) -> str:
    found = visitor.find(name)
    assert isinstance(found, Label)
    return found.said


def renderers() -> set[int]:
    """Processes of ours that draw documents."""
    found = set()
    for each in psutil.Process(os.getpid()).children(recursive=True):
        try:
            if "desk_client.client.viewing.renderer" in " ".join(each.cmdline()):
                found.add(each.pid)
        except psutil.Error:
            continue
    return found


async def opened(visitor: Visitor, client: KioskClient, gateway: ScriptedGateway) -> None:
    gives(gateway, OWN, FORM)
    await attend.follow(client)
    await visitor.until(lambda: not picture(visitor).isNull())


async def test_it_opens_by_itself_large_beside_the_pictures_and_is_turned(
    talk: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    assert talk.find("call_paper") is None
    await opened(talk, client, gateway)
    view = page(talk).view
    pane = page(talk).paper.pane
    assert pane.isVisible()
    for tile in (view.remote, view.local):
        assert tile.isVisible()
        assert not tile.geometry().intersects(pane.geometry()), "nobody is covered"
    assert pane.width() * pane.height() > view.width() * view.height() / 3
    assert any("يسلّمكم المسؤول مستندًا" in each for each in notices(talk))
    assert "٣" in says(talk, "given_page")
    first = picture(talk)
    await talk.touch("next_page")
    await talk.until(lambda: picture(talk) != first)
    assert "٢" in says(talk, "given_page")
    await talk.touch("previous_page")
    await talk.until(lambda: picture(talk) == first)
    whole = pane.picture.height()
    await talk.touch("larger_page")
    await talk.until(lambda: pane.picture.height() != whole)


async def test_messages_come_over_it_and_it_comes_back(
    talk: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    await opened(talk, client, gateway)
    said = line(1, ChatAuthor.OFFICIAL, "انظروا الصفحة الثانية")
    gateway.script["GET", f"/v1/appointments/{sample.TALKED.id}/chat"] = Chat(lines=(said,))
    await attend.follow(client)
    assert page(talk).chat.isVisible()
    assert not page(talk).paper.pane.isVisible()
    await talk.touch("toggle_chat")
    assert page(talk).paper.pane.isVisible(), "what was read is still there"
    await talk.touch("close_paper")
    assert not page(talk).paper.pane.isVisible()
    assert renderers() == set(), "what is closed is drawn by nobody"
    await talk.touch("call_paper")
    await talk.until(lambda: not picture(talk).isNull())


async def test_a_second_one_and_one_that_is_taken_back(
    talk: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    await opened(talk, client, gateway)
    gives(gateway, OWN, FORM, MAP)
    await attend.follow(client)
    await talk.until(lambda: "خريطة" in says(talk, "given_name") and not picture(talk).isNull())
    await talk.touch("other_paper")
    await talk.until(lambda: "نموذج" in says(talk, "given_name") and not picture(talk).isNull())
    gives(gateway, OWN, MAP)
    await attend.follow(client)
    assert not page(talk).paper.pane.isVisible()
    assert any("سحب المسؤول المستند" in each for each in notices(talk))


async def test_it_is_wiped_with_the_talk(talk: Visitor, client: KioskClient, gateway: ScriptedGateway) -> None:
    await opened(talk, client, gateway)
    shown = page(talk)
    assert len(renderers()) == 1
    client.visit.set(replace(client.visit.value, page=Page.FAREWELL))
    await talk.until_page("farewell")
    assert shown.paper.pane.picture.image.isNull()
    assert renderers() == set()


async def test_what_cannot_be_fetched_or_shown_is_said_and_fetched_again(
    talk: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    gives(gateway, FORM)
    whole = gateway.files.pop(f"{WHERE}/{FORM.id}")
    await attend.follow(client)
    await talk.until(lambda: talk.find("fetch_again") is not None)
    gateway.files[f"{WHERE}/{FORM.id}"] = whole
    await talk.touch("fetch_again")
    await talk.until(lambda: not picture(talk).isNull())
    gateway.files[f"{WHERE}/{MAP.id}"] = b"\x89PNG\r\n\x1a\n and nothing more"
    gives(gateway, FORM, MAP)
    await attend.follow(client)
    await talk.until(lambda: talk.find("given_state") is not None and picture(talk).isNull())
    await talk.until(lambda: "تعذّر عرض هذا المستند هنا" in page(talk).paper.pane.state.accessibleName())


async def test_it_is_printed_page_by_page(
    talk: Visitor, client: KioskClient, gateway: ScriptedGateway, monkeypatch: pytest.MonkeyPatch, call: StillCall
) -> None:
    del call
    printed: list[tuple[bytes, tuple[int, int]]] = []

    class Tray:
        async def print_page(self, pdf: bytes, _title: str, size_mm: tuple[int, int]) -> Trouble | None:
            printed.append((pdf, size_mm))
            return None if len(printed) > 1 else Trouble.OUT_OF_PAPER

        def close(self) -> None:
            """There is nothing to close."""

    monkeypatch.setattr(client, "printer", Tray())
    page(talk).paper.printing.button.show()
    await opened(talk, client, gateway)
    await talk.touch("print")
    await talk.until(lambda: page(talk).paper.printing.notice.isVisible() and len(printed) == 1)
    await talk.until(lambda: "ورق" in notice(talk))
    await talk.touch("print")
    await talk.until(lambda: len(printed) == 2)
    (pdf, (width, height)) = printed[1]
    assert pdf.startswith(b"%PDF")
    assert width == 80
    assert 300 < height < 340, "three pages of A4, as wide as the roll"


def notice(visitor: Visitor) -> str:
    return page(visitor).paper.printing.notice.text
