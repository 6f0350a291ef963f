"""Lines that a page broke: inside brackets, inside titles, and the ragged lines of a cover that no gap parts."""

from __future__ import annotations

import pytest

from oic_reports.language.dates import find_hijri_months
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.printed_lines import is_place_line
from oic_reports.structure.lines.residue import is_residue
from oic_reports.structure.report import build_reports


def read(text):
    return build_reports(read_bytes(text.encode(), "x.txt"))[0]


RESOLUTION = {
    "fr": (
        "RESOLUTION N°2/31-E SUR LES VERGERS\n\n"
        "Le Conseil des ministres des Affaires étrangères, réuni en sa trente et unième session\n\n"
        "(Session des vergers et des jardins) à Rabat, Royaume du Maroc, le 4 mai 2004,\n\n"
        "Rappelant les résolutions antérieures sur les arbres fruitiers des Etats membres ;\n\n"
        "Ayant pris note du rapport que le Secrétaire général a présenté sur ce point (document\n\n"
        "OIC/CFM-31/2004/ECO/SG.REP.2) ;\n\n"
        "1. Invite les Etats membres à planter des arbres dans les villes.\n\n"
        "2. Demande au Secrétaire général de suivre cette question.\n"
    ),
    "en": (
        "RESOLUTION NO. 2/31-E ON ORCHARDS\n\n"
        "The Council of Foreign Ministers, meeting in its thirty-first session\n\n"
        "(Session of Orchards and Gardens) in Rabat, Kingdom of Morocco, on 4 May 2004,\n\n"
        "Recalling the earlier resolutions on the fruit trees of the Member States;\n\n"
        "Having taken note of the report that the Secretary General gave on the subject (document\n\n"
        "OIC/CFM-31/2004/ECO/SG.REP.2);\n\n"
        "1. Invites the Member States to plant trees in their cities.\n\n"
        "2. Requests the Secretary General to follow the subject.\n"
    ),
}


@pytest.mark.parametrize("language", RESOLUTION)
def test_a_bracket_goes_on_with_the_paragraph_above(language):
    report = read(RESOLUTION[language])
    preamble = [block.text for block in report.blocks if block.role == "preamble"]
    assert len(preamble) == 3
    assert preamble[0].endswith("2004,")
    assert preamble[-1].endswith("SG.REP.2) ;" if language == "fr" else "SG.REP.2);")


def test_a_bracket_below_a_short_line_is_a_line_of_its_own():
    text = RESOLUTION["en"].replace("ON ORCHARDS\n\n", "ON ORCHARDS\n\n(Submitted by the Kingdom of Morocco)\n\n")
    preamble = next(block for block in read(text).blocks if block.role == "preamble")
    assert preamble.text.startswith("The Council")


@pytest.mark.parametrize(("line", "is_one"), [("PARTAGE)", False), ("PARTAGER", True), ("(Partager)", True)])
def test_the_end_of_a_bracket_is_no_link(line, is_one):
    assert is_residue(line) == is_one


COVER = """5ème Conférence islamique des Ministres de la Santé
Transcript

Tunis
Mouharram 1437H
République tunisienne
Ministère de la Santé
«De l’eau pour les villages»
Rapport du Secrétariat sur les puits de la
côte et
des îles
Tunis, République tunisienne : Mouharram 1437H / 20-21 octobre 2015
Point 2 :
Rapport du Secrétariat sur les puits de la
côte et des îles
Introduction
La cinquième Conférence islamique des Ministres de la Santé a demandé au Secrétariat
un rapport sur les puits des villages de la côte et des îles, dont beaucoup sont sans eau
pendant la moitié de chaque année.
1. Cent vingt puits ont été creusés au cours des deux dernières années.
2. La Conférence a remercié ceux qui les ont payés.
3. Elle a invité les Etats membres à continuer.
"""


def test_a_cover_without_gaps_is_no_prose():
    report = read(COVER)
    body = [block.text for block in report.blocks if block.role in {"preamble", "operative"}]
    assert body[0].startswith("La cinquième Conférence")
    assert [block.text for block in report.blocks if block.role == "heading"] == ["Introduction"]
    facts = report.header
    assert (facts.document_type, facts.date, facts.city) == ("report", "2015-10-20", "Tunis")
    assert facts.title == "Rapport du Secrétariat sur les puits de la côte et des îles"


