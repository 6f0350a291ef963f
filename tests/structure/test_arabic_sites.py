"""What Arabic sites print above a text and where they break it off; and the near misses."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.forms import find_forms
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports

MENU = "إرشادات مقترحات البحث معلومات خط الزمن الفهارس الخرائط الصور الوثائق الأقسام\n\nمقاتل من الصحراء"
SOURCE = 'المصدر: "منظمة المؤتمر الإسلامي، جدة"'


def build(*paragraphs):
    (report,) = build_reports(read_bytes("\n\n".join([*paragraphs, ""]).encode(), "page.txt"))
    return report


def find_role(report, text):
    return next((block.role, block.subrole) for block in report.blocks if text in block.text)


PROGRAMME = (
    "برنامج العمل",
    "1. مقدمة",
    "1. يقوم هذا البرنامج على ما تعهدت به الدول الأعضاء من حفر الآبار وتعبيد الطرق بين القرى، وعلى ما أقرته في دوراتها السابقة.",
    "2. وتوزع الآبار على القرى بحسب عدد سكانها.",
)


def test_the_session_above_what_a_page_calls_a_text_says_where_it_was_adopted():
    session = "مؤتمر القمة الإسلامي الحادي عشر، داكار - جمهورية السنغال"
    report = build(MENU, session, session, "القرارات الخاصة بالآبار ـ برنامج العمل", SOURCE, *PROGRAMME)
    header = report.header
    assert (header.body_id, header.session, header.city, header.country_iso2) == ("is", 11, "Dakar", "SN")
    assert find_role(report, "مقاتل من الصحراء") == ("boilerplate", "site_navigation")
    assert find_role(report, session) == ("boilerplate", "page_title")


def test_the_session_of_another_text_gives_no_place():
    # the site forgot a line of the page before
    lines = (
        "مؤتمر وزراء الخارجية الإسلامي الأربعون، كوناكري، جمهورية غينيا",
        "القرارات الخاصة بالآبار ـ القرار الرقم 2/41-ث",
    )
    opening = "إن مجلس وزراء الخارجية المنعقد في دورته الحادية والأربعين في جدة بالمملكة العربية السعودية يومي 18 و19 يونيو 2014؛"
    text = (
        "القرار الرقم 2/41-ث",
        "بشأن",
        "حفر الآبار",
        opening,
        "إذ يستذكر ما وعد به؛",
        "1- يناشد الدول الأعضاء أن تحفر بئرا.",
    )
    header = build(MENU, *lines, SOURCE, *text).header
    assert (header.session, header.city) == (41, "Jeddah")


def test_a_programme_has_its_horizon_in_its_title():
    horizon = "منظمة التعاون الإسلامي حتى العام 2030"
    page = ("القرارات الخاصة بالآبار ـ برنامج العمل", SOURCE)
    assert build(MENU, *page, horizon, *PROGRAMME).header.title == f"{horizon} برنامج العمل"
    # a letterhead has no year
    assert build(MENU, *page, "منظمة التعاون الإسلامي", *PROGRAMME).header.title == "برنامج العمل"


def test_numbers_that_begin_anew_stand_below_a_numbered_heading():
    letterhead = "منظمة التعاون الإسلامي"
    report = build(letterhead, *PROGRAMME)
    assert find_role(report, "مقدمة") == ("heading", None)
    # in a list no number begins anew
    listed = build(letterhead, PROGRAMME[0], "1. حفر الآبار", *PROGRAMME[3:], "3. وترسم خرائطها كل سنة.")
    assert find_role(listed, "حفر الآبار")[0] == "operative"


RELEASE = "جدة، 4 مايو 2022", "أدانت منظمة التعاون الإسلامي ردم بئر القرية، وأعربت عن تضامنها مع أهلها."


def test_a_series_of_news_and_the_organisations_name_are_no_part_of_a_headline():
    headline = "في كلمة أمام أهل القرية، الأمين العام لمنظمة التعاون الإسلامي يؤكد حق كل بيت في الماء"
    report = build("آخر أخبار منظمة التعاون الإسلامي 311", "منظمة التعاون الإسلامي", headline, *RELEASE)
    assert report.header.title == headline


def test_a_meeting_on_a_weekday_to_come_is_announced_by_a_newspaper():
    told = "تعقد الأمانة العامة لمنظمة التعاون الإسلامي، يوم {}، اجتماعا بشأن ردم الآبار في القرى."
    with pytest.raises(NoReportError):
        build("التعاون الإسلامي تبحث ردم الآبار", told.format("الأحد المقبل"))
    assert build("التعاون الإسلامي تبحث ردم الآبار", told.format("3 مايو 2020")).header.document_type == "press_release"


SPEECH = "السلام عليكم ورحمة الله وبركاته،\n\nنحمد الله على ما يسر لنا من إتمام أعمال هذه الدورة وما صدر عنها."


def test_the_president_of_the_council_of_the_academy_speaks_for_it():
    title = "كلمة فضيلة الشيخ عمر بن خالد رئيس مجلس مجمع الفقه الإسلامي الدولي"
    assert build(title, SPEECH).header.document_type == "speech"
    for state in ("بالهند", "السوداني", "الأردني"):
        with pytest.raises(NoReportError):
            build(title.replace("الدولي", state), SPEECH)


@pytest.mark.parametrize(
    "text",
    [
        "تدين منظمة التعاون الإسلامي الهجمات المتكررة على القرى في شمال مالي اليوم، وتدعو إلى محاسبة من ارتكبها.",
        "أدانت منظمة التعاون الإسلامي بشدة حرق البساتين في شمال مالي اليوم، وأعربت عن تعازيها لأسر الضحايا.",
    ],
)
def test_today_may_be_of_what_is_condemned(text):
    assert (
        build("منظمة التعاون الإسلامي تدين حرق البساتين", f"جدة، 4 مايو 2015\n\n{text}").header.document_type
        == "press_release"
    )


def test_a_text_that_breaks_off_in_a_phrase_or_below_listeners_goes_on_to_its_end():
    lines = (
        "كلمة الأمين العام لمنظمة التعاون الإسلامي أمام القمة",
        "أصحاب المعالي،",
        "يسرني أن أرحب بكم في مدينة الآبار هذه.",
    )
    report = build(*lines, "أصحاب المعالي، السيدات والسادة،", "في مستهل كلمتي، وقد جئنا من كل واد")
    assert find_role(report, "في مستهل") == ("operative", None)
    decided = ("عقد مجلس وزراء الخارجية دورته العاشرة في فاس يوم 8 مايو 1979.", "ووافق المجلس على حفر الآبار.")
    report = build("البيان الختامي لمجلس وزراء خارجية منظمة المؤتمر الإسلامي", *decided, "كما قرر - في", "")
    assert find_role(report, "كما قرر") == ("operative", None)
    # an open phrase of the site has more of it below
    report = build(
        "البيان الختامي لمجلس وزراء خارجية منظمة المؤتمر الإسلامي", *decided, "توجه الرسائل إلى", "رئيس التحرير"
    )
    assert find_role(report, "توجه") == ("boilerplate", "other")
    # a word of the site stands below a whole text
    report = build("البيان الختامي لمجلس وزراء خارجية منظمة المؤتمر الإسلامي", *decided, "رحلات الصيف")
    assert find_role(report, "رحلات") == ("boilerplate", "other")


@pytest.mark.parametrize(
    ("text", "cities"),
    [("أعلنت باكراً اليوم", 0), ("اجتمعوا بأكرا اليوم", 1), ("في أكرا", 1), ("باكرا، جمهورية غانا", 1)],
)
def test_early_is_no_city(text, cities):
    assert len(find_forms("cities", text, "ar")) == cities


def test_a_reference_to_the_charter_opens_a_preamble():
    opening = "إن مجلس وزراء الخارجية المنعقد في دورته الحادية والأربعين في جدة يومي 18 و19 يونيو 2014؛"
    clauses = (
        "آخذا بعين الاعتبار حاجة القرى إلى الماء؛",
        "وبالإشارة إلى المادة السابعة من الميثاق التي تنص على حفر الآبار؛",
    )
    report = build("قرار رقم 2/41-ث بشأن حفر الآبار", opening, *clauses, "واسترشادا بما قررته القمة من")
    assert find_role(report, "المادة السابعة")[0] == "preamble"


def test_the_crown_prince_is_no_first_person():
    # ``ولي`` is written as ``and to me`` is
    told = "التقى أمين عام منظمة التعاون الإسلامي في نيامي اليوم، الأحد 6 يناير 2019، عمدة المدينة. وشكر ولي عهدها على بئر جديدة."
    page = f"التاريخ: 06/01/2019\n\n{told}\n"
    address = "https://www.oic-oci.org/topic/?lan=ar&t_id=1"
    (report,) = build_reports(read_bytes(page.encode(), "page.txt"), [address])
    assert (report.header.document_type, report.header.date) == ("press_release", "2019-01-06")


def test_a_headline_that_a_page_prints_twice_is_one_title():
    headline = "«التعاون الإسلامي» تدين ردم بئر القرية"
    assert build(f"{headline}\n{headline}", *RELEASE).header.title == headline


def test_a_mark_of_old_files_is_a_bullet():
    items = ("¨      حفر بئر في كل قرية؛", "¨      رسم خريطة للآبار؛", "¨      صون ما حفر منها.")
    opening = "قرر مجلس وزراء خارجية منظمة التعاون الإسلامي المنعقد في جدة يوم 3 مايو 2016 ما يلي:"
    report = build("قرار رقم 2/41-ث بشأن حفر الآبار", opening, *items)
    assert [block.label for block in report.blocks if "بئر" in block.text or "خريطة" in block.text][-2:] == ["¨", "¨"]
