"""Kiosks, citizens and officials of the tests: each speaks HTTP to a real server, as the programs do."""

import json
import re
import threading
import uuid
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import requests

from desk_client.domain.outcomes import Refusal
from desk_client.domain.people import parse_national_id
from desk_client.server import admin
from desk_client.server.notify.outbox import MessageKind, next_due
from desk_client.server.run import Server
from desk_client.server.services.rulebook import rules_changed
from desk_client.server.services.transaction import Transaction

JAZAN = Path(__file__).parents[3] / "resources" / "regions" / "jazan.yaml"
PASSWORD = "a-long-password"
KNOWN = ("1000000008", "+966500000001")
"""A citizen of the sample region, who has a name."""


@dataclass
class Client:
    """Somebody with a token, or without."""

    url: str
    token: str | None = None
    http: requests.Session = field(default_factory=requests.Session)

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> requests.Response:
        if self.token is not None:
            headers["Authorization"] = f"Bearer {self.token}"
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.http.request(method, f"{self.url}/v1{path}", json=body, headers=named, timeout=10)

    def got(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        answer = self.ask(method, path, body, **headers)
        assert answer.ok, answer.text
        return answer.json() if answer.content else None

    def refused(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        answer = self.ask(method, path, body, **headers)
        assert answer.headers["Content-Type"] == "application/problem+json", answer.text
        problem = answer.json()
        assert problem["status"] == answer.status_code
        return problem

    def agree(self, purpose: str = "processing") -> None:
        """Give a citizen's consent to the words that are shown today."""
        (shown,) = [each for each in self.got("GET", "/citizen/consents")["consents"] if each["purpose"] == purpose]
        self.got("PUT", f"/citizen/consents/{purpose}", {"text_version": shown["text_version"]})

    def close(self) -> None:
        self.http.close()


@dataclass
class Town:
    """A running server with the sample region, and whoever comes to it."""

    server: Server
    data_dir: Path
    clients: list[Client] = field(default_factory=list)

    def client(self, token: str | None = None) -> Client:
        client = Client(self.server.url, token)
        self.clients.append(client)
        return client

    def break_rulebook(self) -> None:
        """Whoever needs the region's tables from now on meets an error that nobody expects."""

        def broken(transaction: Transaction) -> None:
            transaction.connection.exec_driver_sql("ALTER TABLE agency RENAME TO gone")
            rules_changed(transaction)  # what was read before is worth nothing

        self.server.house.write_now(broken)

    def kiosk(self, kiosk_id: str = "farasan-1") -> Client:
        code = admin.enrol_kiosk(self.server.house, kiosk_id)
        assert isinstance(code, str)
        return self.client(self.client().got("POST", "/kiosks/enrolment", {"code": code})["token"])

    def challenge(self, kiosk: Client, national_id: str, mobile: str) -> str:
        challenge_id: str = kiosk.got("POST", "/citizen/challenges", {"national_id": national_id, "mobile": mobile})[
            "challenge_id"
        ]
        return challenge_id

    def sms(self, mobile: str) -> list[str]:
        """Texts that went to a mobile, once nothing waits to be sent any more."""
        house, committed = self.server.house, threading.Event()
        house.store.on_commit(committed.set)
        while house.read_now(lambda transaction: next_due(transaction, MessageKind.SMS)) is not None:
            assert committed.wait(5), "the outbox was not sent"
            committed.clear()
        log = self.data_dir / "sms.log"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return [entry["text"] for entry in map(json.loads, lines) if entry["to"] == mobile]

    def code(self, mobile: str) -> str:
        """The newest code to sign in with; a ticket's own message may come after it."""
        found = re.findall(r"(?:رمز الدخول|sign-in code is)\W+([0-9]{6})", "\n".join(self.sms(mobile)))
        code: str = found[-1]
        return code

    def citizen(self, kiosk: Client, national_id: str = KNOWN[0], mobile: str = KNOWN[1]) -> Client:
        challenge_id = self.challenge(kiosk, national_id, mobile)
        session = kiosk.got("POST", "/citizen/sessions", {"challenge_id": challenge_id, "code": self.code(mobile)})
        citizen = self.client(session["token"])
        citizen.agree()
        return citizen

    def official(self, username: str = "emir") -> Client:
        session = self.client().got("POST", "/staff/sessions", {"username": username, "password": PASSWORD})
        return self.client(session["token"])

    def slots(self, client: Client, office: str = "emir", service: str = "emir-audience", days: int = 3) -> list[str]:
        today = self.server.house.clock.now().date()
        answer = client.got("GET", f"/offices/{office}/availability?service_id={service}&first={today}&days={days}")
        return [slot["starts_at"] for day in answer["days"] for slot in day["slots"]]

    def booked(self, citizen: Client, starts_at: str | None = None) -> Any:
        starts_at = self.slots(citizen)[0] if starts_at is None else starts_at
        hold = citizen.got("POST", "/holds", hold_ask(starts_at), Idempotency_Key=new_key())
        return citizen.got(
            "POST", "/appointments", {"hold_id": hold["id"], "subject": "طريق القرية"}, Idempotency_Key=new_key()
        )

    def admitted(self, citizen: Client, official: Client) -> str:
        appointment_id: str = self.booked(citizen)["appointment"]["id"]
        citizen.got("POST", f"/appointments/{appointment_id}/check-in")
        official.got("POST", f"/appointments/{appointment_id}/admission")
        return appointment_id


def hold_ask(starts_at: str, office: str = "emir", service: str = "emir-audience") -> dict[str, str]:
    return {"office_id": office, "service_id": service, "starts_at": starts_at}


def new_key() -> str:
    return uuid.uuid4().hex


def national_id(number: int) -> str:
    """A valid ID for each number below 10⁷."""
    nine = f"10{number:07d}"
    return next(nine + digit for digit in "0123456789" if not isinstance(parse_national_id(nine + digit), Refusal))


def mobile(number: int) -> str:
    return f"+9665{number:08d}"


def day_of(moment: str) -> date:
    return date.fromisoformat(moment[:10])
