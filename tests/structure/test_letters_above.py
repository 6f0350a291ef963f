"""A letter that carries a text stands above its title, and is none."""

import pytest
from extracts import outline, read

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

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


SENT = {
    "en": """Note verbale dated 4 May 2011 from the Permanent Mission of Mali addressed to the Secretary-General

The Permanent Mission of Mali to the United Nations presents its compliments to the Secretary-General and has the honour
to {} him what the Al-Quds Committee of the OIC adopted.

Annex

Final communiqué of the twentieth session of the Al-Quds Committee

1. The Al-Quds Committee held its twentieth session in Fez on 2 May 2011.

2. The Committee thanked its host.
""",
    "fr": """Note verbale datée du 4 mai 2011, adressée au Secrétaire général par la Mission permanente du Mali

La Mission permanente du Mali auprès de l’Organisation des Nations Unies présente ses compliments au Secrétaire général
et a l’honneur de lui {} ce que le Comité Al-Qods de l’OCI a adopté.

Annexe

Communiqué final de la vingtième session du Comité Al-Qods

1. Le Comité Al-Qods a tenu sa vingtième session à Fès le 2 mai 2011.

2. Le Comité a remercié son hôte.
""",
    "ar": """مذكرة شفوية مؤرخة 4 مايو 2011 موجهة إلى الأمين العام من البعثة الدائمة لمالي

تهدي البعثة الدائمة لمالي لدى الأمم المتحدة تحياتها إلى الأمين العام وتتشرف بأن {} إليه ما اعتمدته لجنة القدس التابعة لمنظمة التعاون الإسلامي.

المرفق

البيان الختامي للدورة العشرين للجنة القدس

1- عقدت لجنة القدس دورتها العشرين في فاس يوم 2 مايو 2011.

2- شكرت اللجنة البلد المضيف.
""",
}


@pytest.mark.parametrize(
    ("language", "verb"),
    [("en", "send"), ("en", "communicate to"), ("fr", "envoyer"), ("fr", "remettre"), ("ar", "ترسل"), ("ar", "تبعث")],
)
def test_a_mission_that_sends_a_text_under_a_note_is_not_who_speaks_in_it(language, verb):
    report = read(SENT[language].format(verb))
    assert report.blocks[0].subrole == "covering_letter"
    assert (report.header.body_id, report.header.session, report.header.date) == ("al-quds", 20, "2011-05-02")
    assert report.header.letter_date == "2011-05-04"


TWO_ANNEXES = """رسالة مؤرخة 9 مارس 2004 موجهة إلى الأمين العام من الممثل الدائم لمالي لدى الأمم المتحدة

يشرفني أن أبعث إليكم طي هذه الرسالة وثيقتين:

(أ) خطاب وزير الصحة (المرفق الأول)؛

(ب) إعلان باماكو (المرفق الثاني).

(توقيع) أ. كيتا

المرفق الأول للرسالة المؤرخة 9 مارس 2004 الموجهة إلى الأمين العام من الممثل الدائم لمالي لدى الأمم المتحدة

أرحب بكم في بلدنا يوم 1 مارس 2004.

المرفق الثاني للرسالة المؤرخة 9 مارس 2004 الموجهة إلى الأمين العام من الممثل الدائم لمالي لدى الأمم المتحدة

إعلان باماكو الصادر عن المؤتمر الإسلامي الثاني لوزراء الصحة

باماكو، 1-3 مارس 2004

1- نحن وزراء الصحة نلتزم بمكافحة الملاريا.

2- ونشكر البلد المضيف.
"""


def test_of_two_annexes_the_one_with_a_title_is_the_text():
    report = read(TWO_ANNEXES)
    assert (report.header.document_type, report.header.body_id) == ("declaration", "mc-health")
    assert (report.header.date, report.header.date_end, report.header.letter_date) == (
        "2004-03-01",
        "2004-03-03",
        "2004-03-09",
    )
    assert next(text for _, text in outline(report, "annex")).startswith("المرفق الثاني")
    # what somebody said is put aside, and is not lost
    assert any(block.subrole == "covering_letter" and "أرحب بكم" in block.text for block in report.blocks)


