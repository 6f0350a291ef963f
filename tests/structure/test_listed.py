"""Names below a colon are items of a list, though nothing labels them; sentences are not."""

import re

import pytest

from oic_reports.model import Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.body.listed import find_listed, is_name
from oic_reports.structure.body.marking import Mark, Marked
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.segment import segment

ENGLISH = """FINAL COMMUNIQUE OF THE THIRD CONFERENCE OF ISLAMIC MINISTERS OF AGRICULTURE

Ankara, 4-5 June 2012

1. The Conference was held in Ankara on 4 and 5 June 2012.

2. The Conference elected the following bureau:

{}

3. The Conference thanked its host.
"""
FRENCH = """COMMUNIQUE FINAL DE LA TROISIEME CONFERENCE ISLAMIQUE DES MINISTRES DE L'AGRICULTURE

Ankara, 4-5 juin 2012

1. La Conférence s'est tenue à Ankara les 4 et 5 juin 2012.

2. La Conférence a élu le bureau suivant :

{}

3. La Conférence a remercié son hôte.
"""
ARABIC = """البيان الختامي للمؤتمر الإسلامي الثالث لوزراء الزراعة

أنقرة، 4-5 يونيو 2012

1- عقد المؤتمر الإسلامي لوزراء الزراعة في أنقرة يومي 4 و5 يونيو 2012.

2- انتخب المؤتمر أعضاء هيئة المكتب على النحو التالي:

{}

3- شكر المؤتمر البلد المضيف.
"""


def find_items(text, names):
    blocks = segment(read_bytes(text.format("\n\n".join(names)).encode(), "x.txt"))
    return [block.text for block in blocks if block.role == "list_item"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (ENGLISH, ["H.E. Omar Haddad, Minister of Water", "Dr. Leila Mansour"]),
        (ENGLISH, ["Republic of Turkey", "Chair of the experts", "Kingdom of Morocco"]),
        (FRENCH, ["M. Omar Haddad", "Mme Leila Mansour", "Turquie"]),
        (ARABIC, ["السيد عمر حداد", "السيدة ليلى منصور", "تركيا"]),
    ],
    ids=["persons", "mostly states", "French", "Arabic"],
)
def test_names_below_a_colon_are_items(text, names):
    assert find_items(text, names) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (ENGLISH, ["Turkey"]),
        (ENGLISH, ["Wells of the coast", "Dams of the river", "Turkey"]),
        (ENGLISH, ["The Conference thanked Turkey.", "The Conference praised Morocco."]),
        (FRENCH, ["Puits de la côte", "Barrages du fleuve", "Turquie"]),
        (ARABIC, ["آبار الساحل", "سدود النهر", "تركيا"]),
    ],
    ids=["one name", "few names", "sentences", "French", "Arabic"],
)
def test_what_is_mostly_no_name_is_no_list(text, names):
    assert find_items(text, names) == []


def test_names_without_a_colon_above_are_no_list():
    text = ENGLISH.replace("the following bureau:", "its bureau.")
    assert find_items(text, ["H.E. Omar Haddad", "Dr. Leila Mansour"]) == []


LEADS = {
    ENGLISH: ("elected the following bureau:", "decided as follows:"),
    FRENCH: ("a élu le bureau suivant :", "a décidé ce qui suit :"),
    ARABIC: ("انتخب المؤتمر أعضاء هيئة المكتب على النحو التالي:", "قرر المؤتمر ما يلي:"),
}


def lead_to_decisions(text):
    """A text without numbers, in which a line that leads to decisions stands above the names."""
    return re.sub(r"(?m)^\d(?:\.|-) ", "", text).replace(*LEADS[text])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (ENGLISH, ["Republic of Turkey", "Kingdom of Morocco"]),
        (FRENCH, ["République de Turquie", "Royaume du Maroc"]),
        (ARABIC, ["جمهورية تركيا", "المملكة المغربية"]),
    ],
)
def test_bullets_that_are_names_are_no_decisions(text, names):
    assert find_items(lead_to_decisions(text), [f"• {name}" for name in names]) == names


