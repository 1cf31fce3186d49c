"""Prints who may do what: role × action with its scope, and role × endpoint as the server answers it. Measures nothing.

Run it by `make access-matrix`. The second table is asked of a real application, on each store, with one thing of each
kind at each of three places: o own, x another's, g another governorate's; a letter stands where the asker is let in,
403 where the role is not meant. Its last line is JSON.
"""

import asyncio
import json
import sys
import tempfile
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.server_rooms.figures import Figures, figure
from desk_client.domain.access import TABLE, Action, Role
from desk_client.server.app import create_app
from desk_client.server.web.endpoints import Endpoint, endpoints
from desk_client.server.web.policy import PUBLIC
from tests.integration.access.asking import asked
from tests.integration.access.expected import Access, expected, is_bound, met
from tests.integration.access.two_regions import Regions, settled
from tests.stores import BLANK, BOTH, own_stores

_LETTERS: Final = "oxg"
_SHORT: Final = {
    Role.AGENCY_LEADER: "leader",
    Role.EMIRATE_LEADERSHIP: "emirate",
    Role.ADMINISTRATOR: "admin",
    Role.COORDINATOR: "coordin.",
}


def main() -> int:
    """Print all; a difference between a server and the table is an exit code of 1."""
    _print("action", [(action.value, [_scope(role, action) for role in Role]) for action in Action])
    found: Figures = {}
    with tempfile.TemporaryDirectory() as folder, own_stores(Path(folder) / "templates") as stores:
        for backend in BOTH:
            with stores.copy(BLANK, backend, Path(folder) / backend) as settings, settled(settings) as regions:
                rows, differing = asyncio.run(_asked(regions))
            print()
            _print(f"endpoint on {backend} (o own, x other, g other governorate)", rows)
            found[f"{backend}_cells"] = figure(sum(len(row) for _, row in rows), "role × endpoint")
            found[f"{backend}_differing"] = figure(differing, "answers", most=0)
    print(json.dumps(found))
    return 0 if all(each["reached"] for each in found.values()) else 1


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
    print(f"{heading:<{width}}  " + " ".join(f"{name:<10}" for name in names).rstrip())
    for name, row in rows:
        print(f"{name:<{width}}  " + " ".join(f"{cell:<10}" for cell in row).rstrip())


if __name__ == "__main__":
    sys.exit(main())
