"""The minutes of an audience (محضر) on A4, in Arabic: what the office files, and signs where paper is asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QPainter

from desk_client.client.day import Brief, Outcome
from desk_client.i18n.bidi import isolated, written
from desk_client.i18n.dates import full_date, time_range
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.moments import wall_day, wall_span, wall_time
from desk_client.ui.outcome_facts import outcome_rows
from desk_client.ui.paper.qr import modules
from desk_client.ui.paper.roll import SMALL, Align, Fact, Gap, Page, Part, Qr, Room, Rule, line, painted
from desk_client.ui.theme.tokens import Weight
from desk_client.ui.translation import Speaks

_A4_MM: Final = (210, 297)
_MARGIN: Final = 150
_ROOM: Final = Room(_MARGIN, 2100 - 2 * _MARGIN, name_column=380)
_TITLE, _HEADING, _BODY = 72, 52, 42
_GAP: Final = 22
_CODE: Final = 480
_LANGUAGE: Final = Language.ARABIC
"""Of the files of the emirate, whatever the desk's windows speak."""


@dataclass(frozen=True)
class Minutes:
    """Every text of the paper, and what its QR code leads to, if it has one."""

    title: str
    about: tuple[tuple[str, str], ...]
    decided: str
    text: str
    follows: tuple[tuple[str, str], ...]
    signature: str
    link: str | None
    link_name: str


def minutes(brief: Brief, outcome: Outcome, decision: str, link: str | None, speak: Speaks) -> Minutes:
    """The minutes of one audience; ``speak`` has the Arabic texts, in which ``decision`` is named as well."""
    item = brief.item
    span = wall_span(item.slot)
    recorded = wall_day(outcome.recorded_at, item.slot)
    place = "" if item.site_name is None else said(item.site_name, _LANGUAGE)
    office = "" if outcome.office_title is None else said(outcome.office_title, _LANGUAGE)
    about = (
        (speak.translate("MinutesPaper", "Office"), office),
        (speak.translate("MinutesPaper", "Visitor"), item.citizen_name),
        (speak.translate("MinutesPaper", "National ID"), isolated(item.masked_id)),
        (speak.translate("MinutesPaper", "Service"), said(item.service_name, _LANGUAGE)),
        (speak.translate("MinutesPaper", "Day"), full_date(span.day, _LANGUAGE)),
        (speak.translate("MinutesPaper", "Time"), time_range(span.start, span.end, _LANGUAGE)),
        (speak.translate("MinutesPaper", "Place"), place),
        (speak.translate("MinutesPaper", "Subject"), item.subject),
    )
    confirmed = outcome.confirmed_at
    ends = (
        (
            speak.translate("MinutesPaper", "Recorded"),
            f"{full_date(recorded, _LANGUAGE)} · {wall_time(outcome.recorded_at, item.slot, _LANGUAGE)}",
        ),
        (
            speak.translate("MinutesPaper", "Confirmed by the visitor"),
            speak.translate("MinutesPaper", "Not yet")
            if confirmed is None
            else f"{full_date(wall_day(confirmed, item.slot), _LANGUAGE)} · "
            f"{wall_time(confirmed, item.slot, _LANGUAGE)}",
        ),
    )
    return Minutes(
        speak.translate("MinutesPaper", "Minutes of an audience"),
        tuple(row for row in about if row[1]),
        speak.translate("MinutesPaper", "Decision: {decision}").replace("{decision}", decision),
        written(outcome.decision.text),
        (*outcome_rows(outcome, _LANGUAGE, speak), *ends),
        speak.translate("MinutesPaper", "Name and signature: ……………………………………………"),
        link,
        speak.translate("MinutesPaper", "Scan to see whether this decision still stands."),
    )


def minutes_page(sheet: Minutes) -> Page:
    """Paint the minutes, on as many pages as they take."""
    return painted(sheet.title, _parts(sheet), _A4_MM, _MARGIN)


def _parts(sheet: Minutes) -> Iterator[Part]:
    yield _line(sheet.title, _TITLE, Weight.BOLD, Align.AlignHCenter)
    yield Rule(_ROOM)
    yield from _facts(sheet.about)
    yield Rule(_ROOM)
    yield _line(sheet.decided, _HEADING, Weight.SEMIBOLD)
    yield Gap(_GAP)
    yield _line(sheet.text, _BODY, Weight.REGULAR)
    yield Rule(_ROOM)
    yield from _facts(sheet.follows)
    yield Gap(_GAP)
    yield _Foot(sheet)


class _Foot:
    """Where it is signed, and the code beside it: never on a page of its own without the other."""

    def __init__(self, sheet: Minutes) -> None:
        signed = Room(_ROOM.left + _CODE, _ROOM.width - _CODE)
        parts: list[Part] = [
            line(sheet.signature, _BODY, Weight.REGULAR, Align.AlignLeading, is_mirrored=True, room=signed)
        ]
        if sheet.link is not None:
            parts.append(Qr(modules(sheet.link), Room(_ROOM.left, _CODE)))
        self._beside = parts
        self._below = line(
            sheet.link_name if sheet.link is not None else "",
            SMALL,
            Weight.REGULAR,
            is_mirrored=True,
            room=Room(_ROOM.left, _CODE),
        )
        self._code_height = max(part.height for part in parts)
        self.height = self._code_height + self._below.height

    def paint(self, painter: QPainter, top: float) -> None:
        """Draw both, and what the code is for below it."""
        for part in self._beside:
            part.paint(painter, top)
        self._below.paint(painter, top + self._code_height)


def _facts(rows: tuple[tuple[str, str], ...]) -> Iterator[Part]:
    for name, value in rows:
        yield Fact(name, value, is_mirrored=True, room=_ROOM, pixels=_BODY)
        yield Gap(_GAP)


def _line(text: str, pixels: int, weight: Weight, align: Align = Align.AlignLeading) -> Part:
    return line(text, pixels, weight, align, is_mirrored=True, room=_ROOM)
