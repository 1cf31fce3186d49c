"""Words for the sheets that show widgets: samples, not the program's own texts."""

from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance


def say(look: Appearance, arabic: str, english: str) -> str:
    """Return the sample in the language spoken."""
    return arabic if look.language is Language.ARABIC and not look.look.is_pseudo else english
