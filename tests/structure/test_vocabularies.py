from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from typing import get_args

import pytest
from babel import Locale
from hijridate import Hijri
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.language.dates import find_dates
from oic_reports.language.states import find_states, fold_name
from oic_reports.model import Block
from oic_reports.resources import find_declared, load_vocabulary
from oic_reports.structure.forms import find_forms
from oic_reports.structure.header.header import read_header
from oic_reports.structure.lines.printed_lines import is_closed
from oic_reports.structure.names.bodies import Sessions
from oic_reports.structure.parting.glued.chains import find_tokens

LANGUAGES = ("ar", "en", "fr")
VOCABULARIES = sorted(path.name for path in find_declared("schemas").joinpath("vocabularies").iterdir())
MEMBERS = [
    "AE",
    "AF",
    "AL",
    "AZ",
    "BD",
    "BF",
    "BH",
    "BJ",
    "BN",
    "CI",
    "CM",
    "DJ",
    "DZ",
    "EG",
    "GA",
    "GM",
    "GN",
    "GW",
    "GY",
    "ID",
    "IQ",
    "IR",
    "JO",
    "KG",
    "KM",
    "KW",
    "KZ",
    "LB",
    "LY",
    "MA",
    "ML",
    "MR",
    "MV",
    "MY",
    "MZ",
    "NE",
    "NG",
    "OM",
    "PK",
    "PS",
    "QA",
    "SA",
    "SD",
    "SL",
    "SN",
    "SO",
    "SR",
    "SY",
    "TD",
    "TG",
    "TJ",
    "TM",
    "TN",
    "TR",
    "UG",
    "UZ",
    "YE",
]
KINDS = ("short", "official", "variant", "former")
ORDERS = {
    "member_states": lambda row: (row["iso2"], row["language"], KINDS.index(row["kind"]), row["form"]),
    "state_look_alikes": lambda row: (row["language"], row["form"]),
    "cities": lambda row: (row["city"], row["country_iso2"], row["language"], row["form"]),
    "venues": lambda row: (row["venue"], row["language"], row["form"]),
    "institutions": lambda row: (row["institution_id"], row["language"], row["kind"], row["form"]),
}
STATE_SENTENCES = {
    "ar": ("شارك في الاجتماع {}، وغيرها.", "وفد ({})", "رحب الاجتماع بجهود {} في هذا الشأن"),
    "en": ("The delegation of {}, among others, spoke.", "({})", "{}’s commitment", "Mr X ({}); Chair"),
    "fr": ("La délégation de {}, entre autres, a parlé.", "({})", "le cas d’{} et d’autres"),
}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_no_row_stands_twice(name):
    rows = find_declared("schemas").joinpath("vocabularies", name).read_text(encoding="utf-8").splitlines()
    assert [row for row, times in Counter(rows).items() if times > 1] == []


def _rows(name: str, language: str) -> list[dict[str, str]]:
    return [row for row in load_vocabulary(name) if row["language"] == language]


# Files


@pytest.mark.parametrize("name", [*ORDERS, "months"])
def test_files_are_plain_and_complete(name):
    raw = (find_declared("schemas") / "vocabularies" / f"{name}.csv").read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert not raw.startswith(b"\xef\xbb\xbf")
    rows = load_vocabulary(name)
    assert len({tuple(row.values()) for row in rows}) == len(rows)
    assert all(None not in row and None not in row.values() for row in rows)
    assert all(value == value.strip() for row in rows for value in row.values())
    assert {row["language"] for row in rows} == set(LANGUAGES)


@pytest.mark.parametrize("name", ORDERS)
def test_files_are_sorted(name):
    keys = [ORDERS[name](row) for row in load_vocabulary(name)]
    assert all(first < second for first, second in pairwise(keys))


@pytest.mark.parametrize(
    ("name", "owner"), [("member_states", "iso2"), ("cities", "city"), ("venues", "venue"), ("institutions", None)]
)
def test_a_form_names_one_thing_in_a_language(name, owner):
    owners = defaultdict(set)
    for row in load_vocabulary(name):
        owners[row["language"], fold_name(row["form"])].add(row[owner or "institution_id"])
    assert {form: things for form, things in owners.items() if len(things) > 1} == {}


# Member states


