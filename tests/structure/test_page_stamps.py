"""Stamps of a host above each page: the day and the name of the file; tags of mails before a title."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.page_stamps import mark_stamps
from oic_reports.structure.lines.printed_lines import drop_blank
from oic_reports.structure.report import build_reports

TEXT = {
    "en": (
        "Dakar Declaration on the Schools of the Villages",
        (
            "We, the Ministers of Education of the Member States of the Organisation of Islamic Cooperation, meeting in "
            "Dakar, Republic of Senegal, on 9 and 10 May 2011,"
        ),
        "Recalling what our leaders have asked of us,",
        "Declare as follows:",
        "1. We shall build a school in each village.",
        "2. We shall pay those who teach in it.",
    ),
    "fr": (
        "Déclaration de Dakar sur les écoles des villages",
        (
            "Nous, Ministres de l’éducation des Etats membres de l’Organisation de la Coopération islamique, réunis à Dakar, "
            "République du Sénégal, les 9 et 10 mai 2011,"
        ),
        "Rappelant ce que nos dirigeants nous ont demandé,",
        "Déclarons ce qui suit :",
        "1. Nous construirons une école dans chaque village.",
        "2. Nous paierons ceux qui y enseignent.",
    ),
    "ar": (
        "إعلان داكار بشأن مدارس القرى",
        (
            "نحن وزراء التربية في الدول الأعضاء في منظمة التعاون الإسلامي، المجتمعين في داكار بجمهورية السنغال يومي 9 و10 "
            "مايو 2011،"
        ),
        "وإذ نستذكر ما طلبه منا قادتنا،",
        "نعلن ما يلي:",
        "1- سنبني مدرسة في كل قرية.",
        "2- سندفع أجور من يعلمون فيها.",
    ),
}


def read(*paragraphs):
    (report,) = build_reports(read_bytes("\n\n".join(paragraphs).encode(), "page.txt"), [])
    return report


@pytest.mark.parametrize("language", TEXT)
@pytest.mark.parametrize("page", ["", " {}/3"])
@pytest.mark.parametrize("bullet", ["", "• "])
def test_the_stamp_of_each_page_is_a_running_header(language, page, bullet):
    stamps = [f"{bullet}3/14/2019 Dakar Schools 2011{page.format(number)}" for number in (1, 2)]
    report = read(stamps[0], *TEXT[language][:3], stamps[1], *TEXT[language][3:])
    assert [block.text for block in report.blocks if block.role == "running_header"] == stamps
    assert report.header.title == TEXT[language][0]
    assert [block.role for block in report.blocks if block.role != "running_header"] == [
        *("title", "preamble", "preamble", "preamble", "operative", "operative")
    ]


def test_a_day_and_a_name_that_stand_once_are_no_stamp():
    report = read("3/14/2019 Dakar Schools 2011", *TEXT["en"])
    assert "running_header" not in [block.role for block in report.blocks]


@pytest.mark.parametrize(
    "rows",
    [
        ("Mali", "12/03/2015 Ratified", "Chad", "12/03/2015 Ratified"),
        ("12/03/2015 Ratified by Mali", "14/03/2015 Signed by Chad", "12/03/2015 Ratified by Mali"),
        ("12/03/2015 Ratified", f"Chad, {'which signed it before, ' * 9}", "14/03/2015 Signed", "12/03/2015 Ratified"),
    ],
)
def test_rows_of_a_list_are_no_stamps(rows):
    reading = read_bytes("\n\n".join((*TEXT["en"], *rows)).encode(), "page.txt")
    assert "running_header" not in [line.hint for line in mark_stamps(drop_blank(reading.lines, "en"))]


@pytest.mark.parametrize("language", TEXT)
@pytest.mark.parametrize("tag", ["[Village-News]", "[sahel_list 214]", "Re:", "[Village-News] Fwd:", "TR :"])
def test_a_tag_of_mails_is_no_part_of_a_title(tag, language):
    title, *text = TEXT[language]
    assert read(f"{tag} {title}", *text).header.title == title


def test_a_number_in_brackets_is_of_the_title():
    report = read(
        "[Resolution No. 5/11-C] The Schools of the Villages",
        "The Islamic Summit Conference, meeting in Dakar,",
        "Recalling its resolutions,",
        "1. Invites all Member States to build schools.",
        "2. Requests the Secretary General to follow the matter.",
    )
    assert report.header.title is None or report.header.title.startswith("[Resolution No. 5/11-C]")
