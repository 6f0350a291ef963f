"""Words that were divided at the end of a line: joined, with or without their hyphen."""

from __future__ import annotations

import pytest
from cleaned import clean, kinds


@pytest.mark.parametrize(
    ("raw", "clean_form", "language"),
    [
        ("the imple- mentation of it", "the implementation of it", "en"),
        ("the imple-⏎mentation of it", "the implementation of it", "en"),
        ("THE COOPERA-⏎TION COUNCIL", "THE COOPERATION COUNCIL", "en"),
        ("a war-⏎torn country", "a war-torn country", "en"),
        ("la coopé- ration islamique", "la coopération islamique", "fr"),
        ("la coopé-⏎ration islamique", "la coopération islamique", "fr"),
        ("la main-⏎d’œuvre étrangère", "la main-d’œuvre étrangère", "fr"),
        ("vis-à-⏎vis des États", "vis-à-vis des États", "fr"),
        ("the old town of Al-⏎Quds and Guinea-⏎Bissau", "the old town of Al-Quds and Guinea-Bissau", "en"),
        ("Guinée-⏎Bissau et Burkina-⏎Faso", "Guinée-Bissau et Burkina-Faso", "fr"),
        ("the GUINEA-⏎BISSAU file", "the GUINEA-BISSAU file", "en"),
        ("Al-⏎Sheikh-⏎Badr and Abu-⏎Bakr", "Al-Sheikh-Badr and Abu-Bakr", "en"),
        ("a state of Guinea- Bissau", "a state of Guinea-Bissau", "en"),
        ("an X-⏎Ray and an e-⏎mail", "an X-Ray and an e-mail", "en"),
        ("a socio-eco-⏎nomic plan", "a socio-economic plan", "en"),
        ("non-govern-⏎mental bodies", "non-governmental bodies", "en"),
        ("l’auto-détermi-⏎nation des peuples", "l’auto-détermination des peuples", "fr"),
        ("the rule of non-in-⏎terference", "the rule of non-interference", "en"),
        ("from day-to-⏎day", "from day-to-day", "en"),
        ("two-of-⏎ten votes", "two-of-ten votes", "en"),
        ("a two-state-⏎solution", "a two-state-solution", "en"),
    ],
)
def test_words_divided_at_a_line_end(raw, clean_form, language):
    draft = clean(raw, language)
    assert draft.text == clean_form
    assert set(kinds(draft)) == {"hyphenation"}
    assert all(repair.before in {" ", "- "} and not repair.after for repair in draft.sorted_repairs)


def test_a_blank_inside_a_line_goes_where_the_document_writes_the_name_so():
    raw = "the teams of Gamma- Delta"
    assert clean(raw, "en", ["Gamma-Delta was there"]).text == "the teams of Gamma-Delta"
    draft = clean(raw, "en")
    assert draft.sorted_repairs == ()
    assert [(flag.flag, flag.surface) for flag in draft.flags] == [("suspect_word", "Gamma- Delta")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("pre- and post-conflict", "en"),
        ("pre-⏎and post-conflict", "en"),
        ("sub- as well as regional bodies", "en"),
        ("first- but not second-round talks", "en"),
        ("the short-⏎medium- and long-term", "en"),
        ("à court- et moyen-terme", "fr"),
        ("à court-⏎et moyen-terme", "fr"),
        ("the Israeli - Palestinian talks", "en"),
        ("stand-off in Kidal", "en"),
        ("A- Political affairs", "en"),
    ],
)
def test_hyphens_that_are_meant(text, language):
    draft = clean(text, language)
    assert (draft.sorted_repairs, draft.flags) == ((), ())


@pytest.mark.parametrize(
    "text", ["the socio- economic plan", "a war- torn country", "the report-⏎the last one", "its supervisi- on"]
)
def test_a_blank_behind_a_hyphen_that_nothing_explains_is_flagged(text):
    draft = clean(text, "en")
    assert draft.sorted_repairs == ()
    assert [flag.flag for flag in draft.flags] == ["suspect_word"]


