"""Recitals that a page quotes above the text that they are of: the title and who acts stand below them."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

# quoted recitals, title, who adopted it, who acts, recitals, the line that declares, articles
PAGES = {
    "en": (
        "Recalling that water is a trust of which no man may deprive another and that a well\nbelongs to whoever is thirsty",
        "__Niamey Declaration on Wells",
        (
            "Declaration adopted on 7 May 2011, at Niamey\n(Niger), by the 38th Session of the Islamic Conference of Foreign\n"
            "Ministers."
        ),
        "The Member States of the Organisation of the Islamic Conference,",
        "Recalling that water is a trust of which no man may deprive another;\nAware that the Sahel is thirsty;",
        "Declare the following:",
        "Article 1\nWells are open to all.\nArticle 2\nNobody shall fill in a well.",
    ),
    "fr": (
        "Rappelant que l'eau est un dépôt dont nul ne peut priver autrui et que le puits\nappartient à celui qui a soif",
        "__Déclaration de Niamey sur les puits",
        (
            "Déclaration adoptée le 7 mai 2011, à Niamey\n(Niger), par la 38e session de la Conférence islamique des ministres\n"
            "des Affaires étrangères."
        ),
        "Les Etats membres de l'Organisation de la Conférence Islamique,",
        "Rappelant que l'eau est un dépôt dont nul ne peut priver autrui;\nConscients que le Sahel a soif;",
        "Déclarent ce qui suit:",
        "Article premier\nLes puits sont ouverts à tous.\nArticle 2\nNul ne peut combler un puits.",
    ),
}


def read(*pieces):
    return build_reports(read_bytes("\n".join(pieces).encode(), "page.txt"))[0]


@pytest.mark.parametrize("language", PAGES)
def test_a_quoted_recital_is_above_the_text(language):
    quoted, title, adopted, actors, recitals, declares, articles = PAGES[language]
    report = read("page 1 / 4", "", quoted, title, adopted, actors, recitals, "", declares, articles)
    header = report.header
    assert header.title == title.lstrip("_")
    assert (header.body_id, header.session, header.date, header.city) == ("cfm", 38, "2011-05-07", "Niamey")
    assert (header.document_type, header.status) == ("declaration", "adopted")
    first = next(block for block in report.blocks if block.role in {"preamble", "operative"})
    assert first.text == actors
    said = next(block for block in report.blocks if block.subrole == "adopted_by")
    assert said.text.split() == adopted.split()


@pytest.mark.parametrize("language", PAGES)
def test_recitals_below_those_who_act_are_of_the_text(language):
    quoted, title, _, actors, recitals, declares, articles = PAGES[language]
    report = read(title, actors, quoted + ";", recitals, "", declares, articles)
    preamble = [block.text for block in report.blocks if block.role == "preamble"]
    assert preamble[0] == actors
    assert preamble[1].split() == f"{quoted};".split()
