"""What a press release tells of a meeting below its first paragraph is none of its own."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

HEAD = "OIC Press Release\n\nSecretary General of the OIC calls for wells\n\n"
FIRST = (
    "The Secretary General of the OIC, Mr. Adam Keita, has called upon the Member States to dig wells in the Sahel.\n\n"
)
LAST = "Mr. Keita thanked the donors and said that the General Secretariat of the OIC would report on the wells.\n"


def read(text):
    return build_reports(read_bytes(text.encode(), "page.txt"))[0]


def facts(report):
    header = report.header
    return header.body_id, header.session, header.date, header.city


@pytest.mark.parametrize(
    "told",
    [
        (
            "He spoke at a workshop on drought, which took place on the margins of the 40th Session of the Council of "
            "Foreign Ministers (CFM) in Conakry."
        ),
        "The 40th Session of the Council of Foreign Ministers, held in Conakry on 9 December 2013, had asked for it.",
        "The 40th Session of the Council of Foreign Ministers was held in Conakry on 9 December 2013.",
    ],
)
def test_a_meeting_told_below_the_first_paragraph_gives_no_fact(told):
    report = read(f"{HEAD}{FIRST}{told}\n\n{LAST}")
    assert report.header.document_type == "press_release"
    assert facts(report) == (None, None, None, None)


def test_each_fact_that_is_left_out_has_its_flag():
    told = "The 40th Session of the Council of Foreign Ministers was held in Conakry on 9 December 2013."
    flags = {flag.flag for flag in read(f"{HEAD}{FIRST}{told}\n\n{LAST}").flags if flag.rule == "header.told_below"}
    assert flags == {"body_unsure", "session_unsure", "date_unsure", "place_unsure"}


def test_a_meeting_told_in_arabic_below_the_first_paragraph_gives_no_session():
    report = read(
        "منظمة التعاون الإسلامي\nالصوت الجامع للعالم الإسلامي\n\n"
        "الأمين العام يعين مبعوثا له إلى الساحل\n\nجدة، 3 مايو 2016\n\n"
        "عين معالي الأمين العام لمنظمة التعاون الإسلامي السيد آدم كيتا مبعوثا له إلى منطقة الساحل لمتابعة حفر الآبار فيها.\n\n"
        "وجاء ذلك مع انتهاء أعمال الدورة الأربعين لمجلس وزراء الخارجية التي عقدت في كوناكري، وشكر معاليه الدول المانحة.\n"
    )
    assert (report.header.document_type, report.header.session, report.header.body_id) == ("press_release", None, None)
    assert report.header.date == "2016-05-03"


def test_a_meeting_that_the_first_paragraph_opens_is_the_releases():
    told = "The 40th Session of the Council of Foreign Ministers was held in Conakry on 9 December 2013.\n\n"
    assert facts(read(f"{HEAD}{told}{FIRST}{LAST}")) == ("cfm", 40, "2013-12-09", "Conakry")


def test_a_meeting_told_below_is_the_releases_where_the_page_prints_its_day():
    told = "The 40th Session of the Council of Foreign Ministers was held in Conakry on 9 December 2013."
    report = read(f"OIC Press Release\n9 December 2013\n\nThe OIC calls for wells\n\n{FIRST}{told}\n\n{LAST}")
    assert facts(report) == ("cfm", 40, "2013-12-09", "Conakry")


def test_a_report_may_tell_below_its_first_paragraph_where_it_met():
    report = read(
        "Report of the Meeting of Experts on Wells of the OIC Member States\n\n"
        "1. The experts of the Member States examined the wells.\n\n"
        "2. The Meeting of Experts was held in Conakry on 9 December 2013.\n\n3. The Meeting thanked the host.\n"
    )
    assert (report.header.date, report.header.city) == ("2013-12-09", "Conakry")
