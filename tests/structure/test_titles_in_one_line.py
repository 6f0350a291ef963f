"""A title in one line with what follows it on a cover: an office, the session that adopted the text."""

import pytest
from extracts import read

COVER_IN_ONE_LINE = """OIC/COMCEC/26-10/REP

{}

1. The Standing Committee for Economic and Commercial Cooperation (COMCEC) of the Organisation of Islamic Cooperation \
held its twenty-sixth session in Istanbul from 5 to 8 October 2010.

2. The Committee welcomed the report on trade.

3. The Committee thanked its host.
"""


@pytest.mark.parametrize(
    "behind",
    [
        "Coordination Office Ankara Phone : 312 294 00 10",
        "Office of Coordination www.office.example",
        "Office, office @ example.org TABLE OF CONTENTS",
    ],
)
def test_a_cover_in_one_line_gives_no_title(behind):
    line = "REPORT OF THE TWENTY-SIXTH SESSION OF THE COMCEC"
    assert read(COVER_IN_ONE_LINE.format(line)).header.title == line
    assert read(COVER_IN_ONE_LINE.format(f"{line} {behind}")).header.title is None


WE = {
    "en": "We, the Ministers of Health of the Member States of the OIC, met in Amman on 7 October 2025.\n\nWe affirm our will to plant trees.\n",
    "fr": "Nous, ministres de la Santé des Etats membres de l’OCI, nous sommes réunis à Amman le 7 octobre 2025.\n\nNous affirmons notre volonté de planter des arbres.\n",
}


@pytest.mark.parametrize(
    ("line", "language", "title"),
    [
        ("AMMAN DECLARATION EIGHTH SESSION OF THE ISLAMIC CONFERENCE OF HEALTH MINISTERS", "en", "AMMAN DECLARATION"),
        (
            "DÉCLARATION D’AMMAN HUITIÈME SESSION DE LA CONFÉRENCE ISLAMIQUE DES MINISTRES DE LA SANTÉ",
            "fr",
            "DÉCLARATION D’AMMAN",
        ),
        ("DECLARATION OF THE EIGHTH SESSION OF THE ISLAMIC CONFERENCE OF HEALTH MINISTERS", "en", None),
        ("DÉCLARATION D’AMMAN DE LA HUITIÈME SESSION DE LA CONFÉRENCE ISLAMIQUE DES MINISTRES DE LA SANTÉ", "fr", None),
    ],
)
def test_the_session_right_behind_the_name_of_a_declaration_is_who_adopted_it(line, language, title):
    assert read(f"{line}\n\n{WE[language]}").header.title == (title or line)


@pytest.mark.parametrize(
    ("line", "language", "title"),
    [
        ("AMMAN DECLARATION ORGANISATION OF ISLAMIC COOPERATION (OIC)", "en", "AMMAN DECLARATION"),
        ("AMMAN DECLARATION ORGANISATION OF ISLAMIC COOPERATION", "en", "AMMAN DECLARATION"),
        ("OCI 2040 PLAN D’ACTION ORGANISATION DE LA COOPÉRATION ISLAMIQUE", "fr", "OCI 2040 PLAN D’ACTION"),
        ("DECLARATION OF THE ORGANISATION OF ISLAMIC COOPERATION (OIC)", "en", None),
        ("DECLARATION ORGANISATION OF ISLAMIC COOPERATION", "en", None),
        ("DÉCLARATION D’AMMAN DE L’ORGANISATION DE LA COOPÉRATION ISLAMIQUE", "fr", None),
    ],
)
def test_a_letterhead_behind_a_whole_title_is_none_of_it(line, language, title):
    assert read(f"{line}\n\n{WE[language]}").header.title == (title or line)


@pytest.mark.parametrize(
    ("language", "title", "contents"),
    [
        (
            "en",
            "AMMAN DECLARATION ON TREES",
            "TABLE OF CONTENTS FOREWORD 1.1 Trees of the plain Trees of the hills WATER",
        ),
        ("fr", "DÉCLARATION D’AMMAN SUR LES ARBRES", "TABLE DES MATIÈRES AVANT-PROPOS 1.1 Arbres de la plaine EAU"),
    ],
)
def test_contents_in_one_line_are_no_title(language, title, contents):
    assert read(f"{title}\n\n{contents}\n\n{WE[language]}").header.title == title


def test_a_line_that_comes_a_thousand_times_above_a_text_is_read():
    line = "STRATEGY FOR THE TREES OF THE MEMBER STATES"
    report = read("\n".join([line] * 1200) + "\nAMMAN DECLARATION\n\n" + WE["en"])
    assert report.header.title is not None
