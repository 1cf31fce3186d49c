"""Staff of the tests who sign in with more than a password, and what an administrator sees of the store."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pyotp
from sqlalchemy import Table, func, select

from desk_client.server import admin
from desk_client.server.storage.tables.bookkeeping import audit
from tests.integration.server.people import PASSWORD, Client, Town

ROOT = "root"


def administrator(town: Town) -> Client:
    """The installation's first administrator, signed in."""
    admin.create_first_administrator(town.server.house, ROOT, PASSWORD, name_ar="مدير", name_en="Administrator")
    return town.official(ROOT)


def staff_id(root: Client, username: str) -> str:
    found: str = next(each["id"] for each in root.got("GET", "/staff")["staff"] if each["username"] == username)
    return found


OWN_PASSWORD = "a-password-of-their-own-7"


def settled(town: Town, username: str, password: str = PASSWORD) -> Client:
    """Somebody new who has taken a password of their own, signed in."""
    session: str = town.client().got("POST", "/staff/sessions", {"username": username, "password": password})["token"]
    town.client(session).got("PUT", "/staff/self/password", {"old": password, "new": OWN_PASSWORD})
    return town.client(session)


def door(username: str = "emir", **more: object) -> dict[str, object]:
    return {"username": username, "password": PASSWORD, **more}


def rows_in(town: Town, table: Table) -> int:
    counted: int = town.server.house.read_now(
        lambda transaction: transaction.connection.execute(select(func.count()).select_from(table)).scalar_one()
    )
    return counted


def acts(town: Town, action: str) -> list[tuple[str, str, str]]:
    """Who did this, in which role, to what."""
    return town.server.house.read_now(
        lambda transaction: [
            (row.actor, row.role, row.subject)
            for row in transaction.connection.execute(select(audit).where(audit.c.action == action))
        ]
    )


@dataclass
class Phone:
    """An authenticator app with one secret; `town`'s clock is its own."""

    town: Town
    secret: str
    recovery_codes: list[str] = field(default_factory=list)

    def code(self, ahead: timedelta = timedelta()) -> str:
        return pyotp.TOTP(self.secret).at(self.town.server.house.clock.now() + ahead)

    def wrong_code(self) -> str:
        """None of the three that are good now."""
        good = {self.code(timedelta(seconds=30 * step)) for step in (-1, 0, 1)}
        return next(code for code in ("000000", "000001", "000002", "000003") if code not in good)


def with_second_factor(town: Town, username: str = "emir") -> Phone:
    """Set it up, as the member of staff does."""
    begun: Any = town.client().got("POST", "/staff/second-factor", door(username))
    phone = Phone(town, begun["secret"])
    confirmed = town.client().got("POST", "/staff/second-factor/confirmation", door(username, code=phone.code()))
    phone.recovery_codes = confirmed["codes"]
    return phone
