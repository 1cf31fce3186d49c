"""Three and four in one audience: real engines and codecs, a real server; each is seen by each other one."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager

import pytest

from desk_client.client.actions import call_in, receive
from desk_client.client.called_in import Invitation
from desk_client.client.conference import Conference
from desk_client.client.day import DeskPage
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Gateway
from desk_client.client.kiosk import KioskClient
from desk_client.client.others import PersonView
from desk_client.domain.call import Phase
from desk_client.domain.called_in import Capacity
from desk_client.domain.party import Party
from desk_client.domain.showing import Showing
from desk_client.rtc.engine import Engine
from desk_client.rtc.picture.scaler import TileScaler
from desk_client.rtc.port import AnyStream, MediaChoice, Stream, stream_of
from desk_client.rtc.rate.estimator import Estimator
from tests.fakes.call_end import Gathered
from tests.integration.client.conftest import PASSWORD, Ends, Region, until
from tests.integration.client.test_whole_way import first_item, in_talk, is_talking, runner

WIDTH, HEIGHT, FPS = 320, 180, 10
SOURCES = {Party.CITIZEN: 1, Party.OFFICIAL: 2, Party.THIRD: 3, Party.FOURTH: 4}
PATIENCE_S = 30.0
"""Four engines in one process, on a machine that others use too."""


@pytest.fixture(autouse=True)
def _lines_are_wide_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several engines in one process are late on a busy machine, which looks like a full line."""
    monkeypatch.setattr(Estimator, "target_bps", property(lambda _self: 600_000))
    monkeypatch.setattr(Estimator, "loss", property(lambda _self: 0.0))


class Desk:
    """The desk of somebody who may be called in."""

    def __init__(self, region: Region, source: int) -> None:
        media = MediaChoice(source, 300.0 + 100 * source, "synthetic", "synthetic", "none", WIDTH, HEIGHT, FPS)
        self.client = DeskClient(Gateway(region.url), lambda: Conference(Engine, media, Party.OFFICIAL))

    async def sign_in(self, username: str) -> None:
        assert await receive.sign_in(self.client, username, PASSWORD) is None
        await until(lambda: self.client.line is not None and self.client.line.is_up)

    async def ringing(self) -> Invitation:
        assert await call_in.load(self.client) is None
        (invitation,) = self.client.calls.value.ringing
        return invitation

    async def accept(self) -> None:
        assert await call_in.accept(self.client, await self.ringing()) is None


@pytest.fixture
async def seats(region: Region) -> AsyncIterator[tuple[Desk, Desk]]:
    """Of the office's manager, and of the deputy."""
    delegate, deputy = Desk(region, SOURCES[Party.THIRD]), Desk(region, SOURCES[Party.FOURTH])
    await delegate.sign_in("emir.office")
    await deputy.sign_in("deputy")
    yield delegate, deputy
    for desk in (delegate, deputy):
        await desk.client.close()


async def call(official: DeskClient, name: str, capacity: Capacity) -> None:
    people = await call_in.possible(official)
    assert isinstance(people, tuple)
    (somebody,) = [each for each in people if each.name.en == name]
    assert await call_in.call(official, somebody.staff_id, capacity) is None


@contextmanager
def watched(conference: Conference, stream: AnyStream) -> Iterator[Gathered]:
    """What a tile of that stream is given."""
    gathered = Gathered()
    scaler = TileScaler(gathered.picture)
    scaler.resize(WIDTH, HEIGHT)
    conference.attach(stream, scaler)
    try:
        yield gathered
    finally:
        conference.detach(stream, scaler)
        scaler.close()


async def sees(client: DeskClient | KioskClient, stream: AnyStream, party: Party) -> None:
    """Several moving pictures of that one, and of nobody else."""
    with watched(client.conference, stream) as gathered:
        await until(lambda: len({stamp.counter for stamp in gathered.stamps}) >= 5, PATIENCE_S)
        assert {stamp.source for stamp in gathered.stamps} == {SOURCES[party]}


def person(client: DeskClient | KioskClient, party: Party) -> PersonView | None:
    return next((each for each in runner(client).view.value.people if each.party is party), None)


def talks_with(client: DeskClient | KioskClient, *parties: Party) -> Callable[[], bool]:
    """Whether it talks with the one first, and with exactly these others."""

    def holds() -> bool:
        view = runner(client).view.value
        talking = {each.party for each in view.people if each.phase is Phase.TALKING}
        return view.phase is Phase.TALKING and talking == set(parties) == {each.party for each in view.people}

    return holds


