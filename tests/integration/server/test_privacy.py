"""Rights over one's data and the books, over HTTP."""

from datetime import timedelta

from tests.integration.server.people import Town
from tests.integration.server.staffed import administrator, staff_id


def test_a_citizen_sees_gives_and_withdraws_consents(town: Town) -> None:
    citizen = town.citizen(town.kiosk())
    shown = {each["purpose"]: each for each in citizen.got("GET", "/citizen/consents")["consents"]}
    assert set(shown) == {"processing", "sms", "email", "recording", "survey"}
    assert not shown["sms"]["given"]
    version = shown["sms"]["text_version"]
    given = citizen.got("PUT", "/citizen/consents/sms", {"text_version": version})["consents"]
    assert [each["purpose"] for each in given if each["given"]] == ["processing", "sms"]
    assert citizen.refused("PUT", "/citizen/consents/sms", {"text_version": "old"})["code"] == "precondition_failed"
    withdrawn = citizen.got("DELETE", "/citizen/consents/sms")["consents"]
    assert [each["purpose"] for each in withdrawn if each["given"]] == ["processing"]
    assert citizen.refused("PUT", "/citizen/consents/marketing", {"text_version": "1"})["code"] == "invalid_request"


def test_a_citizen_takes_their_data_away_and_has_it_erased(town: Town) -> None:
    kiosk = town.kiosk()
    citizen = town.citizen(kiosk)
    booked = town.booked(citizen, town.slots(citizen)[-1])["appointment"]
    data = citizen.got("GET", "/citizen/data")
    assert data["records"]["person"][0]["number"] == "1000000008"
    assert data["records"]["appointment"][0]["id"] == booked["id"]
    problem = citizen.refused("DELETE", "/citizen/data")
    assert (problem["code"], problem["fields"][0]["field"]) == ("illegal_transition", "appointments")
    citizen.got("POST", f"/appointments/{booked['id']}/cancellation")
    citizen.got("DELETE", "/citizen/data")
    assert citizen.refused("GET", "/citizen/data")["code"] == "session_expired"
    again = town.citizen(kiosk)
    assert again.got("GET", "/citizen/data")["person_id"] != data["person_id"]
    assert again.got("GET", "/appointments/mine")["appointments"] == []


def test_who_looked_at_a_citizen_is_told_to_them_page_by_page(town: Town) -> None:
    citizen, official = town.citizen(town.kiosk()), town.official()
    appointment = town.booked(citizen)["appointment"]["id"]
    for _ in range(5):
        official.got("GET", f"/appointments/{appointment}/brief")
    seen: list[int] = []
    page = citizen.got("GET", "/citizen/register?limit=2")
    while True:
        seen += [look["seq"] for look in page["items"]]
        assert {look["subject"] for look in page["items"]} == {appointment}
        if page["next"] is None:
            break
        page = citizen.got("GET", f"/citizen/register?limit=2&after={page['next']}")
    assert len(seen) == 5
    assert seen == sorted(seen, reverse=True)


def test_the_trail_is_searched_by_who_what_and_when(town: Town) -> None:
    root = administrator(town)
    emir_id, root_id = staff_id(root, "emir"), staff_id(root, "root")
    for disabled in (True, False):
        root.got("PUT", f"/staff/{emir_id}/state", {"disabled": disabled})
    found = root.got("GET", f"/audit?action=disable_staff&actor={root_id}")["items"]
    assert [(each["action"], each["subject"]) for each in found] == [("disable_staff", emir_id)]
    now = town.server.house.clock.now()
    on = f"since={now - timedelta(minutes=1):%Y-%m-%dT%H:%M:%SZ}&until={now + timedelta(minutes=1):%Y-%m-%dT%H:%M:%SZ}"
    assert len(root.got("GET", f"/audit?subject={emir_id}&{on}")["items"]) == 2
    before = f"until={now - timedelta(days=1):%Y-%m-%dT%H:%M:%SZ}"
    assert root.got("GET", f"/audit?subject={emir_id}&{before}")["items"] == []


def test_the_books_are_for_administrators(town: Town) -> None:
    citizen, official = town.citizen(town.kiosk()), town.official()
    for path in ("/register", "/audit"):
        assert citizen.refused("GET", path)["code"] == "forbidden"
        assert official.refused("GET", path)["code"] == "forbidden"
    assert official.refused("GET", "/citizen/data")["code"] == "forbidden"
    assert official.refused("GET", "/citizen/register")["code"] == "forbidden"
