"""Dates in Arabic, English and French, Gregorian and Hijri, with the precision that is printed and no more.

Hijri dates are converted by the Umm al-Qura calendar (package ``hijridate``), which may differ by a day from what was
observed; a Gregorian date beside one goes before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from hijridate import Hijri
from rapidfuzz import process

from oic_reports.joined_forms import join_forms
from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Language
from oic_reports.resources import load_vocabulary

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_APOSTROPHES = str.maketrans("'‘ʼʿʾ`´", "’" * 7)
_PLAIN = _DIGITS | _APOSTROPHES
_EQUAL_IN_ANY_CASE = str.maketrans("İıſ", "iis")
# what stands between the words of a month's name: blanks of any kind, hyphens
_BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "-"
_YEAR = compile_pattern(r"\d{4}")
# what a translation program leaves in place of a figure that it lost; the figures left may have changed places
LOST_FIGURE = "XNUMX"
_LETTERED_YEAR = compile_pattern(r"(?<!\w)(?:19|2[0Oo]|1[34])[\dOo]{2}(?!\w)")
# what a year may be printed as, in figures of any script
_LIKE_YEAR = compile_pattern(r"\d[\dOo]{3}")
_ZEROS = str.maketrans("Oo", "00")
_GREGORIAN_YEARS = range(1900, 2100)
_HIJRI_YEARS = range(1340, 1500)
_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th|er|ère))?"
# a dash of any kind, a tatweel used as one, or a word; an article or a weekday may stand before the last day
_RANGE = (
    r"\s*(?:[-‐‑‒–—−&]|(?<![\u0621-\u064a])ـ+|to|and|until|through|au|et|à|jusqu’au|ل?[إا]ل[ىي](?:\s+غاية)?|حت[ىي]|و)\s*"
    r"(?:(?:the|le|يوم)\s+)?(?:[^\W\d]{4,9},?\s+)?"
)
# a letter that recognition took for a digit: of ``l4 June`` half of the day is left, of ``l4 - 16 June`` the last day
_NO_HALF = r"(?<!\W[lIOo|])"
_HALF = compile_pattern(rf"(?:(?<!\w)[lIOo|]\d?|\d[lIOo])(?:{_RANGE})?$", re.IGNORECASE)
# code points before a day in which the first day of a range stands
_RANGE_REACH = 24
# days between the first and the last: ``3, 4 and 5 May``, ``18 و19 و20 ديسمبر``
_MIDDLE = r"(?:(?:\s?[,،]\s?|\s+و\s?)\d{1,2}(?!\d)){0,4}"
# words between a day in words and its month: ``the sixth of``, ``السادس من شهر``; in French only the first is a word
_OF = {"en": r"\s+(?:day\s+)?of\s+", "fr": r"\s+", "ar": r"\s+(?:من\s+(?:شهر\s+)?|لشهر\s+)"}
_TO = {"en": r"\s+(?:to|and)\s+(?:the\s+)?", "ar": r"\s+(?:[إا]ل[ىي]|حت[ىي])\s+(?:اليوم\s+)?|\s+و\s?(?:اليوم\s+)?"}


_HIJRI = compile_pattern(
    rf"(?<![\d/.\-])(?P<day>{_DAY})(?:{_RANGE}(?P<last>{_DAY}))?\s+(?P<name>[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’\s-]{{3,24}}?),?\s+"
    r"(?P<year>1[34]\d{2})\s?(?:A\.?H\.?|H)(?!\w)",
    re.IGNORECASE,
)
# the mark behind the year of a Hijri date
_ERA = compile_pattern(r"(?:\s?(?:A\.?H\.?|H|ه)(?!\w))?", re.IGNORECASE)
# per cent of likeness of a misspelt name of a month; below thirteen, a day may be a month
_ALIKE = 80
_LAST_MONTH = 12
# the largest number of tens in the day of a month
_TENS = 30


@dataclass(frozen=True, slots=True)
class FoundDate:
    """One date in a text: ISO start, ISO end of a range or None, precision, calendar, text as printed, place in it.

    A date that is precise to the month has the month's first day in ``iso``.
    """

    iso: str
    iso_end: str | None
    precision: str
    calendar: str
    raw: str
    start: int
    end: int


@cache
def _months(language: Language) -> tuple[dict[str, tuple[str, int]], str]:
    months = {
        _fold(row["form"]): (row["calendar"], int(row["month"]))
        for row in load_vocabulary("months")
        if row["language"] == language
    }
    forms = sorted(months, key=lambda form: (-len(form), form))
    return months, join_forms([tuple(_BLANKS if letter == " " else letter for letter in form) for form in forms])


@cache
def _any_month(language: Language) -> re.Pattern[str]:
    """The name of a month wherever it stands: without one no pattern of a date with a month fits."""
    _, month = _months(language)
    return compile_pattern(f"(?:{month})", re.IGNORECASE)


@cache
def _hijri_months(language: Language) -> dict[str, int]:
    months, _ = _months(language)
    return {name: month for name, (calendar, month) in months.items() if calendar == "hijri"}


def _fold(form: str) -> str:
    """A month's name for comparing: Hijri ones are printed with any apostrophe, and with hyphens or blanks."""
    return re.sub(r"[\s\-]", " ", form.translate(_APOSTROPHES | _EQUAL_IN_ANY_CASE).lower())


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    _, month = _months(language)
    # an epithet may follow a Hijri month: Rajab ul-Murajjab, Ramadan-ul-Mubarak
    epithet = "" if language == "ar" else r"(?:[\s\-](?:al|el|ul)[\s\-][A-Za-z’']{4,10})?"
    month_group = rf"(?P<month>{month})\.?{epithet}"
    dual = r"(?:\s?[(/«\"]\s?[^\W\d]+(?:\s[^\W\d]+)?\s?[)/»\"]?)?" if language == "ar" else ""
    year = r"(?P<year>\d{4})(?!\d)"
    # blanks are lost in copies: ``يناير1987``, ``6مايو2018``
    between = (
        r"(?:\s?[,،])?\s*(?:of\s|de\s|d’|من\s|عام\s|سنة\s|لعام\s|لسنة\s)?\s?"
        if language == "ar"
        else r"(?:\s?[,،])?\s*(?:of\s+)?"
    )
    # behind a bar a day begins only where a year ends before it: ``1435/17-18 janvier 2014``, ``1435H/17``
    start, flags = r"(?<![\d.\-])(?:(?<!/)|(?<=\d{4}/)|(?<=\d\s/\s)|(?<=[Hهm]/)|(?<=[Hهm]\s/))", re.IGNORECASE
    # a dash before the month is one too many: ``1-3- APRIL 2002``
    last = rf"(?:{_MIDDLE}{_RANGE}{_NO_HALF}(?P<last>{_DAY})(?:\s?[-–](?=\s?[^\W\d]))?)?"
    month_and_year = rf"{month_group}{dual}{between}{year}"
    day_first = rf"{start}(?P<day>{_DAY}){last}\s*(?:of\s|من\s|de\s)?(?:شهر\s)?{month_and_year}"
    first_year = rf"(?:{between}(?P<year0>\d{{4}}))?(?:\s?[HhAaهم]\.?[Hh]?\.?)?"
    second_day = rf"(?P<last>{_DAY})\s*(?:of\s|من\s|de\s)?(?P<month2>{month})\.?{dual}{between}{year}"
    across = rf"{start}(?P<day>{_DAY})\s*(?:of\s|من\s|de\s)?{month_group}{dual}{first_year}(?:{_RANGE}|\s+){second_day}"
    month_first = rf"(?<!\w){month_group}\s(?P<day>{_DAY}){last}\s?,?\s{year}"
    months_first = (
        rf"(?<!\w){month_group}\s(?P<day>{_DAY}){_RANGE}(?P<month2>{month})\.?\s(?P<last>{_DAY})\s?,?\s{year}"
    )
    no_day = rf"(?<!\w){month_group}{dual}{between}{year}"
    # ``2025 mars XNUMX``: the year took the place of the day that was lost
    lost_day = rf"(?<!\w){year}\s{month_group}\s{LOST_FIGURE}"
    return tuple(compile_pattern(p, flags) for p in (across, months_first, day_first, month_first, lost_day, no_day))


