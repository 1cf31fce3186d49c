"""A call on the ladder: the picture rests, and what no line carries is asked of the server until it has heard it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import cast

import pytest

from desk_client.client.calls import CallRunner, CallView
from desk_client.client.fallback import FallbackWatch
from desk_client.client.last_resorts import LastResorts
from desk_client.client.model import Model
from desk_client.domain.call import Phase
from desk_client.domain.fallback import CALL_AWAITED, CALL_BACK_AFTER_S, CallBackResult, Cause, Fallback, Rung
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.rtc.quality import Level, LineQuality
from tests.fakes.call_stats import CLEAN

TALKING = CallView(Phase.TALKING, signalling_up=True, stats=CLEAN)


class Runner:
    """What the watch reads of a call and asks of it."""

    def __init__(self) -> None:
        self.view = Model(TALKING)
        self.rests: list[bool] = []

    def rest_picture(self, *, rests: bool) -> None:
        self.rests.append(rests)


class Ladder:
    """A watch whose clock a test moves."""

    def __init__(self) -> None:
        self.runner = Runner()
        self.shown = Model(Fallback())
        self.asked: list[str] = []
        self.answers: list[Refusal | None] = []
        self.now_s = 0.0
        resorts = LastResorts(lambda: self._ask("call back"), lambda: self._ask("rebook"))
        runner = cast("CallRunner", self.runner)
        self.watch = FallbackWatch(runner, self.shown, resorts, now_s=lambda: self.now_s, again_s=0.0)

    async def _ask(self, what: str) -> Refusal | None:
        self.asked.append(what)
        return self.answers.pop(0) if self.answers else None

    async def lasts(self, seconds: float) -> Rung:
        for _ in range(round(seconds)):
            self.now_s += 1
            self.watch.look()
        for _ in range(8):
            await asyncio.sleep(0)
        return self.shown.value.rung


@pytest.fixture
async def ladder() -> AsyncIterator[Ladder]:
    made = Ladder()
    yield made
    await made.watch.close()


async def test_a_poor_line_has_the_picture_rest_and_gives_it_back(ladder: Ladder) -> None:
    ladder.runner.view.set(replace(TALKING, quality=LineQuality(Level.POOR, Level.FAIR)))
    assert await ladder.lasts(14) is Rung.SOUND_FIRST
    assert ladder.shown.value.cause is Cause.POOR
    assert ladder.runner.rests == [True]
    ladder.runner.view.set(TALKING)
    assert await ladder.lasts(20) is Rung.VIDEO
    assert ladder.runner.rests == [True, False]


async def test_where_the_engine_finds_no_room_nothing_needs_to_be_told_to_it(ladder: Ladder) -> None:
    for view in (replace(TALKING, is_sound_only=True), replace(TALKING, stats=replace(CLEAN, audio_only=True))):
        ladder.runner.view.set(view)
        assert await ladder.lasts(6) is Rung.SOUND_FIRST
        assert True not in ladder.runner.rests
        ladder.runner.view.set(TALKING)
        assert await ladder.lasts(120) is Rung.VIDEO


async def test_a_call_is_asked_for_until_the_server_has_heard_it(ladder: Ladder) -> None:
    ladder.answers = [Refusal(RefusalCode.SERVER_UNAVAILABLE), Refusal(RefusalCode.TIMEOUT)]
    ladder.runner.view.set(replace(TALKING, phase=Phase.PEER_AWAY))
    assert await ladder.lasts(CALL_BACK_AFTER_S + 1) is Rung.CALL_BACK
    assert ladder.asked == ["call back"] * 3
    assert await ladder.lasts(CALL_AWAITED.total_seconds() + 1) is Rung.REBOOKING
    assert ladder.asked[-1] == "rebook"


async def test_a_no_is_believed_and_a_line_that_comes_back_ends_the_asking(ladder: Ladder) -> None:
    ladder.answers = [Refusal(RefusalCode.ILLEGAL_TRANSITION)]
    ladder.runner.view.set(replace(TALKING, phase=Phase.RECONNECTING))
    await ladder.lasts(CALL_BACK_AFTER_S + 1)
    assert ladder.asked == ["call back"]
    ladder.runner.view.set(TALKING)
    assert await ladder.lasts(5) is Rung.SOUND_FIRST


async def test_who_was_not_reached_is_booked_again(ladder: Ladder) -> None:
    ladder.runner.view.set(replace(TALKING, phase=Phase.RECONNECTING))
    await ladder.lasts(CALL_BACK_AFTER_S + 1)
    ladder.watch.told(CallBackResult.NOT_REACHED)
    assert await ladder.lasts(0) is Rung.REBOOKING
    assert ladder.asked == ["call back", "rebook"]


@pytest.mark.parametrize("phase", [Phase.WAITING_FOR_PEER, Phase.PEER_LEFT, Phase.UNVERIFIED, Phase.ENDED])
async def test_nobody_is_called_who_is_not_meant_to_be_in_the_talk(ladder: Ladder, phase: Phase) -> None:
    ladder.runner.view.set(replace(TALKING, phase=phase))
    assert await ladder.lasts(300) is Rung.VIDEO
    assert ladder.asked == []
