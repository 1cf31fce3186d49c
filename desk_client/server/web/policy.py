"""What a route asks for and how it may refuse, written beside the route and read by whoever describes or checks it.

The services enforce it (`Actor.refused`); this only says, in the OpenAPI description as `x-action` and by status, what
they do.
"""

from typing import Any, Final

from desk_client.domain.access import Action
from desk_client.domain.outcomes import RefusalCode

PUBLIC: Final = "public"
"""Anybody may ask: what is needed before somebody has signed in."""
SIGNED_IN: Final = "signed_in"
"""Anybody who has signed in may ask, whatever their role: about nobody and nothing but their own session."""
KEY: Final = "x-action"
REFUSALS: Final = "x-refusals"


def policy(asked: Action | str, *refusals: RefusalCode) -> dict[str, Any]:  # OpenAPI's objects are of any shape
    """The `openapi_extra` of a route: an action of the table, PUBLIC or SIGNED_IN; and the route's own refusals.

    What follows from the policy, the parameters and the body needs no word here (`endpoints.refusals_of`).
    """
    if not isinstance(asked, Action) and asked not in {PUBLIC, SIGNED_IN}:
        raise ValueError(f"{asked!r} is no policy")
    return {
        KEY: asked.value if isinstance(asked, Action) else asked,
        REFUSALS: sorted(refusal.value for refusal in refusals),
    }
