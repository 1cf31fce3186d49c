"""Stores of the first release go up to today's schema and back, on both backends, and nothing stays readable."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from desk_client.domain.people import Document, DocumentKind, parse_document
from desk_client.domain.transaction_link import same_transaction
from desk_client.server.security.indexes import OUTCOME_TRANSACTION, PERSON_MOBILE, PERSON_NUMBER
from desk_client.server.security.vault import Vault
from desk_client.server.storage.migrate import head, migrated
from desk_client.server.storage.migrations import rows
from desk_client.server.storage.migrations.losses import LossyDowngradeError
from desk_client.server.storage.schema import metadata
from desk_client.server.storage.sealed import SEALED
from tests.integration.storage.first_release import CONTENT, READABLE, REVISION, Content, build
from tests.integration.storage.newcomers import NEWCOMERS
from tests.integration.storage.stores import KEY, Backend, Databases, Files, Opened

SHORT_LIVED = ("challenge", "hold")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    """Where stores are made; revisions take their rows two at a time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "BATCH", 2)
        if request.param == "sqlite":
            yield Files(tmp_path_factory.mktemp("stores"))
            return
        databases = Databases(request.getfixturevalue("postgres"))
        yield databases
        databases.close()


@pytest.fixture(scope="module")
def released(backend: Backend) -> Opened:
    """The first release's store; each test takes a copy."""
    store = backend.empty()
    with store.schema() as connection:
        build(connection)
    return store


@pytest.fixture(scope="module")
def migrated_once(backend: Backend, released: Opened) -> Opened:
    """The same at today's schema, for tests that only look."""
    store = backend.copy(released)
    store.up()
    return store


@pytest.fixture
def old(backend: Backend, released: Opened) -> Opened:
    """A first release's store of one's own."""
    return backend.copy(released)


@pytest.fixture
def new(backend: Backend, migrated_once: Opened) -> Opened:
    """A migrated store of one's own."""
    return backend.copy(migrated_once)


def _lasting(content: Content) -> Content:
    """Without what lives five minutes."""
    lasting = {table: found for table, found in content.items() if table not in SHORT_LIVED}
    return lasting | {"claim": [row for row in content["claim"] if row["expires_at"] is None]}


def _was(table: str, row_id: object, key: str = "id") -> dict[str, Any]:
    return next(row for row in CONTENT[table] if row[key] == row_id)


def test_the_revisions_make_exactly_the_tables_that_the_code_speaks_of(backend: Backend, migrated_once: Opened) -> None:
    plain = backend.empty()
    with plain.schema() as connection:
        metadata.create_all(connection)
    assert migrated_once.described() == plain.described()
    with migrated_once.schema() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_new_store_needs_no_vault(backend: Backend) -> None:
    store = backend.empty()
    with store.schema() as connection:
        assert migrated(connection).after == head()


def test_persons_open_to_what_they_were(migrated_once: Opened) -> None:
    vault = migrated_once.vault
    found = migrated_once.ask("SELECT id, document, number_sealed, mobile_sealed, name_sealed, language FROM person")
    assert len(found) == len(CONTENT["person"])
    for person_id, document, number, mobile, name, language in found:
        was = _was("person", person_id)
        assert (document, language) == ("national_id", "ar")
        assert vault.open("person.number", person_id, number) == was["national_id"]
        assert vault.open("person.mobile", person_id, mobile) == was["mobile"]
        assert (None if name is None else vault.open("person.name", person_id, name)) == was["name"]


def test_subjects_outcomes_answers_and_messages_open_to_what_they_were(migrated_once: Opened) -> None:
    vault, ask = migrated_once.vault, migrated_once.ask
    for appointment_id, subject in ask("SELECT id, subject_sealed FROM appointment"):
        assert (
            vault.open("appointment.subject", appointment_id, subject) == _was("appointment", appointment_id)["subject"]
        )
    for appointment_id, text in ask("SELECT appointment_id, text_sealed FROM outcome"):
        was = _was("outcome", appointment_id, "appointment_id")
        assert vault.open("outcome.text", appointment_id, text) == was["text"]
    for message_id, recipient, body in ask("SELECT id, recipient_sealed, body_sealed FROM outbox"):
        was = _was("outbox", message_id)
        assert vault.open("outbox.recipient", message_id, recipient) == was["recipient"]
        assert ("" if body is None else vault.open("outbox.body", message_id, body)) == was["body"]
    answers = {}
    for actor, key, answer in ask("SELECT actor, key, answer_sealed FROM idempotency"):
        answers[actor, key] = vault.open("idempotency.answer", f"{actor}/{key}", answer)
    assert answers == {(row["actor"], row["key"]): row["answer"] for row in CONTENT["idempotency"]}


