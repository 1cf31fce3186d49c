"""The tiles of everybody else in a talk: they come and go with whom they show."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from desk_client.client.conference import AnyStream, Conference, Level
from desk_client.client.others import PersonView
from desk_client.domain.call import Phase
from desk_client.domain.called_in import Capacity
from desk_client.domain.party import Party
from desk_client.domain.showing import Showing
from desk_client.ui.call.company_places import Arrangement, company_places
from desk_client.ui.call.people_words import joined_words, left_words, person_name, person_state
from desk_client.ui.call.stage import Places, free_beside, interpreter_aside
from desk_client.ui.call.tile_feed import TileFeed
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.video_tile import VideoTile

BARS = {Level.LOST: 0, Level.POOR: 1, Level.FAIR: 2, Level.GOOD: 4}
"""How many of a tile's four bars are lit."""


class Company:
    """Children of the stage, which lays them out: `tiles`, and apart from them the `interpreter`'s.

    An interpreter of sign language has a place that no arrangement takes from them.
    """

    def __init__(self, look: Appearance, conference: Conference, stage: QWidget) -> None:
        """Nobody is there."""
        self._look, self._conference, self._stage = look, conference, stage
        self._people: tuple[PersonView, ...] = ()
        self._tiles: dict[Party, VideoTile] = {}
        self._feeds: dict[Party, TileFeed[AnyStream]] = {}
        self._is_open = False
        self.arrangement = Arrangement.SPEAKER

    @property
    def people(self) -> tuple[PersonView, ...]:
        """Who is shown."""
        return self._people

    @property
    def _interpreter(self) -> Party | None:
        signing = (each.party for each in self._people if each.capacity is Capacity.SIGN_INTERPRETER)
        return next(signing, None)

    @property
    def interpreter(self) -> VideoTile | None:
        """Of who signs."""
        return None if self._interpreter is None else self._tiles[self._interpreter]

    @property
    def tiles(self) -> tuple[VideoTile, ...]:
        """Of everybody else, in the order of their seats."""
        return tuple(self._tiles[each.party] for each in self._people if each.party is not self._interpreter)

    @property
    def document(self) -> VideoTile | None:
        """Of one of these who shows a screen: it is to be large."""
        showing = (
            each.party
            for each in self._people
            if each.phase is Phase.TALKING
            and each.shows is Showing.SCREEN
            and not each.is_apart
            and each.party is not self._interpreter
        )
        return next((self._tiles[party] for party in showing), None)

    def show(self, people: tuple[PersonView, ...]) -> tuple[str, ...] | None:
        """Show these; None where all lie as before, else who came and who went, in words."""
        before, self._people = self._people, people
        was = {each.party: person_name(each, self._look.language) for each in before}
        now = {each.party: person_name(each, self._look.language) for each in people}
        for party in was.keys() - now.keys():
            self._remove(party)
        for each in people:
            if each.party not in self._tiles:
                self._add(each)
            self._tell(each)
        changed = _lying(before) != _lying(people)
        taking = {each.party for each in people if each.takes_over}
        came = [joined_words(who, takes_over=party in taking) for party, who in now.items() if party not in was]
        still = {each.party for each in before if each.receives}
        went = [left_words(who) for party, who in was.items() if party not in now and party not in still]
        return (*came, *went) if changed else None

    def retranslate(self) -> None:
        """Name everybody in the language spoken now."""
        for each in self._people:
            self._tell(each)

    def lie(
        self, within: QRect, first: VideoTile, *, has_side: bool, has_document: bool, has_paper: bool = False
    ) -> tuple[Places, dict[VideoTile, QRect]]:
        """Where all lie, from left to right: oneself and the owner's panel, and the tiles of everybody else.

        ``first`` is of whom one talks with first; it gives its place to another one's document.
        """
        others, signing = self.tiles, self.interpreter
        free, aside = QRect(), QRect()
        if signing is not None:
            rest, aside = interpreter_aside(within)
            within, free = rest, free_beside(within, aside)
        laid, beside = company_places(
            within,
            len(others),
            self.arrangement,
            has_side=has_side,
            has_document=has_document,
            has_paper=has_paper,
            free=free,
        )
        where = {first: laid.remote, **dict(zip(others, beside, strict=True))}
        if (document := self.document) is not None:
            where[first], where[document] = where[document], laid.remote
        if signing is not None:
            where[signing] = aside
        return laid, where

    def open(self) -> None:
        """Let pictures come."""
        self._is_open = True
        for feed in self._feeds.values():
            feed.open()

    def close(self) -> None:
        """Let none come, while nobody sees them."""
        self._is_open = False
        for feed in self._feeds.values():
            feed.close()

    def _add(self, person: PersonView) -> None:
        tile = self._tiles[person.party] = VideoTile(self._look, parent=self._stage)
        tile.setObjectName(f"person_{person.party.value}")
        tile.show()
        self._feeds[person.party] = TileFeed(self._conference, person.stream, tile)
        if self._is_open:
            self._feeds[person.party].open()

    def _remove(self, party: Party) -> None:
        self._feeds.pop(party).close()
        tile = self._tiles.pop(party)
        tile.hide()
        tile.deleteLater()

    def _tell(self, person: PersonView) -> None:
        tile = self._tiles[person.party]
        tile.set_name(person_name(person, self._look.language))
        tile.set_state(*person_state(person))
        level = person.quality.theirs if person.phase is Phase.TALKING else None
        tile.set_quality(None if level is None else BARS[level])
        tile.set_whole(tile is self.document)


def _lying(people: tuple[PersonView, ...]) -> tuple[object, ...]:
    """What decides how they lie."""
    return tuple(
        (each.party, each.capacity, each.shows is Showing.SCREEN, each.phase is Phase.TALKING) for each in people
    )
