"""A talk changes hands with real engines and a real server: the citizen sees both, then the one who goes on."""

from collections.abc import AsyncIterator

import pytest

from desk_client.client.actions import call_in, hand_over
from desk_client.client.day import DeskPage
from desk_client.client.kiosk import KioskClient
from desk_client.domain.call import Phase
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.rtc.port import Stream, stream_of
from tests.integration.client.conftest import Ends, Region, until
from tests.integration.client.test_called_in import PATIENCE_S, SOURCES, Desk, person, sees, talks_with
from tests.integration.client.test_called_in import _lines_are_wide_enough as _lines_are_wide_enough  # noqa: PLC0414 - pytest finds the fixture by name
from tests.integration.client.test_whole_way import in_talk, runner

NOTE = "يراجع في حجة الأرض."


@pytest.fixture
async def mayor(region: Region) -> AsyncIterator[Desk]:
    """Of another agency, at the desk."""
    desk = Desk(region, SOURCES[Party.THIRD])
    await desk.sign_in("mayor")
    yield desk
    await desk.client.close()


async def test_the_talk_goes_on_with_another_office_and_the_citizen_never_leaves_it(ends: Ends, mayor: Desk) -> None:
    kiosk, desk = await in_talk(ends)
    people = await hand_over.possible(desk)
    assert isinstance(people, tuple)
    (free,) = [each for each in people if each.name.en == "Mayor of Jazan Region"]
    assert await hand_over.offer(desk, free.staff_id, NOTE) is None
    too_early = await hand_over.complete(desk)
    assert isinstance(too_early, Refusal)
    assert too_early.code is RefusalCode.NOT_ADMITTED
    assert runner(desk).view.value.phase is Phase.TALKING, "nothing is lost by that"

    invitation = await mayor.ringing()
    offered = await hand_over.read(mayor.client, invitation)
    assert not isinstance(offered, Refusal)
    assert invitation.handover is not None
    assert (invitation.handover.note, offered.brief.item.id) == (NOTE, invitation.appointment_id)

    await mayor.accept()
    await until(talks_with(kiosk, Party.THIRD), PATIENCE_S)
    await until(talks_with(desk, Party.THIRD), PATIENCE_S)
    third = person(kiosk, Party.THIRD)
    assert third is not None
    assert third.takes_over
    await sees(kiosk, stream_of(Party.THIRD.value), Party.THIRD)

    assert await hand_over.complete(desk) is None
    assert (desk.day.value.page, desk.is_talking) == (DeskPage.TODAY, False)
    assert desk.day.value.item(invitation.appointment_id) is None, "it is another office's now"
    assert await call_in.load(mayor.client) is None  # what a desk does at each hint
    assert mayor.client.day.value.page is DeskPage.CALL
    assert mayor.client.calls.value.took is not None
    await until(talks_with(kiosk), PATIENCE_S)
    await sees(kiosk, Stream.REMOTE, Party.THIRD)
    await sees(mayor.client, Stream.REMOTE, Party.CITIZEN)
    brief = mayor.client.day.value.brief
    assert brief is not None
    assert [each.note for each in brief.handed_over] == [NOTE]


async def test_a_hold_silences_whoever_was_called_in_too_and_ends_for_both(ends: Ends, mayor: Desk) -> None:
    kiosk, desk = await in_talk(ends)
    people = await hand_over.possible(desk)
    assert isinstance(people, tuple)
    assert await hand_over.offer(desk, people[0].staff_id, NOTE) is None
    await mayor.accept()
    await until(talks_with(kiosk, Party.THIRD), PATIENCE_S)
    await until(talks_with(mayor.client, Party.OFFICIAL), PATIENCE_S)
    desk.conference.hold(on=True)
    await until(lambda: runner(mayor.client).view.value.is_held, PATIENCE_S)
    await until(lambda: _holds(kiosk), PATIENCE_S)
    desk.conference.hold(on=False)
    await until(lambda: not runner(mayor.client).view.value.is_held, PATIENCE_S)
    await until(lambda: not _holds(kiosk), PATIENCE_S)
    await sees(kiosk, stream_of(Party.THIRD.value), Party.THIRD)


def _holds(kiosk: KioskClient) -> bool:
    """Whether the citizen is told that whoever was called in is on hold."""
    third = person(kiosk, Party.THIRD)
    return third is not None and third.holds
