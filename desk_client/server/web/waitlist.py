"""Routes of the waitlist: joining, leaving, and what one says to an offer."""

from fastapi import Response

from desk_client.domain.access import Action, Role
from desk_client.domain.ids import OfferId, WaitlistId
from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.appointments import Appointment
from desk_client.protocol.waitlists import Offer, OfferAccepted, OfferCodeAsk, Wait, WaitAsk, Waits
from desk_client.server.services.idempotency import once
from desk_client.server.services.waitlist import offers, waitlists
from desk_client.server.web.gate import Bearer, Gate, IdempotencyKey
from desk_client.server.web.parameters import After, IdInPath, Limit
from desk_client.server.web.policy import policy
from desk_client.server.web.router import Router


def routes(gate: Gate) -> Router:
    """For citizens, for staff who ask in their name, and for a kiosk at which somebody shows an offer's code."""
    router = Router(prefix="/waitlist", tags=["waitlist"])

    @router.post(
        "",
        status_code=201,
        openapi_extra=policy(
            Action.JOIN_WAITLIST,
            RefusalCode.ILLEGAL_TRANSITION,
            RefusalCode.KIND_NOT_OFFERED,
            RefusalCode.INVALID_ADDRESS,
            RefusalCode.LIMIT_REACHED,
            RefusalCode.ALREADY_WAITLISTED,
            RefusalCode.NOT_FOUND,
            RefusalCode.CONSENT_REQUIRED,
            RefusalCode.PRECONDITION_FAILED,
        ),
    )
    async def join(ask: WaitAsk, key: IdempotencyKey, token: Bearer) -> Wait:
        return await gate.write(
            token,
            lambda transaction, actor: once(
                transaction, actor, key, ask, Wait, lambda: waitlists.join(transaction, actor, ask)
            ),
        )

    @router.get("/mine", openapi_extra=policy(Action.JOIN_WAITLIST, only={Role.CITIZEN}))
    async def mine(token: Bearer, after: After = None, limit: Limit = 50) -> Waits:
        return await gate.read(token, lambda transaction, actor: waitlists.mine(transaction, actor, after, limit))

    @router.delete(
        "/{wait_id}",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.JOIN_WAITLIST, RefusalCode.NOT_FOUND),
    )
    async def leave(wait_id: IdInPath, token: Bearer) -> None:
        await gate.write(token, lambda transaction, actor: waitlists.leave(transaction, actor, WaitlistId(wait_id)))

    @router.post(
        "/offers/shown",
        openapi_extra=policy(
            Action.START_CITIZEN_SESSION,
            RefusalCode.RATE_LIMITED,
            RefusalCode.CODE_WRONG,
            RefusalCode.OFFER_EXPIRED,
            RefusalCode.OFFER_ANSWERED,
        ),
    )
    async def shown_by_code(ask: OfferCodeAsk, token: Bearer) -> Offer:
        return await gate.write(token, lambda transaction, actor: offers.shown_by_code(transaction, actor, ask.code))

    @router.post(
        "/offers/refusal",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(
            Action.START_CITIZEN_SESSION,
            RefusalCode.RATE_LIMITED,
            RefusalCode.CODE_WRONG,
            RefusalCode.OFFER_EXPIRED,
            RefusalCode.OFFER_ANSWERED,
        ),
    )
    async def decline_by_code(ask: OfferCodeAsk, token: Bearer) -> None:
        await gate.write(token, lambda transaction, actor: offers.decline_by_code(transaction, actor, ask.code))

    @router.post(
        "/offers/acceptance",
        openapi_extra=policy(
            Action.START_CITIZEN_SESSION,
            RefusalCode.RATE_LIMITED,
            RefusalCode.CODE_WRONG,
            RefusalCode.OFFER_ANSWERED,
            RefusalCode.OFFER_EXPIRED,
            RefusalCode.ILLEGAL_TRANSITION,
            RefusalCode.CONSENT_REQUIRED,
        ),
    )
    async def accept_by_code(ask: OfferCodeAsk, token: Bearer) -> OfferAccepted:
        return await gate.write(token, lambda transaction, actor: offers.accept_by_code(transaction, actor, ask.code))

    @router.post(
        "/offers/{offer_id}/acceptance",
        openapi_extra=policy(
            Action.JOIN_WAITLIST,
            RefusalCode.OFFER_EXPIRED,
            RefusalCode.ILLEGAL_TRANSITION,
            RefusalCode.CONSENT_REQUIRED,
            only={Role.CITIZEN},
        ),
    )
    async def accept(offer_id: IdInPath, token: Bearer) -> Appointment:
        return await gate.write(token, lambda transaction, actor: offers.accept(transaction, actor, OfferId(offer_id)))

    @router.delete(
        "/offers/{offer_id}",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.JOIN_WAITLIST, RefusalCode.OFFER_EXPIRED, only={Role.CITIZEN}),
    )
    async def decline(offer_id: IdInPath, token: Bearer) -> None:
        await gate.write(token, lambda transaction, actor: offers.decline(transaction, actor, OfferId(offer_id)))

    return router
