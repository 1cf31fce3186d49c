"""Documents in a talk at the desk: a deed read beside the visitor, one on its way to them, and one that was refused."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desk_client.client.actions.carry import Paper
from desk_client.client.carriage import Carriage
from desk_client.client.papers import Marks
from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.call import Phase
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import file_name
from desk_client.protocol.base import Texts
from desk_client.ui.desk.talk_papers import TalkPapers
from desk_client.ui.theme.appearance import Appearance
from tests.gallery.desk_day import brought
from tests.gallery.desk_screens import Frame, call_in_phase
from tests.gallery.paper_sheets import sample_marks, shows

_OFFICE = Texts(ar="أمير منطقة جازان", en="Emir of Jazan Region")


def _talk(look: Appearance) -> tuple[Frame, TalkPapers]:
    deed, *rest = brought("a2")
    form = deed.model_copy(update={"id": "att_form", "name": "نموذج طلب الرفع المساحي.pdf", "given_by": _OFFICE})
    frame = call_in_phase(look, Phase.TALKING)
    client = frame.desk._office.client
    client.day.set(replace(client.day.value, documents=(deed, *rest, form)))
    return frame, frame.desk.call.beside.papers


def read(look: Appearance) -> QWidget:
    """A deed is read beside the pictures."""
    frame, papers = _talk(look)
    viewer, side = papers._made()
    papers._view.set_side(side, is_paper=True)
    viewer._name.set_text(file_name(brought("a2")[0].name))
    shows(viewer, 3)
    viewer._have_marks(Marks(marks=sample_marks()))
    return frame


def given(look: Appearance) -> QWidget:
    """What lies beside the talk: what was brought, and what was given."""
    return _talk(look)[0]


def under_way(look: Appearance) -> QWidget:
    """A document is on its way to the visitor."""
    frame, papers = _talk(look)
    papers._paper = Paper("خطاب التوجيه.pdf", Kind.PDF, b"0" * 100)
    papers._carriage = Carriage(papers._paper.content)
    papers._carriage.read(40)
    papers._say_how_far()
    return frame


def refused(look: Appearance) -> QWidget:
    """One was not taken."""
    frame, papers = _talk(look)
    papers._refuse(Refusal(RefusalCode.ATTACHMENT_DAMAGED), papers._nothing, file_name("خطاب التوجيه.pdf"))
    return frame


def asked(look: Appearance) -> QWidget:
    """The question before it."""
    frame, papers = _talk(look)
    papers.ask((Path("خطاب التوجيه.pdf"),))
    return frame


SHEETS = (
    ("paper", read),
    ("given", given),
    ("giving", under_way),
    ("not-given", refused),
    ("asked-to-give", asked),
)
