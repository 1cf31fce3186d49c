"""Contrast as WCAG 2.2 defines it, and which colours are put on which."""

from dataclasses import dataclass

from desk_client.ui.theme.tokens import Colours

TEXT_RATIO = 4.5
"""Least ratio of text to its ground at level AA (WCAG 2.2, 1.4.3)."""
SHAPE_RATIO = 3.0
"""Least ratio of a control's outline, a focus ring or a large sign (WCAG 2.2, 1.4.11)."""

_LINEAR_BELOW = 0.04045


@dataclass(frozen=True)
class Pair:
    """One colour laid on another, by the names of their tokens, and the least ratio that it must have."""

    foreground: str
    ground: str
    least: float = TEXT_RATIO


PAIRS: tuple[Pair, ...] = (
    *(
        Pair(text, ground)
        for text in ("text", "text_second", "accent")
        for ground in ("background", "surface", "sunken")
    ),
    *(Pair(text, "accent_soft") for text in ("text", "text_second", "accent")),
    *(Pair("on_primary", fill) for fill in ("primary", "primary_hover", "primary_pressed")),
    *(Pair("on_danger", fill) for fill in ("danger", "danger_hover")),
    *(Pair(f"{tone}_text", f"{tone}_soft") for tone in ("danger", "warning", "success", "info")),
    *(Pair(f"{tone}_text", "surface") for tone in ("danger", "warning", "success", "info")),
    *(Pair("text", f"{tone}_soft") for tone in ("danger", "warning", "success", "info")),
    Pair("danger_text", "background"),
    *(Pair("border_strong", ground, SHAPE_RATIO) for ground in ("background", "surface", "sunken")),
    *(Pair("focus", ground, SHAPE_RATIO) for ground in ("background", "surface", "sunken")),
    *(Pair("text_disabled", ground, SHAPE_RATIO) for ground in ("background", "surface", "sunken")),
    Pair("primary", "background", SHAPE_RATIO),
    *(Pair(text, ground) for text in ("on_stage", "on_stage_second") for ground in ("stage", "stage_surface")),
    Pair("on_stage", "stage_control"),
    *(Pair("stage_accent", ground) for ground in ("stage", "stage_surface", "stage_control")),
    *(Pair("stage_focus", ground, SHAPE_RATIO) for ground in ("stage", "stage_surface")),
)
"""Every pair that the widgets use; a widget that needs another adds it here, where a test measures it."""


def luminance(colour: str) -> float:
    """Return the relative luminance, 0–1, of a colour #RRGGBB."""
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= _LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1–21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def shortfalls(colours: Colours) -> list[str]:
    """Say each pair of these colours that has less contrast than it must have."""
    return [
        f"{pair.foreground} on {pair.ground}: {found:.2f} < {pair.least}"
        for pair in PAIRS
        if (found := ratio(getattr(colours, pair.foreground), getattr(colours, pair.ground))) < pair.least
    ]
