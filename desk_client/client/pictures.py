"""Pictures of a call as windows show and share them. Apart from `conference`, since a codec library comes with them."""

from desk_client.rtc.picture.scaler import Picture, TileScaler
from desk_client.rtc.picture.screen_capture import ScreenLostError, Shareable, shareable

__all__ = ["Picture", "ScreenLostError", "Shareable", "TileScaler", "shareable"]