def test_outcomes_of_before_are_found_by_the_transaction_that_they_name(old: Opened) -> None:
    vault = old.vault
    old.up(to="0038")
    follows = {"apt_5": '{"transaction_number": " 44/1203-A"}', "apt_6": '{"actions": []}'}
    with old.schema() as connection:
        for key, said in follows.items():
            sealed = vault.seal("outcome.follows", key, said)
            connection.execute(
                sa.text("UPDATE outcome SET follows_sealed = :sealed WHERE appointment_id = :key"),
                {"sealed": sealed, "key": key},
            )
    old.up()
    kept = dict(old.ask("SELECT appointment_id, transaction_index FROM outcome"))
    assert kept == {"apt_5": vault.index(OUTCOME_TRANSACTION, same_transaction("44/1203-a")), "apt_6": None}


def test_every_sealed_value_stands_where_a_rotation_of_keys_looks_for_it(migrated_once: Opened) -> None:
    opened = 0
    with migrated_once.schema() as connection:
        for sealed in SEALED:
            value = sealed.table.c[sealed.column]
            for *key, found in connection.execute(
                sa.select(*sealed.table.primary_key, value).where(value.is_not(None))
            ):
                migrated_once.vault.open(sealed.name, "/".join(key), found)
                opened += 1
    numbers_and_mobiles, names, subjects, outcomes, answers, recipients, bodies = 6, 2, 8, 2, 3, 6, 3
    assert opened == numbers_and_mobiles + names + subjects + outcomes + answers + recipients + bodies


def test_nothing_readable_is_left_on_the_disk(old: Opened) -> None:
    before = old.disk()
    assert [text for text in READABLE if text.encode() not in before] == []
    old.up()
    after = old.disk()
    assert [text for text in READABLE if text.encode() in after] == []


def test_persons_are_found_by_number_mobile_and_any_word_of_their_name(migrated_once: Opened) -> None:
    vault = migrated_once.vault
    document = parse_document(DocumentKind.NATIONAL_ID, "1000000008", None)
    assert isinstance(document, Document)
    indexes = vault.index(PERSON_NUMBER, document.key), vault.index(PERSON_MOBILE, "+966500000001")
    assert migrated_once.ask("SELECT number_index, mobile_index FROM person WHERE id = 'per_1'") == [indexes]
    tokens = migrated_once.ask("SELECT token_index FROM person_name_token WHERE person_id = 'per_1'")
    assert {token for (token,) in tokens} == vault.name_tokens("سالم بن أحمد الجيزاني")
    assert migrated_once.ask("SELECT count(*) FROM person_name_token WHERE person_id = 'per_2'") == [(0,)]


def test_offices_services_and_halls_get_what_they_had_without_saying_so(migrated_once: Opened) -> None:
    ask = migrated_once.ask
    rungs = [
        ("deputy", "deputy_emir", True),
        ("emir", "emir", True),
        ("lands", "department_head", True),
        ("mayor", "mayor", True),
    ]
    assert ask("SELECT id, rung, shows_position FROM office ORDER BY id") == rungs
    governorates = [("corniche", "corniche"), ("jazan", "corniche"), ("sabya", "sabya")]
    assert ask("SELECT id, governorate_id FROM site ORDER BY id") == governorates
    limits = ask("SELECT capacity, cancel_before_minutes, change_before_minutes, most_open FROM service")
    assert limits == [(1, 120, 120, 3)] * 2
    assert ask("SELECT * FROM service_kind ORDER BY 1") == [
        ("emir-audience", "video_kiosk"),
        ("lands-grant", "video_kiosk"),
    ]
    assert ask("SELECT DISTINCT first, last, weekdays FROM pause") == [("", "", "")]
    assert ask("SELECT works FROM holiday") == [(False,)]


