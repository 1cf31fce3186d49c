"""Minutes to keep: saved where the official says, or printed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSaveFile
from PySide6.QtWidgets import QFileDialog, QWidget

from desk_client.client.actions.print_ticket import print_ticket, slip_link
from desk_client.client.printer import Trouble
from desk_client.i18n.language import Language
from desk_client.ui.desk.decision_words import decision_words
from desk_client.ui.desk.minutes_paper import minutes, minutes_page
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.printer_words import last_printer, trouble_words
from desk_client.ui.paper.roll import Page
from desk_client.ui.translation import Words
from desk_client.ui.widgets.banner import Banner, Mood


class MinutesTaking(QObject):
    """Belongs to a page; says in its notice what became of them."""

    def __init__(self, office: Office, page: QWidget, notice: Banner) -> None:
        super().__init__(page)
        self._office = office
        self._page = page
        self._notice = notice

    def offer_printing(self, button: QWidget) -> Callable[[], None]:
        """Show the button wherever this desk has a printer, until what is returned is called."""
        client = self._office.client
        button.setVisible(client.printer.is_set)
        return client.preferences.now.subscribe(lambda _chosen: button.setVisible(client.printer.is_set))

    def save(self) -> None:
        """Ask where to, and write them there; a file of that name is replaced whole or not at all."""
        title = QCoreApplication.translate("OutcomeBox", "Save the minutes")
        kinds = QCoreApplication.translate("OutcomeBox", "PDF documents (*.pdf)")
        name = QCoreApplication.translate("OutcomeBox", "minutes")
        path, _ = QFileDialog.getSaveFileName(self._page, title, f"{name}.pdf", kinds)
        if path:
            self.save_as(Path(path).with_suffix(".pdf"))

    def save_as(self, path: Path) -> None:
        """Write them to this file."""
        page = self.painted()
        if page is None:
            return
        file = QSaveFile(str(path))
        is_saved = (
            file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(page.pdf) == len(page.pdf) and file.commit()
        )
        if is_saved:
            self._notice.say(QCoreApplication.translate("OutcomeBox", "The minutes are saved."), Mood.SUCCESS)
        else:
            self._notice.say(
                QCoreApplication.translate("OutcomeBox", "The minutes could not be saved there."), Mood.ERROR
            )

    def print_them(self) -> None:
        """Hand them to the printer."""
        page = self.painted()
        if page is None:
            return
        self._notice.say(QCoreApplication.translate("OutcomeBox", "The minutes are being printed."), Mood.INFO)
        self._office.bridge.run(
            print_ticket(self._office.client, page.pdf, page.size_mm),
            self._printed,
            lambda _refusal: self._printed(Trouble.REFUSED),
        )

    def painted(self) -> Page | None:
        """As they stand; None where nothing is decided."""
        day = self._office.day
        if day.brief is None or day.outcome is None:
            return None
        arabic = Words(Language.ARABIC)
        decision = decision_words(day.outcome.decision.code, arabic).name
        link = slip_link(self._office.client, day.outcome)
        return minutes_page(minutes(day.brief, day.outcome, decision, link, arabic))

    def _printed(self, trouble: Trouble | None) -> None:
        printer = last_printer(self._office.client.printer)
        if trouble is None:
            words = QCoreApplication.translate("OutcomeBox", "The minutes are printed on {printer}.")
            self._notice.say(words.format(printer=printer), Mood.SUCCESS)
        else:
            words = QCoreApplication.translate("OutcomeBox", "The minutes could not be printed.")
            self._notice.say(f"{words} {trouble_words(trouble, printer)}", Mood.ERROR)
