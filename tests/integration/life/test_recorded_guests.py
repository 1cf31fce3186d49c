"""Guests and recorded talks: they answer for their own audience as whoever stands at a kiosk does, and for no other."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import update

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import AppointmentId, RecordingId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.recording import RecordingEnd, RecordingState
from desk_client.protocol.recordings import RecordingStateAsk
from desk_client.server.services.actor import BY_TICKET, Actor
from desk_client.server.services.life import recordings
from desk_client.server.storage.tables import booking
from tests.integration.life.lab import Lab
from tests.integration.life.test_notes_and_call_backs import audience
from tests.integration.life.test_recordings import (
    ENDED,
    NO,
    YES,
    allow,
    block_count,
    kept,
    keys,
    newest,
    running,
    talk,
    the,
)
from tests.stores import BOTH

STORES = BOTH


def talk_from_home(lab: Lab) -> AppointmentId:
    """A talk of the first person, who sits at a computer of their own."""
    talks = talk(lab)
    home = {"kind": AppointmentKind.VIDEO_OWN.value, "site_id": None, "governorate_id": ""}
    moved = update(booking.appointment).where(booking.appointment.c.id == talks).values(**home)
    lab.house.write_now(lambda transaction: transaction.connection.execute(moved).rowcount)
    return talks


def guest(lab: Lab, talks: AppointmentId, verified_by: str = "sms") -> Actor:
    """Whoever came by the link to that audience."""
    return replace(lab.citizen(1), kiosk_id=None, site_id=None, appointment_id=talks, verified_by=verified_by)


def test_a_guest_is_asked_answers_and_withdraws(lab: Lab) -> None:
    talks = talk_from_home(lab)
    asked = lab.write(recordings.ask, lab.staff("mayor"), talks)
    recording_id = RecordingId(the(asked).id)
    assert (asked.allowed, the(asked).state) == (True, RecordingState.ASKED)
    assert lab.read(recordings.of_talk, guest(lab, talks), talks).text.ar
    assert the(lab.write(recordings.answer, guest(lab, talks), talks, YES)).state is RecordingState.AGREED
    lab.write(recordings.begin, lab.staff("mayor"), recording_id)
    gone = lab.write(recordings.answer, guest(lab, talks), talks, NO)
    assert (the(gone).state, the(gone).end_reason) == (RecordingState.DESTROYED, RecordingEnd.WITHDRAWN)
    assert keys(lab) == [None]
    assert lab.refused(recordings.ask, lab.staff("mayor"), talks).code is RefusalCode.CONSENT_REQUIRED


def test_what_a_guest_agreed_to_is_kept_and_stays_out_of_their_reach(lab: Lab) -> None:
    talks = talk_from_home(lab)
    _, recording_id, _ = kept(lab, talks=talks)
    assert block_count(lab) == 2
    for service, named in ((recordings.play, recording_id), (recordings.remove, recording_id)):
        assert lab.refused(service, guest(lab, talks), named).code is RefusalCode.FORBIDDEN
    assert lab.refused(recordings.ask, guest(lab, talks), talks).code is RefusalCode.FORBIDDEN


def test_a_guest_answers_for_no_other_talk_not_even_of_their_own(lab: Lab) -> None:
    allow(lab)
    talks, other = talk_from_home(lab), audience(lab, 6, AppointmentState.IN_SESSION)
    theirs = update(booking.appointment).where(booking.appointment.c.id == other).values(person_id="per_1")
    lab.house.write_now(lambda transaction: transaction.connection.execute(theirs).rowcount)
    lab.write(recordings.ask, lab.staff("mayor"), other)
    for said in (YES, NO):
        assert lab.refused(recordings.answer, guest(lab, talks), other, said).code is RefusalCode.NOT_FOUND
    assert lab.refused(recordings.of_talk, guest(lab, talks), other).code is RefusalCode.NOT_FOUND
    assert newest(lab, other)[0] is RecordingState.ASKED


def test_a_ticket_alone_answers_nothing(lab: Lab) -> None:
    talks = talk_from_home(lab)
    lab.write(recordings.ask, lab.staff("mayor"), talks)
    with_ticket = guest(lab, talks, BY_TICKET)
    assert lab.refused(recordings.answer, with_ticket, talks, YES).code is RefusalCode.FORBIDDEN
    assert lab.refused(recordings.of_talk, with_ticket, talks).code is RefusalCode.FORBIDDEN


def test_a_question_that_nobody_answers_is_taken_back_and_nothing_is_recorded(lab: Lab) -> None:
    talks, mayor = talk_from_home(lab), lab.staff("mayor")
    recording_id = RecordingId(the(lab.write(recordings.ask, mayor, talks)).id)
    for state in (RecordingState.RUNNING, RecordingState.PAUSED):
        early = lab.refused(recordings.change, mayor, recording_id, RecordingStateAsk(state=state))
        assert early.code is RefusalCode.ILLEGAL_TRANSITION
    assert lab.write(recordings.change, mayor, recording_id, ENDED).state is RecordingState.DECLINED
    assert newest(lab, talks) == (RecordingState.DECLINED, RecordingEnd.STOPPED)
    assert lab.refused(recordings.answer, guest(lab, talks), talks, YES).code is RefusalCode.ILLEGAL_TRANSITION
    assert lab.refused(recordings.begin, mayor, recording_id).code is RefusalCode.ILLEGAL_TRANSITION
    assert lab.write(recordings.change, mayor, recording_id, ENDED).state is RecordingState.DECLINED, "said twice"
    assert keys(lab) == [None]
    lab.clock.advance(timedelta(seconds=1))
    again = lab.write(recordings.ask, mayor, talks)
    assert (the(again).state, again.refused) == (RecordingState.ASKED, False), "nobody said no"


def test_a_yes_that_no_desk_acted_on_is_taken_back_as_well(lab: Lab) -> None:
    talks, mayor = talk_from_home(lab), lab.staff("mayor")
    recording_id = RecordingId(the(lab.write(recordings.ask, mayor, talks)).id)
    lab.write(recordings.answer, guest(lab, talks), talks, YES)
    assert lab.write(recordings.change, mayor, recording_id, ENDED).state is RecordingState.DECLINED
    assert lab.refused(recordings.begin, mayor, recording_id).code is RefusalCode.ILLEGAL_TRANSITION


def test_what_ran_from_home_ends_as_what_ran_elsewhere(lab: Lab) -> None:
    talks, recording_id, _ = running(lab, talk_from_home(lab))
    lab.write(recordings.change, lab.staff("mayor"), recording_id, ENDED)
    assert newest(lab, talks) == (RecordingState.ENDED, RecordingEnd.STOPPED)
