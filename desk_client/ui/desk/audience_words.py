"""An audience in words: its state, its place, its times."""

from datetime import UTC, datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.day import AgendaItem, Day
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.kinds import AppointmentKind
from desk_client.i18n.bidi import embedded
from desk_client.i18n.dates import clock_time
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.moments import here, offset_of
from desk_client.ui.widgets.banner import Mood


def state_words(state: AppointmentState) -> str:
    """Where an audience stands, in a word or two."""
    match state:
        case AppointmentState.HELD:
            return QCoreApplication.translate("Audience", "Being booked")
        case AppointmentState.BOOKED:
            return QCoreApplication.translate("Audience", "Booked")
        case AppointmentState.REMINDED:
            return QCoreApplication.translate("Audience", "Booked and reminded")
        case AppointmentState.CHECKED_IN:
            return QCoreApplication.translate("Audience", "Has come")
        case AppointmentState.WAITING:
            return QCoreApplication.translate("Audience", "Waiting")
        case AppointmentState.IN_SESSION:
            return QCoreApplication.translate("Audience", "In the talk")
        case AppointmentState.PAUSED:
            return QCoreApplication.translate("Audience", "A break")
        case AppointmentState.COMPLETED:
            return QCoreApplication.translate("Audience", "Outcome to be written")
        case AppointmentState.OUTCOME_RECORDED:
            return QCoreApplication.translate("Audience", "Outcome written")
        case AppointmentState.CONFIRMED:
            return QCoreApplication.translate("Audience", "Done")
        case AppointmentState.CANCELLED:
            return QCoreApplication.translate("Audience", "Cancelled")
        case AppointmentState.NO_SHOW:
            return QCoreApplication.translate("Audience", "Did not come")
        case AppointmentState.UNSERVED:
            return QCoreApplication.translate("Audience", "Not held: our fault")
    assert_never(state)


def state_mood(state: AppointmentState) -> Mood | None:
    """How a state is coloured; None is quiet."""
    match state:
        case (
            AppointmentState.CHECKED_IN
            | AppointmentState.WAITING
            | AppointmentState.COMPLETED
            | AppointmentState.UNSERVED
        ):
            return Mood.WARNING
        case AppointmentState.IN_SESSION | AppointmentState.PAUSED:
            return Mood.INFO
        case AppointmentState.OUTCOME_RECORDED | AppointmentState.CONFIRMED:
            return Mood.SUCCESS
        case (
            AppointmentState.HELD
            | AppointmentState.BOOKED
            | AppointmentState.REMINDED
            | AppointmentState.CANCELLED
            | AppointmentState.NO_SHOW
        ):
            return None
    assert_never(state)


def waiting_words(item: AgendaItem, now: datetime) -> str:
    """How long somebody has been waiting: "Waiting for 7 min"."""
    if item.present_since is None:
        return state_words(AppointmentState.WAITING)
    minutes = max(0, int((now - item.present_since).total_seconds() // 60))
    if minutes == 0:
        return QCoreApplication.translate("Audience", "Has just come")
    return QCoreApplication.translate("Audience", "Waiting for %Ln min", "", minutes)


def place_words(item: AgendaItem, language: Language) -> str:
    """Where the citizen is: site and kiosk, or at their own computer, in the office, at home."""
    if item.site_name is None:
        return _elsewhere(item.kind)
    site = said(item.site_name, language)
    if item.kiosk_number is None:
        return site
    number = item.kiosk_number
    kiosk = QCoreApplication.translate("Audience", "kiosk %Ln", "", number)
    return f"{site} · {kiosk}"


def _elsewhere(kind: AppointmentKind) -> str:
    match kind:
        case AppointmentKind.VIDEO_OWN | AppointmentKind.VIDEO_KIOSK:
            return QCoreApplication.translate("Audience", "At their own computer")
        case AppointmentKind.IN_PERSON:
            return QCoreApplication.translate("Audience", "In person, at the office")
        case AppointmentKind.HOME_VISIT:
            return QCoreApplication.translate("Audience", "A visit to their home")
    assert_never(kind)


def arrival_words(day: Day, language: Language) -> str:
    """Announce who has come and was not looked at yet; empty where nobody has."""
    come = [item for item in (day.agenda.items if day.agenda is not None else ()) if item.id in day.unseen]
    if not come:
        return ""
    count = len(come)
    if count > 1:
        return QCoreApplication.translate("Audience", "%Ln visitors have come and wait for you.", "", count)
    template = QCoreApplication.translate("Audience", "{name} has come and is waiting for you: {place}.")
    return template.format(name=embedded(come[0].citizen_name), place=embedded(place_words(come[0], language)))


def no_longer_words(name: str, item: AgendaItem | None) -> str:
    """Why somebody cannot be received any more; empty where they wait or talk still. None: they are off the list."""
    if item is None or item.state is AppointmentState.CANCELLED:
        template = QCoreApplication.translate(
            "Audience", "{name} waits no more: the audience was cancelled a moment ago, or goes on at another office."
        )
    elif item.state in {AppointmentState.WAITING, AppointmentState.IN_SESSION, AppointmentState.PAUSED}:
        return ""
    elif item.state is AppointmentState.UNSERVED:
        template = QCoreApplication.translate(
            "Audience", "{name} waits no more: the audience fell through by a fault of ours and is booked again."
        )
    else:
        template = QCoreApplication.translate(
            "Audience", "{name} waits no more: somebody of your office has dealt with the audience a moment ago."
        )
    return template.format(name=embedded(name))


def on_wall(moment: datetime, item: AgendaItem, language: Language) -> str:
    """A moment's time of day where the audience takes place."""
    return clock_time((moment.astimezone(UTC) + offset_of(item.slot)).time(), language)


def today_here() -> datetime:
    """Now, as the office's clock shows it."""
    return here(datetime.now(UTC))
