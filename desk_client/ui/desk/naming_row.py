"""An outcome that names a transaction as another does: when, about what, by whom; pressed, its brief opens."""

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter

from desk_client.client.case_thread import Naming
from desk_client.i18n.bidi import directed, embedded
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.desk.case_words import day_words
from desk_client.ui.desk.list_row import ListRow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.paint import mirrored, paint_line

_SIGN_PX = 20


def naming_words(naming: Naming, language: Language) -> tuple[str, str]:
    """When it was and what about; who decided, and whether it is another case's or another visitor's."""
    head = f"{day_words(naming.held_at, language)} · {said(naming.service_name, language)}"
    whose = ""
    if not naming.same_person:
        whose = QCoreApplication.translate("Case", "Another visitor")
    elif not naming.same_case:
        whose = QCoreApplication.translate("Case", "Another case")
    return head, " · ".join(part for part in (said(naming.office_title, language), whose) if part)


class NamingRow(ListRow):
    """For one that may be opened."""

    def __init__(self, look: Appearance, naming: Naming, name: str) -> None:
        """``name`` is the object's name."""
        super().__init__(look, name)
        self._words = naming_words(naming, look.language)
        self.setCheckable(False)
        self.name_it(QCoreApplication.translate("Transactions", "Open the brief"), *self._words)

    def content_size(self) -> QSize:
        """Return room for two lines."""
        body, caption = self.line_heights()
        return QSize(240, body + caption + 2 * Space.S)

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint ground and texts, and that it leads somewhere."""
        colours, rtl = self.colours, self.look.is_right_to_left
        self.paint_ground(painter, place)
        body, caption = self.line_heights()
        sign = self.look.scaled(_SIGN_PX)
        width, top = place.width() - 3 * Space.M - sign, place.top() + Space.S
        for words, role, weight, colour, line in (
            (self._words[0], Role.BODY, Weight.MEDIUM, colours.text, QRect(place.left() + Space.M, top, width, body)),
            (
                self._words[1],
                Role.CAPTION,
                Weight.REGULAR,
                colours.text_second,
                QRect(place.left() + Space.M, top + body, width, caption),
            ),
        ):
            text = directed(embedded(words), right_to_left=rtl)
            paint_line(
                painter, mirrored(line, self.rect(), right_to_left=rtl), text, self.look.font(role, weight), colour
            )
        where = QRect(place.right() - Space.M - sign, place.top() + (place.height() - sign) // 2, sign, sign)
        self.look.paint_icon(painter, Icon.GO, mirrored(where, self.rect(), right_to_left=rtl), colours.accent)
