"""A cover with its contents: rows in all forms, parts, office and address; the text below them, and none."""

from itertools import takewhile

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports


def read(text, name="x.txt"):
    return build_reports(read_bytes(text.encode(), name))


def list_blocks(report, *roles):
    return [(block.label, " ".join(block.text.split())) for block in report.blocks if block.role in roles]


BARE = {
    "en": (
        "RESOLUTIONS ON WATER AFFAIRS\n\nADOPTED BY THE TWENTIETH SESSION OF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS\n\n(SESSION OF WELLS AND RIVERS)\n\nFEZ, KINGDOM OF MOROCCO\n\n4-6 MAY 1991\n\n",
        [
            ("Resolution No. 1/20-W", "on the Wells of the Desert"),
            ("Resolution No. 2/20-W", "on Rivers held in common"),
            ("Resolution No. 3/20-W/Rev.1", "On Dams."),
        ],
        ("RESOLUTIONS ON WATER AFFAIRS", "cfm", 20, "1991-05-04", "Fez"),
    ),
    "fr": (
        "RESOLUTIONS SUR LES AFFAIRES DE L’EAU\n\nADOPTEES PAR LA 20ème SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ETRANGERES\n\n(SESSION DES PUITS ET DES FLEUVES)\n\nFES, ROYAUME DU MAROC\n\n4-6 MAI 1991\n\n",
        [
            ("Résolution N° 1/20-W", "sur les puits du désert"),
            ("Résolution N° 2/20-W", "sur les fleuves communs"),
            ("Résolution N° 3/20-W", "sur les barrages"),
        ],
        ("RESOLUTIONS SUR LES AFFAIRES DE L’EAU", "cfm", 20, "1991-05-04", "Fez"),
    ),
    "ar": (
        "قرارات بشأن شؤون المياه\n\nالصادرة عن الدورة العشرين لمجلس وزراء الخارجية\n\nفاس، المملكة المغربية\n\n4-6 مايو 1991\n\n",
        [
            ("قرار رقم 1/20-م", "بشأن آبار الصحراء"),
            ("قرار رقم 2/20-م", "بشأن الأنهار المشتركة"),
            ("قرار رقم 3/20-م", "بشأن السدود"),
        ],
        ("قرارات بشأن شؤون المياه", "cfm", 20, "1991-05-04", "Fez"),
    ),
}


@pytest.mark.parametrize("language", BARE)
def test_a_cover_and_rows_of_two_lines_alone_are_an_extract(language):
    cover, rows, facts = BARE[language]
    (report,) = read(cover + "\n\n".join("\n\n".join(row) for row in rows))
    header = report.header
    assert (header.title, header.body_id, header.session, header.date, header.city) == facts
    assert list_blocks(report, "table") == [(None, " ".join(row)) for row in rows]
    assert [flag.flag for flag in report.flags if flag.flag == "excerpt"] == ["excerpt"]


def test_numbers_of_rows_say_whose_resolutions_they_are():
    rows = "RESOLUTION No. 1/6-P\n\nSTUDY OF WELLS\n\nRESOLUTION No. 2/6-P\n\nTHE QUESTION OF RIVERS\n"
    (report,) = read("POLITICAL RESOLUTIONS\n\n" + rows)
    assert list_blocks(report, "table") == [
        (None, "RESOLUTION No. 1/6-P STUDY OF WELLS"),
        (None, "RESOLUTION No. 2/6-P THE QUESTION OF RIVERS"),
    ]
    with pytest.raises(NoReportError, match="no paragraph of a report"):
        read("POLITICAL RESOLUTIONS\n\n" + rows.replace("/6-P", "/6").replace("2/6", "2/7"))


