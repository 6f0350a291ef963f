"""Lines that lead to a text that is given: what they call it, and that they are no title."""

from __future__ import annotations

from dataclasses import replace

import pytest
from printed_facts import MET, THANKED, compare, facts_of

from oic_reports.model import Block
from oic_reports.structure.header.header import read_header


@pytest.mark.parametrize(
    ("language", "lead", "kind"),
    [
        ("en", "The meeting ended with the issuance of the following final communiqué:", "final_communique"),
        ("en", "At its close the Group came out with this declaration, which reads:", "declaration"),
        ("en", "The Group concluded by releasing a declaration which reads as follows:", "declaration"),
        ("en", "The text of the final communiqué issued at its end is as follows:", "final_communique"),
        ("en", "It adopted a final communiqué, the text of which is given below:", "final_communique"),
        ("en", "The communiqué states:", "communique"),
        ("fr", "La réunion s’est achevée par la publication du communiqué final suivant :", "final_communique"),
        ("fr", "À l’issue des travaux, le Groupe a publié une déclaration dont la teneur suit :", "declaration"),
        ("fr", "Les ministres ont diffusé un communiqué final ainsi libellé :", "final_communique"),
        ("fr", "Voici les termes de la déclaration adoptée à l’unanimité :", "declaration"),
        ("fr", "Le communiqué final de la réunion se lit comme suit :", "final_communique"),
        ("ar", "واختتم الاجتماع بإصدار البيان الختامي التالي:", "final_communique"),
        ("ar", "وجاء في البيان الختامي للاجتماع :", "final_communique"),
        ("ar", "وفي ختام أعماله أصدر الفريق بيان ختامي هذا نصه:", "final_communique"),
        ("ar", "وصدر عن الاجتماع إعلان تضمن ما يلي:", "declaration"),
        ("ar", "وفيما يلي نص البيان الختامي الصادر عن الاجتماع:", "final_communique"),
    ],
)
def test_what_is_said_to_follow_is_the_type_of_the_text(language, lead, kind):
    blocks = [("preamble", None, MET[language]), ("preamble", None, lead), ("operative", None, THANKED[language])]
    compare(language, {"document_type": kind}, *blocks)


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("en", "Having considered the report of the envoy, the Group decided as follows:"),
        ("en", "The Group adopted the following decisions:"),
        ("en", "It agreed on the following measures:"),
        ("fr", "La réunion a examiné le rapport de l’envoyé et a décidé ce qui suit :"),
        ("fr", "Elle a adopté les résolutions suivantes :"),
        ("ar", "وبعد الاطلاع على تقرير المبعوث قرر الفريق ما يلي:"),
        ("ar", "واتخذ الفريق القرارات التالية:"),
    ],
)
def test_what_a_meeting_decided_or_had_before_it_is_not_what_the_text_is(language, lead):
    blocks = [Block("preamble", MET[language], MET[language]), Block("preamble", lead, lead)]
    told = Block("operative", THANKED[language], THANKED[language])
    assert read_header([*blocks, told], language)[0].document_type is None
    numbered = replace(told, label="3.", ordinal=3)
    assert read_header([*blocks, numbered], language)[0].document_type == "report"


@pytest.mark.parametrize(
    ("language", "headline", "lead"),
    [
        ("en", "OIC meeting calls for more fish", "It issued the following communiqué:"),
        ("fr", "L’OCI appelle à plus de poisson", "Il a publié le communiqué suivant :"),
        ("ar", "فريق الاتصال يدعو إلى مزيد من السمك", "وأصدر البيان الختامي التالي:"),
    ],
)
def test_a_headline_above_a_text_that_is_given_is_no_title(language, headline, lead):
    above = [("title", "title", headline), ("preamble", None, MET[language])]
    below = ("operative", None, THANKED[language])
    assert facts_of(language, *above, ("preamble", None, lead), below).title is None
    # the headline of a press release of the OIC's own stays its title
    assert facts_of(language, *above, below).title == headline


# A declaration that no title names

DECLARING = {
    "en": ("We, the Heads of State of the OIC member states, gathered in Kampala,", "Recalling the Charter,"),
    "fr": ("Nous, chefs d’État des pays membres de l’OCI, réunis à Kampala,", "Rappelant la Charte,"),
    "ar": ("نحن رؤساء دول منظمة التعاون الإسلامي المجتمعين في كمبالا،", "وإذ نستذكر الميثاق،"),
}


@pytest.mark.parametrize(
    ("language", "line", "kind"),
    [
        ("en", "Hereby declare the following:", "declaration"),
        ("en", "Do solemnly declare as follows:", "declaration"),
        ("en", "Have agreed on the following:", None),
        ("fr", "Déclarons ce qui suit :", "declaration"),
        ("fr", "Proclamons solennellement ce qui suit :", "declaration"),
        ("fr", "Convenons de ce qui suit :", None),
        ("ar", "نعلن ما يلي:", "declaration"),
        ("ar", "نقرر ما يلي:", None),
    ],
)
def test_the_line_that_leads_to_what_is_declared_names_a_declaration(language, line, kind):
    opening, participle = DECLARING[language]
    blocks = [("preamble", None, text) for text in (opening, participle, participle, line)]
    compare(language, {"document_type": kind}, *blocks, ("operative", None, THANKED[language]))


# A lead that gives the text


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("fr", "Au terme de la rencontre a été rendu public le communiqué que voici."),
        ("fr", "Les ministres ont diffusé un communiqué dont voici la teneur."),
        ("en", "At its end the ministers issued a communiqué, the text of which follows."),
        ("en", "The ministers issued a communiqué which is reproduced in full below."),
    ],
)
def test_a_lead_that_ends_with_a_full_stop_names_what_it_gives(language, lead):
    compare(
        language,
        {"document_type": "communique"},
        ("boilerplate", "press_lead", lead),
        ("preamble", None, MET[language]),
        ("operative", None, THANKED[language]),
    )
