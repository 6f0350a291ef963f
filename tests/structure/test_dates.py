from __future__ import annotations

import pytest

from oic_reports.structure.dates import find_dates


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
