"""Opens a terminal's way to its server, with the trust that its settings give."""

from desk_client.client.gateway import Gateway
from desk_client.client.pinning import ServerTrust
from desk_client.config.desktop_settings import DesktopSettings


def open_gateway(settings: DesktopSettings) -> Gateway:
    """A gateway to the settings' server; whoever opens it closes it.

    Raises:
        OSError: the file of authorities is not one.
    """
    return Gateway(settings.server_url, ServerTrust(settings.server_pins, settings.server_ca))