@pytest.mark.parametrize(
    ("line", "language", "is_place"),
    [
        ("Alger, République algérienne démocratique et populaire : Rajab 1441H/ 3-5 mars 2020", "fr", True),
        ("Rabat, Royaume du Maroc : Rajab 1441H", "fr", True),
        ("Rabat, Royaume du Maroc : plan de travail", "fr", False),
    ],
)
def test_months_of_the_hijri_year_stand_in_place_lines(line, language, is_place):
    assert is_place_line(line, language) == is_place


@pytest.mark.parametrize(
    ("text", "language", "printed"),
    [
        ("Rabat, Rajab 1441H/mars 2020", "fr", ["Rajab 1441H"]),
        ("Rabat, Rajab 1441 A.H. (March 2020)", "en", ["Rajab 1441 A.H."]),
        ("الرباط رجب 1441ه", "ar", ["رجب 1441ه"]),
        ("Rabat, mars 2020", "fr", []),
    ],
)
def test_months_of_the_hijri_year_without_a_day(text, language, printed):
    assert [text[start:end] for start, end in find_hijri_months(text, language)] == printed


LEAD = (
    "La neuvième session extraordinaire du Conseil des ministres des Affaires étrangères de l'Organisation de la "
    "coopération islamique (OCI), réunie mardi à Rabat, a rendu la décision suivante :\n\n"
)
OWN = (
    "Le Conseil des ministres des Affaires étrangères de l'OCI, lors de sa {} session extraordinaire tenue à Rabat, "
    "Royaume du Maroc, le 12 mars 2019 ;\n\nRappelant les décisions antérieures sur les vergers ;\n\n"
    "Vu l'article 10 de la Charte ;\n\nDécide :\n\nDe planter des arbres le long des routes.\n"
)


def test_the_texts_own_sentence_dates_what_a_newspaper_announces():
    header = read(LEAD + OWN.format("neuvième")).header
    assert (header.session, header.date) == (9, "2019-03-12")


def test_the_text_tells_of_itself_what_its_newspaper_tells_otherwise():
    header = read(LEAD + OWN.format("huitième")).header
    assert (header.session, header.date) == (8, "2019-03-12")


def test_an_invocation_that_was_wrapped_is_one():
    text = (
        "DECLARATION DE RABAT\n\nAu nom de Dieu, le Clément, le\nMiséricordieux\n\n"
        "Nous, ministres des Etats membres de l'Organisation de la Coopération islamique ;\n\n"
        "Rappelant les vergers de nos pays ;\n\nGuidés par l’amour des arbres ;\n\nSommes convenus :\n\n"
        "De planter des arbres le long des routes ;\n\nD’arroser ceux qui s’y trouvent.\n"
    )
    report = read(text)
    preamble = [block.text for block in report.blocks if block.role == "preamble"]
    assert preamble[0] == "Au nom de Dieu, le Clément, le\nMiséricordieux"
    assert preamble[-1] == "Sommes convenus :"
    assert not [block for block in report.blocks if block.role == "heading"]


def test_the_first_word_of_a_paragraph_may_stand_alone_on_its_line():
    cover = "FINAL COMMUNIQUÉ\nOF\nTHE\nFIFTH SESSION\nOF\nTHE\nISLAMIC SUMMIT CONFERENCE\nDAKAR\n3-4 MAY 2031"
    sentences = [
        "Gathered\nin Dakar, the kings and presidents of the Member States\nmet for their Fifth Session on 3 and 4 May 2031.",
        "The\nPrime Minister of Senegal, who presided over the\nsession, took the floor and asked the Conference for wells.",
        "Their\npapers were bound in two vol",
    ]
    text = "\n\n".join([cover, *sentences])
    blocks = [block.text for block in read(f"{text}\n").blocks if block.role in {"preamble", "operative"}]
    assert blocks == [sentence.replace("\n", " ") for sentence in sentences]


def test_a_line_of_a_site_below_a_text_begins_no_paragraph():
    lines = [*RESOLUTION["en"].strip().split("\n\n"), "Readers of this page\nalso saw"]
    assert read("\n\n".join(lines)).blocks[-1].role == "boilerplate"
