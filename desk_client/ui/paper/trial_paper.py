"""A test page: that a printer prints Arabic, where its edges are, and which one it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desk_client.i18n.language import Language
from desk_client.ui.paper.roll import BODY, GAP, LEAD, ON_ROLL, Fact, Gap, Page, Part, Room, Rule, line, painted, rolled
from desk_client.ui.theme.tokens import Weight

_A4_MM: Final = (210, 297)
_MARGIN: Final = 150
_ON_A4: Final = Room(_MARGIN, 2100 - 2 * _MARGIN, name_column=380)


@dataclass(frozen=True)
class TrialSheet:
    """Every text of the paper."""

    language: Language
    title: str
    facts: tuple[tuple[str, str], ...]
    words: str


def trial_page(sheet: TrialSheet, *, on_roll: bool) -> Page:
    """Paint it as the desk's papers are: on a roll of 80 mm, or on A4."""
    if on_roll:
        return rolled(sheet.title, _parts(sheet, ON_ROLL))
    return painted(sheet.title, _parts(sheet, _ON_A4), _A4_MM, _MARGIN)


def _parts(sheet: TrialSheet, room: Room) -> Iterator[Part]:
    is_mirrored = sheet.language.is_right_to_left
    yield line(sheet.title, LEAD, Weight.BOLD, is_mirrored=is_mirrored, room=room)
    yield Rule(room)
    for name, value in sheet.facts:
        yield Fact(name, value, is_mirrored=is_mirrored, room=room)
        yield Gap(GAP)
    yield Rule(room)  # from edge to edge of what may be printed on
    yield line(sheet.words, BODY, Weight.REGULAR, is_mirrored=is_mirrored, room=room)
