"""An office's calendar over HTTP: a feed that any program reads by its address, and files read within limits."""

from datetime import datetime, timedelta

from icalendar import Calendar

from tests import libical
from tests.integration.server.people import Town, new_key


def test_an_address_is_read_without_a_session_until_it_is_ended(town: Town) -> None:
    official = town.official()
    booked = town.booked(town.citizen(town.kiosk()))["appointment"]
    assert official.got("GET", "/desk/calendar-feed") == {"made_at": None, "shows_names": False, "url": None}
    made = official.got("PUT", "/desk/calendar-feed", {"language": "en"})
    path = made["url"].partition("/v1")[2]
    assert path.endswith(".ics")
    answer = town.client().ask("GET", path)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert (answer.headers["Cache-Control"], answer.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
    (event,) = Calendar.from_ical(answer.text).walk("VEVENT")
    assert event.decoded("DTSTART") == datetime.fromisoformat(booked["slot"]["starts_at"])
    assert "عبدالله" not in answer.text
    assert official.ask("DELETE", "/desk/calendar-feed").status_code == 204
    town.client().refused("GET", path)


def test_a_program_of_somebody_elses_reads_everything_at_the_address(town: Town) -> None:
    official, citizen = town.official(), town.citizen(town.kiosk())
    slots = town.slots(citizen)[-6:]  # far enough away to be moved and cancelled
    gone = town.booked(citizen, slots[2])["appointment"]
    citizen.got("POST", f"/appointments/{gone['id']}/cancellation")
    kept, moved = (town.booked(citizen, each)["appointment"] for each in slots[:2])
    moved = citizen.got(
        "POST", f"/appointments/{moved['id']}/reschedule", {"starts_at": slots[4]}, Idempotency_Key=new_key()
    )
    last = datetime.fromisoformat(slots[-1])
    reason = "مجلس المنطقة، البند الأول؛ والثاني: رجب ١٤٤٨ هـ \\ «طريق القرية» 📅, a long line; and more of it 😀"
    ask = {"starts_at": slots[-1], "ends_at": (last + timedelta(minutes=20)).isoformat(), "reason": reason}
    block = official.got("POST", "/offices/emir/blocks", ask, Idempotency_Key=new_key())["block"]
    made = official.got("PUT", "/desk/calendar-feed", {"language": "ar", "shows_names": True})
    answer = town.client().ask("GET", made["url"].partition("/v1")[2])
    events = {each.uid.partition("@")[0]: each for each in libical.read_events(answer.content)}
    assert set(events) == {kept["id"], moved["id"], gone["id"], block["id"]}
    for shown in (kept, moved, gone):
        read = events[shown["id"]]
        assert (read.starts_at, read.ends_at) == tuple(
            datetime.fromisoformat(shown["slot"][end]) for end in ("starts_at", "ends_at")
        )
        assert (read.summary, read.place) == ("موعد مرئي: عبدالله بن أحمد المثال", shown["site_name"]["ar"])
    assert (events[kept["id"]].sequence, events[kept["id"]].status) == (kept["version"], "CONFIRMED")
    assert events[moved["id"]].sequence == moved["version"] > kept["version"]
    assert (events[gone["id"]].status, events[gone["id"]].sequence > gone["version"]) == ("CANCELLED", True)
    assert (events[block["id"]].summary, events[block["id"]].starts_at) == (reason, last)
    at = libical.times(answer.content, last, last + timedelta(minutes=20))
    assert at == [(last, last + timedelta(minutes=20))]


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
