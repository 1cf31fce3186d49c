"""A server under load is killed and its disk taken away: how long until it is back, and what was lost.

`desk-client admin drill` plays it on files of its own, in a scratch directory, or on two empty databases: nothing of
the installation is touched.
"""

import json
import logging
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any, Final

import requests
from pydantic import SecretStr
from requests.adapters import HTTPAdapter
from sqlalchemy import select
from urllib3.util.retry import Retry

from desk_client.bootstrap.continuity import restore, take_backup, told
from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.attachment_settings import AttachmentSettings
from desk_client.config.continuity_settings import ContinuitySettings
from desk_client.config.resources import resource
from desk_client.config.settings import ServerSettings, TlsSettings
from desk_client.domain.consents import Purpose
from desk_client.domain.outcomes import Refusal
from desk_client.domain.people import parse_national_id
from desk_client.server import admin
from desk_client.server.services.privacy.consent_texts import present
from desk_client.server.storage.tables.booking import appointment

_CITIZENS: Final = 4
_OFFICE: Final = "emir"
_SERVICE: Final = "emir-audience"
_TIMEOUT_S: Final = 10.0
_STATES: Final = select(appointment.c.id, appointment.c.state)


@dataclass
class _Ledger:
    """What the server has acknowledged: the last state of each appointment."""

    states: dict[str, str] = field(default_factory=dict)
    answers: Counter[str] = field(default_factory=Counter)
    guard: threading.Lock = field(default_factory=threading.Lock)

    def note(self, appointment_id: str, state: str) -> None:
        with self.guard:
            self.states[appointment_id] = state
            self.answers[state] += 1


@dataclass(frozen=True, slots=True)
class Databases:
    """Two empty PostgreSQL databases, as DESK_DATABASE_URL names them, on servers set up for a journal.

    Attributes:
        main: which is lost.
        spare: which takes its place.
        lose: takes the first away with all that is in it.
    """

    main: str = field(repr=False)
    spare: str = field(repr=False)
    lose: Callable[[], None] = field(default=lambda: None)


@dataclass(frozen=True, slots=True)
class Drill:
    """What came of it; durations in seconds.

    Attributes:
        acknowledged: how many appointments the server had said yes to.
        lost: how many of these are not as was said.
        backup_s: a backup under load, tried.
        restored_s: from the loss until the store is back elsewhere.
        serving_s: from the loss until a server answers again.
    """

    acknowledged: int
    lost: int
    backup_s: float
    restored_s: float
    serving_s: float


def run_drill(seconds: float, databases: Databases | None = None) -> int:
    """Play it, and print what happened. 0 when nothing that was acknowledged is lost."""
    done = play_drill(seconds, databases)
    return 1 if done.lost or not done.acknowledged else 0


def play_drill(seconds: float, databases: Databases | None = None) -> Drill:
    """Play it on the embedded store, or on these; what happens is printed."""
    logging.getLogger("urllib3").setLevel(logging.ERROR)  # it tells of each try until the server is up
    with TemporaryDirectory(prefix="majlis-drill-") as scratch:
        root = Path(scratch)
        kept = ContinuitySettings(journal=root / "second-disk" / "journal", backups=root / "second-disk" / "backups")
        (root / "second-disk" / "journal").mkdir(parents=True)
        # nothing of the installation's own: neither its store, nor the carriers of its messages
        said: dict[str, Any] = {
            "DESK_DATABASE_URL": None if databases is None else SecretStr(databases.main),
            "host": "127.0.0.1",
            "sms": "file",
            "smtp": None,
            "tls": TlsSettings(),
        }
        settings = ServerSettings(
            **said,
            data_dir=root / "server",
            secrets="file",
            port=_free_port(),
            continuity=kept,
            attachments=AttachmentSettings(scanning="off"),
        )
        return _played(settings, databases, root, seconds)


