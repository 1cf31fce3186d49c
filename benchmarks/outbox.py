"""A sender of messages that is killed again and again: is anything lost, and how often does a citizen hear twice?

A real process sends from a real store (half of the time the encrypted file, half PostgreSQL) to a carrier that keeps
its own record, and dies by SIGKILL: in turn when the carrier has taken a message and not said so, when it has not taken
it yet, and at a random moment. Another
process takes its place. In the end the record is compared with what was committed.

    python benchmarks/outbox.py [kills]
"""

import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.fakes.sender_process import Toll, crashed
from tests.postgres import postgres_server

MESSAGES_A_LIFE = 12


def tolls(kills: int) -> dict[str, Toll]:
    """What the crashes cost, by store."""
    with tempfile.TemporaryDirectory() as folder:
        embedded = crashed(
            {"data_dir": f"{folder}/data", "secrets": "file"},
            kills=kills - kills // 2,
            messages=MESSAGES_A_LIFE,
            seed=1,
        )
    with postgres_server(durable=True) as server, tempfile.TemporaryDirectory() as folder:
        url = server.url(server.new_database())
        settings = {"data_dir": f"{folder}/data", "secrets": "file", "database_url": url}
        postgres = crashed(settings, kills=kills // 2, messages=MESSAGES_A_LIFE, seed=2)
    return {"embedded": embedded, "postgres": postgres}


def figure(value: float, unit: str, *, most: float | None = None) -> dict[str, object]:
    return {"value": round(value, 2), "unit": unit, "target": most, "reached": most is None or value <= most}


def measured(kills: int) -> dict[str, dict[str, object]]:
    began = time.monotonic()
    found = tolls(kills)
    for store, toll in found.items():
        print(f"{store}: {toll}")
    both = found.values()
    return {
        "kills": figure(sum(toll.kills for toll in both), "kill -9"),
        "acknowledged": figure(sum(toll.acknowledged for toll in both), "messages"),
        "lost": figure(sum(toll.lost for toll in both), "messages", most=0),
        "phantom": figure(sum(toll.phantom for toll in both), "messages", most=0),
        "duplicates": figure(sum(toll.repeated for toll in both), "messages", most=kills),
        "duplicates_per_crash": figure(max(toll.most_repeated for toll in both), "messages, the worst crash", most=1),
        "took": figure(time.monotonic() - began, "s"),
    }


if __name__ == "__main__":
    print(json.dumps(measured(int(sys.argv[1]) if len(sys.argv) > 1 else 100)))
