"""A word among the officials: real engines, a real server. Nothing of it is sent to the visitor, nor theirs played."""

import time

import pytest

from desk_client.client.actions import call_in, receive
from desk_client.client.conference import Stream
from desk_client.client.desk import DeskClient
from desk_client.client.kiosk import KioskClient
from desk_client.domain.call import Phase
from desk_client.domain.called_in import Capacity
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.party import Party
from desk_client.rtc.port import stream_of
from tests.fakes.call_end import Gathered
from tests.integration.client.conftest import Ends, Region, until
from tests.integration.client.test_called_in import (
    PATIENCE_S,
    Desk,
    call,
    sees,
    talks_with,
    watched,
)
from tests.integration.client.test_called_in import (
    _lines_are_wide_enough as _lines_are_wide_enough,  # noqa: PLC0414 - pytest finds the fixture by name
)
from tests.integration.client.test_called_in import seats as seats  # noqa: PLC0414 - as above
from tests.integration.client.test_whole_way import in_talk, runner

SILENT_DBFS = -60.0
SPOKEN_DBFS = -40.0
THIRD = stream_of(Party.THIRD.value)


def heard(client: DeskClient | KioskClient) -> float | None:
    """How loud whom they talk with first was in the last second; None while nothing is known."""
    found = runner(client).view.value.stats
    return None if found is None else found.remote_audio_dbfs


def decoded(client: KioskClient) -> int:
    """Pictures so far of whom they talk with first."""
    found = runner(client).view.value.stats
    return 0 if found is None else found.frames_decoded or 0


def is_private(*clients: DeskClient) -> bool:
    return all(runner(each).view.value.is_private for each in clients)


def is_dark(gathered: Gathered) -> bool:
    """Whether what came last is a still, dark picture."""
    return bool(gathered.pictures) and float(gathered.pictures[-1].luma().mean()) < 60


async def more_come(client: KioskClient) -> None:
    """Twenty more pictures of whom they talk with first."""
    before = decoded(client)
    await until(lambda: decoded(client) >= before + 20, PATIENCE_S)


async def three(ends: Ends, third: Desk) -> tuple[KioskClient, DeskClient, DeskClient]:
    kiosk, desk = await in_talk(ends)
    await call(desk, "Manager of the Emir's Office", Capacity.DELEGATE)
    await third.accept()
    await until(talks_with(kiosk, Party.THIRD), PATIENCE_S)
    await until(talks_with(desk, Party.THIRD), PATIENCE_S)
    await until(talks_with(third.client, Party.OFFICIAL), PATIENCE_S)
    return kiosk, desk, third.client


async def over(desk: DeskClient, *others: DeskClient) -> None:
    """The talk ends for all."""
    assert await receive.complete(desk) is None
    await until(lambda: all(runner(each).view.value.phase is Phase.ENDED for each in others))


def keeps_nothing_apart(monkeypatch: pytest.MonkeyPatch, kiosk: KioskClient) -> None:
    """A kiosk that does not do as it is told: what it is sent is what it shows and plays."""
    monkeypatch.setattr(runner(kiosk), "_keep_apart", lambda _parties: None)


@pytest.mark.timeout(240)  # three media engines
async def test_nothing_is_sent_to_the_visitor_or_heard_of_them_while_the_officials_go_on(
    ends: Ends, seats: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk, desk, third = await three(ends, seats[0])
    keeps_nothing_apart(monkeypatch, kiosk)
    await until(lambda: all((heard(each) or SILENT_DBFS) > SPOKEN_DBFS for each in (kiosk, desk, third)), PATIENCE_S)
    negotiation = runner(kiosk)._state.negotiation
    with (
        watched(kiosk.conference, Stream.REMOTE) as official,
        watched(kiosk.conference, THIRD) as delegate,
        watched(desk.conference, Stream.REMOTE) as visitor,
        watched(third.conference, Stream.REMOTE) as visitor_too,
    ):
        assert await call_in.set_aside(third, on=True) is None
        await until(lambda: is_private(desk, third))
        await until(lambda: is_dark(official) and is_dark(delegate), PATIENCE_S)
        for each in (official, delegate, visitor, visitor_too):
            each.clear()
        await more_come(kiosk)
        await until(lambda: all((heard(it) or -120.0) < SILENT_DBFS for it in (kiosk, desk, third)), PATIENCE_S)
        assert official.pictures, "the connection stands"
        assert [*official.stamps, *delegate.stamps] == []
        assert [*visitor.stamps, *visitor_too.stamps] == []
        await sees(desk, THIRD, Party.THIRD)
        await sees(third, stream_of(Party.OFFICIAL.value), Party.OFFICIAL)
        await more_come(kiosk)
        assert [*official.stamps, *delegate.stamps, *visitor.stamps, *visitor_too.stamps] == []
        assert await call_in.set_aside(desk, on=False) is None
        began_s = time.monotonic()
        await until(lambda: bool(official.stamps and delegate.stamps and visitor.stamps and visitor_too.stamps), 10.0)
        print(f"everything is back after {time.monotonic() - began_s:.2f} s")  # noqa: T201 - a figure to be seen
    await until(lambda: all((heard(each) or SILENT_DBFS) > SPOKEN_DBFS for each in (kiosk, desk, third)), PATIENCE_S)
    assert runner(kiosk)._state.negotiation == negotiation, "nothing was connected anew"
    await over(desk, third)


@pytest.mark.timeout(240)  # as above
async def test_it_goes_on_through_a_restart_and_is_over_where_one_is_left(
    ends: Ends, region: Region, seats: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk, desk, third = await three(ends, seats[0])
    keeps_nothing_apart(monkeypatch, kiosk)
    assert await call_in.set_aside(desk, on=True) is None
    await until(lambda: is_private(desk, third))
    region.stop()
    await until(lambda: not any(runner(each).view.value.signalling_up for each in (kiosk, desk, third)))
    assert is_private(desk, third), "in doubt they are apart"
    region.start()
    await until(lambda: all(runner(each).view.value.signalling_up for each in (kiosk, desk, third)), PATIENCE_S)
    await until(lambda: all(runner(each)._state.in_room for each in (kiosk, desk, third)), PATIENCE_S)
    assert is_private(desk, third)
    with watched(kiosk.conference, THIRD) as delegate:
        await call_in.leave(third)
        await until(lambda: not is_private(desk), PATIENCE_S)
        await until(lambda: not runner(desk).view.value.people)
        assert delegate.stamps == []
    await sees(desk, Stream.REMOTE, Party.CITIZEN)
    refused = await call_in.set_aside(desk, on=True)
    assert refused is not None
    assert refused.code is RefusalCode.ILLEGAL_TRANSITION
    await over(desk)


@pytest.mark.timeout(240)  # as above
async def test_who_comes_in_the_middle_is_apart_from_their_first_picture_on(
    ends: Ends, seats: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk, desk, third = await three(ends, seats[0])
    keeps_nothing_apart(monkeypatch, kiosk)
    assert await call_in.set_aside(desk, on=True) is None
    await until(lambda: is_private(desk, third))
    with watched(kiosk.conference, stream_of(Party.FOURTH.value)) as deputy:
        await call(desk, "Deputy Emir of Jazan Region", Capacity.DEPARTMENT_HEAD)
        await seats[1].accept()
        await until(lambda: is_dark(deputy), PATIENCE_S)
        await sees(desk, stream_of(Party.FOURTH.value), Party.FOURTH)
        assert deputy.stamps == []
        assert is_private(seats[1].client)
    await over(desk, third, seats[1].client)
