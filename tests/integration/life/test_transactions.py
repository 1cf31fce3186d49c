"""Where a transaction is found, and which other outcomes name it, on both stores: as far as somebody may know."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select, update

from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import Brief, NamedTransaction, Outcome, OutcomeAsk
from desk_client.protocol.calendars import Names
from desk_client.protocol.regions import Agency, AgencyAsk
from desk_client.server.services.administration import places, region
from desk_client.server.services.life import briefs, outcomes
from desk_client.server.services.privacy import erasure
from desk_client.server.storage.tables.booking import appointment, outcome
from tests.integration.life.lab import Lab
from tests.integration.life.test_briefs import given
from tests.integration.life.test_outcomes import DECISION, completed
from tests.statements import statements_of
from tests.stores import BOTH

STORES = BOTH
LINK = "https://portal.example.gov.sa/t/{number}"
TOWN = Names(ar="البلدية", en="Town")


def agency(lab: Lab, agency_id: str = "town") -> Agency:
    return next(each for each in lab.read(region.whole, lab.staff("admin")).agencies if each.id == agency_id)


def set_link(lab: Lab, link: str | None, agency_id: str = "town", who: str = "admin") -> Agency:
    ask = AgencyAsk(name=TOWN, transaction_link=link)
    lab.write(places.change_agency, lab.staff(who), agency_id, ask, agency(lab, agency_id).version)
    return agency(lab, agency_id)


def names(lab: Lab, number: int, transaction: str, attending: str = "mayor", person: int | None = None) -> Outcome:
    """An audience at which an office decided, naming a transaction; of `person`, where that is somebody else."""
    key = completed(lab, number, attending)
    if person is not None:
        belongs(lab, key, person)
    decision = replace(DECISION, transaction_number=transaction, actions=(), follow_up=None, directive=None)
    by = {"mayor": "mayor", "roads": "roads-head"}[attending]
    return lab.write(outcomes.record_outcome, lab.house.slips, lab.staff(by), key, OutcomeAsk(decision=decision))


def belongs(lab: Lab, key: AppointmentId, person: int) -> None:
    lab.house.write_now(
        lambda transaction: (
            transaction.connection.execute(
                update(appointment).where(appointment.c.id == key).values(person_id=f"per_{person}")
            ).rowcount
        )
    )


def brief_of(lab: Lab, key: AppointmentId, who: str = "mayor") -> Brief:
    return lab.read(briefs.brief, lab.staff(who), key)


def told(named: NamedTransaction) -> list[tuple[bool, bool, bool]]:
    """Of each outcome: whether it is the same person's, the same case's, and can be opened."""
    return [(each.same_person, each.same_case, each.appointment_id is not None) for each in named.named_in]


def test_an_administrator_says_where_transactions_are_found_and_takes_it_back(lab: Lab) -> None:
    assert agency(lab).transaction_link is None
    assert set_link(lab, LINK).transaction_link == LINK
    assert set_link(lab, None).transaction_link == LINK, "whoever renames an agency does not speak of it"
    assert set_link(lab, "").transaction_link is None
    assert lab.audited("town") == ["change_agency"] * 3
    another = AgencyAsk(name=Names(ar="الأمانة", en="Municipality"), transaction_link=LINK)
    made = lab.write(places.add_agency, lab.staff("admin"), another)
    assert {each.id: each.transaction_link for each in made.agencies}["municipality"] == LINK


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("http://portal.example/{number}", "not_https"),
        ("https://portal.example/", "number"),
        ("https://clerk@portal.example/{number}", "user_info"),
        ("https://{number}.example/", "number"),
    ],
)
def test_a_wrong_address_is_refused_with_its_fault(lab: Lab, link: str, fault: str) -> None:
    ask, admin = AgencyAsk(name=TOWN, transaction_link=link), lab.staff("admin")
    wrong = Refusal(RefusalCode.INVALID_REQUEST, field=f"transaction_link.{fault}")
    assert lab.refused(places.change_agency, admin, "town", ask, 1) == wrong
    assert lab.refused(places.add_agency, admin, ask) == wrong
    assert agency(lab).transaction_link is None


def test_nobody_else_sets_it(lab: Lab) -> None:
    ask = AgencyAsk(name=TOWN, transaction_link=LINK)
    for who in ("mayor", "mayor-manager", "town-desk", "hall-operator"):
        assert lab.refused(places.change_agency, lab.staff(who), "town", ask, 1).code is RefusalCode.FORBIDDEN


def test_the_desk_is_told_where_and_a_citizen_is_not(lab: Lab) -> None:
    set_link(lab, LINK)
    written = names(lab, 1, "44/1203")
    assert written.transaction == NamedTransaction(number="44/1203", link=LINK)
    key = AppointmentId(lab.of_person(1)[0].id)
    assert lab.read(outcomes.read_outcome, lab.house.slips, lab.citizen(1), key).transaction is None
    assert lab.write(outcomes.confirm_outcome, lab.house.slips, lab.citizen(1), key).transaction is None
    there = given(lab, number=0)
    read = brief_of(lab, there)
    assert (read.transaction_link, [each.link for each in read.transactions]) == (LINK, [LINK])
    assert names(lab, 2, "").transaction is None


def test_other_outcomes_that_name_it_are_the_visitors_own_and_those_of_ones_own_office(lab: Lab) -> None:
    names(lab, 1, "44/1203-A")
    names(lab, 2, "44/1203-a", attending="roads", person=1)
    names(lab, 3, "44/1203-a")
    names(lab, 4, "44/1203-a", attending="roads")
    names(lab, 5, "44/1204")
    there = given(lab, number=0)
    (named,) = brief_of(lab, there).transactions
    assert told(named) == [(True, False, False), (True, False, True), (False, False, True)]
    assert {each.office_title.en for each in named.named_in} == {"the mayor", "the roads"}
    for each in named.named_in:
        if each.appointment_id is not None:
            assert brief_of(lab, AppointmentId(each.appointment_id)).item.id == each.appointment_id
    others = [each for each in named.named_in if not each.same_person]
    assert lab.found(others[0].appointment_id or "").person_id == "per_3"
    assert named.model_dump_json().count("عبدالله") == 0, "of another visitor no name is told"


def test_what_is_recorded_is_told_at_once_what_else_names_it(lab: Lab) -> None:
    names(lab, 1, "44/1203")
    second = names(lab, 2, "44/1203")
    assert second.transaction is not None
    assert told(second.transaction) == [(False, False, True)]
    key = AppointmentId(lab.of_person(1)[0].id)
    again = lab.read(outcomes.read_outcome, lab.house.slips, lab.staff("mayor"), key)
    assert again.transaction is not None
    assert told(again.transaction) == [(False, False, True)]


def test_the_same_number_in_another_agencys_system_is_another_transaction(lab: Lab) -> None:
    names(lab, 1, "44/1203")
    key = completed(lab, 2, "water")
    belongs(lab, key, 1)
    lab.house.write_now(
        lambda transaction: outcomes.write_decision(
            transaction,
            lab.staff("mayor"),
            lab.found(key),
            replace(DECISION, actions=(), follow_up=None, directive=None),
        )
    )
    there = given(lab, number=0)
    assert [len(each.named_in) for each in brief_of(lab, there).transactions] == [2], "neither says where they are"
    set_link(lab, LINK)
    water, mayor = brief_of(lab, there).transactions
    assert (water.link, mayor.link) == (None, LINK)
    assert (len(water.named_in), told(mayor)) == (1, [(True, False, True)])


def test_who_is_confined_to_a_governorate_is_told_of_no_other(lab: Lab) -> None:
    names(lab, 1, "44/1203")
    names(lab, 3, "44/1203")
    there = given(lab, number=0)
    (named,) = lab.read(briefs.brief, lab.staff("mayor", governorate="north"), there).transactions
    assert told(named) == [(True, False, True), (False, False, True)]
    key = next(each.appointment_id for each in named.named_in if not each.same_person)
    lab.house.write_now(
        lambda transaction: (
            transaction.connection.execute(
                update(appointment).where(appointment.c.id == key).values(governorate_id="south")
            ).rowcount
        )
    )
    (named,) = lab.read(briefs.brief, lab.staff("mayor", governorate="north"), there).transactions
    assert told(named) == [(True, False, True)]


def test_what_is_taken_back_or_erased_is_found_no_more(lab: Lab) -> None:
    first = names(lab, 1, "44/1203")
    assert first.decision.transaction_number == "44/1203"
    names(lab, 3, "44/1203")
    lab.write(outcomes.take_back_outcome, lab.staff("mayor"), AppointmentId(lab.of_person(3)[0].id))
    names_it = select(func.count()).select_from(outcome).where(outcome.c.transaction_index.is_not(None))

    def left() -> int:
        return int(lab.house.read_now(lambda transaction: transaction.connection.execute(names_it).scalar_one()))

    assert left() == 1
    lab.write(outcomes.confirm_outcome, lab.house.slips, lab.citizen(1), AppointmentId(lab.of_person(1)[0].id))
    lab.write(erasure.erase_self, lab.citizen(1))
    assert left() == 0


def test_however_many_name_it_is_asked_in_one_question_and_no_outcome_is_opened_for_it(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    names(lab, 1, "44/1203")
    there = given(lab, number=0)

    def effort() -> tuple[int, int]:
        def read(transaction: Any) -> tuple[int, int]:
            opened: list[str] = []
            vault = transaction.vault
            plain = vault.open

            def counted(table: str, row: str, sealed: bytes) -> str:
                opened.append(table)
                return str(plain(table, row, sealed))

            with monkeypatch.context() as patch, statements_of(transaction.connection) as said:
                patch.setattr(vault, "open", counted)
                briefs.brief(transaction, lab.staff("mayor"), there)
            return len(said), opened.count("outcome.follows")

        few: tuple[int, int] = lab.house.read_now(read)
        return few

    before = effort()
    for number in (2, 4, 5):
        names(lab, number, "44/1203")
    assert effort() == before
    (named,) = brief_of(lab, there).transactions
    assert len(named.named_in) == 4
