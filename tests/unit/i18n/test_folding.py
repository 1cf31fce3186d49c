import pytest

from desk_client.i18n.folding import folded, name_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إيمان", "ايمان"),
        ("آمنة", "امنه"),
        ("ٱلله", "الله"),
        ("فاطمة", "فاطمه"),
        ("هدى", "هدي"),
        ("مؤمن", "مومن"),
        ("هانئ", "هاني"),
        ("مـحـمـد", "محمد"),
        ("مُحَمَّد", "محمد"),
        ("علی", "علي"),
        ("کمال", "كمال"),
        ("ﷲ", "الله"),
        ("José", "jose"),
        ("STRASSE", "straße"),
        ("٠٥۰", "050"),
        ("\u2068سالم\u2069", "سالم"),
    ],
)
def test_two_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_different_names_stay_different() -> None:
    assert folded("سالم") != folded("سليم")
    assert folded("حسن") != folded("حسين")


def test_a_name_is_its_words_in_any_order_whatever_stands_between_them() -> None:
    assert name_words("محمد بن عليّ") == name_words("علي، بن  محمد") == {"محمد", "بن", "علي"}
    assert name_words(" - ") == frozenset()


def test_servant_of_is_one_word_with_what_follows() -> None:
    assert name_words("عبد الله سالم") == name_words("عبدالله سالم") == {"عبدالله", "سالم"}
    assert name_words("سالم عبد") == {"سالم", "عبد"}
