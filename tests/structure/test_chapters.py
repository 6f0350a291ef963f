"""Charters printed without blank lines: chapters head articles, and those who agree end the preamble."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

# title, preamble and aims, who agree to the charter, chapters with their articles
CHARTERS = {
    "en": (
        "STATUTE OF THE WELLS AGENCY OF THE OIC",
        (
            "We, the Member States of the Organisation of\nIslamic Cooperation;\nAware that water grows scarce in the countries\n"
            "of the Sahel and that old wells are being filled\nwith sand;\nRecalling the resolution by which the Council of\n"
            "Ministers wished for an agency;\nAre resolved:\nTo dig and to keep the wells that the villages of\nthe border share;\n"
            "To train masters of wells in each of the Member\nStates;"
        ),
        "Have agreed to found an agency to this end and\nadopted this Statute.",
        ("CHAPTER\nI\nTHE AGENCY", "CHAPTER\nII\nTHE COUNCIL"),
        ("Article 1", "Article 2", "Article 3"),
        (
            "The Agency has its seat in Niamey and may open\noffices wherever it is asked to do so by a state.",
            "It keeps the list of the wells of the border\nand publishes their depth each year.",
            "The Council of the Agency has nine members who\nare elected for three years.",
        ),
    ),
    "fr": (
        "STATUTS DE L'AGENCE DE L'OCI POUR LES PUITS",
        (
            "Nous, Etats membres de l'Organisation de la\nCoopération islamique ;\nConscients que l'eau se fait rare dans les\n"
            "pays du Sahel et que les puits anciens se\ncomblent d'année en année ;\nRappelant la résolution par laquelle le\n"
            "Conseil des ministres a voulu une agence ;\nSommes résolus :\nÀ creuser et à entretenir les puits que\n"
            "partagent les villages de la frontière ;\nÀ former des maîtres puisatiers dans chacun\ndes Etats membres ;"
        ),
        "Avons convenu de créer une agence à cette\nfin et adopté les présents Statuts.",
        ("CHAPITRE\nI\nDE L'AGENCE", "CHAPITRE\nII\nDU CONSEIL"),
        ("Article 1", "Article 2", "Article 3"),
        (
            "L'Agence a son siège à Niamey et peut ouvrir\ndes bureaux dans les Etats qui le demandent.",
            "Elle tient la liste des puits de la frontière\net publie chaque année leur profondeur.",
            "Le Conseil de l'Agence compte neuf membres que\nles Etats élisent pour trois ans.",
        ),
    ),
}


def write(language, *, agrees=True):
    title, preamble, accepted, chapters, articles, texts = CHARTERS[language]
    first, second = chapters
    lines = [title, preamble, accepted if agrees else "", first, articles[0], texts[0], articles[1], texts[1]]
    return "\n".join(filter(None, [*lines, second, articles[2], texts[2]])).encode()


def build(language, **more):
    return build_reports(read_bytes(write(language, **more), "page.txt"))[0]


@pytest.mark.parametrize("language", CHARTERS)
def test_chapters_and_their_articles_are_headings(language):
    *_, chapters, articles, texts = CHARTERS[language]
    report = build(language)
    headings = [block.text.split() for block in report.blocks if block.role == "heading"]
    first, second = chapters
    assert headings == [one.split() for one in (first, articles[0], articles[1], second, articles[2])]
    said = [block.text for block in report.blocks if block.role == "operative"]
    assert said == [" ".join(text.split()) for text in texts]
    assert report.header.document_type == "statute"


@pytest.mark.parametrize("language", CHARTERS)
def test_aims_above_those_who_agree_decide_nothing(language):
    accepted = CHARTERS[language][2]
    preamble = [block.text for block in build(language).blocks if block.role == "preamble"]
    assert preamble[-1] == " ".join(accepted.split())


def test_below_words_that_decide_and_nobody_who_agrees_infinitives_are_decisions():
    blocks = build("fr", agrees=False).blocks
    assert sum(block.role == "operative" and block.text.startswith("À ") for block in blocks) == 2


def test_the_word_for_a_chapter_above_a_sentence_is_none_of_its_number():
    lines = CHARTERS["en"][1].split("\n")
    page = "\n".join(
        [CHARTERS["en"][0], *lines, "CHAPTER", "The agency opens its doors to whoever asks for water.", ""]
    )
    report = build_reports(read_bytes(page.encode(), "page.txt"))[0]
    assert not any("CHAPTER The" in block.text and block.role == "heading" for block in report.blocks)
