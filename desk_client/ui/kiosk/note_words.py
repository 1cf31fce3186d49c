"""What an office wrote to who waits: its own words, or a prepared sentence in the visitor's language."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.visit import Note, Prepared


def note_words(note: Note) -> str:
    """As it is read, and read aloud."""
    match note.prepared:
        case None:
            return note.text
        case Prepared.SOON:
            return QCoreApplication.translate("NoteWords", "One more moment, please: you are about to be received.")
        case Prepared.TEN_MINUTES:
            return QCoreApplication.translate("NoteWords", "We are sorry: about ten minutes more. Your turn is kept.")
        case Prepared.DELAYED if note.minutes is not None:
            return QCoreApplication.translate(
                "NoteWords", "We are sorry: about %Ln more minutes. Your turn is kept.", "", note.minutes
            )
        case Prepared.DELAYED:
            return QCoreApplication.translate(
                "NoteWords", "We are sorry: it takes longer today, about half an hour. Your turn is kept."
            )
    assert_never(note.prepared)
