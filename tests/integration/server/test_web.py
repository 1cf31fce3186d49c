import json

import pytest
import requests

from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.problem import Problem
from desk_client.server.web.problems import STATUS
from tests.integration.server.people import Town, hold_ask


def test_every_code_has_a_status_that_is_an_error() -> None:
    assert set(STATUS) == set(RefusalCode)
    assert all(status >= 400 for status in STATUS.values())


def test_health_readiness_and_version(town: Town) -> None:
    url = town.server.url
    assert requests.get(f"{url}/health", timeout=5).json() == {"status": "ok"}
    assert requests.get(f"{url}/ready", timeout=5).json() == {"status": "ok"}
    version = town.client().got("GET", "/version")
    assert (version["oldest"], version["current"], version["server_time"]) == (1, 1, "2026-11-22T06:02:00Z")


def test_what_is_no_request_is_a_problem_that_names_fields_and_no_values(town: Town) -> None:
    kiosk = town.kiosk()
    secret = "1000000008"
    for body in ({"national": secret}, {"national_id": secret, "mobile": "05", "more": 1}, [secret], None, 7):
        problem = Problem.model_validate(kiosk.refused("POST", "/citizen/challenges", body))
        assert problem.code is RefusalCode.INVALID_REQUEST
        assert problem.fields
        assert secret not in problem.model_dump_json()
    broken = requests.post(
        f"{town.server.url}/v1/staff/sessions", data=b'{"a', headers={"Content-Type": "application/json"}, timeout=5
    )
    assert (broken.status_code, broken.json()["code"]) == (422, "invalid_request")


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nowhere", 404, "not_found"),
        ("PATCH", "/offices", 405, "invalid_request"),
        ("GET", "/offices/emir/availability?service_id=emir-audience&first=2026-11-22&days=63", 422, "invalid_request"),
        ("GET", "/offices/emir/availability?service_id=emir-audience&first=today", 422, "invalid_request"),
        ("GET", "/offices/nobody/availability?service_id=emir-audience&first=2026-11-22", 404, "not_found"),
        ("GET", "/appointments/%00/brief", 422, "invalid_request"),
    ],
)
def test_wrong_paths_and_questions_are_problems(town: Town, method: str, path: str, status: int, code: str) -> None:
    problem = town.kiosk().refused(method, path)
    assert (problem["status"], problem["code"]) == (status, code)


def test_writes_ask_for_an_idempotency_key(town: Town) -> None:
    citizen = town.citizen(town.kiosk())
    body = hold_ask(town.slots(citizen)[0])
    assert citizen.refused("POST", "/holds", body)["fields"][0]["field"] == "header.Idempotency-Key"
    assert citizen.refused("POST", "/holds", body, Idempotency_Key="short")["code"] == "invalid_request"


def test_a_body_beyond_the_limit_is_not_read_to_its_end(town: Town) -> None:
    url = f"{town.server.url}/v1/staff/sessions"
    at_limit = json.dumps({"username": "emir", "password": "x"}).ljust(64 * 1024)
    headers = {"Content-Type": "application/json"}
    assert requests.post(url, data=at_limit, headers=headers, timeout=5).json()["code"] == "wrong_credentials"
    chunks = (b" " * 1024 for _ in range(65))  # chunked: no Content-Length says how long it will be
    for data in (f"{at_limit} ", chunks):
        refused = requests.post(url, data=data, headers=headers, timeout=5)
        assert (refused.status_code, refused.json()["code"]) == (413, "frame_too_large")


@pytest.mark.expected_errors("a request failed")
def test_a_broken_server_says_so_with_a_code_and_no_details(town: Town) -> None:
    kiosk = town.kiosk()
    town.break_rulebook()
    problem = kiosk.refused("GET", "/offices")
    assert (problem["status"], problem["code"]) == (500, "internal")
    assert "agency" not in json.dumps(problem)
    assert kiosk.got("GET", "/citizen/ways")["ways"]


def test_openapi_tells_of_every_route_and_of_problems(town: Town) -> None:
    document = requests.get(f"{town.server.url}/openapi.json", timeout=5).json()
    paths = document["paths"]
    assert {"/v1/holds", "/v1/appointments", "/v1/desk/agenda", "/v1/citizen/sessions"} <= set(paths)
    shared = {f"#/components/responses/{name}": each for name, each in document["components"]["responses"].items()}
    for path in paths.values():
        for operation in path.values():
            told = operation["responses"]
            refused = {status: shared.get(told[status].get("$ref"), told[status]) for status in told if status >= "4"}
            assert {"403", "429", "500", "503"} <= set(refused)
            assert all("application/problem+json" in answer["content"] for answer in refused.values())
    references = {part.split('"')[0] for part in json.dumps(document).split('"#/components/schemas/')[1:]}
    assert references <= set(document["components"]["schemas"])


def test_availability_shows_days_with_their_size_and_wall_time(town: Town) -> None:
    answer = town.kiosk().got("GET", "/offices/mayor/availability?service_id=mayor-meeting&first=2026-11-22&days=7")
    assert answer["zone"] == "Asia/Riyadh"
    assert [day["capacity"] for day in answer["days"]] == [15, 9, 15, 9, 9, 0, 0]
    assert answer["days"][0]["slots"] == []  # a day's notice
    assert answer["days"][2]["slots"][0]["wall_time"] == "09:00:00"
    assert answer["days"][2]["slots"][0]["starts_at"] == "2026-11-24T06:00:00Z"