COVER_ABOVE = """ANNEX I

General Secretariat
Organisation of the Islamic Conference

RESOLUTIONS ON CULTURE

{} THE 9th ISLAMIC CONFERENCE OF FOREIGN MINISTERS

HELD IN DAKAR, REPUBLIC OF SENEGAL

24-28 APRIL 1978

Letter dated 8 June 1978 from the Permanent Representative of Senegal to the United Nations addressed to the Secretary-General

I am asked to draw your attention to what the Conference did in Dakar.

(Signed) M. Fall

Ambassador

TABLE OF CONTENT

1/9-C Manuscripts 3

2/9-C Schools of the Al-Quds Committee 5

RESOLUTION NO.1/9-C

MANUSCRIPTS

The Ninth Islamic Conference of Foreign Ministers, meeting in Dakar from 24 to 28 April 1978;

Noting the report of the Secretary General:

1. Requests Member States to keep manuscripts.

2. Requests the Secretary General to report.
"""


def test_the_cover_that_a_site_prints_above_the_letter_is_the_annex_s():
    cover, resolution = build_reports(read_bytes(COVER_ABOVE.format("ADOPTED BY").encode(), "page.txt"))
    assert (cover.header.title, cover.header.body_id, cover.header.session) == ("RESOLUTIONS ON CULTURE", "cfm", 9)
    assert (cover.header.date, cover.header.city) == ("1978-04-24", "Dakar")
    assert (cover.header.resolution_number, cover.header.letter_date) == (None, "1978-06-08")
    assert [text for _, text in outline(cover, "annex")] == ["ANNEX I"]
    assert next(block.text for block in cover.blocks if block.subrole == "covering_letter").startswith("Letter dated")
    assert resolution.header.resolution_number == "1/9-C"


def test_lines_above_a_letter_that_nobody_adopted_are_those_of_the_document_that_carries_it():
    cover, *_ = build_reports(read_bytes(COVER_ABOVE.format("RECEIVED FROM").encode(), "page.txt"))
    letter = [block.text for block in cover.blocks if block.subrole == "covering_letter"]
    assert letter[0].startswith("ANNEX I")


def test_the_day_of_a_letter_is_that_of_its_title():
    page = """General Assembly

12 May 2011

Letter dated 4 May 2011 from the Permanent Representative of Mali addressed to the Secretary-General

I have the honour to transmit the final communiqué of the session held on 2 May 2011.

Annex

Final communiqué of the twentieth session of the Al-Quds Committee

1. The Al-Quds Committee held its twentieth session in Fez on 2 May 2011.
"""
    assert read(page).header.letter_date == "2011-05-04"


UNTITLED = """Letter dated 9 March 2004 from the Permanent Representative of Mali addressed to the Secretary-General

I have the honour to transmit herewith what the Executive Committee of the OIC agreed upon.

(Signed) A. Keita

{annex}

The Executive Committee of the OIC held its meeting in Jeddah on 3 March 2004.

1. The Committee condemned the closure of schools.

2. The Committee thanked its host.

{below}

Report of the Secretary General on schools
"""


def test_an_annex_without_a_title_may_have_annexes_of_its_own():
    report = read(UNTITLED.format(annex="Annex", below="Annex I"))
    assert (report.header.body_id, report.header.date, report.header.letter_date) == (
        "excom",
        "2004-03-03",
        "2004-03-09",
    )
    told = [block.text for block in report.blocks if block.role != "boilerplate"]
    assert "The Committee condemned the closure of schools." in told


