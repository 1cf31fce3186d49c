"""The words of places: what kind each is, how it stands, and what its closing touches."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desk_client.client.administration import Closing, PlaceKind
from desk_client.client.region_entries import Place, RegionInterpreter, RegionTeam
from desk_client.domain.kinds import SIGN_LANGUAGE
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import Rung
from desk_client.domain.transaction_link import PLACE, LinkFault
from desk_client.i18n.bidi import isolated
from desk_client.i18n.dates import both_dates
from desk_client.ui.operator.help.today import today
from desk_client.ui.theme.appearance import Appearance

_OF_LINK = "transaction_link."


def kind_words(what: PlaceKind) -> str:
    """What kind of place it is."""
    match what:
        case PlaceKind.AGENCY:
            return QCoreApplication.translate("Places", "Agency")
        case PlaceKind.OFFICE:
            return QCoreApplication.translate("Places", "Office")
        case PlaceKind.SERVICE:
            return QCoreApplication.translate("Places", "Service")
        case PlaceKind.SITE:
            return QCoreApplication.translate("Places", "Hall")
        case PlaceKind.TEAM:
            return QCoreApplication.translate("Places", "Visiting team")
        case PlaceKind.INTERPRETER:
            return QCoreApplication.translate("Places", "Interpreter")


def language_words(code: str) -> str:
    """Between which language and Arabic somebody interprets; by its code where it has no name here."""
    names = {
        SIGN_LANGUAGE: QCoreApplication.translate("Places", "Sign language"),
        "en": QCoreApplication.translate("Places", "English"),
        "ur": QCoreApplication.translate("Places", "Urdu"),
        "hi": QCoreApplication.translate("Places", "Hindi"),
        "bn": QCoreApplication.translate("Places", "Bengali"),
        "id": QCoreApplication.translate("Places", "Indonesian"),
        "tl": QCoreApplication.translate("Places", "Filipino"),
        "am": QCoreApplication.translate("Places", "Amharic"),
        "so": QCoreApplication.translate("Places", "Somali"),
        "fr": QCoreApplication.translate("Places", "French"),
    }
    return names.get(code, code)


def languages() -> tuple[tuple[str, str], ...]:
    """What can be picked: each by its code and its name."""
    codes = (SIGN_LANGUAGE, "ur", "en", "hi", "bn", "id", "tl", "am", "so", "fr")
    return tuple((code, language_words(code)) for code in codes)


def rung_words(rung: Rung) -> str:
    """A rung of the ladder that requests climb."""
    match rung:
        case Rung.SPECIALIST:
            return QCoreApplication.translate("Places", "Specialist")
        case Rung.DEPARTMENT_HEAD:
            return QCoreApplication.translate("Places", "Head of a department")
        case Rung.MAYOR:
            return QCoreApplication.translate("Places", "Mayor")
        case Rung.DEPUTY_EMIR:
            return QCoreApplication.translate("Places", "Deputy emir")
        case Rung.EMIR:
            return QCoreApplication.translate("Places", "Emir")


def state_words(look: Appearance, place: Place) -> str:
    """Whether it is open, and until when."""
    day = place.closed_from
    if isinstance(place, RegionTeam | RegionInterpreter):
        return _helper_state(look, day)
    if day is None:
        return QCoreApplication.translate("Places", "Open")
    text = (
        QCoreApplication.translate("Places", "Closed since {day}")
        if day <= today()
        else QCoreApplication.translate("Places", "Closes on {day}")
    )
    return text.format(day=both_dates(day, look.language))


def _helper_state(look: Appearance, day: date | None) -> str:
    if day is None:
        return QCoreApplication.translate("Places", "At work")
    text = (
        QCoreApplication.translate("Places", "Ended on {day}")
        if day <= today()
        else QCoreApplication.translate("Places", "Ends on {day}")
    )
    return text.format(day=both_dates(day, look.language))


def closing_lines(closing: Closing, what: PlaceKind) -> tuple[str, ...]:
    """What a closing touches, a sentence each; what it does not touch is not named."""
    counted = (
        (
            closing.appointments,
            QCoreApplication.translate(
                "Places",
                "Booked audiences called off, each person being told: %Ln",
                "",
                closing.appointments,
            ),
        ),
        (
            closing.taken_over,
            QCoreApplication.translate(
                "Places", "Booked audiences that another takes over, at the same time: %Ln", "", closing.taken_over
            ),
        ),
        (
            closing.waiting,
            QCoreApplication.translate(
                "Places", "Places on the waiting list that end, each person being told: %Ln", "", closing.waiting
            ),
        ),
        (
            closing.received,
            QCoreApplication.translate(
                "Places",
                "Audiences of other offices that it would have received, as these will see: %Ln",
                "",
                closing.received,
            ),
        ),
        (
            closing.duties,
            QCoreApplication.translate(
                "Places", "Entries of the duty roster that need another stand-in: %Ln", "", closing.duties
            ),
        ),
        (
            closing.requests,
            QCoreApplication.translate(
                "Places",
                "Open requests, which stay with those who work there, else with its agency: %Ln",
                "",
                closing.requests,
            ),
        ),
        (
            closing.staff,
            QCoreApplication.translate(
                "Places",
                "Accounts of those who work there, to be moved or disabled under “People”: %Ln",
                "",
                closing.staff,
            ),
        ),
        (
            closing.led_to,
            QCoreApplication.translate(
                "Places",
                "Services whose questions lead here, where visitors will find nothing: %Ln",
                "",
                closing.led_to,
            ),
        ),
    )
    lines = [text for number, text in counted if number]
    if what is PlaceKind.SITE:
        lines.append(QCoreApplication.translate("Places", "Its kiosks stay enrolled until each is retired."))
    if what is PlaceKind.OFFICE:
        lines.append(QCoreApplication.translate("Places", "Its hours and services are kept for when it opens again."))
    if closing.appointments or closing.waiting:
        lines.append(
            QCoreApplication.translate("Places", "Opening again books nobody: whoever was called off stays so.")
        )
    return tuple(lines)


def free_from(closing: Closing, earliest: date) -> date:
    """The first day from which on nobody is booked there."""
    return earliest if closing.last is None else max(earliest, date.fromordinal(closing.last.toordinal() + 1))


def link_fault_words(fault: LinkFault) -> str:
    """Why an address cannot be where an agency's transactions are found."""
    match fault:
        case LinkFault.TOO_LONG:
            return QCoreApplication.translate("Places", "This address is too long.")
        case LinkFault.CHARACTERS:
            return QCoreApplication.translate(
                "Places", "An address has no spaces, and only Latin letters, digits and the usual signs."
            )
        case LinkFault.NOT_HTTPS:
            return QCoreApplication.translate("Places", "The address begins with {start}").format(
                start=isolated("https://")
            )
        case LinkFault.HOST:
            return QCoreApplication.translate("Places", "The name of the computer in this address is not right.")
        case LinkFault.USER_INFO:
            return QCoreApplication.translate("Places", "No user and no password may stand in the address.")
        case LinkFault.NUMBER:
            words = QCoreApplication.translate(
                "Places", "{number} stands in the address once, and behind the name of the computer."
            )
            return words.replace("{number}", isolated(PLACE))


