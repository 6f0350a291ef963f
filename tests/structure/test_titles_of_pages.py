"""What stands where a title would: a letter, a headline, the name that a page gives the text, a collection's title."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.header.sure_title import is_headline
from oic_reports.structure.report import build_reports


def read(text):
    (report,) = build_reports(read_bytes(text.encode(), "page.txt"))
    return report


def outline(report, *roles):
    return [(block.role, block.text) for block in report.blocks if block.role in roles]


ENGLISH_LETTER = """Letter dated 4 May 2011 from the Permanent Representative of Mali addressed to the Secretary-General

May I draw your attention to the session which the Al-Quds Committee of the OIC held in Fez on 2 May 2011.

Its communiqué is set out in the annex.

(Signed) A. Keita
Ambassador

{}

Final communiqué of the twentieth session of the Al-Quds Committee

Fez, Kingdom of Morocco, 2 May 2011

1. The Al-Quds Committee held its twentieth session in Fez on 2 May 2011.

2. The Committee condemned the closure of schools.

3. The Committee thanked its host.
"""
FRENCH_LETTER = """Lettre datée du 4 mai 2011, adressée au Secrétaire général par le Représentant permanent du Mali

Je tiens à appeler votre attention sur la session que le Comité Al-Qods de l’OCI a tenue à Fès le 2 mai 2011.

(Signé) A. Keita

{}

Communiqué final de la vingtième session du Comité Al-Qods

1. Le Comité Al-Qods a tenu sa vingtième session à Fès le 2 mai 2011.

2. Le Comité a condamné la fermeture des écoles.

3. Le Comité a remercié son hôte.
"""
ARABIC_LETTER = """رسالة مؤرخة 4 مايو 2011 موجهة إلى الأمين العام من الممثل الدائم لمالي

أود أن أوجه انتباهكم إلى الدورة التي عقدتها لجنة القدس التابعة لمنظمة التعاون الإسلامي في فاس يوم 2 مايو 2011.

(توقيع) أ. كيتا

{}

البيان الختامي للدورة العشرين للجنة القدس

1- عقدت لجنة القدس دورتها العشرين في فاس يوم 2 مايو 2011.

2- أدانت اللجنة إغلاق المدارس.

3- شكرت اللجنة البلد المضيف.
"""


@pytest.mark.parametrize(
    ("page", "annex", "title"),
    [
        (ENGLISH_LETTER, "Annex", "Final communiqué of the twentieth session of the Al-Quds Committee"),
        (FRENCH_LETTER, "Annexe", "Communiqué final de la vingtième session du Comité Al-Qods"),
        (ARABIC_LETTER, "المرفق", "البيان الختامي للدورة العشرين للجنة القدس"),
    ],
    ids=["en", "fr", "ar"],
)
def test_a_signed_letter_carries_its_annex_whatever_it_says_of_it(page, annex, title):
    report = read(page.format(annex))
    assert outline(report, "title") == [("title", title)]
    assert (report.header.title, report.header.body_id) == (title, "al-quds")
    assert report.header.document_type == "final_communique"
    letter = [block for block in report.blocks if block.subrole == "covering_letter"]
    assert letter[0].text.startswith(page[:10])


def test_a_link_to_a_letter_above_a_text_that_is_signed_is_no_letter():
    page = """Letter dated 4 May 2011 from the Permanent Representative of Mali

OIC/CG-9/2011/FC

Final communiqué of the Contact Group on Mali

1. The Contact Group on Mali met in Niamey on 2 May 2011.

2. The Contact Group condemned the attack.

(Signed) A. Keita

Annex

Declaration of the Contact Group
"""
    report = read(page)
    assert not [block for block in report.blocks if block.subrole == "covering_letter"]
    assert len(outline(report, "preamble", "operative")) == 2


ENGLISH_EXTRACT = """{}

41. The Conference condemned the attacks on schools.

42. The Conference called upon Member States to give to the Islamic Solidarity Fund.

