"""What printers are called, for people."""

from desk_client.client.desk_printer import Known
from desk_client.i18n.bidi import without_marks


def printer_name(known: Known, name: str) -> str:
    """What its owner says of it, where that tells it from every other; else the queue's own name."""
    queue = known.named(name)
    about = "" if queue is None else _plain(queue.about)
    is_alone = sum(_plain(each.about) == about for each in known.queues or ()) == 1
    return about if about and is_alone else name


def _plain(about: str) -> str:
    """Others' words, in one line."""
    return " ".join(without_marks(about).split())
