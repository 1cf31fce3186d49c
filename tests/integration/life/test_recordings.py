"""Recorded talks: who may, who must agree, what is kept, who sees it, and how it goes."""

from datetime import timedelta
from typing import Final

import pytest
from sqlalchemy import func, select, update

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import AppointmentId, OfficeId, PersonId, RecordingId
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.recording import SEALED_BLOCK_BYTES, RecordingEnd, RecordingState
from desk_client.domain.retention import Kind
from desk_client.protocol.privacy import ConsentAsk
from desk_client.protocol.recordings import (
    Recording,
    RecordingAnswerAsk,
    RecordingKey,
    RecordingRuleAsk,
    RecordingStateAsk,
    RecordingWholeAsk,
    TalkRecording,
)
from desk_client.server.jobs.housekeeping import tidy
from desk_client.server.services.life import audiences, recording_rules, recordings
from desk_client.server.services.privacy import consents, erasure, retention
from desk_client.server.services.privacy.consent_texts import present
from desk_client.server.storage.tables import booking
from desk_client.server.storage.tables import recordings as tables
from tests.integration.life.lab import Lab
from tests.integration.life.test_notes_and_call_backs import audience, hints, looks
from tests.stores import BOTH

STORES = BOTH
MAYOR: Final = OfficeId("mayor")
YES: Final = RecordingAnswerAsk(agrees=True, text_version=present(Purpose.RECORDING).version)
NO: Final = RecordingAnswerAsk(agrees=False, text_version=present(Purpose.RECORDING).version)
ENDED: Final = RecordingStateAsk(state=RecordingState.ENDED)
OVERHEAD: Final = 28


def allow(lab: Lab, *, allowed: bool = True, kept_days: int | None = None) -> None:
    lab.write(recordings.allow, lab.staff("admin"), MAYOR, RecordingRuleAsk(allowed=allowed, kept_days=kept_days))


def talk(lab: Lab) -> AppointmentId:
    allow(lab)
    return audience(lab, 1, AppointmentState.IN_SESSION)


def the(seen: TalkRecording) -> Recording:
    assert seen.newest is not None
    return seen.newest


def newest(lab: Lab, talks: AppointmentId) -> tuple[RecordingState, RecordingEnd | None]:
    found = the(lab.read(recordings.of_talk, lab.staff("mayor"), talks))
    return found.state, found.end_reason


def running(lab: Lab, talks: AppointmentId | None = None) -> tuple[AppointmentId, RecordingId, RecordingKey]:
    talks = talks or talk(lab)
    asked = lab.write(recordings.ask, lab.staff("mayor"), talks)
    lab.write(recordings.answer, lab.citizen(1), talks, YES)
    recording_id = RecordingId(the(asked).id)
    return talks, recording_id, lab.write(recordings.begin, lab.staff("mayor"), recording_id)


def kept(lab: Lab, talks: AppointmentId | None = None) -> tuple[AppointmentId, RecordingId, RecordingKey]:
    talks, recording_id, key = running(lab, talks)
    mayor = lab.staff("mayor")
    lab.write(recordings.change, mayor, recording_id, ENDED)
    for place in (0, 1):
        lab.write(recordings.put_block, mayor, recording_id, place, b"x" * 128)
    lab.write(recordings.whole, mayor, recording_id, RecordingWholeAsk(size=2 * (128 - OVERHEAD), duration_ms=5000))
    return talks, recording_id, key


def block_count(lab: Lab) -> int:
    counted = select(func.count()).select_from(tables.recording_block)
    return lab.house.read_now(lambda transaction: transaction.connection.execute(counted).scalar_one())


def keys(lab: Lab) -> list[bytes | None]:
    found = select(tables.recording.c.key_sealed)
    return list(lab.house.read_now(lambda transaction: transaction.connection.execute(found).scalars().all()))


