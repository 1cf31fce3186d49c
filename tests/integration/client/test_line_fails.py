"""A line that fails under a real talk: it comes back by itself, or the office calls, or the person is booked again."""

import asyncio
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from desk_client.client.actions import attend, check, reach, receive
from desk_client.client.conference import Stream
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import NoteKind, Page, Prepared
from desk_client.domain import fallback
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call import Phase
from desk_client.domain.chat import ChatAuthor
from desk_client.domain.fallback import CallBackResult, Rung
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.showing import Showing
from desk_client.protocol.chat import ChatLine, ChatLineAsk
from desk_client.rtc.picture.scaler import TileScaler
from tests.integration.client.conftest import KNOWN, Ends, until
from tests.integration.client.test_whole_way import first_item, in_talk, is_talking, page, runner, waits

QUIET_DBFS = -60.0
DARK = 60
"""Of 255: brighter than what stands in for a camera that is off."""


@dataclass
class Network:
    """The network between the two ends, for media alone: the server is reached as ever."""

    is_cut: bool = False
    lost: int = 0


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[Network]:
    """Every datagram of both engines passes here."""
    made = Network()
    transport: Any = asyncio.selector_events._SelectorDatagramTransport  # type: ignore[attr-defined]  # asyncio's own
    send = transport.sendto

    def sendto(self: object, data: bytes, *to: object) -> None:
        if made.is_cut:
            made.lost += 1
        else:
            send(self, data, *to)

    monkeypatch.setattr(transport, "sendto", sendto)
    yield made
    made.is_cut = False


async def test_an_outage_is_told_and_the_talk_comes_back_by_itself_with_everything_as_it_was(
    ends: Ends, network: Network
) -> None:
    kiosk, desk = await in_talk(ends)
    runner(kiosk).set_microphone(on=False)
    assert await reach.write_caption(desk, "قرأتُ طلبكم") is None
    await until(lambda: kiosk.visit.value.written(NoteKind.CAPTION) is not None)
    network.is_cut = True
    await until(lambda: runner(kiosk).view.value.phase is Phase.RECONNECTING)
    await until(lambda: runner(desk).view.value.phase is Phase.RECONNECTING)
    assert network.lost > 0
    assert page(kiosk) is Page.CALL
    network.is_cut = False
    await until(lambda: is_talking(kiosk) and is_talking(desk), within_s=30)
    assert not runner(kiosk).view.value.microphone_on
    caption = kiosk.visit.value.written(NoteKind.CAPTION)
    assert caption is not None
    assert caption.text == "قرأتُ طلبكم"
    assert kiosk.conference.fallback.value.rung is Rung.VIDEO


async def test_each_end_knows_what_the_other_shows(ends: Ends) -> None:
    kiosk, desk = await in_talk(ends)
    assert runner(kiosk).view.value.peer_shows is Showing.CAMERA
    runner(desk).set_sharing(is_sharing=True)
    await until(lambda: runner(kiosk).view.value.peer_shows is Showing.SCREEN)
    runner(desk).set_sharing(is_sharing=False)
    runner(desk).rest_picture(rests=True)
    await until(lambda: runner(kiosk).view.value.peer_shows is Showing.RESTING)
    runner(desk).set_camera(on=False)
    await until(lambda: runner(kiosk).view.value.peer_shows is Showing.OFF)
    # whoever comes in later, as after a cable that was pulled, learns it as well
    assert kiosk.line is not None
    await attend.hang_up(kiosk)
    assert await attend.return_to_call(kiosk) is None
    await until(lambda: runner(kiosk).view.value.peer_shows is Showing.OFF)


async def test_on_hold_neither_sound_nor_picture_goes_over_and_the_visitor_knows(ends: Ends) -> None:
    kiosk, desk = await in_talk(ends)
    seen: list[int] = []
    scaler = TileScaler(lambda picture: seen.append(int(picture.luma().max())))
    scaler.resize(64, 36)
    kiosk.conference.attach(Stream.REMOTE, scaler)
    try:
        await until(lambda: loudness(kiosk) > QUIET_DBFS)
        await until(lambda: seen and seen[-1] > DARK)
        desk.conference.hold(on=True)
        await until(lambda: runner(kiosk).view.value.peer_holds)
        await until(lambda: loudness(kiosk) < QUIET_DBFS)
        await until(lambda: seen[-1] <= DARK)
        # who comes in meanwhile learns it as well, and is sent nothing either
        await attend.hang_up(kiosk)
        assert await attend.return_to_call(kiosk) is None
        await until(lambda: is_talking(kiosk) and runner(kiosk).view.value.peer_holds, within_s=30)
        assert loudness(kiosk) < QUIET_DBFS
        desk.conference.hold(on=False)
        await until(lambda: not runner(kiosk).view.value.peer_holds)
        await until(lambda: loudness(kiosk) > QUIET_DBFS and seen[-1] > DARK)
    finally:
        kiosk.conference.detach(Stream.REMOTE, scaler)
        scaler.close()


