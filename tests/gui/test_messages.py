"""Every refusal is a sentence that a person understands, whatever the window speaks."""

import pytest

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.language import Language
from desk_client.ui.messages import worded
from desk_client.ui.theme.appearance import Appearance


@pytest.fixture(params=list(Language), ids=str)
def language(request: pytest.FixtureRequest, look: Appearance) -> Language:
    spoken: Language = request.param
    look.set_language(spoken)
    return spoken


def is_written_in(text: str, language: Language) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(letter.isascii() for letter in letters)
    return bool(letters) and latin == (len(letters) if language is Language.ENGLISH else 0)


@pytest.mark.parametrize("code", RefusalCode)
def test_every_refusal_says_what_happened_and_what_to_do(code: RefusalCode, language: Language) -> None:
    message = worded(Refusal(code))
    assert is_written_in(message.title, language), message
    assert is_written_in(message.text, language), message
    assert message.title != message.text


def test_no_two_refusals_read_the_same(language: Language) -> None:  # noqa: ARG001 (spoken while the test runs)
    titles = [worded(Refusal(code)).title for code in RefusalCode]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    "refusal",
    [
        Refusal(RefusalCode.CODE_WRONG, attempts_left=4),
        Refusal(RefusalCode.WRONG_CREDENTIALS, attempts_left=4),
        Refusal(RefusalCode.TOO_MANY_ATTEMPTS, retry_after_s=4),
        Refusal(RefusalCode.RATE_LIMITED, retry_after_s=4),
        Refusal(RefusalCode.TOO_EARLY, retry_after_s=230),
    ],
    ids=lambda refusal: str(refusal.code),
)
def test_tries_and_waits_are_counted_in_the_reader_s_digits(refusal: Refusal, language: Language) -> None:
    digit = "٤" if language is Language.ARABIC else "4"
    assert digit in worded(refusal).text


def test_one_and_two_have_their_own_forms_in_arabic(look: Appearance) -> None:
    look.set_language(Language.ARABIC)
    said = {worded(Refusal(RefusalCode.CODE_WRONG, attempts_left=left)).text for left in (1, 2, 3, 11)}
    assert len({"".join(letter for letter in text if not letter.isdigit()) for text in said}) == 4