def test_nothing_is_recorded_where_the_office_has_not_allowed_it(lab: Lab) -> None:
    talks = audience(lab, 1, AppointmentState.IN_SESSION)
    assert not lab.read(recordings.of_talk, lab.staff("mayor"), talks).allowed
    refused = lab.refused(recordings.ask, lab.staff("mayor"), talks)
    assert (refused.code, refused.field) == (RefusalCode.KIND_NOT_OFFERED, "office")
    allow(lab)
    assert lab.read(recordings.of_talk, lab.staff("mayor"), talks).allowed
    assert lab.audited("mayor")[-1] == "allow_recording:on"
    lab.write(recordings.ask, lab.staff("mayor"), talks)
    lab.write(recordings.allow, lab.staff("mayor"), MAYOR, RecordingRuleAsk(allowed=False))
    assert lab.audited("mayor")[-1] == "allow_recording:off"
    assert newest(lab, talks)[0] is RecordingState.DECLINED


@pytest.mark.parametrize("name", ["mayor-manager", "roads-head", "hall-operator", "town-desk"])
def test_only_the_office_itself_and_an_administrator_switch_it(lab: Lab, name: str) -> None:
    refused = lab.refused(recordings.allow, lab.staff(name), MAYOR, RecordingRuleAsk(allowed=True))
    assert refused.code in {RefusalCode.FORBIDDEN, RefusalCode.NOT_FOUND}
    assert not lab.read(recording_rules.rule, lab.staff("admin"), MAYOR).allowed


def test_a_talk_is_recorded_only_after_the_citizen_has_said_yes(lab: Lab) -> None:
    talks = talk(lab)
    before = hints(lab, talks)
    asked = lab.write(recordings.ask, lab.staff("mayor"), talks)
    assert the(asked).state is RecordingState.ASKED
    assert hints(lab, talks) == before + 1
    assert lab.write(recordings.ask, lab.staff("mayor"), talks) == asked
    recording_id = RecordingId(the(asked).id)
    assert lab.refused(recordings.begin, lab.staff("mayor"), recording_id).code is RefusalCode.ILLEGAL_TRANSITION
    old = RecordingAnswerAsk(agrees=True, text_version="2026-11")
    assert lab.refused(recordings.answer, lab.citizen(1), talks, old).code is RefusalCode.PRECONDITION_FAILED
    assert the(lab.write(recordings.answer, lab.citizen(1), talks, YES)).state is RecordingState.AGREED
    assert lab.house.read_now(lambda t: consents.agrees(t, PersonId("per_1"), Purpose.RECORDING))
    key = lab.write(recordings.begin, lab.staff("mayor"), recording_id)
    assert len(bytes.fromhex(key.key)) == 32
    assert lab.write(recordings.begin, lab.staff("mayor"), recording_id) == key, "a desk that crashed asks again"
    assert newest(lab, talks)[0] is RecordingState.RUNNING
    assert not any(key.key.encode() in (each or b"") for each in keys(lab))
    assert lab.audited(recording_id) == ["ask_recording", "recording:agreed", "recording:running"]


def test_a_no_is_a_no_for_this_talk(lab: Lab) -> None:
    talks = talk(lab)
    lab.write(recordings.ask, lab.staff("mayor"), talks)
    said = lab.write(recordings.answer, lab.citizen(1), talks, NO)
    assert said.refused
    assert newest(lab, talks) == (RecordingState.DECLINED, RecordingEnd.WITHDRAWN)
    refused = lab.refused(recordings.ask, lab.staff("mayor"), talks)
    assert (refused.code, refused.field) == (RefusalCode.CONSENT_REQUIRED, "recording")
    assert lab.refused(recordings.answer, lab.citizen(1), talks, YES).code is RefusalCode.ILLEGAL_TRANSITION


