"""Routes by which staff help somebody who stands before them."""

from typing import Final

from desk_client.domain.access import Action
from desk_client.domain.ids import PersonId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.accounts import PersonFound, PersonSeenAsk
from desk_client.protocol.appointments import Appointments
from desk_client.protocol.privacy import Consent
from desk_client.server.services.life import at_the_desk
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import IdInQuery
from desk_client.server.web.policy import policy, staff_who
from desk_client.server.web.router import Router

_HELPERS: Final = staff_who(Action.FIND_PERSON) & staff_who(Action.SEE_APPOINTMENT)


def routes(gate: Gate) -> Router:
    """Who they are, what they have, and the words that are read to them."""
    router = Router(tags=["helping"])

    @router.post(
        "/people",
        openapi_extra=policy(
            Action.ASSIST_SIGN_IN,
            RefusalCode.INVALID_DOCUMENT,
            RefusalCode.INVALID_NAME,
            RefusalCode.INVALID_NATIONALITY,
            RefusalCode.INVALID_NATIONAL_ID,
        ),
    )
    async def papers_seen(ask: PersonSeenAsk, token: Bearer) -> PersonFound:
        return await gate.write(token, lambda transaction, actor: at_the_desk.seen(transaction, actor, ask))

    @router.get("/appointments", openapi_extra=policy(Action.SEE_APPOINTMENT, only=_HELPERS))
    async def appointments_of_person(person_id: IdInQuery, token: Bearer) -> Appointments:
        return await gate.read(
            token, lambda transaction, actor: at_the_desk.appointments_of(transaction, actor, PersonId(person_id))
        )

    @router.get("/consents/processing", openapi_extra=policy(Action.BOOK_FOR, RefusalCode.NOT_FOUND))
    async def consent_of_person(person_id: IdInQuery, token: Bearer) -> Consent:
        return await gate.read(
            token, lambda transaction, actor: at_the_desk.consent_of(transaction, actor, PersonId(person_id))
        )

    return router
