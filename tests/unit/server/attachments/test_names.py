"""A name is shown and offered; it deceives nobody, and leads nowhere."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.domain.attachment_kinds import Kind
from desk_client.server.attachments.names import MOST_CHARACTERS, display_name


@pytest.mark.parametrize(
    ("claimed", "shown"),
    [
        ("letter.pdf", "letter.pdf"),
        ("خطاب إلى الأمير.PDF", "خطاب إلى الأمير.pdf"),
        ("photo.jpeg", "photo.pdf"),
        ("setup.exe", "setup.exe.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("..\\..\\windows\\system32\\cmd.exe", "cmd.exe.pdf"),
        ("/", "attachment.pdf"),
        ("..", "attachment.pdf"),
        ("", "attachment.pdf"),
        (".pdf", "attachment.pdf"),
        ("...---", "attachment.pdf"),
        ("a\0b.pdf", "ab.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe.pdf"),
        ("\u2066a\u2069\u200e\u200f\ufeff.pdf", "a.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie x=1.pdf"),
        ('a"; filename="b.pdf', "a; filename=b.pdf"),
        ("<img src=x onerror=alert(1)>.pdf", "img src=x onerror=alert(1).pdf"),
        ("a\ud800b.pdf", "ab.pdf"),
        ("e\u0301.pdf", "\u00e9.pdf"),
        ("نامه\u200cها.pdf", "نامه\u200cها.pdf"),
        ("  a   b \t.pdf ", "a b.pdf"),
        ("x" * 4096, "x" * (MOST_CHARACTERS - 4) + ".pdf"),
        ("a" + "\u0301" * 4_000_000, "attachment.pdf"),
    ],
)
def test_is_shown_as(claimed: str, shown: str) -> None:
    assert display_name(claimed, Kind.PDF) == shown


@given(st.text(alphabet=st.characters(), max_size=300), st.sampled_from(Kind))
def test_of_any_text(claimed: str, kind: Kind) -> None:
    shown = display_name(claimed, kind)
    assert shown.endswith(kind.extension)
    assert len(shown) <= MOST_CHARACTERS
    assert not set(shown) & set('/\\\0\r\n"<>|?*:')
    assert not shown.startswith((".", " "))
    assert not any(unicodedata.bidirectional(one) in {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI"} for one in shown)
    assert display_name(shown, kind) == shown
    shown.encode()
