"""Covers in one line are parted where the whole line is parts of a cover; running text that names the same stays whole."""

import re

import pytest
from glued_lines import part_in
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.structure.parting.glued.cover_line import find_edges_of_cover

COVERS = {
    "en": [
        [
            "ORGANISATION OF ISLAMIC COOPERATION",
            "REPORT OF THE FOURTH SESSION OF THE ISLAMIC CONFERENCE OF LABOUR MINISTERS",
        ],
        [
            "Banjul DECLARATION",
            "adopted by the Fourth Session of the Islamic Conference of Labour Ministers",
            "4-5 May 2031 Banjul, Republic of Gambia",
        ],
        [
            "Fourth Session of the Islamic Conference of Labour Ministers",
            "Banjul, Republic of Gambia 4-5 May 2031",
            "FINAL COMMUNIQUÉ",
        ],
        [
            "ICLM-4/2031/2.1",
            "REPORT OF THE FOURTH SESSION OF THE ISLAMIC CONFERENCE OF LABOUR MINISTERS",
            "(Wells for All the Villages)",
            "STATE OF KUWAIT 4-5 MAY 2031",
        ],
        [
            "FINAL COMMUNIQUÉ of the Fourth Session of the Islamic Conference of Labour Ministers",
            "Banjul, Republic of Gambia 4-5 May 2031",
            "1. The Fourth Session of the Islamic Conference of Labour Ministers was held in Banjul on 4 and 5 May 2031.",
        ],
        # the place without days, in whatever way it is written
        ["GENERAL REPORT OF THE FOURTH SESSION OF THE ISLAMIC CONFERENCE OF LABOUR MINISTERS", "BANJUL"],
        ["Report of the Fourth Session of the Islamic Conference of Labour Ministers", "Banjul (Republic of Gambia)"],
        ["ICLM-4/2031/2.1", "DRAFT RESOLUTION 3/4-E ON THE PROTECTION OF VILLAGE WELLS", "BANJUL, REPUBLIC OF GAMBIA"],
        [
            "FINAL COMMUNIQUÉ OF THE MEETING OF THE OIC CONTACT GROUP ON SOMALIA",
            "UNITED NATIONS HEADQUARTERS, NEW YORK 4 SEPTEMBER 2031",
        ],
        [
            "Organisation of Islamic Cooperation",
            "General Secretariat",
            "Report of the Fourth Session of the Islamic Conference of Labour Ministers",
            "New York, United States of America 4-5 May 2031",
        ],
    ],
    "fr": [
        [
            "DÉCLARATION DE Banjul",
            "Dix-huitième session de la Conférence islamique des ministres du Travail",
            "Banjul, République de Gambie 4-5 mai 2031",
        ],
        [
            "RAPPORT de la quatrième session de la Conférence islamique des ministres du Travail",
            "(Des puits pour tous les villages)",
            "Le Caire, République arabe d’Égypte 5-9 Chaabane 1453 de l’Hégire (4-5 mai 2031)",
        ],
        [
            "ICLM-4/2031/2.1",
            "Projet de Rapport de la quatrième session de la Conférence islamique des ministres du Travail",
            "31 octobre - 3 novembre 2031",
        ],
        [
            "ORGANISATION DE LA COOPERATION ISLAMIQUE",
            "DECLARATION DE Banjul",
            "ADOPTEE PAR LA QUATRIEME SESSION DE LA CONFERENCE ISLAMIQUE DES MINISTRES DU TRAVAIL",
            "BANJUL",
        ],
        [
            "Rapport de la quatrième session de la Conférence islamique des ministres du Travail",
            "Banjul (République de Gambie)",
        ],
    ],
    "ar": [
        [
            "منظمة التعاون الإسلامي",
            "إعلان بانجول",
            "الدورة الرابعة للمؤتمر الإسلامي لوزراء العمل",
            "بانجول، جمهورية غامبيا 4-5 مايو 2031",
        ],
        [
            "البيان الختامي",
            "الصادر عن الدورة الرابعة للمؤتمر الإسلامي لوزراء العمل",
            "واغادوغو، بوركينا فاسو 4-5 مايو 2031",
        ],
        # a city in the name of a body is no place
        [
            "تقرير الدورة الثانية عشرة للجنة القدس التابعة لمنظمة التعاون الإسلامي",
            "بانجول، جمهورية غامبيا 4-5 مايو 2031",
        ],
        ["البيان الختامي", "الصادر عن الدورة الرابعة والعشرين للمؤتمر الإسلامي لوزراء العمل", "واغادوغو"],
        ["مشروع القرار رقم 3/4 - أق بشأن حماية الآبار القديمة في القرى البعيدة", "بانجول، جمهورية غامبيا"],
        [
            "البيان الختامي",
            "الصادر عن اجتماع فريق الاتصال المعني بالصومال",
            "نيويورك، الولايات المتحدة الأمريكية",
        ],
    ],
}


