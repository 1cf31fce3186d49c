"""A ticket painted as a PDF for a roll of 80 mm."""

from collections.abc import Iterator

from desk_client.i18n.bidi import isolated
from desk_client.ui.paper.qr import modules
from desk_client.ui.paper.roll import (
    BODY,
    CALLED,
    CODE,
    GAP,
    LEAD,
    NUMBER,
    SMALL,
    Align,
    Fact,
    Gap,
    Page,
    Part,
    Qr,
    Rule,
    line,
    rolled,
)
from desk_client.ui.paper.ticket_words import TicketSheet
from desk_client.ui.theme.tokens import Weight


def ticket_page(sheet: TicketSheet) -> Page:
    """Paint the ticket."""
    return rolled(sheet.heading, _parts(sheet))


def _parts(sheet: TicketSheet) -> Iterator[Part]:
    is_mirrored = sheet.language.is_right_to_left
    yield line(sheet.heading, LEAD, Weight.SEMIBOLD, is_mirrored=is_mirrored)
    yield Rule()
    yield line(sheet.number_name, SMALL, Weight.REGULAR, is_mirrored=is_mirrored)
    yield line(isolated(sheet.number), CALLED if sheet.is_called else NUMBER, Weight.BOLD, is_mirrored=is_mirrored)
    if sheet.code:
        yield line(sheet.code_name, SMALL, Weight.REGULAR, is_mirrored=is_mirrored)
        yield line(isolated(sheet.code), CODE, Weight.BOLD, is_mirrored=is_mirrored)
    yield Rule()
    for name, value in sheet.facts:
        yield Fact(name, value, is_mirrored=is_mirrored)
        yield Gap(GAP)
    yield Rule()
    for step in sheet.steps:
        yield line(step, BODY, Weight.REGULAR, Align.AlignLeading, is_mirrored=is_mirrored)
        yield Gap(GAP)
    if sheet.link is not None:
        yield Gap(GAP)
        yield Qr(modules(sheet.link))
        yield line(sheet.link_name, SMALL, Weight.REGULAR, is_mirrored=is_mirrored)
