"""Days and times as they are read here: Umm al-Qura and Gregorian together.

A day is written in full in both calendars; times in the twelve-hour form. Qt's own Islamic calendar is the civil one
and wrong on about half of all days, so nothing here asks Qt.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

from hijridate import Gregorian, Hijri

from desk_client.i18n.bidi import RLM
from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language

_HIJRI_MONTHS = {
    Language.ARABIC: (
        "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
        "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
    ),
    Language.ENGLISH: (
        "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II",
        "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhul Qadah", "Dhul Hijjah",
    ),
    Language.URDU: (
        "محرم", "صفر", "ربیع الاول", "ربیع الثانی", "جمادی الاول", "جمادی الثانی",
        "رجب", "شعبان", "رمضان", "شوال", "ذوالقعدہ", "ذوالحجہ",
    ),
}  # fmt: skip
_GREGORIAN_MONTHS = {
    Language.ARABIC: (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
        "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    Language.ENGLISH: (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    Language.URDU: (
        "جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون",
        "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر",
    ),
}  # fmt: skip
_WEEKDAYS = {  # Monday first, as date.weekday() counts
    Language.ARABIC: ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    Language.ENGLISH: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    Language.URDU: ("پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار"),
}
_HIJRI_ERAS = {Language.ARABIC: " هـ", Language.ENGLISH: " AH", Language.URDU: " ھ"}
_GREGORIAN_ERAS = {Language.ARABIC: " م", Language.ENGLISH: "", Language.URDU: "ء"}
_HALVES = {Language.ARABIC: ("ص", "م"), Language.ENGLISH: ("AM", "PM")}
_URDU_PARTS = ((4, "رات"), (12, "صبح"), (15, "دوپہر"), (18, "سہ پہر"), (20, "شام"), (24, "رات"))
"""In Urdu a part of the day is named, until an hour, and not one of its halves."""
_DAYS_KEPT = 512
"""A calendar says its days again and again, and looking one up in the tables is most of it."""
_NOON_HOUR = 12
_HOUR_S = 3600
_MINUTE_S = 60


@dataclass(frozen=True)
class HijriDay:
    """A day of the Umm al-Qura calendar; months count from 1."""

    year: int
    month: int
    day: int


def first_of_hijri_month(year: int, month: int) -> date:
    """The Gregorian day on which a month of the Umm al-Qura calendar begins; months count from 1.

    Raises:
        OverflowError: outside 1343–1500 AH, which the published tables cover.
    """
    return Hijri(year, month, 1).to_gregorian()


@lru_cache(_DAYS_KEPT)
def hijri_day(day: date) -> HijriDay:
    """Convert a Gregorian day.

    Raises:
        OverflowError: outside 1343–1500 AH (1924–2077), which the published tables cover.
    """
    converted = Gregorian.fromdate(day).to_hijri()
    return HijriDay(converted.year, converted.month, converted.day)


def weekday_name(day: date, language: Language) -> str:
    """Return the day's name: الأحد, Sunday."""
    return _WEEKDAYS[language][day.weekday()]


def weekday_short(day: date, language: Language) -> str:
    """Return the name for a narrow column: Sun; Arabic names lose only their article, Urdu ones are short already."""
    name = weekday_name(day, language)
    return name[:3] if language is Language.ENGLISH else name.removeprefix("ال")


def hijri_month_name(month: int, language: Language) -> str:
    """Return the name of Hijri month 1–12."""
    return _HIJRI_MONTHS[language][month - 1]


def gregorian_month_name(month: int, language: Language) -> str:
    """Return the name of Gregorian month 1–12."""
    return _GREGORIAN_MONTHS[language][month - 1]


def hijri_date(day: date, language: Language) -> str:
    """Return the Hijri date: ٢٦ رمضان ١٤٤٧ هـ, 26 Ramadan 1447 AH."""
    own = hijri_day(day)
    month = hijri_month_name(own.month, language)
    return _marked(f"{own.day} {month} {own.year}{_HIJRI_ERAS[language]}", language)


