"""The desk's inbox in its states, without a server."""

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QWidget

from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Gateway
from desk_client.client.inbox import InboxView, Shelf, StepDraft
from desk_client.domain.access import Role
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import RequestStep
from desk_client.i18n.bidi import file_name
from desk_client.ui.desk.window import DeskWindow
from desk_client.ui.theme.appearance import Appearance
from tests.gallery.desk_inbox import DECIDED, day, view
from tests.gallery.desk_screens import Frame, conference
from tests.gallery.paper_sheets import shows
from tests.gallery.still_bridge import StillBridge


def listed(look: Appearance) -> Frame:
    """Everything that is open; nothing is read yet."""
    return framed(look, view())


def reading(look: Appearance) -> QWidget:
    """One is read, with its history and all its steps."""
    return framed(look, view(opened=0))


def decided(look: Appearance) -> QWidget:
    """What an outcome asks for is read."""
    return framed(look, view(opened=DECIDED))


def paper(look: Appearance) -> QWidget:
    """What was brought with a request is read beside the work list."""
    frame = framed(look, view(opened=0))
    papers = frame.desk.inbox.papers
    document = papers._office.client.inbox.value.documents[0]
    viewer = papers.made()
    papers.setCurrentWidget(viewer)
    viewer.offer_marks(is_offered=False)
    viewer._name.set_text(file_name(document.name))
    shows(viewer, 3)
    return frame


def answering(look: Appearance) -> QWidget:
    """An answer is being written."""
    words = "نفيدكم بأن فريق المسح سيزور الأرض يوم الأحد القادم، ونرجو وجودكم مع الجار."
    return framed(look, view(opened=3, draft=StepDraft(RequestStep.ANSWER, (words,)), shelf=Shelf.MINE))


def declining(look: Appearance) -> QWidget:
    """A rejection, and the question before the citizen is told."""
    words = ("إدارة الطرق", "الطريق ملك خاص ولا يدخل في اختصاص الأمانة.", "راجعوا محكمة صبيا العامة.")
    frame = framed(look, view(opened=3, draft=StepDraft(RequestStep.DECLINE, words)))
    frame.desk.inbox.reading.form.send.click()
    return frame


def declined_partly(look: Appearance) -> QWidget:
    """A rejection that leaves out where the person goes next."""
    frame = framed(look, view(opened=3, draft=StepDraft(RequestStep.DECLINE, ("", "ملك خاص", "راجعوا المحكمة."))))
    frame.desk.inbox.reading.form.send.click()
    return frame


def giving(look: Appearance) -> QWidget:
    """A time is chosen."""
    return framed(look, view(opened=0, draft=StepDraft(RequestStep.GIVE_SLOT, chosen=("survey", "-"))))


def routing(look: Appearance) -> QWidget:
    """A department is chosen."""
    return framed(look, view(opened=5, draft=StepDraft(RequestStep.ROUTE, ("",), ("lands",))))


def taken_meanwhile(look: Appearance) -> QWidget:
    """Somebody was quicker."""
    frame = framed(look, view(opened=1))
    frame.desk.inbox._refused(Refusal(RefusalCode.PRECONDITION_FAILED))
    return frame


def overseeing(look: Appearance) -> QWidget:
    """Who oversees reads, and takes no steps; what was brought is for those who do."""
    shown = replace(view(opened=0, shelf=Shelf.UNATTENDED), documents=())
    return framed(look, shown, Role.AGENCY_LEADER)


def empty(look: Appearance) -> QWidget:
    """Everything has been taken."""
    return framed(look, view(shelf=Shelf.UNOWNED, is_empty=True))


def failed(look: Appearance) -> QWidget:
    """The server is away before anything was read."""
    return framed(look, InboxView(trouble=Refusal(RefusalCode.SERVER_UNAVAILABLE)))


def framed(look: Appearance, shown: InboxView, role: Role = Role.COORDINATOR) -> Frame:
    """The desk that shows this inbox."""
    client = DeskClient(Gateway("http://127.0.0.1:9"), conference)
    window = DeskWindow(look, client, StillBridge(), chime=lambda: None)
    client.inbox.set(shown)
    client.day.set(day(role))
    return Frame(window)


SHEETS: Final = (
    ("list", listed),
    ("reading", reading),
    ("decided", decided),
    ("paper", paper),
    ("answering", answering),
    ("declining", declining),
    ("declined-partly", declined_partly),
    ("giving", giving),
    ("routing", routing),
    ("taken-meanwhile", taken_meanwhile),
    ("overseeing", overseeing),
    ("empty", empty),
    ("failed", failed),
)