async def test_three_see_each_other_and_the_third_is_known_by_name_and_capacity(
    ends: Ends, seats: tuple[Desk, Desk]
) -> None:
    kiosk, desk = await in_talk(ends)
    await call(desk, "Manager of the Emir's Office", Capacity.DELEGATE)
    third = seats[0].client
    invitation = await seats[0].ringing()
    assert invitation.caller_name.en == "Emir of Jazan Region"
    await seats[0].accept()
    assert third.day.value.page is DeskPage.CALLED
    await until(talks_with(kiosk, Party.THIRD), PATIENCE_S)
    await until(talks_with(desk, Party.THIRD), PATIENCE_S)
    await until(talks_with(third, Party.OFFICIAL), PATIENCE_S)
    for client in (kiosk, desk):
        shown = person(client, Party.THIRD)
        assert shown is not None
        assert shown.name is not None
        assert (shown.capacity, shown.name.en) == (Capacity.DELEGATE, "Manager of the Emir's Office")
        await sees(client, stream_of(Party.THIRD.value), Party.THIRD)
    await sees(third, Stream.REMOTE, Party.CITIZEN)
    await sees(third, stream_of(Party.OFFICIAL.value), Party.OFFICIAL)
    runner(third).set_camera(on=False)
    await until(lambda: all(_shows(client) is Showing.OFF for client in (kiosk, desk)))
    # taken out, the two talk on
    assert await call_in.take_out(desk, Party.THIRD) is None
    await until(lambda: runner(third).view.value.phase is Phase.ENDED)
    assert runner(third).view.value.is_taken_out
    await until(talks_with(kiosk))
    await until(talks_with(desk))
    await sees(kiosk, Stream.REMOTE, Party.OFFICIAL)


def _shows(client: DeskClient | KioskClient) -> Showing | None:
    shown = person(client, Party.THIRD)
    return None if shown is None else shown.shows


async def test_four_see_each_other_and_go_on_without_a_server_and_without_the_official(
    ends: Ends, region: Region, seats: tuple[Desk, Desk]
) -> None:
    kiosk, desk = await in_talk(ends)
    await call(desk, "Manager of the Emir's Office", Capacity.DELEGATE)
    await call(desk, "Deputy Emir of Jazan Region", Capacity.DEPARTMENT_HEAD)
    for seat in seats:
        await seat.accept()
    third, fourth = (seat.client for seat in seats)
    everybody: tuple[tuple[DeskClient | KioskClient, Party], ...] = (
        (kiosk, Party.CITIZEN),
        (desk, Party.OFFICIAL),
        (third, Party.THIRD),
        (fourth, Party.FOURTH),
    )
    for client, party in everybody:
        others = set(Party) - {party, party.other}
        await until(talks_with(client, *others), PATIENCE_S)
        await sees(client, Stream.REMOTE, party.other)
        for other in others:
            await sees(client, stream_of(other.value), other)
    region.stop()
    await until(lambda: not any(runner(client).view.value.signalling_up for client, _ in everybody))
    await sees(kiosk, stream_of(Party.FOURTH.value), Party.FOURTH)
    region.start()
    await until(lambda: all(runner(client).view.value.signalling_up for client, _ in everybody), PATIENCE_S)
    await until(talks_with(kiosk, Party.THIRD, Party.FOURTH), PATIENCE_S)
    # the official leaves for a while, and comes back
    await call_in.leave_for_a_while(desk)
    await until(lambda: person(third, Party.OFFICIAL) is None and person(fourth, Party.OFFICIAL) is None)
    await sees(kiosk, stream_of(Party.THIRD.value), Party.THIRD)
    await sees(third, stream_of(Party.FOURTH.value), Party.FOURTH)
    assert await receive.admit(desk, first_item(desk)) is None
    await until(talks_with(desk, Party.THIRD, Party.FOURTH), PATIENCE_S)
    await until(lambda: is_talking(kiosk), PATIENCE_S)
    # the end for all
    assert await receive.complete(desk) is None
    await until(lambda: all(runner(client).view.value.phase is Phase.ENDED for client in (third, fourth)))
    assert not runner(third).view.value.is_taken_out
