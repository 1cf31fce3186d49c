"""What can be done with a document that is open: turn its pages, see them larger, mark them."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.i18n.digits import only_digits
from desk_client.ui.desk.icon_button import IconButton
from desk_client.ui.desk.papers.canvas import PaperCanvas
from desk_client.ui.desk.papers.marking import Tool
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.text_field import TextField

_PAGE_PX = 88
_PERCENT_PX = 64
_LONGEST = 5


class ToolRow(QWidget):
    """Works a canvas; what it does to marks, it asks for."""

    undone = Signal()

    def __init__(self, look: Appearance, canvas: PaperCanvas) -> None:
        super().__init__()
        self._look = look
        self._canvas = canvas
        self._pages = 0
        self.previous = IconButton(look, Icon.PREVIOUS, "previous_page")
        self.following = IconButton(look, Icon.GO, "next_page")
        self.number = TextField(look, longest=_LONGEST)
        self.number.setObjectName("page_number")
        self._of = Label(look, "", Role.BODY, tone=Tone.SECOND, wraps=False)
        self.zoom_out = IconButton(look, Icon.ZOOM_OUT, "zoom_out")
        self._percent = Label(look, "", Role.BODY, tone=Tone.SECOND, wraps=False)
        self._percent.setObjectName("zoom_percent")
        self.zoom_in = IconButton(look, Icon.ZOOM_IN, "zoom_in")
        self.fit = IconButton(look, Icon.WIDTH, "fit_width")
        self.turn = IconButton(look, Icon.TURN, "turn_pages")
        self.highlight = Button(look, "", Kind.SECONDARY, icon=Icon.HIGHLIGHT)
        self.highlight.setObjectName("highlight")
        self.pin = Button(look, "", Kind.SECONDARY, icon=Icon.PIN)
        self.pin.setObjectName("pin_note")
        self.undo = IconButton(look, Icon.SEND_BACK, "undo_mark")
        self.undo.clicked.connect(self.undone)
        self.previous.clicked.connect(lambda: canvas.go_to(canvas.page - 1))
        self.following.clicked.connect(lambda: canvas.go_to(canvas.page + 1))
        self.number.returnPressed.connect(self._go)
        self.number.editingFinished.connect(self._show)
        self.zoom_out.clicked.connect(canvas.zoom_out)
        self.zoom_in.clicked.connect(canvas.zoom_in)
        self.fit.clicked.connect(canvas.fit_width)
        self.turn.clicked.connect(canvas.rotate)
        self.highlight.clicked.connect(lambda: self._take_up(Tool.HIGHLIGHT))
        self.pin.clicked.connect(lambda: self._take_up(Tool.NOTE))
        for button in (self.highlight, self.pin):
            button.setCheckable(True)
        canvas.page_changed.connect(self._show)
        canvas.zoom_changed.connect(self._show)
        canvas.tool_dropped.connect(self.show_tool)
        self._build()

    def show_document(self, pages: int) -> None:
        """A document of so many pages; 0: none is open."""
        self._pages = pages
        self.setEnabled(pages > 0)
        self._show()
        self.show_tool()

    def offer_marks(self, *, is_offered: bool) -> None:
        """Whether the document may be marked."""
        for button in (self.highlight, self.pin, self.undo):
            button.setVisible(is_offered)

    def show_tool(self) -> None:
        """Show which tool is taken up."""
        self.highlight.setChecked(self._canvas.tool is Tool.HIGHLIGHT)
        self.pin.setChecked(self._canvas.tool is Tool.NOTE)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        for button, name in (
            (self.previous, QCoreApplication.translate("ToolRow", "Previous page")),
            (self.following, QCoreApplication.translate("ToolRow", "Next page")),
            (self.zoom_out, QCoreApplication.translate("ToolRow", "Smaller (-)")),
            (self.zoom_in, QCoreApplication.translate("ToolRow", "Larger (+)")),
            (self.fit, QCoreApplication.translate("ToolRow", "Fit the width (0)")),
            (self.turn, QCoreApplication.translate("ToolRow", "Turn the pages")),
            (self.undo, QCoreApplication.translate("ToolRow", "Undo the last mark (Ctrl+Z)")),
        ):
            button.name_it(name)
        self.highlight.set_text(QCoreApplication.translate("ToolRow", "Highlight"))
        self.pin.set_text(QCoreApplication.translate("ToolRow", "Note"))
        self.number.set_name(QCoreApplication.translate("ToolRow", "Page number"))
        self._show()

    def _take_up(self, tool: Tool) -> None:
        by_keys = (self.highlight if tool is Tool.HIGHLIGHT else self.pin).shows_ring
        self._canvas.take_up(Tool.NONE if self._canvas.tool is tool else tool)
        self.show_tool()
        if self._canvas.tool is not Tool.NONE:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            if by_keys:
                self._canvas.aim()

    def _go(self) -> None:
        digits = only_digits(self.number.text())
        if digits:
            self._canvas.go_to(int(digits) - 1)
        self.number.setModified(False)
        self._show()

    def _show(self) -> None:
        page = self._canvas.page
        if not self.number.hasFocus() or not self.number.isModified():
            self.number.setText(self._look.number(page + 1) if self._pages else "")
        count = self._look.number(self._pages)
        self._of.set_text(
            QCoreApplication.translate("ToolRow", "of {count}").format(count=count) if self._pages else ""
        )
        zoom = QCoreApplication.translate("ToolRow", "{percent}%")
        percent = self._look.number(round(self._canvas.zoom * 100))
        self._percent.set_text(zoom.format(percent=percent) if self._pages else "")
        self.previous.setEnabled(page > 0)
        self.following.setEnabled(page < self._pages - 1)

    def _build(self) -> None:
        self.number.setFixedWidth(self._look.scaled(_PAGE_PX))
        self._percent.setMinimumWidth(self._look.scaled(_PERCENT_PX))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for widget in (self.previous, self.number, self._of, self.following):
            row.addWidget(widget)
        row.addSpacing(Space.M)
        for widget in (self.zoom_out, self._percent, self.zoom_in, self.fit, self.turn):
            row.addWidget(widget)
        row.addStretch()
        for button in (self.highlight, self.pin, self.undo):
            row.addWidget(button)
