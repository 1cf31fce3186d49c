"""No change of the wire goes unnoticed, and none breaks those who speak it: only another version may."""

import copy
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.schemas import wire
from tests.schemas.compatibility import Way, openapi_breaks, schema_breaks

Document = dict[str, Any]


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return wire.openapi(tmp_path_factory.mktemp("wire") / "data")


@pytest.fixture(scope="module")
def committed() -> Document:
    document: Document = json.loads(wire.OPENAPI.read_text(encoding="utf-8"))
    return document


def test_nothing_that_clients_were_written_against_is_broken(today: Document, committed: Document) -> None:
    assert openapi_breaks(committed, today) == []


def test_no_frame_is_broken() -> None:
    committed, now = json.loads(wire.SIGNALLING.read_text(encoding="utf-8")), wire.signalling()
    assert schema_breaks(committed["asked"], now["asked"], Way.ASKED) == []
    assert schema_breaks(committed["answered"], now["answered"], Way.ANSWERED) == []


def test_what_is_committed_is_what_is_spoken(today: Document) -> None:
    say = "the wire changed: see what differs, and run `make schemas` if it is meant"
    assert wire.OPENAPI.read_text(encoding="utf-8") == wire.text(today), say
    assert wire.SIGNALLING.read_text(encoding="utf-8") == wire.text(wire.signalling()), say


def test_operations_have_names_of_their_own(today: Document) -> None:
    names = [operation["operationId"] for path in today["paths"].values() for operation in path.values()]
    assert len(names) == len(set(names))


def _schema(name: str, change: Callable[[Document], object]) -> Callable[[Document], object]:
    return lambda document: change(document["components"]["schemas"][name])


def _hold(document: Document) -> Document:
    operation: Document = document["paths"]["/v1/holds"]["post"]
    return operation


BREAKS: dict[str, tuple[Callable[[Document], object], str]] = {
    "a path": (lambda document: document["paths"].pop("/v1/holds"), "POST /v1/holds: removed"),
    "a name": (lambda document: _hold(document).update(operationId="hold"), "POST /v1/holds: is called 'hold'"),
    "a policy": (lambda document: _hold(document).update({"x-action": "triage"}), "asks for 'triage'"),
    "an answer's field": (
        _schema("Hold", lambda schema: schema["properties"].pop("expires_at")),
        "Hold (answer): lost the field expires_at",
    ),
    "a request's field": (
        _schema("HoldAsk", lambda schema: schema["properties"].pop("interpreter")),
        "HoldAsk (request): lost the field interpreter",
    ),
    "a new duty": (
        _schema("HoldAsk", lambda schema: schema["required"].append("site_id")),
        "HoldAsk (request): requires the field site_id",
    ),
    "a field that may be left out": (
        _schema("Hold", lambda schema: schema["required"].remove("slot")),
        "Hold (answer): may lack the field slot",
    ),
    "a narrower text": (
        _schema("NameAsk", lambda schema: schema["properties"]["name"].update(maxLength=50)),
        "NameAsk (request).name: maxLength is 50, and was 120",
    ),
    "another type": (
        _schema("NameAsk", lambda schema: schema["properties"]["name"].update(type="integer")),
        "NameAsk (request).name: no longer takes string",
    ),
    "a value that is no longer taken": (
        _schema("AppointmentKind", lambda schema: schema["enum"].remove("home_visit")),
        "AppointmentKind (request): no longer takes 'home_visit'",
    ),
    "a value that nobody knows": (
        _schema("AppointmentState", lambda schema: schema["enum"].append("frozen")),
        "AppointmentState (answer): may be 'frozen', which it never was",
    ),
    "fractions where whole numbers were answered": (
        _schema("WalkIn", lambda schema: schema["properties"]["calls"].update(type="number")),
        "WalkIn (answer).calls: may be number, which it never was",
    ),
    "an answer that may be null": (
        _schema("Hold", lambda schema: schema["properties"]["expires_at"].update(type=["string", "null"])),
        "Hold (answer).expires_at: may be null, which it never was",
    ),
    "a status": (
        lambda document: _hold(document)["responses"].update({"418": {"description": ""}}),
        "POST /v1/holds: answers 418, which it did not",
    ),
    "a code of a refusal": (
        lambda document: _hold(document)["responses"]["409"]["content"]["application/problem+json"]["schema"]["allOf"][
            1
        ]["properties"]["code"]["enum"].append("tired"),
        "POST /v1/holds answer 409.code: may be 'tired', which it never was",
    ),
    "an answer's status": (
        lambda document: _hold(document)["responses"].pop("201"),
        "POST /v1/holds: no longer answers 201",
    ),
    "a parameter that must be there": (
        lambda document: _hold(document)["parameters"].append(
            {"in": "query", "name": "more", "required": True, "schema": {"type": "string"}}
        ),
        "POST /v1/holds query parameter more: is new and required",
    ),
    "a header of an answer": (
        lambda document: document["paths"]["/v1/appointments/{appointment_id}"]["get"]["responses"]["200"].pop(
            "headers"
        ),
        "no longer has the header ETag",
    ),
    "a session where none was needed": (
        lambda document: document["paths"]["/v1/version"]["get"].update(security=[{"HTTPBearer": []}]),
        "GET /v1/version: needs a session, which it did not",
    ),
}


