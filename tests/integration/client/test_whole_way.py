"""From the booking to the confirmed outcome, and what may go wrong on the way."""

import asyncio
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from desk_client.client.actions import (
    attend,
    book,
    check,
    decide,
    documents,
    greet,
    identify,
    receive,
    satisfaction,
    waiting_room,
)
from desk_client.client.calls import CallRunner
from desk_client.client.day import AgendaItem, DeskPage
from desk_client.client.desk import DeskClient
from desk_client.client.device_check.findings import CheckView, Finding, KioskPart, Line
from desk_client.client.flows import kiosk as flow
from desk_client.client.gateway import Nothing
from desk_client.client.kiosk import KioskClient
from desk_client.client.line_events import LineEvent
from desk_client.client.visit import Goal, Page
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call import Phase
from desk_client.domain.decision import Decision, DecisionCode
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.notes import Prepared
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.domain.request import Decline
from desk_client.domain.satisfaction import Reason
from desk_client.protocol import signalling as wire
from desk_client.protocol.attestations import Attestation
from desk_client.protocol.call_summaries import CallSummaries
from desk_client.protocol.fingerprints import fingerprints
from desk_client.protocol.rooms import RoomToken
from desk_client.rtc.server_probe import ServerAnswer, ServerProbe
from desk_client.server.security.call_keys import Attestor
from desk_client.server.storage.tables.booking import incident
from desk_client.server.storage.tables.bookkeeping import audit
from tests.integration.client.conftest import KNOWN, NO_RELAY, Ends, Region, server_is_up, until

DECISION = Decision(DecisionCode.DIRECTED, "تُحال إلى إدارة الأراضي.", "إدارة الأراضي")


def first_item(desk: DeskClient) -> AgendaItem:
    agenda = desk.day.value.agenda
    assert agenda is not None
    return agenda.items[0]


def waits(desk: DeskClient) -> bool:
    """Whether the first of the list waits; before midnight, when their time is tomorrow's, not earlier."""
    agenda = desk.day.value.agenda
    return agenda is not None and bool(agenda.items) and agenda.items[0].state is AppointmentState.WAITING


def runner(client: KioskClient | DeskClient) -> CallRunner:
    call = client.conference.call.value
    assert call is not None
    return call


def page(client: KioskClient) -> Page:
    return client.visit.value.page


def is_talking(client: KioskClient | DeskClient) -> bool:
    call = client.conference.call.value
    return call is not None and call.view.value.phase is Phase.TALKING


async def in_talk(ends: Ends, desk: DeskClient | None = None) -> tuple[KioskClient, DeskClient]:
    kiosk, desk = await ends.booked_kiosk(), await ends.signed_in_desk(client=desk)
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    assert await attend.check_in(kiosk, appointment) is None
    assert page(kiosk) is Page.CHECK  # whoever is let in meanwhile need not wait for its end
    await until(lambda: waits(desk))
    assert first_item(desk).id in desk.day.value.unseen
    assert await receive.admit(desk, first_item(desk)) is None
    await until(lambda: is_talking(kiosk) and is_talking(desk))
    assert page(kiosk) is Page.CALL
    return kiosk, desk


async def test_the_device_check_passes_by_itself_and_the_same_media_go_on_into_the_talk(ends: Ends) -> None:
    kiosk, desk = await ends.booked_kiosk(), await ends.signed_in_desk()
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    assert await attend.check_in(kiosk, appointment) is None
    await until(lambda: page(kiosk) is Page.WAITING)
    found = kiosk.check.value
    assert found is not None
    assert found.is_done
    # there is no relay, which may matter or not: it is told, and holds nobody up
    assert [(line.part, line.finding) for line in found.lines] == [
        (KioskPart.CAMERA, Finding.GOOD),
        (KioskPart.MICROPHONE, Finding.GOOD),
        (KioskPart.NETWORK, Finding.NO_RELAY),
    ]
    await until(lambda: waits(desk))
    assert await receive.admit(desk, first_item(desk)) is None
    await until(lambda: is_talking(kiosk) and is_talking(desk))


