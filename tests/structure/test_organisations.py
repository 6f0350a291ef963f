"""Whose a text is: organisations by their forms, titles, acting bodies, letterheads, states."""

from __future__ import annotations

from collections import defaultdict

import pytest

from oic_reports.language.states import fold_name
from oic_reports.resources import load_vocabulary
from oic_reports.structure.names.organisations import (
    find_acting_owner,
    find_letterhead_owner,
    find_organisations,
    find_state,
    find_title_owner,
)

LANGUAGES = ("ar", "en", "fr")
ROWS = load_vocabulary("organisations")


def test_the_vocabulary_is_sorted_complete_and_names_one_thing_by_a_form():
    keys = [(r["organisation_id"], r["language"], r["kind"], r["form"]) for r in ROWS]
    assert keys == sorted(set(keys))
    owners, languages, standings = defaultdict(set), defaultdict(set), defaultdict(set)
    for row in ROWS:
        owners[row["language"], row["kind"], fold_name(row["form"])].add(row["organisation_id"])
        languages[row["organisation_id"]].add(row["language"])
        standings[row["organisation_id"]].add(row["standing"])
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}
    assert {name for name, known in languages.items() if known != set(LANGUAGES)} == set()
    assert {name for name, known in standings.items() if len(known) > 1} == set()
    assert {row["standing"] for row in ROWS} == {"own", "other", "organ", "state", "institution"}
    organs = {"icdt", "iifa", "iphrc", "ircica", "isf", "iut", "sesric"}
    assert {row["organisation_id"] for row in ROWS if row["standing"] == "own"} == {"oic", "oic-meetings"} | organs


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_found_alone(language):
    missed = []
    for row in ROWS:
        if row["language"] != language or row["standing"] == "institution":
            continue
        found = find_organisations(f"({row['form']})", language)
        if [(each.organisation_id, each.start, each.end) for each in found] != [
            (row["organisation_id"], 1, 1 + len(row["form"]))
        ]:
            missed.append(row["form"])
    assert missed == []


@pytest.mark.parametrize(
    ("text", "language", "ids"),
    [
        ("COMMUNAUTE ECONOMIQUE DES ETATS DE L'AFRIQUE DE L'OUEST", "fr", ["ecowas"]),
        ("the Economic Community\nof West African States", "en", ["ecowas"]),
        ("eco-friendly; the au pair; nam", "en", []),
        ("ECO and AU and NAM", "en", ["eco", "african-union", "non-aligned-movement"]),
        ("لجامعة الدول العربية وللاتحاد الأفريقي", "ar", ["arab-league", "african-union"]),
        ("وبالاتحاد الإفريقي", "ar", ["african-union"]),
        ("Parliamentary Union of the OIC Member States", "en", ["puic"]),
        ("اتحاد مجالس الدول الأعضاء في منظمة التعاون الإسلامي", "ar", ["puic"]),
        ("القمة العربية الإسلامية الأمريكية", "ar", ["arab-islamic-american-summit"]),
        ("القمة العربية الإسلامية", "ar", ["oic-meetings"]),
        ("reunion of economists", "en", []),
    ],
)
def test_names_in_their_spellings(text, language, ids):
    assert [each.organisation_id for each in find_organisations(text, language)] == ids


@pytest.mark.parametrize(
    ("title", "language", "standing"),
    [
        ("Final Communiqué of the 12th Session of the ECOWAS Authority", "en", "other"),
        ("Resolution No. 6 on cooperation between the OIC and the African Union", "en", None),
        ("Communiqué of the OIC Contact Group on Mali", "en", "own"),
        ("Resolution of the Joint Arab-Islamic Summit and the League of Arab States", "en", "own"),
        ("Resolution on the African Union, adopted by ECOWAS", "en", None),
        ("Report of the Council of Foreign Ministers", "en", "own"),
        ("Joint statement between Pakistan and Kuwait", "en", "state"),
        ("Statement of Pakistan", "en", None),
        ("Minutes on trade between Pakistan and Kuwait", "en", None),
        ("Communiqué final du Conseil des ministres des Affaires étrangères de l’UMA", "fr", "other"),
        ("Déclaration sur la Ligue arabe", "fr", None),
        ("إعلان القيروان الصادر عن مجلس جامعة الدول العربية", "ar", "other"),
        ("قرار بشأن التعاون مع جامعة الدول العربية", "ar", None),
        ("بيان مشترك بين الأردن ومصر", "ar", "state"),
    ],
)
def test_titles(title, language, standing):
    owner = find_title_owner(title, language)
    assert (owner.standing if owner else None) == standing


