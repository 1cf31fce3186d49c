"""A file on its way to the server: how far it has come, and whether it is still to arrive."""

import io


class NotWantedError(OSError):
    """Whoever sent it changed their mind."""


class Carriage(io.BytesIO):
    """The file's bytes as they are sent, by one thread at a time; any thread may ask how far it is, or call it back."""

    def __init__(self, content: bytes) -> None:
        """Nothing of it has gone."""
        super().__init__(content)
        self._size = max(1, len(content))
        self._is_called_back = False

    def read(self, size: int | None = -1) -> bytes:
        """The next bytes. Raises NotWantedError once it was called back."""
        if self._is_called_back:
            raise NotWantedError("called back")
        return super().read(size)

    @property
    def share(self) -> float:
        """What has gone of it, from 0 to 1; at 1 the server looks it through."""
        return self.tell() / self._size

    @property
    def is_called_back(self) -> bool:
        """Whether it is not to arrive."""
        return self._is_called_back

    def call_back(self) -> None:
        """Let it not arrive: what is half sent is thrown away at the server."""
        self._is_called_back = True