@pytest.mark.parametrize(
    ("text", "decisions"),
    [
        (ENGLISH, ["• Wells for the coast", "• Dams for the river"]),
        (ENGLISH, ["• Wells for the coast", "• Dams for the river", "• Help for Morocco"]),
        (ENGLISH, ["• Republic of Turkey"]),
        (ARABIC, ["• آبار للساحل", "• سدود للنهر"]),
    ],
)
def test_bullets_that_are_mostly_no_names_are_decisions(text, decisions):
    assert find_items(lead_to_decisions(text), decisions) == []


def test_bullets_of_another_form_are_another_list():
    bullets = ["• Republic of Turkey", "• Kingdom of Morocco", "- Wells", "- Dams", "- Rain"]
    found = find_items(lead_to_decisions(ENGLISH), bullets)
    assert found[:2] == ["Republic of Turkey", "Kingdom of Morocco"]


def test_a_heading_below_the_names_is_not_one_of_them():
    text = ENGLISH.replace("\n3. ", "\nWork of the experts\n\n3. ")
    assert find_items(text, ["Republic of Turkey", "Kingdom of Morocco"]) == [
        "Republic of Turkey",
        "Kingdom of Morocco",
    ]


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("Mr. Omar Haddad", "en", True),
        ("Kingdom of Morocco", "en", True),
        ("Bank of Wells and Dams (BWD)", "en", True),
        ("Bank of Wells and Dams", "en", False),
        ("Islamic Development Bank", "en", True),
        ("Bank of Wells (B)", "en", False),
        ("Calls upon Morocco", "en", False),
        ("Mme Leila Mansour", "fr", True),
        ("Royaume du Maroc", "fr", True),
        ("Étaient également présents les délégués du Royaume du Maroc", "fr", False),
        ("كما شارك ممثلو المملكة المغربية بصفة مراقبين", "ar", False),
        ("Puits de la côte", "fr", False),
        ("الدكتور عمر حداد", "ar", True),
        ("المملكة المغربية", "ar", True),
        ("آبار الساحل", "ar", False),
    ],
)
def test_a_name(text, language, named):
    assert is_name(text, language) is named


@pytest.mark.parametrize(("length", "named"), [(120, True), (121, False)])
def test_a_name_with_its_office_has_a_hundred_and_twenty_characters(length, named):
    assert is_name("Mr. Omar Haddad, ".ljust(length, "x"), "en") is named


def find_in(*texts, hints=None, kinds=None):
    """The places of the names in lines whose kinds are ``text`` but for those told."""
    lines = [PrintedLine(Line(text, n, hint=(hints or {}).get(n)), after_gap=False) for n, text in enumerate(texts)]
    marks = [Mark((kinds or {}).get(n, "text"), "text") for n in range(len(lines))]
    return sorted(find_listed(Marked(lines, marks)))


PERSONS = ("The bureau:", "Mr. Omar Haddad", "Dr. Leila Mansour")


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, [1, 2]),
        ({"hints": {0: "table"}}, []),
        ({"hints": {2: "table"}}, []),
        ({"hints": {2: "heading"}}, []),
        ({"kinds": {2: "heading"}}, []),
        ({"kinds": {0: "heading"}}, []),
    ],
)
def test_what_the_page_says_of_lines(more, found):
    assert find_in(*PERSONS, **more) == found


def test_lines_of_the_page_stand_between_names():
    assert find_in(*PERSONS[:2], "Report on Wells", PERSONS[2], kinds={2: "furniture"}) == [1, 3]


@pytest.mark.parametrize(
    "line",
    [
        "Calls upon Morocco to dig",
        "Recalling the words of Morocco",
        "Morocco held a meeting",
        "The representatives of Morocco attended as observers;",
    ],
)
def test_a_line_that_says_something_ends_the_names(line):
    assert find_in(*PERSONS, line, "Mr. Yusuf Aydin") == [1, 2]


@pytest.mark.parametrize(("end", "found"), [("", [1, 2]), (".", [1, 2, 3])])
def test_an_unlike_last_line_that_is_closed_heads_nothing(end, found):
    assert find_in(*PERSONS, f"Other experts{end}", "1. Wells", kinds={4: "label"}) == found


def test_many_names():
    lines = [
        PrintedLine(Line("The bureau:" if n % 2_000 == 0 else f"Mr. Omar {n}", n), after_gap=False)
        for n in range(10_000)
    ]
    assert len(find_listed(Marked(lines, [Mark("text", "text")] * len(lines)))) == 9_995
