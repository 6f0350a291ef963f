"""What a viewer, a mailing list or a cover prints of a title above the title itself."""

import pytest
from extracts import outline, read

VIEWED = {
    "fr": (
        [
            "(Session des puits et des vergers pour tous)",
            "ADOPTEES PAR LA 40e SESSION DU CONSEIL",
            "DES MINISTRES DES AFFAIRES ETRANGERES",
            "NIAMEY, REPUBLIQUE DU NIGER",
            "9-11 DECEMBRE 2013",
            "OIC/CFM-40/2013/HUM/RES/FINAL",
        ],
        "RÉSOLUTIONS SUR LES AFFAIRES HUMANITAIRES",
        "Transcription de",
        [
            "La quarantième session du Conseil des ministres,",
            "Rappelant ses résolutions,",
            "1. REMERCIE les éleveurs ;",
        ],
    ),
    "en": (
        [
            "(Session of Wells and Orchards for All)",
            "ADOPTED BY THE 40th SESSION OF THE COUNCIL",
            "OF FOREIGN MINISTERS",
            "NIAMEY, REPUBLIC OF NIGER",
            "9-11 DECEMBER 2013",
            "OIC/CFM-40/2013/HUM/RES/FINAL",
        ],
        "RESOLUTIONS ON HUMANITARIAN AFFAIRS",
        "Transcript of",
        [
            "The Fortieth Session of the Council of Foreign Ministers,",
            "Recalling its resolutions,",
            "1. THANKS the herders;",
        ],
    ),
}


@pytest.mark.parametrize("language", VIEWED)
def test_a_cover_that_a_viewer_runs_into_one_line_is_the_viewers(language):
    cover, title, mark, text = VIEWED[language]
    lines = [title, "28", " ".join([*cover, title]), f"{mark} {title}", f"Page 1: {title}", *cover, title, *text]
    report = read("\n\n".join(lines))
    assert report.header.title == title
    assert ("boilerplate", " ".join([*cover, title])) in outline(report, "boilerplate")
    # a line that says less than the cover below it is a title as before
    alone = read("\n\n".join([title, *cover, *text]))
    assert alone.header.title == title


MAIL = {
    "en": """Search results for subject:"[News] Final declaration Adopted by the fourth meeting of the OIC Contact Group on Mali"

[News] Final declaration Adopted by the fourth meeting of the OIC Contact Group on Mali
2013-05-06 Thread A. Keita

Final declaration

Adopted by the fourth meeting of the OIC Contact Group on Mali

Niamey, Republic of Niger, 2 May 2013

1. The OIC Contact Group on Mali held its fourth meeting in Niamey on 2 May 2013.

2. The Contact Group condemned the attack.

3. The Contact Group thanked its host.
""",
    "fr": """Résultats pour le sujet : « [Infos] Communiqué final Adopté par la quatrième réunion du Groupe de contact de l’OCI sur le Mali »

[Infos] Communiqué final Adopté par la quatrième réunion du Groupe de contact de l’OCI sur le Mali
2013-05-06 Fil A. Keita

Communiqué final

Adopté par la quatrième réunion du Groupe de contact de l’OCI sur le Mali

Niamey, République du Niger, 2 mai 2013

1. Le Groupe de contact de l’OCI sur le Mali a tenu sa quatrième réunion à Niamey le 2 mai 2013.

2. Le Groupe de contact a condamné l’attaque.

3. Le Groupe de contact a remercié son hôte.
""",
}


@pytest.mark.parametrize(
    ("language", "title", "document_type"),
    [("en", "Final declaration", "declaration"), ("fr", "Communiqué final", "final_communique")],
)
def test_the_type_above_who_adopted_a_text_is_its_title_below_a_list_that_has_both(language, title, document_type):
    report = read(MAIL[language])
    assert (report.header.title, report.header.document_type) == (title, document_type)
    adopted = [block for block in report.blocks if block.subrole == "adopted_by"]
    assert [block.text in MAIL[language].splitlines() for block in adopted] == [True]


VIEWER = """{name}.pdf · october 1994 in fez,...

{box}

{title}

1. {first}

2. {second}

3. {third}
"""


