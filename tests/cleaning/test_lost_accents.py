"""French texts whose letters with accents are gone are flagged; those typed without accents are not."""

import pytest

from oic_reports.cleaning.clean import clean_blocks
from oic_reports.cleaning.lost_accents import RULE
from oic_reports.model import Block

WHOLE = (
    "La Conférence a été réunie à la demande des États intéressés.",
    "Elle a pris note des résultats obtenus par le Secrétariat général et décidé de l’appuyer.",
    "La réunion a invité les représentants des pays touchés à présenter leurs préoccupations.",
    "Les délégués ont souligné l’intérêt de l’élaboration d’une stratégie.",
)


def clean(texts, language="fr"):
    blocks = clean_blocks([Block("operative", text, text, language=language) for text in texts], language)
    return [(block.text, {f.surface: f.expected for f in block.flags if f.rule == RULE}) for block in blocks]


def drop(text, lost="éèêàçîôâûÉÀ’"):
    return "".join(letter for letter in text if letter not in lost)


def test_each_word_that_lost_a_letter_is_flagged_with_the_word_that_fits_and_stays_as_it_is():
    cleaned = clean([drop(text) for text in WHOLE])
    assert [text for text, _ in cleaned] == [drop(text) for text in WHOLE]
    flagged = {word: expected for _, flags in cleaned for word, expected in flags.items()}
    assert flagged["Confrence"] == "Conférence"
    assert flagged["Secrtariat"] == "Secrétariat"
    assert flagged["lappuyer"] == "l’appuyer"


def test_accents_of_the_site_around_the_text_do_not_hide_it():
    cleaned = clean(["Téléverser", "Télécharger", *(drop(text) for text in WHOLE)])
    assert cleaned[2][1]["Confrence"] == "Conférence"


@pytest.mark.parametrize(
    "texts",
    [
        WHOLE,
        [text.translate(str.maketrans("éèêàçîôâûÉÀ", "eeeacioauEA")) for text in WHOLE],
        [text.upper().translate(str.maketrans("ÉÈÊÀÇÎÔÂÛ", "EEEACIOAU")) for text in WHOLE],
        ["Le Groupe a pris note des mesures prises par le Mali."] * 4,
    ],
    ids=["whole", "typed without accents", "capitals", "words without accents"],
)
def test_a_text_that_lost_nothing_has_no_flag(texts):
    assert all(flags == {} for _, flags in clean(texts))


def test_four_misprints_are_no_loss():
    four = drop("La Conférence réunie par le Secrétariat loue la résolution.")
    assert clean([four])[0][1] == {}
    assert clean([f"{four} {drop('Elle loue la médiation.')}"])[0][1]["Confrence"] == "Conférence"
