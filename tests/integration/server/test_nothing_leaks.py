"""No ID, phone, name, text, code or token is written in the open: a full run, then a search of all that it wrote."""

import json
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote

import pytest
import requests
from sqlalchemy import insert, select

from desk_client.server.storage.schema import metadata
from desk_client.server.storage.tables.bookkeeping import audit
from tests.integration.server.files import bring
from tests.integration.server.lines import line
from tests.integration.server.people import PASSWORD, Client, Town, hold_ask, mobile, national_id, new_key
from tests.stores import BOTH

STORES = BOTH
_NUMBER: Final = national_id(4_417_339)
_MOBILE: Final = mobile(55_731_942)
_NAME: Final = "زيدون القرنفلي"
_SUBJECT: Final = "تعثر مشروع سقيا قريتنا النائية"
_MINUTES: Final = "يُعتمد حفر بئر ثالثة قبل الصيف"
_FILE_NAME: Final = "صك-مزرعتنا-الشرقية.png"
_LONG: Final = 40
_SHOWN: Final = 10
_SECRET_FIELDS: Final = frozenset({"token", "ticket_code"})


@dataclass
class Told:
    """What must not be found anywhere, by what it is; filled as the run goes."""

    secrets: dict[str, str] = field(default_factory=dict)
    urls: list[str] = field(default_factory=list)

    def keep(self, what: str, value: str) -> None:
        self.secrets[f"{what} {len(self.secrets)}"] = value

    def hear(self, response: requests.Response, **_unused: object) -> None:
        """Note the address that was asked, and every secret that the answer tells."""
        self.urls += [str(response.request.url), *response.headers.values()]
        if "json" in response.headers.get("Content-Type", ""):
            for name, value in _fields(response.json()):
                if name in _SECRET_FIELDS and isinstance(value, str):
                    self.keep(name, value)

    def found_in(self, text: str) -> list[str]:
        """What of it the text tells, in any of the ways in which it may be written."""
        return [what for what, value in self.secrets.items() if any(way.search(text) for way in _ways(value))]