async def test_the_operator_is_told_what_does_not_serve_at_which_kiosk(ends: Ends, region: Region) -> None:
    kiosk = await ends.kiosk()
    lines = (Line(KioskPart.CAMERA, Finding.DARK), Line(KioskPart.MICROPHONE, Finding.GOOD))
    kiosk.check.set(CheckView(lines))
    assert await check.call_operator(kiosk) is None
    rows = region.running.house.read_now(
        lambda transaction: transaction.connection.execute(select(incident.c.kiosk_id, incident.c.failed)).all()
    )
    assert [tuple(row) for row in rows] == [("fayfa-1", "camera")]
    region.stop()
    assert await check.call_operator(kiosk) == Refusal(RefusalCode.SERVER_UNAVAILABLE)
    region.start()


def hears(client: KioskClient | DeskClient, tone_hz: float) -> bool:
    stats = runner(client).view.value.stats
    heard = stats.remote_tone_hz if stats is not None else None
    return heard is not None and abs(heard - tone_hz) < 15


async def test_a_citizen_is_received_and_confirms_what_was_decided(ends: Ends) -> None:
    kiosk, desk = await in_talk(ends)
    await until(lambda: hears(kiosk, 587) and hears(desk, 440))
    assert await receive.complete(desk) is None
    assert desk.day.value.page is DeskPage.OUTCOME
    await until(lambda: page(kiosk) is Page.OUTCOME)
    assert kiosk.conference.call.value is None
    assert await decide.record_outcome(desk, DECISION) is None
    await until(lambda: kiosk.visit.value.outcome is not None)
    outcome = kiosk.visit.value.outcome
    assert outcome is not None
    assert outcome.decision == DECISION
    assert await attend.confirm_outcome(kiosk) is None
    assert page(kiosk) is Page.SURVEY
    assert await satisfaction.answer(kiosk, 4, (Reason.CLEAR_ANSWER,)) is None
    assert page(kiosk) is Page.FAREWELL
    await until(lambda: first_item(desk).state is AppointmentState.CONFIRMED)


async def test_the_server_is_killed_in_the_talk_and_the_talk_goes_on(ends: Ends, region: Region) -> None:
    kiosk, desk = await in_talk(ends)
    await region.move_out()
    await until(lambda: runner(kiosk).view.value.signalling_up and runner(desk).view.value.signalling_up)
    before = runner(kiosk).view.value
    region.stop()
    await until(lambda: not runner(kiosk).view.value.signalling_up and not runner(desk).view.value.signalling_up)
    frames = runner(kiosk).view.value.stats
    assert is_talking(kiosk)
    assert is_talking(desk)
    await until(lambda: runner(kiosk).view.value.stats != frames)
    region.start()
    await until(lambda: runner(kiosk).view.value.signalling_up and runner(desk).view.value.signalling_up)
    await until(lambda: is_talking(kiosk) and is_talking(desk))
    assert runner(kiosk).view.value.talking_since_s == before.talking_since_s
    assert await receive.complete(desk) is None
    await until(lambda: page(kiosk) is Page.OUTCOME)


async def test_the_kiosk_process_dies_and_the_citizen_comes_back_to_the_same_talk(ends: Ends) -> None:
    kiosk, desk = await in_talk(ends)
    assert kiosk.line is not None
    # as a crash leaves it: the line breaks and media stops, without a word
    await kiosk.line.stop()
    kiosk.line = None
    await kiosk.conference.close()
    await until(lambda: runner(desk).view.value.phase is Phase.PEER_AWAY)
    again = await ends.kiosk()
    await ends.sign_in(again, Goal.ATTEND, codes_before=1)
    assert await attend.load_appointments(again) is None
    assert await attend.check_in(again, again.visit.value.appointments[0]) is None
    await until(lambda: is_talking(again) and is_talking(desk))


