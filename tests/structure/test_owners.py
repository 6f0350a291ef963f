"""Whose a text is."""

import pytest
from judged import block

from oic_reports.model import Header
from oic_reports.structure.names.organisations import find_title_owner
from oic_reports.structure.ours.owners import find_owner


@pytest.mark.parametrize(
    ("blocks", "standing"),
    [
        ([block("FINAL COMMUNIQUE OF ECOWAS", "title"), block("The OIC met.")], "other"),
        ([block("Lagos talks", "title"), block("ECOWAS met in Lagos.")], "other"),
        ([block("Pakistan welcomes the communiqué of the OIC", "title"), block("Pakistan is glad.")], "state"),
        ([block("Arab League", "header"), block("The Council of Foreign Ministers met.")], "other"),
        ([block("Ministry of Foreign Affairs", "header"), block("The Council of Foreign Ministers met.")], "own"),
        ([block("Ministry of Foreign Affairs", "header"), block("The weather was fine.")], "state"),
        ([block("S/RES/2951 (2014)", "header"), block("The wells are deep.")], "other"),
        ([block("S/2013/95", "header"), block("The OIC met.")], "own"),
        ([block("Recalling the Arab League,", "preamble"), block("The wells are deep.")], None),
        ([block("The Group met."), block("ECOWAS was glad.")], None),
        ([block("A verse."), block("ECOWAS met.")], "other"),
        ([block("A verse."), block("A hymn."), block("ECOWAS met.")], None),
    ],
)
def test_whose_a_text_is(blocks, standing):
    title = next((b.text for b in blocks if b.role == "title"), None)
    owner = find_owner(Header("en", title=title), blocks, "en")
    assert (owner.standing if owner else None) == standing


def test_a_symbol_or_the_number_of_a_resolution_of_the_oic_decides():
    blocks = [block("THE PROGRAMMES OF UNESCO", "title"), block("UNESCO met.")]
    assert find_owner(Header("en", symbol="OIC/CFM-35/2008"), blocks, "en").standing == "own"
    assert find_owner(Header("en", resolution_number="8/35-C"), blocks, "en").standing == "own"
    assert find_owner(Header("en"), blocks, "en").standing == "other"


def test_a_number_of_a_resolution_is_of_the_other_organisation_that_acts_below_it():
    header = Header("en", resolution_number="1/5-CONF")
    acting = "The Conference of the Parliamentary Union of the OIC Member States, meeting in Niamey,"
    assert find_owner(header, [block(acting, "preamble")], "en").standing == "other"
    assert (
        find_owner(header, [block("The Council of Foreign Ministers, meeting in Niamey,", "preamble")], "en").standing
        == "own"
    )
    assert find_owner(Header("en", symbol="OIC/CFM-5/1974"), [block(acting, "preamble")], "en").standing == "own"


@pytest.mark.parametrize("role", ["header", "boilerplate"])
def test_the_number_of_a_press_release_of_the_united_nations_says_whose_it_is(role):
    blocks = [
        block("SG/SM/9999", role),
        block("The OIC and the wells", "boilerplate"),
        block("The OIC has deep wells."),
    ]
    assert find_owner(Header("en"), blocks, "en").standing == "other"
    below = [block("The OIC has deep wells."), block("SG/SM/9999", "boilerplate")]
    assert find_owner(Header("en"), below, "en").standing == "own"


def test_a_type_on_a_line_of_its_own_takes_the_title_along():
    blocks = [block("DECLARATION\nof the Arab League", "title"), block("The OIC met.")]
    assert find_owner(Header("en", title="DECLARATION\nof the Arab League"), blocks, "en").standing == "other"


@pytest.mark.parametrize(("before", "standing"), [(494, "other"), (495, None)])
def test_who_acts_is_named_in_the_first_five_hundred_code_points(before, standing):
    owner = find_owner(Header("en"), [block("x" * (before - 1) + " ECOWAS met.")], "en")
    assert (owner.standing if owner else None) == standing


@pytest.mark.parametrize(
    ("title", "language", "standing"),
    [
        ("Pakistan Welcomes the Communiqué of the OIC", "en", None),
        ("OIC Welcomes the Communiqué of the African Union", "en", "own"),
        ("مجلس الوزراء يرحب ببيان منظمة التعاون الإسلامي", "ar", "state"),
        ("L’OCI salue la décision de la CEDEAO", "fr", "own"),
        ("La CEDEAO salue la décision de l’OCI", "fr", "other"),
    ],
)
def test_a_headline_is_of_who_acts_in_it(title, language, standing):
    owner = find_title_owner(title, language)
    assert (owner.standing if owner else None) == standing


@pytest.mark.parametrize(
    ("language", "text", "standing"),
    [
        ("en", "Item 7 Wells and water The General Assembly, Recalling the Charter, Noting the wells,", "organ"),
        ("fr", "Point 7 Puits et eau L’Assemblée générale, Rappelant la Charte, Notant les puits,", "organ"),
        ("ar", "البند 7 الآبار والمياه إن الجمعية العامة، إذ تستذكر الميثاق، وإذ تلاحظ الآبار،", "organ"),
        ("en", "Item 7 Recalling what the General Assembly, Noting the wells, had asked,", None),
        ("en", "Item 7 Wells and water The General Assembly, meeting in New York, spoke of wells.", None),
        ("en", "The Group met in Fez. It read: The Security Council, Recalling its resolution, had asked.", None),
        ("en", "Item 7 Wells and water The Committee, Recalling the Charter, Noting the wells,", None),
    ],
)
def test_an_organ_of_the_united_nations_may_enact_inside_a_line(language, text, standing):
    owner = find_owner(Header(language), [block(text, "title"), block("The wells are deep.")], language)
    assert (owner.standing if owner else None) == standing


@pytest.mark.parametrize(
    ("lead", "standing"),
    [
        ("بناء على دعوة كريمة من دولة قطر، ", "own"),
        ("استجابة لطلب دولة فلسطين، ", "own"),
        ("وإذ يستذكر دعوة دولة قطر التي بها ", None),
    ],
)
def test_an_arabic_opening_may_begin_with_who_invited(lead, standing):
    text = f"{lead}اجتمع وزراء خارجية الدول الأعضاء بمنظمة المؤتمر الإسلامي في الدوحة يوم 10 أكتوبر 2001."
    owner = find_owner(Header("ar"), [block(text, "preamble")], "ar")
    assert (owner.standing if owner else None) == standing
