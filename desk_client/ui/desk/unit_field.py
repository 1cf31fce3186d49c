"""The name of an office or department: free words, with the known ones offered as one types."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QCompleter

from desk_client.domain.decision import same_name
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.text_field import TextField

_SIGN_PX: Final = 20


class UnitField(TextField):
    """Departments are no rows of the house yet: what is not among the known offices may be written all the same.

    Where the named one is given work, a sign says that it is an office of the house: that lies in its work list.
    """

    def __init__(
        self, look: Appearance, units: Sequence[str] = (), *, longest: int, is_given_work: bool = True
    ) -> None:
        super().__init__(look, longest=longest)
        self._is_given_work = is_given_work
        self.units: tuple[str, ...] = ()
        self.reaches = QAction(self)
        self.addAction(self.reaches, TextField.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._show_reach)
        self.offer(units)

    def offer(self, units: Sequence[str]) -> None:
        """Offer these names, wherever in them what is typed stands."""
        self.units = tuple(units)
        completer = QCompleter(list(units), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self._show_reach()

    def _show_reach(self) -> None:
        is_known = self._is_given_work and any(same_name(self.text(), unit) for unit in self.units)
        self.reaches.setVisible(is_known)
        if is_known:
            words = QCoreApplication.translate("DeskOutcome", "This lies in the work list of that office once saved")
            self.reaches.setIcon(QIcon(self._look.icon(Icon.INBOX, _SIGN_PX, self._look.colours.accent, 1.0)))
            self.reaches.setToolTip(words)
        self.setAccessibleDescription(self.reaches.toolTip() if is_known else "")