43. The Conference thanked the OIC Secretary General.
"""
FRENCH_EXTRACT = """{}

41. La Conférence a condamné les attaques contre les écoles.

42. La Conférence a appelé les États membres à verser au Fonds de solidarité islamique.

43. La Conférence a remercié le Secrétaire général de l’OCI.
"""
ARABIC_EXTRACT = """{}

41- أدان المؤتمر الهجمات على المدارس.

42- دعا المؤتمر الدول الأعضاء إلى التبرع لصندوق التضامن الإسلامي.

43- شكر المؤتمر الأمين العام لمنظمة التعاون الإسلامي.
"""


@pytest.mark.parametrize(
    ("page", "headline"),
    [
        (ENGLISH_EXTRACT, "OIC summit communiqué urges aid for schools, 3rd add"),
        (ENGLISH_EXTRACT, "Final communiqué of the Islamic summit condemns attacks on schools"),
        (FRENCH_EXTRACT, "Le communiqué final de l’OCI condamne les attaques"),
        (ARABIC_EXTRACT, "البيان الختامي للقمة الإسلامية يدين الهجمات على المدارس"),
    ],
)
def test_a_headline_in_which_a_document_acts_is_no_title(page, headline):
    assert read(page.format(headline)).header.title is None


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (ENGLISH_EXTRACT, "Final communiqué of the Islamic Summit on the calls for aid"),
        (ENGLISH_EXTRACT, "Resolution on the State which condemns its schools"),
        (FRENCH_EXTRACT, "Résolution sur la présente demande d’adhésion"),
        (ARABIC_EXTRACT, "البيان الختامي للقمة الإسلامية بشأن ما يدين القانون"),
    ],
)
def test_a_verb_in_the_subject_of_a_title_makes_no_headline(page, title):
    assert read(page.format(title)).header.title == title


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            "Final communiqué of the 12th Islamic Summit (Cairo, Egypt, 6-7 February 2013)",
            "FINAL COMMUNIQUÉ OF THE TWELFTH SESSION OF THE ISLAMIC SUMMIT CONFERENCE",
        ),
        (
            "Communiqué final du 12e Sommet islamique (Le Caire, 6-7 février 2013)",
            "COMMUNIQUE FINAL DE LA DOUZIEME SESSION DE LA CONFERENCE ISLAMIQUE AU SOMMET",
        ),
        (
            "البيان الختامي للقمة الإسلامية الثانية عشرة (القاهرة، 6-7 فبراير 2013)",
            "البيان الختامي للدورة الثانية عشرة لمؤتمر القمة الإسلامي",
        ),
    ],
    ids=["en", "fr", "ar"],
)
def test_what_a_page_calls_the_text_gives_way_to_the_title_right_below(above, title):
    body = {"F": ENGLISH_EXTRACT, "C": FRENCH_EXTRACT}.get(title[0], ARABIC_EXTRACT)
    report = read(body.format(f"{above}\n{title}"))
    assert outline(report, "title") == [("title", title)]
    assert report.header.title == title
    assert report.blocks[0].subrole == "page_title"


@pytest.mark.parametrize(
    "lines",
    [
        # one title on two lines; a title with the name of its annex; two resolutions of one meeting
        "Final communiqué of the Islamic Summit\nand of the Meeting of its Foreign Ministers",
        "Declaration of the Islamic Summit\nFinal communiqué of the Islamic Summit",
        "Resolution of the Islamic Summit on Mali\nResolution of the Islamic Summit on Chad",
    ],
)
def test_two_lines_that_say_different_things_stay_one_title(lines):
    assert outline(read(ENGLISH_EXTRACT.format(lines)), "title") == [("title", lines)]


@pytest.mark.parametrize(
    ("page", "collection", "title"),
    [
        (
            ENGLISH_EXTRACT,
            "RESOLUTIONS\nON MUSLIM COMMUNITIES\nADOPTED BY THE 31ST SESSION OF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS",
            "RESOLUTION NO. 3/31-MM ON THE SCHOOLS",
        ),
        (
            ENGLISH_EXTRACT,
            "RESOLUTIONS ON MUSLIM COMMUNITIES\nOF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS",
            "RESOLUTION NO. 3/31-MM ON THE SCHOOLS",
        ),
        (
            FRENCH_EXTRACT,
            "RESOLUTIONS SUR LES COMMUNAUTES\nADOPTEES PAR LA 31E SESSION DE LA CONFERENCE ISLAMIQUE DES MINISTRES",
            "RESOLUTION N° 3/31-MM SUR LES ECOLES",
        ),
        (
            ARABIC_EXTRACT,
            "قرارات بشأن الجماعات المسلمة\nالصادرة عن الدورة الحادية والثلاثين",
            "قرار رقم 3/31-ج م بشأن المدارس",
        ),
    ],
)
def test_the_one_resolution_that_a_page_gives_has_its_own_title(page, collection, title):
    report = read(page.format(f"{collection}\n{title}"))
    assert report.header.title == title
    assert report.header.resolution_number.startswith("3/31")


def test_a_title_with_its_number_below_is_one():
    cover = "RESOLUTION ON MUSLIM COMMUNITIES\nRESOLUTION NO. 3/31-MM"
    assert read(ENGLISH_EXTRACT.format(cover)).header.title == cover.replace("\n", " ")


@pytest.mark.parametrize(
    ("page", "title", "deck", "body"),
    [
        (
            ENGLISH_EXTRACT,
            "Final Communiqué of the Extraordinary Islamic Solidarity Summit",
            "Islamic Solidarity Summit's complete Final Communiqué",
            "eis",
        ),
        (
            FRENCH_EXTRACT,
            "Communiqué final du Sommet islamique",
            "Sommet islamique : le communiqué final tout entier",
            "is",
        ),
        (ARABIC_EXTRACT, "البيان الختامي لقمة التضامن الإسلامي", "قمة التضامن الإسلامي: البيان الختامي كاملا", "eis"),
    ],
    ids=["en", "fr", "ar"],
)
def test_a_title_that_is_said_again_in_other_words_counts_once(page, title, deck, body):
    between = {"F": "Updated 28 August 2012", "C": "Dakar, République du Sénégal"}.get(
        title[0], "داكار، جمهورية السنغال"
    )
    report = read(page.format(f"{title}\n\n{between}\n\n{deck}"))
    assert (report.header.title, report.header.body_id) == (title, body)


def test_another_document_of_the_meeting_goes_on_with_the_title():
    cover = "Declaration of the Islamic Summit\nUpdated 28 August 2012\n\nFinal communiqué of the Islamic Summit"
    title = read(ENGLISH_EXTRACT.format(cover)).header.title
    assert title == "Declaration of the Islamic Summit Final communiqué of the Islamic Summit"


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


COVER_IN_ONE_LINE = """OIC/COMCEC/26-10/REP