def test_appointments_sessions_and_messages_get_what_they_had_without_saying_so(migrated_once: Opened) -> None:
    ask = migrated_once.ask
    found = ask(
        "SELECT id, attending_id, governorate_id, kind, version, claims, priority, companions, seat, queued_at "
        "FROM appointment ORDER BY id"
    )
    common = ("emir", "corniche", "video_kiosk", 1)
    assert found[0] == ("apt_1", *common, 9, 0, 0, "kiosk:jazan-1", None)
    assert found[1] == ("apt_2", *common, 9, 0, 0, "kiosk:jazan-2", _was("appointment", "apt_2")["checked_in_at"])
    assert found[3] == ("apt_4", *common, 0, 0, 0, None, _was("appointment", "apt_4")["checked_in_at"])
    cases = {case for (case,) in ask("SELECT case_id FROM appointment")}
    assert len(cases) == len(found)
    assert all(case.startswith("cas_") and len(case) == 30 for case in cases)
    proofs = [("kiosk", "enrolment", 0), ("citizen", "sms_code", 0), ("official", "password", 0)]
    assert ask("SELECT role, verified_by, companions FROM session ORDER BY id")[:3] == proofs
    purposes = ["sign_in_code", "legacy", "legacy", "legacy", "ticket", "outcome_ready"]
    expires_at = _was("outbox", "msg_1")["created_at"] + 300_000
    assert ask("SELECT purpose, language, expires_at FROM outbox ORDER BY id") == [
        (purpose, "ar", expires_at if purpose == "sign_in_code" else None) for purpose in purposes
    ]
    assert ask("SELECT count(*) FROM challenge") == [(0,)]
    assert ask("SELECT DISTINCT owner FROM claim ORDER BY owner") == [("apt_1",), ("apt_2",)]


def test_a_unit_whose_name_has_no_place_any_more_is_told_in_the_outcomes_text(old: Opened) -> None:
    unit = "إدارة " * 50
    old.do(f"UPDATE outcome SET responsible_unit = '{unit}' WHERE appointment_id = 'apt_6'")  # noqa: S608 - ours
    old.up()
    ((short, sealed),) = old.ask("SELECT responsible_unit, text_sealed FROM outcome WHERE appointment_id = 'apt_6'")
    assert len(short) == 200
    assert unit.startswith(short.removesuffix("…"))
    assert old.vault.open("outcome.text", "apt_6", sealed) == f"The plot is a road\n{unit}"


def test_there_and_back_again_leaves_every_row_as_it_was(old: Opened) -> None:
    rows_then, tables_then = old.dump(), old.described()
    old.up()
    old.down()
    assert old.revision == REVISION
    assert old.described() == tables_then
    assert _lasting(old.dump()) == _lasting(rows_then)
    old.up()
    assert old.revision == head()


@pytest.mark.parametrize("drawn", [0, 5, 25])
def test_a_migration_that_breaks_off_leaves_the_old_version_whole(old: Opened, drawn: int) -> None:
    left = drawn

    def random(size: int) -> bytes:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError("no more randomness")
        return bytes([left]) * size

    start = old.dump()
    with pytest.raises(OSError, match="no more randomness"):
        old.up(Vault({1: KEY}, KEY, random=random))
    assert old.revision == REVISION
    assert old.dump() == start


def test_rows_are_not_migrated_without_a_vault(old: Opened) -> None:
    with pytest.raises(LookupError, match="vault"), old.schema() as connection:
        migrated(connection)
    assert old.revision == REVISION


@pytest.mark.parametrize("revision", NEWCOMERS)
def test_what_the_first_release_cannot_hold_is_counted_and_not_lost(new: Opened, revision: str) -> None:
    wanted = sorted(counted for counted in NEWCOMERS[revision].values() if counted)
    new.do(*NEWCOMERS[revision])
    start = new.dump()
    with pytest.raises(LossyDowngradeError) as refused:
        new.down()
    found = sorted(f"{number} {what}" for number, what in refused.value.losses)
    assert len(found) == len(wanted)
    assert all(said.startswith(counted) for said, counted in zip(found, wanted, strict=True))
    assert all(f"{what} ({number})" in str(refused.value) for number, what in refused.value.losses)
    assert new.revision == head()
    assert new.dump() == start


