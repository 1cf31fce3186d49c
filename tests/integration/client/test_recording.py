"""A talk is recorded: asked, agreed to, made by real engines, composed, handed in, opened again, and destroyed."""

import asyncio
from collections.abc import Callable
from functools import partial

import av
import pytest
from sqlalchemy import func, select

from desk_client.client.actions import attend, be_recorded, receive, record
from desk_client.client.desk import DeskClient
from desk_client.client.kiosk import KioskClient
from desk_client.client.recording_states import RecordingEnd, RecordingState, TalkRecording
from desk_client.domain.ids import OfficeId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.recordings import RecordingRule, RecordingRuleAsk
from desk_client.rtc.recording.sealed_file import BlockReader
from desk_client.server.storage.tables.recordings import recording_block
from tests.integration.client.conftest import Ends, Region, server_is_up, until
from tests.integration.client.test_whole_way import in_talk, runner

EMIR = OfficeId("emir")


def of_desk(desk: DeskClient) -> RecordingState | None:
    return state(desk.recordings.seen.value)


def of_kiosk(kiosk: KioskClient) -> RecordingState | None:
    return state(kiosk.visit.value.recording)


def state(seen: TalkRecording | None) -> RecordingState | None:
    return None if seen is None or seen.newest is None else seen.newest.state


def reason(seen: TalkRecording | None) -> RecordingEnd | None:
    return None if seen is None or seen.newest is None else seen.newest.end_reason


def chunks(desk: DeskClient) -> int:
    return len(list(desk.spool.glob("rec_*/*.chunk")))


def kept_blocks(region: Region) -> int:
    counted = select(func.count()).select_from(recording_block)
    return region.running.house.read_now(lambda transaction: transaction.connection.execute(counted).scalar_one())


async def allow(desk: DeskClient) -> None:
    path = f"/v1/offices/{EMIR}/recording"
    body = RecordingRuleAsk(allowed=True)
    answer = await desk.gateway.ask("PUT", path, RecordingRule, token=desk.token, body=body)
    assert not isinstance(answer, Refusal), answer


async def recorded_talk(ends: Ends) -> tuple[KioskClient, DeskClient]:
    """Both talk, the office allows it, the citizen agreed, and something is on the disk already."""
    kiosk, desk = await in_talk(ends)
    await allow(desk)
    assert await record.ask(desk) is None
    await until(lambda: of_kiosk(kiosk) is RecordingState.ASKED)
    assert await be_recorded.answer(kiosk, agrees=True) is None
    await until(lambda: of_desk(desk) is RecordingState.RUNNING and of_kiosk(kiosk) is RecordingState.RUNNING)
    await until(lambda: chunks(desk) >= 3, 30)
    return kiosk, desk


async def handed_in(desk: DeskClient) -> None:
    await until(lambda: not desk.has_spooled and not desk.recordings.handing_in.value, 60)


async def test_a_recorded_talk_is_composed_handed_in_and_played(ends: Ends, region: Region) -> None:
    kiosk, desk = await recorded_talk(ends)
    assert await receive.complete(desk) is None
    await handed_in(desk)
    listed = await record.kept(desk)
    assert not isinstance(listed, Refusal)
    (kept,) = listed.recordings
    assert kept.recording.state is RecordingState.KEPT
    play = await record.open_one(desk, kept.recording.id)
    assert not isinstance(play, Refusal)
    loop = asyncio.get_running_loop()

    def fetch(number: int) -> bytes:
        path = f"/v1/recordings/{kept.recording.id}/blocks/{number}"
        content = asyncio.run_coroutine_threadsafe(desk.gateway.fetch_file(path, token=desk.token), loop).result(10)
        assert isinstance(content, bytes)
        return content

    frames, samples = await asyncio.to_thread(partial(decoded, fetch, kept.recording.id, play.key, play.recording.size))
    assert frames > 20
    assert samples / 48_000 == pytest.approx((play.recording.duration_ms or 0) / 1000, abs=0.2)
    assert kept_blocks(region) > 0
    assert kiosk.visit.value.recording is not None


def decoded(fetch: Callable[[int], bytes], recording_id: str, key: str, size: int | None) -> tuple[int, int]:
    frames = samples = 0
    with av.open(BlockReader(recording_id, bytes.fromhex(key), size or 0, fetch), "r") as container:
        for frame in container.decode(video=0, audio=0):
            if isinstance(frame, av.VideoFrame):
                frames += 1
            elif isinstance(frame, av.AudioFrame):
                samples += frame.samples
    return frames, samples


