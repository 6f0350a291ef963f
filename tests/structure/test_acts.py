"""Paragraphs in which a meeting acts."""

import pytest

from oic_reports.resources import load_pattern
from oic_reports.structure.names.acts import is_acting


@pytest.mark.parametrize(
    ("text", "language", "acts"),
    [
        pytest.param("REQUESTS the Secretary General to report;", "en", True, id="a verb in capitals, en"),
        pytest.param("To condemn the cutting of the mains;", "en", True, id="an infinitive that begins, en"),
        pytest.param("The Meeting also noted the report.", "en", True, id="a verb behind the name and an adverb, en"),
        pytest.param("The Meeting took place in a hall.", "en", False, id="a meeting that takes place, en"),
        pytest.param("Not all came.", "en", False, id="a word like a verb, en"),
        pytest.param("A diplomat welcomed it.", "en", False, id="another who acts, en"),
        pytest.param("SE FÉLICITE du programme ;", "fr", True, id="a verb in capitals, fr"),
        pytest.param("La réunion a salué la médiation.", "fr", True, id="a verb behind the name, fr"),
        pytest.param("Principaux axes de la note.", "fr", False, id="a word like a verb, fr"),
        pytest.param(
            "Prenant note du rapport, la réunion l’a transmis.", "fr", True, id="a participle of a meeting, fr"
        ),
        pytest.param(
            "Prenant la parole à son tour, le ministre a salué ses hôtes.",
            "fr",
            False,
            id="a participle of a speaker, fr",
        ),
        pytest.param(
            "Prenant à son tour la parole, le ministre a salué ses hôtes.",
            "fr",
            False,
            id="a participle of a speaker around his turn, fr",
        ),
        pytest.param("وأدان المؤتمر زرع الألغام.", "ar", True, id="a verb, ar"),
        pytest.param("إدانة قطع خطوط المياه؛", "ar", True, id="a noun of doing, ar"),
        pytest.param("في القاعة طاولات.", "ar", False, id="no verb, ar"),
        pytest.param("To request the Secretary General to follow up.", "en", True, id="an infinitive to request, en"),
        pytest.param("The Summit is to request a report.", "en", False, id="an infinitive behind is, en"),
        pytest.param("It is expected to adopt a plan.", "en", False, id="an infinitive behind what is expected, en"),
    ],
)
def test_paragraphs_in_which_a_meeting_acts(text, language, acts):
    assert is_acting(text, language) == acts


@pytest.mark.parametrize(("before", "acts"), [(49, True), (50, False)])
def test_the_meeting_is_named_in_the_first_sixty_code_points(before, acts):
    # "The Meeting" has 11
    assert is_acting("x" * (before - 1) + " The Meeting welcomed it.", "en") == acts


@pytest.mark.parametrize(("between", "acts"), [(59, True), (60, False)])
def test_the_verb_stands_within_sixty_code_points_behind_it(between, acts):
    assert is_acting("The Meeting " + "x" * (between - 2) + " welcomed it.", "en") == acts


@pytest.mark.parametrize(
    ("text", "language", "opens"),
    [
        ("Pays tribute to the divers who cleared the harbour;", "en", True),
        ("Regrets that the well was filled in;", "en", True),
        ("Views of the harbour at dusk.", "en", False),
        ("Rend hommage aux plongeurs du port ;", "fr", True),
        ("Constate que le puits a été comblé ;", "fr", True),
        ("Rend compte des travaux du port.", "fr", False),
        ("Propos du maire.", "fr", False),
        ("يندد بردم الآبار؛", "ar", True),
        ("عين الماء في الوادي.", "ar", False),
    ],
)
def test_verbs_with_which_paragraphs_of_organs_begin(text, language, opens):
    assert (load_pattern("act_opening", language).match(text) is not None) == opens