def _played(settings: ServerSettings, databases: Databases | None, root: Path, seconds: float) -> Drill:
    codes = _prepared(settings)
    ledger, ending = _Ledger(), threading.Event()
    server = _started(settings)
    try:
        bookers = [
            threading.Thread(target=_books, args=(settings, code, known, ledger, ending), name=f"booker-{code}")
            for code, known in zip(codes, _citizens(), strict=True)
        ]
        for booker in bookers:
            booker.start()
        time.sleep(seconds / 2)
        began = time.monotonic()
        taken = take_backup(settings, root / "second-disk" / "by-hand")
        backup_s = time.monotonic() - began
        _tell(f"backup under load: {taken.content.rows} rows, tried, in {backup_s:.2f} s")
        time.sleep(seconds / 2)
    finally:
        server.send_signal(signal.SIGKILL)
        server.wait()
    killed = time.monotonic()
    if databases is not None:
        databases.lose()
    ending.set()
    for booker in bookers:
        booker.join()
    _tell(
        f"killed; acknowledged until then: {', '.join(f'{n} {state}' for state, n in sorted(ledger.answers.items()))}"
    )
    spare = None if databases is None else SecretStr(databases.spare)
    elsewhere = settings.model_copy(update={"data_dir": root / "elsewhere", "database_url": spare})
    copytree(settings.directory.secrets, elsewhere.directory.secrets)  # what restore-keys does
    _tell(told(restore(elsewhere, root / "second-disk" / "by-hand", settings.continuity.journal, force=False)))
    restored = time.monotonic()
    second = _started(elsewhere)
    ready = time.monotonic()
    second.send_signal(signal.SIGTERM)
    second.wait()
    lost = _lost(elsewhere, ledger)
    done = Drill(len(ledger.states), len(lost), backup_s, restored - killed, ready - killed)
    _tell(
        f"restored after {done.restored_s:.2f} s, serving again after {done.serving_s:.2f} s; "
        f"acknowledged and lost: {done.lost} of {done.acknowledged} appointments"
    )
    return done


def _prepared(settings: ServerSettings) -> list[str]:
    house = open_house(settings)
    try:
        region = admin.load_region(house, resource("regions", "jazan.yaml"), open_now=[_OFFICE])
        codes = [admin.enrol_kiosk(house, kiosk) for kiosk in list(region.kiosks)[:_CITIZENS]]
        return [code for code in codes if not isinstance(code, Refusal)]
    finally:
        close_house(house)


def _started(settings: ServerSettings) -> "subprocess.Popen[bytes]":
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("DESK_")},
        "DESK_SERVER_SECRETS": "file",
        "DESK_SERVER_PORT": str(settings.port),
        "DESK_SERVER_DATA_DIR": str(settings.data_dir),
        "DESK_SERVER_CONTINUITY__JOURNAL": str(settings.continuity.journal),
        "DESK_SERVER_ATTACHMENTS__SCANNING": "off",
        "DESK_SERVER_FLOOD": '{"per_actor": null}',
        "DESK_SERVER_OPERATIONS__DRAIN_GRACE": "PT0S",
    }
    if settings.database_url is not None:
        environment["DESK_DATABASE_URL"] = settings.database_url.get_secret_value()
    server = subprocess.Popen(
        [sys.executable, "-m", "desk_client", "server"], env=environment, stderr=subprocess.DEVNULL
    )
    with requests.Session() as http:
        patient = Retry(total=None, connect=100, backoff_factor=0.02, backoff_max=0.2)
        http.mount("http://", HTTPAdapter(max_retries=patient))
        http.get(f"http://127.0.0.1:{settings.port}/ready", timeout=_TIMEOUT_S).raise_for_status()
    return server


def _books(
    settings: ServerSettings, code: str, known: tuple[str, str], ledger: _Ledger, ending: threading.Event
) -> None:
    """One citizen, who books and cancels until the server is gone."""
    with requests.Session() as http:
        try:
            _signed_in(http, settings, code, known)
            while not ending.is_set():
                _once(http, settings, ledger)
        except requests.RequestException:
            return  # it was killed, as it should be


