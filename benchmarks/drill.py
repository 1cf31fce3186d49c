"""A server under load loses its disk, on each store: how long until it is back, and what was lost.

    python benchmarks/drill.py [--seconds N]

What was acknowledged comes back from a backup and the journal on a second disk. PostgreSQL is killed with its server,
and its files are deleted. The last line is one JSON object; the exit code is 1 where anything acknowledged is lost.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.server_rooms.figures import Figures, figure
from desk_client.bootstrap.drill import Databases, Drill, play_drill
from tests.postgres import JOURNALLED, postgres_server


@contextmanager
def databases() -> Iterator[Databases]:
    """Two servers; of the first, nothing is left when it is lost."""
    with (
        postgres_server(durable=True, settings=JOURNALLED) as main,
        postgres_server(durable=True, settings=JOURNALLED) as spare,
    ):

        def lose() -> None:
            main.kill()
            shutil.rmtree(main.data)

        yield Databases(main.url(main.new_database()), spare.url(spare.new_database()), lose)


def figures(store: str, done: Drill) -> Figures:
    return {
        f"{store}_acknowledged": figure(done.acknowledged, "appointments", least=1),
        f"{store}_lost": figure(done.lost, "of them", most=0),
        f"{store}_backup": figure(done.backup_s, "s, under load, restored on trial"),
        f"{store}_restored": figure(done.restored_s, "s from the loss"),
        f"{store}_serving": figure(done.serving_s, "s from the loss until a server answers elsewhere"),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0, help="of load, on each store")
    seconds = parser.parse_args().seconds
    print("embedded:")
    found = figures("embedded", play_drill(seconds))
    print("postgres:")
    with databases() as two:
        found |= figures("postgres", play_drill(seconds, two))
    print(json.dumps(found))
    return 0 if all(each["reached"] for each in found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
