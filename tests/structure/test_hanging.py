"""Short numbered lists among paragraphs without numbers, and bullets in which a meeting acts."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

TITLE = "FINAL COMMUNIQUE OF THE THIRD CONFERENCE OF ISLAMIC MINISTERS OF AGRICULTURE\n\nAnkara, 4-5 June 2012\n\n"
HELD = "The Islamic Conference of Ministers of Agriculture was held in Ankara, Republic of Turkey, on 4 and 5 June 2012.\n\n"
THANKS = "The Conference thanked the Republic of Turkey, its Government and its people for their welcome.\n"


def read(text):
    (report,) = build_reports(read_bytes(text.encode(), "x.txt"))
    return report.blocks


def roles(text):
    return [(block.role, block.label) for block in read(text) if block.role not in {"title", "header"}]


def test_numbers_below_a_colon_among_acts_without_numbers_are_items():
    call = "In view of these losses, the Conference called upon Member States to:\n\n"
    found = roles(
        TITLE + HELD + "The Conference welcomed the seed banks that four States had opened since it last met.\n\n" + call +
        "1. store grain for a year;\n\n2. mend the old canals;\n\n3. teach the young.\n\n" + THANKS
    )  # fmt: skip
    assert found[1:] == [
        *(("operative", None), ("operative", None)),
        *(("list_item", "1."), ("list_item", "2."), ("list_item", "3.")),
        ("operative", None),
    ]


def test_names_below_a_colon_are_items():
    names = "The delegation of the farmers comprised:\n\n1. Omar Haddad\n\n2. Leila Mansour\n\n"
    found = roles(TITLE + HELD + names + "Mr. Yusuf Aydin of the host country took the chair.\n")
    assert [role for role, label in found if label] == ["list_item", "list_item"]


@pytest.mark.parametrize(
    "lead",
    [
        "The Conference decided as follows:",
        "The Conference agreed on the measures below:",
        "The Conference adopted the following recommendations:",
    ],
)
def test_numbers_below_a_line_that_leads_to_decisions_are_the_decisions(lead):
    found = roles(TITLE + HELD + lead + "\n\n1. Grain for a year\n\n2. Canals\n\n3. Schools\n\n" + THANKS)
    assert [role for role, label in found if label] == ["operative"] * 3


def test_numbers_that_act_are_the_reports_own():
    found = roles(
        TITLE + HELD + "It said:\n\n1. The Conference welcomed the banks\n\n2. It praised the work\n\n" + THANKS
    )
    assert "list_item" not in [role for role, _ in found]


BULLETS = """* رأى المؤتمر أن المياه حق لكل قرية، ودعا إلى حفر آبار جديدة في الصحراء.
* حث المؤتمر الدول الأعضاء على دعم برامج البحث في الزراعة، ولا سيما:
1- برنامج تبادل البذور.
2- شبكة محطات الرصد.
الشؤون الثقافية
* ندد المؤتمر بهدم المكتبات، وطلب صون المخطوطات.
"""


def test_bullets_in_which_a_meeting_acts_are_its_paragraphs():
    lead = "نشرنا أمس الجزء الأول من البيان الختامي للقمة الإسلامية التاسعة بالدوحة، وفيما يلي نص الجزء الأخير:\n"
    found = [(block.role, block.label) for block in read(lead + "الشؤون الاقتصادية\n" + BULLETS)]
    assert found[-7:] == [
        ("heading", None),
        *(("operative", "*"), ("operative", "*")),
        *(("list_item", "1-"), ("list_item", "2-")),
        ("heading", None),
        ("operative", "*"),
    ]


def test_bullets_below_numbers_stay_items():
    points = "* The Conference thanked the banks.\n\n* The Conference thanked the schools.\n\n"
    found = roles(TITLE + "1. " + HELD + "2. The Conference said in its report:\n\n" + points + "3. " + THANKS)
    assert [role for role, label in found if label == "*"] == ["list_item"] * 2


STATES = ["Republic of Azerbaijan", "State of Bahrain", "Burkina Faso", "Brunei Darussalam"]
PAYS = ["République d’Azerbaïdjan", "Etat de Bahreïn", "Burkina Faso", "Brunei Darussalam"]
DUWAL = ["جمهورية أذربيجان", "مملكة البحرين", "بوركينا فاسو", "بروناي دار السلام"]
TITRE = (
    "COMMUNIQUE FINAL DE LA TROISIEME CONFERENCE ISLAMIQUE DES MINISTRES DE L’AGRICULTURE\n\nAnkara, 4-5 juin 2012\n\n"
)
TENUE = "La Conférence islamique des ministres de l’Agriculture s’est tenue à Ankara les 4 et 5 juin 2012.\n\n"
UNWAN = "البيان الختامي للمؤتمر الإسلامي الثالث لوزراء الزراعة\n\nأنقرة، 4-5 يونيو 2012\n\n"
UQIDA = "عقد المؤتمر الإسلامي الثالث لوزراء الزراعة دورته في أنقرة يومي 4 و5 يونيو 2012.\n\n"
OWN = "1. The Conference welcomed the seed banks that were opened.\n\n2. It decided to meet again in Dakar in spring.\n"


def count(names, form):
    return "".join(f"{form.format(place)} {name}\n" for place, name in enumerate(names, 1)) + "\n"


@pytest.mark.parametrize("form", ["{}.", "{})", "({})", "{} -"])
@pytest.mark.parametrize(
    ("head", "lead", "names", "below"),
    [
        (TITLE + HELD, "Delegations of the states named hereunder took part.", STATES, THANKS),
        (TITLE + HELD, "The delegations were the following:", STATES, THANKS),
        (
            TITRE + TENUE,
            "Ont pris part aux travaux les délégations des pays suivants :",
            PAYS,
            "La Conférence a remercié ses hôtes.\n",
        ),
        (
            UNWAN + UQIDA,
            "وشاركت في أعماله وفود الدول المذكورة أدناه.",
            DUWAL,
            "ورحب المؤتمر ببنوك البذور التي افتتحت.\n",
        ),
    ],
)
def test_states_one_below_the_other_are_items_whatever_leads_to_them(form, head, lead, names, below):
    found = roles(head + lead + "\n\n" + count(names, form) + below)
    assert [role for role, label in found if label] == ["list_item"] * 4
    assert [role for role, label in found if not label] == ["preamble", "preamble", "operative"]


@pytest.mark.parametrize("form", ["{}.", "{})"])
def test_paragraphs_count_anew_below_those_who_came(form):
    lead = "Delegations of the states named hereunder took part.\n\n"
    found = roles(TITLE + HELD + lead + count(STATES, form) + OWN)
    assert [role for role, label in found if label] == ["list_item"] * 4 + ["operative"] * 2


def test_numbered_names_that_head_paragraphs_are_no_list():
    texts = "".join(
        f"{n}. {name}\n\nThe Conference called for grain to be sent there.\n\n" for n, name in enumerate(STATES, 1)
    )
    assert "list_item" not in [role for role, _ in roles(TITLE + HELD + texts)]


def test_a_meeting_that_is_told_with_the_states_that_came_is_a_report():
    head = "Third Islamic Conference of Ministers of Agriculture\nOIC/ICMA-3/2012\nAnkara, 4-5 June 2012\n\n" + HELD
    lead = "Delegations of the states named hereunder took part.\n\n"
    (report,) = build_reports(read_bytes((head + lead + count(STATES, "{}.") + THANKS).encode(), "x.txt"))
    assert report.header.document_type == "report"
