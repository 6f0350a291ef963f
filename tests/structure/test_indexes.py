"""An index between a cover and a text: where it ends, and what it does not swallow."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

COVER = """REPORT AND RESOLUTIONS
OF THE FOURTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS
(Fez, 2-5 May 1973)
Coordination Office

"""
TEXT = """Original: English
REPORT
OF THE FOURTH SESSION OF THE
COUNCIL OF FOREIGN MINISTERS
(Fez, 2-5 May 1973)
1. The Fourth Session of the Council of Foreign Ministers was held in Fez, Kingdom of
Morocco, from 2 to 5 May 1973.
2. The Council thanked the officials for the agenda that they had prepared.
3. The Council decided to meet again in Lahore in the following year.
"""
INDEXES = {
    "labels alone and page numbers below": "CONTENTS\nPage\nI.\nII.\nList of the documents that were\nbefore the "
    "Council\n7\nReport of the Fourth Session\n11\n",
    "rows with their pages": "CONTENTS\nI. List of documents 7\nII. Report of the Fourth Session 11\n",
    "numbered rows": "INDEX\n1. List of documents 7\n2. Report of the Fourth Session 11\n",
}


def read(text, name="x.txt"):
    return build_reports(read_bytes(text.encode(), name))


@pytest.mark.parametrize("index", INDEXES.values(), ids=INDEXES)
def test_an_index_ends_where_the_cover_comes_again(index):
    (report,) = read(COVER + index + TEXT)
    numbered = [(block.role, block.label) for block in report.blocks if block.label and block.role != "table"]
    assert numbered == [("preamble", "1."), ("operative", "2."), ("operative", "3.")]
    *rows, table = (block for block in report.blocks if block.role == "table")
    assert rows
    assert table.text_raw.endswith("11")
    titles = [block.text for block in report.blocks if block.role == "title"]
    assert titles[-1].startswith("REPORT\nOF THE FOURTH")


def test_the_word_alone_is_a_link_whatever_numbers_stand_below():
    (report,) = read(COVER + "Index\nPrevious\nNext\nPrint this page\nSend it\nYour opinion\n4\n" + TEXT)
    assert not [block for block in report.blocks if block.role == "table"]


def test_the_number_of_a_page_below_an_index_is_no_row():
    cover = (
        "REPORT OF THE FOURTH SESSION OF THE COUNCIL\n\nFez, 2-5 May 1973\n\nINDEX\n\nOpening 2\n\nAgenda 17\n\n3\n\n"
    )
    text = "REPORT OF THE FOURTH SESSION OF THE COUNCIL\n\n1. The Islamic Conference of Foreign Ministers met in Fez on 2 May 1973.\n\n2. The Conference thanked its host.\n"
    (report,) = read(cover + text)
    assert [block.text for block in report.blocks if block.role == "page_mark"] == ["3"]


PAGES = """RESOLUTIONS OF THE THIRD CONFERENCE
<
Transcription
OIC/ICWM-3/2010/RES/FINAL RESOLUTIONS OF THE THIRD ISLAMIC CONFERENCE OF INFORMATION MINISTERS (Session of Clear Words) TUNIS, REPUBLIC OF TUNISIA 19-20 MAY 2010
INDEX Resolution Subject Page 1/3-INF Resolution No. 1/3-INF on school radio 1 2/3-INF Resolution No. 2/3-INF on film archives 2
1 RESOLUTION NO. 1/3-INF ON SCHOOL RADIO The Third Session of the Islamic Conference of Information Ministers, held in Tunis, Republic of Tunisia, on 19 and 20 May 2010, Recalling the earlier resolutions on the matter, Convinced that broadcasts reach the villages, 1. INVITES the stations of Member States to give an hour a day to schools. 2. REQUESTS the Secretary General to print a guide for teachers. 3. THANKS the host of the first course.
2 RESOLUTION NO. 2/3-INF ON FILM ARCHIVES The Third Session of the Islamic Conference of Information Ministers, held in Tunis, Republic of Tunisia, on 19 and 20 May 2010, Noting the loss of old reels, Recalling the offer of a laboratory, 1. APPROVES a fund for copies. 2. INVITES Member States to give to it. 3. REQUESTS a report in a year.
You may also read
"""


def test_resolutions_below_an_index_in_one_line_are_a_collection():
    reports = read(PAGES)
    assert [report.header.resolution_number for report in reports[1:]] == ["1/3-INF", "2/3-INF"]
    assert reports[0].header.symbol == "OIC/ICWM-3/2010/RES/FINAL"
    acts = [[block.label for block in report.blocks if block.role == "operative"] for report in reports[1:]]
    assert acts == [["1.", "2.", "3."]] * 2
    preambles = [sum(block.role == "preamble" for block in report.blocks) for report in reports[1:]]
    assert preambles == [3, 3]


def test_a_theme_and_a_place_in_one_line_are_two_blocks():
    theme = "(Session of Friendship and of Work for the Villages)"
    (report,) = read(
        f"FINAL COMMUNIQUE\nOF THE FORTIETH SESSION OF THE COUNCIL OF FOREIGN MINISTERS\n\n{theme} NIAMEY, REPUBLIC OF NIGER\n\n"
        "9-11 December 2013\n\n1. The Council held its session.\n\n2. It thanked its host.\n"
    )
    assert theme in [block.text for block in report.blocks]
    assert report.header.city == "Niamey"


COLUMNS = {
    "en": ("RESOLUTIONS ON\nSCIENCE AND TECHNOLOGY", "SL. NO.\n\nSUBJECT PAGE NO.", "Resolution No.{n}/20-S on Water"),
    "fr": ("RÉSOLUTIONS SUR\nLA SCIENCE ET LA TECHNOLOGIE", "OBJET PAGE N°", "Résolution N°{n}/20-S sur l’eau"),
    "ar": ("قرارات بشأن\nالعلوم والتكنولوجيا", "الموضوع الصفحة", "قرار رقم {n}/20-ع بشأن المياه"),
}


@pytest.mark.parametrize("language", COLUMNS)
def test_rows_below_the_heads_of_their_columns_are_an_index(language):
    title, heads, row = COLUMNS[language]
    rows = "\n\n".join(f"{n}. {row.format(n=n)} {2 * n}" for n in range(1, 6))
    (report,) = read(f"OIC/CFM-20/1991/ST/FINAL\n\n{title}\n\n{heads}\n\n{rows}\n\nLOAD MORE\n")
    assert "operative" not in {block.role for block in report.blocks}
    tables = [block.text for block in report.blocks if block.role == "table"]
    assert tables[0].split() == heads.split()
    assert len(tables) == 6


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("CONTENTS", ["I. List of the delegates ........ 29", "II. Address of the Minister", "of Wells ........ 35"]),
        (
            "TABLE DES MATIÈRES",
            ["I. Liste des délégués ........ 29", "II. Allocution du ministre", "des Puits ........ 35"],
        ),
    ],
)
def test_an_index_at_the_end_of_a_file_ends_there(head, rows):
    title = (
        "REPORT OF THE FIFTH SESSION OF THE COMCEC"
        if head == "CONTENTS"
        else "RAPPORT DE LA CINQUIÈME SESSION DU COMCEC"
    )
    text = "\n".join(["OIC/COMCEC/5-89/REP", "", title, "", "Istanbul, 3-6 September 1989", "", head, *rows])
    blocks = build_reports(read_bytes(text.encode(), "x.txt"))[0].blocks
    found = [(block.role, block.label) for block in blocks if block.role in {"table", "operative", "heading"}]
    assert found == [("heading", None), ("table", "I."), ("table", "II.")]
