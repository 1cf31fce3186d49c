"""What printers are called, and what keeps them from printing, for people."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.desk_printer import DeskPrinter, Known
from desk_client.client.printer import Trouble
from desk_client.i18n.bidi import embedded, without_marks


def printer_name(known: Known, name: str) -> str:
    """What its owner says of it, where that tells it from every other; else the queue's own name."""
    queue = known.named(name)
    about = "" if queue is None else _plain(queue.about)
    is_alone = sum(_plain(each.about) == about for each in known.queues or ()) == 1
    return about if about and is_alone else name


def last_printer(printer: DeskPrinter) -> str:
    """The one that the last page went to, for a sentence; empty where there was none to go to."""
    return embedded(printer_name(printer.known.value, printer.went_to))


def trouble_words(trouble: Trouble, printer: str) -> str:
    """Why nothing came out of the printer, and what to do about it; `printer` as `last_printer` tells it."""
    match trouble:
        case Trouble.OUT_OF_PAPER:
            said = QCoreApplication.translate("PrinterWords", "{printer} has no paper. Put some in, and try again.")
        case Trouble.REFUSED:
            said = QCoreApplication.translate("PrinterWords", "{printer} did not print it. Please look after it.")
        case Trouble.NO_PRINTER if printer:
            said = QCoreApplication.translate(
                "PrinterWords", "{printer} is not to be found. Please look at “Printing” in the settings."
            )
        case Trouble.NO_PRINTER:
            said = QCoreApplication.translate(
                "PrinterWords", "The system has no printer of its own choice. Please choose one in the settings."
            )
        case _:
            assert_never(trouble)
    return said.format(printer=printer)


def _plain(about: str) -> str:
    """Others' words, in one line."""
    return " ".join(without_marks(about).split())
