"""A resolution that a viewer gives as one line: symbol, title, who acts, clauses (decision 0078)."""

import pytest

from oic_reports.model import Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.marks import find_symbol
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.parting.run_in_clauses import cut_participles, cut_second_label
from oic_reports.structure.report import build_reports

RUNS = {
    "en": [
        ("header", "OIC/ICWM-3/2016/R1-W Rev.2/ ENG.ORG."),
        ("title", "RESOLUTION ON THE STRATEGY OF THE OIC FOR WELLS"),
        (
            "preamble",
            "The 3rd Session of the Islamic Conference of Water Ministers, held in Dakar, on 5-7 October 2016,",
        ),
        ("preamble", "Pursuant to paragraph 12 of the report, which asked for pumps and for pipes;"),
        ("preamble", "Also recalling the drought of 1431, which dried up the cisterns of nine villages;"),
        ("preamble", "Noting the work of the masons (their report; With its plans) in the valleys of the South;"),
        ("preamble", "recalling too the gift of buckets by three towns of the coast;"),
        ("preamble", "Aware that rain falls late,"),
    ],
    "fr": [
        ("header", "OIC/ICWM-3/2016/R1-W Rev.2/ ENG.ORG."),
        ("title", "RESOLUTION SUR LA STRATEGIE DE L’OCI POUR LES PUITS"),
        (
            "preamble",
            "La 3 e session de la Conférence islamique des Ministres de l’eau, tenue à Dakar, du 5 au 7 octobre 2016,",
        ),
        ("preamble", "En application du paragraphe 12 du rapport, qui demandait des pompes et des tuyaux ;"),
        ("preamble", "En référence aux remarques présentées le 5 octobre sur les citernes ;"),
        ("preamble", "Ayant entendu l’exposé sur les margelles, et soulignant son intérêt pour les maçons ;"),
        ("preamble", "appréciant également le don de seaux fait par trois villes de la côte ;"),
        ("preamble", "Exprimant sa gratitude aux puisatiers de la plaine"),
    ],
    "ar": [
        (
            "preamble",
            "إن وزراء مياه الدول الأعضاء في منظمة التعاون الإسلامي، المجتمعين في داكار يومي 5 و6 أكتوبر 2016م،",
        ),
        ("preamble", "إذ نسترشد بما جاء في سقي الزرع، إذ يقول الشاعر إن الماء أصل الحياة؛"),
        ("preamble", "وإذ نجدد العهد بأن نحفر الآبار في القرى، وإذا جف بئر حفرنا غيره؛"),
        ("preamble", "وإذ نقدر ما قدمته المدن الثلاث من دلاء لأهل الساحل؛"),
        ("preamble", "وإذ نشكر البنائين"),
    ],
}


def tell(text):
    report = build_reports(read_bytes(f"{text}\n".encode(), "page.txt"))[0]
    return [(block.role, block.text) for block in report.blocks]


@pytest.mark.parametrize("language", RUNS)
def test_clauses_that_semicolons_part_are_paragraphs(language):
    run = RUNS[language]
    assert tell(" ".join(text for _, text in run)) == run


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Noting the work of the masons in the valleys; recalling too the gift of buckets by three towns;", None),
        ("Noting the masons of the valleys; Aware of rain; recalling the gift of buckets by three towns;", 2),
        ("Noting the masons of the valleys; Aware of rain; Mindful of salt; recalling the gift of buckets;", 4),
    ],
    ids=["no capital", "one capital", "two"],
)
def test_a_small_letter_begins_a_clause_where_two_capitals_do(text, pieces):
    found = cut_participles(text, "en")
    assert (len(found) if found else None) == pieces


def test_commas_part_arabic_clauses_where_no_semicolon_does():
    run = ["إن مجلس وزراء المياه المنعقد في داكار،", "إذ يسترشد بما جاء في سقي الزرع،", "وإذ يجدد العهد بحفر الآبار،"]
    text = "\n\n".join(["قرار رقم 1/5 - م بشأن الآبار", " ".join(run), "1- يقرر حفر الآبار.", "2- يشكر البنائين."])
    assert [text for role, text in tell(text) if role == "preamble"] == run


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("OIC/ICWM-3/2016/R1-W Rev.2/ ENG.ORG. RESOLUTION ON WELLS", "OIC/ICWM-3/2016/R1-W Rev.2/ ENG.ORG."),
        ("OIC/ICWM-3/2016/R1-W Rev.2 RESOLUTION ON WELLS", "OIC/ICWM-3/2016/R1-W Rev.2"),
        ("OIC/ICWM-3/2016/R1-W Review of Wells", "OIC/ICWM-3/2016/R1-W"),
    ],
)
def test_a_revision_is_of_the_symbol(line, symbol):
    assert find_symbol(line) == symbol


