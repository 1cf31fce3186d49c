"""Design tokens: the colours, sizes and spaces that every widget takes from here alone (domain.md, "Look")."""

from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum


class Theme(StrEnum):
    """A set of colours."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Density(StrEnum):
    """Whom the sizes are for: someone standing at a touch screen, or someone at a desk with a mouse."""

    KIOSK = "kiosk"
    DESK = "desk"


class TextSize(Enum):
    """The reader's choice of text size; the value multiplies every type size."""

    NORMAL = 1.0
    LARGE = 1.25
    LARGEST = 1.5


class Space(IntEnum):
    """Distances in logical pixels."""

    XS = 4
    S = 8
    M = 16
    L = 24
    XL = 32
    XXL = 48


class Radius(IntEnum):
    """Corner radii in logical pixels."""

    SMALL = 8
    CONTROL = 12
    CARD = 16
    TILE = 20


class Weight(IntEnum):
    """The four weights of the shipped font."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700


class Role(Enum):
    """What a text is for. Each role has a size per density, in `TYPE_PX`."""

    CAPTION = "caption"
    BODY = "body"
    LEAD = "lead"
    SUBTITLE = "subtitle"
    TITLE = "title"
    DISPLAY = "display"
    HERO = "hero"


TYPE_PX: dict[Density, dict[Role, int]] = {
    Density.KIOSK: {
        Role.CAPTION: 18,
        Role.BODY: 20,
        Role.LEAD: 24,
        Role.SUBTITLE: 24,
        Role.TITLE: 36,
        Role.DISPLAY: 48,
        Role.HERO: 64,
    },
    Density.DESK: {
        Role.CAPTION: 14,
        Role.BODY: 16,
        Role.LEAD: 18,
        Role.SUBTITLE: 20,
        Role.TITLE: 30,
        Role.DISPLAY: 36,
        Role.HERO: 48,
    },
}
"""Pixel sizes at normal text size; a kiosk's body text is 20 or more."""

CONTROL_PX: dict[Density, int] = {Density.KIOSK: 64, Density.DESK: 48}
"""The least height and width of anything that is pressed."""

FAMILY = "IBM Plex Sans Arabic"


@dataclass(frozen=True)
class Colours:
    """Every colour by its use, as #RRGGBB: `on_x` is text on a fill of `x`, `x_soft` the quiet ground of `x_text`."""

    background: str
    surface: str
    sunken: str
    border: str
    border_strong: str
    text: str
    text_second: str
    text_disabled: str
    primary: str
    primary_hover: str
    primary_pressed: str
    on_primary: str
    accent: str
    accent_soft: str
    danger: str
    danger_hover: str
    on_danger: str
    danger_text: str
    danger_soft: str
    warning_text: str
    warning_soft: str
    success_text: str
    success_soft: str
    info_text: str
    info_soft: str
    gold: str
    focus: str
    stage: str
    stage_surface: str
    stage_control: str
    on_stage: str
    on_stage_second: str
    stage_accent: str
    stage_focus: str


LIGHT = Colours(
    background="#F5F8F6",
    surface="#FFFFFF",
    sunken="#EBF0ED",
    border="#D5DDD9",
    border_strong="#78857F",
    text="#161616",
    text_second="#384250",
    text_disabled="#7C868E",
    primary="#1B8354",
    primary_hover="#166A45",
    primary_pressed="#125538",
    on_primary="#FFFFFF",
    accent="#166A45",
    accent_soft="#E3F2EA",
    danger="#B42318",
    danger_hover="#912018",
    on_danger="#FFFFFF",
    danger_text="#B42318",
    danger_soft="#FEF1F0",
    warning_text="#9A3C06",
    warning_soft="#FFF6E0",
    success_text="#067647",
    success_soft="#E7F8EF",
    info_text="#175CD3",
    info_soft="#ECF4FF",
    gold="#DBA102",
    focus="#8F6700",
    stage="#0B1411",
    stage_surface="#14231E",
    stage_control="#22352E",
    on_stage="#F4F7F6",
    on_stage_second="#B9C7C1",
    stage_accent="#7FE0B5",
    stage_focus="#F0BC2E",
)

DARK = Colours(
    background="#0B1411",
    surface="#14211C",
    sunken="#0F1A16",
    border="#2B3D36",
    border_strong="#71877D",
    text="#F4F7F6",
    text_second="#C2CEC8",
    text_disabled="#74857D",
    primary="#1B8354",
    primary_hover="#20754F",
    primary_pressed="#166A45",
    on_primary="#FFFFFF",
    accent="#74D9AB",
    accent_soft="#17382B",
    danger="#C9302A",
    danger_hover="#B42318",
    on_danger="#FFFFFF",
    danger_text="#FDA29B",
    danger_soft="#391512",
    warning_text="#FEC84B",
    warning_soft="#33240A",
    success_text="#75E0A7",
    success_soft="#0C2E20",
    info_text="#90CAFF",
    info_soft="#10274A",
    gold="#DBA102",
    focus="#F0BC2E",
    stage="#0B1411",
    stage_surface="#14231E",
    stage_control="#22352E",
    on_stage="#F4F7F6",
    on_stage_second="#B9C7C1",
    stage_accent="#7FE0B5",
    stage_focus="#F0BC2E",
)

HIGH_CONTRAST = Colours(
    background="#000000",
    surface="#000000",
    sunken="#141414",
    border="#FFFFFF",
    border_strong="#FFFFFF",
    text="#FFFFFF",
    text_second="#FFFFFF",
    text_disabled="#A6A6A6",
    primary="#FFD60A",
    primary_hover="#FFE566",
    primary_pressed="#FFEFA3",
    on_primary="#000000",
    accent="#FFD60A",
    accent_soft="#2B2500",
    danger="#FF8A80",
    danger_hover="#FFB3AD",
    on_danger="#000000",
    danger_text="#FFA29B",
    danger_soft="#2E0000",
    warning_text="#FFD60A",
    warning_soft="#2B2500",
    success_text="#7CF0B3",
    success_soft="#00240F",
    info_text="#A5D3FF",
    info_soft="#001B33",
    gold="#FFD60A",
    focus="#00E5FF",
    stage="#000000",
    stage_surface="#000000",
    stage_control="#262626",
    on_stage="#FFFFFF",
    on_stage_second="#FFFFFF",
    stage_accent="#7CF0B3",
    stage_focus="#00E5FF",
)

COLOURS: dict[Theme, Colours] = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.HIGH_CONTRAST: HIGH_CONTRAST}
