"""The same over HTTP: a real server, its jobs running, each new route asked once by whom it is for."""

import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import requests

from desk_client.bootstrap.house import make_server
from desk_client.config.settings import ServerSettings
from desk_client.server.services.actor import Actor
from tests.fakes.clock import StandingClock
from tests.integration.life.lab import Lab, near_only, slot
from tests.integration.life.test_outcomes import completed


class Caller:
    """Somebody who speaks HTTP."""

    def __init__(self, url: str, token: str, http: requests.Session) -> None:
        self._url, self._token, self._http = url, token, http

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> requests.Response:
        named = {"Authorization": f"Bearer {self._token}", "Idempotency-Key": f"key-{method}-{path}"[-60:]} | headers
        return self._http.request(method, f"{self._url}/v1{path}", json=body, headers=named, timeout=10)

    def got(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        answer = self.ask(method, path, body, **headers)
        assert answer.ok, answer.text
        return answer.json() if answer.content else None


class Served:
    """A server with the small region, and callers."""

    def __init__(self, lab: Lab, url: str, http: requests.Session) -> None:
        self.lab, self.url, self._http = lab, url, http

    def caller(self, actor: Actor) -> Caller:
        return Caller(self.url, self.lab.token(actor), self._http)

    def with_token(self, token: str) -> Caller:
        return Caller(self.url, token, self._http)


@pytest.fixture
def served(settings: ServerSettings) -> Iterator[Served]:
    clock = StandingClock()
    with make_server(settings, clock=clock) as server, requests.Session() as http:
        yield Served(Lab(server.house, clock), server.url, http)


def test_a_request_goes_its_way_over_http(served: Served) -> None:
    citizen, desk = (served.caller(each) for each in (served.lab.citizen(1), served.lab.staff("town-desk")))
    request = citizen.got("POST", "/requests", {"text": "طلب", "service_id": "deputy-desk"})
    assert citizen.got("GET", "/requests/mine")["requests"] == [request]
    (item,) = desk.got("GET", "/requests?state=submitted&state=routed")["items"]
    assert item["request"]["id"] == request["id"]
    path = f"/requests/{request['id']}"
    step = {"taken": {"step": "give_slot", "service_id": "deputy-desk"}}
    assert desk.ask("POST", f"{path}/steps", step, **{"If-Match": '"7"'}).json()["code"] == "precondition_failed"
    assert desk.got("POST", f"{path}/steps", step, **{"If-Match": '"1"'})["may_book"]
    assert citizen.got("GET", path)["state"] == "scheduled"
    assert desk.ask("POST", f"{path}/steps", {"taken": {"step": "fly"}}).status_code == 422
    assert citizen.got("POST", f"{path}/withdrawal")["state"] == "withdrawn"


def test_a_cancelled_booking_wakes_the_waitlist(served: Served) -> None:
    lab = served.lab
    lab.write(near_only)
    for number in range(1, 6):
        lab.book(lab.citizen(number % 5), slot(number, day=0))
    booked = [lab.book(lab.citizen(number % 5), slot(number)).id for number in range(5)]
    first, owner = served.caller(lab.citizen(6)), served.caller(lab.citizen(2))
    joined = first.got("POST", "/waitlist", {"service_id": "mayor-desk", "kind": "video_own"})
    told = threading.Event()
    lab.house.store.on_commit(told.set)
    owner.got("POST", f"/appointments/{booked[2]}/cancellation")

    def offered() -> Any:
        while True:
            told.clear()
            (wait,) = first.got("GET", "/waitlist/mine")["waits"]
            if wait["offer"] is not None:
                return wait["offer"]
            assert told.wait(10), "nothing was offered"

    offer = offered()
    assert first.ask("DELETE", f"/waitlist/offers/{offer['id']}").status_code == 204
    assert first.ask("POST", f"/waitlist/offers/{offer['id']}/acceptance").json()["code"] == "offer_expired"
    assert first.ask("DELETE", f"/waitlist/{joined['id']}").status_code == 204
    kiosk = served.caller(lab.kiosk())
    wrong = kiosk.ask("POST", "/waitlist/offers/acceptance", {"code": "12345678"})
    assert wrong.json()["code"] == "code_wrong"


def test_a_ticket_at_another_kiosk_over_http(served: Served) -> None:
    lab = served.lab
    booked = lab.booked(lab.citizen(1), slot(1, day=0))
    lab.book(lab.citizen(1), slot(3))
    kiosk = served.caller(lab.kiosk("far-1"))
    ask = {"ticket_number": booked.appointment.ticket_number, "ticket_code": booked.ticket_code}
    came = served.with_token(kiosk.got("POST", "/tickets/sessions", ask)["token"])
    own = f"/appointments/{booked.appointment.id}"
    assert [each["id"] for each in came.got("GET", "/appointments/mine")["appointments"]] == [booked.appointment.id]
    for method, path, body in (
        ("POST", "/holds", {"office_id": "mayor", "service_id": "mayor-desk", "starts_at": slot(4).isoformat()}),
        ("GET", "/waitlist/mine", None),
        ("GET", "/requests/mine", None),
        ("PUT", "/citizen/name", {"name": "سعيد بن علي"}),
        ("POST", f"{own}/room-token", None),
        ("GET", f"{own}/outcome", None),
    ):
        answer = came.ask(method, path, body)
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), path
    assert came.got("POST", f"{own}/check-in")["state"] == "waiting"
    assert came.got("GET", f"{own}/queue")["position"] == 1
    operator = served.caller(lab.staff("hall-operator"))
    assert len(operator.got("GET", "/queue")["entries"]) == 1
    done = operator.got("POST", f"{own}/unserved")
    assert (done["appointment"]["state"], done["rebooked"]["state"]) == ("unserved", "booked")


