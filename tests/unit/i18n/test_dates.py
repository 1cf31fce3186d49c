from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.i18n import dates
from desk_client.i18n.language import Language

AR, EN, UR = Language
RLM = "\u200f"


@pytest.mark.parametrize(
    ("gregorian", "hijri"),
    [
        (date(2026, 3, 15), (1447, 9, 26)),
        (date(2025, 6, 26), (1447, 1, 1)),
        (date(2024, 3, 11), (1445, 9, 1)),  # Ramadan 1445 began, by the official calendar
        (date(2077, 11, 16), (1500, 12, 30)),  # the last day of the tables
    ],
)
def test_days_follow_umm_al_qura(gregorian: date, hijri: tuple[int, int, int]) -> None:
    found = dates.hijri_day(gregorian)
    assert (found.year, found.month, found.day) == hijri


def test_days_beyond_the_tables_are_an_error() -> None:
    with pytest.raises(OverflowError):
        dates.hijri_day(date(2100, 1, 1))


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2077, 1, 1)))
def test_the_calendars_advance_together(day: date) -> None:
    today, tomorrow = dates.hijri_day(day), dates.hijri_day(day + timedelta(days=1))
    if tomorrow.day == 1:
        assert today.day in {29, 30}
    else:
        assert (tomorrow.year, tomorrow.month, tomorrow.day) == (today.year, today.month, today.day + 1)


def test_urdu_names_its_own_months_and_parts_of_the_day() -> None:
    day = date(2026, 3, 15)
    assert dates.full_date(day, UR) == f"اتوار، {RLM}26 رمضان 1447 ھ · {RLM}15 مارچ 2026ء"
    times = [dates.clock_time(time(hour, 5), UR) for hour in (0, 4, 11, 12, 15, 18, 20)]
    assert times == ["رات 12:05", "صبح 4:05", "صبح 11:05", "دوپہر 12:05", "سہ پہر 3:05", "شام 6:05", "رات 8:05"]
    assert [dates.weekday_short(day, language) for language in (AR, EN, UR)] == ["أحد", "Sun", "اتوار"]


def test_a_full_date_names_both_calendars() -> None:
    day = date(2026, 3, 15)
    assert dates.full_date(day, AR) == f"الأحد، {RLM}٢٦ رمضان ١٤٤٧ هـ · {RLM}١٥ مارس ٢٠٢٦ م"
    assert dates.full_date(day, EN) == "Sunday, 26 Ramadan 1447 AH · 15 March 2026"


@pytest.mark.parametrize(
    ("moment", "arabic", "english"),
    [
        (time(9, 40), "٩:٤٠ ص", "9:40 AM"),
        (time(0, 5), "١٢:٠٥ ص", "12:05 AM"),
        (time(12, 0), "١٢:٠٠ م", "12:00 PM"),
        (time(23, 59), "١١:٥٩ م", "11:59 PM"),
    ],
)
def test_times_are_in_twelve_hours(moment: time, arabic: str, english: str) -> None:
    assert dates.clock_time(moment, AR) == RLM + arabic
    assert dates.clock_time(moment, EN) == english


def test_what_begins_with_a_number_begins_with_a_mark_in_arabic_alone() -> None:
    assert dates.time_range(time(9), time(9, 20), AR).startswith(RLM)
    assert RLM not in dates.time_range(time(9), time(9, 20), EN)
    assert dates.elapsed(timedelta(minutes=7, seconds=42), AR) == f"{RLM}٠٧:٤٢"


@pytest.mark.parametrize(
    ("span", "shown"),
    [(timedelta(seconds=59), "00:59"), (timedelta(hours=1, minutes=7, seconds=2), "1:07:02"), (-timedelta(1), "00:00")],
)
def test_elapsed_time(span: timedelta, shown: str) -> None:
    assert dates.elapsed(span, EN) == shown


def test_a_title_names_the_months_it_spans() -> None:
    first, last = date(2026, 3, 15), date(2026, 4, 10)
    assert dates.hijri_months_title(first, last, AR) == "رمضان – شوال ١٤٤٧ هـ"
    assert dates.gregorian_months_title(first, last, EN) == "March – April 2026"
    assert dates.gregorian_months_title(first, first, EN) == "March 2026"
    assert dates.gregorian_months_title(date(2025, 12, 28), date(2026, 1, 3), EN) == "December 2025 – January 2026"


def test_short_weekdays_fit_a_column() -> None:
    assert dates.weekday_short(date(2026, 3, 16), EN) == "Mon"
    assert dates.weekday_short(date(2026, 3, 17), AR) == "ثلاثاء"
