"""Why a message was not delivered: what the server notes about it, and what that means."""

import re
from enum import StrEnum
from typing import Final


class Fault(StrEnum):
    """With what the note begins; what follows says it more closely, and to engineers alone."""

    CARRIER_AWAY = "the carrier cannot be reached"
    CARRIER_ANSWERED = "the carrier answered"
    CARRIER_REFUSED = "the carrier's answer says that it did not take it"
    MAIL_SERVER_AWAY = "the mail server cannot be used"
    MAIL_SERVER_LEFT = "the mail server went away"
    MAIL_SERVER_ANSWERED = "the mail server answered"
    NO_SUCH_ADDRESS = "the mail server does not carry such an address"
    UNFIT_ADDRESS = "the address or the subject cannot stand in a letter"
    NO_MAIL_SERVER = "there is no mail server in the settings"
    UNREADABLE = "it cannot be read"
    GATEWAY_FAILED = "the gateway failed"

    def noted(self, more: str = "") -> str:
        """The note, with what is known more closely: the kind of an error, or a number that was answered."""
        if not more:
            return self.value
        return f"{self.value} {more}" if self in _WITH_NUMBER else f"{self.value}: {more}"


_WITH_NUMBER: Final = frozenset({Fault.CARRIER_ANSWERED, Fault.MAIL_SERVER_ANSWERED})
_NUMBER: Final = re.compile(r" ([0-9]{3})")
_UNAUTHORISED: Final = frozenset({401, 403, 407})
_ADDRESS_WRONG: Final = frozenset({404, 405, 421, 426})
_LATER: Final = frozenset({408, 425, 429})
_SERVER_ERROR: Final = range(500, 600)
_SMTP_FOR_GOOD: Final = range(500, 600)


class Why(StrEnum):
    """What it means to whoever looks after messages."""

    CARRIER_AWAY = "carrier_away"
    CARRIER_BUSY = "carrier_busy"
    """It wants to be asked less often, or later."""
    CARRIER_FAILS = "carrier_fails"
    """Something is wrong at the carrier's."""
    CREDENTIAL = "credential"
    """The carrier does not take our credential."""
    SETTINGS = "settings"
    """The carrier's address in the settings leads nowhere."""
    NOT_TAKEN = "not_taken"
    """The carrier takes neither this message nor its like: a number that is none, above all."""
    MAIL_SERVER_AWAY = "mail_server_away"
    MAIL_SERVER_BUSY = "mail_server_busy"
    NO_SUCH_ADDRESS = "no_such_address"
    NO_MAIL_SERVER = "no_mail_server"
    UNREADABLE = "unreadable"
    """Its seal is broken, or another version of the program wrote it."""
    OURS = "ours"
    """Something went wrong here."""


def why(note: str) -> Why | None:
    """What a note means; None where it is a carrier's own words, or nothing at all."""
    fault = next((each for each in Fault if note.startswith(each.value)), None)
    number = _NUMBER.match(note, len(fault.value)) if fault in _WITH_NUMBER and fault is not None else None
    match fault:
        case None:
            return None
        case Fault.CARRIER_AWAY:
            return Why.CARRIER_AWAY
        case Fault.CARRIER_REFUSED:
            return Why.NOT_TAKEN
        case Fault.CARRIER_ANSWERED:
            return _carrier(int(number[1])) if number is not None else Why.NOT_TAKEN
        case Fault.MAIL_SERVER_AWAY | Fault.MAIL_SERVER_LEFT:
            return Why.MAIL_SERVER_AWAY
        case Fault.MAIL_SERVER_ANSWERED:
            is_final = number is not None and int(number[1]) in _SMTP_FOR_GOOD  # RFC 5321 section 4.2.1
            return Why.NO_SUCH_ADDRESS if is_final else Why.MAIL_SERVER_BUSY
        case Fault.NO_SUCH_ADDRESS | Fault.UNFIT_ADDRESS:
            return Why.NO_SUCH_ADDRESS
        case Fault.NO_MAIL_SERVER:
            return Why.NO_MAIL_SERVER
        case Fault.UNREADABLE:
            return Why.UNREADABLE
        case Fault.GATEWAY_FAILED:
            return Why.OURS


def _carrier(status: int) -> Why:
    """By the status that it answered over HTTP (RFC 9110 section 15)."""
    if status in _UNAUTHORISED:
        return Why.CREDENTIAL
    if status in _ADDRESS_WRONG:
        return Why.SETTINGS
    if status in _LATER:
        return Why.CARRIER_BUSY
    return Why.CARRIER_FAILS if status in _SERVER_ERROR else Why.NOT_TAKEN
