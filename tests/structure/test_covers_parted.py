"""What stands beside a title: the session by itself, who gave the text, a theme, how far it came."""

import pytest
from covers_read import ACTS, ARABIC, ENGLISH, FRENCH, TITLES, read

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports
from oic_reports.structure.segment import segment


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


def test_an_article_on_a_line_of_its_own_begins_the_name_of_a_session():
    found = read(FRENCH.format("DECLARATION DE DAKAR\nLA\nSIXIEME CONFERENCE ISLAMIQUE AU SOMMET"))
    assert [kind for kind, _ in found] == ["title", "adopted_by"]


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
