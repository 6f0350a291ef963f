"""The short line that ends a preamble (``Hereby:``) is part of it; a heading that ends with a colon is none."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

PAGES = {
    "en": (
        "DECLARATION OF THE THIRD ISLAMIC CONFERENCE OF MINISTERS OF FISHERIES\n\nMuscat, 4-5 March 2012\n\n"
        "We, the Ministers of Fisheries of the Member States of the Organisation of Islamic Cooperation, meeting in Muscat on 4-5 March 2012;\n\n"
        "Recalling the resolutions of earlier sessions on the fishing grounds;\n\n{line}\n\n"
        "1. Reaffirm our will to protect the fishing grounds of the Member States.\n\n"
        "2. Call upon the Member States to train their young fishermen.\n"
    ),
    "fr": (
        "DÉCLARATION DE LA TROISIÈME CONFÉRENCE ISLAMIQUE DES MINISTRES DE LA PÊCHE\n\nMascate, 4-5 mars 2012\n\n"
        "Nous, les Ministres de la pêche des États membres de l’Organisation de la Coopération islamique, réunis à Mascate les 4 et 5 mars 2012 ;\n\n"
        "Rappelant les résolutions des sessions précédentes sur les zones de pêche ;\n\n{line}\n\n"
        "1. Réaffirmons notre volonté de protéger les zones de pêche des États membres.\n\n"
        "2. Appelons les États membres à former leurs jeunes pêcheurs.\n"
    ),
    "ar": (
        "إعلان المؤتمر الإسلامي الثالث لوزراء الثروة السمكية\n\nمسقط، 4-5 مارس 2012\n\n"
        "نحن وزراء الثروة السمكية في الدول الأعضاء في منظمة التعاون الإسلامي، المجتمعين في مسقط يومي 4 و5 مارس 2012؛\n\n"
        "وإذ نستذكر قرارات الدورات السابقة بشأن مناطق الصيد؛\n\n{line}\n\n"
        "1. نؤكد من جديد عزمنا على حماية مناطق الصيد في الدول الأعضاء.\n\n"
        "2. ندعو الدول الأعضاء إلى تدريب صياديها الشباب.\n"
    ),
}


def find_role(language, line):
    report = build_reports(read_bytes(PAGES[language].format(line=line).encode(), "x.txt"))[0]
    return next(block.role for block in report.blocks if block.text_raw == line)


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "Hereby :"), ("en", "Do hereby:"), ("fr", "Décidons :"), ("ar", "قررنا:")],
)
def test_a_short_ending_is_of_the_preamble(language, line):
    assert find_role(language, line) == "preamble"


@pytest.mark.parametrize(
    ("language", "line"), [("en", "Fishing grounds:"), ("fr", "Zones de pêche :"), ("ar", "مناطق الصيد:")]
)
def test_a_subject_with_a_colon_is_no_ending(language, line):
    assert find_role(language, line) == "heading"


WRAPPED = {
    "en": (
        "1. The OIC Contact Group on Mali met in Niamey on 4 June 2016, in the presence of its\n"
        "friends from the whole of the region.\n"
        "2. The Meeting noted that the roads of the country had been opened again to trade and to\n"
        "travel and it called upon those who have closed the others to open them without delay.\n"
        "{}\n"
        "3. The Meeting requested the Secretary General to follow the matter and to report to it\n"
        "in the autumn.\n"
        "4. The Meeting thanked the Government of Niger for the welcome that it had given to all\n"
        "the delegations and for the care with which it had made the meeting ready, and it asked\n"
        "the Chairman to convey to the President of the Republic its wishes for his good health."
    ),
    "fr": (
        "1. Le Groupe de contact de l’OCI sur le Mali s’est réuni à Niamey le 4 juin 2016, avec\n"
        "ses amis de toute la région.\n"
        "2. La Réunion a noté que les routes du pays avaient été rouvertes au commerce et aux\n"
        "voyages et elle a appelé ceux qui ont fermé les autres à les rouvrir sans tarder.\n"
        "{}\n"
        "3. La Réunion a prié le Secrétaire général de suivre la question et de lui rendre compte\n"
        "à l’automne.\n"
        "4. La Réunion a remercié le Gouvernement du Niger de l’accueil qu’il avait réservé à\n"
        "toutes les délégations et du soin avec lequel il avait préparé la réunion, et elle a\n"
        "demandé au Président de transmettre au Chef de l’État ses vœux de bonne santé à lui."
    ),
}


@pytest.mark.parametrize(
    ("language", "title", "line"),
    [
        ("en", "Final Communiqué of the OIC Contact Group on Mali", "Other matters:"),
        ("fr", "Communiqué final du Groupe de contact de l’OCI sur le Mali", "Questions diverses :"),
    ],
)
def test_a_short_line_with_a_colon_below_a_full_one_is_a_heading(language, title, line):
    page = f"{title}\n{WRAPPED[language].format(line)}\n"
    (report,) = build_reports(read_bytes(page.encode(), "x.txt"))
    assert [block.role for block in report.blocks if block.text_raw == line] == ["heading"]


def test_a_short_line_that_leads_to_decisions_is_no_heading():
    page = f"Final Communiqué of the OIC Contact Group on Mali\n{WRAPPED['en'].format('It decided as follows:')}\n"
    (report,) = build_reports(read_bytes(page.encode(), "x.txt"))
    assert "heading" not in {block.role for block in report.blocks}


HEREBY = {"en": "Hereby:", "fr": "Décidons :", "ar": "قررنا:"}
BROKEN_OFF = [
    ("en", "The herds had been sold by then, and the price o"),
    ("fr", "Les troupeaux étaient vendus alors, et le prix d"),
    ("ar", "كما نذكر رعاة الشمال بالخير ونسأل أ"),
    ("ar", "إننا، وبمنا"),
]
HEADS_ANOTHER_PAGE = [
    ("en", "Fair for Weavers, Potters and Smiths"),
    ("fr", "Foire des tisserands, des potiers"),
    ("ar", "معرض النساجين في نيامي"),
]


@pytest.mark.parametrize(("language", "line"), BROKEN_OFF)
def test_a_last_line_inside_a_sentence_is_of_the_text(language, line):
    report = build_reports(read_bytes(f"{PAGES[language].format(line=HEREBY[language])}\n{line}\n".encode(), "x.txt"))[
        0
    ]
    assert (report.blocks[-1].role, report.blocks[-1].text_raw) == ("operative", line)


@pytest.mark.parametrize(("language", "line"), HEADS_ANOTHER_PAGE)
def test_a_last_line_that_names_another_page_is_none_of_the_text(language, line):
    report = build_reports(read_bytes(f"{PAGES[language].format(line=HEREBY[language])}\n{line}\n".encode(), "x.txt"))[
        0
    ]
    assert (report.blocks[-1].role, report.blocks[-1].text_raw) == ("boilerplate", line)
