import pytest

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.phones import local_mobile, mobile_of, spelled_telephone, telephone_of


@pytest.mark.parametrize(
    "text", ["0500000001", "500000001", "+966500000001", "00966500000001", "050 000-0001", "٠٥٠٠٠٠٠٠٠١", "۰۵۰۰۰۰۰۰۰۱"]
)
def test_mobiles_in_every_form_become_one(text: str) -> None:
    assert mobile_of(text) == "+966500000001"


@pytest.mark.parametrize("text", ["", "abc", "0400000001", "+14155550100", "05000000011", "0500000001x5"])
def test_other_numbers_are_refused(text: str) -> None:
    assert mobile_of(text) == Refusal(RefusalCode.INVALID_MOBILE, field="mobile")


def test_a_mobile_is_said_as_people_here_say_it() -> None:
    assert local_mobile("+966501234567") == "0501234567"
    assert local_mobile("+201001234567") == "+201001234567"


@pytest.mark.parametrize(
    ("text", "number", "spelled"),
    [
        ("017 300 0001", "+966173000001", "017 300 0001"),
        ("+966 17 300-0001", "+966173000001", "017 300 0001"),
        ("٠١٧٣٠٠٠٠٠١", "+966173000001", "017 300 0001"),
        ("920012345", "+966920012345", "9200 12345"),
    ],
)
def test_a_telephone_of_any_kind_is_kept_in_one_form_and_said_in_groups(text: str, number: str, spelled: str) -> None:
    assert telephone_of(text) == number
    assert spelled_telephone(number) == spelled


@pytest.mark.parametrize("text", ["", "940", "hall", "017 300", "+1 415 555 0100", "0173000001 x5"])
def test_what_nobody_can_dial_here_is_no_telephone(text: str) -> None:
    assert telephone_of(text) is None
