"""Routes by which staff sign in and look after their own accounts."""

from fastapi import Response

from desk_client.domain.access import Action
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.accounts import (
    PasswordAsk,
    RecoveryCodes,
    SecondFactor,
    SecondFactorAsk,
    SecondFactorConfirmation,
    SignOn,
    SignOnSessionAsk,
    StaffAccount,
)
from desk_client.protocol.contacts import EmailAddress, EmailAsk
from desk_client.protocol.sessions import StaffSession, StaffSessionAsk
from desk_client.server.identity.organisation import OrganisationSignOn
from desk_client.server.services.access import contacts, organisation, second_factor, staff
from desk_client.server.services.access.staff import Door
from desk_client.server.services.administration import accounts
from desk_client.server.web.caller import Caller
from desk_client.server.web.doors import past
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.outside import Outside
from desk_client.server.web.policy import PUBLIC, policy
from desk_client.server.web.problems import RefusedError
from desk_client.server.web.router import Router

_OWN = policy(Action.SEE_OWN_ACCOUNT)


def routes(gate: Gate) -> Router:
    """At the door, and behind it."""
    router = Router(prefix="/staff", tags=["staff"])
    _doors(gate, router)
    _sign_on(gate, router)

    @router.get("/self", openapi_extra=_OWN)
    async def own(token: Bearer) -> StaffAccount:
        return await gate.read(token, accounts.own, before_change=True)

    @router.get("/self/email", openapi_extra=_OWN)
    async def own_email(token: Bearer) -> EmailAddress:
        return await gate.read(
            token, lambda transaction, actor: contacts.own(transaction, actor, Action.SEE_OWN_ACCOUNT)
        )

    @router.put("/self/email", openapi_extra=policy(Action.SEE_OWN_ACCOUNT, RefusalCode.INVALID_EMAIL))
    async def change_own_email(ask: EmailAsk, token: Bearer) -> EmailAddress:
        return await gate.write(
            token, lambda transaction, actor: contacts.change(transaction, actor, Action.SEE_OWN_ACCOUNT, ask)
        )

    @router.put(
        "/self/password",
        status_code=204,
        response_class=Response,
        openapi_extra=policy(Action.SEE_OWN_ACCOUNT, RefusalCode.PASSWORD_WEAK, RefusalCode.WRONG_CREDENTIALS),
    )
    async def change_password(ask: PasswordAsk, token: Bearer, caller: Caller) -> None:
        username = await gate.read(token, accounts.own_username, before_change=True)
        if (refusal := accounts.weak(ask.new, username, ask.old)) is not None:
            raise RefusedError(refusal)
        door = Door(username, caller)
        await past(gate, door, ask.old)
        hashed = await gate.house.passwords.hashed(ask.new)
        await gate.write(
            token, lambda transaction, actor: accounts.change_password(transaction, actor, hashed), before_change=True
        )
        await gate.house.write(lambda transaction: staff.recognised(transaction, door))

    return router


def _doors(gate: Gate, router: Router) -> None:
    """By name and password."""

    @router.post(
        "/sessions",
        status_code=201,
        openapi_extra=policy(
            PUBLIC, RefusalCode.CODE_WRONG, RefusalCode.SECOND_FACTOR_REQUIRED, RefusalCode.WRONG_CREDENTIALS
        ),
    )
    async def sign_in(ask: StaffSessionAsk, caller: Caller) -> StaffSession:
        door = Door(ask.username, caller)
        staff_id = await past(gate, door, ask.password)
        return await gate.open_write(lambda transaction: staff.let_in(transaction, door, staff_id, ask.code))

    @router.post(
        "/second-factor",
        status_code=201,
        openapi_extra=policy(
            PUBLIC, RefusalCode.CODE_WRONG, RefusalCode.SECOND_FACTOR_REQUIRED, RefusalCode.WRONG_CREDENTIALS
        ),
    )
    async def begin_second_factor(ask: SecondFactorAsk, caller: Caller) -> SecondFactor:
        door = Door(ask.username, caller)
        staff_id = await past(gate, door, ask.password)
        await gate.house.write(lambda transaction: staff.recognised(transaction, door))
        return await gate.open_write(lambda transaction: second_factor.begin(transaction, staff_id, ask.code))

    @router.post(
        "/second-factor/confirmation",
        openapi_extra=policy(PUBLIC, RefusalCode.NOT_FOUND, RefusalCode.CODE_WRONG, RefusalCode.WRONG_CREDENTIALS),
    )
    async def confirm_second_factor(ask: SecondFactorConfirmation, caller: Caller) -> RecoveryCodes:
        door = Door(ask.username, caller)
        staff_id = await past(gate, door, ask.password)
        await gate.house.write(lambda transaction: staff.recognised(transaction, door))
        return await gate.open_write(lambda transaction: second_factor.confirm(transaction, staff_id, ask.code))


def _sign_on(gate: Gate, router: Router) -> None:
    """By the organisation's own sign-on."""
    outside = Outside()

    def sign_on() -> OrganisationSignOn:
        if gate.house.organisation is None:
            raise RefusedError(Refusal(RefusalCode.NOT_FOUND))
        return gate.house.organisation

    @router.get("/oidc", openapi_extra=policy(PUBLIC, RefusalCode.IDENTITY_UNAVAILABLE, RefusalCode.NOT_FOUND))
    async def where() -> SignOn:
        provider = sign_on()
        return await outside.ask(provider.described)

    @router.post(
        "/oidc/sessions",
        status_code=201,
        openapi_extra=policy(
            PUBLIC,
            RefusalCode.IDENTITY_UNAVAILABLE,
            RefusalCode.NOT_FOUND,
            RefusalCode.WRONG_CREDENTIALS,
        ),
    )
    async def sign_in_there(ask: SignOnSessionAsk, caller: Caller) -> StaffSession:
        provider = sign_on()
        await gate.open_write(lambda transaction: organisation.tried(transaction, caller))
        now = gate.house.clock.now()
        subject = await outside.ask(lambda: provider.subject_of(ask, now))
        return await gate.open_write(lambda transaction: organisation.let_in(transaction, subject))
