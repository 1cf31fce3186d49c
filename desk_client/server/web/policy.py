"""What a route asks for and how it may refuse, written beside the route and read by whoever describes or checks it.

The services enforce it (`Actor.refused`); this only says, in the OpenAPI description as `x-action` and by status, what
they do.
"""

from collections.abc import Collection
from typing import Any, Final

from desk_client.domain.access import STAFF_ROLES, TABLE, Action, Role
from desk_client.domain.outcomes import RefusalCode

PUBLIC: Final = "public"
"""Anybody may ask: what is needed before somebody has signed in."""
SIGNED_IN: Final = "signed_in"
"""Anybody who has signed in may ask, whatever their role: about nobody and nothing but their own session."""
KEY: Final = "x-action"
FOR_ANOTHER: Final = "x-action-for-another"
"""What members of staff need instead, who do it in somebody's name."""
ROLES: Final = "x-roles"
"""The only roles that it is for, where these are fewer than may take the action on something."""
REFUSALS: Final = "x-refusals"


def staff_who(may: Action) -> frozenset[Role]:
    """The roles of staff that may take an action on something: for `only`."""
    return frozenset(role for role in STAFF_ROLES if may in TABLE[role])


def policy(
    asked: Action | str,
    *refusals: RefusalCode,
    for_another: Action | None = None,
    only: Collection[Role] = (),
) -> dict[str, Any]:  # OpenAPI's objects are of any shape
    """The `openapi_extra` of a route: an action of the table, PUBLIC or SIGNED_IN; and the route's own refusals.

    What follows from the policy, the parameters and the body needs no word here (`endpoints.refusals_of`).
    """
    if not isinstance(asked, Action) and asked not in {PUBLIC, SIGNED_IN}:
        raise ValueError(f"{asked!r} is no policy")
    extra: dict[str, Any] = {
        KEY: asked.value if isinstance(asked, Action) else asked,
        REFUSALS: sorted(refusal.value for refusal in refusals),
    }
    if for_another is not None:
        extra[FOR_ANOTHER] = for_another.value
    if only:
        extra[ROLES] = sorted(role.value for role in only)
    return extra
