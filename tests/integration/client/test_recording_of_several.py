"""A talk of three is recorded by real engines: the desk of whoever was called in is asked, agrees and withdraws."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from desk_client.client.actions import be_recorded, call_in, receive, record
from desk_client.client.desk import DeskClient
from desk_client.client.kiosk import KioskClient
from desk_client.client.recording_states import RecordingEnd, RecordingState, Say
from desk_client.domain.called_in import Capacity
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.rtc.rate.estimator import Estimator
from tests.integration.client.conftest import Ends, Region, server_is_up, until
from tests.integration.client.test_called_in import SOURCES, Desk, call
from tests.integration.client.test_recording import allow, of_desk, of_kiosk, reason, state
from tests.integration.client.test_whole_way import in_talk, is_talking, runner

PATIENCE_S = 40.0
COMPOSED_S = 80.0
"""Four tiles are twice the pixels of two, and the process that makes them gives way to everything else."""
MANAGER = "Manager of the Emir's Office"


@pytest.fixture(autouse=True)
def _lines_are_wide_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several engines in one process are late on a busy machine, which looks like a full line."""
    monkeypatch.setattr(Estimator, "target_bps", property(lambda _self: 600_000))
    monkeypatch.setattr(Estimator, "loss", property(lambda _self: 0.0))


@pytest.fixture
async def manager(region: Region) -> AsyncIterator[Desk]:
    desk = Desk(region, SOURCES[Party.THIRD])
    await desk.sign_in("emir.office")
    yield desk
    await desk.client.close()


def theirs(desk: Desk) -> RecordingState | None:
    return state(desk.client.calls.value.recording)


async def follow(desk: Desk) -> None:
    """As the window does with each hint."""
    assert await call_in.load(desk.client) is None


async def of_three(ends: Ends, manager: Desk) -> tuple[KioskClient, DeskClient]:
    kiosk, desk = await in_talk(ends)
    await allow(desk)
    await call(desk, MANAGER, Capacity.DELEGATE)
    await manager.accept()
    await until(lambda: is_talking(manager.client), PATIENCE_S)
    return kiosk, desk


async def recorded(ends: Ends, manager: Desk) -> tuple[KioskClient, DeskClient]:
    """All agreed, and something is on the disk already."""
    kiosk, desk = await of_three(ends, manager)
    assert await record.ask(desk) is None
    await follow(manager)
    seen = manager.client.calls.value.recording
    assert seen is not None
    assert seen.yours is Say.ASKED
    await until(lambda: of_kiosk(kiosk) is RecordingState.ASKED)
    assert await be_recorded.answer(kiosk, agrees=True) is None
    assert of_kiosk(kiosk) is RecordingState.ASKED, "nothing begins before the third agreed"
    assert desk.recordings.making is None
    assert await be_recorded.answer_called_in(manager.client, agrees=True) is None
    await until(lambda: of_desk(desk) is RecordingState.RUNNING and of_kiosk(kiosk) is RecordingState.RUNNING)
    await until(lambda: len(list(desk.spool.glob("rec_*/*.chunk"))) >= 2, PATIENCE_S)
    return kiosk, desk


async def test_it_runs_once_all_three_agreed_and_has_all_three_in_it(ends: Ends, manager: Desk) -> None:
    _, desk = await recorded(ends, manager)
    await follow(manager)
    assert theirs(manager) is RecordingState.RUNNING
    assert await record.end(desk) is None
    await follow(manager)
    assert theirs(manager) is RecordingState.ENDED
    refusal = await be_recorded.answer_called_in(manager.client, agrees=False)
    assert refusal is not None
    assert refusal.code is RefusalCode.ILLEGAL_TRANSITION, "after it has ended, the citizen alone has a say"
    assert await receive.complete(desk) is None
    await call_in.leave(manager.client, is_over=True)  # as the window does: engines that talk on starve what composes
    await until(lambda: not desk.has_spooled and not desk.recordings.handing_in.value, COMPOSED_S)
    listed = await record.kept(desk)
    assert not isinstance(listed, Refusal)
    assert [each.recording.state for each in listed.recordings] == [RecordingState.KEPT]


