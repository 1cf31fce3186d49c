"""What a kiosk's camera sees, for the operator who asked for one picture: held in memory, and only while asked."""

from typing import Final

from desk_client.client.conference import Conference, Device, Stream
from desk_client.client.pictures import Picture, TileScaler

_SIZE_PX: Final = (480, 270)


class Eye:
    """Opens the camera and keeps its newest picture until `close`. Belongs to the application's loop."""

    def __init__(self, conference: Conference) -> None:
        self._conference = conference
        self._newest: Picture | None = None
        self._scaler = TileScaler(self._see)
        self._scaler.resize(*_SIZE_PX)
        conference.attach(Stream.LOCAL, self._scaler)
        conference.open_media()

    @property
    def picture(self) -> Picture | None:
        """The newest picture of the real camera; None where it gives none, whatever stands in for it."""
        return None if Device.CAMERA in self._conference.faults.value else self._newest

    def close(self) -> None:
        """Look no more, and forget what was seen; the camera itself is the conference's."""
        self._conference.detach(Stream.LOCAL, self._scaler)
        self._scaler.close()
        self._newest = None

    def _see(self, picture: Picture) -> None:
        self._newest = picture
