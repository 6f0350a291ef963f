"""Ours or not: what follows from the signs of a text."""

import pytest
from judged import OURS, block, is_taken, numbered, refuse

from oic_reports.model import Header
from oic_reports.structure.ours.judgement import judge


def test_a_text_of_another_organisation_has_its_own_reason():
    error = refuse([block("FINAL COMMUNIQUE OF ECOWAS", "title"), *numbered("It welcomed the OIC.", "It urged peace.")])
    assert error.reason == "other_organisation"
    assert "'ECOWAS'" in str(error)
    assert refuse([block("The Security Council,", "preamble"), *numbered("Urges calm;")]).reason == "other_organisation"


def test_a_state_is_another_organisation_and_news_of_a_state_is_news():
    state = [block("Pakistan is glad of the communiqué."), block("The OIC Contact Group met.")]
    error = refuse(state)
    assert error.reason == "other_organisation"
    assert "organ of a state: 'Pakistan'" in str(error)
    assert refuse([*state, block("So he told reporters.")]).reason == "news"


def test_news_names_what_speaks_against_it():
    error = refuse([block(OURS), block("The host will convene a meeting."), block("Analysts doubt it.")])
    assert error.reason == "news"
    assert "announces a meeting ('will convene')" in str(error)
    assert "quotes or sources ('Analysts')" in str(error)
    assert "for: nothing" in str(error)


def test_news_around_the_meetings_own_text_is_taken():
    own = numbered("The Meeting welcomed the wells.", "The Meeting urged haste.")
    assert judge(Header("en", body_id="cg-mali"), [block(OURS), *own, block("So he told reporters.")], "en")
    titled = [block("REPORT OF THE OIC CONTACT GROUP ON MALI", "title"), block(OURS)]
    assert judge(Header("en", body_id="cg-mali", document_type="report"), titled, "en")
    assert refuse([*titled, block("So he told reporters.")]).reason == "news"


def test_speeches_and_laws_need_more_than_a_title_and_we():
    speech = [
        block("STATEMENT AT THE OIC", "title"),
        block("We, the people, thank the OIC."),
        block("Allow me a word."),
    ]
    error = refuse(speech)
    assert error.reason == "no_report"
    assert "addressed to listeners ('Allow me')" in str(error)
    own = numbered("The Meeting welcomed the wells.", "The Meeting urged haste.")
    assert judge(Header("en", body_id="cg-mali"), [block(OURS), block("Allow me a word."), *own], "en")
    law = [block("The old hall.", "preamble"), block("Article 1"), *own]
    assert refuse(law).reason == "no_report"


def test_what_neither_tells_nor_decides_is_no_report():
    error = refuse([block(OURS), block("The Organisation of Islamic Cooperation has 57 members.")])
    assert error.reason == "no_report"
    assert "not the text of a meeting" in str(error)
    told = [block(OURS), block("The Meeting welcomed the wells."), block("The Meeting urged haste.")]
    assert judge(Header("en", body_id="cg-mali"), told, "en")
    assert refuse([*told, block("Allow me a word.")]).reason == "no_report"


def test_a_text_without_paragraphs_is_none():
    assert "no paragraph" in str(refuse([block("FINAL COMMUNIQUÉ OF THE OIC", "title")]))


def test_the_words_that_are_missing_are_named():
    error = refuse(numbered("Welcomes the wells.", "Urges haste."))
    assert error.reason == "no_report"
    assert "too little" in str(error)
    assert "body of the OIC" in str(error)


def test_a_statement_of_the_oic_is_a_press_release_unless_a_type_is_printed():
    stated = [block("The OIC General Secretariat condemned the attack on Friday."), block("The OIC has 57 members.")]
    assert judge(Header("en"), stated, "en").document_type == "press_release"
    assert judge(Header("en", document_type_source="first_sentence"), stated, "en").document_type == "press_release"
    printed = Header("en", document_type="statement", document_type_source="title")
    assert judge(printed, stated, "en").document_type is None
    assert refuse([*stated, block("In a statement, it said more.")]).reason == "news"
    assert refuse([*stated, block("So he told reporters.")]).reason == "news"