def test_whoever_withdraws_in_the_talk_has_all_of_it_destroyed(lab: Lab) -> None:
    talks, recording_id, _ = running(lab)
    before = hints(lab, talks)
    said = lab.write(recordings.answer, lab.citizen(1), talks, NO)
    assert (the(said).state, the(said).end_reason) == (RecordingState.DESTROYED, RecordingEnd.WITHDRAWN)
    assert hints(lab, talks) > before
    assert keys(lab) == [None]
    assert not lab.house.read_now(lambda t: consents.agrees(t, PersonId("per_1"), Purpose.RECORDING))
    for step in (ENDED, RecordingStateAsk(state=RecordingState.PAUSED)):
        assert (
            lab.refused(recordings.change, lab.staff("mayor"), recording_id, step).code
            is RefusalCode.ILLEGAL_TRANSITION
        )
    refused = lab.refused(recordings.put_block, lab.staff("mayor"), recording_id, 0, b"x")
    assert refused.code is RefusalCode.ILLEGAL_TRANSITION
    assert lab.refused(recordings.begin, lab.staff("mayor"), recording_id).code is RefusalCode.ILLEGAL_TRANSITION
    assert "destroy_recording:withdrawn" in lab.audited(recording_id)


def test_whoever_withdraws_later_in_the_ledger_has_what_is_kept_destroyed(lab: Lab) -> None:
    _, recording_id, _ = kept(lab)
    assert block_count(lab) == 2
    lab.write(consents.withdraw, lab.citizen(1), Purpose.RECORDING)
    assert block_count(lab) == 0
    assert keys(lab) == [None]
    assert lab.refused(recordings.play, lab.staff("mayor"), recording_id).code is RefusalCode.ILLEGAL_TRANSITION
    lab.write(consents.give, lab.citizen(1), Purpose.RECORDING, ConsentAsk(text_version=YES.text_version))
    assert keys(lab) == [None]


def test_other_purposes_leave_it_alone(lab: Lab) -> None:
    kept(lab)
    lab.write(consents.withdraw, lab.citizen(1), Purpose.SURVEY)
    assert block_count(lab) == 2


def test_it_pauses_goes_on_and_ends_with_the_talk(lab: Lab) -> None:
    talks, recording_id, _ = running(lab)
    mayor = lab.staff("mayor")
    for state in (RecordingState.PAUSED, RecordingState.PAUSED, RecordingState.RUNNING):
        assert lab.write(recordings.change, mayor, recording_id, RecordingStateAsk(state=state)).state is state
    for illegal in (RecordingState.KEPT, RecordingState.DESTROYED, RecordingState.AGREED):
        refused = lab.refused(recordings.change, mayor, recording_id, RecordingStateAsk(state=illegal))
        assert refused.code is RefusalCode.ILLEGAL_TRANSITION
    lab.write(audiences.complete, mayor, talks)
    assert newest(lab, talks) == (RecordingState.ENDED, RecordingEnd.TALK_OVER)


def test_a_question_that_nobody_answered_is_over_with_the_talk(lab: Lab) -> None:
    talks = talk(lab)
    lab.write(recordings.ask, lab.staff("mayor"), talks)
    lab.write(audiences.complete, lab.staff("mayor"), talks)
    assert newest(lab, talks) == (RecordingState.DECLINED, RecordingEnd.TALK_OVER)
    assert lab.refused(recordings.answer, lab.citizen(1), talks, YES).code is RefusalCode.ILLEGAL_TRANSITION


@pytest.mark.parametrize("reason", [RecordingEnd.DISK_FULL, RecordingEnd.FAILED, RecordingEnd.WITHDRAWN])
def test_a_full_disk_is_told_to_both_ends(lab: Lab, reason: RecordingEnd) -> None:
    talks, recording_id, _ = running(lab)
    full = RecordingStateAsk(state=RecordingState.ENDED, reason=reason)
    lab.write(recordings.change, lab.staff("mayor"), recording_id, full)
    seen = the(lab.read(recordings.of_talk, lab.citizen(1), talks))
    told = RecordingEnd.STOPPED if reason is RecordingEnd.WITHDRAWN else reason
    assert (seen.state, seen.end_reason) == (RecordingState.ENDED, told)
    lab.clock.advance(timedelta(seconds=1))
    again = lab.write(recordings.ask, lab.staff("mayor"), talks)
    assert the(again).state is RecordingState.ASKED, "for another one they are asked again"


