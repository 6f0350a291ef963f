"""What stands beside a title: the session by itself, who gave the text, a theme, a number, formulas."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports
from oic_reports.structure.segment import segment

ENGLISH = """{}
Dakar, Republic of Senegal
9-11 December 1991

1. The Conference thanked its host.

2. It asked for schools.
"""
FRENCH = """{}
Dakar, République du Sénégal
9-11 décembre 1991

1. La Conférence a remercié son hôte.

2. Elle a demandé des écoles.
"""
ARABIC = """{}
داكار، جمهورية السنغال
9-11 ديسمبر 1991

1- شكر المؤتمر البلد المضيف.

2- طلب المؤتمر بناء المدارس.
"""


def read(text):
    """The blocks above the body without place and days."""
    blocks = segment(read_bytes(text.encode(), "x.txt"))
    body = next(place for place, block in enumerate(blocks) if block.label)
    return [(block.subrole or block.role, block.text) for block in blocks[:body] if block.subrole != "place_date"]


@pytest.mark.parametrize(
    ("cover", "title", "session"),
    [
        (ENGLISH, "Dakar Declaration", "Sixth Islamic Summit Conference"),
        (ENGLISH, "Dakar Declaration", "The 6th Session of the Conference"),
        (FRENCH, "Déclaration de Dakar", "Sixième Conférence islamique au Sommet"),
        (ARABIC, "إعلان داكار للمياه", "الدورة السادسة لمؤتمر القمة الإسلامي"),
        (ARABIC, "إعلان داكار", "الصادر عن مؤتمر القمة الإسلامي السادس"),
        (ARABIC, "البيان الختامي", "الصادر عن الدورة السادسة لمؤتمر القمة الإسلامي"),
    ],
)
def test_a_session_by_itself_gave_the_text(cover, title, session):
    assert read(cover.format(f"{title}\n{session}")) == [("title", title), ("adopted_by", session)]


@pytest.mark.parametrize(
    ("cover", "title"),
    [
        (ENGLISH, "Dakar Declaration\nof the Sixth Islamic Summit Conference"),
        (ENGLISH, "Declaration on the Work of the\nSixth Islamic Summit Conference"),
        (ENGLISH, "Dakar Declaration\nthe Sixth Islamic Summit Conference"),
        (ENGLISH, "Dakar Declaration\nSixth Meeting of the Committee: Final Report"),
        (FRENCH, "Déclaration de Dakar\nde la sixième Conférence islamique au Sommet"),
        (ARABIC, "البيان الختامي\nللدورة السادسة لمؤتمر القمة الإسلامي"),
        (ARABIC, "مقررات\nالدورة السادسة لمؤتمر القمة الإسلامي"),
    ],
    ids=["of", "open line", "small letter", "a type", "French", "Arabic", "a noun that the next completes"],
)
def test_a_session_that_a_title_leads_to_is_of_the_title(cover, title):
    assert read(cover.format(title)) == [("title", title)]


@pytest.mark.parametrize(
    ("cover", "title", "theme"),
    [
        (ENGLISH, "Dakar Declaration", "{Session of Water and Work}"),
        (FRENCH, "Déclaration de Dakar", "{Session de l'eau et du travail}"),
        (ARABIC, "إعلان داكار", "{دورة المياه والعمل}"),
    ],
)
def test_a_theme_stands_in_braces_too(cover, title, theme):
    assert read(cover.replace("{}", f"{title}\n{theme}")) == [("title", title), ("theme", theme)]


def test_an_abbreviation_in_braces_is_no_theme():
    assert "theme" not in dict(read(ENGLISH.replace("{}", "Dakar Declaration\n{DDW}")))


ACTS = {
    "en": "The Islamic Summit Conference, meeting in Dakar,\n\nRecalling its resolutions,\n\n1. Invites all Member States "
    "to build schools.\n\n2. Requests the Secretary General to follow the matter.\n",
    "fr": "La Conférence islamique au Sommet, réunie à Dakar,\n\nRappelant ses résolutions,\n\n1. Invite les Etats "
    "membres à construire des écoles.\n\n2. Prie le Secrétaire général de suivre la question.\n",
    "ar": "إن مؤتمر القمة الإسلامي المنعقد في داكار،\n\nإذ يستذكر قراراته السابقة،\n\n1- يدعو الدول الأعضاء إلى بناء "
    "المدارس.\n\n2- يطلب من الأمين العام متابعة الموضوع.\n",
}


@pytest.mark.parametrize(
    ("number", "subject", "language"),
    [
        ("قرار رقم 5/11-س", "بشأن دعم المدارس في القرى البعيدة", "ar"),
        ("قرار رقم 5/11-س", "بشأن\nدعم المدارس\nفي القرى البعيدة", "ar"),
        ("RESOLUTION NO. 5/11-C", "THE SCHOOLS OF THE VILLAGES", "en"),
        ("RESOLUTION N° 5/11-C", "LES ECOLES DES VILLAGES", "fr"),
    ],
)
def test_a_number_apart_from_its_subject_is_a_header(number, subject, language):
    assert read(f"{number}\n\n{subject}\n\n{ACTS[language]}")[:2] == [("number", number), ("title", subject)]


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("RESOLUTION NO. 5/11-C\n\nON THE SCHOOLS OF THE VILLAGES", "en"),
        ("RESOLUTION N° 5/11-C\n\nSUR LES ECOLES DES VILLAGES", "fr"),
        ("قرار رقم 5/11-س\nبشأن دعم المدارس في القرى البعيدة", "ar"),
        ("RESOLUTION NO. 5/11-C\nTHE SCHOOLS OF THE VILLAGES", "en"),
    ],
    ids=["on", "sur", "one paragraph", "one paragraph in English"],
)
def test_a_number_that_its_subject_goes_on_with_is_of_the_title(title, language):
    found = read(f"{title}\n\n{ACTS[language]}")
    assert found[0] == ("title", title.replace("\n\n", "\n"))


@pytest.mark.parametrize(
    "above", ["", "أرشيف النيل\n\nمؤتمر القمة الإسلامي الحادي عشر، داكار\n\nالمصدر: منظمة التعاون الإسلامي\n\n"]
)
def test_the_word_that_leads_to_a_subject_may_stand_alone(above):
    found = read(f"{above}قرار رقم 5/11-س\n\nبشأن\n\nدعم المدارس\n\n{ACTS['ar']}")
    assert [line for line in found if line[0] in {"number", "title"}] == [
        ("number", "قرار رقم 5/11-س"),
        ("title", "بشأن\nدعم المدارس"),
    ]


def test_a_number_with_the_word_alone_and_no_subject_is_one_title():
    found = read(f"قرار رقم 5/11-س\n\nبشأن\n\n{ACTS['ar']}")
    assert "number" not in dict(found)


def test_an_article_on_a_line_of_its_own_begins_the_name_of_a_session():
    found = read(FRENCH.format("DECLARATION DE DAKAR\nLA\nSIXIEME CONFERENCE ISLAMIQUE AU SOMMET"))
    assert [kind for kind, _ in found] == ["title", "adopted_by"]


FORMULAS = ("بسم الله الرحمن الرحيم", "والصلاة والسلام على رسول الله")


@pytest.mark.parametrize(("joint", "number"), [("\n\n", 2), ("\n", 1)])
def test_each_formula_in_a_paragraph_of_its_own_is_one(joint, number):
    found = read(
        f"{joint.join(FORMULAS)}\n\n"
        + ARABIC.replace("\n", "\n\n").format("البيان الختامي لمؤتمر القمة الإسلامي السادس")
    )
    assert [kind for kind, _ in found] == ["preamble"] * number + ["title"]


@pytest.mark.parametrize(
    ("praise", "kinds"),
    [
        ("الحمد لله رب العالمين، والصلاة والسلام على رسوله.", ["preamble", "preamble", "number", "title"]),
        ("الحمد لله رب العالمين", ["preamble", "title"]),
    ],
    ids=["a whole formula", "one that may go on"],
)
def test_lines_below_a_whole_formula_are_paragraphs_where_no_gap_parts_them(praise, kinds):
    found = read(f"بسم الله الرحمن الرحيم\n{praise}\nقرار رقم 5/11-س\nبشأن دعم المدارس\n\n{ACTS['ar']}")
    assert [kind for kind, _ in found][: len(kinds)] == kinds


@pytest.mark.parametrize(
    ("formula", "rest", "page", "title"),
    [
        ("والصلاة والسلام على", "سيدنا محمد وآله", ARABIC, "البيان الختامي لمؤتمر القمة الإسلامي السادس"),
        (
            "Louanges à Allah. Que la paix et le salut soient",
            "Sur notre Maître Mohamed",
            FRENCH,
            "Déclaration de Dakar",
        ),
    ],
)
def test_a_formula_that_goes_on_in_the_next_paragraph_is_one(formula, rest, page, title):
    head = "بسم الله الرحمن الرحيم" if page is ARABIC else "Au nom d’Allah"
    found = read(f"{head}\n\n{formula}\n\n{rest}\n\n" + page.replace("\n", "\n\n").format(title))
    assert found[1] == ("preamble", f"{formula}\n{rest}")


def test_formulas_in_english_too():
    formulas = "In the name of Allah\n\nPraise be to Allah\n\n"
    found = read(formulas + ENGLISH.format("Dakar Declaration"))
    assert [kind for kind, _ in found] == ["preamble", "preamble", "title"]


@pytest.mark.parametrize(
    ("cover", "session", "title"),
    [
        (ENGLISH, "The Fourth Islamic Summit Conference\nCasablanca, 16 January 1984", "Dakar Declaration on Water"),
        (FRENCH, "La quatrième Conférence islamique au Sommet\nCasablanca, 16 janvier 1984", "Déclaration de Dakar"),
    ],
)
def test_a_session_alone_above_the_title_is_a_header_line(cover, session, title):
    found = read(cover.format(f"{session}\n\n{title}"))
    assert found == [("other", session.partition("\n")[0]), ("title", title)]


HEADINGS = {
    "en": ("PREAMBLE:", "OPERATIVE:", "DEEPLY TROUBLED by the drought", "ASKS Member States to dig wells"),
    "fr": ("PRÉAMBULE", "DISPOSITIF", "Profondément émue par la sécheresse", "Prie les Etats de creuser des puits"),
    "ar": ("الديباجة", "المنطوق", "مما يثير القلق من الجفاف", "مطالبة الدول الأعضاء بحفر الآبار"),
}


def read_body(text):
    blocks = segment(read_bytes(text.encode(), "x.txt"))
    return [(block.role, block.label) for block in blocks if block.label or block.role == "heading"]


@pytest.mark.parametrize("language", HEADINGS)
def test_below_the_heading_of_what_is_decided_numbers_begin_anew(language):
    preamble, operative, reason, act = HEADINGS[language]
    opening = ACTS[language].partition("\n\n")[0]
    stem = f"{TITLES[language]}\n\n{opening}\n\n{preamble}\n\n1. {reason};\n\n2. {reason};\n\n"
    two = f"1. {act};\n\n2. {act}.\n"
    numbers = ["1.", "2."]
    above = [("heading", None), *(("preamble", label) for label in numbers), ("heading", None)]
    assert read_body(f"{stem}{operative}\n\n{two}") == [*above, *(("operative", label) for label in numbers)]


def test_numbers_that_go_on_below_a_heading_are_not_parted_by_it():
    three = "".join(f"{number}. The Conference thanked its host.\n\n" for number in (1, 2))
    text = (
        f"{ENGLISH.partition(chr(10))[0].format('Dakar Declaration')}\n\n{three}OPERATIVE\n\n3. It asked for schools.\n"
    )
    assert [role for role, label in read_body(text) if label] == ["operative"] * 3


TITLES = {
    "en": "RESOLUTION NO. 5/11-C THE WELLS OF THE SAHEL",
    "fr": "RÉSOLUTION N° 5/11-C LES PUITS DU SAHEL",
    "ar": "قرار رقم 5/11-س بشأن آبار الساحل",
}


@pytest.mark.parametrize(
    ("page", "title", "language"),
    [
        ("RESOLUTION NO. 5/11-C -ELEVENTH ISLAMIC SUMMIT CONFERENCE", TITLES["en"], "en"),
        ("Resolution: The Wells of the Sahel", TITLES["en"], "en"),
        ("RÉSOLUTION N° 5/11-C - ONZIÈME CONFÉRENCE ISLAMIQUE AU SOMMET", TITLES["fr"], "fr"),
        ("Résolution : les puits du Sahel", TITLES["fr"], "fr"),
        ("قرار رقم 5/11-س - مؤتمر القمة الإسلامي الحادي عشر", TITLES["ar"], "ar"),
        ("قرار بشأن آبار الساحل", TITLES["ar"], "ar"),
    ],
)
def test_the_title_with_number_and_subject_is_the_texts_own(page, title, language):
    held = {"en": "Dakar, 13-14 March 2008", "fr": "Dakar, 13-14 mars 2008", "ar": "داكار، 13-14 مارس 2008"}
    cover = f"{page}\n\n{held[language]}\n\n{title}\n\n{ACTS[language]}"
    assert ("page_title", page) in read(cover)
    (report,) = build_reports(read_bytes(cover.encode(), "x.txt"))
    assert report.header.title == title


@pytest.mark.parametrize(
    "page",
    ["Resolution on the Schools of the Sahel", "RESOLUTION NO. 6/11-C -ELEVENTH ISLAMIC SUMMIT CONFERENCE"],
    ids=["another subject", "another number"],
)
def test_a_title_of_another_text_is_no_name_of_the_page(page):
    cover = f"{page}\n\nDakar, 13-14 March 2008\n\n{TITLES['en']}\n\n{ACTS['en']}"
    assert "page_title" not in dict(read(cover))


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("وثيقة حقوق المسنين", "title"), ("ميثاق الآبار", "title"), ("حقوق المسنين", None), ("أخبار الوثائق", None)],
)
def test_the_heading_of_a_page_is_the_title_of_a_text_of_no_type(heading, kind):
    page = f"<h1>{heading}</h1><p>15 ماي 2004</p>" + "".join(f"<p>{line}</p>" for line in ACTS["ar"].split("\n\n"))
    blocks = segment(read_bytes(f"<html><body>{page}</body></html>".encode(), "x.html"))
    assert next((block.role for block in blocks if block.text == heading and block.role == "title"), None) == kind


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        (
            "ADRESSE:",
            ["Bureau de Coordination du COMCEC", "Necatibey Cad. 108", "Ankara - Turquie", "Tel : 90-4-231 97 40"],
        ),
        (
            "Address: COMCEC Coordination Office",
            ["Ankara - Turkey", "Phone: 90-4-231 97 40", "Website: www.example.org"],
        ),
        (
            "Address: COMCEC Coordination Office",
            [
                "Ankara - Turkey",
                "Tlx: 42 110 ABC Tr",
                "e-mail",
                ": first @ example.org",
                "second @ example.org",
                "[email protected]",
            ],
        ),
    ],
)
def test_the_address_of_an_office_is_one_block(head, lines):
    is_french = head == "ADRESSE:"
    title = "RAPPORT DE LA CINQUIÈME SESSION DU COMCEC" if is_french else "REPORT OF THE FIFTH SESSION OF THE COMCEC"
    opening = "Le COMCEC s'est réuni à Istanbul." if is_french else "The COMCEC met in Istanbul."
    address = "\n".join([head, *lines])
    body = f"1. {opening}\n\n2. {opening}\n\n3. {opening}\n"
    (report,) = build_reports(read_bytes(f"{title}\n\nIstanbul, 1989\n\n{address}\n\n{body}".encode(), "x.txt"))
    (block,) = (block for block in report.blocks if block.text.startswith(head))
    assert (block.role, block.text, report.header.city) == ("header", address, "Istanbul")


PRINTED_AGAIN = """OIC/SUM-6/FC

