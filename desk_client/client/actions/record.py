"""Recording a talk at the official's desk: asking, making, ending, handing in, and playing what is kept."""

import asyncio
import logging
import shutil
from pathlib import Path
from typing import Final

from desk_client.client.actions.compose import Composed, composed, sealed_blocks
from desk_client.client.calls import FIRST_PEER, CallView
from desk_client.client.coalesced import Coalesced
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Nothing
from desk_client.client.recording import HandingIn, TalkRecordings
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import CALLED_IN
from desk_client.domain.recording import OPEN, RecordingEnd, RecordingState
from desk_client.protocol.recordings import (
    Recording,
    RecordingBlocks,
    RecordingKey,
    RecordingPlay,
    RecordingRule,
    RecordingRuleAsk,
    Recordings,
    RecordingStateAsk,
    RecordingWholeAsk,
    TalkRecording,
)
from desk_client.rtc.recording_port import PauseRecording, Record, RecordingEnded, RecordingFault, StopRecording

logger = logging.getLogger(__name__)

_GONE: Final = frozenset({RefusalCode.NOT_FOUND, RefusalCode.ILLEGAL_TRANSITION})
_ENDS: Final = {RecordingFault.DISK_FULL: RecordingEnd.DISK_FULL, RecordingFault.DISK_FAILED: RecordingEnd.FAILED}
_PEERS: Final = (FIRST_PEER, *(party.value for party in CALLED_IN))
"""The visitor, and whoever sits in the other seats, now or later."""
_WRITTEN_WITHIN_S: Final = 5.0
_BETWEEN_S: Final = 0.1
"""Between two blocks: the server answers one desk so many requests a minute, and its official has others to make."""


async def read(client: DeskClient) -> None:
    """Read how it stands with the talk that runs, and do what follows of it here."""
    brief = client.day.value.brief
    if brief is None or not client.is_talking:
        return
    path = f"/v1/appointments/{brief.item.id}/recording"
    answer = await client.gateway.ask("GET", path, TalkRecording, token=client.token)
    if isinstance(answer, Refusal):
        logger.info("whether the talk is recorded could not be read: %s", answer.code)
        return
    await _follow(client, answer)


async def ask(client: DeskClient) -> Refusal | None:
    """Ask the visitor whether the talk may be recorded. Refusals: those of the server."""
    brief = client.day.value.brief
    if brief is None:
        return Refusal(RefusalCode.NOT_FOUND)
    path = f"/v1/appointments/{brief.item.id}/recording"
    answer = await client.gateway.ask("POST", path, TalkRecording, token=client.token)
    if isinstance(answer, Refusal):
        return answer
    await _follow(client, answer)
    return None


async def end(client: DeskClient) -> Refusal | None:
    """End the recording that runs, or take the question back; the talk goes on."""
    seen = client.recordings.seen.value
    newest = None if seen is None else seen.newest
    if newest is None or newest.state not in OPEN:
        return None
    if client.recordings.making is not None:
        await _stop(client)
    refusal = await _say(client, newest.id, RecordingState.ENDED, RecordingEnd.STOPPED)
    await read(client)
    return refusal


async def talk_over(client: DeskClient) -> None:
    """The talk has ended here: write what is there, and hand it in behind what is done now."""
    client.recordings.seen.set(None)
    if client.recordings.making is not None:
        await _stop(client)


async def leave(client: DeskClient) -> None:
    """Leave a talk that goes on without this desk: its recording ends openly, as does a question that stands."""
    await end(client)
    await talk_over(client)


async def hand_in_left(client: DeskClient) -> None:
    """Hand in whatever lies on this machine, one after the other; what the server does not want any more goes."""
    recordings = client.recordings
    async with client.handing_in:
        for spooled in recordings.left():
            await _hand_in(client, spooled.recording_id)


async def kept(client: DeskClient) -> Recordings | Refusal:
    """The office's recordings."""
    return await client.gateway.ask("GET", "/v1/recordings", Recordings, token=client.token)


async def open_one(client: DeskClient, recording_id: str) -> RecordingPlay | Refusal:
    """The key to one of them; that it was opened is noted."""
    return await client.gateway.ask("POST", f"/v1/recordings/{recording_id}/plays", RecordingPlay, token=client.token)


async def remove(client: DeskClient, recording_id: str) -> Refusal | None:
    """Do away with one, for good."""
    answer = await client.gateway.ask("DELETE", f"/v1/recordings/{recording_id}", Nothing, token=client.token)
    return answer if isinstance(answer, Refusal) else None


async def _follow(client: DeskClient, seen: TalkRecording) -> None:
    recordings = client.recordings
    recordings.seen.set(seen)
    newest, making = seen.newest, recordings.making
    if newest is None:
        return
    if newest.state is RecordingState.AGREED and making is None:
        await _begin(client, newest.id)
    elif making is not None and (newest.id != making or newest.state not in OPEN):
        await _stop(client)
        if newest.state is RecordingState.DESTROYED:
            _forget(recordings, making)


async def _begin(client: DeskClient, recording_id: str) -> None:
    recordings = client.recordings
    recordings.making = recording_id  # before the server is asked: a hint may come meanwhile
    recordings.ended.clear()
    answer = await client.gateway.ask(
        "POST", f"/v1/recordings/{recording_id}/beginning", RecordingKey, token=client.token
    )
    if isinstance(answer, Refusal):
        recordings.making = None
        recordings.ended.set()
        logger.warning("the recording could not begin: %s", answer.code)
        return
    recordings.on_ended = lambda ended_id, event: client.behind(_ended(client, ended_id, event))
    client.conference.record(Record(recording_id, bytes.fromhex(answer.key), recordings.spool, _PEERS))
    _pause_with_talk(client, recording_id)
    await read(client)


