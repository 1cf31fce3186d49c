"""A template says what it must, and nothing that nobody can fill in."""

import re

import pytest

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.language import Language
from desk_client.server.notify.defaults import DEFAULTS, subject_of
from desk_client.server.notify.notices import Notice
from desk_client.server.notify.parts import Alphabet, length_of
from desk_client.server.notify.samples import SAMPLES
from desk_client.server.notify.templates import MOST_LETTERS, SHAPES, TemplateKey, faults_of, filled

NOTICES = tuple(SAMPLES.values())


def text_of(notice: Notice, language: Language) -> str:
    return filled(DEFAULTS[language][notice.key], notice.values(language))


def test_every_message_has_a_notice() -> None:
    assert set(SAMPLES) == set(TemplateKey)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: str(notice.key))
def test_our_own_words_are_whole_and_short_in_both_languages(notice: Notice, language: Language) -> None:
    body = DEFAULTS[language][notice.key]
    assert faults_of(notice.key, body) == ()
    assert subject_of(notice.key, language)
    text = text_of(notice, language)
    assert "{" not in text
    length = length_of(text)
    assert length.parts <= 3
    if notice.key is not TemplateKey.REQUEST_DECLINED:  # staff wrote that one's words in Arabic
        assert (length.alphabet is Alphabet.GSM_7) == (language is Language.ENGLISH)


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: str(notice.key))
def test_whatever_a_template_may_have_its_notice_gives(notice: Notice) -> None:
    shape = SHAPES[notice.key]
    assert shape.needed | shape.offered <= set(notice.values(Language.ARABIC))


def test_codes_stand_in_isolates_in_arabic_and_the_hour_is_the_zone_s() -> None:
    arabic = text_of(SAMPLES[TemplateKey.TICKET], Language.ARABIC)
    for part in ("\u206610001\u2069", "\u2066654321\u2069", "أمير منطقة جازان", "الأحد", "٢٢ نوفمبر ٢٠٢٦", "٩:٠٠ ص"):
        assert part in arabic
    english = text_of(SAMPLES[TemplateKey.TICKET], Language.ENGLISH)
    for part in ("10001", "654321", "the Emir of Jazan", "Sunday 22 November 2026", "9:00 AM"):
        assert part in english


def test_a_code_s_message_is_one_part() -> None:
    assert length_of(text_of(SAMPLES[TemplateKey.SIGN_IN_CODE], Language.ARABIC)).parts == 1
    assert length_of(text_of(SAMPLES[TemplateKey.SIGN_IN_CODE], Language.ENGLISH)).parts == 1


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ("Your code", ["body.code"]),
        ("{code} {national_id}", ["body.national_id"]),
        ("{cod}", ["body.cod", "body.code"]),
        ("{code", ["body"]),
        ("code}", ["body"]),
        ("{code!r}", ["body"]),
        ("{code:>9}", ["body"]),
        ("{code.__class__}", ["body"]),
        ("{code[0]}", ["body"]),
        ("{}", ["body"]),
        ("{0}", ["body"]),
        ("{code}" + "a" * MOST_LETTERS, ["body"]),
        ("   ", ["body.code", "body"]),
        ("{{{code}}}", []),
    ],
)
def test_what_is_wrong_with_a_body_is_named(body: str, fields: list[str]) -> None:
    assert list(faults_of(TemplateKey.SIGN_IN_CODE, body)) == [
        Refusal(RefusalCode.INVALID_REQUEST, field=field) for field in fields
    ]


def test_a_value_is_not_filled_in_once_more() -> None:
    assert filled("{{a}} {a}{b}", {"a": "{b}", "b": "ب"}) == "{a} {b}ب"
    with pytest.raises(KeyError, match="b"):
        filled("{b}", {})


def test_a_declined_request_names_unit_reason_and_next_step() -> None:
    text = text_of(SAMPLES[TemplateKey.REQUEST_DECLINED], Language.ARABIC)
    assert re.search("إدارة الطرق.*ملكية خاصة.*مالك الأرض", text, re.DOTALL)
    assert SHAPES[TemplateKey.REQUEST_DECLINED].needed == {"unit", "reason", "next"}
