"""Indexes of resolutions that lost their numbers, their pages or their lines, and contents in one line."""

import pytest

from oic_reports.model import Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.printed_lines import drop_blank, kind_of_front_line
from oic_reports.structure.lines.resolutions import read_number
from oic_reports.structure.page.indexes import find_subjects
from oic_reports.structure.parting.glued import part_glued
from oic_reports.structure.report import NoReportError, build_reports


def read(*lines, gap="\n"):
    return build_reports(read_bytes((gap.join(lines) + "\n").encode(), "x.txt"))


def list_rows(report):
    return [" ".join(block.text.split()) for block in report.blocks if block.role == "table"]


def part(language, *texts):
    return [
        line.text for line in part_glued(drop_blank([Line(t, n) for n, t in enumerate(texts, 1)], language), language)
    ]


COVERS = {
    "en": (
        *("RESOLUTIONS ON ORCHARDS", "ADOPTED BY THE TWENTIETH SESSION OF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS"),
        "ISTANBUL, REPUBLIC OF TURKEY 4-8 AUGUST 1991",
    ),
    "fr": (
        "RÉSOLUTIONS SUR LES VERGERS",
        "ADOPTÉES PAR LA VINGTIÈME SESSION DE LA CONFÉRENCE ISLAMIQUE DES MINISTRES DES AFFAIRES ÉTRANGÈRES",
        "ISTANBUL, RÉPUBLIQUE DE TURQUIE 4-8 AOÛT 1991",
    ),
}
SUBJECTS = {
    "en": ("On Pears in the Hills.", "On the Pruning of Old Trees.", "On Pests.", "On a Fund for Apple Presses."),
    "fr": ("Sur les poires des collines.", "Sur la taille des vieux arbres.", "Sur les insectes.", "Sur un fonds."),
}


@pytest.mark.parametrize("language", COVERS)
def test_rows_that_lost_their_numbers_are_an_index(language):
    (report,) = read(*COVERS[language], *SUBJECTS[language])
    assert list_rows(report) == list(SUBJECTS[language])
    assert report.header.session == 20


def test_a_subject_is_one_row_over_several_lines():
    rows = ["On", "Pears in the Hills and on", "On", "the Pruning of Old", "On Pests.", "On a Fund."]
    (report,) = read(*COVERS["en"], *rows)
    assert list_rows(report) == ["On Pears in the Hills and on", "On the Pruning of Old", "On Pests.", "On a Fund."]


def test_sentences_that_begin_alike_are_no_rows():
    lines = [
        "REPORT OF THE MEETING",
        "On pears, the Meeting took note of the harvest.",
        "On pruning, the Meeting decided to meet again.",
        "On pests, the Meeting asked for a study.",
        "On the fund, the Meeting thanked the donors.",
    ]
    assert not find_subjects(drop_blank([Line(text, n) for n, text in enumerate(lines)], "en"))


ACTS = (
    *(
        "The Twentieth Session of the Islamic Conference of Foreign Ministers, held in Istanbul from 4 to 8 August 1991,",
        "",
    ),
    *("Recalling the earlier resolutions on trees;", "", "Noting with concern the drought of the year;", ""),
    *("Aware that pears need water;", "", "1. Calls upon Member States to plant pears.", "", "2. Requests a report."),
)


def test_rows_stand_above_the_resolution_that_the_first_of_them_names():
    index = [
        "Resolution No. 1/20-OR on Pears.",
        "1. Pears in the Hills.",
        "2. Pears at the Coast, and the Mills, Presses and Roads.",
    ]
    below = ["Resolution No. 2/20-OR on Presses.", "1. Presses for the Villages, in particular in the Valleys.", ""]
    reports = read(*COVERS["en"], "", *index, *below, "RESOLUTION NO. 1/20-OR", "ON PEARS", "", *ACTS)
    assert list_rows(reports[0]) == [
        "Resolution No. 1/20-OR on Pears.",
        *("Pears in the Hills.", "Pears at the Coast, and the Mills, Presses and Roads."),
        "Resolution No. 2/20-OR on Presses.",
        "Presses for the Villages, in particular in the Valleys.",
    ]
    assert [report.header.resolution_number for report in reports] == [None, "1/20-OR"]


@pytest.mark.parametrize("printed", ["4/8-OR(I.S.)", "4/8-OR (IS)", "4/8-OR(I.S)"])
def test_the_letters_of_a_summit_may_have_full_stops(printed):
    number = read_number(f"Resolution No. {printed}")
    assert number is not None
    assert number.normal == "4/8-OR(IS)"