async def test_what_is_written_and_more_time_reach_the_other_end_and_come_again_after_an_outage(
    ends: Ends, network: Network
) -> None:
    kiosk, desk = await in_talk(ends)
    assert await reach.write_chat(desk, "ما رقم المعاملة؟", uuid.uuid4().hex) is None
    await until(lambda: [line.text for line in kiosk.visit.value.chat] == ["ما رقم المعاملة؟"])
    planned = slot_length(kiosk)
    assert await receive.extend(desk, 5) is None
    await until(lambda: slot_length(kiosk) == planned + timedelta(minutes=5))
    network.is_cut = True
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    path = f"/v1/appointments/{appointment.id}/chat"
    answered = await kiosk.gateway.ask(
        "POST", path, ChatLine, token=kiosk.token, body=ChatLineAsk(text="٤٤٥١٢٣"), idempotency_key=uuid.uuid4().hex
    )
    assert isinstance(answered, ChatLine), answered
    await until(lambda: desk.day.value.brief is not None and len(desk.day.value.brief.chat) == 2)
    network.is_cut = False
    await until(lambda: is_talking(kiosk) and is_talking(desk), within_s=30)
    assert await receive.complete(desk) is None
    brief = desk.day.value.brief
    assert brief is not None
    assert [line.author for line in brief.chat] == [ChatAuthor.OFFICIAL, ChatAuthor.CITIZEN]


def slot_length(kiosk: KioskClient) -> timedelta:
    """How long the visitor reads that their audience is."""
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    return appointment.slot.ends_at - appointment.slot.starts_at


def loudness(kiosk: KioskClient) -> float:
    """Of what the visitor hears."""
    levels = kiosk.conference.levels.value
    return -120.0 if levels is None else levels.remote_dbfs


async def test_where_no_line_holds_both_sides_know_of_the_call_that_is_owed_until_the_line_is_back(
    ends: Ends, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fallback, "CALL_BACK_AFTER_S", 2.0)
    kiosk, desk = await in_talk(ends)
    network.is_cut = True
    await until(lambda: kiosk.visit.value.call_back and desk.day.value.call_back, within_s=30)
    assert await reach.ask_number(desk) is None
    number = desk.day.value.number
    assert number is not None
    assert number.mobile is not None
    assert number.mobile.endswith(KNOWN[1][1:])
    network.is_cut = False
    await until(lambda: is_talking(kiosk) and is_talking(desk), within_s=30)
    await until(lambda: kiosk.conference.fallback.value.rung is Rung.SOUND_FIRST)
    assert page(kiosk) is Page.CALL


async def test_who_is_not_reached_is_booked_again_and_sees_it_at_once(
    ends: Ends, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fallback, "CALL_BACK_AFTER_S", 2.0)
    kiosk, desk = await in_talk(ends)
    lost = kiosk.visit.value.appointment
    assert lost is not None
    network.is_cut = True
    await until(lambda: desk.day.value.call_back is not None, within_s=30)
    refusal = await reach.say_called(desk, CallBackResult.NOT_REACHED)
    if refusal is not None and refusal.code is RefusalCode.SERVER_UNAVAILABLE:
        # the server closed the connection, idle for long, at that very moment: the official presses again
        refusal = await reach.say_called(desk, CallBackResult.NOT_REACHED)
    assert refusal is None
    await until(lambda: page(kiosk) is Page.REBOOKED)
    again = kiosk.visit.value.rebooked
    assert again is not None
    assert (again.state, again.case_id) == (AppointmentState.BOOKED, lost.case_id)
    assert kiosk.conference.call.value is None
    assert desk.conference.call.value is None
    await until(lambda: first_item(desk).state is AppointmentState.UNSERVED)


async def test_who_waits_reads_what_the_office_writes(ends: Ends) -> None:
    kiosk, desk = await ends.booked_kiosk(), await ends.signed_in_desk()
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    assert await attend.check_in(kiosk, appointment) is None
    check.go_on(kiosk)
    await until(lambda: waits(desk))
    assert await receive.open_brief(desk, first_item(desk)) is None
    assert await reach.write_note(desk, Prepared.TEN_MINUTES) is None
    await until(lambda: kiosk.visit.value.written(NoteKind.WAITING) is not None)
    note = kiosk.visit.value.written(NoteKind.WAITING)
    assert note is not None
    assert note.prepared is Prepared.TEN_MINUTES
