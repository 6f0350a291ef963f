"""Months of three calendars: every form is read in a date."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest
from babel import Locale
from hijridate import Hijri
from vocabulary_rows import LANGUAGES, list_rows

from oic_reports.language.dates import find_dates
from oic_reports.resources import load_vocabulary

# Months


def _print_dates(row: dict[str, str]) -> set[str]:
    year = 2013 if row["calendar"] == "gregorian" else 1434
    form = row["form"]
    dates = {f"15 {form} {year}", f"15 {form}, {year}", f"في 15 {form} {year}"}
    if row["language"] != "ar":
        dates |= {f"15 {form.upper()} {year}", f"le 15 {form}. {year}", f"15 {form.replace(' ', '-')} {year}"}
        dates |= {f"15 {form.replace('’', mark)} {year}" for mark in "'‘ʿ`"}
    if row["language"] == "en":
        dates |= {f"{form} 15, {year}", f"{form} 15th, {year}", f"the 15th of {form} {year}"}
    return dates


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_every_month_is_read_in_a_date(language):
    wrong = []
    for row in list_rows("months", language):
        month = int(row["month"])
        hijri = row["calendar"] == "hijri"
        iso = Hijri(1434, month, 15).to_gregorian().isoformat() if hijri else date(2013, month, 15).isoformat()
        for text in _print_dates(row):
            found = [(each.iso, each.precision, each.calendar) for each in find_dates(text, language)]
            if found != [(iso, "day", row["calendar"])]:
                wrong.append((text, iso, found))
    assert wrong == []


def test_months_begin_with_their_usual_names_and_go_on_in_order():
    groups = defaultdict(list)
    for row in load_vocabulary("months"):
        groups[row["calendar"], row["language"]].append((int(row["month"]), row["form"]))
    assert len(groups) == 6
    for rows in groups.values():
        assert [month for month, _ in rows[:12]] == list(range(1, 13))
        assert rows[12:] == sorted(rows[12:])
    usual = Locale.parse("en").months["format"]["wide"]
    assert groups["gregorian", "en"][:12] == sorted(usual.items())


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("12 Rab’i al-Awwal 1434H", "en", "2013-01-24"),
        ("18-20 JUMADA-AL-AKHIRAH 1434", "en", "2013-04-28"),
        ("1 Dhul-Hijjah 1434", "en", "2013-10-06"),
        ("10 KASIM 2013", "en", None),
        ("5 Rabi 1434", "en", None),
        ("8 AVRİL 2013", "fr", "2013-04-08"),
        ("27 مايس 2013", "ar", "2013-05-27"),
        ("3 دجنبر 2013", "ar", "2013-12-03"),
        ("9 ذي القعده 1434", "ar", "2013-09-15"),
    ],
)
def test_months_as_printed_and_words_that_are_none(text, language, iso):
    assert [found.iso for found in find_dates(text, language)] == ([iso] if iso else [])
