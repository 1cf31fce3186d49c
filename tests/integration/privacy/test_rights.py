"""A person's rights over their data: an export that lacks nothing, an erasure that leaves nothing, consents."""

import json
from datetime import timedelta
from typing import Any, Final

import pytest
from sqlalchemy import func, insert, select, update

from desk_client.domain.access import Role
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import KioskId, PersonId, SessionId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.privacy import ConsentAsk, Consents, Erased, PersonData
from desk_client.server.house import House
from desk_client.server.security.indexes import PERSON_MOBILE, PERSON_NUMBER
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration.answering import FATE
from desk_client.server.services.privacy import consents, erasure
from desk_client.server.services.privacy.consent_texts import WORDINGS, present
from desk_client.server.services.privacy.export import exported
from desk_client.server.services.privacy.held import HELD, unaccounted
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.bookkeeping import access_log
from desk_client.server.storage.tables.people import person
from tests.fakes.clock import StandingClock
from tests.integration.privacy.lives import (
    MOBILE,
    NAME,
    NUMBER,
    RECORDING_KEY,
    SUBJECT,
    VALUES,
    everything,
    live,
    region,
)

_MINUTE = timedelta(minutes=1)
OTHER: Final[dict[str, Any]] = {"number": "1000000016", "mobile": "+966500000002", "name": "Hassan Hakami"}


@pytest.fixture(autouse=True)
def _region(house: House) -> None:
    region(house)


def export_of(house: House, person_id: PersonId) -> PersonData:
    return PersonData.model_validate_json("".join(exported(house.read_now, person_id, house.clock.now())))


def erased(house: House, person_id: PersonId) -> Erased | Refusal:
    return house.write_now(lambda transaction: erasure.erase(transaction, person_id, None))


def test_nobody_forgot_a_table() -> None:
    assert unaccounted() == []


def test_an_export_has_everything_in_plain_words(house: House) -> None:
    me = live(house)
    live(house, "b", **OTHER)
    export = export_of(house, me.person_id)
    assert {name for name, records in export.records.items() if not records} == set()
    text = json.dumps(export.records, ensure_ascii=False)
    assert [value for value in VALUES if value not in text] == []
    assert RECORDING_KEY not in text, "it opens the recording wherever a copy of that may lie"
    assert [value for value in OTHER.values() if value in text] == []
    assert export.records["person"][0]["mobile"] == MOBILE
    assert len(export.records["attachment"]) == 2
    assert "key" not in export.records["attachment"][0]
    assert export.records["access_log"][0]["actor"] == "stf_official"


def test_an_export_goes_on_after_a_page(house: House) -> None:
    me = live(house)
    look = {"at": house.clock.now(), "actor": "stf_official", "role": "r", "action": "x", "person_id": me.person_id}
    rows = [{**look, "subject": f"{n}"} for n in range(250)]
    house.store.write(lambda connection: connection.execute(insert(access_log), rows)).result()
    pieces = list(exported(house.read_now, me.person_id, house.clock.now()))
    subjects = [each["subject"] for each in json.loads("".join(pieces))["records"]["access_log"]]
    assert subjects[1:] == [str(n) for n in range(250)]
    assert max(len(piece) for piece in pieces) < 30_000  # a page, and never the whole


def test_what_cannot_be_opened_does_not_keep_the_rest_from_its_owner(house: House) -> None:
    me = live(house)
    spoilt = update(person).values(name_sealed=bytes(40))
    house.store.write(lambda connection: connection.execute(spoilt)).result()
    record = export_of(house, me.person_id).records["person"][0]
    assert record["name_unreadable"] is True
    assert record["number"] == NUMBER


def test_nothing_of_an_erased_person_is_left(house: House) -> None:
    me, other = live(house), live(house, "b", **OTHER)
    before = everything(house)
    assert [value for value in VALUES if value not in before] == []  # the search is able to find them
    traces = [house.vault.index(PERSON_NUMBER, f"national_id::{NUMBER}"), house.vault.index(PERSON_MOBILE, MOBILE)]
    traces += house.vault.name_tokens(NAME)
    assert [trace for trace in traces if trace.hex() not in before] == []

    assert erased(house, me.person_id) == Erased(erased_at=house.clock.now())

    mine = "\n".join(line for line in everything(house).splitlines() if "_b" not in line)
    assert [value for value in VALUES if value in mine] == []
    assert [trace for trace in traces if trace.hex() in mine] == []
    assert export_of(house, other.person_id).records["person"][0]["name"] == OTHER["name"]
    assert len(export_of(house, other.person_id).records["attachment"]) == 2


def test_what_must_be_accounted_for_stays_without_a_name(house: House) -> None:
    me = live(house)
    erased(house, me.person_id)
    export = export_of(house, me.person_id)
    assert export.records["appointment"][0]["state"] == "confirmed"
    assert export.records["outcome"][0]["code"] == "accepted"
    assert export.records["consent"][0]["withdrawn_at"] is not None
    assert [entry["action"] for entry in export.records["audit"]] == ["book", "erase_person"]
    assert export.records["access_log"] != []
    assert export.records["session"][0]["ended_at"] is not None
    assert export.records["outbox"] == export.records["attachment"] == export.records["challenge"] == []
    assert export.records["satisfaction"] == [], "what they thought is theirs, not the house's"


def test_the_same_document_is_a_new_person_afterwards(house: House) -> None:
    me = live(house)
    erased(house, me.person_id)
    again = live(house, "again")
    assert again.person_id != me.person_id
    assert export_of(house, again.person_id).records["person"][0]["number"] == NUMBER


