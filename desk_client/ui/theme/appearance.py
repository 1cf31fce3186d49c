"""The one object that says how the program looks and which language it speaks, and switches both at run time."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desk_client.i18n.digits import shown, shown_decimal
from desk_client.i18n.language import Language
from desk_client.ui.spoken_role import tell_roles
from desk_client.ui.theme.fonts import font, load_fonts
from desk_client.ui.theme.icons import Icon, Icons
from desk_client.ui.theme.palette import palette
from desk_client.ui.theme.stylesheet import stylesheet
from desk_client.ui.theme.tokens import COLOURS, CONTROL_PX, TYPE_PX, Colours, Density, Role, TextSize, Theme, Weight
from desk_client.ui.translation import Translations


@dataclass(frozen=True)
class Look:
    """Everything that a person, or the place where the program stands, may choose about its appearance."""

    language: Language = Language.ARABIC
    theme: Theme = Theme.LIGHT
    text_size: TextSize = TextSize.NORMAL
    density: Density = Density.KIOSK
    reduced_motion: bool = False
    is_within_reach: bool = False
    """Whether what is pressed at a kiosk lies as low as it can, for who sits in a wheelchair or is small."""
    is_pseudo: bool = False
    """Whether the texts are the pseudo-language of `translation.PseudoTranslator`, mirrored."""


class Appearance(QObject):
    """Applies a `Look` to the application, and answers every widget's questions about it.

    Painted widgets get a StyleChange event with each change, and pages a LanguageChange event with a new language;
    `changed` is for what is no widget.
    """

    changed = Signal()

    def __init__(self, app: QApplication, look: Look | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._icons = Icons()
        self._translations = Translations()
        self._look = look or Look()
        app.setStyle("Fusion")
        load_fonts()
        tell_roles()
        self._apply()

    # --- choosing -------------------------------------------------------------------------------------------------

    @property
    def look(self) -> Look:
        """What is chosen now."""
        return self._look

    def set_look(self, look: Look) -> None:
        """Show this look from now on; nothing happens where it is shown already."""
        if look != self._look:
            self._look = look
            self._apply()

    def set_language(self, language: Language) -> None:
        """Speak another language, mirrored where it asks for it."""
        self.set_look(replace(self._look, language=language))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.set_look(replace(self._look, theme=theme))

    def set_text_size(self, text_size: TextSize) -> None:
        """Write larger, or as usual."""
        self.set_look(replace(self._look, text_size=text_size))

    # --- language -------------------------------------------------------------------------------------------------

    @property
    def language(self) -> Language:
        """The language spoken now."""
        return self._look.language

    @property
    def is_right_to_left(self) -> bool:
        """Whether everything is laid out from right to left."""
        return self._look.language.is_right_to_left or self._look.is_pseudo

    @property
    def forward(self) -> int:
        """+1 where reading goes to larger x, -1 where to smaller: every animation's dx is multiplied by it."""
        return -1 if self.is_right_to_left else 1

    def number(self, value: int | str) -> str:
        """Return a number in the digits of the language spoken now."""
        return shown(value, self._look.language)

    def decimal(self, value: float, places: int) -> str:
        """Return a number with so many decimals, written as in the language spoken now."""
        return shown_decimal(value, places, self._look.language)

    # --- tokens ---------------------------------------------------------------------------------------------------

    @property
    def colours(self) -> Colours:
        """The colours of the chosen theme."""
        return COLOURS[self._look.theme]

    @property
    def control_px(self) -> int:
        """The least height and width of what is pressed."""
        return CONTROL_PX[self._look.density]

    @property
    def is_kiosk(self) -> bool:
        """Whether the sizes are those of a touch screen that one stands at."""
        return self._look.density is Density.KIOSK

    @property
    def is_high_contrast(self) -> bool:
        """Whether shapes need an edge because their grounds hardly differ."""
        return self._look.theme is Theme.HIGH_CONTRAST

    def scaled(self, pixels: int) -> int:
        """Return a length that grows with the chosen text size."""
        return round(pixels * self._look.text_size.value)

    def type_px(self, role: Role) -> int:
        """Return the size of a text of this role, in logical pixels."""
        return self.scaled(TYPE_PX[self._look.density][role])

    def font(self, role: Role = Role.BODY, weight: Weight = Weight.REGULAR) -> QFont:
        """Return the font for a text of this role."""
        return font(self.type_px(role), weight)

    def duration_ms(self, usual_ms: int) -> int:
        """Return how long a movement takes: no time at all where motion is reduced."""
        return 0 if self._look.reduced_motion else usual_ms

    # --- icons ----------------------------------------------------------------------------------------------------

    def icon(self, icon: Icon, size: int, colour: str, ratio: float) -> QPixmap:
        """Return an icon of `size` logical pixels, tinted and mirrored as the layout needs it."""
        return self._icons.pixmap(icon, size, colour, ratio=ratio, right_to_left=self.is_right_to_left)

    def paint_icon(self, painter: QPainter, icon: Icon, place: QRect, colour: str) -> None:
        """Paint an icon in the middle of a place, as large as its shorter side."""
        size = min(place.width(), place.height())
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        pixmap = self.icon(icon, size, colour, ratio)
        painter.drawPixmap(
            place.x() + (place.width() - size) // 2,
            place.y() + (place.height() - size) // 2,
            pixmap,
        )

    def _apply(self) -> None:
        self._translations.use(self._look.language, is_pseudo=self._look.is_pseudo)
        # The only place where the direction is set; widgets inherit it.
        self._app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if self.is_right_to_left else Qt.LayoutDirection.LeftToRight,
        )
        self._app.setFont(self.font())
        self._app.setPalette(palette(self.colours))
        self._restyle()
        self.changed.emit()

    def _restyle(self) -> None:
        """Tell every widget that it must measure and paint itself anew.

        Qt does so for a new sheet, and polishes each widget once more for each that it lies in. Only colours need that.
        """
        sheet = stylesheet(self.colours)
        if sheet != self._app.styleSheet():
            self._app.setStyleSheet(sheet)
            return
        for widget in self._app.allWidgets():
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