def test_a_report_stands_above_its_resolutions_in_a_list_as_below():
    title = "REPORT OF THE ORCHARDS COMMITTEE"
    rows = [
        title,
        *(f"RESOLUTION NO. {n}/20-OR\n\nON PEARS OF THE KIND THAT THE HILLS BEAR, NUMBER {n}." for n in (1, 2, 3)),
    ]
    (report,) = read(
        *rows,
        f"{title}\nON PEARS",
        "1. The Orchards Committee of the Twentieth Islamic Conference of Foreign Ministers met in Istanbul on 4 August 1991.",
        "2. The Committee thanked the growers of pears for what they had brought.",
        gap="\n\n",
    )
    assert len(list_rows(report)) == 4
    assert list_rows(report)[0] == title
    assert report.header.title == f"{title} ON PEARS"
    assert report.header.resolution_number is None


INDEXES = {
    "en": ("RESOLUTIONS ON ORCHARDS", "Resolution No.{n}/20-OR", "on Pears in the Hills"),
    "fr": ("RÉSOLUTIONS SUR LES VERGERS", "Résolution N°{n}/20-OR", "sur les poires"),
    "ar": ("قرارات بشأن البساتين", "قرار رقم {n}/20-ز", "بشأن الكمثرى"),
}


@pytest.mark.parametrize("language", INDEXES)
def test_an_index_alone_is_the_oics_by_the_form_of_its_numbers(language):
    title, number, subject = INDEXES[language]
    lines = [title, *(line for n in range(1, 12) for line in (number.format(n=n), subject))]
    (report,) = read(*lines, gap="\n\n")
    assert list_rows(report) == [f"{number.format(n=n)} {subject}" for n in range(1, 12)]
    assert report.header.document_type == "resolution"
    # numbers of no session
    others = [line.replace("/20-OR", "").replace("/20-ز", "") for line in lines]
    with pytest.raises(NoReportError):
        read(*others, gap="\n\n")


def test_a_revised_draft_ends_with_no_page():
    lines = [line for n in range(1, 12) for line in (f"Resolution No. {n}/20-OR/Rev.1", "on Pears in the Hills")]
    (report,) = read("RESOLUTIONS ON ORCHARDS", *lines, gap="\n\n")
    assert list_rows(report) == [f"Resolution No. {n}/20-OR/Rev.1 on Pears in the Hills" for n in range(1, 12)]


