"""What an administrator does at the server's own console about people's data and the trail."""

import io
import json
import stat
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import delete

from desk_client.bootstrap import privacy
from desk_client.bootstrap.privacy import PrivacyTaskError
from desk_client.domain.retention import Kind
from desk_client.server.house import House
from desk_client.server.jobs.sealing import Sealer
from desk_client.server.services.privacy import retention
from desk_client.server.storage.tables.bookkeeping import audit
from tests.fakes.clock import StandingClock
from tests.integration.privacy.lives import NAME, NUMBER, live, region


@pytest.fixture(autouse=True)
def _region(house: House) -> None:
    region(house)


def test_a_breach_report_counts_whose_data_whom_reached(house: House, clock: StandingClock) -> None:
    began = clock.now()
    me = live(house)
    clock.advance(timedelta(hours=1))
    other = live(house, "b", number="2")
    privacy.erase_person(house, me.person_id)
    clock.advance(timedelta(hours=1))

    def report(**asked: str | None) -> dict[str, object]:
        said = SimpleNamespace(**{"since": began.isoformat(), "until": None, "actor": None, **asked})
        told: dict[str, object] = json.loads(privacy.breach_report(house, said))
        return told

    whole = report()
    assert whole["persons"] == 2
    assert whole["actors"] == [
        {
            "actor": "stf_official",
            "role": "official",
            "looks": 2,
            "changes": 0,
            "persons_seen": [me.person_id, other.person_id],
            "persons_changed": [],
        },
        {
            "actor": "system",
            "role": "system",
            "looks": 0,
            "changes": 1,
            "persons_seen": [],
            "persons_changed": [me.person_id],
        },
    ]
    assert report(until=(began + timedelta(minutes=1)).isoformat())["persons"] == 1
    assert report(actor="stf_nobody")["actors"] == []
    with pytest.raises(PrivacyTaskError, match="no moment"):
        report(since="yesterday")


def test_an_export_goes_to_a_new_file_of_its_owner_alone(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(house)
    file = tmp_path / "person.json"
    monkeypatch.setattr("sys.stdin", io.StringIO("١٠٠٠٠٠٠٠٠٨\n"))
    told = privacy.export_person(house, "-", file)
    assert NUMBER not in told
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(file.read_text(encoding="utf-8"))["records"]["person"][0]["name"] == NAME
    with pytest.raises(PrivacyTaskError, match="there already"):
        privacy.export_person(house, "per_a", file)


def test_nobody_is_found_under_a_number_that_is_not_known(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    live(house)
    for typed, said in (("1000000016", "no such person"), ("1000000000", "no document"), ("", "no document")):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        with pytest.raises(PrivacyTaskError, match=said):
            privacy.erase_person(house, "-")
    with pytest.raises(PrivacyTaskError, match="no such person"):
        privacy.erase_person(house, "per_nobody")


def test_the_trail_is_checked_against_the_anchor_that_the_settings_name(house: House, clock: StandingClock) -> None:
    live(house)
    live(house, "b", number="2")
    sealer = Sealer(house)
    sealer.round()
    whole, told = privacy.verify_audit(house)
    assert (whole, "2 rows" in told) == (True, True)
    rows = delete(audit)
    house.store.write(lambda connection: connection.execute(rows)).result()
    whole, told = privacy.verify_audit(house)
    assert not whole
    assert told.splitlines()[1] == "row 1 was deleted (position 1)"
    clock.advance(timedelta(seconds=1))
    house.settings.directory.audit_anchor.write_text("?")
    whole, told = privacy.verify_audit(house, new_anchor=True)
    assert not whole
    assert "cannot be told" in told
    assert "is the anchor from now on" in told


def test_retention_is_shown_changed_and_carried_out(house: House, clock: StandingClock) -> None:
    live(house)
    clock.advance(timedelta(days=40))
    shown = privacy.keep_or_clear(house, ["finished_appointments=30"], now=False)
    assert next(line.split() for line in shown.splitlines() if line.startswith("finished"))[1:] == ["30", "days", "1"]
    privacy.keep_or_clear(house, [], now=True)
    assert house.read_now(lambda transaction: retention.due(transaction, Kind.FINISHED_APPOINTMENTS)) == 0
    for wrong in ("messages", "messages=", "messages=0", "audit=3", "messages=٣"):
        with pytest.raises(PrivacyTaskError, match="KIND=DAYS"):
            privacy.keep_or_clear(house, [wrong], now=False)
