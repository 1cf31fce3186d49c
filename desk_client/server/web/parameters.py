"""Parameters that many routes have in common."""

from typing import Annotated, Final

from fastapi import Depends, Header, Path, Query

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.base import MOST_ROWS
from desk_client.server.web.problems import RefusedError

_MOST_DIGITS: Final = 15
_AFTER: Final = "`next` of the page before; without it, from the beginning"

IdInPath = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:-]+$")]
IdInQuery = Annotated[str, Query(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:-]+$")]

After = Annotated[str | None, Query(min_length=1, max_length=128, pattern=r"^[A-Za-z0-9_.:=-]+$", description=_AFTER)]
Limit = Annotated[int, Query(ge=1, le=MOST_ROWS, description="How many at most")]


async def _version(  # async: see gate._bearer
    if_match: Annotated[
        str | None, Header(alias="If-Match", max_length=32, description='The version that one has seen: "7"')
    ] = None,
) -> int | None:
    if if_match is None or if_match == "*":
        return None
    number = if_match.strip('"')
    # a longer number was never a version of ours, and is more than a store can compare with
    if not number.isascii() or not number.isdigit() or len(number) > _MOST_DIGITS:
        raise RefusedError(Refusal(RefusalCode.PRECONDITION_FAILED))
    return int(number)


IfMatch = Annotated[int | None, Depends(_version)]
"""Change the thing only if it still has this version (RFC 9110, section 13.1.1); without it, whatever it has become."""
