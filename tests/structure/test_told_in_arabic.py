"""How Arabic newspapers tell of the OIC, in words that its own texts do not have; and the near misses."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import NoReportError, build_reports

MORE = "وأشاد بما تبذله حكومة النيجر من جهود لحفر الآبار في القرى النائية."


def build(*paragraphs):
    return build_reports(read_bytes("\n\n".join([*paragraphs, ""]).encode(), "page.txt"))[0]


@pytest.mark.parametrize(
    "text",
    [
        "أدانت الهيئة الدائمة المستقلة لحقوق الإنسان التابعة لمنظمة التعاون الإسلامي، أمس، حرق الآبار في القرى.",
        "رحبت الأمانة العامة لمنظمة التعاون الإسلامي، أمس (الأحد)، بتوقيع اتفاق المياه في نيامي.",
        "رحب الأمين العام لمنظمة التعاون الإسلامي، الدكتور عمر سي اليوم الأربعاء، بتوقيع اتفاق المياه في نيامي.",
        "استقبل الأمين العام لمنظمة التعاون الإسلامي حسين إبراهيم طه، في مكتبه اليوم، حافر الآبار عمر سي.",
        "دعا فريق اتصال منظمة التعاون الإسلامي المعني بمالي إلى صون الآبار. وكان الفريق قد اجتمع اليوم في نيامي.",
    ],
)
def test_who_tells_when_the_organ_spoke_is_a_newspaper(text):
    with pytest.raises(NoReportError):
        build("التعاون الإسلامي تتابع أمر الآبار", text, MORE)
    with pytest.raises(NoReportError) as refused:
        build(text, MORE)
    assert refused.value.reason == "news"


@pytest.mark.parametrize(
    "text",
    [
        # the day of what happened, and an earlier session
        "أدانت الأمانة العامة لمنظمة التعاون الإسلامي الهجوم الإرهابي الذي استهدف اليوم الجمعة، بئرا في القرية.",
        "رحب الأمين العام لمنظمة التعاون الإسلامي اليوم الأربعاء، 3 مايو 2016، بتوقيع اتفاق المياه في نيامي.",
        "أدانت الأمانة العامة لمنظمة التعاون الإسلامي الهجوم الإرهابي الذي استهدف، أمس الجمعة، بئرا يشرب منها أهل القرية ومواشيهم في شمال البلاد.",
        "دعا فريق اتصال منظمة التعاون الإسلامي المعني بمالي إلى صون الآبار. وكان الفريق قد اجتمع في نيامي عام 2012.",
    ],
)
def test_the_day_of_what_an_organ_speaks_of_makes_no_news(text):
    assert build(text, MORE).header.document_type == "press_release"


ITEMS = (
    "اختتم المؤتمر الإسلامي التاسع لوزراء الثقافة أعماله في نيامي يوم 3 مايو 2016.",
    "• الدعوة إلى حفظ الآبار القديمة وترميم ما تهدم منها في القرى والمدن.",
    "• تشجيع الشباب على رسم خرائط للآبار وتعليقها في المدارس والمساجد.",
)


def test_a_declaration_that_says_something_in_its_title_is_told_by_others():
    # the same items below the declaration's own name
    assert build("إعلان نيامي حول الآبار", *ITEMS).header.document_type == "declaration"
    for headline in ("«إعلان نيامي» يدعو إلى حفظ الآبار القديمة", "إعلان نيامي يؤكد أهمية الآبار"):
        with pytest.raises(NoReportError):
            build(headline, *ITEMS)


def test_of_two_leads_the_nearer_one_says_what_the_text_is():
    header = build(
        "إليكم نص البيان الختامي لقمة نيامي الإسلامية",
        "وفي ما يأتي نص القرار:",
        "نحن قادة دول وحكومات منظمة التعاون الإسلامي المجتمعين في نيامي،",
        "نقرر:",
        "1- حفر الآبار في القرى.",
        "2- إنارة المدارس.",
    ).header
    assert (header.document_type, header.document_type_evidence) == ("resolution", "القرار")


@pytest.mark.parametrize(("lead", "is_ours"), [("تحت الأهداف التالية:", False), ("واتخذ القرارات التالية:", True)])
def test_goals_of_a_meeting_are_no_decisions(lead, is_ours):
    met = f"انعقد المؤتمر الإسلامي الثاني لوزراء الصحة في طهران في الفترة 1-4 مارس 2009، {lead}"
    paragraphs = ("التاريخ : 01 - 04 مارس 2009", met, "• تدريب الأطباء في القرى؛", "• تبادل الأدوية.")
    if is_ours:
        assert build(*paragraphs).header.body_id == "mc-health"
    else:
        with pytest.raises(NoReportError):
            build(*paragraphs)


THANKS = "ثمن الأمين العام لمنظمة التعاون الإسلامي، السيد عمر سي، جهود حكومة النيجر في حفر الآبار في القرى النائية."


@pytest.mark.parametrize(
    ("above", "text", "is_news"),
    [
        ("واس – جدة", THANKS, True),
        ("جدة - واس:", THANKS, True),
        ("النيجر – جدة", THANKS, False),
        ("عمر سي يشيد", f"{THANKS} جاء ذلك خلال لقائه بالسفراء في جدة.", True),
        ("عمر سي يشيد", f"{THANKS} وقد جاء الماء في القرية صافيا.", False),
    ],
)
def test_an_agency_above_a_statement_or_the_words_that_place_it_are_a_newspapers(above, text, is_news):
    if is_news:
        with pytest.raises(NoReportError) as refused:
            build(above, text, MORE)
        assert refused.value.reason == "news"
    else:
        assert build(above, text, MORE).header.document_type == "press_release"


def test_the_name_of_god_above_a_title_leaves_it_the_title_of_the_document():
    page = (
        "بسم الله الرحمن الرحيم",
        "قرار رقم: 149 (16/4) بشأن بيع المياه",
        "إن مجلس مجمع الفقه الإسلامي الدولي المنبثق عن منظمة المؤتمر الإسلامي، المنعقد في دورته السادسة عشرة بالدوحة،",
        "وبعد اطلاعه على البحوث الواردة إلى المجمع في موضوع بيع المياه،",
        "قرر ما يلي:",
        "إحالة الموضوع إلى أمانة المجمع للدراسة بما تراه مناسبا.",
        "آخر الأخبار",
    )
    assert build(*page).header.resolution_number == "149 (16/4)"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("الدكتور عمر بن أحمد سي", None),
        ("السيد عمر سي يرحب باتفاق المياه", "السيد عمر سي يرحب باتفاق المياه"),
    ],
)
def test_the_name_below_a_picture_is_no_title(line, title):
    assert build(line, THANKS, MORE).header.title == title


@pytest.mark.parametrize(("told", "is_news"), [("وأكد «إعلان داكار» أن", True), ("وأكد المؤتمر أن", False)])
def test_a_declaration_in_quotation_marks_that_says_something_is_told(told, is_news):
    paragraphs = (
        "عقد مجلس وزراء خارجية منظمة التعاون الإسلامي دورته التاسعة في داكار يوم 3 مايو 2016 بحضور وفود الدول الأعضاء.",
        "كما نوه المشاركون بما تبذله حكومة السنغال من جهود لحفر الآبار في القرى البعيدة من الساحل.",
        f"{told} الماء حق لكل قرية.",
        "ودعا الاجتماع الدول الأعضاء إلى حفر الآبار.",
    )
    if is_news:
        with pytest.raises(NoReportError):
            build(*paragraphs)
    else:
        assert build(*paragraphs).header.session == 9
