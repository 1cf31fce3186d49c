"""The request as it will be sent once the line is back, and the words to which the person agrees by leaving it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import leave_word
from desk_client.client.visit import Page, Visit
from desk_client.i18n.bidi import embedded, isolated, written
from desk_client.i18n.dates import full_date
from desk_client.i18n.phones import local_mobile
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.consent_words import ConsentWords
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.party_words import papers_words
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.panel import Panel


class LeavePage(VisitPage):
    """Every answer once more; nothing is booked by what is pressed here, and it says so."""

    page = Page.LEAVE
    measure_px = 880

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._facts = Facts(self.look)
        self._facts.setObjectName("answers")
        panel = Panel(self.look)
        panel.body.addWidget(self._facts)
        self._words = ConsentWords(self.look)
        self.body.setSpacing(Space.M)
        self.body.addWidget(self._words)
        self.body.addWidget(panel)
        self.add_back()
        self.add_main("leave_it", self._leave, Icon.CHECK)
        self.ready()

    def entered(self) -> None:
        """Begin without a notice."""
        self.hush()

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("LeavePage", "Leave this request?"),
            QCoreApplication.translate(
                "LeavePage", "It is a request, not an appointment. It is sent as soon as the line is back."
            ),
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("LeavePage", "I agree, and leave the request"))

    def refresh(self, visit: Visit) -> None:
        """Show every answer."""
        language = self.look.language
        days = "\n".join(full_date(day, language) for day in visit.days)
        mobile = isolated(local_mobile(visit.mobile)) if visit.mobile else ""
        told = "\n".join(written(part) for part in (visit.brief, visit.subject) if part)
        self._facts.set_rows(
            (
                (QCoreApplication.translate("LeavePage", "Name"), embedded(visit.name) if visit.name else ""),
                papers_words(visit.introduction, language),
                (QCoreApplication.translate("LeavePage", "Mobile number"), mobile),
                (
                    QCoreApplication.translate("LeavePage", "Official"),
                    said(visit.office.title, language) if visit.office is not None else "",
                ),
                (
                    QCoreApplication.translate("LeavePage", "Service"),
                    said(visit.service.name, language) if visit.service is not None else "",
                ),
                (
                    QCoreApplication.translate("LeavePage", "Days that suit"),
                    days or QCoreApplication.translate("LeavePage", "Any day"),
                ),
                (QCoreApplication.translate("LeavePage", "Subject"), told),
            )
        )
        self._words.tell(visit, language)

    def _leave(self) -> None:
        language = self.look.language
        self.ask(lambda: leave_word.leave_request(self.client, language))