@pytest.mark.parametrize("broken", BREAKS)
def test_each_kind_of_break_is_named(committed: Document, broken: str) -> None:
    change, sentence = BREAKS[broken]
    changed = copy.deepcopy(committed)
    change(changed)
    assert [said for said in openapi_breaks(committed, changed) if sentence in said], openapi_breaks(committed, changed)


ADDITIONS: dict[str, Callable[[Document], object]] = {
    "a path": lambda document: document["paths"].update({"/v1/new": {"get": _hold(document)}}),
    "a field of an answer": _schema(
        "Hold", lambda schema: schema["properties"].update(note={"type": "string"}) or schema["required"].append("note")
    ),
    "a field that may be asked": _schema(
        "HoldAsk", lambda schema: schema["properties"].update(note={"type": "string"})
    ),
    "fractions where whole numbers were asked": _schema(
        "ReportAsk", lambda schema: schema["properties"]["uptime_s"].update(type="number")
    ),
    "a longer text": _schema("NameAsk", lambda schema: schema["properties"]["name"].update(maxLength=500)),
    "a parameter that may be left out": lambda document: _hold(document)["parameters"].append(
        {"in": "query", "name": "more", "schema": {"type": "string"}}
    ),
}


@pytest.mark.parametrize("added", ADDITIONS)
def test_an_addition_breaks_nobody(committed: Document, added: str) -> None:
    changed = copy.deepcopy(committed)
    ADDITIONS[added](changed)
    assert openapi_breaks(committed, changed) == []


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is committed, where it may be written over."""
    for name in ("OPENAPI", "SIGNALLING"):
        monkeypatch.setattr(wire, name, Path(shutil.copy(getattr(wire, name), tmp_path)))
    return tmp_path


def test_a_break_is_written_only_where_it_is_meant(
    committed: Document, copies: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed, before = copy.deepcopy(committed), (copies / "openapi-v1.json").read_bytes()
    del changed["paths"]["/v1/holds"]
    frames = wire.signalling()
    frames["answered"]["$defs"]["Welcome"]["properties"].pop("session_id")
    assert wire.write(changed, frames, breaking=False) == 1
    said = capsys.readouterr().err
    assert "breaks: POST /v1/holds: removed" in said
    assert "lost the field session_id" in said
    assert "BREAKING=1" in said
    assert (copies / "openapi-v1.json").read_bytes() == before
    assert wire.write(changed, frames, breaking=True) == 0
    assert json.loads((copies / "openapi-v1.json").read_text(encoding="utf-8")) == changed


def test_an_addition_is_written(committed: Document, copies: Path) -> None:
    changed = copy.deepcopy(committed)
    ADDITIONS["a path"](changed)
    assert wire.write(changed, wire.signalling(), breaking=False) == 0
    assert "/v1/new" in (copies / "openapi-v1.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("way", "frame", "sentence"),
    [("asked", "Hello", "lost the field token"), ("answered", "Welcome", "lost the field session_id")],
)
def test_a_broken_frame_is_named(way: str, frame: str, sentence: str) -> None:
    committed = json.loads(wire.SIGNALLING.read_text(encoding="utf-8"))[way]
    changed = copy.deepcopy(committed)
    changed["$defs"][frame]["properties"].pop(sentence.rpartition(" ")[2])
    said = schema_breaks(committed, changed, Way.ASKED if way == "asked" else Way.ANSWERED)
    assert any(sentence in each for each in said), said
