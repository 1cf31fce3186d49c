"""The brief beside a talk."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from desk_client.client.day import Brief
from desk_client.ui.desk.brief_facts import past_words, talk_rows
from desk_client.ui.desk.talk_papers_box import TalkPapersBox
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.scroll_edge import ScrollEdge
from desk_client.ui.widgets.subject_box import SubjectBox


class TalkPanel(Panel):
    """Subject, documents, facts and the last earlier audience, on the dark ground."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, margin_px=Space.M, is_stage=True, parent=parent)
        self.setObjectName("talk_brief")
        self._brief: Brief | None = None
        self._title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, tone=Tone.ON_STAGE)
        self._subject = SubjectBox(look, is_stage=True)
        self.papers = TalkPapersBox(look)
        self._facts = Facts(look, is_stage=True)
        self._past = SubjectBox(look, is_stage=True)
        self._scroll = scroll = ScrollColumn()
        scroll.setMinimumHeight(1)  # in a low place it gives way: what is pressed below it does not
        for widget in (self._title, self._subject, self.papers, self._facts, self._past):
            scroll.body.addWidget(widget)
        scroll.body.addStretch()
        self.body.setSpacing(Space.S)
        for part in (scroll, self.papers.passage, self.papers.give):
            self.body.addWidget(part)
        ScrollEdge(look, scroll, lambda colours: colours.stage_surface)
        self.retranslate()

    def show_brief(self, brief: Brief | None) -> None:
        """Show this brief."""
        self._brief = brief
        if brief is None:
            return
        language = self.look.language
        subject = brief.item.subject or QCoreApplication.translate("Brief", "The visitor gave no subject.")
        self._subject.set_texts(QCoreApplication.translate("Brief", "What they want to say"), subject)
        self._facts.set_rows(talk_rows(brief, language))
        self._past.setVisible(bool(brief.history))
        if brief.history:
            self._past.set_texts(*past_words(brief.history[0], language))

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        rtl = self.look.is_right_to_left
        self._scroll.body.setContentsMargins(Space.S if rtl else 0, 0, 0 if rtl else Space.S, 0)
        self._title.set_text(QCoreApplication.translate("Brief", "The brief"))
        self.show_brief(self._brief)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
