"""What another organisation tells of a session of the OIC that thanked it is no text of that session."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import NoReportError, build_reports

TOLD = {
    "en": (
        "Islamic Conference of Culture Ministers commends {} and adopts its proposals",
        ("ISESCO", "Mali"),
        "3 May 2015\nBamako: 02/05/2015",
        (
            "At the close of its ninth session, held in Bamako from 1 to 2 May 2015, the Islamic Conference of Culture "
            "Ministers of the OIC approved the report on old libraries."
        ),
        ["The Conference welcomed the plan for the libraries.", "The Conference elected its bureau, chaired by Mali."],
        "Organisation of Islamic Cooperation\nThe Collective Voice of the Muslim World",
    ),
    "fr": (
        "La Conférence islamique des ministres de la Culture salue {} et retient plusieurs propositions",
        ("l’ISESCO", "le Mali"),
        "3 mai 2015\nBamako: 02/05/2015",
        (
            "A la clôture de sa neuvième session, réunie à Bamako du 1er au 2 mai 2015, la Conférence islamique des ministres "
            "de la Culture de l’OCI a approuvé le rapport sur les bibliothèques."
        ),
        ["La Conférence se félicite du plan.", "La Conférence a élu son bureau, que préside le Mali."],
        "Organisation de la Coopération Islamique\nLa Voix Collective du Monde Musulman",
    ),
    "ar": (
        "المؤتمر الإسلامي لوزراء الثقافة يشيد بجهود {} ويعتمد مقترحات في شأن المكتبات",
        ("الإيسيسكو", "مالي"),
        "3 مايو 2015\nباماكو: 02/05/2015",
        (
            "عقد المؤتمر الإسلامي لوزراء الثقافة في منظمة التعاون الإسلامي دورته التاسعة في باماكو يومي 1 و2 مايو 2015 واعتمد "
            "التقرير الخاص بالمكتبات القديمة."
        ),
        ["ورحب المؤتمر بخطة المكتبات.", "وانتخب المؤتمر مكتبه برئاسة مالي."],
        "منظمة التعاون الإسلامي\nالصوت الجامع للعالم الإسلامي",
    ),
}


def write(language, thanked, above=""):
    headline, _, days, opening, said, _ = TOLD[language]
    printed = headline.format(thanked)
    return "\n".join([above, printed, days, printed, opening, *said]).strip().encode()


@pytest.mark.parametrize("language", TOLD)
def test_who_is_thanked_in_a_headline_tells_of_it_itself(language):
    institution, state = TOLD[language][1]
    with pytest.raises(NoReportError) as refused:
        build_reports(read_bytes(write(language, institution), "page.txt"))
    assert refused.value.reason == "other_organisation"
    # a state that is thanked is the host
    assert build_reports(read_bytes(write(language, state), "page.txt"))


@pytest.mark.parametrize("language", TOLD)
def test_the_oics_own_page_may_tell_whom_a_session_thanked(language):
    institution, own = TOLD[language][1][0], TOLD[language][-1]
    (report,) = build_reports(read_bytes(write(language, institution, own), "page.txt"))
    assert report.header.document_type == "press_release"


@pytest.mark.parametrize("language", TOLD)
def test_a_headline_that_a_page_prints_twice_is_no_paragraph(language):
    state = TOLD[language][1][1]
    (report,) = build_reports(read_bytes(write(language, state), "page.txt"))
    headline = TOLD[language][0].format(state)
    roles = [block.role for block in report.blocks if headline in block.text]
    assert roles == ["title", "title"]