@pytest.mark.parametrize(
    "cover",
    [
        "REPORT OF THE ARAB LEAGUE\n\nCOUNCIL OF THE LEAGUE OF ARAB STATES\n\nCAIRO, 4-6 MAY 1991\n\n",
        "RAPPORT DE L’UNION AFRICAINE\n\nCONFERENCE DES CHEFS D’ETAT DE L’UNION AFRICAINE\n\nDAKAR, 4-6 MAI 1991\n\n",
    ],
)
def test_the_cover_of_another_organisation_is_none_of_ours(cover):
    contents = "INDEX\n\n1. The Council of Foreign Ministers and the wells 3\n\n2. The rivers 9\n"
    with pytest.raises(NoReportError):
        read(cover + contents)


AGAIN = "\n\nThe Twentieth Session of the Islamic Conference of Foreign Ministers, held in Fez, Kingdom of Morocco, from 4 to 6 May 1991,\n\nRecalling its earlier resolutions on wells;\n\n1. Requests the Member States to dig them deeper.\n\n"


def test_documents_begin_where_the_first_row_comes_again():
    cover, rows, _ = BARE["en"]
    rows = [*rows]
    rows[1] = ("Resolution No. 2/20-W", "On rivers and their institutions:\n\n- The Institute of Rivers, held in Fez.")
    index = "\n\n".join("\n\n".join(row) for row in rows)
    text = f"RESOLUTION No. 1/20-W (IS)\n\nON THE WELLS OF THE DESERT{AGAIN}"
    whole, first = read(f"{cover}{index}\n\n{text}")
    assert whole.header.title == "RESOLUTIONS ON WATER AFFAIRS"
    assert [text.split(" on ")[0].split(" On ")[0] for _, text in list_blocks(whole, "table")] == [
        "Resolution No. 1/20-W",
        "Resolution No. 2/20-W",
        "- The Institute of Rivers, held in Fez.",
        "Resolution No. 3/20-W/Rev.1",
    ]
    assert first.header.resolution_number == "1/20-W(IS)"
    assert [block.role for block in first.blocks][-3:] == ["preamble", "preamble", "operative"]


@pytest.mark.parametrize(
    "above",
    [
        "Resolutions on water affairs,\n\nResolution No. 4/20-W\n\n",
        "Final Communiqué of the Twentieth Islamic Conference of Foreign Ministers\n\nResolution No. 4/20-W\n\n",
    ],
)
def test_one_number_that_comes_again_is_no_index(above):
    (report,) = read(f"{above}Source: the Organisation\n\nResolution No. 4/20-W\n\non the fund for wells{AGAIN}")
    assert report.header.resolution_number == "4/20-W"
    assert report.header.session == 20
    assert report.header.city == "Fez"


def test_a_number_that_ends_a_clause_begins_no_document():
    clause = "what it said of wells by\n\nResolution No. 7/13-W(IS);"
    above = AGAIN.replace("its earlier resolutions on wells;", clause)
    text = f"RESOLUTION No. 4/20-W\n\nON THE WELLS OF THE DESERT{above}2. Thanks those who dig them by hand and in the heat.\n"
    (report,) = read(text)
    assert report.header.resolution_number == "4/20-W"


def test_the_report_of_those_who_drafted_them_stands_below_the_rows():
    rows = "".join(f"RESOLUTION NO. {n}/6-AF(IS)\n\nON THE BUDGET OF ORGAN {n}\n\n" for n in (1, 2))
    account = (
        "REPORT OF THE FINANCE COMMITTEE\nON THE MATTERS OF THE SIXTH ISLAMIC SUMMIT CONFERENCE\n\n"
        "1. The Finance Committee of the Sixth Islamic Summit Conference held its session on 10 December 1991.\n\n"
        "2. The Committee recommended the draft resolutions annexed to its report.\n\n"
    )
    text = f"RESOLUTION NO. 1/6-AF(IS)\n\nON THE BUDGET OF ORGAN 1{AGAIN}"
    reports = read(f"FINANCE COMMITTEE\n\nREPORT OF THE FINANCE COMMITTEE\n\n{rows}{account}{text}")
    assert [len(list_blocks(report, "table")) for report in reports] == [2, 0, 0]
    assert [label for label, _ in list_blocks(reports[1], "preamble", "operative")] == ["1.", "2."]