@pytest.mark.parametrize("state", [AppointmentState.HELD, AppointmentState.BOOKED, AppointmentState.IN_SESSION])
def test_an_open_appointment_is_cancelled_first(house: House, state: AppointmentState) -> None:
    me = live(house, state=state)
    assert erased(house, me.person_id) == Refusal(RefusalCode.ILLEGAL_TRANSITION, field="appointments")
    assert SUBJECT in everything(house)
    house.store.write(lambda connection: connection.execute(update(appointment).values(state="cancelled"))).result()
    assert isinstance(erased(house, me.person_id), Erased)


def test_a_hold_that_expired_is_in_nobodys_way(house: House, clock: StandingClock) -> None:
    me = live(house, state=AppointmentState.HELD)
    clock.advance(timedelta(minutes=5))
    assert isinstance(erased(house, me.person_id), Erased)


def test_an_open_request_is_withdrawn(house: House) -> None:
    me = live(house, request_state="routed")
    erased(house, me.person_id)
    record = export_of(house, me.person_id).records["request"][0]
    assert (record["state"], record["text"], record["version"]) == ("withdrawn", "", 2)


def test_nobody_is_erased_twice(house: House) -> None:
    me = live(house)
    erased(house, me.person_id)
    assert erased(house, me.person_id) == Refusal(RefusalCode.NOT_FOUND)
    assert erased(house, PersonId("per_nobody")) == Refusal(RefusalCode.NOT_FOUND)


def test_citizens_erase_themselves_and_nobody_else_may(house: House) -> None:
    me = live(house)
    kiosk = house.write_now(lambda transaction: erasure.erase_self(transaction, _kiosk()))
    assert kiosk == Refusal(RefusalCode.FORBIDDEN)
    assert isinstance(house.write_now(lambda transaction: erasure.erase_self(transaction, me.citizen)), Erased)


def test_a_consent_is_given_in_words_that_were_shown(house: House, clock: StandingClock) -> None:
    me = live(house)
    version = present(Purpose.SMS).version

    def give(asked: str) -> Consents | Refusal:
        ask = ConsentAsk(text_version=asked)
        return house.write_now(lambda transaction: consents.give(transaction, me.citizen, Purpose.SMS, ask))

    stale = give("2020-01")
    assert stale == Refusal(RefusalCode.PRECONDITION_FAILED, field="text_version")
    given_at = house.clock.now()
    for _ in range(2):
        answer = give(version)
        clock.advance(_MINUTE)
    assert isinstance(answer, Consents)
    sms = next(each for each in answer.consents if each.purpose is Purpose.SMS)
    assert (sms.given, sms.given_version, sms.given_at) == (True, version, given_at)
    assert house.read_now(lambda transaction: consents.agrees(transaction, me.person_id, Purpose.SMS))
    house.write_now(lambda transaction: consents.withdraw(transaction, me.citizen, Purpose.SMS))
    assert not house.read_now(lambda transaction: consents.agrees(transaction, me.person_id, Purpose.SMS))
    ledger = export_of(house, me.person_id).records["consent"]
    assert [each["purpose"] for each in ledger] == ["processing", "sms"]
    assert ledger[1]["session_id"] == me.citizen.session_id


def test_an_older_wording_that_was_agreed_to_is_replaced_by_todays(house: House) -> None:
    """`live` agreed to a version that is no longer shown; it stays on record, and is told of until it is replaced."""
    me = live(house)
    mine = house.read_now(lambda transaction: consents.mine(transaction, me.citizen))
    assert isinstance(mine, Consents)
    assert mine.consents[0].given_version == "1"
    ask = ConsentAsk(text_version=present(Purpose.PROCESSING).version)
    house.write_now(lambda transaction: consents.give(transaction, me.citizen, Purpose.PROCESSING, ask))
    ledger = export_of(house, me.person_id).records["consent"]
    assert [(each["text_version"], each["withdrawn_at"] is None) for each in ledger] == [
        ("1", False),
        (present(Purpose.PROCESSING).version, True),
    ]


def test_every_purpose_has_words_in_both_languages() -> None:
    for purpose in Purpose:
        versions = [wording.version for wording in WORDINGS[purpose]]
        assert len(set(versions)) == len(versions) > 0
        assert all(wording.text.ar and wording.text.en for wording in WORDINGS[purpose])


def _kiosk() -> Actor:
    return Actor(SessionId("ses_kiosk"), Role.KIOSK, kiosk_id=KioskId("farasan-1"))


def held_rows(house: House, person_id: PersonId) -> dict[str, int]:
    """How many rows of each table are the person's."""
    return house.read_now(
        lambda transaction: {
            each.table.name: transaction.connection.execute(
                select(func.count()).select_from(each.table).where(each.of(person_id))
            ).scalar_one()
            for each in HELD
        }
    )


def test_an_erasure_does_what_it_says_beforehand(house: House) -> None:
    assert set(FATE) == {each.table.name for each in HELD}, "of each kind it is said what becomes of it"
    me = live(house)
    before = held_rows(house, me.person_id)
    assert min(before.values()) > 0
    assert isinstance(erased(house, me.person_id), Erased)
    after = held_rows(house, me.person_id)
    for name, fate in FATE.items():
        if fate == "goes":
            assert after[name] == 0, name
        else:
            assert after[name] >= before[name], name
