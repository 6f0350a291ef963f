"""A declaration may number its preamble, from those who declare on; what they declare goes on counting."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports
from oic_reports.structure.segment import segment

TITLE = "Muscat Declaration of the Sixth Islamic Conference of Ministers of Water\n\n"
SAYS = (
    "We, the Ministers, having met in Muscat, Sultanate of Oman, from 3 to 5 March 2014,",
    "Heeding the counsel of those who dig wells in dry years;",
    "Proud of the dams that were built by hand;",
    "Rooted in the custom of sharing what a spring gives;",
)
DOES = ("Open the gates of the common channel twice a week;", "Share the gauge readings among all Member States.")


def read(text):
    (report,) = build_reports(read_bytes((TITLE + text).encode(), "page.txt"))
    return {block.text: block.role for block in report.blocks}


def test_numbered_participles_below_those_who_declare_are_preamble():
    numbered = [f"{number}. {said}" for number, said in enumerate(SAYS, 1)]
    decided = [f"{number}. {said}" for number, said in enumerate(DOES, 5)]
    roles = read("\n\n".join([*numbered, "Do hereby declare that we shall:", *decided]) + "\n")
    assert [roles[said] for said in SAYS] == ["preamble"] * 4
    assert [roles[said] for said in DOES] == ["operative"] * 2


def test_numbered_paragraphs_that_act_are_no_preamble():
    acts = ("Heeding the counsel of the elders, the Meeting closed two wells.", "The Meeting opened the third.")
    roles = read("\n\n".join(f"{number}. {said}" for number, said in enumerate((SAYS[0], *acts), 1)) + "\n")
    assert [roles[said] for said in acts] == ["operative"] * 2


RECITALS = {
    "en": (
        "We, the Ministers, having met in Muscat, Sultanate of Oman, from 3 to 5 March 2014,",
        ("Recalling the counsel of those who dug the first wells;", "Convinced that a spring is shared by all;"),
        ("Hereby declare our resolve to:", "Call on all to share their readings.", "Open the gates of the channel."),
    ),
    "fr": (
        "Nous, les Ministres, réunis à Mascate, Sultanat d’Oman, du 3 au 5 mars 2014,",
        ("Rappelant le conseil de ceux qui ont creusé les puits ;", "Convaincus qu’une source est à tous ;"),
        ("Déclarons notre volonté :", "Appelons chacun à dire ce qu’il mesure.", "Ouvrons les vannes du canal."),
    ),
    "ar": (
        "نحن الوزراء المجتمعين في مسقط بسلطنة عمان من 3 إلى 5 مارس 2014،",
        ("إذ نستذكر نصيحة من حفروا الآبار الأولى؛", "وإذ نؤمن بأن النبع للجميع؛"),
        ("نعلن عزمنا على ما يأتي:", "ندعو الجميع إلى تبادل القياسات.", "نفتح بوابات القناة."),
    ),
}
NAMED = {"en": "Muscat Declaration on Water", "fr": "Déclaration de Mascate sur l’eau", "ar": "إعلان مسقط بشأن المياه"}


@pytest.mark.parametrize("has_lead", [True, False])
@pytest.mark.parametrize("form", ["{}. ", "{}- ", "({}) "])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_numbers_may_go_on_below_the_participles(language, form, has_lead):
    opening, clauses, (lead, *acts) = RECITALS[language]
    counted = [form.format(place) + text for place, text in enumerate((opening, *clauses, *acts), 1)]
    above, below = counted[:3], counted[3:]
    lines = [NAMED[language], *above, *([lead] if has_lead else []), *below]
    roles = {block.text_raw: block.role for block in segment(read_bytes("\n\n".join(lines).encode(), "page.txt"))}
    assert [roles[text] for text in (opening, *clauses, *([lead] if has_lead else []))] == ["preamble"] * (3 + has_lead)
    assert [roles[text] for text in acts] == ["operative"] * 2


def test_measures_that_begin_as_participles_are_what_was_decided():
    lead = "The Conference was held in Muscat on 3 March 2014 and adopted the following measures:"
    measures = ["Recognizing the wells as common goods;", "Emphasizing their depth on maps;", "Welcoming all who dig."]
    counted = [f"{place}. {text}" for place, text in enumerate(measures, 1)]
    ending = "4. Express thanks to the host."
    text = "\n\n".join([TITLE, lead, *counted, ending])
    roles = {block.text_raw: block.role for block in segment(read_bytes(text.encode(), "page.txt"))}
    assert [roles[text] for text in measures] == ["operative"] * 3
