"""Countries that issue passports, and finding one of them by what somebody types, in any of the kiosk's languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from desk_client.config.resources import resource
from desk_client.i18n.digits import to_ascii
from desk_client.i18n.folding import folded
from desk_client.i18n.language import Language

FREQUENT: Final = ("YE", "EG", "PK", "IN", "BD", "SD")
"""Shown before anything is typed: the six largest groups of foreign nationals in the Kingdom (census of 2022)."""
_ARTICLE: Final = "ال"


@dataclass(frozen=True)
class Country:
    """A country by its code (ISO 3166-1 alpha-2), its names, and what else it is looked for by, folded."""

    code: str
    names: tuple[str, str, str]
    sought: tuple[str, ...]

    def name(self, language: Language) -> str:
        """What it is called in a language."""
        return self.names[(Language.ARABIC, Language.ENGLISH, Language.URDU).index(language)]


def found(typed: str, language: Language, most: int) -> Sequence[Country]:
    """The countries that may be meant, the likeliest first; without anything typed those from which most people come.

    A name that begins so comes before one of whose words one does, and that before one that has it within. The Arabic
    article is passed over, as many do.
    """
    wanted = _plain(typed)
    if not wanted:
        return tuple(country for code in FREQUENT for country in _countries() if country.code == code)[:most]
    ranked = [(_rank(country, wanted), folded(country.name(language)), country) for country in _countries()]
    return tuple(country for rank, _, country in sorted(ranked, key=lambda each: each[:2]) if rank < _NOT_FOUND)[:most]


def country_of(code: str) -> Country | None:
    """The country of a code; None for one that is not in the list."""
    return next((country for country in _countries() if country.code == code), None)


def code_of(typed: str, language: Language) -> str:
    """The code of the country that somebody names, or whose code they type; empty where several may be meant, or none.

    A name that is typed to its end is meant, though others begin so.
    """
    code = to_ascii(typed).strip().upper()
    if country_of(code) is not None:
        return code
    wanted = _plain(typed)
    likely = [country for country in _countries() if wanted and _rank(country, wanted) == 0]
    exact = [country for country in likely if _plain(country.name(language)) == wanted]
    meant = exact or likely
    return meant[0].code if len(meant) == 1 else ""


_NOT_FOUND: Final = 3


def _rank(country: Country, wanted: str) -> int:
    ranks = [_NOT_FOUND]
    for name in country.sought:
        if name.startswith(wanted):
            ranks.append(0)
        elif any(word.removeprefix(_ARTICLE).startswith(wanted) for word in name.split()):
            ranks.append(1)
        elif wanted in name:
            ranks.append(2)
    return min(ranks)


def _plain(name: str) -> str:
    """A name as it is compared: folded, signs as spaces, without the article at its beginning."""
    letters = "".join(letter if letter.isalnum() else " " for letter in folded(name))
    plain = " ".join(letters.split())
    return plain if plain == _ARTICLE else plain.removeprefix(_ARTICLE)


@cache
def _countries() -> tuple[Country, ...]:
    lines = resource("nationalities", "countries.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_country(*line.split("\t")) for line in lines)


def _country(code: str, arabic: str, english: str, urdu: str, others: str) -> Country:
    names = (arabic, english, urdu)
    return Country(code, names, tuple(filter(None, map(_plain, (*names, *others.split("،"))))))
