import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import (
    Document,
    DocumentKind,
    DocumentNumber,
    Mobile,
    NationalId,
    masked_mobile,
    masked_national_id,
    parse_document,
    parse_mobile,
    parse_name,
    parse_national_id,
)


@pytest.mark.parametrize("text", ["1000000008", "2147860353", "1048159204"])
def test_a_right_checksum_is_accepted(text: str) -> None:
    assert parse_national_id(text) == text


@pytest.mark.parametrize(
    "text", ["1000000000", "3000000004", "100000000", "10000000080", "", "100000000a", "١٠٠٠٠٠٠٠٠٨", " 1000000008"]
)
def test_anything_else_is_refused_with_its_code(text: str) -> None:
    assert parse_national_id(text) == Refusal(RefusalCode.INVALID_NATIONAL_ID, field="national_id")


@given(st.from_regex(r"[12][0-9]{8}", fullmatch=True))
def test_exactly_one_last_digit_makes_an_id_right(first_nine: str) -> None:
    right = [digit for digit in "0123456789" if not isinstance(parse_national_id(first_nine + digit), Refusal)]
    assert len(right) == 1


def test_masks_show_the_ends_only() -> None:
    assert masked_national_id(NationalId("1000000008")) == "10••••••08"
    assert masked_mobile(Mobile("+966500000078")) == "05••••••78"


@pytest.mark.parametrize("text", ["0500000001", "+966400000001", "+96650000000", "+9665000000012", "+966٥00000001"])
def test_only_e164_saudi_mobiles_are_mobiles(text: str) -> None:
    assert parse_mobile(text) == Refusal(RefusalCode.INVALID_MOBILE, field="mobile")
    assert parse_mobile("+966500000001") == "+966500000001"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("  عبدالله   بن أحمد ", "عبدالله بن أحمد"),
        ("مُحَمَّد علي", "مُحَمَّد علي"),
        ("Anne-Marie O'Neil", "Anne-Marie O'Neil"),
    ],
)
def test_names_are_kept_as_written_with_single_spaces(text: str, name: str) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize("text", ["", "ab", "---", "x" * 81, "Ali 5", "<b>Ali</b>", "علي\u202eبن"])
def test_what_is_no_name_is_refused(text: str) -> None:
    assert parse_name(text) == Refusal(RefusalCode.INVALID_NAME, field="name")


@pytest.mark.parametrize(
    ("kind", "number", "nationality", "expected"),
    [
        (
            DocumentKind.NATIONAL_ID,
            "1000000008",
            None,
            Document(DocumentKind.NATIONAL_ID, DocumentNumber("1000000008")),
        ),
        (DocumentKind.PASSPORT, "a 123-4567", "eg", Document(DocumentKind.PASSPORT, DocumentNumber("A1234567"), "EG")),
        (
            DocumentKind.BORDER_NUMBER,
            "3123456789",
            "YE",
            Document(DocumentKind.BORDER_NUMBER, DocumentNumber("3123456789"), "YE"),
        ),
        (DocumentKind.NATIONAL_ID, "1000000000", None, Refusal(RefusalCode.INVALID_NATIONAL_ID, field="national_id")),
        (DocumentKind.PASSPORT, "ab!", "EG", Refusal(RefusalCode.INVALID_DOCUMENT, field="number")),
        (DocumentKind.BORDER_NUMBER, "1123456789", "YE", Refusal(RefusalCode.INVALID_DOCUMENT, field="number")),
        (DocumentKind.PASSPORT, "A1234567", None, Refusal(RefusalCode.INVALID_NATIONALITY, field="nationality")),
        (DocumentKind.PASSPORT, "A1234567", "EGY", Refusal(RefusalCode.INVALID_NATIONALITY, field="nationality")),
    ],
)
def test_a_document_is_read_by_its_kind(
    kind: DocumentKind, number: str, nationality: str | None, expected: Document | Refusal
) -> None:
    assert parse_document(kind, number, nationality) == expected


def test_two_documents_of_one_number_are_two_people() -> None:
    egyptian = Document(DocumentKind.PASSPORT, DocumentNumber("A1234567"), "EG")
    yemeni = Document(DocumentKind.PASSPORT, DocumentNumber("A1234567"), "YE")
    assert egyptian.key != yemeni.key
    assert (egyptian.masked, Document(DocumentKind.PASSPORT, DocumentNumber("A1234")).masked) == ("A1••••67", "A•••4")
