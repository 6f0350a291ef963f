"""Clauses of Arabic preambles that no list of openings has, and titles above them."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.names.sessions import find_session
from oic_reports.structure.report import build_reports

ACTOR = "إن الدول الأعضاء في منظمة المؤتمر الإسلامي"
DECLARES = "تعلن ما يلي:"
ACTS = ("المادة الأولى:", "لكل قرية حق في ماء نقي.", "المادة الثانية:", "تصلح الدولة المضخات.")


def roles(*paragraphs):
    report = build_reports(read_bytes("\n\n".join([*paragraphs, ""]).encode(), "page.txt"))[0]
    return {block.text: block.role for block in report.blocks}


@pytest.mark.parametrize(
    "clause",
    [
        "وتصديقاً برسالة الأنبياء الذين علموا الناس حفر الآبار وسقي الزروع.",
        "وثقة منها بأن الماء لا يغني عنه مال ولا سلاح.",
        "ومساهمة في ما تبذله الأمم من جهود لسقي القرى.",
        "وجزما منها بأن البئر أبقى من القصر.",
        "وصدورا عن فقه جعل سقي الماء أفضل الصدقات.",
    ],
)
def test_a_clause_of_a_preamble_may_end_with_a_full_stop(clause):
    assert roles("إعلان داكار حول الآبار", ACTOR, clause, DECLARES, *ACTS)[clause] == "preamble"


@pytest.mark.parametrize(
    "act", ["عندما يجف البئر تحفر الدولة غيره في القرية.", "دعا إلى حفر بئر في كل قرية من قرى الساحل."]
)
def test_what_begins_with_a_verb_or_a_time_is_no_clause(act):
    said = roles("إعلان داكار حول الآبار", f"{ACTOR} تعلن ما يلي:", "يحفر أهل القرية بئرهم بأيديهم.", act)
    assert said[act] == "operative"


def test_a_first_clause_below_a_title_is_no_part_of_it():
    first = "انفاذا لقرار مؤتمر وزراء الخارجية الإسلامي الخامس بكوالالمبور."
    met = "عقد مؤتمر وزراء الخارجية الإسلامي دورته السادسة في جدة في الفترة من 12 إلى 15 يوليو 1975 م."
    text = f"البيان الختامي\n\n{first}\n\n{met}\n\n1- شكر المؤتمر البلد المضيف.\n\n2- قرر المؤتمر حفر الآبار.\n"
    (report,) = build_reports(read_bytes(text.encode(), "page.txt"))
    assert (report.header.title, report.header.session, report.header.city) == ("البيان الختامي", 6, "Jeddah")
    assert [block.role for block in report.blocks][:2] == ["title", "preamble"]


@pytest.mark.parametrize("mark", ["؟", ""])
def test_the_title_of_a_speech_may_be_long_and_ask(mark):
    title = (
        "كلمة معالي الدكتور عمر سي الأمين العام لمنظمة المؤتمر الإسلامي في المعهد الدولي لعلوم المياه في داكار: "
        f"هل تكفي آبار الساحل لأجيال القرن القادم{mark}"
    )
    spoken = (
        "الضيوف الكرام، اسمحوا لي أن أعرب عن شكري لدعوتي لأتحدث اليوم في هذا المعهد المرموق عن الماء وأهله وعن الآبار."
    )
    page = f"منظمة التعاون الإسلامي\nالصوت الجامع للعالم الإسلامي\n\n{title}\n\nالتاريخ: 29/01/2007\n\n{spoken}\n"
    (report,) = build_reports(read_bytes(page.encode(), "page.txt"))
    assert report.header.document_type == "speech"
    assert [block.text for block in report.blocks if block.role == "title"] == [title]


def test_what_a_site_calls_the_page_above_its_source_is_no_title_of_the_text():
    page = (
        "البيان الختامي الصادر عن الدورة العاشرة لمؤتمر القمة الإسلامي",
        "قرارات الشؤون الثقافية، القرار الرقم 6/11 – ث (ق. إ)",
        'المصدر "منظمة المؤتمر الإسلامي، جدة"',
        "القرار الرقم 6/11 – ث (ق. إ)",
        "بشأن",
        "الآبار",
        "إن مؤتمر القمة الإسلامي المنعقد في دورته الحادية عشرة (دورة الأمة الإسلامية) دكار، جمهورية السنغال، في 13 مارس 2008؛",
        "إذ يستذكر القرارات الصادرة عن مؤتمرات القمة الإسلامية السابقة؛",
        "1. يدعو الدول الأعضاء إلى حفر الآبار.",
        "2. يطلب من الأمين العام متابعة ذلك.",
    )
    (report,) = build_reports(read_bytes("\n\n".join([*page, ""]).encode(), "page.txt"))
    header = report.header
    assert (header.document_type, header.session, header.city) == ("resolution", 11, "Dakar")
    assert header.title == "القرار الرقم 6/11 – ث (ق. إ) بشأن الآبار"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("المؤتمر الإسلامى الثانى والعشرين لوزراء الخارجية", 22),
        ("الدورة الحادية والثلاثون", 31),
        ("المؤتمر الإسلامی الثانی لوزراء الصحة", 2),
    ],
)
def test_ordinals_in_the_letters_of_egyptian_pages_and_persian_keyboards(text, number):
    assert find_session(text, "ar") == number