def test_states_that_the_first_release_does_not_know_become_the_nearest(new: Opened) -> None:
    new.do(
        "UPDATE appointment SET state = 'reminded' WHERE id = 'apt_1'",
        "UPDATE appointment SET state = 'checked_in' WHERE id = 'apt_2'",
        "UPDATE appointment SET state = 'paused' WHERE id = 'apt_3'",
        "UPDATE appointment SET state = 'unserved' WHERE id = 'apt_4'",
        "UPDATE appointment SET attending_id = 'mayor' WHERE id = 'apt_5'",
        "UPDATE appointment SET state = 'held', ticket_number = NULL, booked_at = NULL WHERE id = 'apt_7'",
        "INSERT INTO claim VALUES ('office:emir', 900, 'apt_7', 1)",
    )
    new.down()
    assert new.ask("SELECT id, state, office_id FROM appointment ORDER BY id") == [
        ("apt_1", "booked", "emir"),
        ("apt_2", "waiting", "emir"),
        ("apt_3", "in_session", "emir"),
        ("apt_4", "cancelled", "emir"),
        ("apt_5", "outcome_recorded", "mayor"),
        ("apt_6", "confirmed", "emir"),
        ("apt_8", "no_show", "emir"),
    ]
    assert new.ask("SELECT count(*) FROM claim WHERE owner = 'apt_7'") == [(0,)]


def test_the_erased_and_roles_that_the_first_release_does_not_know_find_a_place_in_it(new: Opened) -> None:
    new.do(
        "UPDATE audit SET role = 'emirate_leadership' WHERE seq = 9",
        "UPDATE session SET role = 'emirate_leadership' WHERE id = 'ses_4'",
        "UPDATE person SET number_sealed = NULL, number_index = NULL, mobile_sealed = NULL, mobile_index = NULL, "
        "name_sealed = NULL, erased_at = 1",
    )
    new.down()
    assert new.ask("SELECT national_id, mobile, name FROM person ORDER BY id") == [
        (f"X00000000{number}", "", None) for number in (1, 2, 3)
    ]
    ended = [("delegate", _was("session", "ses_4")["seen_at"])]
    assert new.ask("SELECT role, ended_at FROM session WHERE id = 'ses_4'") == ended
    new.up()
    assert new.ask("SELECT role FROM audit WHERE seq = 9") == [("emirate_leadership",)]


def test_an_audit_rows_number_is_never_given_again(backend: Backend, new: Opened) -> None:
    if isinstance(backend, Databases):
        new.do("SELECT setval('audit_seq_seq', 9)")  # the rows of our first release came with their numbers
    new.do("DELETE FROM audit WHERE seq = 9")
    new.do("INSERT INTO audit (at, actor, role, action, subject) VALUES (1, 'a', 'citizen', 'book', 's')")
    assert new.ask("SELECT max(seq) FROM audit") == [(10,)]


def test_files_are_cut_into_pieces_and_put_together_again(new: Opened) -> None:
    columns = "id, person_id, name_sealed, key_sealed, media_type, size, digest, added_by, added_at"
    row = "'per_1', 'x', 'x', 'image/png', 1, 'x', 'per_1', 1"
    content = bytes(range(256)) * 2400
    new.down(to="0006")
    new.do(f"INSERT INTO attachment ({columns}) VALUES ('large', {row}), ('small', {row})")  # noqa: S608 - ours
    insert = sa.text("INSERT INTO attachment_content (attachment_id, content) VALUES (:id, :content)")
    with new.schema() as connection:
        connection.execute(insert, [{"id": "large", "content": content}, {"id": "small", "content": b"little"}])
    new.up()
    pieces = new.ask("SELECT attachment_id, number, content FROM attachment_content ORDER BY 1, 2")
    assert [(name, number, len(piece)) for name, number, piece in pieces] == [
        ("large", 0, 262_144),
        ("large", 1, 262_144),
        ("large", 2, 90_112),
        ("small", 0, 6),
    ]
    assert b"".join(piece for name, _, piece in pieces if name == "large") == content
    new.do(
        f"INSERT INTO attachment ({columns}, whole) VALUES ('broken', {row}, false)",  # noqa: S608 - ours
        "INSERT INTO attachment_content (attachment_id, number, content) VALUES ('broken', 0, 'x')",
    )
    new.down(to="0006")
    assert dict(new.ask("SELECT attachment_id, content FROM attachment_content")) == {
        "large": content,
        "small": b"little",
    }
    assert new.ask("SELECT count(*) FROM attachment") == [(2,)]


def test_a_sign_in_that_began_at_home_ends_with_the_way_back(new: Opened) -> None:
    new.do(
        "INSERT INTO challenge (id, provider, document, number_sealed, number_index, attempts, created_at, expires_at) "
        "VALUES ('c', 'sms_code', 'national_id', 'x', 'x', 0, 1, 1)"
    )
    new.down(to="0006")
    assert new.ask("SELECT count(*) FROM challenge") == [(0,)]
