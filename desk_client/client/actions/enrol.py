"""Making a terminal a kiosk: the one-time code that an administrator gave is traded for its own credential."""

import json

from desk_client.client.gateway import Gateway
from desk_client.config.secrets import Secrets
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.kiosks import EnrolmentAnswer, EnrolmentAsk, Kiosk

_NAME = "kiosk-credential"


async def enrol(gateway: Gateway, secrets: Secrets, code: str) -> Kiosk | Refusal:
    """Trade ``code`` and keep the credential. Refusals: ENROLMENT_CODE_INVALID, RATE_LIMITED and the server's."""
    answer = await gateway.ask("POST", "/v1/kiosks/enrolment", EnrolmentAnswer, body=EnrolmentAsk(code=code.strip()))
    if isinstance(answer, Refusal):
        return answer
    kept = {"server_url": gateway.base_url, "token": answer.token}
    secrets.write(_NAME, json.dumps(kept).encode())
    return answer.kiosk


def kept_credential(secrets: Secrets, server_url: str) -> str | None:
    """The credential that was kept for that server; None where there is none. It is never told to another server."""
    found = secrets.read(_NAME)
    if found is None:
        return None
    kept = json.loads(found)
    return str(kept["token"]) if kept["server_url"] == server_url.rstrip("/") else None
