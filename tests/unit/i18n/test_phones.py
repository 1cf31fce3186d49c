import pytest

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.phones import local_mobile, mobile_of


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
