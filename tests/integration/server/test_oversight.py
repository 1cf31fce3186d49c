"""What those who answer for the house do over the wire: the trail verified, books taken out, people's rights."""

import time
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from desk_client.server.jobs.sealing import anchor_of
from desk_client.server.services.audit.audit_check import unsealed_count
from desk_client.server.services.audit.sealing import head
from desk_client.server.storage.tables.bookkeeping import audit
from tests.fakes.clock import StandingClock
from tests.integration.server.people import KNOWN, Client, Town
from tests.integration.server.staffed import acts, administrator, staff_id
from tests.stores import BOTH

STORES = BOTH


@pytest.fixture
def root(town: Town) -> Client:
    return administrator(town)


def checked(root: Client) -> Any:
    """The trail walked once more, and what was found."""
    root.got("POST", "/audit/check")
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        shown = root.got("GET", "/audit/check")
        if shown["running_since"] is None:
            return shown
    raise AssertionError("the walk does not end")


def sealed(town: Town) -> None:
    """Wait until the sealer has seen to all that stands there, and noted its end."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        house = town.server.house
        end, left = house.read_now(lambda transaction: (head(transaction), unsealed_count(transaction)))
        if left == 0 and anchor_of(house.settings).read() == end:
            return
    raise AssertionError("nobody seals")


@pytest.mark.expected_errors("the audit trail is not whole")
def test_the_trail_is_whole_until_somebody_edits_it_and_then_it_is_said_where(town: Town, root: Client) -> None:
    before = root.got("GET", "/audit/check")
    assert (before["checked_at"], before["running_since"]) == (None, None)
    town.official()
    town.official()
    sealed(town)
    whole = checked(root)
    assert (whole["is_whole"], whole["findings"], whole["anchor"], whole["failed"]) == (True, [], "known", False)
    assert whole["rows"] >= 3
    assert whole["walked"] == whole["rows"]
    assert whole["sound_until"] is not None
    assert acts(town, "verify_audit") == [(staff_id(root, "root"), "administrator", "audit")]
    seq = root.got("GET", "/audit?action=sign_in")["items"][0]["seq"]
    edit = update(audit).where(audit.c.seq == seq).values(action="sing_in")
    town.server.house.store.write(lambda connection: connection.execute(edit)).result()
    sealed(town)
    broken = checked(root)
    assert broken["is_whole"] is False
    assert (broken["findings"][0]["damage"], broken["findings"][0]["seq"]) == ("edited", seq)
    assert broken["findings"][0]["at"] is not None
    assert broken["count"] == 1


def test_nobody_else_may(town: Town) -> None:
    citizen, emir = town.citizen(town.kiosk()), town.official()
    own = citizen.got("GET", "/citizen/data")["person_id"]
    body = {"grounds": "person_asked", "holder": {"number": KNOWN[0]}}
    for who in (citizen, emir, town.official("mayor")):
        for method, path, ask in (
            ("GET", "/audit/check", None),
            ("POST", "/audit/check", None),
            ("GET", "/books/audit?grounds=inspection", None),
            ("GET", "/books/register?grounds=inspection", None),
            ("GET", "/breach-report?since=2026-01-01T00:00:00Z", None),
            ("POST", "/people/holder", {"number": KNOWN[0]}),
            ("GET", f"/people/{own}/data?grounds=person_asked", None),
            ("POST", f"/people/{own}/erasure", body),
        ):
            assert who.refused(method, path, ask)["code"] == "forbidden", path


def test_a_book_is_taken_out_whole_on_grounds_that_stand_in_it(town: Town, root: Client) -> None:
    citizen, emir = town.citizen(town.kiosk()), town.official()
    appointment = town.booked(citizen)["appointment"]["id"]
    emir.got("GET", f"/appointments/{appointment}/brief")
    assert root.refused("GET", "/books/audit")["code"] == "invalid_request", "without grounds nothing is given"
    book = root.got("GET", "/books/audit?grounds=inspection")
    assert [row["seq"] for row in book["rows"]] == sorted(row["seq"] for row in book["rows"])
    assert {"sign_in", "export_book:inspection"} <= {row["action"] for row in book["rows"]} | {"export_book:inspection"}
    assert acts(town, "export_book:inspection") == [(staff_id(root, "root"), "administrator", "audit")]
    looks = root.got("GET", "/books/register?grounds=incident")["rows"]
    assert [row["subject"] for row in looks if row["action"] == "see_brief"] == [appointment]
    of_emir = root.got("GET", f"/books/audit?grounds=inspection&actor={staff_id(root, 'emir')}")["rows"]
    assert {row["actor"] for row in of_emir} == {staff_id(root, "emir")}
    assert root.got("GET", "/books/audit?grounds=inspection&since=2100-01-01T00:00:00Z")["rows"] == []


def test_the_register_is_searched_by_case_and_by_time(town: Town, root: Client) -> None:
    citizen, emir = town.citizen(town.kiosk()), town.official()
    appointment = town.booked(citizen)["appointment"]
    emir.got("GET", f"/appointments/{appointment['id']}/brief")
    found = root.got("GET", f"/register?case={appointment['id']}")["items"]
    assert {look["subject"] for look in found} == {appointment["id"]}
    assert root.got("GET", "/register?case=apt_none")["items"] == []
    at = found[0]["at"]
    assert root.got("GET", f"/register?case={appointment['id']}&since={at}")["items"] == found
    assert root.got("GET", f"/register?case={appointment['id']}&until={at}")["items"] == []


def test_a_person_who_asks_is_found_by_their_papers_given_their_data_and_reads_that_they_were(
    town: Town, root: Client
) -> None:
    citizen = town.citizen(town.kiosk())
    own = citizen.got("GET", "/citizen/data")["person_id"]
    assert root.refused("POST", "/people/holder", {"number": "1000000016"})["code"] == "not_found"
    assert root.refused("POST", "/people/holder", {"number": "1000000000"})["code"] == "invalid_national_id"
    found = root.got("POST", "/people/holder", {"number": "١٠٠٠٠٠٠٠٠٨"})
    assert (found["id"], found["masked_id"]) == (own, "10••••••08")
    assert root.refused("GET", f"/people/{own}/data")["code"] == "invalid_request"
    assert root.refused("GET", "/people/per_none/data?grounds=order")["code"] == "not_found"
    data = root.got("GET", f"/people/{own}/data?grounds=person_asked")
    assert data["records"]["person"][0]["number"] == KNOWN[0]
    assert acts(town, "export_data:person_asked") == [(staff_id(root, "root"), "administrator", own)]
    read = [look["action"] for look in citizen.got("GET", "/citizen/register")["items"]]
    assert read == ["export_data", "find_person"]


def test_an_erasure_says_before_what_goes_and_wants_the_papers_again(town: Town, root: Client) -> None:
    kiosk = town.kiosk()
    citizen = town.citizen(kiosk)
    booked = town.booked(citizen, town.slots(citizen)[-1])["appointment"]
    found = root.got("POST", "/people/holder", {"number": KNOWN[0]})
    assert found["open_appointments"] == 1
    fates = {each["kind"]: each["fate"] for each in found["held"]}
    assert (fates["person"], fates["appointment"], fates["consent"]) == ("blanked", "blanked", "stays")
    path = f"/people/{found['id']}/erasure"

    def ask(number: str = KNOWN[0]) -> dict[str, object]:
        return {"grounds": "person_asked", "holder": {"number": number}}

    assert root.refused("POST", path, ask())["fields"][0]["field"] == "appointments"
    citizen.got("POST", f"/appointments/{booked['id']}/cancellation")
    assert root.refused("POST", path, ask("1000000016"))["code"] == "invalid_document"
    assert root.refused("POST", "/people/per_none/erasure", ask())["code"] == "not_found"
    root.got("POST", path, ask())
    assert citizen.refused("GET", "/citizen/data")["code"] == "session_expired"
    assert root.refused("POST", "/people/holder", {"number": KNOWN[0]})["code"] == "not_found"
    assert acts(town, "erase_person:person_asked") == [(staff_id(root, "root"), "administrator", found["id"])]
    assert town.citizen(kiosk).got("GET", "/citizen/data")["person_id"] != found["id"]


def test_a_breach_report_is_the_command_lines_and_is_noted(town: Town, root: Client, clock: StandingClock) -> None:
    citizen, emir = town.citizen(town.kiosk()), town.official()
    appointment = town.booked(citizen)["appointment"]["id"]
    emir.got("GET", f"/appointments/{appointment}/brief")
    clock.advance(timedelta(minutes=1))
    report = root.got("GET", "/breach-report?since=2000-01-01T00:00:00Z")
    assert report["persons"] == 1
    assert [(each["role"], each["looks"]) for each in report["actors"]] == [("official", 1)]
    assert [act[0] for act in acts(town, "report_breach:incident")] == [staff_id(root, "root")]
    none = root.got("GET", f"/breach-report?since=2000-01-01T00:00:00Z&actor={staff_id(root, 'root')}")
    assert none["persons"] == 0
    asked = "/breach-report?since=2026-01-01T00:00:00Z&until=2025-01-01T00:00:00Z"
    assert root.refused("GET", asked)["code"] == "invalid_request"


def test_every_office_s_rule_of_recording_is_listed(town: Town, root: Client) -> None:
    rules = {each["office_id"]: each for each in root.got("GET", "/recording-rules")["items"]}
    assert {each["allowed"] for each in rules.values()} == {False}
    root.got("PUT", "/offices/emir/recording", {"allowed": True, "kept_days": 30})
    rules = {each["office_id"]: each for each in root.got("GET", "/recording-rules")["items"]}
    assert (rules["emir"]["allowed"], rules["emir"]["kept_days"]) == (True, 30)
    assert [each["office_id"] for each in town.official().got("GET", "/recording-rules")["items"]] == ["emir"]
