"""The manager of an office in its talk: brief, messages and minutes there, and the outcome that begins with them."""

from collections.abc import AsyncIterator

import pytest

from desk_client.client.actions import call_in, decide, reach, receive
from desk_client.client.minutes import Choice
from desk_client.domain.called_in import Capacity
from desk_client.domain.decision import Decision, DecisionCode
from desk_client.domain.outcomes import Refusal, RefusalCode
from tests.integration.client.conftest import Ends, Region, until
from tests.integration.client.test_called_in import Desk, call
from tests.integration.client.test_whole_way import first_item, in_talk

TOLD = "طلب المواطن إنارة الطريق."


@pytest.fixture
async def manager(region: Region) -> AsyncIterator[Desk]:
    desk = Desk(region, 3)
    await desk.sign_in("emir.office")
    yield desk
    await desk.client.close()


async def test_the_manager_takes_the_minutes_and_the_outcome_begins_with_them(ends: Ends, manager: Desk) -> None:
    _, official = await in_talk(ends)
    client = manager.client
    item = first_item(official)
    await call(official, "Manager of the Emir's Office", Capacity.DELEGATE)
    invitation = await manager.ringing()
    assert invitation.is_own_office
    assert invitation.ends_at is not None
    await manager.accept()
    await until(lambda: client.talk_brief is not None)
    assert await reach.write_chat(client, "تفضلوا", "key-of-the-manager") is None

    client.pen.open(item.id)
    await client.pen.read()
    client.pen.write(TOLD)
    await client.pen.keep()
    assert not client.pen.has_unsaved

    official.pen.open(item.id)
    await official.pen.read()
    assert official.pen.written.value.text == TOLD
    client.pen.write(f"{TOLD} وأُحيل.")
    await client.pen.keep()
    official.pen.write(f"{TOLD} ووُعد بالرد.")
    await official.pen.keep()
    theirs = official.pen.written.value.theirs
    assert theirs is not None, "both wrote, and nothing was written over"
    assert theirs.text == f"{TOLD} وأُحيل."

    assert await receive.extend(official, 5) is None
    assert await call_in.load(client) is None
    joined = client.calls.value.joined
    assert joined is not None
    assert joined.ends_at is not None
    assert joined.ends_at > invitation.ends_at

    assert await receive.complete(official) is None
    decision = Decision(DecisionCode.DIRECTED, official.pen.written.value.text, "إدارة الطرق")
    unread = await decide.record_outcome(official, decision)
    assert isinstance(unread, Refusal)
    assert unread.code is RefusalCode.PRECONDITION_FAILED
    await official.pen.choose(Choice.BOTH)
    decision = Decision(DecisionCode.DIRECTED, official.pen.written.value.text, "إدارة الطرق")
    assert "وأُحيل" in decision.text
    assert "ووُعد" in decision.text
    assert await decide.record_outcome(official, decision) is None
    client.pen.write("متأخر")
    await client.pen.keep()
    assert client.pen.has_unsaved, "what comes after the outcome is kept nowhere, and is not lost unsaid"
