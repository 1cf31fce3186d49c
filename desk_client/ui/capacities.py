"""As what somebody takes part in an audience, in words. Apart from the talk's own, which come with the first talk."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.called_in import Capacity


def capacity_words(capacity: Capacity) -> str:
    """As what somebody takes part."""
    match capacity:
        case Capacity.CITIZEN:
            return QCoreApplication.translate("PeopleInTalk", "Visitor")
        case Capacity.OFFICIAL:
            return QCoreApplication.translate("PeopleInTalk", "Official")
        case Capacity.DELEGATE:
            return QCoreApplication.translate("PeopleInTalk", "Takes the minutes")
        case Capacity.DEPARTMENT_HEAD:
            return QCoreApplication.translate("PeopleInTalk", "Department head")
        case Capacity.INTERPRETER:
            return QCoreApplication.translate("PeopleInTalk", "Interpreter")
        case Capacity.SIGN_INTERPRETER:
            return QCoreApplication.translate("PeopleInTalk", "Sign-language interpreter")
    assert_never(capacity)
