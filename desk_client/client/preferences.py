"""What the person at the desk chose: applied at once, and written behind."""

import asyncio
import logging
from typing import Any

from desk_client.client.alerts import Alerts
from desk_client.client.model import Model
from desk_client.config.preferences import SYSTEM_PRINTER, Preferences, PreferencesFile, PreferencesTrouble

__all__ = ["SYSTEM_PRINTER", "ChosenPreferences", "Preferences", "PreferencesTrouble", "alerts_of"]

logger = logging.getLogger(__name__)


class ChosenPreferences:
    """``now`` is what is chosen; ``trouble`` what is wrong with the file, None where nothing is."""

    def __init__(self, file: PreferencesFile | None = None) -> None:
        """Read the file; without one nothing outlives the program."""
        self._file = file
        self._writing: asyncio.Task[None] | None = None
        self._is_due = False
        read = None if file is None else file.read()
        self.now: Model[Preferences] = Model(Preferences() if read is None else read.preferences)
        self.trouble: Model[PreferencesTrouble | None] = Model(None if read is None else read.trouble)

    def change(self, **chosen: Any) -> None:
        """Take these from now on, by their names in `Preferences`; raises ValidationError for what cannot be."""
        preferences = Preferences.model_validate({**self.now.value.model_dump(), **chosen})
        if preferences == self.now.value:
            return
        self.now.set(preferences)
        self._is_due = self._file is not None
        if self._file is not None and (self._writing is None or self._writing.done()):
            self._writing = asyncio.get_running_loop().create_task(self._write(self._file), name="preferences")

    async def close(self) -> None:
        """Wait until everything is written."""
        if self._writing is not None:
            await self._writing

    async def _write(self, file: PreferencesFile) -> None:
        """The newest, one after the other: what is chosen meanwhile is written next."""
        while self._is_due:
            self._is_due = False
            try:
                await asyncio.to_thread(file.write, self.now.value)
            except OSError as error:
                logger.warning("the preferences were not saved: %s", type(error).__name__)
                self.trouble.set(PreferencesTrouble.NOT_SAVED)
            else:
                if self.trouble.value is PreferencesTrouble.NOT_SAVED:
                    self.trouble.set(None)


def alerts_of(preferences: Preferences) -> Alerts:
    """How they want to be told of arrivals and of what begins soon."""
    return Alerts(rings=preferences.rings, notifies=preferences.notifies, reminds=preferences.reminds)
