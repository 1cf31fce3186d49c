"""An agency's address of its transactions: what it may be, and what becomes of a number in it."""

import pytest

from desk_client.domain.transaction_link import (
    LONGEST_LINK,
    LinkFault,
    address_of,
    fault_in_link,
    same_transaction,
)

GOOD = "https://portal.example.gov.sa/t/{number}"


@pytest.mark.parametrize(
    "link",
    [
        GOOD,
        "HTTPS://portal.example.gov.sa/t/{number}",
        "https://portal/t?n={number}&lang=ar",
        "https://10.0.0.5:8443/#/file/{number}/view",
        "https://portal.example.gov.sa?{number}",
        "https://portal.example.gov.sa/%D9%85/{number}",
        "https://a.example/" + "x" * (LONGEST_LINK - len("https://a.example/{number}")) + "{number}",
    ],
)
def test_an_address_with_one_place_for_the_number_may_be_set(link: str) -> None:
    """A domain, a name of the house's own network, a port, a query."""
    assert fault_in_link(link) is None


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("", LinkFault.NOT_HTTPS),
        ("{number}", LinkFault.NOT_HTTPS),
        ("http://portal.example.gov.sa/t/{number}", LinkFault.NOT_HTTPS),
        ("javascript:alert({number})", LinkFault.NOT_HTTPS),
        ("file:///etc/{number}", LinkFault.NOT_HTTPS),
        ("//portal.example.gov.sa/{number}", LinkFault.NOT_HTTPS),
        ("https:portal.example.gov.sa/{number}", LinkFault.NOT_HTTPS),
        ("https://portal.example.gov.sa/t/", LinkFault.NUMBER),
        ("https://portal.example.gov.sa/{number}/{number}", LinkFault.NUMBER),
        ("https://portal.example.gov.sa/{Number}", LinkFault.NUMBER),
        ("https://portal.example.gov.sa/{number}/{lang}", LinkFault.NUMBER),
        ("https://portal.example.gov.sa/{{number}}", LinkFault.NUMBER),
        ("https://{number}.example.gov.sa/t", LinkFault.NUMBER),
        ("https://{number}/t", LinkFault.NUMBER),
        ("https://portal.example.gov.sa:{number}/t", LinkFault.NUMBER),
        ("https://portal.example.gov.sa{number}", LinkFault.NUMBER),
        ("https:///t/{number}", LinkFault.HOST),
        ("https://?n={number}", LinkFault.HOST),
        ("https://-portal/{number}", LinkFault.HOST),
        ("https://portal..sa/{number}", LinkFault.HOST),
        ("https://portal.sa:99999/{number}", LinkFault.HOST),
        ("https://portal.sa:0/{number}", LinkFault.HOST),
        ("https://portal.sa:/{number}", LinkFault.HOST),
        ("https://portal.sa:https/{number}", LinkFault.HOST),
        ("https://[::1/{number}", LinkFault.HOST),
        ("https://" + "a" * 254 + "/{number}", LinkFault.HOST),
        ("https://clerk@portal.sa/{number}", LinkFault.USER_INFO),
        ("https://clerk:word@portal.sa/{number}", LinkFault.USER_INFO),
        ("https://portal.sa@elsewhere.example/{number}", LinkFault.USER_INFO),
        ("https://portal.sa /{number}", LinkFault.CHARACTERS),
        (" https://portal.sa/{number}", LinkFault.CHARACTERS),
        ("https://portal.sa/{number}\n", LinkFault.CHARACTERS),
        ("https://portal.sa\\@elsewhere.example/{number}", LinkFault.CHARACTERS),
        ("https://portal.sa/100%/{number}", LinkFault.CHARACTERS),
        ("https://بوابة.sa/{number}", LinkFault.CHARACTERS),
        ('https://portal.sa/"{number}', LinkFault.CHARACTERS),
        ("https://portal.sa/\0{number}", LinkFault.CHARACTERS),
        ("https://a.example/{number}" + "x" * LONGEST_LINK, LinkFault.TOO_LONG),
    ],
)
def test_any_other_address_is_refused_with_its_reason(link: str, fault: LinkFault) -> None:
    """What is no https, has no host, names a user, or lets the number stand anywhere but once behind the host."""
    assert fault_in_link(link) is fault


def test_a_number_is_percent_encoded_whole() -> None:
    """A stroke is part of a number, and no step in the address."""
    assert address_of(GOOD, "44/1203-A") == "https://portal.example.gov.sa/t/44%2F1203-A"
    assert address_of("https://p.sa/?n={number}#top", "1&admin=1 ؟") == "https://p.sa/?n=1%26admin%3D1%20%D8%9F#top"


@pytest.mark.parametrize("link", [None, "", "http://portal.sa/{number}", "file:///{number}", "https://p.sa/t"])
def test_nothing_leads_anywhere_without_a_right_address(link: str | None) -> None:
    """Also where one came from the store or the wire that could not be set."""
    assert address_of(link, "44/120") is None
    assert address_of(GOOD, "") is None


def test_numbers_are_the_same_however_their_letters_are_written() -> None:
    """Zeros and strokes tell numbers apart."""
    assert same_transaction(" 44/120-A") == same_transaction("44/120-a")
    assert same_transaction("044/120") != same_transaction("44/120")
