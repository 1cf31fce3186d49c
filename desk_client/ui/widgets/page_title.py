"""The question that a page asks, and a line that helps to answer it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.label import Label, Tone


class PageTitle(QWidget):
    """A title and, where there is one, a hint below."""

    def __init__(
        self,
        look: Appearance,
        title: str = "",
        hint: str = "",
        *,
        is_centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_brief = False
        self._title = Label(look, title, Role.TITLE, weight=Weight.BOLD, is_centred=is_centred, is_heading=True)
        self._hint = Label(look, hint, Role.BODY, tone=Tone.SECOND, is_centred=is_centred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        self.set_texts(title, hint)

    def set_texts(self, title: str, hint: str = "") -> None:
        """Ask another question."""
        self._title.set_text(title)
        self._hint.set_text(hint)
        self._hint.setVisible(bool(hint) and not self._is_brief)

    def set_brief(self, is_brief: bool) -> None:
        """Leave the hint out where there is no room for it."""
        self._is_brief = is_brief
        self._hint.setVisible(bool(self._hint.said) and not is_brief)

    def height_within(self, width: int, *, is_brief: bool) -> int:
        """Return the height that it takes at a width, with the hint or without."""
        hint = self._hint.heightForWidth(width) + Space.XS if self._hint.said and not is_brief else 0
        return self._title.heightForWidth(width) + hint

    def shown_height(self, width: int) -> int:
        """Return the height that it takes at a width as it is now."""
        return self.height_within(width, is_brief=self._is_brief)
