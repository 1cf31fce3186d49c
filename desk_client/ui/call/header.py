"""The line above a talk: with whom, whether it is recorded, how the line is, its encryption and code, and its time."""

import time
from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.client.conference import Level
from desk_client.i18n.bidi import isolated
from desk_client.ui.call.sign import StageSign
from desk_client.ui.call.words import quality_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.elapsed import Elapsed
from desk_client.ui.widgets.label import Label, Tone


class CallHeader(QWidget):
    """Six things about a talk; what is not known yet is not there."""

    def __init__(self, look: Appearance, parent: QWidget | None = None, *, counts_down: bool = False) -> None:
        super().__init__(parent)
        self._since_s: float | None = None
        self._quality: Level | None = None
        self._code: str | None = None
        self.title = Label(look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD, tone=Tone.ON_STAGE)
        self.title.setObjectName("call_title")
        self.quality = StageSign(look, Icon.NETWORK)
        self.quality.setObjectName("call_quality")
        self.secure = StageSign(look, Icon.SHIELD)
        self.secure.setObjectName("call_encrypted")
        self.code = StageSign(look)
        self.code.setObjectName("call_code")
        self.recording = StageSign(look, Icon.RECORD, tone=Tone.ON_STAGE, icon_tone=Tone.ON_STAGE)
        self.recording.setObjectName("call_recording")
        self.time = Elapsed(look, counts_down=counts_down)
        self.time.setObjectName("call_elapsed")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.addWidget(self.title, 1)
        for sign in (self.recording, self.quality, self.secure, self.code, self.time):
            sign.hide()
            row.addWidget(sign)

    def height_within(self, width: int) -> int:
        """Return the height that it takes at a width: a long name goes on in a second line."""
        return self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()

    @property
    def gone_and_planned(self) -> tuple[timedelta, timedelta | None]:
        """How long the talk has gone on, and how long it was planned for."""
        left = self.time.left
        return self.time.elapsed, None if left is None else left + self.time.elapsed

    @property
    def time_left(self) -> timedelta | None:
        """How much of the planned time is left; None: no talk runs, or nothing was planned."""
        return None if self.time.isHidden() else self.time.left

    def set_title(self, name: str) -> None:
        """Name the other side."""
        self.title.set_text(QCoreApplication.translate("CallView", "Video audience · {name}").format(name=name))

    def set_talk(self, since_s: float | None, *, is_encrypted: bool) -> None:
        """Count from that moment of the monotonic clock; None: nothing to count yet."""
        text = QCoreApplication.translate("CallView", "Encrypted call") if is_encrypted else ""
        self.secure.set_text(text)
        if since_s == self._since_s:
            return
        self._since_s = since_s
        self.time.setVisible(since_s is not None)
        if since_s is None:
            self.time.stop()
        else:
            self.time.start(timedelta(seconds=time.monotonic() - since_s))

    def set_code(self, code: str | None) -> None:
        """Show the code that the other side sees as well; None: there is none yet."""
        self._code = code
        text = QCoreApplication.translate("CallView", "Code {code}")
        self.code.set_text("" if code is None else text.format(code=isolated(code)))

    def set_recording(self, words: str) -> None:
        """Say for as long as it is so that the talk is recorded; no words: it is not."""
        self.recording.set_text(words)

    def set_quality(self, quality: Level | None) -> None:
        """Say how the line is; None: nothing is known."""
        self._quality = quality
        is_weak = quality is not None and quality <= Level.POOR
        self.quality.set_icon(Icon.NETWORK, Tone.ON_STAGE if is_weak else Tone.STAGE_ACCENT)
        self.quality.set_text("" if quality is None else quality_words(quality))

    def retranslate(self, name: str) -> None:
        """Say everything in the language spoken now."""
        self.set_title(name)
        self.set_quality(self._quality)
        self.set_code(self._code)
        self.set_talk(self._since_s, is_encrypted=bool(self.secure.text))
