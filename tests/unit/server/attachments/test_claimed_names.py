"""What a header says that a file is called; whatever it says, an answer is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.server.web.file_counter import claimed_name


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (None, ""),
        ("attachment", ""),
        ("attachment; filename=plain.jpeg", "plain.jpeg"),
        ('attachment; filename="a \\"b\\".exe"', 'a "b".exe'),
        ("attachment; filename*=UTF-8''%D8%AE.pdf", "\u062e.pdf"),
        ("attachment; filename*=UTF-8''%E2%80%AEgpj.exe", "\u202egpj.exe"),
        ("attachment; filename=a; filename*=UTF-8''b", "b"),
        ("attachment; filename*=UTF-8''" + "x" * 5000, "x" * 5000),
        ("attachment; filename*1*=b; filename*0*=a", "ab"),
    ],
)
def test_is_called(header: str | None, name: str) -> None:
    assert claimed_name(header) == name


@given(st.text(alphabet=st.characters(max_codepoint=255), max_size=200))
@pytest.mark.parametrize("before", ["", "attachment; filename*=", "attachment; filename=", "attachment; filename*0*="])
def test_of_any_header(before: str, header: str) -> None:
    claimed_name(before + header)