{title}

“{theme}”

{place}

{days}

{invocation}

{title}

({theme})

{place}

{days}

{text}
"""


@pytest.mark.parametrize(
    "words",
    [
        {
            "title": "FINAL COMMUNIQUÉ OF DAKAR OF THE SIXTH ISLAMIC SUMMIT CONFERENCE",
            "theme": "Session of Wells and Rivers",
            "place": "DAKAR - REPUBLIC OF SENEGAL 3-5 JUMADA II 1412 H",
            "days": "(9-11 DECEMBER 1991)",
            "invocation": "In the name of Allah",
            "text": "1. The Conference thanked its host.\n\n2. It asked for schools.",
        },
        {
            "title": "COMMUNIQUÉ FINAL DE DAKAR DE LA SIXIÈME CONFÉRENCE ISLAMIQUE AU SOMMET",
            "theme": "Session des puits et des rivières",
            "place": "DAKAR - RÉPUBLIQUE DU SÉNÉGAL 3-5 JOUMADA II 1412 H",
            "days": "(9-11 DÉCEMBRE 1991)",
            "invocation": "Au nom de Dieu",
            "text": "1. La Conférence a remercié son hôte.\n\n2. Elle a demandé des écoles.",
        },
        {
            "title": "البيان الختامي لمؤتمر القمة الإسلامي السادس",
            "theme": "دورة الآبار والأنهار",
            "place": "داكار - جمهورية السنغال 3-5 جمادى الثانية 1412 هـ",
            "days": "(9-11 ديسمبر 1991)",
            "invocation": "بسم الله الرحمن الرحيم",
            "text": "1- شكر المؤتمر البلد المضيف.\n\n2- طلب المؤتمر بناء المدارس.",
        },
    ],
    ids=["en", "fr", "ar"],
)
def test_place_and_days_below_a_title_that_is_printed_again_are_a_header_line(words):
    blocks = segment(read_bytes(PRINTED_AGAIN.format(**words).encode(), "x.txt"))
    placed = [block.text for block in blocks if block.subrole == "place_date"]
    assert placed == [f"{words['place']}\n{words['days']}"] * 2
    assert [block.subrole for block in blocks if block.role == "title"] == ["title", "title_repeat"]


@pytest.mark.parametrize("below", ["\n(Dakar, 9-11 December 1991)", "\nDakar, 9-11 December 1991"])
def test_place_and_days_in_one_paragraph_with_a_title_that_is_printed_again_are_of_it(below):
    title = "FINAL COMMUNIQUÉ OF DAKAR OF THE SIXTH ISLAMIC SUMMIT CONFERENCE"
    page = f"{title}\n\nDakar, 9-11 December 1991\n\nIn the name of Allah\n\n{title}{below}\n\n"
    blocks = segment(read_bytes((page + "1. The Conference thanked its host.\n\n2. It went on.\n").encode(), "x.txt"))
    assert [block.text for block in blocks if block.subrole == "title_repeat"] == [f"{title}{below}"]


@pytest.mark.parametrize(
    ("body", "title", "held", "text"),
    [
        (
            "COMCEC\n\nComité permanent pour la coopération économique et commerciale",
            "RAPPORT DE LA\n\nNEUVIÈME SESSION DU COMCEC",
            "Istanbul, du 1er au 4 septembre 1993",
            "1. La neuvième session du COMCEC s’est tenue à Istanbul.\n\n2. Le Comité a remercié son hôte.",
        ),
        (
            "COMCEC\n\nStanding Committee for Economic and Commercial Cooperation",
            "REPORT OF THE\n\nNINTH SESSION OF THE COMCEC",
            "Istanbul, 1-4 September 1993",
            "1. The ninth session of the COMCEC was held in Istanbul.\n\n2. The Committee thanked its host.",
        ),
    ],
    ids=["fr", "en"],
)
def test_the_names_of_a_body_above_a_title_that_is_printed_again_are_a_header_line(body, title, held, text):
    page = f"COMCEC\n\n{title}\n\n{held}\n\nOIC/COMCEC/9-93/REP\n\n{body}\n\n{title}\n\n{held}\n\n{text}\n"
    blocks = segment(read_bytes(page.encode(), "x.txt"))
    again = [place for place, block in enumerate(blocks) if block.subrole == "title_repeat"]
    joined = [part.replace("\n\n", "\n") for part in (body, title, held)]
    assert [blocks[again[0] + step].text for step in (-1, 0, 1)] == joined
    assert (blocks[again[0] - 1].role, len(again)) == ("header", 1)


def test_the_body_behind_the_type_of_a_title_that_is_printed_again_is_of_it():
    title = "REPORT OF THE\n\nNINTH SESSION OF THE COMCEC"
    text = "1. The ninth session of the COMCEC was held in Istanbul.\n\n2. The Committee thanked its host."
    page = f"{title}\n\nIstanbul, 1-4 September 1993\n\nOIC/COMCEC/9-93/REP\n\n{title}\n\n{text}\n"
    blocks = segment(read_bytes(page.encode(), "x.txt"))
    repeated = [block.text for block in blocks if block.subrole == "title_repeat"]
    assert repeated == [title.replace("\n\n", "\n")]


@pytest.mark.parametrize(
    ("title", "pieces"),
    [
        (
            "RESOLUTIONS ON WELLS ADOPTED BY THE FIFTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
            ["(JOINT VISION TO DIG WELLS)", "STATE OF KUWAIT 27-28 MAY 2031 (9-10 SHABAN 1453H)"],
        ),
        (
            "RÉSOLUTIONS SUR LES PUITS ADOPTÉES PAR LA CINQUIÈME SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ÉTRANGÈRES",
            ["(VISION COMMUNE POUR LES PUITS)", "ETAT DU KOWEIT 27-28 MAI 2031"],
        ),
    ],
    ids=["English", "French"],
)
def test_a_theme_that_does_not_say_so_stands_between_who_adopted_and_a_state(title, pieces):
    line = " ".join([title, *pieces])
    text = f"OIC/CFM-5/2031/W/RES\n\n{line}\n\nINDEX\n\n1. Resolution No. 1/5-W on Wells 3\n\n2. Resolution No. 2/5-W on Dams 5\n"
    (report,) = build_reports(read_bytes(text.encode(), "c.txt"))
    texts = [block.text for block in report.blocks if block.role in {"title", "header"}]
    assert texts[-2:] == pieces
    # days in brackets are no theme
    held = "(DU 3 AU 5 MAI 2031)" if "PUITS" in title else "(FROM 3 TO 5 MAY 2031)"
    days = line.replace(pieces[0], held)
    (report,) = build_reports(read_bytes(text.replace(line, days).encode(), "c.txt"))
    assert not any(block.text == held for block in report.blocks)


STATUS = {
    "en": ("House of Looms and Gardens", "DRAFT", "OIC PROGRAMME OF ACTION FOR THE WEAVERS"),
    "fr": ("Maison des métiers et des jardins", "PROJET FINAL", "PROGRAMME D’ACTION DE L’OCI POUR LES TISSERANDS"),
    "ar": ("دار الأنوال والبساتين", "مشروع", "برنامج عمل منظمة التعاون الإسلامي للنساجين"),
}


@pytest.mark.parametrize(("language", "text"), [("en", ENGLISH), ("fr", FRENCH), ("ar", ARABIC)])
def test_how_far_a_text_came_is_a_line_of_its_own_above_the_title(language, text):
    office, status, title = STATUS[language]
    assert read(text.format(f"{office}\n{status}\n{title}")) == [("other", office), ("other", status), ("title", title)]


def test_a_draft_of_something_goes_on_with_the_line_above_it():
    office = "House of Looms and Gardens\nDraft of the weavers"
    assert ("other", office) in read(ENGLISH.format(f"{office}\nOIC PROGRAMME OF ACTION FOR THE WEAVERS"))
