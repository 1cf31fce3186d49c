"""The page on which a citizen answers what they were asked, in a real Chromium of a telephone's size."""

import pytest
from sqlalchemy import select
from starlette.concurrency import run_in_threadpool

from desk_client.config.settings import ServerSettings
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import outbox
from tests.browser import phone_page
from tests.integration.server.people import Client, Town, new_key

QUESTION = "أي طريق تقصدون: <b>الوادي</b> أم الجبل؟"


@pytest.fixture
def settings(settings: ServerSettings, unused_tcp_port: int) -> ServerSettings:
    url = f"http://127.0.0.1:{unused_tcp_port}"
    return settings.model_copy(update={"port": unused_tcp_port, "public_url": url})


def asked(town: Town) -> tuple[Client, str, str]:
    """Whoever asked, the request, and the link that was sent."""
    wish = {"text": "طريق القرية", "agency_id": "municipality"}
    made = town.citizen(town.kiosk()).got("POST", "/requests", wish, Idempotency_Key=new_key())
    clerk = town.official("municipality.coordinator")
    clerk.got("POST", f"/requests/{made['id']}/steps", {"taken": {"step": "ask_back", "text": QUESTION}})

    def newest(transaction: Transaction) -> str:
        rows = transaction.connection.execute(select(outbox).where(outbox.c.purpose == "request_asked")).all()
        return transaction.vault.open("outbox.body", rows[-1].id, rows[-1].body_sealed)

    return clerk, made["id"], town.server.house.read_now(newest).rsplit("\n", 1)[1]


async def test_a_question_is_read_answered_and_over(town: Town) -> None:
    clerk, request_id, link = await run_in_threadpool(asked, town)
    async with phone_page("ar") as phone:
        await phone.go(link)
        await phone.until("!document.getElementById('form').hidden")
        assert await phone.says("document.getElementById('question').textContent") == QUESTION
        assert await phone.says("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
        await phone.says("document.getElementById('text').value = 'طريق الوادي'")
        await phone.says("document.getElementById('send').click()")
        await phone.until("!document.getElementById('sent').hidden")
        assert "وصلت إجابتكم" in await phone.says("document.getElementById('sent').textContent")
        assert await phone.says("violations") == []
        assert await phone.says("document.documentElement.scrollWidth") <= 390, "nobody has to move it sideways"
    whole = await run_in_threadpool(clerk.got, "GET", f"/requests/{request_id}/file")
    assert whole["item"]["request"]["state"] == "submitted"
    assert [(step["step"], step["words"]) for step in whole["steps"]] == [
        ("ask_back", QUESTION),
        ("reply_request", "طريق الوادي"),
    ]
    async with phone_page("en-GB", is_dark=True) as phone:
        await phone.go(link)
        await phone.until("!document.getElementById('notice').hidden")
        assert "answered before" in await phone.says("document.getElementById('notice').textContent")
