"""Programmes and plans of action: a type of their own, read from covers in all their shapes."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

TEXT_EN = "1. To mend one road a year.\n\n2. To print its map in three languages.\n"
TEXT_FR = "1. Réparer une route par an.\n\n2. En imprimer la carte en trois langues.\n"
TEXT_AR = "1- إصلاح طريق كل سنة.\n\n2- طبع خريطته بثلاث لغات.\n"


def build(text, name="p.txt"):
    return build_reports(read_bytes(text.encode(), name))[0]


def told(report):
    return [(block.role, block.subrole, block.label, block.text) for block in report.blocks]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Plan of Action for the Roads of the OIC Member States", TEXT_EN),
        ("Programme d’action décennal de l’OCI pour les routes", TEXT_FR),
        ("Programme décennal d’action de l’OCI pour les routes", TEXT_FR),
        ("خطة العمل لإصلاح طرق الدول الأعضاء في منظمة التعاون الإسلامي", TEXT_AR),
        ("برنامج العمل العشري لمنظمة التعاون الإسلامي", TEXT_AR),
    ],
)
def test_a_programme_has_its_title_and_its_type(title, text):
    header = build(f"{title}\n\n{text}").header
    assert (header.document_type, header.title) == ("programme", title)


@pytest.mark.parametrize(
    ("title", "document_type"),
    [
        ("Report of the Fifth Session of the Council of Foreign Ministers on the Plan of Action for Roads", "report"),
        ("Resolution No. 3/5-E on the Programme of Action for Roads", "resolution"),
    ],
)
def test_a_text_about_a_programme_is_none(title, document_type):
    text = "1. The Council of Foreign Ministers, meeting in Dakar on 3 May 2031, asks for roads.\n\n2. It thanks the host.\n"
    assert build(f"{title}\n\n{text}").header.document_type == document_type


def test_the_symbol_of_a_programme_names_it():
    assert build(f"OIC/SUM-9/2031/POA\n\nThe Roads of Tomorrow\n\n{TEXT_EN}").header.document_type == "programme"


def test_a_cover_over_narrow_lines_is_read_as_one_over_wide_ones():
    report = build(
        "TEN-YEAR\nPROGRAMME OF ACTION\nTO MEND\nTHE ROADS OF THE MUSLIM UMMAH\nTHE\nSECOND\nEXTRAORDINARY SESSION OF\nTHE\n"
        "ISLAMIC SUMMIT CONFERENCE\nMakkah\nal Mukarramah - Kingdom of Saudi Arabia\n5-6\nShawwal 1452 h 29-30 January 2031\nIntroduction\n"
        "The roads of the Member States are old and narrow, and few of them\nlead from one State to another, so that"
        " what goes by land goes by\nlong ways and at great cost to those who wait for it.\n" + TEXT_EN
    )
    header = report.header
    assert (header.document_type, header.body_id, header.session) == ("programme", "eis", 2)
    assert (header.city, header.date, header.date_end) == ("Makkah", "2031-01-29", "2031-01-30")
    assert told(report)[:5] == [
        ("title", "title", None, "TEN-YEAR\nPROGRAMME OF ACTION\nTO MEND\nTHE ROADS OF THE MUSLIM UMMAH"),
        ("header", "adopted_by", None, "THE\nSECOND\nEXTRAORDINARY SESSION OF\nTHE\nISLAMIC SUMMIT CONFERENCE"),
        ("header", "place_date", None, "Makkah\nal Mukarramah - Kingdom of Saudi Arabia"),
        ("header", "place_date", None, "5-6\nShawwal 1452 h 29-30 January 2031"),
        ("heading", None, None, "Introduction"),
    ]
    assert report.blocks[5].role == "preamble"


CONTENTS = """FINAL DRAFT

OIC/SUM-9/POA-Final Draft

PROGRAMME D’ACTION

OCI - 2035

ORGANISATION DE LA COOPÉRATION ISLAMIQUE

(OCI)

TABLE DES MATIÈRES

INTRODUCTION 4{0}

1. LES ROUTES 6{0}

2. LES PONTS 21{0}

INTRODUCTION

1. Les routes sont vieilles, et peu d’entre elles mènent d’un Etat à l’autre.

2. Le présent texte dit lesquelles seront réparées, et quand.
"""


@pytest.mark.parametrize("leader", ["", "....................."])
def test_contents_end_where_their_first_row_comes_again(leader):
    report = build(CONTENTS.format(leader))
    assert [(role, label) for role, _, label, _ in told(report)][4:] == [
        *(("heading", None), ("table", None), ("table", "1."), ("table", "2.")),
        *(("heading", None), ("operative", "1."), ("operative", "2.")),
    ]


def test_a_final_draft_is_a_draft_and_the_name_of_its_body_is_no_title():
    report = build(CONTENTS.format(""))
    header = report.header
    assert (header.status, header.symbol) == ("draft", "OIC/SUM-9/POA-FINAL DRAFT")
    assert header.title == "PROGRAMME D’ACTION OCI - 2035"
    assert ("header", "other", None, "ORGANISATION DE LA COOPÉRATION ISLAMIQUE\n(OCI)") in told(report)


def test_the_section_that_a_page_links_to_begins_no_text():
    page = (
        "<a href='#i'>Introduction</a><h1>Plan of Action for the Roads of the OIC Member States</h1>"
        "<p>Adopted by the Ninth Session of the Islamic Conference of Ministers of Roads</p>"
        f"<p>{TEXT_EN.strip().replace(chr(10) * 2, '</p><p>')}</p>"
    )
    report = build(f"<html><body>{page}</body></html>", "p.html")
    assert report.header.title == "Plan of Action for the Roads of the OIC Member States"
    assert [block.label for block in report.blocks if block.role == "operative"] == ["1.", "2."]
