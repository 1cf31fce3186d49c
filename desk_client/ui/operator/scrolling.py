"""A column that scrolls beside its bar, not under it: the bar changes sides with the language."""

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.page import ScrollColumn


def keep_off_the_bar(scroll: ScrollColumn, look: Appearance) -> None:
    """Leave room for the scroll bar at the line's end."""
    rtl = look.is_right_to_left
    scroll.body.setContentsMargins(Space.M if rtl else 0, 0, 0 if rtl else Space.M, 0)
