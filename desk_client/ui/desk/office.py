"""What every page of the desk is given."""

from dataclasses import dataclass

from desk_client.client.day import AgendaItem, Day, Texts
from desk_client.client.desk import DeskClient
from desk_client.ui.bilingual import said
from desk_client.ui.bridge import Bridge
from desk_client.ui.theme.appearance import Appearance


@dataclass(frozen=True)
class Office:
    """The appearance, the client and the way to its actions."""

    look: Appearance
    client: DeskClient
    bridge: Bridge

    def talks_by_space(self) -> bool:
        """Whether who is muted is heard while the space bar is held, as is preferred here."""
        return self.client.preferences.now.value.talks_by_space

    @property
    def day(self) -> Day:
        """The day as it stands."""
        return self.client.day.value

    @property
    def talking_with(self) -> AgendaItem | None:
        """Whom the open brief is about: in a talk, who is talked with."""
        return self.day.brief.item if self.day.brief is not None else None

    def said(self, texts: Texts) -> str:
        """A name in the language spoken now."""
        return said(texts, self.look.language)
