"""What a kiosk's supervisor tells each visitor's process before anything else: one line of JSON on its input.

So the settings are read, and the keyring asked, once in a kiosk's life; and the first of these processes is started
before they are, which is why they are told rather than inherited.
"""

from pydantic import BaseModel, ConfigDict

from desk_client.config.desktop_settings import DesktopSettings


class Briefing(BaseModel):
    """How the kiosk is set, and by what its server knows it.

    Attributes:
        settings: with the data directory named.
        credential: the kiosk's own; it goes through the pipe and is written nowhere.
    """

    model_config = ConfigDict(frozen=True)

    settings: DesktopSettings
    credential: str
