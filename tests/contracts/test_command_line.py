"""What the command line alone can do is what the decision about it says (adr/0071), and all that it can do is told."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desk_client import cli

DECISION: Final = Path(__file__).parents[2] / "docs" / "adr" / "0071-who-answers-for-the-house.md"
STAYS, HAS_A_SCREEN = (
    DECISION.read_text("utf-8")
    .split("**What stays with the command line", 1)[1]
    .split("have their screens now", 1)[0]
    .rsplit("\n\n", 1)
)
"""The table, and the sentence after it."""


def tasks(parser: argparse.ArgumentParser, *before: str) -> Iterator[str]:
    """Every task of an administrator, as it is typed."""
    below = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    for each in below:
        for name, task in each.choices.items():
            yield from tasks(task, *before, name)
    if not below:
        yield " ".join(before)


def told(text: str) -> set[str]:
    """The tasks that are named, whatever is written after them."""
    return {re.split(r" (?=--|[A-Z])", written)[0] for written in re.findall(r"`([a-z][^`]*)`", text)}


def test_every_task_stays_there_for_a_reason_or_has_a_screen() -> None:
    administer = next(
        each.choices["admin"] for each in cli._parser()._actions if isinstance(each, argparse._SubParsersAction)
    )
    rows = "\n".join(line.split("|")[1] for line in STAYS.splitlines() if line.startswith("| `"))
    others = {"server", "kiosk", "doctor"}
    assert told(rows) | told(HAS_A_SCREEN) == {*tasks(administer), *others}
