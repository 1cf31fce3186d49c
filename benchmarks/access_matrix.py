"""Prints who may do what: role × action with its scope, and role × endpoint as the server answers it. Measures nothing.

Run it by `make access-matrix`. The second table is asked of a real application with one thing of each kind at each of
three places: o own, x another's, g another governorate's; a letter stands where the asker is let in, 403 where the
role is not meant. Its last line is JSON.
"""

import asyncio
import json
import sys
import tempfile
from pathlib import Path
from typing import Final

from desk_client.domain.access import TABLE, Action, Role
from desk_client.server.app import create_app
from desk_client.server.web.endpoints import Endpoint, endpoints
from desk_client.server.web.policy import PUBLIC
from tests.integration.access.asking import asked
from tests.integration.access.expected import Access, expected, is_bound, met
from tests.integration.access.two_regions import Regions, settled

_LETTERS: Final = "oxg"
_SHORT: Final = {
    Role.AGENCY_LEADER: "leader",
    Role.EMIRATE_LEADERSHIP: "emirate",
    Role.ADMINISTRATOR: "admin",
    Role.COORDINATOR: "coordin.",
}


def main() -> int:
    """Print both; a difference between server and table is an exit code of 1."""
    _print("action", [(action.value, [_scope(role, action) for role in Role]) for action in Action])
    sys.stdout.write("\n")
    with tempfile.TemporaryDirectory() as folder:
        regions = settled(Path(folder) / "data")
        try:
            rows, differing = asyncio.run(_asked(regions))
        finally:
            regions.close()
    _print("endpoint (o own, x other, g other governorate)", rows)
    cells = sum(len(row) for _, row in rows)
    sys.stdout.write(json.dumps({"benchmark": "access-matrix", "cells": cells, "differing": differing}) + "\n")
    return 1 if differing else 0


def _scope(role: Role, action: Action) -> str:
    scope = TABLE[role].get(action)
    return "-" if scope is None else scope.name.lower()


async def _asked(regions: Regions) -> tuple[list[tuple[str, list[str]]], int]:
    app = create_app(regions.rehearsing)
    rows, differing = [], 0
    for endpoint in endpoints(app):
        if endpoint.policy in {None, PUBLIC}:
            continue
        row = []
        for role in Role:
            letters = ""
            for letter, things in zip(_LETTERS, regions.things, strict=True):
                if letter != "o" and not is_bound(endpoint):
                    continue
                heard = await asked(app, endpoint, things, role, regions.tokens[role])
                said = met(endpoint, heard)
                differing += said is not expected(endpoint, role, regions.standings[role], things)
                letters += letter if said is Access.LET_IN else "." if said is Access.NOT_FOUND else "!"
            row.append(_cell(endpoint, letters))
        rows.append((f"{endpoint.method} {endpoint.path}", row))
    return rows, differing


def _cell(endpoint: Endpoint, letters: str) -> str:
    if set(letters) == {"!"}:
        return "403"
    return letters if is_bound(endpoint) else letters.replace("o", "yes")


def _print(heading: str, rows: list[tuple[str, list[str]]]) -> None:
    names = [_SHORT.get(role, role.value) for role in Role]
    width = max(len(heading), *(len(name) for name, _ in rows))
    sys.stdout.write(f"{heading:<{width}}  " + " ".join(f"{name:<10}" for name in names).rstrip() + "\n")
    for name, row in rows:
        sys.stdout.write(f"{name:<{width}}  " + " ".join(f"{cell:<10}" for cell in row).rstrip() + "\n")


if __name__ == "__main__":
    sys.exit(main())