SUBJECTS = {
    "en": (
        "RESOLUTIONS ON WATER AFFAIRS ADOPTED BY THE FOURTH ISLAMIC SUMMIT CONFERENCE",
        "On",
        ["Wells in the desert.", "the Rivers", "Dams and ports of two States."],
    ),
    "fr": (
        "RESOLUTIONS SUR LES AFFAIRES DE L’EAU ADOPTEES PAR LE QUATRIEME SOMMET ISLAMIQUE",
        "Sur",
        ["les puits du désert.", "les fleuves", "les barrages et les ports."],
    ),
    "ar": (
        "قرارات بشأن شؤون المياه الصادرة عن مؤتمر القمة الإسلامي الرابع",
        "بشأن",
        ["آبار الصحراء", "الأنهار المشتركة", "السدود والموانئ"],
    ),
}


@pytest.mark.parametrize("language", SUBJECTS)
def test_rows_that_lost_their_numbers_are_rows(language):
    title, word, subjects = SUBJECTS[language]
    rows = [f"{word} {subject}" for subject in subjects]
    (report,) = read("\n\n".join([title, *rows]))
    assert list_blocks(report, "table") == [(None, row) for row in rows]


def test_subjects_above_who_acts_are_rows_and_sentences_are_none():
    rows = ["On Wells in the desert.", "On the Rivers.", "On Dams and ports."]
    (report,) = read("\n\n".join(rows) + AGAIN)
    assert list_blocks(report, "table") == [(None, row) for row in rows]
    assert (report.header.body_id, report.header.session) == ("cfm", 20)
    told = [
        "On Wells in the desert, the Conference called upon its Member States to dig them deeper, and thanked the Bank.",
        "On the Rivers, it requested the Secretary General to follow the matter and to report to the next session.",
        "On Dams and ports, it decided to hold a meeting of experts in Fez before the end of the year.",
    ]
    (report,) = read(
        "FINAL COMMUNIQUE OF THE TWENTIETH ISLAMIC CONFERENCE OF FOREIGN MINISTERS" + AGAIN + "\n\n".join(told)
    )
    assert not list_blocks(report, "table")


OFFICES = {
    "en": (
        "REPORT\nNINETEENTH SESSION OF THE COMCEC\n\nIstanbul, 4-6 May 2003\n\n",
        "COMCEC Coordination Office\nAnkara, June 2003\n\n",
        "Address:\nCOMCEC Coordination Office\nHarbour Street 7\nAnkara - TURKEY\nTel : 90-312-555 10 10\nFax : 90-312-555 10 11\n\n",
        "TABLE OF CONTENTS\n\nPART ONE\n\nPage\n\nRESOLUTIONS ON WHICH THE COMMITTEE RESTS\n\nI. Resolution of the Third Summit\n\n11\n\nII. Final Communique of the Fourth Summit\n\n13\n\nPART TWO\n\nI. Report of the Session ......... 31\n\n3\n\nANNEXES\n\n1. List of Participants 45\n\n2. Statement of the Chairman held in Fez 61\n",
        ("PART ONE", "PART TWO", "ANNEXES"),
    ),
    "fr": (
        "RAPPORT\nDIX-NEUVIEME SESSION DU COMCEC\n\nIstanbul, 4-6 mai 2003\n\n",
        "Bureau de Coordination du\nCOMCEC\nAnkara, juin 2003\n\n",
        "ADRESSE :\nBUREAU DE COORDINATION DU COMCEC\nRue du Port 7\nAnkara - TURQUIE\nTél\n: 90-312-555 10 10\nFax\n: 90-312-555 10 11\n\n",
        "TABLE DES MATIERES\n\nPREMIÈRE\n\nPARTIE\n\nPage\n\nRÉSOLUTIONS SUR LESQUELLES REPOSE LE COMITÉ\n\nI. Résolution du troisième Sommet\n\n11\n\nII. Communiqué final du quatrième Sommet\n\n13\n\nDEUXIÈME PARTIE\n\nI. Rapport de la session ......... 31\n\n3\n\nANNEXES\n\n1. Liste des participants 45\n\n2. Allocution du Président 61\n",
        ("PREMIÈRE PARTIE", "DEUXIÈME PARTIE", "ANNEXES"),
    ),
    "ar": (
        "تقرير الدورة التاسعة عشرة للكومسيك\n\nإسطنبول، 4-6 مايو 2003\n\n",
        "مكتب تنسيق الكومسيك\nأنقرة، يونيو 2003\n\n",
        "العنوان:\nمكتب تنسيق الكومسيك\nشارع الميناء 7\nهاتف : 90-312-555 10 10\nفاكس : 90-312-555 10 11\n\n",
        "فهرس المحتويات\n\nالجزء الأول\n\nالصفحة\n\n1. قرار القمة الثالثة 11\n\n2. البيان الختامي للقمة الرابعة 13\n\nالجزء الثاني\n\n1. تقرير الدورة 31\n\n3\n\nالملاحق\n\n1. قائمة المشاركين 45\n\n2. كلمة الرئيس 61\n",
        ("الجزء الأول", "الجزء الثاني", "الملاحق"),
    ),
}


