import pytest

from desk_client.i18n.bidi import directed, embedded, isolated, runs_right_to_left, without_marks, written


def test_a_code_is_isolated_from_left_to_right() -> None:
    assert isolated("A-0417") == "\u2066A-0417\u2069"
    assert without_marks(f"{isolated('A')}{embedded('ب')}\u200f") == "Aب"


def test_what_is_empty_stays_so() -> None:
    """Marks alone are not seen, and a row without a value would be shown."""
    assert isolated("") == embedded("") == ""


def test_each_line_that_a_person_wrote_keeps_its_own_direction() -> None:
    assert written("طلب.\nPlease.") == "\u2068طلب.\u2069\n\u2068Please.\u2069"
    assert written("") == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [("سلام", True), ("Hi", False), ("12 – 14", None), ("١٢", None), (isolated("A") + " سلام", True), ("", None)],
)
def test_the_first_strong_letter_outside_isolates_decides(text: str, *, found: bool | None) -> None:
    assert runs_right_to_left(text) is found


def test_a_text_is_marked_only_where_it_would_run_otherwise() -> None:
    assert directed("سلام 5", right_to_left=True) == "سلام 5"
    assert directed("9:40 ص", right_to_left=True) == "9:40 ص"
    assert directed("9:40", right_to_left=True) == "\u200f9:40"
    assert directed("PDF ملف", right_to_left=True) == "\u200fPDF ملف"
    assert directed("ملف PDF", right_to_left=False) == "\u200eملف PDF"
    assert directed("", right_to_left=True) == ""