CONTENTS = {
    "en": [
        *("REPORT OF THE TWENTIETH SESSION OF THE COMCEC", "Istanbul, 20-24 October 2004", "COMCEC Coordination Office Ankara, November 2004"),
        "Address: COMCEC Coordination Office Orchard Street 7 Ankara Tel: 90-312-000 00 00 Website: http://www.example.org",
        *("TABLE OF CONTENTS", "PART ONE", "Page", "RESOLUTIONS THAT GOVERN THE WORK", "Resolution by which the Committee was set up 9"),
        *("Final Communique of the Fourth Summit ...... 11", "PART TWO", "LIST OF DOCUMENTS AND REPORT"),
        *("I. List of Documents 25", "II. Report of the Twentieth Session 31", "3", "ANNEXES", "Page"),
        *("1. List of Participants 47", "2. Opening Address by the Chairman 71"),
    ],
    "fr": [
        *("RAPPORT DE LA VINGTIÈME SESSION DU COMCEC", "Istanbul, 20-24 octobre 2004", "Bureau de coordination du COMCEC Ankara, novembre 2004"),
        "Adresse : Bureau de coordination, rue des Vergers 7 Ankara Tél : 90-312-000 00 00",
        *("TABLE DES MATIÈRES", "PREMIÈRE PARTIE", "Page", "RÉSOLUTIONS QUI RÉGISSENT LES TRAVAUX"),
        *("Résolution portant création du Comité 9", "Communiqué final du quatrième sommet ...... 11"),
        *("DEUXIÈME PARTIE", "LISTE DES DOCUMENTS ET RAPPORT", "I. Liste des documents 25", "II. Rapport 31"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("language", CONTENTS)
def test_a_cover_and_its_contents_in_one_line(language):
    assert part(language, " ".join(CONTENTS[language])) == CONTENTS[language]


def test_the_cover_of_a_report_with_its_contents_states_its_facts():
    (report,) = read("20 Th Session of the COMCEC", "Total Page:16", " ".join(CONTENTS["en"]))
    header = report.header
    assert (header.title, header.session, header.city) == (CONTENTS["en"][0], 20, "Istanbul")
    assert [block.text for block in report.blocks if block.role == "header"] == CONTENTS["en"][1:4]
    numbered = [block.label for block in report.blocks if block.role == "table" and block.label]
    assert numbered == ["I.", "II.", "1.", "2."]
    assert [block.text for block in report.blocks if block.role == "page_mark"] == ["3"]


def test_rows_below_the_heading_of_contents_are_parted_line_by_line():
    part_of = "P A R T O N E Page BASIC DOCUMENTS OF THE COMMITTEE FOR ECONOMIC AND COMMERCIAL COOPERATION"
    rows = ["1. List of Participants 49", "2. Inaugural Address by the President 81", "3. Message"]
    assert part("en", "TABLE OF CONTENTS", part_of, " ".join(rows)) == ["TABLE OF CONTENTS", part_of, *rows]
    # above the heading, and below who acts
    told = "1. The Council met with 49 Ministers. It sat in hall 2 Inaugural speeches were made"
    assert part("en", told) == [told]
    enacts = "The Council of Foreign Ministers, meeting in Fez,"
    assert part("en", "TABLE OF CONTENTS", enacts, " ".join(rows))[1:] == [enacts, " ".join(rows)]


def test_pages_of_contents_do_not_fall_and_numbers_of_things_are_none():
    rows = ["I. Report of Committee No. 4 Ankara 9", "II. Message to the 3 Groups 11", "III. Report on Item 7 Trade 15"]
    text = " ".join(["TABLE OF CONTENTS", "PART ONE", *rows])
    assert part("en", text) == ["TABLE OF CONTENTS", "PART ONE", *rows]


@pytest.mark.parametrize("page", [["1 RESOLUTIONS ON ORCHARDS AND VINES TUNIS"], ["1 OIC/ORCH-7/2010/RES"]])
def test_the_first_page_of_a_viewer_may_be_the_only_one(page):
    lines = [
        t
        for text in ("Resolutions on orchards and vines", "Transcription", *page, "The Council met.")
        for t in (text, "")
    ]
    assert part("en", *lines)[2:4] == ["1", page[0][2:]]
    # what the page begins with stands nowhere above, or no viewer does
    assert part("en", *lines[2:])[1:2] == (["1"] if "OIC" in page[0] else page)
    assert part("en", *(line for line in lines if line != "Transcription"))[1] == page[0]


def test_the_pages_below_count_on_whatever_stands_between():
    texts = ["1 OIC/ORCH-7/2010/DEC", "We plant trees;", "2 Mindful of the drought;", "3 wells were dug.", "4 Aware;"]
    lines = [t for text in ("Transcription", *texts) for t in (text, "")]
    assert part("en", *lines)[1:] == ["1", *(texts[0][2:], texts[1], "2", texts[2][2:], *texts[3:])]


SUMMARIES = {
    "en": [
        "RESOLUTIONS ON ORCHARDS",
        "ADOPTED BY THE TWENTIETH SESSION OF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS",
        "KUALA LUMPUR, MALAYSIA 24-27 JUNE 1991",
        "REPORT OF THE ORCHARDS COMMITTEE OF THE TWENTIETH SESSION",
        "KUALA LUMPUR, MALAYSIA 24-27 JUNE 1991",
        "The Orchards Committee of the Twentieth Session met on 24 June 1991, and was opened by the host.",
    ],
    "fr": [
        "RÉSOLUTIONS SUR LES VERGERS",
        "ADOPTÉES PAR LA VINGTIÈME SESSION DE LA CONFÉRENCE ISLAMIQUE DES MINISTRES",
        "ISTANBUL, RÉPUBLIQUE DE TURQUIE 24-27 JUIN 1991",
        "La Commission des vergers de la vingtième session, réunie à Istanbul le 24 juin 1991, a examiné les points.",
    ],
}


@pytest.mark.parametrize("language", SUMMARIES)
def test_who_adopted_a_text_tells_nothing_in_its_cover(language):
    assert part(language, " ".join(SUMMARIES[language])) == SUMMARIES[language]


def test_a_headline_in_one_line_is_no_cover():
    told = "REPORT SAYS MINISTERS ADOPTED TEN RESOLUTIONS ON ORCHARDS KUALA LUMPUR, MALAYSIA 24-27 JUNE 1991"
    assert part("en", told) == [told]


def test_a_title_that_names_the_meeting_with_its_article_is_one():
    title = (
        "Final Communiqué The emergency Meeting of the Executive Committee of the OIC, held at the level of Ministers"
    )
    assert part("en", title) == [title]
    closed = f"Final Communiqué The emergency Meeting of the Executive Committee of the OIC, held in Fez on 2 May, {'x' * 30};"
    assert part("en", closed) == [closed.split(" The", maxsplit=1)[0], "The" + closed.split(" The")[1]]


HEAD = "Yearbook of the Institute of Trade - 2009"


def test_the_head_of_a_page_stands_behind_its_number():
    (report,) = read(
        HEAD,
        "Resolution (1) of the Twentieth Session of the COMCEC",
        "The Twentieth Session of the Standing Committee for Economic and Commercial Cooperation (COMCEC), held in Istanbul on 2 May 2004,",
        "Recalling the relevant resolutions of the Islamic Summits;",
        f"1 {HEAD} Welcoming the programme of the Member States for their trade;",
        "Noting with pleasure that three States have joined;",
        gap="\n\n",
    )
    assert [block.text for block in report.blocks if block.role in {"page_mark", "running_header"}] == ["1", HEAD]
    begins = [block.text.split()[0] for block in report.blocks if block.role == "preamble"]
    assert begins == ["The", "Recalling", "Welcoming", "Noting"]


def test_words_of_a_sentence_behind_a_number_are_no_head():
    lines = [
        HEAD,
        "",
        f"1. The Council read the {HEAD} and thanked the Institute.",
        "",
        f"2 {HEAD} was read by the Council.",
    ]
    assert part("en", *lines) == [line for line in lines if line]


def test_a_session_alone_is_parted_from_the_declaration_below_it():
    (report,) = read(
        "THIRD ISLAMIC SUMMIT CONFERENCE",
        "THE MECCA DECLARATION",
        "We, the Kings and Heads of State of the Member States of the Organization of the Islamic Conference,\nassembled at the "
        "Third Islamic Summit Conference held in Mecca from 25 to 28 January 1981;\nDeclare that we shall plant trees;\n"
        "Pledge ourselves to water them.",
        gap="\n\n",
    )
    assert report.header.title == "THE MECCA DECLARATION"
    assert [block.text for block in report.blocks if block.role == "header"] == ["THIRD ISLAMIC SUMMIT CONFERENCE"]


@pytest.mark.parametrize(
    ("line", "language", "kind"),
    [
        ("Thursday 1438/4/21 - 2017/01/19", "en", "place_date"),
        ("jeudi 21/04/1438 - 19/01/2017", "fr", "place_date"),
        ("Document 1438/4/21 - 2017/01/19", "en", "title"),
        ("Address: Orchard Office, Hill Street 7 Ankara Tel: 90-312-000 00 00", "en", "contact"),
        ("Orchard Coordination Office Ankara, November 2009", "en", "imprint"),
        ("The Orchard Office met in Ankara in November 2009 to plant trees", "en", "title"),
    ],
)
def test_lines_of_days_and_of_who_printed_a_text(line, language, kind):
    assert kind_of_front_line(line, language) == kind


def test_the_heads_of_columns_stand_above_the_first_number():
    heads = ["INDEX", "(i)", "NO. SUBJECT", "PAGE"]
    rows = [line for n in (1, 2, 3) for line in (str(n), f"RESOLUTION No. {n}/20-OR", "ON PEARS", str(2 * n + 1))]
    (report,) = read("OIC/CFM-20/1991/OR/FINAL", COVERS["en"][0], *heads, *rows, gap="\n\n")
    found = [(block.label, block.text) for block in report.blocks if block.role == "table"]
    assert found[:2] == [(None, "(i)"), (None, "NO. SUBJECT PAGE")]
    assert found[2:] == [(str(n), f"RESOLUTION No. {n}/20-OR ON PEARS {2 * n + 1}") for n in (1, 2, 3)]


def test_lines_with_a_gap_below_each_are_put_together_below_a_long_title():
    title = "Report of the 20th Session of the Council of Foreign Ministers (Session of Orchards and of the Wells of the Villages) - Fez, Kingdom of Morocco (2-5 May 1991)"
    lines = [
        "Please note that all documents of this page are marked as such and will be opened in another window.",
        title,
        "1. At the kind invitation of the Government of the Kingdom of Morocco, the 20th",
        "Session of the Council of Foreign Ministers (Session of Orchards and of Wells",
        "for the Villages) was held in Fez, Kingdom of Morocco, from 18 Shawwal 1411 to",
        "21 Shawwal 1411 H (2-5 May 1991).",
        "2. The Meeting was opened with a recitation of verses from the Holy Quran.",
        "3. The Meeting was addressed by the Minister of Agriculture, who spoke of pears and",
        "of the water that they need, and by the Secretary General, whose address will be",
        "an official document of the Session.",
        "4. The Chairman of the last Session told the Meeting of the work that was done in",
        "the year, and thanked the Member States that had sent their experts to the wells",
        "of the Sahel.",
        "5. The Meeting thanked its host.",
    ]
    (report,) = read(*lines, gap="\n\n")
    numbered = [block for block in report.blocks if block.label]
    assert [block.label for block in numbered] == ["1.", "2.", "3.", "4.", "5."]
    assert numbered[0].text.endswith("(2-5 May 1991).")
    assert numbered[3].text.endswith("of the Sahel.")
    assert not [block for block in report.blocks if block.role == "heading"]


SENT = "Jeddah (Example / Orchard Point News - 9th Sep, 2022) "


def test_a_declaration_begins_behind_who_sent_it_and_when():
    (report,) = read(
        '"Pears for a Happy Ummah"',
        f"{SENT}We, ministers and representatives of OIC Member States participating in the 5th session of the Islamic Conference "
        "of Youth and Sports Ministers held in Jeddah, Kingdom of Saudi Arabia, on 8 September 2022, under the theme: “Pears”",
        "Recalling the Charter of the OIC;",
        "Guided by the wish of the young for fruit;",
        "Hereby declare as follows:",
        "1. We shall plant pears.",
        "2. We shall water them.",
        gap="\n\n",
    )
    assert (report.header.title, report.header.date, report.header.session) == (None, "2022-09-08", 5)
    assert next(block.text for block in report.blocks if block.role == "preamble").startswith(SENT)


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("RESOLUTIONS OF THE FIFTH CONFERENCE OF THE PARLIAMENTARY UNION OF THE OIC MEMBER STATES", "en"),
        ("RESOLUTIONS OF THE LEAGUE OF ARAB STATES", "en"),
        ("RÉSOLUTIONS DE L’UNION PARLEMENTAIRE DES ÉTATS MEMBRES DE L’OCI", "fr"),
    ],
)
def test_an_index_of_another_organisation_is_none_of_ours(title, language):
    _, number, subject = INDEXES[language]
    rows = [line for n in range(1, 12) for line in (number.format(n=n).replace("OR", "CONF"), subject)]
    with pytest.raises(NoReportError) as refused:
        read(title, *rows, gap="\n\n")
    assert refused.value.reason == "other_organisation"


@pytest.mark.parametrize("above", ["RESOLUTIONS ON ORCHARDS AND VINES", "OIC/CFM-20/1991/ORCHARDS/RES/FINAL"])
def test_a_title_or_a_symbol_above_a_first_page_is_no_head_of_it(above):
    page = f"1 {above} TUNIS, REPUBLIC OF TUNISIA"
    (first, *_) = part("en", above, "", "1 Orchard Street", "", page)[2:]
    assert first in {page, "1"}
    assert all(
        line.hint != "running_header"
        for line in part_glued(drop_blank([Line(above, 1), Line("", 2), Line(page, 3)], "en"), "en")
    )


def test_the_heading_of_an_index_may_stand_behind_the_number_of_its_page():
    rows = [f"Resolution No.{n}/20-OR on Pears of the Hills" for n in range(1, 5)]
    cover = f"1 OIC/CFM-20/1991/OR/RES {COVERS['en'][0]} FEZ, KINGDOM OF MOROCCO 2-5 MAY 1991"
    acts = f"3 RESOLUTION NO.1/20-OR ON PEARS {ACTS[0]} {ACTS[2]} {ACTS[4]}"
    text = ["OIC/CFM-20/1991/OR/RES", "Transcription", cover, f"2 NO. INDEX 1 {' '.join(rows)}", acts]
    reports = read(*text, gap="\n\n")
    assert list_rows(reports[0])[1:] == [f"1 {rows[0]}", *rows[1:]]
    assert reports[0].header.symbol == "OIC/CFM-20/1991/OR/RES"