async def test_their_withdrawal_destroys_it_here_and_there_and_the_talk_goes_on(ends: Ends, manager: Desk) -> None:
    kiosk, desk = await recorded(ends, manager)
    assert await be_recorded.answer_called_in(manager.client, agrees=False) is None
    await until(lambda: of_desk(desk) is RecordingState.DESTROYED and desk.recordings.making is None)
    await until(lambda: not desk.has_spooled, 20)
    await until(lambda: of_kiosk(kiosk) is RecordingState.DESTROYED)
    assert reason(kiosk.visit.value.recording) is RecordingEnd.COLLEAGUE
    assert runner(desk).view.value.stats is not None
    assert is_talking(manager.client)
    refused = await record.ask(desk)
    assert refused is not None
    assert (refused.code, refused.field) == (RefusalCode.CONSENT_REQUIRED, "colleague")


async def test_who_joins_a_recorded_talk_agrees_first(ends: Ends, manager: Desk) -> None:
    kiosk, desk = await in_talk(ends)
    await allow(desk)
    await call(desk, MANAGER, Capacity.DELEGATE)
    before = await manager.ringing()
    assert before.recording is None
    assert await record.ask(desk) is None
    await until(lambda: of_kiosk(kiosk) is RecordingState.ASKED)
    assert await be_recorded.answer(kiosk, agrees=True) is None
    await until(lambda: of_desk(desk) is RecordingState.RUNNING)
    refused = await call_in.accept(manager.client, before)
    assert refused is not None
    assert refused.code is RefusalCode.CONSENT_REQUIRED
    (invitation,) = manager.client.calls.value.ringing
    assert invitation.recording is not None, "what it now says of it"
    assert await call_in.accept(manager.client, invitation, agrees_to=invitation.recording.text_version) is None
    await until(lambda: is_talking(manager.client), PATIENCE_S)
    assert theirs(manager) is RecordingState.RUNNING
    assert of_desk(desk) is RecordingState.RUNNING


async def test_a_server_that_comes_back_still_waits_for_the_third(ends: Ends, manager: Desk, region: Region) -> None:
    kiosk, desk = await of_three(ends, manager)
    assert await record.ask(desk) is None
    await until(lambda: of_kiosk(kiosk) is RecordingState.ASKED)
    assert await be_recorded.answer(kiosk, agrees=True) is None
    await asyncio.to_thread(region.stop)
    await asyncio.to_thread(region.start)
    await until(lambda: server_is_up(kiosk) and desk.trouble.value is None, PATIENCE_S)
    await until(lambda: manager.client.line is not None and manager.client.line.is_up, PATIENCE_S)
    await follow(manager)
    seen = manager.client.calls.value.recording
    assert seen is not None
    assert (seen.yours, seen.citizen, theirs(manager)) == (Say.ASKED, Say.AGREED, RecordingState.ASKED)
    assert await be_recorded.answer_called_in(manager.client, agrees=True) is None
    await record.read(desk)
    await until(lambda: of_desk(desk) is RecordingState.RUNNING, PATIENCE_S)
    assert of_kiosk(kiosk) in {RecordingState.ASKED, RecordingState.AGREED, RecordingState.RUNNING}


async def test_a_word_among_the_officials_is_a_pause_for_everybody(ends: Ends, manager: Desk) -> None:
    kiosk, desk = await recorded(ends, manager)
    assert await call_in.set_aside(desk, on=True) is None
    await until(lambda: of_kiosk(kiosk) is RecordingState.PAUSED, PATIENCE_S)
    assert await call_in.set_aside(desk, on=False) is None
    await until(lambda: of_kiosk(kiosk) is RecordingState.RUNNING, PATIENCE_S)
