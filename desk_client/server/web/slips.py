"""The page behind a slip's QR code: says whether the paper is genuine and stands, in Arabic, then in English.

Plain HTML, made here: whoever checks a paper at a counter may have any browser, with scripts or without.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from string import Template
from types import MappingProxyType
from typing import Final

from fastapi import Response

from desk_client.config.resources import resource
from desk_client.domain.decision import DecisionCode
from desk_client.i18n.bidi import without_marks
from desk_client.i18n.dates import full_date
from desk_client.i18n.language import Language
from desk_client.server.services.life.outcomes import PAGE
from desk_client.server.services.life.slip_checks import Checked, Standing, check_slip
from desk_client.server.web.gate import Gate
from desk_client.server.web.pages import page_headers
from desk_client.server.web.policy import PUBLIC, policy
from desk_client.server.web.router import Router


@dataclass(frozen=True)
class _Said:
    """A standing, in both languages: heading, then what it means."""

    is_good: bool
    arabic: tuple[str, str]
    english: tuple[str, str]

    def text(self, language: Language) -> tuple[str, str]:
        return self.arabic if language is Language.ARABIC else self.english


_STANDINGS: Final[Mapping[Standing, _Said]] = MappingProxyType(
    {
        Standing.STANDS: _Said(
            True,
            (
                "الورقة صحيحة وسارية",
                "صدرت هذه الورقة عن مجلس، والقرار سارٍ كما كُتب. قارنوا ما أدناه بما فيها.",
            ),
            (
                "This paper is genuine and stands",
                "It was issued by Majlis, and the decision stands as written. Compare the paper with what is below.",
            ),
        ),
        Standing.AMENDED: _Said(
            True,
            (
                "الورقة صحيحة، وقد أُلحق بالقرار تعديل",
                "صدرت هذه الورقة عن مجلس، ثم أضاف المكتب إلى القرار. اطلبوا النص الكامل من المكتب المذكور أدناه.",
            ),
            (
                "This paper is genuine, and the decision was amended since",
                "It was issued by Majlis, and the office added to it. Ask the office below for the whole text.",
            ),
        ),
        Standing.TAKEN_BACK: _Said(
            False,
            (
                "الورقة لم تعد سارية",
                "صدرت هذه الورقة عن مجلس، ثم تراجع المكتب عنها. لا يُعتدّ بها، واطلبوا القرار الساري من المكتب.",
            ),
            (
                "This paper no longer stands",
                "It was issued by Majlis, and the office has taken it back. Ask the office below for what stands now.",
            ),
        ),
        Standing.NOT_KEPT: _Said(
            True,
            (
                "الورقة صحيحة، ولم يعد ملفها محفوظًا",
                "صدرت هذه الورقة عن مجلس، وانتهت مدة حفظ ملفها، فلا يمكن القول إن كان القرار قد عُدّل.",
            ),
            (
                "This paper is genuine, and its file is no longer kept",
                "It was issued by Majlis. Its period of retention is over, so that nothing can be said of amendments.",
            ),
        ),
        Standing.FORGED: _Said(
            False,
            (
                "الورقة غير صحيحة",
                "هذا الرمز لم يصدر عن مجلس، أو غُيّر فيه شيء. لا تعتمدوا على الورقة، وراجعوا المكتب الذي تذكره.",
            ),
            (
                "This paper is not genuine",
                "This code was not issued by Majlis, or something in it was changed. Do not rely on the paper.",
            ),
        ),
    }
)
_DECISIONS: Final[Mapping[DecisionCode, tuple[str, str]]] = MappingProxyType(
    {
        DecisionCode.GRANTED: ("الموافقة", "Granted"),
        DecisionCode.DIRECTED: ("توجيه", "Directed"),
        DecisionCode.FURTHER_STUDY: ("مزيد من الدراسة", "Further study"),
        DecisionCode.DECLINED: ("الاعتذار", "Declined"),
        DecisionCode.ADVICE_GIVEN: ("إرشاد", "Advice given"),
    }
)
_NAMES: Final = (
    ("رقم التذكرة", "Ticket"),
    ("تاريخ القرار", "Day of the decision"),
    ("المكتب", "Office"),
    ("القرار", "Decision"),
    ("آخر تعديل", "Last amended"),
)

_ROW: Final = '<p><span class="second">{name}</span><br><strong><bdi>{value}</bdi></strong></p>'


def routes(gate: Gate) -> Router:
    """One page for whatever is in the link."""
    router = Router(tags=["pages"], version="")
    page = Template(resource("pages", "slip", "page.html").read_text(encoding="utf-8"))

    @router.get(f"{PAGE}/{{seal}}", include_in_schema=False, openapi_extra=policy(PUBLIC))
    async def look_up(seal: str) -> Response:
        checked = await gate.open_read(lambda transaction: check_slip(transaction, gate.house.slips, seal))
        is_ours = checked.standing is not Standing.FORGED
        return Response(
            _worded(page, checked),
            status_code=HTTPStatus.OK if is_ours else HTTPStatus.NOT_FOUND,
            media_type="text/html; charset=utf-8",
            headers={**page_headers(), "Cache-Control": "no-store"},  # what stands today may be taken back tomorrow
        )

    return router


def _worded(page: Template, checked: Checked) -> str:
    said = _STANDINGS[checked.standing]
    return page.substitute(
        title=escape(said.arabic[0]),
        mood="good" if said.is_good else "bad",
        heading_ar=escape(said.arabic[0]),
        text_ar=escape(said.arabic[1]),
        rows_ar=_rows(checked, Language.ARABIC),
        heading_en=escape(said.english[0]),
        text_en=escape(said.english[1]),
        rows_en=_rows(checked, Language.ENGLISH),
    )


def _rows(checked: Checked, language: Language) -> str:
    is_arabic = language is Language.ARABIC
    at = 0 if is_arabic else 1
    office = checked.office
    values = (
        checked.reference,
        "" if checked.day is None else full_date(checked.day, language),
        "" if office is None else office.ar if is_arabic else office.en,
        "" if checked.code is None else _DECISIONS[checked.code][at],
        "" if checked.amended_on is None else full_date(checked.amended_on, language),
    )
    return "\n".join(
        _ROW.format(name=escape(name[at]), value=escape(without_marks(value)))
        for name, value in zip(_NAMES, values, strict=True)
        if value
    )
