"""A kiosk's own credential, as it is kept on its machine: told to the server that gave it, and to no other."""

import json
from typing import Final

from desk_client.config.secrets import Secrets

_NAME: Final = "kiosk-credential"


def keep_credential(secrets: Secrets, server_url: str, token: str) -> None:
    """Keep what that server gave, in place of an earlier one."""
    secrets.write(_NAME, json.dumps({"server_url": server_url, "token": token}).encode())


def kept_credential(secrets: Secrets, server_url: str) -> str | None:
    """The credential that was kept for that server; None where there is none."""
    found = secrets.read(_NAME)
    if found is None:
        return None
    kept = json.loads(found)
    return str(kept["token"]) if kept["server_url"] == server_url.rstrip("/") else None
