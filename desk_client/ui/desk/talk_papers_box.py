"""What lies beside a talk at the desk: what the visitor brought, what was given to them, and the way to give more."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.day import Attachment
from desk_client.domain.attachment_kinds import Kind as PaperKind
from desk_client.i18n.bidi import file_name
from desk_client.ui.desk.icon_button import IconButton
from desk_client.ui.file_size import size_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Colours, Role, Space, Weight
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel


class PassageBox(Panel):
    """How far a document is on its way to the visitor, or why it is not; hides while there is nothing to say."""

    def __init__(self, look: Appearance) -> None:
        super().__init__(look, margin_px=Space.M)
        self.setObjectName("handing")
        self._text = Label(look, "", Role.BODY, weight=Weight.MEDIUM)
        self.action = Button(look, "", Kind.SECONDARY)
        self.action.setObjectName("handing_action")
        self.put_away = Button(look, "", Kind.QUIET)
        self.put_away.setObjectName("handing_put_away")
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for button in (self.action, self.put_away):
            row.addWidget(button)
        row.addStretch()
        self.body.setSpacing(Space.S)
        self.body.addWidget(self._text)
        self.body.addLayout(row)
        self.hide()

    @property
    def said(self) -> str:
        """What is said now."""
        return self._text.said

    def say(self, words: str, mood: Mood = Mood.INFO, action: str = "", put_away: str = "") -> None:
        """Say this; buttons without names are not shown."""
        self._text.set_text(words)
        self._text.set_tone(mood.tone)
        for button, name in ((self.action, action), (self.put_away, put_away)):
            if name != button.text():
                button.set_text(name)
            button.setVisible(bool(name))
        self.setVisible(bool(words))


class _StageCard(CardButton):
    """A card on the dark ground of a call."""

    @property
    def colours(self) -> Colours:
        """The stage's, in place of a page's."""
        return _on_stage(super().colours)


class _StageIcon(IconButton):
    """The same for an icon."""

    @property
    def colours(self) -> Colours:
        """The stage's, in place of a page's."""
        return _on_stage(super().colours)


def _on_stage(colours: Colours) -> Colours:
    return replace(
        colours,
        text=colours.on_stage,
        text_second=colours.on_stage_second,
        surface=colours.stage_control,
        border=colours.stage_control,
        accent=colours.stage_accent,
        accent_soft=colours.stage_surface,
        focus=colours.stage_focus,
    )


class TalkPapersBox(QWidget):
    """For the brief beside a talk. `opened` and `taken_back` carry a document's id; `asked`: to give one.

    How a document is on its way (`passage`) and the way to give one (`give`) stand where they are always seen: the
    owner puts them there.
    """

    opened = Signal(str)
    taken_back = Signal(str)
    asked = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self.setObjectName("talk_papers")
        self._look = look
        self._papers: tuple[Attachment, ...] = ()
        self._rows: list[QWidget] = []
        self._title = Label(look, "", Role.BODY, weight=Weight.SEMIBOLD, tone=Tone.ON_STAGE, is_heading=True)
        self._empty = Label(look, "", Role.BODY, tone=Tone.ON_STAGE_SECOND)
        self.passage = PassageBox(look)
        self.give = Button(look, "", Kind.SECONDARY, icon=Icon.SEND)
        self.give.setObjectName("give_document")
        self.give.clicked.connect(self.asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        for widget in (self._title, self._empty):
            self._column.addWidget(widget)
        self.retranslate()

    def show_papers(self, papers: tuple[Attachment, ...]) -> None:
        """Show these, the oldest first."""
        if papers != self._papers:
            self._papers = papers
            self._fill()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(QCoreApplication.translate("TalkPapers", "Documents"))
        self._empty.set_text(QCoreApplication.translate("TalkPapers", "Nothing lies beside this talk yet."))
        self.give.set_text(QCoreApplication.translate("TalkPapers", "Give a document"))
        self.give.setToolTip(
            QCoreApplication.translate("TalkPapers", "Give the visitor a PDF or a picture (F), or drop it on the talk")
        )
        self._fill()

    def _fill(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(paper) for paper in self._papers]
        for number, row in enumerate(self._rows, 1):
            self._column.insertWidget(number, row)
        self._empty.setVisible(not self._papers)

    def _row(self, paper: Attachment) -> QWidget:
        icon = Icon.FILE if paper.media_type == PaperKind.PDF else Icon.IMAGE
        size = size_words(paper.size, self._look.language)
        given = QCoreApplication.translate("TalkPapers", "Given to the visitor · {size}").format(size=size)
        card = _StageCard(self._look, file_name(paper.name), size if paper.given_by is None else given, sign=icon)
        card.setObjectName(f"talk_paper_{paper.id}")
        card.clicked.connect(lambda: self.opened.emit(paper.id))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS)
        line.addWidget(card, 1)
        if paper.given_by is not None:
            back = _StageIcon(self._look, Icon.REMOVE, f"take_back_{paper.id}")
            back.name_it(QCoreApplication.translate("TalkPapers", "Take back: {name}").format(name=paper.name))
            back.clicked.connect(lambda: self.taken_back.emit(paper.id))
            line.addWidget(back)
        return row