@pytest.mark.parametrize(
    ("language", "pieces"), [(language, pieces) for language in COVERS for pieces in COVERS[language]]
)
def test_each_part_of_a_cover_in_one_line_is_a_line(language, pieces):
    assert part_in(language, " ".join(pieces)) == pieces
    # the number of a viewer's page stands before the first
    assert part_in(language, f"1 {' '.join(pieces)}") == ["1", *pieces]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # a sentence cites a session with its city and days, and a symbol
        (
            "en",
            "Recalling the Final Communiqué adopted by the Tenth Islamic Summit Conference, Putrajaya, Malaysia, 16-17 October 2003,",
        ),
        (
            "en",
            "as adopted by the Tenth Islamic Summit Conference Putrajaya, Malaysia 16-17 October 2003 OIC/SUMMIT-10/2003/FC",
        ),
        (
            "en",
            "The Jakarta Declaration adopted by the Fifth Session in Jakarta, Indonesia 4-5 May 2031 was read out to the delegates.",
        ),
        (
            "en",
            "Final Communiqué of the Tenth Islamic Summit Conference, Putrajaya, Malaysia, 16-17 October 2003, OIC/SUMMIT-10/2003/FC.",
        ),
        # a footnote, a row of a bibliography
        (
            "en",
            "See Resolution No. 3/31-POL of the Thirty-first Islamic Conference of Foreign Ministers, Istanbul, Turkey 14-16 June 2004",
        ),
        (
            "en",
            "Resolution No. 7/9-E on the floods that struck Dhaka, People's Republic of Bangladesh 3-5 May 2031 and the years before them",
        ),
        (
            "en",
            "Statement by the Secretary General on the fires that struck Banjul, Republic of Gambia in the dry months of that year",
        ),
        # a lead
        (
            "en",
            "ISTANBUL, 4 May 2031 The Islamic Conference of Labour Ministers opened its Fourth Session in Banjul, Republic of Gambia",
        ),
        (
            "en",
            "Press release issued by the Organization of the Islamic Conference at its headquarters in Jeddah on October 12, 2031",
        ),
        (
            "en",
            "OIC welcomes the Final Communiqué of the Fourth Session of the Labour Ministers Banjul, Republic of Gambia 4-5 May 2031",
        ),
        (
            "en",
            "Final communiqué of the Ninth Islamic Summit, which met in the hall of the weavers of the city (Istanbul, 4 - 6 May 2031)",
        ),
        (
            "fr",
            "Rappelant la Déclaration adoptée par la troisième session tenue à Banjul, République de Gambie, du 4 au 5 mai 2031 ;",
        ),
        (
            "fr",
            "Communiqué final de la quatrième session de la Conférence islamique tenue à Banjul, République de Gambie 4-5 mai 2031",
        ),
        # a city that completes a name
        ("en", "RESOLUTION NO. 3/4-E ON THE ISLAMIC UNIVERSITY NIAMEY, REPUBLIC OF NIGER"),
        ("en", "REPORT OF THE FOURTH SESSION OF THE ISLAMIC CONFERENCE OF LABOUR MINISTERS ON THE FAIR IN BANJUL"),
        ("fr", "RÉSOLUTION N° 3/4-E SUR LE CENTRE ISLAMIQUE POUR LE COMMERCE CASABLANCA, MAROC"),
        ("ar", "البيان الختامي الصادر عن قمة مكة المكرمة"),
        ("ar", "قرار رقم 3/4-أق بشأن ضحايا زلزال أغادير، المملكة المغربية"),
        # items of a list, a paragraph above the next one
        (
            "en",
            "• Based on the resolutions of the Islamic Conference of Labour Ministers Recalling the wells of Banjul;",
        ),
        (
            "fr",
            "- Organisation de la Coopération islamique, résolution 3385 (XXX) du 12 novembre 1975 sur les puits du désert",
        ),
        (
            "ar",
            "البيان الختامي لمؤتمر وزراء العمل الثالث بجدة في المملكة العربية السعودية 29 فبراير - 4 مارس 2032 كما نشر",
        ),
        (
            "ar",
            "البيان الختامي لمؤتمر العمل الإسلامي الثاني عقد مؤتمر العمل الإسلامي دورته الثانية في الدوحة يوم 5 مارس 2031.",
        ),
    ],
)
def test_what_names_the_parts_of_a_cover_and_is_none_stays_whole(language, text):
    assert find_edges_of_cover(text, language) == []


def test_a_cover_below_its_page_number_needs_the_first_page_or_a_resolution():
    title = "FINAL COMMUNIQUÉ of the Fourth Session of the Islamic Conference of Labour Ministers"
    place = "Banjul, Republic of Gambia 4-5 May 2031"
    assert find_edges_of_cover(f"7 {title} {place}", "en") == []
    # the text of a resolution stands on any page
    text = "The Islamic Conference of Labour Ministers, meeting in Banjul, Republic of Gambia on 4 and 5 May 2031, Recalling wells;"
    resolution = "RESOLUTION No. 3/4-E ON THE PROTECTION OF WELLS"
    assert part_in("en", f"7 {resolution} {text}")[:2] == ["7", resolution]


_WORDS = st.sampled_from(
    [piece for pieces in COVERS["en"] for piece in pieces]
    + [
        "and",
        "The Council",
        "in Banjul,",
        "4-5 May 2031",
        "No. 3.",
        "(a)",
        "1.",
        "CONTENTS",
        "…",
        "7",
        "Recalling",
        "held",
    ]
)


@given(st.lists(_WORDS, min_size=1, max_size=9))
def test_the_pieces_of_a_line_are_the_line(words):
    text = " ".join(words)
    pieces = part_in("en", text)
    assert re.sub(r"\s", "", "".join(pieces)) == re.sub(r"\s", "", text)


def test_a_long_line_is_read_in_its_first_characters():
    finder_reach = 1500
    cover = " ".join(COVERS["en"][1])
    assert find_edges_of_cover(f"{cover} {'and wells ' * 20_000}", "en") == []
    assert all(edge < finder_reach for edge in find_edges_of_cover(" ".join([cover] * 200), "en"))
