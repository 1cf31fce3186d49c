"""The port of the organisation's own sign-on: what a desk needs to begin there, and whom it names afterwards."""

from datetime import datetime
from typing import Protocol

from desk_client.domain.outcomes import Refusal
from desk_client.protocol.accounts import SignOn, SignOnSessionAsk


class OrganisationSignOn(Protocol):
    """Somebody else's server. Blocks: for a worker thread, and never within a transaction."""

    def described(self) -> SignOn | Refusal:
        """Where the browser is sent. Refusal: IDENTITY_UNAVAILABLE."""
        ...

    def subject_of(self, ask: SignOnSessionAsk, now: datetime) -> str | Refusal:
        """Whom the sign-on names for what the browser brought back.

        Refusals: IDENTITY_UNAVAILABLE; WRONG_CREDENTIALS for a code that it does not take, or an answer that is not
        signed by it, for us, for this sign-in, and now.
        """
        ...