def _signed_in(http: requests.Session, settings: ServerSettings, code: str, known: tuple[str, str]) -> None:
    """By the kiosk's enrolment and an SMS code, as people do."""
    kiosk = _asked(http, settings, "POST", "/kiosks/enrolment", {"code": code})
    http.headers["Authorization"] = f"Bearer {kiosk['token']}"
    began = settings.directory.sms_log.stat().st_size if settings.directory.sms_log.exists() else 0
    asked = {"national_id": known[0], "mobile": known[1]}
    challenge = _asked(http, settings, "POST", "/citizen/challenges", asked)
    said = _code(settings.directory.sms_log, began, known[1])
    session = _asked(
        http, settings, "POST", "/citizen/sessions", {"challenge_id": challenge["challenge_id"], "code": said}
    )
    http.headers["Authorization"] = f"Bearer {session['token']}"
    _asked(http, settings, "PUT", "/citizen/name", {"name": "سعيد بن علي"})
    agreed = {"text_version": present(Purpose.PROCESSING).version}
    _asked(http, settings, "PUT", f"/citizen/consents/{Purpose.PROCESSING.value}", agreed)


def _once(http: requests.Session, settings: ServerSettings, ledger: _Ledger) -> None:
    """Hold, book, cancel: each is noted once it was acknowledged."""
    today = datetime.now(UTC).date()
    path = f"/offices/{_OFFICE}/availability?service_id={_SERVICE}&first={today}&days=28"
    days = _asked(http, settings, "GET", path)["days"]
    slots = [slot["starts_at"] for day in days for slot in day["slots"]]
    starts_at = slots[-1 - uuid.uuid4().int % min(len(slots), 20)]
    ask = {"office_id": _OFFICE, "service_id": _SERVICE, "starts_at": starts_at}
    hold = _asked(http, settings, "POST", "/holds", ask, refusable=True)
    if hold is None:
        return
    booked = _asked(http, settings, "POST", "/appointments", {"hold_id": hold["id"], "subject": "طريق"}, refusable=True)
    if booked is None:
        return
    made = booked["appointment"]
    ledger.note(made["id"], "booked")
    tag = f'"{made["version"]}"'
    if _asked(http, settings, "POST", f"/appointments/{made['id']}/cancellation", None, tag=tag) is not None:
        ledger.note(made["id"], "cancelled")


def _asked(
    http: requests.Session,
    settings: ServerSettings,
    method: str,
    path: str,
    body: object = None,
    *,
    tag: str = "",
    refusable: bool = False,
) -> Any:  # JSON of any shape
    headers = {"Idempotency-Key": uuid.uuid4().hex, **({"If-Match": tag} if tag else {})}
    url = f"http://127.0.0.1:{settings.port}/v1{path}"
    answer = http.request(method, url, json=body, headers=headers, timeout=_TIMEOUT_S)
    if refusable and answer.status_code == requests.codes.conflict:
        return None  # somebody else was first
    if not answer.ok:
        raise RuntimeError(f"{method} {path.partition('?')[0]} was answered {answer.status_code}")
    return answer.json()


def _code(log: Path, began: int, mobile: str) -> str:
    """The code that was sent, once it was."""
    deadline = time.monotonic() + _TIMEOUT_S
    while time.monotonic() < deadline:
        if log.exists():
            for line in log.read_bytes()[began:].decode().splitlines():
                sent = json.loads(line)
                if sent["to"] == mobile and (found := re.search(r"[0-9]{6}", sent["text"])):
                    return found.group()
        time.sleep(0.02)  # the file gateway tells nobody
    raise RuntimeError("no code was sent")


def _citizens() -> list[tuple[str, str]]:
    found = []
    for number in range(1, _CITIZENS + 1):
        nine = f"10{number:07d}"
        last = next(digit for digit in "0123456789" if not isinstance(parse_national_id(nine + digit), Refusal))
        found.append((nine + last, f"+9665{number:08d}"))
    return found


def _lost(settings: ServerSettings, ledger: _Ledger) -> list[str]:
    """Appointments that are not in the state that was acknowledged last, nor in a later one."""
    house = open_house(settings)
    try:
        found = house.read_now(
            lambda transaction: {
                row.id: row.state
                for row in transaction.connection.execute(select(appointment.c.id, appointment.c.state))
            }
        )
    finally:
        close_house(house)
    return [
        each
        for each, state in ledger.states.items()
        if found.get(each) != state and not (state == "booked" and found.get(each) == "cancelled")
    ]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _tell(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - a command line prints
