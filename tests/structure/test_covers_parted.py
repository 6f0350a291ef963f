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
        ("قرار رقم 5/11-س\n\nبشأن\n\nدعم المدارس في القرى البعيدة", "ar"),
    ],
    ids=["on", "sur", "one paragraph", "one paragraph in English", "a word alone"],
)
def test_a_number_that_its_subject_goes_on_with_is_of_the_title(title, language):
    found = read(f"{title}\n\n{ACTS[language]}")
    assert found[0] == ("title", title.replace("\n\n", "\n"))


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
