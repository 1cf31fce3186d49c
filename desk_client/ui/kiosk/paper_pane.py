"""One document before the visitor of a talk: large, page by page, read only."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.picture_pane import PicturePane
from desk_client.ui.widgets.touch_scroll import scroll_by_touch


class PaperPane(Panel):
    """Shows pages that its owner has drawn. `page_asked` carries a page, from 0 on; `closed`: put it away."""

    page_asked = Signal(int)
    other_asked = Signal()
    again_asked = Signal()
    closed = Signal()

    def __init__(self, look: Appearance, print_button: QWidget, print_notice: QWidget) -> None:
        """``print_button`` and ``print_notice`` stand below the page."""
        super().__init__(look, margin_px=Space.M)
        self.setObjectName("given_paper")
        self.page, self._pages = 0, 0
        self._is_large = False
        self._print = print_button
        self._name = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, is_heading=True)
        self._name.setObjectName("given_name")
        self.close_button = self._button(Icon.CLOSE, "close_paper")
        self.other = self._button(Icon.FILE, "other_paper")
        self.previous = self._button(Icon.PREVIOUS, "previous_page")
        self.following = self._button(Icon.GO, "next_page")
        self.zoom = self._button(Icon.ZOOM_IN, "larger_page")
        self._where = Label(look, "", Role.BODY, tone=Tone.SECOND, wraps=False)
        self._where.setObjectName("given_page")
        self.picture = PicturePane(look)
        self.picture.setObjectName("given_picture")
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.picture)
        scroll_by_touch(self._scroll, look)
        self.state = EmptyState(look, Icon.FILE)
        self.state.setObjectName("given_state")
        self.state.action.setObjectName("fetch_again")
        self.state.action_asked.connect(self.again_asked)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.state)
        self._stack.addWidget(self._scroll)
        self.close_button.clicked.connect(self.closed)
        self.other.clicked.connect(self.other_asked)
        self.previous.clicked.connect(lambda: self.page_asked.emit(self.page - 1))
        self.following.clicked.connect(lambda: self.page_asked.emit(self.page + 1))
        self.zoom.clicked.connect(self._turn_size)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._name, 1)
        head.addWidget(self.other)
        head.addWidget(self.close_button)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        for widget in (self.previous, self._where, self.following):
            foot.addWidget(widget)
        foot.addStretch()
        foot.addWidget(self.zoom)
        foot.addWidget(print_button)
        self.body.setSpacing(Space.S)
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(print_notice)
        self.body.addLayout(foot)

    def show_name(self, name: str, *, has_others: bool) -> None:
        """What is shown, and whether there is anything else."""
        self._name.set_text(name)
        self.other.setVisible(has_others)

    def show_state(self, title: str, text: str = "", action: str = "") -> None:
        """Say in the document's place why it is not there."""
        self.state.set_texts(title, text, action)
        self._stack.setCurrentWidget(self.state)
        self._show_pages(0, 0)

    def show_page(self, image: QImage, page: int, pages: int) -> None:
        """Show one page, from its top; on a wide screen as wide as there is room, until somebody wants it whole."""
        if self.picture.image.isNull():
            self._is_large = self.width() > self.height()
        self.picture.set_image(image)
        self._stack.setCurrentWidget(self._scroll)
        self._scroll.verticalScrollBar().setValue(0)
        self._show_pages(page, pages)
        self.relabel()
        self._size()

    def forget(self) -> None:
        """Keep nothing of it."""
        self.picture.set_image(QImage())
        self._is_large = False
        self.show_name("", has_others=False)

    def relabel(self) -> None:
        """Word everything in the language spoken now."""
        self.close_button.set_text(QCoreApplication.translate("GivenPaper", "Close"))
        self.other.set_text(QCoreApplication.translate("GivenPaper", "Other document"))
        self.previous.set_text(QCoreApplication.translate("GivenPaper", "Previous"))
        self.following.set_text(QCoreApplication.translate("GivenPaper", "Next"))
        self.zoom.set_text(
            QCoreApplication.translate("GivenPaper", "Whole page")
            if self._is_large
            else QCoreApplication.translate("GivenPaper", "Larger")
        )
        self.picture.setAccessibleName(QCoreApplication.translate("GivenPaper", "A page of the document"))
        self._show_pages(self.page, self._pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page as large as it was asked for."""
        super().resizeEvent(event)
        self._size()

    def _show_pages(self, page: int, pages: int) -> None:
        self.page, self._pages = page, pages
        words = QCoreApplication.translate("GivenPaper", "Page {number} of {count}")
        number, count = self.look.number(page + 1), self.look.number(pages)
        self._where.set_text(words.format(number=number, count=count) if pages else "")
        for button, is_there in (
            (self.previous, page > 0),
            (self.following, page < pages - 1),
            (self.zoom, pages > 0),
            (self._print, pages > 0),
        ):
            button.setEnabled(is_there)
        for widget in (self.previous, self.following):
            widget.setVisible(pages != 1)

    def _turn_size(self) -> None:
        self._is_large = not self._is_large
        self.relabel()
        self._size()

    def _size(self) -> None:
        """Whole, or as wide as there is room, and scrolled."""
        image = self.picture.image
        height = 0
        if self._is_large and not image.isNull():
            height = round(self._scroll.viewport().width() * image.height() / max(1, image.width()))
        self.picture.setMinimumHeight(height)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if height else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._scroll.setVerticalScrollBarPolicy(policy)

    def _button(self, icon: Icon, name: str) -> Button:
        button = Button(self.look, "", Kind.SECONDARY, icon=icon)
        button.setObjectName(name)
        return button