@pytest.mark.parametrize(
    ("above", "first", "surface"),
    [
        ("(continued) Final Communiqué of the OIC", 1, "(continued)"),
        ("Final Communiqué of the OIC - Extract", 1, "Extract"),
        ("Final Communiqué of the OIC", 3, "3."),
        ("Final Communiqué of the OIC", 2, None),
        ("Final Communiqué of the OIC", 1, None),
    ],
)
def test_extracts_are_flagged(above, first, surface):
    items = [block(f"The Meeting welcomed well {n}.", label=f"{n}.", ordinal=n) for n in range(first, first + 3)]
    judged = judge(Header("en", body_id="is"), [block(above, "title"), block(OURS, "preamble"), *items], "en")
    assert [flag.surface for flag in judged.flags] == ([surface] if surface else [])
    assert {flag.flag for flag in judged.flags} <= {"excerpt"}


ACTS = ("Welcomes the wells.", "Urges haste.", "Thanks the host.")


def test_a_body_and_one_more_thing_are_enough():
    typed = {"document_type": "report", "document_type_source": "title"}
    assert not is_taken(numbered(*ACTS[:2]), Header("en", body_id="cg-mali"))
    assert is_taken(numbered(*ACTS[:2]), Header("en", body_id="cg-mali", **typed))
    assert is_taken(numbered(*ACTS), Header("en", body_id="cg-mali"))


def test_three_states_speak_for_a_text_and_two_do_not():
    items = numbered(*ACTS[:2])
    assert not is_taken([*items, block("It thanked Mali and Chad.")], Header("en", body_id="cg-mali"))
    assert is_taken([*items, block("It thanked Mali, Chad and Niger.")], Header("en", body_id="cg-mali"))


@pytest.mark.parametrize(("before", "taken"), [(49, True), (50, False)])
def test_three_paragraphs_in_which_a_meeting_is_named_early(before, taken):
    # "The Meeting" has 11; the first paragraph stands for nothing else
    speaking = [block("x" * (before - 1) + " The Meeting welcomed it.") for _ in range(3)]
    leads = block("They agreed on the following:")
    assert is_taken([leads, *speaking], Header("en", body_id="cg-mali")) == taken


def test_a_detail_shows_sixty_code_points_of_a_sign():
    byline = "By Ann Smith, " + "x" * 50
    error = refuse([block(byline, "header"), block(OURS), block("The hall was full.")])
    assert repr(byline[:60]) in str(error)
    assert byline not in str(error)


@pytest.mark.parametrize(("above", "is_flagged"), [(2, True), (3, False)])
def test_an_extract_says_so_at_the_top(above, is_flagged):
    blocks = [*[block(f"Line {n}", "header") for n in range(above)], block("Extract", "header"), block(OURS)]
    judged = judge(Header("en", body_id="cg-mali"), [*blocks, *numbered(*ACTS)], "en")
    assert bool(judged.flags) == is_flagged


def test_a_statement_that_is_retold_on_no_day_is_news():
    stated = [block("The OIC General Secretariat condemned the attack."), block("In a statement, it said more.")]
    assert refuse(stated).reason == "news"
    assert refuse([block("The OIC has 57 members."), stated[1]]).reason == "no_report"


def test_an_opening_that_names_the_oic_stands_for_a_body():
    blocks = [block("The OIC and its guests:", "preamble"), *numbered(*ACTS[:2])]
    assert is_taken(blocks, Header("en"))
    assert not is_taken([block("The guests:", "preamble"), *numbered(*ACTS[:2])], Header("en"))


@pytest.mark.parametrize(("states", "taken"), [("Mali, Chad and Niger", True), ("Mali and Chad", False)])
def test_a_text_that_names_no_organisation_needs_member_states(states, taken):
    header = Header("en", document_type="report", document_type_source="title")
    blocks = [block("The ministers met in a hall.", "preamble"), *numbered(*ACTS), block(f"It thanked {states}.")]
    assert is_taken(blocks, header) == taken


@pytest.mark.parametrize("headline", ["Analysis: the fish of the summit", "What the summit of cooks means"])
def test_what_a_commentator_numbers_is_news(headline):
    told = ["The summit condemned the frost.", "The summit supported the cooks."]
    assert refuse([block(headline, "title"), block(f"{OURS} Analysts say little."), *numbered(*told)]).reason == "news"
