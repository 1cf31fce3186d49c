"""Answering an offer of the waitlist by the code that came with it: nobody has to sign in for that."""

from dataclasses import replace

from desk_client.client.flows import kiosk as flow
from desk_client.client.gateway import Nothing
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Offer, OfferAccepted, OfferDeclined, Page
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.digits import only_digits
from desk_client.protocol.waitlists import OfferCodeAsk

_OFFERS = "/v1/waitlist/offers"


def begin(client: KioskClient) -> None:
    """Say it by the code of an offer rather than by ID and mobile."""
    client.visit.set(flow.aside(client.visit.value, Page.OFFER_CODE))


async def enter(client: KioskClient, typed: str) -> Refusal | None:
    """See what is offered. Refusals: CODE_WRONG, OFFER_EXPIRED, OFFER_ANSWERED, RATE_LIMITED and the server's."""
    code = only_digits(typed)
    if not code:
        return Refusal(RefusalCode.CODE_WRONG, field="code")
    answer = await client.gateway.ask(
        "POST", f"{_OFFERS}/shown", Offer, token=client.credential, body=OfferCodeAsk(code=code)
    )
    if isinstance(answer, Refusal):
        return answer
    visit = replace(client.visit.value, offer_code=code, offer=answer, offer_answer=None)
    client.visit.set(flow.forward(visit))
    return None


async def accept(client: KioskClient) -> Refusal | None:
    """Take the time. Refusals: OFFER_EXPIRED, OFFER_ANSWERED, CONSENT_REQUIRED, ILLEGAL_TRANSITION, the server's."""
    ask = OfferCodeAsk(code=client.visit.value.offer_code)
    answer = await client.gateway.ask("POST", f"{_OFFERS}/acceptance", OfferAccepted, token=client.credential, body=ask)
    if isinstance(answer, Refusal):
        return answer
    client.visit.set(replace(client.visit.value, offer_answer=answer, offer_code=""))
    return None


async def decline(client: KioskClient) -> Refusal | None:
    """Leave the time to others; the place on the list stays. Refusals: OFFER_EXPIRED, OFFER_ANSWERED, the server's."""
    ask = OfferCodeAsk(code=client.visit.value.offer_code)
    answer = await client.gateway.ask("POST", f"{_OFFERS}/refusal", Nothing, token=client.credential, body=ask)
    if isinstance(answer, Refusal):
        return answer
    client.visit.set(replace(client.visit.value, offer_answer=OfferDeclined(), offer_code=""))
    return None
