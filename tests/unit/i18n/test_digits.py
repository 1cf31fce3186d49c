from hypothesis import given
from hypothesis import strategies as st

from desk_client.i18n.digits import only_digits, shown, shown_decimal, to_ascii
from desk_client.i18n.language import Language


def test_both_arabic_ranges_mean_the_same_digits() -> None:
    assert to_ascii("٠١٢٣٤٥٦٧٨٩") == to_ascii("۰۱۲۳۴۵۶۷۸۹") == "0123456789"


def test_only_digits_are_kept_of_what_was_typed() -> None:
    assert only_digits(" ٠٥٠-١٢٣ 4567\u200f") == "0501234567"


def test_other_scripts_digits_are_not_taken_for_digits() -> None:
    assert only_digits("१२三²") == ""


def test_readers_of_arabic_see_their_digits() -> None:
    assert shown(1447, Language.ARABIC) == "١٤٤٧"
    assert shown("٩:40", Language.ENGLISH) == "9:40"


@given(st.integers(min_value=0))
def test_what_is_shown_reads_back(number: int) -> None:
    assert int(only_digits(shown(number, Language.ARABIC))) == number


def test_decimals_are_written_as_each_language_writes_them() -> None:
    assert shown_decimal(3.44, 1, Language.ARABIC) == "٣٫٤"
    assert shown_decimal(3.46, 1, Language.ENGLISH) == "3.5"
