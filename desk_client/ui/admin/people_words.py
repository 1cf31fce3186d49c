"""The words of people and roles."""

from PySide6.QtCore import QCoreApplication

from desk_client.domain.access import Role
from desk_client.domain.outcomes import Refusal, RefusalCode


def role_words(role: Role) -> str:
    """What somebody is here."""
    names = {
        Role.OFFICIAL: QCoreApplication.translate("People", "Official"),
        Role.DELEGATE: QCoreApplication.translate("People", "Office manager"),
        Role.SPECIALIST: QCoreApplication.translate("People", "Specialist"),
        Role.COORDINATOR: QCoreApplication.translate("People", "Coordinator"),
        Role.AGENCY_LEADER: QCoreApplication.translate("People", "Head of an agency"),
        Role.INTERPRETER: QCoreApplication.translate("People", "Interpreter"),
        Role.OPERATOR: QCoreApplication.translate("People", "Operator of a hall"),
        Role.EMIRATE_LEADERSHIP: QCoreApplication.translate("People", "Leadership of the emirate"),
        Role.ADMINISTRATOR: QCoreApplication.translate("People", "Administrator"),
    }
    return names.get(role, role.value)


def role_code_words(code: str) -> str:
    """A role by its code in the trail, where those stand as well who are no staff."""
    others = {
        Role.KIOSK.value: QCoreApplication.translate("People", "Kiosk"),
        Role.CITIZEN.value: QCoreApplication.translate("People", "Visitor"),
    }
    known = {role.value: role_words(role) for role in Role if role.value not in others}
    return others.get(code) or known.get(code, code)


def place_name(role: Role) -> str:
    """What kind of place the role works for; empty for a role that works for none."""
    match role:
        case Role.OFFICIAL | Role.DELEGATE | Role.SPECIALIST:
            return QCoreApplication.translate("People", "Office")
        case Role.COORDINATOR | Role.AGENCY_LEADER | Role.INTERPRETER:
            return QCoreApplication.translate("People", "Agency")
        case Role.OPERATOR:
            return QCoreApplication.translate("People", "Hall")
        case _:
            return ""


def refused_words(refusal: Refusal) -> str:
    """Why it was not done; empty for the usual words."""
    match refusal.code:
        case RefusalCode.ALREADY_EXISTS:
            return QCoreApplication.translate("People", "This user name is taken. Please choose another.")
        case RefusalCode.FORBIDDEN:
            return QCoreApplication.translate(
                "People",
                "Nobody changes their own role or shuts themselves out: another administrator has to do it. "
                "So there is always one left.",
            )
        case RefusalCode.NOT_FOUND:
            return QCoreApplication.translate("People", "This account is not there any more. The list is new.")
        case RefusalCode.INVALID_REQUEST:
            return QCoreApplication.translate(
                "People", "Please look at user name, role and place again: they do not go together."
            )
        case _:
            return ""
