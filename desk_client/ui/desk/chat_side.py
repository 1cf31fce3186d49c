"""The chat beside a talk at the desk: read, and written."""

import uuid

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desk_client.client.chat_lines import MAX_CHAT_LENGTH, ChatAuthor, Unread
from desk_client.client.day import Brief
from desk_client.i18n.bidi import embedded
from desk_client.ui.call.chat_panel import ChatPanel
from desk_client.ui.desk.write_line import WriteLine
from desk_client.ui.theme.appearance import Appearance


class ChatSide(ChatPanel):
    """`sent` carries a text and its own key; the owner calls `arrived` once it is written."""

    sent = Signal(str, str)

    def __init__(self, look: Appearance, own: ChatAuthor, parent: QWidget | None = None) -> None:
        """Nobody is talked with yet; ``own`` is who writes here."""
        self._brief: Brief | None = None
        self._unread = Unread(own)
        self._sending = ("", "")
        self._write: WriteLine | None = None
        super().__init__(look, self._name, own, parent)
        self._write = WriteLine(look, "chat", longest=MAX_CHAT_LENGTH)
        self._write.sent.connect(self._send)
        self.body.addWidget(self._write)
        self.retranslate()

    def show_brief(self, brief: Brief | None) -> None:
        """Show what was written beside this talk."""
        is_other = brief is None or self._brief is None or brief.item.id != self._brief.item.id
        self._brief = brief
        if is_other:
            self._unread = Unread(self._own)
            self._unread.read(() if brief is None else brief.chat)
            if self._write is not None:
                self._write.clear()
        self.show_lines(() if brief is None else brief.chat)
        if self.isVisible():
            self._unread.read(self.lines)

    @property
    def unread(self) -> int:
        """How many lines of the visitor's wait to be read."""
        return len(self._unread.of(self.lines))

    def take_fresh(self) -> str:
        """The newest line that nobody was told of yet, with who wrote it; empty where there is none."""
        fresh = self._unread.fresh(self.lines)
        return f"{self._name(fresh[-1].author)}: {fresh[-1].text}" if fresh else ""

    def open(self) -> None:
        """It is before the reader's eyes now."""
        self._unread.read(self.lines)
        if self._write is not None:
            self._write.field.setFocus()

    def arrived(self) -> None:
        """What was sent is written."""
        self._sending = ("", "")
        if self._write is not None:
            self._write.clear()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        super().retranslate()
        if self._write is not None:
            self._write.set_texts(
                QCoreApplication.translate("Chat", "Write to the visitor"), QCoreApplication.translate("Chat", "Send")
            )

    def _send(self, text: str) -> None:
        if self._sending[0] != text:
            self._sending = (text, uuid.uuid4().hex)
        self.sent.emit(*self._sending)

    def _name(self, author: ChatAuthor) -> str:
        if author is self._own:
            return QCoreApplication.translate("Chat", "You")
        match author:
            case ChatAuthor.CITIZEN:
                return "" if self._brief is None else embedded(self._brief.item.citizen_name)
            case ChatAuthor.OFFICIAL:
                return QCoreApplication.translate("Chat", "The official")
            case ChatAuthor.DELEGATE:
                return QCoreApplication.translate("Chat", "Office delegate")