def _pause_with_talk(client: DeskClient, recording_id: str) -> None:
    """What is said on hold, or apart from somebody, is left out: here at once, and then for all to see."""
    runner = client.conference.call.value
    if runner is None:
        return
    is_paused = False

    async def say() -> Refusal | None:
        refusal = await _say(client, recording_id, RecordingState.PAUSED if is_paused else RecordingState.RUNNING)
        if refusal is not None:
            logger.info("that the recording paused, or went on, could not be said: %s", refusal.code)
        return None

    said = Coalesced(say)  # one after the other: the last one counts

    async def tell() -> None:
        await said()

    def hear(shown: CallView) -> None:
        nonlocal is_paused
        if client.recordings.making != recording_id:
            hear_no_more()
        elif (wanted := shown.is_held or bool(shown.apart_from)) is not is_paused:
            is_paused = wanted
            client.conference.record(PauseRecording(wanted))
            client.behind(tell())

    hear_no_more = runner.view.subscribe(hear)
    hear(runner.view.value)


async def _stop(client: DeskClient) -> None:
    """Have the engine write what it has; it tells when that is done."""
    client.conference.record(StopRecording())
    try:
        await asyncio.wait_for(client.recordings.ended.wait(), _WRITTEN_WITHIN_S)
    except TimeoutError:
        logger.warning("the recording was not written in time")


async def _ended(client: DeskClient, recording_id: str, event: RecordingEnded) -> None:
    """All of it is on the disk: say why, where nobody asked for it, and hand it in."""
    if event.fault is not None:
        await _say(client, recording_id, RecordingState.ENDED, _ENDS[event.fault])
        await read(client)
    await hand_in_left(client)


async def _say(
    client: DeskClient, recording_id: str, state: RecordingState, reason: RecordingEnd | None = None
) -> Refusal | None:
    answer = await client.gateway.ask(
        "PUT",
        f"/v1/recordings/{recording_id}/state",
        Recording,
        token=client.token,
        body=RecordingStateAsk(state=state, reason=reason),
    )
    return answer if isinstance(answer, Refusal) else None


async def _hand_in(client: DeskClient, recording_id: str) -> None:
    """Compose one, and send it block by block, going on where an earlier try broke off."""
    recordings = client.recordings
    refusal = await _handed_in(client, recording_id)
    if refusal is None or refusal.code in _GONE:
        _forget(recordings, recording_id)
        recordings.progress(None, recording_id)
        return
    logger.warning("a recording could not be handed in yet: %s", refusal.code)
    recordings.progress(HandingIn(recording_id, None, refusal), recording_id)


async def _handed_in(client: DeskClient, recording_id: str) -> Refusal | None:
    recordings, base = client.recordings, f"/v1/recordings/{recording_id}"
    recordings.progress(HandingIn(recording_id), recording_id)
    key = await client.gateway.ask("POST", f"{base}/beginning", RecordingKey, token=client.token)
    if isinstance(key, Refusal):
        return key
    if key.recording.state in OPEN:  # this program ended in the middle of it
        ended = await _say(client, recording_id, RecordingState.ENDED, RecordingEnd.FAILED)
        if ended is not None:
            return ended
    loop = asyncio.get_running_loop()

    def composing(share: float) -> None:
        step = HandingIn(recording_id, share / 2)
        loop.call_soon_threadsafe(recordings.progress, step, recording_id)

    made = await composed(recordings.spool, recording_id, bytes.fromhex(key.key), composing)
    if made is None:  # nothing was recorded
        await remove(client, recording_id)
        return None
    if isinstance(made, Refusal):
        return made
    return await _sent(client, recording_id, made)


async def _sent(client: DeskClient, recording_id: str, made: Composed) -> Refusal | None:
    recordings, base = client.recordings, f"/v1/recordings/{recording_id}"
    here = await client.gateway.ask("GET", f"{base}/blocks", RecordingBlocks, token=client.token)
    if isinstance(here, Refusal):
        return here
    there = frozenset(here.numbers) if made.was_there else frozenset()
    for number, content in sealed_blocks(made):
        if number in there:
            continue
        sent = await client.gateway.put_block(f"{base}/blocks/{number}", token=client.token, content=content)
        if isinstance(sent, Refusal):
            return sent
        await asyncio.sleep(_BETWEEN_S)
        recordings.progress(HandingIn(recording_id, 0.5 + number / (2 * made.blocks)), recording_id)
    said = RecordingWholeAsk(size=made.size, duration_ms=made.duration_ms)
    whole = await client.gateway.ask("POST", f"{base}/whole", Recording, token=client.token, body=said)
    return whole if isinstance(whole, Refusal) else None


def _forget(recordings: TalkRecordings, recording_id: str) -> None:
    """Nothing of it stays on this machine."""
    _remove(recordings.spool / recording_id)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


async def rule(client: DeskClient) -> RecordingRule | Refusal:
    """Whether the office records, and for how long it keeps that."""
    return await client.gateway.ask("GET", _office_path(client), RecordingRule, token=client.token)


async def allow(client: DeskClient, *, allowed: bool) -> RecordingRule | Refusal:
    """Have the office record from now on where the visitor agrees, or no longer; how long it keeps that stays."""
    before = await rule(client)
    if isinstance(before, Refusal):
        return before
    body = RecordingRuleAsk(allowed=allowed, kept_days=before.kept_days)
    return await client.gateway.ask("PUT", _office_path(client), RecordingRule, token=client.token, body=body)


def _office_path(client: DeskClient) -> str:
    session = client.day.value.session
    return f"/v1/offices/{session.person.office_id if session is not None else 'none'}/recording"
