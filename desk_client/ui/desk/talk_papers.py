"""Documents in a talk at the desk: read beside the pictures, and given to the visitor."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from desk_client.client.actions import give_document
from desk_client.client.actions.carry import Paper
from desk_client.client.carriage import Carriage
from desk_client.client.day import Attachment, Day
from desk_client.client.papers import of_audience
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import embedded, file_name
from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.talk_papers_box import TalkPapersBox
from desk_client.ui.messages import Message, worded
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from desk_client.ui.desk.papers.viewer import PaperViewer

_LOOKED_EVERY_MS: Final = 100
_SAID_UP_TO: Final = 3
"""So many names are said in the question; more are counted."""


class TalkPapers(QObject):
    """Works the box of the brief, and the viewer that takes the brief's place while something is read.

    The viewer lies as a shared document does: large, and the visitor stays beside it. What is dropped on the talk is
    given as what is chosen in the dialog: after a question, one after the other, through the server's gate.
    """

    def __init__(self, office: Office, view: CallView, box: TalkPapersBox, give_back: Callable[[], None]) -> None:
        """``give_back`` puts beside the talk what was there before."""
        super().__init__(view)
        self._office, self._view, self.box, self._give_back = office, view, box, give_back
        self._talk: str | None = None
        self._known: frozenset[str] = frozenset()
        self._side: Panel | None = None
        self.viewer: PaperViewer | None = None
        self._dialog: Dialog | None = None
        self._waiting: list[Path] = []
        self._paper: Paper | None = None
        self._carriage: Carriage | None = None
        self._said: Callable[[], None] = self._nothing
        self._does: Callable[[], None] = self._nothing
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOKED_EVERY_MS)
        self._looking.timeout.connect(self._say_how_far)
        box.opened.connect(self.open)
        box.taken_back.connect(self.take_back)
        box.asked.connect(self.choose)
        box.passage.action.clicked.connect(self._do)
        box.passage.put_away.clicked.connect(self._put_away)
        view.setAcceptDrops(True)
        view.installEventFilter(self)

    def show_day(self, day: Day) -> None:
        """Show what lies beside the talk that runs; with its end all of it is let go of."""
        brief = self._office.client.talk_brief
        talk = None if brief is None else brief.item.id
        ids = frozenset(paper.id for paper in day.documents)
        if talk != self._talk:
            self._talk, self._known = talk, ids
            self._end()
        if talk is None:
            return
        self.box.show_papers(day.documents)
        fresh = [paper for paper in day.documents if paper.id not in self._known and paper.given_by is None]
        self._known = ids
        if fresh:
            self._tell(fresh[-1])
        if self.viewer is not None and self.viewer.document_id not in {None, *ids}:
            self._close()  # it was taken back, or away

    def teardown(self) -> None:
        """Let go of everything; the view is about to go."""
        self._end()
        if self.viewer is not None:
            self.viewer.teardown()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.box.retranslate()
        self._said()

    # --- reading --------------------------------------------------------------------------------------------------

    def open(self, document_id: str) -> None:
        """Show a document beside the pictures."""
        document = next((each for each in self._office.day.documents if each.id == document_id), None)
        if document is None or self._talk is None:
            return
        viewer, side = self._made()
        self._view.set_side(side, is_paper=True)
        if viewer.document_id == document_id:
            return  # it lay open behind the messages
        place = of_audience(self._talk)
        if viewer.has_unsaved:
            viewer.ask_before_leaving(lambda: viewer.open(place, document))
        else:
            viewer.open(place, document)

    def _made(self) -> "tuple[PaperViewer, Panel]":
        if self.viewer is None or self._side is None:
            from desk_client.ui.desk.papers.viewer import PaperViewer  # noqa: PLC0415 - with the first document

            self._side = Panel(self._office.look, margin_px=Space.M)
            self._side.setObjectName("talk_paper_side")
            self.viewer = PaperViewer(
                self._office, lambda: QCoreApplication.translate("PaperViewer", "Back to the brief")
            )
            self.viewer.closed.connect(self._leave)
            self._side.body.addWidget(self.viewer)
        return self.viewer, self._side

    def _leave(self) -> None:
        if self.viewer is not None and self.viewer.has_unsaved:
            self.viewer.ask_before_leaving(self._close)
        else:
            self._close()

    def _close(self) -> None:
        if self.viewer is not None and self.viewer.document_id is not None:
            self.viewer.close_paper()
            if self._side is not None and self._side.isVisibleTo(self._view):
                self._give_back()

    def _tell(self, paper: Attachment) -> None:
        item = self._office.talking_with
        if item is not None:
            words = QCoreApplication.translate("TalkPapers", "{name} has handed over a document: {document}")
            name = embedded(item.citizen_name)
            self._view.say(Icon.FILE, words.format(name=name, document=file_name(paper.name)))

    # --- giving ---------------------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Choose a file of this computer."""
        if self._talk is None or self._dialog is not None:
            return
        title = QCoreApplication.translate("TalkPapers", "Give a document")
        kinds = QCoreApplication.translate("TalkPapers", "PDF documents and pictures (*.pdf *.jpg *.jpeg *.png)")
        path, _ = QFileDialog.getOpenFileName(self._view.window(), title, "", kinds)
        if path:
            self.ask((Path(path),))

    def ask(self, paths: tuple[Path, ...]) -> None:
        """Ask whether the visitor is to have these: what they have seen they have seen."""
        if self._talk is None or self._dialog is not None or not paths:
            return
        names = "\n".join(file_name(path.name) for path in paths[:_SAID_UP_TO])
        if len(paths) > _SAID_UP_TO:
            names += "\n" + QCoreApplication.translate("TalkPapers", "and %Ln more", "", len(paths) - _SAID_UP_TO)
        stays = QCoreApplication.translate(
            "TalkPapers", "They see it at once and may print it; it stays with the case."
        )
        dialog = self._dialog = Dialog(
            self._office.look,
            self._view.window(),
            QCoreApplication.translate("TalkPapers", "Give this to the visitor?"),
            f"{names}\n{stays}",
            confirm=QCoreApplication.translate("TalkPapers", "Give it"),
            cancel=QCoreApplication.translate("TalkPapers", "Not now"),
            icon=Icon.FILE,
        )
        dialog.confirm.setObjectName("confirm_give")
        dialog.cancel.setObjectName("do_not_give")

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed:
                self._waiting += paths
                if self._carriage is None:
                    self._put_away()  # what was refused before has been read

        dialog.answered.connect(answered)

    def take_back(self, document_id: str) -> None:
        """Take back what was given: the visitor sees it no more."""
        self._office.bridge.run(
            give_document.take_back(self._office.client, document_id),
            lambda _none: self._say(
                lambda: QCoreApplication.translate("TalkPapers", "It was taken back. The visitor sees it no more."),
                Mood.INFO,
            ),
            lambda refusal: self._refuse(refusal, lambda: self.take_back(document_id)),
        )

    def _next(self) -> None:
        """One after the other: the server looks through each."""
        if self._carriage is not None or self._paper is not None or not self._waiting:
            return
        path = self._waiting.pop(0)
        name = file_name(path.name)
        self._office.bridge.run(
            give_document.read_paper(path),
            self._carry,
            lambda refusal: self._refuse(refusal, lambda: self._read_again(path), name),
        )

    def _read_again(self, path: Path) -> None:
        self._waiting.insert(0, path)
        self._next()

    def _carry(self, paper: Paper) -> None:
        carriage = self._carriage = Carriage(paper.content)
        self._paper = paper
        self._does = self._call_back
        self._say_how_far()
        self._looking.start()

        def given(_none: None) -> None:
            self._paper = None
            if carriage.is_called_back:
                self._say(lambda: QCoreApplication.translate("TalkPapers", "It was not given."), Mood.INFO)
            else:
                name = file_name(paper.name)
                self._say(
                    lambda: QCoreApplication.translate("TalkPapers", "The visitor has it: {document}").format(
                        document=name
                    ),
                    Mood.SUCCESS,
                )

        def refused(refusal: Refusal) -> None:
            self._refuse(refusal, lambda: self._carry(paper), file_name(paper.name))

        def over() -> None:
            self._looking.stop()
            self._carriage = None
            self._next()

        self._office.bridge.run(give_document.give(self._office.client, paper, carriage), given, refused, on_end=over)

    def _call_back(self) -> None:
        if self._carriage is not None:
            self._carriage.call_back()
            self._say_how_far()

    def _say_how_far(self) -> None:
        carriage, paper = self._carriage, self._paper
        if carriage is None or paper is None:
            return
        name, percent = file_name(paper.name), self._office.look.number(round(carriage.share * 100))
        if carriage.is_called_back:
            words, action = QCoreApplication.translate("TalkPapers", "It is being called back"), ""
        elif carriage.share < 1:
            words = QCoreApplication.translate("TalkPapers", "{document} is on its way: {percent}%")
            action = QCoreApplication.translate("TalkPapers", "Cancel")
        else:
            words = QCoreApplication.translate("TalkPapers", "{document} has arrived and is being looked through")
            action = QCoreApplication.translate("TalkPapers", "Cancel")
        self._said = self._say_how_far
        self.box.passage.say(words.format(document=name, percent=percent), Mood.INFO, action)

    def _refuse(self, refusal: Refusal, again: Callable[[], None], name: str = "") -> None:
        self._does = again

        def said() -> None:
            message = handing_refused(refusal)
            action = QCoreApplication.translate("TalkPapers", "Try again") if message.can_retry else ""
            words = f"{message.title}. {message.text}"
            put_away = QCoreApplication.translate("TalkPapers", "Close")
            self.box.passage.say(f"{name}: {words}" if name else words, Mood.ERROR, action, put_away)

        self._said = said
        said()

    def _say(self, words: Callable[[], str], mood: Mood) -> None:
        def said() -> None:
            self.box.passage.say(words(), mood, "", QCoreApplication.translate("TalkPapers", "Close"))

        self._said, self._does = said, self._nothing
        said()

    def _put_away(self) -> None:
        """What was refused is let go of; what waits behind it has its turn."""
        self._paper = None
        self._said = self._does = self._nothing
        self.box.passage.say("")
        self._next()

    def _end(self) -> None:
        self._waiting.clear()
        self._call_back()
        self._paper = None
        self._said = self._does = self._nothing
        self.box.passage.say("")
        if self._dialog is not None:
            self._dialog.dismiss()
        self._close()

    def _do(self) -> None:
        self._does()

    def _nothing(self) -> None:
        """There is nothing to do."""

    # --- Qt -------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped on the talk."""
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            event.setAccepted(self._talk is not None and bool(_files(event)))
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self.ask(_files(event))
            return True
        return super().eventFilter(watched, event)


def _files(event: QDropEvent) -> tuple[Path, ...]:
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())


def handing_refused(refusal: Refusal) -> Message:
    """Why a document was not given, or not taken back."""
    match refusal.code:
        case RefusalCode.ILLEGAL_TRANSITION:
            return Message(
                QCoreApplication.translate("TalkPapers", "The talk is over"),
                QCoreApplication.translate("TalkPapers", "Documents are given and taken back while one talks."),
            )
        case RefusalCode.NOT_FOUND:
            return Message(
                QCoreApplication.translate("TalkPapers", "The file cannot be read"),
                QCoreApplication.translate("TalkPapers", "It is gone, or no file. Please choose another one."),
            )
        case _:
            return worded(refusal)