{}

1. The Standing Committee for Economic and Commercial Cooperation (COMCEC) of the Organisation of Islamic Cooperation \
held its twenty-sixth session in Istanbul from 5 to 8 October 2010.

2. The Committee welcomed the report on trade.

3. The Committee thanked its host.
"""


@pytest.mark.parametrize(
    "behind",
    [
        "Coordination Office Ankara Phone : 312 294 00 10",
        "Office of Coordination www.office.example",
        "Office, office @ example.org TABLE OF CONTENTS",
    ],
)
def test_a_cover_in_one_line_gives_no_title(behind):
    line = "REPORT OF THE TWENTY-SIXTH SESSION OF THE COMCEC"
    assert read(COVER_IN_ONE_LINE.format(line)).header.title == line
    assert read(COVER_IN_ONE_LINE.format(f"{line} {behind}")).header.title is None


DECLARING = {
    "en": "We, the Ministers of Labour of the Member States of the OIC, meeting in Baku from 25 to 26 April 2013, agree"
    " on the following:\n\n1. To protect every worker.\n\n2. To thank the host.\n\n3. To meet again.",
    "fr": "Nous, ministres du Travail des États membres de l’OCI, réunis à Bakou du 25 au 26 avril 2013, convenons de ce"
    " qui suit :\n\n1. Protéger tout travailleur.\n\n2. Remercier le pays hôte.\n\n3. Se réunir de nouveau.",
    "ar": "نحن وزراء العمل في الدول الأعضاء في منظمة التعاون الإسلامي، المجتمعين في باكو من 25 إلى 26 أبريل 2013، اتفقنا على ما"
    " يلي:\n\n1- حماية كل عامل.\n\n2- شكر البلد المضيف.\n\n3- الاجتماع من جديد.",
}


@pytest.mark.parametrize(
    ("language", "headline", "lead"),
    [
        ("en", "OIC ministers decide to open an office", "Below is the whole text of the Baku Declaration:"),
        ("fr", "Travail : les ministres de l’OCI décident d’ouvrir un bureau", "Voici le texte de la déclaration :"),
        ("ar", "وزراء العمل في دول التعاون الإسلامي يصدرون إعلان باكو", "وخرج المؤتمر بإعلان باكو وفيمايلي نصه:"),
        (
            "ar",
            "وزراء العمل في دول التعاون الإسلامي ينهون مؤتمرهم بإعلان باكو",
            "وخرج المؤتمر بإعلان باكو وفيما يلي نصه:",
        ),
    ],
)
def test_a_headline_in_which_those_who_met_act_is_no_title(language, headline, lead):
    report = read(f"{headline}\n\n{lead}\n\n{DECLARING[language]}\n")
    assert report.header.title is None
    assert [block.subrole for block in report.blocks if block.text == lead] == ["press_lead"]


@pytest.mark.parametrize(
    ("title", "language", "is_one"),
    [
        ("OIC decides to open an office in Tripoli", "en", True),
        ("Decisions of the Council of Foreign Ministers", "en", False),
        ("Le Conseil décide d’ouvrir un bureau", "fr", True),
        ("Les ministres annoncent une réunion", "fr", True),
        ("Décisions du Conseil des ministres", "fr", False),
        ("وزراء البيئة ينهون مؤتمرهم بإصدار إعلان الرباط", "ar", True),
        ("الوزراء يعتمدون إعلان الرباط", "ar", True),
        ("القادة يدعون إلى وقف القتال في بيان", "ar", True),
        ("اليونان في بيان ختامي", "ar", False),
    ],
)
def test_something_acts_in_a_headline(title, language, is_one):
    assert is_headline(title, language) == is_one


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


WE = {
    "en": "We, the Ministers of Health of the Member States of the OIC, met in Amman on 7 October 2025.\n\nWe affirm our will to plant trees.\n",
    "fr": "Nous, ministres de la Santé des Etats membres de l’OCI, nous sommes réunis à Amman le 7 octobre 2025.\n\nNous affirmons notre volonté de planter des arbres.\n",
}


@pytest.mark.parametrize(
    ("line", "language", "title"),
    [
        ("AMMAN DECLARATION EIGHTH SESSION OF THE ISLAMIC CONFERENCE OF HEALTH MINISTERS", "en", "AMMAN DECLARATION"),
        (
            "DÉCLARATION D’AMMAN HUITIÈME SESSION DE LA CONFÉRENCE ISLAMIQUE DES MINISTRES DE LA SANTÉ",
            "fr",
            "DÉCLARATION D’AMMAN",
        ),
        ("DECLARATION OF THE EIGHTH SESSION OF THE ISLAMIC CONFERENCE OF HEALTH MINISTERS", "en", None),
        ("DÉCLARATION D’AMMAN DE LA HUITIÈME SESSION DE LA CONFÉRENCE ISLAMIQUE DES MINISTRES DE LA SANTÉ", "fr", None),
    ],
)
def test_the_session_right_behind_the_name_of_a_declaration_is_who_adopted_it(line, language, title):
    assert read(f"{line}\n\n{WE[language]}").header.title == (title or line)