async def test_a_no_is_told_and_nothing_is_on_the_disk(ends: Ends) -> None:
    kiosk, desk = await in_talk(ends)
    await allow(desk)
    assert await record.ask(desk) is None
    await until(lambda: of_kiosk(kiosk) is RecordingState.ASKED)
    assert await be_recorded.answer(kiosk, agrees=False) is None
    await until(lambda: of_desk(desk) is RecordingState.DECLINED)
    assert desk.recordings.making is None
    assert not desk.has_spooled
    refused = await record.ask(desk)
    assert refused is not None
    assert refused.code is RefusalCode.CONSENT_REQUIRED


async def test_whoever_withdraws_has_it_destroyed_here_and_there(ends: Ends, region: Region) -> None:
    kiosk, desk = await recorded_talk(ends)
    assert await be_recorded.answer(kiosk, agrees=False) is None
    await until(lambda: of_desk(desk) is RecordingState.DESTROYED and desk.recordings.making is None)
    await until(lambda: not desk.has_spooled, 20)
    assert reason(desk.recordings.seen.value) is RecordingEnd.WITHDRAWN
    assert kept_blocks(region) == 0
    assert runner(desk).view.value.stats is not None, "the talk goes on"


async def test_a_hold_is_a_pause_for_everybody(ends: Ends) -> None:
    kiosk, desk = await recorded_talk(ends)
    desk.conference.hold(on=True)
    await until(lambda: of_kiosk(kiosk) is RecordingState.PAUSED)
    desk.conference.hold(on=False)
    await until(lambda: of_kiosk(kiosk) is RecordingState.RUNNING)
    assert await record.end(desk) is None
    await until(lambda: of_kiosk(kiosk) is RecordingState.ENDED)
    await handed_in(desk)
    listed = await record.kept(desk)
    assert not isinstance(listed, Refusal)
    assert len(listed.recordings) == 1, "it is handed in while the talk goes on"


async def test_a_full_disk_is_told_to_both_and_what_was_recorded_is_kept(ends: Ends) -> None:
    kiosk, desk = await in_talk(ends)
    await allow(desk)
    assert await record.ask(desk) is None
    await until(lambda: of_kiosk(kiosk) is RecordingState.ASKED)
    newest = desk.recordings.seen.value
    assert newest is not None
    assert newest.newest is not None
    folder = desk.spool / newest.newest.id
    folder.mkdir(parents=True)
    (folder / "000004.part").symlink_to("/dev/full")
    assert await be_recorded.answer(kiosk, agrees=True) is None
    await until(lambda: of_kiosk(kiosk) is RecordingState.ENDED, 30)
    await until(lambda: reason(desk.recordings.seen.value) is RecordingEnd.DISK_FULL)
    assert reason(kiosk.visit.value.recording) is RecordingEnd.DISK_FULL
    await handed_in(desk)
    listed = await record.kept(desk)
    assert not isinstance(listed, Refusal)
    assert listed.recordings[0].recording.state is RecordingState.KEPT
    assert runner(kiosk).view.value.stats is not None


async def test_a_desk_that_ended_in_the_middle_hands_it_in_at_the_next_sign_in(ends: Ends, region: Region) -> None:
    _, desk = await recorded_talk(ends)
    await desk.close()  # as if the program had ended: nothing is said to the server
    assert desk.has_spooled
    again = await ends.signed_in_desk()
    await handed_in(again)
    listed = await record.kept(again)
    assert not isinstance(listed, Refusal)
    assert listed.recordings[0].recording.end_reason is RecordingEnd.FAILED
    assert kept_blocks(region) > 0


async def test_while_the_server_is_away_it_stays_and_is_handed_in_later(ends: Ends, region: Region) -> None:
    kiosk, desk = await recorded_talk(ends)
    assert await record.end(desk) is None
    await asyncio.to_thread(region.stop)
    await until(lambda: any(each.refusal is not None for each in desk.recordings.handing_in.value), 60)
    assert chunks(desk) > 0
    await asyncio.to_thread(region.start)
    await record.hand_in_left(desk)
    assert chunks(desk) == 0
    await until(lambda: server_is_up(kiosk) and desk.trouble.value is None)
    assert await attend.follow(kiosk) is None
    assert kept_blocks(region) > 0
