"""How the day goes, in words: whether it is on time, and who is next."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desk_client.client.day import Agenda, AgendaItem
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.kiosk_health import Presence
from desk_client.domain.punctuality import Planned, behind, next_up
from desk_client.i18n.bidi import embedded
from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language
from desk_client.ui.desk.audience_words import on_wall

_MINUTE_S = 60
_HOUR_MIN = 60


def late_words(agenda: Agenda, now: datetime) -> str:
    """By how much the office runs late; empty while it is on time."""
    late = behind(_planned(agenda), now)
    if not late:
        return ""
    minutes = int(late.total_seconds() // _MINUTE_S)
    if minutes >= _HOUR_MIN:
        hours = minutes // _HOUR_MIN
        return QCoreApplication.translate("DayWords", "Running late: more than %Ln hours", "", hours)
    return QCoreApplication.translate("DayWords", "Running late: %Ln min", "", minutes)


def next_words(agenda: Agenda, now: datetime, language: Language) -> str:
    """Who is received next, and at which hour; empty where nobody is to come."""
    found = next_up(_planned(agenda), now)
    item = next((each for each in agenda.items if each.id == found), None)
    if item is None:
        return ""
    at = on_wall(item.slot.starts_at, item, language)
    template = QCoreApplication.translate("DayWords", "Next: {name}, {time}")
    return template.format(name=embedded(item.citizen_name), time=at)


def presence_words(item: AgendaItem) -> str:
    """What is amiss with the way to somebody who waits; empty where nothing is, or nothing is known."""
    is_at_page = item.kind is AppointmentKind.VIDEO_OWN and item.kiosk_number is None
    match item.presence:
        case Presence.LOST if is_at_page:
            return QCoreApplication.translate("DayWords", "Their page does not answer")
        case Presence.AWAY if is_at_page:
            return QCoreApplication.translate("DayWords", "Their page is open no more")
        case Presence.POOR:
            return QCoreApplication.translate("DayWords", "Their line is weak")
        case Presence.LOST:
            return QCoreApplication.translate("DayWords", "Their kiosk does not answer")
        case Presence.AWAY:
            return QCoreApplication.translate("DayWords", "They have left the kiosk")
        case Presence.GOOD | None:
            return ""


def away_words(item: AgendaItem) -> str:
    """That somebody has left, and does not lose their turn by it."""
    return f"{presence_words(item)}. {QCoreApplication.translate('DayWords', 'Their place is kept.')}"


def turn_words(item: AgendaItem, language: Language) -> str:
    """When somebody's turn comes: a range; empty where they do not wait, or come next."""
    if item.earliest_min is None or item.latest_min is None or item.position is None:
        return ""
    if item.position == 1:
        return QCoreApplication.translate("DayWords", "Next in line")
    text = QCoreApplication.translate("DayWords", "Turn {place}, in {earliest} to {latest} min")
    figures = {"place": item.position, "earliest": item.earliest_min, "latest": item.latest_min}
    return text.format(**{name: shown(figure, language) for name, figure in figures.items()})


def _planned(agenda: Agenda) -> tuple[Planned, ...]:
    return tuple(
        Planned(item.id, item.state, item.slot.starts_at, item.slot.ends_at, item.position) for item in agenda.items
    )


def slept_words(gap: timedelta, *, is_talking: bool) -> str:
    """That this computer slept, for how long, and what is done about it."""
    minutes = round(gap.total_seconds() / 60)
    if minutes < 1:
        said = QCoreApplication.translate("DayWords", "This computer stood still for a moment.")
    else:
        said = QCoreApplication.translate("DayWords", "This computer was asleep for %Ln minutes.", "", minutes)
    if is_talking:
        done = QCoreApplication.translate("DayWords", "The talk is connected again by itself; nothing was lost.")
    else:
        done = QCoreApplication.translate("DayWords", "Everything is read again.")
    return f"{said} {done}"