def test_handing_in_goes_on_where_it_broke_off(lab: Lab) -> None:
    _, recording_id, key = running(lab)
    mayor = lab.staff("mayor")
    early = lab.refused(recordings.put_block, mayor, recording_id, 0, b"x" * 100)
    assert early.code is RefusalCode.ILLEGAL_TRANSITION
    lab.write(recordings.change, mayor, recording_id, ENDED)
    for place, content in ((0, b"y" * 100), (2, b"x" * 60), (0, b"x" * 100)):
        lab.write(recordings.put_block, mayor, recording_id, place, content)
    assert lab.read(recordings.blocks, mayor, recording_id).numbers == (0, 2)
    assert lab.write(recordings.begin, mayor, recording_id).key == key.key
    missing = RecordingWholeAsk(size=160 - 2 * OVERHEAD, duration_ms=1)
    assert lab.refused(recordings.whole, mayor, recording_id, missing).code is RefusalCode.INVALID_REQUEST
    lab.write(recordings.put_block, mayor, recording_id, 1, b"x" * 100)
    wrong = RecordingWholeAsk(size=260, duration_ms=1)
    assert lab.refused(recordings.whole, mayor, recording_id, wrong).code is RefusalCode.INVALID_REQUEST
    said = RecordingWholeAsk(size=260 - 3 * OVERHEAD, duration_ms=1500)
    whole = lab.write(recordings.whole, mayor, recording_id, said)
    assert (whole.state, whole.duration_ms) == (RecordingState.KEPT, 1500)
    assert lab.write(recordings.whole, mayor, recording_id, said) == whole
    assert lab.refused(recordings.begin, mayor, recording_id).code is RefusalCode.ILLEGAL_TRANSITION
    assert lab.read(recordings.block, mayor, recording_id, 2) == b"x" * 60
    assert lab.refused(recordings.block, mayor, recording_id, 3).code is RefusalCode.NOT_FOUND


@pytest.mark.parametrize(("number", "size"), [(-1, 5), (9000, 5), (0, 0), (0, SEALED_BLOCK_BYTES + 1)])
def test_a_block_that_is_none_is_refused(lab: Lab, number: int, size: int) -> None:
    _, recording_id, _ = running(lab)
    lab.write(recordings.change, lab.staff("mayor"), recording_id, ENDED)
    refused = lab.refused(recordings.put_block, lab.staff("mayor"), recording_id, number, bytes(size))
    assert refused.code is RefusalCode.INVALID_REQUEST


def test_each_playing_is_noted_and_only_the_office_plays(lab: Lab) -> None:
    _, recording_id, key = kept(lab)
    for name in ("mayor", "mayor-manager"):
        opened = lab.read(recordings.play, lab.staff(name), recording_id)
        assert opened.key == key.key
        assert opened.viewer.en == name
    assert looks(lab, recording_id) == ["play_recording", "play_recording"]
    assert lab.audited(recording_id)[-2:] == ["play_recording", "play_recording"]
    (shown,) = lab.read(recordings.listed, lab.staff("mayor-manager")).recordings
    assert shown.recording.id == recording_id
    for stranger in (lab.staff("admin"), lab.staff("hall-operator"), lab.citizen(1), lab.staff("town-desk")):
        assert lab.refused(recordings.play, stranger, recording_id).code is RefusalCode.FORBIDDEN
        assert lab.refused(recordings.block, stranger, recording_id, 0).code is RefusalCode.FORBIDDEN
        assert lab.refused(recordings.listed, stranger).code is RefusalCode.FORBIDDEN
    assert lab.refused(recordings.play, lab.staff("roads-head"), recording_id).code is RefusalCode.NOT_FOUND
    assert lab.read(recordings.listed, lab.staff("roads-head")).recordings == ()
    assert lab.refused(recordings.remove, lab.staff("mayor-manager"), recording_id).code is RefusalCode.FORBIDDEN


