"""What a window reads of the media engine: a screen that is shown, pictures that were painted, how good the line is."""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from desk_client.client import pictures
from desk_client.client.conference import Conference, Level, MediaChoice, SharedScreen, SharingFault
from desk_client.client.pictures import Shareable
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.protocol.rooms import RoomToken
from desk_client.rtc import port
from desk_client.rtc.picture.screen_capture import ScreenLostError
from tests.fakes.call_stats import CLEAN
from tests.fakes.still_engine import StillEngine

if TYPE_CHECKING:
    from desk_client.client.signalling import SignallingSocket
    from desk_client.rtc.engine import Engine

SCREEN = port.ScreenArea(0, 0, 1280, 720)


class StillLine:
    """A signalling line that is up and says nothing."""

    is_up = True

    def send(self, _frame: object) -> None:
        pass


async def no_token() -> RoomToken | Refusal:
    return Refusal(RefusalCode.NOT_FOUND)


class Talk:
    """A conference before an engine that a test plays."""

    def __init__(self) -> None:
        self.engine = StillEngine()
        media = MediaChoice(1, 440.0, "synthetic", "synthetic", "none")
        self.conference = Conference(lambda: cast("Engine", self.engine), media, Party.OFFICIAL)

    def begin(self) -> None:
        self.conference.begin(cast("SignallingSocket", StillLine()), no_token)

    async def told(self, event: port.Event) -> None:
        self.engine.tell(event)
        await asyncio.sleep(0)


@pytest.fixture
def talk() -> Talk:
    return Talk()


def sent(talk: Talk) -> tuple[bool, bool]:
    """Whether sound and picture are sent now."""
    microphone = [command.on for command in talk.engine.posted if isinstance(command, port.SetMicrophone)]
    camera = [command.on for command in talk.engine.posted if isinstance(command, port.SetCamera)]
    return microphone[-1], camera[-1]


async def test_on_hold_nothing_is_sent_whatever_is_chosen_meanwhile_and_then_what_was_chosen(talk: Talk) -> None:
    talk.begin()
    runner = talk.conference.call.value
    assert runner is not None
    assert sent(talk) == (True, True)
    talk.conference.share(SCREEN)
    await talk.told(port.SharingStarted(SCREEN))
    talk.conference.hold(on=True)
    assert sent(talk) == (False, False)
    assert port.StopSharing() in talk.engine.posted
    await talk.told(port.SharingEnded(None))
    runner.set_microphone(on=True)
    runner.set_camera(on=False)
    runner.set_camera(on=True)
    runner.rest_picture(rests=True)
    runner.rest_picture(rests=False)
    assert sent(talk) == (False, False)
    before = len(talk.engine.posted)
    talk.conference.share(SCREEN)
    assert len(talk.engine.posted) == before, "no screen either"
    runner.set_camera(on=False)
    talk.conference.hold(on=False)
    assert sent(talk) == (True, False)
    await talk.conference.end(leave=True)


async def test_whoever_muted_in_one_talk_is_heard_in_the_next(talk: Talk) -> None:
    talk.begin()
    runner = talk.conference.call.value
    assert runner is not None
    runner.set_microphone(on=False)
    runner.set_camera(on=False)
    await talk.conference.end(leave=True)
    talk.begin()
    assert sent(talk) == (True, True)
    await talk.conference.end(leave=True)


async def test_a_screen_is_shown_from_when_the_engine_says_so_until_it_says_why_not(talk: Talk) -> None:
    talk.conference.share(SCREEN)
    assert port.ShareScreen(SCREEN) in talk.engine.posted
    assert talk.conference.sharing.value == SharedScreen()
    await talk.told(port.SharingStarted(SCREEN))
    assert talk.conference.sharing.value == SharedScreen(SCREEN)
    await talk.told(port.SharingEnded(SharingFault.GONE))
    assert talk.conference.sharing.value == SharedScreen(None, SharingFault.GONE)
    talk.conference.stop_sharing()
    assert isinstance(talk.engine.posted[-1], port.StopSharing)


async def test_a_second_refusal_is_told_like_the_first(talk: Talk) -> None:
    told: list[SharedScreen] = []
    talk.conference.sharing.subscribe(told.append)
    for _ in range(2):
        talk.conference.share(SCREEN)
        await talk.told(port.SharingEnded(SharingFault.PORTAL))
    assert [each.fault for each in told] == [SharingFault.PORTAL, None, SharingFault.PORTAL]


async def test_why_a_screen_was_not_shown_is_forgotten_in_the_next_call(talk: Talk) -> None:
    talk.conference.share(SCREEN)
    await talk.told(port.SharingEnded(SharingFault.GONE))
    talk.begin()
    assert talk.conference.sharing.value == SharedScreen()
    await talk.conference.end(leave=True)


async def test_what_can_be_shown_is_asked_aside_and_told_where_nothing_can(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = (Shareable(SCREEN, ""),)
    monkeypatch.setattr(pictures, "shareable", lambda: offered)
    assert await talk.conference.shareable() == offered

    def refuse() -> None:
        raise ScreenLostError(SharingFault.PORTAL, "no")

    monkeypatch.setattr(pictures, "shareable", refuse)
    assert await talk.conference.shareable() == ()
    assert talk.conference.sharing.value == SharedScreen(None, SharingFault.PORTAL)


async def test_painted_pictures_are_counted_for_each_call_anew(talk: Talk) -> None:
    painted = []
    for count in (3, 2):
        talk.begin()
        for _ in range(count):
            talk.conference.count_painted()
        await talk.told(port.Measured(CLEAN))
        runner = talk.conference.call.value
        assert runner is not None
        stats = runner.view.value.stats
        assert stats is not None
        painted.append(stats.frames_painted)
        await talk.conference.end(leave=True)
    assert painted == [3, 2]


async def test_a_call_says_how_its_line_has_been_of_late(talk: Talk) -> None:
    talk.begin()
    for _ in range(20):
        await talk.told(port.Measured(replace(CLEAN, loss=0.3)))
    runner = talk.conference.call.value
    assert runner is not None
    assert runner.view.value.quality.theirs is Level.POOR
    assert runner.view.value.quality.mine is Level.GOOD
    await talk.conference.end(leave=True)
