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