def test_faults_and_calendars_over_http(served: Served) -> None:
    lab = served.lab
    admin = served.caller(lab.staff("admin"))
    incident = admin.got("POST", "/incidents", {"kind": "network", "site_id": "hall"})
    lab.clock.advance(timedelta(minutes=1))
    assert admin.got("POST", f"/incidents/{incident['number']}/end")["ends_at"] is not None
    assert [each["number"] for each in admin.got("GET", "/incidents")["incidents"]] == [incident["number"]]
    manager = served.caller(lab.staff("mayor-manager"))
    whole = manager.got("GET", "/offices/mayor/calendar")
    assert manager.ask("PUT", "/offices/mayor/calendar", whole["calendar"]).status_code == 428
    tag = {"If-Match": f'"{whole["version"]}"'}
    assert manager.got("PUT", "/offices/mayor/calendar", whole["calendar"], **tag)["version"] == whole["version"] + 1
    assert manager.ask("PUT", "/offices/mayor/calendar", whole["calendar"], **tag).status_code == 412
    assert admin.got("PUT", "/holidays", {"days": []}, **{"If-Match": '"0"'})["version"] == 1
    assert admin.got("GET", "/holidays")["computed"]


def test_a_slip_is_looked_up_by_anybody_and_says_whether_it_stands(served: Served) -> None:
    lab = served.lab
    key = completed(lab)
    desk, citizen = served.caller(lab.staff("mayor")), served.caller(lab.citizen(1))
    decision = {"code": "directed", "text": "لا يظهر هذا النص", "responsible_unit": "إدارة الطرق"}
    desk.got("PUT", f"/appointments/{key}/outcome", {"decision": decision})
    link = citizen.got("GET", f"/appointments/{key}/outcome")["slip_url"]

    def page(path: str) -> tuple[int, str]:
        answer = requests.get(f"{served.url}{path}", timeout=10)
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "script" not in answer.text
        assert answer.text.index("الورقة") < answer.text.index("This paper")
        for kept_back in ("لا يظهر هذا النص", lab.found(key).citizen_name):
            assert kept_back not in answer.text
        return answer.status_code, answer.text

    status, text = page(link)
    assert status == 200
    for said in ("صحيحة وسارية", lab.found(key).ticket_number, "the mayor ع", "توجيه", "Directed"):
        assert said in text
    altered = f"{link[:-1]}{'A' if link[-1] != 'A' else 'B'}"
    status, text = page(altered)
    assert (status, "غير صحيحة" in text, lab.found(key).ticket_number in text) == (404, True, False)
    assert "غير صحيحة" in page("/slips/%3Cb%3E")[1]
    desk.got("DELETE", f"/appointments/{key}/outcome")
    status, text = page(link)
    assert (status, "لم تعد سارية" in text) == (200, True)
    lab.clock.advance(timedelta(seconds=1))
    desk.got("PUT", f"/appointments/{key}/outcome", {"decision": decision})
    assert "لم تعد سارية" in page(link)[1]  # another one has taken its place
    newer = citizen.got("GET", f"/appointments/{key}/outcome")["slip_url"]
    lab.clock.advance(timedelta(minutes=6))
    desk.got("POST", f"/appointments/{key}/outcome/amendments", {"text": "إضافة", "reason": "سبب"})
    assert "أُلحق بالقرار تعديل" in page(newer)[1]


def test_a_calendar_is_seen_by_its_slots_before_it_is_put_and_nothing_is_changed(served: Served) -> None:
    manager = served.caller(served.lab.staff("mayor-manager"))
    whole = manager.got("GET", "/offices/mayor/calendar")
    path, first = "/offices/mayor/calendar/preview", whole_week(served)
    changed = json.loads(json.dumps(whole["calendar"]))
    changed["weekly"] = [{"days": [0], "opens": "09:00", "closes": "10:00"}]
    changed["pauses"] = [{"opens": "09:20", "closes": "09:40"}]
    changed["services"] = [{**each, "slot_minutes": 20, "buffer_minutes": 0} for each in changed["services"]]
    made = manager.got("POST", path, {"calendar": changed, "first": first, "days": 7})
    begins = {day["day"]: day["starts"] for day in made["services"][0]["days"] if day["starts"]}
    assert begins == {first: ["09:00:00", "09:40:00"]}
    assert manager.got("GET", "/offices/mayor/calendar") == whole
    tag = {"If-Match": f'"{whole["version"]}"'}
    assert manager.got("PUT", "/offices/mayor/calendar", changed, **tag)["stranded_count"] == made["stranded_count"]
    again = manager.got("POST", path, {"calendar": changed, "first": first, "days": 7})
    assert again == made, "what was put makes what was shown"


def whole_week(served: Served) -> str:
    """A Monday two weeks on, which no holiday is."""
    today = served.lab.clock.now().date()
    return (today + timedelta(days=14 - today.weekday())).isoformat()
