"""What every section of the operator's console is."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from desk_client.domain.outcomes import Refusal
from desk_client.ui.desk.key_words import Keys
from desk_client.ui.desk.office import Office
from desk_client.ui.theme.icons import Icon

Report = Callable[[Refusal | None], None]
"""Tells the window how a reading went: None for well, so that it can say once that the server is away."""


class Section(QWidget):
    """One part of the operator's work, beside the rail; it stands in `sections.SECTIONS` and nowhere else.

    A subclass builds its widgets without words, words them in `retranslate`, calls that at the end of its constructor,
    and reads what it shows in `refresh`. It follows the client's read models by itself, and lets go of them in
    `teardown`. What it has to say to somebody who looks at another section goes out by `attention`.
    """

    code: ClassVar[str]
    """Names the section for code and tests: `hall`."""
    icon: ClassVar[Icon]
    attention = Signal(int)
    """How many things here wait for the operator; the rail shows it."""
    called = Signal(str)
    """Something new that the operator is to hear of at once, whatever they look at, in words."""
    leads_to = Signal(str)
    """What was begun here goes on in another section: its `code`."""

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        """``report`` tells the window how each reading went."""
        super().__init__(parent)
        self.setObjectName(f"section_{self.code}")
        self.office = office
        self.report = report

    def title(self) -> str:
        """The section's name, in the language spoken now."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again what is shown: something may have changed, or a while has passed."""

    def keys(self) -> Keys:
        """What its own keys do, and how they are pressed."""
        return ()

    def tick(self) -> None:
        """A second has passed: say anew how long ago things were."""

    def loses(self) -> str:
        """What would be lost if the program ended now, in words; empty where nothing would."""
        return ""

    def forget(self) -> None:
        """The operator has signed out: nothing typed or shown here is for the next one."""

    def teardown(self) -> None:
        """End every subscription; the window is about to go."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
