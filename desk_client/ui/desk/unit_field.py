"""The name of an office or department: free words, with the known ones offered as one types."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.text_field import TextField


class UnitField(TextField):
    """Departments are no rows of the house yet: what is not among the known offices may be written all the same."""

    def __init__(self, look: Appearance, units: Sequence[str] = (), *, longest: int) -> None:
        super().__init__(look, longest=longest)
        self.offer(units)

    def offer(self, units: Sequence[str]) -> None:
        """Offer these names, wherever in them what is typed stands."""
        completer = QCompleter(list(units), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
