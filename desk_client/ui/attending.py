"""Who receives in the place of the office that somebody booked with: its visitors are told beforehand."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.visit import Appointment
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said


def attending_fact(appointment: Appointment, language: Language) -> tuple[tuple[str, str], ...]:
    """Who stands in, by name and value; nothing where the office itself receives."""
    if appointment.attending_title is None:
        return ()
    name = QCoreApplication.translate("Attending", "Received by")
    return ((name, said(appointment.attending_title, language)),)