def test_a_flag_stands_at_its_word_behind_what_was_joined():
    draft = clean("the imple-⏎mentation that Mr. Dhoul-⏎zenfar saw", "en")
    assert [(flag.surface, draft.text[flag.start : flag.end]) for flag in draft.flags] == [("Dhoul-zenfar",) * 2]


@pytest.mark.parametrize(
    ("raw", "clean_form"),
    [
        # far more usual apart, about as usual, more usual together
        ("their well-⏎being", "their well-being"),
        ("in for-⏎ever", "in for-ever"),
        ("they gover-⏎ned in per-⏎son", "they governed in person"),
    ],
)
def test_the_more_usual_form_of_a_divided_word_is_taken(raw, clean_form):
    draft = clean(raw, "en")
    assert draft.text == clean_form
    assert [flag.surface for flag in draft.flags] == (["for-ever"] if "for-" in raw else [])


@pytest.mark.parametrize(
    ("raw", "clean_form", "repairs", "flagged"),
    [
        pytest.param(
            "a carto-⏎graphic map",
            "a cartographic map",
            [("line_end", "low")],
            [],
            id="a rare word whose half is no word",
        ),
        pytest.param(
            "a perspi-⏎cacious man",
            "a perspi-cacious man",
            [("line_end", "low")],
            ["perspi-cacious"],
            id="neither a half nor the whole is a word",
        ),
        pytest.param(
            "they form-⏎alize it",
            "they form-alize it",
            [("line_end", "low")],
            ["form-alize"],
            id="a rare word whose half is a word",
        ),
        pytest.param(
            "a tree-⏎lined road", "a tree-lined road", [("line_end", "medium")], [], id="halves alone are words"
        ),
        pytest.param(
            "they streng-⏎then it", "they strengthen it", [("line_end", "high")], [], id="the first half is no word"
        ),
        pytest.param(
            "the neigh-⏎bour of it",
            "the neighbour of it",
            [("line_end", "high")],
            [],
            id="the second half is no word",
        ),
        pytest.param(
            "the Govern-⏎Ment of it",
            "the Govern-Ment of it",
            [("line_end", "medium")],
            [],
            id="a capital stands inside no word",
        ),
        pytest.param(
            "every o-⏎ther tree", "every o-ther tree", [("line_end", "medium")], [], id="a letter alone is no half"
        ),
        pytest.param("le garde-⏎d’arbres", "le garde-d’arbres", [("line_end", "high")], [], id="before an elision"),
        pytest.param(
            "in Guinea-⏎Bissau today", "in Guinea-Bissau today", [("line_end", "high")], [], id="a name that is known"
        ),
        pytest.param(
            "a state- ment of it",
            "a statement of it",
            [("inside_line", "medium")],
            [],
            id="inside a line, a usual word",
        ),
        pytest.param("a palin- genesis", "a palin- genesis", [], ["palin- genesis"], id="inside a line, no usual word"),
        pytest.param(
            "the govern- Ment of it",
            "the govern- Ment of it",
            [],
            ["govern- Ment"],
            id="inside a line, a capital inside the word",
        ),
        pytest.param(
            "in Guinea- Bissau today",
            "in Guinea-Bissau today",
            [("inside_line", "high")],
            [],
            id="inside a line, a name",
        ),
    ],
)
def test_how_sure_a_divided_word_is(raw, clean_form, repairs, flagged):
    draft = clean(raw, "fr" if "’" in raw else "en")
    assert draft.text == clean_form
    told = [(repair.rule.removeprefix("hyphenation."), repair.confidence) for repair in draft.sorted_repairs]
    assert told == repairs
    assert [flag.surface for flag in draft.flags] == flagged
    assert {flag.flag for flag in draft.flags} <= {"suspect_word"}