# characters in which a weekday stands before its day
_WEEKDAY_REACH = 16
# numbers alone: the day first (``24-25/5/2010``), or the year first (``2010/5/24``)
_DAY_FIRST = compile_pattern(
    r"(?<![\d/.\-])(?P<day>\d{1,2})(?:\s?[-–—ـ]\s?(?P<last>\d{1,2}))?\s?(?P<mark>[/.-])\s?(?P<month>\d{1,2})\s?(?P=mark)\s?"
    r"(?P<year>\d{4})(?![\d/])"
)
_YEAR_FIRST = compile_pattern(
    r"(?<![\d/.\-])(?P<year>\d{4})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"(?:\s?[-–—ـ]\s?(?P<last>\d{1,2}))?(?![\d/])"
)


# the weekday before a day in numbers, which tells ``7/2/2023`` of February from that of July
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = compile_pattern(rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)})\s?[,(]?\s?(?:the\s)?$", re.IGNORECASE)


def find_numeric_dates(text: str, language: Language) -> list[FoundDate]:
    """Dates written in numbers alone; one that may be read in two ways (``3/4/2010`` in English) is none.

    A weekday before it says which way, where only one of the two is one: ``Tuesday, 7/2/2023``.
    """
    plain = text.translate(_DIGITS)
    found = []
    for pattern in (_DAY_FIRST, _YEAR_FIRST):
        for match in pattern.finditer(plain):
            day, month, year = int(match.group("day")), int(match.group("month")), int(match.group("year"))
            is_unclear = language == "en" and pattern is _DAY_FIRST and day <= _LAST_MONTH and day != month
            if is_unclear and not match.group("last"):
                told = _tell_by_weekday(plain, match.start(), year, day, month)
                if told is None:
                    continue
                day, month = told
            if _is_half(plain, match):
                continue
            calendar = "hijri" if year in _HIJRI_YEARS else "gregorian" if year in _GREGORIAN_YEARS else None
            if calendar is None:
                continue
            first = _to_iso(calendar, year, month, day)
            last = _to_iso(calendar, year, month, int(match.group("last"))) if match.group("last") else None
            if first is None or (match.group("last") and (last is None or last < first)):
                continue
            raw = text[match.start() : match.end()]
            found.append(FoundDate(first, last, "day", calendar, raw, match.start(), match.end()))
    return sorted(found, key=lambda item: item.start)


def _tell_by_weekday(text: str, place: int, year: int, one: int, other: int) -> tuple[int, int] | None:
    """Day and month of two numbers behind a weekday; None without one, or where both readings or neither is one."""
    named = _WEEKDAY.search(text, max(0, place - _WEEKDAY_REACH), place)
    if named is None or year not in _GREGORIAN_YEARS:
        return None
    weekday = _WEEKDAYS.index(named.group("weekday").lower())
    readings = [(day, month) for day, month in ((one, other), (other, one)) if month <= _LAST_MONTH]
    fitting = [(day, month) for day, month in readings if _falls_on(weekday, year, month, day)]
    return fitting[0] if len(fitting) == 1 else None


def _falls_on(weekday: int, year: int, month: int, day: int) -> bool:
    iso = _to_iso("gregorian", year, month, day)
    return iso is not None and date.fromisoformat(iso).weekday() == weekday


def find_dates(text: str, language: Language) -> list[FoundDate]:
    """Every date of a text in order, none inside another; impossible ones (31 June) are left out."""
    if not _LIKE_YEAR.search(text):
        return []
    plain = _LETTERED_YEAR.sub(_to_digits, text.translate(_PLAIN))
    if not _YEAR.search(plain):
        return []
    months, _ = _months(language)
    names_month = _any_month(language).search(plain) is not None
    found = _find_worded(plain, text, language) if names_month else []
    seen = [(one.start, one.end) for one in found]
    for pattern in _patterns(language) if names_month else ():
        for match in pattern.finditer(plain):
            if any(match.start() < end and start < match.end() for start, end in seen):
                continue
            if _mixes_calendars(match, months) or _is_half(plain, match):
                continue
            seen.append(match.span())
            read = _read(match, months, text)
            if read is not None:
                found.append(read)
    found += _find_misspelt(plain, text, language, seen)
    return sorted(found, key=lambda item: item.start)


def find_hijri_months(text: str, language: Language) -> list[tuple[int, int]]:
    """Where a text prints a month of the Hijri calendar with its year (``Muharram 1433H``), as half-open ranges.

    Without its day it tells no date, since it lies in two months of the other calendar.
    """
    if not _YEAR.search(text):
        return []
    plain = text.translate(_PLAIN)
    months, _ = _months(language)
    *_, no_day = _patterns(language)
    named = (match for match in no_day.finditer(plain) if months[_fold(match.group("month"))][0] == "hijri")
    return [(match.start(), _ERA.match(plain, match.end()).end()) for match in named]  # type: ignore[union-attr]


def _to_digits(year: re.Match[str]) -> str:
    """A year whose zeros were read as letters; no other figure looks like them."""
    return year.group().translate(_ZEROS)


def _is_half(plain: str, match: re.Match[str]) -> bool:
    """Whether the day that a match begins with, or the one that a range before it begins with, is read in half."""
    before = plain[max(0, match.start() - _RANGE_REACH) : match.start()]
    return match.group()[0].isdigit() and _HALF.search(before) is not None


def _mixes_calendars(match: re.Match[str], months: dict[str, tuple[str, int]]) -> bool:
    """Whether a range would lead from a month of one calendar to a month of the other: two dates, no range."""
    other = match.groupdict().get("month2")
    return other is not None and months[_fold(match.group("month"))][0] != months[_fold(other)][0]


def _find_misspelt(plain: str, text: str, language: Language, seen: list[tuple[int, int]]) -> list[FoundDate]:
    """Hijri dates whose month is spelled as no list has it: there is no one way to write them in Latin letters."""
    if language == "ar":
        return []
    names = _hijri_months(language)
    found = []
    for match in _HIJRI.finditer(plain):
        if any(match.start() < end and start < match.end() for start, end in seen):
            continue
        best = process.extractOne(_fold(match.group("name").strip()), list(names), score_cutoff=_ALIKE)
        if best is None:
            continue
        year, month = int(match.group("year")), names[best[0]]
        first = _to_iso("hijri", year, month, _number(match.group("day")))
        last = _to_iso("hijri", year, month, _number(match.group("last"))) if match.group("last") else None
        if first is not None and year in _HIJRI_YEARS:
            raw = text[match.start() : match.end()]
            found.append(FoundDate(first, last, "day", "hijri", raw, match.start(), match.end()))
    return found


@cache
def _worded(language: Language) -> tuple[re.Pattern[str], dict[str, int]]:
    """The pattern of a date whose days are words, and the days by their words."""
    rows = [row for row in load_vocabulary("ordinals") if row["language"] == language]
    units = {row["form"]: int(row["value"]) for row in rows if row["kind"] == "unit" and row["form"][-1] != "ة"}
    tens = {row["form"]: int(row["value"]) for row in rows if row["kind"] == "tens" and int(row["value"]) <= _TENS}
    below_ten = {unit: value for unit, value in units.items() if value < 10}  # noqa: PLR2004
    if language == "fr":
        days = {form: value for form, value in units.items() if form == "premier"}
    else:
        marks = [" و"] if language == "ar" else ["-", " "]
        days = units | tens
        for ten, more in tens.items():
            # ``الحادي والعشرين``, ``twenty-first``
            pairs = [(f"{unit}{marks[0]}{ten}", one) for unit, one in below_ten.items()]
            if language == "en":
                pairs = [(f"{ten}{mark}{unit}", one) for unit, one in below_ten.items() for mark in marks]
            days |= {form: one + more for form, one in pairs}
    _, month = _months(language)
    day = "|".join(sorted(map(re.escape, days), key=len, reverse=True))
    last = rf"(?:(?:{_TO[language]})(?P<last>{day}))?" if language in _TO else ""
    between = r"(?:\s?[,،])?\s*(?:of\s|عام\s|سنة\s|لعام\s|لسنة\s)?\s?"
    written = rf"(?<![\w-])(?P<day>{day}){last}{_OF[language]}(?P<month>{month})\.?{between}(?P<year>\d{{4}})(?!\d)"
    return compile_pattern(written, re.IGNORECASE), days


def _find_worded(plain: str, text: str, language: Language) -> list[FoundDate]:
    """Dates whose days are words: ``the sixth of December 1994``, ``من اليوم العاشر إلى الرابع عشر من رجب 1399``."""
    months, _ = _months(language)
    pattern, days = _worded(language)
    found = []
    for match in pattern.finditer(plain):
        calendar, month = months[_fold(match.group("month"))]
        year = int(match.group("year"))
        if year not in (_HIJRI_YEARS if calendar == "hijri" else _GREGORIAN_YEARS):
            continue
        first = _to_iso(calendar, year, month, days[match.group("day").lower()])
        last_day = match.groupdict().get("last")
        last = _to_iso(calendar, year, month, days[last_day.lower()]) if last_day else None
        if first is not None and (last_day is None or (last is not None and last > first)):
            raw = text[match.start() : match.end()]
            found.append(FoundDate(first, last, "day", calendar, raw, match.start(), match.end()))
    return found


def _read(match: re.Match[str], months: dict[str, tuple[str, int]], text: str) -> FoundDate | None:
    groups = match.groupdict()
    calendar, month = months[_fold(match.group("month"))]
    year = int(match.group("year"))
    if year not in (_HIJRI_YEARS if calendar == "hijri" else _GREGORIAN_YEARS):
        return None
    raw = text[match.start() : match.end()]
    if not groups.get("day"):
        if calendar == "hijri":
            return None
        return FoundDate(f"{year}-{month:02}-01", None, "month", calendar, raw, match.start(), match.end())
    day = _number(groups["day"])
    first = _to_iso(calendar, int(groups.get("year0") or year), month, day)
    last = None
    if groups.get("last"):
        last_month = months[_fold(groups["month2"])][1] if groups.get("month2") else month
        last = _to_iso(calendar, year, last_month, _number(groups["last"]))
    if first is None or (groups.get("last") and (last is None or last < first)):
        return None
    # the same day twice is one: ``5 August 2006 5 AUGUST 2006``
    return FoundDate(first, last if last != first else None, "day", calendar, raw, match.start(), match.end())


def _number(printed: str) -> int:
    return int(re.sub(r"\D", "", printed))


def _to_iso(calendar: str, year: int, month: int, day: int) -> str | None:
    try:
        if calendar == "hijri":
            return str(Hijri(year, month, day).to_gregorian().isoformat())
        return date(year, month, day).isoformat()
    except (ValueError, OverflowError):
        return None
