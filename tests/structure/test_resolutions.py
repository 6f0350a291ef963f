import pytest

from oic_reports.model import Line
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.lines.resolutions import find_number, read_number
from oic_reports.structure.parting.parts import find_parts


@pytest.mark.parametrize(
    ("line", "session", "normal"),
    [
        ("RESOLUTION NO. 1/34-E", 34, "1/34-E"),
        ("Resolution No.11/33-P/Rev.1", None, "11/33-P"),
        ("RESOLUTION NO. 9/37 – POL", None, "9/37-POL"),
        ("RESOLUTION NO.7/40-PAL", None, "7/40-PAL"),
        ("Resolution No. 45/10-P(IS) on Palestine", None, "45/10-P(IS)"),
        ("Résolution n°31 /40- POL", None, "31/40-POL"),
        ("RESOLUTION N° 6/32-C", None, "6/32-C"),
        ("RESOLUTION N 6/32-C SUR LES PUITS", None, "6/32-C"),
        ("قرار رقم 38/15- س", 38, "15/38-س"),
        ("قرار رقم 15/38-س", 38, "15/38-س"),
        ("قرار رقم 4/39-ف بشأن القدس", None, "4/39-ف"),
        ("قرار رقم 3/44-أق", 44, "3/44-أق"),
        ("القرار رقم 31/2", 31, "2/31"),
        ("Draft Resolution No. 5/45-ORG", None, "5/45-ORG"),
        # letters behind a blank or a stop, at the end of the line or before the summit's
        ("القرار الرقم 4/45 ق ت", None, "4/45-قت"),
        ("القرار الرقم 4/45.ق ت", None, "4/45-قت"),
        ("قرار رقم 1/3 أ م (ق .أ)", None, "1/3-أم(ق.أ)"),
        ("قرار رقم 7/2 في شأن الآبار", None, "7/2"),
    ],
)
def test_numbers_in_every_form(line, session, normal):
    assert read_number(line, session).normal == normal


def test_a_site_runs_the_group_of_a_resolution_into_its_number():
    page = "(تابع) مؤتمر وزراء الخارجية الإسلامي العاشر، فاس، المملكة المغربية، القرارات السياسية القرار الرقم 30/10-س"
    assert find_number(page).number.normal == "30/10-س"
    assert find_number("تقرير، تنفيذ القرارات السياسية والقرار الرقم 30/10-س") is None


@pytest.mark.parametrize(
    "line", ["Resolution 2374 (2017)", "It adopted resolution No. 1/34-E.", "Report No. 3/45-POL", "قرر"]
)
def test_what_is_no_title_of_a_resolution(line):
    assert read_number(line) is None


def make(*texts):
    return [PrintedLine(Line(text, number), after_gap=True) for number, text in enumerate(texts, 1)]


COVER = (
    "RESOLUTIONS ON ECONOMIC AFFAIRS",
    "INDEX",
    "1. Resolution No. 1/34-E on Cotton 3",
    "2. Resolution No. 2/34-E 4",
)
TEXT = "The Session, held in Islamabad from 15 to 17 May 2007,"


def test_documents_of_a_collection():
    lines = make(
        *COVER,
        "RESOLUTION NO. 1/34-E",
        "ON COTTON",
        TEXT,
        "1. Calls for it.",
        "RESOLUTION NO. 2/34-E",
        TEXT,
        "1. Asks.",
    )
    assert find_parts(lines) == [4, 8]


def test_an_index_alone_or_one_resolution_is_no_collection():
    assert (
        find_parts(make("Resolution No. 1/34-E on Cotton", "Resolution No. 2/34-E on Fish", "Resolution No. 3/34-E"))
        == []
    )
    assert find_parts(make("RESOLUTION NO. 1/34-E", TEXT, "1. Calls for it.")) == []
    assert find_parts(make("RESOLUTION NO. 1/34-E", TEXT, "RESOLUTION NO. 1/34-E", TEXT)) == []