@pytest.mark.parametrize(
    ("raw", "clean_form", "language"),
    [
        ("to re-⏎estab-⏎lish it", "to re-establish it", "en"),
        ("the vice-⏎presi-⏎dent", "the vice-president", "en"),
        ("a coun-⏎try-⏎wide plan", "a country-wide plan", "en"),
        ("un sous-⏎comi-⏎té", "un sous-comité", "fr"),
    ],
)
def test_of_a_word_divided_twice_the_end_is_joined_first(raw, clean_form, language):
    draft = clean(raw, language)
    assert draft.text == clean_form
    # half a word (``presi``) is no word to ask about
    assert draft.flags == ()


_DIVIDES = "the govern- ments took deci- sions on the peo- ples"


@pytest.mark.parametrize(
    ("raw", "clean_form"),
    [
        ("of their citizen-⏎ship now", "of their citizenship now"),
        ("with-⏎out it", "without it"),
        ("the voluntari-⏎ness of it", "the voluntariness of it"),
    ],
)
def test_where_a_document_divides_words_what_may_be_either_is_one_and_flagged(raw, clean_form):
    draft = clean(raw, "en", [_DIVIDES])
    assert draft.text == clean_form
    assert [repair.confidence for repair in draft.sorted_repairs] == ["low"]
    assert [flag.flag for flag in draft.flags] == ["suspect_word"]
    # two divided words may be chance
    assert "-" in clean(raw, "en", [_DIVIDES.partition(" on ")[0]]).text


@pytest.mark.parametrize("word", ["sub-committee", "long-term", "well-being", "follow-up", "qadhi-courts"])
def test_where_a_document_divides_words_those_with_a_hyphen_keep_it(word):
    draft = clean(f"the {word.replace('-', '-⏎')} of it", "en", [_DIVIDES])
    assert draft.text == f"the {word} of it"


def test_the_mark_of_a_note_is_no_part_of_a_divided_word():
    assert clean("an objec-⏎tion² was raised", "en").text == "an objection² was raised"


def test_a_division_that_nothing_explains_keeps_its_hyphen_and_is_flagged():
    draft = clean("they met Mr. Dhoul-⏎zenfar twice", "en")
    assert draft.text == "they met Mr. Dhoul-zenfar twice"
    assert [(flag.flag, flag.surface) for flag in draft.flags] == [("suspect_word", "Dhoul-zenfar")]
    assert [repair.confidence for repair in draft.sorted_repairs] == ["low"]


def test_a_latin_name_in_an_arabic_text_goes_on_behind_its_hyphen():
    draft = clean("ومعهد Al-⏎Biruni للدراسات")
    assert draft.text == "ومعهد Al-Biruni للدراسات"
    assert kinds(draft) == ["hyphenation"]
    # inside a line the blank is the author's, and Arabic words are not divided
    assert clean("الفقرتان A- B").text == "الفقرتان A- B"
    assert clean("الفقرة أ-⏎ب").text == "الفقرة أ- ب"


@pytest.mark.parametrize(
    ("raw", "clean_form", "language"),
    [
        ("from 29 April–⏎3 May in Fez", "from 29 April–3 May in Fez", "en"),
        ("les années 1996–⏎1999", "les années 1996–1999", "fr"),
        ("the road Lagos–⏎Dakar and 4–6 others", "the road Lagos–Dakar and 4–6 others", "en"),
    ],
)
def test_behind_a_dash_that_is_set_to_its_words_a_line_end_parts_nothing(raw, clean_form, language):
    draft = clean(raw, language)
    assert draft.text == clean_form
    assert kinds(draft) == ["hyphenation"]


@pytest.mark.parametrize(
    "raw", ["the experts –⏎four of them – met", "a report–⏎the first– and others– four of them", "Agenda:⏎–⏎4 items"]
)
def test_behind_another_dash_the_blank_stays(raw):
    assert clean(raw, "en").text == raw.replace("⏎", " ")