def test_what_stands_above_the_titled_one_of_two_annexes_is_the_letter_s():
    text = UNTITLED.replace("Report of the Secretary General on schools", ENGLISH_LETTER.partition("{}")[2].strip())
    report = read(text.format(annex="Annex I", below="Annex II"))
    assert (report.header.body_id, report.header.date) == ("al-quds", "2011-05-02")
    put_aside = [block.text for block in report.blocks if block.subrole == "covering_letter"]
    assert "The Committee condemned the closure of schools." in " ".join(put_aside)


POINTING = {
    "en": """Report of the third meeting of the Contact Group on Somalia

The Contact Group on Somalia of the OIC met in Jeddah on 3 March 2015.

1. The Group adopted its agenda (see Annex I).

2. The Group thanked its host.

Annex I

Declaration of the donors of wells
""",
    "fr": """Rapport de la troisième réunion du Groupe de contact sur la Somalie

Le Groupe de contact sur la Somalie de l’OCI s’est réuni à Djeddah le 3 mars 2015.

1. Le Groupe a adopté son ordre du jour (voir annexe).

2. Le Groupe a remercié son hôte.

Annexe

Déclaration des donateurs de puits
""",
    "ar": """تقرير الاجتماع الثالث لفريق الاتصال المعني بالصومال

عقد فريق الاتصال المعني بالصومال التابع لمنظمة التعاون الإسلامي اجتماعه الثالث في جدة يوم 3 مارس 2015.

1- اعتمد الفريق جدول أعماله (انظر المرفق).

2- شكر الفريق البلد المضيف.

المرفق

إعلان المانحين بشأن الآبار
""",
}


@pytest.mark.parametrize("language", POINTING)
def test_a_report_that_points_at_its_annex_is_no_letter(language):
    report = read(POINTING[language])
    assert (report.header.document_type, report.header.body_id, report.header.date) == (
        "report",
        "cg-somalia",
        "2015-03-03",
    )
    assert not [block for block in report.blocks if block.subrole == "covering_letter"]


def test_a_letter_that_points_at_its_annex_carries_it():
    text = ENGLISH_LETTER.format("Annex").replace("(Signed) A. Keita\nAmbassador\n\n", "")
    pointed = text.replace("is set out in the annex", "is known (see annex)")
    assert read(pointed).blocks[0].subrole == "covering_letter"


NOTES = {
    "en": (
        "Note verbale dated 4 May 2011 from the Permanent Mission of Mali addressed to the Secretary-General",
        (
            "The Permanent Mission would be glad to see the text of the Al-Quds Committee among the papers of the Assembly at "
            "its seventh emergency special session."
        ),
    ),
    "fr": (
        "Note verbale datée du 4 mai 2011, adressée au Secrétaire général par la Mission permanente du Mali",
        (
            "La Mission permanente serait heureuse de voir le texte du Comité Al-Qods parmi les documents de l’Assemblée à sa "
            "septième session extraordinaire d’urgence."
        ),
    ),
    "ar": (
        "مذكرة شفوية مؤرخة 4 مايو 2011 موجهة إلى الأمين العام من البعثة الدائمة لمالي",
        "وترجو البعثة الدائمة أن يكون نص لجنة القدس من وثائق الجمعية العامة في دورتها الاستثنائية الطارئة السابعة.",
    ),
}


@pytest.mark.parametrize("language", SENT)
def test_nobody_signs_a_note_verbale(language):
    *_, annex, title, first, last = SENT[language].strip().split("\n\n")
    report = read("\n\n".join([*NOTES[language], annex, title, first, last]))
    assert (report.header.title, report.header.body_id, report.header.session) == (title, "al-quds", 20)
    assert [block.text for block in report.blocks if block.subrole == "covering_letter"] == list(NOTES[language])


def test_a_letter_that_nobody_signed_and_that_sends_nothing_is_none():
    *_, annex, title, first, last = SENT["en"].strip().split("\n\n")
    letter = NOTES["en"][0].replace("Note verbale", "Letter")
    report = read("\n\n".join([letter, NOTES["en"][1], annex, title, first, last]))
    assert not [block for block in report.blocks if block.subrole == "covering_letter"]
