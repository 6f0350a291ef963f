"""Place and days of a cover, where they run into the first paragraph, and days that are of something else."""

from __future__ import annotations

import pytest
from printed_facts import MET, THANKED, compare

from oic_reports.model import Block
from oic_reports.structure.header.header import read_header


@pytest.mark.parametrize(
    ("language", "is_of_the_meeting", "text"),
    [
        ("en", True, "Jeddah – Kingdom Of Saudi Arabia 22 – 24 Shawwal 1433 9 – 11 September 2012 The Group met here."),
        ("fr", True, "Djeddah – Royaume d’Arabie saoudite, 9-11 septembre 2012 Le Groupe remercie les cuisiniers."),
        ("ar", True, "جدة – المملكة العربية السعودية 9-11 سبتمبر 2012 يشكر الفريق الطباخين."),
        # a dateline has one day, and a newspaper wrote it
        ("en", False, "JEDDAH, 9 September 2012 (APQ) – The Group thanks the cooks who came from afar today."),
    ],
)
def test_place_and_days_that_run_into_the_first_paragraph(language, is_of_the_meeting, text):
    facts = {"city": "Jeddah", "date": "2012-09-09", "date_end": "2012-09-11"}
    compare(language, facts if is_of_the_meeting else dict.fromkeys(facts), ("operative", None, text))


@pytest.mark.parametrize(
    ("language", "is_cover", "lines"),
    [
        (
            "fr",
            True,
            "Plan pour le poisson\nTroisième session extraordinaire\nde la Conférence islamique au sommet\nDakar\n5-6 mai 2005\nPréambule\nNos pays ont faim.",
        ),
        (
            "en",
            True,
            "Plan for fish\nThird Extraordinary Session of\nthe Islamic Summit Conference\nDakar, Republic of Senegal\n5-6 May 2005\nPreamble\nOur peoples are hungry.",
        ),
        # a wrapped sentence may have its days on a line of their own
        ("en", False, "The Third Conference recalled that it\nmet on\n5-6 May 2005\nand thanked the cooks."),
    ],
)
def test_a_cover_that_runs_into_the_first_paragraph(language, is_cover, lines):
    ends = [i for i, letter in enumerate(lines) if letter == "\n"]
    text = lines.replace("\n", " ")
    header, _ = read_header([Block("preamble", text, text, language=language, line_ends=tuple(ends))], language)
    facts = (header.body_id, header.session, header.city, header.date, header.date_end)
    assert (facts == ("eis", 3, "Dakar", "2005-05-05", "2005-05-06")) == is_cover


@pytest.mark.parametrize("posted", ["2020-12-10", "10/12/2020", "10 December 2020"])
def test_the_day_of_a_posting_above_the_lines_of_a_cover(posted):
    menu = ("boilerplate", "site_navigation", "Home\nNews\nContact")
    cover = ("header", None, f"{posted}\nThe Contact Group on Somalia\nKampala, 3 May 2016")
    compare("en", {"date": "2016-05-03"}, menu, cover, ("operative", None, THANKED["en"]))


# The day of a site's line


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Voltaire Network | Kampala (Uganda) | 5 May 2016"),
        ("en", "Kampala • 5 May 2016 • The Daily"),
        ("fr", "Réseau Voltaire | Kampala (Ouganda) | 5 mai 2016"),
        ("ar", "شبكة فولتير | كمبالا | 5 مايو 2016"),
    ],
)
def test_a_day_between_bars_gives_way_to_that_of_the_first_sentence(language, line):
    compare(
        language,
        {"date": "2016-05-03", "city": "Kampala"},
        ("header", "place_date", line),
        ("preamble", None, MET[language]),
        ("operative", None, THANKED[language]),
    )


def test_a_day_of_the_cover_that_the_first_sentence_contradicts_leaves_none():
    line = ("header", "place_date", "Kampala, Uganda, 5 May 2016")
    compare("en", {"date": None}, line, ("preamble", None, MET["en"]), ("operative", None, THANKED["en"]))
