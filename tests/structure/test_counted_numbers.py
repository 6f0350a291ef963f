"""Resolutions that are counted through all sessions, with session and item in brackets: those of the Fiqh Academy."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.numbering import find_candidates
from oic_reports.structure.lines.resolutions import read_number
from oic_reports.structure.report import NoReportError, build_reports

RESOLUTIONS = {
    "ar": [
        "قرار رقم: ١٤٩ (١٦/٤)",
        "بشأن",
        "بيع المياه وتأجير الآبار",
        (
            "إن مجلس مجمع الفقه الإسلامي الدولي المنبثق عن منظمة المؤتمر الإسلامي المنعقد في دورته السادسة عشرة بدولة قطر "
            "في الفترة من ٣ إلى ٧ مايو ٢٠٠٥ م."
        ),
        "وبعد اطلاعه على البحوث الواردة إلى المجمع في موضوع بيع المياه وتأجير الآبار، واستماعه إلى المناقشات،",
        "قرر ما يلي:",
        "أولا: يجوز بيع الماء إذا حيز في وعاء أو أنبوب يملكه البائع.",
        "ثانيا: لا تؤجر البئر على أن يمنع منها من يحتاج إلى الشرب.",
    ],
    "en": [
        "Resolution No. 149 (16/4)",
        "Sale of Water and Lease of Wells",
        (
            "The Council of the International Islamic Fiqh Academy of the Organization of the Islamic Conference, holding its "
            "16th session in the State of Qatar, from 3 to 7 May 2005,"
        ),
        "Having considered the papers on the sale of water and the lease of wells, and having heard the discussions,",
        "Resolves as follows:",
        "First: Water may be sold once it is held in a vessel or a pipe that the seller owns.",
        "Second: A well may not be leased so that the thirsty are kept from it.",
    ],
    "fr": [
        "Résolution n° 149 (16/4)",
        "La vente de l’eau et la location des puits",
        (
            "Le Conseil de l’Académie internationale du Fiqh islamique, issue de l’Organisation de la Conférence islamique, "
            "réuni en sa seizième session au Qatar, du 3 au 7 mai 2005,"
        ),
        "Ayant examiné les études sur la vente de l’eau et la location des puits, et entendu les débats,",
        "Décide ce qui suit :",
        "Premièrement : L’eau peut être vendue une fois contenue dans un récipient qui appartient au vendeur.",
        "Deuxièmement : Un puits ne peut être loué de sorte que l’assoiffé en soit écarté.",
    ],
}
FACTS = {
    "document_type": "resolution",
    "resolution_number": "149 (16/4)",
    "session": 16,
    "date": "2005-05-03",
    "date_end": "2005-05-07",
    "city": None,
    "country_iso2": "QA",
    "symbol": None,
}


def build(paragraphs, *, joint="\n"):
    return build_reports(read_bytes(f"{joint.join(paragraphs)}\n".encode(), "page.txt"))[0]


@pytest.mark.parametrize("language", RESOLUTIONS)
def test_the_facts_of_a_counted_resolution(language):
    header = build(RESOLUTIONS[language], joint="\n\n").header
    assert {name: getattr(header, name) for name in FACTS} == FACTS


def test_lines_without_gaps_are_its_paragraphs():
    blocks = build(RESOLUTIONS["ar"]).blocks
    assert [(block.role, block.subrole, block.text[:8]) for block in blocks[:4]] == [
        ("header", "number", "قرار رقم"),
        ("title", "title", "بشأن\nبيع"),
        ("preamble", None, "إن مجلس "),
        ("preamble", None, "وبعد اطل"),
    ]


@pytest.mark.parametrize(
    ("line", "session", "known"),
    [
        ("قرار رقم 149 (4/16) بشأن بيع المياه", 16, 16),
        ("Resolution No. 25 (13/3)", 3, 3),
        ("Resolution No. 25 (13/3)", None, None),
        # the session of the meeting is none of the two
        ("Resolution No. 25 (13/3)", 9, None),
    ],
)
def test_either_number_of_the_bracket_may_be_the_session(line, session, known):
    assert read_number(line, session).session == known


def test_the_year_of_a_resolution_of_others_counts_nothing():
    assert read_number("Resolution 1973 (2011)") is None


def test_another_councils_number_of_that_form_makes_no_text_of_the_organisation():
    paragraphs = [*RESOLUTIONS["ar"]]
    paragraphs[3] = (
        "إن مجلس المجمع الفقهي الإسلامي برابطة العالم الإسلامي المنعقد في دورته السادسة عشرة بمكة المكرمة "
        "في الفترة من ٣ إلى ٧ مايو ٢٠٠٥ م."
    )
    with pytest.raises(NoReportError) as refused:
        build(paragraphs)
    assert refused.value.reason == "other_organisation"


def test_a_number_in_latin_letters_heads_an_arabic_text_with_its_annex_label():
    page = """<html dir="rtl"><body><p>الوثائق</p><p>RES. No. 12/20-P</p><p>ANNEX -</p>
        <p><b>إعلان إسطنبول<br>حول آبار القرى</b></p>
        <p>إن الدول الأعضاء في منظمة المؤتمر الإسلامي تعلن ما يلي :</p><p>المادة الأولى :</p>
        <p>لكل قرية حق في ماء نقي لا يقطع عنها.</p><p>المادة الثانية :</p><p>تصلح الدولة ما فسد من المضخات.</p>
        </body></html>"""
    (report,) = build_reports(read_bytes(page.encode(), "page.html"))
    header = next(block for block in report.blocks if block.role == "header")
    assert (header.subrole, header.text) == ("symbol", "RES. No. 12/20-P\nANNEX -")
    assert report.header.resolution_number == "12/20-P"


@pytest.mark.parametrize(
    ("language", "enacts"),
    [
        ("ar", "إن مجلس مجمع الفقه الإسلامي الدولي المنعقد في دورة مؤتمره السادس عشر بالدوحة من 3 إلى 7 مايو 2005م،"),
        ("en", "The International Islamic Fiqh Academy, holding its sixteenth session, in Doha, on 3-7 May 2005,"),
        (
            "fr",
            "L’Académie internationale du Fiqh islamique, réunie en sa seizième session à Doha, du 3 au 7 mai 2005,",
        ),
    ],
)
def test_the_academy_is_an_organ_whose_text_need_not_name_the_organisation(language, enacts):
    number, *_, heard, resolves, first, second = RESOLUTIONS[language]
    header = build([number, enacts, heard, resolves, first, second], joint="\n\n").header
    assert (header.session, header.city, header.date) == (16, "Doha", "2005-05-03")


@pytest.mark.parametrize("word", ["PREMIÈREMENT", "PREMIEREMENT", "Premierement"])
def test_french_ordinals_count_without_their_accents(word):
    (candidate,) = find_candidates(f"{word} : Un puits ne peut être loué.")
    assert (candidate.numbering, candidate.ordinal) == ("ordinal-word", 1)
