"""The audit trail is chained by a sealer, and whatever is done to it behind the server's back is found."""

import itertools
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, Executable, delete, func, insert, select, text, update

from desk_client.domain.audit_damage import Damage
from desk_client.server.house import House
from desk_client.server.jobs.checking import AuditChecker
from desk_client.server.jobs.sealing import Sealer
from desk_client.server.security.audit_anchor import Anchor, Head
from desk_client.server.services.audit import sealing
from desk_client.server.services.audit.audit_check import Report, check
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import audit, audit_link
from tests.fakes.clock import StandingClock

WITHIN = timedelta(minutes=1)


@pytest.fixture
def anchor(tmp_path: Path) -> Anchor:
    return Anchor(tmp_path / "second-disk" / "audit-head.json")


@pytest.fixture
def sealer(house: House, anchor: Anchor) -> Sealer:
    return Sealer(house, anchor)


def happened(house: House, count: int = 1, action: str = "book") -> None:
    def note(transaction: Transaction) -> None:
        for number in range(count):
            record(transaction, None, action, f"apt_{number}")

    house.write_now(note)


def tamper(house: House, *statements: Executable) -> None:
    def by_hand(connection: Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    house.store.write(by_hand).result()


def checked(house: House, anchor: Anchor) -> Report:
    return check(house.read_now, house.audit_key, anchor.read(), WITHIN)


def damage(report: Report) -> list[tuple[Damage, int | None]]:
    return [(finding.damage, finding.seq or finding.position) for finding in report.findings]


@pytest.fixture
def sealed(house: House, sealer: Sealer) -> list[int]:
    """The numbers of ten sealed rows, in the chain's order."""
    for _ in range(5):
        happened(house, 2)
        sealer.round()
    links = select(audit_link.c.audit_seq).order_by(audit_link.c.position)
    return list(house.store.read(lambda connection: connection.execute(links).scalars().all()))


def test_an_untouched_trail_is_whole(house: House, anchor: Anchor, sealed: list[int]) -> None:
    assert len(sealed) == 10
    report = checked(house, anchor)
    assert report.is_whole
    assert report.end == anchor.read()
    assert report.end.position == 10


def test_an_empty_trail_is_whole(house: House, anchor: Anchor, sealer: Sealer) -> None:
    sealer.round()
    assert checked(house, anchor) == Report(Head(), (), 0)


def test_an_edited_row_is_found_whichever_column_it_was(house: House, anchor: Anchor, sealed: list[int]) -> None:
    moment = house.clock.now() - timedelta(minutes=1)
    edits = {"at": moment, "actor": "stf_else", "role": "citizen", "action": "cancel", "subject": "apt_else"}
    for seq, (column, value) in zip(sealed, edits.items(), strict=False):
        tamper(house, update(audit).where(audit.c.seq == seq).values({column: value}))
    report = checked(house, anchor)
    assert damage(report) == [(Damage.EDITED, seq) for seq in sealed[: len(edits)]]
    assert str(sealed[1]) in report.findings[1].sentence


def test_two_rows_that_changed_places_are_found(house: House, anchor: Anchor, sealed: list[int]) -> None:
    third, fourth = sealed[2], sealed[3]
    for now, then in ((third, -1), (fourth, third), (-1, fourth)):
        tamper(house, update(audit).where(audit.c.seq == now).values(seq=then))
    assert damage(checked(house, anchor)) == [(Damage.EDITED, third), (Damage.EDITED, fourth)]


def test_a_deleted_row_is_found(house: House, anchor: Anchor, sealed: list[int]) -> None:
    tamper(house, delete(audit).where(audit.c.seq == sealed[6]))
    assert damage(checked(house, anchor)) == [(Damage.DELETED, sealed[6])]


def test_a_row_that_was_deleted_with_its_link_is_found(house: House, anchor: Anchor, sealed: list[int]) -> None:
    tamper(
        house,
        delete(audit).where(audit.c.seq == sealed[6]),
        delete(audit_link).where(audit_link.c.position == 7),
    )
    assert damage(checked(house, anchor)) == [(Damage.LINK_MISSING, 7)]


def test_closing_the_gap_afterwards_does_not_help(house: House, anchor: Anchor, sealed: list[int]) -> None:
    tamper(
        house,
        delete(audit).where(audit.c.seq == sealed[6]),
        delete(audit_link).where(audit_link.c.position == 7),
        *(
            update(audit_link).where(audit_link.c.position == position).values(position=position - 1)
            for position in (8, 9, 10)
        ),
    )
    report = checked(house, anchor)
    assert report.findings[0].damage is Damage.EDITED
    assert report.findings[0].position == 7


@pytest.mark.usefixtures("sealed")
def test_a_deleted_link_is_found_and_its_row_sealed_anew_at_the_end(house: House, anchor: Anchor) -> None:
    tamper(house, delete(audit_link).where(audit_link.c.position == 7))
    assert damage(checked(house, anchor)) == [(Damage.LINK_MISSING, 7)]


@pytest.mark.parametrize("row_too", [True, False])
@pytest.mark.expected_errors("lacks what was sealed up to 10")
def test_a_cut_tail_is_found_also_after_the_trail_went_on(
    house: House, anchor: Anchor, sealed: list[int], sealer: Sealer, clock: StandingClock, *, row_too: bool
) -> None:
    clock.advance(timedelta(seconds=1))
    if row_too:
        tamper(house, delete(audit).where(audit.c.seq.in_(sealed[8:])))
    tamper(house, delete(audit_link).where(audit_link.c.position > 8))
    assert (Damage.CUT, 10) in damage(checked(house, anchor))
    for _ in range(3):  # longer than it ever was, and with the right seals
        happened(house, 2)
        sealer.round()
    Sealer(house, anchor).round()  # a server that starts anew does not believe the store either
    happened(house)
    sealer.round()
    assert (Damage.CUT, 10) in damage(checked(house, anchor))


@pytest.mark.expected_errors("lacks what was sealed up to 10")
def test_a_server_that_starts_on_a_cut_trail_leaves_the_anchor_alone(
    house: House, anchor: Anchor, sealed: list[int]
) -> None:
    tamper(
        house,
        delete(audit).where(audit.c.seq.in_(sealed[8:])),
        delete(audit_link).where(audit_link.c.position > 8),
    )
    happened(house, 5)
    Sealer(house, anchor).round()
    noted = anchor.read()
    assert noted is not None
    assert noted.position == 10
    assert damage(checked(house, anchor)) == [(Damage.CUT, 10)]


@pytest.mark.usefixtures("sealed")
def test_an_inserted_row_is_found(house: House, anchor: Anchor, clock: StandingClock, sealer: Sealer) -> None:
    """Until it is sealed it lacks a seal; once it is, its moment does not fit."""
    clock.advance(timedelta(hours=30))
    happened(house)
    row = {"actor": "stf_x", "role": "official", "action": "book", "subject": "apt_x"}
    moment = house.clock.now() - timedelta(hours=29)
    tamper(house, insert(audit).values(at=moment, **row))
    added = house.store.read(lambda c: c.execute(select(func.max(audit.c.seq))).scalar_one())
    assert damage(checked(house, anchor)) == [(Damage.UNSEALED, added)]
    sealer.round()
    assert damage(checked(house, anchor)) == [(Damage.MISDATED, added)]


@pytest.mark.usefixtures("sealed")
def test_an_inserted_row_with_a_forged_link_is_found(house: House, anchor: Anchor) -> None:
    row = {"at": house.clock.now(), "actor": "a", "role": "r", "action": "x", "subject": "s"}
    tamper(
        house,
        insert(audit).values(seq=1000, **row),
        insert(audit_link).values(position=11, audit_seq=1000, digest=bytes(32), sealed_at=house.clock.now()),
    )
    assert damage(checked(house, anchor)) == [(Damage.EDITED, 1000)]


@pytest.mark.usefixtures("sealed")
def test_without_the_key_nobody_makes_a_chain(house: House, anchor: Anchor) -> None:
    """Who can write the whole database, and reads this program, still has no valid seal."""
    guessed = bytes(32)
    tamper(house, delete(audit_link))
    found = house.read_now(lambda transaction: sealing.unsealed(transaction, 0, 100))
    made, _ = sealing.links(guessed, found)
    house.write_now(lambda transaction: sealing.append(transaction, made))
    report = checked(house, anchor)
    assert report.findings[0].position == 1
    assert report.findings[-1].damage is Damage.CUT


def test_two_servers_make_one_chain(house: House, anchor: Anchor, tmp_path: Path) -> None:
    sealers = [Sealer(house, Anchor(tmp_path / f"anchor-{n}.json")) for n in range(3)]
    ending = threading.Event()

    def seal(sealer: Sealer) -> None:
        while not ending.is_set():
            sealer.round()

    threads = [threading.Thread(target=seal, args=(sealer,)) for sealer in sealers]
    for thread in threads:
        thread.start()
    for _ in range(60):
        happened(house, 3)
    ending.set()
    for thread in threads:
        thread.join()
    Sealer(house, anchor).round()
    report = checked(house, anchor)
    assert report.is_whole
    assert report.end.position == 180


def test_a_row_that_comes_into_sight_late_is_sealed_by_the_next_round(
    house: House, anchor: Anchor, sealer: Sealer
) -> None:
    """On PostgreSQL a lower number may be committed after a higher one, however many rounds later."""
    if house.store.read(lambda connection: connection.dialect.name) == "sqlite":
        pytest.skip("the embedded store has one writer: numbers come into sight in their order")
    inserted, may_commit = threading.Event(), threading.Event()

    def slowly(connection: Connection) -> None:
        connection.execute(insert(audit).values(at=house.clock.now(), actor="slow", role="r", action="x", subject="s"))
        inserted.set()
        assert may_commit.wait(20)

    late = house.store.write(slowly)
    assert inserted.wait(20)
    for _ in range(20):
        happened(house, 3)
        sealer.round()
    may_commit.set()
    late.result()
    sealer.round()
    order = (
        select(audit.c.actor).join(audit_link, audit_link.c.audit_seq == audit.c.seq).order_by(audit_link.c.position)
    )
    actors = house.store.read(lambda connection: connection.execute(order).scalars().all())
    assert list(itertools.compress(range(61), [actor == "slow" for actor in actors])) == [60]
    assert checked(house, anchor).is_whole


def test_what_is_sealed_is_not_looked_at_again(house: House, sealer: Sealer) -> None:
    for _ in range(6):
        happened(house, 10)
        sealer.round()
    for _ in range(4):
        sealer.round()
    # what the job would look at in its next round
    assert sealer.floor == house.store.read(lambda c: c.execute(select(func.max(audit.c.seq))).scalar_one())


def test_a_gap_from_an_undone_transaction_is_no_fault(house: House, anchor: Anchor, sealer: Sealer) -> None:
    happened(house)

    def undone(connection: Connection) -> None:
        connection.execute(insert(audit).values(at=house.clock.now(), actor="a", role="r", action="x", subject="s"))
        raise LookupError

    with pytest.raises(LookupError):
        house.store.write(undone).result()
    happened(house)
    sealer.round()
    assert checked(house, anchor).is_whole


@pytest.mark.expected_errors("the anchor of the audit trail is damaged")
@pytest.mark.usefixtures("sealed")
def test_a_damaged_anchor_is_told_of_and_kept(house: House, anchor: Anchor) -> None:
    anchor.path.write_text('{"position": "ten"}')
    happened(house)
    Sealer(house, anchor).round()
    assert anchor.path.read_text() == '{"position": "ten"}'


def test_the_alterations_of_these_tests_reach_the_store(house: House, sealed: list[int]) -> None:
    """A reader that looked at a copy would find every trail whole."""
    tamper(house, text("DELETE FROM audit"))
    report = check(house.read_now, house.audit_key, None, WITHIN)
    assert report.count == len(sealed)


def test_a_walk_that_is_wanted_twice_is_one_and_a_server_that_ends_gives_it_up(house: House, sealed: list[int]) -> None:
    checker = AuditChecker(house)
    woken: list[bool] = []
    checker.heard_by(lambda: woken.append(True))
    assert checker.want()
    assert not checker.want()
    assert woken == [True]
    checker.round()
    assert checker.since is None
    assert checker.last is not None
    assert checker.last.is_whole
    assert checker.walked == checker.length() == len(sealed)
    assert checker.want(), "once more"
    checker.stop()
    before = checker.last
    checker.round()
    assert checker.last is before
    assert checker.since is None


def test_up_to_when_it_is_sound_is_told(house: House, sealed: list[int], sealer: Sealer, clock: StandingClock) -> None:
    before = clock.now()
    clock.advance(timedelta(hours=1))
    happened(house)
    sealer.round()
    assert check(house.read_now, house.audit_key, None, WITHIN).sound_until == clock.now()
    latest = house.store.read(lambda connection: connection.execute(select(func.max(audit.c.seq))).scalar_one())
    tamper(house, update(audit).where(audit.c.seq == latest).values(action="x"))
    report = check(house.read_now, house.audit_key, None, WITHIN)
    assert report.sound_until == before
    assert [(each.damage, each.seq, each.at) for each in report.findings] == [(Damage.EDITED, latest, clock.now())]
    tamper(house, update(audit).where(audit.c.seq == sealed[0]).values(action="x"))
    assert check(house.read_now, house.audit_key, None, WITHIN).sound_until is None
