"""The minutes of a talk: one text of an office, sealed, never written over unread, and gone with the outcome."""

from concurrent.futures import ThreadPoolExecutor
from typing import Final

import pytest
from sqlalchemy import func, select

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import Decision, DecisionCode
from desk_client.domain.minutes import WRITTEN_IN
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import OutcomeAsk
from desk_client.protocol.minutes import MinutesAsk
from desk_client.server.services.life import minutes, outcomes
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import outcome_draft
from tests.at_once import at_once
from tests.integration.life.lab import Lab
from tests.integration.life.test_notes_and_call_backs import audience, hints, looks
from tests.stores import BOTH

STORES = BOTH
FIRST: Final = MinutesAsk(text="  طلب المواطن إنارة الطريق.  ", version=0)
TALKING: Final = AppointmentState.IN_SESSION


def rows(lab: Lab) -> int:
    counted = select(func.count()).select_from(outcome_draft)
    return int(lab.house.read_now(lambda transaction: transaction.connection.execute(counted).scalar_one()))


def test_the_manager_writes_and_the_official_goes_on_from_that(lab: Lab) -> None:
    talks, manager, official = audience(lab, 1, TALKING), lab.staff("mayor-manager"), lab.staff("mayor")
    assert lab.read(minutes.read, official, talks).version == 0
    before = hints(lab, talks)
    written = lab.write(minutes.write, manager, talks, FIRST)
    assert (written.text, written.version, written.author) == ("طلب المواطن إنارة الطريق.", 1, None)
    assert hints(lab, talks) == before + 1, "the office alone, whose other desks read it"
    read = lab.read(minutes.read, official, talks)
    assert (read.text, read.version) == (written.text, 1)
    assert read.author is not None, "somebody else wrote it"
    lab.write(minutes.write, official, talks, MinutesAsk(text="وأُحيل.", version=1))
    assert lab.audited(talks)[-2:] == ["take_minutes", "take_minutes"]
    lab.write(minutes.write, official, talks, MinutesAsk(text="وأُحيل إلى الطرق.", version=2))
    assert lab.audited(talks).count("take_minutes") == 2, "not each pause of the pen"
    assert looks(lab, talks) == ["take_minutes", "take_minutes"]
    kept = lab.house.read_now(
        lambda transaction: transaction.connection.execute(select(outcome_draft.c.text_sealed)).scalar_one()
    )
    assert "الطرق".encode() not in kept


def test_nobody_writes_over_what_they_have_not_read(lab: Lab) -> None:
    talks, manager, official = audience(lab, 1, TALKING), lab.staff("mayor-manager"), lab.staff("mayor")
    lab.write(minutes.write, manager, talks, FIRST)
    late = lab.refused(minutes.write, official, talks, MinutesAsk(text="غيره", version=0))
    assert late.code is RefusalCode.PRECONDITION_FAILED
    assert lab.read(minutes.read, official, talks).text == FIRST.text.strip()
    again = lab.write(minutes.write, manager, talks, FIRST)
    assert again.version == 1, "an answer that was lost is given again"


def test_of_two_who_begin_at_once_one_is_told_to_read(lab: Lab) -> None:
    talks = audience(lab, 1, TALKING)
    asks = (("mayor", "من المسؤول"), ("mayor-manager", "من المدير"))

    def write(who: str, text: str) -> object:
        ask = MinutesAsk(text=text, version=0)
        return lab.house.write_now(lambda transaction: minutes.write(transaction, lab.staff(who), talks, ask))

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda ask: write(*ask), asks))
    refused = [each.code for each in answers if isinstance(each, Refusal)]
    assert refused == [RefusalCode.PRECONDITION_FAILED]
    assert lab.read(minutes.read, lab.staff("mayor"), talks).version == 1


@pytest.mark.parametrize("state", AppointmentState)
def test_they_are_written_from_the_talk_until_the_outcome(lab: Lab, state: AppointmentState) -> None:
    there = audience(lab, 1, state)
    if state in WRITTEN_IN:
        lab.write(minutes.write, lab.staff("mayor"), there, FIRST)
    else:
        refused = lab.refused(minutes.write, lab.staff("mayor"), there, FIRST)
        assert refused.code is RefusalCode.ILLEGAL_TRANSITION


def test_nobody_else_reads_or_writes(lab: Lab) -> None:
    talks = audience(lab, 1, TALKING)
    assert lab.refused(minutes.read, lab.staff("roads-head"), talks).code is RefusalCode.NOT_FOUND
    for actor in (lab.citizen(1), lab.staff("hall-operator"), lab.staff("admin"), lab.kiosk()):
        assert lab.refused(minutes.write, actor, talks, FIRST).code is RefusalCode.FORBIDDEN
        assert lab.refused(minutes.read, actor, talks).code is RefusalCode.FORBIDDEN


def test_the_outcome_is_recorded_over_read_words_alone_and_they_go_with_it(lab: Lab) -> None:
    talks, official = audience(lab, 1, AppointmentState.COMPLETED), lab.staff("mayor")
    lab.write(minutes.write, lab.staff("mayor-manager"), talks, FIRST)
    decision = Decision(DecisionCode.DIRECTED, "تُنار الطريق.", "إدارة الطرق")
    unread = OutcomeAsk(decision=decision, minutes_version=0)
    refused = lab.refused(outcomes.record_outcome, lab.house.slips, official, talks, unread)
    assert refused.code is RefusalCode.PRECONDITION_FAILED
    assert lab.state(talks) is AppointmentState.COMPLETED
    assert rows(lab) == 1
    read = unread.model_copy(update={"minutes_version": 1})
    first = lab.write(outcomes.record_outcome, lab.house.slips, official, talks, read)
    assert rows(lab) == 0
    assert lab.write(outcomes.record_outcome, lab.house.slips, official, talks, read) == first, "asked again"
    late = lab.refused(minutes.write, lab.staff("mayor-manager"), talks, FIRST.model_copy(update={"version": 1}))
    assert late.code is RefusalCode.ILLEGAL_TRANSITION


def test_what_is_written_while_the_outcome_is_recorded_is_refused_and_leaves_nothing(lab: Lab) -> None:
    talks, manager = audience(lab, 1, AppointmentState.COMPLETED), lab.staff("mayor-manager")
    lab.write(minutes.write, manager, talks, FIRST)
    ask = OutcomeAsk(decision=Decision(DecisionCode.DIRECTED, "تُنار الطريق.", "إدارة الطرق"), minutes_version=1)
    more = FIRST.model_copy(update={"text": "وأُحيل.", "version": 1})

    def record(transaction: Transaction) -> None:
        recorded = outcomes.record_outcome(transaction, lab.house.slips, lab.staff("mayor"), talks, ask)
        assert not isinstance(recorded, Refusal), recorded

    def write() -> object:
        return lab.house.write_now(lambda transaction: minutes.write(transaction, manager, talks, more))

    assert at_once(lab.house, record, write) == Refusal(RefusalCode.ILLEGAL_TRANSITION)
    assert rows(lab) == 0
