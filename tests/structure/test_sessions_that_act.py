"""The session that a text is of, where only those who act, or those to whom it is given, say it."""

import pytest
from extracts import read

PAGES = {
    "en": "RESOLUTION NO. 4/9-P ON VILLAGE WELLS\n\nThe {},\n\nRecalling the Charter;\n\n1. Invites all Member States to dig.\n\n"
    "2. Requests the Secretary General to follow it up.\n",
    "fr": "RÉSOLUTION N° 4/9-P SUR LES PUITS\n\nLa {},\n\nRappelant la Charte ;\n\n1. Invite les États membres à creuser.\n\n"
    "2. Prie le Secrétaire général de suivre la question.\n",
    "ar": "قرار رقم 4/9-س بشأن الآبار\n\nإن {}،\n\nوإذ يستذكر الميثاق؛\n\n1. يدعو الدول الأعضاء إلى الحفر.\n\n"
    "2. يطلب من الأمين العام متابعة الموضوع.\n",
}


@pytest.mark.parametrize(
    ("language", "who"),
    [
        ("en", "Ninth Session of the Islamic Conference of Labour Ministers"),
        ("fr", "neuvième session de la Conférence islamique des ministres du Travail"),
        ("ar", "الدورة الـ9 للمؤتمر الإسلامي لوزراء العمل"),
        ("ar", "الدورة التاسعة للمؤتمر الإسلامي لوزراء العمل"),
    ],
)
def test_the_session_that_acts_is_that_of_the_text(language, who):
    header = read(PAGES[language].format(who)).header
    assert (header.body_id, header.session) == ("mc-labour", 9)


def test_who_acts_may_be_named_with_hyphens():
    header = read(
        PAGES["en"].replace("4/9", "4/23").format("Twenty-third Session of the Islamic Conference of Labour Ministers")
    ).header
    assert (header.body_id, header.session) == ("mc-labour", 23)


def test_a_session_that_those_who_act_only_cite_is_not_theirs():
    who = "الأمين العام لمنظمة التعاون الإسلامي إذ يشير إلى ما قررته الدورة السابعة للمؤتمر الإسلامي لوزراء العمل"
    header = read(PAGES["ar"].format(who)).header
    assert header.session != 7


@pytest.mark.parametrize("given", ["المقدم إلى", "المرفوع إلى"])
def test_the_session_to_which_a_report_is_given_ends_its_subject(given):
    page = (
        f"OIC/ICLM-9/2016/SG.REP\n\nتقرير معالي الأمين العام حول آبار القرى\n{given} الدورة التاسعة للمؤتمر الإسلامي لوزراء العمل\n"
        "بانجول، جمهورية غامبيا\n4-5 مايو 2016\n\n1. يستعرض هذا التقرير ما قامت به الأمانة العامة.\n\n"
        "2. لاحظت الأمانة العامة أن نصف الآبار قد حفرت.\n"
    )
    header = read(page).header
    assert (header.body_id, header.session, header.title) == ("mc-labour", 9, "تقرير معالي الأمين العام حول آبار القرى")


def test_a_session_in_the_subject_of_a_report_is_not_its_own():
    page = (
        "OIC/2016/SG.REP\n\nتقرير معالي الأمين العام حول متابعة قرارات الدورة السابعة للمؤتمر الإسلامي لوزراء العمل\n\n"
        "1. يستعرض هذا التقرير ما قامت به الأمانة العامة.\n\n2. لاحظت الأمانة العامة أن نصف الآبار قد حفرت.\n"
    )
    assert read(page).header.session is None


def test_an_arabic_figure_with_its_article_stands_inside_the_name_of_a_body():
    page = (
        "منظمة التعاون الإسلامي\n\nخطة عمل لحماية الآبار\nالصادرة عن المؤتمر الإسلامي الـ9 لوزراء العمل\nبانجول، جمهورية غامبيا\n"
        "4-5 مايو 2016\n\n1. حفر الآبار.\n\n2. تنظيف القنوات.\n"
    )
    header = read(page).header
    assert (header.body_id, header.session) == ("mc-labour", 9)


def test_a_title_that_ends_open_goes_on_with_its_session():
    page = (
        "التقرير العام عن أعمال\nالدورة التاسعة للمؤتمر الإسلامي لوزراء العمل\nبانجول، جمهورية غامبيا\n4-5 مايو 2016\n\n"
        "1. عقدت الدورة التاسعة للمؤتمر الإسلامي لوزراء العمل في بانجول.\n\n2. قرر المؤتمر حفر الآبار.\n"
    )
    assert read(page).header.title == "التقرير العام عن أعمال الدورة التاسعة للمؤتمر الإسلامي لوزراء العمل"
