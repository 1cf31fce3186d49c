"""A service point on the roll: where it is, when it is open, and the way there."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk_client.i18n.language import Language
from desk_client.ui.paper.qr import modules
from desk_client.ui.paper.roll import BODY, GAP, LEAD, SMALL, Fact, Gap, Page, Part, Qr, Rule, line, rolled
from desk_client.ui.theme.tokens import Weight


@dataclass(frozen=True)
class PointSheet:
    """Every text of the paper.

    Attributes:
        facts: names and values: the address, the telephone, how far it is.
        hours: a day each, and when it is open.
        link: what the code says; None where nobody knows the way.
        as_of: of when all of it is.
    """

    language: Language
    heading: str
    name: str
    facts: tuple[tuple[str, str], ...]
    hours_name: str
    hours: tuple[tuple[str, str], ...]
    link: str | None
    link_name: str
    as_of: str


def point_page(sheet: PointSheet) -> Page:
    """Paint the paper."""
    return rolled(sheet.heading, _parts(sheet))


def _parts(sheet: PointSheet) -> Iterator[Part]:
    is_mirrored = sheet.language.is_right_to_left
    yield line(sheet.heading, SMALL, Weight.REGULAR, is_mirrored=is_mirrored)
    yield Gap(GAP)
    yield line(sheet.name, LEAD, Weight.BOLD, is_mirrored=is_mirrored)
    yield Rule()
    for name, value in sheet.facts:
        yield Fact(name, value, is_mirrored=is_mirrored)
        yield Gap(GAP)
    yield Rule()
    yield line(sheet.hours_name, BODY, Weight.SEMIBOLD, is_mirrored=is_mirrored)
    yield Gap(GAP)
    for day, times in sheet.hours:
        yield Fact(day, times, is_mirrored=is_mirrored)
        yield Gap(GAP)
    yield Rule()
    if sheet.link is not None:
        yield Qr(modules(sheet.link))
        yield line(sheet.link_name, SMALL, Weight.REGULAR, is_mirrored=is_mirrored)
        yield Gap(GAP)
    yield line(sheet.as_of, SMALL, Weight.REGULAR, is_mirrored=is_mirrored)
