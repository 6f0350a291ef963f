"""The type of a text that a sentence above it names: in short, where the sentence before names it in full."""

from __future__ import annotations

import pytest

from oic_reports.model import Block
from oic_reports.structure.header.header import read_header


def read_type(lead, language):
    blocks = [Block("preamble", lead, lead), Block("operative", "A.", "A.", label="1.", ordinal=1)]
    return read_header(blocks, language)[0].document_type


@pytest.mark.parametrize(
    ("lead", "language", "document_type"),
    [
        ("ويعرض البيان الختامي ما اتفق عليه الوزراء. نص البيان:", "ar", "final_communique"),
        ("The final communiqué takes up what they agreed. Text of the communiqué:", "en", "final_communique"),
        ("Le communiqué final reprend leurs positions. Texte du communiqué :", "fr", "final_communique"),
        ("The final communiqué of last year was sharp. Text of the declaration:", "en", "declaration"),
        ("The ministers went home late. Text of the communiqué:", "en", "communique"),
        (
            "The final communiqué of last year was sharp. The ministers of the group have now agreed on the text of these:",
            "en",
            None,
        ),
        ("ناقش الوزراء البيان الختامي السابق. وبعد مداولات طويلة بين الوفود كلها ورد في نص البيان:", "ar", None),
        ("نص البيان:", "ar", None),
    ],
)
def test_a_short_announcement_goes_with_the_sentence_before(lead, language, document_type):
    assert read_type(lead, language) == document_type


@pytest.mark.parametrize(
    ("language", "opening", "ending", "document_type"),
    [
        ("en", "The Council met in Niamey.", "It approved the present final communiqué.", "final_communique"),
        ("fr", "Le Conseil s’est réuni à Niamey.", "Il a approuvé le présent communiqué final.", "final_communique"),
        ("ar", "عقد المجلس دورته في نيامي.", "وأقر المجلس هذا البيان الختامي.", "final_communique"),
        ("en", "The Council met in Niamey.", "It read the final communiqué of its last session.", "report"),
    ],
)
def test_a_text_that_no_title_names_may_say_what_it_is(language, opening, ending, document_type):
    blocks = [Block("operative", text, text, label=f"{n}.", ordinal=n) for n, text in enumerate([opening, ending], 1)]
    assert read_header(blocks, language)[0].document_type == document_type


@pytest.mark.parametrize(
    ("language", "ending", "document_type"),
    [
        ("en", "Requests the Secretary General to follow up the implementation of this communiqué.", "communique"),
        ("en", "Requests the Secretary General to follow up the implementation of this resolution.", "resolution"),
        ("en", "Requests the Secretary General to follow up the communiqué of the last meeting.", "resolution"),
        ("en", "Endorses this declaration, which the Ministers of Labour had adopted.", "resolution"),
        # a declaration that is adopted, a resolution that others adopted
        ("en", "Requests the Secretary General to follow up the implementation of this declaration.", "resolution"),
        ("fr", "Demande au Secrétaire général de veiller à la mise en œuvre du présent communiqué.", "communique"),
    ],
)
def test_what_a_text_asks_to_carry_out_is_itself(language, ending, document_type):
    words = {
        "en": ("The Council, meeting in Niamey,", "Recalling the Charter;", "Noting the report;", "Requests help;"),
        "fr": ("Le Conseil, réuni à Niamey,", "Rappelant la Charte ;", "Notant le rapport ;", "Demande de l’aide ;"),
        "ar": ("إن المجلس المنعقد في نيامي،", "إذ يستذكر الميثاق؛", "وإذ يلاحظ التقرير؛", "يدعو إلى المساعدة؛"),
    }[language]
    blocks = [Block("preamble", text, text) for text in words[:-1]]
    acts = enumerate([words[-1], ending], 1)
    blocks += [Block("operative", text, text, label=f"{n}.", ordinal=n) for n, text in acts]
    assert read_header(blocks, language)[0].document_type == document_type


@pytest.mark.parametrize(
    ("language", "title", "document_type"),
    [
        ("en", "THE OIC – 2035 PROGRAMME OF ACTION PROGRESS REPORT 2031 – 2032", "report"),
        ("en", "PROGRAMME OF ACTION ON THE DRAWING UP OF A PROGRESS REPORT", "programme"),
        ("fr", "PROGRAMME D'ACTION OCI - 2035 RAPPORT D'ETAPE 2031 - 2032", "report"),
        ("fr", "PROGRAMME D'ACTION SUR LA PRÉPARATION D'UN RAPPORT D'ÉTAPE", "programme"),
        ("ar", "برنامج العمل بشأن إعداد تقرير مرحلي عن الآبار", "programme"),
    ],
)
def test_a_programme_that_is_about_reports_is_a_programme(language, title, document_type):
    text = "1. The wells were dug."
    blocks = [Block("title", title, title, subrole="title"), Block("operative", text, text)]
    assert read_header(blocks, language)[0].document_type == document_type