def test_what_an_office_is_a_part_of_stands_above_its_month():
    title, _, address, contents, _ = OFFICES["en"]
    office = "COMCEC Coordination Office\nHouse of the Plan\nAnkara, June 2003"
    (report,) = read(f"{title}{office}\n\n{address}{contents}")
    assert " ".join(office.split()) in [text for _, text in list_blocks(report, "header")]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_a_viewer_calls_the_page_twice_is_its_own(gap):
    viewer = f"Quick viewing(Text Mode)\n\n19 Th Session of the COMCEC{gap}19 Th Session of the COMCEC\n\n"
    title, office, address, contents, _ = OFFICES["en"]
    (report,) = read(f"{viewer}OIC/COMCEC/19-03/REP\n\n{title}{office}{address}{contents}")
    above = list(takewhile(lambda block: block.subrole != "symbol", report.blocks))
    assert "\n".join(block.text for block in above).split("\n")[1:] == ["19 Th Session of the COMCEC"] * 2
    assert {block.role for block in above} == {"boilerplate"}
    assert report.header.title == "REPORT NINETEENTH SESSION OF THE COMCEC"


def test_a_glued_word_of_a_title_goes_on():
    title, *rest = OFFICES["fr"]
    (report,) = read(title.replace("RAPPORT\n", "RAPPORT\nDELA\n") + "".join(rest[:3]))
    assert report.header.title == "RAPPORT DELA DIX-NEUVIEME SESSION DU COMCEC"


@pytest.mark.parametrize("language", OFFICES)
def test_an_office_with_its_month_and_an_address_are_a_block_each(language):
    title, office, address, contents, parts = OFFICES[language]
    (report,) = read(title + office + address + contents)
    header = report.header
    assert (header.body_id, header.session, header.date, header.city) == ("comcec", 19, "2003-05-04", "Istanbul")
    found = [text for _, text in list_blocks(report, "header")]
    assert [" ".join(office.split()), " ".join(address.split())] == found[-2:]
    headings = [text for _, text in list_blocks(report, "heading")]
    assert tuple(headings[1:]) == parts
    labels = [label for label, _ in list_blocks(report, "table") if label]
    assert len(labels) == 5
    assert [block.text for block in report.blocks if block.role == "page_mark"] == ["3"]


