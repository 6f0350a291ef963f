from __future__ import annotations

from datetime import date

import pytest

from oic_reports.language.dates import find_dates, find_numeric_dates


@pytest.mark.parametrize(
    ("text", "language", "iso", "iso_end", "precision", "raw"),
    [
        ("on 20 September, 2017 on", "en", "2017-09-20", None, "day", "20 September, 2017"),
        ("September 19th, 2017", "en", "2017-09-19", None, "day", "September 19th, 2017"),
        ("the 1st of March 2016", "en", "2016-03-01", None, "day", "1st of March 2016"),
        ("28-30 May 2013", "en", "2013-05-28", "2013-05-30", "day", "28-30 May 2013"),
        ("30 April to 2 May 2014", "en", "2014-04-30", "2014-05-02", "day", "30 April to 2 May 2014"),
        ("in May 2014.", "en", "2014-05-01", None, "month", "May 2014"),
        ("du 1er au 3 décembre 2016", "fr", "2016-12-01", "2016-12-03", "day", "1er au 3 décembre 2016"),
        ("25 سبتمبر 2013", "ar", "2013-09-25", None, "day", "25 سبتمبر 2013"),
        ("٢٥ أيلول/سبتمبر ٢٠١٣", "ar", "2013-09-25", None, "day", "٢٥ أيلول/سبتمبر ٢٠١٣"),
        ("6 و7 مايو 2018م", "ar", "2018-05-06", "2018-05-07", "day", "6 و7 مايو 2018"),
        ("18 صفر 1440هـ", "ar", "2018-10-27", None, "day", "18 صفر 1440"),
        ("4 Rajab 1434H", "en", "2013-05-14", None, "day", "4 Rajab 1434"),
    ],
)
def test_dates_as_printed(text, language, iso, iso_end, precision, raw):
    (found,) = find_dates(text, language)
    assert (found.iso, found.iso_end, found.precision, found.raw) == (iso, iso_end, precision, raw)
    assert text[found.start : found.end] == raw


@pytest.mark.parametrize(
    "text", ["31 June 2013", "resolution 2374 (2017)", "in 2013", "the May session", "25 September"]
)
def test_what_is_no_date(text):
    assert find_dates(text, "en") == []


def test_two_calendars_beside_each_other():
    hijri, gregorian = find_dates("18-20 Rajab 1434H (28-30 May 2013)", "en")
    assert (hijri.calendar, gregorian.calendar) == ("hijri", "gregorian")
    assert hijri.iso == gregorian.iso


@pytest.mark.parametrize(
    ("text", "language", "iso", "iso_end"),
    [
        ("26- 29 يناير1987- البيان", "ar", "1987-01-26", "1987-01-29"),
        ("3 ـ 4 ديسمبر 2007م", "ar", "2007-12-03", "2007-12-04"),
        ("ما بين 3 و 5 مايو 2010", "ar", "2010-05-03", "2010-05-05"),
        ("30 أيلول - 2 تشرين الأول 2014", "ar", "2014-09-30", "2014-10-02"),
        ("من الاثنين 5 إلى الأربعاء 7 مايو 2012", "ar", "2012-05-05", "2012-05-07"),
        ("من 5 إلي 7 مايو 2012", "ar", "2012-05-05", "2012-05-07"),
        ("من 5 الي7 مايو 2012", "ar", "2012-05-05", "2012-05-07"),
        ("5 حتي 7 مايو 2012", "ar", "2012-05-05", "2012-05-07"),
        ("12 إلى14 نوفمبر/ تشرين الثاني/ 2000م", "ar", "2000-11-12", "2000-11-14"),
        ("6مايو2018", "ar", "2018-05-06", None),
        ("9 – 10 December 2013", "en", "2013-12-09", "2013-12-10"),
        ("10th-12th May 2013", "en", "2013-05-10", "2013-05-12"),
        ("3, 4 and 5 May 2012", "en", "2012-05-03", "2012-05-05"),
        ("28 February - 1 March 2010", "en", "2010-02-28", "2010-03-01"),
        ("28 December 2003 to 2 January 2004", "en", "2003-12-28", "2004-01-02"),
        ("May 28 - June 2, 2014", "en", "2014-05-28", "2014-06-02"),
        ("28 JUNE 1 JulY, 1999", "en", "1999-06-28", "1999-07-01"),
        ("8-12 May1979", "en", "1979-05-08", "1979-05-12"),
        ("29 septembre – 1er octobre 2010", "fr", "2010-09-29", "2010-10-01"),
        ("le 31 mai et le 1er juin 2016", "fr", "2016-05-31", "2016-06-01"),
        ("les 3, 4 et 5 mai 2012", "fr", "2012-05-03", "2012-05-05"),
    ],
)
def test_ranges_with_dashes_of_every_kind_and_lost_blanks(text, language, iso, iso_end):
    (found,) = find_dates(text, language)
    assert (found.iso, found.iso_end) == (iso, iso_end)


