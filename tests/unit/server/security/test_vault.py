import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.server.security.vault import NEW_KEYS_WITHIN_S, SealBrokenError, Vault

KEY, OTHER_KEY, INDEX_KEY = b"k" * 32, b"o" * 32, b"i" * 32
VAULT = Vault({1: KEY, 2: OTHER_KEY}, INDEX_KEY)
TEXTS = st.text(max_size=60)
NAMES = st.text(st.characters(codec="ascii", exclude_characters=":"), max_size=20)


@given(TEXTS, NAMES, TEXTS)
def test_what_was_sealed_opens_in_its_own_place(text: str, table: str, row: str) -> None:
    sealed = VAULT.seal(table, row, text)
    assert VAULT.open(table, row, sealed) == text
    assert VAULT.version_of(sealed) == VAULT.version == 2
    assert len(sealed) == 2 + 12 + len(text.encode()) + 16


@given(st.text(max_size=8))
def test_every_single_flipped_bit_is_refused(text: str) -> None:
    sealed = VAULT.seal("person.mobile", "p1", text)
    for bit in range(len(sealed) * 8):
        flipped = bytearray(sealed)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(SealBrokenError):
            VAULT.open("person.mobile", "p1", bytes(flipped))


@given(TEXTS, NAMES, TEXTS, NAMES, TEXTS)
def test_a_value_opens_in_no_other_place(text: str, table: str, row: str, other_table: str, other_row: str) -> None:
    sealed = VAULT.seal(table, row, text)
    if (other_table, other_row) != (table, row):
        with pytest.raises(SealBrokenError):
            VAULT.open(other_table, other_row, sealed)


def test_columns_of_one_row_cannot_be_exchanged_and_no_place_reads_like_another() -> None:
    sealed = VAULT.seal("person.mobile", "p1", "+966500000001")
    with pytest.raises(SealBrokenError):
        VAULT.open("person.name", "p1", sealed)
    with pytest.raises(ValueError, match="colon"):
        VAULT.seal("person:p", "1", "text")


@pytest.mark.parametrize("length", [0, 1, 2, 14, 29])
def test_too_little_to_be_a_seal_is_refused(length: int) -> None:
    with pytest.raises(SealBrokenError):
        VAULT.open("person.mobile", "p1", VAULT.seal("person.mobile", "p1", "")[:length])


def test_a_key_that_is_not_here_is_refused_by_its_version_and_nothing_of_the_value_is_told() -> None:
    sealed = VAULT.seal("person.mobile", "p1", "+966500000001")
    with pytest.raises(SealBrokenError, match="key 2") as broken:
        Vault({1: KEY}, INDEX_KEY).open("person.mobile", "p1", sealed)
    assert "966" not in str(broken.value)
    with pytest.raises(SealBrokenError):
        Vault({2: KEY}, INDEX_KEY).open("person.mobile", "p1", sealed)


def test_equal_texts_are_sealed_differently() -> None:
    assert VAULT.seal("person.mobile", "p1", "text") != VAULT.seal("person.mobile", "p1", "text")


def test_an_older_key_still_opens_what_it_sealed() -> None:
    sealed = Vault({1: KEY}, INDEX_KEY).seal("person.mobile", "p1", "text")
    assert VAULT.open("person.mobile", "p1", sealed) == "text"


def test_a_key_that_another_process_added_opens_at_once_and_seals_soon() -> None:
    keys, now = {1: KEY}, [0.0]
    vault = Vault(keys, INDEX_KEY, reload=lambda: keys, clock=lambda: now[0])
    keys = {1: KEY, 2: OTHER_KEY}
    assert vault.version == 1
    assert vault.open("person.mobile", "p1", VAULT.seal("person.mobile", "p1", "text")) == "text"
    assert vault.version == 2

    keys = {2: OTHER_KEY, 3: KEY}
    now[0] = NEW_KEYS_WITHIN_S
    assert vault.version_of(vault.seal("person.mobile", "p1", "text")) == 3


@given(TEXTS, TEXTS, NAMES)
def test_an_index_tells_equal_from_different_and_nothing_across_purposes(one: str, other: str, purpose: str) -> None:
    assert (VAULT.index(purpose, one) == VAULT.index(purpose, other)) == (one == other)
    assert VAULT.index(purpose, one) != VAULT.index(purpose + "2", one)
    assert VAULT.index(purpose, one) != Vault({1: KEY}, OTHER_KEY).index(purpose, one)
    assert len(VAULT.index(purpose, one)) == 32


def test_names_are_found_by_any_word_in_any_spelling() -> None:
    stored = VAULT.name_tokens("عبد الله بن أحمد الحارثي")
    assert len(stored) == 4
    assert VAULT.name_tokens("احمد الحارثى") <= stored
    assert not VAULT.name_tokens("سالم") <= stored


@pytest.mark.parametrize("keys", [{}, {0: KEY}, {65536: KEY}, {1: b"short"}])
def test_unusable_keys_are_an_error(keys: dict[int, bytes]) -> None:
    with pytest.raises(ValueError, match="vault"):
        Vault(keys, INDEX_KEY)
