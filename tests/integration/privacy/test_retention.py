"""What is kept no longer goes, kind by kind; what is open stays, however old."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, delete, func, insert, select, update

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.retention import KEPT_FOR, Kind
from desk_client.server.house import House
from desk_client.server.jobs.retaining import Retaining
from desk_client.server.services.privacy import retention
from desk_client.server.storage.schema import metadata
from desk_client.server.storage.tables.booking import attachment, waitlist
from desk_client.server.storage.tables.bookkeeping import access_log, outbox
from desk_client.server.storage.tables.people import session
from desk_client.server.storage.tables.rooms import room_member
from tests.fakes.clock import StandingClock
from tests.integration.privacy.lives import VALUES, everything, live, region

_LONG_AGO = timedelta(days=20 * 365)


@pytest.fixture(autouse=True)
def _region(house: House) -> None:
    region(house)


def counts(house: House) -> dict[str, int]:
    """How many rows the tables about people have."""
    tables = [metadata.tables[name] for name in _ABOUT_PEOPLE]
    return house.store.read(
        lambda connection: {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables
        }
    )


_ABOUT_PEOPLE = (
    *("person", "person_name_token", "consent", "session", "challenge", "request", "appointment", "outcome"),
    *("attachment", "attachment_content", "waitlist", "waitlist_offer", "outbox", "room", "room_member", "idempotency"),
    *(
        "call_summary",
        "office_note",
        "chat_line",
        "handover",
        "call_back",
        "satisfaction",
        "change",
        "access_log",
        "claim",
        "queue_told",
        "outcome_amendment",
        "outcome_draft",
        "request_step",
        "document_mark",
    ),
)


def test_on_the_day_itself_nothing_goes(house: House) -> None:
    live(house)
    before = counts(house)
    assert set(Retaining(house).due().values()) == {0}
    Retaining(house).clear()
    assert counts(house) == before


def test_after_many_years_nothing_is_left_of_a_life_that_came_to_its_end(house: House, clock: StandingClock) -> None:
    live(house)
    left = update(waitlist).values(state="left")
    house.store.write(lambda connection: connection.execute(left)).result()
    assert [value for value in VALUES if value not in everything(house)] == []
    clock.advance(_LONG_AGO)
    job = Retaining(house)
    due = job.due()
    assert due[Kind.FINISHED_APPOINTMENTS] == due[Kind.REQUESTS] == 1
    for _ in range(2):  # people go once nothing of them is left
        job.clear()
    assert {name: count for name, count in counts(house).items() if count} == {}
    assert [value for value in VALUES if value in everything(house)] == []


def test_what_is_open_stays_however_old(house: House, clock: StandingClock) -> None:
    over = {"confirmed", "outcome_recorded", "cancelled", "no_show", "unserved"}
    still_open = [state for state in AppointmentState if state.value not in over]
    for number, state in enumerate(still_open):
        live(house, f"p{number}", number=f"{number}", state=state, request_state="routed")
    pending = update(outbox).values(state="pending")
    house.store.write(lambda connection: connection.execute(pending)).result()
    before = counts(house)
    clock.advance(_LONG_AGO)
    for _ in range(2):
        Retaining(house).clear()
    gone = {"challenge", "idempotency", "change", "access_log"}
    assert counts(house) == before | dict.fromkeys(gone, 0)


def test_each_kind_goes_at_its_own_time(house: House, clock: StandingClock) -> None:
    """A moment before its days are over nothing of it is due, a moment after something is."""
    live(house)
    live(house, "b", number="2", state=AppointmentState.CANCELLED)

    def end(connection: Connection) -> None:
        connection.execute(update(waitlist).values(state="left"))
        connection.execute(update(outbox).where(outbox.c.id == "msg_a0").values(state="sent"))
        connection.execute(delete(room_member))

    house.store.write(end).result()
    began = clock.now()
    later = {Kind.SESSIONS: timedelta(hours=2), Kind.CHALLENGES: timedelta(minutes=5)}
    for kind in set(Kind) - {Kind.ENROLMENT_CODES, Kind.PERSONS, Kind.LEFTOVERS}:
        clock.advance(began + KEPT_FOR[kind] + later.get(kind, timedelta()) - clock.now())
        assert (kind, Retaining(house).due()[kind]) == (kind, 0)
        clock.advance(timedelta(seconds=1))
        assert (kind, Retaining(house).due()[kind]) > (kind, 0)


def test_an_administrator_decides_how_long(house: House, clock: StandingClock) -> None:
    live(house)
    house.write_now(lambda transaction: retention.keep(transaction, Kind.FINISHED_APPOINTMENTS, 30))
    house.write_now(lambda transaction: retention.keep(transaction, Kind.FINISHED_APPOINTMENTS, 10))
    clock.advance(timedelta(days=11))
    assert Retaining(house).due()[Kind.FINISHED_APPOINTMENTS] == 1
    with pytest.raises(ValueError, match="a day at least"):
        house.write_now(lambda transaction: retention.keep(transaction, Kind.MESSAGES, 0))


def test_a_long_backlog_goes_in_many_small_transactions(house: House, clock: StandingClock) -> None:
    look = {"at": clock.now(), "actor": "stf", "role": "r", "action": "x", "person_id": "per", "subject": "s"}
    rows = [dict(look) for _ in range(3 * retention.BATCH + 7)]
    house.store.write(lambda connection: connection.execute(insert(access_log), rows)).result()
    clock.advance(_LONG_AGO)
    commits: list[None] = []
    house.store.on_commit(lambda: commits.append(None))
    assert Retaining(house).clear((Kind.ACCESS_LOG,)) == {Kind.ACCESS_LOG: len(rows)}
    assert len(commits) >= 4


def test_who_came_back_between_the_look_and_the_removal_stays(house: House, clock: StandingClock) -> None:
    me = live(house)
    left = update(waitlist).values(state="left")
    house.store.write(lambda connection: connection.execute(left)).result()
    clock.advance(_LONG_AGO)
    for _ in range(2):  # sessions go once the rooms that they were in are gone
        Retaining(house).clear(tuple(kind for kind in Kind if kind is not Kind.PERSONS))
    names = house.read_now(lambda transaction: retention.found(transaction, Kind.PERSONS, None))
    assert names == [me.person_id]
    now = clock.now()
    back = insert(session).values(
        id="ses_back", token_hash=bytes(32), role="citizen", person_id=me.person_id, companions=0,
        verified_by="sms_code", created_at=now, seen_at=now, expires_at=now + timedelta(hours=2),
    )  # fmt: skip
    house.store.write(lambda connection: connection.execute(back)).result()
    assert house.write_now(lambda transaction: retention.remove(transaction, Kind.PERSONS, names)) == 0
    assert counts(house)["person"] == 1


def test_an_attachment_goes_with_its_content(house: House, clock: StandingClock) -> None:
    live(house)
    clock.advance(KEPT_FOR[Kind.ATTACHMENTS] + timedelta(seconds=1))
    assert Retaining(house).clear((Kind.ATTACHMENTS,)) == {Kind.ATTACHMENTS: 2}
    assert counts(house)["attachment_content"] == 0
    assert counts(house)["appointment"] == 1
    assert house.store.read(lambda connection: connection.execute(select(attachment)).all()) == []
