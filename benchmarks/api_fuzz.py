"""10,000 random requests to real servers, 5,000 on each store, by people of every role.

What is looked for: an error of ours, and an answer that is not described. The same with 500 requests is a test.

    python benchmarks/api_fuzz.py [requests on each store] [chance]

`chance` says which requests; a run tells its own in its first line. The last line is one JSON object.
"""

import json
import secrets
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.server_rooms.figures import Figures, figure
from tests.integration.access.fuzzing import Town, each_by_itself, one_after_another, town
from tests.stores import BLANK, BOTH, Stores, own_stores

_STEPS: Final = 10
_PIECE: Final = 500
"""Requests after which a line says how far it is."""
_BOTH_S: Final = 900.0


def measured(cases: int, chance: int) -> Figures:
    """So many on each store."""
    found: Figures = {}
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, own_stores(Path(folder) / "templates") as stores:
        for backend in BOTH:
            found |= _fuzzed(stores, backend, Path(folder) / backend, cases, chance)
    return found | {"took": figure(time.monotonic() - began, "s", most=_BOTH_S)}


def _fuzzed(stores: Stores, backend: str, data_dir: Path, cases: int, chance: int) -> Figures:
    with stores.copy(BLANK, backend, data_dir) as settings, town(settings) as fuzzed:
        fuzzed.lenient = True
        _ask(fuzzed, backend, cases, chance)
        return {
            f"{backend}_requests": figure(fuzzed.asked, "requests", least=cases),
            f"{backend}_errors_of_ours": figure(fuzzed.broken, "answers", most=0),
            f"{backend}_findings": figure(len(fuzzed.findings), "answers", most=0),
        }


def _ask(fuzzed: Town, backend: str, cases: int, chance: int) -> None:
    began, alone, told = time.monotonic(), cases * 7 // 10, 0
    while fuzzed.asked < cases:
        if fuzzed.asked < alone:
            each_by_itself(fuzzed, min(_PIECE, alone - fuzzed.asked), chance + fuzzed.asked)
        else:
            runs = min(_PIECE, cases - fuzzed.asked) // _STEPS + 1
            one_after_another(fuzzed, runs // 2 + 1, _STEPS, chance)  # each run has two visits
        statuses = ", ".join(f"{count} × {status}" for status, count in sorted(fuzzed.statuses.items()))
        print(f"{backend}: {fuzzed.asked} in {time.monotonic() - began:.0f} s: {statuses}")
        for finding in fuzzed.findings[told:]:
            print(finding)
        told = len(fuzzed.findings)
        sys.stdout.flush()


def main() -> int:
    """Ask, and tell what was found."""
    given = [int(each) for each in sys.argv[1:]]
    cases, chance = (*given, *(5000, secrets.randbelow(10**9))[len(given) :])
    print(f"{cases} requests on each store, chance {chance}", flush=True)
    found = measured(cases, chance)
    print(json.dumps(found))
    return 0 if all(each["reached"] for name, each in found.items() if name != "took") else 1


if __name__ == "__main__":
    sys.exit(main())
