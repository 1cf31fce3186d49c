"""A call that goes nowhere and remembers what was asked of it."""

from dataclasses import replace

from desk_client.client.calls import CallView
from desk_client.client.model import Model
from desk_client.rtc.port import Event


class StillCall:
    """What a window reads of a call runner, and asks of it."""

    def __init__(self, shown: CallView) -> None:
        self.view = Model(shown)
        self.done: list[str] = []

    def retry(self) -> None:
        self.done.append("retry")

    def hang_up(self) -> None:
        self.done.append("hang_up")

    def summary(self) -> None:
        """It never was in a room."""

    def on_engine(self, event: Event) -> None:
        """Nothing that an engine tells moves it."""

    def set_microphone(self, *, on: bool) -> None:
        self.done.append(f"microphone {on}")
        self.view.set(replace(self.view.value, microphone_on=on))

    def set_sharing(self, *, is_sharing: bool) -> None:
        self.done.append(f"sharing {is_sharing}")

    def set_held(self, *, held: bool) -> None:
        self.done.append(f"held {held}")
        self.view.set(replace(self.view.value, is_held=held))

    def set_camera(self, *, on: bool) -> None:
        self.done.append(f"camera {on}")
        self.view.set(replace(self.view.value, camera_on=on))

    async def settling(self) -> None:
        """It stands already, or never will."""

    async def close(self) -> None:
        self.done.append("close")