def test_the_word_for_an_address_is_none_without_a_number():
    title, office, _, contents, _ = OFFICES["en"]
    (report,) = read(title + office + "Address:\n\nOpening of the Session\n\n" + contents)
    assert not any(text.startswith("Address: Opening of") for _, text in list_blocks(report, "header"))


def test_letters_count_what_a_row_holds():
    cover, _, _ = BARE["en"]
    rows = "INDEX\n\nNo. Subject Page\n\n1. Resolution No. 1/20-W on Water\n\n4\n\nA Wells 4\n\nBThe rivers 6\n\n2. Resolution No. 2/20-W on Salt 9\n\nA Mines 9\n"
    (report,) = read(cover + rows)
    assert [label for label, _ in list_blocks(report, "table")] == [None, "1.", "A", "B", "2.", "A"]
    # the article of a row is no letter where none counts on
    (report,) = read(cover + rows.replace("BThe rivers", "Rivers"))
    assert [label for label, _ in list_blocks(report, "table")] == [None, "1.", None, None, "2.", None]


def test_the_number_of_a_resolution_above_its_subject_breaks_no_sentence():
    cover, rows, _ = BARE["en"]
    names = ["Iraq", "Chad", "Mali", "Oman", "Togo", "Fez", "Cyprus", "Sudan"]
    pairs = [f"Resolution No. {n}/20-P\n\non {name}" for n, name in enumerate(names, 1)]
    (report,) = read(cover + "\n\n".join(pairs))
    assert [text for _, text in list_blocks(report, "table")] == [" ".join(pair.split()) for pair in pairs]
    assert len(rows) == len(BARE["fr"][1])


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("OIC/CFM-20/1991/W/RES/FINAL Original : Arabe", ["OIC/CFM-20/1991/W/RES/FINAL", "Original : Arabe"]),
        ("OIC/CFM-20/1991/W/RES/FINAL Original: English", ["OIC/CFM-20/1991/W/RES/FINAL", "Original: English"]),
        ("OIC/CFM-20/1991/W/RES/FINAL", ["OIC/CFM-20/1991/W/RES/FINAL"]),
    ],
)
def test_a_symbol_and_the_language_of_the_original_are_two_blocks(line, pieces):
    cover, rows, _ = BARE["en"]
    (report,) = read(f"{line}\n\n{cover}" + "\n\n".join("\n\n".join(row) for row in rows))
    assert [text for _, text in list_blocks(report, "header")][: len(pieces)] == pieces


COLUMNS = {
    "en": (
        "RESOLUTIONS ON WATER AFFAIRS",
        "SL.\n\nNo.\n\nSUBJECT\n\nPAGE\n\nNo.",
        "RESOLUTION No. {n}/20-W\n\nOn the Wells that were dug in the Desert by the Member States {n}.",
    ),
    "fr": (
        "RESOLUTIONS SUR LES AFFAIRES DE L’EAU",
        "N°\n\nTITRE\n\nPAGE",
        "RESOLUTION N° {n}/20-W\n\nSUR LES PUITS {n}.",
    ),
    "ar": ("قرارات بشأن شؤون المياه", "الرقم\n\nالموضوع\n\nالصفحة", "قرار رقم {n}/20-م\n\nبشأن آبار {n}."),
}


@pytest.mark.parametrize("language", COLUMNS)
def test_the_heads_of_columns_below_one_another_are_a_row(language):
    title, columns, row = COLUMNS[language]
    rows = "\n\n".join(f"{n}\n\n{row.format(n=n)}\n\n{n * 7}" for n in (1, 2, 3))
    (report,) = read(f"OIC/CFM-20/1991/W/RES\n\n{title}\n\n{columns}\n\n{rows}")
    assert list_blocks(report, "table")[0] == (None, " ".join(columns.split()))
    assert [label for label, _ in list_blocks(report, "table")[1:]] == ["1", "2", "3"]


