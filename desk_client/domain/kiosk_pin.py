"""An operator's PIN: how long it is, and which ones are none."""

from itertools import pairwise
from typing import Final

SHORTEST: Final = 6
LONGEST: Final = 12
_FEWEST_DIFFERENT: Final = 3


def is_guessable(digits: str) -> bool:
    """Whether these digits, 0–9, go up or down by one step all along, or hardly differ: 123456, 864208, 121212."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(digits)}
    return len(steps) == 1 or len(set(digits)) < _FEWEST_DIFFERENT