def test_the_words_that_say_so_are_kept_and_a_council_is_told_from_a_name():
    assert find_title_owner("Final Communiqué of the Arab League", "en") == ("other", "Arab League", True)
    assert find_title_owner("Report of the Council of Foreign Ministers", "en") == (
        "own",
        "Council of Foreign Ministers",
        False,
    )


@pytest.mark.parametrize(
    ("opening", "language", "standing"),
    [
        ("The Authority of Heads of State of ECOWAS met in Accra, with the OIC as observer.", "en", "other"),
        ("The OIC met in Jeddah, together with ECOWAS.", "en", "own"),
        ("The Contact Group on Mali met, attended by the African Union and ECOWAS.", "en", "own"),
        ("On the sidelines of the Arab Summit, the OIC met.", "en", "own"),
        ("On the sidelines of the Arab Summit the ministers met.", "en", None),
        ("The ministers met. In the presence of ECOWAS they signed.", "en", None),
        ("The Council of Foreign Ministers of the Arab Maghreb Union met in Rabat.", "en", "other"),
        ("The Security Council, recalling its resolutions,", "en", "organ"),
        ("The ministers met beside the Security Council.", "en", None),
        ("1. The General Assembly of COMSTECH held its meeting.", "en", "own"),
        ("They met under the eyes of the Federal Cabinet.", "en", None),
        ("La Conférence de la CEDEAO s’est réunie.", "fr", "other"),
        ("La réunion s’est tenue en présence de la CEDEAO.", "fr", None),
        ("عقد المجلس الأعلى لمجلس التعاون دورته بحضور منظمة التعاون الإسلامي.", "ar", "other"),
        ("عقد فريق الاتصال المعني بمالي اجتماعه بحضور الاتحاد الأفريقي.", "ar", "own"),
        ("إن مجلس الأمن،", "ar", "organ"),
    ],
)
def test_who_acts_in_an_opening(opening, language, standing):
    owner = find_acting_owner(opening, language)
    assert (owner.standing if owner else None) == standing


@pytest.mark.parametrize(
    ("line", "language", "standing"),
    [
        ("League of Arab States", "en", "other"),
        ("The African Union (AU)", "en", "other"),
        ("Security Council", "en", "organ"),
        ("A long line that names the African Union among much else", "en", None),
        ("مجلس الوزراء يعقد جلسته الأسبوعية", "ar", "state"),
        ("يعقد مجلس الوزراء جلسته الأسبوعية", "ar", None),
        ("Jeddah, 3 May 2016", "en", None),
    ],
)
def test_letterheads(line, language, standing):
    owner = find_letterhead_owner(["Original: English", line], language)
    assert (owner.standing if owner else None) == standing


@pytest.mark.parametrize(
    ("opening", "language", "found"),
    [
        ("Pakistan welcomes the communiqué.", "en", "Pakistan"),
        ("2. Pakistan welcomes the communiqué.", "en", "2. Pakistan"),
        ("The Foreign Minister thanked the members.", "en", "The Foreign Minister"),
        ("The Foreign Ministers met.", "en", None),
        ("The Republic of Mali hosted the meeting.", "en", None),
        ("The meeting thanked Pakistan.", "en", None),
        ("Le ministre des Affaires étrangères a participé à la réunion.", "fr", "Le ministre des"),
        ("Les ministres des Affaires étrangères ont participé.", "fr", None),
        ("أعربت وزارة الخارجية عن ترحيبها.", "ar", "أعربت وزارة"),
        ("عقد وزراء الخارجية اجتماعهم.", "ar", None),
        ("استضافت جمهورية مالي الاجتماع.", "ar", None),
    ],
)
def test_a_state_that_opens_a_text(opening, language, found):
    owner = find_state(opening, language)
    assert (owner.evidence if owner else None) == found