def test_a_mark_may_be_lost_behind_one_number():
    rows = [f"{n}{'' if n == 3 else '.'} Resolution No. {n}/20-W on Wells {n + 3}" for n in range(1, 6)]
    cover, _, _ = BARE["en"]
    (report,) = read(f"{cover}INDEX\n\n" + "\n\n".join(rows))
    assert [label for label, _ in list_blocks(report, "table")] == ["1.", "2.", "3", "4.", "5."]


def test_rows_that_count_the_resolutions_they_name_are_no_pages():
    subject = "on the support of the Member States for those who dig the Wells of the Desert and of the Mountains"
    rows = [f"{n} Resolution No. {n}/20-W {subject} {n + 3}" for n in (1, 2, 3)]
    cover, _, _ = BARE["en"]
    (report,) = read(f"{cover}INDEX\n\nNo. Subject Page\n\n" + "\n\n".join(rows))
    assert [label for label, _ in list_blocks(report, "table")] == [None, "1", "2", "3"]


@pytest.mark.parametrize(
    ("joint", "theme"),
    [
        ("\n\n", "SESSION OF WELLS AND RIVERS"),
        ("\n\n", "(SESSION OF WELLS AND RIVERS)"),
        # nothing parts one without brackets from the words before it
        (" ", "(SESSION OF WELLS AND RIVERS)"),
    ],
)
def test_a_theme_below_or_behind_its_session_is_a_block(joint, theme):
    above = "NINTH SESSION OF THE ISLAMIC SUMMIT CONFERENCE"
    _, rows, _ = BARE["en"]
    text = f"RESOLUTIONS ON WATER AFFAIRS\n\nADOPTED BY THE {above}{joint}{theme}\n\nDOHA, STATE OF QATAR\n\n12-13 NOVEMBER 2000\n\n"
    (report,) = read(text + "\n\n".join("\n\n".join(row) for row in rows))
    assert (None, theme) in list_blocks(report, "header")
    assert (None, f"ADOPTED BY THE {above}") in list_blocks(report, "header")


def test_the_page_of_a_report_may_begin_with_its_title():
    account = "1. The Finance Committee of the Twenty-first Islamic Conference of Foreign Ministers met in Karachi from 4 to 8 May 1993. 2. The Committee was chaired by Mr. Rashed Khan. 3. The Committee adopted its agenda."
    title = "REPORT & RESOLUTIONS ON FINANCIAL AFFAIRS"
    (report,) = read(
        f"{title}\n\nTranscription\n\n1 {title} KARACHI, PAKISTAN, 4-8 MAY 1993 REPORT OF THE FINANCE COMMITTEE {account}"
    )
    assert not any(text.startswith("1 ") for _, text in list_blocks(report, "title"))


def test_a_line_that_was_wrapped_inside_a_bracket_heads_nothing():
    cover, rows, _ = BARE["en"]
    text = (
        "RESOLUTION No. 1/20-W\nON\nTHE WELLS OF THE DESERT\nThe Twentieth Session of the Council of Foreign Ministers, (Session of Wells\n"
        "And Rivers), held in Fez, Kingdom of Morocco, from 4 to 6 May 1991,\nRecalling its earlier resolutions on the wells;\n"
    )
    index = "\n".join("\n".join(row) for row in rows)
    reports = read(f"{cover}{index}\n\n{text}")
    assert not list_blocks(reports[-1], "heading")
    assert len(list_blocks(reports[-1], "preamble")) == 2


def test_a_misprinted_word_says_who_was_given_a_text():
    _, rows, _ = BARE["en"]
    cover = "RESOLUTIONS ON WATER AFFAIRS\n\nSUBMITED TO THE EIGHTH ISLAMIC SUMMIT CONFERENCE\n\nTEHRAN, ISLAMIC REPUBLIC OF IRAN\n\n9-11 DECEMBER 1997\n\n"
    (report,) = read(cover + "\n\n".join("\n\n".join(row) for row in rows))
    assert report.header.title == "RESOLUTIONS ON WATER AFFAIRS"
