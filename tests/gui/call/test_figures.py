"""The figures of a call: what is known is there, in the digits and units of the language, and nothing else."""

from dataclasses import fields, replace

import pytest
from pytestqt.qtbot import QtBot

from desk_client.client.conference import CallStats
from desk_client.i18n.bidi import without_marks
from desk_client.i18n.language import Language
from desk_client.ui.call.figures import Figures
from desk_client.ui.theme.appearance import Appearance
from tests.gallery.desk_screens import FIGURES


@pytest.fixture
def figures(qtbot: QtBot, look: Appearance) -> Figures:
    made = Figures(look)
    qtbot.addWidget(made)
    return made


def test_every_figure_has_its_row(figures: Figures, look: Appearance) -> None:
    look.set_language(Language.ENGLISH)
    figures.show_stats(FIGURES)
    assert figures.rows == {
        "Pictures captured": "13874 (30/s)",
        "Pictures encoded": "13792",
        "Pictures sent": "13790 (30/s)",
        "Bitrate sent": "1312 kbit/s",
        "The line may carry": "1480 kbit/s (TWCC)",
        "Lost on the way there": "1.2%",
        "Our level": "−31 dBFS",
        "Codec": "H264",
        "Round trip": "86 ms",
        "Path": "Through a relay",
        "Processor, of one core": "23.6%",
        "Engine late by": "1 ms",
        "Pictures received": "13655",
        "Pictures decoded": "13649 (30/s)",
        "Pictures painted": "13640",
        "Pictures dropped": "6",
        "Stood still": "3 (1.2 s)",
        "Size": "1280×720",
        "Bitrate received": "1104 kbit/s",
        "Lost on the way here": "3.4%",
        "Jitter": "12 ms",
        "Picture held back": "62 ms",
        "Sound held back": "58 ms",
        "Sound aims at": "60 ms",
        "Sound made up": "2.1%",
        "Their level": "−24 dBFS",
    }


def test_readers_of_arabic_see_their_digits_and_names_of_the_trade_stay(figures: Figures) -> None:
    figures.show_stats(FIGURES)
    values = set(figures.rows.values())
    assert {"٣٫٤٪", "١٢٨٠×٧٢٠", "H264", "عبر وسيط"} <= values
    assert not any(digit in value for value in values - {"H264"} for digit in "0123456789")


def test_what_is_not_known_is_not_there(figures: Figures) -> None:
    nothing = {each.name: None for each in fields(CallStats)}
    figures.show_stats(CallStats(**{**nothing, "connected": False, "frames_captured": 0, "audio_only": False}))  # type: ignore[arg-type]  # a table by name
    assert list(figures.rows.values()) == ["٠"]
    figures.show_stats(None)
    assert figures.rows == {}


def test_a_picture_that_is_not_sent_says_so(figures: Figures) -> None:
    figures.show_stats(FIGURES)
    before = figures.rows
    figures.show_stats(replace(FIGURES, audio_only=True))
    assert len(figures.rows) == len(before) + 1


def test_another_language_names_them_anew(figures: Figures, look: Appearance) -> None:
    figures.show_stats(FIGURES)
    arabic = set(figures.rows)
    look.set_language(Language.ENGLISH)
    assert arabic.isdisjoint(figures.rows)


def test_it_does_not_shrink_while_it_is_read(figures: Figures) -> None:
    figures.show_stats(replace(FIGURES, bitrate_in_bps=99_999_999_000.0))
    wide = figures.sizeHint().width()
    figures.show_stats(FIGURES)
    assert figures.sizeHint().width() == wide


def test_values_from_left_to_right_are_held_together_in_an_arabic_line(figures: Figures) -> None:
    figures.show_stats(FIGURES)
    sizes = [value for column in figures._columns for group in column for _, value in group.rows if "×" in value]
    assert sizes == [f"\u2066{without_marks(sizes[0])}\u2069"]
