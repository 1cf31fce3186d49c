"""A kiosk's talk in which the official has given the visitor a document."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desk_client.client.printer import Trouble
from desk_client.client.viewing.drawing import Wanted
from desk_client.client.visit import Attachment
from desk_client.i18n.bidi import file_name
from desk_client.protocol.base import Texts
from desk_client.ui.kiosk.pages.call import CallPage
from desk_client.ui.theme.appearance import Appearance
from tests.gallery import call_states
from tests.gallery.paper_sheets import painted

FORM = Attachment(
    id="att_form",
    name="نموذج طلب الرفع المساحي.pdf",
    media_type="application/pdf",
    size=240_000,
    added_at=datetime(2026, 3, 15, 6, 12, tzinfo=UTC),
    given_by=Texts(ar="أمير منطقة جازان", en="Emir of Jazan Region"),
)


def _given(look: Appearance, show: Callable[[CallPage], None]) -> QWidget:
    drawn = call_states.talk(look)
    page = getattr(drawn, "page", None)
    if isinstance(page, CallPage):
        paper = page.paper
        paper._papers = (FORM, FORM.model_copy(update={"id": "att_map", "name": "خريطة الموقع.png"}))
        paper._shown = FORM
        paper.button.show()
        paper.printing.button.show()
        paper.pane.show_name(file_name(FORM.name), has_others=True)
        paper.relabel()
        show(page)
        paper.lay()
    return drawn


def _first(page: CallPage) -> None:
    wanted = Wanted(0, 1414, 2000)
    image = QImage(painted(wanted).pixels, 1414, 2000, 1414 * 4, QImage.Format.Format_RGB32).copy()
    page.paper.pane.show_page(image, 0, 3)


def read(look: Appearance) -> QWidget:
    """Its first page, large beside the pictures."""
    return _given(look, _first)


def fetched(look: Appearance) -> QWidget:
    """It is on its way to the screen."""
    return _given(look, lambda page: page.paper._say_fetching())


def not_shown(look: Appearance) -> QWidget:
    """It cannot be shown here."""
    return _given(look, lambda page: page.paper._cannot_show())


def no_paper(look: Appearance) -> QWidget:
    """It was to be printed, and the printer has no paper."""

    def show(page: CallPage) -> None:
        _first(page)
        page.paper.printing.show_state(Trouble.OUT_OF_PAPER)

    return _given(look, show)


SHEETS = (
    ("call-given", read),
    ("call-given-fetched", fetched),
    ("call-given-not-shown", not_shown),
    ("call-given-no-paper", no_paper),
)
