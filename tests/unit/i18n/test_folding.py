import pytest

from desk_client.i18n.folding import folded, monogram


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أَحْمَد", "احمد"),
        ("إبراهيم", "ابراهيم"),
        ("فاطمة", "فاطمه"),
        ("مصطفى", "مصطفي"),
        ("محـمـد", "محمد"),
        ("José  ٢", "jose 2"),
        ("ﷲ", "الله"),
    ],
)
def test_two_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_different_names_stay_different() -> None:
    assert folded("علي") != folded("عالي")


@pytest.mark.parametrize(("name", "letter"), [("الأمير", "أ"), ("محافظ صبيا", "م"), ("emir", "E"), ("  ", "")])
def test_a_monogram_passes_over_the_article(name: str, letter: str) -> None:
    assert monogram(name) == letter
