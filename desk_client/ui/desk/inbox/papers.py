"""What was brought with a request, read in the place of its file: the work list stays beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from desk_client.client.inbox import InboxView
from desk_client.client.papers import of_request
from desk_client.ui.desk.inbox.reading import ReadingPane
from desk_client.ui.desk.office import Office

if TYPE_CHECKING:
    from desk_client.ui.desk.papers.viewer import PaperViewer


class RequestPapers(QStackedWidget):
    """The request's file, and over it a document of it. Marks belong to who receives: here one only reads."""

    def __init__(self, office: Office, reading: ReadingPane) -> None:
        """Nothing is read."""
        super().__init__()
        self._office, self._reading = office, reading
        self._read_of: str | None = None
        self.viewer: PaperViewer | None = None
        self.addWidget(reading)
        reading.documents.asked.connect(self.open)

    @property
    def is_reading(self) -> bool:
        """Whether a document is open."""
        return self.currentWidget() is not self._reading

    def show_view(self, view: InboxView) -> None:
        """Another request is open, or none, or the document was taken away: it is let go of."""
        if self.viewer is None or not self.is_reading:
            return
        ids = {document.id for document in view.documents}
        is_read = view.read is not None and self.viewer.document_id not in ids
        if view.opening != self._read_of or is_read:
            self._close()

    def open(self, document_id: str) -> None:
        """Show a document of the open request."""
        view = self._office.client.inbox.value
        document = next((each for each in view.documents if each.id == document_id), None)
        if document is None or view.opening is None:
            return
        viewer = self.made()
        self._read_of = view.opening
        self.setCurrentWidget(viewer)
        viewer.open(of_request(view.opening), document)

    def made(self) -> "PaperViewer":
        """The viewer, made with the first document."""
        if self.viewer is None:
            from desk_client.ui.desk.papers.viewer import PaperViewer  # noqa: PLC0415 - see above

            self.viewer = PaperViewer(
                self._office, lambda: QCoreApplication.translate("PaperViewer", "Back to the request")
            )
            self.viewer.closed.connect(self._close)
            self.addWidget(self.viewer)
        return self.viewer

    def teardown(self) -> None:
        """Let go of the document, and hear no more."""
        if self.viewer is not None:
            self.viewer.teardown()

    def _close(self) -> None:
        """Back to the request, to where the document was opened."""
        if self.viewer is not None and (document_id := self.viewer.document_id) is not None:
            self.viewer.close_paper()
            self.setCurrentWidget(self._reading)
            self._reading.documents.focus_on(document_id)