def test_there_are_57_member_states_each_with_one_short_name_in_each_language():
    assert len(MEMBERS) == 57
    short = [(row["iso2"], row["language"]) for row in load_vocabulary("member_states") if row["kind"] == "short"]
    assert sorted(short) == sorted((iso2, language) for iso2 in MEMBERS for language in LANGUAGES)
    assert {row["kind"] for row in load_vocabulary("member_states")} == set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_the_common_locale_data_are_forms(language):
    territories = Locale.parse(language).territories
    forms = {(row["iso2"], row["form"]) for row in _rows("member_states", language)}
    assert [iso2 for iso2 in MEMBERS if (iso2, territories[iso2]) not in forms] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_every_state_is_found_in_a_sentence(language):
    missed = []
    for row in _rows("member_states", language):
        printed = {row["form"], row["form"].upper(), row["form"].replace("’", "'")}
        for form in printed:
            for sentence in STATE_SENTENCES[language]:
                start = sentence.index("{")
                expected = [(row["iso2"], start, start + len(form))]
                if find_states(sentence.format(form), language) != expected:
                    missed.append((row["iso2"], sentence.format(form)))
    assert missed == []


@pytest.mark.parametrize("particle", ["و", "ف", "ب", "ل", "ك", "ول", "وب"])
def test_arabic_particles_stand_before_every_form(particle):
    missed = []
    for row in _rows("member_states", "ar"):
        form = row["form"]
        if particle.endswith("ل") and form.startswith("ال"):
            form = form[1:]  # the article loses its alef after ل: للسودان
        start = 4 + len(particle)
        if find_states(f"جاء {particle}{form}.", "ar") != [(row["iso2"], start, start + len(form))]:
            missed.append(particle + form)
    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_57_member_states_in_one_list_without_a_miss(language):
    short = [row for row in _rows("member_states", language) if row["kind"] == "short"]
    separator = "، " if language == "ar" else ", "
    text = separator.join(row["form"] for row in short)
    assert [found.iso2 for found in find_states(text, language)] == [row["iso2"] for row in short]
    assert [text[found.start : found.end] for found in find_states(text, language)] == [row["form"] for row in short]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Niger, Nigeria and the Republic of Mali", "en", ["Niger", "Nigeria", "Republic of Mali"]),
        ("Somalia and Guinea-Bissau", "en", ["Somalia", "Guinea-Bissau"]),
        ("Guinea - Bissau; Guinea; Guinea\nBissau", "en", ["Guinea - Bissau", "Guinea", "Guinea\nBissau"]),
        ("Papua New Guinea, Equatorial Guinea, the Gulf of Guinea", "en", []),
        ("Sudan and South Sudan", "en", ["Sudan"]),
        ("the Malian army, Nigerians, Somalis, a sultan of Omani birth", "en", []),
        ("COTE D'IVOIRE, TURKIYE, TÜRKİYE, Turkıye", "en", ["COTE D'IVOIRE", "TURKIYE", "TÜRKİYE", "Turkıye"]),
        ("Iran (Islamic Republic of), Iraq", "en", ["Iran (Islamic Republic of)", "Iraq"]),
        ("République de Guinée équatoriale, Soudan du Sud", "fr", []),
        ("l’Égypte, l'EGYPTE, d’Égypte", "fr", ["Égypte", "EGYPTE", "Égypte"]),
        ("la République du Soudan et la République du Soudan du Sud", "fr", ["République du Soudan"]),
        ("سلطنة عمان وسلطنة عُمان وعُمان", "ar", ["سلطنة عمان", "سلطنة عُمان", "عُمان"]),
        ("اجتماع في عمان وعمّان", "ar", []),
        ("السودان وجنوب السودان", "ar", ["السودان"]),
        ("غينيا الاستوائية وغينيا بيساو وغينيا", "ar", ["غينيا بيساو", "غينيا"]),
        ("اتحاد المغرب العربي والمغرب", "ar", ["المغرب"]),
        ("للسودان وللمملكة المغربية", "ar", ["لسودان", "لمملكة المغربية"]),
        ("السُّودان وتُونِس", "ar", ["السُّودان", "تُونِس"]),
        ("الشعب الماليّ والتونسيّ، تونسِيون", "ar", []),
        ("الامارات العربية المتحده", "ar", ["الامارات العربية المتحده"]),
    ],
)
def test_states_and_what_looks_like_them(text, language, names):
    assert [text[found.start : found.end] for found in find_states(text, language)] == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_look_alikes_are_no_states_though_they_hold_the_name_of_one(language):
    for row in _rows("state_look_alikes", language):
        assert find_states(f"({row['form']})", language) == [], row["form"]
        words = row["form"].split(" ")
        pieces = [" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)]
        pieces += row["form"].split("-")
        assert any(find_states(piece, language) for piece in pieces), row["form"]


@given(st.text())
def test_folding_keeps_every_place(text):
    assert len(fold_name(text)) == len(text)


# Months


def _print_dates(row: dict[str, str]) -> set[str]:
    year = 2013 if row["calendar"] == "gregorian" else 1434
    form = row["form"]
    dates = {f"15 {form} {year}", f"15 {form}, {year}", f"في 15 {form} {year}"}
    if row["language"] != "ar":
        dates |= {f"15 {form.upper()} {year}", f"le 15 {form}. {year}", f"15 {form.replace(' ', '-')} {year}"}
        dates |= {f"15 {form.replace('’', mark)} {year}" for mark in "'‘ʿ`"}
    if row["language"] == "en":
        dates |= {f"{form} 15, {year}", f"{form} 15th, {year}", f"the 15th of {form} {year}"}
    return dates


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_every_month_is_read_in_a_date(language):
    wrong = []
    for row in _rows("months", language):
        month = int(row["month"])
        hijri = row["calendar"] == "hijri"
        iso = Hijri(1434, month, 15).to_gregorian().isoformat() if hijri else date(2013, month, 15).isoformat()
        for text in _print_dates(row):
            found = [(each.iso, each.precision, each.calendar) for each in find_dates(text, language)]
            if found != [(iso, "day", row["calendar"])]:
                wrong.append((text, iso, found))
    assert wrong == []


def test_months_begin_with_their_usual_names_and_go_on_in_order():
    groups = defaultdict(list)
    for row in load_vocabulary("months"):
        groups[row["calendar"], row["language"]].append((int(row["month"]), row["form"]))
    assert len(groups) == 6
    for rows in groups.values():
        assert [month for month, _ in rows[:12]] == list(range(1, 13))
        assert rows[12:] == sorted(rows[12:])
    usual = Locale.parse("en").months["format"]["wide"]
    assert groups["gregorian", "en"][:12] == sorted(usual.items())


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("12 Rab’i al-Awwal 1434H", "en", "2013-01-24"),
        ("18-20 JUMADA-AL-AKHIRAH 1434", "en", "2013-04-28"),
        ("1 Dhul-Hijjah 1434", "en", "2013-10-06"),
        ("10 KASIM 2013", "en", None),
        ("5 Rabi 1434", "en", None),
        ("8 AVRİL 2013", "fr", "2013-04-08"),
        ("27 مايس 2013", "ar", "2013-05-27"),
        ("3 دجنبر 2013", "ar", "2013-12-03"),
        ("9 ذي القعده 1434", "ar", "2013-09-15"),
    ],
)
def test_months_as_printed_and_words_that_are_none(text, language, iso):
    assert [found.iso for found in find_dates(text, language)] == ([iso] if iso else [])


