"""What an operator sees: lines with a request's id, readiness, a drain, settings from a file, and the check."""

import json
import logging
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
import requests

from desk_client import cli
from desk_client.config.operations_settings import OperationsSettings
from desk_client.config.settings import ServerSettings
from desk_client.server.operations import logs
from tests.integration.programs.processes import started
from tests.integration.server.conftest import Settle
from tests.integration.server.people import KNOWN, Town
from tests.stores import BOTH


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What a server logs, as JSON; the handlers of the test's own runner come back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = StringIO()
    root.handlers = []
    logs.set_up("json", stream=stream)
    root.handlers += handlers
    yield stream
    root.handlers = handlers
    root.setLevel(level)


def lines(log: StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_every_request_has_an_id_and_one_line_that_names_nobody(log: StringIO, town: Town) -> None:
    citizen = town.citizen(town.kiosk())
    booked = town.booked(citizen)["appointment"]["id"]
    answer = citizen.ask("GET", f"/appointments/{booked}")
    nowhere = citizen.ask("GET", "/nowhere/1000000008")
    town.server.stop()  # a line is written after its answer
    own = [line for line in lines(log) if line.get("request_id") == answer.headers["X-Request-ID"]]
    assert [(line["event"], line["method"], line["route"], line["status"], line["role"]) for line in own] == [
        ("request", "GET", "/v1/appointments/{appointment_id}", 200, "citizen")
    ]
    lost = next(line for line in lines(log) if line.get("request_id") == nowhere.headers["X-Request-ID"])
    assert (lost["route"], lost["status"], lost["refusal"]) == ("-", 404, "not_found")
    assert citizen.token is not None
    for secret in (booked, *KNOWN, citizen.token, "طريق"):
        assert secret not in log.getvalue()


@pytest.mark.expected_errors("a request failed")
def test_lines_of_plain_logging_carry_the_request_too(log: StringIO, town: Town) -> None:
    kiosk = town.kiosk()
    town.break_rulebook()
    failed = kiosk.ask("GET", "/offices")
    town.server.stop()
    told = [line for line in lines(log) if line.get("request_id") == failed.headers["X-Request-ID"]]
    assert [line["event"] for line in told] == ["a request failed", "request"]
    assert "Traceback" in str(told[0]["exception"])


def test_an_id_is_taken_from_a_trusted_proxy_alone_and_only_well_formed(
    settings: ServerSettings, settle_town: Settle
) -> None:
    def told(url: str, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return requests.get(f"{url}/v1/version", headers=named, timeout=5).headers["X-Request-ID"]

    with settle_town(settings) as town:
        assert told(town.server.url, X_Request_ID="mine-12345678", X_Forwarded_For="10.0.0.9") != "mine-12345678"
    with settle_town(settings.model_copy(update={"behind_proxy": ("127.0.0.1",)})) as town:
        url = town.server.url
        assert told(url, X_Request_ID="mine-12345678", X_Forwarded_For="10.0.0.9") == "mine-12345678"
        assert told(url, X_Request_ID="mine-12345678") != "mine-12345678"  # the proxy itself, for nobody
        for bad in ("short", "x" * 65, 'quote"12345', "1000000008 name"):
            assert told(url, X_Request_ID=bad, X_Forwarded_For="10.0.0.9") != bad


def test_a_server_that_is_not_ready_says_why(settings: ServerSettings, settle_town: Settle) -> None:
    def why(town: Town) -> tuple[int, list[str]]:
        answer = requests.get(f"{town.server.url}/ready", timeout=10)
        return answer.status_code, [field["kind"] for field in answer.json().get("fields", ())]

    full = OperationsSettings(least_free_bytes=1 << 60)
    with settle_town(settings.model_copy(update={"operations": full})) as town:
        assert why(town) == (503, ["disk_nearly_full"])
    with settle_town(settings) as town:
        assert why(town) == (200, [])
        town.server.house.store.write(
            lambda connection: connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        ).result()
        assert why(town) == (503, ["schema_differs"])
        town.server.drain()
        assert why(town) == (503, ["draining", "schema_differs"])
        assert requests.get(f"{town.server.url}/health", timeout=5).ok
        assert town.client().got("GET", "/version")["current"] == 1


def test_a_server_that_is_told_to_end_is_unready_first_and_answers_meanwhile(settings: ServerSettings) -> None:
    with started(settings.data_dir, DESK_SERVER_OPERATIONS__DRAIN_GRACE="PT30S") as server:
        assert requests.get(f"{server.url}/ready", timeout=10).status_code == 200
        server.signal(signal.SIGTERM)
        server.said("ending")
        drained = requests.get(f"{server.url}/ready", timeout=10)
        assert (drained.status_code, drained.json()["fields"][0]["kind"]) == (503, "draining")
        assert requests.get(f"{server.url}/v1/version", timeout=10).ok
        server.signal(signal.SIGTERM)  # the second one: at once, whatever the grace
        assert server.ended() == 128 + signal.SIGTERM


def test_the_log_of_a_process_is_json_and_of_nothing_else(settings: ServerSettings) -> None:
    with started(settings.data_dir, DESK_SERVER_OPERATIONS__DRAIN_GRACE="PT0S") as server:
        requests.get(f"{server.url}/v1/version", timeout=10)
        server.signal(signal.SIGTERM)
        assert server.ended() == 0
        told = [json.loads(line) for line in server.lines]
    assert [line["route"] for line in told if line["event"] == "request"] == ["/v1/version"]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", line["timestamp"]) for line in told)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DESK_SERVER_SECRETS", "file")
    return tmp_path / "majlis.toml"


def settings_of(*arguments: str) -> tuple[int, ServerSettings | None]:
    """What a command line would run with."""
    from desk_client.bootstrap import server  # noqa: PLC0415 - as the command line does

    chosen = cli._parser().parse_args(["server", *arguments])
    return 0, server.server_settings(cli._said(chosen, "host", "port", "data_dir", "sms", "config"))


def test_the_command_line_goes_before_the_environment_and_that_before_the_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(
        'port = 1111\nhost = "127.0.0.2"\nreaders = 7\n[signalling]\nping_every = 9\ndead_after = "PT50S"\n'
    )
    monkeypatch.setenv("DESK_SERVER_HOST", "127.0.0.3")
    monkeypatch.setenv("DESK_SERVER_SIGNALLING__PING_EVERY", "PT8S")
    _, found = settings_of("--config", str(file), "--port", "2222")
    assert found is not None
    assert (found.port, found.host, found.readers) == (2222, "127.0.0.3", 7)
    assert (found.signalling.ping_every.seconds, found.signalling.dead_after.seconds) == (8, 50)
    monkeypatch.setenv("DESK_SERVER_CONFIG", str(file))
    _, found = settings_of()
    assert found is not None
    assert found.port == 1111


def test_secrets_may_lie_in_files_of_their_own(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret, url = tmp_path / "turn", tmp_path / "url"
    secret.write_text("of the relay\n")
    url.write_text("postgresql://majlis@localhost/majlis\n")
    file.write_text(f'database_url_file = "{url}"\n[ice]\nturn_secret_file = "{secret}"\n')
    _, found = settings_of("--config", str(file))
    assert found is not None
    assert found.ice.turn_secret is not None
    assert found.ice.turn_secret.get_secret_value() == "of the relay"
    assert found.database_url is not None
    assert found.database_url.get_secret_value() == "postgresql://majlis@localhost/majlis"
    file.write_text("")
    monkeypatch.setenv("DESK_SERVER_ICE__TURN_SECRET_FILE", str(secret))
    _, found = settings_of("--config", str(file))
    assert found is not None
    assert found.ice.turn_secret is not None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("prot = 1", "setting prot (in {file}, at prot): there is no such setting"),
        ("port = 70000", "setting port (in {file}, at port): Input should be less than or equal to 65535"),
        ('[sessions]\nstaff_idle = "soon"', "setting sessions.staff_idle (in {file}, at sessions.staff_idle): "),
        ("[ice]\nstun = 1", "setting ice.stun (in {file}, at ice.stun): there is no such setting"),
        (
            '[ice]\nturn_urls = ["turn:relay"]',
            "(in {file}, at ice): Value error, turn_urls need turn_secret",
        ),
        (
            '[ice]\nstun_urls = ["relay:3478"]',
            "setting ice.stun_urls.0 (in {file}, at [ice.stun_urls]): ",
        ),
        ('[ice]\nturn_secret = "s"\nturn_urls = ["turns:relay?transport=udp"]', "String should match pattern"),
        ("port = ", "{file}: Invalid value (at end of document)"),
        ('[ice]\nturn_secret_file = "/nowhere/at/all"', "turn_secret_file: /nowhere/at/all cannot be read"),
    ],
)
def test_a_wrong_setting_is_named_with_its_place_and_why(
    file: Path, text: str, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(text)
    _, found = settings_of("--config", str(file))
    assert found is None
    assert named.format(file=file) in capsys.readouterr().err


def test_a_variable_that_is_no_setting_is_named(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DESK_SERVER_PROT", "1")
    monkeypatch.setenv("DESK_SERVER_PORT", "many")
    assert settings_of("--config", str(file))[1] is None
    assert "cannot be read" in capsys.readouterr().err
    file.write_text("")
    assert settings_of("--config", str(file))[1] is None
    assert "setting port (in DESK_SERVER_PORT): Input should be a valid integer" in capsys.readouterr().err
    monkeypatch.delenv("DESK_SERVER_PORT")
    assert settings_of("--config", str(file))[1] is None
    assert "setting prot (in DESK_SERVER_PROT): there is no such setting" in capsys.readouterr().err


def checked(settings: ServerSettings, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    code = cli.main(["server", "--check", "--data-dir", str(settings.data_dir), "--port", "0", *more])
    return code, capsys.readouterr().out


STORES = BOTH


def test_the_check_finds_what_a_start_needs_and_changes_nothing(
    settings: ServerSettings, file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if settings.database_url is not None:
        monkeypatch.setenv("DESK_DATABASE_URL", settings.database_url.get_secret_value())
    before = {path: path.read_bytes() for path in settings.data_dir.rglob("*") if path.is_file()}
    code, said = checked(settings, capsys)
    assert code == 0, said
    assert re.search(r"ok +schema", said)
    assert re.search(r"ok +keys", said)
    assert {path: path.read_bytes() for path in settings.data_dir.rglob("*") if path.is_file()} == before
    for key in (settings.data_dir / "secrets").glob("vault*"):
        key.unlink()
    code, said = checked(settings, capsys)
    assert (code, re.search(r"FAIL +keys", said) is not None) == (1, True), said
    file.write_text('host = "10.0.0.1"')
    code, said = checked(settings, capsys, "--config", str(file))
    assert (code, re.search(r"FAIL +transport", said) is not None) == (1, True)


def test_the_check_of_nothing_makes_nothing(tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del file
    code, said = checked(ServerSettings(data_dir=tmp_path / "none"), capsys)
    assert (code, "made at the first start" in said) == (0, True)
    assert not (tmp_path / "none").exists()


def test_a_drill_brings_back_every_acknowledged_booking() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desk_client", "admin", "drill", "--seconds", "3"],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = re.search(r"acknowledged and lost: 0 of (\d+) appointments", done.stdout)
    assert found is not None, done.stdout
    assert int(found[1]) > 0
