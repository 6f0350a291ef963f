"""What the General Secretariat reports to a session it tells of earlier ones; the cover says which one it is given to."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

PAGES = {
    "en": (
        "REPORT OF THE OIC GENERAL SECRETARIAT TO THE 22ND SESSION OF THE COMCEC",
        "IZMIR, REPUBLIC OF TURKEY",
        "4-5 May 2006",
        "1. These pages tell what was done since the 21st session of the COMCEC was held in Istanbul in November 2005.",
        "2. The wells of nine villages were mended.",
    ),
    "fr": (
        "RAPPORT DU SECRETARIAT GENERAL DE L’OCI A LA 22ème SESSION DU COMCEC",
        "IZMIR, REPUBLIQUE DE TURQUIE",
        "4-5 mai 2006",
        "1. Ces pages disent ce qui a été fait depuis que la 21ème session du COMCEC s’est tenue à Istanbul en novembre 2005.",
        "2. Les puits de neuf villages ont été réparés.",
    ),
    "ar": (
        "تقرير الأمانة العامة لمنظمة التعاون الإسلامي إلى الدورة الثانية والعشرين للكومسيك",
        "إزمير، جمهورية تركيا",
        "4-5 مايو 2006",
        "1- تبين هذه الصفحات ما تم منذ أن عقدت الدورة الحادية والعشرون للكومسيك في إسطنبول في نوفمبر 2005.",
        "2- أصلحت آبار تسع قرى.",
    ),
}


@pytest.mark.parametrize("language", PAGES)
def test_the_cover_says_to_which_session_it_is_given(language):
    (report,) = build_reports(read_bytes("\n\n".join(PAGES[language]).encode(), "page.txt"), [])
    header = report.header
    assert (header.session, header.city, header.date, header.date_end) == (22, "Izmir", "2006-05-04", "2006-05-05")


def test_the_report_of_a_session_tells_of_itself():
    page = [
        "REPORT OF THE 22ND SESSION OF THE COMCEC",
        "1. The 22nd session of the COMCEC was held in Istanbul from 4 to 5 May 2006.",
        PAGES["en"][-1],
    ]
    (report,) = build_reports(read_bytes("\n\n".join(page).encode(), "page.txt"), [])
    assert (report.header.city, report.header.date) == ("Istanbul", "2006-05-04")
