"""The command line as an administrator and an operator use it: real processes on a real store."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

Environment = dict[str, str]


def run(*arguments: str, typed: str = "", environment: Environment | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desk_client", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "DESK_SERVER_SECRETS": "file", "DESK_CLIENT_SECRETS": "file", **(environment or {})},
        check=False,
    )


@pytest.fixture
def data(tmp_path: Path) -> str:
    return str(tmp_path / "server")


def test_from_nothing_to_an_enrolled_kiosk(data: str, tmp_path: Path, unused_tcp_port: int) -> None:
    made = run("admin", "--data-dir", data, "create-administrator", "amal", typed="a-long-password\n")
    assert made.returncode == 0, made.stderr
    again = run("admin", "--data-dir", data, "create-administrator", "badr", typed="a-long-password\n")
    assert (again.returncode, "administrator already" in again.stderr) == (1, True)
    loaded = run("admin", "--data-dir", data, "load-region", "jazan", "--open-now", "emir")
    assert loaded.returncode == 0, loaded.stderr
    assert "9 offices, 16 kiosks" in loaded.stdout
    enrolled = run("admin", "--data-dir", data, "enrol-kiosk", "fayfa-1")
    code = enrolled.stdout.strip()
    assert re.fullmatch(r"\d{10}", code), enrolled.stderr
    server = subprocess.Popen(
        [sys.executable, "-m", "desk_client", "server", "--data-dir", data, "--port", str(unused_tcp_port)],
        env={**os.environ, "DESK_SERVER_SECRETS": "file"},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        url = f"http://127.0.0.1:{unused_tcp_port}"
        wait_for(f"{url}/ready")
        password = re.search(r"with the password (\S+):", loaded.stdout)
        assert password is not None
        signed_in = requests.post(
            f"{url}/v1/staff/sessions", json={"username": "emir", "password": password.group(1)}, timeout=10
        )
        assert signed_in.status_code == 201, signed_in.text
        assert signed_in.json()["must_change_password"] is True
        wrong = run("kiosk", "--server-url", url, "--data-dir", str(tmp_path / "kiosk"), "--enrol", "0000000000")
        assert (wrong.returncode, "enrolment_code_invalid" in wrong.stderr) == (1, True)
        doctor = run("doctor", "--server-url", url)
        assert "protocol 1 to 1" in doctor.stdout
        assert doctor.returncode == 0, doctor.stdout
    finally:
        server.send_signal(signal.SIGTERM)
        _, said = server.communicate(timeout=20)
    assert server.returncode == 0
    assert "Traceback" not in said


def test_a_halls_pin_is_read_from_stdin_and_shown_nowhere(data: str) -> None:
    loaded = run("admin", "--data-dir", data, "load-region", "jazan")
    assert loaded.returncode == 0, loaded.stderr

    def told(site: str, pin: str) -> tuple[int, str]:
        done = run("admin", "--data-dir", data, "set-kiosk-pin", site, typed=f"{pin}\n")
        assert pin not in done.stdout + done.stderr
        return done.returncode, done.stdout + done.stderr

    assert told("fayfa", "482917") == (0, "the operator's PIN of fayfa is set\n")
    assert told("nowhere", "482917") == (1, "desk-client: there is no site 'nowhere'\n")
    assert told("fayfa", "123456") == (1, "desk-client: this PIN is among the first that anybody would guess\n")
    assert told("fayfa", "48291") == (1, "desk-client: a PIN has 6 to 12 digits\n")


def test_a_kiosk_that_is_not_enrolled_says_what_to_do(tmp_path: Path) -> None:
    started = run("kiosk", "--data-dir", str(tmp_path / "kiosk"))
    assert started.returncode == 2
    assert "desk-client admin enrol-kiosk" in started.stderr


def test_a_server_that_is_away_is_told_at_enrolment(tmp_path: Path, unused_tcp_port: int) -> None:
    url = f"http://127.0.0.1:{unused_tcp_port}"
    started = run("kiosk", "--server-url", url, "--data-dir", str(tmp_path), "--enrol", "1234567890")
    assert (started.returncode, "server_unavailable" in started.stderr) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "environment", "named"),
    [
        (("server", "--port", "70000"), {}, "port"),
        (("server",), {"DESK_SERVER_SMS": "pigeon"}, "sms"),
        (("desk",), {"DESK_CLIENT_WIDTH": "wide"}, "width"),
        (("kiosk",), {"DESK_CLIENT_THEME": "pink"}, "theme"),
        (("desk", "--media", "no-such-clip.mp4"), {}, "no-such-clip.mp4"),
    ],
)
def test_a_wrong_setting_is_named(data: str, arguments: tuple[str, ...], environment: Environment, named: str) -> None:
    said = run(*arguments, environment={"DESK_SERVER_DATA_DIR": data, **environment})
    assert said.returncode == 2
    assert named in said.stderr
    assert "Traceback" not in said.stderr


def test_a_faulty_region_is_refused_by_the_field_and_loads_nothing(data: str, tmp_path: Path) -> None:
    region = tmp_path / "region.yaml"
    region.write_text("name: {ar: منطقة}\nzone: Nowhere/Land\n", encoding="utf-8")
    said = run("admin", "--data-dir", data, "load-region", str(region))
    assert said.returncode == 1
    assert "name.en" in said.stderr
    assert "zone" in said.stderr
    missing = run("admin", "--data-dir", data, "load-region", str(tmp_path / "none.yaml"))
    assert (missing.returncode, "Traceback" in missing.stderr) == (1, False)
    unknown = run("admin", "--data-dir", data, "enrol-kiosk", "nowhere-1")
    assert (unknown.returncode, "nowhere-1" in unknown.stderr) == (1, True)


def test_a_store_without_its_key_is_refused_in_a_sentence(data: str) -> None:
    assert run("admin", "--data-dir", data, "load-region", "jazan").returncode == 0
    for key in (Path(data) / "secrets").glob("store*"):
        key.unlink()
    said = run("server", "--data-dir", data, "--port", "0")
    assert said.returncode == 1
    assert "the store cannot be used" in said.stderr
    assert "Traceback" not in said.stderr


def wait_for(url: str) -> None:
    """Ask until somebody listens there."""
    with requests.Session() as http:
        patient = Retry(total=None, connect=120, backoff_factor=0.05, backoff_max=0.5)  # a minute
        http.mount("http://", HTTPAdapter(max_retries=patient))
        assert http.get(url, timeout=10).ok
