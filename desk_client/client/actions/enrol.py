"""Making a terminal a kiosk: the one-time code that an administrator gave is traded for its own credential."""

from desk_client.client.credential import keep_credential
from desk_client.client.gateway import Gateway
from desk_client.config.secrets import Secrets
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.kiosks import EnrolmentAnswer, EnrolmentAsk, Kiosk


async def enrol(gateway: Gateway, secrets: Secrets, code: str) -> Kiosk | Refusal:
    """Trade ``code`` and keep the credential. Refusals: ENROLMENT_CODE_INVALID, RATE_LIMITED and the server's."""
    answer = await gateway.ask("POST", "/v1/kiosks/enrolment", EnrolmentAnswer, body=EnrolmentAsk(code=code.strip()))
    if isinstance(answer, Refusal):
        return answer
    keep_credential(secrets, gateway.base_url, answer.token)
    return answer.kiosk