def _fields(value: Any) -> Iterator[tuple[str, object]]:  # JSON is of any shape
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name, inner
            yield from _fields(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _fields(inner)


def _ways(value: str) -> Iterable[re.Pattern[str]]:
    if value.isdigit() and len(value) == 6:  # a code: not a part of some longer number, nor of a moment's fraction
        return [re.compile(rf"(?<![\w.]){value}(?!\w)")]
    written = {value, quote(value), json.dumps(value)[1:-1], repr(value.encode())[2:-1], value.encode().hex()}
    if len(value) > _LONG:  # whoever shortens what is long shows its beginning or its end
        written |= {value[:_SHOWN], value[-_SHOWN:]}
    if value.startswith("+966"):
        written |= {value[1:], f"0{value[4:]}"}
    return [re.compile(re.escape(way)) for way in written]


class _Log(logging.Handler):
    """Everything that any logger says, as a file would have it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s %(threadName)s: %(message)s"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def log() -> Iterator[_Log]:
    """All loggers at DEBUG. The tests' own HTTP and socket clients are no part of the server: they are left out."""
    handler, root = _Log(), logging.getLogger()
    chatty = [root, *(logging.getLogger(name) for name in ("sqlalchemy", "sqlalchemy.engine", "uvicorn", "psycopg"))]
    before = [logger.level for logger in chatty]
    for logger in chatty:
        logger.setLevel(logging.DEBUG)
    handler.addFilter(lambda record: not record.name.startswith(("urllib3", "websockets.client")))
    root.addHandler(handler)
    yield handler
    root.removeHandler(handler)
    for logger, level in zip(chatty, before, strict=True):
        logger.setLevel(level)


def _hearing(client: Client, told: Told) -> Client:
    client.http.hooks["response"].append(told.hear)
    return client


async def _full_run(town: Town, told: Told) -> str:
    """Sign in, be turned away, book, bring a file, check in, talk, hear the outcome; the appointment's id."""
    for what, value in (("number", _NUMBER), ("mobile", _MOBILE), ("password", PASSWORD), ("subject", _SUBJECT)):
        told.keep(what, value)
    for what, value in (("minutes", _MINUTES), ("file name", _FILE_NAME)):
        told.keep(what, value)
    for word in _NAME.split():
        told.keep("name", word)
    stranger = _hearing(town.client(), told)
    stranger.ask("POST", "/staff/sessions", {"username": "emir", "password": f"{PASSWORD}-wrong"})
    kiosk = _hearing(town.kiosk(), told)
    told.keep("kiosk's token", kiosk.token or "")
    kiosk.ask("POST", "/citizen/challenges", {"national_id": _NUMBER, "mobile": _MOBILE, "name": _NAME})
    challenge_id = town.challenge(kiosk, _NUMBER, _MOBILE)
    code = town.code(_MOBILE)
    told.keep("code", code)
    kiosk.ask(
        "POST", "/citizen/sessions", {"challenge_id": challenge_id, "code": str((int(code) + 1) % 10**6).zfill(6)}
    )
    session = kiosk.got("POST", "/citizen/sessions", {"challenge_id": challenge_id, "code": code})
    citizen = _hearing(town.client(session["token"]), told)
    citizen.ask("PUT", "/citizen/name", {"name": f"{_NAME} <b>"})
    citizen.got("PUT", "/citizen/name", {"name": _NAME})
    citizen.agree()
    citizen.ask("POST", "/appointments", {"hold_id": _SUBJECT, "subject": _SUBJECT}, Idempotency_Key=new_key())
    hold = citizen.got("POST", "/holds", hold_ask(town.slots(citizen)[0]), Idempotency_Key=new_key())
    booked = citizen.got(
        "POST", "/appointments", {"hold_id": hold["id"], "subject": _SUBJECT}, Idempotency_Key=new_key()
    )
    appointment_id: str = booked["appointment"]["id"]
    bring(citizen, appointment_id, b"no picture at all", _FILE_NAME)
    version = citizen.got("GET", "/citizen/consents")["consents"][1]["text_version"]
    citizen.got("PUT", "/citizen/consents/sms", {"text_version": version})
    official = _hearing(town.official(), told)
    told.keep("official's token", official.token or "")
    citizen.got("POST", f"/appointments/{appointment_id}/check-in")
    official.got("GET", f"/appointments/{appointment_id}/brief")
    official.got("POST", f"/appointments/{appointment_id}/admission")
    for end in (citizen, official):
        key = end.got("POST", f"/appointments/{appointment_id}/room-token")["token"]
        async with line(town.server.url, end.token) as opened:
            await opened.say("join", room_token=key)
            await opened.say("nonsense", token=key, text=_MINUTES)
            await opened.hear()
    official.got("POST", f"/appointments/{appointment_id}/completion")
    decision = {"code": "directed", "text": _MINUTES, "responsible_unit": "المياه"}
    official.got("PUT", f"/appointments/{appointment_id}/outcome", {"decision": decision})
    citizen.got("POST", f"/appointments/{appointment_id}/outcome/confirmation")
    citizen.got("GET", "/citizen/data")
    town.sms(_MOBILE)
    return appointment_id


def _files(town: Town) -> Iterator[tuple[str, str]]:
    """Every file of the installation but the store, and the record of the gateway that stands in for the carrier."""
    for path in sorted(town.data_dir.rglob("*")):
        if path.is_file() and not path.name.startswith("majlis.db") and path.name != "sms.log":
            yield str(path.relative_to(town.data_dir)), path.read_bytes().decode("utf-8", "backslashreplace")


def _open_columns(town: Town) -> Iterator[tuple[str, str]]:
    """The store with its file opened, column by column, without those that are sealed."""

    def read(transaction: Any) -> list[tuple[str, str]]:  # a service; what it reads is of many types
        texts = []
        for table in metadata.sorted_tables:
            columns = [column for column in table.columns if not column.name.endswith("_sealed")]
            for row in transaction.connection.execute(select(*columns)):
                words = [
                    value.decode("utf-8", "backslashreplace") + value.hex() if isinstance(value, bytes) else str(value)
                    for value in row
                ]
                texts.append((f"table {table.name}", " | ".join(words)))
        return texts

    yield from town.server.house.read_now(read)


def _leaks(town: Town, told: Told, log: _Log) -> list[tuple[str, str]]:
    """Where something was written in the open, and what."""
    places = [
        *(("log", text) for text in log.lines),
        *(("url or header", url) for url in told.urls),
        *_files(town),
        *_open_columns(town),
    ]
    return sorted({(place, what) for place, text in places for what in told.found_in(text)})


async def test_nothing_is_written_in_the_open(town: Town, log: _Log) -> None:
    told = Told()
    appointment_id = await _full_run(town, told)
    assert len(told.secrets) == 15  # a run that told fewer would prove less
    assert len(log.lines) > 50
    assert len(told.urls) > 20
    assert _leaks(town, told, log) == []

    # the search is able to find each of them, in each of the places
    logging.getLogger("desk_client.server").info("calling %s", _MOBILE[1:])
    (town.data_dir / "notes.txt").write_text(f"{_NAME}")
    told.urls.append(f"{town.server.url}/v1/people?q={quote(_SUBJECT)}")
    leak = {"at": town.server.house.clock.now(), "actor": appointment_id, "role": "x", "action": "x"}
    row = insert(audit).values(**leak, subject=_NUMBER)
    town.server.house.store.write(lambda connection: connection.execute(row)).result()
    found = _leaks(town, told, log)
    assert {place for place, _ in found} >= {"log", "url or header", "notes.txt", "table audit"}
    for secret in told.secrets.values():
        logging.getLogger("desk_client.server").info("planted: %s", secret)
    assert {what for place, what in _leaks(town, told, log) if place == "log"} == set(told.secrets)
