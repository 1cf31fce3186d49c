"""What a note about a message that was not delivered means."""

import pytest

from desk_client.domain.undelivered import Fault, Why, why


@pytest.mark.parametrize(
    ("note", "means"),
    [
        (Fault.CARRIER_AWAY.noted("ConnectTimeout"), Why.CARRIER_AWAY),
        (Fault.CARRIER_ANSWERED.noted("401"), Why.CREDENTIAL),
        (Fault.CARRIER_ANSWERED.noted("404"), Why.SETTINGS),
        (Fault.CARRIER_ANSWERED.noted("429"), Why.CARRIER_BUSY),
        (Fault.CARRIER_ANSWERED.noted("503"), Why.CARRIER_FAILS),
        (Fault.CARRIER_ANSWERED.noted("422"), Why.NOT_TAKEN),
        (Fault.CARRIER_REFUSED.noted(), Why.NOT_TAKEN),
        (Fault.MAIL_SERVER_AWAY.noted("SMTPAuthenticationError"), Why.MAIL_SERVER_AWAY),
        (Fault.MAIL_SERVER_LEFT.noted("SMTPServerDisconnected"), Why.MAIL_SERVER_AWAY),
        (Fault.MAIL_SERVER_ANSWERED.noted("451"), Why.MAIL_SERVER_BUSY),
        (Fault.MAIL_SERVER_ANSWERED.noted("550"), Why.NO_SUCH_ADDRESS),
        (Fault.NO_SUCH_ADDRESS.noted(), Why.NO_SUCH_ADDRESS),
        (Fault.UNFIT_ADDRESS.noted(), Why.NO_SUCH_ADDRESS),
        (Fault.NO_MAIL_SERVER.noted(), Why.NO_MAIL_SERVER),
        (Fault.UNREADABLE.noted("SealBrokenError"), Why.UNREADABLE),
        (Fault.GATEWAY_FAILED.noted("ZeroDivisionError"), Why.OURS),
        ("EC_PHONE_OFF", None),
        ("", None),
    ],
)
def test_a_note_is_understood_by_how_it_begins_and_by_its_number(note: str, means: Why | None) -> None:
    assert why(note) is means


def test_notes_read_as_they_did_before_they_were_understood() -> None:
    """They lie in stores, and a newer program reads them."""
    assert Fault.CARRIER_ANSWERED.noted("422") == "the carrier answered 422"
    assert Fault.MAIL_SERVER_AWAY.noted("TimeoutError") == "the mail server cannot be used: TimeoutError"
    assert why("the carrier answered strangely") is Why.NOT_TAKEN


def test_no_note_begins_as_another_does() -> None:
    notes = [each.value for each in Fault]
    assert [a for a in notes for b in notes if a != b and a.startswith(b)] == []
