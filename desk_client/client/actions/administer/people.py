"""Members of staff: who works here, as what and where, and how they get in."""

import secrets
from dataclasses import dataclass
from typing import Final

from desk_client.client.actions.administer.places import read_region
from desk_client.client.actions.operate import ask
from desk_client.client.administration import Listed
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Nothing
from desk_client.domain.access import Role
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.accounts import (
    NewPasswordAsk,
    StaffAccount,
    StaffAccounts,
    StaffAsk,
    StaffPostAsk,
    StaffStateAsk,
)
from desk_client.protocol.base import Texts

_ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without what is read for something else: i, l, o, 0 and 1."""
_GROUPS: Final = 4
_GROUP: Final = 4


@dataclass(frozen=True)
class Post:
    """What somebody is called, what they are here, and where: the office, agency or hall that the role works for."""

    name_ar: str
    name_en: str
    role: Role
    place_id: str | None = None
    governorate_id: str | None = None

    @property
    def _bound(self) -> dict[str, str | None]:
        names = {
            Role.OFFICIAL: "office_id",
            Role.DELEGATE: "office_id",
            Role.SPECIALIST: "office_id",
            Role.COORDINATOR: "agency_id",
            Role.AGENCY_LEADER: "agency_id",
            Role.INTERPRETER: "agency_id",
            Role.OPERATOR: "site_id",
        }
        bound: dict[str, str | None] = {"governorate_id": self.governorate_id}
        if self.role in names:
            bound[names[self.role]] = self.place_id
        return bound

    def ask(self) -> StaffPostAsk:
        """As the server is asked for it."""
        return StaffPostAsk(role=self.role, name=Texts(ar=self.name_ar, en=self.name_en), **self._bound)

    def asking(self, username: str, password: str) -> StaffAsk:
        """As the server is asked for somebody new."""
        name = Texts(ar=self.name_ar, en=self.name_en)
        return StaffAsk(username=username, password=password, role=self.role, name=name, **self._bound)


def post_of(account: StaffAccount) -> Post:
    """What somebody is at present."""
    place_id = account.office_id or account.agency_id or account.site_id
    return Post(account.name.ar, account.name.en, account.role, place_id, account.governorate_id)


def drawn_password() -> str:
    """A password to begin with that nobody guesses (79 bits) and that can be read out."""
    letters = [secrets.choice(_ALPHABET) for _ in range(_GROUPS * _GROUP)]
    return "-".join("".join(letters[at : at + _GROUP]) for at in range(0, len(letters), _GROUP))


async def read_staff(client: DeskClient) -> Refusal | None:
    """Read everybody who works here, and the places that they work at."""
    refusal = await read_region(client)
    listed = client.administration.staff
    rows: list[StaffAccount] = []
    after: str | None = None
    while refusal is None:
        query = None if after is None else {"after": after}
        answer = await ask(client, "GET", "/v1/staff", StaffAccounts, query=query)
        if isinstance(answer, Refusal):
            refusal = answer
            break
        rows += answer.staff
        after = answer.next
        if after is None:
            listed.set(Listed(tuple(rows)))
            return None
    if client.token is not None:
        listed.set(listed.value.failed(refusal))
    return refusal


async def hire(client: DeskClient, username: str, post: Post, password: str) -> StaffAccount | Refusal:
    """Make an account. Refusals: ALREADY_EXISTS, INVALID_REQUEST and the server's."""
    answer = await ask(client, "POST", "/v1/staff", StaffAccount, body=post.asking(username, password))
    return await _read_after(client, answer)


async def set_post(client: DeskClient, staff_id: str, post: Post) -> StaffAccount | Refusal:
    """Give somebody another name, role or place; they are signed out. Refusals: INVALID_REQUEST and the server's."""
    answer = await ask(client, "PUT", f"/v1/staff/{staff_id}/post", StaffAccount, body=post.ask())
    return await _read_after(client, answer)


async def set_disabled(client: DeskClient, staff_id: str, *, is_disabled: bool) -> StaffAccount | Refusal:
    """Let somebody in no more, or again. Refusals: FORBIDDEN for oneself, and the server's."""
    asked = StaffStateAsk(disabled=is_disabled)
    answer = await ask(client, "PUT", f"/v1/staff/{staff_id}/state", StaffAccount, body=asked)
    return await _read_after(client, answer)


async def set_password(client: DeskClient, staff_id: str, password: str) -> Refusal | None:
    """Give somebody another password; they are signed out. Refusals: PASSWORD_WEAK and the server's."""
    path = f"/v1/staff/{staff_id}/password"
    return await _done(client, await ask(client, "PUT", path, Nothing, body=NewPasswordAsk(password=password)))


async def reset_second_factor(client: DeskClient, staff_id: str) -> Refusal | None:
    """Take a lost telephone's codes away; the password alone lets them in until they set up another."""
    return await _done(client, await ask(client, "DELETE", f"/v1/staff/{staff_id}/second-factor", Nothing))


async def _read_after(client: DeskClient, answer: StaffAccount | Refusal) -> StaffAccount | Refusal:
    if not isinstance(answer, Refusal):
        await read_staff(client)
    return answer


async def _done(client: DeskClient, answer: Nothing | Refusal) -> Refusal | None:
    return answer if isinstance(answer, Refusal) else await read_staff(client)
