"""An office's calendar over HTTP: a feed that any program reads by its address, and files read within limits."""

from datetime import datetime, timedelta

from icalendar import Calendar

from tests.integration.server.people import Town, new_key


def test_an_address_is_read_without_a_session_until_it_is_ended(town: Town) -> None:
    official = town.official()
    booked = town.booked(town.citizen(town.kiosk()))["appointment"]
    assert official.got("GET", "/desk/calendar-feed") == {"made_at": None, "shows_names": False, "url": None}
    made = official.got("PUT", "/desk/calendar-feed", {"language": "en"})
    path = made["url"].partition("/v1")[2]
    assert path.endswith(".ics")
    answer = town.client().ask("GET", path)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    assert (answer.headers["Cache-Control"], answer.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
    (event,) = Calendar.from_ical(answer.text).walk("VEVENT")
    assert event.decoded("DTSTART") == datetime.fromisoformat(booked["slot"]["starts_at"])
    assert "عبدالله" not in answer.text
    assert official.ask("DELETE", "/desk/calendar-feed").status_code == 204
    town.client().refused("GET", path)


def test_what_is_blocked_by_one_is_seen_by_all_and_a_bad_file_changes_nothing(town: Town) -> None:
    official, citizen = town.official(), town.citizen(town.kiosk())
    first, *_ = town.slots(citizen)
    starts_at = datetime.fromisoformat(first)
    ask = {"starts_at": first, "ends_at": (starts_at + timedelta(hours=1)).isoformat(), "reason": "مجلس"}
    key = {"Idempotency-Key": new_key()}
    block = official.got("POST", "/offices/emir/blocks", ask, **key)["block"]
    assert official.got("POST", "/offices/emir/blocks", ask, **key)["block"] == block, "asked twice, blocked once"
    assert first not in town.slots(citizen)
    bad = official.refused("PUT", "/offices/emir/busy-times", {"file": "no calendar"})
    assert bad["code"] == "attachment_damaged"
    too_long = official.ask("PUT", "/offices/emir/busy-times", {"file": "x" * 3_000_000})
    assert too_long.status_code == 413
    day = starts_at.date() - timedelta(days=1)
    seen = official.got("GET", f"/offices/emir/days?first={day}&days=3")
    assert [each["id"] for each in seen["busy"]] == [block["id"]]
    assert official.ask("DELETE", f"/offices/emir/blocks/{block['id']}").status_code == 204
    assert first in town.slots(citizen)