def test_a_hijri_date_and_its_gregorian_one_are_two_dates_and_no_range():
    found = find_dates("20 صفر 1440 هـ الموافق 29 أكتوبر 2018", "ar")
    assert [(one.calendar, one.iso, one.iso_end) for one in found] == [
        ("hijri", "2018-10-29", None),
        ("gregorian", "2018-10-29", None),
    ]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("l4 - 16 June 2018", ["month"]),
        ("on l4 June 2018", ["month"]),
        ("from 14 to l6 June 2018", ["month"]),
        ("2O June 2018", ["month"]),
        ("Room 3, 14 June 2018", ["day"]),
    ],
)
def test_a_day_of_which_recognition_read_half_is_none(text, precision):
    assert [found.precision for found in find_dates(text, "en")] == precision
    assert not find_numeric_dates("l4/6/2018", "fr")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("11 to 13 February 2OO3", "2003-02-11"),
        ("3 May 199o", "1990-05-03"),
        ("3 May 2lO3", None),
        ("3 May 2OO37", None),
    ],
)
def test_a_year_whose_zeros_are_letters_is_read(text, iso):
    found = find_dates(text, "en")
    assert [day.iso for day in found] == ([iso] if iso else [])
    assert all(day.raw == text for day in found)


def test_a_range_never_leads_from_one_calendar_to_the_other():
    hijri, gregorian = find_dates("18 Rajab 1434 - 28 May 2013", "en")
    assert (hijri.calendar, hijri.iso_end, gregorian.iso) == ("hijri", None, "2013-05-28")
    assert all(found.iso_end is None for found in find_dates("28 May to 2 Rajab 1434", "en"))


def test_a_range_that_goes_back_is_none():
    assert find_dates("30-28 May 2013", "en") == []
    assert find_dates("2 May to 30 April 2013", "en") == []


def test_a_month_of_the_hijri_year_alone_is_no_date():
    # it is no month of the Gregorian year
    assert find_dates("in Rajab 1434", "en") == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("held on Tuesday, 7/2/2023, in Jeddah", ["2023-02-07"]),
        ("held on Sunday 7/2/2023", ["2023-07-02"]),
        ("on Friday (7/21/2023)", ["2023-07-21"]),
        ("held on 7/2/2023", []),
        ("held on Monday, 7/2/2023", []),
        ("on Friday, 2/31/2023", []),
        ("on Tuesday the ministers met; 7/2/2023", []),
    ],
)
def test_a_weekday_tells_which_of_two_numbers_is_the_month(text, days):
    assert [found.iso for found in find_numeric_dates(text, "en")] == days


def test_a_weekday_on_which_both_readings_fall_tells_nothing():
    both = "held on Monday, 9/5/2022"
    assert date(2022, 5, 9).weekday() == date(2022, 9, 5).weekday() == 0
    assert find_numeric_dates(both, "en") == []


def test_the_same_day_twice_is_one_day():
    (found,) = find_dates("3 May 2006\n3 MAY 2006", "en")
    assert (found.iso, found.iso_end) == ("2006-05-03", None)
