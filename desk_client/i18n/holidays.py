"""The Kingdom's public holidays, by the `holidays` library.

The two feasts follow the moon: their days are estimates until they are announced, so an administrator's own calendar
wins over them (domain rule "Work week").
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import holidays


def saudi_holidays(years: Iterable[int]) -> frozenset[date]:
    """All public holidays of some Gregorian years, the days given in place of those on a weekend included."""
    return _of(tuple(years))


@lru_cache(maxsize=8)
def _of(years: tuple[int, ...]) -> frozenset[date]:
    return frozenset(holidays.country_holidays("SA", years=years).keys())
