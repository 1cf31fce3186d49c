import pytest

from desk_client.i18n.names import monogram


@pytest.mark.parametrize(("name", "letter"), [("الأمير", "أ"), ("محافظ صبيا", "م"), ("emir", "E"), ("  ", "")])
def test_a_monogram_passes_over_the_article(name: str, letter: str) -> None:
    assert monogram(name) == letter
