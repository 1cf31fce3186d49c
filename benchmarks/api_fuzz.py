"""5,000 random requests to a real server, by people of every role: no error of ours, nothing that is not described.

Run it by `make bench-api-fuzz`; the number of requests may be given. Its last line is JSON. The same on 500 requests is
a test.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from tests.integration.access.fuzzing import each_by_itself, one_after_another, town

_STEPS = 10


def main() -> int:
    """Ask; any failure is an exception that says how to see it again."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, town(Path(folder) / "data") as fuzzed:
        each_by_itself(fuzzed, cases * 7 // 10)
        while fuzzed.asked < cases:
            one_after_another(fuzzed, runs=(cases - fuzzed.asked) // _STEPS + 1, steps=_STEPS)
        statuses = {str(status): count for status, count in sorted(fuzzed.statuses.items())}
        broken = fuzzed.statuses.get(500, 0)  # a 503 that is not about a scanner is an exception already
        took_s = round(time.monotonic() - began, 1)
        told = {"benchmark": "api-fuzz", "requests": fuzzed.asked, "statuses": statuses, "500": broken, "s": took_s}
        sys.stdout.write(json.dumps(told) + "\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