SECTIONS = {
    "en": (
        "Having heard the report of the Secretary General on water:",
        *("Dialogue among Millers", "Calls upon Member States to open mills;", "Requests IRCICA to print a list."),
        *("Alliance of Masons", "Commends the masons of Fez."),
    ),
    "fr": (
        "Ayant entendu le rapport du Secrétaire général sur l’eau :",
        *(
            "Dialogue des meuniers",
            "Invite les Etats membres à ouvrir des moulins ;",
            "Demande à l’IRCICA d’en dresser la liste.",
        ),
        *("Alliance des maçons", "Félicite les maçons de Fès."),
    ),
}
MET = {
    "en": "The 44th Session of the Council of Foreign Ministers, held in Dakar, on 10-11 July 2017;",
    "fr": "La 44ème Session du Conseil des Ministres des Affaires étrangères, tenue à Dakar, du 10 au 11 juillet 2017 ;",
}


@pytest.mark.parametrize("language", SECTIONS)
def test_letters_head_the_sections_of_a_resolution_and_numbers_begin_anew(language):
    heard, millers, opens, asks, masons, thanks = SECTIONS[language]
    title = {"en": "RESOLUTION No. 1/44-W ON WATER", "fr": "RESOLUTION N° 1/44-W SUR L’EAU"}[language]
    run = f"{MET[language]} {heard} A. {millers} 1. {opens} 2. {asks} B. {masons} 1. {thanks}"
    report = build_reports(read_bytes(f"{title}\n\n{run}\n".encode(), "page.txt"))[0]
    assert [(block.role, block.label, block.text) for block in report.blocks][1:] == [
        *(("preamble", None, MET[language]), ("preamble", None, heard)),
        *(("heading", "A.", millers), ("operative", "1.", opens), ("operative", "2.", asks)),
        *(("heading", "B.", masons), ("operative", "1.", thanks)),
    ]


@pytest.mark.parametrize(
    ("language", "pieces"),
    [
        (
            "ar",
            [
                "إن مجلس وزراء المياه المنعقد في داكار.",
                "إذ يستذكر ما أوصت به ندوة السقاة في شأن الدلاء.",
                "إذ يستحضر القرار رقم 3/12 بشأن الآبار.",
                "وإذ يشكر البنائين على ما حفروا.",
            ],
        ),
        (
            "en",
            [
                "Recalling the drought of 1431, which dried up the cisterns,",
                "Following closely the reports of the masons on the wells,",
                "Deeply disturbed by the loss of buckets in three towns,",
                "Having received the plans of the new pumps,",
            ],
        ),
        (
            "fr",
            [
                "Rappelant la sécheresse de 1431, qui a vidé les citernes,",
                "Suivant de près les rapports des maçons sur les puits,",
                "Profondément inquiète de la perte des seaux de trois villes,",
                "Ayant reçu les plans des nouvelles pompes,",
            ],
        ),
    ],
)
def test_clauses_are_parted_by_how_they_begin(language, pieces):
    assert cut_participles(" ".join(pieces), language) == pieces


def test_one_cause_within_prose_parts_nothing():
    assert cut_participles("حفر البناؤون بئرا في القرية. إذ جف البئر القديم في الصيف. فشكرهم الأهالي.", "ar") is None


@pytest.mark.parametrize(
    ("text", "language", "pieces"),
    [
        ("2. A. The wells of the coast", "en", ["2.", "A. The wells of the coast"]),
        ("3/ أ: تعميق الآبار القديمة؛", "ar", ["3/", "أ: تعميق الآبار القديمة؛"]),
        # number and letter are one label
        ("3/أ: تعميق الآبار القديمة؛", "ar", None),
    ],
)
def test_a_letter_behind_a_number_is_a_label_of_its_own_unless_it_is_joined(text, language, pieces):
    assert cut_second_label(PrintedLine(Line(text, 1), after_gap=True, language=language)) == pieces