async def test_the_citizen_is_sent_back_and_admitted_again(ends: Ends) -> None:
    kiosk, desk = await in_talk(ends)
    assert await receive.send_back(desk) is None
    await until(lambda: page(kiosk) is Page.WAITING)
    assert kiosk.conference.call.value is None
    assert await receive.admit(desk, first_item(desk)) is None
    await until(lambda: is_talking(kiosk) and is_talking(desk))


async def test_the_citizen_hangs_up_by_mistake_and_returns(ends: Ends) -> None:
    kiosk, desk = await in_talk(ends)
    await attend.hang_up(kiosk)
    await until(lambda: runner(desk).view.value.phase is Phase.PEER_LEFT)
    assert await attend.return_to_call(kiosk) is None
    await until(lambda: is_talking(kiosk) and is_talking(desk))


async def test_admit_pressed_twice_admits_once(ends: Ends) -> None:
    _, desk = await in_talk(ends)
    call = desk.conference.call.value
    assert await receive.admit(desk, first_item(desk)) is None
    assert desk.conference.call.value is call


async def test_two_desks_of_one_account_run_the_waiting_room_together_and_the_kiosk_follows(ends: Ends) -> None:
    kiosk, one, other = await ends.booked_kiosk(), await ends.signed_in_desk(), await ends.signed_in_desk()
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    assert await attend.check_in(kiosk, appointment) is None
    await until(lambda: page(kiosk) is Page.WAITING and first_item(other).position == 1)
    assert await waiting_room.begin_break(one, 15) is None
    await until(lambda: rests(other) and kiosk.visit.value.place is not None)
    place = kiosk.visit.value.place
    assert place is not None
    assert place.break_until is not None
    assert place.earliest_min >= 15, "the waiting time moves with the break"
    assert await waiting_room.end_break(other) is None
    await until(lambda: not rests(one))
    assert await waiting_room.write_to_all(other, 10) == 1
    await until(lambda: kiosk.visit.value.notes)
    assert (kiosk.visit.value.notes[-1].prepared, kiosk.visit.value.notes[-1].minutes) == (Prepared.DELAYED, 10)
    named = Decline("إدارة الأراضي", "الصك محل نزاع أمام المحكمة.", "المحكمة العامة، ثم إدارة الأراضي.")
    assert await waiting_room.decline(one, appointment.id, named) is None
    await until(lambda: page(kiosk) is Page.OUTCOME and kiosk.visit.value.outcome is not None)
    outcome = kiosk.visit.value.outcome
    assert outcome is not None
    assert (outcome.decision.code, outcome.decision.responsible_unit) == (DecisionCode.DECLINED, named.unit)
    assert named.next_step in outcome.decision.text
    await until(lambda: first_item(other).state is AppointmentState.OUTCOME_RECORDED)
    refused = await waiting_room.decline(other, appointment.id, named)
    assert refused == Refusal(RefusalCode.ILLEGAL_TRANSITION)


def rests(desk: DeskClient) -> bool:
    agenda = desk.day.value.agenda
    return agenda is not None and agenda.break_until is not None


