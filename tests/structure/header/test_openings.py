"""Who ends or opens a session, and where a sentence says that it was, in three languages."""

from __future__ import annotations

import pytest

from oic_reports.model import Block
from oic_reports.structure.header.header import read_header


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "fr",
            "Les ministres de l’OCI ont mis fin aux travaux de leur 40ème session à Niamey, au Niger, le 3 mai 2016.",
        ),
        (
            "fr",
            "Le Secrétaire général de l’OCI, ouvrant à Niamey, le 3 mai 2016, la réunion des puisatiers, a loué leur zèle.",
        ),
        ("en", "The Ministers of the OIC wound up their 40th session in Niamey, Niger, on 3 May 2016."),
        ("en", "The Ministers of the OIC brought to a close their 40th session in Niamey, Niger, on 3 May 2016."),
        (
            "en",
            "The Secretary General of the OIC, opening in Niamey on 3 May 2016 the meeting of well diggers, praised them.",
        ),
    ],
)
def test_who_ends_or_opens_a_session_tells_where_it_was(language, sentence):
    header, _ = read_header([Block("operative", sentence, sentence)], language)
    assert (header.city, header.country_iso2) == ("Niamey", "NE")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le Secrétaire général de l’OCI, ouvrant à Niamey une école de puisatiers, a loué leur zèle."),
        ("en", "The Secretary General of the OIC, opening in Niamey a school of well diggers, praised their zeal."),
    ],
)
def test_who_opens_a_school_tells_of_no_session(language, sentence):
    header, _ = read_header([Block("operative", sentence, sentence)], language)
    assert header.city is None


def test_a_meeting_may_be_held_inside_a_city():
    opening = "Nous, ministres des Affaires étrangères de l’OCI, réunis les 5 et 6 mai 2011 dans la ville de Niamey ;"
    header, _ = read_header([Block("preamble", opening, opening)], "fr")
    assert (header.city, header.date) == ("Niamey", "2011-05-05")
