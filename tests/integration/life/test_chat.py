"""What both sides write beside a talk: with whom, how much, sealed, and found again afterwards."""

from datetime import timedelta
from typing import Final

import pytest
from sqlalchemy import select, update

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.chat import AT_ONCE, MOST_AT_ONCE, ChatAuthor
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.chat import ChatLineAsk
from desk_client.server.services.life import briefs, chat
from desk_client.server.storage.tables import booking, rooms
from tests.integration.life.lab import Lab, slot
from tests.integration.life.test_notes_and_call_backs import audience, hints, looks
from tests.stores import BOTH

STORES = BOTH
ASKED: Final = ChatLineAsk(text="  ما رقم المعاملة؟  ")
ANSWERED: Final = ChatLineAsk(text="٤٤٥١٢٣")


def test_both_sides_read_what_either_wrote_and_are_told_at_once(lab: Lab) -> None:
    talks = audience(lab, 1, AppointmentState.IN_SESSION)
    before = hints(lab, talks)
    lines = []
    for actor, ask in (
        (lab.staff("mayor"), ASKED),
        (lab.citizen(1), ANSWERED),
        (lab.staff("mayor-manager"), ChatLineAsk(text="شكرًا")),
    ):
        lab.clock.advance(timedelta(seconds=1))
        lines.append(lab.write(chat.write, actor, talks, ask))
    assert [line.author for line in lines] == [ChatAuthor.OFFICIAL, ChatAuthor.CITIZEN, ChatAuthor.DELEGATE]
    assert lines[0].text == "ما رقم المعاملة؟"
    assert hints(lab, talks) == before + 3
    for actor in (lab.citizen(1), lab.staff("mayor"), lab.staff("mayor-manager")):
        assert lab.read(chat.read, actor, talks).lines == tuple(lines)
    assert lab.audited(talks)[-1] == "write_chat"
    assert looks(lab, talks) == ["see_chat", "see_chat"], "of staff alone it is noted who read"
    sealed = lab.house.read_now(
        lambda transaction: transaction.connection.execute(select(rooms.chat_line.c.text_sealed)).scalars().all()
    )
    assert not any("رقم".encode() in each for each in sealed)


@pytest.mark.parametrize("state", AppointmentState)
def test_it_is_written_only_beside_a_talk_and_read_ever_after(lab: Lab, state: AppointmentState) -> None:
    there = audience(lab, 1, state)
    if state is AppointmentState.IN_SESSION:
        lab.write(chat.write, lab.citizen(1), there, ANSWERED)
    else:
        assert lab.refused(chat.write, lab.citizen(1), there, ANSWERED).code is RefusalCode.ILLEGAL_TRANSITION
    assert len(lab.read(chat.read, lab.citizen(1), there).lines) == (state is AppointmentState.IN_SESSION)


def test_nobody_else_writes_or_reads(lab: Lab) -> None:
    talks = audience(lab, 1, AppointmentState.IN_SESSION)
    for stranger in (lab.staff("roads-head"), lab.citizen(2)):
        assert lab.refused(chat.write, stranger, talks, ANSWERED).code is RefusalCode.NOT_FOUND
        assert lab.refused(chat.read, stranger, talks).code is RefusalCode.NOT_FOUND
    for actor in (lab.staff("hall-operator"), lab.staff("admin"), lab.kiosk()):
        assert lab.refused(chat.write, actor, talks, ANSWERED).code is RefusalCode.FORBIDDEN
        assert lab.refused(chat.read, actor, talks).code is RefusalCode.FORBIDDEN


def test_nothing_a_flood_and_a_book_are_refused(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat, "MOST_CHAT_LINES", MOST_AT_ONCE + 2)
    talks = audience(lab, 1, AppointmentState.IN_SESSION)
    blank = lab.refused(chat.write, lab.citizen(1), talks, ChatLineAsk(text=" \n "))
    assert (blank.code, blank.field) == (RefusalCode.INVALID_REQUEST, "text")
    for _ in range(MOST_AT_ONCE):
        lab.write(chat.write, lab.citizen(1), talks, ANSWERED)
    fast = lab.refused(chat.write, lab.citizen(1), talks, ANSWERED)
    assert fast.code is RefusalCode.RATE_LIMITED
    assert fast.retry_after_s is not None
    lab.write(chat.write, lab.staff("mayor"), talks, ASKED)  # whom the other's haste is no hindrance to
    lab.clock.advance(AT_ONCE)
    lab.write(chat.write, lab.citizen(1), talks, ANSWERED)
    assert lab.refused(chat.write, lab.staff("mayor"), talks, ASKED).code is RefusalCode.LIMIT_REACHED


def test_the_next_brief_has_it_for_the_same_office_alone(lab: Lab) -> None:
    talked = audience(lab, 1, AppointmentState.IN_SESSION)
    line = lab.write(chat.write, lab.citizen(1), talked, ANSWERED)
    over = update(booking.appointment).where(booking.appointment.c.id == talked)
    lab.house.write_now(
        lambda transaction: transaction.connection.execute(
            over.values(state=AppointmentState.CONFIRMED.value, completed_at=transaction.now)
        )
    )
    again = AppointmentId(lab.book(lab.citizen(1), slot(3, day=2)).id)
    (past,) = lab.read(briefs.brief, lab.staff("mayor"), again).history
    assert past.chat == (line,)
    roads = update(booking.appointment).where(booking.appointment.c.id == again)
    lab.house.write_now(
        lambda transaction: transaction.connection.execute(roads.values(office_id="roads", attending_id="roads"))
    )
    (past,) = lab.read(briefs.brief, lab.staff("roads-head"), again).history
    assert past.chat == ()