# Cities and venues

_AT = {
    "ar": "عقد الاجتماع في {} أمس",
    "en": "The meeting was held in {} yesterday",
    "fr": "La réunion s’est tenue à {} hier",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_city_is_found_where_a_meeting_was_held(language):
    wrong = []
    for row in _rows("cities", language):
        for form in {row["form"], row["form"].replace("’", "'")}:
            text = _AT[language].format(form)
            header, _ = read_header([Block("preamble", text, text, language=language)], language)
            if (header.city, header.country_iso2) != (row["city"], row["country_iso2"]):
                wrong.append((form, header.city))
    assert wrong == []


def test_every_city_and_venue_has_a_name_in_each_language():
    for name, owner in (("cities", "city"), ("venues", "venue")):
        languages = defaultdict(set)
        for row in load_vocabulary(name):
            languages[row[owner]].add(row["language"])
        assert [thing for thing, known in languages.items() if known != set(LANGUAGES)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_venue_is_found(language):
    for row in _rows("venues", language):
        (match,) = find_forms("venues", f"({row['form']})", language)
        assert match.group("form") == row["form"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the situation in Guinea-Bissau", "en"),
        ("male and female delegates", "en"),
        ("the situation in Gaza", "en"),
        ("relations between Iraq and Kuwait", "en"),
        ("الوضع في غينيا بيساو", "ar"),
        ("سلطنة عمان، الأردن، المملكة الأردنية الهاشمية", "ar"),
        ("بورصة السلع", "ar"),
        ("la situation en Guinée-Bissau", "fr"),
    ],
)
def test_names_of_cities_that_may_be_something_else_are_no_forms(text, language):
    assert find_forms("cities", text, language) == []


# Institutions


def test_institutions_have_kinds_languages_and_dates_that_make_sense():
    languages = defaultdict(set)
    for row in load_vocabulary("institutions"):
        languages[row["institution_id"]].add(row["language"])
        assert row["kind"] in {"name", "acronym"}
        begins, ends = row["valid_from"], row["valid_to"]
        assert all(re.fullmatch(r"(?:\d{4}(?:-\d{2}-\d{2})?)?", day) for day in (begins, ends)), row
        assert not (begins and ends) or begins < ends, row
    assert [one for one, known in languages.items() if known != set(LANGUAGES)] == []


def test_successors_are_forms_of_the_same_language_and_kind_and_no_name_follows_itself():
    rows = {(row["language"], row["kind"], row["form"]): row for row in load_vocabulary("institutions")}
    for (language, kind, form), row in rows.items():
        seen = {form}
        while row["successor"]:
            following = rows[language, kind, row["successor"]]
            assert following["form"] not in seen, form
            assert row["valid_to"] == following["valid_from"] or "" in {row["valid_to"], following["valid_from"]}, form
            seen.add(following["form"])
            row = following  # noqa: PLW2901  # walking along the chain


@pytest.mark.parametrize(
    ("language", "form", "ends", "successor"),
    [
        ("en", "Organisation of the Islamic Conference", "2011-06-28", "Organisation of Islamic Cooperation"),
        ("ar", "منظمة المؤتمر الإسلامي", "2011-06-28", "منظمة التعاون الإسلامي"),
        ("en", "ISESCO", "2020", "ICESCO"),
        ("en", "ICFM", "", "CFM"),
        ("fr", "OUA", "2002-07-09", "UA"),
        ("en", "ICCI", "", "ICCIA"),
    ],
)
def test_names_that_changed(language, form, ends, successor):
    (row,) = [row for row in _rows("institutions", language) if row["form"] == form]
    assert (row["valid_to"], row["successor"]) == (ends, successor)


def test_organs_of_the_report_vocabulary_are_institutions_by_the_same_name():
    names = {(row["language"], row["form"]) for row in load_vocabulary("institutions")}
    for body in load_vocabulary("bodies"):
        if body["body_id"] in {"is", "cfm", "comcec", "comiac", "comstech", "al-quds", "iphrc"}:
            assert {(language, body[f"name_{language}"]) for language in LANGUAGES} <= names, body["body_id"]


def test_a_body_counts_its_sessions_and_states_things_between_them_or_not():
    """What a row of ``bodies.csv`` says is one of the values that code asks for; each is said of somebody."""
    bodies = {row["body_id"]: row for row in load_vocabulary("bodies")}
    assert {row["sessions"] for row in bodies.values()} == {"", *get_args(Sessions)}
    assert {row["states"] for row in bodies.values()} == {"", "between_sessions"}
    # conferences of ministers have sessions, contact groups meet
    assert {row["sessions"] for name, row in bodies.items() if name.startswith("mc-")} == {"counted"}
    assert {row["sessions"] for name, row in bodies.items() if name.startswith("cg-")} == {""}


@pytest.mark.parametrize("name", ["numbered_things", "person_titles", "site_links"])
def test_words_that_code_looks_for_are_each_written_once(name):
    rows = [tuple(row.values()) for row in load_vocabulary(name)]
    assert len(set(rows)) == len(rows)
    assert all(part.strip() == part and part for row in rows for part in row)


def test_links_of_sites_have_words_in_each_language():
    said = defaultdict(set)
    for row in load_vocabulary("site_links"):
        said[row["kind"]].add(row["language"])
    assert dict(said) == {key: set(LANGUAGES) for key in ["home", "about", "source", "next", "page", "print"]}


@pytest.mark.parametrize("row", load_vocabulary("numbered_things"), ids=lambda row: row["form"])
def test_a_number_behind_the_word_for_a_thing_begins_no_paragraph(row):
    """Such a number, of which the text has no next one, parts nothing; behind another word it may."""
    named, other = (
        {token.place for token in find_tokens(f"{word} 3. Trees {'are planted ' * 9}")}
        for word in (row["form"], "Wells")
    )
    assert not named
    assert other


@pytest.mark.parametrize("row", load_vocabulary("person_titles"), ids=lambda row: row["form"])
def test_the_full_stop_of_a_persons_title_closes_nothing(row):
    assert not is_closed(f"A. Keita, {row['form']}.")
    assert is_closed(f"A. Keita, x{row['form']}.")
