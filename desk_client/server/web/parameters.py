"""Parameters that many routes have in common."""

from typing import Annotated

from fastapi import Depends, Header, Path

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.web.problems import RefusedError

IdInPath = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:-]+$")]


def _version(
    if_match: Annotated[
        str | None, Header(alias="If-Match", max_length=32, description='The version that one has seen: "7"')
    ] = None,
) -> int | None:
    if if_match is None or if_match == "*":
        return None
    number = if_match.strip('"')
    if not number.isascii() or not number.isdigit():
        raise RefusedError(Refusal(RefusalCode.PRECONDITION_FAILED))
    return int(number)


IfMatch = Annotated[int | None, Depends(_version)]
"""Change the thing only if it still has this version (RFC 9110, section 13.1.1); without it, whatever it has become."""
