"""The name of an office or department: free words, with the known ones offered as one types."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter

from desk_client.domain.decision import same_name
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
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
        self._units: tuple[str, ...] = ()
        self.textChanged.connect(self._show_reach)
        self.offer(units)

    @property
    def reaches(self) -> bool:
        """Whether what is given to the named one lies in an office's work list."""
        return self._is_given_work and any(same_name(self.text(), unit) for unit in self._units)

    def offer(self, units: Sequence[str]) -> None:
        """Offer these names, wherever in them what is typed stands."""
        self._units = tuple(units)
        completer = QCompleter(list(units), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self._show_reach()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign at the line's end."""
        super().paintEvent(event)
        if not self.reaches:
            return
        size = self._look.scaled(_SIGN_PX)
        left = Space.S if self._look.is_right_to_left else self.width() - Space.S - size
        place = QRect(left, (self.height() - size) // 2, size, size)
        ratio = self.devicePixelRatioF()
        QPainter(self).drawPixmap(place, self._look.icon(Icon.INBOX, size, self._look.colours.accent, ratio))

    def _show_reach(self) -> None:
        reaches = self.reaches
        words = QCoreApplication.translate("DeskOutcome", "This lies in the work list of that office once saved")
        self.setToolTip(words if reaches else "")
        self.setAccessibleDescription(words if reaches else "")
        room = self._look.scaled(_SIGN_PX) + Space.S if reaches else 0
        is_rtl = self._look.is_right_to_left
        self.setTextMargins(room if is_rtl else 0, 0, 0 if is_rtl else room, 0)
        self.update()
