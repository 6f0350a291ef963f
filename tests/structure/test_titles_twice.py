"""Two titles above one text: what the page calls it, the title of a collection, a title in other words."""

import pytest
from extracts import EXTRACTS, outline, read


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
    body = {"F": EXTRACTS["en"], "C": EXTRACTS["fr"]}.get(title[0], EXTRACTS["ar"])
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
    assert outline(read(EXTRACTS["en"].format(lines)), "title") == [("title", lines)]


@pytest.mark.parametrize(
    ("page", "collection", "title"),
    [
        (
            EXTRACTS["en"],
            "RESOLUTIONS\nON MUSLIM COMMUNITIES\nADOPTED BY THE 31ST SESSION OF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS",
            "RESOLUTION NO. 3/31-MM ON THE SCHOOLS",
        ),
        (
            EXTRACTS["en"],
            "RESOLUTIONS ON MUSLIM COMMUNITIES\nOF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS",
            "RESOLUTION NO. 3/31-MM ON THE SCHOOLS",
        ),
        (
            EXTRACTS["fr"],
            "RESOLUTIONS SUR LES COMMUNAUTES\nADOPTEES PAR LA 31E SESSION DE LA CONFERENCE ISLAMIQUE DES MINISTRES",
            "RESOLUTION N° 3/31-MM SUR LES ECOLES",
        ),
        (
            EXTRACTS["ar"],
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
    assert read(EXTRACTS["en"].format(cover)).header.title == cover.replace("\n", " ")


@pytest.mark.parametrize(
    ("page", "title", "deck", "body"),
    [
        (
            EXTRACTS["en"],
            "Final Communiqué of the Extraordinary Islamic Solidarity Summit",
            "Islamic Solidarity Summit's complete Final Communiqué",
            "eis",
        ),
        (
            EXTRACTS["fr"],
            "Communiqué final du Sommet islamique",
            "Sommet islamique : le communiqué final tout entier",
            "is",
        ),
        (EXTRACTS["ar"], "البيان الختامي لقمة التضامن الإسلامي", "قمة التضامن الإسلامي: البيان الختامي كاملا", "eis"),
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
    title = read(EXTRACTS["en"].format(cover)).header.title
    assert title == "Declaration of the Islamic Summit Final communiqué of the Islamic Summit"
