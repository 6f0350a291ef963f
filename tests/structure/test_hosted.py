"""Pages of hosts of documents: what stands above the file is the host's, and its cover may be that of a collection."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports


def read(text):
    return build_reports(read_bytes(text.encode(), "page.txt"))


def outline(report, *roles):
    return [(block.role, block.text) for block in report.blocks if block.role in roles]


HOSTED = {
    "en": (
        "Fisheries of the Islamic World REPORT",
        [
            "Similar documents",
            "OIC/COMCEC-FC/28-12/D.Rep.",
            "DRAFT PROGRAMME OF THE WORKSHOP ON BEEKEEPING",
            "Transcription",
        ],
        "OIC/COMCEC/19-03/REP",
        "REPORT OF THE NINETEENTH SESSION OF THE COMCEC",
        "Istanbul, October 20-23, 2003",
        [
            (
                "1. The Nineteenth Session of the Standing Committee for Economic and Commercial Cooperation (COMCEC) was held "
                "in Istanbul from 20 to 23 October 2003."
            ),
            "2. The Committee took note of the paper on beekeeping.",
            "3. The Committee thanked the Government of Turkey.",
        ],
    ),
    "fr": (
        "rapport de la commission … · les apiculteurs et les chambres ont ...",
        [
            "OIC/COMCEC-FC/28-12/D.Rep.",
            "PROJET DE PROGRAMME DE L'ATELIER SUR L'APICULTURE",
            "Embed Size (px)",
            "Citation preview",
        ],
        "OIC/COMCEC/19-03/REP",
        "RAPPORT DE LA DIX-NEUVIÈME SESSION DU COMCEC",
        "Istanbul, 20-23 octobre 2003",
        [
            (
                "1. La dix-neuvième session du Comité permanent pour la coopération économique et commerciale (COMCEC) s'est "
                "tenue à Istanbul du 20 au 23 octobre 2003."
            ),
            "2. Le Comité a pris note de l'étude sur l'apiculture.",
            "3. Le Comité a remercié le Gouvernement turc.",
        ],
    ),
    "ar": (
        "تقرير الدورة التاسعة عشرة ...",
        ["OIC/COMCEC-FC/28-12/D.Rep.", "مشروع برنامج ورشة النحالين", "TRANSCRIPT"],
        "OIC/COMCEC/19-03/REP",
        "تقرير الدورة التاسعة عشرة للجنة الدائمة للتعاون الاقتصادي والتجاري (الكومسيك)",
        "اسطنبول، 20-23 أكتوبر 2003",
        [
            (
                "1. عقدت اللجنة الدائمة للتعاون الاقتصادي والتجاري (الكومسيك) دورتها التاسعة عشرة في اسطنبول من 20 إلى 23 "
                "أكتوبر 2003."
            ),
            "2. أحاطت اللجنة علما بورقة تربية النحل.",
            "3. شكرت اللجنة حكومة تركيا.",
        ],
    ),
}


@pytest.mark.parametrize("language", HOSTED)
def test_the_papers_that_a_host_lists_above_a_file_say_nothing_of_it(language):
    name, listed, symbol, title, days, paragraphs = HOSTED[language]
    (report,) = read("\n\n".join([name, *listed, symbol, title, days, *paragraphs]))
    header = report.header
    assert (header.symbol, header.status, header.title, header.date) == (symbol, "unknown", title, "2003-10-20")
    above = [block.role for block in report.blocks[: len(listed) + 1]]
    assert above == ["boilerplate"] * len(above)


def test_a_file_whose_name_says_more_than_its_title_keeps_its_name():
    _, listed, symbol, title, days, paragraphs = HOSTED["en"]
    (report,) = read("\n\n".join([f"DRAFT {title}", listed[-1], symbol, title, days, *paragraphs]))
    assert (report.header.status, report.header.title) == ("draft", title)


def test_a_transcript_whose_title_stands_above_keeps_it():
    (report,) = read(
        "OIC SECRETARY GENERAL'S SPEECH AT THE TENTH ISLAMIC SUMMIT CONFERENCE\n\nTRANSCRIPT\n\n"
        "Your Excellencies, Ladies and Gentlemen,\n\nI thank the people of Malaysia for the welcome in Putrajaya.\n\n"
        "We have come here to speak of wells, of schools and of the roads between them.\n\nThank you.\n"
    )
    assert report.header.document_type == "speech"
    assert report.header.title == "OIC SECRETARY GENERAL'S SPEECH AT THE TENTH ISLAMIC SUMMIT CONFERENCE"


VIEWED = {
    "en": ("FINAL COMMUNIQUE OF THE ANNUAL COORDINATION MEETING", "NEW YORK, 28 SEPTEMBER 2012"),
    "fr": ("COMMUNIQUE FINAL DE LA RÉUNION ANNUELLE DE COORDINATION", "NEW YORK, 28 SEPTEMBRE 2012"),
}


@pytest.mark.parametrize("language", VIEWED)
def test_the_number_of_a_viewers_next_page_parts_no_cover(language):
    title, place = VIEWED[language]
    symbol = "OIC/ACM-2012/FC"
    name = f"{symbol} {title[:40]} ..."
    acts = {
        "en": ["1. The Foreign Ministers held their meeting in New York.", "2. The Meeting thanked its host."],
        "fr": ["1. Les Ministres ont tenu leur réunion à New York.", "2. La Réunion a remercié son hôte."],
    }[language]
    lines = [name, "9", f"Transcript of {name}", f"Page 1: {name}", symbol, title, place]
    (report,) = read("\n\n".join([*lines, f"Page 2: {name}", "2", symbol, title, place, *acts]))
    kinds = [(block.role, block.subrole) for block in report.blocks if block.text.startswith(title)]
    assert kinds == [("title", "title"), ("title", "title_repeat")]


RESOLUTION = {
    "en": (
        "RESOLUTIONS ON\nFAMILY AFFAIRS",
        "ADOPTED BY THE\n44TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
        "ABIDJAN, REPUBLIC OF COTE D'IVOIRE",
        "10-11 JULY 2017",
        "Resolution No. 2/44-CSF On School Gardens",
        (
            "The Council of Foreign Ministers of the Organization of Islamic Cooperation, meeting at its 44th Session in "
            "Abidjan on 10-11 July 2017;"
        ),
        ["1. Calls on Member States to plant a garden beside each school;", "2. Requests a report on the matter."],
    ),
    "fr": (
        "RÉSOLUTIONS SUR\nLES QUESTIONS DE FAMILLE",
        "ADOPTÉES PAR LA\n44ème SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ÉTRANGÈRES",
        "ABIDJAN, RÉPUBLIQUE DE CÔTE D'IVOIRE",
        "10-11 JUILLET 2017",
        "Résolution N°2/44-CSF sur les jardins des écoles",
        (
            "Le Conseil des ministres des Affaires étrangères de l'Organisation de la Coopération islamique, réuni en sa "
            "44ème session à Abidjan les 10 et 11 juillet 2017 ;"
        ),
        ["1. Invite les Etats membres à planter un jardin par école ;", "2. Demande un rapport à ce sujet."],
    ),
}


@pytest.mark.parametrize("language", RESOLUTION)
def test_a_cover_with_a_symbol_above_one_resolution_is_that_of_a_collection(language):
    title, adopted, place, days, numbered, opening, acts = RESOLUTION[language]
    cover = [title, adopted, place, days]
    first, second = read("\n\n".join(["OIC/CFM-44/2017/CSF/RES/FINAL", *cover, numbered, opening, *acts]))
    assert (first.header.title, first.header.resolution_number) == (title.replace("\n", " "), None)
    assert (second.header.title, second.header.resolution_number) == (numbered, "2/44-CSF")
    # a page that gives one of them has no symbol
    (alone,) = read("\n\n".join([*cover, numbered, opening, *acts]))
    assert alone.header.resolution_number == "2/44-CSF"


def test_numbered_rows_below_the_title_of_a_collection_are_its_index():
    _, adopted, place, days, _, opening, acts = RESOLUTION["en"]
    rows = "1. Resolution No. 1/44-C\nThe Schools of the Steppe.\n2. Resolution No. 2/44-C\nThe Wells of the Oases.\n"
    cover = f"RESOLUTIONS\nON CULTURAL AFFAIRS\n{adopted}\n\n{place}\n{days}\n\n{rows}\n"
    text = "\n\n".join(["RESOLUTION NO. 1/44-C\nON THE SCHOOLS OF THE STEPPE", opening, *acts])
    first, second = read(cover + text)
    shown = [(block.label, block.text) for block in first.blocks if block.role == "table"]
    assert shown == [
        ("1.", "Resolution No. 1/44-C The Schools of the Steppe."),
        ("2.", "Resolution No. 2/44-C The Wells of the Oases."),
    ]
    assert (first.header.title, first.header.resolution_number) == ("RESOLUTIONS ON CULTURAL AFFAIRS", None)
    assert second.header.resolution_number == "1/44-C"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Cultural Resolutions", "RESOLUTIONS\n\nON THE CULTURE OF THE OASES"),
        ("Déclaration", "DÉCLARATION\n\nDE TUNIS SUR LES PUITS"),
    ],
    ids=["en", "fr"],
)
def test_what_a_page_calls_a_text_stands_apart_from_its_title(name, title):
    page = f"<h2>{name}</h2><p>{title.replace(chr(10) * 2, '<br><br>')}</p><p>JEDDAH, SAUDI ARABIA<br>4 MAY 2001</p>"
    acts = {
        "Cultural Resolutions": "The Islamic Conference of Foreign Ministers, meeting in Jeddah on 4 May 2001,</p><p>1. Thanks its host;",
        "Déclaration": "La Conférence islamique des ministres des Affaires étrangères, réunie à Tunis,</p><p>1. Remercie son hôte ;",
    }[name]
    (report,) = build_reports(read_bytes(f"<html><body>{page}<p>{acts}</p></body></html>".encode(), "page.html"))
    assert report.header.title == title.replace("\n\n", " ")
    assert ("boilerplate", name) in outline(report, "boilerplate")


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (
            "INDEX NO. SUJET\n\nPAGE",
            "1. RESOLUTION N° 1/13-COMIAC SUR LES PUITS 3\n\n2. RESOLUTION N° 2/13-COMIAC SUR LES LIVRES 4",
        ),
        (
            "INDEX NO. SUBJECT\n\nPAGE",
            "1. RESOLUTION NO. 1/13-COMIAC ON WELLS 3\n\n2. RESOLUTION NO. 2/13-COMIAC ON BOOKS 4",
        ),
    ],
    ids=["fr", "en"],
)
def test_the_head_of_an_index_may_stand_on_two_lines_and_its_page_below_it(head, row):
    words = ("SUR LES PUITS", "SUR LES LIVRES") if "SUJET" in head else ("ON WELLS", "ON BOOKS")
    opening = (
        "Le Comité permanent de l’information et des affaires culturelles (COMIAC) de l’OCI, réuni à Dakar,"
        if "SUJET" in head
        else "The Standing Committee for Information and Cultural Affairs (COMIAC) of the OIC, meeting in Dakar,"
    )
    act = (
        "1. Demande que l'on creuse des puits ;\n\n2. Remercie son hôte."
        if "SUJET" in head
        else "1. Asks that wells be dug in the villages;\n\n2. Thanks its host."
    )
    name = "RESOLUTION N°" if "SUJET" in head else "RESOLUTION NO."
    texts = [f"{name} {n}/13-COMIAC {word}\n\n{opening}\n\n{act}" for n, word in enumerate(words, 1)]
    title = "RESOLUTIONS SUR LA CULTURE" if "SUJET" in head else "RESOLUTIONS ON CULTURE"
    cover, *_ = read("\n\n".join([title, head, row, "3", *texts]))
    assert ("table", head.replace("\n\n", " ")) in outline(cover, "table")
    assert outline(cover, "page_mark") == [("page_mark", "3")]


INDEXED = {
    "fr": (
        "RAPPORT DE LA SIXIÈME SESSION ORDINAIRE DE LA CPIDH",
        ["I N D E X", "NO. SUJET PAGE NO."],
        ["ANNEXES", "1. ORDRE DU JOUR DE LA SESSION", "9", "2. LISTE DES PARTICIPANTS", "12"],
        "1- La Commission permanente indépendante des droits de l'homme (CPIDH) de l'OCI a tenu sa sixième session à Djeddah.",
        "2- La Commission a remercié son hôte.",
    ),
    "en": (
        "REPORT OF THE SIXTH REGULAR SESSION OF THE IPHRC",
        ["I N D E X", "NO. SUBJECT PAGE NO."],
        ["ANNEXES", "1. AGENDA OF THE SESSION", "9", "2. LIST OF PARTICIPANTS", "12"],
        "1- The Independent Permanent Human Rights Commission (IPHRC) of the OIC held its sixth session in Jeddah.",
        "2- The Commission thanked its host.",
    ),
}


@pytest.mark.parametrize("language", INDEXED)
def test_a_row_that_is_the_title_ends_no_index(language):
    title, heads, rows, opening, act = INDEXED[language]
    (report,) = read(
        "\n\n".join(["OIC/IPHRC-6/2014/REP.FINAL", title, *heads, title, "2", *rows, "2", title, opening, act])
    )
    assert ("table", f"{title} 2") in outline(report, "table")
    numbered = [(block.role, block.label) for block in report.blocks if block.label in {"1-", "2-"}]
    assert numbered == [("preamble", "1-"), ("operative", "2-")]


@pytest.mark.parametrize(
    ("name", "is_hosts"),
    [
        ("rapport - apiculture", True),
        ("RAPPORT DE LA DIX-NEUVIÈME SESSION DU COMCEC", False),
        ("OIC/COMCEC/19-03/REP", False),
    ],
    ids=["a name", "the title", "the symbol"],
)
def test_a_host_prints_the_name_of_a_file_above_its_first_line(name, is_hosts):
    _, _, symbol, title, days, paragraphs = HOSTED["fr"]
    own = [title, days] if is_hosts else [days, title]
    (report,) = read("\n".join([f"{name}\n\nTranscription\n", name, *own, symbol, *paragraphs]))
    again = [block for block in report.blocks if block.text.startswith(name)][-1]
    assert (again.role == "boilerplate") == is_hosts
    assert (report.header.title, report.header.date) == (title, "2003-10-20")
