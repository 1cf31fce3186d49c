"""Retention: a few times a day everything that is kept no longer is removed, in small transactions."""

import logging
import threading
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Final

from sqlalchemy.exc import IntegrityError

from desk_client.domain.retention import Kind
from desk_client.server.house import House
from desk_client.server.services.privacy import retention

_log = logging.getLogger(__name__)
EVERY: Final = timedelta(hours=6)
_BETWEEN_S: Final = 0.02
"""Others write between two batches."""

SHORT_LIVED: Final = (Kind.ANSWERS, Kind.HINTS, Kind.CHALLENGES)
"""Kinds of which a busy day makes millions: `housekeeping` removes them every minute."""


class Retaining:
    """The job of one server; several may run at once. `end` lets it stop between two batches."""

    def __init__(self, house: House) -> None:
        """Nothing happens before the first round."""
        self._house = house
        self._ending = threading.Event()

    def round(self) -> timedelta:
        """Remove whatever is kept no longer; returns the pause until the next round."""
        gone = self.clear(tuple(kind for kind in Kind if kind not in SHORT_LIVED))
        told = ", ".join(f"{count} {kind.value}" for kind, count in gone.items() if count)
        if told:
            _log.info("kept no longer, and removed: %s", told)
        return EVERY

    def clear(self, kinds: tuple[Kind, ...] = tuple(Kind)) -> Mapping[Kind, int]:
        """Remove what is kept no longer of these kinds; how much of each went."""
        return {kind: self._cleared(kind) for kind in kinds}

    def due(self) -> Mapping[Kind, int]:
        """How much of each kind would go now; nothing is removed."""
        return {kind: self._house.read_now(partial(retention.due, kind=kind)) for kind in Kind}

    def end(self) -> None:
        """Stop soon."""
        self._ending.set()

    def _cleared(self, kind: Kind) -> int:
        gone, after = 0, None
        while not self._ending.is_set():
            names = self._house.read_now(partial(retention.found, kind=kind, after=after))
            if not names:
                break
            try:
                gone += self._house.write_now(partial(retention.remove, kind=kind, names=names))
            except IntegrityError:
                # somebody came back between the look and the removal, and holds one of them: the next round sees it
                _log.warning("a batch of %s was left for the next round", kind.value)
            after = names[-1]
            if len(names) < retention.BATCH:
                break
            self._ending.wait(_BETWEEN_S)
        return gone
