"""What somebody who works here does about their own account."""

from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Nothing
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.accounts import PasswordAsk


async def change_password(client: DeskClient, old: str, new: str) -> Refusal | None:
    """Take another password, of 1 to 256 characters. Refusals: WRONG_CREDENTIALS (not the old one), PASSWORD_WEAK."""
    ask = PasswordAsk(old=old, new=new)
    answer = await client.gateway.ask("PUT", "/v1/staff/self/password", Nothing, token=client.token, body=ask)
    return answer if isinstance(answer, Refusal) else None