def test_it_stays_with_the_office_that_made_it(lab: Lab) -> None:
    talks, recording_id, _ = kept(lab)
    moved = update(booking.appointment).where(booking.appointment.c.id == talks).values(attending_id="roads")
    lab.house.write_now(lambda transaction: transaction.connection.execute(moved).rowcount)
    lab.read(recordings.play, lab.staff("mayor"), recording_id)
    assert lab.refused(recordings.play, lab.staff("roads-head"), recording_id).code is RefusalCode.NOT_FOUND


def test_nobody_answers_for_somebody_else(lab: Lab) -> None:
    talks = talk(lab)
    lab.write(recordings.ask, lab.staff("mayor"), talks)
    assert lab.refused(recordings.answer, lab.citizen(2), talks, YES).code is RefusalCode.NOT_FOUND
    for actor in (lab.staff("mayor"), lab.staff("admin")):
        assert lab.refused(recordings.answer, actor, talks, YES).code is RefusalCode.FORBIDDEN
    for actor in (lab.staff("mayor-manager"), lab.citizen(1)):
        assert lab.refused(recordings.ask, actor, talks).code is RefusalCode.FORBIDDEN


@pytest.mark.parametrize("state", sorted(set(AppointmentState) - {AppointmentState.IN_SESSION}))
def test_it_is_asked_only_in_a_talk(lab: Lab, state: AppointmentState) -> None:
    allow(lab)
    there = audience(lab, 1, state)
    assert lab.refused(recordings.ask, lab.staff("mayor"), there).code is RefusalCode.ILLEGAL_TRANSITION


@pytest.mark.parametrize(("kept_days", "days"), [(None, 90), (7, 7), (400, 90)])
def test_it_is_destroyed_when_its_time_is_over(lab: Lab, kept_days: int | None, days: int) -> None:
    talks = talk(lab)
    allow(lab, kept_days=kept_days)
    _, recording_id, _ = kept(lab, talks=talks)
    expiry = lab.clock.now() + timedelta(days=days)
    lab.clock.advance(expiry - lab.clock.now() - timedelta(minutes=1))
    lab.house.write_now(tidy)
    assert block_count(lab) == 2
    lab.read(recordings.play, lab.staff("mayor"), recording_id)
    lab.clock.advance(timedelta(minutes=2))
    assert lab.refused(recordings.play, lab.staff("mayor"), recording_id).code is RefusalCode.ILLEGAL_TRANSITION
    lab.house.write_now(tidy)
    assert block_count(lab) == 0
    assert "destroy_recording:expired" in lab.audited(recording_id)


def test_what_no_desk_handed_in_goes_as_well(lab: Lab) -> None:
    talks, recording_id, _ = running(lab)
    lab.write(recordings.change, lab.staff("mayor"), recording_id, ENDED)
    lab.clock.advance(timedelta(days=15))
    lab.house.write_now(tidy)
    assert newest(lab, talks) == (RecordingState.DESTROYED, RecordingEnd.NEVER_CAME)


def test_the_house_s_limit_removes_even_that_it_was(lab: Lab) -> None:
    kept(lab)
    lab.clock.advance(timedelta(days=91))
    names = lab.house.read_now(lambda transaction: retention.found(transaction, Kind.RECORDINGS, None))
    assert lab.house.write_now(lambda transaction: retention.remove(transaction, Kind.RECORDINGS, names)) == 1
    assert keys(lab) == []
    assert block_count(lab) == 0


def test_an_erasure_takes_it_along(lab: Lab) -> None:
    talks, recording_id, _ = kept(lab)
    done = update(booking.appointment).where(booking.appointment.c.id == talks)
    lab.house.write_now(
        lambda transaction: transaction.connection.execute(done.values(state=AppointmentState.CONFIRMED.value)).rowcount
    )
    lab.write(erasure.erase_self, lab.citizen(1))
    assert block_count(lab) == 0
    assert keys(lab) == [None]
    assert "destroy_recording:erased" in lab.audited(recording_id)
