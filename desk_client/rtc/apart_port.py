"""What of `port` is about keeping apart from some of those in a talk: a command in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KeepApart:
    """From these peers, and from no others, until told otherwise; the connections stay as they are.

    They are sent silence and a still, dark picture; nothing of theirs is played or shown. It holds for connections that
    are made later as well.
    """

    peers: frozenset[str] = frozenset()
