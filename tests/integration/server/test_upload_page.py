"""The page in a real Chromium of a telephone's size: it tells in Arabic what happens, within its own policy."""

import io
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from starlette.concurrency import run_in_threadpool

from desk_client.config.attachment_settings import AttachmentSettings
from desk_client.config.settings import ServerSettings
from tests.browser import phone_page
from tests.integration.server.people import Town
from tests.unit.server.attachments import documents, pictures

SAID = (
    "Object.fromEntries([...document.querySelectorAll('li')]"
    ".map((row) => [row.querySelector('bdi').textContent, row.querySelector('span').textContent]))"
)


@pytest.fixture
def settings(settings: ServerSettings, unused_tcp_port: int) -> ServerSettings:
    return settings.model_copy(
        update={
            "port": unused_tcp_port,
            "public_url": f"http://127.0.0.1:{unused_tcp_port}",
            "attachments": AttachmentSettings(scanning="off"),
        }
    )


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    made = {
        "صك الأرض.pdf": documents.pdf(),
        "photo.jpg": pictures.jpeg(),
        "program.pdf": b"MZ" + bytes(99),
        "film.jpg": b"\xff\xd8\xff" + bytes(50_000_000),
    }
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    return {name: tmp_path / name for name in made}


async def test_files_are_sent_and_what_cannot_be_is_named(town: Town, files: dict[str, Path]) -> None:
    visitor = await run_in_threadpool(lambda: town.citizen(town.kiosk()))
    link = await run_in_threadpool(visitor.got, "POST", "/upload-links")
    async with phone_page("ar") as phone:
        await phone.go(link["url"])
        assert await phone.says("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
        await phone.until("!document.getElementById('files').disabled")
        assert "عدد الملفات: 5" in await phone.says("document.getElementById('bounds').textContent")
        await keep(await phone.picture(), "empty")
        await phone.choose(*files.values())
        await phone.until("document.querySelectorAll('li[data-passage=sent]').length === 2")
        await phone.until("document.querySelectorAll('li[data-passage=failed]').length === 2")
        rows = await phone.says(SAID)
        assert rows["film.jpg"] == "الملف كبير جداً. الحد الأقصى 10 ميغابايت."
        assert rows["program.pdf"].startswith("لا يمكن قبول هذا النوع")
        assert rows["صك الأرض.pdf"] == rows["photo.jpg"] == "أُرسل إلى الكشك"
        await phone.until("!document.getElementById('next').hidden")
        await keep(await phone.picture(), "sent")
        seen = await run_in_threadpool(visitor.got, "GET", f"/upload-links/{link['id']}/files")
        assert {file["name"] for file in seen["files"]} == {"صك الأرض.pdf", "photo.jpg"}
        await run_in_threadpool(visitor.got, "DELETE", "/sessions/current")
        await phone.until("!document.getElementById('notice').hidden")
        assert "انتهت صلاحية هذا الرابط" in await phone.says("document.getElementById('notice').textContent")
        assert await phone.says("document.getElementById('files').disabled")
        await keep(await phone.picture(), "over")
        assert await phone.says("violations") == []
        width = await phone.says("document.documentElement.scrollWidth")
        assert width <= 390, "nobody has to move it sideways"


async def test_it_speaks_english_too_and_a_made_up_link_opens_nothing(town: Town) -> None:
    async with phone_page("en-GB", is_dark=True) as phone:
        await phone.go(f"{town.server.url}/upload#made-up")
        assert await phone.says("[document.documentElement.lang, document.documentElement.dir]") == ["en", "ltr"]
        await phone.until("document.getElementById('notice').textContent.startsWith('This link is over')")
        await phone.says("document.getElementById('language').click()")
        assert await phone.says("document.documentElement.dir") == "rtl"
        await keep(await phone.picture(), "made-up")
        assert await phone.says("violations") == []


async def keep(picture: bytes, name: str) -> None:
    """It is no white page; and where somebody wants to look at it, it is kept (MAJLIS_PICTURES names a folder)."""
    image = Image.open(io.BytesIO(picture)).convert("L")
    assert image.size == (780, 1688)
    assert len(np.unique(np.asarray(image))) > 16
    if folder := os.environ.get("MAJLIS_PICTURES"):
        await run_in_threadpool(Path(folder, f"upload-{name}.png").write_bytes, picture)
