"""The city of a press release is that of its own dateline; a newspaper's dateline, and a meeting's text, give none."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

SAID = {
    "en": "the Secretary General of the Organisation of Islamic Cooperation condemned the burning of the olive trees.",
    "fr": "le Secrétaire général de l'Organisation de la coopération islamique a condamné l'incendie des oliviers.",
    "ar": "أدان الأمين العام لمنظمة التعاون الإسلامي إحراق أشجار الزيتون في القرى الواقعة على ضفاف النهر.",
}
ISSUED = [
    ("en", "Press Release\n\nSecretary General Condemns Burning of Trees", "Cairo, 12 May 2031: ", ("Cairo", "EG")),
    ("en", "OIC Press Release Secretary General Condemns Burning of Trees", "Cairo (Egypt), 12 May 2031 – ", ("Cairo", "EG")),
    ("fr", "Communiqué de presse\n\nLe Secrétaire général condamne l'incendie des arbres", "Dakar, le 12 mai 2031 - ", ("Dakar", "SN")),
    ("ar", "بيان صحفي\n\nالأمين العام يدين إحراق الأشجار", "القاهرة، 12 مايو 2031 - ", ("Cairo", "EG")),
]  # fmt: skip
BEHIND = [
    ("en", "PRESS RELEASE Secretary General Condemns Burning of Trees CAIRO, EGYPT 12 MAY 2031", ("Cairo", "EG")),
    ("en", "Cairo, Egypt 12 May 2031 OIC Press Release OIC Calls for Calm in the Valley", ("Cairo", "EG")),
    ("fr", "Communiqué de presse L'OCI appelle au calme Dakar, Sénégal 12 mai 2031", ("Dakar", "SN")),
    ("ar", "القاهرة، جمهورية مصر العربية، الاثنين 12 مايو 2031 بيان صحفي الأمين العام يدين إحراق الأشجار", ("Cairo", "EG")),
]  # fmt: skip


def read(*paragraphs):
    return build_reports(read_bytes("\n\n".join(paragraphs).encode(), "p.txt"))[0].header


@pytest.mark.parametrize(("language", "above", "dateline", "place"), ISSUED)
def test_the_dateline_of_a_release_is_where_and_when_it_was_issued(language, above, dateline, place):
    said = SAID[language]
    header = read(above, f"{dateline}{said[0].upper()}{said[1:]}", said)
    assert (header.document_type, header.date) == ("press_release", "2031-05-12")
    assert (header.city, header.country_iso2) == place
    assert header.place_evidence == dateline.strip(" -–:") or header.place_evidence in dateline


@pytest.mark.parametrize(("language", "line", "place"), BEHIND)
def test_place_and_day_in_the_line_of_a_release_are_parted_from_its_headline(language, line, place):
    said = SAID[language]
    header = read(line, f"{said[0].upper()}{said[1:]}", said)
    assert (header.document_type, header.date) == ("press_release", "2031-05-12")
    assert (header.city, header.country_iso2) == place
    assert header.title is None or "2031" not in header.title


def test_the_place_in_a_headline_is_none_of_its_issue():
    line = "Press Release OIC Secretary General Condemns Attack on a School in Cairo, Egypt"
    header = read(line, f"The {SAID['en'][4:]}", SAID["en"])
    assert (header.title, header.city) == (line, None)


def test_a_release_of_a_session_has_the_place_of_the_session():
    opened = "Rabat, 12 May 2031: The 50th session of the Council of Foreign Ministers of the OIC was held in Cairo, Egypt, on 10 and 11 May 2031."  # fmt: skip
    assert read("OIC Press Release", opened, SAID["en"]).city == "Cairo"


def test_a_headline_that_is_printed_twice_is_one():
    headline = "OIC Calls for Calm in the Valley"
    said = f"The {SAID['en'][4:]}"
    assert read("Press Release", f"{headline} {headline}", said, said).title == headline
    slogan = "Calm, Calm"
    assert read("Press Release", f"OIC Appeals for {slogan}", said, said).title == f"OIC Appeals for {slogan}"
