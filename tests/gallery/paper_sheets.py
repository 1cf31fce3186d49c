"""Documents at the desk in their states, without a server and without a process: pages are painted here."""

from datetime import UTC, datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from desk_client.client.day import DeskPage
from desk_client.client.papers import Mark, MarkKind, Marks
from desk_client.client.viewing.drawing import Drawn, PageSize, Wanted
from desk_client.client.viewing.trouble import Trouble
from desk_client.i18n.bidi import file_name
from desk_client.protocol.base import Texts
from desk_client.ui.desk.papers.marking import Tool
from desk_client.ui.desk.papers.viewer import PaperViewer
from desk_client.ui.desk.papers.words import document_trouble_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.fonts import font
from desk_client.ui.theme.tokens import Weight
from desk_client.ui.widgets.banner import Mood
from tests.gallery.desk_day import brought, day
from tests.gallery.desk_screens import Frame, framed
from tests.gallery.words import say

_A4 = PageSize(595.0, 842.0)
_LINES = (
    "المملكة العربية السعودية",
    "صك تملك رقم ٤٨٢١",
    "الحمد لله وحده، وبعد: فإن قطعة الأرض الزراعية الواقعة في وادي صبيا",
    "يحدها شمالًا ملك جابر بن محمد بطول مائة وعشرين مترًا،",
    "وجنوبًا الطريق العام بطول مائة وعشرين مترًا،",
    "وشرقًا مجرى السيل بطول ثمانين مترًا،",
    "وغربًا أرض بيضاء بطول ثمانين مترًا.",
)
_OFFICE = Texts(ar="مكتب أمير منطقة جازان", en="Office of the Emir of Jazan")
_MAYOR = Texts(ar="أمانة منطقة جازان", en="Jazan Municipality")
_DELEGATE = Texts(ar="سعد محمد العتيبي", en="Saad Al-Otaibi")


def sample_marks() -> tuple[Mark, ...]:
    """Two of one's own office, one of another's, and one that was taken away."""
    at = datetime(2026, 3, 15, 6, 12, tzinfo=UTC)
    shared = {"author": _DELEGATE, "made_at": at, "width": 0.0, "height": 0.0, "text": ""}
    own = {**shared, "office_title": _OFFICE, "is_own": True}
    rows = (
        {
            **own,
            "id": "m1",
            "kind": MarkKind.HIGHLIGHT,
            "page": 1,
            "x": 0.14,
            "y": 0.268,
            "width": 0.74,
            "height": 0.045,
        },
        {
            **own,
            "id": "m2",
            "kind": MarkKind.NOTE,
            "page": 1,
            "x": 0.2,
            "y": 0.34,
            "text": "الطول هنا يخالف الصك الثاني بعشرة أمتار: يُسأل كاتب العدل.",
        },
        {
            **shared,
            "office_title": _MAYOR,
            "is_own": False,
            "id": "m3",
            "kind": MarkKind.HIGHLIGHT,
            "page": 1,
            "x": 0.3,
            "y": 0.448,
            "width": 0.58,
            "height": 0.04,
        },
        {**own, "id": "m4", "kind": MarkKind.NOTE, "page": 2, "x": 0.5, "y": 0.2, "text": "نسخة غير واضحة"}
        | {"removed_at": at, "removed_by": _DELEGATE},
    )
    return tuple(Mark.model_validate(row) for row in rows)


def painted(wanted: Wanted) -> Drawn:
    """A page of a deed."""
    image = QImage(wanted.width, wanted.height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    scale = wanted.width / _A4.width
    painter.scale(scale, scale)
    for number, line in enumerate(_LINES):
        painter.setFont(font(22 if number < 2 else 16, Weight.SEMIBOLD if number < 2 else Weight.REGULAR))
        place = QRectF(60, 70 + 50 * number, _A4.width - 120, 46)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), line)
    painter.end()
    return Drawn(wanted, bytes(image.constBits()))


def shows(viewer: PaperViewer, pages: int) -> None:
    """Have it show so many pages of a deed."""
    canvas = viewer.canvas

    def draw() -> None:
        while (wanted := canvas.missing()) is not None:
            canvas.take_in(painted(wanted))

    canvas.pages_wanted.connect(draw)
    viewer._pages.setCurrentWidget(canvas)
    canvas.show_pages((_A4,) * pages)
    viewer.tools.show_document(pages)


def _opened(look: Appearance, pages: int = 3) -> tuple[Frame, PaperViewer]:
    frame = framed(look, day(DeskPage.TODAY, opened="a2"))
    today = frame.desk.today
    viewer = PaperViewer(today._office, lambda: say(look, "العودة إلى الملخص", "Back to the brief"))
    today._viewer = viewer
    today._read_of = "a2"
    today._layers.addWidget(viewer)
    today._layers.setCurrentWidget(viewer)
    viewer._name.set_text(file_name(brought("a2")[0].name))
    shows(viewer, pages)
    viewer._have_marks(Marks(marks=sample_marks()))
    return frame, viewer


def read(look: Appearance) -> QWidget:
    """A deed is read: two marks of one's own office, one of another's, one taken away."""
    return _opened(look)[0]


def empty(look: Appearance) -> QWidget:
    """Two hundred pages, and nothing is marked yet; the pen is taken up."""
    frame, viewer = _opened(look, 200)
    viewer._have_marks(Marks(marks=()))
    viewer.canvas.take_up(Tool.HIGHLIGHT)
    viewer.tools.show_tool()
    return frame


def note(look: Appearance) -> QWidget:
    """A note is written, and another mark was taken away."""
    frame, viewer = _opened(look)
    viewer.marks.note.begin()
    viewer.marks.note.text.set_text("يُطلب أصل الصك من كتابة العدل قبل المقابلة.")
    viewer.notice.say("أُزيلت العلامة." if look.is_right_to_left else "The mark was taken away.", Mood.INFO)
    return frame


def page_in_trouble(look: Appearance) -> QWidget:
    """One page cannot be drawn; the others are there."""
    frame, viewer = _opened(look)
    viewer.canvas.give_up(0, Trouble.GAVE_UP)
    return frame


def locked(look: Appearance) -> QWidget:
    """A document that asks for a password."""
    frame, viewer = _opened(look)
    viewer.canvas.show_pages(())
    viewer.tools.show_document(0)
    viewer._have_marks(Marks(marks=()))
    viewer._pages.setCurrentWidget(viewer._state)
    viewer._say(lambda: viewer._state.set_texts(*document_trouble_words(Trouble.ENCRYPTED)))
    return frame


SHEETS = (
    ("read", read),
    ("empty", empty),
    ("note", note),
    ("page-in-trouble", page_in_trouble),
    ("locked", locked),
)