def gregorian_date(day: date, language: Language) -> str:
    """Return the Gregorian date: ١٥ مارس ٢٠٢٦ م, 15 March 2026."""
    month = gregorian_month_name(day.month, language)
    return _marked(f"{day.day} {month} {day.year}{_GREGORIAN_ERAS[language]}", language)


def both_dates(day: date, language: Language) -> str:
    """Return the date in both calendars: ٢٦ رمضان ١٤٤٧ هـ · ١٥ مارس ٢٠٢٦ م."""
    return f"{hijri_date(day, language)} · {gregorian_date(day, language)}"


@lru_cache(_DAYS_KEPT)
def full_date(day: date, language: Language) -> str:
    """Return weekday and both calendars: الأحد ٢٦ رمضان ١٤٤٧ هـ · ١٥ مارس ٢٠٢٦ م."""
    weekday = weekday_name(day, language)
    comma = "،" if language.is_right_to_left else ","
    return f"{weekday}{comma} {both_dates(day, language)}"


def short_date(day: date, language: Language) -> str:
    """Return weekday, day and Hijri month: الأحد ٢٦ رمضان, Sunday 26 Ramadan."""
    own = hijri_day(day)
    return f"{weekday_name(day, language)} {shown(own.day, language)} {hijri_month_name(own.month, language)}"


def hijri_months_title(first: date, last: date, language: Language) -> str:
    """Title a span of days by its Hijri months: رمضان – شوال ١٤٤٧ هـ."""
    start, end = hijri_day(first), hijri_day(last)
    return _span(
        (hijri_month_name(start.month, language), start.year),
        (hijri_month_name(end.month, language), end.year),
        language,
        suffix=_HIJRI_ERAS[language],
    )


def gregorian_months_title(first: date, last: date, language: Language) -> str:
    """Title a span of days by its Gregorian months: مارس – أبريل ٢٠٢٦."""
    return _span(
        (gregorian_month_name(first.month, language), first.year),
        (gregorian_month_name(last.month, language), last.year),
        language,
    )


def clock_time(moment: time, language: Language) -> str:
    """Return a time of day: ٩:٤٠ ص, 9:40 AM, صبح 9:40. The Arabic form begins with U+200F."""
    hour = moment.hour % _NOON_HOUR or _NOON_HOUR
    time_of_day = f"{hour}:{moment.minute:02d}"
    if language is Language.URDU:
        part = next(part for until, part in _URDU_PARTS if moment.hour < until)
        return f"{part} {time_of_day}"
    return _marked(f"{time_of_day} {_HALVES[language][moment.hour >= _NOON_HOUR]}", language)


def unbroken(text: str) -> str:
    """Return a day or a time as one word: in a narrow column its last letter would stand on a line of its own."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def time_range(start: time, end: time, language: Language) -> str:
    """Return a span of time: ٩:٤٠ ص – ١٠:٠٠ ص, read in the language's direction."""
    return f"{clock_time(start, language)} – {clock_time(end, language)}"


def elapsed(span: timedelta, language: Language) -> str:
    """Return a running time: ٠٧:٤٢, and 1:07:42 from an hour on. A negative span reads as zero."""
    seconds = max(0, int(span.total_seconds()))
    hours, rest = divmod(seconds, _HOUR_S)
    minutes, seconds = divmod(rest, _MINUTE_S)
    text = f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes:02d}:{seconds:02d}"
    return _marked(text, language)


def _span(start: tuple[str, int], end: tuple[str, int], language: Language, *, suffix: str = "") -> str:
    if start == end:
        text = f"{start[0]} {start[1]}"
    elif start[1] == end[1]:
        text = f"{start[0]} – {end[0]} {end[1]}"
    else:
        text = f"{start[0]} {start[1]} – {end[0]} {end[1]}"
    return _marked(text + suffix, language)


def _marked(text: str, language: Language) -> str:
    """Show the digits, and begin with U+200F where the first thing is a number that would else set the direction."""
    local = shown(text, language)
    return f"{RLM}{local}" if language.is_right_to_left and not local[0].isalpha() else local
