"""What both sides write beside a talk, the newest below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.client.chat_lines import ChatAuthor, ChatLine
from desk_client.i18n.dates import clock_time
from desk_client.ui.moments import here
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.scroll_edge import ScrollEdge
from desk_client.ui.widgets.subject_box import SubjectBox
from desk_client.ui.widgets.touch_scroll import scroll_by_touch

_INSET_PX = 32


class ChatPanel(Panel):
    """Beside the pictures, on their dark ground. The owner may add to `body`, below the lines, what one writes in."""

    def __init__(
        self, look: Appearance, name_of: Callable[[ChatAuthor], str], own: ChatAuthor, parent: QWidget | None = None
    ) -> None:
        """``name_of`` says who somebody is to the reader, who is ``own``: their lines stand apart."""
        super().__init__(look, margin_px=Space.M, is_stage=True, parent=parent)
        self.setObjectName("chat")
        self._name_of, self._own = name_of, own
        self._lines: tuple[ChatLine, ...] = ()
        self._rows: list[QWidget] = []
        self._title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, tone=Tone.ON_STAGE)
        self._empty = Label(look, "", Role.BODY, tone=Tone.ON_STAGE_SECOND)
        self._empty.setObjectName("chat_empty")
        self._scroll = scroll = ScrollColumn()
        scroll_by_touch(scroll, look)
        scroll.body.setSpacing(Space.S)
        scroll.body.addWidget(self._empty)
        scroll.body.addStretch()
        self.body.addWidget(self._title)
        self.body.addWidget(scroll, 1)
        ScrollEdge(look, scroll, lambda colours: colours.stage_surface)
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: bar.setValue(most))  # the newest is what is read
        self.retranslate()

    @property
    def lines(self) -> tuple[ChatLine, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: Sequence[ChatLine]) -> None:
        """Show these, oldest first; those that are up stay where they are."""
        fresh = tuple(lines)
        if fresh == self._lines:
            return
        if fresh[: len(self._lines)] != self._lines:
            self._clear()
        for line in fresh[len(self._rows) :]:
            row = self._row(line)
            self._rows.append(row)
            self._scroll.body.insertWidget(self._scroll.body.count() - 1, row)
        self._lines = fresh
        self._empty.setVisible(not fresh)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        rtl = self.look.is_right_to_left
        self._scroll.body.setContentsMargins(Space.S if rtl else 0, 0, 0 if rtl else Space.S, 0)
        self._title.set_text(QCoreApplication.translate("Chat", "Messages"))
        self._empty.set_text(
            QCoreApplication.translate("Chat", "Nothing has been written yet. What is written stays with the case.")
        )
        lines, self._lines = self._lines, ()
        self._clear()
        self.show_lines(lines)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _row(self, line: ChatLine) -> QWidget:
        box = SubjectBox(self.look, is_stage=True, is_large=self.look.is_kiosk)
        time = clock_time(here(line.sent_at).time(), self.look.language)
        box.set_texts(f"{self._name_of(line.author)} · {time}", line.text)
        box.setObjectName("chat_line")
        row = QWidget()
        side = QHBoxLayout(row)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        if line.author is self._own:
            side.addSpacing(_INSET_PX)
        side.addWidget(box, 1)
        if line.author is not self._own:
            side.addSpacing(_INSET_PX)
        return row

    def _clear(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows.clear()
        self._lines = ()