def refused_words(refusal: Refusal) -> str:
    """Why it was not done; empty for the usual words."""
    match refusal.code, refusal.field:
        case RefusalCode.ALREADY_EXISTS, _:
            return QCoreApplication.translate("Places", "An open one has this Arabic name already.")
        case RefusalCode.NOT_FOUND, _:
            return QCoreApplication.translate(
                "Places", "It is not there any more, or what it belongs to is closed. The list is new."
            )
        case RefusalCode.ILLEGAL_TRANSITION, _:
            return QCoreApplication.translate(
                "Places", "An agency closes after its offices, and opens before them; a service opens after its office."
            )
        case RefusalCode.INVALID_REQUEST, str(field) if field.startswith(_OF_LINK):
            fault = next((each for each in LinkFault if field == f"{_OF_LINK}{each.value}"), None)
            return "" if fault is None else link_fault_words(fault)
        case RefusalCode.INVALID_REQUEST, "first":
            return QCoreApplication.translate("Places", "This day is over. Please choose today or a later one.")
        case RefusalCode.INVALID_REQUEST, "phone":
            return QCoreApplication.translate("Places", "This is not the number of a Saudi telephone.")
        case RefusalCode.INVALID_REQUEST, "latitude":
            return QCoreApplication.translate("Places", "A place on the map has both degrees, or none.")
        case RefusalCode.INVALID_REQUEST, "hours":
            return QCoreApplication.translate("Places", "These hours end before they begin, or stand there twice.")
        case _:
            return ""
