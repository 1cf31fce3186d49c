"""The key by which what is behind one is blurred, or seen again, in a talk."""

from desk_client.ui.call.background_words import switched_words
from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.office import Office
from desk_client.ui.theme.icons import Icon


def switch_background(office: Office, view: CallView) -> None:
    """Choose the other, as the settings do, and say so over the picture."""
    preferences = office.client.preferences
    on = not preferences.now.value.blurs_background
    preferences.change(blurs_background=on)
    view.say(Icon.EYE_OFF if on else Icon.EYE, switched_words(on=on))