GOVERNED = {
    "ar": "الدورة العاشرة للجمعية العمومية {}",
    "en": "the Tenth Session of the General Assembly of the {}",
    "fr": "la dixième session de l’Assemblée générale de la {}",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_institution_is_found_beside_the_organ_that_governs_it_alone(language):
    forms = {row["form"]: row for row in ROWS if (row["language"], row["standing"]) == (language, "institution")}
    assert len({row["organisation_id"] for row in forms.values()}) > 10
    missed = []
    for form, row in forms.items():
        named = find_organisations(GOVERNED[language].format(form), language)
        if ("other", row["organisation_id"]) not in {(each.standing, each.organisation_id) for each in named}:
            missed.append(form)
        assert row["organisation_id"] not in {each.organisation_id for each in find_organisations(form, language)}
    assert missed == []


@pytest.mark.parametrize(
    ("title", "language", "standing"),
    [
        (
            "Final Communiqué of the 30th General Assembly of the Islamic Chamber, an affiliate of the OIC",
            "en",
            "other",
        ),
        ("Final Communiqué of the ISESCO General Conference", "en", "other"),
        ("Report of the IsDB’s Board of Governors", "en", "other"),
        ("Communiqué final de la 5ème session du Conseil exécutif de l’OISA, affiliée à l’OCI", "fr", "other"),
        ("البيان الختامي للدورة العاشرة للجمعية العمومية للغرفة الإسلامية", "ar", "other"),
        ("البيان الختامي لمجلس محافظي البنك الإسلامي للتنمية", "ar", "other"),
        ("Final Communiqué of the Parliamentary Union of the OIC Member States, affiliated to the OIC", "en", "other"),
        ("Final Communiqué of the OIC Ministers and the General Assembly of the Islamic Chamber", "en", "own"),
        ("Resolution of the OIC on the Islamic Development Bank", "en", "own"),
        ("Resolution on the General Conference of ISESCO", "en", None),
    ],
)
def test_the_text_of_an_institution_is_its_own(title, language, standing):
    owner = find_title_owner(title, language)
    assert (owner.standing if owner else None) == standing


@pytest.mark.parametrize(
    ("opening", "language", "standing"),
    [
        ("The General Assembly of the Islamic Chamber of Commerce and Development met in Doha.", "en", "other"),
        ("The Islamic Development Bank hosted the OIC Contact Group on Mali.", "en", "own"),
        ("ISESCO opened the Islamic Conference of Culture Ministers.", "en", "own"),
        ("L’Assemblée générale de la Chambre islamique s’est tenue à Doha.", "fr", "other"),
        ("عقدت الجمعية العمومية للغرفة الإسلامية للتجارة والتنمية دورتها.", "ar", "other"),
    ],
)
def test_an_institution_acts_by_the_organ_that_governs_it(opening, language, standing):
    owner = find_acting_owner(opening, language)
    assert (owner.standing if owner else None) == standing


# The union of the parliaments


@pytest.mark.parametrize(
    ("opening", "language", "standing"),
    [
        ("نحن رؤساء المجالس لإتحاد مجالس منظمة التعاون الإسلامي، المجتمعين في دكار", "ar", "other"),
        ("نحن رؤساء برلمانات الدول الأعضاء في منظمة التعاون الإسلامي", "ar", "other"),
        ("نحن ملوك ورؤساء الدول الأعضاء في منظمة التعاون الإسلامي", "ar", "own"),
        ("We, the Speakers of the Parliaments of the OIC Member States, gathered in Dakar", "en", "other"),
        ("We, the Heads of State and Government of the OIC Member States, gathered in Dakar", "en", "own"),
        ("Nous, Présidents des Parlements des États membres de l’OCI, réunis à Dakar", "fr", "other"),
        ("Nous, Chefs d’État des États membres de l’OCI, réunis à Dakar", "fr", "own"),
    ],
)
def test_what_the_parliaments_adopt_is_their_unions(opening, language, standing):
    owner = find_acting_owner(opening, language)
    assert owner is not None
    assert owner.standing == standing


# Reaches


def test_a_particle_is_no_part_of_a_name():
    (found,) = find_organisations("وبالاتحاد الإفريقي", "ar")
    assert found.start == len("وب")


def test_a_council_is_that_of_the_organisation_named_soon_behind_it():
    body = "The Council of Foreign Ministers"
    # the name of the body, "The " apart, and 40 code points
    near = find_acting_owner(f"{body}{'x' * 3} {'y ' * 16}{'z' * 3} ECOWAS met.", "en")
    reach = 40 + len("Council of Foreign Ministers")
    for gap, standing in ((reach, "other"), (reach + 1, "own")):
        between = " " + "y" * (gap - len("Council of Foreign Ministers") - 2) + " "
        owner = find_acting_owner(f"{body}{between}ECOWAS met.", "en")
        assert owner is not None
        assert owner.standing == standing, gap
    assert near is not None


def test_of_a_council_and_an_organisation_the_first_acts():
    owner = find_acting_owner("ECOWAS met the Council of Foreign Ministers.", "en")
    assert owner is not None
    assert owner.standing == "other"


@pytest.mark.parametrize(("number", "standing"), [("12. The", "organ"), ("123. The", None)])
def test_an_organ_of_the_united_nations_begins_its_text(number, standing):
    owner = find_acting_owner(f"{number} Security Council,", "en")
    assert (owner.standing if owner else None) == standing


@pytest.mark.parametrize(("between", "standing"), [(" of all the ", "own"), (" of both the ", "organ"), (" ", "own")])
def test_an_assembly_is_that_of_the_organisation_right_behind_it(between, standing):
    owner = find_acting_owner(f"The General Assembly{between}OIC met.", "en")
    assert owner is not None
    assert owner.standing == standing


@pytest.mark.parametrize(("line", "is_found"), [("African Union abcdef", True), ("African Union abcdefg", False)])
def test_a_letterhead_is_hardly_more_than_a_name(line, is_found):
    assert (find_letterhead_owner([line], "en") is not None) == is_found


def test_a_line_with_a_state_and_another_name_is_no_letterhead():
    assert find_letterhead_owner(["House of Commons debates on the African Union and others"], "en") is None
    assert find_letterhead_owner(["House of Commons debates on fish"], "en") is not None


def test_one_state_twice_is_one_state():
    assert find_title_owner("Statement on a visit of Pakistan to the Islamic Republic of Pakistan", "en") is None
    assert find_title_owner("Visit of Pakistan to the Islamic Republic of Pakistan", "en") is None
    assert find_title_owner("Pakistan and Kuwait", "en") is None


@pytest.mark.parametrize(
    ("title", "language", "standing"),
    [
        ("القرارات الختامية للمؤتمر الإسلامي العام لرابطة العالم الإسلامي", "ar", "other"),
        ("Final Statement of the Islamic Conference of the Muslim World League", "en", "other"),
        ("Joint Communiqué of the Islamic Conference and the Muslim World League", "en", "own"),
        ("Joint Statement of the Foreign Ministers of Pakistan, Turkey and Azerbaijan", "en", "state"),
        ("Joint Statement of the OIC Foreign Ministers of Pakistan, Turkey and Azerbaijan", "en", "own"),
    ],
)
def test_a_conference_may_be_of_another_organisation_or_of_states(title, language, standing):
    owner = find_title_owner(title, language)
    assert owner is not None
    assert owner.standing == standing
