"""What somebody who works here does about their own account."""

from desk_client.client.actions.receive import begin
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Nothing
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.accounts import PasswordAsk


async def change_password(client: DeskClient, old: str, new: str) -> Refusal | None:
    """Take another password, of 1 to 256 characters. Refusals: WRONG_CREDENTIALS (not the old one), PASSWORD_WEAK."""
    ask = PasswordAsk(old=old, new=new)
    answer = await client.gateway.ask("PUT", "/v1/staff/self/password", Nothing, token=client.token, body=ask)
    return answer if isinstance(answer, Refusal) else None


async def take_first_password(client: DeskClient, given: str, new: str) -> Refusal | None:
    """Change the password that an administrator has set, and begin to work. Refusals: as of `change_password`."""
    if (refusal := await change_password(client, given, new)) is not None:
        return refusal
    session = client.day.value.session
    if session is None:  # signed out meanwhile
        return None
    return await begin(client, session.model_copy(update={"must_change_password": False}))