async def test_a_peer_that_describes_garbage_is_refused_and_the_person_decides(
    ends: Ends, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk, desk = await ends.booked_kiosk(), await ends.signed_in_desk()
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    assert await attend.check_in(kiosk, appointment) is None
    assert desk.line is not None
    desk.conference.on_line = lambda event: describe_garbage(desk, event)  # type: ignore[method-assign]  # a hostile desk
    await until(lambda: waits(desk))
    path = f"/v1/appointments/{appointment.id}"
    assert not isinstance(await desk.gateway.ask("POST", f"{path}/admission", AgendaItem, token=desk.token), Refusal)
    token = await desk.gateway.ask("POST", f"{path}/room-token", RoomToken, token=desk.token)
    assert not isinstance(token, Refusal)
    desk.line.send(wire.Join(room_token=token.token))
    await until(lambda: page(kiosk) is Page.CALL and runner(kiosk).view.value.phase is Phase.FAILED)
    assert "cannot be used" in caplog.text
    await attend.hang_up(kiosk)
    assert page(kiosk) is Page.OUTCOME


def describe_garbage(desk: DeskClient, event: object) -> None:
    if isinstance(event, wire.Negotiate) and desk.line is not None:
        sdp = f"v=0\r\na=fingerprint:sha-256 {':'.join(['0A'] * 32)}\r\ngarbage"
        desk.line.send(
            wire.Description(message_id=f"m{event.negotiation}", negotiation=event.negotiation, kind="offer", sdp=sdp)
        )


async def test_a_slot_that_is_taken_while_choosing_is_refused_and_nothing_is_lost(ends: Ends) -> None:
    kiosk = await ends.booked_kiosk()
    booked = kiosk.visit.value.booked
    assert booked is not None
    visit = replace(kiosk.visit.value, page=Page.TIME, slot=None, hold=None)
    kiosk.visit.set(visit)
    refusal = await book.choose_slot(kiosk, booked.appointment.slot)
    assert refusal is not None
    assert refusal.code in {RefusalCode.SLOT_TAKEN, RefusalCode.SLOT_UNAVAILABLE}
    assert kiosk.visit.value == visit


async def test_the_server_is_away_at_each_step_and_every_answer_is_kept(ends: Ends, region: Region) -> None:
    kiosk = await ends.kiosk()
    away = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    identify.begin(kiosk, Goal.BOOK)
    assert identify.enter_national_id(kiosk, "١٠٠٠٠٠٠٠٠٨") is None
    region.stop()
    assert await greet.greet_server(kiosk) == away
    assert not server_is_up(kiosk)
    assert await identify.enter_mobile(kiosk, KNOWN[1]) == away
    assert (kiosk.visit.value.page, kiosk.visit.value.national_id) == (Page.MOBILE, KNOWN[0])
    region.start()
    assert await greet.greet_server(kiosk) is None
    assert server_is_up(kiosk)
    assert await identify.enter_mobile(kiosk, KNOWN[1]) is None
    code = await region.code_sent_to(KNOWN[1])
    region.stop()
    assert await identify.enter_code(kiosk, code) == away
    region.start()
    assert await identify.enter_code(kiosk, code) is None
    region.stop()
    assert await book.load_offices(kiosk) == away
    region.start()
    assert await book.load_offices(kiosk) is None
    emir = kiosk.visit.value.offices[0]
    book.choose_office(kiosk, emir)
    book.choose_service(kiosk, emir.services[0])
    book.choose_kind(kiosk, AppointmentKind.VIDEO_KIOSK)
    region.stop()
    assert await book.load_availability(kiosk, date.today(), 28) == away  # noqa: DTZ011 - a day more or less is fine
    region.start()
    assert await book.load_availability(kiosk, date.today(), 28) is None  # noqa: DTZ011 - the same
    slot = kiosk.visit.value.next_free
    assert slot is not None
    region.stop()
    assert await book.choose_slot(kiosk, slot) == away
    region.start()
    assert await book.choose_slot(kiosk, slot) is None
    book.write_subject(kiosk, "منحة أرض")
    assert await documents.go_on(kiosk, datetime.now(UTC)) is None
    region.stop()
    assert await book.confirm(kiosk) == away
    assert page(kiosk) is Page.SUMMARY
    region.start()
    assert await book.confirm(kiosk) is None
    booked = kiosk.visit.value.booked
    assert booked is not None
    assert booked.appointment.subject == "منحة أرض"


async def test_wrong_and_missing_codes(ends: Ends, region: Region) -> None:
    kiosk = await ends.kiosk()
    identify.begin(kiosk, Goal.BOOK)
    assert identify.enter_national_id(kiosk, "1000000000") == Refusal(
        RefusalCode.INVALID_NATIONAL_ID, field="national_id"
    )
    assert page(kiosk) is Page.NATIONAL_ID
    assert identify.enter_national_id(kiosk, KNOWN[0]) is None
    assert await identify.enter_mobile(kiosk, "0112345678") == Refusal(RefusalCode.INVALID_MOBILE, field="mobile")
    assert await identify.enter_mobile(kiosk, "٠٥٠٠٠٠٠٠٠١") is None
    code = await region.code_sent_to(KNOWN[1])
    refusal = await identify.enter_code(kiosk, "000000" if code != "000000" else "111111")
    assert refusal is not None
    assert (refusal.code, refusal.attempts_left) == (RefusalCode.CODE_WRONG, 4)
    assert await identify.enter_code(kiosk, code) is None
    assert kiosk.visit.value.page is flow.FLOW[Page.CODE].after(kiosk.visit.value)


async def test_leaving_gives_the_slot_back_and_ends_the_session(ends: Ends) -> None:
    kiosk = await ends.booked_kiosk()
    token = kiosk.token
    await attend.leave(kiosk)
    assert page(kiosk) is Page.FAREWELL
    assert token is not None
    assert await book.load_offices(kiosk) == Refusal(RefusalCode.SESSION_EXPIRED)


async def test_a_line_whose_session_ended_is_no_trouble_of_the_kiosk_and_leads_the_desk_to_its_door(
    ends: Ends,
) -> None:
    kiosk, desk = await ends.booked_kiosk(), await ends.signed_in_desk()
    for client in (kiosk, desk):
        answer = await client.gateway.ask("DELETE", "/v1/sessions/current", Nothing, token=client.token)
        assert answer == Nothing()
        assert client.line is not None
        await client.line.stop()
        client.line = None
        client.open_line()
    await until(lambda: desk.day.value.page is DeskPage.SIGN_IN)
    await until(lambda: kiosk.line is not None and kiosk.line._task is not None and kiosk.line._task.done())
    assert await book.load_offices(kiosk) == Refusal(RefusalCode.SESSION_EXPIRED)
    assert server_is_up(kiosk)


async def test_both_ends_show_the_same_code_and_another_one_on_another_connection(ends: Ends) -> None:
    kiosk, desk = await in_talk(ends)
    await until(lambda: runner(kiosk).view.value.code is not None and runner(desk).view.value.code is not None)
    code = runner(kiosk).view.value.code
    assert runner(desk).view.value.code == code
    await desk.conference.end(leave=True)
    await until(lambda: runner(kiosk).view.value.code is None)
    assert desk.line is not None
    desk.conference.begin(desk.line, lambda: receive.room_token(desk))
    await until(lambda: is_talking(kiosk) and runner(kiosk).view.value.code not in {None, code})
    await until(lambda: runner(desk).view.value.code == runner(kiosk).view.value.code)


@pytest.mark.parametrize("spoil", ["swapped", "unsigned", "sent back", "of another key"])
async def test_a_call_whose_other_end_nobody_vouches_for_is_refused_until_somebody_tries_again(
    ends: Ends, region: Region, monkeypatch: pytest.MonkeyPatch, spoil: str
) -> None:
    """As somebody would do it who has got into the line between server and kiosk."""
    spoiled: list[wire.PeerDescription] = []
    hear = CallRunner.on_line

    def hear_spoiled(self: CallRunner, event: LineEvent) -> None:
        if not isinstance(event, wire.PeerDescription) or event.kind != "offer" or spoiled:
            hear(self, event)
            return
        changes: dict[str, dict[str, object]] = {
            "swapped": {"sdp": re.sub(r"(?<=fingerprint:sha-256 )..", other_byte, event.sdp)},
            "unsigned": {"attestation": None},
            "sent back": {"kind": "answer"},
            "of another key": {"attestation": Attestor(bytes(32)).sign(attestation_of(event))},
        }
        spoiled.append(event)
        hear(self, event.model_copy(update=changes[spoil]))

    monkeypatch.setattr(CallRunner, "on_line", hear_spoiled)
    kiosk, desk = await ends.booked_kiosk(), await ends.signed_in_desk()
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    assert await attend.check_in(kiosk, appointment) is None
    await until(lambda: waits(desk))
    assert await receive.admit(desk, first_item(desk)) is None
    await until(lambda: page(kiosk) is Page.CALL and runner(kiosk).view.value.phase is Phase.UNVERIFIED)
    await until(lambda: runner(desk).view.value.phase is Phase.UNVERIFIED)
    for end in (kiosk, desk):
        stats = runner(end).view.value.stats
        assert stats is None or not stats.connected
    reasons = {"swapped": "other_fingerprint", "unsigned": "missing", "sent back": "other_negotiation"}
    said = f"distrust_call:{reasons.get(spoil, 'unknown_key')}"
    actions = region.running.house.read_now(
        lambda transaction: transaction.connection.execute(select(audit.c.action)).scalars().all()
    )
    assert said in actions
    runner(kiosk).retry()
    await until(lambda: is_talking(kiosk) and is_talking(desk))


def other_byte(found: re.Match[str]) -> str:
    """A byte that is not the one found, whichever that was."""
    return f"{int(found[0], 16) ^ 0xFF:02X}"


def attestation_of(description: wire.PeerDescription) -> Attestation:
    named = fingerprints(description.sdp)
    assert named is not None
    expires_at = datetime.now(UTC) + timedelta(minutes=2)
    return Attestation(
        "any", Party.OFFICIAL, Party.CITIZEN, description.negotiation, description.kind, named, expires_at
    )


async def test_relays_are_tried_while_the_citizen_waits_and_the_official_reads(ends: Ends) -> None:
    kiosk, desk = await ends.booked_kiosk(), await ends.signed_in_desk()
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    assert await attend.check_in(kiosk, appointment) is None
    unreachable = (ServerProbe(NO_RELAY, ServerAnswer.UNREACHABLE),)
    await until(lambda: kiosk.conference.relays.value == unreachable)
    await until(lambda: waits(desk))
    assert await receive.open_brief(desk, first_item(desk)) is None
    await until(lambda: desk.conference.relays.value == unreachable)
    assert desk.conference.call.value is None
    assert await receive.admit(desk, first_item(desk)) is None
    await until(lambda: is_talking(kiosk) and is_talking(desk))


async def test_both_ends_leave_behind_what_the_call_was_like(ends: Ends) -> None:
    kiosk, desk = await in_talk(ends)
    await until(lambda: hears(kiosk, 587) and hears(desk, 440))
    appointment_id = first_item(desk).id
    assert await receive.complete(desk) is None
    await until(lambda: page(kiosk) is Page.OUTCOME and kiosk.conference.call.value is None)
    path = f"/v1/appointments/{appointment_id}/call-summaries"
    kept = await desk.gateway.ask("GET", path, CallSummaries, token=desk.token)
    assert not isinstance(kept, Refusal)
    if len(kept.items) < 2:  # the kiosk's may have come a moment later
        await until(lambda: not kiosk.conference.is_sending)
        kept = await desk.gateway.ask("GET", path, CallSummaries, token=desk.token)
        assert not isinstance(kept, Refusal)
    assert {each.party for each in kept.items} == {Party.CITIZEN, Party.OFFICIAL}
    for each in kept.items:
        figures = each.figures
        assert 0 < figures.talk_s <= figures.duration_s < 60
        assert (figures.frames_decoded or 0) > 0
        assert figures.codec == "H264"
        assert figures.setup_ms is not None


async def test_a_summary_is_sent_again_when_the_server_is_back(ends: Ends, region: Region) -> None:
    kiosk, desk = await in_talk(ends)
    appointment_id = first_item(desk).id
    await asyncio.to_thread(region.stop)
    await desk.conference.end(leave=True)
    assert desk.conference.is_sending
    await asyncio.to_thread(region.start)
    await until(lambda: not desk.conference.is_sending)
    path = f"/v1/appointments/{appointment_id}/call-summaries"
    kept = await desk.gateway.ask("GET", path, CallSummaries, token=desk.token)
    assert not isinstance(kept, Refusal)
    assert [each.party for each in kept.items] == [Party.OFFICIAL]
    assert kiosk.conference.call.value is not None