@pytest.mark.parametrize(
    ("name", "box", "title", "paragraphs"),
    [
        (
            "final communiqué of the al-quds committee",
            "Upload: others  Post on: 12-Feb-2021  Category: Documents",
            "FINAL COMMUNIQUÉ OF THE AL-QUDS COMMITTEE",
            (
                "The Al-Quds Committee held its tenth session in Fez on 2 October 1994.",
                "The Committee condemned the closure of schools.",
                "The Committee thanked its host.",
            ),
        ),
        (
            "communiqué final du comité al-qods",
            "Transcription de communiqué final du comité al-qods",
            "COMMUNIQUÉ FINAL DU COMITÉ AL-QODS",
            (
                "Le Comité Al-Qods a tenu sa dixième session à Fès le 2 octobre 1994.",
                "Le Comité a condamné la fermeture des écoles.",
                "Le Comité a remercié son hôte.",
            ),
        ),
    ],
    ids=["en", "fr"],
)
def test_what_a_viewer_prints_of_a_file_is_no_title_of_the_text(name, box, title, paragraphs):
    first, second, third = paragraphs
    page = VIEWER.format(name=name, box=box, title=title, first=first, second=second, third=third)
    report = read(page)
    assert report.header.title == title
    assert outline(report, "title") == [("title", title)]


def test_a_cover_whose_title_stands_again_below_the_contents_keeps_its_title():
    title, days = "REPORT\nOF THE NINTH MEETING OF THE FOLLOW-UP COMMITTEE\nOF THE COMCEC", "Istanbul, 11-13 May 1993"
    office = "Coordination Office of the COMCEC"
    contents = ["TABLE OF CONTENTS", "Report of the Ninth Meeting 7", "List of documents 15"]
    text = [
        "1. The Ninth Meeting of the Follow-up Committee was held in Istanbul.",
        "2. The Committee took note of the maps.",
    ]
    viewer = ["OIC/COMCEC-FC/9-93/REP REPORT OF THE NINTH", "Transcription", "OIC/COMCEC-FC/9-93/REP"]
    report = read("\n".join([*viewer, title, days, office, *contents, title, f"({days})", *text]))
    assert outline(report, "title") == [("title", title)] * 2
    assert ("header", office) in outline(report, "header")
    # what the page calls the text stands above its own lines
    page = read("\n\n".join([title, "Transcription", "OIC/COMCEC-FC/9-93/REP", title, days, *text]))
    assert outline(page, "title") == [("title", title)]


@pytest.mark.parametrize(
    ("begun", "title"),
    [
        ("RAPPORT ET RÉSOLUTIONS DE LA CINQUIÈME", "RAPPORT ET RÉSOLUTIONS\nDE LA CINQUIÈME SESSION DU COMCEC"),
        ("REPORT AND RESOLUTIONS OF THE FIFTH", "REPORT AND RESOLUTIONS\nOF THE FIFTH SESSION OF THE COMCEC"),
    ],
)
def test_the_beginning_of_a_title_right_above_it_is_the_viewers(begun, title):
    text = {
        "R": "1. La cinquième session du COMCEC s’est tenue à Istanbul le 4 mai 1989.\n2. Le Comité a remercié son hôte.\n3. Il a planté des arbres.\n",
        "F": "1. The Fifth Session of the COMCEC was held in Istanbul on 4 May 1989.\n2. The Committee thanked its host.\n3. It planted trees.\n",
    }["R" if "RAPPORT" in begun else "F"]
    report = read(f"{begun}\n\nTranscript\n\n{begun}\n{title}\n(Istanbul, 4 May 1989)\n\n{text}")
    assert report.header.title == title.replace("\n", " ")


def test_a_title_of_two_lines_that_differ_is_whole():
    title = "REPORT OF THE FIFTH SESSION OF THE COMCEC\nAND OF ITS COMMITTEE ON ORCHARDS"
    text = "1. The Fifth Session of the COMCEC was held in Istanbul on 4 May 1989.\n\n2. The Committee thanked its host.\n\n3. It planted trees.\n"
    assert read(f"{title}\n\n{text}").header.title == title.replace("\n", " ")
