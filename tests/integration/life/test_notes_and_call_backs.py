"""What an office writes to who waits or talks, and the call by phone that it owes where the line failed."""

from datetime import timedelta
from typing import Final

import pytest
from sqlalchemy import select, update

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.fallback import CALL_AWAITED, CallBackResult, CallBackWay
from desk_client.domain.ids import AppointmentId
from desk_client.domain.notes import NoteKind, Prepared
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.notes import CallBackResultAsk, NoteAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.life import call_backs, notes
from desk_client.server.storage.tables import booking, bookkeeping, rooms
from tests.integration.life.lab import Lab, mobile, slot
from tests.stores import BOTH

STORES = BOTH
WORDS: Final = NoteAsk(kind=NoteKind.WAITING, text="  نعتذر، عشر دقائق  ")
CAPTION: Final = NoteAsk(kind=NoteKind.CAPTION, text="قرأتُ طلبكم")
REACHED: Final = CallBackResultAsk(result=CallBackResult.CALLED_BACK)
MISSED: Final = CallBackResultAsk(result=CallBackResult.NOT_REACHED)


def audience(lab: Lab, number: int, state: AppointmentState) -> AppointmentId:
    booked = lab.book(lab.citizen(number), slot(number % 5, day=1 + number // 5))
    lab.house.write_now(
        lambda transaction: transaction.connection.execute(
            update(booking.appointment).where(booking.appointment.c.id == booked.id).values(state=state.value)
        )
    )
    return AppointmentId(booked.id)


def hints(lab: Lab, appointment_id: str) -> int:
    return len(
        lab.house.read_now(
            lambda transaction: transaction.connection.execute(
                select(bookkeeping.change.c.seq).where(bookkeeping.change.c.appointment_id == appointment_id)
            ).all()
        )
    )


def looks(lab: Lab, appointment_id: str) -> list[str]:
    log = bookkeeping.access_log.c
    return list(
        lab.house.read_now(
            lambda transaction: transaction.connection.execute(
                select(log.action).where(log.subject == appointment_id).order_by(log.seq)
            ).scalars()
        )
    )


# --- notes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["mayor", "mayor-manager"])
def test_who_waits_reads_at_once_what_the_office_writes(lab: Lab, name: str) -> None:
    waits = audience(lab, 1, AppointmentState.WAITING)
    before = hints(lab, waits)
    note = lab.write(notes.write, lab.staff(name), waits, WORDS)
    assert note.text == "نعتذر، عشر دقائق"
    assert hints(lab, waits) == before + 1
    assert lab.read(notes.read, lab.citizen(1), waits).notes == (note,)
    assert lab.audited(waits)[-1] == "write_note"
    sealed = lab.house.read_now(
        lambda transaction: transaction.connection.execute(select(rooms.office_note.c.text_sealed)).scalar_one()
    )
    assert "نعتذر".encode() not in sealed


def test_a_prepared_sentence_travels_as_what_it_means(lab: Lab) -> None:
    waits = audience(lab, 1, AppointmentState.WAITING)
    lab.write(notes.write, lab.staff("mayor"), waits, NoteAsk(kind=NoteKind.WAITING, prepared=Prepared.TEN_MINUTES))
    (read,) = lab.read(notes.read, lab.citizen(1), waits).notes
    assert (read.prepared, read.text) == (Prepared.TEN_MINUTES, "")


@pytest.mark.parametrize(
    "ask",
    [
        NoteAsk(kind=NoteKind.WAITING, text="  "),
        NoteAsk(kind=NoteKind.WAITING),
        NoteAsk(kind=NoteKind.WAITING, text="عشر", prepared=Prepared.SOON),
        NoteAsk(kind=NoteKind.CAPTION, prepared=Prepared.SOON),
    ],
)
def test_nothing_and_too_much_are_no_note(lab: Lab, ask: NoteAsk) -> None:
    state = AppointmentState.WAITING if ask.kind is NoteKind.WAITING else AppointmentState.IN_SESSION
    refused = lab.refused(notes.write, lab.staff("mayor"), audience(lab, 1, state), ask)
    assert refused.code is RefusalCode.INVALID_REQUEST


@pytest.mark.parametrize("state", AppointmentState)
def test_a_note_is_for_somebody_who_is_there_to_read_it(lab: Lab, state: AppointmentState) -> None:
    there = audience(lab, 1, state)
    for ask, states in (
        (WORDS, {AppointmentState.CHECKED_IN, AppointmentState.WAITING, AppointmentState.PAUSED}),
        (CAPTION, {AppointmentState.IN_SESSION}),
    ):
        if state in states:
            lab.write(notes.write, lab.staff("mayor"), there, ask)
        else:
            refused = lab.refused(notes.write, lab.staff("mayor"), there, ask)
            assert refused.code is RefusalCode.ILLEGAL_TRANSITION


def test_nobody_else_writes_or_reads(lab: Lab) -> None:
    waits = audience(lab, 1, AppointmentState.WAITING)
    assert lab.refused(notes.write, lab.staff("roads-head"), waits, WORDS).code is RefusalCode.NOT_FOUND
    for actor in (lab.citizen(1), lab.staff("hall-operator"), lab.staff("admin"), lab.kiosk()):
        assert lab.refused(notes.write, actor, waits, WORDS).code is RefusalCode.FORBIDDEN
    assert lab.refused(notes.read, lab.citizen(2), waits).code is RefusalCode.NOT_FOUND
    assert lab.refused(notes.read, lab.staff("hall-operator"), waits).code is RefusalCode.FORBIDDEN


def test_the_newest_are_shown_in_their_order_and_there_is_an_end_to_it(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notes, "MOST", 25)
    talks = audience(lab, 1, AppointmentState.IN_SESSION)
    for number in range(25):
        lab.clock.advance(timedelta(seconds=1))
        lab.write(notes.write, lab.staff("mayor"), talks, NoteAsk(kind=NoteKind.CAPTION, text=str(number)))
    shown = [note.text for note in lab.read(notes.read, lab.citizen(1), talks).notes]
    assert shown == [str(number) for number in range(5, 25)]
    assert lab.refused(notes.write, lab.staff("mayor"), talks, CAPTION).code is RefusalCode.LIMIT_REACHED


# --- calls by phone -----------------------------------------------------------------------------------------------


def owed(lab: Lab, number: int = 1, by: Actor | None = None) -> AppointmentId:
    talks = audience(lab, number, AppointmentState.IN_SESSION)
    lab.write(call_backs.ask, by or lab.citizen(number), talks)
    return talks


def test_either_side_has_a_call_written_down_once(lab: Lab) -> None:
    talks = owed(lab)
    before = hints(lab, talks)
    first = lab.read(notes.read, lab.staff("mayor"), talks).call_back
    assert first is not None
    assert (first.way, first.result) == (CallBackWay.MOBILE, None)
    lab.clock.advance(timedelta(minutes=1))
    assert lab.write(call_backs.ask, lab.staff("mayor"), talks) == first, "it is the same call"
    assert hints(lab, talks) == before
    assert lab.read(notes.read, lab.citizen(1), talks).call_back == first


def test_the_number_is_told_on_request_alone_and_that_is_noted(lab: Lab) -> None:
    talks = owed(lab)
    assert mobile(1) not in str(lab.read(notes.read, lab.staff("mayor"), talks))
    told = lab.write(call_backs.number, lab.staff("mayor"), talks)
    assert told.mobile == mobile(1)
    assert mobile(1) not in repr(told)
    assert lab.audited(talks)[-1] == "see_call_back_number"
    assert looks(lab, talks)[-1] == "see_call_back_number"


def test_who_has_no_mobile_is_offered_the_phone_of_the_hall(lab: Lab) -> None:
    talks = owed(lab, 9)
    told = lab.write(call_backs.number, lab.staff("mayor"), talks)
    assert (told.way, told.mobile) == (CallBackWay.HALL, None)
    assert told.site_name is not None
    assert told.site_name.en == "hall"


def test_nobody_learns_a_number_who_owes_no_call(lab: Lab) -> None:
    talks = audience(lab, 1, AppointmentState.IN_SESSION)
    assert lab.refused(call_backs.number, lab.staff("mayor"), talks).code is RefusalCode.ILLEGAL_TRANSITION
    lab.write(call_backs.ask, lab.citizen(1), talks)
    assert lab.refused(call_backs.number, lab.staff("roads-head"), talks).code is RefusalCode.NOT_FOUND
    for actor in (lab.citizen(1), lab.staff("hall-operator"), lab.staff("admin")):
        assert lab.refused(call_backs.number, actor, talks).code is RefusalCode.FORBIDDEN
    lab.write(call_backs.resolve, lab.staff("mayor"), talks, REACHED)
    assert lab.refused(call_backs.number, lab.staff("mayor"), talks).code is RefusalCode.ILLEGAL_TRANSITION


@pytest.mark.parametrize("state", sorted(set(AppointmentState) - {AppointmentState.IN_SESSION}))
def test_a_call_is_owed_to_who_was_in_a_talk(lab: Lab, state: AppointmentState) -> None:
    refused = lab.refused(call_backs.ask, lab.citizen(1), audience(lab, 1, state))
    assert refused.code is RefusalCode.ILLEGAL_TRANSITION


def test_who_was_called_stays_in_the_audience_and_may_be_owed_another_call(lab: Lab) -> None:
    talks = owed(lab)
    done = lab.write(call_backs.resolve, lab.staff("mayor"), talks, REACHED)
    assert (done.call_back.result, done.unserved) == (CallBackResult.CALLED_BACK, None)
    assert lab.state(talks) is AppointmentState.IN_SESSION
    assert lab.refused(call_backs.resolve, lab.staff("mayor"), talks, MISSED).code is RefusalCode.ILLEGAL_TRANSITION
    assert lab.refused(call_backs.rebook, lab.citizen(1), talks).code is RefusalCode.ILLEGAL_TRANSITION
    assert lab.write(call_backs.ask, lab.citizen(1), talks).result is None


def test_who_was_not_reached_is_booked_again_with_priority_and_is_no_no_show(lab: Lab) -> None:
    talks = owed(lab)
    done = lab.write(call_backs.resolve, lab.staff("mayor-manager"), talks, MISSED)
    assert done.unserved is not None
    assert done.unserved.rebooked is not None
    assert lab.state(talks) is AppointmentState.UNSERVED
    again = lab.found(done.unserved.rebooked.id)
    assert (again.state, again.priority) == (AppointmentState.BOOKED, 1)
    sent = lab.house.read_now(
        lambda transaction: (
            transaction.connection.execute(
                select(bookkeeping.outbox.c.purpose).where(bookkeeping.outbox.c.appointment_id == again.id)
            )
            .scalars()
            .all()
        )
    )
    assert "fault_rebooked" in sent


def test_who_waits_in_vain_books_again_themselves_and_not_before(lab: Lab) -> None:
    talks = owed(lab)
    early = lab.refused(call_backs.rebook, lab.citizen(1), talks)
    assert early.code is RefusalCode.TOO_EARLY
    assert early.retry_after_s is not None
    lab.clock.advance(CALL_AWAITED)
    assert lab.refused(call_backs.rebook, lab.citizen(2), talks).code is RefusalCode.NOT_FOUND
    assert lab.refused(call_backs.rebook, lab.staff("mayor"), talks).code is RefusalCode.FORBIDDEN
    assert lab.write(call_backs.rebook, lab.citizen(1), talks).rebooked is not None
    assert lab.state(talks) is AppointmentState.UNSERVED
    assert lab.refused(call_backs.rebook, lab.citizen(1), talks).code is RefusalCode.ILLEGAL_TRANSITION


def test_nobody_is_booked_again_who_is_owed_nothing(lab: Lab) -> None:
    talks = audience(lab, 1, AppointmentState.IN_SESSION)
    assert lab.refused(call_backs.rebook, lab.citizen(1), talks).code is RefusalCode.ILLEGAL_TRANSITION
