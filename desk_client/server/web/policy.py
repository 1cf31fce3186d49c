"""Which permission a route asks for, written beside the route and read by whoever checks that none lacks one.

The services enforce it (`Actor.refused`); this only says, in the OpenAPI description as `x-action`, what they enforce.
"""

from typing import Final

from desk_client.domain.access import Action

PUBLIC: Final = "public"
"""Anybody may ask: what is needed before somebody has signed in."""
SIGNED_IN: Final = "signed_in"
"""Anybody who has signed in may ask, whatever their role: about nobody and nothing but their own session."""
KEY: Final = "x-action"


def policy(asked: Action | str) -> dict[str, str]:
    """The `openapi_extra` of a route: an action of the table, PUBLIC or SIGNED_IN."""
    if not isinstance(asked, Action) and asked not in {PUBLIC, SIGNED_IN}:
        raise ValueError(f"{asked!r} is no policy")
    return {KEY: asked.value if isinstance(asked, Action) else asked}
